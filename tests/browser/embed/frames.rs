//! The calculator in a frame: pasted by a partner, or where the element steps down to one.

use serde_json::json;

use crate::hosts::{ELEMENT, EMBED, Stage};
use crate::server::Change;

use super::answered;

fn frame(more: &str) -> String {
    format!("<iframe id=f title=Pay src='{{{{site}}}}/frame.html#seniority=senior' {more}></iframe>")
}

/// What has left the first frame, without repetition.
const TYPES: &str = "[...new Set(posted.filter(({ frame }) => frame === 0).map(({ type }) => type))].sort()";
const OPEN: [&str; 2] = ["hello", "resize"];

fn owned(types: &[&str]) -> Vec<String> {
    types.iter().map(|&name| name.to_owned()).collect()
}

/// What a hostile page says to everyone that it can reach.
const FORGED: &str = "
    const forge = (to) => {
      for (const [type, payload] of [['hello', {}], ['init', {}], ['resize', { height: 9999 }],
          ['value', { value: 'seniority=lead' }], ['attributes', { seniority: 'lead' }],
          ['salary:estimate', { forged: true, input: {}, problems: [] }], ['salary:error', { code: 'panic', recoverable: false }]])
        to.postMessage({ source: 'salary-calculator', version: 1, id: 'x', type, payload, value: '', shareUrl: 'x' }, '*');
    };";

