//! Parts of the calculator that are hidden behind a summary until opened.

use crate::domain::{listed, table};

listed! {
    /// A part of the calculator that can be opened and closed. Its slug is its id in the markup.
    Disclosure {
        /// The further inputs.
        More = "more",
        /// Every line of a salary.
        Permanent = "lines-permanent",
        /// Every line of a contract inside IR35.
        InsideIr35 = "lines-inside-ir35",
        /// Every line of a contract outside IR35.
        OutsideIr35 = "lines-outside-ir35",
        /// The amounts behind the curve.
        Curve = "curve-amounts",
    }
}

table! {
    /// One entry for every [`Disclosure`].
    Disclosures by Disclosure {
        more: More,
        permanent: Permanent,
        inside_ir35: InsideIr35,
        outside_ir35: OutsideIr35,
        curve: Curve,
    }
}

impl Disclosures<bool> {
    /// All open, or all closed.
    pub fn all(open: bool) -> Self {
        Self::from_fn(|_| open)
    }

    /// The same, with one entry replaced.
    #[must_use]
    pub fn with(&self, disclosure: Disclosure, open: bool) -> Self {
        Self::from_fn(|other| if other == disclosure { open } else { *self.get(other) })
    }
}
