// The lines to paste.

const SITE = new URL("./", location.href).href;
const HOST = new URL(SITE).origin;
const { pinned, integrity, title } = document.body.dataset;

/** Text as it stands between quotes or tags; React reads it the same way. */
const escaped = (text) =>
  text.replace(/[&<>"{}]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? `&#${sign.charCodeAt()};`);

const attribute = ([name, text]) => (text === true ? ` ${name}` : ` ${name}="${escaped(text)}"`);

/** The line that loads the element. */
function scriptTag({ isPinned }) {
  const source = attribute(["src", SITE + (isPinned ? pinned : "v1/embed.js")]);
  const check = isPinned ? attribute(["integrity", integrity]) + attribute(["crossorigin", "anonymous"]) : "";
  return `<script type="module" async${source}${check}></script>`;
}

/** The input alone, as a link has it. */
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

/** The attributes of a frame. A boolean attribute counts there as soon as it is named. */
function frame({ attributes }) {
  const told = attributes.filter(([name]) => name !== "loading");
  return [
    ["src", `${SITE}frame.html${told.length ? `#${query(told)}` : ""}`],
    ["title", title],
    // The frame is another site's, so that this gives it nothing of the page around it. Without an origin Safari would
    // take the frame's own scripts for foreign ones.
    ["sandbox", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"],
    ["allow", "clipboard-write"],
    ["loading", attributes.some(([name]) => name === "loading") ? "eager" : "lazy"],
    ["width", "100%"],
    ["height", "1200"],
    ["frameborder", "0"],
  ];
}

function react(choice) {
  // Before React 19 a boolean attribute of an unknown element would read "true".
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
  const [script, run] = [`script-src ${HOST}`, way === "iframe" ? "" : " 'wasm-unsafe-eval'"];
  const lines = [`${script}${run};`, `connect-src ${HOST};`, `frame-src ${HOST};`];
  return way === "iframe" ? [lines[0], lines[2]] : lines;
}

/** Every block of lines, by the end of its id. */
function snippets(choice, way) {
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
