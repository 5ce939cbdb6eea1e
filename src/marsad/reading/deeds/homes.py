"""What a text is about: its state, the state or the body that was spoken of last."""

from collections import Counter
from collections.abc import Set

from marsad.reading.findings import Party
from marsad.reading.lexicon import hits_from
from marsad.reading.passage import Found, Passage, Seen, within

# Names looked through for what a text is about: a long report, no more.
_MOST = 400
# How far back a body may have been named that «the centre» means.
_BACK = 400
_BODIES = ("organisation", "office", "armed_group")


def home_state(passage: Passage, found: Found) -> str | None:
    """Return the state that a text names most, whose minister needs no adjective."""
    words = passage.words
    told = [
        (hit.first, hit.row["iso"])
        for hit in passage.hits("nationality")[:_MOST]
        if not words[max(0, hit.first - 1)].startswith(_OTHERS)
    ]
    told += [
        (one.first, one.finding.canonical)
        for one in found.parties[:_MOST]
        if isinstance(one.finding, Party) and one.finding.type == "state"
    ]
    told += [(hit.first, hit.row["iso"]) for hit in passage.hits("seat")[:_MOST]]
    named = Counter(state for _, state in sorted(told) if len(state) == _CODE)
    return named.most_common(1)[0][0] if named else None


_CODE = 2
# «نظيره التركي»: the adjective of a guest tells nothing of the host.
_OTHERS = ("نظير", "counterpart", "homologue")


def last_state(found: Found, token: int) -> str | None:
    """Return the state named last before a token."""
    for one in reversed(within(found.parties, max(0, token - _BACK), token)):
        if isinstance(one.finding, Party) and one.finding.type == "state":
            return one.finding.canonical
    return None


def body_nouns(passage: Passage, first: int, last: int) -> frozenset[str]:
    """Return the words in a stretch that say what kind of body is meant, bare."""
    return frozenset(
        bare(passage.words[token])
        for tag in ("body_head", "nominal", "generic_body")
        for hit in hits_from(passage.hits(tag), first, last)
        for token in range(hit.first, hit.last)
    ) - {""}


def bare(word: str) -> str:
    """Return a noun without article and proclitics, or "" for an article alone."""
    for opener in ("وال", "بال", "فال", "كال", "لل", "ال"):
        if word.startswith(opener) and len(word) > len(opener) + 2:
            return word[len(opener) :]
    return "" if word in _ARTICLES else word.removesuffix("'s")


_ARTICLES = frozenset(["the", "la", "le", "les", "l", "'", "’"])


def body_like(
    passage: Passage,
    found: Found,
    token: int,
    nouns: Set[str],
    *,
    or_last: bool = True,
) -> str | None:
    """Return the body named last whose name holds one of some words, else the last."""
    before = within(found.parties, max(0, token - _BACK), token)
    bodies = [one for one in before if is_body(one)]
    for one in reversed(bodies):
        if nouns & _words(passage, one):
            return _canonical(one)
    return _canonical(bodies[-1]) if bodies and or_last else None


def body_named(passage: Passage, found: Found, nouns: Set[str]) -> str | None:
    """Return the first body of the text whose name holds one of some words."""
    for one in found.parties[:_MOST]:
        if is_body(one) and nouns & _words(passage, one):
            return _canonical(one)
    return None


def _canonical(seen: Seen) -> str | None:
    return seen.finding.canonical if isinstance(seen.finding, Party) else None


def is_body(seen: Seen) -> bool:
    """Say whether a mention is that of a body, not of a state."""
    return isinstance(seen.finding, Party) and seen.finding.type in _BODIES


def _words(passage: Passage, seen: Seen) -> frozenset[str]:
    named = {bare(word) for word in passage.words[seen.first : seen.last]}
    english = str(getattr(seen.finding, "canonical", "")).casefold().split()
    return frozenset({*named, *english})
