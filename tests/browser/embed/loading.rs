//! Loading the calculator: under policies, from failing servers, and only once it is needed.

use crate::server::Change;
use crate::stage::{ELEMENT, EMBED, Stage, built, pinned};

use super::{answered, page};

/// The least that a host's policy must allow. `'self'` is for the script that records events.
const STRICT: &str =
    "default-src 'none'; script-src 'self' {{site}} 'wasm-unsafe-eval'; connect-src {{site}}";
/// The same policy without WebAssembly.
const NO_PROGRAMS: &str = "default-src 'none'; script-src 'self' {{site}}; connect-src {{site}}";

/// Waits until the element's styles apply.
async fn has_styles(stage: &Stage) {
    stage.tab.until("getComputedStyle(find('.split')).display", "grid".to_owned()).await;
    stage.tab.until("getComputedStyle(find('.calculator')).borderTopLeftRadius", "12px".to_owned()).await;
}

/// Waits until the element has fallen back to its children.
async fn stays(stage: &Stage) {
    stage.tab.until("outcomes.a?.render", "static".to_owned()).await;
    stage.tab.until("showsChildren()", true).await;
}

pub async fn a_strict_policy_allows_the_calculator(stage: &Stage) {
    for more in ["", "; style-src 'self'", "; style-src 'none'; img-src 'none'; font-src 'none'"] {
        stage.show_under(&format!("{STRICT}{more}"), &page()).await;
        stage.ready("a", "shadow").await;
        has_styles(stage).await;
        stage.tab.says_other_than(".about .sources", &[]).await;
        stage.tab.choose("seniority", "senior").await;
        stage.tab.answers("seniority=senior").await;
        stage.tab.click("[part~=share] button").await;
        stage.tab.until("details('share').length", 1).await;
        stage.tab.until("refused", Vec::<String>::new()).await;
        stage.errors(&[]).await;
    }
}

pub async fn a_policy_without_programs_leads_to_a_frame(stage: &Stage) {
    stage.show_under(&format!("{NO_PROGRAMS}; frame-src {{{{site}}}}"), &page()).await;
    stage.ready("a", "iframe").await;
    stage.errors(&[("wasm-csp", true)]).await;
    let line = "script-src {{site}} 'wasm-unsafe-eval'; connect-src {{site}}; frame-src {{site}}";
    // The message has the lines that the policy lacks.
    let named = format!("details('error')[0].message.includes({:?})", stage.fill(line));
    stage.tab.until(&named, true).await;
    stage.tab.until("find('iframe').clientHeight > 400", true).await;
    stage.tab.until("find('slot') === null", true).await;
    stage.tab.until("details('estimate')[0]", answered("")).await;
}

pub async fn a_policy_without_frames_leaves_the_children(stage: &Stage) {
    stage.show_under(NO_PROGRAMS, &page()).await;
    stays(stage).await;
    stage.errors(&[("wasm-csp", true), ("wasm-csp", false)]).await;
}

pub async fn a_missing_program_leaves_the_children(stage: &Stage) {
    stage.site.change(".wasm", Change::Missing);
    stage.show(&page()).await;
    stays(stage).await;
    stage.errors(&[("wasm-network", true), ("wasm-network", false)]).await;
    // With render=shadow no frame is tried. The element is drawn once the program is available.
    stage.show(&page().replace("id=", "render=shadow id=")).await;
    stays(stage).await;
    stage.errors(&[("wasm-network", false)]).await;
    stage.site.restore();
    stage.tab.run("byId('a').setAttribute('render', 'auto')").await;
    stage.tab.answers("seniority=mid").await;
}

pub async fn a_program_of_another_content_type_runs(stage: &Stage) {
    for kind in ["text/plain", "application/octet-stream", "text/html; charset=utf-8"] {
        stage.site.change(".wasm", Change::Kind(kind));
        stage.show(&page()).await;
        stage.ready("a", "shadow").await;
        stage.errors(&[]).await;
    }
}

pub async fn a_changed_program_does_not_run(stage: &Stage) {
    let (_, mut content) = built("assets", "salary-calculator-", ".wasm");
    *content.last_mut().unwrap() ^= 1;
    stage.site.change(".wasm", Change::Content(content));
    stage.show(&page()).await;
    stays(stage).await;
    stage.errors(&[("wasm-integrity", true), ("wasm-integrity", false)]).await;
}

pub async fn the_pinned_script_runs_unless_it_is_changed(stage: &Stage) {
    let tag = r#"<script type="module" async crossorigin src="{{site}}/v1/{{pinned}}" integrity="{{integrity}}"
        onerror="faults.push('refused')"></script>"#;
    stage.show(&format!("{tag}{ELEMENT}")).await;
    stage.ready("a", "shadow").await;
    has_styles(stage).await;
    stage.tab.choose("seniority", "senior").await;
    stage.tab.answers("seniority=senior").await;
    let scripts: Vec<_> =
        stage.site.requests().into_iter().filter(|address| address.contains(".js")).collect();
    assert_eq!(scripts, [format!("/v1/{}", pinned().0)], "one fingerprint covers all of the script");

    let (_, mut content) = pinned();
    content.extend(b"\nalert(1);");
    stage.site.change("/v1/embed-", Change::Content(content));
    // Another address, because the browser may keep the first script for ever.
    stage.show(&format!("{}{ELEMENT}", tag.replace("{{pinned}}", "{{pinned}}?2"))).await;
    stage.tab.until("faults", vec!["refused".to_owned()]).await;
    stage.tab.until("customElements.get('salary-calculator') === undefined", true).await;
    stage.tab.until("byId('a').querySelector('a').getBoundingClientRect().height > 0", true).await;
}

pub async fn nothing_is_fetched_before_it_is_needed(stage: &Stage) {
    let below = |attributes: &str| {
        format!(
            "{EMBED}<div style='height: 3000px'></div><salary-calculator id=a {attributes}><a href='#'>Pay</a>\
             </salary-calculator><div style='height: 3000px'></div>"
        )
    };
    let fetched = || stage.site.requests_of("/assets/");
    stage.show(&below("")).await;
    stage.tab.until("byId('a').ready !== undefined", true).await;
    stage.tab.run("scrollTo(0, 3000 - innerHeight - 450)").await;
    two_frames(stage).await;
    assert_eq!(fetched(), 0, "the element is still 450px below the viewport");
    stage.tab.run("scrollTo(0, 3000 - innerHeight - 350)").await;
    stage.ready("a", "shadow").await;
    assert_eq!(stage.site.requests_of(".wasm"), 1);

    stage.show(&below("loading=eager")).await;
    stage.ready("a", "shadow").await;
    stage.tab.until("scrollY", 0).await;

    let before = fetched();
    stage.show(&format!("{EMBED}{}", ELEMENT.replace("id=", "render=static id="))).await;
    stays(stage).await;
    two_frames(stage).await;
    assert_eq!(fetched(), before, "an element that keeps its children needs no files");

    // With loading=eager it loads at once.
    stage.show(&below("")).await;
    stage.tab.until("byId('a').ready !== undefined", true).await;
    stage.tab.run("byId('a').setAttribute('loading', 'eager')").await;
    stage.ready("a", "shadow").await;
}

/// Waits until two frames are drawn: at each the browser checks whether the element is near the viewport.
async fn two_frames(stage: &Stage) {
    stage
        .tab
        .script("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done))")
        .await;
}
