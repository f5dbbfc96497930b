//! Journeys of visitors on the calculator's page.

use serde_json::json;
use thirtyfour::Key;

use crate::server::{Change, Server};
use crate::tab::{Tab, link_to};

/// The distance of the visitor's salary from typical in whole per cent, which the verdict names.
pub const FROM_TYPICAL: &str =
    "Math.round(Math.abs(answer().input.salary / answer().permanent.typical - 1) * 100)";
/// The monthly take-home pay of the permanent job.
const MONTH: &str = "Math.round(answer().takeHome.permanent.net / 12)";
/// The sentence for screen readers.
const STATUS: &str = "[role=status]:not(#late)";

pub async fn a_visitor_chooses_with_the_mouse(tab: &Tab, _: &Server) {
    tab.open("").await;
    tab.answers("seniority=mid&location=london").await;
    let (title, mid) = (tab.says_other_than("#who", &[]).await, tab.headline().await);
    tab.choose("seniority", "senior").await;
    tab.answers("seniority=senior").await;
    let title = tab.says_other_than("#who", &[&title]).await;
    assert!(tab.headline().await > mid, "a senior engineer is paid more than a mid-level one");
    tab.click("#specialism option[value='nlp']").await;
    tab.answers("seniority=senior&specialism=nlp").await;
    let (title, london) = (tab.says_other_than("#who", &[&title]).await, tab.headline().await);
    tab.choose("location", "regional").await;
    tab.answers("seniority=senior&specialism=nlp&location=regional").await;
    tab.says_other_than("#who", &[&title]).await;
    assert!(tab.headline().await < london, "London pays more");
    tab.fragment("#seniority=senior&specialism=nlp&location=regional").await;

    tab.open_view("contract").await;
    tab.answers("view=contract&seniority=senior&specialism=nlp&location=regional").await;
    for number in ["contract.annualised.typical", "contract.dayRate.typical", "contract.days"] {
        tab.shows(".pair", &format!("answer().{number}")).await;
    }
}

pub async fn a_visitor_chooses_with_the_keyboard(tab: &Tab, _: &Server) {
    tab.open("").await;
    tab.tab_to("[name='seniority']").await;
    tab.press(Key::Right).await;
    tab.answers("seniority=senior").await;
    tab.tab_to("#specialism").await;
    tab.type_ahead("#specialism", "nlp").await;
    tab.answers("seniority=senior&specialism=nlp").await;
    tab.tab_to("#salary").await;
    tab.press("105k").await;
    tab.answers("seniority=senior&specialism=nlp&salary=105000").await;
    tab.shows(".verdict", FROM_TYPICAL).await;
    tab.until("find('#salary').value", "105k".to_owned()).await;
    tab.tab_to(".sources:last-of-type summary").await;
    tab.until("find('#salary').value", "105,000".to_owned()).await;
    tab.press(Key::Enter).await;
    tab.until("find('.sources:last-of-type').open", true).await;
    tab.fragment("#seniority=senior&specialism=nlp&salary=105000").await;
    // Enter in a field submits nothing.
    tab.click("#salary").await;
    tab.press(Key::Enter).await;
    tab.until("location.search", String::new()).await;
    tab.answers("seniority=senior&specialism=nlp&salary=105000").await;

    tab.open("#view=contract&seniority=senior").await;
    let days: i64 = tab.value("answer().contract.days").await.unwrap();
    tab.tab_to("[type='range']").await;
    tab.press(Key::Left).await;
    tab.until("find('#days').value", (days - 1).to_string()).await;
    tab.answers(&format!("view=contract&days={}", days - 1)).await;
    for number in ["dayRate.typical", "days"] {
        tab.shows(".pair", &format!("answer().contract.{number}")).await;
    }
    tab.tab_to("#days").await;
    // The tab key selects the text of a field, so that typing replaces it.
    tab.press("190").await;
    tab.answers("view=contract&days=190").await;
    tab.shows(".pair", "answer().contract.annualised.typical").await;
    tab.until("find('[type=range]').value", "190".to_owned()).await;
}

