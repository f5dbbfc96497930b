// The attributes of the element. `complain` takes the name of one that cannot be used as it is, and the reason.

import { BUILD, SITE } from "./build.js";

/** Attributes that shape the calculator, apart from its input. */
const SETTINGS = ["lock", "compact", "heading-level", "cta-href", "cta-label", "partner"];
/** Attributes that take one of a few words. The first word is the default. */
const CHOICES = {
  theme: ["auto", "light", "dark"],
  loading: ["lazy", "eager"],
  render: ["auto", "shadow", "iframe", "static"],
  "heading-level": ["2", "3", "4", "5", "6", "none"],
};

export const OBSERVED = [...BUILD.keys, ...Object.keys(CHOICES), ...SETTINGS];
/** Attributes that a frame gets, apart from the input. */
export const PASSED_ON = [...SETTINGS, "theme"];

/** Reads the attributes that take one of a few words. Any other word counts as the default. */
export function choices(element, complain) {
  const choice = ([name, words]) => {
    const text = element.getAttribute(name);
    if (text === null || words.includes(text)) return [name, text ?? words[0]];
    complain(name, `${name} must be one of ${words.join(", ")}.`);
    return [name, words[0]];
  };
  return Object.fromEntries(Object.entries(CHOICES).map(choice));
}

/** Reads the input, as a query string. On the site's own page it is in the address instead. */
export function inputOf(element) {
  if (isOwnPage(element)) return location.hash.slice(1);
  const given = BUILD.keys.filter((key) => element.getAttribute(key));
  return new URLSearchParams(given.map((key) => [key, element.getAttribute(key)])).toString();
}

/** Reads the settings, as a query string for the program. */
export function settingsOf(element, complain) {
  const level = choices(element, complain)["heading-level"];
  const lock = element.getAttribute("lock") ?? "";
  const unknown = lock.split(/\s+/).filter((key) => key && !BUILD.keys.includes(key));
  if (unknown.length) complain("lock", `lock names unknown inputs: ${unknown.join(", ")}.`);
  const settings = {
    base: isOwnPage(element) ? "" : SITE.href,
    lock,
    compact: element.hasAttribute("compact"),
    "heading-level": level,
    "cta-href": ctaOf(element, complain),
    "cta-label": element.getAttribute("cta-label") ?? "",
  };
  return new URLSearchParams(settings).toString();
}

function ctaOf(element, complain) {
  const [href, partner] = [element.getAttribute("cta-href"), element.getAttribute("partner")];
  if (!href) return "";
  const url = URL.canParse(href, document.baseURI) && new URL(href, document.baseURI);
  if (!/^https?:$/.test(url.protocol)) {
    complain("cta-href", "cta-href must be an http or https address.");
    return "";
  }
  if (partner && !/^[\w-]+$/.test(partner)) complain("partner", "partner may contain only letters, digits, - and _.");
  else if (partner) url.searchParams.set("partner", partner);
  return url.href;
}

function isOwnPage(element) {
  return element.dataset.page !== undefined;
}

/** Reads an attribute for a frame, where a relative address and an automatic theme would mean something else. */
export function passedOn(element, root, name) {
  const text = element.getAttribute(name);
  if (name === "theme") return ["light", "dark"].includes(text) ? text : schemeIn(root);
  const leads = name === "cta-href" && text && URL.canParse(text, document.baseURI);
  return leads ? new URL(text, document.baseURI).href : text;
}

/** Returns the colour scheme in a shadow root: `light` or `dark`. */
function schemeIn(root) {
  const probe = root.appendChild(document.createElement("i"));
  probe.style.color = "light-dark(white, black)";
  const isDark = probe.style.color && getComputedStyle(probe).color === "rgb(0, 0, 0)";
  probe.remove();
  return isDark ? "dark" : "light";
}
