//! The built page in real browsers, each through its driver. Every journey runs in every engine.
//!
//! `make test` builds the page and sets the browsers up before it runs these.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may stop

mod embed;
mod engine;
mod hosts;
mod journeys;
mod partners;
#[path = "../hosting/rules.rs"]
mod rules;
mod server;
mod tab;

use engine::Engine;
use hosts::Stage;
use server::Server;
use tab::Tab;

/// Makes a test of every journey, in every engine.
macro_rules! journeys {
    ($($room:ident { $($journey:ident),+ $(,)? })+) => {
        mod chromium { $(mod $room { $(journeys!(@test Chromium $room $journey);)+ })+ }
        mod firefox { $(mod $room { $(journeys!(@test Firefox $room $journey);)+ })+ }
        mod webkit { $(mod $room { $(journeys!(@test WebKit $room $journey);)+ })+ }
    };
    (@test $engine:ident $room:ident $journey:ident) => {
        #[tokio::test(flavor = "multi_thread")]
        async fn $journey() {
            crate::travel(crate::Engine::$engine, |stage| async move {
                journeys!(@go $room $journey stage);
            })
            .await;
        }
    };
    (@go page $journey:ident $stage:ident) => { crate::journeys::$journey(&$stage.tab, &$stage.site).await };
    (@go partners $journey:ident $stage:ident) => { crate::partners::$journey(&$stage.tab, &$stage.site).await };
    (@go $room:ident $journey:ident $stage:ident) => { crate::embed::$room::$journey(&$stage).await };
}

journeys! {
    page {
        a_visitor_chooses_with_the_mouse,
        a_visitor_chooses_with_the_keyboard,
        permanent_and_contract_are_compared,
        a_day_in_a_year_without_figures_hides_take_home_pay,
        a_term_explains_itself,
        a_link_is_followed_and_gone_back_from,
        an_estimate_is_opened_from_the_table,
        a_list_shows_what_the_answer_uses,
        what_makes_no_sense_is_said_and_the_last_answer_stays,
        a_number_is_not_cut_short_to_one_that_nobody_typed,
        what_was_typed_is_in_the_address_once_the_field_is_left,
        a_program_that_does_not_come_is_owned_up_to,
        a_program_that_cannot_be_had_leaves_the_page_as_it_came,
        a_bad_link_gives_an_answer_and_says_so,
        typing_does_not_flood_the_history,
        the_page_reads_the_same_before_any_script,
        what_was_typed_before_the_program_ran_is_kept,
        the_focus_stays_on_a_summary_while_the_program_comes,
        the_focus_stays_on_a_link_while_the_program_comes,
        the_focus_stays_on_a_radio_button_while_the_program_comes,
        the_focus_stays_on_an_explained_term_while_the_program_comes,
        the_answer_is_there_in_the_next_frame,
        typing_touches_only_what_it_changes,
        the_answer_is_read_out_once_it_rests,
        nothing_is_stored_and_nothing_is_sent,
        nothing_sticks_out_on_a_narrow_screen,
    }

    partners {
        what_is_chosen_is_in_the_lines_and_running,
        a_colour_that_cannot_be_read_is_refused,
        what_the_calculator_cannot_use_is_said_and_left_out,
        the_ways_are_tabs_and_lines_are_copied,
        the_lines_run_on_another_site,
        the_page_sends_nothing_and_fits_a_narrow_screen,
    }

    loading {
        a_strict_policy_lets_the_calculator_be_drawn,
        where_programs_are_not_allowed_a_frame_takes_over,
        where_neither_is_allowed_the_children_stay,
        a_program_that_does_not_come_leaves_the_children,
        a_program_with_another_name_for_its_kind_runs,
        a_changed_program_is_not_run,
        the_pinned_copy_runs_unless_it_is_changed,
        nothing_is_fetched_before_it_is_needed,
    }

    faults {
        after_a_fault_all_are_drawn_again_with_what_was_entered,
        a_fault_that_comes_again_leaves_the_children_where_no_frame_is_wanted,
        a_fault_of_another_program_is_none_of_ours,
        whoever_did_not_do_it_is_not_blamed,
        who_hears_of_a_fault_may_do_as_it_likes,
    }

    life {
        several_copies_of_the_script_make_one_calculator,
        fifty_elements_share_one_program,
        an_element_is_made_by_a_script_moved_and_put_back,
        an_element_is_taken_away_while_it_loads,
        it_lives_in_the_shadow_of_another_element,
        what_the_page_sets_is_taken_over_at_once,
    }

    contract {
        scripts_read_and_set_it,
        its_events_are_what_the_contract_says,
        the_link_to_an_answer_is_copied,
        a_form_around_it_sends_its_input,
        what_is_in_attributes_is_only_text,
    }

    frames {
        a_pasted_frame_is_given_its_height,
        nothing_leaves_a_frame_before_the_page_has_answered,
        forged_messages_change_nothing,
        the_fragment_of_a_frame_sets_no_other_attributes,
        an_element_in_a_frame_is_an_element,
        what_is_set_before_a_frame_answers_is_kept,
        a_frame_that_falls_gives_way_to_the_children,
    }

    looks {
        the_page_around_it_does_not_change_how_it_looks,
        it_does_not_change_how_the_page_looks,
        it_is_as_light_or_dark_as_the_page_is_there,
        it_takes_the_width_that_there_is,
        nothing_sticks_out_of_a_narrow_column,
        a_page_gives_it_its_own_colours,
    }

    apps {
        a_page_made_with_react_shows_it,
        a_page_made_with_yew_shows_it,
    }
}

/// Runs a journey in a browser of its own, and ends the browser however the journey ends. A browser that has died on the
/// way, which says nothing of the page, is replaced once.
async fn travel<F: Future<Output = ()> + Send + 'static>(engine: Engine, journey: impl Fn(Stage) -> F) {
    for again in [true, false] {
        let server = Server::start().await;
        let browser = engine.start().await;
        let tab = Tab::new(browser.driver.clone(), server.address.clone());
        let outcome = tokio::spawn(journey(Stage::set(tab, server).await)).await;
        let answers = browser.driver.execute("return 1", vec![]).await.is_ok();
        browser.quit().await;
        match outcome {
            Err(failure) if answers || !again => std::panic::resume_unwind(failure.into_panic()),
            Err(_) => println!("{engine:?} has died"),
            Ok(()) => return,
        }
    }
}
