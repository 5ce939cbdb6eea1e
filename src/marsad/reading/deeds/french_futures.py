"""French futures: nous ferons, la France enverra, il financerait behind « que ».

The ending tells the future; forecasts are known by their stem, and a verb with « se »
has to be one of undertakings.
"""

import re
from collections.abc import Iterator

from marsad.reading.deeds.clauses import Clause, bounds, clause_end
from marsad.reading.deeds.futures import Promise, clause_from, done, spoken, third, will
from marsad.reading.deeds.subjects import opening
from marsad.reading.lexicon import hits_from
from marsad.reading.passage import Found, Passage
from marsad.reading.wordsets import wordset

_OWN = re.compile(
    r"(?<!\w)(?:nous (?:(?:n'|l'|ne |y |en |leur |les |vous |le |la |nous ){0,3})(\w{2,}rons)"
    r"|j(?:e |')(?:(?:n'|l'|m'|ne |y |en |leur |les |vous |le |la |me ){0,3})(\w{2,}rai))(?!\w)"
)
_THIRD = re.compile(r"(?<!\w)(\w+[eidtvru]r)(a|ont|ait|aient)(?!\w)")
_FORECASTS = wordset("french_forecasts")
_THIRD_FORECASTS = wordset("forecasts_fr")
_REFLEXIVE = wordset("reflexive_fr")
_DONE = wordset("done_fr")
_THAT = frozenset(["que", "'", "qu"])


def french_futures(passage: Passage, found: Found) -> Iterator[Promise]:
    """Find the futures by which parties bind themselves in French."""
    for hit in passage.hits("will"):
        yield from will(passage, found, hit)
    for match in _OWN.finditer(passage.text):
        yield from _own(passage, found, match)
    for match in _THIRD.finditer(passage.text):
        if match[1] not in _THIRD_FORECASTS:
            yield from _third(passage, found, match)
    for token in passage.tokens_of(frozenset(["sera", "seront", "serait", "seraient"])):
        low, _ = bounds(passage, token)
        clause = clause_from(passage, token, token + 1)
        clause = clause._replace(first=opening(passage, token, low))
        yield from done(passage, found, clause, token + 1, _DONE)


def is_future(word: str) -> bool:
    """Say whether a folded word is a future by which somebody may bind himself."""
    match = _THIRD.fullmatch(word)
    return bool(match and match[2] in ("a", "ont") and match[1] not in _THIRD_FORECASTS)


def _own(passage: Passage, found: Found, match: re.Match[str]) -> Iterator[Promise]:
    stem = (match[1] or match[2]).removesuffix("rons").removesuffix("rai")
    verb = passage.tokens.at(match.end() - 1)
    # Folded, «nous coopérons» looks like a future: its accent tells that it is none.
    if stem in _FORECASTS or passage.written(verb).endswith("érons"):
        return
    first = passage.tokens.at(match.start())
    clause = clause_from(passage, first, verb)
    yield from spoken(passage, found, clause._replace(verb=verb))


def _third(passage: Passage, found: Found, match: re.Match[str]) -> Iterator[Promise]:
    verb = passage.tokens.at(match.start())
    low, high = bounds(passage, verb)
    first = opening(passage, verb, low)
    last = clause_end(passage, verb + 1, high)
    if last <= verb + 1 or not _is_future(passage, match, verb, first):
        return
    is_known = bool(hits_from(passage.hits("undertakes"), verb, verb + 1))
    clause = Clause(first, 0, verb, verb + 1, last)
    yield from third(passage, found, clause, is_known=is_known)


def _is_future(passage: Passage, match: re.Match[str], verb: int, first: int) -> bool:
    """Say whether a form is a future, or a conditional that reports one after «que».

    «Se rendra» is a journey, «aurait» a rumour, «livrera-t-elle ?» a question.
    """
    words = passage.words
    if words[verb + 1 : verb + 2] == ["-"] or first == verb == 0:
        return False
    before = words[max(0, verb - 2) : verb]
    is_reflexive = before[-1:] == ["se"] or before == ["s", "'"]
    if is_reflexive and match[1] not in _REFLEXIVE:
        return False
    if match[2] in ("a", "ont"):
        return True
    return first > 0 and words[first - 1] in _THAT
