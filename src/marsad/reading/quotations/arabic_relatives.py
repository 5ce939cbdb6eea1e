"""Whether an Arabic relative takes up who speaks, or what is spoken of.

«الوزير الذي قال» speaks; «الملف الذي قال إنه مغلق» is spoken of: its verb is of another
gender, or a pronoun behind أن takes it up again.
"""

from collections.abc import Mapping

from marsad.reading.quotations.arabic_cues import THAT_PRONOUN, Cue

GENDERS = {"الذي": "m", "التي": "f"}
_OF_IT = frozenset(("منها", "منهم", "منه"))


def is_of_it(words: list[str], cue: Cue) -> bool:
    """Say whether a verb goes on about what was named: «، الذي أكد أنه …»."""
    following = words[cue.last : cue.last + 1]
    return following != [] and following[0] in THAT_PRONOUN | _OF_IT


def is_of_another(word: str, cue: Cue) -> bool:
    """Say whether a relative and its verb differ in gender: «المدينة التي قال»."""
    gender = cue.row["gender"]
    return cue.row["number"] == "s" and GENDERS.get(word, gender) != gender


def is_told_of(
    words: list[str], token: int, first: int, cue_at: Mapping[int, Cue]
) -> bool:
    """Say whether a clause ends where a relative tells of a thing in it."""
    cue = cue_at.get(token + 1)
    if cue is None or token <= first:
        return False
    return is_of_another(words[token], cue) and is_of_it(words, cue)
