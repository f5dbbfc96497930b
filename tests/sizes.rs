//! The sizes of a visitor's downloads. Sizes are exact, so they are checked. `SITE` names another folder with a built
//! site.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

#[path = "hosting/folder.rs"]
mod folder;

use std::fs;
use std::io::Write as _;
use std::path::Path;

/// A file of the site, with its size in bytes as it is and as a server sends it.
struct Sent {
    path: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// The downloads of a first visit, part by part: its name, its files, and the most bytes of brotli they may add up to.
const BUDGETS: [(&str, &[&str], usize); 4] = [
    (
        "the page with its style sheets",
        &["index.html", "assets/calculator-*.css", "assets/page-*.css"],
        // What a server can send in its first round trip: ten packets.
        14_600,
    ),
    ("the element's script", &["v1/embed.js"], 6_000),
    (
        "scripts, program and style sheets",
        &[
            "v1/embed.js",
            "assets/salary-calculator-*.js",
            "assets/salary-calculator-*.wasm",
            "assets/page-*.js",
            "assets/calculator-*.css",
            "assets/page-*.css",
        ],
        92_000,
    ),
    ("what explains the answers", &["assets/about-*.html"], 6_000),
];

fn is(path: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => path.starts_with(start) && path.ends_with(end),
        None => path == pattern,
    }
}

fn measure(site: &Path, path: &Path) -> Sent {
    let content = fs::read(path).unwrap();
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 4096, 11, 22).write_all(&content).unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&content).unwrap();
    Sent {
        path: path.strip_prefix(site).unwrap().to_str().unwrap().to_owned(),
        raw: content.len(),
        gzip: gzip.finish().unwrap().len(),
        brotli: brotli.len(),
    }
}

fn site() -> Vec<Sent> {
    let site = folder::live();
    let mut files = Vec::new();
    for folder in ["", "assets", "v1"] {
        for entry in fs::read_dir(site.join(folder)).expect("the site is not built: make sizes builds it") {
            let path = entry.unwrap().path();
            let packed = path.extension().is_some_and(|extension| extension == "br" || extension == "gz");
            if path.is_file() && !packed {
                files.push(measure(&site, &path));
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

#[test]
fn a_visit_stays_small() {
    let site = site();
    println!("{:>9} {:>9} {:>9}", "raw", "gzip", "brotli");
    for Sent { path, raw, gzip, brotli } in &site {
        println!("{raw:>9} {gzip:>9} {brotli:>9}  {path}");
    }
    let weigh = |(name, patterns, most): &(&'static str, &[&str], usize)| {
        for pattern in *patterns {
            assert!(site.iter().any(|file| is(&file.path, pattern)), "there is no {pattern}");
        }
        let files = site.iter().filter(|file| patterns.iter().any(|pattern| is(&file.path, pattern)));
        let total: usize = files.map(|file| file.brotli).sum();
        println!("{total:>29}  of {most} for {name}");
        (total > *most).then_some(*name)
    };
    let heavy: Vec<_> = BUDGETS.iter().filter_map(weigh).collect();
    assert!(heavy.is_empty(), "over budget: {heavy:?}");
}
