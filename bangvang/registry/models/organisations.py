"""Organisations: what nominates, what people work in, what the council stands at."""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.models.joining import MOVES, NotMerged, Whole


class OrganisationKind(models.TextChoices):
    """What an organisation is; the words are those of the office."""

    PROVINCE = "PROVINCE", "tỉnh"
    DEPARTMENT = "DEPARTMENT", "sở, ban, ngành"
    DISTRICT = "DISTRICT", "huyện, thị xã, thành phố"
    COMMUNE = "COMMUNE", "xã, phường, thị trấn"
    ASSOCIATION = "ASSOCIATION", "đoàn thể, hội"
    ENTERPRISE = "ENTERPRISE", "doanh nghiệp"
    SUB_UNIT = "SUB_UNIT", "đơn vị trực thuộc"
    HOUSEHOLD = "HOUSEHOLD", "hộ gia đình"
    FOREIGN = "FOREIGN", "tập thể người nước ngoài"
    COUNTRY = "COUNTRY", "nước"


APART = (OrganisationKind.HOUSEHOLD, OrganisationKind.FOREIGN, OrganisationKind.COUNTRY)
"""What can hold an award, or say where a holder is from, and is no body of the tree."""


class Standing(NotMerged["Organisation"]):
    """What stands: neither merged nor withdrawn with the import that brought it."""

    def get_queryset(self) -> "models.QuerySet[Organisation]":
        """Return what was not taken out."""
        return super().get_queryset().filter(withdrawn_at__isnull=True)


class Bodies(Standing):
    """The bodies that stand: no household, no foreign collective, no country."""

    def get_queryset(self) -> "models.QuerySet[Organisation]":
        """Return the bodies of the tree."""
        return super().get_queryset().exclude(kind__in=APART)


class Organisation(models.Model):
    """A body with its name, its place in the tree and the days between which it exists.

    Name, abbreviation and parent are those of today, or of its last day; earlier ones stand in
    `FormerName` and `FormerParent`. `place_code` is the number that the statistical office gives
    the province (two digits) or the commune (five) whose authority this is.

    A household stands under its commune, a foreign collective under its country, a country under
    nothing. They are no bodies of the tree: `objects` leaves them out, `with_apart` finds them; no
    event happens to them, and `since` is the day on which the register first heard of them.

    What came with an import that was undone, and on which nothing rests, is `withdrawn_at` then:
    only `with_merged` finds it.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    name = models.CharField(max_length=300)
    name_fold = models.CharField(max_length=300, db_index=True)
    sort_key = models.CharField(max_length=600)
    abbreviation = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=12, choices=OrganisationKind.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    since = models.DateField()
    until = models.DateField(null=True)
    place_code = models.CharField(max_length=5, blank=True)
    version = models.IntegerField(default=1)
    withdrawn_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    joining = {"parent": MOVES, "merged_into": MOVES}

    objects = Bodies()
    with_apart = Standing()
    with_merged = Whole()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place_code"],
                condition=Q(until__isnull=True) & ~Q(place_code=""),
                name="one_open_organisation_a_place",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="organisation_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=("HOUSEHOLD", "FOREIGN")) | Q(parent__isnull=False),
                name="recipient_apart_is_from_somewhere",
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    @property
    def is_apart(self) -> bool:
        """Whether it is no body of the tree."""
        return self.kind in APART
