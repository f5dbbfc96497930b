//! The page for partners: its choices, the code they make, and that code on another site.

use axum::Router;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::Html;
use thirtyfour::Key;
use tokio::net::TcpListener;

use crate::journeys::FROM_TYPICAL;
use crate::server::Server;
use crate::tab::Tab;

const PAGE: &str = "partners.html";

/// The attribute of the running calculator.
fn attribute(name: &str) -> String {
    format!("document.querySelector('salary-calculator').getAttribute('{name}')")
}

/// Chooses on the page, not in its calculator.
async fn choose(tab: &Tab, name: &str, value: &str) {
    tab.click(&format!("#choices label:has([name='{name}'][value='{value}'])")).await;
}

/// Replaces the text of a field of the page, and leaves the field.
async fn enter(tab: &Tab, field: &str, text: &str) {
    let field = format!("#choices #{field}");
    tab.click(&field).await;
    tab.run(&format!("find({field:?}).select()")).await;
    tab.press(if text.is_empty() { Key::Backspace.value().to_string() } else { text.to_owned() }).await;
    tab.press(Key::Tab).await;
}

/// Waits until a field of the page is marked as invalid and has a message tied to it. Returns the message.
async fn complaint(tab: &Tab, field: &str) -> String {
    let (field, problem) = (format!("#choices #{field}"), format!("{field}-problem"));
    let tied = format!(
        "text('#choices #{problem}').trim() !== '' && find({field:?}).getAttribute('aria-invalid') === 'true'
            && find({field:?}).getAttribute('aria-describedby').split(' ').includes({problem:?})"
    );
    tab.until(&tied, true).await;
    tab.value(&format!("text('#choices #{problem}')")).await.unwrap()
}

/// Waits until a field of the page has no message.
async fn no_complaint(tab: &Tab, field: &str) {
    tab.reads(&format!("#choices #{field}-problem"), "").await;
    tab.until(&format!("find('#choices #{field}').getAttribute('aria-invalid')"), None::<String>).await;
}

pub async fn choices_change_the_code_and_the_preview(tab: &Tab, _: &Server) {
    tab.open(PAGE).await;
    let address: String = tab.value("new URL('./', location.href).href").await.unwrap();
    // The link's text is the title of the calculator.
    let title: String = tab.value("document.body.dataset.title").await.unwrap();
    assert!(!title.is_empty());
    let plain = format!(
        "<script type=\"module\" async src=\"{address}v1/embed.js\"></script>\n<salary-calculator>\n  \
         <a href=\"{address}\">{title}</a>\n</salary-calculator>"
    );
    tab.reads("#code-script", &plain).await;
    tab.answers("seniority=mid").await;

    choose(tab, "seniority", "senior").await;
    tab.answers("seniority=senior").await;
    tab.click("#choices #specialism option[value='nlp']").await;
    tab.answers("seniority=senior&specialism=nlp").await;
    tab.click("#choices details:has([name='lock']) summary").await;
    choose(tab, "lock", "specialism").await;
    choose(tab, "lock", "location").await;
    choose(tab, "compact", "compact").await;
    choose(tab, "theme", "dark").await;
    // Without a link there is no button, so its label is left out.
    enter(tab, "cta-label", "Say \"hello\" & <more>").await;
    tab.until(&attribute("cta-label"), None::<String>).await;
    enter(tab, "cta-href", "https://www.example.com/contact?a=1&b=2").await;
    tab.mentions(
        "#code-script",
        "<salary-calculator seniority=\"senior\" specialism=\"nlp\" lock=\"specialism location\" theme=\"dark\" compact \
         cta-href=\"https://www.example.com/contact?a=1&amp;b=2\" cta-label=\"Say &quot;hello&quot; &amp; &lt;more&gt;\">",
    )
    .await;
    tab.mentions("#code-script", "#seniority=senior&amp;specialism=nlp\">").await;
    // The preview runs with the same choices.
    tab.until(&attribute("lock"), "specialism location".to_owned()).await;
    tab.reads("[part~=cta]", "Say \"hello\" & <more>").await;
    tab.until("inside().querySelector('#specialism, .more') === null", true).await;
    tab.answers("seniority=senior&specialism=nlp").await;
    tab.mentions("#code-wordpress", "lock=\"specialism location\" theme=\"dark\" compact").await;
    tab.mentions("#code-react", "theme=\"dark\" compact=\"\"").await;
    tab.mentions("#code-iframe", "frame.html#seniority=senior&amp;specialism=nlp&amp;lock=").await;

    choose(tab, "version", "pinned").await;
    tab.mentions("#code-script", "integrity=\"sha384-").await;
    tab.mentions("#code-script", "crossorigin=\"anonymous\"").await;
    // Defaults are left out again.
    choose(tab, "seniority", "mid").await;
    choose(tab, "compact", "compact").await;
    tab.until(&attribute("seniority"), None::<String>).await;
    tab.until(&attribute("compact"), None::<String>).await;
    tab.until("find('#code-script').textContent.includes('seniority')", false).await;
}

