//! Serves `dist/` on a port of its own, remembers what was asked for, and can hold the program back.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::services::ServeDir;

/// A server of the built page.
pub struct Server {
    /// Where it answers, with a `/` at the end.
    pub address: String,
    asked: Arc<Mutex<Vec<String>>>,
    open: watch::Sender<bool>,
}

#[derive(Clone)]
struct Desk {
    asked: Arc<Mutex<Vec<String>>>,
    open: watch::Receiver<bool>,
}

impl Server {
    /// Starts to serve.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let asked = Arc::default();
        let (open, opened) = watch::channel(true);
        let desk = Desk { asked: Arc::clone(&asked), open: opened };
        let router = Router::new()
            .fallback_service(ServeDir::new("dist"))
            .layer(middleware::from_fn_with_state(desk, pass));
        tokio::spawn(async { axum::serve(listener, router).await });
        Self { address, asked, open }
    }

    /// Everything that was asked for, with its query.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// Holds the program back until [`Self::release_program`].
    pub fn hold_program(&self) {
        self.open.send_replace(false);
    }

    /// Lets the program go.
    pub fn release_program(&self) {
        self.open.send_replace(true);
    }
}

async fn pass(State(mut desk): State<Desk>, request: Request, next: Next) -> Response {
    let asked = request.uri().to_string();
    let is_program = asked.contains(".wasm");
    desk.asked.lock().unwrap().push(asked);
    if is_program {
        let _ = desk.open.wait_for(|open| *open).await;
    }
    next.run(request).await
}
