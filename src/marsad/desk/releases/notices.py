"""What readers are told of a recall: a sentence by its cause, in each language, to start from."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something is taken back, and what readers are told in each language."""

    words: str | Promise
    notice: MappingProxyType[str, str]


def _cause(words: str | Promise, ar: str, en: str, fr: str) -> Cause:
    return Cause(words, MappingProxyType({"ar": ar, "en": en, "fr": fr}))


CAUSES: Final = MappingProxyType(
    {
        "figure": _cause(
            _("A figure was wrong"),
            "سُحب هذا الموجز لأن رقماً فيه كان خاطئاً. يُرجى عدم استخدامه.",
            "This brief was recalled because a figure in it was wrong. Please do not use it.",
            "Cette note est retirée, car un chiffre y était faux. Merci de ne pas l’utiliser.",
        ),
        "words": _cause(
            _("Words were given to somebody who did not say them"),
            "سُحب هذا الموجز لأنه نسب كلاماً إلى من لم يقله. يُرجى عدم استخدامه.",
            "This brief was recalled because it gave words to somebody who did not say them. Please do not use it.",
            "Cette note est retirée, car elle prêtait des propos à qui ne les a pas tenus. Merci de ne pas l’utiliser.",
        ),
        "source": _cause(
            _("A source was withdrawn"),
            "سُحب هذا الموجز لأن أحد مصادره سُحب. يُرجى عدم استخدامه.",
            "This brief was recalled because one of its sources was withdrawn. Please do not use it.",
            "Cette note est retirée, car l’une de ses sources a été retirée. Merci de ne pas l’utiliser.",
        ),
        "readers": _cause(
            _("It reached readers for whom it was not meant"),
            "سُحب هذا الموجز لأنه وصل إلى من لم يكن موجّهاً إليهم. يُرجى حذف كل نسخة منه.",
            "This brief was recalled because it reached readers for whom it was not meant. Please delete every copy.",
            "Cette note est retirée, car elle a atteint des lecteurs auxquels elle n’était pas destinée. Merci d’en supprimer toute copie.",
        ),
        "mistake": _cause(
            _("It was released by mistake"),
            "سُحب هذا الموجز لأنه صدر خطأً. يُرجى عدم استخدامه.",
            "This brief was recalled because it was released by mistake. Please do not use it.",
            "Cette note est retirée, car elle a été publiée par erreur. Merci de ne pas l’utiliser.",
        ),
    }
)
