//! The program `compress`, which makes a folder ready to upload: compressed copies beside the files, and `_headers`.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, SystemTime};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compressed").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("below")).unwrap();
    folder
}

fn compress(folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_compress")).arg(folder).output().unwrap()
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn only_files_that_shrink_are_compressed() {
    let folder = folder("smaller");
    for name in ["page.css", "picture.png", "below/page.html"] {
        fs::write(folder.join(name), "again ".repeat(100)).unwrap();
    }
    fs::write(folder.join("tiny.js"), "1").unwrap();
    assert!(compress(&folder).status.success());
    assert_eq!(
        names(&folder),
        ["_headers", "below", "page.css", "page.css.br", "page.css.gz", "picture.png", "tiny.js"]
    );
    assert_eq!(names(&folder.join("below")), ["page.html", "page.html.br", "page.html.gz"]);
    assert_eq!(fs::read_to_string(folder.join("_headers")).unwrap(), salary_site::headers::file());
}

#[test]
fn outdated_copies_are_compressed_again() {
    let folder = folder("again");
    let (page, copy) = (folder.join("page.css"), folder.join("page.css.br"));
    fs::write(&page, "again ".repeat(100)).unwrap();
    assert!(compress(&folder).status.success());
    let first = fs::read(&copy).unwrap();
    let time = fs::metadata(&page).unwrap().modified().unwrap();
    let mark = |time: SystemTime| {
        fs::write(&copy, "mark").unwrap();
        File::options().write(true).open(&copy).unwrap().set_modified(time).unwrap();
        assert!(compress(&folder).status.success());
        fs::read(&copy).unwrap()
    };
    assert_eq!(mark(time), b"mark");
    // An older copy has other content, and a newer one may be half written.
    assert_eq!(mark(time - Duration::from_secs(1)), first);
    assert_eq!(mark(time + Duration::from_secs(1)), first);
    // A file that no longer shrinks loses its copies.
    fs::write(&page, "1").unwrap();
    assert!(compress(&folder).status.success());
    assert_eq!(names(&folder), ["_headers", "below", "page.css"]);
}

#[test]
fn a_missing_folder_is_named() {
    let output = compress(Path::new("no/such/folder"));
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("compress: no/such/folder: "));
    let output = Command::new(env!("CARGO_BIN_EXE_compress")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}
