// The page for partners: reads what is chosen, shows the lines to paste, and runs them. Nothing is stored or sent.
//
// A field's name is that of the attribute or custom property that it sets; what is as it was at the start is left out.
// partners/colour.js and partners/snippets.js come before this in the same file.

const choices = document.getElementById("choices");
const calculator = document.querySelector("salary-calculator");
const preview = document.getElementById("preview");
const said = document.getElementById("said");
const INPUTS = [...document.querySelectorAll("[name=lock]")].map(({ value }) => value);
/** How long a field may be typed into before what is wrong with it is said, in milliseconds. */
const QUIET = 600;

let way = "script";

/** What the calculator itself could not use, by the name of the input: the text, and why. */
const refused = new Map();

/** The text of every field, by its name. */
function texts() {
  const texts = new Map();
  for (const { name, type, value, checked, placeholder, dataset } of choices.querySelectorAll("[name]")) {
    if (type === "radio" && !checked) continue;
    const text = /^\d+$/.test(value.trim()) ? value.trim() + (dataset.unit ?? "") : value.trim();
    if (type !== "checkbox") texts.set(name, text === placeholder ? "" : text);
    else if (name === value) texts.set(name, checked);
    else if (checked || !texts.has(name)) {
      const others = texts.get(name);
      const and = name === "lock" ? " " : ",";
      texts.set(name, checked ? (others ? others + and : "") + text : "");
    }
  }
  return texts;
}
const DEFAULTS = texts();

