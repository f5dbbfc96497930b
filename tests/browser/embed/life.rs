//! What a page does with its elements, and what they say.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::hosts::{ELEMENT, EMBED, Stage};
use crate::server::Change;

use super::answered;

fn page() -> String {
    format!("{EMBED}{ELEMENT}")
}

/// Types an amount into a field and leaves it, as a visitor does.
async fn type_salary(stage: &Stage, text: &str) {
    stage.tab.run("find('#salary').focus(); find('#salary').select()").await;
    stage.tab.press(text).await;
    stage.tab.press(Key::Tab).await;
}

async fn salary_is(stage: &Stage, text: &str) {
    stage.tab.until("find('#salary')?.value ?? ''", text.to_owned()).await;
}

pub async fn several_copies_of_the_script_make_one_calculator(stage: &Stage) {
    // An older version, which its partner has never changed: it says so, and is otherwise what it is now.
    let older = stage.fill(&String::from_utf8(std::fs::read("dist/v1/embed.js").unwrap()).unwrap());
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
        let before = stage.site.times_asked(".wasm");
        stage.show(&format!("{scripts}{ELEMENT}{}", ELEMENT.replace("\"a\"", "\"b\""))).await;
        for id in ["a", "b"] {
            stage.ready(id, "shadow").await;
            stage.tab.until(&format!("byId({id:?}).version"), version.to_owned()).await;
            stage.look_at(&format!("byId({id:?})")).await;
            stage.tab.choose("seniority", "senior").await;
            stage.tab.headline("£108,000").await;
        }
        stage.tab.until("heard('ready').length", 2).await;
        stage.tab.until("faults", Vec::<String>::new()).await;
        assert!(stage.site.times_asked(".wasm") <= before + 1, "one download for all");
    }
}

pub async fn fifty_elements_share_one_program(stage: &Stage) {
    let elements: String = (0..50).map(|number| ELEMENT.replace("\"a\"", &format!("e{number}"))).collect();
    stage.show(&format!("{EMBED}{elements}")).await;
    stage.tab.until("new Set(heard('ready').map(({ render }) => render)).size", 1).await;
    stage.tab.until("heard('ready').length", 50).await;
    assert_eq!(stage.site.times_asked(".wasm"), 1);
    assert_eq!(stage.site.times_asked("/assets/"), 4, "program, loader, styles and explanations");
    let ms: i64 = stage.tab.value("Math.max(...heard('ready').map(({ ms }) => ms))").await.unwrap();
    println!("50 elements were drawn {ms} ms after they began to load");
    stage.tab.run("for (let i = 0; i < 50; i += 1) byId(`e${i}`).setAttribute('seniority', 'lead')").await;
    let all = "[...document.querySelectorAll('salary-calculator')].every(
        ({ shadowRoot }) => shadowRoot.querySelector('.headline').textContent === '£139,000')";
    stage.tab.until(all, true).await;
    stage.look_at("byId('e49')").await;
    stage.tab.choose("seniority", "junior").await;
    stage.tab.headline("£52,500").await;
    stage.look_at("byId('e48')").await;
    stage.tab.headline("£139,000").await;
}

pub async fn an_element_is_made_by_a_script_moved_and_put_back(stage: &Stage) {
    // Before the script has come: what was set waits.
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
    stage.tab.headline("£139,000").await;
    // After it.
    stage.tab.run(&make("b")).await;
    stage.look_at("byId('b')").await;
    stage.tab.headline("£108,000").await;

    // Moved: it is the same, with what was typed and not yet made sense of, and is not drawn anew.
    stage.tab.run("find('#salary').focus()").await;
    stage.tab.press("105kk").await;
    stage.tab.run("find('.split').mark = 1; byId('right').append(byId('b'))").await;
    stage.tab.run("byId('right').prepend(byId('b')); byId('left').before(byId('b'))").await;
    two_tasks(stage).await;
    salary_is(stage, "105kk").await;
    stage.tab.until("find('.split').mark", 1).await;
    type_salary(stage, "99k").await;
    salary_is(stage, "99,000").await;
    stage.tab.until("heard('ready', 'b').length", 1).await;

    // Taken away, put back: what was entered is still there.
    stage.tab.run("window.kept = byId('b'); kept.remove()").await;
    two_tasks(stage).await;
    stage.tab.until("kept.shadowRoot.querySelector('.root') === null", true).await;
    stage.tab.until("kept.value", "seniority=senior&salary=99000".to_owned()).await;
    stage.tab.run("kept.setAttribute('location', 'regional'); byId('left').append(kept)").await;
    stage.tab.until("find('#salary')?.value", "99,000".to_owned()).await;
    stage.tab.until("byId('b').value", "seniority=senior&location=regional&salary=99000".to_owned()).await;
    stage.tab.until("find('slot') === null && inside().querySelectorAll('.root').length", 1).await;
}

