"""Where behind a comma the outlet takes the word again in Arabic prose.

What was said ends there: before the occasion on which it was said, before what the
speaker did next, and before what the speaker did not say.
"""

from marsad.reading.passage import Passage
from marsad.reading.quotations.arabic_contents import ContentFinder

COMMAS = frozenset("،,؛;")
# After a comma these lead back from what was said to what the outlet tells.
_NARRATOR = frozenset(
    """بعدما وذلك علما عقب وفسر وفسرت وبرر وبررت وعلل وعللت وعزا وعزت وارجع وارجعت وشرح وشرحت
    وعدد وعددت""".split()
)
# Before a verb of saying: «، فيما رحبت به الحكومة».
_MEANWHILE = frozenset("فيما بينما وفيما وبينما لذلك ولذلك لذا ولذا".split())
_BUT_HE = frozenset("لكنه لكنها ولكنه ولكنها لكنهم".split())
# Where somebody speaks: with a possessive it is the speaker's own occasion.
_AT = frozenset("خلال في اثناء عقب بعد وذلك".split())
_VENUES = frozenset(
    """لقاء اجتماع كلمه موتمر تصريح تصريحات بيان مقابله حوار خطاب حديث اتصال ندوه جلسه رساله
    تغريده تدوينه منشور مداخله مقال""".split()
)
_THEIR_VENUES = frozenset(
    f"{venue}{ending}"
    for venue in """لقاي اجتماع كلمت موتمر تصريح تصريحات بيان مقابلت حوار خطاب حديث اتصال
    مداخلت استقبال زيارت تروس ترو جولت افتتاح حضور مشاركت""".split()
    for ending in ("ه", "ها", "هم", "هما")
)
_LONGEST_ASIDE = 14
# «، في إشارة إلى …»: the outlet explains what was meant.
_GLOSSES = frozenset("اشاره محاوله تلميح رد تعليق تعقيب معرض رده".split())
_RECALLS = frozenset(
    "يذكر ويذكر يشار ويشار جدير والجدير تجدر وتجدر للتذكير للاشاره وللتذكير وللاشاره".split()
)
_THAT = frozenset(("ان", "انه", "بان", "فان", "بالذكر", "الاشاره"))
_HAD = frozenset(("وكان", "وكانت", "وكانوا", "وكانا"))
_HAD_REACH = 9
_SHORT_VERB = 3
_LONGEST = 400  # tokens of a sentence that are looked at


class Narration:
    """Finds where the outlet of one passage speaks again."""

    __slots__ = ("_says", "contents", "passage", "words")

    def __init__(self, passage: Passage, contents: ContentFinder) -> None:
        self.passage = passage
        self.words = passage.words
        self.contents = contents
        self._says = frozenset(hit.first for hit in passage.hits("says"))

    def resumes(self, token: int) -> bool:
        """Say whether the outlet speaks again at a token behind a comma."""
        if self.words[token] in _NARRATOR or self._is_background(token):
            return True
        following = self.words[token + 1 : token + 2]
        if self.words[token] == "في" and not _GLOSSES.isdisjoint(following):
            return True
        if self.words[token] in _MEANWHILE and token + 1 in self._says:
            return True
        return self._is_occasion(token) or self._is_narrated(token)

    def _is_background(self, token: int) -> bool:
        """Say whether the outlet recalls: «، يذكر أن …», «، وكان الوزير قد زار …»."""
        if self.words[token] in _RECALLS:
            return not _THAT.isdisjoint(self.words[token + 1 : token + 4])
        is_past = self.words[token] in _HAD
        return is_past and "قد" in self.words[token + 1 : token + _HAD_REACH]

    def _is_occasion(self, token: int) -> bool:
        """Say whether behind a comma stands where it was said: «، خلال لقائه …»."""
        if self.words[token] not in _AT or token + 1 >= len(self.words):
            return False
        venue = self.words[token + 1]
        if venue in _THEIR_VENUES:
            return not self._is_aside(token)
        return venue in _VENUES and self._is_last_part(token)

    def _is_aside(self, token: int) -> bool:
        """Say whether a clause goes on behind an occasion: «، خلال زيارته، تمثل …»."""
        for ahead in range(token + 1, min(len(self.words) - 1, token + _LONGEST_ASIDE)):
            if self.words[ahead] in COMMAS:
                following = self.words[ahead + 1]
                is_verb = following[0] in "يت" and len(following) > _SHORT_VERB
                return is_verb and ahead + 1 not in self._says
        return False

    def _is_last_part(self, token: int) -> bool:
        """Say whether no comma follows in the sentence."""
        end = self.passage.sentences.of(token)[1]
        return COMMAS.isdisjoint(self.words[token + 1 : min(end, token + _LONGEST)])

    def _is_narrated(self, token: int) -> bool:
        """Say whether the outlet goes on: «، قبل أن يدعو …», «، لكنه لم يذكر …»."""
        following = self.words[token : token + 2]
        is_next = following in (["قبل", "ان"], ["بعد", "ان"])
        is_denied = following[:1] != [] and (
            following[0] in _BUT_HE and following[1:] in (["لم"], ["لا"])
        )
        if is_denied:
            return token + 2 in self._says
        cue = self.contents.cue_at.get(token + 2)
        return is_next and cue is not None and not cue.is_participle
