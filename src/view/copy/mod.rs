//! Every sentence of the calculator. A sentence is one literal with a place for each part that varies.

pub mod glossary;
pub mod inputs;
#[cfg(feature = "ssr")]
pub mod partners;
#[cfg(feature = "ssr")]
pub mod sources;
pub mod take_home;

use crate::domain::appraisal::{Appraisal, Standing};
use crate::domain::choice::{Arrangement, Location, Seniority};
use crate::domain::figure::{Figure, Mark};
use crate::domain::figures::Figures;
use crate::domain::market::{Anchors, Band, PublishedBand, Role, Specialism};
use crate::domain::money::{BillableDays, Day, Money, Year};
use crate::state::answer::{Answer, Market};
use crate::state::input::View;
use crate::state::model::Spoken;
use crate::state::part::field::{Named, Note};
use crate::state::part::take_home::YearNote;
use crate::state::problem::{Complaint, Problem, Range, Reason, Unit, Used};
use crate::state::text::{Text, fill, text};

use crate::view::format::{self, Pay, pounds};

use inputs::{Words, label};

/// The heading of the page.
pub fn title(figures: &Figures) -> Text {
    let field = match figures.disciplines {
        [discipline] => discipline.name,
        _ => figures.agency.name,
    };
    fill!("{} pay calculator", field)
}

/// A sentence that describes the page to search engines.
pub fn description(figures: &Figures) -> Text {
    let field = match figures.disciplines {
        [discipline] => discipline.name.to_ascii_lowercase(),
        _ => "technology".to_owned(),
    };
    fill!(
        "What a permanent job in UK {} would pay, and what a contract would bring in. Nothing you type leaves the page.",
        field
    )
}

/// The window title: the name of a view and that of the page.
pub fn window_title(view: View, figures: &Figures) -> Text {
    match view {
        View::Permanent => title(figures),
        other => fill!("{}: {}", other.name(), title(figures)),
    }
}

/// The button that copies the link to an answer.
pub const COPY_LINK: &str = "Copy a link to this answer";
/// The same button once the link is copied.
pub const COPIED: &str = "Link copied";

/// The words of a call to action.
pub fn cta(label: &str) -> Text {
    if label.is_empty() { "Talk to a consultant".into() } else { label.into() }
}

/// The line beside the views.
pub fn edition(answer: &Answer) -> Text {
    let (edition, year) = (answer.role.discipline.edition, answer.tax_year);
    if answer.take_home.is_none() {
        fill!("UK · {} bands · nothing you type leaves this page", edition)
    } else if year == answer.current_tax_year {
        fill!("UK · {} bands · tax year {} · nothing you type leaves this page", edition, year)
    } else {
        fill!(
            "UK · {} bands · tax year {}, not the current one · nothing you type leaves this page",
            edition,
            year
        )
    }
}

/// Introduces the form if scripts are off.
pub const WITHOUT_SCRIPTS: &str = "Scripts are off in this browser, so the answer below is for one example. \
    The table of every estimate works without them.";

/// Names the group of inputs.
pub const FORM: &str = "What to estimate";

/// The title of a role: "Senior NLP engineer in London".
pub fn who(role: Role) -> Text {
    let level = match role.seniority {
        Seniority::Mid => "Mid-level",
        other => other.name(),
    };
    let place = match role.location {
        Location::London => "in London",
        Location::Regional => "outside London",
    };
    fill!("{} {} {}", level, role.specialism.role, place)
}

/// The same in few enough words for a phone: "Senior · NLP · London".
pub fn who_briefly(role: Role) -> Text {
    fill!("{} · {} · {}", role.seniority.name(), role.specialism.short, role.location.name())
}

/// The typical range: "Typical range £100,000 to £141,000 a year".
pub fn typical_range<P: Pay>(band: &Band<P>) -> Text {
    fill!("Typical range {} {}", format::range(band), P::EACH)
}

impl Pay for Year {
    const EACH: &'static str = "a year";
    const TYPICAL: &'static str = "typical base salary a year, before tax";
    const PUBLISHED: &'static str = "Published UK band";
    const NO_VERDICT: &'static str = "Have an offer? Enter it to see where it lies.";
    const HALF_UPLIFT: bool = false;
}

impl Pay for Day {
    const EACH: &'static str = "a day";
    const TYPICAL: &'static str = "typical day rate, before tax";
    const PUBLISHED: &'static str = "Published UK day rates, all levels:";
    const NO_VERDICT: &'static str = "Have a rate in mind? Enter it to see where it lies.";
    const HALF_UPLIFT: bool = true;
}

