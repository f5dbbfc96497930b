//! Checks of markup that hold for every page.

/// The values of an attribute, in order.
pub fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    page.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Fails if markup uses an id twice, refers to an id that it does not have, repeats an attribute, draws outside a
/// picture, or holds a style attribute or a form.
pub fn assert_sound(page: &str) {
    let ids = attributes(page, "id");
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id is used twice: {ids:?}");
    for tag in page.split('<').filter_map(|part| part.split('>').next()) {
        let mut names: Vec<_> = tag.split("=\"").filter_map(|part| part.rsplit(' ').next()).collect();
        names.pop();
        let before = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), before, "<{tag}> repeats an attribute");
    }
    for reference in
        ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "data-copies"]
    {
        for id in attributes(page, reference).into_iter().flat_map(str::split_whitespace) {
            assert!(ids.contains(&id), "there is no id for {reference}={id}");
        }
    }
    // A negative width or a position off the scale would draw nothing.
    for geometry in ["x", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height"] {
        for value in attributes(page, geometry).into_iter().filter_map(|value| value.strip_suffix('%')) {
            let percent: f64 = value.parse().expect("a percentage is a number");
            assert!((0.0..=100.0).contains(&percent), "{geometry}={value}%");
        }
    }
    assert!(!page.contains("style="), "a strict policy blocks style attributes");
    assert!(!page.contains("<form"), "a form would send the input to the server");
}
