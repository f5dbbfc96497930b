//! Describes the effect of an edit to the figures, in sentences for the people who make it.

mod entry;
mod pay;
mod words;

use std::fmt::Display;

use salary_domain::listing::{ListedDiscipline, ListedTaxYear};
use salary_domain::market::Discipline;
use salary_figures::Read;

use entry::{Renamed, compared};
pub use words::counted;

/// The lines of a report on the changes from one version to the next.
pub fn between(before: &Read, after: &Read) -> Vec<String> {
    let sources = Renamed::between(&before.listing.sources, &after.listing.sources);
    let mut report = Report::default();
    let [was, is] = [before, after].map(|read| entry::agency(&read.figures.agency));
    report.section("Agency", compared(&was, &is));
    disciplines(before, after, &sources, &mut report);
    let [was, is] = [before, after].map(|read| entry::figures(&read.listing.assumptions));
    report.section("Assumptions", compared(&sources.applied(was), &is));
    tax_years(before, after, &sources, &mut report);
    let was = before.listing.sources.iter().map(|source| entry::source(source, sources.now(&source.name)));
    let is = after.listing.sources.iter().map(|source| entry::source(source, &source.name));
    report.section("Sources", compared(&was.collect::<Vec<_>>(), &is.collect::<Vec<_>>()));
    report.lines(before, after)
}

/// The sections of a report that are not empty.
#[derive(Default)]
struct Report {
    sections: Vec<(String, Vec<String>)>,
}

impl Report {
    fn section(&mut self, heading: impl Display, lines: Vec<String>) {
        if !lines.is_empty() {
            self.sections.push((heading.to_string(), lines));
        }
    }

    fn lines(self, before: &Read, after: &Read) -> Vec<String> {
        if self.sections.is_empty() {
            let line = if before == after { "Nothing changes." } else { "Only the order of rows changes." };
            return vec![line.to_owned()];
        }
        let section = |(heading, lines): (String, Vec<String>)| {
            let indented = lines.into_iter().map(|line| format!("  {line}"));
            std::iter::once(heading).chain(indented).chain([String::new()]).collect::<Vec<_>>()
        };
        self.sections.into_iter().flat_map(section).chain(pay::estimates_in_all(before, after)).collect()
    }
}

/// The disciplines of a folder with their listings.
type Disciplines<'a> = Vec<(&'static Discipline, &'a ListedDiscipline)>;

fn disciplines(before: &Read, after: &Read, sources: &Renamed, report: &mut Report) {
    let [was, is] = [before, after].map(|read| -> Disciplines {
        read.figures.disciplines.iter().zip(&read.listing.disciplines).collect()
    });
    let [first, now] = [before, after].map(|read| read.figures.first_discipline());
    let mut which = [missing("Added", &is, &was), missing("Removed", &was, &is)].concat();
    which.extend((first.slug != now.slug).then(|| format!("The default: {} → {}", first.name, now.name)));
    report.section("Disciplines", which);
    for (discipline, listed) in is {
        let Some(&(earlier, then)) = was.iter().find(|(earlier, _)| earlier.slug == discipline.slug) else {
            continue;
        };
        let before = sources.applied(entry::discipline(earlier, then));
        let mut lines = compared(&before, &entry::discipline(discipline, listed));
        lines.extend(specialisms(earlier, discipline));
        report.section(&listed.name, lines);
        let specialism = discipline.first_specialism().name;
        let heading = format_args!("{}, estimates ({specialism})", listed.name);
        report.section(heading, pay::estimates(earlier, discipline));
    }
}

/// A line for each discipline that is missing from the other version.
fn missing(what: &str, of: &Disciplines, from: &Disciplines) -> Vec<String> {
    let is_missing = |slug: &str| !from.iter().any(|(other, _)| other.slug == slug);
    let line = |listed: &ListedDiscipline| {
        format!("{what} discipline: {}: {}", listed.name, counted(listed.figures.len(), "figure"))
    };
    of.iter().filter(|(one, _)| is_missing(one.slug)).map(|(_, listed)| line(listed)).collect()
}