/// The columns of the comparison, each with its part of `takeHome`.
const COLUMNS: [(&str, &str); 3] = [
    (".column:has(#lines-permanent)", "permanent"),
    (".column:has(#lines-inside-ir35)", "insideIr35"),
    (".column:has(#lines-outside-ir35)", "outsideIr35"),
];

/// Waits until a row of a column shows an amount of the answer in whole pounds.
async fn column_shows(tab: &Tab, (column, part): (&str, &str), row: &str, amount: &str) {
    let amount = format!("Math.round(answer().takeHome.{part}.{amount})");
    tab.shows(&format!("{column} {row}"), &amount).await;
}

/// Waits until the sentence about the break-even names its day rates and its days.
async fn break_even_is_shown(tab: &Tab) {
    for number in ["contract.days", "breakEven.insideIr35DayRate", "breakEven.outsideIr35DayRate"] {
        tab.shows(".break-even", &format!("answer().{number}")).await;
    }
}

pub async fn a_salary_is_compared_with_a_contract(tab: &Tab, _: &Server) {
    tab.open("#seniority=senior&specialism=nlp&salary=105000").await;
    tab.shows(".take-home", MONTH).await;
    tab.shows(".take-home", "answer().breakEven.insideIr35DayRate").await;
    let title: String = tab.value("document.title").await.unwrap();
    tab.click(".take-home a[href*='view=compare']").await;
    tab.answers("view=compare&seniority=senior&specialism=nlp&salary=105000").await;
    break_even_is_shown(tab).await;
    tab.fragment("#view=compare&seniority=senior&specialism=nlp&salary=105000").await;
    // The window title names the view.
    let titled =
        format!("document.title !== {title:?} && document.title.includes(text('.tabs [aria-current]'))");
    tab.until(&titled, true).await;

    // The further inputs change the answer at once, and stay open.
    let without: i64 = tab.value("answer().breakEven.insideIr35DayRate").await.unwrap();
    tab.click(".more summary").await;
    for key in ["pension", "employer-pension"] {
        tab.replace(&format!("#{key}"), "5%").await;
    }
    tab.answers("view=compare&pension=5&employer-pension=5").await;
    break_even_is_shown(tab).await;
    let with: i64 = tab.value("answer().breakEven.insideIr35DayRate").await.unwrap();
    assert!(with > without, "an employer's pension needs a higher day rate to match");
    for column in COLUMNS {
        column_shows(tab, column, ".kept", "kept").await;
    }
    let [permanent, inside, _] = COLUMNS;
    let income_tax = "answer().takeHome.permanent.incomeTax";
    let before: f64 = tab.value(income_tax).await.unwrap();
    tab.choose("tax-region", "scotland").await;
    tab.answers("view=compare&tax-region=scotland").await;
    column_shows(tab, permanent, "tr:has(.income-tax)", "incomeTax").await;
    tab.until(&format!("{income_tax} !== {before}"), true).await;
    tab.choose("tax-region", "rest-of-uk").await;
    tab.answers("view=compare&tax-region=rest-of-uk").await;
    let insurance = "answer().takeHome.permanent.nationalInsurance";
    let before: f64 = tab.value(insurance).await.unwrap();
    tab.click("#pension-method option[value='relief-at-source']").await;
    tab.answers("view=compare&pension-method=relief-at-source").await;
    column_shows(tab, permanent, "tr:has(.national-insurance)", "nationalInsurance").await;
    tab.until(&format!("{insurance} > {before}"), true).await;
    let edition: String = tab.value("text('.bar')").await.unwrap();
    let earlier = earliest_tax_year(tab).await;
    tab.click(&format!("#tax-year option[value='{earlier}']")).await;
    tab.answers(&format!("view=compare&tax-year={earlier}")).await;
    for said in [".warning", ".bar"] {
        tab.shows(said, &first_year(&earlier)).await;
    }
    tab.until("find('.more').open", true).await;
    tab.click("#tax-year option[value='']").await;
    tab.reads(".bar", &edition).await;

    // Expenses that the contract cannot pay are reported beside the field, and empty only its own column.
    let kept = format!("text('{} .kept')", inside.0);
    let before: String = tab.value(&kept).await.unwrap();
    tab.replace("#expenses", "900000").await;
    tab.reports("expenses", "900000").await;
    tab.until("answer().takeHome.outsideIr35", None::<f64>).await;
    let last = ".column:last-child .kept";
    tab.until(&format!("numbers('{last}').length === 0 && text('{last}') !== ''"), true).await;
    column_shows(tab, inside, ".kept", "kept").await;
    tab.until(&kept, before).await;
}

