//! Partner pages made with libraries. `scripts/setup-hosts` builds them.

use std::fs;

use crate::folder::in_project;
use crate::server::Change;
use crate::stage::{EMBED, Stage, built, embed};

use super::two_tasks;

/// Waits until each element answers its input, and the app shows the typical salary of each answer.
async fn typical_salaries(stage: &Stage, inputs: [(&str, &str); 3]) {
    for (id, input) in inputs {
        stage.look_at(&format!("byId({id:?})")).await;
        stage.tab.answers(input).await;
        let typical = format!("JSON.parse(document.querySelector('output').textContent)[{id:?}]");
        stage.tab.until(&format!("{typical} === answer().permanent.typical"), true).await;
    }
}

pub async fn the_calculator_works_in_a_react_app(stage: &Stage) {
    // The script may come before or after the app.
    let app = "<div id=root></div><script src='/react.js'></script>";
    for body in
        [format!("{}{app}", EMBED.replace("async", "")), format!("{app}{}", EMBED.replace("async", ""))]
    {
        stage.show(&body).await;
        for id in ["first", "second", "third"] {
            stage.ready(id, "shadow").await;
            stage.look_at(&format!("byId({id:?})")).await;
            stage.tab.until("find('#who').tagName", "H3".to_owned()).await;
        }
        let seniors = ["first", "second", "third"].map(|id| (id, "seniority=senior"));
        typical_salaries(stage, seniors).await;
        // The app changes all elements, and a visitor changes one of them.
        stage.tab.run("byId('lead').click()").await;
        typical_salaries(stage, seniors.map(|(id, _)| (id, "seniority=lead&location=london"))).await;
        stage.tab.run("find('[name=location][value=regional]').click()").await;
        let (london, regional) = ("seniority=lead&location=london", "seniority=lead&location=regional");
        typical_salaries(stage, [("first", london), ("second", london), ("third", regional)]).await;
        stage.tab.run("byId('compact').click()").await;
        stage.tab.until("find('.more') === null", true).await;
        stage.tab.run("byId('compact').click()").await;
        stage.tab.until("find('.more') !== null", true).await;
        // The app reverses the order: the elements move, and none is redrawn.
        stage.tab.run("find('.split').mark = 1; byId('turn').click()").await;
        let order = "[...document.querySelectorAll('salary-calculator')].map(({ id }) => id)";
        stage.tab.until(order, ["third", "second", "first"].map(str::to_owned)).await;
        two_tasks(stage).await;
        stage.tab.answers(regional).await;
        stage.tab.until("find('.split').mark", 1).await;
        stage.tab.run("byId('less').click()").await;
        stage.tab.until(order, ["second", "first"].map(str::to_owned)).await;
        stage.look_at("byId('first')").await;
        stage.tab.run("find('[name=seniority][value=junior]').click()").await;
        stage.tab.answers("seniority=junior").await;
        stage.tab.until("details('ready').length", 3).await;
        stage.tab.until("faults", Vec::<String>::new()).await;
    }
}

/// Clicks through the calculator on a page made with Yew. Returns how many of the clicks the page took for its own.
async fn clicks_taken(stage: &Stage) -> i32 {
    let page = fs::read_to_string(in_project("target/hosts/yew/index.html")).unwrap();
    stage.show_page("", &page.replace("</body>", &format!("{EMBED}</body>"))).await;
    stage.ready("a", "shadow").await;
    for level in ["lead", "junior", "senior"] {
        stage.tab.choose("seniority", level).await;
        stage.tab.until("find('[name=seniority]:checked').value", level.to_owned()).await;
    }
    for view in ["contract", "compare", "permanent"] {
        stage.tab.open_view(view).await;
    }
    stage.tab.click("[part~=share] button").await;
    let output = "Number(document.querySelector('output').textContent)";
    let taken: i32 = stage.tab.value(output).await.unwrap();
    // The page's own buttons work.
    stage.tab.run("document.querySelector('.count').click()").await;
    stage.tab.until(output, taken + 1).await;
    taken
}

pub async fn the_calculator_works_in_a_yew_app(stage: &Stage) {
    assert_eq!(clicks_taken(stage).await, 0, "the page takes the calculator's clicks for its own");
    stage.tab.answers("seniority=senior").await;
    stage.tab.until("details('input').length >= 3", true).await;
    stage.tab.until("faults", Vec::<String>::new()).await;
    // With Yew's own property names the page does take them, so this test can fail. The loader has another address,
    // because the browser keeps the first one.
    let (name, loader) = built("assets", "salary-calculator-", ".js");
    let embed = embed().replace(&name, &format!("{name}?yew"));
    let loader = String::from_utf8(loader).unwrap().replace(".__salary_", ".__yew_");
    stage.site.change("/v1/embed.js", Change::Content(embed.into_bytes()));
    stage.site.change(&name, Change::Content(loader.into_bytes()));
    assert_ne!(clicks_taken(stage).await, 0);
    assert_eq!(stage.site.requests_of("?yew"), 1);
}
