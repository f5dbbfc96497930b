//! The facts and calculations of UK pay. Nothing here contains a figure or uses a clock or a browser; figures are
//! arguments.
//!
//! In reading order: [`choice`](mod@choice), the options; [`money`], amounts; [`tax_year`], tax years; [`figure`] and
//! [`record`](mod@record), figures and records of them; [`figures`], all the figures of one agency, and [`listing`],
//! their provenance; [`market`] and [`estimate`], market pay for a role; [`appraisal`], how an amount compares with it;
//! [`tax`], the charges on pay; [`offer`], take-home pay from one job or contract; [`comparison`], several offers side
//! by side, and the rates that match.

pub mod appraisal;
pub mod choice;
pub mod comparison;
pub mod estimate;
pub mod figure;
pub mod figures;
pub mod listing;
pub mod market;
pub mod money;
pub mod offer;
pub mod record;
pub mod tax;
pub mod tax_year;
