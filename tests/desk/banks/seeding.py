"""Fill an empty site with banks: python -m desk.banks.seeding."""

# ruff: noqa: PLC0415 (models are there only after django.setup)

import django


def main():
    """Migrate, then fill."""
    django.setup()
    from django.core.management import call_command

    from desk.seeding import seed_people

    call_command("migrate", verbosity=0)
    seed_people()
    fill()


def fill():
    """A bank of recipes with its signals, a list with a broken row, a bank of look-alikes."""
    from desk.content_makers import SOUP, make_bank, make_signal
    from desk.seeding import PASSWORD
    from marsad.desk.banks.dispute import dispute
    from marsad.desk.banks.models import BankedSignal
    from marsad.desk.banks.take_in import take_in
    from marsad.desk.safeguards.models import Person, Place
    from marsad.marking import Marking

    rana = Person(username="rana", name="Rana", clearance=Marking.AMBER)
    rana.set_password(PASSWORD)
    rana.save()
    Place.objects.create(person=rana, group="reviewer")
    recipes = make_bank("known-recipes", title="وصفات معروفة")
    soup = make_signal(recipes, met=14, upheld=9, overturned=2)
    lines = ["kind,value,title,provenance,reference"]
    for number in range(1, 9):
        title = f"صفحة الوصفة {number}"
        lines.append(
            f"url,https://recipes.example/soup/{number},{title},قائمة المطبخ 7,A-{number}"
        )
    lines.append("sha256,b7e2,ملف مبتور,قائمة المطبخ 7,A-9")
    why = "the list of the kitchen council for the autumn"
    take_in(recipes, "\n".join(lines).encode(), by=rana, because=why)
    doubted = BankedSignal.objects.get(reference="A-3")
    dispute(doubted, by=rana, because="هذه صفحة نقد للوصفة، وليست الوصفة نفسها")
    harmless = make_bank("harmless-soups", title="أشباه غير ضارة", is_harmless=True)
    make_signal(harmless, f"{SOUP} هذه الوصفة من كتاب مدرسي للطبخ المنزلي.")
    assert soup.pk


if __name__ == "__main__":
    main()
