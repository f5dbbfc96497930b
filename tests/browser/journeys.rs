//! What people do on the page.

use serde_json::json;
use thirtyfour::Key;

use crate::server::{Change, Server};
use crate::tab::Tab;

pub async fn a_visitor_chooses_with_the_mouse(tab: &Tab, _: &Server) {
    tab.open("").await;
    tab.headline("£77,500").await;
    tab.choose("seniority", "senior").await;
    tab.headline("£108,000").await;
    tab.click("#specialism option[value='nlp']").await;
    tab.headline("£114,500").await;
    tab.choose("location", "regional").await;
    tab.headline("£94,000").await;
    tab.reads("#who", "Senior NLP engineer outside London").await;
    tab.fragment("#seniority=senior&specialism=nlp&location=regional").await;

    tab.click(".tabs li:nth-child(2) a").await;
    tab.headline("£605").await;
    tab.mentions(".pair", "£133,100").await;
    tab.mentions(".pair", "£605 a day × 220 billable days").await;
}

pub async fn a_visitor_chooses_with_the_keyboard(tab: &Tab, _: &Server) {
    tab.open("").await;
    tab.tab_to("[name='seniority']").await;
    tab.press(Key::Right).await;
    tab.headline("£108,000").await;
    tab.tab_to("#specialism").await;
    tab.press("N").await;
    tab.headline("£114,500").await;
    tab.tab_to("#salary").await;
    tab.press("105k").await;
    tab.mentions(".verdict", "Inside the range, 8% below typical.").await;
    tab.until("find('#salary').value", "105k".to_owned()).await;
    tab.tab_to(".sources:last-of-type summary").await;
    tab.until("find('#salary').value", "105,000".to_owned()).await;
    tab.press(Key::Enter).await;
    tab.until("find('.sources:last-of-type').open", true).await;
    tab.fragment("#seniority=senior&specialism=nlp&salary=105000").await;
    // Enter in a field sends nothing anywhere.
    tab.click("#salary").await;
    tab.press(Key::Enter).await;
    tab.until("location.search", String::new()).await;
    tab.headline("£114,500").await;

    tab.open("#view=contract&seniority=senior").await;
    tab.tab_to("[type='range']").await;
    tab.press(Key::Left).await;
    tab.until("find('#days').value", "219".to_owned()).await;
    tab.mentions(".pair", "£655 a day × 219 billable days").await;
    tab.tab_to("#days").await;
    // What the tab key leads to is selected, so that typing replaces it.
    tab.press("190").await;
    tab.mentions(".pair", "£124,450").await;
    tab.until("find('[type=range]').value", "190".to_owned()).await;
}

pub async fn permanent_and_contract_are_compared(tab: &Tab, _: &Server) {
    tab.open("#seniority=senior&specialism=nlp&salary=105000").await;
    tab.mentions(".take-home", "£5,871 a month").await;
    tab.mentions(".take-home", "£553 a day inside").await;
    tab.click(".take-home a").await;
    tab.mentions(".break-even", "At 220 billable days you need £553 a day inside IR35, or £515 outside")
        .await;
    tab.fragment("#view=compare&seniority=senior&specialism=nlp&salary=105000").await;
    tab.until("document.title", "Compare both: Machine learning pay calculator".to_owned()).await;

    // What stands behind "more" changes the answer at once, and stays in sight.
    tab.click(".more summary").await;
    for key in ["pension", "employer-pension"] {
        tab.click(&format!("#{key}")).await;
        tab.run(&format!("find('#{key}').select()")).await;
        tab.press("5%").await;
    }
    tab.mentions(".break-even", "£667 a day inside IR35, or £600 outside").await;
    tab.mentions(".columns", "£78,912").await;
    tab.mentions(".columns", "£79,769").await;
    tab.mentions(".columns", "£84,199").await;
    tab.choose("tax-region", "scotland").await;
    tab.mentions(".columns .column:first-child", "Income tax£30,620").await;
    tab.choose("tax-region", "rest-of-uk").await;
    tab.click("#pension-method option[value='relief-at-source']").await;
    tab.mentions(".columns .column:first-child", "National Insurance£4,111").await;
    tab.click("#tax-year option[value='2025-26']").await;
    tab.mentions(".warning", "The tax year 2025-26 ended on 5 April 2026.").await;
    tab.mentions(".bar", "tax year 2025-26, not the current one").await;
    tab.until("find('.more').open", true).await;
    tab.click("#tax-year option[value='']").await;
    tab.until("find('.bar').textContent.includes('2026-27')", true).await;

    // More than there is: said beside the field and in the column; the other columns stay.
    tab.click("#expenses").await;
    tab.run("find('#expenses').select()").await;
    tab.press("200000").await;
    tab.mentions(
        "#expenses-problem",
        "more than a contract outside IR35 at this rate can pay: at most £148,500.",
    )
    .await;
    tab.mentions(".columns .column:last-child", "Cannot be worked out").await;
    tab.mentions(".columns .column:nth-child(2)", "£79,769").await;
}

