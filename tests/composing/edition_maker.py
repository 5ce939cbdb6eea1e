"""Editions to try: sentences of our own in three languages, with everything they cite.

``edition()`` has one block of each sort; ``large_edition()`` has six pages and eight
charts. ``MEDIA`` holds the bytes of the pictures by their hash.
"""

import hashlib
import struct
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime

from marsad.composing.editions import (
    Block,
    Cited,
    Edition,
    Manuscript,
    Media,
    Member,
    Passage,
    Roll,
    Sort,
)
from marsad.marking import Audience, Marking

RELEASED = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
AS_OF = date(2026, 11, 21)

_TEXTS = {
    1: (
        "ar",
        "وكالة المرفأ",
        "الرابطة تجتمع في روما",
        "https://harbour.example.org/1",
        "اجتمعت الرابطة في روما. وقال الناطق باسمها: «لن يُترك أي شريك وحده، وكل دولار "
        "من 200 مليون دولار سيُصرف على المدارس قبل نهاية 2027». وتضم الرابطة 87 عضواً.",
    ),
    2: (
        "en",
        "Northgate Wire",
        "League counts 87 members",
        "https://northgate.example.org/2",
        "The league now has 87 members, it said in Rome. About 10,500 fighters are still "
        'held. "We will keep every promise we made here," the envoy said. Recruitment '
        "fell by 70.5% in a year; at least 12 towns reopened their courts.",
    ),
    3: (
        "fr",
        "Dépêche du Lac",
        "Le fonds grandit",
        "https://lac.example.org/3",
        "Le fonds atteint 1,25 milliard de dollars, dont 98 % sont déjà engagés. « Chaque "
        "école rouverte est une défaite pour eux », a dit la ministre. Le Tchad a rejoint "
        "la ligue le 3 mars 2026.",
    ),
    4: (
        "en",
        "Registry of the League",
        "Members of the league, 2014 to 2026",
        "https://registry.example.org/4",
        "Members: 12 (2014), 40 (2015), 66 (2016), 74 (2018), 83 (2020), 85 (2022), about "
        "86 (2024), 87 (2026). One list counts 88.",
    ),
}


def passage(document, words):
    """The passage of some words in one of the texts above."""
    language, outlet, title, address, text = _TEXTS[document]
    start = text.index(words)
    end = start + len(words)
    return Passage(
        document=document,
        outlet=outlet,
        title=title,
        address=address,
        published=date(2026, 11, 14 + document),
        language=language,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        start=start,
        end=end,
        before=text[max(0, start - 60) : start],
        quote=words,
        after=text[end : end + 60],
    )


def figure(number, document, words, value, unit, day, **more):
    """A figure that is cited."""
    series = more.pop("named", ("", "", ""))
    return Cited(
        number=number,
        version=1,
        kind="figure",
        state="current",
        marking=more.pop("marking", Marking.CLEAR),
        language=_TEXTS[document][0],
        words=words,
        fields={"value": value, "unit": unit},
        day=date.fromisoformat(day),
        series=more.pop("series", ""),
        series_name=dict(zip(("ar", "en", "fr"), series, strict=True)),
        value=value,
        unit=unit,
        passages=(passage(document, words),),
        **more,
    )


def said(number, document, words, actor, **more):
    """Words that somebody said."""
    return Cited(
        number=number,
        version=1,
        kind="quote",
        state="current",
        marking=more.pop("marking", Marking.CLEAR),
        language=_TEXTS[document][0],
        words=words,
        fields={"form": more.pop("form", "direct")},
        day=date(2026, 11, 14 + document),
        actor=dict(zip(("ar", "en", "fr"), actor, strict=True)),
        passages=(passage(document, words),),
        **more,
    )


