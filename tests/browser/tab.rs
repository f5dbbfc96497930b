//! The page in a browser, as a visitor meets it. Everything here waits for what it expects, never for a time.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{Key, TypingData, WebDriver, WebElement};

/// How long something may take before it counts as not happening.
const PATIENCE: Duration = Duration::from_secs(90);

/// What scripts find elements with: in the calculator first (the first one, or `subject`), then on the page around it.
const FINDERS: &str = "
    const inside = () => (window.subject ?? document.querySelector('salary-calculator'))?.shadowRoot;
    const find = selector => inside()?.querySelector(selector) ?? document.querySelector(selector);
    const all = selector => [...inside().querySelectorAll(selector), ...document.querySelectorAll(selector)];
    const active = () => document.activeElement.shadowRoot?.activeElement ?? document.activeElement;";

/// An open page.
pub struct Tab {
    /// What drives the browser.
    pub driver: WebDriver,
    address: String,
}

impl Tab {
    /// A browser, and where the page is.
    pub fn new(driver: WebDriver, address: String) -> Self {
        Self { driver, address }
    }

    /// Opens the page with a fragment, and waits until the program runs.
    pub async fn open(&self, fragment: &str) {
        self.go(fragment).await;
        self.running().await;
    }

    /// Opens the page with a fragment, and waits until its markup is there.
    pub async fn go(&self, fragment: &str) {
        self.driver.goto(format!("{}{fragment}", self.address)).await.unwrap();
        self.until("find('.dock') !== null", true).await;
    }

    /// Waits until the program runs.
    pub async fn running(&self) {
        let runs = "Boolean(document.querySelector('salary-calculator').estimate) && document.readyState === 'complete'";
        self.until(runs, true).await;
    }

    /// The value of an expression on the page.
    pub async fn value<T: DeserializeOwned>(&self, expression: &str) -> Option<T> {
        let script = format!("{FINDERS} return {expression}");
        self.driver.execute(script, vec![]).await.ok().and_then(|value| value.convert().ok())
    }

    /// Waits until an expression on the page has a value.
    pub async fn until<T: DeserializeOwned + PartialEq + Debug>(&self, expression: &str, expected: T) {
        if let Err(value) = self.becomes(expression, &expected, PATIENCE).await {
            panic!("{expression} is {value:?}, not {expected:?}");
        }
    }

    /// Whether an expression comes to a value in time; if not, what it is instead.
    async fn becomes<T: DeserializeOwned + PartialEq>(
        &self,
        expression: &str,
        expected: &T,
        patience: Duration,
    ) -> Result<(), Option<T>> {
        let started = Instant::now();
        loop {
            let value = self.value(expression).await;
            if value.as_ref() == Some(expected) {
                return Ok(());
            }
            if started.elapsed() > patience {
                return Err(value);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the first element that a selector finds has a text.
    pub async fn reads(&self, selector: &str, text: &str) {
        self.until(&format!("find({selector:?})?.textContent"), text.to_owned()).await;
    }

    /// Waits until the headline number is this one.
    pub async fn headline(&self, number: &str) {
        self.reads(".headline", number).await;
    }

    /// Waits until the text of an element has this in it.
    pub async fn mentions(&self, selector: &str, text: &str) {
        let has = format!("find({selector:?})?.textContent.includes({text:?}) ?? false");
        self.until(&has, true).await;
    }

    /// Waits until the fragment of the address is this one, with its `#`.
    pub async fn fragment(&self, fragment: &str) {
        self.until("location.hash", fragment.to_owned()).await;
    }

    /// Finds an element, once it is there.
    pub async fn find(&self, selector: &str) -> WebElement {
        self.until(&format!("find({selector:?}) !== null"), true).await;
        let script = format!("{FINDERS} return find({selector:?})");
        self.driver.execute(script, vec![]).await.unwrap().element().unwrap()
    }

    /// Clicks an element with the mouse.
    ///
    /// One driver takes what is inside a shadow root for covered: the mouse then goes where it is. Under load the same
    /// one loses clicks, or makes them where the page was before it was scrolled: they are made again until one comes.
    pub async fn click(&self, selector: &str) {
        let element = self.find(selector).await;
        self.listen_for_click(selector).await;
        match element.click().await {
            Err(error) if error.to_string().contains("intercepted") => self.point_and_click(selector).await,
            outcome => outcome.unwrap(),
        }
        // A driver chooses in a list without a mouse.
        if selector.contains("option") {
            return;
        }
        for _ in 0..2 {
            if self.becomes("window.missed !== true", &true, Duration::from_secs(5)).await.is_ok() {
                return;
            }
            self.point_and_click(selector).await;
        }
        self.until("window.missed !== true", true).await;
    }

    /// From here on `missed` says whether an element has not heard of a click. A page that has been left has no such word.
    async fn listen_for_click(&self, selector: &str) {
        self.run(&format!(
            "window.missed = true;
            find({selector:?}).addEventListener('click', () => window.missed = false, {{ capture: true }});"
        ))
        .await;
    }

    async fn point_and_click(&self, selector: &str) {
        let middle = self
            .script(&format!(
                "const done = arguments[arguments.length - 1];
                const target = find({selector:?});
                target.scrollIntoView({{ block: 'center' }});
                // Where it is once the page has been drawn there.
                requestAnimationFrame(() => requestAnimationFrame(() => {{
                    const {{ left, top, width, height }} = target.getBoundingClientRect();
                    done([left + width / 2, top + height / 2].map(Math.round));
                }}));"
            ))
            .await;
        let [x, y]: [i64; 2] = serde_json::from_value(middle).unwrap();
        self.driver.action_chain().move_to(x, y).click().perform().await.unwrap();
    }

    /// Clicks the label that belongs to a choice.
    pub async fn choose(&self, name: &str, value: &str) {
        self.click(&format!("label:has([name='{name}'][value='{value}'])")).await;
    }

    /// Presses keys, wherever the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        self.driver.action_chain().send_keys(keys).perform().await.unwrap();
    }

    /// Brings a field to these texts, one after the other, as fast as a browser can.
    pub async fn enter_at_once(&self, selector: &str, texts: &[&str]) {
        self.run(&format!(
            "for (const text of {texts:?}) {{
                find({selector:?}).value = text;
                find({selector:?}).dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}));
            }}"
        ))
        .await;
    }

    /// Goes forward with the tab key until the focus is on an element.
    pub async fn tab_to(&self, selector: &str) {
        for _ in 0..20 {
            self.press(Key::Tab).await;
            let there = format!("active().matches({selector:?})");
            if self.value(&there).await == Some(true) {
                return;
            }
        }
        panic!("the tab key does not lead to {selector}");
    }

    /// Runs a script.
    pub async fn run(&self, script: &str) {
        self.driver.execute(format!("{FINDERS} {script}"), vec![]).await.unwrap();
    }

    /// Runs a script whose last argument is called with what it comes to.
    pub async fn script(&self, script: &str) -> Value {
        self.driver.execute_async(format!("{FINDERS} {script}"), vec![]).await.unwrap().json().clone()
    }
}
