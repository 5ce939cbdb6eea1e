"""What an Arabic verb of describing reports: «وصف الاتفاق بأنه تاريخي».

What is described is part of what is said, unless a pronoun stands for it: «واصفا إياه
بالتاريخي». The subject of the verb stands between only where it is a known speaker.
"""

from collections.abc import Mapping, Set

from marsad.reading.quotations.arabic_cues import Cue
from marsad.text.marks import Marked

_REACH = 32
_NEAR = 8  # tokens between a verb that carries its object and «ب»
_AS = "ب"
_AS_THAT = "بان"
_AS_THE = "بال"
_LONGEST_AS_THAT = 6  # letters of «بأنهما»
_BARE = frozenset("اياه اياها اياهم اياهما نفسه نفسها انفسهم ذلك".split())
# Between the verb and what it describes: where it was done.
_IN_IT = frozenset("فيه فيها فيهم خلاله خلالها".split())
_SUFFIXES = ("ه", "ها", "هم", "هما")
_STEMS = ("وصف", "وصفت", "يصف", "تصف", "وصفو", "يصفون")
_WITH_PRONOUN = frozenset(stem + suffix for stem in _STEMS for suffix in _SUFFIXES)
_WHAT = frozenset(("ما", "لما", "بما", "مما"))
_ENDS = frozenset(".!?؟\n،,؛;:")
# «بال» begins an adverb too, which calls nothing anything.
_ADVERBS = frozenset(
    """بالاساس بالخصوص بالتالي بالفعل بالكامل بالضبط بالذات بالنسبه بالنظر بالاضافه بالخارج
    بالداخل بالمناسبه بالتزامن بالتعاون بالمقابل بالاجماع بالتوازي بالمقارنه""".split()
)
_COMMAS = frozenset("،,")
_SHORTEST = 2


def has_pronoun(words: list[str], cue: Cue) -> bool:
    """Say whether a verb of describing carries its object: «وصفه», «تصفها»."""
    return words[cue.first][cue.clitic :] in _WITH_PRONOUN


def complement(
    words: list[str], cue: Cue, openers: Mapping[int, Marked], names: Set[int]
) -> int | None:
    """Return the token at which it is said as what something is described."""
    is_suffixed = has_pronoun(words, cue)
    end = min(len(words), cue.last + (_NEAR if is_suffixed else _REACH))
    found: int | None = None
    for token in range(cue.last, end):
        word = words[token]
        if word in _ENDS and not (word in _COMMAS and token - cue.last <= _NEAR):
            break
        is_that = word.startswith(_AS_THAT) and len(word) <= _LONGEST_AS_THAT
        if is_that or (token in openers and words[token - 1] == _AS):
            found = token
            break
        is_plain = word.startswith(_AS_THE) and token not in names
        if is_plain and word not in _ADVERBS:
            found = found if found and is_suffixed else token
    return found if found and _is_worth(words, cue, openers.get(found)) else None


def _is_worth(words: list[str], cue: Cue, mark: Marked | None) -> bool:
    """Say whether a description is more than a name: «ما وصفه بالتدخل» is none."""
    if cue.first and words[cue.first - 1] in _WHAT:
        return mark is not None and mark.last - mark.first >= _SHORTEST
    return True


def described(words: list[str], cue: Cue, complement: int, after: int) -> int:
    """Return where what is described begins behind a token, or what it is called."""
    first = after
    while first < complement and words[first] in _IN_IT | _COMMAS:
        first += 1
    is_pronoun = has_pronoun(words, cue) or words[first] in _BARE
    return complement if is_pronoun else first
