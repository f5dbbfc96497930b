//! A real web server on a port of its own, and its responses.

use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use reqwest::header::{HeaderMap, HeaderName};
use reqwest::{Client, Method, StatusCode};

use crate::folder;
use crate::policy::Headers;
use crate::site::Site;

/// The longest that a server may take to start on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running server. Dropping it stops it.
pub struct Server {
    process: Child,
    address: String,
    client: Client,
}

/// The response of a server.
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The body, as sent.
    pub body: Vec<u8>,
    headers: HeaderMap,
}

impl Server {
    /// Starts a server by its name.
    pub fn start(name: &str, site: &Site) -> Self {
        // Another program may take the port before the server does.
        for _ in 0..5 {
            let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            let work = work_folder(name);
            let mut process = spawn(name, &site.folder, port, &work);
            if answers(&mut process, port) {
                let client = Client::builder().no_proxy().build().unwrap();
                return Self { process, address: format!("http://127.0.0.1:{port}"), client };
            }
            eprintln!("{name} did not start: {}", fs::read_to_string(work.join("log")).unwrap());
        }
        panic!("{name} did not start; scripts/setup-servers installs it");
    }

    /// Requests a path.
    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.request(Method::GET, path, headers).await
    }

    /// Requests the headers of a path.
    pub async fn head(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.request(Method::HEAD, path, headers).await
    }

    /// Posts to a path.
    pub async fn post(&self, path: &str) -> Answer {
        self.request(Method::POST, path, &[]).await
    }

    async fn request(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = self.client.request(method, format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        Answer { status, headers, body: response.bytes().await.unwrap().to_vec() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Answer {
    /// Returns a header with all of its values.
    pub fn header(&self, name: &str) -> Option<String> {
        let values: Vec<_> = self.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// Returns every header except these.
    pub fn headers_but(&self, names: &[&str]) -> Headers {
        let others = self.headers.keys().map(HeaderName::as_str).filter(|name| !names.contains(name));
        others.map(|name| (name.to_owned(), self.header(name).unwrap())).collect()
    }
}

/// A folder for the server's own files.
fn work_folder(name: &str) -> PathBuf {
    static STARTED: AtomicU32 = AtomicU32::new(0);
    let number = STARTED.fetch_add(1, Ordering::Relaxed);
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("hosting/servers").join(format!("{name}-{number}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn spawn(name: &str, site: &Path, port: u16, work: &Path) -> Child {
    let log = File::create(work.join("log")).unwrap();
    // The script replaces itself with the server, so killing this process stops the server.
    Command::new(folder::in_project("scripts/host"))
        .args([name.as_ref(), site.as_os_str(), port.to_string().as_ref()])
        .env("HOST_FOLDER", work)
        .stdin(Stdio::null())
        .stdout(log.try_clone().unwrap())
        .stderr(log)
        .spawn()
        .unwrap()
}

/// Waits until the server answers. Returns `false` if it ends instead.
fn answers(process: &mut Child, port: u16) -> bool {
    let started = Instant::now();
    while process.try_wait().unwrap().is_none() {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return true;
        }
        assert!(started.elapsed() < PATIENCE, "the server neither responds nor exits");
        thread::sleep(Duration::from_millis(10));
    }
    false
}
