//! The answer: headline, chart, verdict and working.

use yew::prelude::*;

use crate::data::MARKET;
use crate::domain::choice::{Engagement, Profile};
use crate::domain::estimate;
use crate::domain::figure::{Figure, Mark};
use crate::domain::money::Factor;
use crate::domain::text::Text;
use crate::state::key::Key;
use crate::state::model::State;
use crate::state::summary::{Panel, Summary};

use super::chart::{self, Ends, Picture};
use super::control::Dispatch;
use super::copy;
use super::element::{Child, Element, element, fragment};
use super::format::{self, Pay, pounds};
use super::heading::heading;
use super::take_home;

/// The words and numbers of an answer: the same markup serves every engagement.
pub struct Shown {
    profile: Profile,
    engagement: Engagement,
    typical: Text,
    each: &'static str,
    unit: &'static str,
    range: Text,
    published: Text,
    picture: Picture,
    verdict: Option<Verdict>,
    no_verdict: &'static str,
    years: Vec<YearCard>,
    working: Working,
}

struct Verdict {
    standing: Text,
    basis: Text,
    /// Whether it is about the last amount that made sense, not the one in the field.
    stale: bool,
}

struct YearCard {
    name: &'static str,
    income: Text,
    sum: Text,
    range: Option<Text>,
}

struct Working {
    national: Text,
    national_mark: Mark,
    why: Vec<Text>,
    location: Figure<Factor>,
    specialism: Figure<Factor>,
    product: Text,
    rounded_to: Text,
}

impl Shown {
    /// The answer for an engagement.
    pub fn of(state: &State, engagement: Engagement) -> Self {
        let summary = &state.summary;
        match engagement {
            Engagement::Permanent => {
                let ends = |profile| chart::ends(&estimate::permanent(&MARKET, profile).band);
                Self::of_panel(state, Key::Salary, &summary.permanent, ends)
            }
            Engagement::Contract => {
                let ends = |profile| chart::ends(&estimate::contract(&MARKET, profile).band);
                Self { years: years(summary), ..Self::of_panel(state, Key::DayRate, &summary.contract, ends) }
            }
        }
    }

    /// `own` is the input of the visitor's own figure.
    fn of_panel<P: Pay>(state: &State, own: Key, panel: &Panel<P>, ends: fn(Profile) -> Ends) -> Self {
        let engagement = if own == Key::DayRate { Engagement::Contract } else { Engagement::Permanent };
        let estimate = &panel.estimate;
        let (band, working) = (&estimate.band, &estimate.working);
        let national = working.national.typical();
        Self {
            profile: state.summary.profile,
            engagement,
            typical: pounds(band.typical),
            each: P::EACH,
            unit: P::TYPICAL,
            range: copy::typical_range(band),
            published: copy::published(&estimate.published),
            picture: Picture::of(panel, ends),
            verdict: panel.offer.map(|offer| Verdict {
                standing: copy::verdict(&offer),
                basis: copy::verdict_basis(&offer, band),
                stale: state.problem(own).is_some_and(|problem| problem.reason.is_of_text()),
            }),
            no_verdict: copy::no_verdict(engagement),
            years: Vec::new(),
            working: Working {
                national: pounds(national.value),
                national_mark: national.provenance.mark,
                location: working.location,
                specialism: working.specialism,
                product: copy::product(working.product, band.typical),
                rounded_to: copy::rounded_to(working.step),
                why: [
                    Some(copy::national_why(national)),
                    Some(copy::range_why(&working.national)),
                    working.raised_low.map(|low| copy::raised_low(low, band)),
                ]
                .into_iter()
                .flatten()
                .collect(),
            },
        }
    }
}

/// What a contract brings in over a year.
fn years(summary: &Summary) -> Vec<YearCard> {
    let days = summary.days;
    let market = YearCard {
        name: copy::MARKET_YEAR,
        income: pounds(summary.annualised.typical),
        sum: copy::over_days(summary.contract.estimate.band.typical, days),
        range: Some(copy::typical_range(&summary.annualised)),
    };
    let own = summary.contract.offer.zip(summary.own_annualised).map(|(offer, income)| YearCard {
        name: copy::OWN_YEAR,
        income: pounds(income),
        sum: copy::over_days(offer.amount, days),
        range: None,
    });
    [market].into_iter().chain(own).collect()
}

