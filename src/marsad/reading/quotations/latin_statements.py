"""Statements without marks: the paragraphs that belong to "The minister said:".

A release gives a whole statement below such a line. It ends where the writer speaks of
the speaker again, at a heading, or where the page says what else may be read.
"""

from marsad.reading.quotations.latin_ground import Ground
from marsad.reading.quotations.latin_phrases import Named
from marsad.text.normalise import fold

_LONGEST_LABEL = 14
_MOST_PARAGRAPHS = 24
_LONGEST_HEADING = 9
_BULLETS = frozenset("•●▪■◦‣⁃∙-–—*")
# How a line begins that says what else may be read, or whom the press may ask.
_FURNITURE = tuple(
    tuple(line.split())
    for line in """notes to|notes for|note to|further information|for further|more information
    for more information|more on|for media|for press|media enquiries|media inquiries
    media contact|press contact|press office|press enquiries|contact :|contacts :
    follow us|follow the|follow @|read more|read the|see also|watch the|related
    published|updates to|share this|email :|e - mail|newsdesk|# #|* *
    notes aux|note aux|pour plus|pour en savoir|contact presse|contacts presse|lire aussi
    lire la suite|a lire|voir aussi|suivez|plus d ' informations""".replace(
        "\n    ", "|"
    ).split("|")
)
_FULL = (["full"], ["complete"], ["texte"], ["version"])
_PAGES = frozenset(
    "report text statement speech transcript rapport texte discours".split()
)
_ENDS = frozenset(".!?…:;,)") | frozenset("»”\"'")
_NEAR = 4
_THE = frozenset(("the", "le", "la", "'"))


def opens_statement(ground: Ground, after: int) -> bool:
    """Say whether the line of a verb ends in a colon behind it."""
    return ground.word(_colon(ground, after) + 1) == "\n" and bool(
        _colon(ground, after)
    )


def told_below(ground: Ground, after: int, named: Named) -> list[tuple[int, int]]:
    """Return the unmarked paragraphs below a line that ends in a colon behind a verb."""
    below = _paragraphs(ground, _colon(ground, after) + 2, named)
    is_release = ground.language == "en"
    return below if is_release else [*below[:1], *_up_to_own(ground, below[1:])]


def going_on(ground: Ground, token: int, named: Named) -> list[tuple[int, int]]:
    """Return the paragraphs below that go on with a statement, up to the last "we"."""
    return _up_to_own(ground, _paragraphs(ground, token, named))


def _up_to_own(ground: Ground, below: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut paragraphs behind the last that says "we": the writer's may follow."""
    own = ground.grammar.first_person
    while below and own.isdisjoint(ground.words[below[-1][0] : below[-1][1]]):
        below.pop()
    return below


def _colon(ground: Ground, after: int) -> int:
    """Return the colon that stands close behind a verb, 0 without one."""
    for token in range(after, min(len(ground.words), after + _LONGEST_LABEL)):
        if ground.words[token] == ":":
            return token
        if ground.words[token] == "\n" or ground.is_stop(token):
            break
    return 0


def _paragraphs(ground: Ground, token: int, named: Named) -> list[tuple[int, int]]:
    """Return the paragraphs of a statement that begins, or goes on, at a token."""
    paragraphs: list[tuple[int, int]] = []
    while token < len(ground.words) and len(paragraphs) < _MOST_PARAGRAPHS:
        end = line_end(ground, token)
        if not _is_of_statement(ground, token, end, named):
            break
        paragraphs.append((token, end))
        token = end + 1
    return paragraphs


def line_end(ground: Ground, token: int) -> int:
    """Return the end of the line in which a token stands."""
    while token < len(ground.words) and ground.words[token] != "\n":
        token += 1
    return token


def _is_of_statement(ground: Ground, first: int, last: int, named: Named) -> bool:
    words = ground.words
    if first >= last or words[first] in _BULLETS or words[first] in '«“"':
        return False
    is_heading = last - first <= _LONGEST_HEADING and words[last - 1] not in _ENDS
    if is_heading or _is_furniture(words, first, last):
        return False
    return not _names_speaker(ground, first, last, named)


def _is_furniture(words: list[str], first: int, last: int) -> bool:
    """Say whether a line says what else may be read, or whom the press may ask."""
    if any(tuple(words[first : first + len(one)]) == one for one in _FURNITURE):
        return True
    begin = first + 1 if words[first] in _THE else first
    near = words[begin : min(last, begin + _NEAR)]
    return begin > first and near[:1] in _FULL and not _PAGES.isdisjoint(near)


def _names_speaker(ground: Ground, first: int, last: int, named: Named) -> bool:
    """Say whether a paragraph tells of the speaker: it is the writer's."""
    speaker = named.speaker
    surname = speaker.name.split()[-1:]
    span = speaker.span.quote.split()
    if surname == span[-1:] and named.kind == "person":
        written = ground.passage.written
        return any(written(token) == span[-1] for token in range(first, last))
    office = [fold(word) for word in span]
    return any(
        ground.words[token] in _THE
        and ground.words[token + 1 : token + 1 + len(office)] == office
        for token in range(first, last)
    )
