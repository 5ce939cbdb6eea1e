"""Who is named before the colon of an Arabic line, if it is anybody who speaks."""

from marsad.reading.lexicon import hits_from
from marsad.reading.passage import Passage
from marsad.reading.quotations.arabic_phrases import BREAKERS, BY_WORDS
from marsad.reading.quotations.arabic_subjects import Subjects
from marsad.reading.quotations.speakers import (
    OFFICE,
    Speaker,
    noun_as_speaker,
    party_as_speaker,
    person_as_speaker,
)
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

_OPENERS = frozenset('"«“{')
_AT = frozenset(
    "في بعد خلال عقب قبل اثر بين حول عن مع علي منذ بسبب رغم قبيل غداه".split()
)
_COMMAS = frozenset("،,")
# Page furniture, datelines and lists stand before colons too.
_NO_HEADS = frozenset(
    """بقلم كتب كتبت اعداد اعد اعدت ترجمه تحرير تصوير المصدر اقرا شاهد شاهدوا مشاركه التفاصيل
    الموضوع المكان الزمان الاسم التاريخ العنوان المرجع الهاتف البريد ملاحظه تنويه تحديث صوره فيديو
    بالصور بالفيديو قريبا رسمي رسميا نص اضغط تابعنا للتواصل وسوم كلمات الكاتب اولا ثانيا
    ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا الاول الثاني الثالث الرابع الخامس الحاضرون
    مثال مثلا تعريف الخلاصه خلاصه ابرز اهم جدول النتيجه السبب الهدف الحل الحصيله الاحد الاثنين
    الثلاثاء الاربعاء الخميس الجمعه السبت التوقيت الساعه القرار الماده البند الملف المشهد""".split()
)
# Those who ask: reporters' questions are nobody's statements.
_WRITTEN = frozenset(("تقرير", "دراسة", "بيان", "تحليل"))
# A field of government alone before a colon is its ministry, company or board.
_FIELDS = frozenset(
    """الصحه الداخليه الخارجيه الدفاع النفط التربيه التعليم العدل الماليه الكهرباء الزراعه التجاره
    الموارد البييه الهجره النقل الاتصالات الشباب الاوقاف الارصاد العمليات القضاء البرلمان الجمارك
    المرور الحج السياحه الثقافه الاسكان التخطيط العمل الجوازات الحشد الامن كهرباء مياه نفط طيران
    اتصالات جمارك ارصاد""".split()
)
_ASKERS = frozenset(
    """المذيع المذيعه المقدم المقدمه الصحفي الصحفيه الصحافي الصحافيه المحاور المحاوره
    السايل المراسل المراسله""".split()
)
# Media to whom somebody speaks: «… لقناة «المدار»: …».
_TO_MEDIA = frozenset(
    """لقناه لصحيفه لمجله لوكاله لاذاعه لموقع لبرنامج لجريده لتلفزيون لراديو لشبكه
    للصحفيين للصحافيين للاعلاميين""".split()
)
# How a name goes on: «النائبة التازي، معقبة: …».
_MANNERS = frozenset(
    """معقبا معقبه مقاطعا مقاطعه ضاحكا ضاحكه مبتسما مبتسمه مجيبا مجيبه متسايلا متسايله
    مستدركا مستدركه موضحا موضحه ردا لل""".split()
)
_LONGEST_NAME = 4
_LONGEST_OFFICE = 12
_LONGEST_BODY_TAIL = 4
_SHORTEST_NISBA = 5
_VERBAL = "ي"
_SAID_TO = "ل"


