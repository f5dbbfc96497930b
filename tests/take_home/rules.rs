//! The checks on a tax year's figures: every figure, at both ends of its range.

use std::fmt::Debug;

use salary_calculator::domain::choice::{ByTaxRegion, StudentLoan};
use salary_calculator::domain::money::{BasisPoints, Money, Year};
use salary_calculator::domain::tax::rules::{
    CorporationTax, Dividends, IncomeTax, NationalInsurance, StudentLoans, TaxBand, TaxFault, TaxRules,
    check_bands,
};

use crate::common::figures;

type Checked = Result<(), TaxFault>;
/// A function that finds a field of a record.
type Field<T, V> = fn(&mut T) -> &mut V;

/// Sets each figure in turn to a step outside its range and to the end of it. `record` finds the record in its year.
fn assert_every_figure_is_checked<T: Copy + Debug>(
    year: &TaxRules,
    record: Field<TaxRules, T>,
    check: impl Fn(&T) -> Checked,
    thresholds: &[Field<T, Money<Year>>],
    rates: &[Field<T, BasisPoints>],
) {
    let good = *record(&mut year.clone());
    let tried = |changed: T| {
        let mut year = *year;
        *record(&mut year) = changed;
        let checked = check(&changed);
        // The year reports the faults of its records.
        assert!(checked.is_ok() || year.check() == checked, "{changed:?}");
        checked
    };
    assert_eq!(tried(good), Ok(()));
    for (index, threshold) in thresholds.iter().enumerate() {
        for (pence, is_allowed) in [(99, false), (100, true), (100_000_000, true), (100_000_001, false)] {
            let mut changed = good;
            *threshold(&mut changed) = Money::from_pence(pence);
            assert_eq!(tried(changed) != Err(TaxFault::Threshold), is_allowed, "threshold {index}: {pence}");
        }
    }
    for (index, rate) in rates.iter().enumerate() {
        for (points, is_allowed) in [(-1, false), (0, true), (10_000, true), (10_001, false)] {
            let mut changed = good;
            *rate(&mut changed) = BasisPoints(points);
            assert_eq!(tried(changed) != Err(TaxFault::Rate), is_allowed, "rate {index}: {points}");
        }
    }
}

#[test]
fn every_threshold_and_every_rate_has_a_range() {
    for year in figures().tax_years {
        assert_eq!(year.check(), Ok(()));
        assert_every_figure_is_checked(
            year,
            |year| &mut year.income_tax,
            IncomeTax::check,
            &[|tax| &mut tax.personal_allowance, |tax| &mut tax.income_limit],
            &[|tax| &mut tax.taper, |tax| &mut tax.relief_at_source],
        );
        assert_every_figure_is_checked(
            year,
            |year| &mut year.dividends,
            Dividends::check,
            &[|tax| &mut tax.allowance],
            &[|tax| &mut tax.ordinary_rate, |tax| &mut tax.upper_rate, |tax| &mut tax.additional_rate],
        );
        assert_every_figure_is_checked(
            year,
            |year| &mut year.national_insurance,
            NationalInsurance::check,
            &[
                |insurance| &mut insurance.lower_earnings_limit,
                |insurance| &mut insurance.primary_threshold,
                |insurance| &mut insurance.upper_earnings_limit,
                |insurance| &mut insurance.secondary_threshold,
            ],
            &[
                |insurance| &mut insurance.main_rate,
                |insurance| &mut insurance.upper_rate,
                |insurance| &mut insurance.employer_rate,
                |insurance| &mut insurance.apprenticeship_levy,
            ],
        );
        assert_every_figure_is_checked(
            year,
            |year| &mut year.corporation_tax,
            CorporationTax::check,
            &[|tax| &mut tax.lower_limit, |tax| &mut tax.upper_limit],
            &[|tax| &mut tax.small_profits_rate, |tax| &mut tax.main_rate, |tax| &mut tax.marginal_relief],
        );
        assert_every_figure_is_checked(
            year,
            |year| &mut year.student_loans,
            |loans: &StudentLoans| loans.check(&year.national_insurance),
            &[|loans: &mut StudentLoans| &mut loans.unearned_income_limit],
            &[|loans: &mut StudentLoans| &mut loans.rate, |loans| &mut loans.postgraduate_rate],
        );
    }
}

fn newest() -> TaxRules {
    *figures().tax_years.last().unwrap()
}

#[test]
fn thresholds_of_national_insurance_are_in_order_and_may_be_equal() {
    // Lower earnings limit, primary and secondary threshold, upper earnings limit.
    let cases = [
        ([6_708, 12_570, 5_000, 50_270], Ok(())),
        ([6_708, 6_708, 6_708, 6_708], Ok(())),
        ([6_708, 12_570, 12_570, 50_270], Ok(())),
        ([6_709, 6_708, 5_000, 50_270], Err(TaxFault::Order)),
        ([6_708, 50_271, 5_000, 50_270], Err(TaxFault::Order)),
        ([6_708, 12_570, 12_571, 50_270], Err(TaxFault::Order)),
    ];
    for (thresholds, expected) in cases {
        let [lower_earnings_limit, primary_threshold, secondary_threshold, upper_earnings_limit] =
            thresholds.map(Money::from_pounds);
        let insurance = NationalInsurance {
            lower_earnings_limit,
            primary_threshold,
            upper_earnings_limit,
            secondary_threshold,
            ..newest().national_insurance
        };
        assert_eq!(insurance.check(), expected, "{thresholds:?}");
    }
}