/// The published band with its name.
pub fn published<P: Pay>(band: &PublishedBand<P>) -> Text {
    fill!("{} {}", P::PUBLISHED, format::published(band))
}

/// Labels the visitor's own pay in the chart.
pub fn you<P: Copy>(own: &Appraisal<P>) -> Text {
    fill!("you {}", pounds(own.amount))
}

/// The comparison of the visitor's own pay: "Inside the range, 8% below typical."
pub fn verdict<P: Copy>(own: &Appraisal<P>) -> Text {
    standing(own.standing, own.percent_from_typical)
}

fn standing(standing: Standing, percent: i64) -> Text {
    let standing = match standing {
        Standing::Below => "Below the range",
        Standing::Inside => "Inside the range",
        Standing::Above => "Above the range",
    };
    match percent {
        0 => fill!("{}, about typical.", standing),
        percent if percent < 0 => fill!("{}, {}% below typical.", standing, -percent),
        percent if percent >= 1_000 => fill!("{}, more than ten times typical.", standing),
        percent => fill!("{}, {}% above typical.", standing, percent),
    }
}

/// The amounts behind the verdict.
pub fn verdict_basis<P: Pay>(own: &Appraisal<P>, band: &Band<P>) -> Text {
    let (typical, range) = (pounds(band.typical), format::range(band));
    fill!("{} {} against a typical {} and a range of {}.", pounds(own.amount), P::EACH, typical, range)
}

/// Says that the verdict is about the last valid amount.
pub fn stale<P: Copy>(own: &Appraisal<P>) -> Text {
    fill!("This still uses your last amount, {}.", pounds(own.amount))
}

/// A day rate over a year: "£625 a day × 220 billable days".
pub fn over_days(rate: Money<Day>, days: BillableDays) -> Text {
    fill!("{} a day × {}", pounds(rate), billable_days(days))
}

/// A number of days with its noun.
pub fn billable_days(days: BillableDays) -> Text {
    match days.get() {
        1 => "1 billable day".into(),
        days => fill!("{} billable days", days),
    }
}

/// Heads the income from a contract at the typical rate.
pub const MARKET_YEAR: &str = "A year at the typical rate";
/// Heads the income from a contract at the visitor's own rate.
pub const OWN_YEAR: &str = "A year at your rate";

/// A caveat about the income of a contract.
pub const YEAR_CAVEAT: &str = "Before tax and costs, and without paid holiday, sick pay or an employer's pension: \
    not like for like with a salary.";

/// The note below a field.
pub fn note(note: &Note) -> Text {
    match note {
        Note::Work(work) => (*work).into(),
        Note::Days([usual, slow, lender]) => fill!(
            "{} is the convention; a slow year has {}; some mortgage lenders count {}.",
            usual.get(),
            slow.get(),
            lender.get()
        ),
        Note::TaxRegion => "Where you live decides. Wales has England’s rates.".into(),
        Note::NothingDue(plan, year) => {
            fill!("Nothing is repaid on {} in {}.", plan.name().to_ascii_lowercase(), *year)
        }
    }
}

/// The name of a word in a list.
pub fn named(name: &Named) -> Text {
    match name {
        Named::Plain(name) => (*name).into(),
        Named::TaxYear(year, current) if year == current => fill!("{} (now)", *year),
        Named::TaxYear(year, current) if year < current => fill!("{} (ended)", *year),
        Named::TaxYear(year, _) => fill!("{} (to come)", *year),
        Named::NoTaxYear(current) => fill!("{} (no figures)", *current),
    }
}

/// The heading of the working.
pub const WORKING: &str = "How we got here";

/// The start of the working.
pub const NATIONAL: &str = "UK, typical";

/// The reason for the UK-wide amount: "£97,500: the middle of the published band."
pub fn national_why<P: Copy>(national: &Figure<Money<P>>) -> Text {
    fill!("{}: {}.", pounds(national.value), national.why)
}

/// The origin of the ends of the range.
pub fn range_why<P: Copy>(national: &Anchors<P>) -> Text {
    let end = |figure: &Figure<Money<P>>| fill!("{} ({})", pounds(figure.value), figure.mark.name());
    fill!("The range comes the same way from {} and {}.", end(&national.low), end(&national.high))
}

/// The product of the working: "£114,719 ≈ £114,500".
pub fn product<P: Copy>(product: Money<P>, shown: Money<P>) -> Text {
    fill!("{} ≈ {}", pounds(product), pounds(shown))
}

/// Signs, as read out.
pub mod sign {
    /// Between two factors.
    pub const TIMES: &str = "times ";
    /// Before a product or a sum.
    pub const EQUALS: &str = "equals ";
    /// Before an amount that is added.
    pub const PLUS: &str = "plus ";
    /// Before an amount that is taken off.
    pub const MINUS: &str = "minus ";
}

