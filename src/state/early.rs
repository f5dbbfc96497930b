//! The visitor's actions before the program ran. The prerendered page has working fields and panels, and nothing that
//! was entered or opened there is lost when the program draws over it.

use super::disclosure::Disclosure;
use super::event::Event;
use super::input::Key;

/// The name of an opened panel.
const OPEN: &str = "open";
/// The name of the input still being typed into.
const FOCUSED: &str = "focused";

/// The events in a query string that the element's script (`src/embed/`) wrote: first the focused input, then the
/// opened panels, then inputs with their texts, the focused one last.
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
    fn early_actions_become_events() {
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
