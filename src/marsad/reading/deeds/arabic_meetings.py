"""Arabic words of meeting that are none, and relative clauses that name a meeting.

«لقاء الذهاب» is a match, «لقاء مع قناة» an interview, «منظمة المؤتمر الإسلامي» a body.
«المباحثات التي أجراها مع …» is named by its relative clause.
"""

from bisect import bisect_left

from marsad.reading.lexicon import Hit, hits_from
from marsad.reading.passage import Found, Passage, within
from marsad.reading.wordsets import wordset

_BODIES = frozenset(
    "حزب منظمه حركه كتله تيار بمنظمه لمنظمه لحزب بحزب كتله نادي".split()
)
_MEDIA = wordset("interviewers_ar")
_SPORT = wordset("sport_ar")
_BY_PHONE = frozenset(["هاتفيه", "هاتفي", "هاتفيا", "الهاتفيه", "الهاتفي"])
_ON_AIR = frozenset(
    """صحفي صحافي اعلامي تلفزيوني تلفزي اذاعي متلفز حصري الصحفي الصحافي الاعلامي التلفزيوني
    صحفيه صحافيه تلفزيونيه تلفزيه اذاعيه اعلاميه الصحفيه الاذاعيه""".split()
)
_INTERVIEWS = ("لقاء", "مقابل", "حوار", "لقايه", "لقايها")
_RANKING = frozenset(
    """صنف صنفت اصدر اصدره اصدرها نشر نشره تقرير موشر تصنيف حسب بحسب وفق وصنف قايمه
    احصايات دراسه منظمه ترتيب""".split()
)
_WORKPLACES = frozenset(
    "صغيره كبيره نجاره حداده خياطه بناء لتصنيع لصنع لاصلاح تصليح".split()
)
_SPELT = frozenset(["دوره", "جوله", "ورشه", "ندوه", "جلسه"])
_UP = frozenset(["اعلي", "فوق", "علي"])
_NEAR = 3


def is_none(passage: Passage, found: Found, hit: Hit) -> bool:
    """Say whether an Arabic word of meeting means a match, an interview or a body."""
    if passage.language != "ar" or hit.row["shape"] in ("verb", "received", "held"):
        return False
    words = passage.words
    head = words[hit.first][hit.clitic :].removeprefix("ال")
    before = words[max(0, hit.first - 2) : hit.first]
    if head in _SPELT and passage.written(hit.first).endswith("ه"):
        return True  # «دوره», his part
    if head == "قمه" and not _UP.isdisjoint(before[-1:]):
        return True
    after = words[hit.last : hit.last + _NEAR]
    if not _BODIES.isdisjoint(before[-1:]) or _is_of_body(found, hit):
        return True
    if not (_BY_PHONE | _SPORT).isdisjoint(after):
        return True
    if head.startswith(_INTERVIEWS):
        return not _ON_AIR.isdisjoint(after[:2]) or not _MEDIA.isdisjoint(after)
    if head.startswith("ورش"):
        return not _WORKPLACES.isdisjoint(after[:1])
    return hit.row["shape"] in ("proper", "noun") and (
        head == "منتدي" and not _RANKING.isdisjoint(before)
    )


def _is_of_body(found: Found, hit: Hit) -> bool:
    """Say whether a word stands within the name of a body: «منظمة المؤتمر الإسلامي»."""
    return any(
        one.first < hit.first < one.last
        and getattr(one.finding, "type", "") in ("organisation", "armed_group")
        for one in within(found.parties, hit.first - 4, hit.first + 1)
    )


_WHICH = frozenset(["الذي", "التي", "اللذين", "اللتين"])
_BRINGING = wordset("bringing_together_ar")
_STOPS = frozenset(
    """. ، : ؛ \n « " حيث بخصوص حول بشان خلال ان والتي والذي وذلك بحضور لبحث لمناقشه
    بهدف تناول تناولت وتناول تناولا الي""".split(" ")
) | {"\n"}
# A relative clause that names a meeting is no longer.
_LONG = 22
_FAR_ANCHOR = 5


def relative_end(passage: Passage, found: Found, hit: Hit, high: int) -> int | None:
    """Return where «اللقاء الذي جمع فلانا بفلان» ends: with whom or where it names last."""
    words = passage.words
    if passage.language != "ar" or hit.row["shape"] not in ("noun", "talks", "told"):
        return None
    which = _bringing(words, hit.last, high)
    if which is None:
        return None
    stop = min(high, which + _LONG)
    last = 0
    index = which
    while index < stop:
        end = _anchor_at(passage, found, index)
        if end:
            last, index = min(end, stop), end
        elif (last and index - last > _FAR_ANCHOR) or (
            words[index] in _STOPS and not _goes_on(passage, found, index, stop)
        ):
            break
        else:
            index += 1
    return last or None


