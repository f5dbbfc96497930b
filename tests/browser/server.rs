//! Serves the built site on a port of its own, with the headers of its hosting. It records every request, and can delay
//! the program or change a response.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, IF_MODIFIED_SINCE, IF_NONE_MATCH,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use salary_site::headers;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::services::ServeDir;

/// A change to the response for a file.
#[derive(Clone)]
pub enum Change {
    /// Not found.
    Missing,
    /// Another content type.
    Kind(&'static str),
    /// Other content.
    Content(Vec<u8>),
    /// One header fewer.
    Without(&'static str),
    /// A policy that names this origin beside `'self'`.
    Named(String),
}

/// A server for the built site.
pub struct Server {
    /// Its address, with a `/` at the end.
    pub address: String,
    desk: Desk,
    open: watch::Sender<bool>,
}

#[derive(Clone)]
struct Desk {
    requests: Arc<Mutex<Vec<String>>>,
    open: watch::Receiver<bool>,
    changes: Arc<Mutex<BTreeMap<String, Change>>>,
}

impl Server {
    /// Starts to serve a folder.
    pub async fn start(site: &Path) -> Self {
        assert!(site.join("index.html").exists(), "{} has no site; `make test` builds it", site.display());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let (open, opened) = watch::channel(true);
        let desk = Desk { requests: Arc::default(), open: opened, changes: Arc::default() };
        let router = Router::new()
            .fallback_service(ServeDir::new(site))
            .layer(middleware::from_fn_with_state(desk.clone(), pass));
        tokio::spawn(async { axum::serve(listener, router).await });
        Self { address, desk, open }
    }

    /// Every address that was requested, with its query.
    pub fn requests(&self) -> Vec<String> {
        self.desk.requests.lock().unwrap().clone()
    }

    /// The number of requests whose address has this part.
    pub fn requests_of(&self, part: &str) -> usize {
        self.requests().iter().filter(|address| address.contains(part)).count()
    }

    /// Delays the program until [`Self::release_program`].
    pub fn hold_program(&self) {
        self.open.send_replace(false);
    }

    /// Releases the program.
    pub fn release_program(&self) {
        self.open.send_replace(true);
    }

    /// Changes the responses for addresses with this part, from now on.
    pub fn change(&self, part: &str, change: Change) {
        self.desk.changes.lock().unwrap().insert(part.to_owned(), change);
    }

    /// Undoes all changes.
    pub fn restore(&self) {
        self.desk.changes.lock().unwrap().clear();
    }
}

async fn pass(State(mut desk): State<Desk>, mut request: Request, next: Next) -> Response {
    let address = request.uri().to_string();
    let path = request.uri().path().to_owned();
    desk.requests.lock().unwrap().push(address);
    if path.contains(".wasm") {
        let _ = desk.open.wait_for(|open| *open).await;
    }
    let changes = desk.changes.lock().unwrap().clone();
    let change = changes.into_iter().find_map(|(part, change)| path.contains(&part).then_some(change));
    if change.is_some() {
        // The browser's cached copy is not the changed file.
        for name in [IF_MODIFIED_SINCE, IF_NONE_MATCH] {
            request.headers_mut().remove(name);
        }
    }
    let mut response = match &change {
        Some(Change::Missing) => StatusCode::NOT_FOUND.into_response(),
        _ => next.run(request).await,
    };
    let headers = response.headers_mut();
    for (name, value) in headers::of(&path) {
        headers.insert(HeaderName::try_from(name).unwrap(), HeaderValue::from_static(value));
    }
    match change {
        Some(Change::Missing) => drop(headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"))),
        Some(Change::Kind(kind)) => drop(headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind))),
        Some(Change::Without(name)) => drop(headers.remove(name)),
        Some(Change::Named(origin)) => {
            let policy = headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
            let policy = policy.replace("'self'", &format!("'self' {origin}"));
            headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::try_from(policy).unwrap());
        }
        Some(Change::Content(content)) => {
            headers.remove(CONTENT_LENGTH);
            *response.body_mut() = Body::from(content);
        }
        None => {}
    }
    response
}
