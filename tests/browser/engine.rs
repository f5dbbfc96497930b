//! The browsers, each with its driver.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};
use tokio::sync::{Semaphore, SemaphorePermit};

/// A browser engine.
#[derive(Clone, Copy, Debug)]
pub enum Engine {
    /// Chromium, with chromedriver.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// The `MiniBrowser` of `WebKitGTK`, with `WebKitWebDriver`. Needs a display.
    WebKit,
}

/// A running browser.
pub struct Browser {
    /// What drives it.
    pub driver: WebDriver,
    _server: Child,
    _display: Option<SemaphorePermit<'static>>,
}

/// The one display. A window that opens on it takes the focus from the one that is typed into, so there is one at a
/// time; the other engines have no window.
static DISPLAY: Semaphore = Semaphore::const_new(1);

impl Engine {
    /// Starts the engine's driver and a browser. On a busy machine one may fail to start: then another one is tried.
    pub async fn start(self) -> Browser {
        let display = match self {
            Self::Chromium | Self::Firefox => None,
            Self::WebKit => Some(DISPLAY.acquire().await.unwrap()),
        };
        for _ in 0..2 {
            match self.try_to_start().await {
                Ok((driver, server)) => return Browser { driver, _server: server, _display: display },
                Err(error) => println!("{self:?} did not start: {error}"),
            }
        }
        let (driver, server) = self.try_to_start().await.unwrap();
        Browser { driver, _server: server, _display: display }
    }

    async fn try_to_start(self) -> WebDriverResult<(WebDriver, Child)> {
        let port = free_port().await;
        let mut server = Command::new(match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        });
        server.arg(format!("--port={port}"));
        if matches!(self, Self::Firefox) {
            // The second port, which it would otherwise take at random from those that other tests take.
            server.args(["--websocket-port", &free_port().await.to_string()]);
        }
        let mut server = server
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{self:?}'s WebDriver server: {error}; `make test` installs it"));
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            assert!(server.try_wait().unwrap().is_none(), "{self:?}'s WebDriver server has ended");
            assert!(
                started.elapsed() < Duration::from_mins(1),
                "{self:?}'s WebDriver server does not answer"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), self.capabilities()).await?;
        Ok((driver, server))
    }

    fn capabilities(self) -> Capabilities {
        let mut wanted = match self {
            // As root Chromium has no sandbox; the rest keeps it from calling home.
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--window-size=1280,900"
                    ]
                }
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": first_of(&["/usr/bin/firefox-esr", "/usr/bin/firefox"]),
                    "args": ["-headless", "-width", "1280", "-height", "900"]
                }
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": {
                    "binary": first_of(&[
                        &format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser", std::env::consts::ARCH),
                        &format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.0/MiniBrowser", std::env::consts::ARCH),
                    ]),
                    "args": ["--automation"]
                }
            }),
        };
        // A journey may hold the program back: the page is then never complete.
        wanted["pageLoadStrategy"] = json!("none");
        let Value::Object(wanted) = wanted else { unreachable!() };
        Capabilities::from(wanted)
    }
}

impl Browser {
    /// Closes the browser.
    pub async fn quit(self) {
        let _ = self.driver.quit().await;
    }
}

async fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port()
}

fn first_of(paths: &[&str]) -> String {
    let found = paths.iter().find(|path| Path::new(path).exists());
    (*found.unwrap_or_else(|| panic!("none of {paths:?} is there; `make test` installs it"))).to_owned()
}
