"""Arabic bodies: a head with its idafa, its adjectives and its phrases with «ل».

A walk takes what belongs to the name; here it is weighed whether that makes a name,
and the candidate is made.
"""

from marsad.reading.lexicon import Hit
from marsad.reading.names.arabic_english import Piece, name_in_english, own_name
from marsad.reading.names.arabic_outlets import stands_before_name
from marsad.reading.names.arabic_phrases import Walk
from marsad.reading.names.arabic_words import adjective_at, noun_at
from marsad.reading.names.bodies import EVERYDAY, Parts, named_body
from marsad.reading.names.naming import Named
from marsad.reading.names.romanised import romanised
from marsad.reading.names.written import Letters
from marsad.reading.wordsets import wordset

_LONGEST = 12
_MOROCCAN = frozenset(["المغرب", "المغربيه", "درهم", "غشت", "شتنبر", "يوليوز", "عماله"])
_LONG_PLAIN = frozenset(["agency", "authority", "association", "fund", "union"])
_LOOSE = frozenset(["network", "team", "programme", "campaign", "chamber", "cell", "unit", "list", "framework", "house"])  # fmt: skip
_JOINT = frozenset(["Joint", "Multinational", "UN", "International", "Combined"])
# Heads that any adjective of rank or field makes an office: «اللجنة الأمنية».
_BY_ANY_ADJECTIVE = frozenset(["committee", "council", "court", "commission", "cell", "taskforce", "team", "prosecution", "division", "bank"])  # fmt: skip
_NAMED_BY_ADJECTIVE = frozenset(
    ["council", "court", "party", "front", "committee", "coordination", "gathering", "framework", "mobilisation", "bloc", "taskforce"]
)  # fmt: skip
_NAMING = frozenset(
    ["national", "supreme", "central", "federal", "legislative", "constitutional", "criminal", "military", "islamic", "socialist", "communist", "liberal", "republican", "democratic", "transitional", "electoral", "executive", "kurdish", "judicial", "mixed", "joint", "popular", "tribal", "coordinating", "high", "provincial"]
)  # fmt: skip
_POLITICAL = frozenset(["party", "alliance", "coalition", "bloc", "list", "front"])
# Heads whose name in marks is that of a thing: a broadcast, a cell, a study.
_UNMARKED = frozenset(["programme", "team", "cell", "mechanism", "taskforce", "board", "mission", "fund"])  # fmt: skip
# Words before a head that make it a verb: «التي تجمع الأكثرية».
_BEFORE_VERBS = frozenset(["التي", "الذي", "الذين", "لم", "لا", "لن", "قد", "سوف", "ما"])  # fmt: skip
_PLACES = frozenset(["في", "من", "الي", "داخل", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط", "قرب", "مركز", "سكان", "اهالي", "ابناء", "انحاء", "مناطق", "حدود", "عموم", "بين", "مدن", "قري", "زياره", "لزياره", "عاصمه", "خارج", "عبر"])  # fmt: skip
_HOSTING = wordset("hosting_ar")
_OPENERS = frozenset("\"«“(‘'")
_CLOSERS = frozenset("\"»”)’'")
_LONGEST_MARKED = 4
_PLURAL_OF_PERSONS = ("يين", "ين")
_LEAST_PLURAL = 6


def arabic_body(parts: Parts, _letters: Letters | None, head: Hit) -> Named | None:
    """Read the body that an Arabic head word begins."""
    if head.row["kind"] == "press":
        return _press(parts, head)
    if _is_place(parts, head) or stands_before_name(parts.bodies.get(head.last), head):
        return None
    if head.first in parts.longer_heads and head.last < parts.longer_heads[head.first]:
        return None
    words = parts.passage.words
    bare = words[head.first][head.clitic :]
    is_definite = bare.startswith("ال") or words[head.last - 1].startswith("ال")
    has_two_lams = words[head.first].startswith(("لل", "ولل"))
    if not is_definite and not has_two_lams:
        marked = _in_marks(parts, head)
        if marked:
            return marked
    built = None
    if is_definite or has_two_lams:
        built = _built(parts, head, is_definite=True)
    before = words[head.first - 1] if head.first else ""
    # «لل» holds the article, unless the word itself begins with ل: «للجنة».
    holds_article = has_two_lams and not bare.startswith("لج")
    is_open = not (is_definite or holds_article) and before not in _BEFORE_VERBS
    if built is None and is_open:
        built = _built(parts, head, is_definite=False)
    return _municipality(parts, built) if built and bare == "جماعه" else built


def _is_place(parts: Parts, head: Hit) -> bool:
    """Say whether a governorate is where something happens, or a word an adjective."""
    words = parts.passage.words
    before = words[head.first - 1] if head.first else ""
    if words[head.first] == "الخارجيه":
        return before.startswith("ال")  # «العلاقات الخارجية»
    if head.row["class"] not in ("governorate", "municipality"):
        return False
    before = before.removeprefix("و")
    clitic = words[head.first][: head.clitic]
    if head.row["class"] == "governorate" and not clitic:
        acts = head.first in parts.after_verbs or head.first in parts.after_calls
        return before in _HOSTING or not acts
    return before in _PLACES or clitic.endswith("ب")


def _built(parts: Parts, head: Hit, *, is_definite: bool) -> Named | None:
    walk = Walk(parts, head, _nested, is_definite=is_definite)
    walk.run(min(parts.passage.sentences.of(head.first)[1], head.last + _LONGEST))
    if not _is_enough(walk):
        return None
    english = _english(walk)
    built = named_body(head, head.first, walk.last, head.clitic, english)
    name = (head.last, walk.last) if walk.named else None
    if head.row["kind"] == "firm" and walk.named and not is_definite:
        return _bare_firm(head, walk, built)
    is_loose = bool(walk.owners.parts) and is_definite and not walk.pieces
    if is_loose and head.row["class"] in ("company", "club"):
        built = built._replace(is_doubtful=True)  # «الشركة القطرية»
    return built._replace(inner=_inner(walk.inner), own_name=name)


def _bare_firm(head: Hit, walk: Walk, built: Named) -> Named:
    """Leave the class word of a firm that goes by its own name outside."""
    first, last = head.last, head.last + walk.plain
    if not walk.plain:
        return built._replace(own_name=(first, walk.last))
    english = own_name(walk.words[first:last])
    return built._replace(
        first=first, last=last, clitic=0, canonical=english, own_name=(first, last)
    )


def _nested(parts: Parts, head: Hit) -> Named | None:
    """Read the body that begins inside the name of another."""
    return arabic_body(parts, None, head)


def _inner(body: Hit | None) -> tuple[str, str, tuple[str, ...]] | None:
    """Return whom a later mention may mean besides: the body that owns this one."""
    if body is None:
        return None
    row = body.row
    return row["canonical"], row["type"], tuple(row["class"].split())


def _english(walk: Walk) -> str:
    head = walk.head.row["english"]
    if not walk.known and walk.head.row["kind"] == "group":
        words = walk.words[walk.head.last : walk.last]
        return romanised([word for word in words if word.isalpha()])
    if head == "University" and walk.is_definite and _is_federation(walk):
        head = "Federation"  # the unions and sports of Tunisia and Morocco
    return name_in_english(head, walk.pieces, walk.owners)


def _is_federation(walk: Walk) -> bool:
    """Say whether «الجامعة» is one of unions: «الجامعة العامة للصحة», or of members."""
    ranks = {piece.english for piece in walk.pieces if piece.role == "rank"}
    is_general = not ranks.isdisjoint(("General", "National"))
    return (is_general and walk.has_purpose) or _is_of_members(walk)


def _is_of_members(walk: Walk) -> bool:
    """Say whether «ل» leads to persons or a sport: «الجامعة العامة للبلديين»."""
    words = walk.words[walk.head.last : walk.last]
    return any(
        (
            word.startswith("لل")
            and word.endswith(_PLURAL_OF_PERSONS)
            and len(word) > _LEAST_PLURAL
        )
        or word == "لكره"
        for word in words
    )


def _is_enough(walk: Walk) -> bool:
    """Say whether what was taken makes a name."""
    if walk.needs or walk.last == walk.head.last:
        return False
    kind, name_class = walk.head.row["kind"], walk.head.row["class"]
    if kind == "force":
        ranks = {piece.english for piece in walk.pieces if piece.role == "rank"}
        is_of_state = any(piece.role == "state" for piece in walk.pieces)
        return bool(walk.owners.parts) or is_of_state or "National" in ranks
    if name_class in _LOOSE and walk.last - walk.head.last < 2:
        # «خلية الأزمة», «فريق التفاوض»: one noun of work makes a cell or a team.
        works = [one.role for one in walk.pieces if one.role in ("noun", "open")]
        return name_class == "cell" and bool(works) and not walk.needs
    if name_class == "programme":
        return walk.inner is not None
    if name_class == "joint_force":
        ranks = {piece.english for piece in walk.pieces if piece.role == "rank"}
        return walk.last - walk.head.last > 1 and not _JOINT.isdisjoint(ranks)
    if walk.is_definite:
        return _is_enough_definite(walk)
    if name_class == "centre" and [one.role for one in walk.pieces] == ["city"]:
        return False  # the middle of a city
    is_plain = kind == "group" and walk.plain > 0
    is_plain = is_plain or (walk.plain > 1 and name_class in _LONG_PLAIN)
    is_plain = is_plain or walk.named > 0
    return walk.known > 0 or is_plain or name_class not in EVERYDAY


def _is_enough_definite(walk: Walk) -> bool:
    """Tell «المجلس التشريعي», a name, from «المجلس الاقتصادي», a description."""
    ranks = {piece.english for piece in walk.pieces if piece.role == "rank"}
    is_assembly = walk.head.row["english"] == "Association" and ranks == {"General"}
    if is_assembly and not walk.owners.parts:
        return False  # a general assembly
    if walk.known or walk.owners.parts or walk.has_purpose:
        return True
    ranks = {piece.english.lower() for piece in walk.pieces if piece.role == "rank"}
    if walk.head.row["class"] in _BY_ANY_ADJECTIVE and ranks:
        return len(ranks) > 1 or walk.head.row["class"] not in _LOOSE
    is_kind = walk.head.row["class"] in _NAMED_BY_ADJECTIVE
    return is_kind and not _NAMING.isdisjoint(ranks)


def _municipality(parts: Parts, built: Named) -> Named:
    """Read «جماعة» as a town where a text is Moroccan: there it is a municipality."""
    isos = [hit.row["iso"] for hit in parts.known.state.values()]
    is_moroccan = "MA" in isos or any(word in _MOROCCAN for word in parts.passage.words)
    if not is_moroccan or built.type != "armed_group":
        return built
    name = f"municipality of {built.canonical}"
    return built._replace(canonical=name, type="office", classes=("municipality",))


def _in_marks(parts: Parts, head: Hit) -> Named | None:
    """Read a body whose own name stands in marks: «رابطة "يد بيد"»."""
    last = _marked(parts, head.last)
    if not last or head.row["kind"] not in ("body", "firm", "group"):
        return None
    if head.row["class"] in _UNMARKED:
        return None
    own = _translated(parts, head, last) or _marked_name(parts, head.last, last)
    walk = Walk(parts, head, _nested, is_definite=True)
    walk.last, walk.known = last, 1
    walk.pieces.append(Piece(own, "name"))
    walk.run(min(parts.passage.sentences.of(head.first)[1], last + _LONGEST))
    built = named_body(head, head.first, walk.last, head.clitic, _english(walk))
    return built._replace(own_name=(head.last + 1, last - 1))


def _press(parts: Parts, head: Hit) -> Named | None:
    """Read a name in marks or Latin letters after «صحيفة»: the class word stays outside."""
    passage, first = parts.passage, head.last
    words = passage.words
    marked = _marked(parts, first)
    if marked:
        name = _marked_name(parts, first, marked)
        outlet = named_body(head, first + 1, marked - 1, 0, name)
        return outlet._replace(is_doubtful=True)
    last = first
    while last < len(words) and words[last].isascii() and words[last].isalpha():
        last += 1
    if last == first or last - first > _LONGEST_MARKED:
        return None
    outlet = named_body(head, first, last, 0, passage.span(first, last).quote)
    return outlet._replace(is_doubtful=True)


def _marked(parts: Parts, token: int) -> int:
    """Return the token after a short name in marks that begins at a token, or 0."""
    words = parts.passage.words
    if words[token : token + 1] == [] or words[token] not in _OPENERS - {"(", "'"}:
        return 0
    if token + 1 in parts.bodies:
        return 0
    for last in range(token + 2, min(token + _LONGEST_MARKED + 2, len(words))):
        if words[last] in _CLOSERS:
            return last + 1
        if not words[last][0].isalnum() and words[last] not in ("-", "."):
            return 0
    return 0


def _translated(parts: Parts, head: Hit, last: int) -> str:
    """Translate the name of a party or a list in marks: «البيت الوطني»."""
    words = parts.passage.words
    noun = noun_at(words, head.last + 1)
    if head.row["class"] not in _POLITICAL or noun is None or not noun.is_definite:
        return ""
    adjective = adjective_at(words, noun.last) if noun.last < last - 1 else None
    if adjective is None or adjective.last != last - 1:
        return ""
    return f"{adjective.english} {noun.english}"


def _marked_name(parts: Parts, first: int, last: int) -> str:
    words = [word for word in parts.passage.words[first:last] if word.isalpha()]
    if all(word.isascii() for word in words):
        return parts.passage.span(first + 1, last - 1).quote
    return own_name(words) if words else ""
