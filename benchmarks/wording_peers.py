"""What others do for likeness of texts, asked the same as Marsad's index."""

from collections.abc import Callable, Sequence
from typing import Final

from marsad.text.normalise import fold

PERMUTATIONS: Final = 128
BANDS: Final = 32
_GRAM: Final = 4
# Of two texts that are told as alike, by the estimate of the share of common grams.
_ALIKE: Final = 0.5

Find = Callable[[Sequence[str]], list[set[int]]]


def shingles(text: str) -> list[str]:
    """Runs of four characters of the folded text: the same for both MinHash peers."""
    folded = " ".join(fold(text).lower().split())
    return [folded[at : at + _GRAM] for at in range(max(1, len(folded) - _GRAM + 1))]


def rensa_of(banked: Sequence[str]) -> Find:
    """MinHash with banded lookup, written in Rust (rensa)."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415

    def signed(text: str) -> "RMinHash":
        signature = RMinHash(num_perm=PERMUTATIONS, seed=42)
        signature.update(shingles(text))
        return signature

    index = RMinHashLSH(threshold=_ALIKE, num_perm=PERMUTATIONS, num_bands=BANDS)
    signatures = [signed(text) for text in banked]
    for number, signature in enumerate(signatures):
        index.insert(number, signature)

    def find(met: Sequence[str]) -> list[set[int]]:
        found = []
        for text in met:
            mine = signed(text)
            near = index.query(mine)
            found.append({n for n in near if mine.jaccard(signatures[n]) >= _ALIKE})
        return found

    return find


def datasketch_of(banked: Sequence[str]) -> Find:
    """MinHash with banded lookup, in Python over NumPy (datasketch)."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    def signed(text: str) -> "MinHash":
        signature = MinHash(num_perm=PERMUTATIONS)
        signature.update_batch(
            [one.encode("utf-8", "surrogatepass") for one in shingles(text)]
        )
        return signature

    index = MinHashLSH(params=(BANDS, PERMUTATIONS // BANDS), num_perm=PERMUTATIONS)
    signatures = [signed(text) for text in banked]
    for number, signature in enumerate(signatures):
        index.insert(number, signature)

    def find(met: Sequence[str]) -> list[set[int]]:
        found = []
        for text in met:
            mine = signed(text)
            near = index.query(mine)
            found.append({n for n in near if mine.jaccard(signatures[n]) >= _ALIKE})
        return found

    return find


def raw_text_of(banked: Sequence[str]) -> Find:
    """ThreatExchange's raw text signal: edit distance to every banked text.

    Where its edit distance cannot encode a text, nothing is found: an exception.
    """
    from threatexchange.signal_type.raw_text import RawTextSignal  # noqa: PLC0415

    def is_alike(one: str, other: str) -> bool:
        try:
            return bool(RawTextSignal.matches_str(one, other).match)
        except (UnicodeError, ValueError):
            return False

    def find(met: Sequence[str]) -> list[set[int]]:
        return [
            {number for number, text in enumerate(banked) if is_alike(text, post)}
            for post in met
        ]

    return find


def tlsh_of(banked: Sequence[str]) -> Find:
    """ThreatExchange's TLSH signal; raises ImportError where its hash is not installed."""
    import tlsh  # noqa: PLC0415

    hashed, diff = tlsh.hash, tlsh.diff
    signatures = [hashed(text.encode()) for text in banked]

    def find(met: Sequence[str]) -> list[set[int]]:
        mine = [hashed(text.encode()) for text in met]
        return [
            {
                number
                for number, one in enumerate(signatures)
                if one not in ("", "TNULL")
                and other not in ("", "TNULL")
                and diff(one, other) <= 30
            }
            for other in mine
        ]

    return find
