"""One small pack in three languages, drafted once from findings made by hand."""

import shutil

import pytest

from makers import (
    commitment,
    days,
    document,
    figure,
    meeting,
    membership,
    party,
    person,
    quote,
    reading,
)
from marsad.composing.outline import outline
from marsad.composing.pack import build_pack

AR = """\
اجتماع الرابطة: 83 عضواً
وقال المتحدث باسم الرابطة: «لدينا 83 شريكاً، ونحتاج إلى أن يتحمل كل شريك حصته».
وتضم رابطة العنبر 83 عضواً. وأضاف أن نحو 10 آلاف مقاتل ما زالوا محتجزين في سوريا.
وتعهدت إيطاليا بتقديم 200 مليون دولار قبل نهاية العام.
ومن المقرر أن تجتمع المجموعة المصغرة في بروكسل في خريف 2021.
"""
EN = """\
League meets in Rome
"We have 83 partners, and each of them must carry its share," the spokesperson said.
The Amber League now has 84 members. Some 10,000 fighters are still held in Syria.
Italy pledged $200 million, said <b>Luigi</b> Rossi #set page(fill: red).
"""
FR = """\
Le groupe perd du terrain
Selon la Ligue, 98 % du territoire a été libéré, =1+1.
"""
SAID_AR = "لدينا 83 شريكاً، ونحتاج إلى أن يتحمل كل شريك حصته"
SAID_EN = "We have 83 partners, and each of them must carry its share,"


@pytest.fixture(scope="session")
def readings():
    """Three reports: one statement in two languages, a contradiction, a later value."""
    office = "Amber League spokesperson"
    return (
        reading(
            document(AR, named="a", published="2021-06-29", outlet="وكالة المرفأ"),
            party("رابطة العنبر", "Amber League"),
            quote(SAID_AR, office),
            figure("83 شريكاً", 83, "partner"),
            membership("تضم رابطة العنبر 83 عضواً", 83),
            figure("10 آلاف مقاتل", 10000, "person", bound="about"),
            commitment(
                "تعهدت إيطاليا بتقديم 200 مليون دولار",
                "IT",
                amount=(2e8, "USD"),
                due=days("2021-01-01", "2021-12-31"),
            ),
            meeting(
                "تجتمع المجموعة المصغرة في بروكسل",
                "Small Group meeting",
                city="Brussels",
                country="BE",
                interval=days("2021-09-01", "2021-11-30"),
            ),
        ),
        reading(
            document(
                EN,
                named="b",
                published="2021-06-29",
                language="en",
                outlet="Northgate Wire",
            ),
            party("Amber League", "Amber League"),
            quote(SAID_EN, office),
            figure("83 partners", 83, "partner"),
            membership("has 84 members", 84),
            figure("84 members", 84, "member"),
            figure("10,000 fighters", 10000, "fighter", bound="about"),
            commitment("Italy pledged $200 million", "IT", amount=(2e8, "USD")),
            person("Rossi", "Luigi Rossi"),
        ),
        reading(
            document(FR, named="c", published="2021-07-01", language="fr"),
            figure("98 %", 98, "percent"),
        ),
    )


@pytest.fixture(scope="session")
def plan(readings):
    """The outline of the three reports."""
    return outline(readings)


@pytest.fixture(scope="session")
def drafted(readings, tmp_path_factory):
    """The pack of the three reports; tests that change it take a copy."""
    return build_pack(
        readings,
        tmp_path_factory.mktemp("packs") / "pack",
        languages=("ar", "en", "fr"),
    )


@pytest.fixture
def pack_copy(drafted, tmp_path):
    """A copy of the pack to tamper with."""
    return shutil.copytree(drafted.folder, tmp_path / "copy")
