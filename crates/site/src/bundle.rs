//! Bundles of scripts: an entry and the modules that it imports, joined into one module.
//!
//! Imports and exports are cut out and nothing is renamed. So modules import `{ names }` by relative paths, export only
//! declarations, and share one scope.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use oxc_allocator::Allocator;
use oxc_ast::ast::{Declaration, ImportDeclaration, ImportDeclarationSpecifier, Statement};
use oxc_parser::Parser;
use oxc_span::{GetSpan, LabeledSpan, SourceType, Span};

/// Returns the text of an entry and of all modules that it imports: each once, after the modules it imports itself.
pub fn bundled(entry: &Path) -> Result<String, String> {
    let file = fs::canonicalize(entry).map_err(|error| format!("{}: {error}", entry.display()))?;
    let mut bundle = Bundle::default();
    bundle.add(entry, file)?;
    Ok(bundle.text)
}

#[derive(Default)]
struct Bundle {
    text: String,
    /// The exports of each module, by its canonical path; `None` while the modules that it imports are added.
    exports: BTreeMap<PathBuf, Option<BTreeSet<String>>>,
    /// The modules by the names that they declare at top level.
    declared_in: BTreeMap<String, PathBuf>,
}

impl Bundle {
    fn add(&mut self, path: &Path, file: PathBuf) -> Result<(), String> {
        let module = Module::read(path)?;
        let fault = |message: String| format!("{}: {message}", path.display());
        self.exports.insert(file.clone(), None);
        for Import { from, names } in &module.imports {
            let target = path.with_file_name(from.trim_start_matches("./"));
            let file = fs::canonicalize(&target)
                .map_err(|error| fault(format!("{from:?} cannot be imported: {error}")))?;
            if !self.exports.contains_key(&file) {
                self.add(&target, file.clone())?;
            }
            let exports = self.exports.get(&file).and_then(Option::as_ref);
            let exports = exports.ok_or_else(|| fault(format!("{from:?} imports this module in turn")))?;
            if let Some(name) = names.iter().find(|&name| !exports.contains(name)) {
                return Err(fault(format!("{from:?} does not export {name}")));
            }
        }
        for name in module.declares {
            if let Some(other) = self.declared_in.get(&name).filter(|&other| other != path) {
                return Err(fault(format!("{} declares {name} too", other.display())));
            }
            self.declared_in.insert(name, path.to_owned());
        }
        self.text.push_str(&module.text);
        // The last statement may end without a semicolon.
        self.text.push_str("\n;\n");
        self.exports.insert(file, Some(module.exports));
        Ok(())
    }
}

struct Module {
    imports: Vec<Import>,
    exports: BTreeSet<String>,
    declares: Vec<String>,
    /// The source without imports, and without the keyword `export`.
    text: String,
}

struct Import {
    from: String,
    names: Vec<String>,
}

impl Module {
    fn read(path: &Path) -> Result<Self, String> {
        let source = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Self::parse(&source).map_err(|(place, message)| {
            let line = Span::new(0, place.start).source_text(&source).split('\n').count();
            format!("{}:{line}: {message}", path.display())
        })
    }

    fn parse(source: &str) -> Result<Self, (Span, String)> {
        let allocator = Allocator::default();
        let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
        if let Some(fault) = parsed.diagnostics.first() {
            let place = fault.labels.first().map(LabeledSpan::span).unwrap_or_default();
            return Err((place, fault.to_string()));
        }
        let mut module =
            Self { imports: Vec::new(), exports: BTreeSet::new(), declares: Vec::new(), text: String::new() };
        let mut kept_from = 0;
        let mut cut = |text: &mut String, cut: Span| {
            text.push_str(Span::new(kept_from, cut.start).source_text(source));
            kept_from = cut.end;
        };
        for statement in &parsed.program.body {
            match statement {
                Statement::ImportDeclaration(import) => {
                    module.imports.push(Import::read(import).map_err(|message| (import.span, message))?);
                    cut(&mut module.text, import.span);
                    // An import also ends the statement before it.
                    module.text.push(';');
                }
                Statement::ExportDeclaration(export) => {
                    let names = names(&export.declaration);
                    module.exports.extend(names.iter().cloned());
                    module.declares.extend(names);
                    cut(&mut module.text, Span::new(export.span.start, export.declaration.span().start));
                }
                _ if statement.as_module_declaration().is_some() => {
                    let message = "only a declaration can be exported, as in `export const name = 1`";
                    return Err((statement.span(), message.to_owned()));
                }
                _ => module.declares.extend(statement.as_declaration().iter().flat_map(|it| names(it))),
            }
        }
        cut(&mut module.text, Span::empty(parsed.program.span.end));
        Ok(module)
    }
}

