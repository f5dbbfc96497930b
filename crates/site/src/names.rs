//! Names of the functions that the program and its loader call each other by.
//!
//! wasm-bindgen gives every function a long name with a fingerprint, which appears in both files and does not compress.
//! No other file uses these names. Here they become `a0`, `a1`, …, which saves 4 kB of the download.

use std::collections::BTreeMap;

use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// Returns the program and its loader with short names.
pub fn shortened(wasm: &[u8], loader: &str) -> Result<(Vec<u8>, String), String> {
    let mut names = Names::default();
    let program = names.shorten(wasm).map_err(|error| error.to_string())?;
    Ok((program, names.replace_in(loader)))
}

#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    fn short(&mut self, name: &str) -> String {
        let next = format!("a{}", self.0.len());
        self.0.entry(name.to_owned()).or_insert(next).clone()
    }

    fn shorten(&mut self, wasm: &[u8]) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
        let mut module = Module::new();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    let mut short = ImportSection::new();
                    for import in imports.into_imports() {
                        let import = import?;
                        short.import(
                            &self.short(import.module),
                            &self.short(import.name),
                            wasm_encoder::EntityType::try_from(import.ty)?,
                        );
                    }
                    module.section(&short);
                }
                Payload::ExportSection(exports) => {
                    let mut short = ExportSection::new();
                    for export in exports {
                        let export = export?;
                        short.export(&self.short(export.name), export.kind.into(), export.index);
                    }
                    module.section(&short);
                }
                // Such as the names of the tools that made the program. A browser has no use for them.
                Payload::CustomSection(_) => {}
                other => {
                    if let Some((id, range)) = other.as_section() {
                        let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                        let data = wasm.get(range).unwrap_or_default();
                        module.section(&RawSection { id, data });
                    }
                }
            }
        }
        Ok(module.finish())
    }

    /// Replaces whole words only, and an export only as a member of `wasm`.
    fn replace_in(&self, loader: &str) -> String {
        let mut text = String::with_capacity(loader.len());
        let mut rest = loader;
        while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric() || "_./-".contains(c)) {
            let (before, word) = rest.split_at(start);
            let end = word.find(|c: char| !(c.is_ascii_alphanumeric() || "_./-".contains(c)));
            let (word, after) = word.split_at(end.unwrap_or(word.len()));
            text.push_str(before);
            text.push_str(&self.word(word));
            rest = after;
        }
        text + rest
    }

    fn word(&self, word: &str) -> String {
        match (word.strip_prefix("wasm."), self.0.get(word)) {
            (Some(member), _) => {
                let (name, more) = member
                    .split_once('.')
                    .map_or((member, ""), |(name, _)| (name, member.get(name.len()..).unwrap_or_default()));
                self.0.get(name).map_or_else(|| word.to_owned(), |short| format!("wasm.{short}{more}"))
            }
            // A function that the program imports, or the loader's own name.
            (None, Some(short)) if word.starts_with("__wb") || word.starts_with("./") => short.clone(),
            _ => word.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, CustomSection, ExportKind, Function, FunctionSection, GlobalType, MemorySection,
        MemoryType, TypeSection, ValType,
    };
    use wasmparser::{Export, ExternalKind, Validator};

    use super::*;

    /// A program that imports a function and a global, and exports a function of its own, an imported one and a memory.
    fn program() -> Vec<u8> {
        let (mut types, mut imports, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        types.ty().function([], []);
        imports.import("./salary_bg.js", "__wbg_focus_d5e2", wasm_encoder::EntityType::Function(0));
        let global = GlobalType { val_type: ValType::I32, mutable: false, shared: false };
        imports.import("./salary_bg.js", "__wbg_base_77aa", global);
        functions.function(0);
        let mut memories = MemorySection::new();
        let memory =
            MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        memories.memory(memory);
        let mut exports = ExportSection::new();
        exports.export("enter", ExportKind::Func, 1);
        exports.export("__wbg_focus_d5e2", ExportKind::Func, 0);
        exports.export("memory", ExportKind::Memory, 0);
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instructions().call(0).end();
        code.function(&body);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&memories).section(&exports);
        module.section(&code);
        module.section(&CustomSection { name: "producers".into(), data: b"rustc"[..].into() });
        module.finish()
    }

    #[test]
    fn names_in_the_loader_become_short() {
        for (loader, expected) in [
            ("__wbg_focus_d5e2: function() {}", "a1: function() {}"),
            ("\"./salary_bg.js\": import0", "\"a0\": import0"),
            ("wasm.enter(ptr)", "wasm.a3(ptr)"),
            ("new DataView(wasm.memory.buffer)", "new DataView(wasm.a4.buffer)"),
            ("f(__wbg_base_77aa,wasm.memory)", "f(a2,wasm.a4)"),
        ] {
            assert_eq!(shortened(&program(), loader).unwrap().1, expected);
        }
    }

    #[test]
    fn other_words_in_the_loader_stay() {
        for loader in [
            "",
            // Exports that are not members of the program.
            "enter(name, text) { memory.enter(); }",
            "this.wasm.enter(); other.enter",
            // Longer words.
            "__wbg_focus_d5e2f; x__wbg_focus_d5e2; wasm.entered; my_wasm.enter; ../salary_bg.js",
            // Names that the program lacks.
            "wasm.leave.enter(); __wbg_blur_d5e2(); ./other.js",
            "— “£” 'é' wasm",
        ] {
            assert_eq!(shortened(&program(), loader).unwrap().1, loader);
        }
    }

    #[test]
    fn only_names_change_in_the_program() {
        let wasm = program();
        let (short, _) = shortened(&wasm, "").unwrap();
        Validator::new().validate_all(&wasm).unwrap();
        Validator::new().validate_all(&short).unwrap();
        let (mut imports, mut exports, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(&short) {
            match payload.unwrap() {
                Payload::ImportSection(section) => imports.extend(section.into_imports().map(Result::unwrap)),
                Payload::ExportSection(section) => exports.extend(section.into_iter().map(Result::unwrap)),
                other => others.extend(other.as_section().map(|(id, range)| (id, range.end - range.start))),
            }
        }
        let names: Vec<_> = imports.iter().map(|import| (import.module, import.name)).collect();
        assert_eq!(names, [("a0", "a1"), ("a0", "a2")]);
        let export = |name, kind, index| Export { name, kind, index };
        assert_eq!(
            exports,
            [
                export("a3", ExternalKind::Func, 1),
                export("a1", ExternalKind::Func, 0),
                export("a4", ExternalKind::Memory, 0),
            ]
        );
        // Types, functions, memories and code, as they were; the custom section is gone.
        let before = Parser::new(0).parse_all(&wasm).filter_map(|payload| payload.unwrap().as_section());
        let kept = before.filter(|(id, _)| ![0, 2, 7].contains(id));
        assert_eq!(others, kept.map(|(id, range)| (id, range.end - range.start)).collect::<Vec<_>>());
    }

    #[test]
    fn a_broken_program_is_an_error() {
        assert!(shortened(b"\0asm\x01\0\0\0\xff", "").is_err());
    }
}
