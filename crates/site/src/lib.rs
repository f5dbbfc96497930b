//! Makes the site from Trunk's output: pages with the default answer and every estimate drawn into them, a floating and
//! a pinned copy of the element's script, its reference, and names that change with the content.

pub mod assets;
pub mod bundle;
pub mod glue;
pub mod headers;
pub mod markup;
pub mod names;
pub mod pages;
pub mod reference;
pub mod script;

use std::fs;
use std::path::{Path, PathBuf};

use assets::{Asset, Site};
use markup::Drawn;
use minijinja::context;
use pages::Pages;
use salary_calculator::state::input::Key;
use salary_figures::{Folder, Read, read};
use script::minified;

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A path in the folder of the site's own pages and scripts.
pub fn own(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pages").join(name)
}

/// Makes the site in a folder that Trunk has built, from a folder of figures.
pub fn make(folder: &Path, figures: &Path) -> Result<(), String> {
    let site = Site::in_folder(folder)?;
    let Read { figures, listing } = figures_of(figures)?;
    let figures: &'static _ = Box::leak(Box::new(figures));
    let drawn = Drawn::of(figures, listing);

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
    let about = site.asset("about", "html", drawn.about.as_bytes())?;
    let script = |name: &str| {
        let small = minified(name, &bundle::bundled(&own(&format!("{name}.js")))?)?;
        site.asset(name, "js", small.as_bytes())
    };
    let (page_script, frame_script, partners_script) =
        (script("page")?, script("frame")?, script("partners")?);
    let partners_sheet = site.asset("partners", "css", stylesheet("partners")?.as_bytes())?;

    let build = serde_json::json!({
        "version": env!("CARGO_PKG_VERSION"),
        "title": drawn.title,
        "keys": Key::ALL.iter().map(|key| key.slug()).collect::<Vec<_>>(),
        "loader": format!("../{}", loader.path),
        "wasm": wasm.with_integrity(),
        "sheet": sheet.with_integrity(),
        "about": about.with_integrity(),
    });
    let pinned = element_script(&site, &build.to_string(), &glue)?;
    let manifest = reference::manifest(figures)?;
    site.write("v1/custom-elements.json", manifest.text.as_bytes())?;
    site.write("v1/embed.d.ts", reference::types(figures)?.as_bytes())?;

    let index = fs::read_to_string(folder.join("index.html")).map_err(|error| error.to_string())?;
    let mut index = replaced(&index, trunks_link(&index)?, "")?;
    for sheet in [&sheet, &page_sheet] {
        index = replaced(&index, &format!("./{}", sheet.taken_from), &sheet.path)?;
    }
    let mut pages = Pages::default();
    pages.add("index.html", index)?;
    for name in ["frame.html", "partners.html"] {
        pages.add(name, text(&own(name))?)?;
    }
    let context = context! {
        title => drawn.title,
        description => drawn.description,
        late => drawn.late,
        agency => figures.agency.name,
        calculator => markup::shadow(&drawn.calculator, &drawn.about, &sheet.path),
        estimates => drawn.estimates,
        starts => drawn.starts,
        locks => drawn.locks,
        element => minijinja::value::Serde(&manifest.element),
        loader => loader.path,
        wasm => wasm.path,
        pinned => pinned.path,
        integrity => pinned.integrity,
        calculator_css => sheet.path,
        page_css => page_sheet.path,
        partners_css => partners_sheet.path,
        page_js => page_script.path,
        frame_js => frame_script.path,
        partners_js => partners_script.path,
    };
    for name in pages.names() {
        site.write(&name, pages.render(&name, &context)?.as_bytes())?;
    }
    Ok(())
}

/// Writes the element's script, and returns the pinned copy. The floating copy is `v1/embed.js`. The pinned one has the
/// loader in it, so that one fingerprint covers the whole script.
fn element_script(site: &Site, build: &str, glue: &str) -> Result<Asset, String> {
    let source = bundle::bundled(&root().join("src/embed/embed.js"))?;
    let embed = replaced(&source, "const BUILD = {};", &format!("const BUILD = {build};"))?;
    site.write("v1/embed.js", minified("embed.js", &embed)?.as_bytes())?;
    let import = "const loader = () => import(BUILD.loader);";
    let pinned = replaced(&embed, import, &format!("const loader = async () => ({{ default: {glue} }});"))?;
    let pinned = minified("the pinned copy", &pinned)?;
    site.hashed("v1", &format!("embed-{}", env!("CARGO_PKG_VERSION")), "js", pinned.as_bytes())
}

/// Reads the figures of a folder. The program that Trunk has built contains them as constants.
fn figures_of(folder: &Path) -> Result<Read, String> {
    let path = root().join(folder);
    let folder = Folder::load(&path).map_err(|error| format!("{}: {error}", folder.display()))?;
    read(&folder).map_err(|faults| faults.join("\n"))
}

/// Finds the link that names the program for Trunk. Trunk leaves it in `index.html` if it does not start the program.
fn trunks_link(index: &str) -> Result<&str, String> {
    let link = index.find("<link data-bin").and_then(|start| index.get(start..));
    let link = link.and_then(|rest| rest.get(..=rest.find('>')?));
    link.ok_or_else(|| "index.html has no link to the program".to_owned())
}

/// Reads a style sheet that Trunk does not build, because only one page loads it.
fn stylesheet(name: &str) -> Result<String, String> {
    text(&root().join("target/styles").join(name).with_extension("css"))
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Replaces a part that a text has exactly once.
fn replaced(text: &str, from: &str, to: &str) -> Result<String, String> {
    if text.matches(from).count() == 1 {
        Ok(text.replace(from, to))
    } else {
        Err(format!("this must be there exactly once: {from}"))
    }
}
