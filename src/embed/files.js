// The files of this release that scripts fetch, checked against their fingerprints.

import { BUILD, SITE } from "./build.js";
import { Fault } from "./fault.js";
import { policyFault } from "./policy.js";

/** Fetches a file, given as its path and its fingerprint. */
export async function get([path, integrity]) {
  const url = new URL(path, SITE);
  const response = await fetch(url, { integrity }).catch(async (cause) => {
    const policy = await policyFault(cause);
    if (policy) throw policy;
    // fetch rejects in the same way for a wrong fingerprint and for a missing answer.
    const exists = await fetch(url, { method: "HEAD" }).then(({ ok }) => ok, () => false);
    throw exists
      ? new Fault("wasm-integrity", `${url} is not the file that this version was built with.`)
      : new Fault("wasm-network", `${url} could not be fetched.`);
  });
  if (!response.ok) throw new Fault("wasm-network", `${url} answered ${response.status}.`);
  return response;
}

/** Wraps an asynchronous function so that it succeeds only once. After a failure the next call tries again. */
export function once(make) {
  let made;
  return () => (made ??= make().catch((fault) => {
    made = undefined;
    throw fault;
  }));
}

/** The style sheet of the calculator. */
export const sheet = once(async () => {
  const styles = new CSSStyleSheet();
  styles.replaceSync(await (await get(BUILD.sheet)).text());
  return styles;
});

/** The sources and explanations below the answer. */
export const about = once(async () => {
  const html = await (await get(BUILD.about)).text();
  const template = document.createElement("template");
  try {
    template.innerHTML = html;
  } catch {
    // The policy has require-trusted-types-for 'script'.
    const message =
      "This page's Content-Security-Policy stops scripts from writing HTML: sources and explanations are left out.";
    throw new Fault("wasm-csp", message);
  }
  return template.content;
});
