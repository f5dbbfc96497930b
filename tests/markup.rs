//! The markup of the pages, as the native renderer draws it: their wording, and whether the markup is sound.
//!
//! No other test asserts wording. Decisions, such as which offer leaves the most, are tested without markup in
//! `src/state/part`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

mod common;
#[path = "common/sound.rs"]
mod sound;

use std::rc::Rc;

use common::{TODAY, figures, figures_until_today, listing};
use salary_calculator::domain::estimate;
use salary_calculator::domain::figures::Figures;
use salary_calculator::domain::listing::{Listed, Source};
use salary_calculator::domain::market::Discipline;
use salary_calculator::domain::tax::rules::TaxRules;
use salary_calculator::domain::tax_year::{Date, TaxYear};
use salary_calculator::state::disclosure::Disclosure;
use salary_calculator::state::event::Event;
use salary_calculator::state::input::{Key, View};
use salary_calculator::state::model::State;
use salary_calculator::state::part::statement::Share;
use salary_calculator::state::scenario::Scenario;
use salary_calculator::state::update::update;
use salary_calculator::view::about::about;
use salary_calculator::view::copy;
use salary_calculator::view::format::{pounds, range};
use salary_calculator::view::native;
use salary_calculator::view::partners::{locks, starts};
use salary_calculator::view::table::estimates;
use sound::assert_sound;

/// The frozen figures with only the first discipline.
fn one_discipline() -> &'static Figures {
    let disciplines = figures().disciplines.get(..1).unwrap();
    Box::leak(Box::new(Figures { disciplines, ..*figures() }))
}

/// The frozen figures with a third tax year.
fn three_tax_years() -> &'static Figures {
    let [.., newest] = figures_until_today().tax_years else { panic!("there is no tax year") };
    let next = TaxRules { year: TaxYear::starting(2027), slug: "2027-28", ..*newest };
    let tax_years: Vec<_> = figures_until_today().tax_years.iter().copied().chain([next]).collect();
    Box::leak(Box::new(Figures { tax_years: tax_years.leak(), ..*figures() }))
}

/// The markup of the calculator as the site has it, including the content of closed disclosures.
fn markup_of(state: &State) -> String {
    native::calculator(&State { drawn_closed: true, ..state.clone() })
}

fn markup(query: &str) -> String {
    markup_on(query, TODAY)
}

fn markup_on(query: &str, today: Date) -> String {
    markup_of(&State::from_query(query, figures_until_today(), today))
}

/// The sources and explanations.
fn drawn_about() -> String {
    native::markup(|| about(&figures().agency, listing()))
}

/// The part of some markup from one text to the next occurrence of another.
fn between<'a>(markup: &'a str, from: &str, to: &str) -> &'a str {
    let start = markup.find(from).unwrap_or_else(|| panic!("no {from}"));
    let rest = &markup[start..];
    &rest[..rest.find(to).unwrap_or_else(|| panic!("no {to} after {from}"))]
}

