// Frames with a calculator, and the messages between them and their host, which is this page.

import { BUILD, NAME, SITE } from "./build.js";
import { blocksUs } from "./policy.js";

/** The address of the calculator's page for frames. */
export const FRAME = new URL("frame.html", SITE).href;

/**
 * The frames that elements have made: their contacts, by their windows. A contact has the frame's `origin`, whether it
 * has `greeted` with a hello, and functions: `state` returns the answer to that, `receive` takes any other
 * message, `block` reports that the policy blocks the frame, and `sendTheme` sends it the current theme.
 */
const frames = new Map();

// A blocked frame sends no message, and not every browser fires its load event.
document.addEventListener("securitypolicyviolation", (violation) => {
  if (violation.effectiveDirective !== "frame-src" || !blocksUs(violation)) return;
  for (const { block } of frames.values()) block();
});

addEventListener("message", ({ data, origin, source }) => {
  if (data?.source !== NAME || data.version !== 1 || !source) return;
  const contact = frames.get(source) ?? pasted(source);
  if (contact?.origin !== origin) return;
  if (data.type !== "hello") return contact.receive(data);
  contact.greeted = true;
  send(source, origin, data.id, "init", contact.state?.() ?? {});
});

// A host that follows the system's colour scheme changes with it, and so do its frames.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  for (const { sendTheme } of frames.values()) sendTheme();
});

// Frames that loaded before this script wait for an answer to their hello. It is empty, so any origin may read it.
for (const { contentWindow } of document.querySelectorAll("iframe")) {
  if (pasted(contentWindow)) send(contentWindow, "null", "", "init", {});
}

/** A contact that only sets the height, for a frame that the host has pasted in without an element. */
function pasted(window) {
  const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === window);
  if (!frame?.src.startsWith(FRAME)) return undefined;
  const isOpaque = frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin");
  return {
    origin: isOpaque ? "null" : SITE.origin,
    receive: ({ type, payload }) => type === "resize" && resize(frame, payload),
  };
}

/** Makes the frame of an element, for an input and settings in a query string. */
export function makeFrame(query) {
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: `${FRAME}#${query}`, title: BUILD.title, allow: "clipboard-write" });
  Object.assign(frame.style, { display: "block", width: "100%", height: "0", border: "0" });
  return frame;
}

/** Starts to receive messages from the current window of a frame. */
export function follow(frame, contact) {
  unfollow(contact);
  contact.greeted = false;
  frames.set(frame.contentWindow, contact);
}

/** Stops receiving messages. The search is by contact, because a frame that has left the page has no window. */
export function unfollow(contact) {
  for (const [window, known] of frames) if (known === contact) frames.delete(window);
}

/** Sends a message to a window, if it still exists and has that origin. */
export function send(window, origin, id, type, payload) {
  // An opaque origin, such as that of a sandboxed frame, cannot be named.
  window?.postMessage({ source: NAME, version: 1, id, type, payload }, origin === "null" ? "*" : origin);
}

/** Gives a frame the height that it asks for. */
export function resize(frame, payload) {
  const height = payload?.height;
  if (Number.isFinite(height) && Math.abs(frame.clientHeight - height) > 1) frame.style.height = `${height}px`;
}
