//! The reference on the page for partners, out of the manifest that editors and other tools read.

use serde_json::Value;
use yew::prelude::*;

use super::markup;

/// A table: its heading, where its rows are in the manifest, and what to show of each: the head of a column and a path.
type Table = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const NAME: (&str, &str) = ("Name", "/name");
const WHAT: (&str, &str) = ("What it is for", "/description");

const TABLES: [Table; 4] = [
    ("Attributes", "/attributes", &[NAME, ("Values", "/type/text"), ("Default", "/default"), WHAT]),
    ("Events", "/events", &[NAME, ("Detail", "/type/text"), WHAT]),
    ("Custom properties", "/cssProperties", &[NAME, ("Default", "/default"), WHAT]),
    ("Parts", "/cssParts", &[NAME, WHAT]),
];

#[derive(Clone, PartialEq, Properties)]
struct Props {
    element: Value,
}

/// The tables of what the manifest says of the element; nothing where it does not say anything.
pub fn reference(manifest: &str) -> Result<String, String> {
    let manifest: Value =
        serde_json::from_str(manifest).map_err(|error| format!("custom-elements.json: {error}"))?;
    let list = |value: &Value, path: &str| value.pointer(path).and_then(Value::as_array).cloned();
    let modules = list(&manifest, "/modules").into_iter().flatten();
    let mut declared = modules.flat_map(|module| list(&module, "/declarations").into_iter().flatten());
    let element = declared
        .find(|declaration| declaration.get("tagName").and_then(Value::as_str) == Some("salary-calculator"));
    let element = element.unwrap_or_default();
    Ok(markup::draw::<Reference>(move || Props { element: element.clone() }))
}

#[component]
fn Reference(props: &Props) -> Html {
    TABLES.iter().map(|table| draw(table, &props.element)).collect()
}

fn draw(&(heading, rows, columns): &Table, element: &Value) -> Html {
    let Some(rows) = element.pointer(rows).and_then(Value::as_array).filter(|rows| !rows.is_empty()) else {
        return Html::default();
    };
    let id = heading.to_ascii_lowercase().replace(' ', "-");
    let row = |row: &Value| {
        let text = |path: &str| row.pointer(path).and_then(Value::as_str).unwrap_or_default().to_owned();
        html! {
            <tr>
                { for columns.iter().map(|&(_, path)| match path {
                    "/name" => html! { <th scope="row"><code>{ text(path) }</code></th> },
                    "/description" => html! { <td>{ prose(&text(path)) }</td> },
                    _ if text(path).is_empty() => html! { <td></td> },
                    _ => html! { <td><code>{ text(path) }</code></td> },
                }) }
            </tr>
        }
    };
    html! {
        <>
            <h3 id={id.clone()}>{ heading }</h3>
            <div class="scroll" role="region" tabindex="0" aria-labelledby={id}>
                <table>
                    <thead>
                        <tr>{ for columns.iter().map(|(head, _)| html! { <th scope="col">{ *head }</th> }) }</tr>
                    </thead>
                    <tbody>{ for rows.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

/// Text in which names stand between backticks.
fn prose(text: &str) -> Html {
    let part = |(at, part): (usize, &str)| match at % 2 {
        0 => html! { { part.to_owned() } },
        _ => html! { <code>{ part.to_owned() }</code> },
    };
    text.split('`').enumerate().map(part).collect()
}
