//! The headers of the site: one table of paths and the headers that a server sends with them.
//!
//! `compress` writes it as `_headers`, which hosting services read; `tests/hosting` checks nginx and Caddy against it.

use std::fmt::Write;

/// A header: its name and its value.
pub type Header = (&'static str, &'static str);

const NO_CACHE: Header = ("Cache-Control", "no-cache");
/// The name of such a file changes with its content.
const KEEP: Header = ("Cache-Control", "public, max-age=31536000, immutable");
/// Partner pages load these files.
const SHARED: [Header; 2] =
    [("Access-Control-Allow-Origin", "*"), ("Cross-Origin-Resource-Policy", "cross-origin")];

/// The Content-Security-Policy of a page: the sources that it needs beyond those of every page, and the pages that may
/// frame it.
macro_rules! policy {
    ($sources:literal, $ancestors:literal) => {
        (
            "Content-Security-Policy",
            concat!(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; ",
                "connect-src 'self'; ",
                $sources,
                "base-uri 'none'; form-action 'none'; frame-ancestors ",
                $ancestors
            ),
        )
    };
}

/// Path patterns and the headers that they add, where a `*` at the end matches any rest.
///
/// A service adds up all rules that match, so no path may get one header from two of them. Services also answer without
/// `.html`, and Cloudflare redirects visitors there. They compress files themselves; `no-transform` would stop
/// Cloudflare from doing so. They know the content types, except that `.ts` would be a video.
const TABLE: [(&[&str], &[Header]); 9] = [
    (&["/*"], &[("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")]),
    (&["/", "/index.html", "/index", "/404.html", "/404"], &[NO_CACHE, policy!("", "'self'")]),
    // It previews the calculator in a frame.
    (&["/partners.html", "/partners"], &[NO_CACHE, policy!("frame-src 'self'; ", "'self'")]),
    // Any page may frame the calculator.
    (&["/frame.html", "/frame"], &[NO_CACHE, policy!("", "*")]),
    (&["/assets/*"], &[KEEP, SHARED[0], SHARED[1]]),
    (&["/v1/*"], &SHARED),
    (&["/v1/embed-*"], &[KEEP]),
    (&["/v1/embed.js", "/v1/custom-elements.json"], &[NO_CACHE]),
    (&["/v1/embed.d.ts"], &[NO_CACHE, ("Content-Type", "text/plain; charset=utf-8")]),
];

/// The headers of a path.
pub fn of(path: &str) -> impl Iterator<Item = Header> {
    let matches = move |pattern: &&str| {
        pattern.strip_suffix('*').map_or(path == *pattern, |start| path.starts_with(start))
    };
    TABLE
        .iter()
        .filter(move |(patterns, _)| patterns.iter().any(matches))
        .flat_map(|(_, headers)| *headers)
        .copied()
}

/// The table as the file `_headers`.
pub fn file() -> String {
    let mut text = "\
# For hosting services that read this file (Netlify, Cloudflare Pages). It is generated from the table of headers.
# Once the whole domain answers over TLS, and always will, add to the first rule:
#   Strict-Transport-Security: max-age=31536000
"
    .to_owned();
    for (patterns, headers) in TABLE {
        for pattern in patterns {
            let _ = write!(text, "\n{pattern}\n");
            for (name, value) in headers {
                let _ = writeln!(text, "  {name}: {value}");
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn patterns() -> impl Iterator<Item = &'static str> {
        TABLE.iter().flat_map(|(patterns, _)| *patterns).copied()
    }

    #[test]
    fn no_path_gets_a_header_from_two_rules() {
        for pattern in patterns() {
            let path = pattern.replace('*', "x");
            let names: Vec<_> = of(&path).map(|(name, _)| name).collect();
            assert_eq!(names.len(), BTreeSet::from_iter(&names).len(), "{path}: {names:?}");
        }
    }

    #[test]
    fn a_page_has_the_same_headers_without_its_ending() {
        let pages: Vec<_> = patterns().filter_map(|page| Some((page, page.strip_suffix(".html")?))).collect();
        assert!(!pages.is_empty());
        for (page, short) in pages {
            assert!(of(page).eq(of(short)), "{page}");
        }
    }

    #[test]
    fn services_can_read_the_file() {
        let file = file();
        let rules: Vec<_> = file.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(rules, patterns().collect::<Vec<_>>());
        assert_eq!(rules.len(), BTreeSet::from_iter(&rules).len(), "a path comes twice");
        // The limits of both services.
        assert!(rules.len() <= 100 && file.lines().all(|line| line.len() <= 2_000));
        assert!(rules.iter().all(|rule| rule.find('*').is_none_or(|star| star == rule.len() - 1)));
        let frame = "\n\n/frame\n  Cache-Control: no-cache\n  Content-Security-Policy: default-src 'none'; \
            script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
            base-uri 'none'; form-action 'none'; frame-ancestors *\n\n/assets/*\n";
        assert!(file.contains(frame), "{file}");
    }
}
