//! The program's loader, which wasm-bindgen writes as a module that holds one instance.

use std::ops::Range;

use wasmparser::{Data, DataKind, Operator, Parser, Payload};

/// Where the loader begins to fetch, to compile and to fall back; the element's script has compiled the program already.
const FETCHING: &str = "async function __wbg_load(";

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
/// decoded once. wasm-bindgen makes a function anew at every call that can fail, which most calls of the browser's can:
/// here it is made once. Yew asks twice, for every element that it makes, in which namespace it is going to stand, to
/// know SVG and `MathML`: that of HTML is not handed over.
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
        "const bytes = getUint8ArrayMemory0();
        if (ptr < {start} || ptr >= {end}) return decodeText(bytes.subarray(ptr, ptr + len));
        // No text is as long as that.
        const place = ptr * {end} + len;
        let text = constants.get(place);
        if (text === undefined) constants.set(place, (text = decodeText(bytes.subarray(ptr, ptr + len))));
        return text;"
    );
    let namespace = "let ret = getObject(arg1).namespaceURI;
        if (ret === 'http://www.w3.org/1999/xhtml') ret = undefined;";
    let parts = [
        ("wasm = instance.exports;", guard),
        ("export class Calculator ", "class Calculator "),
        (".__yew_", ".__salary_"),
        ("    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));", &text),
        ("function() { return handleError(function (", "catching(function ("),
        ("}, arguments); },", "}),"),
        ("const ret = getObject(arg1).namespaceURI;", namespace),
    ];
    let used = ["function __wbg_finalize_init(", "function __wbg_get_imports("];
    for part in used.into_iter().chain(parts.map(|(part, _)| part)) {
        if !body.contains(part) {
            return Err(missing(part));
        }
    }
    let body = parts.iter().fold(body.to_owned(), |body, (part, ours)| body.replace(part, ours));
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

/// Where in its memory the program has what never changes. The linker makes one segment of that, and behind it one of the
/// data that changes; with any other number nothing is certain.
pub fn constants(wasm: &[u8]) -> Result<Range<u64>, String> {
    let segments = Parser::new(0).parse_all(wasm).find_map(|payload| match payload {
        Ok(Payload::DataSection(data)) => data.into_iter().collect::<Result<Vec<_>, _>>().ok(),
        _ => None,
    });
    let Some([Data { kind, data, .. }, _]) = segments.as_deref() else {
        return Err("the program's data are not two segments".to_owned());
    };
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

#[cfg(test)]
mod tests {
    use wasm_encoder::{ConstExpr, DataSection, Module};

    use super::*;

    fn program(segments: &[(i32, &str)]) -> Vec<u8> {
        let mut data = DataSection::new();
        for &(place, text) in segments {
            data.active(0, &ConstExpr::i32_const(place), text.bytes());
        }
        let mut module = Module::new();
        module.section(&data);
        module.finish()
    }

    #[test]
    fn what_never_changes_is_the_first_of_two_segments() {
        assert_eq!(constants(&program(&[(1_000, "constant"), (1_008, "variable")])), Ok(1_000..1_008));
        for other in [&[][..], &[(1_000, "both")], &[(1_000, "one"), (1_003, "two"), (1_006, "three")]] {
            assert!(constants(&program(other)).is_err(), "{other:?}");
        }
    }

    #[test]
    fn a_loader_of_another_make_is_refused() {
        let error = factory("async function __wbg_load(module, imports) {}", &(0..1)).unwrap_err();
        assert!(error.contains("__wbg_finalize_init"), "{error}");
    }
}
