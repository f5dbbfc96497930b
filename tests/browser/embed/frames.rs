//! The calculator in a frame: one that a partner pastes, or one that the element falls back to.

use serde_json::json;

use crate::server::Change;
use crate::stage::{ELEMENT, EMBED, Stage};

use super::answered;

fn frame(more: &str) -> String {
    format!("<iframe id=f title=Pay src='{{{{site}}}}/frame.html#seniority=senior' {more}></iframe>")
}

/// The distinct types of message that the first frame has sent.
const TYPES: &str = "[...new Set(posted.filter(({ frame }) => frame === 0).map(({ type }) => type))].sort()";
const OPEN: [&str; 2] = ["hello", "resize"];

fn owned(types: &[&str]) -> Vec<String> {
    types.iter().map(|&name| name.to_owned()).collect()
}

/// The messages that a hostile page forges.
const FORGED: &str = "
    const forge = (to) => {
      for (const [type, payload] of [['hello', {}], ['init', {}], ['resize', { height: 9999 }],
          ['value', { value: 'seniority=lead' }], ['attributes', { seniority: 'lead' }],
          ['salary:estimate', { forged: true, input: {}, problems: [] }], ['salary:error', { code: 'panic', recoverable: false }]])
        to.postMessage({ source: 'salary-calculator', version: 1, id: 'x', type, payload, value: '', shareUrl: 'x' }, '*');
    };";

pub async fn a_pasted_frame_gets_its_height(stage: &Stage) {
    for sandbox in ["", "sandbox='allow-scripts'"] {
        if !sandbox.is_empty() {
            // In WebKit 'self' matches nothing in a frame without an origin, so the policy must name the site.
            stage.site.change("/frame.html", Change::Named(stage.fill("{{site}}")));
        }
        stage.show(&format!("{EMBED}{}", frame(sandbox))).await;
        stage.tab.until("byId('f').clientHeight > 400", true).await;
        let fits =
            "byId('f').clientHeight === posted.filter(({ type }) => type === 'resize').at(-1).payload.height";
        stage.tab.until(fits, true).await;
        stage
            .tab
            .until(
                "posted.find(({ type }) => type === 'salary:estimate')?.payload",
                answered("seniority=senior"),
            )
            .await;
        // The height follows the content.
        let before: i64 = stage.tab.value("byId('f').clientHeight").await.unwrap();
        stage.tab.driver.clone().enter_frame(0).await.unwrap();
        stage.tab.until("Boolean(document.querySelector('salary-calculator').estimate)", true).await;
        stage.tab.run("find('.more').open = true").await;
        stage.tab.driver.clone().enter_default_frame().await.unwrap();
        stage.tab.until(&format!("byId('f').clientHeight > {before}"), true).await;
        stage.tab.until(fits, true).await;
    }
}

pub async fn a_frame_sends_nothing_before_the_host_answers(stage: &Stage) {
    stage.show(&frame("height=600")).await;
    stage.tab.until(TYPES, owned(&OPEN)).await;
    stage.tab.driver.clone().enter_frame(0).await.unwrap();
    stage.tab.answers("seniority=senior").await;
    stage.tab.choose("seniority", "lead").await;
    stage.tab.answers("seniority=lead").await;
    stage.tab.driver.clone().enter_default_frame().await.unwrap();
    stage.tab.until(TYPES, owned(&OPEN)).await;
    // Once the host replies, the frame sends the current answer, then every event.
    let say = "const say = (type, payload) => frames[0].postMessage({ source: 'salary-calculator', version: 1, id: '', type, payload }, '*');";
    let latest =
        |name: &str| format!("posted.findLast(({{ type }}) => type === 'salary:{name}')?.payload ?? null");
    stage.tab.run(&format!("{say} say('init', {{}})")).await;
    stage.tab.until(&latest("estimate"), answered("seniority=lead")).await;
    stage.tab.until(&format!("({}).render", latest("ready")), "shadow".to_owned()).await;
    stage.tab.run(&format!("{say} say('value', {{ value: 'seniority=junior' }})")).await;
    stage.tab.until(&latest("estimate"), answered("seniority=junior")).await;
    stage
        .tab
        .run(&format!(
            "{say} say('attributes', {{ view: 'contract', onclick: 'alert(1)', lock: 'nonsense' }})"
        ))
        .await;
    stage.tab.until(&latest("estimate"), answered("view=contract&seniority=junior")).await;
    stage.tab.until(&format!("({})?.code", latest("error")), "bad-attribute".to_owned()).await;
    stage.tab.driver.clone().enter_frame(0).await.unwrap();
    stage.tab.choose("seniority", "senior").await;
    stage.tab.driver.clone().enter_default_frame().await.unwrap();
    let input = json!({ "input": answered("view=contract&seniority=senior")["input"] });
    stage.tab.until(&latest("input"), input).await;
}

