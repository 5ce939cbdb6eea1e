import socket

import pytest

from marsad.collecting.public_hosts import public_address
from marsad.errors import Refused, Unreachable


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("127.0.0.1", id="this machine"),
        pytest.param("::1", id="this machine in the new net"),
        pytest.param("0.0.0.0", id="any address"),  # noqa: S104 (asked, not bound)
        pytest.param("10.1.2.3", id="a private network"),
        pytest.param("172.20.0.1", id="another private network"),
        pytest.param("192.168.1.1", id="a house"),
        pytest.param("169.254.169.254", id="the cable, where clouds tell their keys"),
        pytest.param("100.64.0.1", id="behind a carrier"),
        pytest.param("224.0.0.1", id="many at once"),
        pytest.param("fd00::1", id="a private network in the new net"),
        pytest.param("fe80::1", id="the cable in the new net"),
        pytest.param("::ffff:127.0.0.1", id="this machine inside the new net"),
        pytest.param("64:ff9b::a01:203", id="a private network, translated"),
        pytest.param("2002:7f00:1::", id="this machine, tunnelled"),
        pytest.param("2130706433", id="this machine as one number"),
    ],
)
def test_what_is_not_public_is_refused(host):
    with pytest.raises((Refused, Unreachable)):
        public_address(host, 80)


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("93.184.216.34", id="the old net"),
        pytest.param("2606:2800:220:1:248:1893:25c8:1946", id="the new net"),
    ],
)
def test_a_public_address_is_asked_as_it_is(host):
    assert public_address(host, 443) == host


def names(monkeypatch, *addresses):
    def look_up(host, port, **_):
        return [(0, 0, 0, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def test_a_public_name_that_leads_home_is_refused(monkeypatch):
    names(monkeypatch, "93.184.216.34", "192.168.1.7")

    with pytest.raises(Refused, match="public net"):
        public_address("news.example.org", 443)


def test_a_name_is_asked_in_the_old_net_where_it_is_in_both(monkeypatch):
    names(monkeypatch, "2606:2800:220:1:248:1893:25c8:1946", "93.184.216.34")

    assert public_address("news.example.org", 443) == "93.184.216.34"


def test_a_name_that_nobody_has_is_told(monkeypatch):
    def look_up(host, port, **_):
        raise socket.gaierror(socket.EAI_NONAME, "not known")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    with pytest.raises(Unreachable, match="no such host"):
        public_address("nobody.example.org", 443)