/// Red, green and blue.
type Colour = [u8; 3];

/// The contrast of two colours, by WCAG 2.2.
fn contrast(one: Colour, other: Colour) -> f64 {
    let luminance = |colour: Colour| {
        let [red, green, blue] = colour.map(|part| {
            let share = f64::from(part) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The shade nearest to a colour that is readable on a light surface, with as little black in it as that needs.
fn nearest_readable(colour: Colour, surface: Colour) -> String {
    let darker = |percent: u16| {
        colour.map(|part| u8::try_from((u16::from(part) * (100 - percent) + 50) / 100).unwrap())
    };
    let [red, green, blue] = (0..100).map(darker).find(|&shade| contrast(shade, surface) >= 4.5).unwrap();
    format!("#{red:02x}{green:02x}{blue:02x}")
}

pub async fn an_unreadable_colour_is_refused(tab: &Tab, _: &Server) {
    tab.open(PAGE).await;
    let accent =
        "document.querySelector('salary-calculator').style.getPropertyValue('--salary-accent').trim()";
    let surface = "getComputedStyle(find('.calculator')).backgroundColor.match(/\\d+/g).map(Number)";
    let surface: Colour = tab.value(surface).await.unwrap();
    let usual: String = tab.value("find('#accent').placeholder").await.unwrap();
    enter(tab, "accent", "#ff9900").await;
    let refusal = complaint(tab, "accent").await;
    assert!(refusal.contains("#ff9900"), "{refusal}");
    tab.mentions("#accent-hint", &usual).await;
    tab.until(accent, String::new()).await;
    tab.until("find('#colours').hidden", true).await;
    // A click chooses the nearest readable shade, from which the colour for the dark theme follows.
    tab.click("[data-colour=light] .suggestion").await;
    let shade = nearest_readable([0xff, 0x99, 0x00], surface);
    tab.until("find('#accent').value", shade.clone()).await;
    no_complaint(tab, "accent").await;
    tab.mentions("#code-css", &format!("--salary-accent: light-dark({shade}, #")).await;
    tab.mentions("#code-css", "--salary-accent-text: light-dark(#ffffff, #000000);").await;
    let in_use = format!("{accent}.startsWith('light-dark({shade}, #')");
    tab.until(&in_use, true).await;
    // The last readable colour stays in use.
    enter(tab, "accent", "yellow").await;
    complaint(tab, "accent").await;
    tab.mentions("#accent-hint", &shade).await;
    tab.until(&in_use, true).await;
    let unreadable = complaint(tab, "accent").await;
    enter(tab, "accent", "no colour").await;
    tab.says_other_than("#accent-problem", &[&unreadable]).await;
    complaint(tab, "accent").await;
    // On a dark surface yellow is readable and navy is not.
    choose(tab, "theme", "dark").await;
    enter(tab, "dark-accent", "yellow").await;
    tab.reads(
        "#code-css",
        "salary-calculator {\n  --salary-accent: #ffff00;\n  --salary-accent-text: #000000;\n}",
    )
    .await;
    enter(tab, "dark-accent", "#000080").await;
    let refusal = complaint(tab, "dark-accent").await;
    assert!(refusal.contains("#000080"), "{refusal}");
    tab.until(accent, "#ffff00".to_owned()).await;
}

pub async fn unusable_input_is_reported_and_left_out(tab: &Tab, _: &Server) {
    tab.open(PAGE).await;
    tab.click("#choices .further summary").await;
    enter(tab, "salary", "lots").await;
    complaint(tab, "salary").await;
    tab.until(&attribute("salary"), None::<String>).await;
    enter(tab, "salary", "£105,000").await;
    no_complaint(tab, "salary").await;
    tab.mentions("#code-script", "salary=\"£105,000\"").await;
    tab.answers("seniority=mid&salary=105000").await;
    tab.shows(".verdict", FROM_TYPICAL).await;
    for address in ["javascript:alert(1)", "https:example.org/talk", "/talk"] {
        enter(tab, "cta-href", "").await;
        no_complaint(tab, "cta-href").await;
        enter(tab, "cta-href", address).await;
        complaint(tab, "cta-href").await;
        tab.until(&attribute("cta-href"), None::<String>).await;
    }
    // A choice in the preview is not in the code, so the next choice on the page resets the preview.
    tab.run("document.querySelector('salary-calculator').shadowRoot.querySelector('[name=seniority][value=lead]').click()").await;
    tab.answers("seniority=lead").await;
    choose(tab, "location", "regional").await;
    tab.answers("seniority=mid&location=regional").await;
    tab.mentions("#code-script", "location=\"regional\"").await;
    // A number of pixels needs no unit. A text that would end the rule is rejected.
    tab.click("#choices details:has(#radius) summary").await;
    enter(tab, "radius", "12").await;
    enter(tab, "font", "serif; } * { color: red").await;
    complaint(tab, "font").await;
    tab.reads("#code-css", "salary-calculator {\n  --salary-radius: 12px;\n}").await;
    // An open quote is closed.
    enter(tab, "font", "\"Open Sans").await;
    no_complaint(tab, "font").await;
    tab.reads(
        "#code-css",
        "salary-calculator {\n  --salary-radius: 12px;\n  --salary-font: \"Open Sans\";\n}",
    )
    .await;
    // Another input can make a rejected one usable.
    enter(tab, "expenses", "900000").await;
    complaint(tab, "expenses").await;
    tab.until(&attribute("expenses"), None::<String>).await;
    enter(tab, "day-rate", "10000").await;
    no_complaint(tab, "expenses").await;
    tab.mentions("#code-script", "expenses=\"900000\"").await;
}

pub async fn tabs_show_the_code_and_buttons_copy_it(tab: &Tab, _: &Server) {
    tab.open(PAGE).await;
    let shown =
        "[...document.querySelectorAll('[role=tabpanel]:not([hidden])')].map(panel => panel.id).join()";
    let tabs: Vec<String> =
        tab.value("[...document.querySelectorAll('[role=tab]')].map(({ id }) => id)").await.unwrap();
    assert!(tabs.len() > 2, "{tabs:?}");
    let last = tabs.len() - 1;
    tab.run(&format!("find('#{}').focus()", tabs[0])).await;
    for (key, index) in [
        (Key::Left, last),
        (Key::Right, 0),
        (Key::End, last),
        (Key::Home, 0),
        (Key::Right, 1),
        (Key::Right, 2),
    ] {
        tab.press(key).await;
        tab.until("active().id", tabs[index].clone()).await;
        tab.until("active().getAttribute('aria-selected')", "true".to_owned()).await;
        tab.until(&format!("{shown} === active().getAttribute('aria-controls')"), true).await;
    }
    // The tab key moves on to the button that copies the code of the open tab.
    tab.press(Key::Tab).await;
    tab.until("active().matches('[role=tabpanel]:not([hidden]) [data-copies]')", true).await;
    let code: String = tab.value("active().dataset.copies").await.unwrap();
    let button = format!("[data-copies={code}]");
    let label: String = tab.value(&format!("text('{button}')")).await.unwrap();
    tab.press(Key::Enter).await;
    let copied = tab.says_other_than("#said", &[]).await;
    tab.says_other_than(&button, &[&label]).await;
    // Without a clipboard the code is selected, for the visitor to copy.
    tab.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })").await;
    tab.run("document.execCommand = () => false").await;
    tab.press(Key::Enter).await;
    tab.says_other_than("#said", &[&copied]).await;
    tab.until("String(getSelection()).includes('</salary-calculator>')", true).await;
}

/// A page of another site with this code in it, under a policy that allows only what the code requests.
fn other_site(code: &str, policy: &str) -> Router {
    let page = format!("<!doctype html><title>Other site</title><main>{code}</main>");
    let policy = format!("default-src 'none'; {}", policy.replace('\n', " "));
    Router::new().fallback(|| async { ([(CONTENT_SECURITY_POLICY, policy)], Html(page)) })
}

/// Serves on a port of its own, which makes it another origin, and returns the address.
async fn served(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, router).await });
    address
}

