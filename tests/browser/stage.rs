//! Partner pages on an origin of their own, and a browser that opens them.

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha384};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use crate::folder::{frozen, in_project};
use crate::server::Server;
use crate::tab::Tab;

/// The element's script.
pub const EMBED: &str = r#"<script type="module" async src="{{site}}/v1/embed.js"></script>"#;
/// The element, with a link as its only child.
pub const ELEMENT: &str =
    r#"<salary-calculator id="a" loading="eager"><a href="{{site}}/">Pay</a></salary-calculator>"#;

/// A browser, the calculator's site and a partner's site on another origin.
pub struct Stage {
    /// The open page.
    pub tab: Tab,
    /// The calculator's site.
    pub site: Server,
    partner: Partner,
}

/// A partner's site.
struct Partner {
    address: String,
    desk: Desk,
}

type Pages = BTreeMap<String, (HeaderMap, String)>;

#[derive(Clone, Default)]
struct Desk {
    pages: Arc<Mutex<Pages>>,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Stage {
    /// Starts the partner's site beside a browser and the calculator's site.
    pub async fn set(tab: Tab, site: Server) -> Self {
        // Another name and another port, so that the two sites share nothing.
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://localhost:{}", listener.local_addr().unwrap().port());
        let desk = Desk::default();
        let router = Router::new()
            .fallback_service(ServeDir::new(in_project("target/hosts")))
            .layer(middleware::from_fn_with_state(desk.clone(), answer));
        tokio::spawn(async { axum::serve(listener, router).await });
        Self { tab, site, partner: Partner { address, desk } }
    }

    /// Opens a partner page with this body.
    pub async fn show(&self, body: &str) {
        self.show_under("", body).await;
    }

    /// Opens a partner page with this body under a Content-Security-Policy.
    pub async fn show_under(&self, policy: &str, body: &str) {
        self.show_page(policy, &format!("<!doctype html><html lang=\"en\"><body>{body}</body></html>")).await;
    }

    /// Opens a partner page, and waits until its first script, which records events, has run.
    pub async fn show_page(&self, policy: &str, page: &str) {
        let path = self.put(policy, page);
        self.tab.driver.goto(format!("{}{path}", self.partner.address)).await.unwrap();
        self.tab.until(&format!("location.pathname === {path:?} && 'byId' in window"), true).await;
    }

    /// Adds a page to the partner's site and returns its path.
    pub fn put(&self, policy: &str, page: &str) -> String {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        if !policy.is_empty() {
            headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::try_from(self.fill(policy)).unwrap());
        }
        let page = page.replacen(
            "<body",
            "<head><title>A partner</title><script src=\"/partner.js\"></script></head><body",
            1,
        );
        let mut pages = self.partner.desk.pages.lock().unwrap();
        let path = format!("/{}.html", pages.len());
        pages.insert(path.clone(), (headers, self.fill(&page)));
        path
    }

    /// Fills in the origins and the pinned script with its fingerprint.
    pub fn fill(&self, text: &str) -> String {
        let (pinned, content) = pinned();
        let integrity = format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)));
        text.replace("{{site}}", self.site.address.trim_end_matches('/'))
            .replace("{{partner}}", &self.partner.address)
            // The partner's server under another name, which makes it a third origin.
            .replace("{{stranger}}", &self.partner.address.replace("localhost", "127.0.0.1"))
            .replace("{{pinned}}", &pinned)
            .replace("{{integrity}}", &integrity)
    }

    /// Every address requested from the partner's site.
    pub fn partner_requests(&self) -> Vec<String> {
        self.partner.desk.requests.lock().unwrap().clone()
    }

    /// Makes another element the one that [`Tab`] looks into.
    pub async fn look_at(&self, element: &str) {
        self.tab.run(&format!("window.subject = {element}")).await;
    }

    /// Waits until an element is ready and rendered in this way.
    pub async fn ready(&self, id: &str, render: &str) {
        self.tab.until(&format!("details('ready', {id:?}).at(-1)?.render"), render.to_owned()).await;
    }

    /// Waits until the errors so far have these codes, each with whether it is recoverable.
    pub async fn errors(&self, expected: &[(&str, bool)]) {
        let expected: Vec<_> =
            expected.iter().map(|(code, recoverable)| format!("{code} {recoverable}")).collect();
        self.tab
            .until("details('error').map(({ code, recoverable }) => `${code} ${recoverable}`)", expected)
            .await;
    }
}

/// The name and the content of the pinned copy of the element's script.
pub fn pinned() -> (String, Vec<u8>) {
    built("v1", "embed-", ".js")
}

/// The name and the content of a built file whose name has a hash.
pub fn built(below: &str, start: &str, end: &str) -> (String, Vec<u8>) {
    let folder = frozen().join(below);
    let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let name = names.into_iter().find(|name| name.starts_with(start) && name.ends_with(end)).unwrap();
    let content = fs::read(folder.join(&name)).unwrap();
    (name, content)
}

/// The element's script as the site has it.
pub fn embed() -> String {
    fs::read_to_string(frozen().join("v1/embed.js")).unwrap()
}

async fn answer(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    desk.requests.lock().unwrap().push(request.uri().to_string());
    if path == "/partner.js" {
        return ([(CONTENT_TYPE, "text/javascript")], include_str!("partner.js")).into_response();
    }
    let page = desk.pages.lock().unwrap().get(path).cloned();
    match page {
        Some(page) => page.into_response(),
        None => next.run(request).await,
    }
}
