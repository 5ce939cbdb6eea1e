"""Platforms, notices to them, what they answered, what was seen later, sealed evidence."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marsad.desk.cases.models import Case
from marsad.desk.entities.named import Named
from marsad.desk.partners.models import LANGUAGES
from marsad.desk.posts.models import Post
from marsad.desk.safeguards.models import Marked, MarkedRows, Person


class Route(models.TextChoices):
    """How a platform takes notices."""

    LETTER = "letter", _("by e-mail")
    API = "api", _("by its programming interface")
    FILE = "file", _("as a file that a person hands over")


class Platform(Named):
    """A host of posts: where its notices go, in which language, and how it keeps its word."""

    # As streams name it: telegram, x.
    code = models.SlugField(_("code"), max_length=40, unique=True)
    # Hosts whose addresses are its own, so that no notice goes to somebody else.
    hosts = models.JSONField(_("hosts"), default=list)
    route = models.CharField(_("route"), max_length=6, choices=Route.choices)
    address = models.CharField(_("where notices go"), max_length=300, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=LANGUAGES)
    # Its own rule that such content breaks, which a notice may name.
    terms = models.TextField(_("its rule on such content"), blank=True)
    opened_at = models.DateTimeField(default=timezone.now)
    # Nothing is sent while our own notices to it were too often wrong.
    paused_at = models.DateTimeField(null=True, blank=True)
    paused_because = models.CharField(max_length=300, blank=True)
    # What was answered before a director looked counts no more against us.
    resumed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("platform")
        verbose_name_plural = _("platforms")
        ordering = ["code"]

    def _unnamed(self) -> str:
        return self.code


class Fate(models.TextChoices):
    """What became of a notice on its way."""

    WAITING = "waiting", _("waits to be sent")
    # A worker has it in hand; one that died may have sent it or not.
    SENDING = "sending", pgettext_lazy("notice", "being sent")
    SENT = "sent", pgettext_lazy("notice", "sent")
    FAILED = "failed", _("did not get through")
    # It was handed over and no answer came: nobody knows.
    UNSURE = "unsure", _("not known whether it was sent")
    WITHDRAWN = "withdrawn", pgettext_lazy("notice", "withdrawn")


class Category(models.TextChoices):
    """What of Reg. (EU) 2021/784, art. 2(7), the cell believes a post to be."""

    INCITES = "incites", _("incites to a terrorist offence, or glorifies one")
    SOLICITS = "solicits", _("solicits somebody to commit one or to take part")
    RECRUITS = "recruits", _("solicits somebody to take part in a terrorist group")
    INSTRUCTS = "instructs", _("instructs in making or using weapons for one")
    THREATENS = "threatens", _("threatens to commit one")
    TERMS = "terms", _("against the platform's own rules only")


class Referral(Marked):
    """A notice to a platform for its own voluntary assessment; sent once."""

    number = models.CharField(_("number"), max_length=20, unique=True)
    case = models.ForeignKey(Case, models.PROTECT, related_name="referrals")
    # The round of readings that it rests on.
    round = models.PositiveSmallIntegerField()
    platform = models.ForeignKey(Platform, models.PROTECT, related_name="referrals")
    language = models.CharField(max_length=2, choices=LANGUAGES)
    route = models.CharField(max_length=6, choices=Route.choices)
    category = models.CharField(
        _("category"), max_length=9, choices=Category.choices, default=Category.TERMS
    )
    # Why the cell believes so, in the platform's language, for who reads it there.
    description = models.TextField(_("explanation"), blank=True)
    # Why an address of an archive, a university, a parliament or a paper is meant.
    sure_because = models.TextField(blank=True)
    # The notice as it went out, with places where the sealed addresses stood.
    notice = models.TextField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    because = models.TextField()
    fate = models.CharField(max_length=9, choices=Fate.choices, default=Fate.WAITING)
    sent_at = models.DateTimeField(null=True, blank=True)
    # What the platform's mail server or its interface said.
    said = models.CharField(max_length=500, blank=True)
    withdrawn_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)

    objects = MarkedRows.as_manager()

    class Meta:
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        ordering = ["-id"]
        constraints = [
            # Never repeated: who wants to write again opens the case anew.
            models.UniqueConstraint(
                fields=["case", "round", "platform"],
                name="one_notice_a_case_and_platform",
            )
        ]

    def __str__(self) -> str:
        return self.number


class ReferredPost(models.Model):
    """A post that a notice names; its address is sealed here, and stood in the notice."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="posts")
    post = models.ForeignKey(Post, models.PROTECT, related_name="referred")
    place = models.PositiveSmallIntegerField()
    sealed = models.BinaryField(null=True, blank=True)
    key = models.CharField(max_length=12, blank=True)
    # The keyed hash of its address: who appeals finds the notice by it, also when the
    # post itself is purged by then.
    address_mark = models.CharField(max_length=26, blank=True, db_index=True)

    class Meta:
        ordering = ["place"]
        verbose_name = _("referred post")
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "post"], name="one_row_a_referred_post"
            )
        ]

    def __str__(self) -> str:
        return f"{self.referral}: {self.place}"


