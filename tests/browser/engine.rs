//! The browsers, each with its driver.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::missing_panics_doc)] // tests may panic

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// Its engine.
    pub engine: Engine,
    /// The connection to its driver.
    pub driver: WebDriver,
    _server: Child,
}

/// The size of a window, in CSS pixels.
const WIDTH: u32 = 1280;
/// Its height.
const HEIGHT: u32 = 900;

/// The only display. A window that opens on it takes the focus from the window in use, so `WebKit` runs one window at a
/// time; the other engines run headless.
static DISPLAY: Semaphore = Semaphore::const_new(1);

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Waits until another browser of this engine may be in use. Hold the result for as long as it is.
    pub async fn turn(self) -> Option<SemaphorePermit<'static>> {
        match self {
            Self::Chromium | Self::Firefox => None,
            Self::WebKit => Some(DISPLAY.acquire().await.unwrap()),
        }
    }

    /// Starts the engine's driver and a browser. A start may fail on a busy machine, so it is tried three times.
    pub async fn start(self) -> Browser {
        for _ in 0..2 {
            match self.try_to_start().await {
                Ok((driver, server)) => return Browser { engine: self, driver, _server: server },
                Err(error) => println!("{self:?} did not start: {error}"),
            }
        }
        let (driver, server) = self.try_to_start().await.unwrap();
        Browser { engine: self, driver, _server: server }
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
            // Geckodriver would pick its second port at random, perhaps one that another test uses.
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
            assert!(server.try_wait().unwrap().is_none(), "{self:?}'s WebDriver server has exited");
            assert!(
                started.elapsed() < Duration::from_mins(1),
                "{self:?}'s WebDriver server does not respond"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), self.capabilities()).await?;
        Ok((driver, server))
    }

    fn capabilities(self) -> Capabilities {
        let mut wanted = match self {
            // Chromium has no sandbox for root; the other switches keep it from calling home.
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        format!("--window-size={WIDTH},{HEIGHT}")
                    ]
                }
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": first_of(&["/usr/bin/firefox-esr", "/usr/bin/firefox"]),
                    "args": ["-headless", "-width", WIDTH.to_string(), "-height", HEIGHT.to_string()]
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
        // A journey may delay the program, and such a page never finishes loading.
        wanted["pageLoadStrategy"] = json!("none");
        let Value::Object(wanted) = wanted else { unreachable!() };
        Capabilities::from(wanted)
    }
}

impl Browser {
    /// Replaces the window by a fresh one of the usual size, without a history.
    pub async fn renew(&self) -> WebDriverResult<()> {
        let fresh = self.driver.new_tab().await?;
        self.driver.close_window().await?;
        self.driver.switch_to_window(fresh).await?;
        self.driver.set_window_rect(0, 0, WIDTH, HEIGHT).await
    }

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
    (*found.unwrap_or_else(|| panic!("none of {paths:?} exists; `make test` installs it"))).to_owned()
}
