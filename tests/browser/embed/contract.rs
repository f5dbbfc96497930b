//! What scripts set and read, what is said to them, what forms send, what attributes may hold.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::hosts::{ELEMENT, EMBED, Stage};

use super::{answered, page, two_tasks, type_salary};

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
    an_input_reads_as_links_have_it(stage).await;
}

/// However it is written, it reads as a link has it, and is sent so.
async fn an_input_reads_as_links_have_it(stage: &Stage) {
    let form = format!("{EMBED}<form id=form>{}</form>", ELEMENT.replace("id=", "name=pay id="));
    stage.show(&form).await;
    stage.ready("a", "shadow").await;
    let same = "[byId('a').value, new FormData(byId('form')).get('pay')]";
    for (set, value) in [
        ("byId('a').setAttribute('salary', '95k')", "salary=95000"),
        ("byId('a').setAttribute('salary', '£95,000')", "salary=95000"),
        ("byId('a').value = 'salary=95,000&seniority=mid'", "salary=95000"),
        ("byId('a').value = 42", ""),
        ("byId('a').value = { dayRate: '600', seniority: 'lead' }", "seniority=lead&day-rate=600"),
    ] {
        stage.tab.run(set).await;
        stage.tab.until(same, [value, value].map(str::to_owned).to_vec()).await;
    }
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
    // Nor after a visitor has only looked around.
    stage.tab.click("#day-rate").await;
    stage.tab.press(Key::Tab).await;
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
    a_form_sends_what_is_not_drawn_yet(stage).await;
}

/// What an element sends that nobody has looked at yet.
async fn a_form_sends_what_is_not_drawn_yet(stage: &Stage) {
    let form = format!(
        "{EMBED}<div style='height: 5000px'></div><form id=form>{}</form>",
        ELEMENT.replace("loading=\"eager\"", "name=pay")
    );
    stage.show(&form).await;
    let sent = "new FormData(byId('form')).get('pay')";
    stage.tab.until(sent, String::new()).await;
    stage.tab.run("byId('a').value = 'seniority=lead'").await;
    stage.tab.until(sent, "seniority=lead".to_owned()).await;
    stage.tab.run("byId('a').setAttribute('location', 'regional')").await;
    stage.tab.until(sent, "seniority=lead&location=regional".to_owned()).await;
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
    let set = attributes.map(|(name, value)| format!("made.setAttribute({name:?}, {value:?});")).concat();
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
    let reported = "heard('error').map(({ code, recoverable, message }) => code === 'bad-attribute' && recoverable && message)";
    // All but the label, which takes any words, and the partner, who is not looked at without an address.
    let count = attributes.len() - 2;
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
