//! The site with the agency's own figures. Everything else is tested with the frozen ones.

use salary_calculator::data::FIGURES;
use salary_calculator::platform::clock;
use salary_calculator::state::{answer_json, query};
use salary_calculator::view::copy;
use serde_json::Value;

use crate::tab::Tab;

pub async fn the_page_answers_with_the_figures_of_the_agency(tab: &Tab) {
    let seniority = "view=compare&seniority=senior&salary=95000&day-rate=600";
    for input in ["", seniority] {
        tab.open(&format!("#{input}")).await;
        let json = answer_json::of(&query::read(input), &FIGURES, clock::today(), copy::problem);
        let answer: Value = serde_json::from_str(&json).unwrap();
        tab.until("document.querySelector('salary-calculator').estimate", answer).await;
        tab.answers(input).await;
    }
    tab.mentions(".sources:last-of-type", FIGURES.agency.name).await;
}
