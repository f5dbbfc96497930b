//! Every sentence and every name that the product says.

pub mod glossary;
#[cfg(feature = "ssr")]
pub mod partners;
pub mod take_home;

use crate::data::{ASSUMPTIONS, MARKET};
use crate::domain::choice::{
    Arrangement, Engagement, Location, PensionMethod, Profile, Seniority, Specialism, StudentLoan, TaxRegion,
};
use crate::domain::figure::{Figure, Mark, Source};
use crate::domain::market::{AlsoPublished, Anchors, Band, PublishedBand, Uplift};
use crate::domain::money::{BillableDays, Day, Money, Year};
use crate::domain::offer::{Offer, Standing};
use crate::domain::text::{Text, text};
use crate::state::key::{Key, View};
use crate::state::model::Spoken;
use crate::state::problem::{Problem, Range, Reason, Unit};
use crate::state::scenario::Scenario;
use crate::state::summary::{Panel, Summary};

use crate::view::format::{self, Pay, pounds};

/// The heading of the page.
pub fn title() -> Text {
    text!(MARKET.discipline, " pay calculator")
}

/// The title of the window: a view's name and the page's.
pub fn window_title(shown: View) -> Text {
    match shown {
        View::Permanent => title(),
        other => text!(view(other), ": ", title()),
    }
}

/// Copies the link to an answer.
pub const COPY_LINK: &str = "Copy a link to this answer";
/// The same once it is done.
pub const COPIED: &str = "Link copied";

/// What a call to action says.
pub fn cta(label: &str) -> Text {
    if label.is_empty() { "Talk to a consultant".into() } else { label.into() }
}

/// The line beside the views.
pub fn edition(summary: &Summary) -> Text {
    let tax = match (&summary.take_home, take_home::other_year(summary)) {
        (None, _) => Text::default(),
        (Some(_), None) => text!("tax year ", summary.tax_year, " · "),
        (Some(_), Some(_)) => text!("tax year ", summary.tax_year, ", not the current one · "),
    };
    text!("UK · ", MARKET.edition, " bands · ", tax, "nothing you type leaves this page")
}

/// Stands before the form for those who have scripts off.
pub const WITHOUT_SCRIPTS: &str = "Scripts are off in this browser, so the answer below is for one example. \
    The table of every estimate works without them.";

/// Names the group of inputs.
pub const FORM: &str = "What to estimate";

/// The name of a view.
pub const fn view(view: View) -> &'static str {
    match view {
        View::Permanent => "Permanent",
        View::Contract => "Contract",
        View::Compare => "Compare both",
    }
}

/// The name of an input, as its label says it.
pub const fn label(key: Key) -> &'static str {
    match key {
        Key::View => "View",
        Key::Seniority => "Level",
        Key::Specialism => "Specialism",
        Key::Location => "Location",
        Key::Salary => "Your offer or salary",
        Key::Bonus => "Bonus",
        Key::DayRate => "Your offer or day rate",
        Key::Days => "Billable days a year",
        Key::TaxYear => "Tax year",
        Key::TaxRegion => "Tax region",
        Key::Pension => "Your pension contribution",
        Key::PensionMethod => "Pension method",
        Key::EmployerPension => "Employer's pension contribution",
        Key::StudentLoan => "Student loan",
        Key::UmbrellaMargin => "Umbrella margin",
        Key::Expenses => "Company expenses",
        Key::ContractPension => "Pension from a contract",
    }
}

/// The name of a word that an input takes; of one that is none, the word itself.
pub fn word(key: Key, slug: &str) -> Text {
    let name = match key {
        Key::View => View::from_slug(slug).map(view),
        Key::Seniority => Seniority::from_slug(slug).map(seniority),
        Key::Specialism => Specialism::from_slug(slug).map(specialism),
        Key::Location => Location::from_slug(slug).map(location),
        Key::TaxRegion => TaxRegion::from_slug(slug).map(take_home::tax_region),
        Key::PensionMethod => PensionMethod::from_slug(slug).map(take_home::pension_method),
        Key::StudentLoan => StudentLoan::from_slug(slug).map(take_home::student_loan),
        _ => None,
    };
    name.unwrap_or(slug).into()
}

