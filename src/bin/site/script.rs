//! Scripts as they are sent: without what only their readers need.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// A module, made small.
pub fn minified(name: &str, source: &str) -> Result<String, String> {
    let allocator = Allocator::default();
    let mut parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    if let Some(fault) = parsed.diagnostics.first() {
        return Err(format!("{name}: {fault}"));
    }
    let small = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut parsed.program);
    let options = CodegenOptions::minify();
    Ok(Codegen::new().with_options(options).with_scoping(small.scoping).build(&parsed.program).code)
}
