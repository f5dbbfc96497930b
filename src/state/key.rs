//! The names of the inputs. They are public: links, attributes and the command line use them.

use crate::domain::choice::{Engagement, choice};

choice! {
    /// An input, in the order in which links name them.
    Key {
        /// Which view is open.
        View = "view",
        /// The level.
        Seniority = "seniority",
        /// The specialism.
        Specialism = "specialism",
        /// The place.
        Location = "location",
        /// The visitor's own or offered salary, pounds a year.
        Salary = "salary",
        /// A bonus, % of salary.
        Bonus = "bonus",
        /// The visitor's own or offered day rate, pounds a day.
        DayRate = "day-rate",
        /// Billable days a year.
        Days = "days",
        /// The tax year.
        TaxYear = "tax-year",
        /// Whose income tax bands apply.
        TaxRegion = "tax-region",
        /// The employee's pension contribution, % of salary.
        Pension = "pension",
        /// How that contribution leaves the pay.
        PensionMethod = "pension-method",
        /// The employer's pension contribution, % of salary.
        EmployerPension = "employer-pension",
        /// Student loan plans, a comma between them.
        StudentLoan = "student-loan",
        /// What an umbrella company keeps, pounds a week.
        UmbrellaMargin = "umbrella-margin",
        /// A company's running costs, pounds a year.
        Expenses = "expenses",
        /// What goes into a pension from a contract, pounds a year.
        ContractPension = "contract-pension",
    }
}

choice! {
    /// Which answer is shown.
    View {
        /// What a permanent job pays.
        Permanent = "permanent",
        /// What a contract brings in.
        Contract = "contract",
        /// Which of the two leaves more.
        Compare = "compare",
    }
}

impl View {
    /// The engagement whose answer a view shows; nothing where it shows both.
    pub const fn engagement(self) -> Option<Engagement> {
        match self {
            Self::Permanent => Some(Engagement::Permanent),
            Self::Contract => Some(Engagement::Contract),
            Self::Compare => None,
        }
    }
}

impl Key {
    /// The inputs that describe whose pay it is.
    pub const PROFILE: [Self; 3] = [Self::Seniority, Self::Specialism, Self::Location];

    /// The further inputs of a view that are always in sight.
    pub const fn fields(view: View) -> &'static [Self] {
        match view {
            View::Permanent => &[Self::Salary],
            View::Contract => &[Self::DayRate, Self::Days],
            View::Compare => &[Self::Salary, Self::DayRate, Self::Days, Self::UmbrellaMargin, Self::Expenses],
        }
    }

    /// The inputs of a view that stand behind "more".
    pub const fn more(view: View) -> &'static [Self] {
        match view {
            View::Permanent => &[
                Self::Bonus,
                Self::Pension,
                Self::PensionMethod,
                Self::EmployerPension,
                Self::StudentLoan,
                Self::TaxRegion,
                Self::TaxYear,
            ],
            View::Contract => &[
                Self::UmbrellaMargin,
                Self::Expenses,
                Self::ContractPension,
                Self::StudentLoan,
                Self::TaxRegion,
                Self::TaxYear,
            ],
            View::Compare => &[
                Self::Bonus,
                Self::Pension,
                Self::PensionMethod,
                Self::EmployerPension,
                Self::ContractPension,
                Self::StudentLoan,
                Self::TaxRegion,
                Self::TaxYear,
            ],
        }
    }

    /// Whether a view has a text field for this input, beside which what is wrong with it can be said.
    pub fn has_field(self, view: View) -> bool {
        self.range().is_some() && self.is_offered(view)
    }

    /// Whether the answer of a view depends on this input. The permanent view says which contract rate keeps as much.
    pub fn is_used(self, view: View) -> bool {
        let contract = [Self::Days, Self::UmbrellaMargin, Self::Expenses, Self::ContractPension];
        self == Self::View
            || Self::PROFILE.contains(&self)
            || self.is_offered(view)
            || (view == View::Permanent && contract.contains(&self))
    }

    fn is_offered(self, view: View) -> bool {
        Self::fields(view).contains(&self) || Self::more(view).contains(&self)
    }
}
