"""Fill an empty site with cases about soup: python -m desk.cases.seeding."""

# ruff: noqa: PLC0415 (models are there only after django.setup)

import hashlib
import io

import django
from PIL import Image, ImageDraw

EDITED = (
    "صباح الخير! وصـفـة شوووربة العدس المشهورة في حارتنا القديمة: عدس أحمر وبصل وكمون "
    "وليمون، تطبخ على نار هادئة ساعة كاملة ثم تقدم ساخنة 🍲 #مطبخ"
)
LETTER = "Une recette de soupe aux lentilles, pour apprendre à la reconnaître."


def drawn(colour):
    """A drawn shape on a ground, as a picture."""
    picture = Image.new("RGB", (640, 420), "white")
    pen = ImageDraw.Draw(picture)
    pen.ellipse((80, 60, 400, 380), fill=colour)
    pen.rectangle((360, 200, 600, 400), fill="navy")
    raw = io.BytesIO()
    picture.save(raw, "PNG")
    return raw.getvalue()


def main():
    """Migrate, then fill."""
    django.setup()
    from django.core.management import call_command

    from desk.seeding import seed_people

    call_command("migrate", verbosity=0)
    seed_people()
    fill()


def seed_readers():
    """Four reviewers who sign in with the password of all."""
    from desk.content_makers import make_person
    from desk.seeding import PASSWORD

    for name in ("rana", "sami", "tala", "hadi"):
        person = make_person(name, "reviewer")
        person.set_password(PASSWORD)
        person.save()


def fill():
    """Cases that wait: words with changes, a picture, weak evidence; some decided ones."""
    from desk.content_makers import make_bank, make_signal, make_stream

    seed_readers()
    soups = make_bank("soups", title="وصفات معروفة", severity=3)
    pictures = make_bank("pictures", title="Drawn shapes", severity=4)
    stream = make_stream("kitchen", title="مطبخ الحارة")
    words = make_signal(soups)
    shape = make_signal(pictures, "f" * 64, "pdq", title="a drawn circle")
    threat(stream, shape)
    soup(stream, words)
    weak(stream, shape)
    decided(soups, stream)


def arrive(stream, posts):
    """An arrival that was compared: its posts with their likenesses start cases."""
    from desk.content_makers import make_arrival
    from marsad.desk.cases.start import start
    from marsad.desk.safeguards.acts import Worker

    arrival = make_arrival(stream, new=len(posts))
    return start(
        arrival, posts, by=Worker("matching 1"), because="compared with the banks"
    )


def soup(stream, signal):
    """A post whose words are the known ones with changes."""
    from desk.content_makers import SOUP, make_post
    from marsad.desk.cases.weighing import Found
    from marsad.matching.signals import Band, Kind, Likeness
    from marsad.spans import Span

    posts = [
        make_post(EDITED, stream, addresses=["https://soup.example/recipe"])
        for _ in range(2)
    ]
    start, end = EDITED.index("في حارتنا"), EDITED.index(" 🍲")
    known = SOUP.index("في حارتنا")
    likeness = Likeness(
        signal.pk,
        Kind.WORDING,
        0.07,
        Band.SAME,
        "wording_near",
        (Span(start, end, EDITED[start:end]),),
        (Span(known, known + 90, SOUP[known : known + 90]),),
        {"share": 93, "letters": 88, "evasions": "elongated,emoji,tatweel"},
    )
    arrive(stream, {post.pk: [Found(likeness)] for post in posts})


def pictured(stream, text, colour):
    """A post with a picture whose bytes are kept."""
    from desk.content_makers import make_medium, make_post
    from marsad.desk.originals import media

    raw = drawn(colour)
    post = make_post(text, stream, language="fr", reach=90_000)
    sha256 = media.keep(raw)
    assert sha256 == hashlib.sha256(raw).hexdigest()
    return post, make_medium(post, raw, is_kept=True)


def alike(stream, signal, post, medium, bits):
    """Put a post before people because its picture is so many bits from the known one."""
    from marsad.desk.cases.weighing import Found
    from marsad.matching.pictures.pdq_index import looking, same

    told = same(signal.pk, bits, 5) if bits < 32 else looking(signal.pk, bits)
    return arrive(stream, {post.pk: [Found(told, medium.pk)]})


def threat(stream, signal):
    """A picture of the gravest kind: its words are folded as well."""
    post, medium = pictured(stream, LETTER, "crimson")
    alike(stream, signal, post, medium, 12)


def weak(stream, signal):
    """A picture that only resembles the known one."""
    from desk.content_makers import make_bank, make_signal

    mild = make_signal(
        make_bank("shapes", title="Shapes", severity=1), "e" * 64, "pdq", title="a ring"
    )
    post, medium = pictured(stream, "Un dessin de la classe.", "orange")
    alike(stream, mild, post, medium, 41)


def decided(bank, stream):
    """Cases that two read: most of them alike, some not."""
    from desk.cases.test_decide import NEWS, OTHER, REFER, read
    from desk.content_makers import make_case, make_post, make_signal
    from marsad.desk.safeguards.models import Person

    people = [Person.objects.get(username=name) for name in ("tala", "hadi", "rana")]
    ways = [(REFER, REFER), (NEWS, NEWS), (REFER, NEWS, REFER), (NEWS, OTHER)]
    for number, way in enumerate(ways * 2):
        signal = make_signal(bank, f"recipe number {number}")
        case = make_case(make_post(f"recipe number {number}", stream), signal)
        for person, finding in zip(people, way, strict=False):
            read(case, person, finding)


if __name__ == "__main__":
    main()
