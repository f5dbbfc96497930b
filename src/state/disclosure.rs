//! What stands behind a summary until it is opened.

use crate::domain::choice::{choice, table};

choice! {
    /// A part of the calculator that is opened and closed. Its slug is its id in the markup.
    Disclosure {
        /// The further inputs.
        More = "more",
        /// Every line of what becomes of a salary.
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
    /// Something for each disclosure.
    Disclosures by Disclosure {
        more: More,
        permanent: Permanent,
        inside_ir35: InsideIr35,
        outside_ir35: OutsideIr35,
        curve: Curve,
    }
}

impl Disclosures<bool> {
    /// All of them, open or closed alike.
    pub fn all(open: bool) -> Self {
        Self::from_fn(|_| open)
    }

    /// The same, but for one.
    #[must_use]
    pub fn with(&self, disclosure: Disclosure, open: bool) -> Self {
        Self::from_fn(|other| if other == disclosure { open } else { *self.get(other) })
    }
}
