//! A page in a browser, used the way a visitor uses it. Every method waits for a condition, never for a fixed time.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::{Key, TypingData, WebDriver, WebElement};

/// The longest wait for a condition, after which it counts as not met.
const PATIENCE: Duration = Duration::from_secs(90);

/// Functions for scripts. They look into the calculator first (the first one, or `subject`), then at the page around
/// it.
///
/// `lacks`, `differs` and `unreported` compare the page with the answer: they return the difference, or an empty text.
const HELPERS: &str = r#"
    const calculator = () => window.subject ?? document.querySelector("salary-calculator");
    const inside = () => calculator()?.shadowRoot;
    const answer = () => calculator()?.estimate;
    const find = selector => inside()?.querySelector(selector) ?? document.querySelector(selector);
    const all = selector => [...inside().querySelectorAll(selector), ...document.querySelectorAll(selector)];
    const active = () => document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
    const text = selector => find(selector)?.textContent ?? "";
    // The numbers in the text of an element.
    const numbers = selector =>
        (text(selector).match(/\d+(,\d{3})*(\.\d+)?/g) ?? []).map(number => Number(number.replaceAll(",", "")));
    const lacks = (selector, number) => numbers(selector).includes(number)
        ? "" : `${selector} has the numbers ${numbers(selector).join(" ")}, not ${number}`;
    // Whether the answer is for an input, written as in a link, and the headline shows the answer's number.
    const differs = input => {
        if (!answer()) return "there is no answer";
        const { input: used, permanent, contract } = answer();
        for (const [name, value] of new URLSearchParams(input)) {
            const key = name.replace(/-./g, dash => dash[1].toUpperCase());
            if (String(used[key]) !== value) return `${name} is ${used[key]}, not ${value}`;
        }
        if (used.view === "compare") return "";
        const headline = used.view === "contract" ? contract.dayRate.typical : permanent.typical;
        return numbers("[part~=headline]").join(" ") === String(headline)
            ? "" : `the headline is ${text("[part~=headline]")}, not ${headline}`;
    };
    // Whether a field has the message that the answer has for a text.
    const unreported = (key, given) => {
        const [field, message] = [find(`#${key}`), find(`#${key}-problem`)];
        const problem = answer().problems.find(problem => problem.key === key);
        if (problem?.value !== given) return `the answer's problem is with ${problem?.value}, not with ${given}`;
        if (!problem.message || !message?.textContent.includes(problem.message)) {
            return `the message is ${message?.textContent}, not ${problem.message}`;
        }
        if (!field.getAttribute("aria-describedby").split(" ").includes(message.id)) return "the message is not tied";
        return field.getAttribute("aria-invalid") === "true" ? "" : "the field is not invalid";
    };"#;

/// The headline number of the open view.
const HEADLINE: &str = "numbers('[part~=headline]')[0]";

/// An open page.
pub struct Tab {
    /// The connection to the browser's driver.
    pub driver: WebDriver,
    address: String,
}

impl Tab {
    /// Makes a tab of a browser. `address` is that of the site.
    pub fn new(driver: WebDriver, address: String) -> Self {
        Self { driver, address }
    }

    /// Opens the page with a fragment, and waits until the program runs.
    pub async fn open(&self, fragment: &str) {
        self.go(fragment).await;
        self.running().await;
    }

    /// Opens the page with a fragment, and waits until its markup is complete.
    pub async fn go(&self, fragment: &str) {
        self.driver.goto(format!("{}{fragment}", self.address)).await.unwrap();
        // The status comes last in the calculator's markup.
        self.until("Boolean(inside()?.querySelector('[role=status]'))", true).await;
    }

    /// Waits until the program runs.
    pub async fn running(&self) {
        let runs = "Boolean(document.querySelector('salary-calculator').estimate) && document.readyState === 'complete'";
        self.until(runs, true).await;
    }

    /// Evaluates an expression on the page; `None` if it fails.
    pub async fn value<T: DeserializeOwned>(&self, expression: &str) -> Option<T> {
        let script = format!("{HELPERS} return {expression}");
        self.driver.execute(script, vec![]).await.ok().and_then(|value| value.convert().ok())
    }

    /// Waits until an expression on the page has a value.
    pub async fn until<T: DeserializeOwned + PartialEq + Debug>(&self, expression: &str, expected: T) {
        if let Err(value) = self.becomes(expression, &expected, PATIENCE).await {
            panic!("{expression} is {value:?}, not {expected:?}");
        }
    }

    /// Waits a limited time until an expression has a value. The error is its last value.
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

    /// Waits until the answer is for an input, written as in a link, and the headline shows the answer's number.
    pub async fn answers(&self, input: &str) {
        self.until(&format!("differs({input:?})"), String::new()).await;
    }

    /// Waits until the text of an element contains a number. The number is an expression, in which `answer()` is the
    /// answer.
    pub async fn shows(&self, selector: &str, number: &str) {
        self.until(&format!("lacks({selector:?}, {number})"), String::new()).await;
    }

    /// Waits until a field has the answer's message about a text, tied to the field, which is marked as invalid.
    pub async fn reports(&self, key: &str, given: &str) {
        self.until(&format!("unreported({key:?}, {given:?})"), String::new()).await;
    }

    /// Returns the headline number.
    pub async fn headline(&self) -> i64 {
        self.value(HEADLINE).await.expect("a number in the headline")
    }

    /// Waits until the headline shows a number noted earlier.
    pub async fn has_headline(&self, headline: i64) {
        self.until(HEADLINE, headline).await;
    }

