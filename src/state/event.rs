//! Events, named in the past tense, and effects, named in the imperative.

use crate::domain::market::Role;

use super::disclosure::Disclosure;
use super::host::Host;
use super::input::{Key, View};
use super::text::Text;

/// Something that happened on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A view was opened.
    ChoseView(View),
    /// A value was chosen for an input: its slug.
    ChoseValue(Key, String),
    /// An estimate was chosen from the table: a role, in a view.
    ChoseEstimate(View, Role),
    /// A text was typed, or a slider was moved: the new text.
    EnteredText(Key, String),
    /// The field of an input was left.
    LeftField(Key),
    /// A disclosure was opened, or closed.
    Toggled(Disclosure, bool),
    /// The address has this fragment now: a link was followed, or the visitor went back or forward.
    FollowedLink(String),
    /// The notice about unusable input was closed: the values in use become the input.
    ClosedNotice,
    /// Nothing has changed for a while.
    FellQuiet,
    /// The link to the answer was copied.
    CopiedLink,
    /// The host changed its settings.
    HostChanged(Host),
    /// The host set an input to this text.
    HostSet(Key, String),
}

/// Something for the browser to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Replace the fragment in the address.
    ReplaceFragment(Text),
    /// Add a fragment to the history.
    PushFragment(Text),
    /// Scroll to the answer and focus it.
    ShowAnswer,
    /// Focus the link of the open view.
    FocusView,
    /// Send [`Event::FellQuiet`] once nothing has changed for a while.
    AwaitQuiet,
}