/// Returns the earliest tax year in the list, which is not the current one.
async fn earliest_tax_year(tab: &Tab) -> String {
    let years = tab.options("#tax-year").await.into_iter().filter(|year| !year.is_empty());
    years.min().expect("a tax year before this one")
}

/// The year in which a tax year begins, which every way of writing a tax year names.
fn first_year(tax_year: &str) -> String {
    tax_year.split('-').next().unwrap().to_owned()
}

pub async fn a_tax_year_without_figures_hides_take_home_pay(tab: &Tab, server: &Server) {
    server.hold_program();
    tab.go("").await;
    tab.run(
        "const Then = Date; window.Date = class extends Then { constructor() { super(2090, 3, 6, 12); } };",
    )
    .await;
    server.release_program();
    tab.shows(".warning", "2090").await;
    tab.answers("seniority=mid").await;
    tab.until("find('.take-home') === null && answer().takeHome === null", true).await;
    // A visitor may choose an old year, which is then shown as old. The list of years is already open.
    let years = tab.options("#tax-year").await;
    let latest = years.iter().max().unwrap();
    tab.click(&format!("#tax-year option[value='{latest}']")).await;
    tab.answers(&format!("seniority=mid&tax-year={latest}")).await;
    for said in [".warning", ".bar"] {
        tab.shows(said, &first_year(latest)).await;
    }
    tab.shows(".take-home", MONTH).await;
    tab.fragment(&format!("#tax-year={latest}")).await;
}

pub async fn a_term_opens_its_explanation(tab: &Tab, _: &Server) {
    tab.open("#view=compare").await;
    let open = "find(':popover-open')?.id ?? ''";
    let named = "text(`#${find(':popover-open').getAttribute('aria-labelledby')}`) !== ''";
    let heading = ".column:nth-child(2) .title [popovertarget]";
    let explains = |button: &str| format!("find({button:?}).getAttribute('popovertarget')");
    let explanation: String = tab.value(&explains(heading)).await.unwrap();
    tab.click(heading).await;
    tab.until(open, explanation).await;
    tab.until(named, true).await;
    tab.press(Key::Escape).await;
    tab.until(open, String::new()).await;
    // By keyboard, and closed by its button.
    let line = ".column:last-child details table [popovertarget]";
    tab.run("find('.column:last-child details').open = true").await;
    tab.until(&format!("find({line:?}) !== null"), true).await;
    let explanation: String = tab.value(&explains(line)).await.unwrap();
    tab.run(&format!("find({line:?}).focus()")).await;
    tab.press(Key::Enter).await;
    tab.until(open, explanation).await;
    tab.until(named, true).await;
    tab.click(":popover-open button").await;
    tab.until(open, String::new()).await;
}