fn tax_years(before: &Read, after: &Read, sources: &Renamed, report: &mut Report) {
    let (was, is) = (&before.listing.tax_years, &after.listing.tax_years);
    let missing = |what: &str, of: &[ListedTaxYear], from: &[ListedTaxYear]| {
        let years = of.iter().filter(|year| !from.iter().any(|other| other.year == year.year));
        let figures = |year: &ListedTaxYear| counted(year.figures.len(), "figure");
        years.map(|year| format!("{what} tax year: {}: {}", span(year), figures(year))).collect::<Vec<_>>()
    };
    report.section("Tax years", [missing("Added", is, was), missing("Removed", was, is)].concat());
    for year in is {
        let Some(earlier) = was.iter().find(|earlier| earlier.year == year.year) else { continue };
        let mut lines = compared(&sources.applied(entry::tax_year(earlier)), &entry::tax_year(year));
        let [was, is] = [before, after].map(|read| read.figures.tax_rules(year.year));
        if let (Some(was), Some(is)) = (was, is)
            && was != is
        {
            lines.extend(pay::take_home(was, is));
        }
        report.section(format_args!("Tax year {}", span(year)), lines);
    }
}

/// "2026 to 2027"
fn span(year: &ListedTaxYear) -> String {
    let starts = year.year.starts();
    format!("{starts} to {}", starts + 1)
}

