"""What happened to bodies: events by decision, the names and parents of earlier times.

`Organisation` says what holds today. These tables say what held before, and which event changed
it. A row of an event that was withdrawn stays and counts for nothing.
"""

from django.db import models
from django.db.models import F, Q

from bangvang.foundation.ref import new_ref
from bangvang.registry.models.joining import MOVES, Joining, Way
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.people import Person
from bangvang.registry.states import BODY_EVENT_NAMES, BodyEventKind, BodyPart

IN_ONE_EVENT = "Một sự kiện của tổ chức nêu cả hai bản ghi nên không gộp được."


class BodyEvent(models.Model):
    """One event that holds from the day `on`, with the decision it stands on.

    `done_at` is None while the end of a body waits for its second person. `new_bodies` are those
    that come into being with it: a list of `{"name", "abbreviation"}`.
    """

    ref = models.CharField(max_length=20, unique=True, default=new_ref)
    kind = models.CharField(
        max_length=10, choices=[(k.value, name) for k, name in BODY_EVENT_NAMES.items()]
    )
    on = models.DateField()
    decision_no = models.CharField(max_length=60)
    decided_on = models.DateField()
    issued_by = models.CharField(max_length=300)
    note = models.TextField(blank=True)
    new_bodies = models.JSONField(default=list)
    recorded_by_ref = models.CharField(max_length=20)
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    done_by_ref = models.CharField(max_length=20, blank=True)
    done_by_name = models.CharField(max_length=200, blank=True)
    done_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)
    withdrawn_by_ref = models.CharField(max_length=20, blank=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(decision_no="") & ~Q(issued_by=""),
                name="body_event_stands_on_a_decision",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="body_event_is_withdrawn_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in BodyEventKind]),
                name="body_event_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        """Return the reference."""
        return self.ref


class EventBody(models.Model):
    """A body that an event touches; the ended ones are succeeded by the heirs.

    `is_new`: it came into being with the event. `was_over`: its last day was known before.
    """

    event = models.ForeignKey(BodyEvent, models.PROTECT, related_name="bodies")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    part = models.CharField(max_length=8, choices=[(p.value, p.value) for p in BodyPart])
    is_new = models.BooleanField(default=False)
    was_over = models.BooleanField(default=False)

    joining = {"organisation": Joining(Way.MOVE, clash=IN_ONE_EVENT)}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "organisation"], name="body_once_in_an_event"),
        ]

    def __str__(self) -> str:
        """Return the part."""
        return self.part


class FormerName(models.Model):
    """A name that a body bore on `[since, until)`, until the event gave it another."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="former_names")
    name = models.CharField(max_length=300)
    name_fold = models.CharField(max_length=300, db_index=True)
    abbreviation = models.CharField(max_length=40, blank=True)
    since = models.DateField()
    until = models.DateField()
    event = models.ForeignKey(BodyEvent, models.PROTECT, related_name="+")

    joining = {"organisation": Joining(Way.MOVE, clash=IN_ONE_EVENT)}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="former_name_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["event", "organisation"], name="one_former_name_an_event"
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class FormerParent(models.Model):
    """What a body belonged to on `[since, until)`; None when it stood alone."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    parent = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    since = models.DateField()
    until = models.DateField()
    event = models.ForeignKey(BodyEvent, models.PROTECT, related_name="+")

    joining = {"organisation": Joining(Way.MOVE, clash=IN_ONE_EVENT), "parent": MOVES}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="former_parent_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["event", "organisation"], name="one_former_parent_an_event"
            ),
        ]

    def __str__(self) -> str:
        """Return the days."""
        return f"{self.since} {self.until}"


class PersonMoved(models.Model):
    """Somebody whom the end of a body took to its one heir, and from where."""

    event = models.ForeignKey(BodyEvent, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    came_from = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    joining = {"person": Joining(Way.FILL, ("event",)), "came_from": MOVES}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="person_moved_once_an_event"),
        ]

    def __str__(self) -> str:
        """Return the number of the person; a log tells nobody anything."""
        return str(self.person_id)
