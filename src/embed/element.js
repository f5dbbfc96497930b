// The element. It passes the host's attributes, properties and calls on to the program, and the program's answers back
// to the host as events.

import { OBSERVED, PASSED_ON, choices, inputOf, passedOn, settingsOf } from "./attributes.js";
import { BUILD, SITE } from "./build.js";
import { copy } from "./clipboard.js";
import { earlyActions } from "./early.js";
import { Fault } from "./fault.js";
import { about, sheet } from "./files.js";
import { FRAME, follow, makeFrame, resize, send, unfollow } from "./frames.js";
import { blockedByPolicy } from "./policy.js";
import { RESTART, drawn, hasCrashed, instance, markActive } from "./program.js";
import { toQuery } from "./query.js";

/** The time that a loaded frame has to answer, in milliseconds. */
const PATIENCE = 20_000;
/** The style of an element with a frame in it. The page in the frame has the rest of styles/base.css. */
const BOX =
  ":host { display: block; flex: 1 1 auto; align-self: stretch; justify-self: stretch; min-width: 0 } " +
  ":host([hidden]) { display: none }";

/** Resolves once the browser is idle; in Safari, which has no requestIdleCallback, in the next task. */
const idle = () => new Promise((done) => (globalThis.requestIdleCallback ?? setTimeout)(done));

export class SalaryCalculator extends HTMLElement {
  static formAssociated = true;
  static observedAttributes = OBSERVED;