pub async fn links_and_the_back_button_change_the_answer(tab: &Tab, _: &Server) {
    let linked = "view=contract&seniority=lead&day-rate=600&days=200";
    tab.open(&format!("#{linked}")).await;
    tab.answers(linked).await;
    let from_typical =
        "Math.round(Math.abs(answer().input.dayRate / answer().contract.dayRate.typical - 1) * 100)";
    tab.shows(".verdict", from_typical).await;
    tab.until("find('[name=seniority]:checked').value", "lead".to_owned()).await;
    tab.until("find('#days').value", "200".to_owned()).await;

    tab.open_view("permanent").await;
    tab.answers("view=permanent&seniority=lead").await;
    tab.fragment("#seniority=lead&day-rate=600&days=200").await;
    tab.driver.back().await.unwrap();
    tab.answers(linked).await;
    tab.fragment(&format!("#{linked}")).await;
    tab.driver.forward().await.unwrap();
    tab.answers("view=permanent&seniority=lead").await;

    // A link written by hand.
    tab.run("location.hash = 'salary=%C2%A350,000&seniority=junior'").await;
    tab.answers("seniority=junior&salary=50000").await;
    tab.until("find('#salary').value", "50,000".to_owned()).await;
    tab.driver.back().await.unwrap();
    tab.answers("view=permanent&seniority=lead").await;
}

pub async fn the_table_opens_an_estimate(tab: &Tab, _: &Server) {
    let link = ".estimates a[href='#seniority=lead&specialism=mlops&location=regional']";
    tab.open("#salary=90000").await;
    tab.click(link).await;
    tab.answers("seniority=lead&specialism=mlops&location=regional&salary=90000").await;
    tab.shows(link, "answer().permanent.typical").await;
    tab.fragment("#seniority=lead&specialism=mlops&location=regional&salary=90000").await;
    tab.until("active().id", "answer".to_owned()).await;
    // The same link opens the estimate again, and does not take the focus from a field afterwards.
    tab.click(link).await;
    tab.until("active().id", "answer".to_owned()).await;
    tab.replace("#salary", "123456").await;
    tab.until("find('#salary').value", "123456".to_owned()).await;
    tab.until("active().id", "salary".to_owned()).await;
    tab.fragment("#seniority=lead&specialism=mlops&location=regional&salary=123456").await;
    tab.driver.back().await.unwrap();
    tab.answers("seniority=mid&specialism=generalist&location=london").await;
}

pub async fn a_list_shows_the_value_in_use(tab: &Tab, _: &Server) {
    tab.open("").await;
    tab.click("#specialism option[value='nlp']").await;
    tab.answers("seniority=mid&specialism=nlp").await;
    tab.fragment("#specialism=nlp").await;
    tab.click(".estimates a[href='#seniority=senior&specialism=mlops']").await;
    let listed = "find('#specialism').value";
    tab.until(listed, "mlops".to_owned()).await;
    tab.driver.back().await.unwrap();
    tab.answers("seniority=mid&specialism=nlp").await;
    tab.until(listed, "nlp".to_owned()).await;
}

pub async fn a_bad_amount_is_reported_and_the_last_answer_stays(tab: &Tab, _: &Server) {
    tab.open("#seniority=senior&salary=105000").await;
    tab.shows(".verdict", FROM_TYPICAL).await;
    let verdict: String = tab.value("text('.verdict')").await.unwrap();
    tab.click("#salary").await;
    tab.press(Key::End).await;
    tab.press("x").await;
    tab.reports("salary", "105,000x").await;
    tab.answers("seniority=senior&salary=105000").await;
    // The verdict stays, and says that it is about the last valid amount.
    tab.until(&format!("text('.verdict').startsWith({verdict:?})"), true).await;
    tab.says_other_than(".verdict em", &[]).await;
    tab.press(Key::Backspace).await;
    tab.until("find('#salary-problem') === null", true).await;
    tab.until("find('.verdict em') === null", true).await;
}

pub async fn a_number_out_of_range_is_not_cut_to_one_that_fits(tab: &Tab, _: &Server) {
    tab.open("#view=contract&seniority=lead").await;
    let days: i64 = tab.value("answer().contract.days").await.unwrap();
    tab.click("#days").await;
    // Without a pause: a pause at 26 would mean 26.
    tab.enter_at_once("#days", &["2", "26", "261"]).await;
    tab.reports("days", "261").await;
    tab.answers(&format!("view=contract&seniority=lead&days={days}")).await;
    for number in ["dayRate.typical", "days"] {
        tab.shows(".pair", &format!("answer().contract.{number}")).await;
    }
    tab.fragment("#view=contract&seniority=lead").await;
}

