//! Headings, whose level the page around the calculator decides.

use yew::prelude::*;
use yew::virtual_dom::VTag;

/// A heading `below` the first one, whose level is `first`; a plain paragraph where the host wants no headings.
pub fn heading(
    first: Option<u8>,
    below: u8,
    class: &'static str,
    id: Option<&'static str>,
    content: Html,
) -> Html {
    const LAST: u8 = 6;
    let tag = first.map_or_else(|| "p".to_owned(), |level| format!("h{}", (level + below).min(LAST)));
    let mut heading = VTag::new(tag);
    heading.add_attribute("class", class);
    if let Some(id) = id {
        heading.add_attribute("id", id);
    }
    heading.add_child(content);
    heading.into()
}
