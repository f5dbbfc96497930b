//! The inputs of the configurator: the starting values and the locked inputs of a partner's calculator. Names and words
//! are the calculator's own, so the page cannot offer anything that the calculator does not accept.

use yew::prelude::*;

use crate::domain::choice::Word;
use crate::domain::figures::Figures;
use crate::state::input::{Key, Part};
use crate::state::scenario::Scenario;
use crate::state::text::text;

use super::copy::inputs::{Control, Words, label};
use super::copy::partners as say;
use super::element::{Element, element, fragment};

/// Fields for the starting values. The page's script reads the fields by name.
pub fn starts(figures: &'static Figures) -> Html {
    let default = Scenario::new(figures);
    let is_first = |key: &&Key| matches!(key.input().part, Part::Page | Part::Role);
    // With one discipline there is nothing to choose.
    let is_asked = |key: &&Key| **key != Key::Discipline || figures.disciplines.len() > 1;
    let keys = || Key::ALL.iter().filter(is_asked);
    let first = keys().filter(is_first).map(|&key| field(key, &default).html());
    let others = keys().filter(|key| !is_first(key)).map(|&key| field(key, &default));
    let others = element("details")
        .class("further")
        .child(element("summary").child(say::MORE))
        .child(element("div").class("fields").children(others));
    fragment(first.chain([others.html()]).collect())
}

/// Boxes that lock inputs, which the visitor then cannot change.
pub fn locks() -> Html {
    let words = Key::ALL.iter().map(|&key| Word { slug: key.slug(), name: label(key) });
    let boxes = element("div")
        .class("boxes")
        .attributes(&[("role", "group"), ("aria-label", say::LOCK), ("aria-describedby", "lock-about")])
        .children(options("checkbox", "lock", words, ""));
    element("details")
        .class("further")
        .child(element("summary").child(say::LOCK))
        .child(element("p").class("hint").attribute("id", "lock-about").child(say::LOCK_ABOUT))
        .child(boxes)
        .html()
}

fn field(key: Key, default: &Scenario) -> Element {
    let chosen = default.text(key);
    let words = key.words(default).into_iter();
    let label = || element("label").class("label").attribute("for", key.slug()).child(label(key));
    let field = || element("div").class("field");
    match Words::of(key).control {
        Control::Segments => group(key, "segments", "radio", words, &chosen),
        Control::Boxes => group(key, "boxes", "checkbox", words, &chosen),
        Control::Select => {
            let current = chosen.is_empty().then(|| {
                element("option").attribute("value", "").flag("selected", true).child(say::CURRENT_YEAR)
            });
            let options = words.map(|Word { slug, name }| {
                let selected = chosen == slug;
                element("option").attribute("value", slug).flag("selected", selected).child(name)
            });
            let select = element("select")
                .attribute("id", key.slug())
                .attribute("name", key.slug())
                .attribute("autocomplete", "off")
                .child(current)
                .children(options);
            field().child(label()).child(element("div").class("control select").child(select))
        }
        Control::Amount | Control::Percent | Control::Slider => {
            let id = |end: &str| text!(key.slug(), '-', end);
            let input = element("input")
                .attributes(&[("type", "text"), ("inputmode", "decimal"), ("autocomplete", "off")])
                .attribute("spellcheck", "false")
                .attribute("id", key.slug())
                .attribute("name", key.slug())
                .attribute("placeholder", say::placeholder(key, default))
                .attribute("aria-describedby", text!(id("unit"), ' ', id("problem")));
            let unit = element("span").class("unit").attribute("id", id("unit")).child(say::unit(key));
            let problem =
                element("p").class("problem").attribute("id", id("problem")).attribute("aria-live", "polite");
            field()
                .child(label())
                .child(element("div").class("control").child(input).child(unit))
                .child(problem)
        }
    }
}

/// Radio buttons or check boxes.
fn group(
    key: Key,
    class: &'static str,
    kind: &'static str,
    words: impl Iterator<Item = Word>,
    chosen: &str,
) -> Element {
    element("fieldset")
        .class("field")
        .child(element("legend").class("label").child(label(key)))
        .child(element("div").class(class).children(options(kind, key.slug(), words, chosen)))
}

fn options(
    kind: &'static str,
    name: &'static str,
    words: impl Iterator<Item = Word>,
    chosen: &str,
) -> impl Iterator<Item = Element> {
    words.map(move |Word { slug, name: label }| {
        let checked = slug == chosen;
        let input = element("input")
            .attribute("type", kind)
            .attribute("name", name)
            .attribute("autocomplete", "off")
            .value(slug)
            .checked(checked);
        element("label").child(input).child(element("span").child(label))
    })
}
