//! The page as a visitor meets it: how fast it starts, and what each interaction costs.

use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, from_value, json};
use thirtyfour::WebDriver;
use tokio::time::sleep;

use super::{median, quantile, say, table};

/// The number of starts that a median is of.
const STARTS: usize = 7;
/// The factor by which Chromium slows the processor down: about the speed of a mid-range phone.
const THROTTLE: u32 = 4;
/// The time between two interactions, so that each is over before the next.
const PAUSE: Duration = Duration::from_millis(80);

/// A start of the page, in milliseconds.
#[derive(Deserialize)]
struct Start {
    first: f64,
    largest: Option<f64>,
    ready: Option<f64>,
    shift: f64,
}

/// The interactions with the page, in milliseconds.
#[derive(Deserialize)]
struct Interactions {
    /// Handlers and drawing of each.
    work: Vec<[f64; 2]>,
    /// The browser's own record (Event Timing): the kind of event, and its time to the next frame in steps of 8 ms.
    events: Vec<(String, f64)>,
}

struct Page<'a> {
    driver: &'a WebDriver,
    site: &'a str,
}

pub async fn measure(driver: &WebDriver, site: &str) {
    let page = Page { driver, site };
    page.cdp("Page.enable", json!({})).await;
    let watch = json!({ "source": format!("{{{}}}", include_str!("watch.js")) });
    page.cdp("Page.addScriptToEvaluateOnNewDocument", watch).await;
    page.starts().await;
    page.interactions().await;
}