/// The step that the product of the working is rounded to.
pub fn rounded_to<P: Copy>(step: Money<P>) -> Text {
    fill!("to the nearest {}", pounds(step))
}

/// Says that the lower end was raised to the published one.
pub fn raised_low<P: Copy>(low: Money<P>, band: &Band<P>) -> Text {
    fill!(
        "The low end came out at {} and is raised to the published {}: nobody is shown less than the band.",
        pounds(low),
        pounds(band.low)
    )
}

/// The evidence for the uplift of a specialism; `None` if it has no range.
pub fn uplift_evidence<P: Pay>(specialism: &Specialism) -> Option<Text> {
    let Specialism { name, low, typical, high, .. } = *specialism;
    let [from, to, used] = [low, high, typical].map(format::percent);
    let half = if P::HALF_UPLIFT { ", and half of that on a day rate" } else { "" };
    (low != high).then(|| {
        fill!(
            "{}: small and uncertain. The evidence runs from {} to {} of salary; {} is used{}.",
            name,
            from,
            to,
            used,
            half
        )
    })
}

/// The name of a mark.
pub fn mark(mark: Mark) -> &'static str {
    mark.name()
}

/// Introduces the list of problems that have no field in sight.
pub const NOTICE: &str = "Part of the input could not be used:";
/// Closes that list, or an explanation.
pub const CLOSE: &str = "Close";
/// Shown if the program takes long or cannot be loaded.
pub const LATE: &str = "The calculator is still loading, or could not be loaded. \
    Until it runs, the figures here are one example.";

/// The message about a problem, and the way to fix it.
pub fn problem(complaint: &Complaint) -> Text {
    let Problem { key, value, reason } = &complaint.problem;
    let value = shortened(value);
    match *reason {
        Reason::NotAChoice => {
            fill!("We did not recognise “{}”. Use {}.", value, listed(&complaint.words, "or"))
        }
        Reason::NotAnAmount => fill!("Enter an amount, like {}.", Words::of(*key).example),
        Reason::NotAPercentage => fill!("Enter a percentage, like {}.", Words::of(*key).example),
        Reason::NotAWholeNumber => "Enter a whole number.".into(),
        Reason::OutOfRange(range) => fill!("“{}” is out of range. Enter {}.", value, self::range(range)),
        Reason::Excess(arrangement, given, range) => fill!(
            "{} is more than {} can pay: at most {}. Its take-home pay is not available.",
            limit(given, range.unit),
            an_arrangement(arrangement),
            most(range)
        ),
        Reason::NoTaxFigures => fill!(
            "There are no tax figures for {}, so take-home pay and the break-even are not available.",
            value
        ),
    }
}

/// The message away from its field, with the name of the input, its text and the value in use.
pub fn named_problem(complaint: &Complaint) -> Text {
    let Problem { key, value, reason } = &complaint.problem;
    let text = match reason {
        Reason::NotAnAmount | Reason::NotAPercentage | Reason::NotAWholeNumber => {
            Some(fill!("“{}” cannot be used. ", shortened(value)))
        }
        _ => None,
    };
    text!(label(*key), ": ", text, problem(complaint), instead(&complaint.used))
}

/// The sentence on the value used instead of a text, after a space; `None` if the text itself is used.
pub fn instead(used: &Used) -> Option<Text> {
    Some(match used {
        Used::Itself => return None,
        Used::Amount(pence) => fill!(" The answer uses {}.", format::pence(*pence)),
        Used::Word(word) => fill!(" The answer uses {}.", word),
        Used::Nothing => " The answer leaves it out.".into(),
        Used::NotInView => " This view does not use it.".into(),
    })
}

/// An arrangement in a sentence.
pub const fn an_arrangement(arrangement: Arrangement) -> &'static str {
    match arrangement {
        Arrangement::Permanent => "a permanent job at this pay",
        Arrangement::InsideIr35 => "a contract inside IR35 at this rate",
        Arrangement::OutsideIr35 => "a contract outside IR35 at this rate",
    }
}

/// Items in a sentence: "junior, mid or lead".
pub fn listed(items: &[&str], last: &str) -> Text {
    match items.split_last() {
        Some((end, rest)) if !rest.is_empty() => {
            text!(Text::join(rest.iter().copied(), ", "), ' ', last, ' ', *end)
        }
        _ => Text::join(items.iter().copied(), ""),
    }
}

