//! The inputs of a view.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VComp;

use crate::data::TAX_RULES;
use crate::domain::choice::{Location, PensionMethod, Seniority, Specialism, StudentLoan, TaxRegion};
use crate::domain::money::{Day, Year};
use crate::domain::text::{Text, text};
use crate::state::disclosure::Disclosure;
use crate::state::event::Event;
use crate::state::key::Key;
use crate::state::model::State;

use super::control::{self, Choice, Dispatch};
use super::copy;
use super::copy::take_home;
use super::disclosure::disclosure;
use super::element::element;
use super::field::{self, Field};
use super::format::Pay;

/// The inputs of the open view.
pub fn form(state: &Rc<State>, dispatch: &Dispatch) -> Html {
    let view = state.scenario.view;
    let field = |&input: &Key| -> Html {
        let props = field::Props { input, state: Rc::clone(state), dispatch: dispatch.clone() };
        VComp::new::<Field>(props.into(), Some(input.slug().into())).into()
    };
    let fields = |keys: &'static [Key]| keys.iter().filter(|&&key| state.offers(key)).map(field);
    let set = copy::set(&state.scenario).map(|set| element("small").child(set));
    let more = Key::more(view).iter().any(|&key| state.offers(key)).then(|| {
        let summary = element("summary").child(copy::more(view)).child(set);
        let content = || element("div").class("more-fields").children(fields(Key::more(view)));
        disclosure(Disclosure::More, summary, content, state, dispatch).class("more")
    });
    element("div")
        .class("form")
        .part("form")
        .attribute("role", "group")
        .attribute("aria-label", copy::FORM)
        .child(element("p").class("without-scripts").child(copy::WITHOUT_SCRIPTS))
        .children(fields(&Key::PROFILE))
        .children(fields(Key::fields(view)))
        .child(more)
        .html()
}

/// The values of a choice.
macro_rules! choices {
    ($key:expr, $choice:ident, $chosen:expr, $name:path) => {
        $choice::ALL.iter().map(|&value| known($key, value.slug(), $name(value), value == $chosen)).collect()
    };
}

fn known(key: Key, slug: &'static str, name: &'static str, chosen: bool) -> Choice {
    choice(key, AttrValue::Static(slug), AttrValue::Static(name), chosen)
}

fn choice(key: Key, slug: AttrValue, name: AttrValue, chosen: bool) -> Choice {
    let event = Event::ChoseValue(key, slug.as_str().to_owned());
    Choice { slug, name, chosen, event }
}

/// An input with all that belongs to it.
pub fn input(state: &State, key: Key, dispatch: &Dispatch) -> Html {
    let scenario = &state.scenario;
    let profile = scenario.profile;
    match key {
        Key::Seniority => {
            let choices = choices!(key, Seniority, profile.seniority, copy::seniority);
            control::segments(key, choices, Some(copy::seniority_hint(profile.seniority)), dispatch)
        }
        Key::Specialism => {
            control::select(key, choices!(key, Specialism, profile.specialism, copy::specialism), dispatch)
        }
        Key::Location => {
            control::segments(key, choices!(key, Location, profile.location, copy::location), None, dispatch)
        }
        Key::TaxRegion => {
            let choices = choices!(key, TaxRegion, scenario.tax_region, take_home::tax_region);
            control::segments(key, choices, Some(take_home::TAX_REGION_HINT), dispatch)
        }
        Key::PensionMethod => {
            let choices = choices!(key, PensionMethod, scenario.pension_method, take_home::pension_method);
            control::select(key, choices, dispatch)
        }
        Key::StudentLoan => {
            let repaid = scenario.student_loans;
            let plans = StudentLoan::ALL.iter().map(|&plan| {
                // What is repaid once this one is ticked, or no longer.
                let others = StudentLoan::ALL.iter().filter(|&&other| *repaid.get(other) != (other == plan));
                let slugs: Vec<_> = others.map(|other| other.slug()).collect();
                let event = Event::ChoseValue(key, slugs.join(","));
                let [slug, name] = [plan.slug(), take_home::student_loan(plan)].map(AttrValue::Static);
                Choice { slug, name, chosen: *repaid.get(plan), event }
            });
            control::boxes(key, plans.collect(), nothing_due(state), dispatch)
        }
        Key::TaxYear => control::select(key, tax_years(state), dispatch),
        Key::Days => control::days(state, key, copy::days_hint(), dispatch),
        Key::Bonus | Key::Pension | Key::EmployerPension => {
            control::number(state, key, false, take_home::OF_SALARY, dispatch)
        }
        Key::DayRate => control::amount(state, key, Day::EACH, dispatch),
        Key::UmbrellaMargin => control::amount(state, key, take_home::A_WEEK, dispatch),
        _ => control::amount(state, key, Year::EACH, dispatch),
    }
}

/// Which of the chosen loans nothing is repaid on in this year.
fn nothing_due(state: &State) -> Option<Text> {
    let thresholds = &state.summary.take_home?.taxpayer.rules.student_loans.thresholds;
    let plan = state.scenario.student_loans().find(|&plan| thresholds.get(plan).is_none())?;
    Some(take_home::nothing_due(plan, state.summary.tax_year))
}

/// The tax years that there are figures for. The current one needs no name: it is the one that an empty text stands for.
fn tax_years(state: &State) -> Vec<Choice> {
    let current = state.summary.current_tax_year;
    let chosen = state.summary.tax_year;
    let known = TAX_RULES.iter().map(|rules| rules.year);
    let now = (!known.clone().any(|year| year == current)).then(|| {
        choice(Key::TaxYear, AttrValue::Static(""), take_home::no_tax_year(current).into(), chosen == current)
    });
    let years = known.map(|year| {
        let slug = text!((year != current).then_some(year));
        choice(Key::TaxYear, slug.into(), take_home::tax_year(year, current).into(), year == chosen)
    });
    years.chain(now).collect()
}
