//! The configurations in `crates/site/hosting`, each on its real server: the content of every kind of file, and its
//! headers, which must be those of the site's table. `make test` installs the servers before it runs these. `SITE`
//! names another folder with a built site.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

mod compressed;
mod folder;
mod policy;
mod server;
mod site;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;

use policy::Headers;
use reqwest::StatusCode;
use server::{Answer, Server};
use site::Site;

/// Encodings that a client may accept, those of browsers first.
const ACCEPTED: [&str; 6] =
    ["gzip, deflate, br, zstd", "gzip, deflate", "br", "identity", "br;q=0, gzip;q=0.5", "gzip;q=0, br;q=0"];

/// Missing paths: pages, hashed files, and folders, which are not listed.
const MISSING: [&str; 7] = [
    "/none",
    "/none.html",
    "/assets/app-ffffffffffffffff.js",
    "/v1/embed-9.9.9-ffffffffffffffff.js",
    "/assets",
    "/v1/",
    "/index.html/",
];

/// Makes a test of every check on every server, with the small site and with the built one.
macro_rules! on_both {
    ($($check:ident),+ $(,)?) => {
        mod nginx { $(on_both!(@test "nginx" $check);)+ }
        mod caddy { $(on_both!(@test "caddy" $check);)+ }
    };
    (@test $server:literal $check:ident) => {
        #[tokio::test]
        async fn $check() {
            for site in crate::Site::all() {
                crate::$check(&crate::Server::start($server, site), site).await;
            }
        }
    };
}

on_both! {
    every_file_has_the_headers_of_its_kind,
    every_file_arrives_unchanged_in_every_encoding,
    a_head_request_gets_the_headers_of_a_get,
    a_query_changes_nothing,
    an_unchanged_file_is_not_sent_again,
    a_missing_file_is_not_cached,
    posts_are_refused,
}

async fn every_file_has_the_headers_of_its_kind(server: &Server, site: &Site) {
    for path in site.addresses() {
        for accepted in ACCEPTED {
            let answer = server.get(&path, &[("accept-encoding", accepted)]).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert_eq!(answer.policy(), policy::of(&path), "{path}, {accepted}");
        }
        // Proxies get compressed files too.
        let proxied = server.get(&path, &[("accept-encoding", "gzip"), ("via", "1.1 proxy")]).await;
        assert_eq!(proxied.header("content-encoding"), encoding(site, &path, "gzip"), "{path}");
    }
}

async fn every_file_arrives_unchanged_in_every_encoding(server: &Server, site: &Site) {
    for path in site.addresses() {
        for accepted in ACCEPTED {
            let answer = server.get(&path, &[("accept-encoding", accepted)]).await;
            assert_eq!(
                answer.header("content-encoding"),
                encoding(site, &path, accepted),
                "{path}, {accepted}"
            );
            assert!(decoded(&answer) == site.content(&path), "{path}, {accepted}");
        }
        assert_eq!(server.get(&path, &[]).await.header("content-encoding"), None, "{path}");
    }
}

async fn a_head_request_gets_the_headers_of_a_get(server: &Server, site: &Site) {
    for path in site.addresses() {
        for accepted in ACCEPTED {
            let encodings = [("accept-encoding", accepted)];
            let (get, head) = (server.get(&path, &encodings).await, server.head(&path, &encodings).await);
            assert_eq!(head.status, StatusCode::OK, "{path}");
            assert!(head.body.is_empty(), "{path}");
            assert_eq!(head.policy(), get.policy(), "{path}");
            for name in ["content-encoding", "etag", "last-modified"] {
                assert_eq!(head.header(name), get.header(name), "{path}, {name}");
            }
        }
    }
}

/// Links in newsletters often carry a tracking query.
async fn a_query_changes_nothing(server: &Server, site: &Site) {
    for path in site.addresses() {
        let answer = server.get(&format!("{path}?again=1"), &[]).await;
        assert_eq!((answer.status, answer.policy()), (StatusCode::OK, policy::of(&path)), "{path}");
        assert!(answer.body == site.content(&path), "{path}");
    }
}

async fn an_unchanged_file_is_not_sent_again(server: &Server, site: &Site) {
    for path in site.addresses() {
        for accepted in ACCEPTED {
            let encodings = ("accept-encoding", accepted);
            let first = server.get(&path, &[encodings]).await;
            let tag = first.header("etag").unwrap();
            let again = server.get(&path, &[encodings, ("if-none-match", &tag)]).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
            assert!(again.body.is_empty(), "{path}");
            // A cache needs these to keep its copy.
            for name in ["cache-control", "vary", "etag"] {
                assert_eq!(again.header(name), first.header(name), "{path}, {name}");
            }
            let other = server.get(&path, &[encodings, ("if-none-match", "\"other\"")]).await;
            assert_eq!((other.status, other.body), (StatusCode::OK, first.body), "{path}");
        }
        let mut tags = BTreeMap::new();
        for accepted in ["br", "gzip", "identity"] {
            let answer = server.get(&path, &[("accept-encoding", accepted)]).await;
            tags.insert(answer.header("content-encoding"), answer.header("etag"));
        }
        let distinct: BTreeSet<_> = tags.values().collect();
        assert_eq!(distinct.len(), tags.len(), "{path}: each encoding has a tag of its own");
    }
}