fn range(range: Range) -> Text {
    let least = match range.unit {
        Unit::Days => text!(range.least),
        unit => limit(range.least, unit),
    };
    fill!("{} to {}", least, most(range))
}

fn most(range: Range) -> Text {
    limit(range.most, range.unit)
}

fn limit(number: i64, unit: Unit) -> Text {
    match unit {
        Unit::Pence => format::pence(number),
        Unit::BasisPoints => format::hundredths_percent(number),
        Unit::Days => fill!("{} days", number),
    }
}

/// The start of a text that is too long for a sentence.
fn shortened(text: &str) -> Text {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        None => text.into(),
        Some(_) => Text::join(text.chars().take(MOST - 1), "").and('…'),
    }
}

/// The note on the tax year.
pub fn year(note: &YearNote) -> Text {
    match note {
        YearNote::Other(year, current) if year < current => fill!(
            "The tax year {} ended on 5 April {}. These are its figures, not those of {}.",
            *year,
            year.starts() + 1,
            *current
        ),
        YearNote::Other(year, current) => fill!(
            "The tax year {} begins on 6 April {}. These are its figures, not those of {}.",
            *year,
            year.starts(),
            *current
        ),
        YearNote::None(year, known) => {
            fill!(
                "Take-home pay is not available: there are no tax figures for {}. There are those of {}, which can be \
                 chosen as “Tax year”.",
                *year,
                listed(known, "and")
            )
        }
    }
}

/// The announcement for screen readers after a change.
pub fn spoken(spoken: &Spoken) -> Text {
    let (view, answer) = match spoken {
        Spoken::Problems(problems) => return Text::join(problems.iter().map(named_problem), " "),
        Spoken::Answer(scenario, answer) => (scenario.view, answer),
    };
    let Answer { role, permanent, contract, annualised, days, own_annualised, .. } = answer.as_ref();
    let take_home = answer.take_home.as_ref();
    match view {
        View::Permanent => {
            let net = take_home.and_then(|take_home| take_home.net(Arrangement::Permanent));
            let net = net.map(|net| fill!(" Take-home pay {}.", take_home::a_month(net)));
            text!(fill!("{}: {}.", who(*role), spoken_market(permanent)), net)
        }
        View::Compare => take_home.map_or_else(
            || fill!("Take-home pay is not available: there are no tax figures for {}.", answer.tax_year),
            take_home::spoken,
        ),
        View::Contract => {
            let own = own_annualised.map(|own| fill!(" At your rate, {}.", pounds(own)));
            let net = take_home.map(take_home::spoken_contract);
            let (year, days) = (pounds(annualised.typical), billable_days(*days));
            let market = fill!("{}: {}. {} over {}.", who(*role), spoken_market(contract), year, days);
            text!(market, own, net)
        }
    }
}

fn spoken_market<P: Pay>(market: &Market<P>) -> Text {
    let band = &market.estimate.band;
    let own = market.own.map(|own| fill!(". {}", verdict(&own).trim_end_matches('.')));
    text!(fill!("typically {} {}, range {}", pounds(band.typical), P::EACH, format::range(band)), own)
}

/// The heading of the table of every estimate.
pub const EVERY_ESTIMATE: &str = "Every estimate";

/// A link of the table, as read out without its row and column.
pub fn estimate_link<P: Pay>(role: Role, band: &Band<P>) -> Text {
    fill!("{} {}, {}", pounds(band.typical), P::EACH, who_briefly(role))
}

/// Describes the table.
pub const EVERY_ESTIMATE_ABOUT: &str = "Typical pay with its typical range, gross: salaries in pounds a year, \
    day rates in pounds a day.";
/// Says that the amounts in the table are links.
pub const EVERY_ESTIMATE_LINKS: &str = "Choose an amount to open it above.";

/// Headings of columns.
pub mod column {
    /// A row's level and specialism.
    pub const ROLE: &str = "Level and specialism";
    /// Salaries in London.
    pub const LONDON_SALARY: &str = "London salary";
    /// Salaries elsewhere.
    pub const REGIONAL_SALARY: &str = "Regional salary";
    /// Day rates in London.
    pub const LONDON_DAY_RATE: &str = "London day rate";
    /// Day rates elsewhere.
    pub const REGIONAL_DAY_RATE: &str = "Regional day rate";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_joined_as_in_a_sentence() {
        for (given, expected) in [
            (&[][..], ""),
            (&["2025-26"], "2025-26"),
            (&["2025-26", "2026-27"], "2025-26 and 2026-27"),
            (&["2025-26", "2026-27", "2027-28"], "2025-26, 2026-27 and 2027-28"),
        ] {
            assert_eq!(listed(given, "and"), expected);
        }
    }
}
