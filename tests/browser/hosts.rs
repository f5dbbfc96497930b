//! Pages of partners, on an origin of their own, and a browser to look at them.

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

use crate::server::Server;
use crate::tab::Tab;

/// The element's script.
pub const EMBED: &str = r#"<script type="module" async src="{{site}}/v1/embed.js"></script>"#;
/// The element, with a link as its only child.
pub const ELEMENT: &str =
    r#"<salary-calculator id="a" loading="eager"><a href="{{site}}/">Pay</a></salary-calculator>"#;

/// A browser, the site of the calculator and a partner's, which is another origin.
pub struct Stage {
    /// What is open.
    pub tab: Tab,
    /// The calculator's site.
    pub site: Server,
    host: Host,
}

/// A partner's server.
struct Host {
    address: String,
    desk: Desk,
}

type Pages = BTreeMap<String, (HeaderMap, String)>;

#[derive(Clone, Default)]
struct Desk {
    pages: Arc<Mutex<Pages>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Stage {
    /// Sets it up.
    pub async fn set(tab: Tab, site: Server) -> Self {
        // Another name, and another port: nothing is shared.
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://localhost:{}", listener.local_addr().unwrap().port());
        let desk = Desk::default();
        let router = Router::new()
            .fallback_service(ServeDir::new("target/hosts"))
            .layer(middleware::from_fn_with_state(desk.clone(), answer));
        tokio::spawn(async { axum::serve(listener, router).await });
        Self { tab, site, host: Host { address, desk } }
    }

    /// Shows a page with this in its body.
    pub async fn show(&self, body: &str) {
        self.show_under("", body).await;
    }

    /// The same under a Content-Security-Policy.
    pub async fn show_under(&self, policy: &str, body: &str) {
        self.show_page(policy, &format!("<!doctype html><html lang=\"en\"><body>{body}</body></html>")).await;
    }

    /// Shows a page, whose first script remembers what goes on, and waits until that is there.
    pub async fn show_page(&self, policy: &str, page: &str) {
        let path = self.put(policy, page);
        self.tab.driver.goto(format!("{}{path}", self.host.address)).await.unwrap();
        self.tab.until(&format!("location.pathname === {path:?} && 'byId' in window"), true).await;
    }

    /// Puts a page on the partner's server, and says where.
    pub fn put(&self, policy: &str, page: &str) -> String {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        if !policy.is_empty() {
            headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::try_from(self.fill(policy)).unwrap());
        }
        let page = page.replacen(
            "<body",
            "<head><title>A partner</title><script src=\"/host.js\"></script></head><body",
            1,
        );
        let mut pages = self.host.desk.pages.lock().unwrap();
        let path = format!("/{}.html", pages.len());
        pages.insert(path.clone(), (headers, self.fill(&page)));
        path
    }

    /// Fills in where the site is, and the pinned copy of the script.
    pub fn fill(&self, text: &str) -> String {
        let (pinned, content) = pinned();
        let integrity = format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)));
        text.replace("{{site}}", self.site.address.trim_end_matches('/'))
            .replace("{{host}}", &self.host.address)
            // The same server, by another name: a third origin.
            .replace("{{stranger}}", &self.host.address.replace("localhost", "127.0.0.1"))
            .replace("{{pinned}}", &pinned)
            .replace("{{integrity}}", &integrity)
    }

    /// What was asked of the partner's server.
    pub fn asked_of_host(&self) -> Vec<String> {
        self.host.desk.asked.lock().unwrap().clone()
    }

    /// Makes another element the one that [`Tab`] looks into.
    pub async fn look_at(&self, element: &str) {
        self.tab.run(&format!("window.subject = {element}")).await;
    }

    /// Waits until an element is ready, drawn this way.
    pub async fn ready(&self, id: &str, render: &str) {
        self.tab.until(&format!("heard('ready', {id:?}).at(-1)?.render"), render.to_owned()).await;
    }

    /// Waits until these are the codes of all errors so far, each with whether there is more to come.
    pub async fn errors(&self, expected: &[(&str, bool)]) {
        let expected: Vec<_> = expected.iter().map(|(code, more)| format!("{code} {more}")).collect();
        self.tab
            .until("heard('error').map(({ code, recoverable }) => `${code} ${recoverable}`)", expected)
            .await;
    }
}

/// The pinned copy of the element's script: its path and what is in it.
pub fn pinned() -> (String, Vec<u8>) {
    built("dist/v1", "embed-", ".js")
}

/// A file of the built site whose name has a hash: its name and what is in it.
pub fn built(folder: &str, start: &str, end: &str) -> (String, Vec<u8>) {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let name = names.into_iter().find(|name| name.starts_with(start) && name.ends_with(end)).unwrap();
    let content = fs::read(format!("{folder}/{name}")).unwrap();
    (name, content)
}

async fn answer(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    desk.asked.lock().unwrap().push(request.uri().to_string());
    if path == "/host.js" {
        return ([(CONTENT_TYPE, "text/javascript")], include_str!("hosts/host.js")).into_response();
    }
    let page = desk.pages.lock().unwrap().get(path).cloned();
    match page {
        Some(page) => page.into_response(),
        None => next.run(request).await,
    }
}
