"""People, where they are signed in, the keys of their programs, and the audit trail."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from marsad.desk.safeguards import usernames
from marsad.desk.safeguards.groups import NEEDS_SECOND_FACTOR, RIGHTS, Group
from marsad.marking import Marking

# Stricter markings are greater, so a clearance is the greatest marking one may read.
MARKINGS = [(int(one), str(one)) for one in Marking]


class Marked(models.Model):
    """A row that carries a TLP marking, and is seen by nobody below it."""

    marking = models.PositiveSmallIntegerField(
        _("marking"), choices=MARKINGS, default=int(Marking.GREEN)
    )

    class Meta:
        abstract = True


class MarkedRows(models.QuerySet[Any]):
    """Rows that carry a marking; the one place where it is compared with a reader."""

    def visible_to(self, person: "Person") -> Self:
        """Keep what this person's clearance lets them see; nothing for a closed account."""
        if not person.is_active:
            return self.none()
        return self.filter(marking__lte=person.clearance)


class People(BaseUserManager["Person"]):
    """All who have or had an account."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find an account whatever the case of the letters it is written in."""
        return self.get(username=usernames.plain(username))


class Person(AbstractBaseUser):
    """A named account: who it is, in which groups, and how much they may read."""

    username = models.CharField(_("user name"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=120)
    clearance = models.PositiveSmallIntegerField(
        _("clearance"), choices=MARKINGS, default=int(Marking.GREEN)
    )
    is_active = models.BooleanField(_("open"), default=True)
    # Made by the demonstration: the site says so wherever the name stands.
    is_demonstration = models.BooleanField(default=False)
    language = models.CharField(
        _("language"),
        max_length=2,
        blank=True,
        choices=[("ar", "العربية"), ("en", "English"), ("fr", "Français")],
    )
    numerals = models.CharField(
        _("numerals"),
        max_length=6,
        default="latin",
        choices=[("latin", "0123"), ("arabic", "٠١٢٣")],
    )
    # A first password was seen by who made it: its owner sets another before all else.
    must_change_password = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)
    seen_overnight_at = models.DateTimeField(null=True, blank=True)
    # Django's own groups, which the editor of briefs asks every account for. Nobody is
    # in any, and no right is read from them: rights stand in safeguards/groups.py.
    groups = models.ManyToManyField(
        "auth.Group", related_name="user_set", related_query_name="user", blank=True
    )

    objects = People()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.name or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the user name in its one form."""
        self.username = usernames.plain(self.username)
        super().save(*args, **kwargs)

    @property
    def tlp(self) -> Marking:
        """The strictest marking that this person may read."""
        return Marking(self.clearance)

    @property
    def in_groups(self) -> frozenset[Group]:
        """The groups that this person is in."""
        if not hasattr(self, "_groups"):
            self._groups = frozenset(Group(one.group) for one in self.places.all())
        return self._groups

    def forget_groups(self) -> None:
        """Read the groups anew after they were changed."""
        self.__dict__.pop("_groups", None)
        getattr(self, "_prefetched_objects_cache", {}).pop("places", None)

    # No account has an address of mail; the editor asks for one before it sends a letter.
    email = ""
    # Rights of the editor of briefs, while one of its pages is answered; else none.
    opened: frozenset[str] = frozenset()
    is_superuser = False

    def has_perm(self, right: str, _of: object = None) -> bool:
        """Whether the editor's door opened this to the person who stands in it."""
        return self.is_active and right in self.opened

    def has_perms(self, rights: Iterable[str], of: object = None) -> bool:
        """Whether the editor's door opened all of these."""
        return all(self.has_perm(right, of) for right in rights)

    def get_full_name(self) -> str:
        """The name, as the editor asks for it."""
        return self.name

    def may(self, right: str) -> bool:
        """Whether one of this person's groups has a right; raises KeyError if unknown."""
        return self.is_active and bool(RIGHTS[right] & self.in_groups)

    @property
    def must_prove_twice(self) -> bool:
        """Whether this person's groups ask for a second factor."""
        return bool(self.in_groups & NEEDS_SECOND_FACTOR)


class Place(models.Model):
    """A person's place in a group."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="places")
    group = models.CharField(_("group"), max_length=12, choices=Group.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "group"], name="one_place_a_group"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_group_display()}"


class SignIn(models.Model):
    """A browser in which a person is signed in."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sign_ins")
    # A hash: who reads the table cannot take the session over.
    session_hash = models.CharField(max_length=64, unique=True)
    browser = models.CharField(max_length=200, blank=True)
    since = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-seen_at"]

    def __str__(self) -> str:
        return f"{self.person}, {self.since:%Y-%m-%d %H:%M}"


class Token(models.Model):
    """The key of a person's program: what it may ask, and until when."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    name = models.CharField(_("name"), max_length=80)
    # Of the secret only a hash is kept; its first letters help to tell keys apart.
    beginning = models.CharField(max_length=12)
    secret_hash = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    issued_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-issued_at"]

    def __str__(self) -> str:
        return self.name

    def is_good(self, at: datetime) -> bool:
        """Whether the key opens anything at this moment."""
        return (
            self.revoked_at is None and at < self.expires_at and self.person.is_active
        )


class AuditRecord(models.Model):
    """One line of the trail: who did what to what, when and why, chained by hashes."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    act = models.CharField(max_length=60)
    outcome = models.CharField(
        max_length=7, choices=[("done", _("done")), ("refused", _("refused"))]
    )
    # A person's name as it was then: the trail outlives accounts.
    by = models.CharField(max_length=130, db_index=True)
    person_id = models.BigIntegerField(null=True, blank=True)
    because = models.TextField()
    subject = models.CharField(max_length=80, blank=True)
    # Everything that the act touched, as "app.model:id"; followers of the trail read it.
    touched = models.JSONField(default=list)
    details = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        verbose_name = _("audit record")
        # One for each question that the page of the trail answers newest first.
        indexes = [
            models.Index(fields=["act", "-number"], name="trail_by_act"),
            models.Index(fields=["person_id", "-number"], name="trail_by_person"),
            models.Index(fields=["subject", "-number"], name="trail_by_subject"),
            models.Index(fields=["outcome", "-number"], name="trail_by_outcome"),
            models.Index(fields=["at", "number"], name="trail_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.act} {self.by}"


class Watermark(models.Model):
    """How far a follower of the trail has come."""

    follower = models.CharField(max_length=40, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.follower}: {self.number}"