/// What of the further inputs of a view is not as it is by default: "5% bonus · Plan 2".
pub fn set(scenario: &Scenario) -> Option<Text> {
    let brief = |(key, text): (Key, Text)| match key {
        Key::Bonus => text!(format::percent(scenario.bonus), " bonus"),
        Key::Pension => text!(format::percent(scenario.pension), " pension"),
        Key::EmployerPension => text!(format::percent(scenario.employer_pension), " from the employer"),
        Key::PensionMethod => text!(take_home::pension_method(scenario.pension_method).to_ascii_lowercase()),
        Key::StudentLoan => Text::join(scenario.student_loans().map(take_home::student_loan), ", "),
        Key::TaxRegion => take_home::tax_region(scenario.tax_region).into(),
        Key::TaxYear => text,
        _ => text!(scenario.pence(key).map(format::pence), " ", label(key).to_ascii_lowercase()),
    };
    Text::join(scenario.changed(Key::more(scenario.view)).map(brief), " · ").unless_empty()
}

/// Stands in a field that was left empty: "114,500 typical".
pub fn typical_amount(amount: &str) -> Text {
    text!(amount, " typical")
}

/// The unit of a money field, for those who do not see its pound sign.
pub const POUNDS: &str = "pounds ";

/// Opens the explanation of an input, as it is seen.
pub const EXPLAIN: &str = "?";
/// The same as it is read out.
pub fn explain(key: Key) -> Text {
    text!("What is this? ", label(key))
}
/// The name of the slider beside a field.
pub fn slider(key: Key) -> Text {
    text!(label(key), ", slider")
}

/// Opens the further inputs of a view.
pub const fn more(view: View) -> &'static str {
    match view {
        View::Permanent | View::Compare => "More: pension, loans, region",
        View::Contract => "More: costs, pension, loans",
    }
}

/// Stands beside the label of a field that may stay empty.
pub const OPTIONAL: &str = "optional";

/// The name of a level.
pub const fn seniority(seniority: Seniority) -> &'static str {
    match seniority {
        Seniority::Junior => "Junior",
        Seniority::Mid => "Mid",
        Seniority::Senior => "Senior",
        Seniority::Lead => "Lead",
    }
}

/// What someone at a level does, in words that fit on one line.
pub const fn seniority_hint(seniority: Seniority) -> &'static str {
    match seniority {
        Seniority::Junior => "Builds models with support from others",
        Seniority::Mid => "Owns models in production",
        Seniority::Senior => "Leads projects and mentors others",
        Seniority::Lead => "Lead or principal: sets direction",
    }
}

/// The name of a specialism.
pub const fn specialism(specialism: Specialism) -> &'static str {
    match specialism {
        Specialism::Generalist => "Generalist",
        Specialism::DeepLearning => "Deep learning",
        Specialism::Nlp => "NLP and language models",
        Specialism::ComputerVision => "Computer vision",
        Specialism::Mlops => "MLOps",
    }
}

/// The same where there is little room.
pub const fn short_specialism(specialism: Specialism) -> &'static str {
    match specialism {
        Specialism::Nlp => "NLP",
        other => self::specialism(other),
    }
}

/// The name of a place.
pub const fn location(location: Location) -> &'static str {
    match location {
        Location::London => "London",
        Location::Regional => "Regional",
    }
}

/// Who the estimate is for: "Senior NLP engineer in London".
pub fn who(profile: Profile) -> Text {
    let level = match profile.seniority {
        Seniority::Mid => "Mid-level",
        other => seniority(other),
    };
    let field = match profile.specialism {
        Specialism::Generalist => MARKET.discipline.to_ascii_lowercase(),
        Specialism::DeepLearning => "deep learning".into(),
        Specialism::Nlp => "NLP".into(),
        Specialism::ComputerVision => "computer vision".into(),
        Specialism::Mlops => "MLOps".into(),
    };
    let place = match profile.location {
        Location::London => "in London",
        Location::Regional => "outside London",
    };
    text!(level, " ", field, " engineer ", place)
}

