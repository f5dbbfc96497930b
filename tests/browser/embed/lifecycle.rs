//! The life of elements: scripts create, move, change and remove them.

use crate::server::Change;
use crate::stage::{ELEMENT, EMBED, Stage, embed};

use super::{page, two_tasks, type_salary};

/// Waits until the salary field has a text.
async fn salary_is(stage: &Stage, text: &str) {
    stage.tab.until("find('#salary')?.value ?? ''", text.to_owned()).await;
}

pub async fn several_copies_of_the_script_make_one_calculator(stage: &Stage) {
    // The floating script replaces an older version, which differs only in its number.
    let older = embed();
    let now = env!("CARGO_PKG_VERSION");
    assert_eq!(older.matches(now).count(), 1);
    let older = older.replace(now, "0.0.1");
    stage.site.change("/v1/embed.js", Change::Content(older.into_bytes()));
    let pinned = r#"<script type="module" crossorigin src="{{site}}/v1/{{pinned}}" integrity="{{integrity}}"></script>"#;
    let floating = EMBED.replace("async ", "");
    for (scripts, version) in [
        (format!("{floating}{pinned}{floating}"), "0.0.1"),
        (format!("{pinned}{floating}"), env!("CARGO_PKG_VERSION")),
    ] {
        let before = stage.site.requests_of(".wasm");
        stage.show(&format!("{scripts}{ELEMENT}{}", ELEMENT.replace("\"a\"", "\"b\""))).await;
        for id in ["a", "b"] {
            stage.ready(id, "shadow").await;
            stage.tab.until(&format!("byId({id:?}).version"), version.to_owned()).await;
            stage.look_at(&format!("byId({id:?})")).await;
            stage.tab.choose("seniority", "senior").await;
            stage.tab.answers("seniority=senior").await;
        }
        stage.tab.until("details('ready').length", 2).await;
        stage.tab.until("faults", Vec::<String>::new()).await;
        assert!(stage.site.requests_of(".wasm") <= before + 1, "one download for all");
    }
}

pub async fn fifty_elements_share_one_program(stage: &Stage) {
    let elements: String = (0..50).map(|number| ELEMENT.replace("\"a\"", &format!("e{number}"))).collect();
    stage.show(&format!("{EMBED}{elements}")).await;
    stage.tab.until("new Set(details('ready').map(({ render }) => render)).size", 1).await;
    stage.tab.until("details('ready').length", 50).await;
    assert_eq!(stage.site.requests_of(".wasm"), 1);
    stage.look_at("byId('e0')").await;
    stage.tab.until("find('.about') !== null", true).await;
    assert_eq!(stage.site.requests_of("/assets/"), 4, "program, loader, styles and explanations");
    let ms: i64 = stage.tab.value("Math.max(...details('ready').map(({ ms }) => ms))").await.unwrap();
    println!("50 elements were drawn {ms} ms after they began to load");
    stage.tab.run("for (let i = 0; i < 50; i += 1) byId(`e${i}`).setAttribute('seniority', 'lead')").await;
    let all = "[...document.querySelectorAll('salary-calculator')].every(
        (element) => (window.subject = element, differs('seniority=lead') === ''))";
    stage.tab.until(all, true).await;
    stage.look_at("byId('e49')").await;
    stage.tab.choose("seniority", "junior").await;
    stage.tab.answers("seniority=junior").await;
    stage.look_at("byId('e48')").await;
    stage.tab.answers("seniority=lead").await;
}

pub async fn a_script_creates_moves_and_puts_back_an_element(stage: &Stage) {
    // Before the element's script runs: the value that is set waits for it.
    stage.show("<main id=left></main><main id=right></main>").await;
    let make = |id: &str| {
        format!(
            "const made = Object.assign(document.createElement('salary-calculator'), {{ id: '{id}' }});
            made.setAttribute('loading', 'eager'); made.setAttribute('seniority', 'senior');
            byId('left').append(made);"
        )
    };
    stage.tab.run(&format!("{} made.value = 'seniority=lead'; made.focus();", make("a"))).await;
    let script = "document.head.append(Object.assign(document.createElement('script'),
        { type: 'module', src: '{{site}}/v1/embed.js' }))";
    stage.tab.run(&stage.fill(script)).await;
    stage.tab.answers("seniority=lead").await;
    // After it has run.
    stage.tab.run(&make("b")).await;
    stage.look_at("byId('b')").await;
    stage.tab.answers("seniority=senior").await;

    // A move does not redraw the element, and keeps text in it that is not an amount.
    stage.tab.run("find('#salary').focus()").await;
    stage.tab.press("105kk").await;
    stage.tab.run("find('.split').mark = 1; byId('right').append(byId('b'))").await;
    stage.tab.run("byId('right').prepend(byId('b')); byId('left').before(byId('b'))").await;
    two_tasks(stage).await;
    salary_is(stage, "105kk").await;
    stage.tab.until("find('.split').mark", 1).await;
    type_salary(stage, "99k").await;
    salary_is(stage, "99,000").await;
    stage.tab.until("details('ready', 'b').length", 1).await;

    // An element that is removed and put back keeps its input.
    stage.tab.run("window.kept = byId('b'); kept.remove()").await;
    two_tasks(stage).await;
    stage.tab.until("kept.shadowRoot.querySelector('.root') === null", true).await;
    stage.tab.until("kept.value", "seniority=senior&salary=99000".to_owned()).await;
    stage.tab.run("kept.setAttribute('location', 'regional'); byId('left').append(kept)").await;
    stage.tab.until("find('#salary')?.value", "99,000".to_owned()).await;
    stage.tab.until("byId('b').value", "seniority=senior&location=regional&salary=99000".to_owned()).await;
    stage.tab.until("find('slot') === null && inside().querySelectorAll('.root').length", 1).await;
}