MEMBERS = ("أعضاء الرابطة", "Members of the league", "Membres de la ligue")
_COUNTS = (
    (20, "12 (2014)", 12, "2014-12-31", "exact"),
    (21, "40 (2015)", 40, "2015-12-31", "exact"),
    (22, "66 (2016)", 66, "2016-12-31", "exact"),
    (23, "74 (2018)", 74, "2018-12-31", "exact"),
    (24, "83 (2020)", 83, "2020-12-31", "exact"),
    (25, "85 (2022)", 85, "2022-12-31", "exact"),
    (26, "about 86 (2024)", 86, "2024-12-31", "about"),
    (27, "87 (2026)", 87, "2026-11-18", "exact"),
    (28, "One list counts 88", 88, "2026-11-18", "exact"),
)


def _members():
    for number, words, value, day, bound in _COUNTS:
        rivals = {27: (28,), 28: (27,)}.get(number, ())
        wanted = words.removeprefix("about ") if bound == "exact" else words
        if bound == "about":
            wanted = "about 86 (2024)"
        yield figure(
            number,
            4,
            _wrapped(wanted),
            value,
            "member",
            day,
            bound=bound,
            rivals=rivals,
            series="members|Amber League||member",
            named=MEMBERS,
        )


def _wrapped(words):
    return words


def entries():
    """Everything that the edition cites."""
    return (
        figure(
            1, 2, "has 87 members", 87, "member", "2026-11-16",
            bound="exact", named=MEMBERS, series="members|Amber League||member",
        ),
        figure(
            2, 2, "About 10,500 fighters", 10500, "fighter", "2026-11-16", bound="about",
            named=("المقاتلون المحتجزون", "Fighters held", "Combattants détenus"),
            expires_on=date(2026, 11, 18),
        ),
        figure(
            3, 2, "fell by 70.5% in a year", -70.5, "percent", "2026-11-16",
            named=("تغيّر التجنيد في سنة", "Recruitment, change in a year", "Recrutement, évolution sur un an"),
        ),
        figure(
            4, 3, "98 %", 98, "percent", "2026-11-17", bound="exact",
            named=("المرصود من الصندوق", "Share of the fund committed", "Part engagée du fonds"),
        ),
        figure(
            5, 3, "1,25 milliard de dollars", 1.25e9, "USD", "2026-11-17",
            named=("الصندوق", "The fund", "Le fonds"),
        ),
        figure(
            6, 2, "at least 12 towns", 12, "town", "2026-11-16", bound="at_least",
            named=("بلدات أعيد فتح محاكمها", "Towns whose courts reopened", "Villes aux tribunaux rouverts"),
        ),
        said(
            10, 1,
            "لن يُترك أي شريك وحده، وكل دولار من 200 مليون دولار سيُصرف على المدارس قبل نهاية 2027",
            ("الناطق باسم الرابطة", "The league’s spokesperson", "Le porte-parole de la ligue"),
        ),
        said(
            11, 2, "We will keep every promise we made here,",
            ("مبعوثة الرابطة", "The league’s envoy", "L’envoyée de la ligue"),
        ),
        said(
            12, 3, "Chaque école rouverte est une défaite pour eux",
            ("وزيرة الدولة المضيفة", "The host’s minister", "La ministre du pays hôte"),
        ),
        replace(
            said(13, 1, "اجتمعت الرابطة في روما", ("", "", "")),
            kind="meeting",
            fields={"city": "Rome", "country": "IT", "held": "past"},
        ),
        replace(
            said(14, 3, "Le Tchad a rejoint la ligue le 3 mars 2026", ("", "", "")),
            kind="membership",
            fields={"event": "joined", "who": ["TD"]},
        ),
        *_members(),
    )  # fmt: skip


def _png(width, height):
    """A picture of waves, so that the repository needs none."""
    rows = b"".join(
        b"\0"
        + bytes(
            channel
            for x in range(width)
            for channel in (
                20 + 60 * y // height,
                90 + 80 * ((x // 40 + y // 30) % 2),
                110 + 100 * x // width,
            )
        )
        for y in range(height)
    )

    def chunk(kind, raw):
        whole = kind + raw
        return (
            struct.pack(">I", len(raw)) + whole + struct.pack(">I", zlib.crc32(whole))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows, 6))
        + chunk(b"IEND", b"")
    )