/// The text of a page, without its markup.
fn words(page: &str) -> String {
    let words = |part: &str| part.split_once('>').map_or(part.to_owned(), |(_, words)| words.to_owned());
    let text: String = page.split('<').map(words).collect();
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn the_page_has_the_answer_for_the_default_input() {
    let page = words(&markup(""));
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
fn a_page_of_one_discipline_is_named_after_it() {
    for (figures, title, field) in [
        (one_discipline(), "Machine learning pay calculator", "in UK machine learning would pay"),
        (figures(), "Northbeam pay calculator", "in UK technology would pay"),
    ] {
        assert_eq!(copy::title(figures), title);
        assert!(copy::description(figures).contains(field), "{title}");
        assert_eq!(copy::window_title(View::Permanent, figures), title);
        let compare = copy::window_title(View::Compare, figures);
        assert_eq!(compare, format!("Compare both: {title}").as_str());
    }
}

#[test]
fn a_discipline_is_asked_for_only_where_there_are_several() {
    let page =
        markup("discipline=platform-engineering&specialism=kubernetes&seniority=senior&location=regional");
    let select = between(&page, "<select id=\"discipline\"", "</select>");
    assert!(words(select).contains("Machine learningPlatform engineering"), "{select}");
    assert!(words(&page).contains("Senior Kubernetes engineer outside London"));
    let alone = native::calculator(&State::from_query("", one_discipline(), TODAY));
    assert!(alone.contains("<select id=\"specialism\"") && !alone.contains("discipline"));

    let tables = native::markup(|| estimates(figures()));
    assert_eq!((tables.matches("<table").count(), tables.matches("<h3").count()), (2, 2));
    let table = native::markup(|| estimates(one_discipline()));
    assert_eq!((table.matches("<table").count(), table.matches("<h3").count()), (1, 0));

    assert!(native::markup(|| starts(figures())).contains("<select id=\"discipline\""));
    assert!(!native::markup(|| starts(one_discipline())).contains("discipline"));
}

#[test]
fn closed_disclosures_are_drawn_only_where_no_script_can_open_them() {
    let state = Rc::new(State::from_query("view=compare&seniority=lead", figures(), TODAY));
    let page = native::calculator(&state);
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
        let page = native::calculator(&opened);
        let details = between(&page, &format!("id=\"{}\"", disclosure.slug()), "</details>");
        assert!(details.contains(" open") && !details.ends_with("</summary>"), "{details}");
        assert_eq!(page.matches(" open").count(), 1);
    }
}

#[test]
fn the_tables_have_every_estimate() {
    let page = native::markup(|| estimates(figures()));
    let tables: Vec<_> = page.split("<h3>").skip(1).collect();
    assert_eq!(tables.len(), figures().disciplines.len());
    for (discipline, table) in figures().disciplines.iter().zip(tables) {
        assert!(table.starts_with(&format!("{}</h3>", discipline.name)), "{}", discipline.slug);
        for role in discipline.roles() {
            let head = format!(">{}</th><td colspan=\"4\">Published", role.seniority.name());
            let level = between(table, &head, "</tbody>");
            let row = between(level, &format!("<th scope=\"row\">{}<", role.specialism.name), "</tr>");
            let cells: Vec<_> = row.split("<td>").skip(1).collect();
            // A column for each location: salaries, then day rates.
            let column = role.location as usize;
            let (salary, rate) = (estimate::permanent(role).band, estimate::contract(role).band);
            for (cell, texts) in [
                (cells[column], [pounds(salary.typical), range(&salary)]),
                (cells[2 + column], [pounds(rate.typical), range(&rate)]),
            ] {
                for text in texts {
                    assert!(words(cell).contains(text.as_str()), "{role:?}: {text} in {cell}");
                }
            }
        }
        assert_eq!(table.matches("<td>").count(), 2 * discipline.roles().len());
    }
}

#[test]
fn open_ended_bands_are_shown_with_a_plus() {
    assert!(markup("seniority=senior").contains("Published UK band £85,000 to £110,000+"));
    assert!(markup("seniority=lead").contains("Published UK band £110,000+"));
}

/// Every listed figure, in the order of the panel: by discipline, the assumptions, by tax year from the newest.
fn listed() -> Vec<&'static Listed> {
    let market = listing().disciplines.iter().flat_map(|discipline| &discipline.figures);
    let tax = listing().tax_years.iter().rev().flat_map(|year| &year.figures);
    market.chain(&listing().assumptions).chain(tax).collect()
}

