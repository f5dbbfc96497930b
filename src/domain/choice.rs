//! What a visitor can choose. Every choice is a closed enum with a slug: the word that stands for it in
//! links, in attributes and in the data files.

/// Declares a closed enum with a word for each value, and the list of its values in their order.
macro_rules! listed {
    ($(#[$meta:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $slug:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$about])* $variant,)+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word for this value.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

        }
    };
}
pub(crate) use listed;

/// Declares one that a visitor can choose from: its words are those of links, attributes and data files.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $slug:literal,)+ }) => {
        $crate::domain::choice::listed! { $(#[$meta])* $name { $($(#[$about])* $variant = $slug,)+ } }

        impl $name {
            /// The words of every value, in the same order.
            pub const SLUGS: &'static [&'static str] = &[$($slug,)+];

            /// The value that a word stands for.
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.slug() == slug)
            }
        }
    };
}
pub(crate) use choice;

/// Declares a table with one entry for every value of an enum, so that a look-up cannot fail.
macro_rules! table {
    ($(#[$meta:meta])* $name:ident by $key:ident { $($field:ident: $variant:ident,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name<T> {
            $(#[doc = concat!("The entry for [`", stringify!($key), "::", stringify!($variant), "`].")] pub $field: T,)+
        }

        impl<T> $name<T> {
            /// The entry for a value.
            pub const fn get(&self, key: $key) -> &T {
                match key { $($key::$variant => &self.$field,)+ }
            }

            /// A table of what a function says of each value.
            pub fn from_fn(entry: impl Fn($key) -> T) -> Self {
                Self { $($field: entry($key::$variant),)+ }
            }
        }
    };
}
pub(crate) use table;

choice! {
    /// How far along a career is.
    Seniority {
        /// Works on models with support.
        Junior = "junior",
        /// Owns models in production.
        Mid = "mid",
        /// Leads projects and mentors others.
        Senior = "senior",
        /// Sets direction across teams; also called principal.
        Lead = "lead",
    }
}

choice! {
    /// The part of the field someone is expert in. One counts; they never add up.
    Specialism {
        /// Machine learning as a whole.
        Generalist = "generalist",
        /// Deep learning.
        DeepLearning = "deep-learning",
        /// Natural language processing, language models and generative AI.
        Nlp = "nlp",
        /// Computer vision.
        ComputerVision = "computer-vision",
        /// Running models in production.
        Mlops = "mlops",
    }
}

choice! {
    /// Where the job is.
    Location {
        /// London.
        London = "london",
        /// Anywhere else in the UK.
        Regional = "regional",
    }
}

choice! {
    /// How someone is engaged.
    Engagement {
        /// Employed, for a salary.
        Permanent = "permanent",
        /// On a contract, for a day rate.
        Contract = "contract",
    }
}

listed! {
    /// How someone is paid: as an employee, or under a contract on either side of the off-payroll rules.
    Arrangement {
        /// Employed, for a salary.
        Permanent = "permanent",
        /// On a contract inside IR35, employed by an umbrella company.
        InsideIr35 = "inside-ir35",
        /// On a contract outside IR35, through one's own company.
        OutsideIr35 = "outside-ir35",
    }
}

choice! {
    /// Whose income tax bands apply.
    TaxRegion {
        /// England, Wales and Northern Ireland.
        RestOfUk = "rest-of-uk",
        /// Scotland.
        Scotland = "scotland",
    }
}

choice! {
    /// A student loan plan.
    StudentLoan {
        /// Plan 1.
        Plan1 = "plan-1",
        /// Plan 2.
        Plan2 = "plan-2",
        /// Plan 4.
        Plan4 = "plan-4",
        /// Plan 5.
        Plan5 = "plan-5",
        /// The postgraduate loan, repaid on top of any of the others.
        Postgraduate = "postgraduate",
    }
}

choice! {
    /// How an employee's pension contribution leaves their pay.
    PensionMethod {
        /// Before tax and National Insurance.
        SalarySacrifice = "salary-sacrifice",
        /// Before tax only.
        NetPay = "net-pay",
        /// After tax; the scheme claims the basic rate back.
        ReliefAtSource = "relief-at-source",
    }
}

table! {
    /// One entry for every [`Seniority`].
    BySeniority by Seniority { junior: Junior, mid: Mid, senior: Senior, lead: Lead, }
}

table! {
    /// One entry for every [`Specialism`].
    BySpecialism by Specialism {
        generalist: Generalist, deep_learning: DeepLearning, nlp: Nlp, computer_vision: ComputerVision, mlops: Mlops,
    }
}

table! {
    /// One entry for every [`StudentLoan`].
    ByStudentLoan by StudentLoan {
        plan_1: Plan1, plan_2: Plan2, plan_4: Plan4, plan_5: Plan5, postgraduate: Postgraduate,
    }
}

table! {
    /// One entry for every [`TaxRegion`].
    ByTaxRegion by TaxRegion { rest_of_uk: RestOfUk, scotland: Scotland, }
}

table! {
    /// One entry for every [`Location`].
    ByLocation by Location { london: London, regional: Regional, }
}

/// What the market estimate depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// How far along a career is.
    pub seniority: Seniority,
    /// The part of the field.
    pub specialism: Specialism,
    /// Where the job is.
    pub location: Location,
}

impl Profile {
    /// Every profile there is: levels, then specialisms, then locations.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        Seniority::ALL.iter().flat_map(|&seniority| {
            Specialism::ALL.iter().flat_map(move |&specialism| {
                Location::ALL.iter().map(move |&location| Self { seniority, specialism, location })
            })
        })
    }
}
