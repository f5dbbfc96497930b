//! The command behind `make figures`.

#![allow(clippy::unwrap_used, clippy::panic)] // tests may panic

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FROZEN: &str = "../../tests/figures";

/// Runs the command, and returns its exit code, its output and its faults.
fn figures(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_figures")).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A copy of the frozen folder with one text of a file replaced.
fn copy(name: &str, file: &str, old: &str, new: &str) -> String {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    copy_all(Path::new(FROZEN), &root);
    let text = fs::read_to_string(root.join(file)).unwrap();
    assert!(text.contains(old), "{file} has no {old}");
    fs::write(root.join(file), text.replacen(old, new, 1)).unwrap();
    root.to_str().unwrap().to_owned()
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if path.is_dir() {
            copy_all(&path, &to);
        } else {
            fs::copy(path, to).unwrap();
        }
    }
}

const IN_ORDER: &str = "is valid: 2 disciplines, 2 tax years, 168 figures\n\n";

#[test]
fn a_folder_is_checked() {
    let expected = format!("{FROZEN}/ {IN_ORDER}There is no earlier version to compare with.\n");
    assert_eq!(figures(&[FROZEN]), (0, expected, String::new()));
}

#[test]
fn a_folder_is_compared() {
    let expected = format!("{FROZEN}/ {IN_ORDER}Nothing changes.\n");
    assert_eq!(figures(&[FROZEN, FROZEN]), (0, expected, String::new()));

    let edited = copy("edited", "market/machine-learning/bands.toml", "pounds = 70_000", "pounds = 72_000");
    let report = "Machine learning\n  Mid, UK salary, typical: £70,000 → £72,000\n\n\
                  Machine learning, estimates (Generalist)\n  Mid, London: £77,500 → £80,000\n  \
                  Mid, outside London: £63,500 → £65,500\n\n10 estimates change.\n";
    assert_eq!(figures(&[&edited, FROZEN]), (0, format!("{edited}/ {IN_ORDER}{report}"), String::new()));
}

#[test]
fn a_fault_stops_the_command() {
    let broken = copy("broken", "agency.toml", "https://northbeam.example/jobs", "javascript:alert(1)");
    let fault = format!(
        "{broken}/agency.toml: [file] needs jobs to be an https address, not \"javascript:alert(1)\"\n"
    );
    assert_eq!(figures(&[&broken, FROZEN]), (1, String::new(), fault));

    let (code, printed, _) = figures(&[FROZEN, &broken]);
    let expected =
        format!("{FROZEN}/ {IN_ORDER}The earlier version has errors, so there is nothing to compare with.\n");
    assert_eq!((code, printed), (0, expected));
}

#[test]
fn a_folder_that_cannot_be_read_is_named() {
    let (code, printed, faults) = figures(&["no-such-folder"]);
    assert_eq!((code, printed.as_str()), (1, ""));
    assert!(faults.starts_with("no-such-folder: [folder] cannot be read: "), "{faults}");

    let folder = copy("latin", "agency.toml", "Northbeam Ltd", "Northbeam Ltd");
    fs::write(Path::new(&folder).join("agency.toml"), b"name = \"\xa3\"").unwrap();
    let fault = format!("{folder}: [folder] cannot be read: agency.toml is not saved as UTF-8\n");
    assert_eq!(figures(&[&folder]), (1, String::new(), fault));
}

#[test]
fn an_editor_leaves_hidden_and_other_files() {
    let folder = copy("edited-now", "agency.toml", "Northbeam Ltd", "Northbeam Ltd");
    for name in [".#agency.toml", "agency.toml~", "notes.txt", ".DS_Store"] {
        fs::write(Path::new(&folder).join(name), "not = = data").unwrap();
    }
    assert_eq!(
        figures(&[&folder, FROZEN]),
        (0, format!("{folder}/ {IN_ORDER}Nothing changes.\n"), String::new())
    );
}

#[test]
fn without_a_folder_the_usage_is_printed() {
    let usage = "Usage: figures FOLDER [BEFORE]\n".to_owned();
    assert_eq!(figures(&[]), (2, String::new(), usage.clone()));
    assert_eq!(figures(&["a", "b", "c"]), (2, String::new(), usage));
}