#[test]
fn every_figure_is_shown_with_its_mark_and_source() {
    let page = drawn_about();
    let panel = between(&page, "<summary>Sources", "</details>");
    let figures = listed();
    assert_eq!(panel.matches("<th scope=\"row\">").count(), figures.len());
    assert_eq!(panel.matches("<small class=\"mark\">").count(), figures.len());
    let rows = panel.split("<tr>").filter(|row| row.starts_with("<th scope=\"row\">"));
    let dated = |source: &Source| format!("{}, {}", source.name, source.date);
    let mut shown = 0;
    for (figure, row) in figures.into_iter().zip(rows) {
        let cells: Vec<_> = row.split("<td").map(|cell| words(&format!("<td{cell}"))).collect();
        let [name, value, mark, source, why, ..] = &cells[..] else { panic!("{row}") };
        assert!(name.contains(&figure.name), "{}: {row}", figure.name);
        assert!(value.contains(|c: char| c.is_ascii_digit()), "{}: {value}", figure.name);
        assert_eq!(mark, figure.mark.name(), "{}", figure.name);
        let leaning = figure.evidence.as_ref().map(|evidence| format!(", leaning on {}", dated(evidence)));
        assert_eq!(*source, dated(&figure.source) + &leaning.unwrap_or_default(), "{}", figure.name);
        assert!(why.starts_with(&figure.why), "{}: {why}", figure.name);
        let link = figure.link.as_ref().map(|link| format!("href=\"{link}\""));
        assert_eq!(row.matches("href=\"https://").count(), usize::from(link.is_some()), "{row}");
        assert!(link.is_none_or(|link| row.contains(&link)), "{row}");
        shown += 1;
    }
    assert_eq!(shown, listed().len());
}

#[test]
fn every_source_is_listed_with_its_link() {
    let page = drawn_about();
    let panel = between(&page, "<summary>Sources", "<table");
    assert!(listing().sources.iter().any(|source| source.link.is_some()));
    for Source { name, title, publisher, date, link } in &listing().sources {
        let item = format!("{name}: {title}, {publisher}, {date}.");
        let item = panel.split("<li>").find(|entry| words(entry).starts_with(&item));
        let item = item.unwrap_or_else(|| panic!("{name} is not listed"));
        let said = link.as_ref().map(|link| format!("href=\"{link}\""));
        assert!(said.is_none_or(|said| item.contains(&said)), "{item}");
    }
}

