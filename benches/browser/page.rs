//! The page as a visitor meets it: how it starts, and what each touch costs.

use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, from_value, json};
use thirtyfour::WebDriver;
use tokio::time::sleep;

use super::{median, quantile, say, table};

/// How often the page is opened anew.
const STARTS: usize = 7;
/// How much slower the machine is made: what phones in the middle of the market come to.
const THROTTLE: u32 = 4;
/// The time between two touches, so that each is over before the next.
const PAUSE: Duration = Duration::from_millis(80);

#[derive(Deserialize)]
struct Start {
    first: f64,
    largest: Option<f64>,
    ready: Option<f64>,
    shift: f64,
}

#[derive(Deserialize)]
struct Touches {
    /// Handlers and drawing of each.
    work: Vec<[f64; 2]>,
    /// What the browser itself says: the kind of event, and its time to the next frame in steps of 8 ms.
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
    page.touches().await;
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
            assert!(begun.elapsed() < Duration::from_secs(30), "{path} does not start");
            sleep(Duration::from_millis(50)).await;
        }
        sleep(Duration::from_millis(300)).await;
    }

    async fn starts(&self) {
        say(
            "How the page starts, with an empty cache, from this machine: medians in milliseconds (a minute)",
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
                let middle = |of: fn(&Start) -> f64| median(&seen.iter().map(of).collect::<Vec<_>>());
                rows.push([
                    path.to_owned(),
                    format!("{rate}x slower"),
                    format!("{:.0}", middle(|start| start.first)),
                    format!("{:.0}", middle(|start| start.largest.unwrap_or(f64::NAN))),
                    format!("{:.0}", middle(|start| start.ready.unwrap_or(f64::NAN))),
                    format!("{:.3}", middle(|start| start.shift)),
                ]);
            }
        }
        table(&rows);
    }

    async fn touches(&self) {
        say(
            "What each touch costs: milliseconds of the page's thread, half of them and 95% within (a minute)",
        );
        let columns =
            ["what", "CPU", "touches", "handlers", "drawing", "both", "to the next frame (Event Timing)"];
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
                let Touches { work, events } = from_value(self.value("seen").await).unwrap();
                let all = |of: fn(&[f64; 2]) -> f64| within(&work.iter().map(of).collect::<Vec<_>>());
                // Events of less than 16 ms are not reported: they count as 8.
                let mut reported: Vec<_> =
                    events.iter().filter(|(name, _)| name == kind).map(|&(_, duration)| duration).collect();
                let kept = !reported.is_empty();
                reported.resize(work.len().max(reported.len()), 8.0);
                rows.push([
                    what.to_owned(),
                    format!("{rate}x slower"),
                    work.len().to_string(),
                    all(|&[script, _]| script),
                    all(|&[_, drawing]| drawing),
                    all(|&[script, drawing]| script + drawing),
                    if kept { within(&reported) } else { "not reported".to_owned() },
                ]);
            }
        }
        self.throttle(1).await;
        table(&rows);
    }

    /// Where the middle of an element in the calculator is, brought into sight.
    async fn place(&self, selector: &str) -> [f64; 4] {
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
        let [left, top, width, height] = self.place(selector).await;
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
        for salary in ["", "112500", "64250", "150000", "87300"] {
            for digit in salary.split("").filter(|digit| !digit.is_empty()) {
                self.key(digit).await;
            }
            let length = if salary.is_empty() { 5 } else { salary.len() };
            for _ in 0..length {
                self.key("Backspace").await;
            }
        }
        "input"
    }

    async fn drag_days(&self) -> &'static str {
        let [left, top, width, height] = self.place("input[type=range]").await;
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
        for turn in 0..45 {
            self.click(&format!(".tabs li:nth-child({}) a", turn % 3 + 1)).await;
        }
        "click"
    }
}

fn within(values: &[f64]) -> String {
    format!("{:.1} / {:.1}", median(values), quantile(values, 0.95))
}
