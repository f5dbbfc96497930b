//! The options that a visitor chooses from. A choice is a closed enum, and each value has a slug, which links,
//! attributes and data files use, and a name, which the page shows.

/// Declares a closed enum with a slug for each value.
#[macro_export]
macro_rules! listed {
    ($(#[$meta:meta])* $enum:ident { $($(#[$about:meta])* $variant:ident = $slug:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $enum { $($(#[$about])* $variant,)+ }

        impl $enum {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The slug of this value.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// The value with this slug.
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.slug() == slug)
            }
        }
    };
}

/// Declares a closed enum with a slug and a name for each value.
#[macro_export]
macro_rules! choice {
    ($(#[$meta:meta])* $enum:ident { $($(#[$about:meta])* $variant:ident = $slug:literal, $name:literal;)+ }) => {
        $crate::listed! { $(#[$meta])* $enum { $($(#[$about])* $variant = $slug,)+ } }

        impl $enum {
            /// The words of every value, in the same order.
            pub const WORDS: &'static [$crate::choice::Word] =
                &[$($crate::choice::Word { slug: $slug, name: $name },)+];

            /// The word for this value on the page.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

/// Declares a table with one entry for every value of an enum, so that look-ups cannot fail.
#[macro_export]
macro_rules! table {
    ($(#[$meta:meta])* $table:ident by $key:ident { $($field:ident: $variant:ident,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $table<T> {
            $(#[doc = concat!("The entry for [`", stringify!($key), "::", stringify!($variant), "`].")] pub $field: T,)+
        }

        impl<T> $table<T> {
            /// The entry for a value.
            pub const fn get(&self, key: $key) -> &T {
                match key { $($key::$variant => &self.$field,)+ }
            }

            /// Builds the table from a function of each value.
            pub fn from_fn(mut entry: impl FnMut($key) -> T) -> Self {
                Self { $($field: entry($key::$variant),)+ }
            }
        }

        impl<T> $table<Option<T>> {
            /// The complete table; `None` if an entry is missing.
            pub fn complete(self) -> Option<$table<T>> {
                Some($table { $($field: self.$field?,)+ })
            }
        }
    };
}

/// The slug and the name of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word in links, attributes and data files.
    pub slug: &'static str,
    /// The word on the page.
    pub name: &'static str,
}

choice! {
    /// A level of seniority.
    #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::choice))]
    Seniority {
        /// Works with support from others.
        Junior = "junior", "Junior";
        /// Works independently.
        Mid = "mid", "Mid";
        /// Leads projects and mentors others.
        Senior = "senior", "Senior";
        /// Sets direction across teams; also called principal.
        Lead = "lead", "Lead";
    }
}

choice! {
    /// The location of a job.
    Location {
        /// London.
        London = "london", "London";
        /// Anywhere else in the UK.
        Regional = "regional", "Regional";
    }
}

listed! {
    /// The arrangement under which someone is paid: as an employee, or under a contract on either side of the
    /// off-payroll rules.
    Arrangement {
        /// Employed, for a salary.
        Permanent = "permanent",
        /// On a contract inside IR35, employed by an umbrella company.
        InsideIr35 = "inside-ir35",
        /// On a contract outside IR35, through the contractor's own company.
        OutsideIr35 = "outside-ir35",
    }
}

choice! {
    /// A region with income tax bands of its own.
    TaxRegion {
        /// England, Wales and Northern Ireland.
        RestOfUk = "rest-of-uk", "Rest of the UK";
        /// Scotland.
        Scotland = "scotland", "Scotland";
    }
}

choice! {
    /// A student loan plan.
    StudentLoan {
        /// Plan 1.
        Plan1 = "plan-1", "Plan 1";
        /// Plan 2.
        Plan2 = "plan-2", "Plan 2";
        /// Plan 4.
        Plan4 = "plan-4", "Plan 4";
        /// Plan 5.
        Plan5 = "plan-5", "Plan 5";
        /// The postgraduate loan, repaid on top of any of the others.
        Postgraduate = "postgraduate", "Postgraduate";
    }
}

choice! {
    /// The way an employee's pension contribution leaves their pay.
    PensionMethod {
        /// Before tax and National Insurance.
        SalarySacrifice = "salary-sacrifice", "Salary sacrifice";
        /// Before tax only.
        NetPay = "net-pay", "Net pay";
        /// After tax; the scheme claims the basic rate back.
        ReliefAtSource = "relief-at-source", "Relief at source";
    }
}

table! {
    /// One entry for every [`Seniority`].
    #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::choice))]
    BySeniority by Seniority { junior: Junior, mid: Mid, senior: Senior, lead: Lead, }
}

table! {
    /// One entry for every [`StudentLoan`].
    #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::choice))]
    ByStudentLoan by StudentLoan {
        plan_1: Plan1, plan_2: Plan2, plan_4: Plan4, plan_5: Plan5, postgraduate: Postgraduate,
    }
}

table! {
    /// One entry for every [`TaxRegion`].
    #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::choice))]
    ByTaxRegion by TaxRegion { rest_of_uk: RestOfUk, scotland: Scotland, }
}

table! {
    /// One entry for every [`Location`].
    #[cfg_attr(feature = "bake", derive(databake::Bake), databake(path = salary_domain::choice))]
    ByLocation by Location { london: London, regional: Regional, }
}
