//! Pages that are made with libraries, as `scripts/setup-hosts` builds them.

use std::fs;

use serde_json::json;

use crate::hosts::{EMBED, Stage, built};
use crate::server::Change;

pub async fn a_page_made_with_react_shows_it(stage: &Stage) {
    // Whether the script or the page is there first makes no difference.
    let app = "<div id=root></div><script src='/react.js'></script>";
    for body in
        [format!("{}{app}", EMBED.replace("async", "")), format!("{app}{}", EMBED.replace("async", ""))]
    {
        stage.show(&body).await;
        for id in ["first", "second", "third"] {
            stage.ready(id, "shadow").await;
            stage.look_at(&format!("byId({id:?})")).await;
            stage.tab.headline("£108,000").await;
            stage.tab.until("find('#who').tagName", "H3".to_owned()).await;
        }
        let typical = "JSON.parse(document.querySelector('output').textContent)";
        stage.tab.until(typical, json!({ "first": 108_000, "second": 108_000, "third": 108_000 })).await;
        // What the page sets, and what a visitor does.
        stage.tab.run("byId('lead').click()").await;
        stage.tab.until(typical, json!({ "first": 139_000, "second": 139_000, "third": 139_000 })).await;
        stage.tab.run("find('[name=location][value=regional]').click()").await;
        stage.tab.until(typical, json!({ "first": 139_000, "second": 139_000, "third": 114_000 })).await;
        stage.tab.run("byId('compact').click()").await;
        stage.tab.until("find('.more') === null", true).await;
        stage.tab.run("byId('compact').click()").await;
        stage.tab.until("find('.more') !== null", true).await;
        // Turned round: the same elements in another order, none drawn anew.
        stage.tab.run("find('.split').mark = 1; byId('turn').click()").await;
        let order = "[...document.querySelectorAll('salary-calculator')].map(({ id }) => id)";
        stage.tab.until(order, ["third", "second", "first"].map(str::to_owned)).await;
        stage.tab.script("const done = arguments[0]; setTimeout(() => setTimeout(done))").await;
        stage.tab.headline("£114,000").await;
        stage.tab.until("find('.split').mark", 1).await;
        stage.tab.run("byId('less').click()").await;
        stage.tab.until(order, ["second", "first"].map(str::to_owned)).await;
        stage.look_at("byId('first')").await;
        stage.tab.run("find('[name=seniority][value=junior]').click()").await;
        stage.tab.headline("£52,500").await;
        stage.tab.until("heard('ready').length", 3).await;
        stage.tab.until("faults", Vec::<String>::new()).await;
    }
}

/// Clicks through the calculator on a page made with Yew, and says how many of them the page took for its own.
async fn clicks_taken(stage: &Stage) -> i32 {
    let page = fs::read_to_string("target/hosts/yew/index.html").unwrap();
    stage.show_page("", &page.replace("</body>", &format!("{EMBED}</body>"))).await;
    stage.ready("a", "shadow").await;
    for level in ["lead", "junior", "senior"] {
        stage.tab.click(&format!("label:has([name='seniority'][value='{level}'])")).await;
        stage.tab.until("find('[name=seniority]:checked').value", level.to_owned()).await;
    }
    for view in [2, 3, 1] {
        stage.tab.click(&format!(".tabs li:nth-child({view}) a")).await;
    }
    stage.tab.click("[part=share] button").await;
    let output = "Number(document.querySelector('output').textContent)";
    let taken: i32 = stage.tab.value(output).await.unwrap();
    // The page's own buttons work.
    stage.tab.run("document.querySelector('.count').click()").await;
    stage.tab.until(output, taken + 1).await;
    taken
}

pub async fn a_page_made_with_yew_shows_it(stage: &Stage) {
    assert_eq!(clicks_taken(stage).await, 0, "the page takes our clicks for its own");
    stage.tab.headline("£108,000").await;
    stage.tab.until("heard('input').length >= 3", true).await;
    stage.tab.until("faults", Vec::<String>::new()).await;
    // With the names that Yew gives, it would: the test can fail. Under another address, for the one before is kept.
    let (name, loader) = built("dist/assets", "salary-calculator-", ".js");
    let embed = fs::read_to_string("dist/v1/embed.js").unwrap().replace(&name, &format!("{name}?yew"));
    let loader = String::from_utf8(loader).unwrap().replace(".__salary_", ".__yew_");
    stage.site.change("/v1/embed.js", Change::Content(embed.into_bytes()));
    stage.site.change(&name, Change::Content(loader.into_bytes()));
    assert_ne!(clicks_taken(stage).await, 0);
    assert_eq!(stage.site.times_asked("?yew"), 1);
}
