//! The settings of the host, the page around the calculator, apart from the input.

use super::input::Key;

/// The settings of a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// The page that links lead to, without a fragment; empty on that page itself.
    pub base: String,
    /// The inputs that the visitor may not change.
    pub locked: Vec<Key>,
    /// Whether only the answer and the main inputs are shown.
    pub compact: bool,
    /// The level of the first heading, 2 to 6; `None` if the host wants no headings.
    pub heading_level: Option<u8>,
    /// The button that leads to a recruiter.
    pub cta: Option<Cta>,
}

/// A call to action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cta {
    /// An http or https address.
    pub href: String,
    /// The words of the link; empty for the usual ones.
    pub label: String,
}

impl Host {
    /// Reads the settings from the query string that the element's script writes: `base`; `lock`, the names of inputs
    /// with spaces between them; `compact`, `true` or not; `heading-level`, a number or none; `cta-href`, empty or an
    /// http or https address; `cta-label`.
    pub fn read(settings: &str) -> Self {
        let mut host = Self { heading_level: None, ..Self::default() };
        let mut cta = Cta::default();
        for (name, text) in form_urlencoded::parse(settings.as_bytes()) {
            match name.as_ref() {
                "base" => host.base = text.into_owned(),
                "lock" => host.locked = text.split_whitespace().filter_map(Key::from_slug).collect(),
                "compact" => host.compact = text == "true",
                "heading-level" => host.heading_level = text.parse().ok(),
                "cta-href" => cta.href = text.into_owned(),
                "cta-label" => cta.label = text.into_owned(),
                _ => {}
            }
        }
        host.cta = (!cta.href.is_empty()).then_some(cta);
        host
    }
}

impl Default for Host {
    fn default() -> Self {
        Self { base: String::new(), locked: Vec::new(), compact: false, heading_level: Some(2), cta: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_settings_are_read() {
        let all = "base=https%3A%2F%2Fsite.example%2F&lock=days++wizard+view&compact=true&heading-level=3\
            &cta-href=https%3A%2F%2Fsite.example%2Ftalk%3Fa%3D1%26b&cta-label=Talk+%26+more";
        let cta = Cta { href: "https://site.example/talk?a=1&b".into(), label: "Talk & more".into() };
        let expected = Host {
            base: "https://site.example/".into(),
            locked: vec![Key::Days, Key::View],
            compact: true,
            heading_level: Some(3),
            cta: Some(cta),
        };
        assert_eq!(Host::read(all), expected);
        let none = Host { heading_level: None, ..Host::default() };
        assert_eq!(Host::read("base=&lock=&compact=false&heading-level=none&cta-href=&cta-label=Talk"), none);
    }
}
