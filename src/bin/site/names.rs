//! What the program and its loader call each other by.
//!
//! wasm-bindgen gives every function a long name with a fingerprint, which cannot be compressed and stands in both files.
//! Only the two of them use these names: here they become `a0`, `a1`, … (3 kB less to download).

use std::collections::BTreeMap;

use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// The program and its loader with short names.
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
                // Who made it with what: of no use to a browser.
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

    /// Replaces whole words only, and of exports only what is asked of the program.
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
            // A function that the loader imports, or the name of the loader itself.
            (None, Some(short)) if word.starts_with("__wb") || word.starts_with("./") => short.clone(),
            _ => word.to_owned(),
        }
    }
}
