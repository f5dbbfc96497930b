//! The second discipline of the frozen figures, and their agency.

use crate::stage::{ELEMENT, EMBED, Stage};

use super::{FROZEN, answered};

/// A role in the second discipline.
const OTHER: &str = "discipline=platform-engineering&seniority=senior&specialism=kubernetes";

pub async fn a_visitor_chooses_another_discipline(stage: &Stage) {
    let tab = &stage.tab;
    tab.open("").await;
    tab.answers("").await;
    let first = tab.headline().await;
    tab.choose("seniority", "senior").await;
    tab.click("#specialism option[value='nlp']").await;
    tab.answers("seniority=senior&specialism=nlp").await;
    // The specialism belongs to the first discipline.
    tab.click("#discipline option[value='platform-engineering']").await;
    tab.answers("discipline=platform-engineering&seniority=senior").await;
    tab.fragment("#discipline=platform-engineering&seniority=senior").await;
    tab.until("find('.problem, .notice') === null", true).await;
    tab.click("#specialism option[value='kubernetes']").await;
    tab.answers(OTHER).await;
    assert_ne!(tab.headline().await, first);
    tab.until("document.querySelector('salary-calculator').estimate", answered(OTHER)).await;
    tab.click("#discipline option[value='machine-learning']").await;
    tab.answers("seniority=senior").await;
    // The table has the roles of both.
    tab.click(&format!(".estimates a[href='#{OTHER}']")).await;
    tab.answers(OTHER).await;
}

pub async fn an_element_answers_for_another_discipline(stage: &Stage) {
    let attributes = "discipline=platform-engineering seniority=senior specialism=kubernetes id=";
    stage.show(&format!("{EMBED}{}", ELEMENT.replace("id=", attributes))).await;
    stage.ready("a", "shadow").await;
    stage.tab.until("byId('a').estimate", answered(OTHER)).await;
    stage.tab.answers(OTHER).await;
    stage.tab.until("byId('a').value", OTHER.to_owned()).await;
    // A specialism of the first discipline is not one of the second.
    stage.tab.run("byId('a').setAttribute('specialism', 'nlp')").await;
    let without = "discipline=platform-engineering&seniority=senior";
    stage.tab.until("byId('a').estimate", answered(&format!("{without}&specialism=nlp"))).await;
    stage.tab.answers(without).await;
    stage.tab.run("byId('a').removeAttribute('discipline')").await;
    stage.tab.until("byId('a').estimate", answered("seniority=senior&specialism=nlp")).await;
    // A host may keep it from the visitor.
    stage.tab.run("byId('a').setAttribute('lock', 'discipline')").await;
    stage.tab.until("find('#discipline')", None::<String>).await;
    stage.tab.until("find('#specialism') !== null", true).await;
}

pub async fn a_frame_answers_for_another_discipline(stage: &Stage) {
    stage
        .show(&format!("{EMBED}<iframe id=f title=Pay src='{{{{site}}}}/frame.html#{OTHER}'></iframe>"))
        .await;
    let sent = "posted.find(({ type }) => type === 'salary:estimate')?.payload";
    stage.tab.until(sent, answered(OTHER)).await;
    stage.tab.driver.clone().enter_frame(0).await.unwrap();
    stage.tab.answers(OTHER).await;
    stage.tab.until("find('#discipline').value", "platform-engineering".to_owned()).await;
}

pub async fn the_agency_of_the_figures_is_named(stage: &Stage) {
    let agency = FROZEN.figures.agency.name;
    for page in ["index.html", "frame.html"] {
        stage.tab.open(page).await;
        stage.tab.mentions(".sources:last-of-type", agency).await;
    }
    stage.tab.until(&format!("document.title.includes({agency:?})"), true).await;
}
