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


class Organisation(models.Model):
    """A body with its name, its place in the tree and the days between which it exists.

    Name, abbreviation and parent are those of today, or of its last day; earlier ones stand in
    `FormerName` and `FormerParent`. `place_code` is the number that the statistical office gives
    the province (two digits) or the commune (five) whose authority this is.
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
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    joining = {"parent": MOVES, "merged_into": MOVES}

    objects = NotMerged()
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
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name