pub async fn forged_messages_change_nothing(stage: &Stage) {
    // A stranger's frame beside the calculator's can reach it and the host, which has not replied yet.
    let stranger = stage.put("", &format!(
        "<!doctype html><html><body><script>{FORGED} forge(parent); forge(parent.frames[0]); forge(top.frames[0]);</script></body></html>"
    ));
    let attack = format!(
        "document.body.append(Object.assign(document.createElement('iframe'), {{ src: '{{{{stranger}}}}{stranger}' }}))"
    );
    let attacked = "posted.filter(({ frame }) => frame === 1).length";
    stage.show(&frame("height=600")).await;
    stage.tab.until(TYPES, owned(&OPEN)).await;
    stage.tab.run(&stage.fill(&attack)).await;
    stage.tab.until(attacked, 7).await;
    stage.tab.driver.clone().enter_frame(0).await.unwrap();
    stage.tab.answers("seniority=senior").await;
    stage.tab.driver.clone().enter_default_frame().await.unwrap();
    stage.tab.until(TYPES, owned(&OPEN)).await;

    // The script on the host protects a pasted frame and a frame of the element.
    for body in [frame(""), ELEMENT.replace("id=", "render=iframe seniority=senior id=")] {
        stage.show(&format!("{EMBED}{body}")).await;
        let height = "((byId('f') ?? byId('a').shadowRoot?.querySelector('iframe'))?.clientHeight ?? 0)";
        stage.tab.until(&format!("{height} > 400"), true).await;
        stage.tab.run(&stage.fill(&attack)).await;
        stage.tab.until("posted.filter(({ origin, type }) => origin.endsWith(location.port) && type === 'hello').length", 1).await;
        // Now from the host's own window.
        stage.tab.run(&format!("{FORGED} forge(window)")).await;
        stage
            .tab
            .until(
                "posted.filter(({ origin, type }) => origin === location.origin && type === 'hello').length",
                1,
            )
            .await;
        stage.tab.until(&stage.fill(&has_its_height(height)), true).await;
        stage.tab.until("details('estimate').some(({ forged }) => forged)", false).await;
        stage.errors(&[]).await;
    }

    // A pasted frame that has navigated to another site is no longer the calculator's.
    stage.show(&format!("{EMBED}{}", frame(""))).await;
    stage.tab.until("byId('f').clientHeight > 400", true).await;
    stage.tab.run(&stage.fill(&format!("frames[0].location = '{{{{stranger}}}}{stranger}'"))).await;
    stage
        .tab
        .until(
            "posted.some(({ origin, type }) => origin.endsWith(location.port) && type === 'salary:error')",
            true,
        )
        .await;
    // Its own last height may still arrive; the forged one is far greater.
    stage.tab.until("byId('f').clientHeight < 9999", true).await;
}

pub async fn the_fragment_of_a_frame_sets_only_known_attributes(stage: &Stage) {
    let fragment = "seniority=lead&onclick=alert(1)&id=x&style=color:red&class=x&slot=x&part=x&data-page=1&name=x\
        &is=x&hidden=&render=static&loading=lazy&heading-level=3&theme=dark";
    stage
        .show(&format!("{EMBED}<iframe id=f title=Pay src='{{{{site}}}}/frame.html#{fragment}'></iframe>"))
        .await;
    stage.tab.until("byId('f').clientHeight > 400", true).await;
    stage.tab.driver.clone().enter_frame(0).await.unwrap();
    stage.tab.answers("seniority=lead").await;
    let names = "document.querySelector('salary-calculator').getAttributeNames().sort().join(' ')";
    stage.tab.until(names, "heading-level loading render seniority theme".to_owned()).await;
    stage
        .tab
        .until("document.querySelector('salary-calculator').getAttribute('render')", "shadow".to_owned())
        .await;
    stage.tab.until("find('#who').tagName", "H3".to_owned()).await;
    // An attribute missing from the next fragment takes its default.
    stage.tab.run("location.hash = 'location=regional'").await;
    stage.tab.answers("seniority=mid&location=regional").await;
    stage.tab.until(names, "loading location render".to_owned()).await;
}

