// The first script of every partner page. It records the events of its calculators, the refusals of its policy and its
// faults.
window.events = [];
window.refused = [];
window.faults = [];
const EVENTS = ["ready", "input", "estimate", "cta", "share", "error"];
for (const type of EVENTS.map((name) => `salary:${name}`)) {
  addEventListener(type, ({ target, detail, composed, bubbles, cancelable }) => {
    events.push({ type, id: target.id, detail, flags: { bubbles, composed, cancelable } });
  });
}
document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
  if (!blockedURI.endsWith("/favicon.ico")) refused.push(`${effectiveDirective} ${blockedURI}`);
});
addEventListener("error", ({ message }) => faults.push(message));
addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));

// The values of the promise `ready` of all elements on the page, by their ids.
window.outcomes = {};
customElements.whenDefined("salary-calculator").then(() => {
  for (const { id, ready } of document.querySelectorAll("salary-calculator")) {
    ready.then((outcome) => (outcomes[id] = outcome));
  }
});

/** The details of all events of a kind, from all elements or from one. */
window.details = (type, id) =>
  events.filter((event) => event.type === `salary:${type}` && (id ?? event.id) === event.id).map(({ detail }) => detail);
window.byId = (id) => document.getElementById(id);
/** Whether an element shows its children, and no calculator. */
window.showsChildren = (element = document.querySelector("salary-calculator")) =>
  element.shadowRoot.querySelector("slot") !== null &&
  element.querySelector("a").getBoundingClientRect().height > 0 &&
  !element.shadowRoot.querySelector(".root, iframe");

// The messages that frames post here.
window.posted = [];
addEventListener("message", ({ data, origin, source }) => {
  const frame = Array.from({ length: frames.length }, (_, index) => frames[index]).indexOf(source);
  if (data?.source === "salary-calculator") posted.push({ ...data, origin, frame });
});

// Counts the traps of all WebAssembly programs on the page. A browser may hide the error of a script from another origin.
window.traps = 0;
addEventListener("error", ({ error, message }) => {
  traps += error instanceof WebAssembly.RuntimeError || (!error && message === "Script error.");
});

/** Makes the next insertion of a node throw, once. The program counts on it, so it traps. */
window.trip = () => {
  const { insertBefore } = Node.prototype;
  Node.prototype.insertBefore = () => {
    Node.prototype.insertBefore = insertBefore;
    throw new Error("not today");
  };
};

/** Makes another WebAssembly program on the page trap, the smallest that can. */
window.anotherTraps = () => {
  const code = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(code)));
  Promise.reject(new WebAssembly.RuntimeError("unreachable"));
  setTimeout(exports.f);
};

/** The box of everything in an element's shadow root, measured from the element's corner, with its computed style. */
window.looks = (element = document.querySelector("salary-calculator")) => {
  const corner = element.getBoundingClientRect();
  return [...element.shadowRoot.querySelectorAll(".root, .root *")].map((thing) => {
    const { left, top, width, height } = thing.getBoundingClientRect();
    const box = width + height > 0 && [left - corner.left, top - corner.top, width, height].map(Math.round);
    const style = getComputedStyle(thing);
    const properties = ["fontSize", "fontFamily", "lineHeight", "color", "backgroundColor", "letterSpacing", "wordSpacing",
      "textTransform", "textAlign", "textIndent", "direction", "visibility", "cursor", "display"];
    return `${thing.localName}.${thing.getAttribute("class")} ${box} ${properties.map((name) => style[name])}`;
  });
};

/** The computed style of an element of the page itself. */
window.styleOf = (selector) => {
  const style = getComputedStyle(document.querySelector(selector));
  return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
};
