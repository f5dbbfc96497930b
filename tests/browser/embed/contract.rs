//! The element's contract: properties, events, forms and attributes.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::stage::{ELEMENT, EMBED, Stage};

use super::{answered, page, two_tasks, type_salary};

pub async fn scripts_read_and_set_the_properties(stage: &Stage) {
    stage.show(&format!("<label for=a id=label>Your pay</label>{}", page())).await;
    stage.tab.until("outcomes.a?.render", "shadow".to_owned()).await;
    let version = env!("CARGO_PKG_VERSION");
    stage.tab.until("byId('a').version", version.to_owned()).await;
    for (value, read) in [
        ("'seniority=lead&salary=£150,000'", "seniority=lead&salary=150000"),
        (
            "({ seniority: 'senior', dayRate: 600, view: 'contract', days: null })",
            "view=contract&seniority=senior&day-rate=600",
        ),
        ("new URLSearchParams({ location: 'regional', nonsense: 1 })", "location=regional"),
        ("null", ""),
        ("({ studentLoan: ['plan-2', 'postgraduate'] })", "student-loan=plan-2,postgraduate"),
        ("''", ""),
    ] {
        stage.tab.run(&format!("byId('a').value = {value}")).await;
        stage.tab.until("byId('a').value", read.to_owned()).await;
        stage.tab.until("byId('a').estimate", answered(read)).await;
        stage.tab.answers(read).await;
    }
    stage.tab.run("byId('a').value = 'seniority=lead&location=regional&salary=90000&day-rate=500'").await;
    let share = stage.fill("{{site}}/#seniority=lead&location=regional");
    stage.tab.until("byId('a').shareUrl", share).await;
    stage
        .tab
        .until("byId('a').estimate", answered("seniority=lead&location=regional&salary=90000&day-rate=500"))
        .await;
    for name in ["estimate", "shareUrl", "version"] {
        stage.tab.run(&format!("try {{ byId('a').{name} = 1 }} catch {{}}")).await;
    }
    stage.tab.until("byId('a').version", version.to_owned()).await;
    // An attribute overrides the value set before it. A reset restores the attributes.
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
    the_value_is_canonical(stage).await;
}

