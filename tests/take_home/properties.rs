//! Rules that any pay must obey.

use proptest::prelude::*;
use salary_calculator::domain::choice::{PensionMethod, TaxRegion};
use salary_calculator::domain::comparison::compare;
use salary_calculator::domain::money::{BasisPoints, Exact, Money, Year};
use salary_calculator::domain::offer::permanent::{self, Job, JobTerms, Permanent};
use salary_calculator::domain::offer::{Contract, Offer, Side, Statement, Taxpayer, inside, outside};
use salary_calculator::domain::tax::income_tax::{self, Income, personal_allowance};
use salary_calculator::domain::tax::national_insurance;

use crate::any;
use crate::company::{self, Company};

const NOTHING: Money<Year> = Money::ZERO;

/// The most that the amount kept may fall while pay rises: the allowance shrinks in steps of a pound, and a step costs
/// less.
const WOBBLE: Money<Year> = Money::from_pence(99);

/// The job with another method of paying into the pension.
fn by(pension_method: PensionMethod, job: &Job) -> Job {
    Job { terms: JobTerms { pension_method, ..job.terms }, ..*job }
}

proptest! {
    #[test]
    fn the_lines_of_a_salary_add_up_and_none_is_negative(taxpayer in any::taxpayer(), job in any::job()) {
        let Ok(pay) = permanent::statement(&taxpayer, &job) else { return Ok(()) };
        let lines = [pay.income_tax, pay.national_insurance, pay.student_loan, pay.pension_from_pay];
        prop_assert_eq!(lines.into_iter().fold(pay.gross, |left, line| left - line), pay.net);
        let others = [pay.gross, pay.pension_pot, pay.net, pay.adjusted_net_income];
        prop_assert!(lines.into_iter().chain(others).all(|line| line >= NOTHING), "{:?}", pay);
    }

    #[test]
    fn the_lines_inside_ir35_add_up_and_none_is_negative(
        taxpayer in any::taxpayer(), contract in any::contract(),
    ) {
        let Ok(pay) = inside::statement(&taxpayer, &contract) else { return Ok(()) };
        let spent = [
            pay.umbrella_margin, pay.employer_national_insurance, pay.apprenticeship_levy, pay.pension_pot,
        ];
        let deducted = [pay.income_tax, pay.national_insurance, pay.student_loan];
        prop_assert_eq!(spent.into_iter().fold(pay.assignment_income, |left, line| left - line), pay.gross);
        prop_assert_eq!(deducted.into_iter().fold(pay.gross, |left, line| left - line), pay.net);
        prop_assert_eq!(pay.assignment_income, contract.day_rate.over(contract.terms.days));
        prop_assert_eq!(pay.pension_pot, contract.terms.pension);
        let lines = spent.into_iter().chain(deducted).chain([pay.assignment_income, pay.gross, pay.net]);
        prop_assert!(lines.into_iter().all(|line| line >= NOTHING), "{:?}", pay);
    }

    #[test]
    fn the_lines_outside_ir35_add_up_and_none_is_negative(
        taxpayer in any::taxpayer(), contract in any::contract(),
    ) {
        let Ok(pay) = outside::statement(&taxpayer, &contract) else { return Ok(()) };
        let spent = [
            pay.expenses, pay.pension_pot, pay.salary, pay.employer_national_insurance, pay.corporation_tax,
        ];
        let deducted = [pay.income_tax, pay.national_insurance, pay.student_loan];
        prop_assert_eq!(spent.into_iter().fold(pay.turnover, |left, line| left - line), pay.dividend);
        prop_assert_eq!(deducted.into_iter().fold(pay.salary + pay.dividend, |left, line| left - line), pay.net);
        prop_assert_eq!(pay.turnover, contract.day_rate.over(contract.terms.days));
        prop_assert_eq!((pay.expenses, pay.pension_pot), (contract.terms.expenses, contract.terms.pension));
        prop_assert_eq!(spent[..4].iter().fold(pay.turnover, |left, &line| left - line), pay.profit());
        let lines = spent.into_iter().chain(deducted).chain([pay.turnover, pay.dividend, pay.net]);
        prop_assert!(lines.into_iter().all(|line| line >= NOTHING), "{:?}", pay);
    }

    #[test]
    fn an_offer_has_the_statement_of_its_arrangement(
        taxpayer in any::taxpayer(), job in any::job(), contract in any::contract(),
    ) {
        let offers = [
            Offer::Permanent(job), Offer::Contract(Side::Inside, contract), Offer::Contract(Side::Outside, contract),
        ];
        let statements = [
            permanent::statement(&taxpayer, &job).map(Statement::Permanent),
            inside::statement(&taxpayer, &contract).map(Statement::InsideIr35),
            outside::statement(&taxpayer, &contract).map(Statement::OutsideIr35),
        ];
        let compared = compare(&taxpayer, &offers);
        prop_assert_eq!(compared.len(), offers.len());
        for ((compared, offer), statement) in compared.iter().zip(offers).zip(statements) {
            prop_assert_eq!((compared.offer, compared.statement), (offer, statement));
            prop_assert_eq!(offer.statement(&taxpayer), statement);
            let kept = statement.map(|statement| statement.net() + statement.pension_pot());
            prop_assert_eq!(compared.kept(), kept.ok());
            if let Offer::Contract(side, contract) = offer {
                prop_assert_eq!(side.kept(&taxpayer, &contract), kept);
            }
        }
    }

    #[test]
    fn a_higher_salary_leaves_no_less(
        taxpayer in any::taxpayer(), job in any::job(), more in any::pence(0, 1_000),
    ) {
        let raised = Job { salary: job.salary + Money::from_pence(more), ..job };
        let [now, then] = [job, raised].map(|job| Offer::Permanent(job).statement(&taxpayer));
        let (Ok(now), Ok(then)) = (now, then) else { return Ok(()) };
        prop_assert!(then.kept() + WOBBLE >= now.kept(), "{:?} {:?}", now, then);
    }

    #[test]
    fn a_higher_rate_leaves_no_less_on_either_side_of_ir35(
        taxpayer in any::taxpayer(), contract in any::contract(), more in 0..=1_000_i64,
    ) {
        let raised = Contract { day_rate: contract.day_rate + Money::from_pence(more), ..contract };
        for side in [Side::Inside, Side::Outside] {
            // A higher rate can pay for anything that a lower one can.
            let Ok(now) = side.kept(&taxpayer, &contract) else { continue };
            let then = side.kept(&taxpayer, &raised).unwrap();
            prop_assert!(then + WOBBLE >= now, "{:?} {:?}", now, then);
        }
    }

    #[test]
    fn the_allowance_is_whole_pounds_and_shrinks_from_all_of_it_to_nothing(
        taxpayer in any::taxpayer(), income in any::pence(0, 30_000_000), more in 0..=1_000_i64,
    ) {
        let allowance =
            |pence| personal_allowance(&taxpayer.rules.income_tax, Exact::of(Money::from_pence(pence)));
        let (now, then) = (allowance(income), allowance(income + more));
        prop_assert!(Exact::ZERO <= then && then <= now, "{:?} {:?}", now, then);
        prop_assert!(now <= Exact::of(taxpayer.rules.income_tax.personal_allowance));
        prop_assert_eq!(now.rounded().pence() % 100, 0);
    }

    #[test]
    fn pay_is_in_the_taper_where_it_is_above_the_limit_and_some_allowance_is_left(
        taxpayer in any::taxpayer(), income in any::pence(0, 300_000),
    ) {
        let income = Money::from_pence(income);
        let tax = &taxpayer.rules.income_tax;
        let allowance = personal_allowance(tax, Exact::of(income));
        let above = income - tax.income_limit;
        let expected = (above > NOTHING && allowance > Exact::ZERO).then_some(above);
        prop_assert_eq!(income_tax::in_taper(tax, income), expected);
        prop_assert_eq!(income >= income_tax::allowance_ends(tax), allowance == Exact::ZERO);
    }

    #[test]
    fn a_rise_is_the_difference_between_two_salaries(
        taxpayer in any::taxpayer(), job in any::job(), more in any::pence(0, 100_000),
    ) {
        let more = Money::from_pence(more);
        let raised = Job { salary: job.salary + more, ..job };
        let [now, then] = [job, raised].map(|job| permanent::statement(&taxpayer, &job));
        let (Ok(now), Ok(then)) = (now, then) else { return Ok(()) };
        let rise = permanent::rise(&taxpayer, &job, more).unwrap();
        // One rounding here, but one for each line there.
        let near = |one: Money<Year>, other: Money<Year>| (one - other).pence().abs() <= 3;
        let taken = |pay: Permanent| pay.income_tax + pay.national_insurance + pay.student_loan;
        prop_assert!(near(rise.gross, then.gross - now.gross), "{:?}", rise);
        prop_assert!(near(rise.taken, taken(then) - taken(now)), "{:?}", rise);
        prop_assert_eq!(rise.adjusted_net_income, then.adjusted_net_income);
    }

    #[test]
    fn an_umbrella_company_spends_all_it_has_and_a_slow_search_finds_the_same_pay(
        taxpayer in any::taxpayer(), pence in any::pence(0, 5_200_000),
    ) {
        let cost = |gross: Exact| {
            let levy = gross.at(taxpayer.rules.national_insurance.apprenticeship_levy);
            gross + levy + national_insurance::employer(&taxpayer.rules.national_insurance, gross)
        };
        let pot = Exact::of(Money::from_pence(pence));
        let gross = inside::gross_from(taxpayer.rules, pot);
        let left = pot - cost(gross);
        let speck = Exact::of(Money::from_pence(1)).at(BasisPoints(1));
        prop_assert!(Exact::ZERO <= left && left < speck, "{:?}", left);
        let (mut paid, mut too_much) = (0, pence + 1);
        while too_much - paid > 1 {
            let middle = i64::midpoint(paid, too_much);
            if cost(Exact::of(Money::from_pence(middle))) <= pot { paid = middle } else { too_much = middle }
        }
        prop_assert_eq!(gross.rounded_down(), Money::from_pence(paid));
    }

    #[test]
    fn a_company_pays_the_lowest_of_the_salaries_that_leave_most(
        taxpayer in any::taxpayer(), contract in any::contract(),
    ) {
        let Ok(pay) = outside::statement(&taxpayer, &contract) else { return Ok(()) };
        let insurance = &taxpayer.rules.national_insurance;
        let salaries = [
            NOTHING, insurance.secondary_threshold, insurance.lower_earnings_limit, insurance.primary_threshold,
        ];
        let available = Exact::of(pay.turnover - contract.terms.expenses - contract.terms.pension);
        let nets: Vec<_> = salaries
            .into_iter()
            .filter_map(|salary| Some((salary, company::net_paying(&taxpayer, Exact::of(salary), available)?)))
            .collect();
        let most = nets.iter().map(|(_, net)| *net).max().unwrap();
        let lowest = nets.iter().filter(|(_, net)| *net == most).map(|(salary, _)| *salary).min().unwrap();
        prop_assert_eq!((pay.salary, pay.net), (lowest, most.rounded()), "{:?}", nets);
        let company = Company::paying(&taxpayer, Exact::of(pay.salary), available).unwrap();
        prop_assert_eq!(pay.dividend, company.dividend.rounded());
    }

    #[test]
    fn both_regions_tax_alike_if_their_bands_do_not_apply(
        taxpayer in any::taxpayer(), pence in any::pence(0, 10_000_000), contract in any::contract(),
    ) {
        let regions = TaxRegion::ALL.iter().map(|&region| Taxpayer { region, ..*taxpayer }).collect::<Vec<_>>();
        let [here, there] = regions.as_slice() else { panic!("{regions:?}") };
        let amount = Exact::of(Money::from_pence(pence));
        let tax = |taxpayer: &Taxpayer, earnings, dividends| {
            let income = Income { earnings, dividends, ..Income::default() };
            income_tax::due(taxpayer.rules, taxpayer.region, income)
        };
        // Dividends alone, and pay within the allowance.
        prop_assert_eq!(tax(here, Exact::ZERO, amount), tax(there, Exact::ZERO, amount));
        let covered = amount.min(personal_allowance(&here.rules.income_tax, amount));
        prop_assert_eq!(tax(here, covered, Exact::ZERO).total(), Exact::ZERO);
        prop_assert_eq!(tax(there, covered, Exact::ZERO).total(), Exact::ZERO);
        // A company whose director has the whole allowance.
        let [one, other] = [here, there].map(|taxpayer| outside::statement(taxpayer, &contract));
        let limit = here.rules.income_tax.income_limit;
        if one.is_ok_and(|pay| pay.salary + pay.dividend < limit) {
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn relief_at_source_leaves_as_much_as_net_pay_if_there_is_enough_tax_to_relieve(
        taxpayer in any::taxpayer(), job in any::job(),
    ) {
        let [net_pay, at_source] = [PensionMethod::NetPay, PensionMethod::ReliefAtSource]
            .map(|method| permanent::statement(&taxpayer, &by(method, &job)));
        let (Ok(net_pay), Ok(at_source)) = (net_pay, at_source) else { return Ok(()) };
        prop_assert_eq!(net_pay.pension_pot, at_source.pension_pot);
        prop_assert!((net_pay.national_insurance - at_source.national_insurance).pence().abs() <= 1);
        prop_assert_eq!(net_pay.adjusted_net_income, at_source.adjusted_net_income);
        // The starter rate is lower than the relief, so below the end of its band the two differ.
        let starter = match taxpayer.region {
            TaxRegion::RestOfUk => Exact::ZERO,
            TaxRegion::Scotland => Exact::of(taxpayer.rules.bands.scotland[0].to.unwrap()),
        };
        let left = Exact::of(net_pay.adjusted_net_income);
        if left > personal_allowance(&taxpayer.rules.income_tax, left) + starter {
            prop_assert_eq!(net_pay.net, at_source.net);
        } else {
            prop_assert!(net_pay.net <= at_source.net);
        }
    }

    #[test]
    fn salary_sacrifice_also_saves_insurance_and_loan_repayments_unlike_net_pay(
        taxpayer in any::taxpayer(), job in any::job(),
    ) {
        let [sacrifice, net_pay] = [PensionMethod::SalarySacrifice, PensionMethod::NetPay]
            .map(|method| permanent::statement(&taxpayer, &by(method, &job)));
        let (Ok(sacrifice), Ok(net_pay)) = (sacrifice, net_pay) else { return Ok(()) };
        prop_assert_eq!(sacrifice.pension_pot, net_pay.pension_pot);
        prop_assert!((sacrifice.income_tax - net_pay.income_tax).pence().abs() <= 1);
        let saved = net_pay.national_insurance - sacrifice.national_insurance
            + (net_pay.student_loan - sacrifice.student_loan);
        prop_assert!((sacrifice.net - net_pay.net - saved).pence().abs() <= 3);
        prop_assert!(sacrifice.net >= net_pay.net);
    }

    #[test]
    fn a_bonus_is_pay_but_adds_nothing_to_the_pension(taxpayer in any::taxpayer(), job in any::job()) {
        let Ok(pay) = permanent::statement(&taxpayer, &job) else { return Ok(()) };
        let (salary, terms) = (Exact::of(job.salary), job.terms);
        prop_assert_eq!(pay.gross, (salary + salary.at(terms.bonus)).rounded());
        prop_assert_eq!(pay.pension_pot, (salary.at(terms.pension) + salary.at(terms.employer_pension)).rounded());
    }
}
