//! The pages, rendered from templates. A missing value is an error.

use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, escape_formatter};

/// The templates of the pages.
pub struct Pages(Environment<'static>);

impl Default for Pages {
    fn default() -> Self {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        templates.set_auto_escape_callback(|_| AutoEscape::Html);
        // The engine's own escaping also writes every `/` of an address as a character reference.
        templates.set_formatter(|out, state, value| match value.as_str() {
            Some(text) if !value.is_safe() => Ok(out.write_str(&escaped(text))?),
            _ => escape_formatter(out, state, value),
        });
        templates.add_filter("prose", prose);
        Self(templates)
    }
}

impl Pages {
    /// Adds a template.
    pub fn add(&mut self, name: &str, source: String) -> Result<(), String> {
        self.0.add_template_owned(name.to_owned(), source).map_err(|error| format!("{name}: {error:#}"))
    }

    /// The names of the pages.
    pub fn names(&self) -> Vec<String> {
        self.0.templates().map(|(name, _)| name.to_owned()).collect()
    }

    /// Renders a page.
    pub fn render(&self, name: &str, context: &Value) -> Result<String, String> {
        let page = self.0.get_template(name).and_then(|template| template.render(context));
        page.map_err(|error| format!("{name}: {error:#}"))
    }
}

/// Escapes a text for HTML and for attributes in double quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Converts a text to HTML. Names between backticks become code.
fn prose(text: &str) -> Value {
    let part = |(index, part): (usize, &str)| {
        if index % 2 == 0 { escaped(part) } else { format!("<code>{}</code>", escaped(part)) }
    };
    Value::from_safe_string(text.split('`').enumerate().map(part).collect())
}

#[cfg(test)]
mod tests {
    use minijinja::context;

    use super::*;

    fn rendered(template: &str) -> Result<String, String> {
        let mut pages = Pages::default();
        pages.add("page.html", template.to_owned())?;
        pages
            .render("page.html", &context! { title => "Pay & <more>", markup => "<b>", about => "`<a>` & b" })
    }

    #[test]
    fn text_is_escaped_and_markup_is_not() {
        assert_eq!(rendered("{{ title }}"), Ok("Pay &amp; &lt;more&gt;".to_owned()));
        assert_eq!(rendered("{{ 'a/b\"c' }}"), Ok("a/b&quot;c".to_owned()));
        assert_eq!(rendered("{{ markup | safe }}"), Ok("<b>".to_owned()));
        assert_eq!(rendered("{{ about | prose }}"), Ok("<code>&lt;a&gt;</code> &amp; b".to_owned()));
    }

    #[test]
    fn a_missing_value_is_an_error_that_names_the_page() {
        let error = rendered("{{ titel }}").unwrap_err();
        assert!(error.starts_with("page.html: "), "{error}");
    }
}