pub async fn a_day_in_a_year_without_figures_hides_take_home_pay(tab: &Tab, server: &Server) {
    server.hold_program();
    tab.go("").await;
    tab.run(
        "const Then = Date; window.Date = class extends Then { constructor() { super(2027, 3, 6, 12); } };",
    )
    .await;
    server.release_program();
    tab.mentions(".warning", "this edition has no tax figures for 2027-28").await;
    tab.headline("£77,500").await;
    tab.until("find('.take-home') === null", true).await;
    // An old year is used where it is asked for by name, and shown as old. What asks for it is in sight already.
    tab.click("#tax-year option[value='2026-27']").await;
    tab.mentions(".warning", "The tax year 2026-27 ended on 5 April 2027.").await;
    tab.mentions(".bar", "tax year 2026-27, not the current one").await;
    tab.mentions(".take-home", "£4,626 a month").await;
    tab.fragment("#tax-year=2026-27").await;
}

pub async fn a_term_explains_itself(tab: &Tab, _: &Server) {
    tab.open("#view=compare").await;
    let open = "find(':popover-open')?.querySelector('.term-name').textContent ?? ''";
    tab.click(".column:nth-child(2) h3 button").await;
    tab.until(open, "IR35, the off-payroll rules".to_owned()).await;
    tab.press(Key::Escape).await;
    tab.until(open, String::new()).await;
    // By keyboard, and closed by its button.
    tab.run("find('.column:last-child details').open = true").await;
    tab.until("find('[popovertarget=about-marginal-relief]') !== null", true).await;
    tab.run("find('[popovertarget=about-marginal-relief]').focus()").await;
    tab.press(Key::Enter).await;
    tab.until(open, "Marginal relief".to_owned()).await;
    tab.click(":popover-open button").await;
    tab.until(open, String::new()).await;
}

pub async fn a_link_is_followed_and_gone_back_from(tab: &Tab, _: &Server) {
    tab.open("#view=contract&seniority=lead&day-rate=600&days=200").await;
    tab.headline("£790").await;
    tab.mentions(".verdict", "Below the range, 24% below typical.").await;
    tab.until("find('[name=seniority]:checked').value", "lead".to_owned()).await;
    tab.until("find('#days').value", "200".to_owned()).await;

    tab.click(".tabs li:nth-child(1) a").await;
    tab.headline("£139,000").await;
    tab.fragment("#seniority=lead&day-rate=600&days=200").await;
    tab.driver.back().await.unwrap();
    tab.headline("£790").await;
    tab.fragment("#view=contract&seniority=lead&day-rate=600&days=200").await;
    tab.driver.forward().await.unwrap();
    tab.headline("£139,000").await;

    // A link in someone else's words: the address is taken over as it stands.
    tab.run("location.hash = 'salary=%C2%A350,000&seniority=junior'").await;
    tab.headline("£52,500").await;
    tab.until("find('#salary').value", "50,000".to_owned()).await;
    tab.driver.back().await.unwrap();
    tab.headline("£139,000").await;
}

pub async fn an_estimate_is_opened_from_the_table(tab: &Tab, _: &Server) {
    tab.open("#salary=90000").await;
    tab.click(".estimates a[href='#seniority=lead&specialism=mlops&location=regional']").await;
    tab.headline("£119,500").await;
    tab.fragment("#seniority=lead&specialism=mlops&location=regional&salary=90000").await;
    tab.until("active().id", "answer".to_owned()).await;
    // The same again, from the table: it is shown again, and what is typed afterwards stays where it is typed.
    tab.click(".estimates a[href='#seniority=lead&specialism=mlops&location=regional']").await;
    tab.until("active().id", "answer".to_owned()).await;
    tab.click("#salary").await;
    tab.run("find('#salary').select()").await;
    tab.press("123456").await;
    tab.until("find('#salary').value", "123456".to_owned()).await;
    tab.until("active().id", "salary".to_owned()).await;
    tab.fragment("#seniority=lead&specialism=mlops&location=regional&salary=123456").await;
    tab.driver.back().await.unwrap();
    tab.headline("£77,500").await;
}