class Heads:
    """Names the speakers of one passage's lines, remembering who spoke."""

    __slots__ = ("_known", "_repeated", "last", "passage", "subjects", "words")

    def __init__(
        self, passage: Passage, subjects: Subjects, repeated: frozenset[str]
    ) -> None:
        self.passage = passage
        self.words = passage.words
        self.subjects = subjects
        self.last: Speaker | None = None
        self._repeated = repeated
        self._known: dict[str, Speaker] = {}

    def speaker(self, first: int, colon: int) -> Speaker | None:
        """Return whom the words before a colon name, and remember a person."""
        last = self._without_hearer(first, colon)
        if last <= first or self._is_furniture(first, last):
            return None
        if self._is_occasion(first, last):
            return None
        speaker = (
            self._person(first, last)
            or self._again(first, last)
            or self._marked_name(first, last)
            or self._office_or_body(first, last)
            or self._by_look(first, last)
        )
        if speaker is not None and self.is_somebody(speaker):
            self._remember(speaker)
        return speaker

    def is_somebody(self, speaker: Speaker) -> bool:
        """Say whether a speaker is a single somebody: a person or an office."""
        return speaker.why != _BODY

    def is_signed(self, speaker: Speaker) -> bool:
        """Say whether a question is somebody's own: a named person asks it."""
        is_written = speaker.span.quote.split(" ", 1)[0] in _WRITTEN
        return speaker.why == "a person is named" or (
            speaker.why == OFFICE and not is_written
        )

    def is_person(self, first: int, colon: int) -> bool:
        """Say whether the words before a colon name a person."""
        return bool(self.subjects.candidates.persons(first, colon))

    def _without_hearer(self, first: int, colon: int) -> int:
        """Cut off to whom something was said: «X لـ«Y»:», «X للمسؤولين:»."""
        for token in range(first + 1, colon):
            word = self.words[token]
            if word == _SAID_TO or word in _TO_MEDIA or word.startswith("لل"):
                return self._before_comma(token)
            is_named = word[0] == _SAID_TO and self._names_with_clitic(token)
            if is_named or word in _MANNERS:
                return self._before_comma(token)
        return colon

    def _before_comma(self, token: int) -> int:
        return token - 1 if self.words[token - 1] in _COMMAS else token

    def _names_with_clitic(self, token: int) -> bool:
        candidates = self.subjects.candidates
        seen = candidates.parties(token, token + 1) or candidates.persons(
            token, token + 1
        )
        return bool(seen) and seen[0].finding.span.start > self.passage.place(token)

    def _is_furniture(self, first: int, last: int) -> bool:
        words = self.words[first:last]
        if words[0] in _NO_HEADS or words[0] in _ASKERS:
            return True
        return not self.subjects.cue_tokens.isdisjoint(range(first, last))

    def _is_occasion(self, first: int, last: int) -> bool:
        """Say whether a head only tells when it was said: «في لقاء بين X وY»."""
        head = self.words[first:last]
        return head[0] in _AT and _COMMAS.isdisjoint(head)

    # -- who -----------------------------------------------------------------------

    def _person(self, first: int, last: int) -> Speaker | None:
        """Return the person who stands alone before the colon, or with an office."""
        for person in self.subjects.candidates.persons(first, last):
            if not self.subjects.is_free(person):
                continue
            before = self.words[first : person.first]
            is_plain = not any(self._is_verb(word) for word in before)
            return person_as_speaker(person) if is_plain else None
        return None

    def _again(self, first: int, last: int) -> Speaker | None:
        """Return who is named before another line already, by name or surname."""
        known = self._known.get(self.words[last - 1])
        if known is None or last - first > _LONGEST_NAME:
            return None
        return known._replace(span=self.passage.span(first, last))

    def _marked_name(self, first: int, last: int) -> Speaker | None:
        """Return the body whose name stands between marks: «الأرصاد»: …."""
        if self.words[first] not in _OPENERS or last - first > 2 + _LONGEST_NAME:
            return None
        parties = self.subjects.candidates.parties(first, last)
        if parties:
            return party_as_speaker(parties[0])._replace(why=_BODY)
        return self._words(first + 1, last - 1, _BODY) if last - first > 2 else None

    def _office_or_body(self, first: int, last: int) -> Speaker | None:
        """Return the office, source or body at the head, with what belongs to it."""
        rest = self.words[first + 1 : last]
        if any(self._is_verb(word) for word in rest):
            return None
        noun = self.subjects.candidates.noun(first, first + 1)
        parties = self.subjects.candidates.parties(first, last)
        party = parties[0] if parties else None
        if party and party.first <= first and last - party.last <= _LONGEST_BODY_TAIL:
            return party_as_speaker(party)._replace(why=_BODY)
        if noun and last - first <= _LONGEST_OFFICE:
            end = self._end_of_office(first, last)
            return noun_as_speaker(self.passage, noun, end, party)
        if hits_from(self.passage.hits("title"), first, first + 1):
            return self._words(first, last, BY_WORDS)
        return None

    def _end_of_office(self, first: int, last: int) -> int:
        for token in range(first, last):
            if self.words[token] in _COMMAS:
                return token
        return last

    def _by_look(self, first: int, last: int) -> Speaker | None:
        """Return an unknown head that looks like a name: a nisba, or one that returns."""
        words = self.words[first:last]
        if BREAKERS.intersection(words) or not all(map(str.isalpha, words)):
            return None
        if " ".join(words) in self._repeated and len(words) <= _LONGEST_NAME:
            return self._words(first, last, BY_WORDS)
        if self._is_ministry(first, last):
            return self._words(first, last, _BODY)
        is_nisba = (
            len(words) == 1
            and words[0].startswith("ال")
            and words[0].endswith("ي")
            and len(words[0]) >= _SHORTEST_NISBA
        )
        if is_nisba and not hits_from(self.passage.hits("nationality"), first, last):
            return self._words(first, last, BY_WORDS)
        return None

    def _is_ministry(self, first: int, last: int) -> bool:
        """Say whether a field stands for its ministry or board: «النفط العراقية: …»."""
        if self.words[first] not in _FIELDS or last - first > _LONGEST_NAME - 1:
            return False
        rest = self.words[first + 1 : last]
        is_of_state = bool(self.subjects.candidates.parties(first + 1, last))
        return is_of_state or all(word.startswith("ال") for word in rest)

    def _words(self, first: int, last: int, why: str) -> Speaker:
        span = self.passage.span(first, last)
        return Speaker(span, span.quote, None, why)

    def _is_verb(self, word: str) -> bool:
        return len(word) > 3 and word[0] == _VERBAL

    def _remember(self, speaker: Speaker) -> None:
        self.last = speaker
        for word in words_of(fold(speaker.span.quote)):
            self._known.setdefault(word, speaker)


_BODY = "a state or body is named"
