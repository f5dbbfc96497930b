// On every page of a partner: remembers what the calculators on it say, what its policy refuses, and what goes wrong.
window.said = [];
window.refused = [];
window.faults = [];
const EVENTS = ["ready", "input", "estimate", "cta", "share", "error"];
for (const type of EVENTS.map((name) => `salary:${name}`)) {
  addEventListener(type, ({ target, detail, composed, bubbles, cancelable }) => {
    said.push({ type, id: target.id, detail, flags: { bubbles, composed, cancelable } });
  });
}
document.addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
  if (!blockedURI.endsWith("/favicon.ico")) refused.push(`${effectiveDirective} ${blockedURI}`);
});
addEventListener("error", ({ message }) => faults.push(message));
addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));

// What the elements that stand in the page come to, by their ids.
window.outcomes = {};
customElements.whenDefined("salary-calculator").then(() => {
  for (const { id, ready } of document.querySelectorAll("salary-calculator")) ready.then((news) => (outcomes[id] = news));
});

/** The details of all events of a kind, from all elements or from one. */
window.heard = (type, id) =>
  said.filter((event) => event.type === `salary:${type}` && (id ?? event.id) === event.id).map(({ detail }) => detail);
window.byId = (id) => document.getElementById(id);
/** Whether the children of an element are what is shown. */
window.showsChildren = (element = document.querySelector("salary-calculator")) =>
  element.shadowRoot.querySelector("slot") !== null &&
  element.querySelector("a").getBoundingClientRect().height > 0 &&
  !element.shadowRoot.querySelector(".root, iframe");

// What frames send here.
window.posted = [];
addEventListener("message", ({ data, origin, source }) => {
  const frame = Array.from({ length: frames.length }, (_, at) => frames[at]).indexOf(source);
  if (data?.source === "salary-calculator") posted.push({ ...data, origin, frame });
});

// Faults of programs, of whomever. One engine does not say what went wrong in a program from elsewhere.
window.traps = 0;
addEventListener("error", ({ error, message }) => {
  traps += error instanceof WebAssembly.RuntimeError || (!error && message === "Script error.");
});

/** Takes from a program, once, what it counts on: the browser putting a node where it belongs. It traps. */
window.trip = () => {
  const { insertBefore } = Node.prototype;
  Node.prototype.insertBefore = () => {
    Node.prototype.insertBefore = insertBefore;
    throw new Error("not today");
  };
};

/** Another program on the page traps: the smallest that can. */
window.anotherTraps = () => {
  const code = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(code)));
  Promise.reject(new WebAssembly.RuntimeError("unreachable"));
  setTimeout(exports.f);
};

/** All that can be seen of what is in the element's shadow: where each thing stands, from its corner, and how it looks. */
window.looks = (element = document.querySelector("salary-calculator")) => {
  const corner = element.getBoundingClientRect();
  return [...element.shadowRoot.querySelectorAll(".root, .root *")].map((thing) => {
    const { left, top, width, height } = thing.getBoundingClientRect();
    const place = width + height > 0 && [left - corner.left, top - corner.top, width, height].map(Math.round);
    const style = getComputedStyle(thing);
    const properties = ["fontSize", "fontFamily", "lineHeight", "color", "backgroundColor", "letterSpacing", "wordSpacing",
      "textTransform", "textAlign", "textIndent", "direction", "visibility", "cursor", "display"];
    return `${thing.localName}.${thing.getAttribute("class")} ${place} ${properties.map((name) => style[name])}`;
  });
};

/** How a thing of the page itself looks. */
window.styleOf = (selector) => {
  const style = getComputedStyle(document.querySelector(selector));
  return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
};
