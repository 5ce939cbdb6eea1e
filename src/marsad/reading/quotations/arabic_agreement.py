"""Whether an Arabic verb agrees with a speaker in gender, where the gender is known."""

from functools import cache

from marsad.reading.lexicon import forms, rows
from marsad.reading.quotations.arabic_cues import Cue
from marsad.reading.quotations.speakers import PERSON, Speaker
from marsad.text.normalise import fold
from marsad.text.tokens import words_of

# Heads of bodies, and states, whose verb is masculine; nearly all others are feminine.
_MASCULINE = frozenset(
    """مجلس جيش تحالف اتحاد حزب تنظيم بنك مصرف صندوق مركز مكتب برنامج برلمان بيان قصر بيت ديوان
    مرصد جهاز فريق ايتلاف تيار نادي معهد مجمع قطاع وفد طرف جانب عراق لبنان اردن مغرب سودان يمن
    كرملين كونغرس بنتاغون ناتو حلف بنتاجون كونجرس""".split()
)
_STATES = frozenset(
    """تركيا ايران روسيا المانيا فرنسا بريطانيا ايطاليا اسبانيا امريكا اميركا سوريا ليبيا تونس مصر قطر
    الكويت البحرين عمان الامارات الصين اليابان الهند بغداد دمشق بيروت واشنطن موسكو طهران انقره
    باريس لندن برلين القاهره الرياض الدوحه عمان صنعاء عدن الخرطوم الرباط الجزاير تل""".split()
)
_FEMININE_ENDS = ("ه", "ات")
# Men's names that end like a feminine word.
_MENS_NAMES = frozenset(
    "اسامه طه حمزه عبيده معاويه خليفه عطيه جمعه قتيبه حذيفه طلحه".split()
)


class Genders:
    """The genders of the speakers of one passage, learnt from the verbs that agree."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def learn(self, cue: Cue, speaker: Speaker) -> None:
        """Learn the gender of a speaker from the verb that agrees with him or her."""
        # In «نقلت الوكالة عن فلان» the verb agrees with the agency.
        is_own = cue.row["lemma"] != "نقل" and not cue.has("source")
        if is_own and cue.row["number"] == "s" and speaker.why == PERSON:
            self._known[speaker.name] = cue.row["gender"]

    def agrees(self, cue: Cue, speaker: Speaker) -> bool:
        """Say whether a speaker may be left out of a verb, by what is known of both."""
        known = self._known.get(speaker.name)
        if known is None or cue.row["number"] != "s":
            return agrees(cue, speaker)
        return known == cue.row["gender"]


def agrees(cue: Cue, speaker: Speaker) -> bool:
    """Say whether a speaker may be the subject that a verb leaves out."""
    wanted = cue.row["gender"]
    if cue.row["number"] != "s" or wanted not in ("m", "f"):
        return True
    gender = gender_of(speaker)
    return gender is None or gender == wanted


def gender_of(speaker: Speaker) -> str | None:
    """Return the gender of a speaker, or None where nothing tells."""
    given = speaker.name.split(" ", 1)[0]
    by_name = _given_genders().get(given)
    if by_name is not None:
        return by_name
    words = words_of(fold(speaker.span.quote))
    return _gender_of_word(words[0]) if words else None


def _gender_of_word(word: str) -> str | None:
    by_noun = _noun_genders().get(word)
    if by_noun is not None:
        return by_noun
    bare = word[2:] if word.startswith("ال") else word
    if bare in _MASCULINE:
        return "m"
    if word in _MENS_NAMES:
        return None
    is_feminine = word in _STATES or word.endswith(_FEMININE_ENDS)
    return "f" if is_feminine and len(word) > len("اته") else None


@cache
def _noun_genders() -> dict[str, str]:
    """Return the gender of each noun that stands for one speaker."""
    genders: dict[str, str] = {}
    for row in rows("ar_speakers"):
        for form in forms(row, "ar"):
            words = words_of(fold(form))
            if row["number"] == "s" and len(words) == 1:
                genders[words[0]] = row["gender"]
    return genders


@cache
def _given_genders() -> dict[str, str]:
    """Return the gender of each given name in Latin letters."""
    return {
        name: row["gender"] for row in rows("given_names") for name in forms(row, "en")
    }
