"""A site with two briefs, for the tests of the editor in a browser."""

# ruff: noqa: PLC0415 (models are there only after django.setup)

import django


def seed_briefs():
    """A short brief and a long one, in Arabic, English and French."""
    from desk.briefs.editor_examples import a_brief, statement
    from marsad.desk.register.confirm import confirm
    from marsad.desk.register.models import Finding
    from marsad.desk.safeguards.models import Person

    omar = Person.objects.get(username="omar")
    found = Finding.objects.filter(status="proposed", kind__in=["quote", "figure"])
    made = [
        confirm([one], by=omar, because="seen in the report")[0]
        for one in found.order_by("pk")[:60]
    ]
    section = {"type": "section", "value": {"key": "new", "text": "الجديد"}}
    for count in (2, 60):
        blocks = [statement(f"جملة رقم {n}", made[n % len(made)]) for n in range(count)]
        page = a_brief(omar, section, *blocks, languages=("ar", "en", "fr"))
        page.save_revision(user=omar)


def main():
    """Fill a site with reports, entries, briefs and the index of words."""
    django.setup()
    from django.core.management import call_command

    from desk.seeding import seed_people, seed_reports

    call_command("migrate", verbosity=0)
    seed_people()
    seed_reports()
    seed_briefs()
    from marsad.desk.catalogue.keep_up import rebuild

    rebuild()


if __name__ == "__main__":
    main()