/// The same in as few words as a phone has room for: "Senior · NLP · London".
pub fn who_briefly(profile: Profile) -> Text {
    let Profile { seniority: level, specialism, location: place } = profile;
    text!(seniority(level), " · ", short_specialism(specialism), " · ", location(place))
}

/// The typical range: "Typical range £100,000 to £141,000 a year".
pub fn typical_range<P: Pay>(band: &Band<P>) -> Text {
    text!("Typical range ", format::range(band), " ", P::EACH)
}

impl Pay for Year {
    const EACH: &'static str = "a year";
    const TYPICAL: &'static str = "typical base salary a year, before tax";
    const PUBLISHED: &'static str = "Published UK band";
}

impl Pay for Day {
    const EACH: &'static str = "a day";
    const TYPICAL: &'static str = "typical day rate, before tax";
    const PUBLISHED: &'static str = "Published UK day rates, all levels:";
}

/// The published band with its name.
pub fn published<P: Pay>(band: &PublishedBand<P>) -> Text {
    text!(P::PUBLISHED, " ", format::published(band))
}

/// Marks the visitor's own figure in the chart.
pub fn you<P: Copy>(offer: &Offer<P>) -> Text {
    text!("you ", pounds(offer.amount))
}

/// Where the offer lies: "Inside the range, 8% below typical."
pub fn verdict<P: Copy>(offer: &Offer<P>) -> Text {
    let standing = match offer.standing {
        Standing::Below => "Below the range",
        Standing::Inside => "Inside the range",
        Standing::Above => "Above the range",
    };
    match offer.percent_from_typical {
        0 => text!(standing, ", about typical."),
        percent if percent < 0 => text!(standing, ", ", -percent, "% below typical."),
        percent if percent >= 1_000 => text!(standing, ", more than ten times typical."),
        percent => text!(standing, ", ", percent, "% above typical."),
    }
}

/// What the verdict is held against.
pub fn verdict_basis<P: Pay>(offer: &Offer<P>, band: &Band<P>) -> Text {
    text!(
        pounds(offer.amount),
        " ",
        P::EACH,
        " against a typical ",
        pounds(band.typical),
        " and a range of ",
        format::range(band),
        "."
    )
}

/// Stands where the verdict will be, while there is no offer.
pub const fn no_verdict(engagement: Engagement) -> &'static str {
    match engagement {
        Engagement::Permanent => "Have an offer? Enter it to see where it lies.",
        Engagement::Contract => "Have a rate in mind? Enter it to see where it lies.",
    }
}

/// Says that the verdict is about the last amount that made sense.
pub const STALE: &str = "This is for the last amount that made sense.";

/// A day rate over a year: "£625 a day × 220 billable days".
pub fn over_days(rate: Money<Day>, days: BillableDays) -> Text {
    text!(pounds(rate), " a day × ", billable_days(days))
}

/// The number of days with its noun.
pub fn billable_days(days: BillableDays) -> Text {
    match days.get() {
        1 => "1 billable day".into(),
        days => text!(days, " billable days"),
    }
}

/// Names the card with the market's income from a contract.
pub const MARKET_YEAR: &str = "A year at the typical rate";
/// Names the card with the income from the visitor's own rate.
pub const OWN_YEAR: &str = "A year at your rate";

/// Stands under the income of a contract.
pub const YEAR_CAVEAT: &str = "Before tax and costs, and without paid holiday, sick pay or an employer's pension: \
    not like for like with a salary.";

/// What the days are usually taken to be.
pub fn days_hint() -> Text {
    let days = |figure: &Figure<BillableDays>| figure.value.get();
    text!(
        days(&ASSUMPTIONS.days),
        " is the convention; a slow year has ",
        days(&ASSUMPTIONS.days_in_a_slow_year),
        "; some mortgage lenders count ",
        days(&ASSUMPTIONS.days_for_a_lender),
        "."
    )
}

/// The heading of the working.
pub const WORKING: &str = "How we got here";

/// What the working starts from.
pub const NATIONAL: &str = "UK, typical";

/// Why the UK-wide amount is what it is: "£97,500: the middle of the published band."
pub fn national_why<P: Copy>(national: &Figure<Money<P>>) -> Text {
    text!(pounds(national.value), ": ", national.provenance.why, ".")
}

