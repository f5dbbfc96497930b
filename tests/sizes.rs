//! What a visitor downloads. Sizes are exact, so they are checked; `make test` has built the page.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may stop

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The most that each file may weigh, in bytes as a host sends it (brotli): its folder, name and kind.
const BUDGET: [(&str, &str, &str, usize); 7] = [
    ("assets", "salary-calculator", "wasm", 117_000),
    ("assets", "salary-calculator", "js", 6_000),
    ("assets", "calculator", "css", 5_000),
    ("assets", "page", "css", 1_500),
    ("assets", "about", "html", 9_000),
    ("v1", "embed.js", "js", 6_000),
    ("", "index", "html", 14_000),
];

fn built(folder: &str, name: &str, kind: &str) -> PathBuf {
    let files = fs::read_dir(Path::new("dist").join(folder)).expect("the site is not built: make build");
    let mut files: Vec<_> = files
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == kind))
        .filter(|path| {
            let file = path.file_name().unwrap().to_str().unwrap();
            file == name
                || file
                    .rsplit_once(['-', '.'])
                    .is_some_and(|(first, _)| first == name || file.starts_with(&format!("{name}-")))
        })
        .collect();
    assert_eq!(files.len(), 1, "one file of each kind: {files:?}");
    files.remove(0)
}

#[test]
fn the_page_stays_small() {
    for (folder, name, kind, most) in BUDGET {
        let path = built(folder, name, kind);
        let mut sent = Vec::new();
        let mut packer = brotli::CompressorWriter::new(&mut sent, 4096, 11, 22);
        packer.write_all(&fs::read(&path).unwrap()).unwrap();
        drop(packer);
        println!("{}: {} bytes of {most}", path.display(), sent.len());
        assert!(sent.len() <= most, "{}: {} bytes, {most} are allowed", path.display(), sent.len());
    }
}
