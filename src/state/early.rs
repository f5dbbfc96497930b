//! What was done before the program came: the prerendered page has working fields and panels, and what was entered or
//! opened there must not be lost when the page is drawn anew.

use super::disclosure::Disclosure;
use super::event::Event;
use super::key::Key;

/// The panel that was opened.
const OPEN: &str = "open";
/// The input that is still being typed into.
const FOCUSED: &str = "focused";

/// What happened, from a query string in which the element's script (`src/embed/embed.js`) wrote it down: first which
/// input has the focus, then what was opened, then inputs with their texts, the one with the focus last.
pub fn events(early: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut focused = None;
    for (name, text) in form_urlencoded::parse(early.as_bytes()) {
        match (name.as_ref(), Key::from_slug(&name)) {
            (FOCUSED, _) => focused = Key::from_slug(&text),
            (OPEN, _) => events.extend(Disclosure::from_slug(&text).map(|which| Event::Toggled(which, true))),
            (_, Some(key)) => {
                events.push(Event::EnteredText(key, text.into_owned()));
                if focused != Some(key) {
                    events.push(Event::LeftField(key));
                }
            }
            _ => {}
        }
    }
    events
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_happens_again() {
        let entered = |key, text: &str| Event::EnteredText(key, text.into());
        let expected = [
            Event::Toggled(Disclosure::More, true),
            entered(Key::Days, ""),
            Event::LeftField(Key::Days),
            entered(Key::StudentLoan, "plan-2,postgraduate"),
            Event::LeftField(Key::StudentLoan),
            entered(Key::Salary, "£95 k"),
        ];
        let early = "focused=salary&open=more&open=attic&days=&lock=1\
            &student-loan=plan-2%2Cpostgraduate&salary=%C2%A395+k";
        assert_eq!(events(early), expected);
        assert_eq!(events(""), []);
    }
}
