//! The page for partners: what is chosen there, what it says to paste, and that this runs where it is pasted.

use axum::Router;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::Html;
use thirtyfour::Key;
use tokio::net::TcpListener;

use crate::server::Server;
use crate::tab::Tab;

const PAGE: &str = "partners.html";

/// The attribute of the running calculator.
fn attribute(name: &str) -> String {
    format!("document.querySelector('salary-calculator').getAttribute('{name}')")
}

/// Chooses on the page, not in the calculator on it.
async fn choose(tab: &Tab, name: &str, value: &str) {
    tab.click(&format!("#choices label:has([name='{name}'][value='{value}'])")).await;
}

/// Types into a field of the page, in place of what is there, and leaves it.
async fn enter(tab: &Tab, field: &str, text: &str) {
    let field = format!("#choices #{field}");
    tab.click(&field).await;
    tab.run(&format!("find({field:?}).select()")).await;
    tab.press(if text.is_empty() { Key::Backspace.value().to_string() } else { text.to_owned() }).await;
    tab.press(Key::Tab).await;
}

pub async fn what_is_chosen_is_in_the_lines_and_running(tab: &Tab, _: &Server) {
    tab.open(PAGE).await;
    let address: String = tab.value("new URL('./', location.href).href").await.unwrap();
    let plain = format!(
        "<script type=\"module\" async src=\"{address}v1/embed.js\"></script>\n<salary-calculator>\n  \
         <a href=\"{address}\">Machine learning pay calculator</a>\n</salary-calculator>"
    );
    tab.reads("#code-script", &plain).await;
    tab.headline("£77,500").await;

    choose(tab, "seniority", "senior").await;
    tab.headline("£108,000").await;
    tab.click("#choices #specialism option[value='nlp']").await;
    tab.headline("£114,500").await;
    tab.click("#choices details:has([name='lock']) summary").await;
    choose(tab, "lock", "specialism").await;
    choose(tab, "lock", "location").await;
    choose(tab, "compact", "compact").await;
    choose(tab, "theme", "dark").await;
    // A button's words without its link would be words on nothing.
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
    // The same runs.
    tab.until(&attribute("lock"), "specialism location".to_owned()).await;
    tab.reads("[part~=cta]", "Say \"hello\" & <more>").await;
    tab.until("inside().querySelector('#specialism, .more') === null", true).await;
    tab.headline("£114,500").await;
    tab.mentions("#code-wordpress", "lock=\"specialism location\" theme=\"dark\" compact").await;
    tab.mentions("#code-react", "theme=\"dark\" compact=\"\"").await;
    tab.mentions("#code-iframe", "frame.html#seniority=senior&amp;specialism=nlp&amp;lock=").await;

    choose(tab, "version", "pinned").await;
    tab.mentions("#code-script", "integrity=\"sha384-").await;
    tab.mentions("#code-script", "crossorigin=\"anonymous\"").await;
    // What is as by default is left out again.
    choose(tab, "seniority", "mid").await;
    choose(tab, "compact", "compact").await;
    tab.until(&attribute("seniority"), None::<String>).await;
    tab.until(&attribute("compact"), None::<String>).await;
    tab.until("find('#code-script').textContent.includes('seniority')", false).await;
}

