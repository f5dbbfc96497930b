// The calculator in a frame: its fragment says what the element's attributes would, and it talks with the page around
// it. Nothing but its height, and that it is there, leaves it before that page has answered.
const NAME = "salary-calculator";
const element = document.querySelector(NAME);
const id = new URLSearchParams(location.hash.slice(1)).get("id") ?? Math.random().toString(36).slice(2);

/** The origin that answered. No other is talked to from then on. */
let host;
let ready;
let height = 0;
/** What went wrong before anybody had answered. */
const faults = [];

function post(type, payload, more) {
  if (parent === window) return;
  const open = type === "hello" || type === "resize";
  if (!host && !open) return;
  parent.postMessage({ source: NAME, version: 1, id, type, payload, ...more }, !host || host === "null" ? "*" : host);
}

/** The answer, and beside it what the element around a frame says of itself. */
function postEstimate() {
  const { estimate, value, shareUrl } = element;
  if (estimate) post("salary:estimate", estimate, { value, shareUrl });
}

/** Sets attributes: those of the element, but for those that say how it is drawn. */
function set(attributes) {
  const known = element.constructor.observedAttributes.filter((name) => name !== "render" && name !== "loading");
  for (const [name, text] of attributes) {
    if (!known.includes(name)) continue;
    if (text === null) element.removeAttribute(name);
    else element.setAttribute(name, text);
  }
}

for (const type of ["salary:ready", "salary:input", "salary:cta", "salary:share", "salary:error"]) {
  element.addEventListener(type, ({ detail }) => post(type, detail));
}
element.addEventListener("salary:ready", ({ detail }) => (ready = detail));
element.addEventListener("salary:error", ({ detail }) => host ?? faults.push(detail));
element.addEventListener("salary:estimate", postEstimate);

await customElements.whenDefined(NAME);

addEventListener("message", ({ data, origin, source }) => {
  if (source !== parent || data?.source !== NAME || data.version !== 1) return;
  if (data.type === "init" && host === undefined) {
    host = origin;
    if (height) post("resize", { height });
    const { attributes, value } = data.payload ?? {};
    set(Object.entries(attributes ?? {}));
    if (value !== undefined) element.value = String(value);
    for (const fault of faults) post("salary:error", fault);
    if (ready) post("salary:ready", ready);
    postEstimate();
    return;
  }
  if (origin !== host) return;
  if (data.type === "attributes") set(Object.entries(data.payload ?? {}));
  if (data.type === "value") element.value = String(data.payload?.value ?? "");
});

let followed = [];
function follow() {
  const given = [...new URLSearchParams(location.hash.slice(1))];
  const names = given.map(([name]) => name);
  set(followed.filter((name) => !names.includes(name)).map((name) => [name, null]));
  set(given);
  followed = names;
}
addEventListener("hashchange", follow);
follow();

new ResizeObserver(([{ borderBoxSize }]) => {
  const now = Math.ceil(borderBoxSize[0].blockSize);
  if (Math.abs(now - height) > 1) post("resize", { height: (height = now) });
}).observe(element);
post("hello", {});
