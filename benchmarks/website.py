"""Pages of the website with years of releases on it: how long each takes, how much it asks.

    MARSAD_DATA=/tmp/years PYTHONPATH=tests python benchmarks/website.py [releases] [entries]

It fills an empty folder at its first run and measures what is there at every later one.
"""

# ruff: noqa: PLC0415 (models are there only after django.setup)

import os
import statistics
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import django

TURNS = 7


def edition_of(number, entries):
    """A brief of so many entries, each in a statement of its own, in three languages."""
    from composing import edition_maker
    from marsad.composing.editions import Block, Manuscript, Sort

    known = {one.kind: one for one in edition_maker.entries()}
    day = date(2026, 11, 1) - timedelta(days=number)
    cited = []
    for place in range(entries):
        kind = ("figure", "quote", "meeting", "commitment")[place % 4]
        base = known["quote" if kind == "commitment" else kind]
        # A tenth of the entries stood in an earlier brief already.
        key = number * entries + place if place % 10 else place
        cited.append(
            replace(
                base,
                number=key + 1,
                kind=kind,
                day=day,
                series=f"series|{place}||member" if kind == "figure" else "",
                value=float(place + number) if kind == "figure" else None,
                due_on=day + timedelta(days=400) if kind == "commitment" else None,
            )
        )
    words = {
        "ar": "تراجع التجنيد بنسبة 70.5% خلال سنة كما أوردت Northgate Wire، وفتحت 12 بلدة محاكمها.",
        "en": "Recruitment fell by 70.5% in a year, and 12 towns reopened their courts.",
        "fr": "Le recrutement a reculé de 70,5 % en un an et 12 villes ont rouvert leurs tribunaux.",
    }
    manuscripts = tuple(
        Manuscript(
            language=language,
            title=f"{text[:40]} {number}",
            summary=text,
            blocks=tuple(
                Block(f"b{at}", Sort.STATEMENT, f"{text} {at}", (one.number,))
                for at, one in enumerate(cited)
            ),
        )
        for language, text in words.items()
    )
    made = edition_maker.edition()
    topics = (("military", "finance", "messaging")[number % 3],)
    return replace(
        made, manuscripts=manuscripts, entries=tuple(cited), topics=topics, kind="daily"
    )


def fill(releases, entries):
    """Write the releases past the acts: a benchmark has no two people."""
    from django.core.management import call_command

    from desk.newsroom import officer, writer
    from marsad.composing.editions import sha256, to_json
    from marsad.desk.register.models import Entry
    from marsad.desk.releases.models import Carried, Release, Submission
    from marsad.desk.releases.release import _row

    call_command("migrate", verbosity=0)
    by, to = writer(), officer()
    numbers = range(1, releases * entries + 1)
    Entry.objects.bulk_create(
        [
            Entry(pk=one, kind="figure", words="-", day=date(2026, 1, 1))
            for one in numbers
        ],
        batch_size=500,
    )
    for number in range(releases):
        edition = replace(edition_of(number, entries), number=f"2025-{number:03}")
        raw, sha = to_json(edition).decode(), sha256(edition)
        asked = Submission.objects.create(
            translation_key=f"00000000-0000-0000-0000-{number:012}",
            title="-", kind="daily", marking=0, audience=5, edition="{}", sha256=sha,
            submitted_by=by, because="-", fate="released",
        )  # fmt: skip
        opened = datetime(2026, 11, 1, tzinfo=UTC) - timedelta(days=number)
        made = Release.objects.create(
            number=edition.number, submission=asked, kind="daily", marking=0,
            title=edition.manuscripts[0].title, languages=["ar", "en", "fr"],
            topics=list(edition.topics), audience=5, edition=raw, sha256=sha,
            signature="-", released_by=to, released_at=opened, because="-",
            opens_at=opened,
        )  # fmt: skip
        Carried.objects.bulk_create([_row(made, one) for one in edition.entries])


def measure():
    """Each page some times over, after one time that counts for itself."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from marsad.desk.website.entries import code_of
    from marsad.desk.website.holdings import forget, holdings

    began = time.perf_counter()
    now = holdings()
    print(f"{len(now.releases)} releases, {len(now.current)} entries")
    print(f"read anew: {1000 * (time.perf_counter() - began):.0f} ms")
    series = next(one.line.series for one in now.current if one.line.series)
    number = now.releases[0].number
    line = now.releases[0].digest.lines[1]
    client = Client()
    for path in (
        "/ar/", "/ar/briefs/", f"/ar/briefs/{number}/", "/ar/figures/",
        f"/ar/figures/{code_of(series)}/", "/ar/commitments/", "/ar/meetings/",
        "/ar/timeline/", "/ar/timeline/?topic=finance&page=20", "/ar/members/",
        f"/ar/claims/{number}/{line.entry}/", "/ar/corrections/", "/ar/transparency/",
        "/ar/search/?q=%D9%85%D8%AD%D8%A7%D9%83%D9%85", "/ar/feed.atom", "/ar/feed.json",
        "/sitemap.xml",
    ):  # fmt: skip
        took = []
        for _ in range(TURNS + 1):
            with CaptureQueriesContext(connection) as asked:
                began = time.perf_counter()
                answer = client.get(path)
                took.append(1000 * (time.perf_counter() - began))
        first, rest = took[0], took[1:]
        told = f"{statistics.median(rest):6.0f} ms  first {first:6.0f} ms"
        size = len(answer.content) // 1000
        print(f"{told}  {len(asked):2} queries  {size:4} kB  {path}")
    forget()


def main():
    """Fill where nothing is, then measure."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marsad.desk.settings")
    os.environ.setdefault("MARSAD_HOSTS", "testserver")
    django.setup()
    from django.conf import settings

    if not (settings.DATA / "marsad.sqlite3").exists():
        releases, entries = (*map(int, sys.argv[1:]), 300, 40)[:2]
        fill(releases, entries)
    measure()


if __name__ == "__main__":
    main()
