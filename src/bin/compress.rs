//! Puts compressed files beside those of a folder, for hosts that send them as they are. A host that compresses while
//! somebody waits cannot take the time that the smallest size needs.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

/// Files whose content is not compressed already.
const KINDS: [&str; 7] = ["css", "html", "js", "json", "svg", "ts", "wasm"];

/// Compresses a content.
type Encode = fn(&[u8]) -> io::Result<Vec<u8>>;

/// How files are compressed, and what their names then end in.
const ENCODINGS: [(&str, Encode); 2] = [("br", brotli), ("gz", gzip)];

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1) else {
        eprintln!("Usage: compress FOLDER");
        return ExitCode::from(2);
    };
    match compress_all(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err((path, error)) => {
            eprintln!("compress: {}: {error}", path.display());
            ExitCode::FAILURE
        }
    }
}

/// What went wrong, and with which file.
type Fault = (PathBuf, io::Error);

/// Compresses every file below a folder that can become smaller.
fn compress_all(folder: &Path) -> Result<(), Fault> {
    let at = |error| (folder.to_owned(), error);
    for entry in fs::read_dir(folder).map_err(at)? {
        let path = entry.map_err(at)?.path();
        if path.is_dir() {
            compress_all(&path)?;
        } else if path.extension().and_then(OsStr::to_str).is_some_and(|kind| KINDS.contains(&kind)) {
            compress(&path).map_err(|error| (path.clone(), error))?;
        }
    }
    Ok(())
}

/// Writes the compressed files of one file. They get its time, which says that they are of its content; it comes
/// last, so that a file that was left half written is not taken for one.
fn compress(path: &Path) -> io::Result<()> {
    let changed = fs::metadata(path)?.modified()?;
    for (ending, encode) in ENCODINGS {
        let target = beside(path, ending);
        if time_of(&target)? == Some(changed) {
            continue;
        }
        let content = fs::read(path)?;
        let encoded = encode(&content)?;
        if encoded.len() < content.len() {
            let mut file = File::create(&target)?;
            file.write_all(&encoded)?;
            file.set_modified(changed)?;
        } else if target.exists() {
            fs::remove_file(&target)?;
        }
    }
    Ok(())
}

/// `page.css` and `br` make `page.css.br`.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".");
    name.push(ending);
    name.into()
}

/// When a file was changed; `None` where there is none.
fn time_of(path: &Path) -> io::Result<Option<SystemTime>> {
    match fs::metadata(path) {
        Ok(found) => found.modified().map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let smallest = BrotliEncoderParams { quality: 11, size_hint: content.len(), ..Default::default() };
    let mut encoded = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut encoded, &smallest)?;
    Ok(encoded)
}

fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    // Without a name or a time in it, the same content gives the same bytes.
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}
