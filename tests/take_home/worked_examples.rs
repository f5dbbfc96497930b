//! Examples computed by hand and checked by others.

use salary_calculator::domain::choice::PensionMethod;
use salary_calculator::domain::money::{BasisPoints, BillableDays, Exact, Money, Year};
use salary_calculator::domain::offer::inside::{self, InsideIr35};
use salary_calculator::domain::offer::outside::{self, OutsideIr35};
use salary_calculator::domain::offer::permanent::{self, Job, JobTerms};
use salary_calculator::domain::offer::{Contract, ContractTerms, Taxpayer};
use salary_calculator::domain::tax::income_tax::{self, Income, personal_allowance};
use salary_calculator::domain::tax::rules::CorporationTax;
use salary_calculator::domain::tax::{corporation_tax, national_insurance};

use crate::company::{self, Company};
use crate::{exact, money, taxpayer};

const REGIONS: [&str; 2] = ["rest-of-uk", "scotland"];

/// £550 a day for 220 days: £121,000.
fn contract(expenses: i32, pension: i32) -> Contract {
    Contract {
        day_rate: Money::from_pounds(550),
        terms: ContractTerms {
            days: BillableDays::new(220).unwrap(),
            umbrella_margin: Money::from_pounds(25),
            expenses: Money::from_pounds(expenses),
            pension: Money::from_pounds(pension),
        },
    }
}

fn inside(taxpayer: &Taxpayer, pension: i32) -> InsideIr35 {
    inside::statement(taxpayer, &contract(0, pension)).unwrap()
}

fn outside(taxpayer: &Taxpayer, expenses: i32, pension: i32) -> OutsideIr35 {
    outside::statement(taxpayer, &contract(expenses, pension)).unwrap()
}

#[test]
fn an_umbrella_company_matches_the_example() {
    // Pension, employer's National Insurance, levy, gross, tax, National Insurance, net, and net in Scotland.
    let cases = [
        (0, 14_918.83, 522.29, 104_458.87, 30_107.15, 4_099.78, 70_251.95, 66_617.50),
        (20_000, 12_321.43, 435.71, 87_142.86, 22_289.14, 3_753.46, 61_100.26, 58_443.06),
    ];
    for year in ["2025-26", "2026-27"] {
        for (pension, employer, levy, gross, tax, insurance, net, net_in_scotland) in cases {
            let pay = inside(&taxpayer(year, "rest-of-uk", &[]), pension);
            assert_eq!((pay.assignment_income, pay.umbrella_margin), (money(121_000.0), money(1_100.0)));
            assert_eq!((pay.gross, pay.net), (money(gross), money(net)), "{year}");
            assert_eq!(pay.pension_pot, Money::from_pounds(pension));
            // A penny more or less makes the lines add up.
            let lines = [
                (pay.employer_national_insurance, employer),
                (pay.apprenticeship_levy, levy),
                (pay.income_tax, tax),
                (pay.national_insurance, insurance),
            ];
            for (line, expected) in lines {
                assert!((line - money(expected)).pence().abs() <= 1, "{line:?} {expected}");
            }
            if year == "2026-27" {
                let pay = inside(&taxpayer(year, "scotland", &[]), pension);
                assert_eq!(pay.net, money(net_in_scotland));
            }
        }
    }
}

#[test]
fn the_reduced_allowance_is_rounded_up_to_a_pound() {
    let rules = taxpayer("2026-27", "rest-of-uk", &[]).rules;
    for (income, allowance) in [
        (87_142.86, 12_570.0),
        (100_000.0, 12_570.0),
        (100_001.0, 12_570.0),
        (100_001.99, 12_570.0),
        (100_002.0, 12_569.0),
        (103_315.24 - 2_201.50, 12_014.0),
        (104_458.87, 10_341.0),
        (125_139.99, 1.0),
        (125_140.0, 0.0),
    ] {
        assert_eq!(personal_allowance(&rules.income_tax, exact(income)), exact(allowance), "{income}");
    }
}

#[test]
fn the_allowance_shrinks_from_the_limit_to_its_end() {
    let tax = &taxpayer("2026-27", "rest-of-uk", &[]).rules.income_tax;
    assert_eq!(income_tax::allowance_ends(tax), money(125_140.0));
    for (income, above) in
        [(100_000.0, None), (100_000.01, Some(0.01)), (125_139.99, Some(25_139.99)), (125_140.0, None)]
    {
        assert_eq!(income_tax::in_taper(tax, money(income)), above.map(money), "{income}");
    }
}

