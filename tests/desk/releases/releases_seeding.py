"""Fill an empty site with briefs that wait and releases of every fate."""

# ruff: noqa: PLC0415 (models are there only after django.setup)

import io
from datetime import timedelta

import django

# Of the briefs that wait, each with a picture.
TITLE = "موجز الأسبوع"


def main():
    """Migrate, then fill."""
    django.setup()
    from django.core.files.images import ImageFile
    from django.core.management import call_command
    from django.utils import timezone
    from wagtail.images.models import Image

    from composing.edition_maker import PICTURE, edition
    from desk import newsroom, seeding
    from desk.releases.pictures_made import image_block
    from marsad.desk.briefs.freeze import newest
    from marsad.desk.originals import store
    from marsad.desk.register.models import Entry, State
    from marsad.desk.releases.correcting import Correcting
    from marsad.desk.releases.recall import recall

    call_command("migrate", verbosity=0)
    seeding.seed_people()
    store.keep(PICTURE)
    notice = {"ar": "كان العدد خاطئاً.", "en": "The count was wrong."}
    newsroom.make_release(edition("ar", "en"))
    old = newsroom.make_release()
    newsroom.make_release(correcting=Correcting(old, notice))
    gone = newsroom.make_release()
    recall(gone, notice=notice, by=newsroom.officer(), because="Reuters corrected it")
    later = timezone.now() + timedelta(days=30)
    newsroom.make_release(opens_at=later, time_zone="Asia/Kuwait")
    doubtful = newsroom.make_release()
    fallen = doubtful.carried.get().entry_id
    Entry.objects.filter(pk=fallen).update(
        state=State.RETRACTED, changed_at=timezone.now()
    )
    image = Image(title="A hall", file=ImageFile(io.BytesIO(PICTURE), name="hall.png"))
    image.save()
    entry = newsroom.make_entry()
    picture = image_block(image)
    body = {
        language: [newsroom.statement(words, entry, name="first"), picture]
        for language, words in newsroom.SENTENCES.items()
        if language != "fr"
    }
    for _ in range(4):
        brief = newsroom.make_brief(body, kind="weekly")
        text = newest(brief).body.get_prep_value()
        newsroom.write(brief, text, by=newsroom.writer(), title=TITLE)
        newsroom.make_submission(type(brief).objects.get(pk=brief.pk))
    newsroom.make_brief(body)


if __name__ == "__main__":
    main()
