//! The program's loader. wasm-bindgen writes it as a module that holds one instance of the program.

use std::ops::Range;

use wasmparser::{Data, DataKind, Operator, Parser, Payload};

/// The first function that is left out. From here on the loader fetches and compiles the program, which the element's
/// script has already done.
const FETCHING: &str = "async function __wbg_load(";

/// Turns the loader into an arrow function that returns a new instance: `{ init, stop, Calculator }`. The function's
/// argument is called with the error of every trap; `init` takes the compiled program.
///
/// Traps are caught where the browser calls the program, because in one engine the window's `error` event carries no
/// error if the program comes from another origin than the page.
///
/// After a fault the page needs a second instance, and the first must never run again: after `stop`, calling it does
/// nothing. Yew marks nodes with properties of fixed names, and numbers them from the same start in every program. Here
/// they are renamed, because a host made with Yew would otherwise take clicks in the calculator for its own.
///
/// The program passes text as bytes of its memory. Decoding them takes longer than most of what the browser then does
/// with the text. Names of attributes and most words are in `constants`, which never change, so each is decoded only
/// once. For a call that can fail, wasm-bindgen creates a new function every time; here each is created once. Yew asks
/// twice for the namespace of every element that it makes, to recognise SVG and `MathML`: the namespace of HTML is not
/// passed to it.
pub fn factory(glue: &str, constants: &Range<u64>) -> Result<String, String> {
    let missing = |part: &str| format!("the loader that wasm-bindgen wrote has no {part:?}");
    let (body, _) = glue.split_once(FETCHING).ok_or_else(|| missing(FETCHING))?;
    if let Some(part) = USED.into_iter().find(|part| !body.contains(part)) {
        return Err(missing(part));
    }
    let mut body = body.to_owned();
    for (part, ours) in patches(constants) {
        if !body.contains(part) {
            return Err(missing(part));
        }
        body = body.replace(part, &ours);
    }
    Ok(format!(
        "(fell) => {{
            const constants = new Map();
            const catching = (run) => (...values) => handleError(run, values);
            {body}
            const init = async (module) =>
                __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()));
            const stop = () => {{ wasm = new Proxy({{}}, {{ get: () => () => {{}} }}); }};
            return {{ init, stop, Calculator }};
        }}"
    ))
}

/// The functions of the loader that the factory calls.
const USED: [&str; 3] =
    ["function __wbg_finalize_init(", "function __wbg_get_imports(", "function handleError(f, args) {"];

/// The parts of the loader that are replaced, and what replaces them.
fn patches(Range { start, end }: &Range<u64>) -> [(&'static str, String); 7] {
    let guard = "const guarded = (run) => typeof run !== 'function' ? run : (...values) => {
            try { return run(...values); }
            catch (error) { if (error instanceof WebAssembly.RuntimeError) fell(error); throw error; }
        };
        wasm = Object.fromEntries(Object.entries(instance.exports).map(([name, part]) => [name, guarded(part)]));";
    let text = format!(
        "const bytes = getUint8ArrayMemory0();
        if (ptr < {start} || ptr >= {end}) return decodeText(bytes.subarray(ptr, ptr + len));
        // Every text is shorter than {end} bytes, so the key is unique.
        const key = ptr * {end} + len;
        let text = constants.get(key);
        if (text === undefined) constants.set(key, (text = decodeText(bytes.subarray(ptr, ptr + len))));
        return text;"
    );
    let namespace = "let ret = getObject(arg1).namespaceURI;
        if (ret === 'http://www.w3.org/1999/xhtml') ret = undefined;";
    [
        ("wasm = instance.exports;", guard.to_owned()),
        ("export class Calculator ", "class Calculator ".to_owned()),
        (".__yew_", ".__salary_".to_owned()),
        ("    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));", text),
        ("function() { return handleError(function (", "catching(function (".to_owned()),
        ("}, arguments); },", "}),".to_owned()),
        ("const ret = getObject(arg1).namespaceURI;", namespace.to_owned()),
    ]
}

