//! The files of a folder of figures.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

/// The folder of the disciplines.
pub const MARKET: &str = "market";
/// The folder of the tax years.
pub const TAX: &str = "tax";

/// The data files of a folder, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// The name of the folder in messages.
    pub name: String,
    /// The text of each file by its path below the folder, with `/` between the parts: `tax/2026-27.toml`.
    pub files: BTreeMap<String, String>,
}

impl Folder {
    /// Loads every TOML file of a folder. Hidden files and other files that an editor leaves there are ignored.
    pub fn load(path: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        collect(path, "", &mut files)?;
        Ok(Self { name: path.to_string_lossy().trim_end_matches('/').to_owned(), files })
    }

    /// The slugs of the disciplines, in order.
    pub fn disciplines(&self) -> Vec<String> {
        let below = self.files.keys().filter_map(|file| file.strip_prefix(MARKET)?.strip_prefix('/'));
        let slugs: BTreeSet<_> =
            below.filter_map(|file| file.split_once('/')).map(|(slug, _)| slug.to_owned()).collect();
        slugs.into_iter().collect()
    }

    /// The files of the tax years, oldest first.
    pub fn tax_years(&self) -> Vec<String> {
        let is_year = |file: &&String| file.strip_prefix(TAX).is_some_and(|file| file.starts_with('/'));
        self.files.keys().filter(is_year).cloned().collect()
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let own = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}{own}");
        if own.starts_with('.') {
            continue;
        }
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let named = |error: io::Error| match error.kind() {
                kind @ io::ErrorKind::InvalidData => {
                    io::Error::new(kind, format!("{name} is not saved as UTF-8"))
                }
                kind => io::Error::new(kind, format!("{name}: {error}")),
            };
            let text = fs::read_to_string(&path).map_err(named)?;
            files.insert(name, text);
        }
    }
    Ok(())
}
