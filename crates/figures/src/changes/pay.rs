//! Compares estimates and take-home pay before and after an edit.

use salary_domain::choice::{ByStudentLoan, Location, Seniority, TaxRegion};
use salary_domain::estimate;
use salary_domain::market::{Band, Discipline, Role};
use salary_domain::money::Money;
use salary_domain::offer::Taxpayer;
use salary_domain::offer::permanent::{self, Job, JobTerms};
use salary_domain::tax::rules::TaxRules;
use salary_figures::Read;

use super::words::{counted, pounds};

/// The salaries, in pounds, whose take-home pay shows the effect of a tax figure.
const SALARIES: [i32; 3] = [30_000, 60_000, 110_000];

/// The changes to the default specialism's estimates: a line for each level and location.
pub fn estimates(before: &'static Discipline, after: &'static Discipline) -> Vec<String> {
    let places = Seniority::ALL
        .iter()
        .flat_map(|&seniority| Location::ALL.iter().map(move |&location| (seniority, location)));
    let roles = places.map(|(seniority, location)| {
        let role =
            |discipline: &'static Discipline| Role { seniority, location, ..Role::first_of(discipline) };
        let location = match location {
            Location::London => "London",
            Location::Regional => "outside London",
        };
        (format!("{}, {location}", seniority.name()), role(before), role(after))
    });
    let salaries = roles.clone().filter_map(|(name, was, is)| {
        change(&name, &estimate::permanent(was).band, &estimate::permanent(is).band, "")
    });
    let day_rates = roles.clone().filter_map(|(name, was, is)| {
        change(&name, &estimate::contract(was).band, &estimate::contract(is).band, " a day")
    });
    salaries.chain(day_rates).collect()
}

/// The change to an estimate: of the typical amount, or of the range if only that changes.
fn change<P: Copy + PartialEq>(name: &str, was: &Band<P>, is: &Band<P>, unit: &str) -> Option<String> {
    let amount = |money: Money<P>| pounds(money.pence());
    if was.typical != is.typical {
        return Some(format!("{name}: {} → {}{unit}", amount(was.typical), amount(is.typical)));
    }
    let range = |band: &Band<P>| format!("{} to {}", amount(band.low), amount(band.high));
    (was != is).then(|| format!("{name}, range: {} → {}{unit}", range(was), range(is)))
}

/// The number of estimates, over all roles, that change, are new or are removed.
pub fn estimates_in_all(before: &Read, after: &Read) -> Vec<String> {
    let roles =
        |read: &Read| -> Vec<Role> { read.figures.disciplines.iter().flat_map(Discipline::roles).collect() };
    let (was, is) = (roles(before), roles(after));
    // Each role has two estimates, a salary and a day rate.
    let mut changed = 0;
    for &role in &is {
        let Some(&earlier) = was.iter().find(|&&earlier| earlier == role) else { continue };
        changed += usize::from(estimate::permanent(earlier).band != estimate::permanent(role).band);
        changed += usize::from(estimate::contract(earlier).band != estimate::contract(role).band);
    }
    let missing = |of: &[Role], from: &[Role]| 2 * of.iter().filter(|role| !from.contains(role)).count();
    let line = |number: usize, [one, many]: [&str; 2]| {
        format!("{} {}.", counted(number, "estimate"), if number == 1 { one } else { many })
    };
    let (new, gone) = (missing(&is, &was), missing(&was, &is));
    let mut lines = match changed {
        0 => vec!["No estimate changes.".to_owned()],
        _ => vec![line(changed, ["changes", "change"])],
    };
    lines.extend((new > 0).then(|| line(new, ["is new", "are new"])));
    lines.extend((gone > 0).then(|| line(gone, ["is removed", "are removed"])));
    lines
}

/// The changes to take-home pay from a few salaries, without a pension or a student loan.
pub fn take_home(before: &TaxRules, after: &TaxRules) -> Vec<String> {
    let mut lines = Vec::new();
    for &region in TaxRegion::ALL {
        let place = match region {
            TaxRegion::RestOfUk => "",
            TaxRegion::Scotland => " in Scotland",
        };
        for salary in SALARIES {
            let [was, is] = [before, after].map(|rules| net(rules, region, salary));
            if was != is {
                let salary = pounds(i64::from(salary) * 100);
                lines.push(format!("Take-home pay from {salary}{place}: {} → {}", pounds(was), pounds(is)));
            }
        }
    }
    if lines.is_empty() {
        let [low, middle, high] = SALARIES.map(|salary| pounds(i64::from(salary) * 100));
        lines.push(format!("Take-home pay from {low}, {middle} and {high} does not change."));
    }
    lines
}

/// Take-home pay in pence.
fn net(rules: &TaxRules, region: TaxRegion, salary: i32) -> i64 {
    let taxpayer = Taxpayer { rules, region, student_loans: ByStudentLoan::from_fn(|_| false) };
    let job = Job { salary: Money::from_pounds(salary), terms: JobTerms::NONE };
    permanent::statement(&taxpayer, &job).map_or(0, |pay| pay.net.pence())
}