pub async fn an_element_is_taken_away_while_it_loads(stage: &Stage) {
    stage.site.hold_program();
    stage.show(&format!("{}{}", page(), ELEMENT.replace("\"a\"", "\"b\""))).await;
    stage
        .tab
        .until("performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.css'))", true)
        .await;
    stage.tab.run("window.a = byId('a'); a.remove()").await;
    stage.tab.run("window.b = byId('b'); b.remove()").await;
    two_tasks(stage).await;
    // One stays away, the other is back before it has come.
    stage.tab.run("document.body.append(b)").await;
    two_tasks(stage).await;
    stage.site.release_program();
    stage.ready("b", "shadow").await;
    two_tasks(stage).await;
    stage.tab.until("b.shadowRoot.querySelectorAll('.root').length", 1).await;
    stage.tab.until("b.shadowRoot.querySelectorAll('.about').length", 1).await;
    stage.tab.until("heard('ready').length", 1).await;
    stage.tab.until("heard('estimate').length", 1).await;
    stage.tab.until("a.shadowRoot.querySelector('.root') === null", true).await;
    stage.look_at("b").await;
    stage.tab.choose("seniority", "senior").await;
    stage.tab.headline("£108,000").await;
    stage.tab.run("document.body.prepend(a)").await;
    stage.ready("a", "shadow").await;
    stage.errors(&[]).await;
}

pub async fn it_lives_in_the_shadow_of_another_element(stage: &Stage) {
    for mode in ["open", "closed"] {
        stage.show(&format!("{EMBED}<div id=box></div>")).await;
        let make = format!(
            "window.shadow = byId('box').attachShadow({{ mode: '{mode}' }});
            shadow.innerHTML = '<form><salary-calculator id=a loading=eager name=pay></salary-calculator></form>';
            window.subject = shadow.querySelector('salary-calculator');"
        );
        stage.tab.run(&make).await;
        stage.tab.headline("£77,500").await;
        // What it says comes out of both.
        stage.tab.until("heard('ready', 'box').length", 1).await;
        stage.tab.click("label:has([name='seniority'][value='senior'])").await;
        stage.tab.headline("£108,000").await;
        stage.tab.until("heard('input', 'box').at(-1)?.input.seniority", "senior".to_owned()).await;
        stage
            .tab
            .until("new FormData(shadow.querySelector('form')).get('pay')", "seniority=senior".to_owned())
            .await;
    }
}

pub async fn what_the_page_sets_is_taken_over_at_once(stage: &Stage) {
    stage.show(&page()).await;
    stage.ready("a", "shadow").await;
    let set = |name: &str, value: &str| format!("byId('a').setAttribute('{name}', {value:?})");
    let remove = |name: &str| format!("byId('a').removeAttribute('{name}')");
    let heading = "find('#who').tagName";
    for (action, expression, expected) in [
        (set("seniority", "senior"), "find('.headline').textContent", "£108,000"),
        (set("specialism", "nlp"), "find('.headline').textContent", "£114,500"),
        (remove("specialism"), "find('.headline').textContent", "£108,000"),
        (set("seniority", "wizard"), "find('.headline').textContent", "£77,500"),
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
        (set("view", "contract"), "find('.tabs [aria-current]').textContent", "Contract"),
        (remove("view"), "find('.headline').textContent", "£77,500"),
        (set("render", "static"), "String(showsChildren())", "true"),
        (set("render", "shadow"), "find('.headline')?.textContent", "£77,500"),
    ] {
        stage.tab.run(&action).await;
        let expected = expected.to_owned();
        stage.tab.until(expression, expected).await;
    }
    stage.tab.until("heard('error').map(({ code }) => code)", vec!["bad-attribute".to_owned()]).await;
    stage.tab.until("byId('a').value", "salary=90000".to_owned()).await;
}