#[test]
fn marginal_relief_joins_the_two_rates_or_is_a_fault() {
    // The limits in pounds, the rates and the relief in hundredths of a per cent.
    let cases = [
        ([50_000, 250_000], [1_900, 2_500, 150], Ok(())),
        ([25_000, 125_000], [1_900, 2_500, 150], Ok(())),
        ([50_000, 250_000], [1_500, 2_500, 250], Ok(())),
        ([50_000, 50_000], [2_500, 2_500, 150], Ok(())),
        ([50_000, 250_000], [1_900, 2_500, 151], Err(TaxFault::MarginalRelief)),
        ([50_000, 250_000], [1_901, 2_500, 150], Err(TaxFault::MarginalRelief)),
        ([50_000, 250_001], [1_900, 2_500, 150], Err(TaxFault::MarginalRelief)),
        ([250_001, 250_000], [1_900, 2_500, 150], Err(TaxFault::Order)),
    ];
    for (limits, rates, expected) in cases {
        let [lower_limit, upper_limit] = limits.map(Money::from_pounds);
        let [small_profits_rate, main_rate, marginal_relief] = rates.map(BasisPoints);
        let tax = CorporationTax { small_profits_rate, main_rate, lower_limit, upper_limit, marginal_relief };
        assert_eq!(tax.check(), expected, "{limits:?} {rates:?}");
    }
}

/// The threshold of a plan, to change.
fn threshold(loans: &mut StudentLoans, plan: StudentLoan) -> &mut Option<Money<Year>> {
    match plan {
        StudentLoan::Plan1 => &mut loans.plan_1,
        StudentLoan::Plan2 => &mut loans.plan_2,
        StudentLoan::Plan4 => &mut loans.plan_4,
        StudentLoan::Plan5 => &mut loans.plan_5,
        StudentLoan::Postgraduate => &mut loans.postgraduate,
    }
}

#[test]
fn a_loan_threshold_is_at_least_the_primary_threshold_and_the_limit_of_unearned_income_together() {
    let year = newest();
    let insurance =
        NationalInsurance { primary_threshold: Money::from_pounds(12_570), ..year.national_insurance };
    let good = StudentLoans { unearned_income_limit: Money::from_pounds(2_000), ..year.student_loans };
    let least = 12_570 + 2_000;
    for (pounds, expected) in [
        (Some(least), Ok(())),
        (Some(least - 1), Err(TaxFault::Cliff)),
        (Some(0), Err(TaxFault::Threshold)),
        (Some(1_000_000), Ok(())),
        (Some(1_000_001), Err(TaxFault::Threshold)),
        // Nothing is due on a plan without a threshold.
        (None, Ok(())),
    ] {
        for &plan in StudentLoan::ALL {
            let mut loans = good;
            let given = pounds.map(Money::from_pounds);
            *threshold(&mut loans, plan) = given;
            assert_eq!(loans.threshold(plan), given);
            assert_eq!(loans.check(&insurance), expected, "{plan:?}: {pounds:?}");
        }
    }
}

#[test]
fn bands_ascend_and_all_but_the_last_have_an_end() {
    let year = newest();
    let band = |to: Option<i32>, points: i32| TaxBand {
        to: to.map(Money::from_pounds),
        rate: BasisPoints(points),
        ..year.bands.rest_of_uk[0]
    };
    let cases: [(Vec<TaxBand>, Checked); 11] = [
        (vec![band(None, 2_000)], Ok(())),
        (vec![band(Some(1), 0), band(Some(2), 10_000), band(None, 0)], Ok(())),
        (vec![], Err(TaxFault::Bands)),
        (vec![band(Some(1), 2_000)], Err(TaxFault::Bands)),
        (vec![band(None, 2_000), band(None, 2_000)], Err(TaxFault::Bands)),
        (vec![band(Some(2), 2_000), band(Some(2), 2_000), band(None, 2_000)], Err(TaxFault::Bands)),
        (vec![band(Some(3), 2_000), band(Some(2), 2_000), band(None, 2_000)], Err(TaxFault::Bands)),
        (vec![band(Some(0), 2_000), band(None, 2_000)], Err(TaxFault::Threshold)),
        (vec![band(Some(1_000_001), 2_000), band(None, 2_000)], Err(TaxFault::Threshold)),
        (vec![band(Some(1), 2_000), band(None, 10_001)], Err(TaxFault::Rate)),
        (vec![band(Some(1), -1), band(None, 2_000)], Err(TaxFault::Rate)),
    ];
    for (bands, expected) in cases {
        let bands: &'static [TaxBand] = bands.leak();
        let in_scotland = ByTaxRegion { scotland: bands, ..year.bands };
        // Dividends have three rates, so the rest of the UK has three bands.
        let elsewhere = ByTaxRegion { rest_of_uk: bands, ..year.bands };
        let for_dividends = if bands.len() == 3 { expected } else { Err(TaxFault::DividendBands) };
        for (changed, expected) in [(in_scotland, expected), (elsewhere, for_dividends)] {
            assert_eq!(check_bands(&changed), expected, "{bands:?}");
            assert_eq!(TaxRules { bands: changed, ..year }.check(), expected, "{bands:?}");
        }
    }
}

#[test]
fn every_fault_names_what_is_needed() {
    let faults = [
        TaxFault::Threshold,
        TaxFault::Rate,
        TaxFault::Bands,
        TaxFault::DividendBands,
        TaxFault::Order,
        TaxFault::MarginalRelief,
        TaxFault::Cliff,
    ];
    let mut messages: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert!(messages.iter().all(|fault| fault.starts_with("needs ")), "{messages:?}");
    messages.sort();
    messages.dedup();
    assert_eq!(messages.len(), faults.len());
}
