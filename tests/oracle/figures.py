"""Reader of a folder of figures: tax years and the market of a discipline.

The oracle reads the same figures as the program, so a changed figure is edited once. The rules that use
them are written here independently.
"""

import tomllib
from fractions import Fraction
from types import SimpleNamespace

PLANS = ("plan-1", "plan-2", "plan-4", "plan-5", "postgraduate")


def read(path):
    """Read a file with exact numbers: 8.75 is 35/4."""
    with path.open("rb") as file:
        return tomllib.load(file, parse_float=Fraction)


def bare(value):
    """Reduce a figure to its number, and a section to names."""
    if isinstance(value, list):
        return [bare(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "pounds" in value:
        return Fraction(value["pounds"])
    if "percent" in value:
        return Fraction(value["percent"]) / 100
    return SimpleNamespace(**{key.replace("-", "_"): bare(item) for key, item in value.items()})


def tax_year(path):
    """Rules of one tax year, named after its file."""
    figures = read(path)
    year = bare(figures)
    year.name = path.stem
    loans = figures["student-loans"]
    year.student_loans.thresholds = {plan: bare(loans[plan]) for plan in PLANS if plan in loans}
    return year


def tax_years(folder):
    """Every tax year of the folder by name, the earliest first."""
    years = [tax_year(path) for path in sorted((folder / "tax").glob("*.toml"))]
    return {year.name: year for year in years}


def year_named(years, name):
    """Tax year that a row of inputs names."""
    if name not in years:
        raise SystemExit(f"The figures have no tax year {name}.")
    return years[name]


def disciplines(folder):
    """The folders of disciplines by slug; the first is the default."""
    return sorted(path for path in (folder / "market").iterdir() if path.is_dir())
