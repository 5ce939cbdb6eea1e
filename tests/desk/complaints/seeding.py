"""A site with appeals and reports: python -m desk.complaints.seeding fills an empty folder."""

# ruff: noqa: PLC0415 (models are there only after django.setup)

from datetime import date, timedelta

import django

ADDRESS = "https://t.me/soup_weekly/41"
WORDS = {
    "ar": "نشرتُ الوصفة في مقال عن المطبخ الشعبي، ولم أدعُ أحدا إلى شيء.",
    "en": "The post is a page of my cooking class; the recipe is shown as a bad example.",
}


def fill():
    """A notice with an appeal that waits, one that is overdue, and two reports."""
    from django.utils import timezone

    from desk import content_makers as content
    from desk.transparency.examples import make_report
    from marsad.desk.cases.models import Stage
    from marsad.desk.complaints.lodge import Appeal, lodge
    from marsad.desk.complaints.models import Complaint
    from marsad.desk.safeguards.models import Person
    from marsad.desk.website.receive import WORKER

    post = content.make_post(address=ADDRESS)
    case = content.make_agreed_case(post=post)
    case.stage = Stage.REFERRED
    case.save()
    content.make_referral(case, fate="sent", sent_at=timezone.now())
    for language, words in WORDS.items():
        said = Appeal(address=ADDRESS, words=words, language=language)
        lodge(said, by=WORKER, because="somebody sent the form")
    Complaint.objects.create(
        reference="LATE-LATE-LATE",
        address_mark="a" * 26,
        words="كُتب هذا منذ شهر ولم يُجب عنه أحد.",
        language="ar",
        at=timezone.now() - timedelta(days=30),
        due_at=timezone.now() - timedelta(days=16),
    )
    dalia, rima = (Person.objects.get(username=one) for one in ("dalia", "rima"))
    make_report(dalia, rima)
    make_report(dalia, begins=date(2026, 4, 1), ends=date(2026, 6, 30))


def main():
    """Migrate, then fill."""
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from desk.seeding import PASSWORD, seed_people
    from marsad.desk.safeguards.models import Person, Place
    from marsad.marking import Marking

    seed_people()
    hana = Person(username="hana", name="Hana", clearance=Marking.AMBER)
    hana.set_password(PASSWORD)
    hana.save()
    Place.objects.create(person=hana, group="reviewer")
    fill()


if __name__ == "__main__":
    main()
