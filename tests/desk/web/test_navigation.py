"""What stands at the head of every page: rooms, and the doors of the one that one is in."""

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from desk.content_makers import make_person
from marsad.desk.web.navigation import navigation

pytestmark = pytest.mark.django_db


def seen_by(person, path):
    request = RequestFactory().get(path)
    request.user = person
    with override("en"):
        said = navigation(request)
        rooms = [str(room["words"]) for room in said["rooms"]]
        return rooms, [str(door["words"]) for door in said["doors"]]


def test_an_analyst_sees_the_doors_of_the_room_of_this_page():
    rooms, doors = seen_by(make_person("ada", "analyst"), "/register/12/")

    assert rooms[:3] == ["Overnight", "News", "Newsroom"]
    assert "Documents" in doors
    assert "Briefs" not in doors


def test_the_overnight_page_is_a_room_by_itself():
    _rooms, doors = seen_by(make_person("ada", "analyst"), "/")

    assert doors == []


def test_a_reviewer_of_content_sees_no_room_of_news_but_search():
    rooms, _doors = seen_by(make_person("rana", "reviewer"), "/")

    assert "Newsroom" not in rooms


def test_a_room_leads_to_its_first_door_that_is_open_to_the_reader():
    request = RequestFactory().get("/")
    request.user = make_person("yara", "partner")

    rooms = {str(one["words"]): one["address"] for one in navigation(request)["rooms"]}

    assert "/register/" in rooms.values()


def test_nobody_sees_a_door_before_they_sign_in():
    request = RequestFactory().get("/")

    assert navigation(request)["rooms"] == []
