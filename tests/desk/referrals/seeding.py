"""Fill an empty site with cases, platforms, notices: python -m desk.referrals.seeding."""

# ruff: noqa: PLC0415 (models are there only after django.setup)

from datetime import timedelta

import django


def main():
    """Migrate, then fill."""
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    fill()


def fill():
    """An agreed case that nobody wrote about, and notices of every fate."""
    from desk import content_makers as content
    from desk.referrals.conftest import EXPLANATION
    from desk.seeding import PASSWORD
    from marsad.desk.referrals.refer import Wanted, refer
    from marsad.desk.referrals.seal import seal

    people = (*content.readers(), content.a_director())
    for person in people:
        person.set_password(PASSWORD)
        person.save()
    tala = people[2]
    telegram = content.make_platform(terms="Rule 3: no wrong recipes.")
    content.make_platform(
        "library", name_ar="المكتبة", name_en="Library", name_fr="Bibliothèque",
        hosts=["archive.org"], language="fr", route="file", address="",
    )  # fmt: skip
    for what in ("removed", "refused", "", "failed", "withdrawn"):
        case = content.make_agreed_case()
        posts = [one.post for one in case.matches.all()]
        made = refer(
            case,
            Wanted(telegram, posts, "terms", EXPLANATION),
            by=tala,
            because="two readers agree",
        )
        _lived(made, what, tala)
    seal(case, content.in_days(120), by=tala, because="asked for by the kitchen court")
    content.make_agreed_case()


def _lived(made, what, by):
    """Let a notice have been sent, and answered."""
    from django.utils import timezone

    from marsad.desk.mailing.office import Fate, Reply
    from marsad.desk.referrals import claim
    from marsad.desk.referrals.note_reply import Answered, note_reply
    from marsad.desk.referrals.send import WORKER, send
    from marsad.desk.referrals.withdraw import withdraw

    failed = what == "failed"
    reply = Reply(Fate.LATER, "451 4.7.1 later") if failed else Reply(Fate.TAKEN)
    send(claim.claim("letter"), reply, by=WORKER, because="a person let it go")
    made.refresh_from_db()
    if what in ("removed", "refused"):
        at = timezone.now() + timedelta(minutes=4)
        said = Answered(what, at, "terms", "We looked at it under our rule 3.")
        note_reply(made, said, by=by, because="their letter says so")
    if what == "withdrawn":
        withdraw(made, by=by, because="it was a cooking lesson after all")


if __name__ == "__main__":
    main()