pub async fn a_pasted_frame_is_given_its_height(stage: &Stage) {
    for sandbox in ["", "sandbox='allow-scripts'"] {
        if !sandbox.is_empty() {
            // WebKit holds that what has no origin has no 'self' either: there the policy has to name the site.
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
        // It follows what is inside.
        let before: i64 = stage.tab.value("byId('f').clientHeight").await.unwrap();
        stage.tab.driver.clone().enter_frame(0).await.unwrap();
        stage.tab.until("Boolean(document.querySelector('salary-calculator').estimate)", true).await;
        stage.tab.run("find('.more').open = true").await;
        stage.tab.driver.clone().enter_default_frame().await.unwrap();
        stage.tab.until(&format!("byId('f').clientHeight > {before}"), true).await;
        stage.tab.until(fits, true).await;
    }
}

pub async fn nothing_leaves_a_frame_before_the_page_has_answered(stage: &Stage) {
    stage.show(&frame("height=600")).await;
    stage.tab.until(TYPES, owned(&OPEN)).await;
    stage.tab.driver.clone().enter_frame(0).await.unwrap();
    stage.tab.headline("£108,000").await;
    stage.tab.choose("seniority", "lead").await;
    stage.tab.headline("£139,000").await;
    stage.tab.driver.clone().enter_default_frame().await.unwrap();
    stage.tab.until(TYPES, owned(&OPEN)).await;
    // The page answers: what is known comes, then what happens.
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
    // Beside the frame stands a stranger's, from where it reaches the frame and the page. The page has not answered yet.
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
    stage.tab.headline("£108,000").await;
    stage.tab.driver.clone().enter_default_frame().await.unwrap();
    stage.tab.until(TYPES, owned(&OPEN)).await;

    // With the script on the page: neither a pasted frame nor one of the element's is taken over.
    for body in [frame(""), ELEMENT.replace("id=", "render=iframe seniority=senior id=")] {
        stage.show(&format!("{EMBED}{body}")).await;
        let height = "((byId('f') ?? byId('a').shadowRoot?.querySelector('iframe'))?.clientHeight ?? 0)";
        stage.tab.until(&format!("{height} > 400"), true).await;
        stage.tab.run(&stage.fill(&attack)).await;
        stage.tab.until("posted.filter(({ origin, type }) => origin.endsWith(location.port) && type === 'hello').length", 1).await;
        // The page itself, through its own window.
        stage.tab.run(&format!("{FORGED} forge(window)")).await;
        stage
            .tab
            .until(
                "posted.filter(({ origin, type }) => origin === location.origin && type === 'hello').length",
                1,
            )
            .await;
        stage.tab.until(&stage.fill(&as_it_says(height)), true).await;
        stage.tab.until("heard('estimate').some(({ forged }) => forged)", false).await;
        stage.errors(&[]).await;
    }

    // A pasted frame that has been led elsewhere is none of ours any more.
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
    // What it had said itself may still have come; what is forged is far higher.
    stage.tab.until("byId('f').clientHeight < 9999", true).await;
}

pub async fn the_fragment_of_a_frame_sets_no_other_attributes(stage: &Stage) {
    let fragment = "seniority=lead&onclick=alert(1)&id=x&style=color:red&class=x&slot=x&part=x&data-page=1&name=x\
        &is=x&hidden=&render=static&loading=lazy&heading-level=3&theme=dark";
    stage
        .show(&format!("{EMBED}<iframe id=f title=Pay src='{{{{site}}}}/frame.html#{fragment}'></iframe>"))
        .await;
    stage.tab.until("byId('f').clientHeight > 400", true).await;
    stage.tab.driver.clone().enter_frame(0).await.unwrap();
    stage.tab.headline("£139,000").await;
    let names = "document.querySelector('salary-calculator').getAttributeNames().sort().join(' ')";
    stage.tab.until(names, "heading-level loading render seniority theme".to_owned()).await;
    stage
        .tab
        .until("document.querySelector('salary-calculator').getAttribute('render')", "shadow".to_owned())
        .await;
    stage.tab.until("find('#who').tagName", "H3".to_owned()).await;
    // What the next fragment leaves out is as it is by default again.
    stage.tab.run("location.hash = 'location=regional'").await;
    stage.tab.headline("£63,500").await;
    stage.tab.until(names, "loading location render".to_owned()).await;
}

pub async fn an_element_in_a_frame_is_an_element(stage: &Stage) {
    let element = ELEMENT.replace(
        "id=",
        "render=iframe seniority=wizard location=regional heading-level=4 cta-href=https://example.org/ id=",
    );
    stage.show(&format!("{EMBED}<main id=left>{element}</main><main id=right></main>")).await;
    stage.ready("a", "iframe").await;
    stage.tab.until("heard('error').map(({ code }) => code)", owned(&["bad-attribute"])).await;
    stage.tab.until("byId('a').estimate", answered("seniority=wizard&location=regional")).await;
    let latest = "heard('estimate').at(-1)";
    stage.tab.run("byId('a').setAttribute('seniority', 'lead')").await;
    stage.tab.until(latest, answered("seniority=lead&location=regional")).await;
    stage.tab.run("byId('a').value = { seniority: 'senior', salary: 90000 }").await;
    stage.tab.until(latest, answered("seniority=senior&salary=90000")).await;
    stage.tab.until("byId('a').value", "seniority=senior&salary=90000".to_owned()).await;
    let share = stage.fill("{{site}}/#seniority=senior");
    stage.tab.until("byId('a').shareUrl", share).await;
    stage.tab.until("find('iframe').title.length > 0", true).await;
    // What a visitor does in it, the element says.
    enter(stage).await;
    stage.tab.choose("seniority", "junior").await;
    stage.tab.until("find('#who').tagName", "H4".to_owned()).await;
    stage.tab.until("find('[part~=cta]').href", "https://example.org/".to_owned()).await;
    stage.tab.driver.clone().enter_default_frame().await.unwrap();
    let input = json!({ "input": answered("seniority=junior&salary=90000")["input"] });
    stage.tab.until("heard('input')", vec![input]).await;

    // Moved: browsers load the frame anew. It comes back with what was entered.
    stage.tab.run("byId('a').setAttribute('theme', 'dark')").await;
    stage.tab.run("byId('right').append(byId('a')); said.length = 0").await;
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
    // Back from the frame to the page.
    stage.tab.run("byId('a').setAttribute('render', 'shadow')").await;
    stage.ready("a", "shadow").await;
    stage.tab.until("find('iframe') === null", true).await;
    stage.tab.headline("£420").await;
}

pub async fn what_is_set_before_a_frame_answers_is_kept(stage: &Stage) {
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

/// Whether a frame is as high as it was the last to say itself, from the site's own origin.
fn as_it_says(height: &str) -> String {
    format!(
        "Math.abs({height} - posted.filter(({{ origin, type }}) => origin === '{{{{site}}}}' && type === 'resize')
            .at(-1)?.payload.height) <= 1"
    )
}

/// Goes into the element's frame.
async fn enter(stage: &Stage) {
    stage.tab.find("iframe").await.enter_frame().await.unwrap();
    stage.tab.until("Boolean(document.querySelector('salary-calculator')?.estimate)", true).await;
}

pub async fn a_frame_that_falls_gives_way_to_the_children(stage: &Stage) {
    let element = ELEMENT.replace("id=", "render=iframe cta-href=/talk id=");
    stage.show(&format!("{EMBED}{element}")).await;
    stage.ready("a", "iframe").await;
    enter(stage).await;
    // An address means what it means on the page around.
    stage.tab.until("find('[part~=cta]')?.href", stage.fill("{{host}}/talk")).await;
    let trip = "const insert = Node.prototype.insertBefore;
        Node.prototype.insertBefore = () => { Node.prototype.insertBefore = insert; throw new Error(); };
        find('.tabs').fell = true; find('.tabs li:not(:has([aria-current])) a').click();";
    stage.tab.run(trip).await;
    stage.tab.until("find('.tabs')?.fell === undefined && find('.tabs') !== null", true).await;
    // The second time the frame goes, and whoever looks into it.
    stage.tab.run(trip).await;
    stage.tab.driver.clone().enter_default_frame().await.unwrap();
    stage.errors(&[("panic", true), ("panic", false)]).await;
    stage.tab.until("showsChildren(byId('a'))", true).await;
}
