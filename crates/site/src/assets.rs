//! Files of the site, with names that change with their content.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};

/// The folder of the site.
pub struct Site {
    folder: PathBuf,
}

/// A file whose name changes with its content.
pub struct Asset {
    /// Its path, relative to the site's folder.
    pub path: String,
    /// The name that Trunk gave it; empty if Trunk did not build it.
    pub taken_from: String,
    /// Its fingerprint, in the format of the attribute `integrity`.
    pub integrity: String,
}

impl Asset {
    /// Returns its path and its fingerprint.
    pub fn with_integrity(&self) -> [&str; 2] {
        [&self.path, &self.integrity]
    }
}

impl Site {
    /// Prepares a folder that Trunk has built.
    pub fn in_folder(folder: &Path) -> Result<Self, String> {
        for part in ["assets", "v1"] {
            fs::create_dir_all(folder.join(part)).map_err(|error| error.to_string())?;
        }
        Ok(Self { folder: folder.to_owned() })
    }

    /// Writes a file.
    pub fn write(&self, path: &str, content: &[u8]) -> Result<(), String> {
        fs::write(self.folder.join(path), content).map_err(|error| format!("{path}: {error}"))
    }

    /// Writes a file whose name changes with its content into `assets`.
    pub fn asset(&self, name: &str, extension: &str, content: &[u8]) -> Result<Asset, String> {
        self.hashed("assets", name, extension, content)
    }

    /// Writes a file whose name changes with its content into one of the folders.
    pub fn hashed(&self, folder: &str, name: &str, extension: &str, content: &[u8]) -> Result<Asset, String> {
        let digest = Sha384::digest(content);
        let start = digest.first_chunk().copied().map(u64::from_be_bytes).unwrap_or_default();
        let path = format!("{folder}/{name}-{start:016x}.{extension}");
        self.write(&path, content)?;
        let integrity = format!("sha384-{}", BASE64_STANDARD.encode(digest));
        Ok(Asset { path, taken_from: String::new(), integrity })
    }

    /// Moves a file of Trunk's into `assets`.
    pub fn taken_from_trunk(&self, name: &str, extension: &str) -> Result<Asset, String> {
        let (file, content) = self.take(name, extension)?;
        Ok(Asset { taken_from: file, ..self.asset(name, extension, &content)? })
    }

    /// Returns the content of a file of Trunk's, and removes the file.
    pub fn bytes_from_trunk(&self, name: &str, extension: &str) -> Result<Vec<u8>, String> {
        Ok(self.take(name, extension)?.1)
    }

    /// Returns the text of a file of Trunk's, and removes the file.
    pub fn text_from_trunk(&self, name: &str, extension: &str) -> Result<String, String> {
        let (file, content) = self.take(name, extension)?;
        String::from_utf8(content).map_err(|error| format!("{file}: {error}"))
    }

    fn take(&self, name: &str, extension: &str) -> Result<(String, Vec<u8>), String> {
        let missing = || format!("Trunk has built no {name}-….{extension}");
        let entries = fs::read_dir(&self.folder).map_err(|error| error.to_string())?;
        let file = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .find(|file| {
                file.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'))
                    && file.ends_with(&format!(".{extension}"))
            })
            .ok_or_else(missing)?;
        let path = self.folder.join(&file);
        let content = fs::read(&path).map_err(|error| error.to_string())?;
        fs::remove_file(&path).map_err(|error| error.to_string())?;
        Ok((file, content))
    }
}
