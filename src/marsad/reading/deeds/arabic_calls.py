"""Arabic words of calling that call nobody, and the crowds that call without a name.

«نادي» is a club, «دعا الله» a prayer, «ما دعاه إلى» a reason, «الحكومة مطالبة بـ» a duty.
A plural («مطالبين بـ», «شعارات تطالب بـ») means the crowd named before it.
"""

from marsad.reading.deeds.clauses import sentence_of
from marsad.reading.deeds.groups import group_name
from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset

_GOD = frozenset("الله ربه ربها ربهم ربنا المولي الباري للمولي عز".split())
_REASONS = frozenset(["ما", "مما", "وما", "فما"])
_FACTS = frozenset(["الامر", "الشيء", "السبب", "الشي", "السبب"])
_WHICH = frozenset(["الذي", "التي"])
# «تطلب الأمر» requires, and asks nobody.
_MATTERS = frozenset(
    "الامر الوضع المرحله الظروف الحاجه الضروره الموقف الحال ذلك المصلحه".split()
)
_IF = frozenset(["حال", "اذا", "ما", "مما", "كلما", "التي", "وهو", "قد", "حيث"])
# A request that is taken up or turned down is a noun.
_ANSWERS = wordset("answers_to_requests")
_BECAME = frozenset(
    "باتت اصبحت تبقي كانت تظل ستكون تكون هي وهي انها ليست بات اصبح يبقي كان هو".split()
)
_FATHERS = frozenset(["ابي", "ابو", "ابا", "بن", "ابن"])
_BANNERS = frozenset(
    """شعارات لافتات هتافات يافطات شعارا لافته الشعارات اللافتات الهتافات عريضه عرايض
    بعبارات هتافاتهم شعاراتهم لافتاتهم""".split()
)
_MARCHES = frozenset(
    """مظاهره مظاهرات تظاهره تظاهرات مسيره مسيرات احتجاجات وقفه وقفات اعتصام مظاهرتهم
    المظاهرات المسيره المسيرات الاحتجاجات بمظاهره بتظاهره بمسيره بمظاهرات""".split()
)
_CROWDED = frozenset(
    ["عدد", "عشرات", "مئات", "الاف", "مجموعه", "العديد", "جمع", "حشود"]
)
_OF = frozenset(["من"])
# Between a crowd and what it asks for stand where it gathers and against what.
_FAR = 60


def is_look_alike(passage: Passage, found: Found, hit: Hit) -> bool:
    """Say whether an Arabic word of calling is another word here, or calls nobody."""
    if passage.language != "ar":
        return False
    words = passage.words
    word = words[hit.first][hit.clitic :]
    before = words[hit.first - 1] if hit.first else ""
    after = words[hit.last] if hit.last < len(words) else ""
    if before in _FATHERS or any(
        one.first < hit.first < one.last
        for one in within(found.persons, hit.first - 4, hit.first + 1)
    ):
        return True
    if word == "نادي" or (word in _SPELT and _is_spelt_otherwise(passage, hit)):
        return word != "نادي" or passage.written(hit.first).endswith("ي")
    if word.startswith(_PRAYING) and not _GOD.isdisjoint(
        words[hit.last : hit.last + 2]
    ):
        return True
    if word in _REQUIRING and (after in _MATTERS or (word == "تطلب" and before in _IF)):
        return True
    if _is_student_or_source(word, after):
        return True
    if word == "طلب" and not _ANSWERS.isdisjoint(
        words[_back(words, hit.first) : hit.first]
    ):
        return True
    return _is_reason(words, hit.first, word) or _is_duty(words, hit.first, word)


def _back(words: list[str], token: int) -> int:
    """Return how far back the verb stands that turns a request down: no comma between."""
    for index in range(token - 1, max(0, token - _CLOSE), -1):
        if words[index] in ("،", ",", ".", "\n"):
            return index
    return max(0, token - _CLOSE)


_CLOSE = 6
_SPELT = {"دعاه": "ه", "مطالبه": "ة"}


def _is_student_or_source(word: str, after: str) -> bool:
    """Say whether «طالب بالجامعة» studies, or «طالبا عدم ذكر اسمه» wants no name."""
    if word in ("طالبا", "طالبه") and after == "عدم":
        return True
    return word in ("طالب", "طالبا", "طالبه", "طلاب") and after.startswith(_SCHOOLS)


