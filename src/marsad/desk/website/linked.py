"""What machines are told of a page, in the words of schema.org; nothing that is not so.

No ClaimReview is written: a release says what sources say, and rates nobody's claim.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from marsad.composing.editions import Passage
from marsad.composing.pieces import plain
from marsad.desk.website.entries import Told
from marsad.desk.website.holdings import Shown
from marsad.desk.website.pages import absolute
from marsad.desk.website.parts import Part, Section

_CONTEXT: Final = "https://schema.org"


def publisher() -> dict[str, Any]:
    """Who publishes."""
    return {
        "@type": "NewsMediaOrganization",
        "name": "Marsad",
        "url": absolute("home", "en"),
        "correctionsPolicy": absolute("corrections", "en"),
        "verificationFactCheckingPolicy": absolute("how-we-work", "en"),
    }


def article(shown: Shown, parts: Iterable[Section], language: str) -> dict[str, Any]:
    """A brief as a NewsArticle with the reports that it rests on and what it quotes."""
    address = absolute("brief", language, shown.number)
    blocks = [part for section in parts for part in section.parts]
    return {
        "@context": _CONTEXT,
        "@type": "NewsArticle",
        "@id": address,
        "headline": shown.title(language),
        "description": shown.summary(language),
        "inLanguage": language,
        "datePublished": shown.opens_at.isoformat(),
        "dateModified": shown.changed_at.isoformat(),
        "mainEntityOfPage": address,
        "isAccessibleForFree": True,
        "author": publisher(),
        "publisher": publisher(),
        "isBasedOn": _reports(blocks),
        "hasPart": [
            _quotation(part.first, language)
            for part in blocks
            if part.sort == "quotation" and part.first
        ],
    }


def quotation(told: Told, language: str) -> dict[str, Any]:
    """A statement as a Quotation: its exact words, and whose they are."""
    return {"@context": _CONTEXT, **_quotation(told, language)}


def _quotation(told: Told, language: str) -> dict[str, Any]:
    said: dict[str, Any] = {
        "@type": "Quotation",
        "text": told.cited.words,
        "inLanguage": told.cited.language,
        "url": absolute("claim", language, told.release.number, told.number),
    }
    if told.actor:
        said["spokenByCharacter"] = {"@type": "Organization", "name": told.actor}
    return said


def _reports(blocks: Iterable[Part]) -> list[dict[str, Any]]:
    sources = (source for part in blocks for source in part.sources)
    passages = [one for source in sources for one in source.told.cited.passages]
    return list({one.document: _report(one) for one in passages}.values())


def _report(one: Passage) -> dict[str, Any]:
    report: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": one.title,
        "inLanguage": one.language,
    }
    if one.address:
        report["url"] = one.address
    if one.outlet:
        report["publisher"] = {"@type": "Organization", "name": one.outlet}
    return report


def dataset(
    title: str, values: Sequence[Told], language: str, code: str
) -> dict[str, Any]:
    """A series of figures as a Dataset with its days and its file."""
    first, last = values[-1].cited.day, values[0].cited.day
    written = plain(values[0].figure.whole)
    return {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "name": title,
        "description": f"{title}: {written} ({last.isoformat()})",
        "inLanguage": language,
        "url": absolute("figure", language, code),
        "temporalCoverage": f"{first.isoformat()}/{last.isoformat()}",
        "variableMeasured": title,
        "isAccessibleForFree": True,
        "creator": publisher(),
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": absolute("figure-csv", language, code),
        },
    }
