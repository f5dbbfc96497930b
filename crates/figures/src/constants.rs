//! Writes figures as Rust constants.

use databake::Bake;
use salary_domain::figures::Figures;

/// The code of the constant `FIGURES`. The compiler runs the domain's checks on it again.
pub fn constants(figures: &Figures) -> String {
    let code = figures.bake(&databake::CrateEnv::default());
    format!(
        "/// All figures that this program answers from.\n\
         pub static FIGURES: salary_domain::figures::Figures = CONSTANTS;\n\
         const CONSTANTS: salary_domain::figures::Figures = {code};\n\
         const _: () = assert!(CONSTANTS.check().is_ok());\n"
    )
}
