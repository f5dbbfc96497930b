//! How the calculator comes: under policies, from servers that fail, when it is needed.

use crate::hosts::{ELEMENT, EMBED, Stage, built, pinned};
use crate::server::Change;

use super::page;

/// What a page needs to have the calculator drawn in it; `'self'` is for the script that watches.
const STRICT: &str =
    "default-src 'none'; script-src 'self' {{site}} 'wasm-unsafe-eval'; connect-src {{site}}";
/// The same without leave to run programs.
const NO_PROGRAMS: &str = "default-src 'none'; script-src 'self' {{site}}; connect-src {{site}}";

async fn has_styles(stage: &Stage) {
    stage.tab.until("getComputedStyle(find('.split')).display", "grid".to_owned()).await;
    stage.tab.until("getComputedStyle(find('.calculator')).borderTopLeftRadius", "12px".to_owned()).await;
}

/// The children are what is shown, once and for all.
async fn stays(stage: &Stage) {
    stage.tab.until("outcomes.a?.render", "static".to_owned()).await;
    stage.tab.until("showsChildren()", true).await;
}

pub async fn a_strict_policy_lets_the_calculator_be_drawn(stage: &Stage) {
    for more in ["", "; style-src 'self'", "; style-src 'none'; img-src 'none'; font-src 'none'"] {
        stage.show_under(&format!("{STRICT}{more}"), &page()).await;
        stage.ready("a", "shadow").await;
        has_styles(stage).await;
        stage.tab.mentions(".about", "Where the figures come from").await;
        stage.tab.choose("seniority", "senior").await;
        stage.tab.headline("£108,000").await;
        stage.tab.click("[part=share] button").await;
        stage.tab.until("heard('share').length", 1).await;
        stage.tab.until("refused", Vec::<String>::new()).await;
        stage.errors(&[]).await;
    }
}

pub async fn where_programs_are_not_allowed_a_frame_takes_over(stage: &Stage) {
    stage.show_under(&format!("{NO_PROGRAMS}; frame-src {{{{site}}}}"), &page()).await;
    stage.ready("a", "iframe").await;
    stage.errors(&[("wasm-csp", true)]).await;
    let line = "script-src {{site}} 'wasm-unsafe-eval'; connect-src {{site}}; frame-src {{site}}";
    let said = format!("heard('error')[0].message.includes({:?})", stage.fill(line));
    stage.tab.until(&said, true).await;
    stage.tab.until("find('iframe').clientHeight > 400", true).await;
    stage.tab.until("find('slot') === null", true).await;
    stage.tab.until("heard('estimate')[0].permanent.typical", 77_500).await;
}

pub async fn where_neither_is_allowed_the_children_stay(stage: &Stage) {
    stage.show_under(NO_PROGRAMS, &page()).await;
    stays(stage).await;
    stage.errors(&[("wasm-csp", true), ("wasm-csp", false)]).await;
}

pub async fn a_program_that_does_not_come_leaves_the_children(stage: &Stage) {
    stage.site.change(".wasm", Change::Missing);
    stage.show(&page()).await;
    stays(stage).await;
    stage.errors(&[("wasm-network", true), ("wasm-network", false)]).await;
    // Where a frame is not wanted, none is tried; and it is drawn once it can be.
    stage.show(&page().replace("id=", "render=shadow id=")).await;
    stays(stage).await;
    stage.errors(&[("wasm-network", false)]).await;
    stage.site.mend();
    stage.tab.run("byId('a').setAttribute('render', 'auto')").await;
    stage.tab.headline("£77,500").await;
}

pub async fn a_program_with_another_name_for_its_kind_runs(stage: &Stage) {
    for kind in ["text/plain", "application/octet-stream", "text/html; charset=utf-8"] {
        stage.site.change(".wasm", Change::Kind(kind));
        stage.show(&page()).await;
        stage.ready("a", "shadow").await;
        stage.errors(&[]).await;
    }
}

pub async fn a_changed_program_is_not_run(stage: &Stage) {
    let (_, mut content) = built("dist/assets", "salary-calculator-", ".wasm");
    *content.last_mut().unwrap() ^= 1;
    stage.site.change(".wasm", Change::Content(content));
    stage.show(&page()).await;
    stays(stage).await;
    stage.errors(&[("wasm-integrity", true), ("wasm-integrity", false)]).await;
}

pub async fn the_pinned_copy_runs_unless_it_is_changed(stage: &Stage) {
    let tag = r#"<script type="module" async crossorigin src="{{site}}/v1/{{pinned}}" integrity="{{integrity}}"
        onerror="faults.push('refused')"></script>"#;
    stage.show(&format!("{tag}{ELEMENT}")).await;
    stage.ready("a", "shadow").await;
    has_styles(stage).await;
    stage.tab.choose("seniority", "senior").await;
    stage.tab.headline("£108,000").await;
    let scripts: Vec<_> = stage.site.asked().into_iter().filter(|asked| asked.contains(".js")).collect();
    assert_eq!(scripts, [format!("/v1/{}", pinned().0)], "one fingerprint vouches for all of the script");

    let (_, mut content) = pinned();
    content.extend(b"\nalert(1);");
    stage.site.change("/v1/embed-", Change::Content(content));
    // Another address, for the one before may be kept for ever.
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
    let fetched = || stage.site.times_asked("/assets/");
    stage.show(&below("")).await;
    stage.tab.until("byId('a').ready !== undefined", true).await;
    stage.tab.run("scrollTo(0, 3000 - innerHeight - 450)").await;
    two_frames(stage).await;
    assert_eq!(fetched(), 0, "it is 450px below what is in view");
    stage.tab.run("scrollTo(0, 3000 - innerHeight - 350)").await;
    stage.ready("a", "shadow").await;
    assert_eq!(stage.site.times_asked(".wasm"), 1);

    stage.show(&below("loading=eager")).await;
    stage.ready("a", "shadow").await;
    stage.tab.until("scrollY", 0).await;

    let before = fetched();
    stage.show(&format!("{EMBED}{}", ELEMENT.replace("id=", "render=static id="))).await;
    stays(stage).await;
    two_frames(stage).await;
    assert_eq!(fetched(), before, "what is left to its children needs nothing");

    // What is asked for later is asked for at once.
    stage.show(&below("")).await;
    stage.tab.until("byId('a').ready !== undefined", true).await;
    stage.tab.run("byId('a').setAttribute('loading', 'eager')").await;
    stage.ready("a", "shadow").await;
}

/// What is in view is looked at when a frame is drawn.
async fn two_frames(stage: &Stage) {
    stage
        .tab
        .script("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done))")
        .await;
}