impl Page<'_> {
    async fn cdp(&self, method: &str, parameters: Value) {
        self.driver.cdp().send_raw(method, parameters).await.unwrap();
    }

    async fn value(&self, expression: &str) -> Value {
        self.driver.execute(format!("return {expression}"), vec![]).await.unwrap().json().clone()
    }

    async fn throttle(&self, rate: u32) {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await;
    }

    async fn open(&self, path: &str) {
        self.driver.goto("about:blank").await.unwrap();
        self.driver.goto(format!("{}{path}", self.site)).await.unwrap();
        let begun = Instant::now();
        while self
            .value("(globalThis.seen?.ready ?? null) !== null && document.readyState === 'complete'")
            .await
            != true
        {
            assert!(begun.elapsed() < Duration::from_secs(30), "{path} does not start within 30 seconds");
            sleep(Duration::from_millis(50)).await;
        }
        sleep(Duration::from_millis(300)).await;
    }

    async fn starts(&self) {
        say(
            "Starts of the page with an empty cache, served from this machine: medians in milliseconds (a minute)",
        );
        let columns = ["page", "CPU", "first paint", "largest paint", "salary:ready", "layout shift"];
        let mut rows = vec![columns.map(str::to_owned)];
        for path in ["/", "/frame.html"] {
            for rate in [1, THROTTLE] {
                let mut seen = Vec::new();
                for _ in 0..STARTS {
                    self.throttle(1).await;
                    self.cdp("Network.clearBrowserCache", json!({})).await;
                    self.throttle(rate).await;
                    self.open(path).await;
                    let found = "({ ...seen, first: performance.getEntriesByName('first-contentful-paint')[0].startTime })";
                    seen.push(from_value::<Start>(self.value(found).await).unwrap());
                }
                let medians = |of: fn(&Start) -> f64| median(&seen.iter().map(of).collect::<Vec<_>>());
                rows.push([
                    path.to_owned(),
                    cpu(rate),
                    format!("{:.0}", medians(|start| start.first)),
                    format!("{:.0}", medians(|start| start.largest.unwrap_or(f64::NAN))),
                    format!("{:.0}", medians(|start| start.ready.unwrap_or(f64::NAN))),
                    format!("{:.3}", medians(|start| start.shift)),
                ]);
            }
        }
        table(&rows);
    }

    async fn interactions(&self) {
        say("Interactions: milliseconds on the main thread, median / 95th percentile (a minute)");
        let columns =
            ["what", "CPU", "number", "handlers", "drawing", "both", "to the next frame (Event Timing)"];
        let mut rows = vec![columns.map(str::to_owned)];
        for rate in [1, THROTTLE] {
            for what in ["typing a salary", "dragging the days", "switching views"] {
                self.throttle(1).await;
                self.open("/#view=compare&salary=95000").await;
                self.throttle(rate).await;
                let kind = match what {
                    "typing a salary" => self.type_salaries().await,
                    "dragging the days" => self.drag_days().await,
                    _ => self.switch_views().await,
                };
                sleep(Duration::from_millis(500)).await;
                let Interactions { work, events } = from_value(self.value("seen").await).unwrap();
                let all = |of: fn(&[f64; 2]) -> f64| quantiles(&work.iter().map(of).collect::<Vec<_>>());
                // The browser leaves out events shorter than 16 ms. Each of them counts as 8 ms.
                let mut reported: Vec<_> =
                    events.iter().filter(|(name, _)| name == kind).map(|&(_, duration)| duration).collect();
                let is_reported = !reported.is_empty();
                reported.resize(work.len().max(reported.len()), 8.0);
                rows.push([
                    what.to_owned(),
                    cpu(rate),
                    work.len().to_string(),
                    all(|&[handlers, _]| handlers),
                    all(|&[_, drawing]| drawing),
                    all(|&[handlers, drawing]| handlers + drawing),
                    if is_reported { quantiles(&reported) } else { "not reported".to_owned() },
                ]);
            }
        }
        self.throttle(1).await;
        table(&rows);
    }

    /// Scrolls to an element in the calculator and returns its left edge, top edge, width and height.
    async fn rectangle(&self, selector: &str) -> [f64; 4] {
        let script = format!(
            "(() => {{ const element = document.querySelector('salary-calculator').shadowRoot.querySelector({selector:?});
            element.scrollIntoView({{ block: 'center' }});
            const {{ left, top, width, height }} = element.getBoundingClientRect(); return [left, top, width, height] }})()"
        );
        from_value(self.value(&script).await).unwrap()
    }

    async fn mouse(&self, kind: &str, x: f64, y: f64) {
        let held = i32::from(kind != "mouseReleased");
        let button =
            json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": held, "clickCount": 1 });
        self.cdp("Input.dispatchMouseEvent", button).await;
        sleep(PAUSE).await;
    }

    async fn click(&self, selector: &str) {
        let [left, top, width, height] = self.rectangle(selector).await;
        for kind in ["mousePressed", "mouseReleased"] {
            self.mouse(kind, left + width / 2.0, top + height / 2.0).await;
        }
    }

    async fn key(&self, key: &str) {
        let (code, text) =
            if key == "Backspace" { (8, None) } else { (i32::from(key.as_bytes()[0]), Some(key)) };
        let mut down = json!({ "type": "keyDown", "key": key, "windowsVirtualKeyCode": code });
        if let Some(text) = text {
            down["text"] = json!(text);
        }
        self.cdp("Input.dispatchKeyEvent", down).await;
        self.cdp(
            "Input.dispatchKeyEvent",
            json!({ "type": "keyUp", "key": key, "windowsVirtualKeyCode": code }),
        )
        .await;
        sleep(PAUSE).await;
    }

    async fn type_salaries(&self) -> &'static str {
        self.click("#salary").await;
        self.value("seen.work.length = seen.events.length = 0").await;
        let mut shown = "95,000";
        for salary in ["112500", "64250", "150000", "87300", "95000"] {
            for _ in 0..shown.len() {
                self.key("Backspace").await;
            }
            for digit in salary.split("").filter(|digit| !digit.is_empty()) {
                self.key(digit).await;
            }
            shown = salary;
        }
        "input"
    }

    async fn drag_days(&self) -> &'static str {
        let [left, top, width, height] = self.rectangle("input[type=range]").await;
        let at = |part: f64| left + width * part;
        let middle = top + height / 2.0;
        self.mouse("mousePressed", at(0.8), middle).await;
        self.value("seen.work.length = seen.events.length = 0").await;
        for step in 0..50 {
            self.mouse("mouseMoved", at(0.8 - f64::from(step) / 80.0), middle).await;
        }
        self.mouse("mouseReleased", at(0.2), middle).await;
        "input"
    }

    async fn switch_views(&self) -> &'static str {
        self.value("seen.work.length = seen.events.length = 0").await;
        // The last of the three views is open, so each click opens another one.
        for turn in 0..45 {
            self.click(&format!(".tabs li:nth-child({}) a", turn % 3 + 1)).await;
        }
        "click"
    }
}

fn cpu(throttle: u32) -> String {
    if throttle == 1 { "full speed".to_owned() } else { format!("{throttle}x slower") }
}

/// The median and the 95th percentile.
fn quantiles(values: &[f64]) -> String {
    format!("{:.1} / {:.1}", median(values), quantile(values, 0.95))
}
