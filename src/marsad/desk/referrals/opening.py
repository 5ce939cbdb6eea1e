"""Addresses of posts, opened for a notice that a person lets go; a part of acts alone."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from marsad.desk.posts import keys
from marsad.desk.posts.models import Post
from marsad.desk.referrals import pages
from marsad.desk.referrals.models import Platform, Referral
from marsad.desk.referrals.rules import name_of
from marsad.errors import Refused


def address_of(post: Post) -> str:
    """The post's own address; Refused where it has none."""
    address = str(keys.unseal(bytes(post.sealed or b""), post.key).get("address") or "")
    if not address:
        problem = _("came without an address of its own")
        raise Refused(name_of(post), problem, _("leave it out"))
    return address


def addresses_of(referral: Referral) -> dict[int, str]:
    """The addresses that a notice names, by their places in it."""
    rows = referral.posts.order_by("place")
    return {
        one.place: str(keys.unseal(bytes(one.sealed), one.key)["address"])
        for one in rows
        if one.sealed is not None
    }


def check_address(post: Post, address: str, platform: Platform) -> None:
    """Refuse an address of another host, or of a page of many things, without telling it."""
    if not pages.is_on(address, platform.hosts):
        problem = _("is not on a host of %(platform)s") % {"platform": platform.name}
        raise Refused(name_of(post), problem, _("choose its own platform"))
    if not pages.is_one_post(address):
        problem = _("its address is not of one post but of a page of many things")
        raise Refused(name_of(post), problem, _("leave it out"))


def careful_kinds(addresses: Iterable[str]) -> list[str]:
    """The sorts of hosts among addresses about which a person is asked twice."""
    found = {pages.careful_kind(pages.host_of(one)) for one in addresses}
    return sorted(found - {""})