impl Import {
    fn read(import: &ImportDeclaration) -> Result<Self, String> {
        let from = import.source.value.to_string();
        if !from.starts_with("./") && !from.starts_with("../") {
            return Err(format!("{from:?} is not a relative path"));
        }
        let name = |specifier: &ImportDeclarationSpecifier| match specifier {
            ImportDeclarationSpecifier::ImportSpecifier(specifier)
                if specifier.imported.name() == specifier.local.name.as_str() =>
            {
                Some(specifier.local.name.to_string())
            }
            _ => None,
        };
        let names = import.specifiers.iter().flatten().map(name).collect();
        match names {
            Some(names) if import.with_clause.is_none() => Ok(Self { from, names }),
            _ => Err("only names can be imported, as in `import { name } from \"./module.js\"`".to_owned()),
        }
    }
}

fn names(declaration: &Declaration) -> Vec<String> {
    match declaration {
        Declaration::VariableDeclaration(variables) => {
            let bound =
                variables.declarations.iter().flat_map(|variable| variable.id.get_binding_identifiers());
            bound.map(|identifier| identifier.name.to_string()).collect()
        }
        other => other.id().map(|identifier| identifier.name.to_string()).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// A folder of modules, removed at the end of the test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(files: &[(&str, &str)]) -> Self {
            static COUNT: AtomicUsize = AtomicUsize::new(0);
            let name = format!("bundle-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
            let folder = std::env::temp_dir().join(name);
            for (name, source) in files {
                let path = folder.join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, source).unwrap();
            }
            Self(folder)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    /// The statements of the bundle of `a.js`.
    fn statements(files: &[(&str, &str)]) -> Vec<String> {
        let text = bundled(&Folder::new(files).0.join("a.js")).unwrap();
        let lines = text.lines().filter(|line| !line.trim_matches(';').is_empty());
        lines.map(|line| line.trim_start_matches(';').trim().to_owned()).collect()
    }

    /// The error for `a.js`, without the path of the folder.
    fn error(files: &[(&str, &str)]) -> String {
        let folder = Folder::new(files);
        let error = bundled(&folder.0.join("a.js")).unwrap_err();
        error.replace(&format!("{}/", folder.0.display()), "")
    }

    #[test]
    fn each_module_comes_once_after_its_imports() {
        let files = [
            ("a.js", "import { c } from \"./parts/c.js\";\nimport { b } from \"./b.js\";\nuse(b, c);\n"),
            ("b.js", "import { d } from \"./parts/../parts/d.js\";\nexport const b = d;"),
            (
                "parts/c.js",
                "import { d } from \"./d.js\";\nimport { e } from \"../e.js\";\nexport const c = d + e;",
            ),
            ("parts/d.js", "export const d = 1;"),
            ("e.js", "import \"./parts/d.js\";\nexport const e = 2;"),
        ];
        let expected = ["const d = 1;", "const e = 2;", "const c = d + e;", "const b = d;", "use(b, c);"];
        assert_eq!(statements(&files), expected);
    }

    #[test]
    fn only_imports_and_keywords_are_cut() {
        let b = "\
            const text = \"import { x } from './x.js'; export const x = 1;\"; // export const x = 1;\n\
            export const [one, { two: three = 3, ...four }] = await fetched(`export ${text}`);\n\
            export async function five() { return import(text); }\n\
            export class Six extends Five { static { five(); } #seven = 7; get seven() { return this.#seven; } }\n\
            export let eight, nine;";
        let a = format!(
            "import {{ one, three, four, five, Six }} from './b.js'\nimport {{ eight, nine, }} from './b.js';\n{}",
            "use(one, three, four, five, Six, eight, nine);"
        );
        let uncut: Vec<_> = b.lines().map(|line| line.strip_prefix("export ").unwrap_or(line)).collect();
        let bundle = statements(&[("a.js", &a), ("b.js", b)]);
        let (last, first) = bundle.split_last().unwrap();
        assert_eq!(first, uncut);
        assert_eq!(last, "use(one, three, four, five, Six, eight, nine);");
    }

    #[test]
    fn statements_stay_apart_without_semicolons() {
        let files = [
            ("a.js", "const a = 1\nimport { b } from \"./b.js\"\n(() => b)()"),
            ("b.js", "export const b = 2 // two"),
        ];
        let folder = Folder::new(&files);
        let text = bundled(&folder.0.join("a.js")).unwrap();
        assert_eq!(text, "const b = 2 // two\n;\nconst a = 1\n;\n(() => b)()\n;\n");
    }

    #[test]
    fn errors_name_the_file() {
        let exports = ("b.js", "export const b = 1, c = 2;");
        let names = "only names can be imported, as in `import { name } from \"./module.js\"`";
        for (import, message) in [
            ("import { b } from \"b\";", "\"b\" is not a relative path"),
            ("import { b } from \"/b.js\";", "\"/b.js\" is not a relative path"),
            ("import { b as c } from \"./b.js\";", names),
            ("import { \"b\" as c } from \"./b.js\";", names),
            ("import b from \"./b.js\";", names),
            ("import * as b from \"./b.js\";", names),
            ("import { b } from \"./b.js\" with { type: \"json\" };", names),
        ] {
            let a = format!("// One.\n\n{import}");
            assert_eq!(error(&[("a.js", &a), exports]), format!("a.js:3: {message}"), "{import}");
        }
        let declarations = "only a declaration can be exported, as in `export const name = 1`";
        for export in [
            "export default 1;",
            "const a = 1; export { a };",
            "export * from \"./b.js\";",
            "export { b } from \"./b.js\";",
        ] {
            let a = format!("\n{export}");
            assert_eq!(error(&[("a.js", &a), exports]), format!("a.js:2: {declarations}"), "{export}");
        }

        let imports = ("a.js", "import { b } from \"./b.js\";");
        let missing = error(&[imports]);
        assert!(missing.starts_with("a.js: \"./b.js\" cannot be imported: "), "{missing}");
        let missing = error(&[]);
        assert!(missing.starts_with("a.js: "), "{missing}");
        let syntax = error(&[imports, ("b.js", "export const b = 1;\nconst = 2;")]);
        assert!(syntax.starts_with("b.js:2: "), "{syntax}");
        let unknown = error(&[imports, ("b.js", "const b = 1;\nexport const c = b;")]);
        assert_eq!(unknown, "a.js: \"./b.js\" does not export b");
        let twice = error(&[("a.js", "import { b } from \"./b.js\";\nfunction c() {}"), exports]);
        assert_eq!(twice, "a.js: b.js declares c too");
        let twice = error(&[
            ("a.js", "import \"./b.js\";\nimport \"./parts/d.js\";"),
            exports,
            ("parts/d.js", "const { c } = 1;"),
        ]);
        assert_eq!(twice, "parts/d.js: b.js declares c too");
        let cycle =
            [imports, ("b.js", "import { c } from \"./c.js\";"), ("c.js", "import { b } from \"./b.js\";")];
        assert_eq!(error(&cycle), "c.js: \"./b.js\" imports this module in turn");
        assert_eq!(error(&[("a.js", "import \"./a.js\";")]), "a.js: \"./a.js\" imports this module in turn");
    }
}