pub async fn an_element_is_removed_while_it_loads(stage: &Stage) {
    stage.site.hold_program();
    stage.show(&format!("{}{}", page(), ELEMENT.replace("\"a\"", "\"b\""))).await;
    stage
        .tab
        .until("performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.css'))", true)
        .await;
    stage.tab.run("window.a = byId('a'); a.remove()").await;
    stage.tab.run("window.b = byId('b'); b.remove()").await;
    two_tasks(stage).await;
    // One stays away; the other is back before the program arrives.
    stage.tab.run("document.body.append(b)").await;
    two_tasks(stage).await;
    stage.site.release_program();
    stage.ready("b", "shadow").await;
    two_tasks(stage).await;
    stage.tab.until("b.shadowRoot.querySelectorAll('.root').length", 1).await;
    stage.tab.until("b.shadowRoot.querySelectorAll('.about').length", 1).await;
    stage.tab.until("details('ready').length", 1).await;
    stage.tab.until("details('estimate').length", 1).await;
    stage.tab.until("a.shadowRoot.querySelector('.root') === null", true).await;
    stage.look_at("b").await;
    stage.tab.choose("seniority", "senior").await;
    stage.tab.answers("seniority=senior").await;
    stage.tab.run("document.body.prepend(a)").await;
    stage.ready("a", "shadow").await;
    stage.errors(&[]).await;
}

pub async fn an_element_works_inside_another_shadow_root(stage: &Stage) {
    for mode in ["open", "closed"] {
        stage.show(&format!("{EMBED}<div id=box></div>")).await;
        let make = format!(
            "window.shadow = byId('box').attachShadow({{ mode: '{mode}' }});
            shadow.innerHTML = '<form><salary-calculator id=a loading=eager name=pay></salary-calculator></form>';
            window.subject = shadow.querySelector('salary-calculator');"
        );
        stage.tab.run(&make).await;
        stage.tab.answers("seniority=mid").await;
        // Its events cross both shadow roots.
        stage.tab.until("details('ready', 'box').length", 1).await;
        stage.tab.choose("seniority", "senior").await;
        stage.tab.answers("seniority=senior").await;
        stage.tab.until("details('input', 'box').at(-1)?.input.seniority", "senior".to_owned()).await;
        stage
            .tab
            .until("new FormData(shadow.querySelector('form')).get('pay')", "seniority=senior".to_owned())
            .await;
    }
}

pub async fn attributes_take_effect_at_once(stage: &Stage) {
    stage.show(&page()).await;
    stage.ready("a", "shadow").await;
    let set = |name: &str, value: &str| format!("byId('a').setAttribute('{name}', {value:?})");
    let remove = |name: &str| format!("byId('a').removeAttribute('{name}')");
    let heading = "find('#who').tagName";
    let current_view = "new URL(find('.tabs [aria-current]').href).hash.match(/view=([a-z]+)/)?.[1]";
    for (action, expression, expected) in [
        (set("seniority", "senior"), "differs('seniority=senior&specialism=generalist')", ""),
        (set("specialism", "nlp"), "differs('seniority=senior&specialism=nlp')", ""),
        (remove("specialism"), "differs('seniority=senior&specialism=generalist')", ""),
        (set("seniority", "wizard"), "differs('seniority=mid')", ""),
        (set("seniority", ""), "find('.notice')?.textContent ?? ''", ""),
        (set("salary", "90k"), "find('#salary').value", "90,000"),
        (set("heading-level", "4"), heading, "H4"),
        (set("heading-level", "none"), heading, "P"),
        (remove("heading-level"), heading, "H2"),
        (set("compact", ""), "String(find('.more') === null)", "true"),
        (remove("compact"), "String(find('.more') === null)", "false"),
        (set("lock", "location seniority"), "String(find('[name=location], [name=seniority]'))", "null"),
        (set("lock", "location"), "find('[name=seniority]:checked').value", "mid"),
        (remove("lock"), "find('[name=location]:checked').value", "london"),
        (set("theme", "dark"), "getComputedStyle(find('.root')).colorScheme", "dark"),
        (set("theme", "light"), "getComputedStyle(find('.root')).colorScheme", "light"),
        (
            set("cta-href", "https://example.org/talk?x=1"),
            "find('[part~=cta]').href",
            "https://example.org/talk?x=1",
        ),
        (set("partner", "acme"), "find('[part~=cta]').href", "https://example.org/talk?x=1&partner=acme"),
        (set("cta-label", "Ring us"), "find('[part~=cta]').textContent", "Ring us"),
        (remove("cta-href"), "String(find('[part~=cta]'))", "null"),
        (set("view", "contract"), "differs('view=contract')", ""),
        (set("view", "contract"), current_view, "contract"),
        (remove("view"), "differs('view=permanent&seniority=mid')", ""),
        (set("render", "static"), "String(showsChildren())", "true"),
        (set("render", "shadow"), "differs('view=permanent&seniority=mid')", ""),
    ] {
        stage.tab.run(&action).await;
        let expected = expected.to_owned();
        stage.tab.until(expression, expected).await;
    }
    stage.tab.until("details('error').map(({ code }) => code)", vec!["bad-attribute".to_owned()]).await;
    stage.tab.until("byId('a').value", "salary=90000".to_owned()).await;
}
