//! The markup of the page, as the native renderer draws it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may stop

use std::rc::Rc;

use salary_calculator::data::MARKET;
use salary_calculator::domain::choice::Profile;
use salary_calculator::domain::estimate;
use salary_calculator::domain::tax_year::Date;
use salary_calculator::state::disclosure::Disclosure;
use salary_calculator::state::event::Event;
use salary_calculator::state::key::Key;
use salary_calculator::state::model::State;
use salary_calculator::state::update::update;
use salary_calculator::view::about::About;
use salary_calculator::view::calculator::{Calculator, Props};
use salary_calculator::view::copy;
use salary_calculator::view::format::{pounds, range};
use salary_calculator::view::partners::{Locks, Starts};
use salary_calculator::view::table::Estimates;
use yew::{BaseComponent, ServerRenderer};

const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

/// As the site is built: with what is in closed disclosures.
fn markup_of(state: &Rc<State>) -> String {
    markup_as_it_is(&State { drawn_closed: true, ..State::clone(state) })
}

fn markup_as_it_is(state: &State) -> String {
    let state = state.clone();
    drawn::<Calculator>(move || Props { state: Rc::new(state.clone()) })
}

fn drawn<C: BaseComponent>(props: impl Fn() -> C::Properties + Send + 'static) -> String {
    futures::executor::block_on(ServerRenderer::<C>::with_props(props).hydratable(false).render())
}

fn markup(query: &str) -> String {
    markup_on(query, TODAY)
}

fn markup_on(query: &str, today: Date) -> String {
    markup_of(&Rc::new(State::from_query(query, today)))
}

/// The part of some markup from one text to the next occurrence of another.
fn between<'a>(markup: &'a str, from: &str, to: &str) -> &'a str {
    let start = markup.find(from).unwrap_or_else(|| panic!("no {from}"));
    let rest = &markup[start..];
    &rest[..rest.find(to).unwrap_or_else(|| panic!("no {to} after {from}"))]
}

