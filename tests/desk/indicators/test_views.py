import re
import time
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import etree

from marsad.desk.indicators.models import Indicator
from marsad.desk.register.models import Entry, State, Status
from marsad.desk.register.retract import retract

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def charts(settings, tmp_path):
    settings.CHARTS = tmp_path / "charts"
    return settings.CHARTS


def chart(client, members, **asked):
    return client.get(reverse("indicator-chart", args=[members.pk]), asked)


def texts(answer):
    tree = etree.fromstring(answer.content)
    return ["".join(one.itertext()) for one in tree.iter(f"{SVG}text")]


def test_the_list_shows_the_latest_value_of_each_series(members, lina, sign_in):
    page = sign_in(lina).get(reverse("indicators")).content.decode()

    assert "Members of the Global Coalition" in page
    assert re.search(r"more than <bdi[^>]*>80</bdi> members", page)
    assert "past its expiry" in page
    assert "<polyline" in page


def test_a_page_of_a_series_shows_chart_and_table_with_the_same(members, lina, sign_in):
    page = sign_in(lina).get(reverse("indicator", args=[members.pk])).content.decode()

    assert reverse("indicator-chart", args=[members.pk]) in page
    for words in ("O 0", "O 3", "disputed", "superseded"):
        assert words in page
    assert 'lang="ar" dir="rtl"' in page


def test_the_chart_is_drawn_once_and_known_by_its_etag(members, lina, sign_in, charts):
    client = sign_in(lina)

    first = chart(client, members, language="en")

    assert first.status_code == 200
    assert first["Content-Type"] == "image/svg+xml"
    [file] = charts.rglob("*.svg")
    drawn = file.stat().st_mtime_ns
    started = time.perf_counter()
    again = chart(client, members, language="en")
    assert time.perf_counter() - started < 0.4
    assert again.content == first.content
    assert file.stat().st_mtime_ns == drawn
    known = client.get(
        reverse("indicator-chart", args=[members.pk]),
        {"language": "en"},
        headers={"If-None-Match": first["ETag"]},
    )
    assert (known.status_code, known.content) == (304, b"")


def test_arabic_words_of_a_chart_are_whole_and_isolated(members, lina, sign_in, charts):
    answer = chart(sign_in(lina), members, language="ar")

    title = next(one for one in texts(answer) if "أعضاء التحالف الدولي" in one)
    # A base of its own from right to left; the letters stay letters, for the browser
    # joins them.
    assert title.startswith("\u2067")
    assert title.endswith("\u2069")
    assert b"font/woff2" in answer.content
    assert answer.content != chart(sign_in(lina), members, language="fr").content


def test_rivals_have_another_colour_and_bounds_have_arrows(
    members, lina, sign_in, charts
):
    answer = chart(sign_in(lina), members, language="en")

    assert answer.content.count(b'stroke="#b3261e"') == 2
    assert any(">80" in one for one in texts(answer))


def test_a_retracted_value_leaves_the_chart(members, entries, lina, sign_in, charts):
    client = sign_in(lina)
    before = chart(client, members, language="en")

    retract(entries[2], by=lina, because="the outlet corrected itself")

    after = chart(client, members, language="en")
    assert after["ETag"] != before["ETag"]
    assert b'stroke="#b3261e"' not in after.content


def test_a_series_without_values_has_no_chart(lina, sign_in, charts):
    empty = Indicator.objects.create(key="air-strikes|||strike", marking=0)

    assert chart(sign_in(lina), empty).status_code == 404


def test_a_series_as_known_on_a_day_is_asked_by_that_day(
    members, lina, sign_in, charts
):
    client = sign_in(lina)
    address = reverse("indicator", args=[members.pk])
    before = timezone.localdate() - timedelta(days=3)

    page = client.get(address, {"as_of": before.isoformat()}).content.decode()

    assert "the register knew no value" in page
    assert "<picture>" not in page
    assert client.get(address, {"as_of": "yesterday"}).status_code == 409
    assert chart(client, members, as_of=before.isoformat()).status_code == 404


