//! The configurations of `src/hosting`, each on its real server: what is sent for every kind of file, and that the
//! three of them say the same. `make test` gets the servers before it runs these.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may stop

mod compressed;
mod policy;
mod rules;
mod server;
mod site;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;

use reqwest::StatusCode;
use rules::{Headers, Rules};
use server::{Answer, Server};
use site::Site;

/// What browsers say that they take, first; then what else there is.
const ACCEPTED: [&str; 6] =
    ["gzip, deflate, br, zstd", "gzip, deflate", "br", "identity", "br;q=0, gzip;q=0.5", "gzip;q=0, br;q=0"];

/// What is missing: below a page, among files that are kept, and folders, which are not listed.
const MISSING: [&str; 7] = [
    "/none",
    "/none.html",
    "/assets/app-ffffffffffffffff.js",
    "/v1/embed-9.9.9-ffffffffffffffff.js",
    "/assets",
    "/v1/",
    "/index.html/",
];

/// Makes a test of each check, on each server, with the small site and with the built one.
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
    every_file_arrives_as_it_is_however_it_is_packed,
    a_head_says_what_a_get_says,
    a_query_changes_nothing,
    what_is_unchanged_is_not_sent_again,
    what_is_missing_is_not_kept,
    nothing_can_be_sent,
}

async fn every_file_has_the_headers_of_its_kind(server: &Server, site: &Site) {
    for path in site.addresses() {
        for accepted in ACCEPTED {
            let answer = server.get(&path, &[("accept-encoding", accepted)]).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert_eq!(answer.policy(), policy::of(&path), "{path}, {accepted}");
        }
        // Also for who comes through a proxy.
        let proxied = server.get(&path, &[("accept-encoding", "gzip"), ("via", "1.1 proxy")]).await;
        assert_eq!(proxied.header("content-encoding"), packed(site, &path, "gzip"), "{path}");
    }
}

async fn every_file_arrives_as_it_is_however_it_is_packed(server: &Server, site: &Site) {
    for path in site.addresses() {
        for accepted in ACCEPTED {
            let answer = server.get(&path, &[("accept-encoding", accepted)]).await;
            assert_eq!(
                answer.header("content-encoding"),
                packed(site, &path, accepted),
                "{path}, {accepted}"
            );
            assert!(unpacked(&answer) == site.content(&path), "{path}, {accepted}");
        }
        assert_eq!(server.get(&path, &[]).await.header("content-encoding"), None, "{path}");
    }
}

async fn a_head_says_what_a_get_says(server: &Server, site: &Site) {
    for path in site.addresses() {
        for accepted in ACCEPTED {
            let packing = [("accept-encoding", accepted)];
            let (get, head) = (server.get(&path, &packing).await, server.head(&path, &packing).await);
            assert_eq!(head.status, StatusCode::OK, "{path}");
            assert!(head.body.is_empty(), "{path}");
            assert_eq!(head.policy(), get.policy(), "{path}");
            for name in ["content-encoding", "etag", "last-modified"] {
                assert_eq!(head.header(name), get.header(name), "{path}, {name}");
            }
        }
    }
}

/// Mailing lists and the like add queries of their own.
async fn a_query_changes_nothing(server: &Server, site: &Site) {
    for path in site.addresses() {
        let answer = server.get(&format!("{path}?again=1"), &[]).await;
        assert_eq!((answer.status, answer.policy()), (StatusCode::OK, policy::of(&path)), "{path}");
        assert!(answer.body == site.content(&path), "{path}");
    }
}

async fn what_is_unchanged_is_not_sent_again(server: &Server, site: &Site) {
    for path in site.addresses() {
        for accepted in ACCEPTED {
            let packing = ("accept-encoding", accepted);
            let first = server.get(&path, &[packing]).await;
            let tag = first.header("etag").unwrap();
            let again = server.get(&path, &[packing, ("if-none-match", &tag)]).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
            assert!(again.body.is_empty(), "{path}");
            // What a cache needs to keep what it has.
            for name in ["cache-control", "vary", "etag"] {
                assert_eq!(again.header(name), first.header(name), "{path}, {name}");
            }
            let other = server.get(&path, &[packing, ("if-none-match", "\"other\"")]).await;
            assert_eq!((other.status, other.body), (StatusCode::OK, first.body), "{path}");
        }
        let mut tags = BTreeMap::new();
        for accepted in ["br", "gzip", "identity"] {
            let answer = server.get(&path, &[("accept-encoding", accepted)]).await;
            tags.insert(answer.header("content-encoding"), answer.header("etag"));
        }
        let distinct: BTreeSet<_> = tags.values().collect();
        assert_eq!(distinct.len(), tags.len(), "{path}: each packing has a tag of its own");
    }
}

