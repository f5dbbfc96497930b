// The host's Content-Security-Policy: whether it blocks the calculator, and which lines would allow it.

import { SITE } from "./build.js";
import { Fault } from "./fault.js";

/** Whether the policy has blocked anything of ours yet. */
let hasBlocked = false;
document.addEventListener("securitypolicyviolation", (violation) => {
  hasBlocked ||= blocksUs(violation);
});

/** Whether a violation means that something of ours was blocked, not just reported. */
export function blocksUs({ blockedURI, disposition }) {
  const isOurs = blockedURI === "wasm-eval" || (URL.canParse(blockedURI) && new URL(blockedURI).origin === SITE.origin);
  return isOurs && disposition !== "report";
}

/** Resolves to the fault to report if the policy is the cause of a failure, else to undefined. */
export async function policyFault(cause) {
  // The event follows the failure in a task of its own.
  await new Promise((done) => setTimeout(done));
  const isCause = hasBlocked || /content.security.policy|unsafe-eval|\bCSP\b/i.test(cause?.message);
  return isCause ? blockedByPolicy() : undefined;
}

export function blockedByPolicy() {
  const lines = `script-src ${SITE.origin} 'wasm-unsafe-eval'; connect-src ${SITE.origin}; frame-src ${SITE.origin}`;
  return new Fault("wasm-csp", `This page's Content-Security-Policy blocks the calculator. Add to it: ${lines}`);
}
