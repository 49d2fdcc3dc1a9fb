"""Bars: periods in which an award must not be given, or from which years count anew."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.models.holders import HeldByEither, one_holder
from bangvang.registry.models.joining import Joining, NotSetAside, Way, Whole
from bangvang.registry.states import BAR_NAMES, LEVEL_NAMES, BarKind


class Bar(HeldByEither):
    """One bar on `[since, until)`, with the paper it stands on; sensitive.

    `until` is the end that the paper itself names, None while nobody knows it; `lifted_on` the day
    from which a later paper ends it. Nothing is deleted: what was entered wrongly is withdrawn
    with a reason and stays in view of those who may read it. The audit record names a bar by its
    reference only, and so does everything that may be logged.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    kind = models.CharField(max_length=12, choices=[(k.value, n) for k, n in BAR_NAMES.items()])
    level = models.CharField(
        max_length=14, blank=True, choices=[(level.value, n) for level, n in LEVEL_NAMES.items()]
    )
    since = models.DateField()
    until = models.DateField(null=True)
    paper_no = models.CharField(max_length=60)
    paper_on = models.DateField()
    paper_by = models.CharField(max_length=300)
    note = models.TextField(blank=True)
    recorded_by_ref = models.CharField(max_length=20)
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    lifted_on = models.DateField(null=True)
    result_no = models.CharField(max_length=60, blank=True)
    result_on = models.DateField(null=True)
    result_by = models.CharField(max_length=300, blank=True)
    result_note = models.TextField(blank=True)
    lifted_by_ref = models.CharField(max_length=20, blank=True)
    lifted_by_name = models.CharField(max_length=200, blank=True)
    lifted_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)
    withdrawn_by_ref = models.CharField(max_length=20, blank=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)
    set_aside = models.BooleanField(default=False, db_default=False)

    joining = {
        "person": Joining(Way.ONCE, ("kind", "since", "paper_no", "withdrawn_at")),
        "organisation": Joining(Way.ONCE, ("kind", "since", "paper_no", "withdrawn_at")),
    }

    objects = NotSetAside()
    with_set_aside = Whole()

    class Meta:
        constraints = [
            one_holder("bar_has_one_holder"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="bar_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(lifted_on__isnull=True, lifted_at__isnull=True, result_no="")
                | (Q(lifted_on__gt=F("since"), lifted_at__isnull=False) & ~Q(result_no="")),
                name="bar_is_lifted_by_a_paper",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="bar_is_withdrawn_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(level="") | Q(kind=BarKind.DISCIPLINED),
                name="only_a_discipline_has_a_level",
            ),
            models.CheckConstraint(
                condition=~Q(kind=BarKind.DISCIPLINED, person__isnull=False, level=""),
                name="discipline_of_a_person_has_a_level",
            ),
            models.CheckConstraint(condition=~Q(paper_no=""), name="bar_stands_on_a_paper"),
            models.UniqueConstraint(
                fields=["person", "kind", "since", "paper_no"],
                condition=Q(withdrawn_at__isnull=True),
                name="bar_of_a_person_once",
            ),
            models.UniqueConstraint(
                fields=["organisation", "kind", "since", "paper_no"],
                condition=Q(withdrawn_at__isnull=True),
                name="bar_of_an_organisation_once",
            ),
        ]

    def __str__(self) -> str:
        """Return the reference; a log that prints it tells nobody anything."""
        return self.ref

    @property
    def ended_on(self) -> date | None:
        """The first day on which it no longer bars, None while it is open."""
        ends = [day for day in (self.until, self.lifted_on) if day is not None]
        return min(ends) if ends else None