def test_what_one_may_not_see_is_not_there(members, lina, sign_in, make_person):
    Indicator.objects.update(marking=4)

    assert sign_in(lina).get(reverse("indicator", args=[members.pk])).status_code == 404
    assert chart(sign_in(lina), members).status_code == 404


def test_the_stale_queue_renews_and_retracts(members, entries, lina, sign_in):
    client = sign_in(lina)
    assert "more than" in client.get(reverse("stale")).content.decode()
    address = reverse("stale-decide", args=[entries[3].pk])
    until = (timezone.localdate() + timedelta(days=60)).isoformat()

    refused = client.post(address, {"deed": "renew", "until": until, "because": ""})
    assert refused.status_code == 409
    assert f'value="{until}"' in refused.content.decode()
    done = client.post(address, {"deed": "renew", "until": until, "because": "same"})

    assert done.status_code == 302
    assert (
        "No figure is past its expiry" in client.get(reverse("stale")).content.decode()
    )
    client.post(address, {"deed": "retract", "because": "withdrawn"})
    entries[3].refresh_from_db()
    assert entries[3].state == State.RETRACTED


def test_a_newer_proposal_takes_the_place_of_a_stale_figure(
    members, entries, count_of, lina, sign_in
):
    text = "La coalition internationale contre Daech compte désormais 90 membres.\n"
    newer = count_of(text, day=timezone.localdate(), language="fr")
    client = sign_in(lina)
    assert "90 membres" in client.get(reverse("stale")).content.decode()

    client.post(
        reverse("stale-decide", args=[entries[3].pk]),
        {"deed": "replace", "finding": newer.pk, "because": "newer"},
    )

    newer.refresh_from_db()
    assert newer.status == Status.CONFIRMED
    assert "No figure is past" in client.get(reverse("stale")).content.decode()


def test_a_series_is_defined_on_its_page(members, lina, sign_in):
    client = sign_in(lina)
    address = reverse("indicator-define", args=[members.pk])
    said = {
        "title_ar": "عدد الأعضاء",
        "title_en": "",
        "days": "x",
        "because": "shorter",
    }

    refused = client.post(address, said)
    assert refused.status_code == 409
    assert "عدد الأعضاء" in refused.content.decode()
    client.post(address, {**said, "days": "30", "is_followed": "1"})

    members.refresh_from_db()
    assert (members.days, members.is_followed) == (30, True)


def test_an_entry_is_moved_from_the_page(members, entries, lina, sign_in):
    client = sign_in(lina)
    address = reverse("indicator-assign", args=[members.pk])
    said = {"indicator": "", "because": "another body"}

    client.post(address, {**said, "entry": f"{entries[0].pk}.7"})
    entries[0].refresh_from_db()
    assert entries[0].series == members.key, "it was seen in a version that is not"
    client.post(address, {**said, "entry": f"{entries[0].pk}.1"})

    entries[0].refresh_from_db()
    assert entries[0].series == ""


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_a_series_is_handed_out_as(form, members, lina, sign_in):
    answer = sign_in(lina).get(
        reverse("indicator", args=[members.pk]), {"format": form}
    )

    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)


def test_pages_ask_few_questions(
    members, entries, lina, sign_in, django_assert_max_num_queries
):
    client = sign_in(lina)
    template = Entry.objects.get(pk=entries[0].pk)
    for day in range(40):
        template.pk, template.day = None, date(2017, 1, 1) + timedelta(days=day)
        template.save(force_insert=True)
    with django_assert_max_num_queries(22):
        client.get(reverse("indicator", args=[members.pk]))
    with django_assert_max_num_queries(20):
        client.get(reverse("indicators"))
    with django_assert_max_num_queries(20):
        client.get(reverse("stale"))
