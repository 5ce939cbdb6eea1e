"""Arabic futures: سنعمل, لن نسمح, ستقدم فرنسا, and what «will be done» (سيتم).

The verb carries its person in its first letters; a party stands right behind it, or in
front of it in headlines and behind «أن».
"""

import re
from collections.abc import Iterator
from functools import cache

from marsad.reading.deeds.actors import (
    NOBODY,
    Actor,
    actor_before,
    actor_in,
    body_meant,
    is_quoted,
)
from marsad.reading.deeds.arabic_pledges import deals
from marsad.reading.deeds.clauses import Clause, bounds, clause_end, trimmed
from marsad.reading.deeds.futures import (
    PRONOUNS,
    Promise,
    antecedent,
    clause_from,
    done,
    is_subject,
    promised,
    spoken,
)
from marsad.reading.deeds.subjects import opening_arabic
from marsad.reading.lexicon import Hit, forms, hits_from, rows
from marsad.reading.passage import Found, Passage, within
from marsad.reading.quotations.masdars import is_masdar
from marsad.reading.wordsets import wordset
from marsad.text.normalise import fold

# «سنعمل»: the first person plural future; after the group, nouns that begin alike.
_OWN = re.compile(r"(?<!\w)([وفل]{0,2})سن([^\W\d]{3,})")
# «سأعمل», «لن أعود»: folded, their alef is that of سابق, and the writing decides.
_MY_OWN = re.compile(r"(?<!\w)([وف]?)(?:سا\w{3,}|لن ا\w{2,})")
_THIRD = re.compile(r"(?<!\w)([وف]?)س[يت]\w{3,}")
_MINE = re.compile(r"[وف]?(?:سأ|أ)")
_AND_THEY = frozenset(["وانه", "وانها", "وانهم", "وبانه", "وبانها", "وبانهم"])
_OURS = PRONOUNS | wordset("own_bodies")
_NOT_OWN = wordset("not_own")
_NOT_VERBS = ("تيمتر", "غافور", "تراليا", "دباد", "وسي", "توري")
_NO_FUTURES = wordset("no_futures_ar")
_NOUNS = ("سيادي", "سياسي", "سياحي", "سينماي", "سيطر", "سيكولوج", "ستراتيج", "ستوديو")
_FORECASTS = wordset("forecasts_ar")
_ARRANGED = wordset("arranged_ar")


def arabic_futures(passage: Passage, found: Found) -> Iterator[Promise]:
    """Find the futures by which parties bind themselves in Arabic."""
    yield from _owns(passage, found)
    for hit in _thirds(passage, found):
        yield from _third(passage, found, hit)
    for hit in _under_agreements(passage):
        yield from _third(passage, found, hit)
    for token in passage.tokens_of(_ARRANGED):
        yield from _arranged(passage, found, token)
    yield from deals(passage, found)


def _owns(passage: Passage, found: Found) -> Iterator[Promise]:
    """Read the futures of the first person: سنعمل، سأعود، لن نسمح."""
    for match in _OWN.finditer(passage.text):
        if match[2] not in _NOT_OWN and not match[2].startswith(_NOT_VERBS):
            yield from _own(passage, found, match)
    for match in _MY_OWN.finditer(passage.text):
        if _MINE.match(passage.written(passage.tokens.at(match.end() - 1))):
            yield from _own(passage, found, match)
    for hit in passage.hits("will"):
        verb = _verb_behind(passage, hit)
        if verb[0] == "ن" and verb[1:] not in _NOT_OWN:
            clause = clause_from(passage, hit.first, hit.last, clitic=hit.clitic)
            yield from _spoken(passage, found, _up_to_next(passage, clause))


def _verb_behind(passage: Passage, hit: Hit) -> str:
    """Return the verb behind «سوف» or «لن»."""
    return passage.words[min(hit.last, len(passage.words) - 1)]