pub async fn the_code_runs_on_another_site(tab: &Tab, _: &Server) {
    for (way, version) in
        [("script", "floating"), ("script", "pinned"), ("wordpress", "floating"), ("iframe", "floating")]
    {
        // The previous page also meets the conditions below, so it is left first.
        tab.driver.goto("about:blank").await.unwrap();
        tab.until("location.href", "about:blank".to_owned()).await;
        tab.open(PAGE).await;
        choose(tab, "seniority", "senior").await;
        choose(tab, "version", version).await;
        tab.click(&format!("#tab-{way}")).await;
        tab.mentions(&format!("#code-{way}"), "senior").await;
        let content = |name: &str| format!("find('#code-{name}').textContent");
        let code: String = tab.value(&content(way)).await.unwrap();
        let policy: String = tab.value(&content("policy")).await.unwrap();
        let page = served(other_site(&code, &policy)).await;
        tab.driver.goto(&page).await.unwrap();
        tab.until("document.title", "Other site".to_owned()).await;
        if way == "iframe" {
            // The script gives the frame its height once the calculator is drawn.
            tab.until("Boolean(parseFloat(document.querySelector('iframe')?.style.height))", true).await;
            tab.driver.enter_frame(0).await.unwrap();
            tab.answers("seniority=senior").await;
            tab.driver.enter_default_frame().await.unwrap();
        } else {
            tab.answers("seniority=senior").await;
            // Its styles apply although the policy names none.
            tab.until("getComputedStyle(find('.calculator')).borderTopWidth", "1px".to_owned()).await;
        }
    }
}

pub async fn the_page_sends_nothing_and_fits_a_narrow_screen(tab: &Tab, server: &Server) {
    tab.open(PAGE).await;
    let before = server.requests().len();
    choose(tab, "seniority", "lead").await;
    enter(tab, "partner", "example-jobs").await;
    enter(tab, "accent", "#a86500").await;
    tab.answers("seniority=lead").await;
    let requests = server.requests();
    assert_eq!(requests.len(), before, "{requests:?}");
    tab.until("localStorage.length + sessionStorage.length + document.cookie.length", 0).await;
    let narrow = format!(
        "const done = arguments[arguments.length - 1];
        const frame = document.createElement('iframe');
        frame.width = 320; frame.height = 640; frame.src = '/{PAGE}';
        document.body.append(frame);
        (function look() {{
            const page = frame.contentDocument;
            if (!page.querySelector('salary-calculator')?.estimate) return setTimeout(look, 20);
            for (const panel of page.querySelectorAll('details, [role=tabpanel], #colours')) {{
                panel.open = true;
                panel.hidden = false;
            }}
            done(page.scrollingElement.scrollWidth - page.scrollingElement.clientWidth);
        }})();"
    );
    assert_eq!(tab.script(&narrow).await, 0);
}
