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
            "سُحبت هذه الإحاطة لأن رقماً فيها كان خاطئاً. يُرجى عدم استخدامها.",
            "This brief was recalled because a figure in it was wrong. Please do not use it.",
            "Cette note est retirée, car un chiffre y était faux. Merci de ne pas l’utiliser.",
        ),
        "words": _cause(
            _("Words were given to somebody who did not say them"),
            "سُحبت هذه الإحاطة لأنها نسبت كلاماً إلى من لم يقله. يُرجى عدم استخدامها.",
            "This brief was recalled because it gave words to somebody who did not say them. Please do not use it.",
            "Cette note est retirée, car elle prêtait des propos à qui ne les a pas tenus. Merci de ne pas l’utiliser.",
        ),
        "source": _cause(
            _("A source was withdrawn"),
            "سُحبت هذه الإحاطة لأن أحد مصادرها سُحب. يُرجى عدم استخدامها.",
            "This brief was recalled because one of its sources was withdrawn. Please do not use it.",
            "Cette note est retirée, car l’une de ses sources a été retirée. Merci de ne pas l’utiliser.",
        ),
        "readers": _cause(
            _("It reached readers for whom it was not meant"),
            "سُحبت هذه الإحاطة لأنها وصلت إلى من لم تكن موجهة إليهم. يُرجى حذف كل نسخة منها.",
            "This brief was recalled because it reached readers for whom it was not meant. Please delete every copy.",
            "Cette note est retirée, car elle a atteint des lecteurs auxquels elle n’était pas destinée. Merci d’en supprimer toute copie.",
        ),
        "mistake": _cause(
            _("It was released by mistake"),
            "سُحبت هذه الإحاطة لأنها صدرت خطأً. يُرجى عدم استخدامها.",
            "This brief was recalled because it was released by mistake. Please do not use it.",
            "Cette note est retirée, car elle a été publiée par erreur. Merci de ne pas l’utiliser.",
        ),
    }
)