/// Where the ends of the range come from.
pub fn range_why<P: Copy>(national: &Anchors<P>) -> Text {
    let end =
        |figure: &Figure<Money<P>>| text!(pounds(figure.value), " (", mark(figure.provenance.mark), ")");
    text!("The range comes the same way from ", end(national.low()), " and ", end(national.high()), ".")
}

/// What the working multiplies out to: "£114,719 ≈ £114,500".
pub fn product<P: Copy>(product: Money<P>, shown: Money<P>) -> Text {
    text!(pounds(product), " ≈ ", pounds(shown))
}

/// How signs are read out.
pub mod sign {
    /// Between two factors.
    pub const TIMES: &str = "times ";
    /// Before a product or a sum.
    pub const EQUALS: &str = "equals ";
    /// Before what is added.
    pub const PLUS: &str = "plus ";
    /// Before what is taken away.
    pub const MINUS: &str = "minus ";
}

/// What the product of the working is shown to.
pub fn rounded_to<P: Copy>(step: Money<P>) -> Text {
    text!("to the nearest ", pounds(step))
}

/// Says that the lower end was raised to the published one.
pub fn raised_low<P: Copy>(low: Money<P>, band: &Band<P>) -> Text {
    text!(
        "The low end came out at ",
        pounds(low),
        " and is raised to the published ",
        pounds(band.low),
        ": nobody is shown less than the band."
    )
}

/// How uncertain the uplift of a specialism is; nothing where there is none.
pub fn uplift_evidence(specialism: Specialism, engagement: Engagement) -> Option<Text> {
    let uplift = MARKET.specialisms.get(specialism);
    let half = match engagement {
        Engagement::Permanent => "",
        Engagement::Contract => ", and half of that on a day rate",
    };
    (uplift.low() != uplift.high()).then(|| {
        text!(
            self::specialism(specialism),
            ": small and uncertain. The evidence runs from ",
            format::percent(uplift.low()),
            " to ",
            format::percent(uplift.high()),
            " of salary; ",
            format::percent(uplift.typical()),
            " is used",
            half,
            "."
        )
    })
}

/// The name of a mark.
pub const fn mark(mark: Mark) -> &'static str {
    mark.slug()
}

/// A source in full: "Agency article: article on the pay of …, the agency, 2025."
pub fn source(source: &Source) -> Text {
    let &Source { name, title, publisher, date } = source;
    text!(name, ": ", title, ", ", publisher, ", ", date, ".")
}

/// A source by its name and date, as it stands beside a figure.
pub fn source_name(source: &Source) -> Text {
    text!(source.name, ", ", source.date)
}

/// What else was looked at for a figure.
pub fn leaning_on(evidence: &Source) -> Text {
    text!(", leaning on ", source_name(evidence))
}

/// The names of figures in the sources panel.
pub mod figure {
    use super::{
        Location, Seniority, Specialism, StudentLoan, TaxRegion, Text, Uplift, format, take_home, text,
    };
    use crate::domain::tax::rules::TaxBand;
    use crate::domain::tax_year::TaxYear;

    /// The range of day rates as it was published.
    pub const PUBLISHED_DAY_RATES: &str = "Day rates, all levels, published";
    /// The days that are assumed.
    pub const DAYS: &str = "Billable days a year";
    /// The days of a year with a gap.
    pub const DAYS_IN_A_SLOW_YEAR: &str = "Billable days in a slow year";
    /// The days that a lender counts.
    pub const DAYS_FOR_A_LENDER: &str = "Billable days as a lender counts";