pub async fn leaving_a_field_writes_its_amount_to_the_address(tab: &Tab, _: &Server) {
    tab.open("#view=contract").await;
    tab.click("#day-rate").await;
    tab.press("600").await;
    tab.press(Key::Tab).await;
    tab.driver.refresh().await.unwrap();
    tab.running().await;
    tab.until("find('#day-rate').value", "600".to_owned()).await;
}

/// Waits until an element is visible.
async fn visible(tab: &Tab, selector: &str) {
    tab.until(&format!("getComputedStyle(find({selector:?})).visibility"), "visible".to_owned()).await;
}

pub async fn a_late_program_is_announced(tab: &Tab, server: &Server) {
    server.hold_program();
    tab.go("#seniority=lead").await;
    visible(tab, "#late").await;
    tab.says_other_than("#late", &[]).await;
    visible(tab, "[part~=headline]").await;
    // Once a link is followed, the page hides the example, which is not the link's answer.
    tab.run("document.documentElement.classList.remove('restoring')").await;
    tab.open_view("contract").await;
    tab.until("document.documentElement.className", "restoring".to_owned()).await;
    server.release_program();
    tab.answers("view=contract&seniority=mid").await;
    tab.until("find('#late') === null", true).await;
}

pub async fn a_missing_program_leaves_the_page_as_served(tab: &Tab, server: &Server) {
    server.change(".wasm", Change::Missing);
    tab.go("#seniority=lead").await;
    let example = tab.headline().await;
    tab.until("find('#late').className", "failed".to_owned()).await;
    tab.says_other_than("#late", &[]).await;
    tab.has_headline(example).await;
    visible(tab, "[part~=headline]").await;
    tab.until("find('iframe') === null && find('[name=seniority]:checked').value", "mid".to_owned()).await;
    tab.until("find('.about') !== null", true).await;
    // The page was served with the default answer.
    server.restore();
    tab.open("?again").await;
    tab.answers("seniority=mid").await;
    tab.has_headline(example).await;
}

pub async fn a_bad_link_gives_an_answer_and_is_reported(tab: &Tab, _: &Server) {
    tab.open("#seniority=%3Cimg%20src=x%20onerror=alert(1)%3E&salary=-5&tax-year=1999").await;
    tab.answers("seniority=mid").await;
    // Markup in a link is text.
    tab.mentions(".notice", "<img src=x onerror=alert(1)>").await;
    tab.mentions(".notice", "1999").await;
    for key in ["seniority", "tax-year"] {
        let said = format!(
            "(({{ message }}) => message !== '' && text('.notice').includes(message))(
                answer().problems.find(({{ key }}) => key === '{key}'))"
        );
        tab.until(&said, true).await;
    }
    tab.reports("salary", "-5").await;
    tab.until("find('img') === null", true).await;
    tab.click(".notice button").await;
    tab.until("find('.notice') === null", true).await;
    tab.until("active().matches('.tabs [aria-current]')", true).await;
    tab.reports("salary", "-5").await;
    tab.fragment("").await;
}

pub async fn typing_does_not_flood_the_history(tab: &Tab, _: &Server) {
    tab.open("#view=contract").await;
    let length: i64 = tab.value("history.length").await.unwrap();
    let writes = "window.writes = 0; const write = history.replaceState;
        history.replaceState = function (...to) { window.writes += 1; return write.apply(this, to); };";
    tab.run(writes).await;
    let steps: Vec<_> = (120..220).rev().map(|days| days.to_string()).collect();
    tab.enter_at_once("[type='range']", &steps.iter().map(String::as_str).collect::<Vec<_>>()).await;
    tab.until("find('#days').value", "120".to_owned()).await;
    tab.fragment("#view=contract&days=120").await;
    tab.until("history.length", length).await;
    tab.until("window.writes", 1).await;
}

