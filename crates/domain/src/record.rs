//! Records of figures. [`record!`](crate::record!) declares the field, unit and name of each figure once; reading it
//! from a data file and listing it among the sources follow from that.

use crate::money::{BasisPoints, BillableDays, Day, Money, Week, Year};

/// Declares a struct whose fields are figures, each with the name it is listed under. A data file uses the name of the
/// field, with hyphens.
#[macro_export]
macro_rules! record {
    ($(#[$meta:meta])* $record:ident { $($(#[$about:meta])* $field:ident: $figure:ty = $name:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $record { $($(#[$about])* pub $field: $figure,)+ }

        impl $crate::record::Record for $record {
            fn read(section: &mut impl $crate::record::Section) -> Option<Self> {
                // Read every figure before returning, so that all faults are found at once.
                $(let $field = <$figure as $crate::record::Field>::read(section, stringify!($field), $name);)+
                Some(Self { $($field: $field?,)+ })
            }
        }
    };
}

/// A struct of figures that reads itself from a section.
pub trait Record: Sized {
    /// Reads every figure of a section. Returns `None` if one is missing or wrong; the section reports which.
    fn read(section: &mut impl Section) -> Option<Self>;
}

/// A section of a data file, which reports its own faults and lists the figures read from it.
pub trait Section {
    /// Whether the section has a figure of this name.
    fn has(&self, field: &str) -> bool;
    /// The number of a figure in the smallest unit: pence, basis points, days. `name` is the name it is listed under.
    fn number(&mut self, field: &'static str, name: &'static str, unit: Unit) -> Option<i64>;
}

/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Pence a year.
    AYear,
    /// Pence a week.
    AWeek,
    /// Pence a day.
    ADay,
    /// Hundredths of a per cent.
    Percent,
    /// Hundredths of a per cent, written as a multiplier: 11,100 is × 1.11.
    Times,
    /// Billable days a year.
    Days,
}

/// A type that a field of a record can have.
pub trait Field: Sized {
    /// Reads the field from a section.
    fn read(section: &mut impl Section, field: &'static str, name: &'static str) -> Option<Self>;
}

impl Field for Money<Year> {
    fn read(section: &mut impl Section, field: &'static str, name: &'static str) -> Option<Self> {
        section.number(field, name, Unit::AYear).map(Self::from_pence)
    }
}

impl Field for Money<Week> {
    fn read(section: &mut impl Section, field: &'static str, name: &'static str) -> Option<Self> {
        section.number(field, name, Unit::AWeek).map(Self::from_pence)
    }
}

impl Field for Money<Day> {
    fn read(section: &mut impl Section, field: &'static str, name: &'static str) -> Option<Self> {
        section.number(field, name, Unit::ADay).map(Self::from_pence)
    }
}

impl Field for BasisPoints {
    fn read(section: &mut impl Section, field: &'static str, name: &'static str) -> Option<Self> {
        section.number(field, name, Unit::Percent).and_then(|points| i32::try_from(points).ok()).map(Self)
    }
}

impl Field for BillableDays {
    fn read(section: &mut impl Section, field: &'static str, name: &'static str) -> Option<Self> {
        section.number(field, name, Unit::Days).and_then(|days| Self::new(u16::try_from(days).ok()?))
    }
}

/// A figure that a section may omit.
impl<T: Field> Field for Option<T> {
    fn read(section: &mut impl Section, field: &'static str, name: &'static str) -> Option<Self> {
        if section.has(field) { T::read(section, field, name).map(Some) } else { Some(None) }
    }
}
