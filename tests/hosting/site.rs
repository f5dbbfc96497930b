//! Folders to serve: a small one with the layout of the built site, and the built site itself if there is one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use crate::folder;

/// Files without a hash in the folder of files with hashes. The build never makes such files.
pub const UNHASHED: [&str; 3] =
    ["/assets/unhashed.css", "/assets/almost-0123456789abcde.css", "/assets/almost-0123456789ABCDEF.css"];

/// One file of each kind.
const FILES: [&str; 13] = [
    "index.html",
    "frame.html",
    "partners.html",
    "v1/embed.js",
    "v1/embed-1.2.3-0123456789abcdef.js",
    "v1/embed.d.ts",
    "v1/custom-elements.json",
    "assets/app-0123456789abcdef.js",
    "assets/app-0123456789abcdef.wasm",
    "assets/page-fedcba9876543210.css",
    "assets/fallback-00000000ffffffff.html",
    "assets/icon-00000000ffffffff.svg",
    "assets/tiny-00000000ffffffff.js",
];

/// A folder that can be uploaded.
pub struct Site {
    /// Its path.
    pub folder: PathBuf,
}

impl Site {
    /// The small folder, and the built site if there is one.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        static SMALL: LazyLock<Site> = LazyLock::new(|| Site::make("small"));
        [&*SMALL].into_iter().chain(Self::built())
    }

    /// A copy of the built site, ready to upload. If `SITE` names a site, it must exist.
    pub fn built() -> Option<&'static Self> {
        static BUILT: LazyLock<Option<Site>> = LazyLock::new(|| {
            let built = folder::live();
            if !built.join("frame.html").exists() {
                let missing = format!("{} has no frame.html", built.display());
                assert!(folder::named().is_none(), "{missing}");
                eprintln!("{missing}: only the small folder is served");
                return None;
            }
            let site = Site::empty("built");
            for path in files(&built) {
                if !path.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
                    let target = site.folder.join(path.strip_prefix(&built).unwrap());
                    fs::create_dir_all(target.parent().unwrap()).unwrap();
                    fs::copy(&path, target).unwrap();
                }
            }
            site.finish();
            Some(site)
        });
        BUILT.as_ref()
    }

    /// Makes a small folder with this name.
    pub fn make(name: &str) -> Self {
        let site = Self::empty(name);
        for (number, file) in FILES.into_iter().chain(UNHASHED).enumerate() {
            let lines = if file.contains("tiny") { 1 } else { 300 };
            let content = format!("{number}\n").repeat(lines);
            let path = site.folder.join(file.trim_start_matches('/'));
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        site.finish();
        assert!(site.has_copy("/", "br") && !site.has_copy("/assets/tiny-00000000ffffffff.js", "br"));
        site
    }

    fn empty(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hosting").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self { folder }
    }

    fn finish(&self) {
        fs::copy(folder::in_project("crates/site/hosting/404.html"), self.folder.join("404.html")).unwrap();
        self.compress();
    }

    /// Makes the folder ready to upload: compresses the files that have changed, and writes `_headers`.
    pub fn compress(&self) {
        let outcome = Command::new(env!("CARGO_BIN_EXE_compress")).arg(&self.folder).status().unwrap();
        assert!(outcome.success());
    }

    /// Returns the address of every file, and `/`.
    pub fn addresses(&self) -> Vec<String> {
        let hidden = |path: &PathBuf| {
            path.ends_with("_headers")
                || path.extension().is_some_and(|ending| ending == "br" || ending == "gz")
        };
        let shown = files(&self.folder).into_iter().filter(|path| !hidden(path));
        let mut addresses: Vec<_> =
            shown.map(|path| format!("/{}", path.strip_prefix(&self.folder).unwrap().display())).collect();
        addresses.push("/".to_owned());
        addresses.sort();
        addresses
    }

    /// Returns the content expected from an address.
    pub fn content(&self, address: &str) -> Vec<u8> {
        fs::read(self.path(address)).unwrap()
    }

    /// Whether a file has a compressed copy beside it.
    pub fn has_copy(&self, address: &str, ending: &str) -> bool {
        Path::new(&format!("{}.{ending}", self.path(address).display())).exists()
    }

    fn path(&self, address: &str) -> PathBuf {
        let name = if address == "/" { "index.html" } else { address.trim_start_matches('/') };
        self.folder.join(name)
    }
}

/// Returns every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}