pub async fn the_drawn_page_equals_the_served_page(tab: &Tab, _: &Server) {
    tab.open("").await;
    let same = "const done = arguments[arguments.length - 1];
        fetch('/').then(page => page.text()).then(html => {
            const page = new DOMParser().parseFromString(html, 'text/html');
            const before = page.querySelector('salary-calculator template').content.querySelector('.root');
            const after = find('.root');
            // The program leaves closed panels empty.
            for (const closed of before.querySelectorAll('.app details:not([open])')) {
                while (closed.lastElementChild.localName !== 'summary') closed.lastElementChild.remove();
            }
            const tree = root => [...root.querySelectorAll('*')].map(
                element => `${element.tagName} ${element.className.baseVal ?? element.className} ${element.id}`);
            const estimates = page.querySelectorAll(\".estimates a[href^='#']:not([href*='discipline='])\");
            const choices = ['[name=seniority]', '#specialism option', '[name=location]'].map(
                selector => after.querySelectorAll(selector).length);
            done([before.textContent === after.textContent, tree(before).join() === tree(after).join(),
                [new Set([...estimates].map(({ href }) => href)).size, ...choices],
                [...estimates].every(({ textContent }) => /\\d/.test(textContent)),
                [...page.querySelectorAll('.estimates .level')].every(({ textContent }) => /\\d/.test(textContent))]);
        });";
    let result = tab.script(same).await;
    assert_eq!((&result[0], &result[1]), (&json!(true), &json!(true)), "the words or the elements differ");
    // The table of estimates, which needs no script, has a salary and a day rate for every choice, and every band.
    let [links, levels, specialisms, locations]: [u64; 4] =
        serde_json::from_value(result[2].clone()).unwrap();
    assert!(levels * specialisms * locations > 1, "{result}");
    assert_eq!(links, levels * specialisms * locations * 2);
    assert_eq!((&result[3], &result[4]), (&json!(true), &json!(true)), "an estimate or a band has no number");
    tab.answers("view=permanent").await;
    tab.shows("figure figcaption", "answer().permanent.published.low").await;
    // Only Chromium measures layout shifts.
    let shift = "const done = arguments[arguments.length - 1];
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return done(0);
        const made = performance.now();
        const before = [];
        new PerformanceObserver(list => {
            const shifts = list.getEntries();
            before.push(...shifts.filter(({ startTime }) => startTime < made));
            // The shift that this script causes is reported after all others.
            if (shifts.at(-1).startTime >= made) done(before.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        document.body.prepend(Object.assign(document.createElement('p'), { innerHTML: '<br>'.repeat(9) }));";
    assert_eq!(tab.script(shift).await.as_f64(), Some(0.0), "something moved while the page started");
}

pub async fn input_from_before_the_program_is_kept(tab: &Tab, server: &Server) {
    server.hold_program();
    tab.go("").await;
    let example = tab.headline().await;
    tab.choose("seniority", "senior").await;
    tab.click("#specialism option[value='nlp']").await;
    tab.click("#salary").await;
    tab.press("105k").await;
    tab.press(Key::Left).await;
    tab.has_headline(example).await;
    tab.run("find('.sources:last-of-type').open = true").await;
    tab.run("find('.more').open = find('.lines').open = true").await;
    tab.run("for (const plan of ['plan-2', 'postgraduate']) find(`[value='${plan}']`).click()").await;
    server.release_program();
    tab.answers("seniority=senior&specialism=nlp&salary=105000&student-loan=plan-2,postgraduate").await;
    assert_ne!(tab.headline().await, example);
    tab.shows(".verdict", FROM_TYPICAL).await;
    tab.until("find('.sources:last-of-type').open", true).await;
    tab.until("find('.more').open", true).await;
    tab.until("all('[name=student-loan]:checked').length", 2).await;
    tab.until("find('.lines').open", true).await;
    tab.until("answer().takeHome.permanent.studentLoan > 0", true).await;
    tab.shows(".lines table", "answer().takeHome.permanent.studentLoan").await;
    tab.until("active().id", "salary".to_owned()).await;
    tab.press("000").await;
    tab.until("find('#salary').value", "105000k".to_owned()).await;
}

pub async fn the_focus_stays_on_a_summary_when_the_program_starts(tab: &Tab, server: &Server) {
    focus_stays(tab, server, "#lines-permanent > summary").await;
}

pub async fn the_focus_stays_on_a_link_when_the_program_starts(tab: &Tab, server: &Server) {
    focus_stays(tab, server, &link_to("compare")).await;
}

pub async fn the_focus_stays_on_a_radio_button_when_the_program_starts(tab: &Tab, server: &Server) {
    focus_stays(tab, server, "[name='seniority'][value='lead']").await;
}

pub async fn the_focus_stays_on_a_term_when_the_program_starts(tab: &Tab, server: &Server) {
    focus_stays(tab, server, "[popovertarget='about-break-even']").await;
}

/// Focuses an element before the program starts. Done once for each visit, because a cached program cannot be delayed.
async fn focus_stays(tab: &Tab, server: &Server, selector: &str) {
    server.hold_program();
    tab.go("").await;
    tab.run(&format!("find({selector:?}).focus(); find('.calculator').served = true")).await;
    server.release_program();
    tab.until("find('.calculator').served === undefined", true).await;
    tab.until(&format!("active().matches({selector:?})"), true).await;
}

pub async fn the_answer_is_drawn_in_the_next_frame(tab: &Tab, _: &Server) {
    tab.open("").await;
    let next_frame = "const done = arguments[arguments.length - 1];
        const before = numbers('[part~=headline]')[0];
        requestAnimationFrame(() => {
            find('[name=seniority][value=lead]').click();
            requestAnimationFrame(() => done([differs('seniority=lead'), numbers('[part~=headline]')[0] > before]));
        });";
    assert_eq!(tab.script(next_frame).await, json!(["", true]));
}

pub async fn typing_redraws_only_what_it_changes(tab: &Tab, _: &Server) {
    tab.open("#view=compare").await;
    tab.click("#salary").await;
    tab.press("95000").await;
    tab.answers("view=compare&salary=95000").await;
    column_shows(tab, COLUMNS[0], ".kept", "kept").await;
    // Records the part of the calculator in which each later change is made: its classes, and its index among its
    // siblings.
    tab.run(
        "window.touched = new Set();
        const PARTS = '.slot, .more, .column, figure, .break-even, .verdict, .hint, .pair, .warning, .dock, .bar';
        new MutationObserver(changes => changes.forEach(({ target }) => {
            const part = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target).closest(PARTS);
            touched.add(part ? `${part.className} ${[...part.parentElement.children].indexOf(part)}` : '');
        })).observe(find('.calculator'),
            { subtree: true, childList: true, characterData: true, attributes: true });",
    )
    .await;
    tab.press("0").await;
    tab.answers("view=compare&salary=950000").await;
    column_shows(tab, COLUMNS[0], ".kept", "kept").await;
    let touched: Vec<String> = tab.value("[...touched].sort()").await.unwrap();
    assert!(touched.contains(&"column 0".to_owned()), "{touched:?}");
    for part in ["slot", "more"] {
        assert!(!touched.iter().any(|touched| touched.starts_with(part)), "{part} is among {touched:?}");
    }
}

pub async fn the_answer_is_announced_once_typing_pauses(tab: &Tab, _: &Server) {
    tab.open("").await;
    tab.reads(STATUS, "").await;
    tab.run(&format!(
        "window.announced = [];
        new MutationObserver(() => announced.push(text('{STATUS}'))).observe(find('{STATUS}'),
            {{ childList: true, characterData: true, subtree: true }});"
    ))
    .await;
    tab.click("#salary").await;
    // Without a pause, which would announce the answer to the amount so far.
    tab.enter_at_once("#salary", &["1", "10", "100", "1000", "10000", "100000"]).await;
    tab.answers("salary=100000").await;
    tab.shows(STATUS, "answer().permanent.typical").await;
    // The sentence names at least one number that follows from the last amount.
    let own = format!(
        "[answer().input.salary, {FROM_TYPICAL}, {MONTH}].some(own => numbers('{STATUS}').includes(own))"
    );
    tab.until(&own, true).await;
    tab.until("announced.length", 1).await;
    // A new problem is announced once; then answers are announced again.
    tab.press(Key::Tab).await;
    tab.until("find('#salary').value", "100,000".to_owned()).await;
    tab.click("#salary").await;
    tab.press(Key::End).await;
    tab.press("x").await;
    tab.reports("salary", "100,000x").await;
    let problem: String = tab.value("answer().problems[0].message").await.unwrap();
    tab.mentions(STATUS, &problem).await;
    tab.choose("seniority", "lead").await;
    tab.answers("seniority=lead&salary=100000").await;
    tab.shows(STATUS, "answer().permanent.typical").await;
    tab.until(&format!("text('{STATUS}').includes({problem:?})"), false).await;
}

pub async fn nothing_is_stored_and_nothing_is_sent(tab: &Tab, server: &Server) {
    tab.open("").await;
    let before = server.requests().len();
    tab.choose("seniority", "senior").await;
    tab.click("#salary").await;
    tab.press("105000").await;
    tab.fragment("#seniority=senior&salary=105000").await;
    tab.open_view("contract").await;
    tab.answers("view=contract&seniority=senior&salary=105000").await;
    let requests = server.requests();
    assert_eq!(requests.len(), before, "{requests:?}");
    assert!(
        requests.iter().all(|address| !address.contains('?') && !address.contains("105000")),
        "{requests:?}"
    );
    let elsewhere = "performance.getEntriesByType('resource').filter(
        entry => new URL(entry.name).origin !== location.origin).length";
    tab.until(elsewhere, 0).await;
    tab.until("localStorage.length + sessionStorage.length + document.cookie.length", 0).await;
}

pub async fn everything_fits_a_narrow_screen(tab: &Tab, server: &Server) {
    // The narrow screens are frames, which the page's policy does not allow.
    server.change("/", Change::Without("content-security-policy"));
    tab.open("").await;
    for fragment in [
        "seniority=lead&specialism=nlp&salary=10000000",
        "view=contract&seniority=junior&day-rate=20000&location=regional",
        "seniority=junior&location=regional&salary=1",
        "tax-year=99999999999999999999999999999999999999999999999999999999999",
        "view=compare&salary=10000000&day-rate=20000&days=260&pension=100&student-loan=plan-2,postgraduate",
        "view=compare&salary=1&day-rate=1&days=150",
        "view=contract&day-rate=20000&days=260&pension=5",
    ] {
        let width = format!(
            "const done = arguments[arguments.length - 1];
            const frame = document.createElement('iframe');
            frame.width = 320; frame.height = 640; frame.src = '/#{fragment}';
            document.body.append(frame);
            (function look() {{
                const page = frame.contentDocument;
                const calculator = page.querySelector('salary-calculator');
                const panels = [...calculator?.shadowRoot.querySelectorAll('details') ?? []];
                if (calculator?.estimate) for (const panel of panels) panel.open = true;
                if (!calculator?.estimate || panels.some(({{ children }}) => children.length < 2)) {{
                    return setTimeout(look, 20);
                }}
                const texts = [...calculator.shadowRoot.querySelectorAll('.range text, .curve text')];
                const labels = texts.map(text => text.getBoundingClientRect());
                const meet = labels.some((a, i) => labels.some((b, j) => i < j &&
                    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom));
                const small = texts.some(
                    text => parseFloat(frame.contentWindow.getComputedStyle(text).fontSize) < 13);
                done([page.scrollingElement.scrollWidth - page.scrollingElement.clientWidth, meet, small,
                    labels.length > 0 && labels.every(label => label.left >= 0 && label.right <= 320)]);
            }})();"
        );
        assert_eq!(tab.script(&width).await, json!([0, false, false, true]), "{fragment}");
    }
}
