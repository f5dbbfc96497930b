// The calculator in a frame. The fragment of its address replaces the element's attributes, and messages replace its
// properties and events. Until the host has answered, it sends only a greeting and its height.
const NAME = "salary-calculator";
const element = document.querySelector(NAME);
const id = new URLSearchParams(location.hash.slice(1)).get("id") ?? Math.random().toString(36).slice(2);

/** The origin of the host, once it has answered. From then on no other origin gets a message. */
let host;
/** The detail of the event salary:ready. */
let ready;
let height = 0;
/** The errors before the host has answered. */
const faults = [];

function post(type, payload, more) {
  if (parent === window) return;
  const open = type === "hello" || type === "resize";
  if (!host && !open) return;
  parent.postMessage({ source: NAME, version: 1, id, type, payload, ...more }, !host || host === "null" ? "*" : host);
}

/** Posts the answer, with the values that an element around this frame needs for its own properties. */
function postEstimate() {
  const { estimate, value, shareUrl } = element;
  if (estimate) post("salary:estimate", estimate, { value, shareUrl });
}

/** Sets attributes of the element, except those that say how and when it is drawn. A null removes one. */
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

/** The attributes that the fragment has set. */
let followed = [];
/** Sets the attributes that the fragment names, and removes those that it no longer names. */
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
