//! What the figures of a year are held to: every one of them, from both sides.

use salary_calculator::data::TAX_RULES;
use salary_calculator::domain::money::{BasisPoints, Money};
use salary_calculator::domain::tax::rules::{
    CorporationTax, Dividends, IncomeTax, NationalInsurance, Rate, StudentLoans, TaxBand, TaxFault, TaxRules,
    Threshold,
};

type Checked<T> = Result<T, TaxFault>;
type Thresholds<'a, T> = &'a [fn(&mut T) -> &mut Threshold];
type Rates<'a, T> = &'a [fn(&mut T) -> &mut Rate];

/// Each figure by itself a step beyond what it may be, and at the end of that.
fn every_figure_is_held<T: Copy + PartialEq + std::fmt::Debug>(
    good: T,
    check: impl Fn(T) -> Checked<T>,
    thresholds: Thresholds<T>,
    rates: Rates<T>,
) {
    assert_eq!(check(good), Ok(good));
    for (place, threshold) in thresholds.iter().enumerate() {
        for (pence, taken) in [(99, false), (100, true), (100_000_000, true), (100_000_001, false)] {
            let mut rules = good;
            threshold(&mut rules).value = Money::from_pence(pence);
            assert_eq!(check(rules) != Err(TaxFault::Threshold), taken, "threshold {place}: {pence}");
        }
    }
    for (place, rate) in rates.iter().enumerate() {
        for (points, taken) in [(-1, false), (0, true), (10_000, true), (10_001, false)] {
            let mut rules = good;
            rate(&mut rules).value = BasisPoints(points);
            assert_eq!(check(rules) != Err(TaxFault::Rate), taken, "rate {place}: {points}");
        }
    }
}

#[test]
fn every_threshold_and_every_rate_is_held_to_its_range() {
    for rules in TAX_RULES {
        every_figure_is_held::<IncomeTax>(
            rules.income_tax,
            IncomeTax::checked,
            &[|tax| &mut tax.personal_allowance, |tax| &mut tax.income_limit],
            &[|tax| &mut tax.taper, |tax| &mut tax.relief_at_source],
        );
        every_figure_is_held::<Dividends>(
            rules.dividends,
            Dividends::checked,
            &[|tax| &mut tax.allowance],
            &[|tax| &mut tax.rates[0], |tax| &mut tax.rates[1], |tax| &mut tax.rates[2]],
        );
        every_figure_is_held::<NationalInsurance>(
            rules.national_insurance,
            NationalInsurance::checked,
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
            ],
        );
        every_figure_is_held::<CorporationTax>(
            rules.corporation_tax,
            CorporationTax::checked,
            &[|tax| &mut tax.lower_limit, |tax| &mut tax.upper_limit],
            &[|tax| &mut tax.small_profits_rate, |tax| &mut tax.main_rate, |tax| &mut tax.marginal_relief],
        );
        every_figure_is_held::<StudentLoans>(
            rules.student_loans,
            |loans| loans.checked(&rules.national_insurance),
            &[|loans| &mut loans.unearned_income_limit],
            &[|loans| &mut loans.rate, |loans| &mut loans.postgraduate_rate],
        );
    }
}

fn newest() -> TaxRules {
    TAX_RULES[TAX_RULES.len() - 1]
}

fn at(mut threshold: Threshold, pounds: i32) -> Threshold {
    threshold.value = Money::from_pounds(pounds);
    threshold
}