    /// What an umbrella company is taken to keep.
    pub const UMBRELLA_MARGIN: &str = "Umbrella margin";
    /// What running a company is taken to cost.
    pub const EXPENSES: &str = "Company expenses";
    /// The personal allowance.
    pub const PERSONAL_ALLOWANCE: &str = "Personal allowance";
    /// Where it begins to shrink.
    pub const INCOME_LIMIT: &str = "Income limit of the allowance";
    /// How fast it shrinks.
    pub const TAPER: &str = "Allowance lost above that";
    /// What a pension scheme claims back.
    pub const RELIEF_AT_SOURCE: &str = "Relief at source";
    /// What of dividends is taxed at 0%.
    pub const DIVIDEND_ALLOWANCE: &str = "Dividend allowance";
    /// The rates on dividends.
    pub const DIVIDEND_RATES: [&str; 3] =
        ["Dividends, ordinary rate", "Dividends, upper rate", "Dividends, additional rate"];
    /// From where a year counts.
    pub const LOWER_EARNINGS_LIMIT: &str = "NI, lower earnings limit";
    /// From where an employee pays.
    pub const PRIMARY_THRESHOLD: &str = "NI, primary threshold";
    /// From where an employee pays the upper rate.
    pub const UPPER_EARNINGS_LIMIT: &str = "NI, upper earnings limit";
    /// From where an employer pays.
    pub const SECONDARY_THRESHOLD: &str = "NI, secondary threshold";
    /// What an employee pays.
    pub const MAIN_RATE: &str = "NI, employee’s main rate";
    /// What an employee pays above the upper limit.
    pub const UPPER_RATE: &str = "NI, employee’s upper rate";
    /// What an employer pays.
    pub const EMPLOYER_RATE: &str = "NI, employer’s rate";
    /// The apprenticeship levy.
    pub const LEVY: &str = "Apprenticeship levy";
    /// Corporation tax on small profits.
    pub const SMALL_PROFITS_RATE: &str = "Corporation tax, small profits rate";
    /// Corporation tax on large ones.
    pub const CORPORATION_RATE: &str = "Corporation tax, main rate";
    /// Where marginal relief begins.
    pub const LOWER_LIMIT: &str = "Corporation tax, lower limit";
    /// Where it ends.
    pub const UPPER_LIMIT: &str = "Corporation tax, upper limit";
    /// How much of the distance to the upper limit it is.
    pub const MARGINAL_RELIEF: &str = "Marginal relief, standard fraction";
    /// What is repaid of income above the threshold.
    pub const LOAN_RATE: &str = "Student loans, rate";
    /// The same on a postgraduate loan.
    pub const POSTGRADUATE_RATE: &str = "Postgraduate loan, rate";
    /// From where dividends count.
    pub const UNEARNED_INCOME: &str = "Student loans, dividends count above";

    /// The figures of a tax year: "Tax year 2026-27".
    pub fn year(year: TaxYear) -> Text {
        text!("Tax year ", year)
    }

    /// A band of income tax: "Income tax, Scotland, starter rate".
    pub fn band(region: TaxRegion, band: &TaxBand) -> Text {
        text!("Income tax, ", take_home::tax_region(region), ", ", band.name, " rate")
    }

    /// Where it ends: "Income tax, Scotland, starter band, up to taxable".
    pub fn band_end(region: TaxRegion, band: &TaxBand) -> Text {
        text!("Income tax, ", take_home::tax_region(region), ", ", band.name, " band, taxable pay up to")
    }

    /// The threshold of a student loan.
    pub fn loan(plan: StudentLoan) -> Text {
        text!("Student loan threshold, ", take_home::student_loan(plan))
    }

    /// A band as it was published.
    pub fn published_band(seniority: Seniority) -> Text {
        text!(super::seniority(seniority), ", UK salary, published")
    }

    /// An amount that a salary starts from.
    pub fn salary(seniority: Seniority, which: &str) -> Text {
        text!(super::seniority(seniority), ", UK salary, ", which)
    }

    /// An amount that a day rate starts from.
    pub fn day_rate(seniority: Seniority, which: &str) -> Text {
        text!(super::seniority(seniority), ", UK day rate, ", which)
    }

    /// The lower end of a range.
    pub const LOW: &str = "low";
    /// Its typical amount.
    pub const TYPICAL: &str = "typical";
    /// Its upper end.
    pub const HIGH: &str = "high";

    /// What a place does to salaries.
    pub fn on_salaries(location: Location) -> Text {
        text!(super::location(location), ", on salaries")
    }

    /// What a place does to day rates.
    pub fn on_day_rates(location: Location) -> Text {
        text!(super::location(location), ", on day rates")
    }

    /// What a specialism adds.
    pub fn uplift(specialism: Specialism) -> Text {
        text!(super::specialism(specialism), ", on salaries")
    }