PICTURE = _png(640, 400)
SHA256 = hashlib.sha256(PICTURE).hexdigest()
MEDIA = {SHA256: PICTURE}

_WORDS = {
    "title": (
        "إحاطة أسبوعية: 87 عضواً، والصندوق عند 1.25 مليار دولار",
        "Weekly brief: 87 members, and a fund of $1.25 billion",
        "Note hebdomadaire : 87 membres, un fonds de 1,25 milliard de dollars",
    ),
    "summary": (
        "اجتمعت الرابطة في روما (Rome)، وتراجع التجنيد بنسبة -70.5% خلال سنة، ورُصد 98% من الصندوق.",
        "The league met in Rome; recruitment fell by 70.5% in a year, and 98% of the fund is committed.",
        "La ligue s’est réunie à Rome ; le recrutement a reculé de 70,5 % en un an et 98 % du fonds est engagé.",
    ),
    "welcome": (
        "هذا ما جدّ منذ الإحاطة الماضية.",
        "This is what is new since the last brief.",
        "Voici ce qui est nouveau depuis la dernière note.",
    ),
    "efforts": (
        "مسارات العمل: 2014–2026",
        "Lines of effort, 2014–2026",
        "Axes d’effort, 2014–2026",
    ),
    "statement": (
        "تراجع التجنيد بنسبة 70.5% خلال سنة كما أوردت Northgate Wire، وأعادت 12 بلدة على الأقل فتح محاكمها. التفاصيل على https://northgate.example.org/2/ ووسم #League.",
        "Recruitment fell by 70.5% in a year, and at least 12 towns reopened their courts. The agency «وكالة المرفأ» reported the same.",
        "Le recrutement a reculé de 70,5 % en un an et au moins 12 villes ont rouvert leurs tribunaux.",
    ),
    "figures": ("الأرقام", "Figures", "Chiffres"),
    "f1": (
        "تضم الرابطة 87 عضواً.",
        "The league has 87 members.",
        "La ligue compte 87 membres.",
    ),
    "f2": (
        "لا يزال نحو 10,500 مقاتل محتجزين.",
        "About 10,500 fighters are still held.",
        "Environ 10 500 combattants sont toujours détenus.",
    ),
    "f3": (
        "تراجع التجنيد بنسبة 70.5% خلال سنة.",
        "Recruitment fell by 70.5% in a year.",
        "Le recrutement a reculé de 70,5 % en un an.",
    ),
    "f5": (
        "بلغ الصندوق 1.25 مليار دولار.",
        "The fund stands at $1.25 billion.",
        "Le fonds atteint 1,25 milliard de dollars.",
    ),
    "statements": ("ما قيل", "What was said", "Ce qui a été dit"),
    "q10": ("", "", ""),
    "q11": (
        "عن التعهدات التي قُطعت في روما قالت المبعوثة:",
        "Of the promises made in Rome, the envoy said:",
        "Des promesses faites à Rome, l’envoyée a dit :",
    ),
    "meeting": (
        "اجتمعت الرابطة في روما.",
        "The league met in Rome.",
        "La ligue s’est réunie à Rome.",
    ),
    "chart": (
        "عدد أعضاء الرابطة من 2014 إلى 2026؛ تذكر قائمة واحدة 88 عضواً.",
        "Members of the league from 2014 to 2026; one list counts 88.",
        "Membres de la ligue de 2014 à 2026 ; une liste en compte 88.",
    ),
    "roll": ("", "", ""),
    "image": (
        "قاعة الاجتماع قبل الجلسة.",
        "The hall before the session.",
        "La salle avant la séance.",
    ),
    "video": (
        "كلمة الافتتاح في دقيقتين.",
        "The opening in two minutes.",
        "L’ouverture en deux minutes.",
    ),
}
_GROUPING = {"ar": "رابطة العنبر", "en": "the Amber League", "fr": "la Ligue d’ambre"}