class Sending(models.Model):
    """One carrying of a notice, or of its withdrawal; a second one only by a person's word."""

    class What(models.TextChoices):
        """What is carried."""

        NOTICE = "notice", _("notice")
        WITHDRAWAL = "withdrawal", _("withdrawal")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="sendings")
    what = models.CharField(max_length=10, choices=What.choices)
    route = models.CharField(max_length=6, choices=Route.choices)
    fate = models.CharField(max_length=9, choices=Fate.choices, default=Fate.WAITING)
    # The letter's own secret number; an answer to it names it.
    message_id = models.CharField(max_length=120, unique=True)
    let_go_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    let_go_at = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    said = models.CharField(max_length=500, blank=True)
    # SHA-256 of the notice with its addresses, as it left.
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("sending")
        verbose_name_plural = _("sendings")
        ordering = ["id"]
        constraints = [
            # Whatever two people do at once, one letter is under way.
            models.UniqueConstraint(
                fields=["referral", "what"],
                condition=models.Q(fate__in=("waiting", "sending")),
                name="one_sending_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.referral}: {self.get_what_display()}"


class Reply(models.Model):
    """What a platform answered, in the words of the DSA's own database of statements."""

    class What(models.TextChoices):
        """What a platform says it did."""

        RECEIVED = "received", _("received")
        REMOVED = "removed", _("removed")
        DISABLED = "disabled", _("access disabled")
        DEMOTED = "demoted", _("shown less")
        RESTRICTED = "restricted", _("restricted by age or interaction")
        LABELLED = "labelled", _("labelled")
        REFUSED = "refused", pgettext_lazy("notice", "refused")
        ASKED = "asked", _("asks for more")
        RESTORED = "restored", _("restored")

    class Ground(models.TextChoices):
        """The ground that it names."""

        UNNAMED = "", _("names none")
        ILLEGAL = "illegal", _("illegal content")
        TERMS = "terms", _("against its terms")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="replies")
    what = models.CharField(_("what it says"), max_length=10, choices=What.choices)
    ground = models.CharField(
        _("ground"), max_length=7, choices=Ground.choices, blank=True
    )
    words = models.TextField(_("its words"), blank=True)
    # When the platform answered, and when it was written down here.
    at = models.DateTimeField(_("answered"))
    noted_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.referral}: {self.get_what_display()}"


class Check(models.Model):
    """That a person or a configured checker looked whether a post is still public."""

    class Seen(models.TextChoices):
        """What was seen."""

        PUBLIC = "public", _("still public")
        GONE = "gone", _("gone")
        RESTRICTED = "restricted", _("restricted")
        UNCLEAR = "unclear", _("cannot be told")

    referred = models.ForeignKey(ReferredPost, models.PROTECT, related_name="checks")
    seen = models.CharField(_("what was seen"), max_length=10, choices=Seen.choices)
    at = models.DateTimeField(default=timezone.now)
    # A person's name, or a checker's as the settings name it.
    by = models.CharField(max_length=130)

    class Meta:
        verbose_name = _("check")
        verbose_name_plural = _("checks")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.referred}: {self.get_seen_display()}"


class Sealing(models.Model):
    """The evidence of a case in one file, sealed by its hash and, where one is set, stamped."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="sealings")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    # For whom or for what it is kept; and until when the law lets us.
    because = models.TextField()
    keep_until = models.DateField()
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    # The authority's own time, if one stamped it.
    stamped_at = models.DateTimeField(null=True, blank=True)
    authority = models.CharField(max_length=300, blank=True)
    # The key of its file, sealed under the keys of accounts; without it the file is noise.
    sealed = models.BinaryField(null=True, blank=True)
    key = models.CharField(max_length=12, blank=True)
    # Its file is taken away when its time is over; the row says that it was.
    gone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("sealed evidence")
        verbose_name_plural = _("sealed evidence")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.case}: {self.sha256[:12]}"


class CustodyLine(models.Model):
    """A line of the custody of sealed evidence: who had it, when, and what for."""

    sealing = models.ForeignKey(Sealing, models.PROTECT, related_name="custody")
    at = models.DateTimeField(default=timezone.now)
    by = models.CharField(max_length=130)
    what = models.CharField(max_length=40)
    because = models.TextField(blank=True)

    class Meta:
        verbose_name = _("line of custody")
        verbose_name_plural = _("lines of custody")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.sealing}: {self.what}"
