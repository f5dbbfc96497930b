//! The headers that nginx and Caddy must send: those of the site's table, and those that hosting services add.

use std::collections::BTreeMap;

use salary_site::headers;

use crate::site::UNHASHED;

/// Headers by their names in lower case.
pub type Headers = BTreeMap<String, String>;

/// Every header of the policy. A server must not send one of these where the policy has none.
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

/// The headers of the response with a file.
pub fn of(path: &str) -> Headers {
    let mut headers = table(path);
    // The table covers whole folders of files with hashes. The servers look at each name.
    let cache = if UNHASHED.contains(&path) { "no-cache" } else { &headers["cache-control"] };
    let cache = format!("{cache}, no-transform");
    give(&mut headers, "cache-control", &cache);
    give(&mut headers, "vary", "Accept-Encoding");
    let kind = kind(path);
    if let Some(named) = give(&mut headers, "content-type", kind) {
        assert_eq!(named, kind, "{path}");
    }
    headers
}

/// The headers of the response for a missing file.
pub fn of_missing(path: &str) -> Headers {
    let mut headers = of("/404.html");
    give(&mut headers, "cache-control", "no-store");
    let mut shared = table(path);
    shared
        .retain(|name, _| ["access-control-allow-origin", "cross-origin-resource-policy"].contains(&&**name));
    headers.extend(shared);
    headers
}

fn table(path: &str) -> Headers {
    headers::of(path).map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect()
}

fn give(headers: &mut Headers, name: &str, value: &str) -> Option<String> {
    headers.insert(name.to_owned(), value.to_owned())
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "html" | "/" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "ts" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        other => panic!("no content type for {other}"),
    }
}