def _thirds(passage: Passage, found: Found) -> Iterator[Hit]:
    """Return the verbs in the third person of the future, each once."""
    for hit in passage.hits("will"):
        if _verb_behind(passage, hit)[0] in "يت":
            yield hit
    for match in _THIRD.finditer(passage.text):
        bare = match[0][len(match[1]) :]
        token = passage.tokens.at(match.start())
        if not _is_noun(found, bare, token) and not _is_forecast(bare):
            yield Hit(token, token + 1, len(match[1]), "undertakes", {})


# A present is a future where it stands under an agreement: «بموجب الاتفاق، تتولى تركيا».
_UNDER = frozenset(
    ["بموجب", "بموجبه", "بموجبها", "وبموجب", "وبموجبه", "وبموجبها", "بمقتضاه", "بمقتضي"]
)
_NEAR = 8


@cache
def _presents() -> frozenset[str]:
    """Return the presents of verbs of undertaking, by their futures in the lexicon."""
    futures = {fold(form) for row in rows("undertakings") for form in forms(row, "ar")}
    return frozenset(one[1:] for one in futures if one[:1] == "س")


def _under_agreements(passage: Passage) -> Iterator[Hit]:
    for token in passage.tokens_of(_UNDER):
        low, high = bounds(passage, token)
        behind = range(token + 1, min(high, token + _NEAR))
        before = range(token - 1, max(low, token - 4) - 1, -1)
        for index in (*behind, *before):
            if passage.words[index] in _presents():
                yield Hit(index, index + 1, 0, "undertakes", {})
                break


def _is_noun(found: Found, word: str, token: int) -> bool:
    """Say whether a word only looks like a future: سيارة, ستوكهولم, ستينغل."""
    kinds = (found.persons, found.parties)
    return (
        word.startswith(_NOUNS)
        or word in _NO_FUTURES
        or any(
            one.first <= token < one.last
            for kind in kinds
            for one in within(kind, token - 5, token + 1)
        )
    )


def _is_forecast(word: str) -> bool:
    """Say whether a verb tells what will happen, not what somebody will do."""
    if word in _ARRANGED or word in _FORECASTS:
        return True
    return word.removesuffix("ها").removesuffix("ه") in _FORECASTS


def _own(passage: Passage, found: Found, match: re.Match[str]) -> Iterator[Promise]:
    token = passage.tokens.at(match.start())
    low, high = bounds(passage, token)
    clitic = 0 if match[1] == "ل" else len(match[1])
    first = token
    if not clitic and token > low and passage.words[token - 1] in ("نحن", "انا"):
        first = token - 1
    last = clause_end(passage, token, high)
    clause = Clause(first, clitic, token, min(token + 1, last), last)
    yield from _spoken(passage, found, _up_to_next(passage, clause))


def _spoken(passage: Passage, found: Found, clause: Clause) -> Iterator[Promise]:
    """Bind the speaker; outside of a quote a word that only looks like a future may."""
    for promise in spoken(passage, found, clause):
        is_told = is_quoted(found, clause.verb) or _is_own_deed(passage, clause)
        yield promise._replace(is_sure=promise.is_sure and is_told)


def _is_own_deed(passage: Passage, clause: Clause) -> bool:
    """Say whether «سنعمل», «سأعمل», «لن نعمل» tell a deed known from «سيعمل»."""
    word = passage.words[clause.verb].lstrip("وفل")
    if not word.startswith(("سن", "سا")):
        word = f"س{passage.words[min(clause.verb + 1, clause.last - 1)]}"
    return f"ي{word[2:]}" in _presents()


def _up_to_next(passage: Passage, clause: Clause) -> Clause:
    """End a future where «و» leads to another of the same speaker: «سنبني … وسنفتح»."""
    words = passage.words
    for index in range(clause.told + 2, clause.last):
        word = words[index]
        is_ours = _NEXT.fullmatch(word) and word.lstrip("و")[2:] not in _NOT_OWN
        is_refused = (
            word in ("لن", "ولن")
            and words[index + 1 : index + 2]
            and (words[index + 1][0] == "ن")
        )
        if not is_ours and not is_refused:
            continue
        for start in range(index, max(clause.told + 1, index - _ADVERBIAL) - 1, -1):
            if words[start][0] == "و" and words[start] not in _NOT_AND:
                return clause._replace(last=trimmed(passage, clause.told, start))
    return clause