/// Returns the range of the program's memory that never changes. The linker writes two segments of data, and the first
/// is constant. With any other number, it is unknown which of them change.
pub fn constants(wasm: &[u8]) -> Result<Range<u64>, String> {
    let segments = Parser::new(0).parse_all(wasm).find_map(|payload| match payload {
        Ok(Payload::DataSection(data)) => data.into_iter().collect::<Result<Vec<_>, _>>().ok(),
        _ => None,
    });
    let Some([Data { kind, data, .. }, _]) = segments.as_deref() else {
        return Err("the program's data is not in two segments".to_owned());
    };
    let DataKind::Active { offset_expr, .. } = kind else {
        return Err("the program places its own data".to_owned());
    };
    let start = match offset_expr.get_operators_reader().read() {
        Ok(Operator::I32Const { value }) => u64::try_from(value).ok(),
        _ => None,
    };
    let start = start.ok_or("the address of the program's data is not a number")?;
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
    fn the_first_of_two_segments_is_constant() {
        assert_eq!(constants(&program(&[(1_000, "constant"), (1_008, "variable")])), Ok(1_000..1_008));
        for other in [&[][..], &[(1_000, "both")], &[(1_000, "one"), (1_003, "two"), (1_006, "three")]] {
            assert!(constants(&program(other)).is_err(), "{other:?}");
        }
    }

    /// A loader of wasm-bindgen 0.2.130, shortened.
    const LOADER: &str = r#"
export class Calculator {
    copied() {
        wasm.calculator_copied(this.__wbg_ptr);
    }
}
if (Symbol.dispose) Calculator.prototype[Symbol.dispose] = Calculator.prototype.free;
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_cache_key_741ff2bb612836f5: function(arg0) {
            const ret = getObject(arg0).__yew_subtree_cache_key;
            return isLikeNone(ret) ? 0x100000001 : (ret) >>> 0;
        },
        __wbg_focus_d5e2fdbdb56416f0: function() { return handleError(function (arg0) {
            getObject(arg0).focus();
        }, arguments); },
        __wbg_namespaceURI_cf6df322f468ae4b: function(arg0, arg1) {
            const ret = getObject(arg1).namespaceURI;
            return ret;
        },
    };
    return { __proto__: null, "./salary-calculator_bg.js": import0 };
}
function getStringFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}
function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
        wasm.__wbindgen_export(addHeapObject(e));
    }
}
let wasmModule, wasmInstance, wasm;
function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
    return wasm;
}
async function __wbg_load(module, imports) {}
export { initSync, __wbg_init as default };
"#;

    #[test]
    fn every_patch_is_applied() {
        let made = factory(LOADER, &(1_000..1_008)).unwrap();
        for (part, ours) in patches(&(1_000..1_008)) {
            // The class keeps its name, so its patch contains what it replaces.
            let count = |text: &str, part: &str| text.matches(part).count();
            assert_eq!(count(LOADER, part), 1, "{part}");
            assert_eq!(count(&made, &ours), 1, "{ours}");
            assert_eq!(count(&made, part), count(&ours, part), "{part}");
        }
        assert!(!made.contains("__wbg_load") && !made.contains("export "), "{made}");
        assert!(made.contains("if (ptr < 1000 || ptr >= 1008) return"), "{made}");
        // The result is an expression of valid JavaScript.
        let small = crate::script::minified("the loader", &format!("export default {made}")).unwrap();
        assert!(small.contains(".__salary_subtree_cache_key") && !small.contains("arguments"), "{small}");
    }

    #[test]
    fn a_loader_without_a_patched_part_is_rejected() {
        let parts = patches(&(0..1)).map(|(part, _)| part);
        for part in parts.into_iter().chain(USED).chain([FETCHING]) {
            let other = LOADER.replace(part, "/* of another version */");
            assert_ne!(other, LOADER, "{part}");
            let error = factory(&other, &(0..1)).unwrap_err();
            assert_eq!(error, format!("the loader that wasm-bindgen wrote has no {part:?}"));
        }
    }
}
