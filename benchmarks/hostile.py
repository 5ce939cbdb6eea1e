"""Read ten thousand spoilt texts and some enormous ones: nothing may break or take long.

    python benchmarks/hostile.py [--texts 10000] [--megabytes 5]

Annotated passages are spoilt as writers of hostile texts do it: overrides of direction,
letters of other scripts that look alike, quotation marks that nobody closes, words cut,
doubled and shuffled, languages mixed. Of each reading every span must prove its quote.
Then pieces are repeated to megabytes, and the same pieces twice as often: processor time
of the second over the first is at most 2.2, tried three times where it is more.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from marsad.collecting.documents import Document
from marsad.reading.pipeline import read
from marsad.spans import prove

PASSAGES = Path(__file__).parents[1] / "tests" / "gates" / "passages"
DAY = date(2024, 5, 1)
MOST = 2.2
TRIES = 3
LOOK_ALIKES = dict(zip("aceopxyABCEHKMOPTXكيه", "асеорхуАВСЕНКМОРТХکیە", strict=True))
CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u200b\ufeff\u0640"
MARKS = "«»“”\"'‘’„‹›()[]{}:،,.؛…"
ENORMOUS = (
    (
        "a line of Arabic",
        "ar",
        "وقال الوزير أمس إن 83 دولة تعهدت بتقديم 2.3 مليار دولار ",
    ),
    (
        "a line of English",
        "en",
        "the minister said on Monday that 83 states pledged $2 ",
    ),
    (
        "a line of French",
        "fr",
        "le ministre a dit lundi que 83 États ont promis 2 euros ",
    ),
    ("quotation marks", "ar", '"'),
    ("marks that open", "ar", "«"),
    ("marks after a verb", "ar", 'قال " '),
    ("nested brackets", "en", "( "),
    ("overrides", "ar", "\u202eقال\u202c "),
    ("digits", "ar", "9"),
    ("commas", "fr", "1,"),
    ("names", "en", "Ministry of "),
    ("letters alike", "en", "Тhe Соаlition "),
)


def main() -> int:
    """Read all, print what was slow or wrong, and fail if anything was."""
    grammar = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    grammar.add_argument("--texts", type=int, default=10_000)
    grammar.add_argument("--megabytes", type=float, default=5.0)
    chosen = grammar.parse_args()
    faults = _spoilt(chosen.texts)
    print(f"{chosen.texts} spoilt texts read, {faults} faults")
    for name, language, piece in ENORMOUS:
        faults += _enormous(name, language, piece, int(chosen.megabytes * 2**20))
    return 1 if faults else 0


def _spoilt(count: int) -> int:
    draw = random.Random(2026)  # noqa: S311 (a fixed draw, not a secret)
    texts = [
        (path.parent.name, json.loads(path.read_text("utf-8"))["text"])
        for path in sorted(PASSAGES.rglob("*.json"))
    ]
    faults = 0
    for number in range(count):
        language, text = draw.choice(texts)
        for _ in range(draw.randint(1, 4)):
            text = draw.choice(SPOILERS)(text, draw)
        try:
            for finding in read(Document(str(number), text, DAY, language)):
                prove(finding.span, text)
        except Exception as error:  # noqa: BLE001 (whatever it is, it is a fault)
            faults += 1
            print(f"  {error!r} at {text[:80]!r}")
    return faults


def _sprinkled(signs: str) -> Callable[[str, random.Random], str]:
    def sprinkle(text: str, draw: random.Random) -> str:
        share = draw.choice((0.01, 0.05, 0.3))
        return "".join(
            one + (draw.choice(signs) if draw.random() < share else "") for one in text
        )

    return sprinkle


def _alike(text: str, draw: random.Random) -> str:
    share = draw.choice((0.02, 0.2, 1.0))
    return "".join(
        LOOK_ALIKES.get(one, one) if draw.random() < share else one for one in text
    )


def _shuffled(text: str, draw: random.Random) -> str:
    words = text.split(" ")
    begin = draw.randrange(len(words))
    piece = words[begin : begin + 30]
    draw.shuffle(piece)
    return " ".join(words[:begin] + piece + words[begin + 30 :])


def _doubled(text: str, draw: random.Random) -> str:
    begin, end = sorted(draw.randrange(len(text) + 1) for _ in range(2))
    return text[:end] + text[begin:end] * draw.randint(1, 5) + text[end:]


def _cut(text: str, draw: random.Random) -> str:
    begin, end = sorted(draw.randrange(len(text) + 1) for _ in range(2))
    return text[:begin] + text[end:] or text


def _mixed(text: str, draw: random.Random) -> str:
    foreign = draw.choice([piece for _, _, piece in ENORMOUS])
    place = draw.randrange(len(text) + 1)
    return text[:place] + foreign * draw.randint(1, 20) + text[place:]


SPOILERS: tuple[Callable[[str, random.Random], str], ...] = (
    _sprinkled(CONTROLS), _sprinkled(MARKS), _sprinkled("\n \t\u00a0\u2028"),
    _alike, _shuffled, _doubled, _cut, _mixed,
)  # fmt: skip


def _enormous(name: str, language: str, piece: str, size: int) -> int:
    """Read half as much and all of it; the second takes at most 2.2 times as long."""
    times = max(1, size // len(piece.encode()) // 2)
    half, whole = piece * times, piece * times * 2
    ratio, seconds = 9.0, 0.0
    for _ in range(TRIES):
        seconds = _seconds(whole, language)
        ratio = min(ratio, seconds / _seconds(half, language))
        if ratio <= MOST:
            break
    print(
        f"{name:20} {len(whole.encode()) / 2**20:5.1f} MB {seconds:7.1f} s ratio {ratio:.2f}"
    )
    return int(ratio > MOST)


def _seconds(text: str, language: str) -> float:
    began = time.process_time()
    read(Document("enormous", text, DAY, language))
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