/** Why a text cannot be used; undefined where it can. */
function fault(name, text) {
  if (refused.get(name)?.text === text) return refused.get(name).message;
  if (name === "cta-href" && !(URL.canParse(text) && /^https?:\/\//i.test(text))) {
    return "Write the whole address, with https:// at its start.";
  }
  if (name === "partner" && !/^[\w-]+$/.test(text)) return "Use letters, digits, - and _ only.";
  const { property, example } = field(name)?.dataset ?? {};
  if (property && !inFull(property, text)) return `This is not a value that style sheets take. Write it like ${example}.`;
  return undefined;
}
/** A value as a style sheet has it whole: what the end of a text closes by itself would swallow what comes after it. */
function inFull(property, text) {
  const { style } = document.createElement("i");
  style.setProperty(property, text);
  return style.getPropertyValue(property);
}
const field = (name) => choices.querySelector(`input[name="${name}"]:not([type=radio], [type=checkbox])`);

/** Attributes and custom properties that are not as by default, and can be used. */
function chosen() {
  const set = [...texts()].filter(([name, text]) => text && text !== DEFAULTS.get(name) && !(text !== true && fault(name, text)));
  const names = set.map(([name]) => name);
  const custom = set.filter(([name]) => name.startsWith("--"));
  const theming = custom.map(([name, text]) => [name, inFull(field(name).dataset.property, text)]);
  // Without somewhere to lead there is no button to name.
  const idle = (name) => !names.includes("cta-href") && ["cta-label", "partner"].includes(name);
  const attributes = set.filter(([name]) => !name.startsWith("--") && name !== "version" && !idle(name));
  return {
    attributes,
    inputs: attributes.filter(([name]) => INPUTS.includes(name)),
    properties: [...accents(), ...theming],
    isPinned: names.includes("version"),
  };
}

// Accent colours. Each theme has one of its own: no colour stands out enough on white and on near-black.

class Accent {
  constructor(theme) {
    this.theme = theme;
    this.box = choices.querySelector(`[data-colour="${theme}"]`);
    this.text = this.box.querySelector("[type=text]");
    this.picker = this.box.querySelector("[type=color]");
    this.button = this.box.querySelector("button");
    const { color, backgroundColor } = getComputedStyle(document.querySelector(`.probe.${theme}`));
    [this.usual, this.surface] = [colour(color), colour(backgroundColor)];
    /** The last one that could be read; undefined while it is the usual one. */
    this.accepted = undefined;
    // On the way to #2f45c8 lies #2f4, which nobody has chosen: before the field is left only a whole one counts.
    const entered = (whole) => whole && (this.entered = this.text.value.trim());
    this.entered = "";
    this.text.addEventListener("input", () => entered(/^(#?[\da-f]{6})?$/i.test(this.text.value.trim())));
    this.text.addEventListener("change", () => entered(true));
    this.picker.addEventListener("input", () => this.enter(this.picker.value));
    this.button.addEventListener("click", () => {
      this.enter(this.button.value);
      this.text.focus();
    });
  }

  enter(text) {
    this.text.value = text;
    this.text.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Takes over what was entered, where it can be read against the surface; says why where it cannot. */
  read(otherwise) {
    const text = this.entered;
    const entered = colour(text);
    this.suggested = undefined;
    this.fault = "";
    if (!text) this.accepted = undefined;
    else if (!entered) this.fault = "This is not a solid colour. Write it like #2f45c8, or pick one.";
    else if (contrast(entered, this.surface) >= ENOUGH) this.accepted = entered;
    else {
      this.suggested = nearestShade(entered, this.surface);
      this.fault =
        `${hex(entered)} is refused: on the background of the ${this.theme} theme (${hex(this.surface)}) it has a contrast of ` +
        `${ratio(entered, this.surface)}, and links need ${ENOUGH}:1 to be read.`;
    }
    this.used = this.accepted ?? (otherwise && nearestShade(otherwise, this.surface));
    const shown = this.used ?? this.usual;
    this.text.placeholder = hex(this.used ?? this.usual);
    this.picker.value = hex(entered ?? shown);
    const whose = this.fault ? `${hex(shown)} stays in use: ` : "";
    const automatic = otherwise && !this.accepted ? "Follows the accent. " : "";
    const onIt = textOn(shown) === WHITE ? "white" : "black";
    this.measured =
      `${automatic}${whose}${ratio(shown, this.surface)} on the background; ${onIt} text on it, ${ratio(shown, textOn(shown))}.`;
  }

  show(complains) {
    complain(this.text, complains ? this.fault : this.fault && this.text.ariaInvalid && this.said);
    if (complains) this.said = this.fault;
    this.box.querySelector(".hint").textContent = this.measured;
    const offers = this.suggested && this.text.ariaInvalid;
    this.button.hidden = !offers;
    if (!offers) return;
    this.button.value = hex(this.suggested);
    this.button.textContent = `Use ${hex(this.suggested)}, the nearest that passes (${ratio(this.suggested, this.surface)})`;
  }
}
// Some browsers start a module before the style sheets have come, which say what the usual colours are.
for (const link of document.querySelectorAll("head [rel=stylesheet]")) {
  if (!link.sheet) await new Promise((come) => (link.onload = link.onerror = come));
}
const light = new Accent("light");
const dark = new Accent("dark");

/** The custom properties that say the accent, for the themes that are shown. */
function accents() {
  const theme = texts().get("theme");
  light.box.hidden = theme === "dark";
  dark.box.hidden = theme === "light";
  light.read();
  dark.read(theme === "auto" ? light.accepted : undefined);
  const shown = { auto: [light, dark], light: [light], dark: [dark] }[theme];
  if (shown.every(({ used }) => !used)) return [];
  const colours = shown.map(({ used, usual }) => used ?? usual);
  const both = (colours) => (colours.length > 1 ? `light-dark(${colours.map(hex).join(", ")})` : hex(colours[0]));
  return [
    ["--salary-accent", both(colours)],
    ["--salary-accent-text", both(colours.map(textOn))],
  ];
}

// What is shown.

/** Says what is wrong with a field, or no longer. */
function complain(input, message) {
  const problem = document.getElementById(`${input.id}-problem`);
  if (message) input.ariaInvalid = "true";
  else input.removeAttribute("aria-invalid");
  // Said once, not with every key.
  if (problem.textContent !== (message || "")) problem.textContent = message || "";
}

/** Shows what is wrong; while something is typed only what is no longer wrong. */
function judge(complains) {
  for (const problem of choices.querySelectorAll(".problem")) {
    const input = document.getElementById(problem.id.replace(/-problem$/, ""));
    if (!input.name) continue;
    const text = texts().get(input.name);
    const message = text && fault(input.name, text);
    if (complains || !message) complain(input, message);
  }
  for (const accent of [light, dark]) accent.show(complains);
}

function draw() {
  const choice = chosen();
  for (const [name, text] of snippets(choice, way)) {
    const code = document.getElementById(`code-${name}`);
    if (code.textContent !== text) code.textContent = text;
  }
  document.getElementById("colours").hidden = way === "iframe" || !choice.properties.length;
  document.getElementById("policy-why").hidden = way === "iframe";
  if (way === "iframe") drawFrame(choice);
  else drawElement(choice);
}

/** Brings the running calculator to what is chosen. */
function drawElement({ attributes, properties }) {
  if (!calculator.isConnected) preview.replaceChildren(calculator);
  const wanted = new Map(attributes);
  const surplus = calculator.getAttributeNames().filter((name) => name !== "style" && !wanted.has(name));
  for (const name of surplus) calculator.removeAttribute(name);
  const values = attributes.map(([name, text]) => [name, text === true ? "" : text]);
  const fresh = values.filter(([name, value]) => calculator.getAttribute(name) !== value);
  for (const [name, value] of fresh) calculator.setAttribute(name, value);
  // What was tried out in it is not in the lines.
  if (surplus.length || fresh.length) calculator.reset();
  // By script: a policy keeps style attributes out.
  for (const name of [...calculator.style]) calculator.style.removeProperty(name);
  for (const [name, text] of properties) calculator.style.setProperty(name, text);
}

let shown;
/** Puts the frame in the place of what ran before. It is a new one each time, as on the page that it is pasted into. */
function drawFrame(choice) {
  const wanted = frame(choice);
  if (preview.querySelector("iframe") && shown === String(wanted)) return;
  shown = String(wanted);
  const fresh = document.createElement("iframe");
  for (const [name, text] of wanted) fresh.setAttribute(name, text);
  const height = preview.offsetHeight;
  preview.replaceChildren(fresh);
  // Nothing below it jumps until it says how high it is.
  fresh.style.height = `${height}px`;
}

let timer;
function changed(at) {
  // A frame starts anew with every change: not with every key.
  if (way !== "iframe" || at) draw();
  judge(at);
  clearTimeout(timer);
  if (!at) timer = setTimeout(changed, QUIET, true);
}
/** What the calculator could not use may have become possible with another text beside it. */
function touched({ target }, at) {
  for (const name of refused.keys()) if (name !== target.name) refused.delete(name);
  changed(at);
}
choices.addEventListener("input", (event) => touched(event, false));
choices.addEventListener("change", (event) => touched(event, true));

// The calculator says itself which text it cannot use.
calculator.addEventListener("salary:estimate", ({ detail: { problems } }) => {
  const known = texts();
  const found = problems.filter(({ key, value }) => field(key) && value && value === known.get(key));
  if (!found.length) return;
  for (const { key, value, message } of found) refused.set(key, { text: value, message });
  changed(false);
});

// Tabs: arrows move between them, the tab key goes on to what they show.

const tabs = [...document.querySelectorAll("[role=tab]")];
function open(tab) {
  for (const each of tabs) {
    const isOpen = each === tab;
    each.ariaSelected = String(isOpen);
    each.tabIndex = isOpen ? 0 : -1;
    document.getElementById(each.getAttribute("aria-controls")).hidden = !isOpen;
  }
  way = tab.id.replace("tab-", "");
  draw();
}
for (const [at, tab] of tabs.entries()) {
  tab.addEventListener("click", () => open(tab));
  tab.addEventListener("keydown", (press) => {
    const last = tabs.length - 1;
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[press.key];
    if (next === undefined) return;
    press.preventDefault();
    tabs[next].focus();
    open(tabs[next]);
  });
}

// Copying.

async function copy(button) {
  const code = document.getElementById(button.dataset.copies);
  const selection = getSelection();
  let outcome = "Copied";
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    // A page without https, or a browser that asks: the older way, and else the visitor's own hand.
    selection.selectAllChildren(code);
    if (document.execCommand("copy")) selection.removeAllRanges();
    else outcome = "Selected";
  }
  button.textContent = outcome;
  said.textContent = outcome === "Copied" ? "Copied to the clipboard." : "Selected. Copy it with your keyboard or menu.";
  setTimeout(() => {
    button.textContent = "Copy";
    said.textContent = "";
  }, 3000);
}
for (const button of document.querySelectorAll("[data-copies]")) button.addEventListener("click", () => copy(button));

changed(true);
