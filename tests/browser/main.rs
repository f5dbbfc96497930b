//! Journeys through the built site in real browsers, each with its driver. Every journey runs in every engine.
//!
//! The site is built from the frozen figures, so that an edit to the agency's own breaks no journey; the group `live`
//! opens the site with the agency's own. Journeys find things by role, id, part, class or attribute, never by visible
//! words, and take the amounts that they expect from the answer of the element or of the library. Other tests assert
//! wording and figures, once.
//!
//! `make test` builds the sites and sets the browsers up before it runs these. A part of a name chooses journeys, as in
//! `cargo test --package salary-journeys firefox::page`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may panic

mod embed;
#[path = "../hosting/folder.rs"]
mod folder;
mod journeys;
mod live;
mod partners;
mod server;
mod stage;
mod tab;

use std::process::ExitCode;
use std::sync::{Arc, Mutex};

use engine::{Browser, Engine};
use futures::future::{BoxFuture, FutureExt as _};
use libtest_mimic::{Arguments, Failed, Trial};
use server::Server;
use stage::Stage;
use tab::Tab;

/// A journey: its group, its name, and its steps.
struct Journey {
    group: &'static str,
    name: &'static str,
    steps: fn(Arc<Stage>) -> BoxFuture<'static, ()>,
}

/// Lists journeys by their groups.
macro_rules! journeys {
    ($($group:ident { $($journey:ident),+ $(,)? })+) => {
        const JOURNEYS: &[Journey] = &[
            $($(Journey {
                group: stringify!($group),
                name: stringify!($journey),
                steps: |stage| async move { journeys!(@steps $group $journey stage) }.boxed(),
            },)+)+
        ];
    };
    (@steps page $journey:ident $stage:ident) => { journeys::$journey(&$stage.tab, &$stage.site).await };
    (@steps live $journey:ident $stage:ident) => { live::$journey(&$stage.tab).await };
    (@steps partners $journey:ident $stage:ident) => { partners::$journey(&$stage.tab, &$stage.site).await };
    (@steps $group:ident $journey:ident $stage:ident) => { embed::$group::$journey(&$stage).await };
}

journeys! {
    page {
        a_visitor_chooses_with_the_mouse,
        a_visitor_chooses_with_the_keyboard,
        a_salary_is_compared_with_a_contract,
        a_tax_year_without_figures_hides_take_home_pay,
        a_term_opens_its_explanation,
        links_and_the_back_button_change_the_answer,
        the_table_opens_an_estimate,
        a_list_shows_the_value_in_use,
        a_bad_amount_is_reported_and_the_last_answer_stays,
        a_number_out_of_range_is_not_cut_to_one_that_fits,
        leaving_a_field_writes_its_amount_to_the_address,
        a_late_program_is_announced,
        a_missing_program_leaves_the_page_as_served,
        a_bad_link_gives_an_answer_and_is_reported,
        typing_does_not_flood_the_history,
        the_drawn_page_equals_the_served_page,
        input_from_before_the_program_is_kept,
        the_focus_stays_on_a_summary_when_the_program_starts,
        the_focus_stays_on_a_link_when_the_program_starts,
        the_focus_stays_on_a_radio_button_when_the_program_starts,
        the_focus_stays_on_a_term_when_the_program_starts,
        the_answer_is_drawn_in_the_next_frame,
        typing_redraws_only_what_it_changes,
        the_answer_is_announced_once_typing_pauses,
        nothing_is_stored_and_nothing_is_sent,
        everything_fits_a_narrow_screen,
    }

    partners {
        choices_change_the_code_and_the_preview,
        an_unreadable_colour_is_refused,
        unusable_input_is_reported_and_left_out,
        tabs_show_the_code_and_buttons_copy_it,
        the_code_runs_on_another_site,
        the_page_sends_nothing_and_fits_a_narrow_screen,
    }

    live {
        the_page_answers_with_the_figures_of_the_agency,
    }

    disciplines {
        a_visitor_chooses_another_discipline,
        an_element_answers_for_another_discipline,
        a_frame_answers_for_another_discipline,
        the_agency_of_the_figures_is_named,
    }

    loading {
        a_strict_policy_allows_the_calculator,
        a_policy_without_programs_leads_to_a_frame,
        a_policy_without_frames_leaves_the_children,
        a_missing_program_leaves_the_children,
        a_program_of_another_content_type_runs,
        a_changed_program_does_not_run,
        the_pinned_script_runs_unless_it_is_changed,
        nothing_is_fetched_before_it_is_needed,
    }

    faults {
        a_fault_redraws_every_element_with_its_input,
        a_second_fault_leaves_the_children_if_frames_are_not_wanted,
        a_fault_of_another_program_changes_nothing,
        a_fault_counts_against_the_element_that_caused_it,
        a_listener_may_change_the_element_during_a_fault,
    }

    lifecycle {
        several_copies_of_the_script_make_one_calculator,
        fifty_elements_share_one_program,
        a_script_creates_moves_and_puts_back_an_element,
        an_element_is_removed_while_it_loads,
        an_element_works_inside_another_shadow_root,
        attributes_take_effect_at_once,
    }

    contract {
        scripts_read_and_set_the_properties,
        events_follow_the_contract,
        the_share_button_copies_a_link,
        a_form_sends_the_input,
        attributes_are_only_text,
    }

    frames {
        a_pasted_frame_gets_its_height,
        a_frame_sends_nothing_before_the_host_answers,
        forged_messages_change_nothing,
        the_fragment_of_a_frame_sets_only_known_attributes,
        an_element_in_a_frame_works_like_any_other,
        input_set_before_a_frame_answers_is_kept,
        a_failing_frame_gives_way_to_the_children,
    }

    appearance {
        the_host_does_not_change_the_calculator,
        the_calculator_does_not_change_the_host,
        the_calculator_is_as_light_or_dark_as_its_surroundings,
        the_calculator_takes_the_width_it_is_given,
        everything_fits_a_narrow_column,
        the_host_sets_colours_and_sizes,
    }

    apps {
        the_calculator_works_in_a_react_app,
        the_calculator_works_in_a_yew_app,
    }
}

