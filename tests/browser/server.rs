//! Serves `dist/` on a port of its own, with the headers that hosts send, remembers what was asked for, and can hold the
//! program back or answer otherwise.

use std::collections::BTreeMap;
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
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::services::ServeDir;

use crate::rules::Rules;

/// How a file is answered otherwise.
#[derive(Clone)]
pub enum Change {
    /// It is not there.
    Missing,
    /// It is called this.
    Kind(&'static str),
    /// It is something else.
    Content(Vec<u8>),
    /// It comes without this header.
    Without(&'static str),
    /// Its policy names this origin beside `'self'`.
    Named(String),
}

/// A server of the built page.
pub struct Server {
    /// Where it answers, with a `/` at the end.
    pub address: String,
    desk: Desk,
    open: watch::Sender<bool>,
}

#[derive(Clone)]
struct Desk {
    asked: Arc<Mutex<Vec<String>>>,
    open: watch::Receiver<bool>,
    rules: Arc<Rules>,
    changes: Arc<Mutex<BTreeMap<String, Change>>>,
}

impl Server {
    /// Starts to serve.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let (open, opened) = watch::channel(true);
        let desk = Desk {
            asked: Arc::default(),
            open: opened,
            rules: Arc::new(Rules::read("src/hosting/_headers")),
            changes: Arc::default(),
        };
        let router = Router::new()
            .fallback_service(ServeDir::new("dist"))
            .layer(middleware::from_fn_with_state(desk.clone(), pass));
        tokio::spawn(async { axum::serve(listener, router).await });
        Self { address, desk, open }
    }

    /// Everything that was asked for, with its query.
    pub fn asked(&self) -> Vec<String> {
        self.desk.asked.lock().unwrap().clone()
    }

    /// How often something with this in its address was asked for.
    pub fn times_asked(&self, part: &str) -> usize {
        self.asked().iter().filter(|asked| asked.contains(part)).count()
    }

    /// Holds the program back until [`Self::release_program`].
    pub fn hold_program(&self) {
        self.open.send_replace(false);
    }

    /// Lets the program go.
    pub fn release_program(&self) {
        self.open.send_replace(true);
    }

    /// From now on answers otherwise where an address has this in it.
    pub fn change(&self, part: &str, change: Change) {
        self.desk.changes.lock().unwrap().insert(part.to_owned(), change);
    }

    /// Answers as it is again.
    pub fn mend(&self) {
        self.desk.changes.lock().unwrap().clear();
    }
}

async fn pass(State(mut desk): State<Desk>, mut request: Request, next: Next) -> Response {
    let asked = request.uri().to_string();
    let path = request.uri().path().to_owned();
    desk.asked.lock().unwrap().push(asked);
    if path.contains(".wasm") {
        let _ = desk.open.wait_for(|open| *open).await;
    }
    let changes = desk.changes.lock().unwrap().clone();
    let change = changes.into_iter().find_map(|(part, change)| path.contains(&part).then_some(change));
    if change.is_some() {
        // What a browser has kept is not it.
        for name in [IF_MODIFIED_SINCE, IF_NONE_MATCH] {
            request.headers_mut().remove(name);
        }
    }
    let mut response = match &change {
        Some(Change::Missing) => StatusCode::NOT_FOUND.into_response(),
        _ => next.run(request).await,
    };
    let headers = response.headers_mut();
    for (name, value) in desk.rules.of(&path) {
        headers.insert(HeaderName::try_from(name).unwrap(), HeaderValue::try_from(value).unwrap());
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
