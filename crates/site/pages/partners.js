// The page for partners: reads their choices, shows the code to paste, and runs it. Nothing is stored or sent.
//
// Each field is named after the attribute or custom property that it sets. The code leaves out defaults.

import { ENOUGH, WHITE, colour, contrast, hex, nearestShade, ratio, textOn } from "./partners/colour.js";
import { frame, snippets } from "./partners/snippets.js";

const choices = document.getElementById("choices");
const calculator = document.querySelector("salary-calculator");
const preview = document.getElementById("preview");
const said = document.getElementById("said");
const INPUTS = [...document.querySelectorAll("[name=lock]")].map(({ value }) => value);
/** The pause in typing after which a problem is shown, in milliseconds. */
const QUIET = 600;

/** The open tab: `script`, `iframe`, `wordpress` or `react`. */
let way = "script";

/** The inputs that the calculator could not use, by name: their texts, and its messages. */
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

/** Returns the reason why a text cannot be used, or undefined. */
function fault(name, text) {
  if (refused.get(name)?.text === text) return refused.get(name).message;
  if (name === "cta-href" && !(URL.canParse(text) && /^https?:\/\//i.test(text))) {
    return "Write the whole address, with https:// at its start.";
  }
  if (name === "partner" && !/^[\w-]+$/.test(text)) return "Use letters, digits, - and _ only.";
  const { property, example } = field(name)?.dataset ?? {};
  if (property && !completed(property, text)) return `This is not a value that CSS accepts. Write it like ${example}.`;
  return undefined;
}
/** Completes a CSS value: an open quote, for example, would swallow the lines after it. Empty for an invalid value. */
function completed(property, text) {
  const { style } = document.createElement("i");
  style.setProperty(property, text);
  return style.getPropertyValue(property);
}
const field = (name) => choices.querySelector(`input[name="${name}"]:not([type=radio], [type=checkbox])`);

/** Collects the attributes and custom properties that differ from their defaults and can be used. */
function chosen() {
  const isUsable = (name, text) => text === true || !fault(name, text);
  const set = [...texts()].filter(([name, text]) => text && text !== DEFAULTS.get(name) && isUsable(name, text));
  const names = set.map(([name]) => name);
  const custom = set.filter(([name]) => name.startsWith("--"));
  const theming = custom.map(([name, text]) => [name, completed(field(name).dataset.property, text)]);
  // Without an address there is no button.
  const idle = (name) => !names.includes("cta-href") && ["cta-label", "partner"].includes(name);
  const attributes = set.filter(([name]) => !name.startsWith("--") && name !== "version" && !idle(name));
  return {
    attributes,
    inputs: attributes.filter(([name]) => INPUTS.includes(name)),
    properties: [...accents(), ...theming],
    isPinned: names.includes("version"),
  };
}

// Accent colours. Each theme has its own, because few colours have enough contrast with both white and near-black.

class Accent {
  constructor(theme) {
    this.theme = theme;
    this.box = choices.querySelector(`[data-colour="${theme}"]`);
    this.text = this.box.querySelector("[type=text]");
    this.picker = this.box.querySelector("[type=color]");
    this.button = this.box.querySelector("button");
    const { color, backgroundColor } = getComputedStyle(document.querySelector(`.probe.${theme}`));
    [this.usual, this.surface] = [colour(color), colour(backgroundColor)];
    /** The last colour with enough contrast; undefined while the default is used. */
    this.accepted = undefined;
    // While the visitor types, only six digits count: #2f45c8 begins with #2f4, which is a colour too.
    const entered = (isComplete) => isComplete && (this.entered = this.text.value.trim());
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

  /** Takes over the entered colour if it has enough contrast. Without one, the accent follows `leader`. */
  read(leader) {
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
        `${hex(entered)} is refused: on the background of the ${this.theme} theme (${hex(this.surface)}) it has a ` +
        `contrast of ${ratio(entered, this.surface)}, and links need ${ENOUGH}:1 to be read.`;
    }
    this.used = this.accepted ?? (leader && nearestShade(leader, this.surface));
    const shown = this.used ?? this.usual;
    this.text.placeholder = hex(this.used ?? this.usual);
    this.picker.value = hex(entered ?? shown);
    const remaining = this.fault ? `${hex(shown)} stays in use: ` : "";
    const automatic = leader && !this.accepted ? "Follows the accent. " : "";
    const onIt = textOn(shown) === WHITE ? "white" : "black";
    this.measured =
      `${automatic}${remaining}${ratio(shown, this.surface)} on the background; ` +
      `${onIt} text on it, ${ratio(shown, textOn(shown))}.`;
  }

  show(complains) {
    complain(this.text, complains ? this.fault : this.fault && this.text.ariaInvalid && this.said);
    if (complains) this.said = this.fault;
    this.box.querySelector(".hint").textContent = this.measured;
    const offers = this.suggested && this.text.ariaInvalid;
    this.button.hidden = !offers;
    if (!offers) return;
    this.button.value = hex(this.suggested);
    this.button.textContent =
      `Use ${hex(this.suggested)}, the nearest that passes (${ratio(this.suggested, this.surface)})`;
  }
}
// The default colours come from the style sheets, and some browsers run a module before those have loaded.
for (const link of document.querySelectorAll("head [rel=stylesheet]")) {
  if (!link.sheet) await new Promise((done) => (link.onload = link.onerror = done));
}
const light = new Accent("light");
const dark = new Accent("dark");

/** Returns the custom properties of the accent, for the chosen themes. */
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

// The code, the preview and the problems.

/** Shows the problem of a field, or clears it. */
function complain(input, message) {
  const problem = document.getElementById(`${input.id}-problem`);
  if (message) input.ariaInvalid = "true";
  else input.removeAttribute("aria-invalid");
  // A screen reader announces every write, even of the same text.
  if (problem.textContent !== (message || "")) problem.textContent = message || "";
}

/** Shows the problems. While the visitor types, it only clears those that are solved. */
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

/** Applies the choice to the calculator in the preview. */
function drawElement({ attributes, properties }) {
  if (!calculator.isConnected) preview.replaceChildren(calculator);
  const wanted = new Map(attributes);
  const surplus = calculator.getAttributeNames().filter((name) => name !== "style" && !wanted.has(name));
  for (const name of surplus) calculator.removeAttribute(name);
  const values = attributes.map(([name, text]) => [name, text === true ? "" : text]);
  const fresh = values.filter(([name, value]) => calculator.getAttribute(name) !== value);
  for (const [name, value] of fresh) calculator.setAttribute(name, value);
  // Discards what the visitor tried out in the preview, because the code does not include it.
  if (surplus.length || fresh.length) calculator.reset();
  // By script, because a Content-Security-Policy can block style attributes.
  for (const name of [...calculator.style]) calculator.style.removeProperty(name);
  for (const [name, text] of properties) calculator.style.setProperty(name, text);
}

let shown;
/** Shows the frame in the preview. Each change makes a new one, because a pasted frame never changes. */
function drawFrame(choice) {
  const wanted = frame(choice);
  if (preview.querySelector("iframe") && shown === String(wanted)) return;
  shown = String(wanted);
  const fresh = document.createElement("iframe");
  for (const [name, text] of wanted) fresh.setAttribute(name, text);
  const height = preview.offsetHeight;
  preview.replaceChildren(fresh);
  // The height stays until the frame reports its own, so that the page does not jump.
  fresh.style.height = `${height}px`;
}

let timer;
/** Updates the page after a change. It is final after a pause in typing, or with the event `change`. */
function changed(isFinal) {
  // A frame reloads with every change, so it waits until the visitor stops typing.
  if (way !== "iframe" || isFinal) draw();
  judge(isFinal);
  clearTimeout(timer);
  if (!isFinal) timer = setTimeout(changed, QUIET, true);
}
/** Handles a change of a field, which can make the refused texts of other fields usable. */
function touched({ target }, isFinal) {
  for (const name of refused.keys()) if (name !== target.name) refused.delete(name);
  changed(isFinal);
}
choices.addEventListener("input", (event) => touched(event, false));
choices.addEventListener("change", (event) => touched(event, true));

// The calculator reports the inputs that it cannot use.
calculator.addEventListener("salary:estimate", ({ detail: { problems } }) => {
  const known = texts();
  const found = problems.filter(({ key, value }) => field(key) && value && value === known.get(key));
  if (!found.length) return;
  for (const { key, value, message } of found) refused.set(key, { text: value, message });
  changed(false);
});

// Tabs: the arrow keys move between them, the Tab key moves on to the panel.

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
    const [left, right] = [at === 0 ? last : at - 1, at === last ? 0 : at + 1];
    const next = { ArrowRight: right, ArrowLeft: left, Home: 0, End: last }[press.key];
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
    // Without https or permission there is no clipboard. If the older command fails too, the selection stays.
    selection.selectAllChildren(code);
    if (document.execCommand("copy")) selection.removeAllRanges();
    else outcome = "Selected";
  }
  button.textContent = outcome;
  said.textContent =
    outcome === "Copied" ? "Copied to the clipboard." : "Selected. Copy it with your keyboard or menu.";
  setTimeout(() => {
    button.textContent = "Copy";
    said.textContent = "";
  }, 3000);
}
for (const button of document.querySelectorAll("[data-copies]")) button.addEventListener("click", () => copy(button));

changed(true);