  #internals = this.attachInternals();
  #shadow = this.#internals.shadowRoot ?? this.attachShadow({ mode: "open" });
  #slot = this.#shadow.querySelector("slot") ?? document.createElement("slot");
  /** Whether the content is prerendered, and the program has not drawn over it. */
  #untouched = Boolean(this.#prerendered());
  /** `waiting`, `loading`, or the way the calculator is drawn: `shadow`, `iframe`, `static`. */
  #phase = "waiting";
  /** The time at which loading began. */
  #began;
  /** The number of times that the element was cleared. If it changes during asynchronous work, that work is stale. */
  #turn = 0;
  /** The input, once it has been set or answered; null while the attributes define it. */
  #value = null;
  /** The input as the last answer wrote it. */
  #written = "";
  #shareUrl = SITE.href;
  #estimate = null;
  #calculator;
  #frame;
  /** The contact of the frame, as frames.js describes it. */
  #contact;
  #observer;
  /** The number of crashes that this element may have caused. */
  #crashes = 0;
  /** The attribute values that were reported as unusable. */
  #reported = new Set();
  #settle;
  /** Resolves to {version, ms, render} once the calculator is drawn, or the children stay. Never rejects. */
  ready = new Promise((settle) => (this.#settle = settle));

  constructor() {
    super();
    if (!this.#shadow.firstChild) this.#shadow.append(this.#slot);
    this.#shadow.addEventListener("click", (click) => this.#clicked(click));
    // The middle button follows a link too.
    this.#shadow.addEventListener("auxclick", (click) => click.button === 1 && this.#ctaClicked(click));
    this.addEventListener("click", (click) => this.#labelClicked(click));
  }

  get version() {
    return BUILD.version;
  }

  /** The input, as a query string. */
  get value() {
    return this.#value ?? inputOf(this);
  }

  /** Takes a query string, or an object with the names of the inputs. */
  set value(input) {
    const query = toQuery(input);
    this.#enter(query);
    this.#call("set", query);
    this.#post("value", { value: query });
  }

  /** Stores an input as the host wrote it. The next answer brings its canonical form. */
  #enter(query) {
    this.#value = query;
    this.#internals.setFormValue(query);
    if (!this.#calculator) return;
    // The program has processed it by then. If no new answer came, the last canonical form still applies.
    setTimeout(() => {
      if (this.#value !== query || !this.#calculator) return;
      this.#value = this.#written;
      this.#internals.setFormValue(this.#written);
    });
  }

  /** The answer; null before the first one. */
  get estimate() {
    return this.#estimate;
  }

  /** A link to this answer, without the visitor's own pay. */
  get shareUrl() {
    return this.#shareUrl;
  }

  /** Returns to the input that the attributes give. */
  reset() {
    this.value = inputOf(this);
  }

  // Not delegatesFocus, which moves the focus to the first link, and scrolls there, after a click beside a field or, in
  // Safari, on a radio button.
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
    // A value that the host set before this script ran hides the accessors.
    if (Object.hasOwn(this, "value")) {
      const { value } = this;
      delete this.value;
      this.value = value;
    }
    // When an element moves, the browser reloads its frame in a new window.
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
    // An element that was only moved is connected again by then.
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
      this.#call("enter", name, text ?? "");
    } else if (this.#calculator) {
      queueMicrotask(() => this.#call("host", this.#settings()));
    }
    if (this.#frame) this.#post("attributes", { [name]: this.#passed(name) });
  }

  #choices() {
    return choices(this, this.#complain);
  }

  #settings() {
    return settingsOf(this, this.#complain);
  }

  #passed(name) {
    return passedOn(this, this.#shadow, name);
  }

  #prerendered() {
    return this.#shadow.querySelector(".app");
  }

  /** Draws the calculator in the page, else in a frame, else not at all. After a crash it gets the fault to report. */
  async #begin(crash) {
    this.#observer?.disconnect();
    if (this.#phase !== "waiting") return;
    this.#phase = "loading";
    this.#began = performance.now();
    const turn = this.#turn;
    const { render } = this.#choices();
    let draws = ["auto", "shadow"].includes(render);
    if (crash) {
      draws &&= this.#crashes < 2;
      this.#report(crash, draws || render === "auto");
    }
    // A listener may have removed the element, or changed how it is drawn.
    if (draws && turn === this.#turn) {
      try {
        return await this.#draw(turn);
      } catch (fault) {
        if (turn === this.#turn) this.#report(fault, render === "auto");
      }
    }
    if (turn !== this.#turn) return;
    if (["auto", "iframe"].includes(render)) await this.#drawFrame();
    else this.#giveUp();
  }

  async #draw(turn) {
    const [program, styles] = await Promise.all([instance(), sheet()]);
    // The element may have left the page while it was loading, and may have come back and begun again.
    if (!this.isConnected) this.#clear();
    if (turn !== this.#turn) return;
    const settings = this.#settings();
    if (turn !== this.#turn) return;
    this.#untouched = false;
    this.#shadow.adoptedStyleSheets = [styles];
    this.#shadow.querySelector("link")?.remove();
    let app = this.#prerendered();
    const early = app && earlyActions(app);
    if (!app) {
      const root = document.createElement("div");
      Object.assign(root, { className: "root", lang: "en-GB", dir: "ltr" });
      root.part.add("root");
      app = root.appendChild(document.createElement("div"));
      app.className = "app";
      this.#shadow.append(root);
    }
    drawn.add(this);
    const onAnswer = (value, share, answer, byVisitor) =>
      this.#answered("shadow", value, SITE.href + (share && `#${share}`), JSON.parse(answer), byVisitor);
    const onWork = () => markActive(this);
    try {
      this.#calculator = new program.Calculator(app, this.value, settings, early?.input ?? "", onAnswer, onWork);
      if (early) setTimeout(early.refocus);
    } catch (error) {
      // program.js recovers from a crash.
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    }
  }

  /** Takes over a new answer, and notifies the host once the program has finished its own work. */
  #answered(render, value, shareUrl, answer, byVisitor) {
    this.#value = this.#written = value;
    this.#shareUrl = shareUrl;
    this.#estimate = answer;
    this.#internals.setFormValue(value);
    const isFirst = this.#phase === "loading";
    if (isFirst) {
      this.#phase = render;
      this.#slot.remove();
    }
    const turn = this.#turn;
    queueMicrotask(() => {
      // The program may have crashed meanwhile, or the element may have been cleared.
      if (turn !== this.#turn || hasCrashed()) return;
      if (isFirst) this.#announce(render);
      // The element in a frame reports its problems itself.
      for (const { key, value, message } of render === "shadow" ? this.#estimate.problems : []) {
        if (value && value === this.getAttribute(key)) this.#complain(key, message);
      }
      if (byVisitor) this.#emit("salary:input", { input: this.#estimate.input });
      this.#emit("salary:estimate", this.#estimate);
    });
    if (isFirst && render === "shadow") this.#explain();
  }

  #announce(render) {
    const detail = { version: BUILD.version, ms: Math.round(performance.now() - this.#began), render };
    this.#settle(detail);
    this.#emit("salary:ready", detail);
  }

  /** Adds the sources and explanations, which the calculator can do without. */
  async #explain() {
    const isExplained = () => this.#shadow.querySelector(".about");
    if (isExplained()) return;
    try {
      const content = await about();
      await idle();
      if (!isExplained()) this.#shadow.querySelector(".root")?.append(content.cloneNode(true));
    } catch (fault) {
      this.#report(fault, true);
    }
  }

  /** Draws the calculator in a frame, and falls back to the children if the frame does not answer. */
  async #drawFrame() {
    const query = new URLSearchParams(this.value);
    for (const name of PASSED_ON) {
      const text = this.#passed(name);
      if (text !== null) query.set(name, text);
    }
    const frame = makeFrame(query);
    this.#frame = frame;
    try {
      await new Promise((resolve, reject) => {
        frame.addEventListener("load", () => {
          setTimeout(() => reject(new Fault("wasm-network", `${FRAME} does not answer.`)), PATIENCE);
        });
        this.#contact = {
          origin: SITE.origin,
          // Includes what has changed since the frame's address was written.
          state: () => ({
            attributes: Object.fromEntries([...BUILD.keys, ...PASSED_ON].map((name) => [name, this.#passed(name)])),
            value: this.value,
          }),
          block: () => reject(blockedByPolicy()),
          sendTheme: () => this.#post("attributes", { theme: this.#passed("theme") }),
          receive: (message) => {
            if (message.type === "salary:estimate") resolve();
            if (message.type !== "salary:error" || message.payload.recoverable) this.#receive(message);
            else if (this.#phase === "iframe") this.#fail(message.payload);
            else reject(message.payload);
          },
        };
        const box = new CSSStyleSheet();
        box.replaceSync(BOX);
        this.#shadow.adoptedStyleSheets = [box];
        this.#shadow.append(frame);
        this.#follow();
      });
    } catch (fault) {
      if (this.#frame === frame) this.#fail(fault);
    }
  }

  #follow() {
    follow(this.#frame, this.#contact);
  }

  /** Passes on a message of the frame. */
  #receive({ type, payload, value, shareUrl }) {
    if (type === "resize") resize(this.#frame, payload);
    else if (type === "salary:estimate") this.#answered("iframe", value, shareUrl, payload, false);
    else if (["salary:input", "salary:cta", "salary:share"].includes(type)) this.#emit(type, payload);
    else if (type === "salary:error") this.#emit(type, payload);
  }

  /** Sends a message to the frame, if there is one that has greeted. */
  #post(type, payload) {
    if (this.#frame && this.#contact.greeted) send(this.#frame.contentWindow, SITE.origin, "", type, payload);
  }

  #removeFrame() {
    if (!this.#frame) return;
    unfollow(this.#contact);
    this.#frame.remove();
    this.#frame = undefined;
  }

  /** Reports that the calculator cannot be drawn, and falls back to the children. */
  #fail(fault) {
    const turn = this.#turn;
    this.#report(fault, false);
    if (turn === this.#turn) this.#giveUp();
  }

  /** Falls back to the children. */
  #giveUp() {
    this.#clear();
    this.#phase = "static";
    this.#settle({ version: BUILD.version, ms: Math.round(performance.now() - this.#began), render: "static" });
  }

  /** Removes the calculator, and shows the children again. */
  #clear() {
    this.#turn += 1;
    this.#observer?.disconnect();
    drawn.delete(this);
    this.#call("destroy");
    this.#calculator = undefined;
    this.#removeFrame();
    // A prerendered answer is better than the children.
    if (!this.#untouched) this.#shadow.replaceChildren(this.#slot);
    this.#phase = "waiting";
  }

  /** Calls a method of the calculator, if there is one. */
  #call(method, ...values) {
    if (!this.#calculator) return;
    markActive(this);
    try {
      this.#calculator[method](...values);
    } catch {
      // program.js recovers from a crash.
    }
  }

  /** Draws the calculator with a new instance of the program; only once if this element may have caused the crash. */
  [RESTART](error, isSuspect) {
    this.#calculator = undefined;
    this.#clear();
    if (isSuspect) this.#crashes += 1;
    this.#begin(new Fault("panic", `The calculator stopped: ${error.message}`));
  }

  /** Focuses the element after a click on its label, which the browser repeats here from outside the box. */
  #labelClicked(click) {
    if (click.composedPath()[0] !== this) return;
    const { clientX, clientY } = click;
    const { left, right, top, bottom } = this.getBoundingClientRect();
    if (clientX < left || clientX > right || clientY < top || clientY > bottom) this.focus();
  }

  #ctaClicked(click) {
    const cta = click.target.closest("[part~=cta]");
    if (cta && !this.#emit("salary:cta", { href: cta.href }, true)) click.preventDefault();
  }

  #clicked(click) {
    this.#ctaClicked(click);
    if (click.target.closest("[part~=share] button") && this.#emit("salary:share", { url: this.shareUrl }, true)) {
      this.#share();
    }
  }

  async #share() {
    if (await copy(this.shareUrl, this.#shadow)) this.#call("copied");
  }

  /** Dispatches an event. Returns false if a listener has cancelled it. */
  #emit(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  #report({ code = "wasm-unsupported", message }, recoverable) {
    this.#emit("salary:error", { code, message, recoverable });
  }

  /** Reports an attribute that cannot be used as it is, once for each of its values. */
  #complain = (name, message) => {
    const fault = `${name}=${this.getAttribute(name)}`;
    if (this.#reported.has(fault)) return;
    this.#reported.add(fault);
    this.#report(new Fault("bad-attribute", message), true);
  };
}
