"""A website with something on it: python -m desk.website.world fills an empty folder."""

# ruff: noqa: PLC0415 (models are there only after django.setup)

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import django

from composing import edition_maker
from marsad.composing.editions import Block, Cited, Manuscript, Sort
from marsad.marking import Audience, Marking

# Long ago: what is made of an edition may be opened at any moment that is past.
OPENED = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def brief(*languages, number=0, **changes):
    """An edition with one block of each sort, told from others by its number."""
    made = edition_maker.edition(*(languages or ("ar", "en", "fr")))
    changes = {"number": "", "released_at": None, "topics": ("messaging",), **changes}
    if number:
        made = replace(
            made,
            manuscripts=tuple(
                replace(one, title=f"{one.title} ({number})")
                for one in made.manuscripts
            ),
        )
    return replace(made, **changes)


def small(titles, texts, *entries, **changes):
    """An edition of one statement; words by language, or the same in each."""
    languages = ("ar", "en", "fr")
    if isinstance(titles, dict):
        languages = tuple(titles)
    else:
        titles = dict.fromkeys(languages, titles)
    if isinstance(texts, str):
        texts = dict.fromkeys(languages, texts)
    known = {one.number: one for one in edition_maker.entries()}
    known |= {one.number: one for one in entries if isinstance(one, Cited)}
    numbers = tuple(one.number if isinstance(one, Cited) else one for one in entries)
    manuscripts = tuple(
        Manuscript(
            language=one,
            title=titles[one],
            summary="",
            blocks=(Block("only", Sort.STATEMENT, texts[one], numbers),),
        )
        for one in languages
    )
    changes = {"number": "", "released_at": None, "topics": (), **changes}
    return replace(
        edition_maker.edition(*languages),
        manuscripts=manuscripts,
        entries=tuple(known[one] for one in numbers),
        **changes,
    )


def promise(number, due, **more):
    """A commitment with a day by which it is due."""
    base = next(one for one in edition_maker.entries() if one.number == 10)
    return replace(
        base,
        number=number,
        kind="commitment",
        value=200e6,
        unit="USD",
        due_on=due,
        actor={"ar": "الرابطة", "en": "The league", "fr": "La ligue"},
        fields={"party": "Amber League", "action": "schools"},
        **more,
    )


def meeting(number, day):
    """A meeting on a day."""
    base = next(one for one in edition_maker.entries() if one.number == 13)
    return replace(base, number=number, day=day)


PICTURE = edition_maker.PICTURE


def make(edition):
    """An edition that was let out some days ago."""
    from desk.newsroom import make_release

    return make_release(edition, opens_at=OPENED)


def fill():
    """Briefs in three languages, a correction, a recall, and what nobody may see."""
    from django.utils import timezone

    from desk.newsroom import WHY, make_partner, make_release, officer
    from marsad.desk.releases.recall import recall

    today = timezone.localdate()
    first = make_release(brief(number=1), opens_at=OPENED)
    made = {
        "first": first,
        "only_arabic": make_release(
            small({"ar": "موجز بالعربية وحدها"}, {"ar": "تضم الرابطة 87 عضوا."}, 1),
            opens_at=OPENED + timedelta(hours=1),
        ),
        "promises": make_release(
            small(
                {
                    "ar": "تعهدات ومواعيد مقبلة",
                    "en": "Promises and days to come",
                    "fr": "Promesses et échéances",
                },
                {
                    "ar": "ستنفق الرابطة 200 مليون دولار على المدارس، وتجتمع في روما (Rome).",
                    "en": "The league will spend 200 million dollars on schools, and meet in Rome.",
                    "fr": "La ligue dépensera 200 millions de dollars pour les écoles et se réunira à Rome.",
                },
                promise(101, today + timedelta(days=30)),
                promise(102, today - timedelta(days=30)),
                meeting(103, today + timedelta(days=14)),
                kind="daily",
                topics=("stabilisation",),
            ),
            opens_at=OPENED + timedelta(hours=2),
        ),
    }
    wrong = make_release(
        small(
            {
                "ar": "أعضاء الرابطة 86",
                "en": "Eighty-six members",
                "fr": "Quatre-vingt-six membres",
            },
            {
                "ar": "تضم الرابطة 86 عضوا.",
                "en": "The league has 86 members.",
                "fr": "La ligue compte 86 membres.",
            },
            1,
            kind="daily",
        ),
        opens_at=OPENED + timedelta(hours=3),
    )
    said = {
        "ar": "كان العدد خطأ: 87 لا 86.",
        "en": "The number was wrong: 87, not 86.",
        "fr": "Le chiffre était faux : 87 et non 86.",
    }
    made["wrong"] = wrong
    made["right"] = make_release(
        small(
            {
                "ar": "أعضاء الرابطة 87",
                "en": "Eighty-seven members",
                "fr": "Quatre-vingt-sept membres",
            },
            {
                "ar": "تضم الرابطة 87 عضوا.",
                "en": "The league has 87 members.",
                "fr": "La ligue compte 87 membres.",
            },
            1,
            corrects=wrong.number, correction=said, kind="daily",
        ),
        opens_at=OPENED + timedelta(hours=4),
    )  # fmt: skip
    taken = make_release(
        small("Quartz words that were taken back", "Quartz: 12 towns.", 6),
        opens_at=OPENED + timedelta(hours=5),
    )
    notice = {
        "ar": "سُحب هذا الموجز لأن مصدره سُحب.",
        "en": "Taken back because its source was withdrawn.",
        "fr": "Retiré parce que sa source a été retirée.",
    }
    recall(taken, notice=notice, by=officer(), because=WHY)
    made["taken"] = taken
    made["later"] = make_release(
        small("Basalt under embargo", "Basalt: 98 percent.", 4),
        opens_at=timezone.now() + timedelta(days=2),
    )
    kuwait = make_partner("kw")
    made["partners"] = make_release(
        small(
            "Obsidian for named partners", "Obsidian: 10,500.", 2,
            audience=Audience.CLIENTS, marking=Marking.AMBER, partners=("kw",),
        ),
        partners=[kuwait],
        opens_at=OPENED,
    )  # fmt: skip
    made["community"] = make_release(
        small(
            "Feldspar for all partners", "Feldspar: 12 towns.", 6,
            audience=Audience.COMMUNITY, marking=Marking.GREEN,
        ),
        opens_at=OPENED,
    )  # fmt: skip
    return made


def main():
    """Migrate, then fill."""
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from desk.seeding import seed_people

    seed_people()
    made = fill()
    # The queue builds packs; here nobody is at work.
    from marsad.desk.originals import store
    from marsad.desk.releases import packs

    store.keep(edition_maker.PICTURE)
    packs.build(made["first"])


if __name__ == "__main__":
    main()