    /// How much a specialism adds, with the range of the evidence.
    pub fn uplift_value(uplift: &Uplift) -> Text {
        let [low, typical, high] = [uplift.low(), uplift.typical(), uplift.high()].map(format::percent);
        if low == high { text!("+ ", typical) } else { text!("+ ", typical, " (", low, " to ", high, ")") }
    }
}

/// The heading of the sources panel.
pub const SOURCES: &str = "Sources: every figure, its mark and where it comes from";
/// What the marks mean.
pub const MARKS: &str = "Published: in the agency's article. Statistic: official statistics. \
    Statutory: set by law, which is named. \
    Modelled: our own reading, which may be wrong.";
/// What the estimate is not.
pub const LIMITS: &str = "Estimates are gross and base only: no bonus, no equity, no benefits. Ranges are typical ranges, \
    not minimums and maximums. The specialism uplifts are small and uncertain: no public source holds level and place \
    fixed for UK machine learning specialists. One specialism counts; they are never added up.";

/// Introduces the list of sources.
pub const SOURCES_LIST: &str = "Where the figures come from:";

/// Introduces the figures that disagree with the bands.
pub const TWO_SETS: &str = "The agency's article has two sets of figures, and they disagree. \
    This calculator uses the bands by level. The other figures are read like this:";

/// One of the figures that disagree: "Junior or entry level, £55,000 to £68,000: fits …"
pub fn also_published(other: &AlsoPublished) -> Text {
    let high = other.high.map(|high| text!(" to ", pounds(high))).unwrap_or_default();
    text!(other.what, ", ", pounds(other.low), high, ": ", other.reading, ".")
}

/// The heading of the table of every estimate.
pub const EVERY_ESTIMATE: &str = "Every estimate";
/// What a link of the table leads to, for those who hear it apart from its row and column.
pub fn estimate_link<P: Pay>(profile: Profile, band: &Band<P>) -> Text {
    text!(pounds(band.typical), " ", P::EACH, ", ", who_briefly(profile))
}

/// What the table holds.
pub const EVERY_ESTIMATE_ABOUT: &str = "Typical pay with its typical range, gross: salaries in pounds a year, \
    day rates in pounds a day.";
/// What the amounts in the table do.
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
    /// What a figure is.
    pub const FIGURE: &str = "Figure";
    /// How large it is.
    pub const VALUE: &str = "Value";
    /// What stands behind it.
    pub const MARK: &str = "Mark";
    /// Where it comes from, and when.
    pub const SOURCE: &str = "Source and date";
    /// Why it is what it is.
    pub const WHY: &str = "Why";
}

/// Heads the list of what could not be used and has no field in sight to say it beside.
pub const NOTICE: &str = "Part of the input could not be used:";
/// Closes that list, or an explanation.
pub const CLOSE: &str = "Close";
/// Shown where the program takes long, or does not come at all.
pub const LATE: &str = "The calculator is still loading, or could not be loaded. \
    Until it runs, the figures here are one example.";

/// What is wrong with an input, and what to do about it.
pub fn problem(problem: &Problem) -> Text {
    let Problem { key, value, reason } = problem;
    let value = shortened(value);
    match reason {
        Reason::NotAChoice => text!("“", value, "” is not known. Use ", choices(*key), "."),
        Reason::NotAnAmount => {
            text!("“", value, "” is not an amount. Write it like ", amount_example(*key), ".")
        }
        Reason::NotAPercentage => text!("“", value, "” is not a percentage. Write it like 5, 5% or 7.5."),
        Reason::NotAWholeNumber => text!("“", value, "” is not a whole number."),
        Reason::OutOfRange(range) => text!("“", value, "” is out of range. Enter ", self::range(*range), "."),
        Reason::Excess(arrangement, given, range) => text!(
            limit(*given, range.unit),
            " is more than ",
            an_arrangement(*arrangement),
            " can pay: at most ",
            most(*range),
            ". Its take-home pay is left out."
        ),
        Reason::NoTaxFigures => text!(
            "There are no tax figures for ",
            value,
            " in this edition, so take-home pay and the break-even are left out."
        ),
    }
}

