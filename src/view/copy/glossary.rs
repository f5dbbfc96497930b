//! Explanations of terms in plain words.

use crate::domain::listed;

listed! {
    /// A term that the page explains.
    Term {
        /// The off-payroll rules.
        Ir35 = "ir35",
        /// An umbrella company.
        Umbrella = "umbrella",
        /// The contractor's own company.
        OwnCompany = "own-company",
        /// The day rate at which a contract matches a salary.
        BreakEven = "break-even",
        /// Take-home pay and pension.
        Kept = "kept",
        /// Income tax with its allowance.
        IncomeTax = "income-tax",
        /// The employee's contributions.
        NationalInsurance = "national-insurance",
        /// The employer's contributions.
        EmployerNationalInsurance = "employer-national-insurance",
        /// The apprenticeship levy.
        ApprenticeshipLevy = "apprenticeship-levy",
        /// Student loan repayments.
        StudentLoan = "student-loan",
        /// The three ways of paying into a pension.
        PensionMethod = "pension-method",
        /// A pension paid from a contract.
        ContractPension = "contract-pension",
        /// Corporation tax.
        CorporationTax = "corporation-tax",
        /// Marginal relief.
        MarginalRelief = "marginal-relief",
        /// The director's salary.
        DirectorsSalary = "directors-salary",
        /// Dividends.
        Dividend = "dividend",
    }
}

impl Term {
    /// The heading of its explanation.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ir35 => "IR35, the off-payroll rules",
            Self::Umbrella => "Umbrella company",
            Self::OwnCompany => "Own company",
            Self::BreakEven => "Break-even day rate",
            Self::Kept => "Kept",
            Self::IncomeTax => "Income tax",
            Self::NationalInsurance => "National Insurance",
            Self::EmployerNationalInsurance => "Employer’s National Insurance",
            Self::ApprenticeshipLevy => "Apprenticeship levy",
            Self::StudentLoan => "Student loan",
            Self::PensionMethod => "Ways into a pension",
            Self::ContractPension => "Pension from a contract",
            Self::CorporationTax => "Corporation tax",
            Self::MarginalRelief => "Marginal relief",
            Self::DirectorsSalary => "Director’s salary",
            Self::Dividend => "Dividend",
        }
    }

    /// Its explanation.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Ir35 => {
                "Rules that ask whether a contractor would be an employee but for their company. Inside IR35 the pay is \
                 taxed like a salary. Outside, the contractor’s company invoices the client and pays its own taxes. The \
                 client usually decides, from how the work is done."
            }
            Self::Umbrella => {
                "A company that employs a contractor and pays them under PAYE. From what the client pays it takes its \
                 margin, the employer’s National Insurance and the apprenticeship levy first; the rest is gross pay."
            }
            Self::OwnCompany => {
                "A limited company with the contractor as its only director. It invoices the client, pays its running \
                 costs, a small salary and corporation tax, and pays out the rest as dividend."
            }
            Self::BreakEven => {
                "The smallest day rate in whole pounds at which a contract leaves at least as much as the salary: \
                 take-home pay and pension together, over a year."
            }
            Self::Kept => {
                "Take-home pay and everything that goes into the pension, your employer’s part included."
            }
            Self::IncomeTax => {
                "Charged in bands on what lies above the personal allowance. Above an income limit the allowance shrinks, \
                 until nothing is left of it. Scotland has bands of its own."
            }
            Self::NationalInsurance => {
                "What employees pay towards the state pension and benefits, on pay above a threshold, at a lower rate \
                 above an upper limit. The same all over the UK."
            }
            Self::EmployerNationalInsurance => {
                "What an employer pays on top of gross pay. Inside IR35 it comes out of the day rate; a company pays it on \
                 its director’s salary."
            }
            Self::ApprenticeshipLevy => {
                "A charge on an employer’s whole pay bill. An umbrella company’s allowance is long used up, so it takes \
                 the levy from the day rate."
            }
            Self::StudentLoan => {
                "Plans 1, 2, 4 and 5 take a part of pay above a threshold; with several of them the lowest threshold counts, \
                 once. A postgraduate loan takes its part on top. Dividends count in full once they pass a limit."
            }
            Self::PensionMethod => {
                "Salary sacrifice: the pay is less by agreement, so neither tax nor National Insurance is due on it. Net \
                 pay: taken before tax, but National Insurance is due. Relief at source: paid from take-home pay, and the \
                 scheme adds the basic rate of tax."
            }
            Self::ContractPension => {
                "Sacrificed from pay through an umbrella company, or paid in by one’s own company as a cost. Either way no \
                 tax and no National Insurance is due on it."
            }
            Self::CorporationTax => {
                "Paid by a company on its profit: a small profits rate up to a lower limit, the main rate from an upper \
                 limit, and in between the main rate less marginal relief."
            }
            Self::MarginalRelief => {
                "Takes a part off corporation tax for profits between the two limits, so that the rate climbs from one to \
                 the other instead of jumping. Every further pound in between costs more than the main rate."
            }
            Self::DirectorsSalary => {
                "Of no salary, one at the secondary threshold, one at the lower earnings limit and one at the primary \
                 threshold of National Insurance, the one that leaves most. A salary saves corporation tax but can cost \
                 National Insurance."
            }
            Self::Dividend => {
                "Profit paid out to the owner after corporation tax. It lies on top of the salary in the income tax bands, \
                 at rates of its own, and no National Insurance is due on it."
            }
        }
    }
}
