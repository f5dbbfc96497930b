// The element <salary-calculator>: its script half.
//
// It forwards what the page around it sets and does, and what a visitor did before there was a calculator; the Rust half
// (src/platform/element.rs) draws and reckons. It imports nothing but the program's loader, and that only when an element
// needs it. Where the calculator cannot be drawn in the page it steps down: to a frame, then to the element's own children.

// The build fills this in: names of files, their fingerprints, the names of the inputs.
const BUILD = {};

const NAME = "salary-calculator";
const SITE = new URL("../", import.meta.url);
const FRAME = new URL("frame.html", SITE).href;
/** How long a frame may take to answer once it has loaded, in milliseconds. */
const PATIENCE = 20_000;
/** How an element stands in the page where a frame is in it, which has the rest of styles/base.css for itself. */
const BOX = ":host { display: block; flex: 1 1 auto; align-self: stretch; justify-self: stretch; min-width: 0 } :host([hidden]) { display: none }";
const SETTINGS = ["lock", "compact", "heading-level", "cta-href", "cta-label", "partner"];
/** What an element tells its frame, apart from the input. */
const PASSED_ON = [...SETTINGS, "theme"];
const CHOICES = {
  theme: ["auto", "light", "dark"],
  loading: ["lazy", "eager"],
  render: ["auto", "shadow", "iframe", "static"],
  "heading-level": ["2", "3", "4", "5", "6", "none"],
};

/** Why the calculator cannot be drawn, by the codes of the event salary:error. */
class Fault extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

// What a policy of the page has refused us, if anything. It is told of a moment after the refusal.
let refused;
document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective, disposition }) => {
  const ours = blockedURI === "wasm-eval" || (URL.canParse(blockedURI) && new URL(blockedURI).origin === SITE.origin);
  if (disposition === "report" || !ours) return;
  refused = effectiveDirective;
  // A frame that is refused says nothing more, and one engine does not even say that it has loaded.
  if (refused === "frame-src") for (const { refuse } of frames.values()) refuse();
});

async function policyFault(cause) {
  await new Promise((done) => setTimeout(done));
  return refused || /content.security.policy|unsafe-eval|\bCSP\b/i.test(cause?.message) ? keptOut() : undefined;
}

function keptOut() {
  const lines = `script-src ${SITE.origin} 'wasm-unsafe-eval'; connect-src ${SITE.origin}; frame-src ${SITE.origin}`;
  return new Fault("wasm-csp", `This page's Content-Security-Policy keeps the calculator out. Add to it: ${lines}`);
}

async function get([path, integrity]) {
  const url = new URL(path, SITE);
  const response = await fetch(url, { integrity }).catch(async (cause) => {
    const policy = await policyFault(cause);
    if (policy) throw policy;
    // A file that comes, but not with this fingerprint, is another file.
    const comes = await fetch(url, { method: "HEAD" }).then(({ ok }) => ok, () => false);
    throw comes
      ? new Fault("wasm-integrity", `${url} is not the file that this version was built with.`)
      : new Fault("wasm-network", `${url} could not be fetched.`);
  });
  if (!response.ok) throw new Fault("wasm-network", `${url} answered ${response.status}.`);
  return response;
}