# «وسنعمل»; before it stand at most «وفي الأثناء», «وفي هذا الإطار».
_NEXT = re.compile(r"و?سن[^\W\d]{3,}")
_ADVERBIAL = 4
_NOT_AND = frozenset(["وزاره", "وزير", "وطن", "وفد", "وقف", "وضع", "وقت", "واحد"])


def _third(passage: Passage, found: Found, hit: Hit) -> Iterator[Promise]:
    if hit.tag == "will" and _is_forecast("س" + _verb_behind(passage, hit)):
        return
    low, high = bounds(passage, hit.first)
    last = clause_end(passage, hit.last, high)
    if hit.first > low and passage.words[hit.first - 1] in _AND_THEY:
        first, clitic = hit.first - 1, 1
        actor = antecedent(passage, found, first)
    else:
        first = opening_arabic(passage, found, hit, low)
        clitic = hit.clitic if first == hit.first else 0
        actor = _subject(passage, found, hit, first)
    if actor.party is None or last <= hit.last:
        return
    clause = Clause(first, clitic, hit.first, hit.last, last)
    for promise in promised(passage, found, clause, actor):
        is_sure = promise.is_sure and _is_undertaking(passage, hit)
        yield promise._replace(is_sure=is_sure)


def _is_undertaking(passage: Passage, hit: Hit) -> bool:
    """Say whether a future is known as one by which somebody undertakes something."""
    if hit.tag == "will":
        return _verb_behind(passage, hit) in _presents()
    if hits_from(passage.hits("undertakes"), hit.first, hit.first + 1):
        return True
    return passage.words[hit.first] in _presents()


def _subject(passage: Passage, found: Found, hit: Hit, first: int) -> Actor:
    """Return who is to act: named in front of the verb or right behind it."""
    words = passage.words
    if first < hit.first:
        if not _OURS.isdisjoint(words[first : hit.first]):
            return antecedent(passage, found, first)
        if not is_subject(passage, found, Clause(first, 0, hit.first, 0, 0)):
            return body_meant(passage, found, first, hit.first)
        return actor_in(passage, found, first, hit.first)
    behind = hit.last + (1 if hit.tag == "will" else 0)
    if words[min(behind, len(words) - 1)] in _OURS or _is_marked(words, hit.first):
        return antecedent(passage, found, hit.first)
    is_deed = is_masdar(words[min(behind, len(words) - 1)])
    named = actor_in(passage, found, behind, behind + (1 if is_deed else 2))
    if named.party:
        return named
    if not hits_from(passage.hits("undertakes"), hit.first, hit.first + 1):
        return NOBODY
    if _goes_on(passage, hit):
        return actor_before(passage, found, hit.first)
    return body_meant(passage, found, behind, behind + 1)


def _is_marked(words: list[str], verb: int) -> bool:
    """Say whether «إنه» stands before the marks in which a future opens."""
    return verb > 1 and words[verb - 1] in _MARKS and words[verb - 2] in _IT


_MARKS = frozenset('"«“')
_IT = frozenset(["انه", "انها", "بانه", "بانها", "انهم", "بانهم"])


def _goes_on(passage: Passage, hit: Hit) -> bool:
    """Say whether a future goes on from a pledge before it: «قررت … ، وستواصل …»."""
    low, _ = bounds(passage, hit.first)
    before = passage.words[hit.first - 1] if hit.first > low else ""
    is_joined = hit.clitic == 1 and before in ("،", ",")
    return is_joined and any(
        hits_from(passage.hits(tag), low, hit.first)
        for tag in ("commits", "undertakes", "pledge_noun")
    )


def _arranged(passage: Passage, found: Found, token: int) -> Iterator[Promise]:
    """Read «سيتم تعويض»: an official says what will be done."""
    told = token + 1
    if told + 1 < len(passage.words) and is_masdar(passage.words[told]):
        clitic = 1 if passage.words[token][0] in "وف" else 0
        clause = clause_from(passage, token, told, clitic=clitic)
        deeds = frozenset([passage.words[told]])
        yield from done(passage, found, clause, told, deeds)
