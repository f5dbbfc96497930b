//! The styles of the host and of the calculator: neither affects the other, unless the host asks for it.

use crate::stage::{ELEMENT, EMBED, Stage};

const SIZE: &str = "body { margin: 0 } salary-calculator { display: block; width: 1100px }";

/// Shows the calculator on a host with these styles, and returns its computed appearance.
async fn looks(stage: &Stage, html: &str, styles: &str) -> Vec<String> {
    let page = format!(
        "<!doctype html><html {html}><body><style>{SIZE} {styles}</style>{EMBED}{ELEMENT}</body></html>"
    );
    stage.show_page("", &page).await;
    stage.ready("a", "shadow").await;
    stage.tab.until("find('.about') !== null", true).await;
    stage.tab.value("looks()").await.unwrap()
}

pub async fn the_host_does_not_change_the_calculator(stage: &Stage) {
    let usual = looks(stage, "lang=en", "").await;
    assert!(usual.len() > 200, "{usual:?}");
    let block = "salary-calculator.x, body, html:root, salary-calculator:not(x) { display: block !important; width: 1100px !important }";
    for (html, styles) in [
        ("dir=rtl lang=ar", ""),
        ("lang=en", "html { font-size: 40px }"),
        ("lang=en", "html { font-size: 62.5% }"),
        ("lang=en", "* { display: none !important }"),
        ("lang=en", "* { margin: 13px !important; padding: 7px !important; border: 3px solid red !important; box-sizing: content-box !important }
            salary-calculator:not(x) { margin: 0 !important; padding: 0 !important; border: 0 !important }"),
        ("lang=en", "* { all: unset !important; color: red !important; font: italic 700 50px/3 serif !important;
            letter-spacing: 9px !important; word-spacing: 9px !important; text-transform: uppercase !important;
            text-align: center !important; text-indent: 50px !important; direction: rtl !important; visibility: hidden !important;
            cursor: none !important; white-space: pre !important; --accent: red; --text: red; --space: 99px; --font: serif }"),
        ("lang=en", ".calculator, .root, .headline, #salary, [part] { display: none !important; color: red !important }"),
    ] {
        let found = looks(stage, html, &format!("{styles} {block}")).await;
        let differ = usual.iter().zip(&found).find(|(usual, found)| usual != found);
        assert_eq!((differ, found.len()), (None, usual.len()), "on a page with {html} {styles}");
    }
}

pub async fn the_calculator_does_not_change_the_host(stage: &Stage) {
    let things =
        ["html", "body", "h1", "p", "button", "a", "input", "select", "table", "details", "fieldset"];
    let page = "<h1>Pay</h1><p class='headline calculator root'>What <a href='#'>others</a> get <button class=button>Go</button>
        <input id=salary> <select><option>One</select></p><table><tr><td>1</table><details><summary>x</summary></details>
        <fieldset><legend>x</legend></fieldset>";
    stage.show(page).await;
    let styles = format!("{things:?}.map(styleOf)");
    let before: Vec<Vec<String>> = stage.tab.value(&styles).await.unwrap();
    let names = "Object.keys(window).join()";
    let globals: String = stage.tab.value(names).await.unwrap();
    let add = "document.body.append(document.createRange().createContextualFragment(`{{element}}`));
        document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '{{site}}/v1/embed.js' }))";
    // A fixed element takes no space, so it leaves the height of the page unchanged.
    let element = ELEMENT.replace("id=", "style='position: fixed; top: 0' id=");
    stage.tab.run(&stage.fill(&add.replace("{{element}}", &element))).await;
    stage.ready("a", "shadow").await;
    let after: Vec<Vec<String>> = stage.tab.value(&styles).await.unwrap();
    for (thing, (before, after)) in things.iter().zip(before.iter().zip(&after)) {
        let differ = before.iter().zip(after).find(|(before, after)| before != after);
        assert_eq!(differ, None, "{thing}");
    }
    stage.tab.until(names, globals).await;
}

/// Returns a colour of the calculator in the light and in the dark theme, which differ.
async fn in_both_themes(stage: &Stage, colour: &str) -> [String; 2] {
    let mut colours = Vec::new();
    for theme in ["light", "dark"] {
        stage.show(&format!("{EMBED}{}", ELEMENT.replace("id=", &format!("theme={theme} id=")))).await;
        stage.ready("a", "shadow").await;
        stage.tab.until("getComputedStyle(find('.root')).colorScheme", theme.to_owned()).await;
        colours.push(stage.tab.value(colour).await.unwrap());
    }
    let colours: [String; 2] = colours.try_into().unwrap();
    assert_ne!(colours[0], colours[1]);
    colours
}

pub async fn the_calculator_is_as_light_or_dark_as_its_surroundings(stage: &Stage) {
    let background = "getComputedStyle(find('.calculator')).backgroundColor";
    let [light, dark] = in_both_themes(stage, background).await;
    // The browser's own setting is light.
    for (around, expected) in [
        ("", &light),
        ("color-scheme: light dark", &light),
        ("color-scheme: dark", &dark),
        ("color-scheme: only dark", &dark),
    ] {
        stage.show(&format!("{EMBED}<section style='{around}'>{ELEMENT}</section>")).await;
        stage.ready("a", "shadow").await;
        stage.tab.until(background, expected.clone()).await;
        // Also in a frame.
        stage.tab.run("byId('a').setAttribute('render', 'iframe')").await;
        stage.ready("a", "iframe").await;
        stage.tab.find("iframe").await.enter_frame().await.unwrap();
        stage.tab.until(background, expected.clone()).await;
        stage.tab.driver.clone().enter_default_frame().await.unwrap();
    }
}