#[test]
fn relief_at_source_matches_the_example_with_automatic_enrolment() {
    // 5% of the pay from £6,240 to £50,270, of which the scheme claims a fifth.
    let (gross, contribution, from_pay) = (exact(103_315.24), exact(2_201.50), exact(1_761.20));
    for (region, net) in [("rest-of-uk", 68_936.94), ("scotland", 65_553.40)] {
        let taxpayer = taxpayer("2026-27", region, &[]);
        let income = Income { earnings: gross, relieved_contributions: contribution, ..Income::default() };
        let tax = income_tax::due(taxpayer.rules, taxpayer.region, income).total();
        let insurance = national_insurance::employee(&taxpayer.rules.national_insurance, gross);
        assert_eq!((gross - tax - insurance - from_pay).rounded(), money(net), "{region}");
        if region == "rest-of-uk" {
            assert_eq!((tax.rounded(), insurance.rounded()), (money(28_540.20), money(4_076.90)));
        }
    }
}

#[test]
fn a_company_matches_the_example_for_each_salary() {
    // Salary, employer's National Insurance, profit, corporation tax, dividend, tax on it, net.
    let cases = [
        (0.0, 0.0, 121_000.0, 28_315.0, 92_685.0, 19_162.36, 73_522.64),
        (5_000.0, 0.0, 116_000.0, 26_990.0, 89_010.0, 19_636.05, 74_373.95),
        (6_708.0, 256.20, 114_035.80, 26_469.49, 87_566.31, 19_730.54, 74_543.77),
        (12_570.0, 1_135.50, 107_294.50, 24_683.04, 82_611.46, 20_054.85, 75_126.61),
    ];
    // No salary is above the allowance, so Scotland is the same.
    for taxpayer in REGIONS.map(|region| taxpayer("2026-27", region, &[])) {
        for (salary, employer, profit, corporation_tax, dividend, tax, net) in cases {
            let pay = exact(salary);
            let company = Company::paying(&taxpayer, pay, exact(121_000.0)).unwrap();
            let lines = [
                (company.employer_national_insurance, employer),
                (company.profit, profit),
                (company.corporation_tax, corporation_tax),
                (company.dividend, dividend),
                (company::tax(&taxpayer, pay, company.dividend), tax),
                (company::net(&taxpayer, pay, company.dividend), net),
            ];
            for (line, expected) in lines {
                assert_eq!(line.rounded(), money(expected), "{salary}: {expected}");
            }
        }
        let best = outside(&taxpayer, 0, 0);
        assert_eq!((best.salary, best.net), (money(12_570.0), money(75_126.61)));
    }
}

#[test]
fn a_company_with_costs_a_pension_or_a_loan_matches_the_examples() {
    let now = taxpayer("2026-27", "rest-of-uk", &[]);
    let with_loan = taxpayer("2026-27", "rest-of-uk", &["plan-2"]);
    let a_year_before = taxpayer("2025-26", "rest-of-uk", &[]);
    let cases =
        [(&now, 3_000, 0, 73_709.90), (&now, 3_000, 20_000, 64_265.15), (&with_loan, 0, 0, 69_204.93)];
    for (taxpayer, expenses, pension, net) in cases {
        assert_eq!(outside(taxpayer, expenses, pension).net, money(net));
    }
    assert!((outside(&with_loan, 0, 0).student_loan - money(5_921.68)).pence().abs() <= 1);
    assert_eq!(outside(&a_year_before, 0, 0).net, money(76_768.84));
    assert_eq!(outside(&a_year_before, 0, 0).net - outside(&now, 0, 0).net, money(1_642.23));
}

#[test]
fn a_company_that_retains_profits_or_has_the_employment_allowance_matches_the_examples() {
    let taxpayer = taxpayer("2026-27", "rest-of-uk", &[]);
    let salary = exact(12_570.0);
    let company = Company::paying(&taxpayer, salary, exact(118_000.0)).unwrap();
    let drawn = exact(37_700.0);
    assert_eq!((company.dividend - drawn).rounded(), money(42_706.46));
    assert_eq!(company::net(&taxpayer, salary, drawn).rounded(), money(46_271.0));
    let allowed = Company::making(&taxpayer, exact(121_000.0) - salary, Exact::ZERO);
    assert_eq!(company::net(&taxpayer, salary, allowed.dividend).rounded(), money(75_662.84));
}

#[test]
fn a_salary_matches_the_examples() {
    let cases = [
        ("rest-of-uk", 104_458.87, 70_251.95),
        ("scotland", 104_458.87, 66_617.50),
        ("rest-of-uk", 117_286.92, 75_126.61),
        ("scotland", 129_543.12, 75_126.61),
    ];
    for (region, salary, net) in cases {
        let job = Job {
            salary: money(salary),
            terms: JobTerms {
                bonus: BasisPoints(0),
                pension: BasisPoints(0),
                pension_method: PensionMethod::NetPay,
                employer_pension: BasisPoints(0),
            },
        };
        let pay = permanent::statement(&taxpayer("2026-27", region, &[]), &job).unwrap();
        assert_eq!(pay.gross, job.salary);
        // The first two are an umbrella company's gross pay, which is not whole pence.
        assert!((pay.net - money(net)).pence().abs() <= 1, "{region}: {pay:?}");
    }
}