#[test]
fn the_sources_panel_explains_the_figures() {
    let page = drawn_about();
    let panel = words(between(&page, "<summary>Sources", "</details>"));
    for text in [
        "Published: by Northbeam.",
        "Northbeam article, 2025",
        "Northbeam platform article, 2024",
        "Office for National Statistics",
        "Open Government Licence",
        "Machine learning engineers, without a level, £85,000: reads as a median over all levels in London",
        "£55,000 to £68,000: fits entry roles in London at well-funded employers",
        "£80,000: reads as a median over all levels in the UK",
        "Platform engineers, without a level, £70,000: a median over all levels in the UK",
        "Northbeam publishes two sets of figures that disagree.",
        "no public source holds level and place fixed for UK machine learning specialists",
        "no public source holds level and place fixed for UK platform engineering specialists",
        "The tax figures of 2026-27 were checked on 23 November 2026.",
        "An Autumn Budget was due on 28 October 2026. We could not check whether it took place or what it decided",
        "Tax year 2026-27",
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
fn no_page_names_an_agency_other_than_that_of_the_figures() {
    let views = View::ALL.iter().map(|view| markup(&format!("view={}", view.slug())));
    let others = [
        drawn_about(),
        native::markup(|| estimates(figures())),
        native::markup(|| starts(figures())),
        native::markup(locks),
        copy::title(figures()).into(),
        copy::description(figures()).into(),
    ];
    for page in views.chain(others) {
        assert!(!page.contains("Hexwired"), "{page}");
    }
}

#[test]
fn an_offer_is_compared_with_the_range() {
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
fn the_days_are_explained_by_the_assumptions() {
    let page = words(&markup("view=contract"));
    assert!(page.contains("220 is the convention; a slow year has 190; some mortgage lenders count 230."));
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
fn an_answer_to_an_earlier_text_says_so_beside_the_message() {
    let state = Rc::new(State::from_query("salary=80000", figures(), TODAY));
    let (state, _) = update(&state, Event::EnteredText(Key::Salary, "80x".into()));
    assert!(!markup_of(&state).contains("salary-problem"), "a message waits for a pause in typing");
    let (state, _) = update(&state, Event::FellQuiet);
    let page = markup_of(&state);
    assert!(page.contains(">Enter an amount, like 95,000 or 95k. The answer uses £80,000.<"), "{page}");
    assert!(page.contains("aria-invalid=\"true\""));
    assert!(page.contains("aria-describedby=\"salary-problem salary-unit\""));
    assert!(page.contains("This still uses your last amount, £80,000."));
    assert!(page.contains("value=\"80x\""));
}

#[test]
fn a_bad_value_in_a_link_is_reported_as_text() {
    let page = markup(
        "seniority=%3Cscript%3Ealert(1)%3C/script%3E&salary=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    );
    assert!(
        page.contains(
            "Level: We did not recognise “&lt;script&gt;alert(1)&lt;/script&gt;”. Use junior, mid, senior or lead. The \
             answer uses mid."
        ),
        "{page}"
    );
    assert!(!page.contains("<script") && !page.contains("<img"));
}

#[test]
fn a_problem_without_a_field_in_sight_is_named_with_the_value_used_instead() {
    let page = markup("expenses=abc&umbrella-margin=600&day-rate=x&view=permanent");
    for sentence in [
        "Company expenses: “abc” cannot be used. Enter an amount, like 95,000 or 95k. The answer uses £2,000.",
        "Umbrella margin: “600” is out of range. Enter £0 to £500. The answer uses £25.",
        "Your offer or day rate: “x” cannot be used. Enter an amount, like 600 or 612.50. This view does not use it.",
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
    let page = words(&markup("seniority=senior&specialism=nlp&salary=105000&student-loan=plan-2&pension=5"));
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
        assert!(page.contains(text), "{text}");
    }
}

#[test]
fn a_contract_shows_take_home_pay_inside_and_outside() {
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
fn the_comparison_names_the_best_offer_and_the_matching_rates() {
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
    // The table behind the curve has the matching rates at the visitor's own days.
    assert!(page.contains("220£667£600"), "{page}");
}

#[test]
fn the_taper_of_the_personal_allowance_has_a_warning() {
    let warning = "£5,000 more into a pension would bring the salary back to £100,000.";
    for (salary, warned) in [("98999", false), ("105000", true), ("125140", false)] {
        for view in ["permanent", "compare"] {
            let page = markup(&format!("view={view}&salary={salary}"));
            assert_eq!(page.contains(warning), warned, "{view} {salary}");
            assert_eq!(page.contains("is taxed more than any other"), warned, "{view} {salary}");
        }
    }
    for view in ["permanent", "compare"] {
        let page = markup(&format!("view={view}&salary=99500"));
        assert!(page.contains("The salary comes close to £100,000: a rise would lie in that stretch."));
        assert!(page.contains("Income between £100,000 and £125,140 is taxed more than any other"));
        assert!(page.contains("every £100 of it takes away £50 of the personal allowance."));
    }
}

#[test]
fn a_part_that_is_not_available_says_so_in_its_place() {
    let page = words(&markup("view=compare&day-rate=10&days=10&expenses=5000"));
    assert!(page.contains("The expenses are more than the turnover: at most £100."));
    assert!(page.contains("£5,000 is more than a contract outside IR35 at this rate can pay: at most £100."));
    assert!(page.contains("The permanent job leaves most"));
    let page = words(&markup("view=compare&salary=50000&pension=100&pension-method=net-pay"));
    assert!(page.contains("The pension contribution is more than the pay can bear: at most 94.01%."));
    assert!(!page.contains("you need"), "there is no salary for a contract to match");
}

#[test]
fn a_rate_below_the_costs_does_not_make_the_answer_stale() {
    let page = words(&markup("view=contract&day-rate=1&umbrella-margin=0"));
    assert!(page.contains("£1 a day against a typical £550"));
    assert!(!page.contains("This still uses your last amount"));
    assert!(
        page.contains("Company expenses: £2,000 is more than a contract outside IR35 at this rate can pay")
    );
}

#[test]
fn a_loan_with_nothing_due_yet_says_so() {
    assert!(
        words(&markup("tax-year=2025-26&student-loan=plan-5"))
            .contains("Nothing is repaid on plan 5 in 2025-26.")
    );
    assert!(!words(&markup("tax-year=2026-27&student-loan=plan-5")).contains("Nothing is repaid"));
}

#[test]
fn the_same_pension_is_offered_only_where_a_contract_can_take_it() {
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
        assert!(
            page.contains(
                "Take-home pay is not available: there are no tax figures for 2027-28. There are those of 2025-26 and \
                 2026-27, which can be chosen as “Tax year”."
            ),
            "{view}: {page}"
        );
        assert!(page.contains("2027-28 (no figures)"), "{view}");
        assert!(!page.contains("a month") && !page.contains("tax year 2026-27 ·"), "{view}");
    }
    let page = words(&markup_on("tax-year=2026-27", later));
    assert!(page.contains(
        "The tax year 2026-27 ended on 5 April 2027. These are its figures, not those of 2027-28."
    ));
    assert!(page.contains("tax year 2026-27, not the current one"));
    assert!(page.contains("£4,626 a month"));
    let page = words(&markup_on("tax-year=2026-27", Date { year: 2026, month: 4, day: 5 }));
    assert!(page.contains(
        "The tax year 2026-27 begins on 6 April 2026. These are its figures, not those of 2025-26."
    ));
}

#[test]
fn every_tax_year_with_figures_is_named_where_one_has_none() {
    let state = State::from_query("", three_tax_years(), Date { year: 2028, month: 4, day: 6 });
    let page = words(&markup_of(&state));
    assert!(
        page.contains(
            "there are no tax figures for 2028-29. There are those of 2025-26, 2026-27 and 2027-28, which can be chosen \
             as “Tax year”."
        ),
        "{page}"
    );
}

/// A share without a colour would be drawn black.
#[test]
fn every_share_of_the_money_has_a_colour() {
    let styles = include_str!("../styles/component/take-home.css");
    for share in Share::ALL {
        assert!(styles.contains(&format!(".share.{} {{", share.slug())), "{share:?}");
    }
}

/// For every role and view, without an offer and with the smallest and the largest: ids are unique, every reference has
/// its element, and nothing is drawn outside a picture.
#[test]
fn the_markup_is_sound_for_every_choice() {
    let about = drawn_about();
    for view in View::ALL {
        for role in figures().disciplines.iter().flat_map(Discipline::roles) {
            for own in [
                "",
                "&salary=1&day-rate=1",
                "&salary=10000000&day-rate=20000&days=x&expenses=1000000&employer-pension=100",
            ] {
                let page = markup(&format!(
                    "view={}&discipline={}&seniority={}&specialism={}&location={}{own}",
                    view.slug(),
                    role.discipline.slug,
                    role.seniority.slug(),
                    role.specialism.slug,
                    role.location.slug()
                ));
                assert_sound(&(page + &about));
            }
        }
    }
}

#[test]
fn partners_are_offered_every_input_and_word() {
    let (starts, locks) = (native::markup(|| starts(figures())), native::markup(locks));
    let default = Scenario::new(figures());
    for &key in Key::ALL {
        assert!(starts.contains(&format!(" name=\"{}\"", key.slug())), "{key:?}");
        assert!(locks.contains(&format!(" value=\"{}\"", key.slug())), "{key:?}");
        assert!(words(&locks).contains(copy::inputs::label(key)), "{key:?}");
        for word in key.words(&default) {
            let value = format!(" value=\"{}\"", word.slug);
            let said = starts.split(&value).nth(1).unwrap_or_else(|| panic!("{key:?}: {}", word.slug));
            // The name of the word is the next text.
            let said = words(&format!("<{said}"));
            assert!(!word.name.is_empty() && said.starts_with(word.name), "{key:?}: {}", word.slug);
        }
    }
    assert!(words(&starts).contains("NLP and language models"));
}