    /// Waits until the first element that a selector finds has this text.
    pub async fn reads(&self, selector: &str, text: &str) {
        self.until(&format!("find({selector:?})?.textContent"), text.to_owned()).await;
    }

    /// Waits until the text of an element contains this.
    pub async fn mentions(&self, selector: &str, text: &str) {
        let has = format!("find({selector:?})?.textContent.includes({text:?}) ?? false");
        self.until(&has, true).await;
    }

    /// Waits until an element has a text other than these, and returns it.
    pub async fn says_other_than(&self, selector: &str, texts: &[&str]) -> String {
        let other = format!("text({selector:?}).trim() !== '' && !{texts:?}.includes(text({selector:?}))");
        self.until(&other, true).await;
        self.value(&format!("text({selector:?})")).await.unwrap()
    }

    /// Waits until the fragment of the address is this one, with its `#`.
    pub async fn fragment(&self, fragment: &str) {
        self.until("location.hash", fragment.to_owned()).await;
    }

    /// Finds an element, once it exists.
    pub async fn find(&self, selector: &str) -> WebElement {
        let script = format!("{HELPERS} return find({selector:?})");
        // A page that is still being replaced may have had it.
        for _ in 0..2 {
            self.until(&format!("find({selector:?}) !== null"), true).await;
            if let Ok(element) = self.driver.execute(script.clone(), vec![]).await.unwrap().element() {
                return element;
            }
        }
        self.until(&format!("find({selector:?}) !== null"), true).await;
        self.driver.execute(script, vec![]).await.unwrap().element().unwrap()
    }

    /// Clicks an element with the mouse.
    ///
    /// `WebKitWebDriver` takes fields in a shadow root for covered, so the mouse is moved there explicitly. Under load
    /// it also loses clicks, or clicks the position before a scroll, so a click is repeated until it arrives.
    pub async fn click(&self, selector: &str) {
        let element = self.find(selector).await;
        self.listen_for_click(selector).await;
        match element.click().await {
            Err(error) if error.to_string().contains("intercepted") => self.point_and_click(selector).await,
            outcome => outcome.unwrap(),
        }
        // Drivers choose in a list without the mouse.
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

    /// Sets `missed` on the page until a click reaches the element. The page that a click leads to does not have it.
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
                // Measured once the page is drawn at its new scroll position.
                requestAnimationFrame(() => requestAnimationFrame(() => {{
                    const {{ left, top, width, height }} = target.getBoundingClientRect();
                    done([left + width / 2, top + height / 2].map(Math.round));
                }}));"
            ))
            .await;
        let [x, y]: [i64; 2] = serde_json::from_value(middle).unwrap();
        self.driver.action_chain().move_to(x, y).click().perform().await.unwrap();
    }

    /// Clicks the label of a radio button or a check box.
    pub async fn choose(&self, name: &str, value: &str) {
        self.click(&format!("label:has([name='{name}'][value='{value}'])")).await;
    }

    /// Clicks the link to a view.
    pub async fn open_view(&self, view: &str) {
        self.click(&link_to(view)).await;
    }

    /// Presses keys, with the focus left as it is.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        self.driver.action_chain().send_keys(keys).perform().await.unwrap();
    }

    /// Types an option's text into the focused list, up to the first letter that distinguishes it from the other
    /// options.
    pub async fn type_ahead(&self, list: &str, value: &str) {
        let start = format!(
            "(([wanted, ...others]) => [...wanted].map((_, index) => wanted.slice(0, index + 1)).find(
                start => !others.some(other => other.toLowerCase().startsWith(start.toLowerCase()))))(
                [...find({list:?}).options].sort((one, other) => (other.value === {value:?}) - (one.value === {value:?}))
                    .map(option => option.textContent.trim()))"
        );
        let start: String = self.value(&start).await.expect("a text that no other option starts with");
        self.press(start).await;
    }

    /// Replaces the text of a field by typing.
    pub async fn replace(&self, selector: &str, text: &str) {
        self.click(selector).await;
        self.run(&format!("find({selector:?}).select()")).await;
        self.press(text).await;
    }

    /// Sets a field to each of these texts in turn, as fast as a browser can.
    pub async fn enter_at_once(&self, selector: &str, texts: &[&str]) {
        self.run(&format!(
            "for (const text of {texts:?}) {{
                find({selector:?}).value = text;
                find({selector:?}).dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}));
            }}"
        ))
        .await;
    }

    /// Presses the tab key until the focus is on an element.
    pub async fn tab_to(&self, selector: &str) {
        for _ in 0..30 {
            self.press(Key::Tab).await;
            let focused = format!("active().matches({selector:?})");
            if self.value(&focused).await == Some(true) {
                return;
            }
        }
        panic!("the tab key does not lead to {selector}");
    }

    /// Returns the values of the options of a list, in order. An empty value is the default.
    pub async fn options(&self, list: &str) -> Vec<String> {
        self.find(list).await;
        self.value(&format!("[...find({list:?}).options].map(({{ value }}) => value)")).await.unwrap()
    }

    /// Runs a script.
    pub async fn run(&self, script: &str) {
        self.driver.execute(format!("{HELPERS} {script}"), vec![]).await.unwrap();
    }

    /// Runs a script whose last argument takes the result.
    pub async fn script(&self, script: &str) -> Value {
        self.driver.execute_async(format!("{HELPERS} {script}"), vec![]).await.unwrap().json().clone()
    }
}

/// The selector of the link to a view. Links leave out the default view.
pub fn link_to(view: &str) -> String {
    match view {
        "permanent" => ".tabs a:not([href*='view='])".to_owned(),
        other => format!(".tabs a[href*='view={other}']"),
    }
}
