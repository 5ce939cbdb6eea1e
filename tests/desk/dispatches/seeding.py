"""Fill an empty site with partners, their packs and letters: python -m desk.dispatches.seeding."""

# ruff: noqa: PLC0415 (models are there only after django.setup)

import django

NOTICE = {
    "ar": "كان عدد الأعضاء غير صحيح، ونعمل على تصحيحه.",
    "en": "The number of members was wrong; we are putting it right.",
    "fr": "Le nombre de membres était faux ; nous le corrigeons.",
}


def main():
    """Migrate, then fill."""
    django.setup()
    from django.core.management import call_command

    from desk.seeding import seed_people

    call_command("migrate", verbosity=0)
    seed_people()
    fill()


def fill():
    """Two partners, four releases: one to read, one recalled, one corrected, one private."""
    from composing import edition_maker
    from desk.newsroom import make_partner, make_release
    from marsad.desk.originals import store
    from marsad.desk.partners.models import Contact, Seat
    from marsad.desk.releases.correcting import Correcting
    from marsad.desk.safeguards.models import Person
    from marsad.marking import Audience, Marking

    kuwait = make_partner(
        "kw", Marking.GREEN, name_ar="الكويت", name_en="Kuwait", name_fr="Koweït",
        languages=["ar", "en", "fr"],
        foreword={"ar": "هذه حزمة وزارة الخارجية.", "en": "From the ministry."},
    )  # fmt: skip
    iraq = make_partner("iq", Marking.AMBER, name_ar="العراق", name_en="Iraq")
    for number, (partner, language) in enumerate(
        [(kuwait, "ar"), (kuwait, "en"), (iraq, "ar")]
    ):
        Contact.objects.create(
            partner=partner,
            name="المكتب الصحفي" if language == "ar" else "Press office",
            address=f"press{number}@{partner.code}.example",
            language=language,
            token=f"{number}" * 43,
        )
    Seat.objects.create(person=Person.objects.get(username="yusuf"), partner=kuwait)
    for_all = {"audience": Audience.COMMUNITY, "marking": Marking.GREEN}
    for raw in edition_maker.MEDIA.values():
        store.keep(raw)
    make_release(edition_maker.edition(**for_all))
    wrong = make_release(**for_all)
    recalled = make_release(**for_all, topics=["finance"])
    make_release(
        audience=Audience.CLIENTS, marking=Marking.AMBER, partners=[iraq],
        title="A private matter",
    )  # fmt: skip
    _make_all()
    _take(wrong, recalled)
    make_release(**for_all, correcting=Correcting(wrong, NOTICE))
    _recall(recalled)
    _make_all()


def _make_all():
    from marsad.desk.dispatches.make import due, make
    from marsad.desk.dispatches.send import WORKER

    for release, cause in list(due()):
        make(release, cause, by=WORKER, because="its release is open")


def _take(*releases):
    from marsad.desk.dispatches.hand_out import hand_out
    from marsad.desk.dispatches.models import PartnerPack
    from marsad.desk.safeguards.models import Person

    yusuf = Person.objects.get(username="yusuf")
    for one in releases:
        pack = PartnerPack.objects.get(release=one, partner__code="kw")
        hand_out([pack], "pack.zip", by=yusuf, because="taken from its page")


def _recall(release):
    from desk.newsroom import officer
    from marsad.desk.releases.recall import recall

    said = {one: NOTICE[one] for one in release.languages}
    recall(release, notice=said, by=officer(), because="the count was wrong")


if __name__ == "__main__":
    main()