#[test]
fn the_page_has_the_answer_for_the_default_input() {
    let page = markup("");
    for text in [
        "Mid-level machine learning engineer in London",
        "£77,500",
        "typical base salary a year",
        "Typical range £66,500 to £89,000 a year",
        "Published UK band £60,000 to £80,000",
        "£77,700 ≈ £77,500",
        "to the nearest £500",
    ] {
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn what_is_closed_is_drawn_only_where_no_script_can_open_it() {
    let state = Rc::new(State::from_query("view=compare&seniority=lead", TODAY));
    let page = markup_as_it_is(&state);
    let whole = markup_of(&state);
    for text in ["Apprenticeship levy", "id=\"pension\"", "<th scope=\"row\">150</th>"] {
        assert!(whole.contains(text) && !page.contains(text), "{text}");
    }
    for page in [page, whole] {
        assert_eq!(page.matches("<details").count(), Disclosure::ALL.len());
        assert!(!page.contains(" open"), "{page}");
    }
    for &disclosure in Disclosure::ALL {
        let (opened, _) = update(&state, Event::Toggled(disclosure, true));
        let page = markup_as_it_is(&opened);
        let details = between(&page, &format!("id=\"{}\"", disclosure.slug()), "</details>");
        assert!(details.contains(" open") && !details.ends_with("</summary>"), "{details}");
        assert_eq!(page.matches(" open").count(), 1);
    }
}

#[test]
fn the_table_has_every_estimate_of_the_grid() {
    let page = drawn::<Estimates>(|| ());
    let table = between(&page, "id=\"every-estimate\"", "</table>");
    for profile in Profile::all() {
        let salary = estimate::permanent(&MARKET, profile).band;
        let rate = estimate::contract(&MARKET, profile).band;
        let level = between(
            table,
            &format!(">{}</th><td colspan=\"4\">Published", copy::seniority(profile.seniority)),
            "</tbody>",
        );
        let row =
            between(level, &format!("<th scope=\"row\">{}<", copy::specialism(profile.specialism)), "</tr>");
        for text in [pounds(salary.typical), range(&salary), pounds(rate.typical), range(&rate)] {
            assert!(row.contains(text.as_str()), "{profile:?}: {text}");
        }
    }
    assert_eq!(table.matches("<td>").count(), 2 * 40);
}

#[test]
fn open_ended_bands_are_shown_with_a_plus() {
    assert!(markup("seniority=senior").contains("Published UK band £85,000 to £110,000+"));
    assert!(markup("seniority=lead").contains("Published UK band £110,000+"));
}

#[test]
fn every_figure_is_shown_with_its_mark_and_source() {
    let page = drawn::<About>(|| ());
    let panel = between(&page, "<details class=\"sources\">", "</details>");
    let rows = panel.matches("<tr>").count() - 1;
    // Four levels of four salaries, the published day rates and four levels of three, two places of two multipliers,
    // five uplifts, three numbers of days and two costs; of the law of each year four figures of the allowance and of
    // relief, nine bands with seven ends, four on dividends, eight of National Insurance and the levy, five of
    // corporation tax, eight of loans, of which the first year has one less.
    assert_eq!(rows, 16 + 1 + 12 + 4 + 5 + 3 + 2 + 2 * (4 + 9 + 7 + 4 + 8 + 5 + 8) - 1);
    assert_eq!(panel.matches("<small class=\"mark\">").count(), rows);
    for text in [
        "Agency article, 2025",
        "Office for National Statistics",
        "Open Government Licence",
        "Machine learning engineers, without a level, £85,000: reads as a median over all levels in London",
        "£55,000 to £68,000: fits entry roles in London at well-funded employers",
        "£80,000: reads as a median over all levels in the UK",
        "they disagree",
        "The tax figures of 2026-27 were checked on 23 November 2026.",
        "An Autumn Budget took place on 28 October 2026. What it decided could not be checked here",
        "Income tax, Scotland, starter rate",
        "Income tax, Scotland, starter band, taxable pay up to",
        "£3,967",
        "Income Tax Act 2007 s.10(5A)",
        "Scottish Rate Resolution 2026-27",
        "Finance Act 2026 s.4",
        "small and uncertain",
    ] {
        assert!(panel.contains(text), "{text}");
    }
}

#[test]
fn an_offer_is_told_where_it_lies() {
    for (query, sentence) in [
        ("seniority=senior&specialism=nlp&salary=105000", "Inside the range, 8% below typical."),
        ("seniority=senior&specialism=nlp&salary=90k", "Below the range, 21% below typical."),
        ("seniority=senior&specialism=nlp&salary=150k", "Above the range, 31% above typical."),
        ("seniority=senior&specialism=nlp&salary=114500", "Inside the range, about typical."),
        ("view=contract&day-rate=600", "Inside the range, 9% above typical."),
    ] {
        assert!(markup(query).contains(sentence), "{query}");
    }
}

#[test]
fn a_contract_shows_its_year_with_the_days() {
    let page = markup("view=contract&seniority=senior&specialism=nlp&day-rate=600&days=200");
    for text in
        ["£675", "£135,000", "£675 a day × 200 billable days", "£120,000", "£600 a day × 200 billable days"]
    {
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn a_raised_low_is_explained() {
    assert!(
        markup("location=regional")
            .contains("The low end came out at £54,500 and is raised to the published £60,000")
    );
    assert!(!markup("location=london").contains("is raised to"));
}

#[test]
fn the_last_good_answer_is_marked_as_such_beside_its_message() {
    let state = Rc::new(State::from_query("salary=80000", TODAY));
    let (state, _) = update(&state, Event::EnteredText(Key::Salary, "80x".into()));
    assert!(!markup_of(&state).contains("salary-problem"), "typing is given time to come to sense");
    let (state, _) = update(&state, Event::FellQuiet);
    let page = markup_of(&state);
    assert!(
        page.contains("“80x” is not an amount. Write it like 95,000, 95000 or 95k. The answer uses £80,000.")
    );
    assert!(page.contains("aria-invalid=\"true\""));
    assert!(page.contains("aria-describedby=\"salary-problem salary-unit\""));
    assert!(page.contains("This is for the last amount that made sense."));
    assert!(page.contains("value=\"80x\""));
}

#[test]
fn what_a_link_got_wrong_is_said_and_markup_stays_text() {
    let page = markup(
        "seniority=%3Cscript%3Ealert(1)%3C/script%3E&salary=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    );
    assert!(page.contains("Level: “&lt;script&gt;alert(1)&lt;/script&gt;” is not known. Use junior, mid, senior or lead. The answer uses mid."));
    assert!(!page.contains("<script") && !page.contains("<img"));
}

#[test]
fn a_problem_out_of_sight_is_named_with_what_is_used_instead() {
    let page = markup("expenses=abc&umbrella-margin=600&day-rate=x&view=permanent");
    for sentence in [
        "Company expenses: “abc” is not an amount. Write it like 95,000, 95000 or 95k. The answer uses £2,000.",
        "Umbrella margin: “600” is out of range. Enter £0 to £500. The answer uses £25.",
        "Your offer or day rate: “x” is not an amount. Write it like 600, £600 or 612.50. This view does not use it.",
    ] {
        assert!(page.contains(sentence), "{sentence}");
    }
}

#[test]
fn the_ends_of_the_range_are_explained_too() {
    let page = markup("seniority=senior&specialism=nlp");
    assert!(page.contains("The range comes the same way from £85,000 (published) and £120,000 (modelled)."));
    assert!(page.contains("NLP and language models: small and uncertain. The evidence runs from 0% to 15% of salary; 6% is used."));
    assert!(page.contains("£114,719 ≈ £114,500"));
    let page = markup("view=contract&specialism=nlp");
    assert!(page.contains("6% is used, and half of that on a day rate."));
    assert!(page.contains("not like for like with a salary"));
}

#[test]
fn a_salary_shows_its_take_home_pay_and_every_line_of_it() {
    let page = markup("seniority=senior&specialism=nlp&salary=105000&student-loan=plan-2&pension=5");
    for text in [
        "tax year 2026-27",
        "Take-home from £105,000",
        "£5,173 a month",
        "£62,080 a year",
        "Gross pay£105,000.00",
        "£27,332.00",
        "£4,005.60",
        "£6,332.85",
        "£5,250.00",
        "Contract rate that keeps as much",
    ] {
        assert!(words(&page).contains(text), "{text}");
    }
}

#[test]
fn a_contract_shows_what_is_left_inside_and_outside() {
    let page = words(&markup("view=contract&day-rate=550&expenses=0"));
    for text in
        ["£5,854 a month", "£70,252 a year", "£6,261 a month", "£75,127 a year", "£14,918.83", "£24,683.04"]
    {
        assert!(page.contains(text), "{text}");
    }
    assert!(page.contains("Corporation tax, with marginal relief"));
    assert!(!words(&markup("view=contract&day-rate=200")).contains("with marginal relief"));
}

#[test]
fn the_comparison_says_what_is_kept_and_which_rate_keeps_as_much() {
    let query = "view=compare&seniority=senior&specialism=nlp&salary=105000&pension=5&employer-pension=5";
    let page = words(&markup(query));
    for text in [
        "At 220 billable days you need £667 a day inside IR35, or £600 outside, to keep as much as a £105,000 salary with \
         5% pension from each side.",
        "The contract outside IR35 leaves most: £5,287 a year more than the permanent job.",
        "£78,912",
        "£79,769",
        "£84,199",
        "£857 more than permanent",
        "A week without work costs£1,537 inside IR35£1,091 outside IR35£3,375 less is invoiced",
        "Of the next £1,000 of pay£539",
        "a marginal rate of 54%",
        "typical: £675 × 220 days",
        "typical £675 a day × 220, own company, no pension",
        "The contracts here pay nothing into a pension: pay in the same £10,500",
    ] {
        assert!(page.contains(text), "{text}\n{page}");
    }
    // The table behind the curve has the break-even of the visitor's own days.
    assert!(page.contains("220£667£600"), "{page}");
}

#[test]
fn the_stretch_in_which_the_allowance_shrinks_is_warned_of() {
    let warning = "£5,000 more into a pension would bring the salary back to £100,000.";
    for (salary, warned) in [("98999", false), ("105000", true), ("125140", false)] {
        for view in ["permanent", "compare"] {
            let page = markup(&format!("view={view}&salary={salary}"));
            assert_eq!(page.contains(warning), warned, "{view} {salary}");
            assert_eq!(page.contains("is taxed more than any other"), warned, "{view} {salary}");
            let page = markup(&format!("view={view}&salary=99500"));
            assert!(page.contains("The salary comes close to £100,000: a rise would lie in that stretch."));
        }
    }
}

#[test]
fn a_part_that_cannot_be_worked_out_says_so_where_it_would_stand() {
    let page = words(&markup("view=compare&day-rate=10&days=10&expenses=5000"));
    assert!(page.contains("The expenses are more than the turnover: at most £100."));
    assert!(page.contains("£5,000 is more than a contract outside IR35 at this rate can pay: at most £100."));
    assert!(page.contains("The permanent job leaves most"));
    let page = words(&markup("view=compare&salary=50000&pension=100&pension-method=net-pay"));
    assert!(page.contains("The pension contribution is more than the pay can bear: at most 94.01%."));
    assert!(!page.contains("you need"), "there is nothing to break even with");
}

#[test]
fn too_little_for_the_costs_is_no_reason_to_call_the_answer_stale() {
    let page = words(&markup("view=contract&day-rate=1&umbrella-margin=0"));
    assert!(page.contains("£1 a day against a typical £550"));
    assert!(!page.contains("This is for the last amount that made sense."));
    assert!(
        page.contains("Company expenses: £2,000 is more than a contract outside IR35 at this rate can pay")
    );
}

#[test]
fn a_loan_on_which_nothing_is_due_yet_says_so() {
    assert!(
        words(&markup("tax-year=2025-26&student-loan=plan-5"))
            .contains("Nothing is repaid on plan 5 in 2025-26.")
    );
    assert!(!words(&markup("tax-year=2026-27&student-loan=plan-5")).contains("Nothing is repaid"));
}

#[test]
fn the_same_pension_is_offered_only_where_it_would_be_taken() {
    let offered = |query: &str| words(&markup(query)).contains("pay in the same");
    assert!(offered("view=compare&pension=5"));
    assert!(!offered("view=compare&pension=5&contract-pension=1"));
    assert!(!offered("view=compare&salary=10000000&pension=100&employer-pension=100"));
}

#[test]
fn a_year_without_figures_hides_take_home_pay_and_says_why() {
    let later = Date { year: 2027, month: 4, day: 6 };
    for view in ["permanent", "contract", "compare"] {
        let page = words(&markup_on(&format!("view={view}"), later));
        assert!(page.contains("this edition has no tax figures for 2027-28"), "{view}");
        assert!(!page.contains("a month") && !page.contains("tax year 2026-27 ·"), "{view}");
    }
    let page = words(&markup_on("tax-year=2026-27", later));
    assert!(page.contains(
        "The tax year 2026-27 ended on 5 April 2027. These are its figures, not those of 2027-28."
    ));
    assert!(page.contains("tax year 2026-27, not the current one"));
    assert!(page.contains("£4,626 a month"));
}

/// What a page reads, without its markup.
fn words(page: &str) -> String {
    page.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect()
}

/// Every profile and view, with and without an offer: ids are used once, every reference leads to one,
/// every field has a name.
#[test]
fn the_markup_is_sound_whatever_is_chosen() {
    for view in ["permanent", "contract", "compare"] {
        for profile in Profile::all() {
            let Profile { seniority, specialism, location } = profile;
            for own in [
                "",
                "&salary=1&day-rate=1",
                "&salary=10000000&day-rate=20000&days=x&expenses=1000000&employer-pension=100",
            ] {
                let page = markup(&format!(
                    "view={view}&seniority={}&specialism={}&location={}{own}",
                    seniority.slug(),
                    specialism.slug(),
                    location.slug()
                ));
                sound(&page);
            }
        }
    }
}

fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    page.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn sound(page: &str) {
    let page = &(page.to_owned() + &drawn::<About>(|| ()));
    let ids = attributes(page, "id");
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id is used twice: {ids:?}");
    for tag in page.split('<').filter_map(|part| part.split('>').next()) {
        let mut names: Vec<_> = tag.split("=\"").filter_map(|part| part.rsplit(' ').next()).collect();
        names.pop();
        let before = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), before, "an attribute stands twice in <{tag}>");
    }
    for reference in ["for", "aria-labelledby", "aria-describedby", "popovertarget"] {
        for id in attributes(page, reference).into_iter().flat_map(str::split_whitespace) {
            assert!(ids.contains(&id), "{reference}={id} leads nowhere");
        }
    }
    // A negative width or a place off the scale would draw nothing.
    for geometry in ["x", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"] {
        for value in attributes(page, geometry).into_iter().filter_map(|value| value.strip_suffix('%')) {
            let percent: f64 = value.parse().unwrap();
            assert!((0.0..=100.0).contains(&percent), "{geometry}={value}%");
        }
    }
    assert!(!page.contains("style="), "a strict policy blocks style attributes");
    assert!(!page.contains("<form"), "a form would send what was typed to the server");
}

#[test]
fn partners_are_offered_every_input_and_word() {
    let (starts, locks) = (drawn::<Starts>(|| ()), drawn::<Locks>(|| ()));
    for key in Key::ALL {
        assert!(starts.contains(&format!(" name=\"{}\"", key.slug())), "{key:?}");
        assert!(locks.contains(&format!(" value=\"{}\"", key.slug())), "{key:?}");
        for word in key.words() {
            assert!(starts.contains(&format!(" value=\"{word}\"")), "{key:?}: {word}");
            assert!(!copy::word(*key, &word).is_empty());
        }
    }
    assert_eq!(copy::word(Key::Specialism, "nlp"), "NLP and language models");
}

#[test]
fn the_page_for_partners_is_sound() {
    let template = std::fs::read_to_string("src/embed/partners.html").unwrap();
    let page =
        template.replace("{{starts}}", &drawn::<Starts>(|| ())).replace("{{locks}}", &drawn::<Locks>(|| ()));
    sound(&page);
    let ids = attributes(&page, "id");
    for reference in ["aria-controls", "data-copies"] {
        for id in attributes(&page, reference) {
            assert!(ids.contains(&id), "{reference}={id} leads nowhere");
        }
    }
    // Headings go down by one level at a time.
    let levels: Vec<u32> =
        page.split("<h").filter_map(|rest| rest.get(..1).and_then(|level| level.parse().ok())).collect();
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    // Where scripts are off the two lines still stand there.
    assert!(page.contains("v1/embed.js\">&lt;/script>"));
}