/// The answer, in full.
pub fn answer(shown: &Shown, state: &State, dispatch: &Dispatch) -> Html {
    let Shown { profile, typical, unit, range, published, picture, years, .. } = shown;
    let level = state.host.heading_level;
    let head = element("div")
        .child(heading(level, 0).class("who").attribute("id", "who").child(copy::who(*profile)))
        .child(element("p").class("headline").part("headline").untranslated().child(typical))
        .child(element("p").class("unit").child(*unit));
    let caption = element("figcaption")
        .child(element("span").class("key estimated").child(range))
        .child(" ")
        .child(element("span").class("key published").child(published));
    let years = (!years.is_empty()).then(|| {
        element("div")
            .child(element("div").class("pair").children(years.iter().map(year)))
            .child(element("p").class("hint").child(copy::YEAR_CAVEAT))
    });
    let take_home = state.summary.take_home.as_ref().map(|take_home| match shown.engagement {
        Engagement::Permanent => take_home::permanent(take_home, state, dispatch),
        Engagement::Contract => take_home::contract(take_home, state, dispatch),
    });
    let chart = element("figure")
        .class("range")
        .part("chart range")
        .untranslated()
        .child(chart::range(picture))
        .child(caption);
    let working = (!state.host.compact).then(|| multiplied_out(shown, level));
    fragment(vec![
        head.html(),
        chart.html(),
        verdict(shown),
        years.node(),
        take_home::year(&state.summary),
        take_home.unwrap_or_default(),
        working.unwrap_or_default(),
    ])
}

/// What stands at the foot of a phone, always in sight: the number that the view is about.
pub struct Dock {
    /// What it is.
    pub beside: Text,
    /// The number.
    pub amount: Text,
    /// What it is for: "a year".
    pub each: &'static str,
}

impl Dock {
    /// The headline number and the verdict.
    pub fn of(shown: &Shown) -> Self {
        let Shown { profile, typical, each, verdict, .. } = shown;
        let beside =
            verdict.as_ref().map_or_else(|| copy::who_briefly(*profile), |verdict| verdict.standing.clone());
        Self { beside, amount: typical.clone(), each }
    }

    /// Its markup.
    pub fn html(self) -> Html {
        let amount = element("span")
            .class("amount")
            .untranslated()
            .child(element("b").child(self.amount))
            .child(" ")
            .child(self.each);
        element("div")
            .class("dock")
            .attribute("aria-hidden", "true")
            .child(element("span").child(self.beside))
            .child(amount)
            .html()
    }
}

fn verdict(shown: &Shown) -> Html {
    let Some(Verdict { standing, basis, stale }) = &shown.verdict else {
        return element("p").class("verdict empty").child(shown.no_verdict).html();
    };
    let line = element("p").untranslated().child(element("b").child(standing)).child(" ").child(basis);
    if *stale {
        line.class("verdict stale").child(" ").child(element("em").child(copy::STALE)).html()
    } else {
        line.class("verdict").html()
    }
}

fn year(YearCard { name, income, sum, range }: &YearCard) -> Element {
    element("div")
        .class("fact")
        .child(element("p").child(*name))
        .child(element("b").untranslated().child(income))
        .child(element("p").untranslated().child(sum))
        .child(range.as_ref().map(|range| element("p").untranslated().child(range)))
}

/// The factors multiplied out.
fn multiplied_out(shown: &Shown, heading_level: Option<u8>) -> Html {
    let Shown { profile, engagement, working, .. } = shown;
    let Working { national, national_mark, location, specialism, product, rounded_to, why } = working;
    let factor = |figure: &Figure<Factor>, name: &'static str| {
        term(Some(TIMES), format::factor(figure.value), name, Some(figure.provenance.mark))
    };
    let chain = element("ol")
        .class("chain")
        .untranslated()
        .child(term(None, national.clone(), copy::NATIONAL, Some(*national_mark)))
        .child(factor(location, copy::location(profile.location)))
        .child(factor(specialism, copy::short_specialism(profile.specialism)))
        .child(term(Some(EQUALS), product.clone(), rounded_to, None));
    let evidence = copy::uplift_evidence(profile.specialism, *engagement);
    let why = why.iter().chain(&evidence);
    element("div")
        .class("working")
        .child(heading(heading_level, 1).class("title").child(copy::WORKING))
        .child(chain)
        .children(why.map(|why| element("p").class("hint").untranslated().child(why)))
        .html()
}

/// A sign as it is seen and as it is read out.
type Sign = (&'static str, &'static str);

const TIMES: Sign = ("×", copy::sign::TIMES);
const EQUALS: Sign = ("=", copy::sign::EQUALS);

/// A step of the working, with the sign before it, so that both stay together where the line breaks.
fn term(sign: Option<Sign>, value: Text, name: impl Child, mark: Option<Mark>) -> Element {
    let name = element("span").child(name);
    let name = match mark {
        Some(mark) => name.child(" ").child(element("small").class("mark").child(copy::mark(mark))),
        None => name,
    };
    let class = if sign == Some(EQUALS) { "term result" } else { "term" };
    let value = element("span").class(class).child(element("b").child(value)).child(" ").child(name);
    let step = element("li");
    let step = match sign {
        Some((seen, said)) => step
            .child(element("span").class("sign").attribute("aria-hidden", "true").child(seen))
            .child(element("span").class("visually-hidden").child(said)),
        None => step,
    };
    step.child(value)
}
