// The code for partners to paste.

const SITE = new URL("./", location.href).href;
const ORIGIN = new URL(SITE).origin;
const { pinned, integrity, title } = document.body.dataset;

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes a text for HTML attributes and content, and for JSX, which decodes it in the same way. */
const escaped = (text) => text.replace(/[&<>"{}]/g, (sign) => ENTITIES[sign] ?? `&#${sign.charCodeAt()};`);

const attribute = ([name, text]) => (text === true ? ` ${name}` : ` ${name}="${escaped(text)}"`);

/** The script tag that loads the element. */
function scriptTag({ isPinned }) {
  const source = attribute(["src", SITE + (isPinned ? pinned : "v1/embed.js")]);
  const check = isPinned ? attribute(["integrity", integrity]) + attribute(["crossorigin", "anonymous"]) : "";
  return `<script type="module" async${source}${check}></script>`;
}

/** Attributes as the fragment of an address. */
function query(attributes) {
  return new URLSearchParams(attributes.map(([name, text]) => [name, text === true ? "" : text])).toString();
}

function fallback({ inputs }) {
  const link = SITE + (inputs.length ? `#${query(inputs)}` : "");
  return `<a href="${escaped(link)}">${escaped(title)}</a>`;
}

function element(choice) {
  const all = choice.attributes.map(attribute).join("");
  return [`<salary-calculator${all}>`, `  ${fallback(choice)}`, "</salary-calculator>"];
}

/** The attributes of an iframe. */
export function frame({ attributes }) {
  const passed = attributes.filter(([name]) => name !== "loading");
  return [
    ["src", `${SITE}frame.html${passed.length ? `#${query(passed)}` : ""}`],
    ["title", title],
    // allow-same-origin gives the frame its own origin, not the host's. Without it Safari treats the frame's scripts as
    // cross-origin.
    ["sandbox", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"],
    ["allow", "clipboard-write"],
    ["loading", attributes.some(([name]) => name === "loading") ? "eager" : "lazy"],
    ["width", "100%"],
    ["height", "1200"],
    ["frameborder", "0"],
  ];
}

function react(choice) {
  // Before React 19 a custom element gets a boolean attribute as the text "true".
  const all = choice.attributes.map(([name, text]) => attribute([name, text === true ? "" : text])).join("");
  return [
    'import { useEffect, useRef } from "react";',
    'import type { Answer, SalaryCalculatorElement } from "./embed";',
    "",
    "export function SalaryCalculator({ onEstimate }: { onEstimate?: (answer: Answer) => void }) {",
    "  const calculator = useRef<SalaryCalculatorElement>(null);",
    "",
    "  useEffect(() => {",
    "    const element = calculator.current;",
    "    const tell = (event: CustomEvent<Answer>) => onEstimate?.(event.detail);",
    '    element?.addEventListener("salary:estimate", tell);',
    '    return () => element?.removeEventListener("salary:estimate", tell);',
    "  }, [onEstimate]);",
    "",
    "  return (",
    `    <salary-calculator ref={calculator}${all}>`,
    `      ${fallback(choice)}`,
    "    </salary-calculator>",
    "  );",
    "}",
  ];
}

function policy(way) {
  const [script, run] = [`script-src ${ORIGIN}`, way === "iframe" ? "" : " 'wasm-unsafe-eval'"];
  const lines = [`${script}${run};`, `connect-src ${ORIGIN};`, `frame-src ${ORIGIN};`];
  return way === "iframe" ? [lines[0], lines[2]] : lines;
}

/** All blocks of code, by the names that end their ids. */
export function snippets(choice, way) {
  const inPage = [scriptTag(choice), ...element(choice)];
  const blocks = {
    script: inPage,
    iframe: [`<iframe${frame(choice).map(attribute).join("")}></iframe>`, scriptTag(choice)],
    wordpress: inPage,
    "react-head": [scriptTag(choice)],
    react: react(choice),
    css: ["salary-calculator {", ...choice.properties.map(([name, text]) => `  ${name}: ${text};`), "}"],
    policy: policy(way),
  };
  return Object.entries(blocks).map(([name, lines]) => [name, lines.join("\n")]);
}
