"""The demonstration's lane of content: harmless stand-ins taken in, and a bank that knows them."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from marsad.desk.posts.models import Stream
    from marsad.desk.safeguards.models import Person

# Three readers: two who read a case, and one who took no part and answers appeals.
READERS: Final = (
    ("reader1", "First reader of the demonstration", ("reviewer",)),
    ("reader2", "Second reader of the demonstration", ("reviewer",)),
    ("reader3", "Third reader of the demonstration", ("reviewer",)),
)
_WHY: Final = "made by the demonstration"
_STREAM: Final = "kitchen"
_PURPOSE: Final = "to show how copies of a known text are found, with a wrong recipe"
_WHICH: Final = "the demonstration itself: every post is invented"


def load(samples: Path, folder: Path, director: "Person") -> None:
    """Fill the lane of content once; a second time changes nothing."""
    from marsad.desk.posts.models import Stream

    if Stream.objects.filter(code=_STREAM).exists():
        return
    _open_platform(director)
    _open_banks(samples, director)
    _take_posts(_begin(director), samples, folder, director)


def _ends() -> date:
    from django.utils import timezone

    return timezone.localdate() + timedelta(days=365)


def _begin(director: "Person") -> "Stream":
    from marsad.desk.posts.begin import Ground, begin
    from marsad.desk.posts.models import Stream
    from marsad.marking import Marking

    stream = Stream(
        code=_STREAM,
        title="وصفات المطبخ على تلغرام",
        platform="telegram",
        theme="المطبخ",
        marking=int(Marking.GREEN),
        retention_days=90,
    )
    ground = Ground(
        purpose=_PURPOSE, basis="mandate", basis_words=_WHICH, until=_ends()
    )
    return begin(stream, ground, by=director, because=_WHY)


def _open_platform(director: "Person") -> None:
    from marsad.desk.referrals.open_platform import Described, open_platform

    said = Described(
        names={"ar": "تلغرام (للعرض)", "en": "Telegram (demonstration)", "fr": ""},
        hosts=("t.me",),
        route="letter",
        language="en",
        # Reserved for examples: no letter of the demonstration ever reaches anybody.
        address="notices@platform.example",
        terms="Recipes that spoil are not allowed.",
        code="telegram",
    )
    open_platform(said, by=director, because=_WHY)


def _open_banks(samples: Path, director: "Person") -> None:
    from marsad.desk.banks.add import add
    from marsad.desk.banks.open import open_bank
    from marsad.desk.banks.signs import Sign

    known = json.loads((samples / "bank.json").read_text("utf-8"))
    ground: Any = {
        "purpose": _PURPOSE,
        "basis": "mandate",
        "basis_words": _WHICH,
        "until": _ends(),
    }
    for one in known["banks"]:
        bank = open_bank(
            one["code"],
            title=one["title"],
            provenance=known["provenance"],
            ground=ground,
            is_harmless=one["is_harmless"],
            severity=one["severity"],
            by=director,
            because=_WHY,
        )
        for thing in one["things"]:
            signs = [
                Sign(sign["kind"], _value(sign, samples), title=thing["title"])
                for sign in thing["signs"]
            ]
            add(bank, signs, by=director, because=_WHY)


def _value(sign: dict[str, str], samples: Path) -> str:
    """A text as it stands, or the hash of a picture beside it."""
    from marsad.matching.pictures.hashing import hash_picture

    if "picture" in sign:
        return hash_picture((samples / sign["picture"]).read_bytes()).hash
    return sign["value"]


def _take_posts(
    stream: "Stream", samples: Path, folder: Path, director: "Person"
) -> None:
    from marsad.desk.posts.take_file import Filed, take_file

    posts = _as_of_today((samples / "posts.jsonl").read_text("utf-8").splitlines())
    path = folder / "content-posts.jsonl"
    path.write_text("\n".join(posts) + "\n", "utf-8")
    take_file(stream, Filed(path, beside=samples), by=director, because=_WHY)


def _as_of_today(lines: list[str]) -> list[str]:
    """The posts moved by whole days, so that the newest is of yesterday."""
    from django.utils import timezone

    posts = [json.loads(line) for line in lines]
    newest = max(datetime.fromisoformat(one["at"]) for one in posts)
    late = timezone.localdate() - timedelta(days=1) - newest.date()
    for one in posts:
        one["at"] = (datetime.fromisoformat(one["at"]) + late).isoformat()
    return [json.dumps(one, ensure_ascii=False) for one in posts]