async fn a_missing_file_is_not_cached(server: &Server, site: &Site) {
    for path in MISSING {
        for accepted in ACCEPTED {
            let answer = server.get(path, &[("accept-encoding", accepted)]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(answer.policy(), policy::of_missing(path), "{path}");
            assert!(decoded(&answer) == site.content("/404.html"), "{path}");
        }
        let head = server.head(path, &[]).await;
        assert_eq!((head.status, head.policy()), (StatusCode::NOT_FOUND, policy::of_missing(path)), "{path}");
    }
}

async fn posts_are_refused(server: &Server, site: &Site) {
    for path in site.addresses() {
        let answer = server.post(&path).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
        assert_eq!(answer.header("cache-control").as_deref(), Some("no-store"), "{path}");
    }
}

#[tokio::test]
async fn a_new_version_is_seen_at_once() {
    for name in ["nginx", "caddy"] {
        let site = Site::make(&format!("deployed-{name}"));
        let server = Server::start(name, &site);
        let accepted = ("accept-encoding", "br");
        let tag = server.get("/", &[accepted]).await.header("etag").unwrap();
        fs::write(site.folder.join("index.html"), "<!doctype html><title>New</title>".repeat(9)).unwrap();
        site.compress();
        let answer = server.get("/", &[accepted, ("if-none-match", &tag)]).await;
        assert_eq!(answer.status, StatusCode::OK, "{name}");
        assert_eq!(answer.header("content-encoding").as_deref(), Some("br"), "{name}");
        assert!(decoded(&answer) == site.content("/"), "{name}");
    }
}

#[tokio::test]
async fn the_servers_send_the_same_headers() {
    // Headers about the connection, the server, or the file on disk.
    let own = [
        "accept-ranges",
        "connection",
        "content-length",
        "date",
        "etag",
        "last-modified",
        "server",
        "transfer-encoding",
    ];
    for site in Site::all() {
        let (nginx, caddy) = (Server::start("nginx", site), Server::start("caddy", site));
        let missing = MISSING.iter().map(|path| (*path).to_owned());
        for path in site.addresses().into_iter().chain(missing) {
            let encodings = [("accept-encoding", "br")];
            let [one, other] = [nginx.get(&path, &encodings).await, caddy.get(&path, &encodings).await]
                .map(|answer| answer.headers_but(&own));
            assert_eq!(one, other, "{path}");
        }
    }
}

/// The policy allows no inline scripts or styles.
#[test]
fn every_built_page_fits_its_policy() {
    let Some(site) = Site::built() else { return };
    for path in
        site.addresses().iter().filter(|path| policy::of(path).contains_key("content-security-policy"))
    {
        let page = String::from_utf8(site.content(path)).unwrap();
        for script in page.split("<script").skip(1).filter_map(|rest| rest.split('>').next()) {
            // Data blocks do not run.
            let is_data = script.contains("application/ld+json");
            assert!(is_data || script.contains(" src="), "{path}: <script{script}>");
        }
        for inline in ["<style", " style=", "javascript:"] {
            assert!(!page.contains(inline), "{path}: {inline}");
        }
    }
}

/// The encoding of a file for a client that accepts these.
fn encoding(site: &Site, path: &str, accepted: &str) -> Option<String> {
    let takes = |coding: &str| {
        accepted.split(", ").any(|item| item == coding || item.starts_with(&format!("{coding};q=0.")))
    };
    [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .find(|(coding, ending)| takes(coding) && site.has_copy(path, ending))
        .map(|(coding, _)| coding.to_owned())
}

/// Decodes the body.
fn decoded(answer: &Answer) -> Vec<u8> {
    let mut content = Vec::new();
    let body = &answer.body[..];
    match answer.header("content-encoding").as_deref() {
        None => return body.to_vec(),
        Some("br") => brotli::Decompressor::new(body, 4096).read_to_end(&mut content).unwrap(),
        Some("gzip") => flate2::read::GzDecoder::new(body).read_to_end(&mut content).unwrap(),
        Some(other) => panic!("the encoding is {other}"),
    };
    content
}

impl Answer {
    /// Returns the headers that belong to the policy.
    fn policy(&self) -> Headers {
        let named = policy::NAMES.into_iter();
        named.filter_map(|name| Some((name.to_owned(), self.header(name)?))).collect()
    }
}
