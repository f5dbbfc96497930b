//! What `compress` leaves beside files.

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
fn only_what_gets_smaller_is_compressed() {
    let folder = folder("smaller");
    for name in ["page.css", "picture.png", "_headers", "below/page.html"] {
        fs::write(folder.join(name), "again ".repeat(100)).unwrap();
    }
    fs::write(folder.join("tiny.js"), "1").unwrap();
    assert!(compress(&folder).status.success());
    assert_eq!(
        names(&folder),
        ["_headers", "below", "page.css", "page.css.br", "page.css.gz", "picture.png", "tiny.js"]
    );
    assert_eq!(names(&folder.join("below")), ["page.html", "page.html.br", "page.html.gz"]);
}

#[test]
fn what_is_up_to_date_is_left_and_the_rest_is_done_again() {
    let folder = folder("again");
    let (page, packed) = (folder.join("page.css"), folder.join("page.css.br"));
    fs::write(&page, "again ".repeat(100)).unwrap();
    assert!(compress(&folder).status.success());
    let first = fs::read(&packed).unwrap();
    let time = fs::metadata(&page).unwrap().modified().unwrap();
    let mark = |time: SystemTime| {
        fs::write(&packed, "mark").unwrap();
        File::options().write(true).open(&packed).unwrap().set_modified(time).unwrap();
        assert!(compress(&folder).status.success());
        fs::read(&packed).unwrap()
    };
    assert_eq!(mark(time), b"mark");
    // Older, or newer: of another content, or half written.
    assert_eq!(mark(time - Duration::from_secs(1)), first);
    assert_eq!(mark(time + Duration::from_secs(1)), first);
    // What no longer gets smaller has nothing beside it.
    fs::write(&page, "1").unwrap();
    assert!(compress(&folder).status.success());
    assert_eq!(names(&folder), ["below", "page.css"]);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let output = compress(Path::new("no/such/folder"));
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("compress: no/such/folder: "));
    let output = Command::new(env!("CARGO_BIN_EXE_compress")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}