pub async fn a_list_shows_what_the_answer_uses(tab: &Tab, _: &Server) {
    tab.open("").await;
    tab.click("#specialism option[value='nlp']").await;
    tab.headline("£82,500").await;
    tab.fragment("#specialism=nlp").await;
    tab.click(".estimates a[href='#seniority=senior&specialism=mlops']").await;
    let listed = "find('#specialism').value";
    tab.until(listed, "mlops".to_owned()).await;
    tab.driver.back().await.unwrap();
    tab.headline("£82,500").await;
    tab.until(listed, "nlp".to_owned()).await;
}

pub async fn what_makes_no_sense_is_said_and_the_last_answer_stays(tab: &Tab, _: &Server) {
    tab.open("#seniority=senior&salary=105000").await;
    tab.mentions(".verdict", "£105,000 a year").await;
    tab.click("#salary").await;
    tab.press(Key::End).await;
    tab.press("x").await;
    tab.mentions("#salary-problem", "“105,000x” is not an amount").await;
    tab.mentions(".verdict", "£105,000 a year").await;
    tab.mentions(".verdict", "This is for the last amount that made sense.").await;
    tab.until("find('#salary').getAttribute('aria-invalid')", "true".to_owned()).await;
    tab.press(Key::Backspace).await;
    tab.until("find('#salary-problem') === null", true).await;
    tab.until("find('.verdict em') === null", true).await;
}

pub async fn a_number_is_not_cut_short_to_one_that_nobody_typed(tab: &Tab, _: &Server) {
    tab.open("#view=contract&seniority=lead").await;
    tab.click("#days").await;
    // In one go: who rests on 26 means it.
    tab.enter_at_once("#days", &["2", "26", "261"]).await;
    tab.mentions("#days-problem", "“261” is out of range. Enter 1 to 260 days. The answer uses 220.").await;
    tab.mentions(".pair", "£790 a day × 220 billable days").await;
    tab.fragment("#view=contract&seniority=lead").await;
}

pub async fn what_was_typed_is_in_the_address_once_the_field_is_left(tab: &Tab, _: &Server) {
    tab.open("#view=contract").await;
    tab.click("#day-rate").await;
    tab.press("600").await;
    tab.press(Key::Tab).await;
    tab.driver.refresh().await.unwrap();
    tab.running().await;
    tab.until("find('#day-rate').value", "600".to_owned()).await;
}

pub async fn a_program_that_does_not_come_is_owned_up_to(tab: &Tab, server: &Server) {
    server.hold_program();
    tab.go("#seniority=lead").await;
    let shown = "getComputedStyle(find('#late')).visibility";
    tab.until(shown, "visible".to_owned()).await;
    tab.mentions("#late", "one example").await;
    tab.until("getComputedStyle(find('.headline')).visibility", "visible".to_owned()).await;
    // A link that is followed meanwhile does not pass the example off as its answer.
    tab.run("document.documentElement.classList.remove('restoring')").await;
    tab.click(".tabs li:nth-child(2) a").await;
    tab.until("document.documentElement.className", "restoring".to_owned()).await;
    server.release_program();
    tab.headline("£550").await;
    tab.until("find('#late') === null", true).await;
}

pub async fn a_program_that_cannot_be_had_leaves_the_page_as_it_came(tab: &Tab, server: &Server) {
    server.change(".wasm", Change::Missing);
    tab.go("#seniority=lead").await;
    tab.until("find('#late').className", "failed".to_owned()).await;
    tab.mentions("#late", "one example").await;
    tab.headline("£77,500").await;
    tab.until("getComputedStyle(find('.headline')).visibility", "visible".to_owned()).await;
    tab.until("find('iframe') === null && find('[name=seniority]:checked').value", "mid".to_owned()).await;
    tab.until("find('.about') !== null", true).await;
}