/// The same where it does not stand beside its field: with the name of the input, and with what becomes of it.
pub fn named_problem(problem: &Problem, scenario: &Scenario) -> Text {
    let key = problem.key;
    let sentence = text!(label(key), ": ", self::problem(problem));
    match (problem.reason.is_of_text(), key.is_used(scenario.view)) {
        (false, _) => sentence,
        (true, true) => text!(sentence, " ", instead(key, scenario)),
        (true, false) => text!(sentence, " ", NOT_USED),
    }
}

/// An arrangement in a sentence.
pub const fn an_arrangement(arrangement: Arrangement) -> &'static str {
    match arrangement {
        Arrangement::Permanent => "a permanent job at this pay",
        Arrangement::InsideIr35 => "a contract inside IR35 at this rate",
        Arrangement::OutsideIr35 => "a contract outside IR35 at this rate",
    }
}

/// Said of an input that the open view does not use.
const NOT_USED: &str = "This view does not use it.";

const fn amount_example(key: Key) -> &'static str {
    match key {
        Key::DayRate => "600, £600 or 612.50",
        Key::UmbrellaMargin => "25 or £25",
        _ => "95,000, 95000 or 95k",
    }
}

/// What is used in place of a text that cannot be, for a field of the open view or a choice.
pub fn instead(key: Key, scenario: &Scenario) -> Text {
    let used = scenario.pence(key).map(format::pence);
    let used = used.or_else(|| scenario.text(key).unless_empty());
    used.map_or_else(|| "It is left out.".into(), |used| text!("The answer uses ", used, "."))
}

fn choices(key: Key) -> Text {
    let words = key.words();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => text!(Text::join(rest, ", "), " or ", last),
        _ => Text::join(words, ""),
    }
}

fn range(range: Range) -> Text {
    let least = match range.unit {
        Unit::Days => text!(range.least),
        unit => limit(range.least, unit),
    };
    text!(least, " to ", most(range))
}

fn most(range: Range) -> Text {
    limit(range.most, range.unit)
}

fn limit(number: i64, unit: Unit) -> Text {
    match unit {
        Unit::Pence => format::pence(number),
        Unit::BasisPoints => format::hundredths_percent(number),
        Unit::Days => text!(number, " days"),
    }
}

/// A text as a sentence can carry it: the start of a long one.
fn shortened(text: &str) -> Text {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        None => text.into(),
        Some(_) => Text::join(text.chars().take(MOST - 1), "").and('…'),
    }
}

/// What is read out when the page falls quiet after a change.
pub fn spoken(spoken: &Spoken) -> Text {
    let (view, summary) = match spoken {
        Spoken::Problems(problems, scenario) => {
            return Text::join(problems.iter().map(|problem| named_problem(problem, scenario)), " ");
        }
        Spoken::Answer(scenario, summary) => (scenario.view, summary),
    };
    let Summary { profile, permanent, contract, annualised, days, own_annualised, .. } = summary.as_ref();
    let take_home = summary.take_home.as_ref();
    match view {
        View::Permanent => {
            let net = take_home.and_then(|take_home| take_home.permanent.ok()).map(|pay| pay.net);
            let net = net.map(|net| text!(" Take-home pay ", take_home::a_month(net), "."));
            text!(who(*profile), ": ", spoken_panel(permanent), ".", net)
        }
        View::Compare => take_home.map_or_else(|| take_home::no_figures(summary.tax_year), take_home::spoken),
        View::Contract => {
            let (rate, days) = (spoken_panel(contract), billable_days(*days));
            let own = own_annualised.map(|own| text!(" At your rate, ", pounds(own), "."));
            let net = take_home.map(take_home::spoken_contract);
            text!(who(*profile), ": ", rate, ". ", pounds(annualised.typical), " over ", days, ".", own, net)
        }
    }
}

fn spoken_panel<P: Pay>(panel: &Panel<P>) -> Text {
    let band = &panel.estimate.band;
    let own = panel.offer.map(|offer| text!(". ", verdict(&offer).trim_end_matches('.'))).unwrap_or_default();
    text!("typically ", pounds(band.typical), " ", P::EACH, ", range ", format::range(band), own)
}