#[test]
fn thresholds_of_national_insurance_keep_their_order_and_may_meet() {
    // Lower earnings limit, primary and secondary threshold, upper earnings limit.
    let cases = [
        ([6_708, 12_570, 5_000, 50_270], Ok(())),
        ([6_708, 6_708, 6_708, 6_708], Ok(())),
        ([6_708, 12_570, 12_570, 50_270], Ok(())),
        ([6_709, 6_708, 5_000, 50_270], Err(TaxFault::Order)),
        ([6_708, 50_271, 5_000, 50_270], Err(TaxFault::Order)),
        ([6_708, 12_570, 12_571, 50_270], Err(TaxFault::Order)),
    ];
    let good = newest().national_insurance;
    for ([lower, primary, secondary, upper], expected) in cases {
        let insurance = NationalInsurance {
            lower_earnings_limit: at(good.lower_earnings_limit, lower),
            primary_threshold: at(good.primary_threshold, primary),
            secondary_threshold: at(good.secondary_threshold, secondary),
            upper_earnings_limit: at(good.upper_earnings_limit, upper),
            ..good
        };
        assert_eq!(insurance.checked().map(|_| ()), expected, "{lower} {primary} {secondary} {upper}");
    }
}

#[test]
fn marginal_relief_joins_the_rates_or_is_a_fault() {
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
    let good = newest().corporation_tax;
    for ([lower, upper], rates, expected) in cases {
        let mut tax = CorporationTax {
            lower_limit: at(good.lower_limit, lower),
            upper_limit: at(good.upper_limit, upper),
            ..good
        };
        let [small, main, relief] = rates.map(BasisPoints);
        tax.small_profits_rate.value = small;
        tax.main_rate.value = main;
        tax.marginal_relief.value = relief;
        assert_eq!(tax.checked().map(|_| ()), expected, "{lower} {upper} {rates:?}");
    }
}

#[test]
fn a_loan_is_due_on_no_less_than_the_primary_threshold_and_the_limit_of_unearned_income() {
    let rules = newest();
    let least = 12_570 + 2_000;
    for (pounds, expected) in [
        (least, Ok(())),
        (least - 1, Err(TaxFault::Cliff)),
        (0, Err(TaxFault::Threshold)),
        (1_000_001, Err(TaxFault::Threshold)),
    ] {
        for place in 0..5 {
            let mut loans = rules.student_loans;
            let thresholds = &mut loans.thresholds;
            let plans = [
                &mut thresholds.plan_1,
                &mut thresholds.plan_2,
                &mut thresholds.plan_4,
                &mut thresholds.plan_5,
                &mut thresholds.postgraduate,
            ];
            let plan = plans.into_iter().nth(place).unwrap();
            *plan = plan.map(|threshold| at(threshold, pounds));
            assert_eq!(loans.checked(&rules.national_insurance).map(|_| ()), expected, "{place}: {pounds}");
        }
    }
}

#[test]
fn bands_ascend_each_with_an_end_but_the_last() {
    let good = newest().income_tax;
    let band = |to: Option<i32>, points: i32| {
        let mut band = good.bands.rest_of_uk[0];
        band.to = to.map(|pounds| at(good.personal_allowance, pounds));
        band.rate.value = BasisPoints(points);
        band
    };
    let cases: [(Vec<TaxBand>, _); 10] = [
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
    ];
    for (bands, expected) in cases {
        let bands: &'static [TaxBand] = bands.leak();
        let mut tax = good;
        tax.bands.scotland = bands;
        assert_eq!(tax.checked().map(|_| ()), expected, "{bands:?}");
        // Dividends have three rates, for three bands.
        (tax.bands.rest_of_uk, tax.bands.scotland) = (bands, good.bands.scotland);
        let expected = if bands.len() == 3 { expected } else { Err(TaxFault::DividendBands) };
        assert_eq!(tax.checked().map(|_| ()), expected, "{bands:?}");
    }
}

#[test]
fn every_fault_says_what_is_needed() {
    let faults = [
        TaxFault::Threshold,
        TaxFault::Rate,
        TaxFault::Bands,
        TaxFault::DividendBands,
        TaxFault::Order,
        TaxFault::MarginalRelief,
        TaxFault::Cliff,
    ];
    let mut said: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert!(said.iter().all(|fault| fault.starts_with("needs ")), "{said:?}");
    said.sort();
    said.dedup();
    assert_eq!(said.len(), faults.len());
}