_SCHOOLS = tuple(
    "بالجامع بجامع بكلي بالكلي بمعهد بالمعهد بمدرس بالمدرس بالسن بالصف بقسم دكتوراه".split()
)
_PRAYING = ("دع", "يدع", "ندع", "تدع", "ادع", "داع")
_REQUIRING = frozenset(["تطلب", "يطلب"])


def _is_spelt_otherwise(passage: Passage, hit: Hit) -> bool:
    """Say whether «دعاة» and «مطالبه», folded alike, are written as other words."""
    word = passage.words[hit.first][hit.clitic :]
    return not passage.written(hit.first).endswith(_SPELT[word])


def _is_reason(words: list[str], token: int, word: str) -> bool:
    """Say whether «ما دعاه إلى» and «الأمر الذي دعا» tell why, not who calls."""
    if not word.startswith(("دع", "يدعو", "تدعو")) or token == 0:
        return False
    if words[token - 1] in _REASONS:
        return True
    return words[token - 1] in _WHICH and words[token - 2] in _FACTS


def _is_duty(words: list[str], token: int, word: str) -> bool:
    """Say whether «باتت مطالبة بـ» tells what is asked of its subject."""
    return word in ("مطالبه", "مطالبا", "مطالبين") and words[token - 1] in _BECAME


def crowd_before(passage: Passage, found: Found, hit: Hit) -> str | None:
    """Return the crowd that a plural, or the words on its banners, speak for."""
    word = passage.words[hit.first][hit.clitic :]
    low, _ = sentence_of(passage, hit.first)
    near = passage.words[max(low, hit.first - _TO_BANNER) : hit.first]
    is_plural = word.endswith(("ين", "ون", "وا")) or "وا" in (word[-4:-2], word[-3:-1])
    is_march = not _MARCHES.isdisjoint(near)
    is_banner = is_march or not _BANNERS.isdisjoint(near)
    if not is_plural and not is_banner:
        return None
    for one in reversed(
        hits_from(passage.hits("people"), max(low, hit.first - _FAR), hit.first)
    ):
        if hits_from(passage.hits("gathering"), one.first, one.last):
            return None  # those who meet speak for the body that meets
        is_they = is_banner or one.row["english"] not in _NOT_THEY
        if is_they and _may_act(passage, one):
            return group_name(passage, found, one.first, one.last + 2)
    return "demonstrators" if is_march else None


_TO_BANNER = 4
# The sound plural of a verb is of human beings; of bodies it is the feminine singular.
_NOT_THEY = frozenset(
    """organisations|local associations|associations|human rights organisations|NGOs
    UN agencies|agencies|countries|states|trade unions|political parties|tribes""".replace(
        "\n    ", "|"
    ).split("|")
)


def _may_act(passage: Passage, crowd: Hit) -> bool:
    """Say whether a crowd is a subject: «عدد من الأهالي», not «عن العمال»."""
    before = passage.words[max(0, crowd.first - 2) : crowd.first]
    if not before:
        return True
    if before[-1] in _OF:
        return before[0].removeprefix("و") in _CROWDED
    is_governed = before[-1] in _GOVERNORS or (
        crowd.clitic and _has_preposition(passage, crowd)
    )
    return not is_governed


def _has_preposition(passage: Passage, crowd: Hit) -> bool:
    return passage.words[crowd.first][crowd.clitic - 1] in "بلك"


_GOVERNORS = wordset("governors")


def headline_start(passage: Passage, found: Found, verb: int) -> int:
    """Return where «فلان للمسؤولين : ارفعوا» begins: with its speaker, in a headline."""
    words = passage.words
    first = verb - 1
    while first > 0 and first > verb - _LABEL and words[first - 1] != "\n":
        first -= 1
    is_line = first == 0 or words[first - 1] == "\n"
    is_named = bool(
        within(found.persons, first, verb) or within(found.parties, first, verb)
    )
    is_told = passage.language == "ar" and words[verb - 1] == ":"
    return first if is_line and is_named and is_told else verb


# Who speaks and to whom, in a headline.
_LABEL = 10
