//! The part of the answer that is about take-home pay.

use serde::Serialize;

use crate::domain::take_home::inside::InsideIr35;
use crate::domain::take_home::outside::OutsideIr35;
use crate::domain::take_home::permanent::Permanent;
use crate::state::take_home::{BreakEven, TakeHome};

use super::Hundredths;

/// Declares what is said of a statement: its lines, in this order, and what is kept.
macro_rules! pay {
    ($name:ident of $statement:ident { $($line:ident,)+ }) => {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct $name { $($line: Hundredths,)+ kept: Hundredths }

        impl From<$statement> for $name {
            fn from(statement: $statement) -> Self {
                Self { $($line: statement.$line.into(),)+ kept: statement.kept().into() }
            }
        }
    };
}

pay! {
    PermanentPay of Permanent {
        gross, income_tax, national_insurance, student_loan, pension_from_pay, pension_pot, net,
    }
}

pay! {
    InsidePay of InsideIr35 {
        assignment_income, umbrella_margin, employer_national_insurance, apprenticeship_levy, gross, income_tax,
        national_insurance, student_loan, pension_pot, net,
    }
}

pay! {
    OutsidePay of OutsideIr35 {
        turnover, expenses, salary, employer_national_insurance, corporation_tax, dividend, income_tax,
        national_insurance, student_loan, pension_pot, net,
    }
}

/// Take-home pay three ways. A part is null where it cannot be worked out; `problems` then says why.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TakeHomePay {
    permanent: Option<PermanentPay>,
    inside_ir35: Option<InsidePay>,
    outside_ir35: Option<OutsidePay>,
}

impl TakeHomePay {
    /// What is said of take-home pay.
    pub fn of(take_home: &TakeHome) -> Self {
        Self {
            permanent: take_home.permanent.ok().map(Into::into),
            inside_ir35: take_home.inside.ok().map(Into::into),
            outside_ir35: take_home.outside.ok().map(Into::into),
        }
    }
}

/// The day rates that leave as much as the salary.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BreakEvenRates {
    inside_ir35_day_rate: Hundredths,
    outside_ir35_day_rate: Hundredths,
}

impl BreakEvenRates {
    /// What is said of the break-even.
    pub fn of(rates: BreakEven) -> Self {
        Self { inside_ir35_day_rate: rates.inside.into(), outside_ir35_day_rate: rates.outside.into() }
    }
}