async fn what_is_missing_is_not_kept(server: &Server, site: &Site) {
    for path in MISSING {
        for accepted in ACCEPTED {
            let answer = server.get(path, &[("accept-encoding", accepted)]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(answer.policy(), policy::of_missing(path), "{path}");
            assert!(unpacked(&answer) == site.content("/404.html"), "{path}");
        }
        let head = server.head(path, &[]).await;
        assert_eq!((head.status, head.policy()), (StatusCode::NOT_FOUND, policy::of_missing(path)), "{path}");
    }
}

async fn nothing_can_be_sent(server: &Server, site: &Site) {
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
        assert!(unpacked(&answer) == site.content("/"), "{name}");
    }
}

#[tokio::test]
async fn the_servers_send_the_same_headers() {
    // Those of the connection, of the server, and of one file on one disk.
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
            let packing = [("accept-encoding", "br")];
            let [one, other] = [nginx.get(&path, &packing).await, caddy.get(&path, &packing).await]
                .map(|answer| answer.headers_but(&own));
            assert_eq!(one, other, "{path}");
        }
    }
}

#[tokio::test]
async fn the_headers_file_says_what_nginx_sends() {
    let rules = Rules::read("src/hosting/_headers");
    for site in Site::all() {
        let nginx = Server::start("nginx", site);
        for path in site.addresses() {
            let mut sent = nginx.get(&path, &[]).await.policy();
            // The hosts' own; and what would keep Cloudflare from compressing.
            sent.remove("vary");
            let cache = sent.get_mut("cache-control").unwrap();
            *cache = cache.strip_suffix(", no-transform").unwrap().to_owned();
            let kind = sent.remove("content-type").unwrap();
            // In the file it is the folder that has hashed names only: the next test holds that.
            if site::UNHASHED.contains(&path.as_str()) {
                continue;
            }
            for address in short_names(&path) {
                let mut said = rules.of(&address);
                if let Some(said) = said.remove("content-type") {
                    assert_eq!(said, kind, "{address}");
                }
                assert_eq!(said, sent, "{address}");
            }
        }
    }
}

#[test]
fn every_built_asset_has_a_hash() {
    if let Some(site) = Site::built() {
        for path in site.addresses().iter().filter(|path| path.starts_with("/assets/")) {
            assert!(policy::is_hashed(path), "{path}");
        }
    }
}

/// The policy lets no script or style in that stands in the page itself.
#[test]
fn every_built_page_fits_its_policy() {
    let Some(site) = Site::built() else { return };
    for path in
        site.addresses().iter().filter(|path| policy::of(path).contains_key("content-security-policy"))
    {
        let page = String::from_utf8(site.content(path)).unwrap();
        for script in page.split("<script").skip(1).filter_map(|rest| rest.split('>').next()) {
            // Data is not run.
            let is_data = script.contains("application/ld+json");
            assert!(is_data || script.contains(" src="), "{path}: <script{script}>");
        }
        for inline in ["<style", " style=", "javascript:"] {
            assert!(!page.contains(inline), "{path}: {inline}");
        }
    }
}

/// The addresses under which a host may answer with a page: `/frame.html` and `/frame`.
fn short_names(path: &str) -> Vec<String> {
    let mut names = vec![path.to_owned()];
    if let Some(short) = path.strip_suffix(".html").filter(|short| !short.starts_with("/assets/")) {
        names.push(short.to_owned());
    }
    names
}

/// How a file is packed for who accepts this.
fn packed(site: &Site, path: &str, accepted: &str) -> Option<String> {
    let takes = |coding: &str| {
        accepted.split(", ").any(|item| item == coding || item.starts_with(&format!("{coding};q=0.")))
    };
    [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .find(|(coding, ending)| takes(coding) && site.has_packed(path, ending))
        .map(|(coding, _)| coding.to_owned())
}

/// The body, without its packing.
fn unpacked(answer: &Answer) -> Vec<u8> {
    let mut content = Vec::new();
    let body = &answer.body[..];
    match answer.header("content-encoding").as_deref() {
        None => return body.to_vec(),
        Some("br") => brotli::Decompressor::new(body, 4096).read_to_end(&mut content).unwrap(),
        Some("gzip") => flate2::read::GzDecoder::new(body).read_to_end(&mut content).unwrap(),
        Some(other) => panic!("{other} was sent"),
    };
    content
}

impl Answer {
    /// The headers that the policy is about.
    fn policy(&self) -> Headers {
        let named = policy::NAMES.into_iter();
        named.filter_map(|name| Some((name.to_owned(), self.header(name)?))).collect()
    }
}
