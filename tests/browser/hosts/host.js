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