async function compile() {
  if (typeof WebAssembly !== "object") throw new Fault("wasm-unsupported", "This browser has no WebAssembly.");
  const response = await get(BUILD.wasm);
  try {
    // A server that calls the file something else must not keep it from running.
    const streams = response.headers.get("Content-Type")?.startsWith("application/wasm");
    return await (streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  } catch (cause) {
    throw (await policyFault(cause)) ?? new Fault("wasm-unsupported", cause.message);
  }
}

const loader = () => import(BUILD.loader);

async function fetchProgram() {
  const module = compile();
  const load = loader().catch(async (cause) => {
    throw (await policyFault(cause)) ?? new Fault("wasm-network", cause.message);
  });
  return Promise.all([load, module]);
}

/** Remembers what a promise came to, unless it failed: the next one to ask tries again. */
function once(make) {
  let made;
  return () => (made ??= make().catch((fault) => {
    made = undefined;
    throw fault;
  }));
}

const files = once(fetchProgram);
const sheet = once(async () => {
  const styles = new CSSStyleSheet();
  styles.replaceSync(await (await get(BUILD.sheet)).text());
  return styles;
});
const about = once(async () => {
  const html = await (await get(BUILD.about)).text();
  const template = document.createElement("template");
  try {
    template.innerHTML = html;
  } catch {
    throw new Fault("wasm-csp", "This page's policy lets no script write HTML: sources and explanations are left out.");
  }
  return template.content;
});
/** Comes once the browser has nothing more urgent to do. One engine does not say when that is. */
const idle = () => new Promise((done) => (globalThis.requestIdleCallback ?? setTimeout)(done));

// One instance of the program serves all elements. After a fault in it another one takes its place.
let program;
/** The instance that fell last. */
let fallen = null;
async function instance() {
  const [{ default: load }, module] = await files();
  program ??= start(load(recover), module);
  return program;
}

async function start(fresh, module) {
  try {
    await fresh.init(module);
    return fresh;
  } catch (cause) {
    program = undefined;
    // One engine lets a program be compiled and then does not let it start.
    throw (await policyFault(cause)) ?? new Fault("wasm-unsupported", cause.message);
  }
}

/** The elements that the program has drawn. */
const drawn = new Set();
/** The element that the program is busy with, or was last: it says so itself, since it often works later than it is told to. */
let busy;

/** The program has trapped. */
async function recover(error) {
  const failing = (fallen = program);
  const culprit = busy;
  const dead = await failing?.catch(() => undefined);
  // One fault can be told of more than once.
  if (!dead || program !== failing) return;
  dead.stop();
  program = undefined;
  const elements = [...drawn];
  drawn.clear();
  for (const element of elements) element[FELL](error, !culprit || culprit === element);
}
const FELL = Symbol("the program fell");

/** Frames of ours, by their windows. */
const frames = new Map();

/** A frame that was pasted into the page without an element: it is given its height. */
function pasted(window) {
  const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === window);
  if (!frame?.src.startsWith(FRAME)) return undefined;
  const opaque = frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin");
  return {
    origin: opaque ? "null" : SITE.origin,
    hear: ({ type, payload }) => type === "resize" && grow(frame, payload),
  };
}

function grow(frame, payload) {
  const height = payload?.height;
  if (Number.isFinite(height) && Math.abs(frame.clientHeight - height) > 1) frame.style.height = `${height}px`;
}

function say(window, origin, id, type, payload) {
  // What has no origin of its own, as a sandboxed frame, can only be named by its window.
  window?.postMessage({ source: NAME, version: 1, id, type, payload }, origin === "null" ? "*" : origin);
}

addEventListener("message", ({ data, origin, source }) => {
  if (data?.source !== NAME || data.version !== 1 || !source) return;
  const known = frames.get(source) ?? pasted(source);
  if (known?.origin !== origin) return;
  if (data.type !== "hello") return known.hear(data);
  known.greeted = true;
  say(source, origin, data.id, "init", known.now?.() ?? {});
});

// A page that is as the visitor's system is changes with it, and so do its frames.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  for (const { dress } of frames.values()) dress();
});

// Frames that were there before this script have said hello to nobody. What they are told is no secret.
for (const { contentWindow } of document.querySelectorAll("iframe")) {
  if (pasted(contentWindow)) say(contentWindow, "null", "", "init", {});
}

class SalaryCalculator extends HTMLElement {
  static formAssociated = true;
  static observedAttributes = [...BUILD.keys, ...Object.keys(CHOICES), ...SETTINGS];