def _roll():
    named = (
        ("العراق", "Iraq", "Irak", date(2014, 9, 10), None),
        ("إيطاليا", "Italy", "Italie", date(2014, 9, 15), None),
        ("تشاد", "Chad", "Tchad", date(2026, 3, 3), 14),
    )
    return Roll(
        grouping=_GROUPING,
        kind="coalition",
        as_of=AS_OF,
        members=tuple(
            Member({"ar": ar, "en": en, "fr": fr}, since, entry)
            for ar, en, fr, since, entry in named
        ),
    )


def _media(language, *, film=False):
    alternative = {
        "ar": "قاعة واسعة فيها صفوف من المقاعد الخالية",
        "en": "A wide hall with rows of empty seats",
        "fr": "Une grande salle aux rangées de sièges vides",
    }[language]
    return Media(
        name="film-still" if film else "hall",
        sha256="" if film else SHA256,
        media_type="image/png",
        width=640,
        height=400,
        alternative=alternative,
        credit="Amina Testa",
        licence="CC BY 4.0",
        address="https://films.example.org/opening" if film else "",
        transcript={"ar": "أهلاً بكم في الجلسة رقم 12.", "en": "Welcome to session 12.", "fr": "Bienvenue à la séance 12."}[language]
        if film
        else "",
    )  # fmt: skip


def _blocks(language):
    place = ("ar", "en", "fr").index(language)

    def block(name, sort, *entries, **more):
        return Block(name, sort, _WORDS[name][place], entries, **more)

    return (
        block("welcome", Sort.REMARK),
        block("efforts", Sort.SECTION, key="efforts"),
        block("statement", Sort.STATEMENT, 3, 6),
        block("meeting", Sort.MEETING, 13),
        block("figures", Sort.SECTION, key="figures"),
        block("f1", Sort.FIGURE, 1),
        block("f2", Sort.FIGURE, 2),
        block("f3", Sort.FIGURE, 3),
        block("f5", Sort.FIGURE, 5),
        block("chart", Sort.CHART, *(number for number, *_ in _COUNTS)),
        block("statements", Sort.SECTION, key="statements"),
        block("q10", Sort.QUOTATION, 10),
        block("q11", Sort.QUOTATION, 11),
        block("roll", Sort.ROLL, roll=_roll()),
        block("image", Sort.IMAGE, media=_media(language)),
        block("video", Sort.VIDEO, media=_media(language, film=True)),
    )


def edition(*languages, **changes):
    """A released edition with one block of each sort."""
    chosen = languages or ("ar", "en", "fr")
    manuscripts = tuple(
        Manuscript(
            language=one,
            title=_WORDS["title"][("ar", "en", "fr").index(one)],
            summary=_WORDS["summary"][("ar", "en", "fr").index(one)],
            blocks=_blocks(one),
        )
        for one in chosen
    )
    cited = {
        number
        for one in manuscripts
        for block in one.blocks
        for number in (*block.entries, 14)
    }
    made = Edition(
        kind="weekly",
        audience=Audience.WORLD,
        marking=Marking.CLEAR,
        as_of=AS_OF,
        manuscripts=manuscripts,
        entries=tuple(one for one in entries() if one.number in cited),
        topics=("coalition",),
        number="2026-014",
        released_at=RELEASED,
    )
    return replace(made, **changes)


def large_edition(*languages, charts=8):
    """Six pages with eight charts, for measures."""
    made = edition(*(languages or ("ar", "en")))
    manuscripts = tuple(_enlarged(one, charts) for one in made.manuscripts)
    return replace(made, manuscripts=manuscripts)


def _enlarged(manuscript, charts):
    blocks = list(manuscript.blocks)
    chart = next(one for one in blocks if one.sort is Sort.CHART)
    for place in range(1, charts):
        # Each chart leaves another figure out, so that no two are the same drawing.
        entries = tuple(
            number for at, number in enumerate(chart.entries) if at != place
        )
        blocks.append(replace(chart, id=f"chart-{place}", entries=entries))
    return replace(manuscript, blocks=tuple(blocks))