/// Checks that, however the value was set, it reads and is sent with a form the way links write it.
async fn the_value_is_canonical(stage: &Stage) {
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

pub async fn events_follow_the_contract(stage: &Stage) {
    let element = ELEMENT.replace("id=", "cta-href='https://example.org/talk' view=compare id=");
    stage.show(&format!("{EMBED}{element}")).await;
    stage.ready("a", "shadow").await;
    stage.tab.until("Object.keys(details('ready')[0]).sort().join()", "ms,render,version".to_owned()).await;
    stage.tab.until("Number.isInteger(details('ready')[0].ms)", true).await;
    stage.tab.until("details('ready')[0].version", env!("CARGO_PKG_VERSION").to_owned()).await;
    let latest = "details('estimate').at(-1)";
    stage.tab.run("find('.more').open = true").await;
    let years = stage.tab.options("#tax-year").await;
    let earlier = years.iter().filter(|year| !year.is_empty()).min().expect("a tax year before this one");
    for input in [
        "view=compare",
        "view=compare&seniority=senior&specialism=nlp&salary=105000&day-rate=600&pension=5&student-loan=plan-2",
        &format!("seniority=wizard&salary=1&pension=100&tax-year={earlier}"),
        "view=contract&day-rate=1&expenses=900000&umbrella-margin=500",
    ] {
        stage.tab.run(&format!("byId('a').value = {input:?}")).await;
        stage.tab.until(latest, answered(input)).await;
        stage.tab.until("byId('a').estimate", answered(input)).await;
    }
    // Changes by the host are not reported as a visitor's input.
    stage.tab.until("details('input')", Vec::<Value>::new()).await;
    // Nor is a visit to a field that changes nothing.
    stage.tab.click("#day-rate").await;
    stage.tab.press(Key::Tab).await;
    stage.tab.run("byId('a').value = 'view=compare'; events.length = 0").await;
    stage.tab.until("byId('a').value", "view=compare".to_owned()).await;
    stage.tab.choose("seniority", "lead").await;
    stage
        .tab
        .until("details('input')", vec![json!({ "input": answered("view=compare&seniority=lead")["input"] })])
        .await;
    stage.tab.until(latest, answered("view=compare&seniority=lead")).await;

    // The host may cancel these events and act itself.
    let stop = "for (const type of ['cta', 'share'])
        addEventListener(`salary:${type}`, (event) => event.preventDefault(), { once: true });";
    stage.tab.run(stop).await;
    stage.tab.click("[part~=cta]").await;
    stage.tab.until("details('cta')", vec![json!({ "href": "https://example.org/talk" })]).await;
    assert_eq!(stage.tab.driver.windows().await.unwrap().len(), 1);
    let label: String = stage.tab.value("text('[part~=share] button')").await.unwrap();
    stage.tab.click("[part~=share] button").await;
    let url = stage.fill("{{site}}/#view=compare&seniority=lead");
    stage.tab.until("details('share')", vec![json!({ "url": url })]).await;
    two_tasks(stage).await;
    stage.tab.reads("[part~=share] button", &label).await;
    stage.tab.run("byId('a').setAttribute('tax-region', 'wales')").await;
    stage.tab.until("details('error').map(({ code, recoverable, message }) => [code, recoverable, typeof message].join())", vec!["bad-attribute,true,string".to_owned()]).await;
    let flags = "[...new Set(events.map(({ type, flags }) => `${type} ${Object.keys(flags).filter((flag) => flags[flag])}`))].sort()";
    let expected = [
        "salary:cta bubbles,composed,cancelable",
        "salary:error bubbles,composed",
        "salary:estimate bubbles,composed",
        "salary:input bubbles,composed",
        "salary:share bubbles,composed,cancelable",
    ];
    stage.tab.until(flags, expected.map(str::to_owned).to_vec()).await;
    // A listener of the host may throw, and may set the input.
    stage.tab.run("addEventListener('salary:estimate', () => { throw new Error('of the page'); });
        addEventListener('salary:estimate', ({ target }) => { target.value = 'seniority=junior'; }, { once: true });").await;
    stage.tab.choose("seniority", "mid").await;
    stage.tab.until("byId('a').value", "seniority=junior".to_owned()).await;
    stage.tab.answers("seniority=junior").await;
}

pub async fn the_share_button_copies_a_link(stage: &Stage) {
    stage.show(&page()).await;
    stage.ready("a", "shadow").await;
    let button = "[part~=share] button";
    let label = stage.tab.says_other_than(button, &[]).await;
    stage.tab.click(button).await;
    // The button says that the link was copied until the answer changes.
    stage.tab.says_other_than(button, &[&label]).await;
    stage.tab.until("inside().activeElement?.closest('[part~=share]') !== null", true).await;
    stage.tab.choose("seniority", "senior").await;
    stage.tab.reads(button, &label).await;
    stage.tab.until("faults", Vec::<String>::new()).await;
}

pub async fn a_form_sends_the_input(stage: &Stage) {
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
    stage.tab.answers("seniority=lead&salary=105000").await;
    stage.tab.run("byId('set').disabled = false; byId('a').value = 'salary=12000'").await;
    stage.tab.until(sent, "salary=12000".to_owned()).await;
    stage.tab.click("#reset").await;
    stage.tab.until(sent, "seniority=senior".to_owned()).await;
    stage.tab.answers("seniority=senior").await;
    // Neither Enter in one of its fields nor its buttons submit the form.
    stage.tab.run("find('#salary').focus()").await;
    stage.tab.press(Key::Enter).await;
    stage.tab.click("[part~=share] button").await;
    stage.tab.until("details('share').length", 1).await;
    stage.tab.click("#send").await;
    stage.tab.until("location.search", "?pay=seniority%3Dsenior".to_owned()).await;
    let sent: Vec<_> = stage.partner_requests().into_iter().filter(|address| address.contains('?')).collect();
    assert_eq!(sent, [format!("{sent_to}?pay=seniority%3Dsenior")]);
    a_form_sends_the_input_before_it_is_drawn(stage).await;
}

/// Checks what an element sends when it is far below the viewport and so not drawn.
async fn a_form_sends_the_input_before_it_is_drawn(stage: &Stage) {
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

pub async fn attributes_are_only_text(stage: &Stage) {
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
    stage.tab.answers("seniority=mid").await;
    stage.tab.mentions(".notice", "<img src=x").await;
    stage
        .tab
        .until("find('[part~=cta]') === null && inside().querySelector('img, script') === null", true)
        .await;
    stage.tab.until("find('[name=location]') === null && find('#who').tagName", "H2".to_owned()).await;
    let reported = "details('error').map(({ code, recoverable, message }) => code === 'bad-attribute' && recoverable && message)";
    // All are reported except the label, which may be any text, and the partner, which counts only beside an address.
    let count = attributes.len() - 2;
    stage.tab.until(&format!("{reported}.filter(Boolean).length"), count).await;
    // With a usable address there is a button. Its label is text, and the bad partner is reported and left out.
    stage.tab.run("byId('a').setAttribute('cta-href', 'https://example.org/talk')").await;
    stage.tab.until("find('[part~=cta]')?.href", "https://example.org/talk".to_owned()).await;
    stage
        .tab
        .until("find('[part~=cta]').textContent.includes('<img') && find('[part~=cta]').children.length", 0)
        .await;
    stage.tab.until(&format!("{reported}.filter(Boolean).length"), count + 1).await;
    stage.tab.until("window.ran === undefined", true).await;
}
