//! Faults of the program, and of others.

use crate::hosts::{EMBED, Stage};

use super::two_tasks;

/// Three elements, to see what happens to the others.
fn three() -> String {
    let element = |id| {
        format!(
            "<salary-calculator id={id} loading=eager seniority=senior><a href='#'>Pay</a></salary-calculator>"
        )
    };
    format!("{EMBED}{}{}{}", element("a"), element("b"), element("c"))
}

/// Makes the program fall at what a visitor does in the element that is looked at: the contract has other fields.
async fn trip(stage: &Stage, traps: i32) {
    stage.tab.run("trip()").await;
    stage.tab.run("find('.tabs li:not(:has([aria-current])) a').click()").await;
    stage.tab.until("traps", traps).await;
}

async fn works(stage: &Stage, id: &str) {
    stage.look_at(&format!("byId({id:?})")).await;
    for (level, location, number) in
        [("lead", "london", "£139,000"), ("lead", "regional", "£114,000"), ("senior", "london", "£108,000")]
    {
        stage.tab.run(&format!("byId({id:?}).value = 'seniority={level}&location={location}'")).await;
        stage.tab.headline(number).await;
    }
    stage.tab.choose("seniority", "junior").await;
    stage.tab.headline("£52,500").await;
}

pub async fn after_a_fault_all_are_drawn_again_with_what_was_entered(stage: &Stage) {
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
    // Where nothing was done the fresh program draws what the one before it drew.
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
        stage.tab.until(&format!("heard('ready', {id:?}).length"), 2).await;
        stage.tab.until(&format!("byId({id:?}).value"), value.to_owned()).await;
        stage.tab.until(&format!("byId({id:?}).shadowRoot.querySelectorAll('.root').length"), 1).await;
    }
    stage.tab.until(&format!("{untouched} === before"), true).await;
    stage.look_at("byId('b')").await;
    stage.tab.until("find('#salary').value", "105,000".to_owned()).await;
    // It was loaded anew, not fetched anew.
    assert_eq!(stage.site.times_asked(".wasm"), 1);

    // The same element once more: it steps down, the others do not.
    stage.look_at("byId('a')").await;
    trip(stage, 2).await;
    stage.ready("a", "iframe").await;
    for id in ["b", "c"] {
        stage.tab.until(&format!("heard('ready', {id:?}).length"), 3).await;
        works(stage, id).await;
    }
    stage
        .tab
        .until("heard('error').every(({ code, recoverable }) => code === 'panic' && recoverable)", true)
        .await;
    stage.tab.until("heard('error').length", 6).await;
    // A third time, by another.
    stage.look_at("byId('c')").await;
    trip(stage, 3).await;
    stage.tab.until("heard('ready', 'c').length", 4).await;
    works(stage, "b").await;
    works(stage, "c").await;
}

pub async fn a_fault_that_comes_again_leaves_the_children_where_no_frame_is_wanted(stage: &Stage) {
    stage.show(&three().replace("id=a", "id=a render=shadow")).await;
    for id in ["a", "b", "c"] {
        stage.ready(id, "shadow").await;
    }
    for traps in [1, 2] {
        stage.look_at("byId('a')").await;
        trip(stage, traps).await;
        stage.tab.until("heard('ready', 'b').length", traps + 1).await;
    }
    stage.tab.until("showsChildren(byId('a'))", true).await;
    stage.tab.until("heard('error', 'a').map(({ recoverable }) => recoverable)", vec![true, false]).await;
    works(stage, "b").await;
}

pub async fn a_fault_of_another_program_is_none_of_ours(stage: &Stage) {
    stage.show(&three()).await;
    stage.ready("a", "shadow").await;
    stage.tab.choose("location", "regional").await;
    stage.tab.run("anotherTraps()").await;
    stage.tab.until("traps", 1).await;
    works(stage, "a").await;
    stage.errors(&[]).await;
    stage.tab.until("heard('ready', 'a').length", 1).await;
}

pub async fn whoever_did_not_do_it_is_not_blamed(stage: &Stage) {
    stage.show(&three()).await;
    stage.ready("c", "shadow").await;
    for (round, [view, level]) in [["contract", "lead"], ["permanent", "mid"]].into_iter().enumerate() {
        let ready = round + 2;
        // The page sets both in one go; the first cannot be drawn.
        let both = format!(
            "trip(); byId('a').setAttribute('view', {view:?}); byId('b').setAttribute('seniority', {level:?})"
        );
        stage.tab.run(&both).await;
        stage.tab.until("heard('ready', 'b').length", ready).await;
        stage.tab.until("heard('ready', 'c').length", ready).await;
    }
    stage.ready("a", "iframe").await;
    works(stage, "b").await;
    works(stage, "c").await;
}

pub async fn who_hears_of_a_fault_may_do_as_it_likes(stage: &Stage) {
    for (answer, outcome) in [
        (
            "target.remove(); document.body.append(target)",
            "inside().querySelectorAll('.calculator').length === 1",
        ),
        ("target.setAttribute('render', 'static')", "showsChildren(byId('a'))"),
        ("target.remove()", "!byId('a')"),
    ] {
        for event in ["panic", "bad-attribute"] {
            let element = "<salary-calculator id=a loading=eager><a href='#'>Pay</a></salary-calculator>";
            let listen = format!(
                "<script>addEventListener('salary:error', ({{ target, detail }}) => {{
                    if (detail.code !== '{event}' || window.answered) return;
                    window.answered = true; {answer}; }});</script>"
            );
            let element =
                if event == "panic" { element.to_owned() } else { element.replace("id=a", "id=a lock=x") };
            stage.show(&format!("{listen}{EMBED}{element}")).await;
            if event == "panic" {
                stage.ready("a", "shadow").await;
                trip(stage, 1).await;
            }
            stage.tab.until("window.answered ?? false", true).await;
            two_tasks(stage).await;
            stage.tab.until(outcome, true).await;
            // Whatever becomes of it, its events are in order.
            stage
                .tab
                .until(
                    "said.findIndex(({ type }) => type === 'salary:estimate') >= 0 && !heard('ready').length",
                    false,
                )
                .await;
        }
    }
}
