//! What happened, in the past tense, and what is to be done about it, in the imperative.

use crate::domain::choice::Profile;
use crate::domain::text::Text;

use super::disclosure::Disclosure;
use super::host::Host;
use super::key::{Key, View};

/// Something that happened on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A view was opened.
    ChoseView(View),
    /// A value was chosen for an input: its slug.
    ChoseValue(Key, String),
    /// An estimate was chosen from the table of all: a profile, in a view.
    ChoseEstimate(View, Profile),
    /// A text was typed, or a slider moved, and now reads so.
    EnteredText(Key, String),
    /// The field of an input was left.
    LeftField(Key),
    /// A disclosure was opened, or closed.
    Toggled(Disclosure, bool),
    /// The address now has this fragment: a link was followed, or the history was walked.
    FollowedLink(String),
    /// The notice of what could not be used was closed: what is used instead is taken for what was meant.
    ClosedNotice,
    /// Nothing has changed for a while.
    FellQuiet,
    /// The link to the answer was copied.
    CopiedLink,
    /// The host has other settings.
    HostChanged(Host),
    /// The host has set an input to this text.
    HostSet(Key, String),
}

/// Something that the browser is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write this fragment over the one in the address.
    ReplaceFragment(Text),
    /// Write this fragment as a new entry of the history.
    PushFragment(Text),
    /// Bring the answer into sight and put the focus there.
    ShowAnswer,
    /// Put the focus on the link of the open view.
    FocusView,
    /// Say [`Event::FellQuiet`] once nothing has changed for a while.
    AwaitQuiet,
}