pub async fn scripts_read_and_set_it(stage: &Stage) {
    stage.show(&format!("<label for=a id=label>Your pay</label>{}", page())).await;
    stage.tab.until("outcomes.a?.render", "shadow".to_owned()).await;
    let version = env!("CARGO_PKG_VERSION");
    stage.tab.until("byId('a').version", version.to_owned()).await;
    for (value, number, read) in [
        ("'seniority=lead&salary=£150,000'", "£139,000", "seniority=lead&salary=150000"),
        (
            "({ seniority: 'senior', dayRate: 600, view: 'contract', days: null })",
            "£655",
            "view=contract&seniority=senior&day-rate=600",
        ),
        ("new URLSearchParams({ location: 'regional', nonsense: 1 })", "£63,500", "location=regional"),
        ("null", "£77,500", ""),
        ("({ studentLoan: ['plan-2', 'postgraduate'] })", "£77,500", "student-loan=plan-2,postgraduate"),
        ("''", "£77,500", ""),
    ] {
        stage.tab.run(&format!("byId('a').value = {value}")).await;
        stage.tab.headline(number).await;
        stage.tab.until("byId('a').value", read.to_owned()).await;
    }
    stage.tab.run("byId('a').value = 'seniority=lead&location=regional&salary=90000&day-rate=500'").await;
    let share = stage.fill("{{site}}/#seniority=lead&location=regional");
    stage.tab.until("byId('a').shareUrl", share).await;
    stage.tab.until("byId('a').estimate.permanent.typical", 114_000).await;
    for name in ["estimate", "shareUrl", "version"] {
        stage.tab.run(&format!("try {{ byId('a').{name} = 1 }} catch {{}}")).await;
    }
    stage.tab.until("byId('a').version", version.to_owned()).await;
    // Back to what the attributes say; an attribute counts over what was set before it.
    stage.tab.run("byId('a').setAttribute('seniority', 'senior')").await;
    stage.tab.until("byId('a').estimate.input.seniority", "senior".to_owned()).await;
    stage.tab.until("byId('a').estimate.input.salary", 90_000).await;
    stage.tab.run("byId('a').reset()").await;
    stage.tab.until("byId('a').value", "seniority=senior".to_owned()).await;
    stage.tab.until("find('#salary').value", String::new()).await;
    stage.tab.run("byId('a').focus()").await;
    stage.tab.until("document.activeElement.id === 'a' && active().closest('.root') !== null", true).await;
    stage.tab.run("document.activeElement.blur(); scrollTo(0, 0)").await;
    stage.tab.click("#label").await;
    stage.tab.until("document.activeElement.id === 'a' && active().closest('.root') !== null", true).await;
}

