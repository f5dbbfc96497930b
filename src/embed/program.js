// The program. One instance draws the calculators of all elements; after a crash another instance replaces it.

import { BUILD } from "./build.js";
import { Fault } from "./fault.js";
import { get, once } from "./files.js";
import { policyFault } from "./policy.js";

async function compile() {
  if (typeof WebAssembly !== "object") throw new Fault("wasm-unsupported", "This browser has no WebAssembly.");
  const response = await get(BUILD.wasm);
  try {
    // Streaming requires this content type, which not every server sends.
    const streams = response.headers.get("Content-Type")?.startsWith("application/wasm");
    return await (streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  } catch (cause) {
    throw (await policyFault(cause)) ?? new Fault("wasm-unsupported", cause.message);
  }
}

const loader = () => import(BUILD.loader);

/** The loader and the compiled program, fetched at the same time. */
const parts = once(async () => {
  const module = compile();
  const load = loader().catch(async (cause) => {
    throw (await policyFault(cause)) ?? new Fault("wasm-network", cause.message);
  });
  return Promise.all([load, module]);
});

/** A promise of the running instance; undefined before the first instance, and between two. */
let running;
/** The value of `running` at the last crash. */
let crashed = null;
/** The element that the program works for, or last worked for. */
let active;

/** The elements that the running instance has drawn. */
export const drawn = new Set();

/** The method that redraws an element after a crash. It takes the error, and whether this element may be the cause. */
export const RESTART = Symbol("restart");

/** Returns the running instance, and starts it if there is none. */
export async function instance() {
  const [{ default: load }, module] = await parts();
  running ??= start(load(recover), module);
  return running;
}

async function start(fresh, module) {
  try {
    await fresh.init(module);
    return fresh;
  } catch (cause) {
    running = undefined;
    // Some browsers apply the policy only here, not when the program is compiled.
    throw (await policyFault(cause)) ?? new Fault("wasm-unsupported", cause.message);
  }
}

/** Marks the element that the program works for. The program calls this itself, because Yew defers work. */
export function markActive(element) {
  active = element;
}

/** Whether the running instance has crashed and is about to be replaced. */
export const hasCrashed = () => running === crashed;

/** Stops an instance that has trapped, and restarts the elements that it has drawn. */
async function recover(error) {
  const failing = (crashed = running);
  const culprit = active;
  const dead = await failing?.catch(() => undefined);
  // The loader can report a trap more than once.
  if (!dead || running !== failing) return;
  dead.stop();
  running = undefined;
  const elements = [...drawn];
  drawn.clear();
  for (const element of elements) element[RESTART](error, !culprit || culprit === element);
}