#[test]
fn the_best_salary_of_a_director_depends_on_turnover() {
    // Turnover, and how much more £12,570 leaves than £5,000 and than £6,708.
    let cases = [
        (50_000.0, 462.80, 358.38),
        (60_000.0, 797.49, 561.59),
        (80_000.0, 752.66, 582.84),
        (100_000.0, 752.66, 582.84),
        (121_000.0, 752.66, 582.84),
        (150_000.0, -211.26, -163.69),
        (200_000.0, 10.26, 7.95),
        (250_000.0, 10.26, 7.95),
        (300_000.0, -68.93, -53.38),
    ];
    let [england, scotland] = REGIONS.map(|region| taxpayer("2026-27", region, &[]));
    let net = |taxpayer: &Taxpayer, turnover, salary| {
        company::net_paying(taxpayer, exact(salary), exact(turnover)).unwrap()
    };
    for (turnover, over_5000, over_6708) in cases {
        let [most, least, middle] =
            [12_570.0, 5_000.0, 6_708.0].map(|salary| net(&england, turnover, salary));
        assert_eq!((most - least).rounded(), money(over_5000), "{turnover}");
        assert_eq!((most - middle).rounded(), money(over_6708), "{turnover}");
        // £6,708 leaves more than £5,000 exactly when £12,570 does.
        assert_eq!(middle > least, over_5000 > 0.0, "{turnover}");
        if turnover <= 121_000.0 {
            assert_eq!(
                (net(&scotland, turnover, 12_570.0), net(&scotland, turnover, 5_000.0)),
                (most, least)
            );
        }
    }
    let in_scotland = net(&scotland, 150_000.0, 12_570.0) - net(&scotland, 150_000.0, 5_000.0);
    assert_eq!(in_scotland.rounded(), money(-172.51));
    // A large salary would leave even more; the program does not search for it.
    assert_eq!(net(&england, 200_000.0, 131_090.0).rounded(), money(106_022.38));
    assert_eq!(net(&england, 200_000.0, 12_570.0).rounded(), money(105_765.04));
}

#[test]
fn dividends_count_for_a_student_loan_above_the_limit_only() {
    let taxpayer = taxpayer("2026-27", "rest-of-uk", &["plan-1"]);
    // 9% of the income above £26,900.
    for (salary, dividend, repayment) in [
        (30_000.0, 0.0, 279.0),
        (30_000.0, 2_000.0, 279.0),
        (30_000.0, 2_001.0, 459.09),
        (0.0, 26_900.0, 0.0),
        (0.0, 27_000.0, 9.0),
    ] {
        let repaid = company::repaid(&taxpayer, exact(salary), exact(dividend));
        assert_eq!(repaid, exact(repayment), "{salary} {dividend}");
    }
}

#[test]
fn marginal_relief_applies_between_the_limits_only() {
    let rules = &taxpayer("2026-27", "rest-of-uk", &[]).rules.corporation_tax;
    for (profit, given) in
        [(0.0, false), (50_000.0, false), (50_000.01, true), (249_999.99, true), (250_000.0, false)]
    {
        assert_eq!(corporation_tax::has_marginal_relief(rules, money(profit)), given, "{profit}");
    }
}

#[test]
fn corporation_tax_matches_the_examples_for_marginal_relief() {
    let rules = taxpayer("2026-27", "rest-of-uk", &[]).rules.corporation_tax;
    for (profit, tax) in [
        (0.0, 0.0),
        (40_000.0, 7_600.0),
        (50_000.0, 9_500.0),
        (100_000.0, 22_750.0),
        (250_000.0, 62_500.0),
        (300_000.0, 75_000.0),
    ] {
        assert_eq!(corporation_tax::due(&rules, exact(profit)), exact(tax), "{profit}");
    }
    // With an associated company the limits are half as high.
    let halved = |limit: Money<Year>| Money::from_pence(limit.pence() / 2);
    let shared = CorporationTax {
        lower_limit: halved(rules.lower_limit),
        upper_limit: halved(rules.upper_limit),
        ..rules
    };
    assert_eq!(corporation_tax::due(&shared, exact(100_000.0)), exact(24_625.0));
}

#[test]
fn a_company_pays_no_salary_if_every_salary_leaves_the_same() {
    let taxpayer = taxpayer("2026-27", "rest-of-uk", &[]);
    let mut untaxed = *taxpayer.rules;
    let nothing = BasisPoints(0);
    untaxed.corporation_tax.small_profits_rate = nothing;
    untaxed.corporation_tax.main_rate = nothing;
    untaxed.corporation_tax.marginal_relief = nothing;
    untaxed.national_insurance.employer_rate = nothing;
    untaxed.bands.rest_of_uk = &[];
    let best = outside(&Taxpayer { rules: &untaxed, ..taxpayer }, 0, 0);
    assert_eq!((best.salary, best.net), (money(0.0), money(121_000.0)));
}
