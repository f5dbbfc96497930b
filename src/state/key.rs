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
    /// The engagement whose answer a view shows. Without tax figures there is no comparison: the permanent side
    /// stands in for it.
    pub const fn engagement(self) -> Engagement {
        match self {
            Self::Permanent | Self::Compare => Engagement::Permanent,
            Self::Contract => Engagement::Contract,
        }
    }
}

impl Key {
    /// The inputs that have a text field beside the answer for an engagement.
    pub const fn fields(engagement: Engagement) -> &'static [Self] {
        match engagement {
            Engagement::Permanent => &[Self::Salary],
            Engagement::Contract => &[Self::DayRate, Self::Days],
        }
    }
}
