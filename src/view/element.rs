//! Elements, put together a call at a time.
//!
//! `html!` writes out all that a node is made of at the place where it stands, some 300 bytes of program a node. Here a
//! tag, an attribute or a child is a call, a tenth of that, and markup is most of what the program consists of.

use std::cell::RefCell;
use std::rc::Rc;

use yew::html::{onblur, onchange, onclick, oninput, ontoggle};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, VList, VTag, VText};

use crate::domain::text::Text;

/// An element in the making. Boxed, so that a chain of calls hands on a pointer.
pub struct Element(Box<Parts>);

struct Parts {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

/// An element without attributes and without children.
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
    /// Sets the classes, or none.
    pub fn class(self, classes: impl Value) -> Self {
        self.attribute("class", classes)
    }

    /// Names it for the style sheets of the page around.
    pub fn part(self, parts: &'static str) -> Self {
        self.attribute("part", parts)
    }

    /// Adds an attribute, unless its value is `None`. Each name once: what is added again does not replace the first.
    pub fn attribute(self, name: &'static str, value: impl Value) -> Self {
        self.with_attribute(name, value.value())
    }

    /// Adds attributes that never change.
    pub fn attributes(self, attributes: &'static [(&'static str, &'static str)]) -> Self {
        attributes.iter().fold(self, |element, &(name, value)| element.attribute(name, value))
    }

    /// Adds an attribute that says something by being there.
    pub fn flag(self, name: &'static str, holds: bool) -> Self {
        self.attribute(name, holds.then_some(name))
    }

    /// Tells a browser's translator to leave its text as it is.
    pub fn untranslated(self) -> Self {
        self.attribute("translate", "no")
    }

    /// Adds a child: an element, a text, or a place that stays empty where there is `None`.
    pub fn child(self, child: impl Child) -> Self {
        self.with_child(child.node())
    }

    /// Adds a child for each item.
    pub fn children(self, children: impl IntoIterator<Item = impl Child>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Keeps hold of it once it is on the page.
    pub fn reference(mut self, reference: &NodeRef) -> Self {
        self.0.tag.node_ref = reference.clone();
        self
    }

    /// Sets what an `<input>` says.
    pub fn value(mut self, value: impl Value) -> Self {
        self.0.tag.set_value(value.value());
        self
    }

    /// Sets whether an `<input>` is ticked.
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.tag.set_checked(checked);
        self
    }

    /// Calls back when it is pressed.
    pub fn onclick(self, callback: Callback<MouseEvent>) -> Self {
        self.with_listener(Rc::new(onclick::Wrapper::new(callback)))
    }

    /// Calls back when another value was chosen.
    pub fn onchange(self, callback: Callback<Event>) -> Self {
        self.with_listener(Rc::new(onchange::Wrapper::new(callback)))
    }

    /// Calls back when something was typed.
    pub fn oninput(self, callback: Callback<InputEvent>) -> Self {
        self.with_listener(Rc::new(oninput::Wrapper::new(callback)))
    }

    /// Calls back when it is left.
    pub fn onblur(self, callback: Callback<FocusEvent>) -> Self {
        self.with_listener(Rc::new(onblur::Wrapper::new(callback)))
    }

    /// Calls back when it was opened or closed.
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

    /// The element, made.
    pub fn html(self) -> Html {
        let Parts { mut tag, names, values, children } = *self.0;
        tag.attributes = Attributes::Dynamic { keys: lasting(names), values: values.into() };
        if let Some(place) = tag.children_mut() {
            *place = fragment(children);
        }
        tag.into()
    }
}

/// A list of attribute names, kept for as long as the program runs. Yew compares two elements value by value where the
/// names of both are one and the same list; there are a few dozen such lists.
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

/// What an attribute may be set to.
pub trait Value {
    /// As Yew has it; nothing where the attribute is not there.
    fn value(self) -> Option<AttrValue>;
}

/// What may stand in an element.
pub trait Child {
    /// As Yew has it.
    fn node(self) -> Html;
}

impl Value for AttrValue {
    fn value(self) -> Option<AttrValue> {
        Some(self)
    }
}

// Marked as static: Yew's own conversion from a `&str` copies it.
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

// Yew makes a node out of all that can be formatted, and for that formats it, were it a text already.
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

/// For `html!`.
#[cfg(feature = "ssr")]
impl yew::html::IntoPropValue<Option<AttrValue>> for Text {
    fn into_prop_value(self) -> Option<AttrValue> {
        self.value()
    }
}

/// For `html!`.
#[cfg(feature = "ssr")]
impl yew::html::IntoPropValue<Html> for Text {
    fn into_prop_value(self) -> Html {
        self.node()
    }
}

/// A place that stays empty where there is none.
impl<T: Child> Child for Option<T> {
    fn node(self) -> Html {
        self.map(T::node).unwrap_or_default()
    }
}
