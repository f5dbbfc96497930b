//! The program's loader, which wasm-bindgen writes as a module that holds one instance.

/// The loader as an arrow function that makes a new instance at every call: `{ init, stop, Calculator, HostSettings }`.
/// What it is called with is told of every trap.
///
/// A trap is caught where the browser calls into the program: the window's `error` event has no error in it, in one
/// engine, where the program comes from another origin than the page.
///
/// After a fault the page needs a second instance, and the first must not stir again: `stop` makes all that it is still
/// called for come to nothing. Yew marks nodes with properties of fixed names, and numbers them from the same start in
/// every program: they get names of our own, or a page that is made with Yew too would take our clicks for its own.
pub fn factory(glue: &str) -> Result<String, String> {
    let exports = "wasm = instance.exports;";
    let tail = "export { initSync, __wbg_init as default };";
    for part in [
        tail,
        exports,
        "export class Calculator ",
        "export class HostSettings ",
        "\nlet wasmModule, ",
        ".__yew_",
    ] {
        if !glue.contains(part) {
            return Err(format!("the loader that wasm-bindgen wrote has no {part:?}"));
        }
    }
    let guard = "const guarded = (run) => typeof run !== 'function' ? run : (...values) => {
            try { return run(...values); }
            catch (error) { if (error instanceof WebAssembly.RuntimeError) fell(error); throw error; }
        };
        wasm = Object.fromEntries(Object.entries(instance.exports).map(([name, part]) => [name, guarded(part)]));";
    let body = glue.replace(exports, guard);
    let body = body.replace("export class ", "class ").replace(".__yew_", ".__salary_").replace(
        tail,
        "const stop = () => { wasm = new Proxy({}, { get: () => () => {} }); };\n\
             return { init: __wbg_init, stop, Calculator, HostSettings };",
    );
    Ok(format!("(fell) => {{\n{body}\n}}"))
}