pub async fn a_colour_that_cannot_be_read_is_refused(tab: &Tab, _: &Server) {
    tab.open(PAGE).await;
    let accent =
        "document.querySelector('salary-calculator').style.getPropertyValue('--salary-accent').trim()";
    enter(tab, "accent", "#ff9900").await;
    tab.reads(
        "#accent-problem",
        "#ff9900 is refused: on the background of the light theme (#ffffff) it has a contrast of 2.1:1, \
         and links need 4.5:1 to be read.",
    )
    .await;
    tab.until("find('#accent').getAttribute('aria-invalid')", "true".to_owned()).await;
    tab.mentions("#accent-hint", "#2f45c8 stays in use").await;
    tab.until(accent, String::new()).await;
    tab.until("find('#colours').hidden", true).await;
    // The shade next to it that can be read is one click away; the dark theme follows.
    tab.click("[data-colour=light] .suggestion").await;
    tab.until("find('#accent').value", "#a86500".to_owned()).await;
    tab.reads("#accent-problem", "").await;
    tab.mentions("#code-css", "--salary-accent: light-dark(#a86500, #").await;
    tab.mentions("#code-css", "--salary-accent-text: light-dark(#ffffff, #000000);").await;
    tab.until(&format!("{accent}.startsWith('light-dark(#a86500, #')"), true).await;
    // The last one that can be read stays in use.
    enter(tab, "accent", "yellow").await;
    tab.mentions("#accent-hint", "#a86500 stays in use").await;
    tab.until(&format!("{accent}.startsWith('light-dark(#a86500, #')"), true).await;
    enter(tab, "accent", "no colour").await;
    tab.mentions("#accent-problem", "not a solid colour").await;
    // In the other theme it is the other way round.
    choose(tab, "theme", "dark").await;
    enter(tab, "dark-accent", "yellow").await;
    tab.reads(
        "#code-css",
        "salary-calculator {\n  --salary-accent: #ffff00;\n  --salary-accent-text: #000000;\n}",
    )
    .await;
    enter(tab, "dark-accent", "#2f45c8").await;
    tab.mentions("#dark-accent-problem", "of the dark theme").await;
    tab.until(accent, "#ffff00".to_owned()).await;
}

pub async fn what_the_calculator_cannot_use_is_said_and_left_out(tab: &Tab, _: &Server) {
    tab.open(PAGE).await;
    tab.click("#choices .further summary").await;
    enter(tab, "salary", "lots").await;
    tab.mentions("#choices #salary-problem", "“lots” is not an amount.").await;
    tab.until(&attribute("salary"), None::<String>).await;
    enter(tab, "salary", "£105,000").await;
    tab.reads("#choices #salary-problem", "").await;
    tab.mentions("#code-script", "salary=\"£105,000\"").await;
    tab.mentions(".verdict", "Above the range").await;
    for nowhere in ["javascript:alert(1)", "https:example.org/talk", "/talk"] {
        enter(tab, "cta-href", nowhere).await;
        tab.mentions("#cta-href-problem", "https://").await;
        tab.until(&attribute("cta-href"), None::<String>).await;
    }
    // What is tried out in the calculator is not in the lines: with the next choice it runs as they say.
    tab.run("document.querySelector('salary-calculator').shadowRoot.querySelector('[name=seniority][value=lead]').click()").await;
    tab.headline("£139,000").await;
    choose(tab, "location", "regional").await;
    tab.headline("£63,500").await;
    tab.mentions("#code-script", "location=\"regional\"").await;
    // A number of pixels needs no unit; what would end the rule is no value.
    tab.click("#choices details:has(#radius) summary").await;
    enter(tab, "radius", "12").await;
    enter(tab, "font", "serif; } * { color: red").await;
    tab.mentions("#font-problem", "not a value").await;
    tab.reads("#code-css", "salary-calculator {\n  --salary-radius: 12px;\n}").await;
    // What only the end of a text would close is closed.
    enter(tab, "font", "\"Open Sans").await;
    tab.reads(
        "#code-css",
        "salary-calculator {\n  --salary-radius: 12px;\n  --salary-font: \"Open Sans\";\n}",
    )
    .await;
    // What becomes possible with another text is used.
    enter(tab, "expenses", "200000").await;
    tab.mentions("#choices #expenses-problem", "more than a contract").await;
    tab.until(&attribute("expenses"), None::<String>).await;
    enter(tab, "day-rate", "2000").await;
    tab.reads("#choices #expenses-problem", "").await;
    tab.mentions("#code-script", "expenses=\"200000\"").await;
}

