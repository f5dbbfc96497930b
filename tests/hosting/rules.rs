//! Reads a `_headers` file the way its hosts do: every rule that matches a path adds its headers.

use std::collections::BTreeMap;
use std::fs;

/// Names, in small letters, and values.
pub type Headers = BTreeMap<String, String>;

/// The rules of a `_headers` file.
pub struct Rules(Vec<(String, Headers)>);

impl Rules {
    /// Reads a file.
    pub fn read(path: &str) -> Self {
        let mut rules: Vec<(String, Headers)> = Vec::new();
        for line in fs::read_to_string(path).unwrap().lines() {
            // What the hosts' limits are.
            assert!(line.len() <= 2_000, "{line}");
            let text = line.trim();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            if line.starts_with('/') {
                assert!(rules.iter().all(|(pattern, _)| pattern != text), "{text} stands twice");
                rules.push((text.to_owned(), Headers::new()));
            } else {
                let (name, value) = text.split_once(": ").unwrap();
                let (pattern, headers) = rules.last_mut().expect("a path comes first");
                let before = headers.insert(name.to_ascii_lowercase(), value.to_owned());
                assert_eq!(before, None, "{pattern} has {name} twice");
            }
        }
        assert!((1..=100).contains(&rules.len()));
        Self(rules)
    }

    /// The headers of a path. None may come from two rules: hosts then send both values in one.
    pub fn of(&self, path: &str) -> Headers {
        let mut all = Headers::new();
        for (pattern, headers) in self.0.iter().filter(|(pattern, _)| matches(pattern, path)) {
            for (name, value) in headers {
                let before = all.insert(name.clone(), value.clone());
                assert_eq!(before, None, "{path} has {name} from {pattern} and from another rule");
            }
        }
        all
    }
}

/// A star stands for anything; both hosts take it at the end.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        Some((before, after)) => {
            assert_eq!(after, "", "{pattern} has a star before its end");
            path.starts_with(before)
        }
        None => pattern == path,
    }
}
