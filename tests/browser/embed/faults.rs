//! Faults of the program and of other programs.

use crate::stage::{EMBED, Stage};

use super::two_tasks;

/// Three elements, so that a fault in one can reach the others.
fn three() -> String {
    let element = |id| {
        format!(
            "<salary-calculator id={id} loading=eager seniority=senior><a href='#'>Pay</a></salary-calculator>"
        )
    };
    format!("{EMBED}{}{}{}", element("a"), element("b"), element("c"))
}

/// Makes the program trap when a visitor changes the view, which inserts fields, in the current element.
async fn trip(stage: &Stage, traps: i32) {
    stage.tab.run("trip()").await;
    stage.tab.run("find('.tabs a:not([aria-current])').click()").await;
    stage.tab.until("traps", traps).await;
}

/// Checks that an element answers when the page sets an input and when a visitor chooses one.
async fn works(stage: &Stage, id: &str) {
    stage.look_at(&format!("byId({id:?})")).await;
    for input in [
        "seniority=lead&location=london",
        "seniority=lead&location=regional",
        "seniority=senior&location=london",
    ] {
        stage.tab.run(&format!("byId({id:?}).value = {input:?}")).await;
        stage.tab.answers(input).await;
    }
    stage.tab.choose("seniority", "junior").await;
    stage.tab.answers("seniority=junior&location=london").await;
}

pub async fn a_fault_redraws_every_element_with_its_input(stage: &Stage) {
    stage.show(&three()).await;
    for id in ["a", "b", "c"] {
        stage.ready(id, "shadow").await;
    }
    stage.look_at("byId('b')").await;
    stage.tab.run("find('#salary').focus()").await;
    stage.tab.press("105k").await;
    stage.tab.until("byId('b').value", "seniority=senior&salary=105000".to_owned()).await;
    stage.look_at("byId('a')").await;
    stage.tab.choose("location", "regional").await;
    // An untouched element looks the same once the new program has drawn it.
    let untouched = "byId('c').shadowRoot.querySelector('.app').innerHTML";
    stage.tab.run(&format!("window.before = {untouched}")).await;
    trip(stage, 1).await;
    let errors = [("panic", true); 3];
    stage.errors(&errors).await;
    for (id, value) in [
        ("a", "seniority=senior&location=regional"),
        ("b", "seniority=senior&salary=105000"),
        ("c", "seniority=senior"),
    ] {
        stage.tab.until(&format!("details('ready', {id:?}).length"), 2).await;
        stage.tab.until(&format!("byId({id:?}).value"), value.to_owned()).await;
        stage.tab.until(&format!("byId({id:?}).shadowRoot.querySelectorAll('.root').length"), 1).await;
    }
    stage.tab.until(&format!("{untouched} === before"), true).await;
    stage.look_at("byId('b')").await;
    stage.tab.until("find('#salary').value", "105,000".to_owned()).await;
    // The program was loaded again, but not fetched again.
    assert_eq!(stage.site.requests_of(".wasm"), 1);

    // After a second fault this element falls back to a frame; the others do not.
    stage.look_at("byId('a')").await;
    trip(stage, 2).await;
    stage.ready("a", "iframe").await;
    for id in ["b", "c"] {
        stage.tab.until(&format!("details('ready', {id:?}).length"), 3).await;
        works(stage, id).await;
    }
    stage
        .tab
        .until("details('error').every(({ code, recoverable }) => code === 'panic' && recoverable)", true)
        .await;
    stage.tab.until("details('error').length", 6).await;
    // A third fault, in another element.
    stage.look_at("byId('c')").await;
    trip(stage, 3).await;
    stage.tab.until("details('ready', 'c').length", 4).await;
    works(stage, "b").await;
    works(stage, "c").await;
}

pub async fn a_second_fault_leaves_the_children_if_frames_are_not_wanted(stage: &Stage) {
    stage.show(&three().replace("id=a", "id=a render=shadow")).await;
    for id in ["a", "b", "c"] {
        stage.ready(id, "shadow").await;
    }
    for traps in [1, 2] {
        stage.look_at("byId('a')").await;
        trip(stage, traps).await;
        stage.tab.until("details('ready', 'b').length", traps + 1).await;
    }
    stage.tab.until("showsChildren(byId('a'))", true).await;
    stage.tab.until("details('error', 'a').map(({ recoverable }) => recoverable)", vec![true, false]).await;
    works(stage, "b").await;
}

pub async fn a_fault_of_another_program_changes_nothing(stage: &Stage) {
    stage.show(&three()).await;
    stage.ready("a", "shadow").await;
    stage.tab.choose("location", "regional").await;
    stage.tab.run("anotherTraps()").await;
    stage.tab.until("traps", 1).await;
    works(stage, "a").await;
    stage.errors(&[]).await;
    stage.tab.until("details('ready', 'a').length", 1).await;
}

pub async fn a_fault_counts_against_the_element_that_caused_it(stage: &Stage) {
    stage.show(&three()).await;
    stage.ready("c", "shadow").await;
    for (round, [view, level]) in [["contract", "lead"], ["permanent", "mid"]].into_iter().enumerate() {
        let ready = round + 2;
        // The page sets both at once; drawing the first one traps.
        let both = format!(
            "trip(); byId('a').setAttribute('view', {view:?}); byId('b').setAttribute('seniority', {level:?})"
        );
        stage.tab.run(&both).await;
        stage.tab.until("details('ready', 'b').length", ready).await;
        stage.tab.until("details('ready', 'c').length", ready).await;
    }
    stage.ready("a", "iframe").await;
    works(stage, "b").await;
    works(stage, "c").await;
}

pub async fn a_listener_may_change_the_element_during_a_fault(stage: &Stage) {
    for (reaction, outcome) in [
        (
            "target.remove(); document.body.append(target)",
            "inside().querySelectorAll('.calculator').length === 1",
        ),
        ("target.setAttribute('render', 'static')", "showsChildren(byId('a'))"),
        ("target.remove()", "!byId('a')"),
    ] {
        for code in ["panic", "bad-attribute"] {
            let element = "<salary-calculator id=a loading=eager><a href='#'>Pay</a></salary-calculator>";
            let listen = format!(
                "<script>addEventListener('salary:error', ({{ target, detail }}) => {{
                    if (detail.code !== '{code}' || window.reacted) return;
                    window.reacted = true; {reaction}; }});</script>"
            );
            let element =
                if code == "panic" { element.to_owned() } else { element.replace("id=a", "id=a lock=x") };
            stage.show(&format!("{listen}{EMBED}{element}")).await;
            if code == "panic" {
                stage.ready("a", "shadow").await;
                trip(stage, 1).await;
            }
            stage.tab.until("window.reacted ?? false", true).await;
            two_tasks(stage).await;
            stage.tab.until(outcome, true).await;
            // In each case the events keep their order.
            stage
                .tab
                .until(
                    "events.findIndex(({ type }) => type === 'salary:estimate') >= 0 && !details('ready').length",
                    false,
                )
                .await;
        }
    }
}