pub async fn the_ways_are_tabs_and_lines_are_copied(tab: &Tab, _: &Server) {
    tab.open(PAGE).await;
    let shown =
        "[...document.querySelectorAll('[role=tabpanel]:not([hidden])')].map(panel => panel.id).join()";
    tab.run("find('#tab-script').focus()").await;
    for (key, way) in [
        (Key::Left, "react"),
        (Key::Right, "script"),
        (Key::End, "react"),
        (Key::Home, "script"),
        (Key::Right, "iframe"),
        (Key::Right, "wordpress"),
    ] {
        tab.press(key).await;
        tab.until("active().id", format!("tab-{way}")).await;
        tab.until("active().getAttribute('aria-selected')", "true".to_owned()).await;
        tab.until(shown, format!("way-{way}")).await;
    }
    tab.press(Key::Tab).await;
    tab.until("active().dataset.copies", "code-wordpress".to_owned()).await;
    tab.press(Key::Enter).await;
    tab.reads("#said", "Copied to the clipboard.").await;
    tab.reads("[data-copies=code-wordpress]", "Copied").await;
    // Without a clipboard the older way; where there is none either, the lines are marked for the visitor's own hand.
    tab.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })").await;
    tab.run("document.execCommand = () => false").await;
    tab.press(Key::Enter).await;
    tab.mentions("#said", "Selected.").await;
    tab.until("String(getSelection()).includes('</salary-calculator>')", true).await;
}

/// A page of another site with these lines in it, and nothing allowed but what they ask for.
fn other_site(lines: &str, policy: &str) -> Router {
    let page = format!("<!doctype html><title>Other site</title><main>{lines}</main>");
    let policy = format!("default-src 'none'; {}", policy.replace('\n', " "));
    Router::new().fallback(|| async { ([(CONTENT_SECURITY_POLICY, policy)], Html(page)) })
}

/// Serves on a port of its own, which is another origin, and says where.
async fn served(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, router).await });
    address
}

pub async fn the_lines_run_on_another_site(tab: &Tab, _: &Server) {
    for (way, version) in
        [("script", "floating"), ("script", "pinned"), ("wordpress", "floating"), ("iframe", "floating")]
    {
        // What is waited for is on the page before this one too.
        tab.driver.goto("about:blank").await.unwrap();
        tab.until("location.href", "about:blank".to_owned()).await;
        tab.open(PAGE).await;
        choose(tab, "seniority", "senior").await;
        choose(tab, "version", version).await;
        tab.click(&format!("#tab-{way}")).await;
        tab.mentions(&format!("#code-{way}"), "senior").await;
        let text = |name: &str| format!("find('#code-{name}').textContent");
        let lines: String = tab.value(&text(way)).await.unwrap();
        let policy: String = tab.value(&text("policy")).await.unwrap();
        let page = served(other_site(&lines, &policy)).await;
        tab.driver.goto(&page).await.unwrap();
        tab.until("document.title", "Other site".to_owned()).await;
        if way == "iframe" {
            // It is given the height that it says it has, which it does once it is drawn.
            tab.until("Boolean(parseFloat(document.querySelector('iframe')?.style.height))", true).await;
            tab.driver.enter_frame(0).await.unwrap();
            tab.headline("£108,000").await;
            tab.driver.enter_default_frame().await.unwrap();
        } else {
            tab.headline("£108,000").await;
            // Its styles came too, though the policy names none.
            tab.until("getComputedStyle(find('.calculator')).borderTopWidth", "1px".to_owned()).await;
        }
    }
}

pub async fn the_page_sends_nothing_and_fits_a_narrow_screen(tab: &Tab, server: &Server) {
    tab.open(PAGE).await;
    let before = server.asked().len();
    choose(tab, "seniority", "lead").await;
    enter(tab, "partner", "example-jobs").await;
    enter(tab, "accent", "#a86500").await;
    tab.headline("£139,000").await;
    let asked = server.asked();
    assert_eq!(asked.len(), before, "{asked:?}");
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
