//! What the page around the calculator has set, apart from the input.

use super::key::Key;

/// The settings of a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// The page that links lead to, without a fragment; empty on that page itself.
    pub base: String,
    /// The inputs that the visitor may not change.
    pub locked: Vec<Key>,
    /// Whether only the answer and the main inputs are shown.
    pub compact: bool,
    /// The level of the first heading, 2 to 6; nothing where the host wants no headings.
    pub heading_level: Option<u8>,
    /// Where "talk to a consultant" leads.
    pub cta: Option<Cta>,
}

/// A call to action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cta {
    /// An http or https address.
    pub href: String,
    /// What the link says; its usual words where it is empty.
    pub label: String,
}

impl Default for Host {
    fn default() -> Self {
        Self { base: String::new(), locked: Vec::new(), compact: false, heading_level: Some(2), cta: None }
    }
}
