//! What a visitor downloads. Sizes are exact, so they are checked; `make test` has built the page.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may stop

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

/// The most that each kind of file may weigh, in bytes as a host sends it (brotli).
const BUDGET: [(&str, usize); 4] = [("wasm", 117_000), ("js", 6_000), ("css", 5_000), ("html", 10_000)];

fn built(kind: &str) -> PathBuf {
    let files = fs::read_dir("dist").expect("the page is not built: make build");
    let mut files: Vec<_> = files
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == kind))
        .collect();
    assert_eq!(files.len(), 1, "one file of each kind: {files:?}");
    files.remove(0)
}

#[test]
fn the_page_stays_small() {
    for (kind, most) in BUDGET {
        let path = built(kind);
        let mut sent = Vec::new();
        let mut packer = brotli::CompressorWriter::new(&mut sent, 4096, 11, 22);
        packer.write_all(&fs::read(&path).unwrap()).unwrap();
        drop(packer);
        println!("{}: {} bytes of {most}", path.display(), sent.len());
        assert!(sent.len() <= most, "{}: {} bytes, {most} are allowed", path.display(), sent.len());
    }
}
