"""What a person attaches is hashed, kept and chained to what was captured before."""

import pytest

from desk.cases.test_decide import NEWS, read
from desk.content_makers import make_case, make_post, readers
from marsad.desk.cases.capture import capture
from marsad.desk.cases.chain import broken
from marsad.desk.cases.models import Case
from marsad.desk.cases.standing import took_part
from marsad.desk.originals import media
from marsad.errors import Refused

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n a drawn square"
WHY = "what the page looked like"


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path):
    settings.MEDIA_STORE = str(tmp_path / "media")


def test_a_page_is_attached_to_a_post_and_chained():
    case, reader = make_case(captured=False), readers()[0]
    post = case.matches.get().post

    made = capture(case, post, PNG, by=reader, because=WHY)
    after = capture(case, post, b"%PDF-1.7 soup", by=reader, because=WHY)

    assert media.open(made.attached) == PNG
    assert after.previous == made.sha256
    assert broken(case) == []
    assert took_part(case) == {reader.pk}


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        pytest.param(
            b"<html>soup</html>", "no picture, PDF or WACZ", id="a page of text"
        ),
        pytest.param(b"", "no picture, PDF or WACZ", id="nothing"),
    ],
)
def test_what_is_no_evidence_is_not_attached(raw, told):
    case = make_case()

    with pytest.raises(Refused, match=told):
        capture(case, case.matches.get().post, raw, by=readers()[0], because=WHY)


def test_a_post_of_another_case_takes_nothing_here():
    with pytest.raises(Refused, match="not of it"):
        capture(make_case(), make_post(), PNG, by=readers()[0], because=WHY)


def test_what_readers_saw_of_a_decided_case_stays():
    case, (one, two, three) = make_case(), readers()
    read(case, one, NEWS)
    read(case, two, NEWS)
    post = case.matches.get().post

    with pytest.raises(Refused, match="stays as it is"):
        capture(Case.objects.get(), post, PNG, by=three, because=WHY)
