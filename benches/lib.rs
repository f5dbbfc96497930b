//! The inputs that the benchmarks answer.

pub use salary_sums::TODAY;

/// An input that sets something of everything, so that the answer takes no shortcut.
pub const RICH: &str = "view=compare&seniority=senior&specialism=nlp&salary=112500&bonus=10&day-rate=650&pension=8\
    &pension-method=relief-at-source&employer-pension=5&student-loan=plan-2,postgraduate&contract-pension=10000";

/// One of many different inputs: the same that `scripts/bench` gives to the command line.
pub fn input(number: u32) -> String {
    let word = |words: &[&'static str]| words.get(number as usize % words.len()).copied().unwrap_or_default();
    format!(
        "view=compare&seniority={}&salary={}&day-rate={}&days={}&tax-region={}&pension={}&pension-method={}&student-loan={}",
        word(&["junior", "mid", "senior", "lead"]),
        25_000 + number * 7_919 % 175_000,
        200 + number * 31 % 1_000,
        150 + number % 111,
        word(&["rest-of-uk", "scotland"]),
        number % 13,
        word(&["salary-sacrifice", "net-pay", "relief-at-source"]),
        word(&["", "plan-2", "plan-5", "postgraduate"]),
    )
}