pub async fn a_bad_link_gives_an_answer_and_says_so(tab: &Tab, _: &Server) {
    tab.open("#seniority=%3Cimg%20src=x%20onerror=alert(1)%3E&salary=-5&tax-year=1999").await;
    tab.headline("£77,500").await;
    tab.mentions(".notice", "Level: “<img src=x onerror=alert(1)>” is not known.").await;
    tab.mentions(".notice", "Tax year: “1999” is not known. Use 2025-26 or 2026-27.").await;
    tab.mentions("#salary-problem", "Enter £1 to £10,000,000.").await;
    tab.until("find('img') === null", true).await;
    tab.click(".notice button").await;
    tab.until("find('.notice') === null", true).await;
    tab.until("active().matches('.tabs [aria-current]')", true).await;
    tab.mentions("#salary-problem", "Enter £1 to £10,000,000.").await;
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

pub async fn the_page_reads_the_same_before_any_script(tab: &Tab, _: &Server) {
    tab.open("").await;
    let same = "const done = arguments[arguments.length - 1];
        fetch('/').then(page => page.text()).then(text => {
            const page = new DOMParser().parseFromString(text, 'text/html');
            const before = page.querySelector('salary-calculator template').content.querySelector('.root');
            const after = find('.root');
            // What is closed has no content once the program runs.
            for (const closed of before.querySelectorAll('.app details:not([open])')) {
                while (closed.lastElementChild.localName !== 'summary') closed.lastElementChild.remove();
            }
            const tree = root => [...root.querySelectorAll('*')].map(
                element => `${element.tagName} ${element.className.baseVal ?? element.className} ${element.id}`);
            done([before.textContent === after.textContent, tree(before).join() === tree(after).join(),
                before.textContent + page.querySelector('main').textContent]);
        });";
    let result = tab.script(same).await;
    assert_eq!((&result[0], &result[1]), (&json!(true), &json!(true)), "the words or the elements differ");
    let words = result[2].as_str().unwrap();
    for text in ["£77,500", "Every estimate", "£188,500", "Published UK band £110,000+"] {
        assert!(words.contains(text), "{text}");
    }
    // One engine measures what moves.
    let shift = "const done = arguments[arguments.length - 1];
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return done(0);
        const made = performance.now();
        const before = [];
        new PerformanceObserver(list => {
            const shifts = list.getEntries();
            before.push(...shifts.filter(({ startTime }) => startTime < made));
            // The one that is made here is seen after all others.
            if (shifts.at(-1).startTime >= made) done(before.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        document.body.prepend(Object.assign(document.createElement('p'), { innerHTML: '<br>'.repeat(9) }));";
    assert_eq!(tab.script(shift).await.as_f64(), Some(0.0), "something moved while the page started");
}

pub async fn what_was_typed_before_the_program_ran_is_kept(tab: &Tab, server: &Server) {
    server.hold_program();
    tab.go("").await;
    tab.headline("£77,500").await;
    tab.choose("seniority", "senior").await;
    tab.click("#specialism option[value='nlp']").await;
    tab.click("#salary").await;
    tab.press("105k").await;
    tab.press(Key::Left).await;
    tab.headline("£77,500").await;
    tab.run("find('.sources:last-of-type').open = true").await;
    tab.run("find('.more').open = find('.lines').open = true").await;
    tab.run("for (const plan of ['plan-2', 'postgraduate']) find(`[value='${plan}']`).click()").await;
    server.release_program();
    tab.headline("£114,500").await;
    tab.mentions(".verdict", "£105,000 a year").await;
    tab.until("find('.sources:last-of-type').open", true).await;
    tab.until("find('.more').open", true).await;
    tab.until("all('[name=student-loan]:checked').length", 2).await;
    tab.until("find('.lines').open", true).await;
    tab.mentions(".take-home", "Student loan£11,845.35").await;
    tab.until("active().id", "salary".to_owned()).await;
    tab.press("000").await;
    tab.until("find('#salary').value", "105000k".to_owned()).await;
}

pub async fn the_focus_stays_on_a_summary_while_the_program_comes(tab: &Tab, server: &Server) {
    focus_stays(tab, server, "#lines-permanent > summary").await;
}

pub async fn the_focus_stays_on_a_link_while_the_program_comes(tab: &Tab, server: &Server) {
    focus_stays(tab, server, ".tabs li:last-child a").await;
}

pub async fn the_focus_stays_on_a_radio_button_while_the_program_comes(tab: &Tab, server: &Server) {
    focus_stays(tab, server, "[name='seniority'][value='lead']").await;
}

pub async fn the_focus_stays_on_an_explained_term_while_the_program_comes(tab: &Tab, server: &Server) {
    focus_stays(tab, server, "[popovertarget='about-break-even']").await;
}

/// Once only for each visit: from then on the program is in the browser's cache, and cannot be held back.
async fn focus_stays(tab: &Tab, server: &Server, place: &str) {
    server.hold_program();
    tab.go("").await;
    tab.run(&format!("find({place:?}).focus(); find('.calculator').came = true")).await;
    server.release_program();
    tab.until("find('.calculator').came === undefined", true).await;
    tab.until(&format!("active().matches({place:?})"), true).await;
}

pub async fn the_answer_is_there_in_the_next_frame(tab: &Tab, _: &Server) {
    tab.open("").await;
    let next_frame = "const done = arguments[arguments.length - 1];
        requestAnimationFrame(() => {
            find('[name=seniority][value=lead]').click();
            requestAnimationFrame(() => done(find('.headline').textContent));
        });";
    assert_eq!(tab.script(next_frame).await, json!("£139,000"));
}

pub async fn typing_touches_only_what_it_changes(tab: &Tab, _: &Server) {
    tab.open("#view=compare").await;
    tab.click("#salary").await;
    tab.press("95000").await;
    tab.mentions(".column:first-child", "£95,000 salary").await;
    // Whatever a key press changes from here on, by the part of the calculator that it is in.
    tab.run(
        "window.touched = new Set();
        const PARTS = '.slot, .more, .column, figure, .break-even, .verdict, .hint, .pair, .warning, .dock, .bar';
        new MutationObserver(changes => changes.forEach(({ target }) => {
            const part = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target).closest(PARTS);
            touched.add(`${part?.className} ${part?.querySelector('h3, [name]')?.textContent ?? ''}`.trim());
        })).observe(find('.calculator'),
            { subtree: true, childList: true, characterData: true, attributes: true });",
    )
    .await;
    tab.press("0").await;
    tab.mentions(".column:first-child", "£950,000 salary").await;
    let touched: Vec<String> = tab.value("[...touched].sort()").await.unwrap();
    assert!(touched.contains(&"column Permanent".to_owned()), "{touched:?}");
    for part in ["slot", "more"] {
        assert!(!touched.iter().any(|touched| touched.starts_with(part)), "{part} is among {touched:?}");
    }
}

pub async fn the_answer_is_read_out_once_it_rests(tab: &Tab, _: &Server) {
    tab.open("").await;
    tab.reads("[role=status]:not(#late)", "").await;
    let said = "window.said = []; new MutationObserver(() => window.said.push(
        find('[role=status]:not(#late)').textContent)).observe(find('[role=status]:not(#late)'),
        { childList: true, characterData: true, subtree: true });";
    tab.run(said).await;
    tab.click("#salary").await;
    // In one go: who rests hears what it comes to so far.
    tab.enter_at_once("#salary", &["1", "10", "100", "1000", "10000", "100000"]).await;
    let sentence = "Mid-level machine learning engineer in London: typically £77,500 a year, \
        range £66,500 to £89,000. Above the range, 29% above typical. Take-home pay £5,713 a month.";
    tab.reads("[role=status]:not(#late)", sentence).await;
    tab.until("window.said.length", 1).await;
    // What is newly wrong is said once, with its name; then answers again.
    tab.press(Key::Tab).await;
    tab.until("find('#salary').value", "100,000".to_owned()).await;
    tab.click("#salary").await;
    tab.press(Key::End).await;
    tab.press("x").await;
    tab.reads(
        "[role=status]:not(#late)",
        "Your offer or salary: “100,000x” is not an amount. Write it like 95,000, 95000 or 95k. The answer uses £100,000.",
    )
    .await;
    tab.choose("seniority", "lead").await;
    tab.mentions(
        "[role=status]:not(#late)",
        "Lead machine learning engineer in London: typically £139,000 a year",
    )
    .await;
}

pub async fn nothing_is_stored_and_nothing_is_sent(tab: &Tab, server: &Server) {
    tab.open("").await;
    let before = server.asked().len();
    tab.choose("seniority", "senior").await;
    tab.click("#salary").await;
    tab.press("105000").await;
    tab.fragment("#seniority=senior&salary=105000").await;
    tab.click(".tabs li:nth-child(2) a").await;
    tab.headline("£655").await;
    let asked = server.asked();
    assert_eq!(asked.len(), before, "{asked:?}");
    assert!(asked.iter().all(|asked| !asked.contains('?') && !asked.contains("105000")), "{asked:?}");
    let elsewhere = "performance.getEntriesByType('resource').filter(
        entry => new URL(entry.name).origin !== location.origin).length";
    tab.until(elsewhere, 0).await;
    tab.until("localStorage.length + sessionStorage.length + document.cookie.length", 0).await;
}

pub async fn nothing_sticks_out_on_a_narrow_screen(tab: &Tab, server: &Server) {
    // The page lets no frame in, which the narrow screens are.
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