pub async fn the_calculator_takes_the_width_it_is_given(stage: &Stage) {
    for (around, least) in [
        ("display: flex", 900),
        ("display: flex; flex-direction: column; align-items: center", 900),
        ("display: grid; justify-items: center", 900),
        ("display: grid; place-items: center", 900),
        ("display: inline-block", 280),
        ("float: left", 280),
        ("display: table-cell", 280),
    ] {
        for render in ["shadow", "iframe"] {
            let element = ELEMENT.replace("id=", &format!("render={render} id="));
            let page = format!("<main style='width: 900px'><div style='{around}'>{element}</div></main>");
            stage.show(&format!("{EMBED}{page}")).await;
            stage.ready("a", render).await;
            let wide = format!("byId('a').getBoundingClientRect().width >= {least}");
            stage.tab.until(&wide, true).await;
        }
    }
    // On a phone it is no wider than its column.
    for around in
        ["display: flex", "display: grid", "display: grid; grid-template-columns: 1fr", "float: left"]
    {
        stage
            .show(&format!("{EMBED}<main style='width: 290px'><div style='{around}'>{ELEMENT}</div></main>"))
            .await;
        stage.ready("a", "shadow").await;
        stage.tab.until("byId('a').getBoundingClientRect().width <= 290", true).await;
    }
}

pub async fn everything_fits_a_narrow_column(stage: &Stage) {
    for view in ["permanent", "contract", "compare"] {
        for root in ["", "html { font-size: 40px }"] {
            let element = ELEMENT.replace(
                "id=",
                &format!("view={view} salary=10000000 day-rate=20000 cta-href=https://example.org id="),
            );
            stage
                .show(&format!("<style>{root} main {{ width: 320px }}</style>{EMBED}<main>{element}</main>"))
                .await;
            stage.ready("a", "shadow").await;
            stage.tab.until("find('.about') !== null", true).await;
            stage
                .tab
                .run("for (const panel of inside().querySelectorAll('details')) panel.open = true")
                .await;
            let filled =
                "[...inside().querySelectorAll('details')].every(({ children }) => children.length > 1)";
            stage.tab.until(filled, true).await;
            let out = "[...inside().querySelectorAll('*')].filter((thing) => {
                    const { right, left, width } = thing.getBoundingClientRect();
                    const box = byId('a').getBoundingClientRect();
                    // In a chart only texts count, because its inner pictures are cut off at their edges.
                    if (thing.ownerSVGElement && thing.localName !== 'text') return false;
                    return width > 1 && thing.checkVisibility() && !thing.closest('[class*=scroll], table, [popover]')
                        && (right > box.right + 0.5 || left < box.left - 0.5);
                }).map(({ localName, className }) => `${localName}.${className.baseVal ?? className}`)";
            stage.tab.until(out, Vec::<String>::new()).await;
            stage
                .tab
                .until(
                    "byId('a').scrollWidth <= 320 && document.scrollingElement.scrollWidth <= innerWidth",
                    true,
                )
                .await;
        }
    }
}

pub async fn the_host_sets_colours_and_sizes(stage: &Stage) {
    let red = "rgb(201, 2, 3)";
    for (rule, expression, expected) in [
        (
            "salary-calculator { --salary-accent: rgb(201, 2, 3) }",
            "getComputedStyle(find('.take-home a')).color",
            red,
        ),
        ("body { --salary-accent: rgb(201, 2, 3) }", "getComputedStyle(find('.take-home a')).color", red),
        ("body { --salary-text: rgb(201, 2, 3) }", "getComputedStyle(find('.root')).color", red),
        (
            "body { --salary-surface: rgb(201, 2, 3) }",
            "getComputedStyle(find('.calculator')).backgroundColor",
            red,
        ),
        (
            "body { --salary-background: rgb(201, 2, 3) }",
            "getComputedStyle(find('.root')).backgroundColor",
            red,
        ),
        (
            "body { --salary-border: rgb(201, 2, 3) }",
            "getComputedStyle(find('.calculator')).borderTopColor",
            red,
        ),
        ("body { --salary-font: monospace }", "getComputedStyle(find('.headline')).fontFamily", "monospace"),
        ("body { --salary-max-width: 500px }", "getComputedStyle(byId('a')).width", "500px"),
        ("::part(headline) { color: rgb(201, 2, 3) }", "getComputedStyle(find('.headline')).color", red),
        (
            "salary-calculator::part(root) { padding-top: 77px }",
            "getComputedStyle(find('.root')).paddingTop",
            "77px",
        ),
        (
            "salary-calculator::part(share) { display: none }",
            "getComputedStyle(find('[part~=share]')).display",
            "none",
        ),
    ] {
        stage.show(&format!("<style>{rule}</style>{EMBED}{ELEMENT}")).await;
        stage.ready("a", "shadow").await;
        stage.tab.until(expression, expected.to_owned()).await;
    }
    let text = "getComputedStyle(find('.root')).color";
    let [light, dark] = in_both_themes(stage, text).await;
    for (theme, colour) in [("dark", dark), ("light", light.clone()), ("auto", light)] {
        stage.tab.run(&format!("byId('a').setAttribute('theme', '{theme}')")).await;
        stage.tab.until(text, colour).await;
    }
}