/// A change of the default specialism, or of the order of the others.
fn specialisms(before: &Discipline, after: &Discipline) -> Option<String> {
    let [was, is] = [before, after].map(Discipline::first_specialism);
    if was.slug != is.slug {
        return Some(format!("Default specialism: {} → {}", was.name, is.name));
    }
    let names = |of: &Discipline, other: &Discipline| {
        let is_in_both = |slug| other.specialisms.iter().any(|specialism| specialism.slug == slug);
        let shared = of.specialisms.iter().filter(|specialism| is_in_both(specialism.slug));
        shared.map(|specialism| (specialism.slug, specialism.short)).unzip::<_, _, Vec<_>, Vec<_>>()
    };
    let ((was, _), (is, names)) = (names(before, after), names(after, before));
    (was != is).then(|| format!("New order of the specialisms: {}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use salary_figures::{Folder, read};

    use super::*;

    const AGENCY: &str = "agency.toml";
    const SOURCES: &str = "sources.toml";
    const ASSUMPTIONS: &str = "assumptions.toml";
    const NEWEST: &str = "tax/2026-27.toml";
    const BANDS: &str = "market/machine-learning/bands.toml";
    const DAY_RATES: &str = "market/machine-learning/day-rates.toml";
    const LOCATIONS: &str = "market/machine-learning/locations.toml";
    const SPECIALISMS: &str = "market/machine-learning/specialisms.toml";
    const ALSO_PUBLISHED: &str = "market/machine-learning/also-published.toml";
    const PLATFORM_BANDS: &str = "market/platform-engineering/bands.toml";

    fn frozen() -> Folder {
        Folder::load(Path::new("../../tests/figures")).unwrap()
    }

    fn sound(folder: &Folder) -> Read {
        read(folder).unwrap_or_else(|faults| panic!("{faults:#?}"))
    }

    /// The report on the frozen folder after an edit.
    fn after(edit: impl FnOnce(&mut Folder)) -> Vec<String> {
        let mut folder = frozen();
        edit(&mut folder);
        between(&sound(&frozen()), &sound(&folder))
    }

    /// The report after some replacements: file, text, replacement.
    fn replaced(edits: &[(&str, &str, &str)]) -> Vec<String> {
        after(|folder| {
            for (file, old, new) in edits {
                let text = folder.files.get_mut(*file).unwrap();
                assert!(text.contains(old), "{file} has no {old}");
                *text = text.replacen(old, new, 1);
            }
        })
    }

    #[test]
    fn the_same_folder_changes_nothing() {
        assert_eq!(replaced(&[]), ["Nothing changes."]);
        assert_eq!(replaced(&[(BANDS, "# Frozen", "# Still frozen")]), ["Nothing changes."]);
    }

    #[test]
    fn a_salary_changes_its_estimates() {
        let expected = [
            "Machine learning",
            "  Mid, UK salary, typical: £70,000 → £72,000",
            "",
            "Machine learning, estimates (Generalist)",
            "  Mid, London: £77,500 → £80,000",
            "  Mid, outside London: £63,500 → £65,500",
            "",
            "10 estimates change.",
        ];
        assert_eq!(replaced(&[(BANDS, "pounds = 70_000", "pounds = 72_000")]), expected);
    }

    #[test]
    fn a_day_rate_changes_its_estimates() {
        let expected = [
            "Machine learning",
            "  Mid, UK day rate, typical: £525 → £535 a day",
            "",
            "Machine learning, estimates (Generalist)",
            "  Mid, London: £550 → £560 a day",
            "  Mid, outside London: £495 → £505 a day",
            "",
            "10 estimates change.",
        ];
        assert_eq!(replaced(&[(DAY_RATES, "typical = 525", "typical = 535")]), expected);
    }

    #[test]
    fn an_end_changes_only_the_range() {
        let expected = [
            "Machine learning",
            "  Lead, UK salary, high: £160,000 → £170,000",
            "",
            "Machine learning, estimates (Generalist)",
            "  Lead, London, range: £122,000 to £177,500 → £122,000 to £188,500",
            "  Lead, outside London, range: £110,000 to £145,500 → £110,000 to £154,500",
            "",
            "10 estimates change.",
        ];
        assert_eq!(replaced(&[(BANDS, "pounds = 160_000", "pounds = 170_000")]), expected);
    }

    #[test]
    fn an_edit_that_rounding_hides_changes_no_estimate() {
        let expected = [
            "Platform engineering",
            "  Mid, UK salary, typical: £62,000 → £62,001",
            "",
            "No estimate changes.",
        ];
        assert_eq!(replaced(&[(PLATFORM_BANDS, "pounds = 62_000", "pounds = 62_001")]), expected);
    }

    #[test]
    fn a_multiplier_changes_every_level() {
        let report = replaced(&[(LOCATIONS, "salary   = 1.11", "salary   = 1.2")]);
        assert_eq!(report[1], "  London, on salaries: × 1.11 → × 1.2");
        let levels: Vec<_> = report[4..8].iter().map(|line| line.split(':').next().unwrap()).collect();
        assert_eq!(levels, ["  Junior, London", "  Mid, London", "  Senior, London", "  Lead, London"]);
        assert_eq!(report[8..], ["", "20 estimates change."]);
    }

    #[test]
    fn a_published_band_is_a_range() {
        let report = replaced(&[(BANDS, "high = 110_000", "high = 112_000")]);
        let line = "  Senior, UK salary, published: £85,000 to £110,000+ → £85,000 to £112,000+";
        assert_eq!(report, ["Machine learning", line, "", "No estimate changes."]);
    }

    #[test]
    fn a_specialism_is_added_or_removed() {
        let row = "\n[robotics]\nname = \"Robotics\"\nrole = \"robotics engineer\"\nlow = -3\ntypical = 4\n\
                   high = 9\nmark = \"modelled\"\nsource = \"our-reading\"\nwhy = \"uncertain\"\n";
        let added = [
            "Machine learning",
            "  Added specialism: Robotics, on salaries: 4% (−3% to 9%)",
            "",
            "No estimate changes.",
            "16 estimates are new.",
        ];
        assert_eq!(after(|folder| folder.files.get_mut(SPECIALISMS).unwrap().push_str(row)), added);

        let removed = after(|folder| {
            let text = folder.files.get_mut(SPECIALISMS).unwrap();
            text.truncate(text.find("[mlops]").unwrap());
        });
        let expected = [
            "Machine learning",
            "  Removed specialism: MLOps, on salaries: 5% (−5% to 10%)",
            "",
            "No estimate changes.",
            "16 estimates are removed.",
        ];
        assert_eq!(removed, expected);
    }

    #[test]
    fn a_specialism_is_identified_by_its_slug() {
        let report = replaced(&[
            (SPECIALISMS, "typical = 5", "typical = 6"),
            (SPECIALISMS, "name    = \"MLOps\"", "name    = \"ML platforms\""),
        ]);
        let expected = [
            "Machine learning",
            "  Deep learning, on salaries: 5% (0% to 10%) → 6% (0% to 10%)",
            "  ML platforms, on salaries, name: “MLOps” → “ML platforms”",
            "  ML platforms, on salaries, short: “MLOps” → “ML platforms”",
            "",
        ];
        assert_eq!(report[..5], expected);
        assert!(report[5].ends_with(" estimates change."), "{report:#?}");
    }

    #[test]
    fn the_order_of_specialisms_is_reported() {
        let move_to_the = |front: bool| {
            after(|folder| {
                let text = folder.files.get_mut(SPECIALISMS).unwrap();
                let mlops = text.split_off(text.find("[mlops]").unwrap());
                let offset = text.find(if front { "[generalist]" } else { "[nlp]" }).unwrap();
                text.insert_str(offset, &format!("{mlops}\n"));
            })
        };
        let order = "  New order of the specialisms: Generalist, Deep learning, MLOps, NLP, Computer vision";
        assert_eq!(move_to_the(false), ["Machine learning", order, "", "No estimate changes."]);
        let report = move_to_the(true);
        assert_eq!(report[1], "  Default specialism: Generalist → MLOps");
        assert_eq!(report[3], "Machine learning, estimates (MLOps)");
        assert_eq!(report.last().unwrap(), "No estimate changes.");
    }

    #[test]
    fn reordered_rows_change_nothing_else() {
        let report = after(|folder| {
            let text = folder.files.get_mut(SOURCES).unwrap();
            let last = text.split_off(text.find("[student-loan-thresholds-2026]").unwrap());
            text.insert_str(text.find("[article]").unwrap(), &format!("{last}\n"));
        });
        assert_eq!(report, ["Only the order of rows changes."]);
    }

    #[test]
    fn a_discipline_is_added_or_removed() {
        let platform = || {
            let mut folder = frozen();
            folder.files.retain(|file, _| !file.starts_with("market/machine-learning/"));
            let text = folder.files.get_mut(SOURCES).unwrap();
            for (key, next) in [("[article]", "[platform-article]"), ("[ashe]", "[convention]")] {
                text.replace_range(text.find(key).unwrap()..text.find(next).unwrap(), "");
            }
            sound(&folder)
        };
        let removed = between(&sound(&frozen()), &platform());
        let line = "  Removed discipline: Machine learning: 38 figures";
        let default = "  The default: Machine learning → Platform engineering";
        assert_eq!(removed[..3], ["Disciplines", line, default]);
        assert_eq!(removed.last().unwrap(), "80 estimates are removed.");

        let added = between(&platform(), &sound(&frozen()));
        assert_eq!(added[1], line.replace("Removed", "Added"));
        assert_eq!(added.last().unwrap(), "80 estimates are new.");
    }

    #[test]
    fn a_tax_figure_changes_take_home_pay() {
        let expected = [
            "Tax year 2026 to 2027",
            "  Personal allowance: £12,570 → £13,570",
            "  Take-home pay from £30,000: £25,119.60 → £25,319.60",
            "  Take-home pay from £60,000: £45,357.40 → £45,757.40",
            "  Take-home pay from £110,000: £72,357.40 → £72,757.40",
        ];
        let allowance = "personal-allowance = { pounds = 1";
        let report = replaced(&[(NEWEST, &format!("{allowance}2_570"), &format!("{allowance}3_570"))]);
        assert_eq!(report[..5], expected);
        assert!(report[5].starts_with("  Take-home pay from £30,000 in Scotland: £"), "{report:#?}");
        assert_eq!(report[8..], ["", "No estimate changes."]);
    }

    #[test]
    fn a_tax_figure_may_not_affect_these_salaries() {
        let expected = [
            "Tax year 2026 to 2027",
            "  Dividends, ordinary rate: 10.75% → 11.75%",
            "  Take-home pay from £30,000, £60,000 and £110,000 does not change.",
            "",
            "No estimate changes.",
        ];
        assert_eq!(replaced(&[(NEWEST, "percent = 10.75", "percent = 11.75")]), expected);
    }

    #[test]
    fn a_row_of_a_tax_year_is_added_or_removed() {
        let report = replaced(&[(NEWEST, "\nplan-5 ", "\n# plan-5 ")]);
        assert_eq!(report[1], "  Removed: Student loan threshold, Plan 5: £25,000");
        let row = "\nplan-5 = { pounds = 25_000, law = \"l\" }\npostgraduate  ";
        let report = replaced(&[("tax/2025-26.toml", "\npostgraduate  ", row)]);
        assert_eq!(report[1], "  Added: Student loan threshold, Plan 5: £25,000");
    }

    #[test]
    fn a_tax_year_is_added_or_removed() {
        let mut folder = frozen();
        folder.files.insert("tax/2027-28.toml".to_owned(), folder.files[NEWEST].clone());
        let (before, after) = (sound(&frozen()), sound(&folder));
        let line = "  Added tax year: 2027 to 2028: 45 figures".to_owned();
        assert_eq!(between(&before, &after), ["Tax years", &line, "", "No estimate changes."]);
        let line = line.replace("Added", "Removed");
        assert_eq!(between(&after, &before), ["Tax years", &line, "", "No estimate changes."]);
    }

    #[test]
    fn texts_are_quoted() {
        let report = replaced(&[
            (AGENCY, "https://northbeam.example/jobs", "https://northbeam.example/work"),
            (AGENCY, "company-line =", "# company-line ="),
            (BANDS, "Owns models in production", "Runs models in production"),
            (BANDS, "mark = \"modelled\"", "mark = \"statistic\""),
            (NEWEST, "checked-on = \"2026-11-23\"", "checked-on = \"2026-12-01\""),
            (ASSUMPTIONS, "value  = 25", "value  = 27"),
            (ALSO_PUBLISHED, "high    = 68_000", "high    = 69_000"),
            (ALSO_PUBLISHED, "fits entry roles in London at well-funded employers", "fits London"),
        ]);
        let expected = [
            "Agency",
            "  Jobs: “https://northbeam.example/jobs” → “https://northbeam.example/work”",
            "  Company line: “Northbeam Ltd, a company that exists only in tests.” → none",
            "",
            "Machine learning",
            "  Mid, work: “Owns models in production” → “Runs models in production”",
            "  Junior, UK salary, typical, mark: “modelled” → “statistic”",
            "  Also published, Junior or entry level: £55,000 to £68,000 → £55,000 to £69,000",
            "  Also published, Junior or entry level, reading: “fits entry roles in London at well-funded employers” \
             → “fits London”",
            "",
            "Assumptions",
            "  Umbrella margin: £25 → £27 a week",
            "",
            "Tax year 2026 to 2027",
            "  Checked on: “2026-11-23” → “2026-12-01”",
            "",
            "No estimate changes.",
        ];
        assert_eq!(report, expected);
    }

    #[test]
    fn a_source_with_another_name_is_reported_once() {
        let report = replaced(&[(SOURCES, "\"Our reading\"", "\"Our estimate\"")]);
        let line = "  Our estimate, name: “Our reading” → “Our estimate”";
        assert_eq!(report, ["Sources", line, "", "No estimate changes."]);
    }

    #[test]
    fn a_figure_with_another_source_is_reported() {
        let report = replaced(&[(BANDS, "source = \"our-reading\"", "source = \"convention\"")]);
        let line = "  Junior, UK salary, typical, source: “Our reading” → “Common practice”";
        assert_eq!(report, ["Machine learning", line, "", "No estimate changes."]);
    }
}
