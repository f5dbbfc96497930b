//! Makes the site out of what Trunk has built: the pages with the default answer and every estimate drawn into them, the
//! element's script in its floating and its pinned copy, and names that change with the content.

mod day;
mod site {
    pub mod assets;
    pub mod glue;
    pub mod markup;
    pub mod names;
    pub mod reference;
    pub mod script;
}

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use salary_calculator::state::key::Key;
use site::assets::{Asset, Site};
use site::script::minified;
use site::{glue, markup, names, reference};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1) else {
        eprintln!("Usage: site FOLDER, where FOLDER is what Trunk has built");
        return ExitCode::from(2);
    };
    match make(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("site: {error}");
            ExitCode::FAILURE
        }
    }
}

fn make(folder: &Path) -> Result<(), String> {
    let site = Site::in_folder(folder)?;
    let page = markup::Page::draw();

    let sheet = site.taken_from_trunk("calculator", "css")?;
    let page_sheet = site.taken_from_trunk("page", "css")?;
    let (wasm, glue) = names::shortened(
        &site.bytes_from_trunk("salary-calculator", "wasm")?,
        &site.text_from_trunk("salary-calculator", "js")?,
    )?;
    let glue = glue::factory(&glue, &glue::constants(&wasm)?)?;
    let wasm = site.asset("salary-calculator", "wasm", &wasm)?;
    let loader = minified("the loader", &format!("export default {glue}\n"))?;
    let loader = site.asset("salary-calculator", "js", loader.as_bytes())?;
    let about = site.asset("about", "html", page.about.as_bytes())?;
    let page_script = site.asset("page", "js", script("page.js")?.as_bytes())?;
    let frame_script = site.asset("frame", "js", script("frame.js")?.as_bytes())?;
    // One file on the way to the visitor.
    let parts = ["partners/colour.js", "partners/snippets.js", "partners.js"].map(source);
    let parts = parts.into_iter().collect::<Result<String, _>>()?;
    let partners_script = site.asset("partners", "js", minified("partners.js", &parts)?.as_bytes())?;
    let partners_sheet = site.asset("partners", "css", stylesheet("partners")?.as_bytes())?;
    let reference = reference::reference(&source("custom-elements.json")?)?;

    let build = serde_json::json!({
        "version": env!("CARGO_PKG_VERSION"),
        "title": page.title,
        "keys": Key::ALL.iter().map(|key| key.slug()).collect::<Vec<_>>(),
        "loader": format!("../{}", loader.path),
        "wasm": wasm.with_integrity(),
        "sheet": sheet.with_integrity(),
        "about": about.with_integrity(),
    });
    let embed = replaced(&source("embed.js")?, "const BUILD = {};", &format!("const BUILD = {build};"))?;
    site.write("v1/embed.js", minified("embed.js", &embed)?.as_bytes())?;
    // The pinned copy has the loader in it, so that one fingerprint vouches for all of the script.
    let import = "const loader = () => import(BUILD.loader);";
    let pinned = replaced(&embed, import, &format!("const loader = async () => ({{ default: {glue} }});"))?;
    let pinned = minified("the pinned copy", &pinned)?;
    let pinned =
        site.hashed("v1", &format!("embed-{}", env!("CARGO_PKG_VERSION")), "js", pinned.as_bytes())?;
    for reference in ["embed.d.ts", "custom-elements.json"] {
        site.write(&format!("v1/{reference}"), source(reference)?.as_bytes())?;
    }

    let preload = preload(&loader, &wasm);
    let template = |html: &str, calculator: &str| {
        html.replace("{{title}}", &page.title)
            .replace("{{late}}", page.late)
            .replace("{{preload}}", &preload)
            .replace("{{calculator}}", &markup::shadow(calculator, &page.about, &sheet.path))
            .replace("{{estimates}}", &page.estimates)
            .replace("{{calculator.css}}", &sheet.path)
            .replace("{{page.css}}", &page_sheet.path)
            .replace("{{page.js}}", &page_script.path)
            .replace("{{frame.js}}", &frame_script.path)
            .replace("{{partners.js}}", &partners_script.path)
            .replace("{{partners.css}}", &partners_sheet.path)
            .replace("{{starts}}", &page.starts)
            .replace("{{locks}}", &page.locks)
            .replace("{{reference}}", &reference)
            .replace("{{pinned}}", &pinned.path)
            .replace("{{integrity}}", &pinned.integrity)
    };
    let index = fs::read_to_string(folder.join("index.html")).map_err(|error| error.to_string())?;
    let mut index = replaced(&index, trunks_link(&index)?, "")?;
    for sheet in [&sheet, &page_sheet] {
        index = replaced(&index, &format!("./{}", sheet.taken_from), &sheet.path)?;
    }
    let sources = [source("frame.html")?, source("partners.html")?];
    for (name, html) in
        ["index.html", "frame.html", "partners.html"].iter().zip([index].iter().chain(&sources))
    {
        let html = template(html, &page.calculator);
        if let Some((_, left)) = html.split_once("{{") {
            return Err(format!("{name}: nothing is filled in for {{{{{}", left.get(..20).unwrap_or(left)));
        }
        site.write(name, html.as_bytes())?;
    }
    Ok(())
}

/// The element by which the template tells Trunk of the program. Trunk leaves it in where it starts nothing itself.
fn trunks_link(index: &str) -> Result<&str, String> {
    let link = index.find("<link data-bin").and_then(|start| index.get(start..));
    let link = link.and_then(|rest| rest.get(..=rest.find('>')?));
    link.ok_or_else(|| "index.html: Trunk has left no link to the program".to_owned())
}

/// What the program needs, asked for before the script has found out.
fn preload(loader: &Asset, wasm: &Asset) -> String {
    format!(
        "<link rel=\"modulepreload\" href=\"{}\" />\n    \
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{}\" />",
        loader.path, wasm.path
    )
}

fn source(name: &str) -> Result<String, String> {
    fs::read_to_string(Path::new("src/embed").join(name))
        .map_err(|error| format!("src/embed/{name}: {error}"))
}

/// A style sheet that only one of the pages loads, which Trunk knows nothing of.
fn stylesheet(name: &str) -> Result<String, String> {
    let path = Path::new("target/styles").join(name).with_extension("css");
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
}

fn script(name: &str) -> Result<String, String> {
    minified(name, &source(name)?)
}

fn replaced(text: &str, from: &str, to: &str) -> Result<String, String> {
    if text.matches(from).count() == 1 {
        Ok(text.replace(from, to))
    } else {
        Err(format!("not once: {from}"))
    }
}