def _bringing(words: list[str], token: int, high: int) -> int | None:
    """Return where it is told who is brought together: «جمعه بـ», «الذي جمع»."""
    if words[token - 1].startswith("جمع"):
        return token
    if words[token : token + 1] and words[token].startswith(("جمع", "ضم")):
        return token + 1 if words[token] in _BRINGING else None
    for which in range(token, min(token + 2, high - 1)):
        if words[which] in _WHICH:
            return which + 2 if words[which + 1] in _BRINGING else None
    return None


def _anchor_at(passage: Passage, found: Found, token: int) -> int:
    """Return the end of the name, day, nation or place that begins at a token, or 0."""
    begins = (token,)
    last = 0
    for kind in (found.parties, found.persons, found.dates):
        index = bisect_left(kind, begins)
        while index < len(kind) and kind[index].first == token:
            last = max(last, kind[index].last)
            index += 1
    for tag in ("nationality", "city", "town"):
        hits = passage.hits(tag)
        index = bisect_left(hits, begins)
        while index < len(hits) and hits[index].first == token:
            last = max(last, hits[index].last)
            index += 1
    return last


def _goes_on(passage: Passage, found: Found, comma: int, stop: int) -> bool:
    """Say whether a name or an office stands right behind a comma."""
    if passage.words[comma] != "،":
        return False
    near = min(stop, comma + _NEAR)
    named = any(_anchor_at(passage, found, index) for index in range(comma + 1, near))
    return named or bool(hits_from(passage.hits("title"), comma + 1, near))


def is_infinitive(passage: Passage, hit: Hit) -> bool:
    """Say whether «للاجتماع مع» tells to meet somebody, not of a meeting."""
    return passage.words[hit.first][0] == "ل" and passage.words[
        min(hit.last, len(passage.words) - 1)
    ] in ("مع", "ب")


_PROPOSED = frozenset(
    """عقد لعقد بعقد وعقد اجراء لاجراء باجراء واجراء تنظيم لتنظيم بتنظيم استئناف لاستئناف
    استضافه لاستضافه موعد موعدا الدعوه دعوه لدعوه مقترح اقتراح فكره احتمال امكانيه""".split()
)


def is_proposed(passage: Passage, first: int) -> bool:
    """Say whether a meeting is only wished for: «أمله في عقد مؤتمر», «إجراء محادثات»."""
    before = passage.words[max(0, first - 2) : first]
    return passage.language == "ar" and not _PROPOSED.isdisjoint(before)


_DEALING = frozenset(
    """تناول تناولت يتناول تتناول بحث بحثت ناقش ناقشت استعرض استعرضت تطرق تطرقت شهد شهدت
    خصص مثل شكل كان كانت سيتناول سيبحث سيناقش يبحث يناقش مثلت شكلت تم""".split()
)
_ABOUT = frozenset(["حول", "بشان", "بخصوص", "فيما", "عن"])
_TREATING = (
    "تترك",
    "ترتك",
    "تتمحور",
    "تتناول",
    "تبحث",
    "تهدف",
    "تستهدف",
    "تندرج",
    "تشمل",
)


def before_topic(passage: Passage, found: Found, hit: Hit, last: int) -> int:
    """Return where a name ends before its topic, once those who meet are named."""
    if passage.language != "ar":
        return last
    before = passage.words[hit.first - 1].lstrip("و") if hit.first else ""
    is_told = not _WHICH.isdisjoint(passage.words[hit.last : hit.last + 2])
    is_definite = passage.words[hit.first].startswith("ال") and not is_told
    if before in _DEALING and is_definite:
        return hit.last  # «تناول اللقاء الوضع»: what it dealt with follows
    for index in range(hit.last + 1, last):
        word = passage.words[index]
        if word.startswith(_TREATING):
            return index
        is_named = any(
            _anchor_at(passage, found, one) for one in range(hit.last, index)
        )
        if _is_behind_place(passage, index):
            return index
        if word in _ABOUT and is_named and "موتمر" not in passage.words[hit.first]:
            return index
    return last


def _is_behind_place(passage: Passage, token: int) -> bool:
    """Say whether a noun with its article cannot go on a place: «في الأردن الدول»."""
    words = passage.words
    if not words[token].startswith("ال") or words[token] in _OF_PLACES:
        return False
    if hits_from(passage.hits("nationality"), token, token + 1):
        return False
    return any(
        hit.last == token
        and (words[hit.first - 1] == "في" or words[hit.first][0] == "ب")
        for tag in ("state", "city")
        for hit in hits_from(passage.hits(tag), token - 2, token)
    )


_OF_PLACES = frozenset(
    ["العاصمه", "الشقيقه", "الشماليه", "الجنوبيه", "الكبري", "المدينه"]
)


def reach_of(passage: Passage, hit: Hit) -> int:
    """Return how far behind its verb a meeting may stand: «التأمت أمس بتونس ندوة»."""
    word = passage.words[hit.first][hit.clitic :]
    return _BEHIND_DAY if word.startswith(_CONVENING) else _NEAR


_CONVENING = ("التام", "يلتيم", "تلتيم", "سيلتيم", "ستلتيم")
_BEHIND_DAY = 9