/// Browsers that wait for their next journey. Starting one takes longer than most journeys.
static WAITING: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// Runs a journey in a fresh window. A browser that crashes on the way, which proves nothing about the site, is
/// replaced once. A browser in which a journey fails is closed.
async fn travel(engine: Engine, journey: &Journey) -> Result<(), Failed> {
    let site = if journey.group == "live" { folder::live() } else { folder::frozen() };
    for replaceable in [true, false] {
        let server = Server::start(&site).await;
        let _turn = engine.turn().await;
        let waiting = {
            let mut waiting = WAITING.lock().unwrap();
            waiting.iter().position(|browser| browser.engine == engine).map(|at| waiting.swap_remove(at))
        };
        let browser = match waiting {
            Some(browser) => browser,
            None => engine.start().await,
        };
        let tab = Tab::new(browser.driver.clone(), server.address.clone());
        let stage = Arc::new(Stage::set(tab, server).await);
        let outcome = tokio::spawn((journey.steps)(stage)).await;
        if outcome.is_ok() && browser.renew().await.is_ok() {
            WAITING.lock().unwrap().push(browser);
            return Ok(());
        }
        let alive = browser.driver.execute("return 1", vec![]).await.is_ok();
        browser.quit().await;
        match outcome {
            Ok(()) => return Ok(()),
            Err(failure) if alive || !replaceable => std::panic::resume_unwind(failure.into_panic()),
            Err(_) => println!("{engine:?} has crashed"),
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    let runtime = Arc::new(tokio::runtime::Runtime::new().unwrap());
    // Engine by engine in turn, so that all three run side by side: WebKit has only one display.
    let trials = JOURNEYS.iter().flat_map(|journey| {
        Engine::ALL.map(|engine| {
            let runtime = Arc::clone(&runtime);
            let name = format!("{engine:?}::{}::{}", journey.group, journey.name).to_ascii_lowercase();
            Trial::test(name, move || runtime.block_on(travel(engine, journey)))
        })
    });
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials.collect());
    let waiting = std::mem::take(&mut *WAITING.lock().unwrap());
    runtime.block_on(async {
        for browser in waiting {
            browser.quit().await;
        }
    });
    conclusion.exit_code()
}
