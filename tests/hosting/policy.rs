//! What is to be sent with a file, worked out from its name, apart from the configurations.

use crate::rules::Headers;

/// Every header that the policy is about; those that it does not give a file must not be sent with it.
pub const NAMES: [&str; 9] = [
    "access-control-allow-origin",
    "cache-control",
    "content-security-policy",
    "content-type",
    "cross-origin-resource-policy",
    "referrer-policy",
    "strict-transport-security",
    "vary",
    "x-content-type-options",
];

const PAGE_KIND: &str = "text/html; charset=utf-8";

const SOURCES: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'";

/// What a page may load, whether it may show frames of its own site, and who may show it in one.
fn page(frames: bool, ancestors: &str) -> String {
    let frames = if frames { "; frame-src 'self'" } else { "" };
    format!("{SOURCES}{frames}; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}")
}

/// What is to be sent with what is there.
pub fn of(path: &str) -> Headers {
    let cache = if is_hashed(path) {
        "public, max-age=31536000, immutable, no-transform"
    } else {
        "no-cache, no-transform"
    };
    let is_page = kind(path) == PAGE_KIND && path.matches('/').count() == 1;
    let ancestors = if path == "/frame.html" { "*" } else { "'self'" };
    headers(path, cache, kind(path), is_page.then(|| page(path == "/partners.html", ancestors)))
}

/// What is to be sent where nothing is there.
pub fn of_missing(path: &str) -> Headers {
    headers(path, "no-store", PAGE_KIND, Some(page(false, "'self'")))
}

/// Whether the name changes with the content.
pub fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == 16 && hash.bytes().all(|byte| b"0123456789abcdef".contains(&byte))
}

fn headers(path: &str, cache: &str, kind: &str, policy: Option<String>) -> Headers {
    let mut headers = Headers::new();
    let mut give = |name: &str, value: &str| headers.insert(name.to_owned(), value.to_owned());
    give("cache-control", cache);
    give("content-type", kind);
    give("referrer-policy", "no-referrer");
    give("vary", "Accept-Encoding");
    give("x-content-type-options", "nosniff");
    if let Some(policy) = policy {
        give("content-security-policy", &policy);
    }
    // What partners' pages load.
    if path.starts_with("/assets/") || path.starts_with("/v1/") {
        give("access-control-allow-origin", "*");
        give("cross-origin-resource-policy", "cross-origin");
    }
    headers
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "ts" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "html" | "/" => PAGE_KIND,
        other => panic!("no policy for {other}"),
    }
}