  #internals = this.attachInternals();
  #shadow = this.#internals.shadowRoot ?? this.attachShadow({ mode: "open" });
  #slot = this.#shadow.querySelector("slot") ?? document.createElement("slot");
  /** Whether what is in it came with the page, and is still as it came. */
  #untouched = Boolean(this.#prerendered());
  #phase = "waiting";
  #began;
  /** How often what was drawn, or was going to be, has been given up. */
  #turn = 0;
  #value = null;
  /** The input as it was written with the last answer. */
  #written = "";
  #shareUrl = SITE.href;
  #estimate = null;
  #calculator;
  #frame;
  /** How the frame is talked with. */
  #contact;
  #observer;
  #falls = 0;
  #reported = new Set();
  #settle;
  /** Comes to {version, ms, render} once the calculator is drawn, or once it is clear that it will not be. */
  ready = new Promise((settle) => (this.#settle = settle));

  constructor() {
    super();
    if (!this.#shadow.firstChild) this.#shadow.append(this.#slot);
    this.#shadow.addEventListener("click", (click) => this.#clicked(click));
    // The middle button opens a link elsewhere.
    this.#shadow.addEventListener("auxclick", (click) => click.button === 1 && this.#called(click));
    this.addEventListener("click", (click) => this.#labelled(click));
  }

  get version() {
    return BUILD.version;
  }

  /** The input, as a query string. */
  get value() {
    return this.#value ?? this.#fromAttributes();
  }

  /** A query string, or an object with the names of the inputs. */
  set value(input) {
    const query = toQuery(input);
    this.#enter(query);
    this.#do("set", query);
    this.#post("value", { value: query });
  }

  /** Takes over an input as it was written. Where the answer stays the same, it is soon written as it was before. */
  #enter(query) {
    this.#value = query;
    this.#internals.setFormValue(query);
    if (!this.#calculator) return;
    // The calculator has gone about it by then.
    setTimeout(() => {
      if (this.#value !== query || !this.#calculator) return;
      this.#value = this.#written;
      this.#internals.setFormValue(this.#written);
    });
  }

  /** The answer; null before there is one. */
  get estimate() {
    return this.#estimate;
  }

  /** A link to this answer, without the visitor's own pay. */
  get shareUrl() {
    return this.#shareUrl;
  }

  /** Goes back to the input that the attributes say. */
  reset() {
    this.value = this.#fromAttributes();
  }

  // Not by delegatesFocus: with it a click beside a field, and in Safari a click on a radio button, would move the focus
  // to the first link, and the page to where that is.
  focus(options) {
    this.#shadow.querySelector("input, select, a, button, iframe")?.focus(options);
  }

  formResetCallback() {
    this.reset();
  }

  formStateRestoreCallback(state) {
    this.value = state;
  }

  connectedCallback() {
    // What was set before this script came stands in the way of the property.
    if (Object.hasOwn(this, "value")) {
      const { value } = this;
      delete this.value;
      this.value = value;
    }
    // Where the element has been moved the browser loads its frame anew, as another window.
    if (this.#frame) this.#follow();
    if (this.#phase !== "waiting") return;
    this.#internals.setFormValue(this.value);
    this.#observer?.disconnect();
    const { loading } = this.#choices();
    if (loading === "eager" || this.#prerendered()) return void this.#begin();
    this.#observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#begin(),
      { rootMargin: "400px" },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    // One that is only moved is back by then.
    setTimeout(() => this.isConnected || this.#clear());
  }

  attributeChangedCallback(name, before, text) {
    if (before === text) return;
    if (name === "loading") {
      this.#choices();
      if (text === "eager" && this.#observer && this.isConnected) this.#begin();
      return;
    }
    if (name === "render") {
      if (this.#phase === "waiting") return;
      this.#clear();
      if (this.isConnected) this.connectedCallback();
      return;
    }
    if (BUILD.keys.includes(name)) {
      if (this.#value !== null) {
        const input = new URLSearchParams(this.#value);
        input.delete(name);
        if (text) input.set(name, text);
        this.#enter(input.toString());
      } else this.#internals.setFormValue(this.value);
      this.#do("enter", name, text ?? "");
    } else if (this.#calculator) {
      queueMicrotask(() => this.#do("host", this.#settings()));
    }
    if (this.#frame) this.#post("attributes", { [name]: this.#passed(name) });
  }

  /** An attribute as the page in a frame has to have it: an address, and what is automatic, mean what they mean here. */
  #passed(name) {
    const text = this.getAttribute(name);
    if (name === "theme") return ["light", "dark"].includes(text) ? text : this.#scheme();
    const leads = name === "cta-href" && text && URL.canParse(text, document.baseURI);
    return leads ? new URL(text, document.baseURI).href : text;
  }

  /** Whether the page is light or dark here. */
  #scheme() {
    const probe = this.#shadow.appendChild(document.createElement("i"));
    probe.style.color = "light-dark(white, black)";
    const isDark = probe.style.color && getComputedStyle(probe).color === "rgb(0, 0, 0)";
    probe.remove();
    return isDark ? "dark" : "light";
  }

  #prerendered() {
    return this.#shadow.querySelector(".app");
  }

  #fromAttributes() {
    if (this.dataset.page !== undefined) return location.hash.slice(1);
    const given = BUILD.keys.filter((key) => this.getAttribute(key));
    return new URLSearchParams(given.map((key) => [key, this.getAttribute(key)])).toString();
  }

  /** The attributes that are one of a few words; a word that is none of them counts as left out. */
  #choices() {
    const choice = ([name, words]) => {
      const text = this.getAttribute(name);
      if (text === null || words.includes(text)) return [name, text ?? words[0]];
      this.#bad(name, `${name} must be one of ${words.join(", ")}.`);
      return [name, words[0]];
    };
    return Object.fromEntries(Object.entries(CHOICES).map(choice));
  }

  #cta() {
    const [href, partner] = [this.getAttribute("cta-href"), this.getAttribute("partner")];
    if (!href) return "";
    const url = URL.canParse(href, document.baseURI) && new URL(href, document.baseURI);
    if (!/^https?:$/.test(url.protocol)) {
      this.#bad("cta-href", "cta-href must be an http or https address.");
      return "";
    }
    if (/^[\w-]+$/.test(partner)) {
      if (partner) url.searchParams.set("partner", partner);
    } else if (partner) {
      this.#bad("partner", "partner takes letters, digits, - and _.");
    }
    return url.href;
  }

  /** What the page has set apart from the input, as the program reads it. */
  #settings() {
    const level = this.#choices()["heading-level"];
    const lock = this.getAttribute("lock") ?? "";
    const unknown = lock.split(/\s+/).filter((key) => key && !BUILD.keys.includes(key));
    if (unknown.length) this.#bad("lock", `lock has no input called ${unknown.join(" or ")}.`);
    const settings = {
      base: this.dataset.page === undefined ? SITE.href : "",
      lock,
      compact: this.hasAttribute("compact"),
      "heading-level": level,
      "cta-href": this.#cta(),
      "cta-label": this.getAttribute("cta-label") ?? "",
    };
    return new URLSearchParams(settings).toString();
  }

  /** Draws it, as far down as it has to step; anew where the program fell. */
  async #begin(fall) {
    this.#observer?.disconnect();
    if (this.#phase !== "waiting") return;
    this.#phase = "loading";
    this.#began = performance.now();
    const turn = this.#turn;
    const { render } = this.#choices();
    let draws = ["auto", "shadow"].includes(render);
    if (fall) {
      draws &&= this.#falls < 2;
      this.#report(fall, draws || render === "auto");
    }
    // Who is told of a fault may take the element away, or want it drawn otherwise.
    if (draws && turn === this.#turn) {
      try {
        return await this.#draw(turn);
      } catch (fault) {
        if (turn === this.#turn) this.#report(fault, render === "auto");
      }
    }
    if (turn !== this.#turn) return;
    if (["auto", "iframe"].includes(render)) await this.#embed();
    else this.#stay();
  }

  async #draw(turn) {
    const [program, styles] = await Promise.all([instance(), sheet()]);
    // Taken off the page while it was loading; it may be back by now, and loading anew.
    if (!this.isConnected) this.#clear();
    if (turn !== this.#turn) return;
    const settings = this.#settings();
    if (turn !== this.#turn) return;
    this.#untouched = false;
    this.#shadow.adoptedStyleSheets = [styles];
    this.#shadow.querySelector("link")?.remove();
    let app = this.#prerendered();
    const early = app && doneBefore(app);
    if (!app) {
      const root = document.createElement("div");
      Object.assign(root, { className: "root", lang: "en-GB", dir: "ltr" });
      root.part.add("root");
      app = root.appendChild(document.createElement("div"));
      app.className = "app";
      this.#shadow.append(root);
    }
    drawn.add(this);
    const tell = (value, share, answer, byVisitor) =>
      this.#told("shadow", value, SITE.href + (share && `#${share}`), JSON.parse(answer), byVisitor);
    const atWork = () => (busy = this);
    try {
      this.#calculator = new program.Calculator(app, this.value, settings, early?.input ?? "", tell, atWork);
      if (early) setTimeout(early.refocus);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    }
  }

  /** There is a new answer. What listens is told once the program is done with its own work. */
  #told(render, value, shareUrl, answer, byVisitor) {
    this.#value = this.#written = value;
    this.#shareUrl = shareUrl;
    this.#estimate = answer;
    this.#internals.setFormValue(value);
    const first = this.#phase === "loading";
    if (first) {
      this.#phase = render;
      this.#slot.remove();
    }
    const turn = this.#turn;
    queueMicrotask(() => {
      // It may have fallen meanwhile, or been taken away.
      if (turn !== this.#turn || program === fallen) return;
      if (first) this.#isReady(render);
      // A frame says so itself.
      for (const { key, value, message } of render === "shadow" ? this.#estimate.problems : []) {
        if (value && value === this.getAttribute(key)) this.#bad(key, message);
      }
      if (byVisitor) this.#emit("salary:input", { input: this.#estimate.input });
      this.#emit("salary:estimate", this.#estimate);
    });
    if (first && render === "shadow") this.#explain();
  }

  #isReady(render) {
    const news = { version: BUILD.version, ms: Math.round(performance.now() - this.#began), render };
    this.#settle(news);
    this.#emit("salary:ready", news);
  }

  /** Brings in what explains the answer; it does without where that cannot be had. */
  async #explain() {
    const explained = () => this.#shadow.querySelector(".about");
    if (explained()) return;
    try {
      const content = await about();
      await idle();
      if (!explained()) this.#shadow.querySelector(".root")?.append(content.cloneNode(true));
    } catch (fault) {
      this.#report(fault, true);
    }
  }

  /** Steps down to a frame, and where that does not answer, to the children. */
  async #embed() {
    const frame = document.createElement("iframe");
    const input = new URLSearchParams(this.value);
    for (const name of PASSED_ON) {
      const text = this.#passed(name);
      if (text !== null) input.set(name, text);
    }
    Object.assign(frame, { src: `${FRAME}#${input}`, title: BUILD.title, allow: "clipboard-write" });
    Object.assign(frame.style, { display: "block", width: "100%", height: "0", border: "0" });
    this.#frame = frame;
    try {
      await new Promise((resolve, fail) => {
        frame.addEventListener("load", () => {
          setTimeout(() => fail(new Fault("wasm-network", `${FRAME} does not answer.`)), PATIENCE);
        });
        this.#contact = {
          origin: SITE.origin,
          // What has changed since its address was written.
          now: () => ({
            attributes: Object.fromEntries([...BUILD.keys, ...PASSED_ON].map((name) => [name, this.#passed(name)])),
            value: this.value,
          }),
          refuse: () => fail(keptOut()),
          dress: () => this.#post("attributes", { theme: this.#passed("theme") }),
          hear: (said) => {
            if (said.type === "salary:estimate") resolve();
            if (said.type !== "salary:error" || said.payload.recoverable) this.#heard(said);
            else if (this.#phase === "iframe") this.#lost(said.payload);
            else fail(said.payload);
          },
        };
        const box = new CSSStyleSheet();
        box.replaceSync(BOX);
        this.#shadow.adoptedStyleSheets = [box];
        this.#shadow.append(frame);
        this.#follow();
      });
    } catch (fault) {
      if (this.#frame === frame) this.#lost(fault);
    }
  }

  /** It cannot be drawn any more. */
  #lost(fault) {
    const turn = this.#turn;
    this.#report(fault, false);
    if (turn === this.#turn) this.#stay();
  }

  /** Listens to the window that the frame has now. */
  #follow() {
    this.#unfollow();
    this.#contact.greeted = false;
    frames.set(this.#frame.contentWindow, this.#contact);
  }

  /** Listens no more: by whom, because a frame that is gone has no window. */
  #unfollow() {
    for (const [window, contact] of frames) if (contact === this.#contact) frames.delete(window);
  }

  /** What a frame of ours says. */
  #heard({ type, payload, value, shareUrl }) {
    if (type === "resize") grow(this.#frame, payload);
    else if (type === "salary:estimate") this.#told("iframe", value, shareUrl, payload, false);
    else if (["salary:input", "salary:cta", "salary:share"].includes(type)) this.#emit(type, payload);
    else if (type === "salary:error") this.#emit(type, payload);
  }

  #dropFrame() {
    if (!this.#frame) return;
    this.#unfollow();
    this.#frame.remove();
    this.#frame = undefined;
  }

  #post(type, payload) {
    if (this.#frame && this.#contact.greeted) say(this.#frame.contentWindow, SITE.origin, "", type, payload);
  }

  /** Leaves it to the children. */
  #stay() {
    this.#clear();
    this.#phase = "static";
    this.#settle({ version: BUILD.version, ms: Math.round(performance.now() - this.#began), render: "static" });
  }

  /** Takes off the page what was drawn, and shows the children again. */
  #clear() {
    this.#turn += 1;
    this.#observer?.disconnect();
    drawn.delete(this);
    this.#do("destroy");
    this.#calculator = undefined;
    this.#dropFrame();
    // What came with the page is better than nothing.
    if (!this.#untouched) this.#shadow.replaceChildren(this.#slot);
    this.#phase = "waiting";
  }

  /** Calls the calculator, where there is one. */
  #do(action, ...values) {
    if (!this.#calculator) return;
    busy = this;
    try {
      this.#calculator[action](...values);
    } catch {
      // Where it was a trap, it is being recovered from.
    }
  }

  /** The program fell. It is drawn again by a fresh one, but where it was this element's doing only once. */
  [FELL](error, byThisOne) {
    this.#calculator = undefined;
    this.#clear();
    if (byThisOne) this.#falls += 1;
    this.#begin(new Fault("panic", `The calculator stopped: ${error.message}`));
  }

  /** A click on a label of this element comes here too, from outside of its box. */
  #labelled(click) {
    if (click.composedPath()[0] !== this) return;
    const { clientX, clientY } = click;
    const { left, right, top, bottom } = this.getBoundingClientRect();
    if (clientX < left || clientX > right || clientY < top || clientY > bottom) this.focus();
  }

  #called(click) {
    const cta = click.target.closest("[part~=cta]");
    if (cta && !this.#emit("salary:cta", { href: cta.href }, true)) click.preventDefault();
  }

  #clicked(click) {
    this.#called(click);
    if (click.target.closest("[part~=share] button") && this.#emit("salary:share", { url: this.shareUrl }, true)) {
      this.#copy(this.shareUrl);
    }
  }

  async #copy(url) {
    try {
      await navigator.clipboard.writeText(url);
    } catch {
      // A page without https, or a frame that may not: the older way.
      const before = this.#shadow.activeElement;
      const field = this.#shadow.appendChild(document.createElement("input"));
      field.value = url;
      field.select();
      const copied = document.execCommand("copy");
      field.remove();
      before?.focus();
      if (!copied) return;
    }
    this.#do("copied");
  }

  #emit(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  #report({ code = "wasm-unsupported", message }, recoverable) {
    this.#emit("salary:error", { code, message, recoverable });
  }

  /** Says that an attribute is not used as it is, once for each of its values. */
  #bad(name, message) {
    const fault = `${name}=${this.getAttribute(name)}`;
    if (this.#reported.has(fault)) return;
    this.#reported.add(fault);
    this.#report(new Fault("bad-attribute", message), true);
  }
}

/** What a visitor did before the program came, as src/state/early.rs reads it, and a way back to the focus. */
function doneBefore(app) {
  const input = new URLSearchParams();
  const { activeElement } = app.getRootNode();
  const focused = app.contains(activeElement) ? activeElement : undefined;
  if (focused?.name) input.set("focused", focused.name);
  for (const { id } of app.querySelectorAll("details[open]")) input.append("open", id);
  const fields = [...app.querySelectorAll("[name]")];
  // Last what is still being typed into, so that nothing that follows takes it for finished.
  const isFocused = ({ name }) => name === focused?.name;
  fields.sort((one, other) => isFocused(one) - isFocused(other));
  for (const { name, type, value, checked, defaultChecked, defaultValue, selectedOptions } of fields) {
    if (selectedOptions) {
      if (selectedOptions[0]?.defaultSelected === false) input.set(name, value);
    } else if (type === "radio") {
      if (checked && !defaultChecked) input.set(name, value);
    } else if (type === "checkbox") {
      // Boxes of one name are one input: those that are ticked, with a comma between them.
      const ticked = fields.filter((field) => field.name === name && field.checked).map(({ value }) => value);
      if (checked !== defaultChecked) input.set(name, ticked.join());
    } else if (value !== defaultValue) input.set(name, value);
  }
  const back = focused && selector(focused);
  const caret = focused?.selectionEnd;
  const refocus = () => {
    const target = back && app.querySelector(back);
    target?.focus();
    if (typeof caret === "number" && target?.selectionEnd !== null) target?.setSelectionRange(caret, caret);
  };
  return { input: input.toString(), refocus };
}

/** What leads to an element again once it is drawn anew: its tag and what sets it apart, or else what it stands in. */
function selector(element) {
  const marks = ({ attributes }, ...names) =>
    names.map((name) => attributes[name] && `[${name}="${CSS.escape(attributes[name].value)}"]`).join("");
  const { parentElement, tagName, type, value } = element;
  const own = marks(element, "name", "href", "popovertarget");
  if (!own) return `${marks(parentElement, "id", "part", "class")} > ${tagName}`;
  return tagName + own + marks(element, "type") + (/radio|checkbox/.test(type) ? `[value="${CSS.escape(value)}"]` : "");
}

function toQuery(input) {
  if (input === null || typeof input !== "object" || input instanceof URLSearchParams) return String(input ?? "");
  const name = (key) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  return new URLSearchParams(given.map(([key, value]) => [name(key), value])).toString();
}

// Another copy of this script, or another version, may have been there before.
if (!customElements.get(NAME)) customElements.define(NAME, SalaryCalculator);
