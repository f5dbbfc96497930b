//! The program's loader, which wasm-bindgen writes as a module that holds one instance.

use std::ops::Range;

use wasmparser::{DataKind, Operator, Parser, Payload};

/// Where the loader starts to fetch, to compile and to fall back; the element's script has compiled the program already.
const FETCHING: &str = "async function __wbg_load(";
const EXPORTS: &str = "wasm = instance.exports;";
const CLASS: &str = "export class Calculator ";
const YEWS_MARKS: &str = ".__yew_";
const TEXT: &str = "    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));";
const CATCHING: &str = "function() { return handleError(function (";
const CAUGHT: &str = "}, arguments); },";
const NAMESPACE: &str = "const ret = getObject(arg1).namespaceURI;";

/// The loader as an arrow function that makes a new instance at every call: `{ init, stop, Calculator }`. What it is
/// called with is told of every trap; `init` takes the compiled program.
///
/// A trap is caught where the browser calls into the program: the window's `error` event has no error in it, in one
/// engine, where the program comes from another origin than the page.
///
/// After a fault the page needs a second instance, and the first must not stir again: `stop` makes all that it is still
/// called for come to nothing. Yew marks nodes with properties of fixed names, and numbers them from the same start in
/// every program: they get names of our own, or a page that is made with Yew too would take our clicks for its own.
///
/// A text that the program hands to the browser is decoded from its memory, which takes longer than most of what the
/// browser then does with it. Those that never change, names of attributes and most words, lie in `constants`, and are
/// decoded once. Yew asks twice, for every element that it makes, in which namespace it is going to stand, to know SVG
/// and `MathML`: that of HTML is not handed over.
pub fn factory(glue: &str, constants: &Range<u64>) -> Result<String, String> {
    let missing = |part: &str| format!("the loader that wasm-bindgen wrote has no {part:?}");
    let (body, _) = glue.split_once(FETCHING).ok_or_else(|| missing(FETCHING))?;
    let guard = "const guarded = (run) => typeof run !== 'function' ? run : (...values) => {
            try { return run(...values); }
            catch (error) { if (error instanceof WebAssembly.RuntimeError) fell(error); throw error; }
        };
        wasm = Object.fromEntries(Object.entries(instance.exports).map(([name, part]) => [name, guarded(part)]));";
    let Range { start, end } = constants;
    let text = format!(
        "const decoded = () => decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
        if (ptr < {start} || ptr >= {end}) return decoded();
        const place = ptr * {end} + len;
        if (!constants.has(place)) constants.set(place, decoded());
        return constants.get(place);"
    );
    let namespace = "let ret = getObject(arg1).namespaceURI;
        if (ret === 'http://www.w3.org/1999/xhtml') ret = undefined;";
    let parts = [
        (EXPORTS, guard),
        (CLASS, "class Calculator "),
        (YEWS_MARKS, ".__salary_"),
        (TEXT, &text),
        (CATCHING, "catching(function ("),
        (CAUGHT, "}),"),
        (NAMESPACE, namespace),
    ];
    let mut body = body.to_owned();
    for (part, ours) in parts {
        if !body.contains(part) {
            return Err(missing(part));
        }
        body = body.replace(part, ours);
    }
    Ok(format!(
        "(fell) => {{
            const constants = new Map();
            const catching = (run) => (...values) => handleError(run, values);
            {body}
            const init = async (module) => __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()));
            const stop = () => {{ wasm = new Proxy({{}}, {{ get: () => () => {{}} }}); }};
            return {{ init, stop, Calculator }};
        }}"
    ))
}

/// Where in its memory the program has what never changes: the linker lays that out before all other data.
pub fn constants(wasm: &[u8]) -> Result<Range<u64>, String> {
    let first = Parser::new(0).parse_all(wasm).find_map(|payload| match payload {
        Ok(Payload::DataSection(data)) => data.into_iter().next()?.ok(),
        _ => None,
    });
    let (kind, data) = first.map(|segment| (segment.kind, segment.data)).ok_or("the program has no data")?;
    let DataKind::Active { offset_expr, .. } = kind else {
        return Err("the program lays out its data itself".to_owned());
    };
    let start = match offset_expr.get_operators_reader().read() {
        Ok(Operator::I32Const { value }) => u64::try_from(value).ok(),
        _ => None,
    };
    let start = start.ok_or("the place of the program's data is no number")?;
    Ok(start..start + data.len() as u64)
}
