//! Makes the folder of a site ready to upload: puts compressed copies beside its files, for servers that send them as
//! they are, and writes `_headers`. A server that compresses during a request has no time for the smallest size.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use salary_site::headers;

/// Extensions of the files to compress. The content of any other file is compressed already.
const KINDS: [&str; 7] = ["css", "html", "js", "json", "svg", "ts", "wasm"];

/// Compresses the content of a file.
type Encode = fn(&[u8]) -> io::Result<Vec<u8>>;

/// The encodings, by the extensions that they add to a name.
const ENCODINGS: [(&str, Encode); 2] = [("br", brotli), ("gz", gzip)];

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1) else {
        eprintln!("Usage: compress FOLDER");
        return ExitCode::from(2);
    };
    match make_ready(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err((path, error)) => {
            eprintln!("compress: {}: {error}", path.display());
            ExitCode::FAILURE
        }
    }
}

/// A file, and the error that it caused.
type Fault = (PathBuf, io::Error);

fn make_ready(folder: &Path) -> Result<(), Fault> {
    compress_all(folder)?;
    let path = folder.join("_headers");
    fs::write(&path, headers::file()).map_err(|error| (path, error))
}

/// Compresses every file below a folder that becomes smaller.
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

/// Writes the compressed copies of one file. Each gets the time of the file's last change, which marks it as current.
/// The time is set last, so that a copy that was left half written does not look current.
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

/// Returns `page.css.br` for `page.css` and `br`.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".");
    name.push(ending);
    name.into()
}

/// The time of a file's last change; `None` if there is no such file.
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
    // No name and no time is stored, so that the same content always gives the same bytes.
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}
