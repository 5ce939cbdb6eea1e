"""Every address of the website, of what the holdings have now."""

from marsad.desk.website.entries import by_series, code_of
from marsad.desk.website.holdings import holdings
from marsad.desk.website.languages import LANGUAGES

PLACES = (
    "", "mission/", "how-we-work/", "members/", "briefs/", "figures/", "commitments/",
    "meetings/", "timeline/", "corrections/", "transparency/", "appeals/", "search/",
    "search/?q=members", "feeds/", "briefs/?topic=stabilisation", "briefs/?kind=daily",
    "timeline/?topic=stabilisation&kind=commitment",
)  # fmt: skip
FORMS = ("atom", "json")


def pages(language):
    """Every page in a language."""
    now = holdings()
    series = by_series(now.of_kind("figure", "membership"))
    return [
        *(f"/{language}/{one}" for one in PLACES),
        *(f"/{language}/briefs/{one.number}/" for one in now.releases),
        *(
            f"/{language}/claims/{one.number}/{line.entry}/"
            for one in now.releases
            for line in one.digest.lines[:4]
        ),
        *(f"/{language}/figures/{code_of(one)}/" for one in series),
    ]


def feeds(language):
    """Every feed in a language."""
    return [
        f"/{language}/{place}feed.{form}"
        for place in ("", "corrections/", "topics/stabilisation/", "kinds/daily/")
        for form in FORMS
    ]


def files(language):
    """What is handed out as CSV in a language."""
    now = holdings()
    series = by_series(now.of_kind("figure", "membership"))
    return [
        f"/{language}/transparency/months.csv",
        *(f"/{language}/figures/{code_of(one)}/series.csv" for one in series),
    ]


PLAIN = (
    "/sitemap.xml",
    "/robots.txt",
    "/.well-known/security.txt",
    "/.well-known/minisign.pub",
)


def everything():
    """Every address there is."""
    found = list(PLAIN)
    for language in LANGUAGES:
        found += [*pages(language), *feeds(language), *files(language)]
    return found
