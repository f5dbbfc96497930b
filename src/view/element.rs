//! Builds elements call by call: each tag, attribute or child is a call. With `html!` the program would be 9 kB larger:
//! see BYTES.md.

use std::cell::RefCell;
use std::rc::Rc;

use yew::html::{onblur, onchange, onclick, oninput, ontoggle};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, VList, VTag, VText};

use crate::state::text::Text;

/// An element under construction. Boxed, so that a chain of calls passes a pointer.
#[must_use]
pub struct Element(Box<Parts>);

struct Parts {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

/// An element without attributes or children.
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag: VTag::new(AttrValue::Static(tag)),
        names: Vec::new(),
        values: Vec::new(),
        children: Vec::new(),
    }))
}

/// Nodes side by side.
pub fn fragment(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

impl Element {
    /// Sets the classes, if any.
    pub fn class(self, classes: impl Value) -> Self {
        self.attribute("class", classes)
    }

    /// Names the element's parts, so that the host's style sheets can select it.
    pub fn part(self, parts: &'static str) -> Self {
        self.attribute("part", parts)
    }

    /// Adds an attribute, unless its value is `None`. A name must not be added twice: the second does not replace the
    /// first.
    pub fn attribute(self, name: &'static str, value: impl Value) -> Self {
        self.with_attribute(name, value.value())
    }

    /// Adds attributes that never change.
    pub fn attributes(self, attributes: &'static [(&'static str, &'static str)]) -> Self {
        attributes.iter().fold(self, |element, &(name, value)| element.attribute(name, value))
    }

    /// Adds an attribute without a value.
    pub fn flag(self, name: &'static str, holds: bool) -> Self {
        self.attribute(name, holds.then_some(name))
    }

    /// Tells translators to leave the text of the element alone.
    pub fn untranslated(self) -> Self {
        self.attribute("translate", "no")
    }

    /// Adds a child: an element, a text, or a slot that stays empty for `None`.
    pub fn child(self, child: impl Child) -> Self {
        self.with_child(child.node())
    }

    /// Adds a child for each item.
    pub fn children(self, children: impl IntoIterator<Item = impl Child>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Keeps a reference to the element once it is on the page.
    pub fn reference(mut self, reference: &NodeRef) -> Self {
        self.0.tag.node_ref = reference.clone();
        self
    }

    /// Sets the value of an `<input>`.
    pub fn value(mut self, value: impl Value) -> Self {
        self.0.tag.set_value(value.value());
        self
    }

    /// Sets whether an `<input>` is checked.
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.tag.set_checked(checked);
        self
    }

    /// Calls back when it is clicked.
    pub fn onclick(self, callback: Callback<MouseEvent>) -> Self {
        self.with_listener(Rc::new(onclick::Wrapper::new(callback)))
    }

    /// Calls back when another value is chosen.
    pub fn onchange(self, callback: Callback<Event>) -> Self {
        self.with_listener(Rc::new(onchange::Wrapper::new(callback)))
    }

    /// Calls back when something is typed.
    pub fn oninput(self, callback: Callback<InputEvent>) -> Self {
        self.with_listener(Rc::new(oninput::Wrapper::new(callback)))
    }

    /// Calls back when it loses the focus.
    pub fn onblur(self, callback: Callback<FocusEvent>) -> Self {
        self.with_listener(Rc::new(onblur::Wrapper::new(callback)))
    }

    /// Calls back when it is opened or closed.
    pub fn ontoggle(self, callback: Callback<Event>) -> Self {
        self.with_listener(Rc::new(ontoggle::Wrapper::new(callback)))
    }

    fn with_attribute(mut self, name: &'static str, value: Option<AttrValue>) -> Self {
        self.0.names.push(name);
        self.0.values.push(value.map(AttributeOrProperty::Attribute));
        self
    }

    fn with_child(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    fn with_listener(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.tag.add_listener(listener);
        self
    }

    /// The finished element.
    pub fn html(self) -> Html {
        let Parts { mut tag, names, values, children } = *self.0;
        tag.attributes = Attributes::Dynamic { keys: lasting(names), values: values.into() };
        if let Some(slot) = tag.children_mut() {
            *slot = fragment(children);
        }
        tag.into()
    }
}

/// Leaks a list of attribute names. Yew compares two elements value by value if they share a list of names, and there
/// are only a few dozen lists.
fn lasting(names: Vec<&'static str>) -> &'static [&'static str] {
    thread_local!(static GROUPS: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) });
    GROUPS.with_borrow_mut(|groups| {
        groups.iter().copied().find(|&group| group == names).unwrap_or_else(|| {
            let group: &'static [_] = names.leak();
            groups.push(group);
            group
        })
    })
}

/// A value for an attribute.
pub trait Value {
    /// The value for Yew; `None` leaves the attribute out.
    fn value(self) -> Option<AttrValue>;
}

/// A child of an element.
pub trait Child {
    /// The node for Yew.
    fn node(self) -> Html;
}

impl Value for AttrValue {
    fn value(self) -> Option<AttrValue> {
        Some(self)
    }
}

// Static, because Yew's own conversion from a `&str` copies it.
impl Value for &'static str {
    fn value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for String {
    fn value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl Value for Text {
    fn value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl From<Text> for AttrValue {
    fn from(text: Text) -> Self {
        String::from(text).into()
    }
}

impl<T: Value> Value for Option<T> {
    fn value(self) -> Option<AttrValue> {
        self.and_then(T::value)
    }
}

impl Child for Html {
    fn node(self) -> Html {
        self
    }
}

impl Child for Element {
    fn node(self) -> Html {
        self.html()
    }
}

// Yew formats everything that it makes a node of, even a text.
impl Child for AttrValue {
    fn node(self) -> Html {
        VText::new(self).into()
    }
}

impl Child for &'static str {
    fn node(self) -> Html {
        AttrValue::Static(self).node()
    }
}

impl Child for Text {
    fn node(self) -> Html {
        AttrValue::from(self).node()
    }
}

impl Child for &Text {
    fn node(self) -> Html {
        AttrValue::from(self.as_str()).node()
    }
}

/// A text that is copied, because it lives only as long as the figures it was read from.
#[cfg(feature = "ssr")]
impl Child for &String {
    fn node(self) -> Html {
        AttrValue::from(self.clone()).node()
    }
}

/// A slot that stays empty for `None`.
impl<T: Child> Child for Option<T> {
    fn node(self) -> Html {
        self.map(T::node).unwrap_or_default()
    }
}
