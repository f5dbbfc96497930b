//! The page in a browser, as a visitor meets it. Everything here waits for what it expects, never for a time.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{By, Key, TypingData, WebDriver, WebElement};

/// How long something may take before it counts as not happening.
const PATIENCE: Duration = Duration::from_secs(30);

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
        self.until("document.querySelector('.dock') !== null", true).await;
    }

    /// Waits until the program runs.
    pub async fn running(&self) {
        self.until("window.wasmBindings !== undefined && document.readyState === 'complete'", true).await;
    }

    /// The value of an expression on the page.
    pub async fn value<T: DeserializeOwned>(&self, expression: &str) -> Option<T> {
        let script = format!("return {expression}");
        self.driver.execute(script, vec![]).await.ok().and_then(|value| value.convert().ok())
    }

    /// Waits until an expression on the page has a value.
    pub async fn until<T: DeserializeOwned + PartialEq + Debug>(&self, expression: &str, expected: T) {
        let started = Instant::now();
        loop {
            let value = self.value(expression).await;
            if value.as_ref() == Some(&expected) {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "{expression} is {value:?}, not {expected:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the first element that a selector finds has a text.
    pub async fn reads(&self, selector: &str, text: &str) {
        self.until(&format!("document.querySelector({selector:?})?.textContent"), text.to_owned()).await;
    }

    /// Waits until the headline number is this one.
    pub async fn headline(&self, number: &str) {
        self.reads(".headline", number).await;
    }

    /// Waits until the text of an element has this in it.
    pub async fn mentions(&self, selector: &str, text: &str) {
        let has = format!("document.querySelector({selector:?})?.textContent.includes({text:?}) ?? false");
        self.until(&has, true).await;
    }

    /// Waits until the fragment of the address is this one, with its `#`.
    pub async fn fragment(&self, fragment: &str) {
        self.until("location.hash", fragment.to_owned()).await;
    }

    /// Finds an element.
    pub async fn find(&self, selector: &str) -> WebElement {
        self.driver.find(By::Css(selector)).await.unwrap()
    }

    /// Clicks an element with the mouse.
    pub async fn click(&self, selector: &str) {
        self.find(selector).await.click().await.unwrap();
    }

    /// Clicks the label that belongs to a choice.
    pub async fn choose(&self, name: &str, value: &str) {
        self.click(&format!("label:has([name='{name}'][value='{value}'])")).await;
    }

    /// Presses keys, wherever the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        self.driver.action_chain().send_keys(keys).perform().await.unwrap();
    }

    /// Goes forward with the tab key until the focus is on an element.
    pub async fn tab_to(&self, selector: &str) {
        for _ in 0..20 {
            self.press(Key::Tab).await;
            let there = format!("document.activeElement.matches({selector:?})");
            if self.value(&there).await == Some(true) {
                return;
            }
        }
        panic!("the tab key does not lead to {selector}");
    }

    /// Runs a script.
    pub async fn run(&self, script: &str) {
        self.driver.execute(script, vec![]).await.unwrap();
    }

    /// Runs a script whose last argument is called with what it comes to.
    pub async fn script(&self, script: &str) -> Value {
        self.driver.execute_async(script, vec![]).await.unwrap().json().clone()
    }
}