pub async fn an_element_in_a_frame_works_like_any_other(stage: &Stage) {
    let element = ELEMENT.replace(
        "id=",
        "render=iframe seniority=wizard location=regional heading-level=4 cta-href=https://example.org/ id=",
    );
    stage.show(&format!("{EMBED}<main id=left>{element}</main><main id=right></main>")).await;
    stage.ready("a", "iframe").await;
    stage.tab.until("details('error').map(({ code }) => code)", owned(&["bad-attribute"])).await;
    stage.tab.until("byId('a').estimate", answered("seniority=wizard&location=regional")).await;
    let latest = "details('estimate').at(-1)";
    stage.tab.run("byId('a').setAttribute('seniority', 'lead')").await;
    stage.tab.until(latest, answered("seniority=lead&location=regional")).await;
    stage.tab.run("byId('a').value = { seniority: 'senior', salary: 90000 }").await;
    stage.tab.until(latest, answered("seniority=senior&salary=90000")).await;
    stage.tab.until("byId('a').value", "seniority=senior&salary=90000".to_owned()).await;
    let share = stage.fill("{{site}}/#seniority=senior");
    stage.tab.until("byId('a').shareUrl", share).await;
    stage.tab.until("find('iframe').title.length > 0", true).await;
    // A visitor's changes in the frame reach the host as events of the element.
    enter(stage).await;
    stage.tab.choose("seniority", "junior").await;
    stage.tab.until("find('#who').tagName", "H4".to_owned()).await;
    stage.tab.until("find('[part~=cta]').href", "https://example.org/".to_owned()).await;
    stage.tab.driver.clone().enter_default_frame().await.unwrap();
    let input = json!({ "input": answered("seniority=junior&salary=90000")["input"] });
    stage.tab.until("details('input')", vec![input]).await;

    // When the element moves, the browser reloads its frame. The input is kept.
    stage.tab.run("byId('a').setAttribute('theme', 'dark')").await;
    stage.tab.run("byId('right').append(byId('a')); events.length = 0").await;
    stage.tab.until(latest, answered("seniority=junior&salary=90000")).await;
    enter(stage).await;
    stage.tab.until("find('#salary').value", "90,000".to_owned()).await;
    stage
        .tab
        .until("document.querySelector('salary-calculator').getAttribute('theme')", "dark".to_owned())
        .await;
    stage.tab.driver.clone().enter_default_frame().await.unwrap();
    stage.tab.run("byId('a').setAttribute('view', 'contract')").await;
    stage.tab.until(latest, answered("view=contract&seniority=junior&salary=90000")).await;
    // From the frame back into the page.
    stage.tab.run("byId('a').setAttribute('render', 'shadow')").await;
    stage.ready("a", "shadow").await;
    stage.tab.until("find('iframe') === null", true).await;
    stage.tab.answers("view=contract&seniority=junior&salary=90000").await;
}

pub async fn input_set_before_a_frame_answers_is_kept(stage: &Stage) {
    stage.site.hold_program();
    stage.show(&format!("{EMBED}{}", ELEMENT.replace("id=", "render=iframe seniority=senior id="))).await;
    stage.tab.until("find('iframe') !== null", true).await;
    stage
        .tab
        .until("showsChildren() || byId('a').querySelector('a').getBoundingClientRect().height > 0", true)
        .await;
    stage
        .tab
        .run("byId('a').value = 'seniority=lead&salary=90000'; byId('a').setAttribute('lock', 'location')")
        .await;
    stage.site.release_program();
    stage.ready("a", "iframe").await;
    stage.tab.until("byId('a').estimate", answered("seniority=lead&salary=90000")).await;
    enter(stage).await;
    stage.tab.until("find('[name=location]') === null", true).await;
}

/// Whether a frame has the last height it sent from the site's own origin.
fn has_its_height(height: &str) -> String {
    format!(
        "Math.abs({height} - posted.filter(({{ origin, type }}) => origin === '{{{{site}}}}' && type === 'resize')
            .at(-1)?.payload.height) <= 1"
    )
}

/// Enters the element's frame.
async fn enter(stage: &Stage) {
    stage.tab.find("iframe").await.enter_frame().await.unwrap();
    stage.tab.until("Boolean(document.querySelector('salary-calculator')?.estimate)", true).await;
}

pub async fn a_failing_frame_gives_way_to_the_children(stage: &Stage) {
    let element = ELEMENT.replace("id=", "render=iframe cta-href=/talk id=");
    stage.show(&format!("{EMBED}{element}")).await;
    stage.ready("a", "iframe").await;
    enter(stage).await;
    // A relative address is resolved against the host.
    stage.tab.until("find('[part~=cta]')?.href", stage.fill("{{partner}}/talk")).await;
    let trip = "const insert = Node.prototype.insertBefore;
        Node.prototype.insertBefore = () => { Node.prototype.insertBefore = insert; throw new Error(); };
        find('.tabs').failed = true; find('.tabs a:not([aria-current])').click();";
    stage.tab.run(trip).await;
    stage.tab.until("find('.tabs')?.failed === undefined && find('.tabs') !== null", true).await;
    // The second fault removes the frame, and with it the driver's context.
    stage.tab.run(trip).await;
    stage.tab.driver.clone().enter_default_frame().await.unwrap();
    stage.errors(&[("panic", true), ("panic", false)]).await;
    stage.tab.until("showsChildren(byId('a'))", true).await;
}
