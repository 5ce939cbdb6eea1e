"""Bytes to letters: the encodings Arabic and French newsrooms use, decided by evidence.

1. A byte-order mark decides.
2. What is strictly UTF-8 is UTF-8.
3. A declared encoding is believed when its letters make words.
4. UTF-8 with a few broken letters is mended, the broken ones left visible.
5. Otherwise the encoding whose letters make the most words wins, or none does.
"""

import codecs
import re
from collections import Counter
from typing import Final

from charset_normalizer import from_bytes

from marsad.errors import Unreadable

_MARKS: Final = (
    # UTF-8 keeps its mark as a letter of no width, so offsets are those of the file.
    (codecs.BOM_UTF8, "utf-8"),
    # The longer marks first: that of UTF-32 begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES: Final = ("windows-1256", "iso-8859-6", "windows-1252")
_WITHOUT_MARK: Final = ("utf-16-le", "utf-16-be")
_SIGNATURES: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
_ARABIC_WORD: Final = re.compile(r"(?<![^\W\d_])[\u0621-\u0652]{2,}(?![^\W\d_])")
_LATIN_WORD: Final = re.compile(r"(?<![^\W\d_])[A-Za-zÀ-ÖØ-öø-ÿŒœ]{2,}(?![^\W\d_])")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
# The twelve letters that make four fifths of running Arabic; a wrong table scatters them.
_FREQUENT: Final = frozenset("اليونمرتبةعده")
# UTF-8 read once as Latin and saved again: each Arabic letter became two of these.
_TWICE: Final = re.compile(r"(?:[ØÙÚÛ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122ƒ]){4}")
_PLAUSIBLE: Final = 0.7
_WHOLE_TO_BROKEN: Final = 20


def decode(raw: bytes, *, subject: str, declared: str | None = None) -> str:
    """The letters of these bytes, or an error that says what they seem to be."""
    _refuse_binary(raw, subject)
    text = _decode(raw, subject, declared)
    _refuse_damage(text, subject)
    return text


def _decode(raw: bytes, subject: str, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw, encoding, subject)
    text = _attempt(raw, "utf-8")
    if text is not None and "\x00" not in text:
        return text
    named = _attempt(raw, declared) if declared else None
    if named is not None and plausibility(named) >= _PLAUSIBLE:
        return named
    return _best(raw, subject)


def _decode_marked(raw: bytes, encoding: str, subject: str) -> str:
    text = _attempt(raw, encoding)
    if text is None:
        problem = f"says it is {encoding.upper()} and breaks off or is damaged"
        raise Unreadable(subject, problem, "fetch or export it again")
    return text


def _mended(raw: bytes) -> str | None:
    """UTF-8 with a few broken letters, each left visible as a replacement sign."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(raw) - len(text)
    # In another encoding hardly any pair of bytes happens to be a letter of UTF-8.
    return text if broken * _WHOLE_TO_BROKEN <= whole else None


def _best(raw: bytes, subject: str) -> str:
    mended = _mended(raw)
    if mended is not None and plausibility(mended) >= _PLAUSIBLE:
        return mended
    names = _WITHOUT_MARK if b"\x00" in raw else _CANDIDATES
    texts = [text for name in names if (text := _attempt(raw, name)) is not None]
    best = max(texts, key=plausibility, default="")
    if plausibility(best) < _PLAUSIBLE:
        # Rarer tables (DOS, Macintosh) are proposed by their statistics, not trusted.
        match = from_bytes(raw[:65536]).best()
        best = (_attempt(raw, match.encoding) or "") if match else ""
    if plausibility(best) < _PLAUSIBLE:
        problem = "is in no encoding that makes words of it"
        raise Unreadable(subject, problem, "save it as UTF-8")
    return best


def _attempt(raw: bytes, encoding: str) -> str | None:
    try:
        # bytes.decode also knows transforms such as hex, which give no text.
        return str(codecs.lookup(encoding).decode(raw, "strict")[0])
    except (LookupError, ValueError):
        return None


def plausibility(text: str) -> float:
    """How far the letters make whole words of one script, from 0 to 1."""
    sample = text[:20000]
    letters = len(_LETTERS.findall(sample))
    if not letters:
        return 0.0
    arabic = "".join(_ARABIC_WORD.findall(sample))
    latin = sum(map(len, _LATIN_WORD.findall(sample)))
    noise = len(_CONTROLS.findall(sample))
    return (len(arabic) * _shape(arabic) + latin - noise) / letters


def _shape(arabic: str) -> float:
    """How Arabic a run of Arabic letters looks by the share of its frequent ones."""
    if len(arabic) < 20:
        return 1.0
    counts = Counter(arabic)
    share = sum(counts[letter] for letter in _FREQUENT) / len(arabic)
    return min(1.0, share / 0.6)


def _refuse_binary(raw: bytes, subject: str) -> None:
    for signature, kind in _SIGNATURES:
        if raw.startswith(signature):
            problem = f"is {kind}, not text"
            raise Unreadable(subject, problem, "give it the ending of its kind")


def _refuse_damage(text: str, subject: str) -> None:
    sample = text[:200_000]
    if _TWICE.search(sample):
        problem = "was encoded twice, so its Arabic became Latin signs"
        raise Unreadable(subject, problem, "fetch it again and save it as UTF-8 once")
    if len(_CONTROLS.findall(sample)) > len(sample) / 50:
        problem = "is binary, not text"
        raise Unreadable(subject, problem, "export it as text, HTML, PDF or DOCX")
    if sample.count("\ufffd") > len(sample) / 50:
        problem = "has lost letters when it was saved (they became \ufffd)"
        raise Unreadable(subject, problem, "fetch the original again")