pub async fn its_events_are_what_the_contract_says(stage: &Stage) {
    let element = ELEMENT.replace("id=", "cta-href='https://example.org/talk' view=compare id=");
    stage.show(&format!("{EMBED}{element}")).await;
    stage.ready("a", "shadow").await;
    stage.tab.until("Object.keys(heard('ready')[0]).sort().join()", "ms,render,version".to_owned()).await;
    stage.tab.until("Number.isInteger(heard('ready')[0].ms)", true).await;
    stage.tab.until("heard('ready')[0].version", env!("CARGO_PKG_VERSION").to_owned()).await;
    let latest = "heard('estimate').at(-1)";
    for input in [
        "view=compare",
        "view=compare&seniority=senior&specialism=nlp&salary=105000&day-rate=600&pension=5&student-loan=plan-2",
        "seniority=wizard&salary=1&pension=100&tax-year=2025-26",
        "view=contract&day-rate=1&expenses=900000&umbrella-margin=500",
    ] {
        stage.tab.run(&format!("byId('a').value = {input:?}")).await;
        stage.tab.until(latest, answered(input)).await;
        stage.tab.until("byId('a').estimate", answered(input)).await;
    }
    // Of what the page itself sets, no input is told.
    stage.tab.until("heard('input')", Vec::<Value>::new()).await;
    stage.tab.run("byId('a').value = 'view=compare'; said.length = 0").await;
    stage.tab.until("byId('a').value", "view=compare".to_owned()).await;
    stage.tab.choose("seniority", "lead").await;
    stage
        .tab
        .until("heard('input')", vec![json!({ "input": answered("view=compare&seniority=lead")["input"] })])
        .await;
    stage.tab.until(latest, answered("view=compare&seniority=lead")).await;

    // The page may take these over.
    let stop = "for (const type of ['cta', 'share'])
        addEventListener(`salary:${type}`, (event) => event.preventDefault(), { once: true });";
    stage.tab.run(stop).await;
    stage.tab.click("[part~=cta]").await;
    stage.tab.until("heard('cta')", vec![json!({ "href": "https://example.org/talk" })]).await;
    assert_eq!(stage.tab.driver.windows().await.unwrap().len(), 1);
    stage.tab.click("[part~=share] button").await;
    let url = stage.fill("{{site}}/#view=compare&seniority=lead");
    stage.tab.until("heard('share')", vec![json!({ "url": url })]).await;
    two_tasks(stage).await;
    stage.tab.until("find('[part~=share]').textContent.includes('Link copied')", false).await;
    stage.tab.run("byId('a').setAttribute('tax-region', 'wales')").await;
    stage.tab.until("heard('error').map(({ code, recoverable, message }) => [code, recoverable, typeof message].join())", vec!["bad-attribute,true,string".to_owned()]).await;
    let flags = "[...new Set(said.map(({ type, flags }) => `${type} ${Object.keys(flags).filter((flag) => flags[flag])}`))].sort()";
    let expected = [
        "salary:cta bubbles,composed,cancelable",
        "salary:error bubbles,composed",
        "salary:estimate bubbles,composed",
        "salary:input bubbles,composed",
        "salary:share bubbles,composed,cancelable",
    ];
    stage.tab.until(flags, expected.map(str::to_owned).to_vec()).await;
    // What a page does in answer is not held against it.
    stage.tab.run("addEventListener('salary:estimate', () => { throw new Error('of the page'); });
        addEventListener('salary:estimate', ({ target }) => { target.value = 'seniority=junior'; }, { once: true });").await;
    stage.tab.choose("seniority", "mid").await;
    stage.tab.until("byId('a').value", "seniority=junior".to_owned()).await;
    stage.tab.headline("£52,500").await;
}

pub async fn the_link_to_an_answer_is_copied(stage: &Stage) {
    stage.show(&page()).await;
    stage.ready("a", "shadow").await;
    stage.tab.mentions("[part=share]", "Copy").await;
    stage.tab.click("[part=share] button").await;
    stage.tab.mentions("[part=share]", "Link copied").await;
    stage.tab.until("inside().activeElement?.closest('[part=share]') !== null", true).await;
    stage.tab.choose("seniority", "senior").await;
    stage.tab.until("find('[part=share]').textContent.includes('Link copied')", false).await;
    stage.tab.until("faults", Vec::<String>::new()).await;
}

pub async fn a_form_around_it_sends_its_input(stage: &Stage) {
    let sent_to = stage.put("", "<!doctype html><html><body>Sent</body></html>");
    let form = format!(
        "{EMBED}<form id=form action='{sent_to}'><fieldset id=set>{}</fieldset><button id=send>Send</button>\
         <button id=reset type=reset>Reset</button></form>",
        ELEMENT.replace("id=", "name=pay seniority=senior id=")
    );
    stage.show(&form).await;
    stage.ready("a", "shadow").await;
    let sent = "new FormData(byId('form')).get('pay')";
    stage.tab.until(sent, "seniority=senior".to_owned()).await;
    type_salary(stage, "105000").await;
    stage.tab.until(sent, "seniority=senior&salary=105000".to_owned()).await;
    stage.tab.run("byId('set').disabled = true").await;
    stage.tab.until(&format!("{sent} ?? 'nothing'"), "nothing".to_owned()).await;
    stage.tab.choose("seniority", "lead").await;
    stage.tab.headline("£139,000").await;
    stage.tab.run("byId('set').disabled = false; byId('a').value = 'salary=1'").await;
    stage.tab.until(sent, "salary=1".to_owned()).await;
    stage.tab.click("#reset").await;
    stage.tab.until(sent, "seniority=senior".to_owned()).await;
    stage.tab.headline("£108,000").await;
    // Enter in one of its fields, or its buttons, do not send the form.
    stage.tab.run("find('#salary').focus()").await;
    stage.tab.press(Key::Enter).await;
    stage.tab.click("[part~=share] button").await;
    stage.tab.until("heard('share').length", 1).await;
    stage.tab.click("#send").await;
    stage.tab.until("location.search", "?pay=seniority%3Dsenior".to_owned()).await;
    let sent: Vec<_> = stage.asked_of_host().into_iter().filter(|asked| asked.contains('?')).collect();
    assert_eq!(sent, [format!("{sent_to}?pay=seniority%3Dsenior")]);
}

pub async fn what_is_in_attributes_is_only_text(stage: &Stage) {
    let evil = r#""><img src=x onerror="window.ran = true"><script>window.ran = true</script>"#;
    let attributes = [
        ("seniority", evil),
        ("salary", evil),
        ("cta-label", evil),
        ("cta-href", "javascript:window.ran=true"),
        ("partner", "a b&c=<d>"),
        ("lock", "location constructor <b>"),
        ("heading-level", "9"),
        ("theme", "url(x)"),
        ("tax-year", "__proto__"),
    ];
    stage.show(EMBED).await;
    let set: String =
        attributes.iter().map(|(name, value)| format!("made.setAttribute({name:?}, {value:?});")).collect();
    let make = format!(
        "const made = Object.assign(document.createElement('salary-calculator'), {{ id: 'a' }}); {set}
        document.body.append(made)"
    );
    stage.tab.run(&make).await;
    stage.ready("a", "shadow").await;
    stage.tab.headline("£77,500").await;
    stage.tab.mentions(".notice", "<img src=x").await;
    stage
        .tab
        .until("find('[part~=cta]') === null && inside().querySelector('img, script') === null", true)
        .await;
    stage.tab.until("find('[name=location]') === null && find('#who').tagName", "H2".to_owned()).await;
    let bad = |but: &[&str]| {
        let mut names: Vec<_> = attributes.iter().map(|(name, _)| (*name).to_owned()).collect();
        names.retain(|name| !but.contains(&name.as_str()));
        names.sort();
        names
    };
    let reported = "heard('error').map(({ code, recoverable, message }) => code === 'bad-attribute' && recoverable && message)";
    let count = bad(&["cta-label", "partner"]).len();
    stage.tab.until(&format!("{reported}.filter(Boolean).length"), count).await;
    // With an address that may be used there is a button; its words are words, and the partner is left out.
    stage.tab.run("byId('a').setAttribute('cta-href', 'https://example.org/talk')").await;
    stage.tab.until("find('[part~=cta]')?.href", "https://example.org/talk".to_owned()).await;
    stage
        .tab
        .until("find('[part~=cta]').textContent.includes('<img') && find('[part~=cta]').children.length", 0)
        .await;
    stage.tab.until(&format!("{reported}.filter(Boolean).length"), count + 1).await;
    stage.tab.until("window.ran === undefined", true).await;
}

/// What the element puts off until a task later has happened.
async fn two_tasks(stage: &Stage) {
    stage.tab.script("const done = arguments[0]; setTimeout(() => setTimeout(done))").await;
}
