"""What stands in the register of bodies, told beside the files of their people."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from bangvang.foundation.actor import Actor
from bangvang.registry.models import Bar, ListTopic, Notice
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.states import BAR_NAMES, BarKind


@dataclass(frozen=True)
class ToldOfBody:
    """One notice, or one bar in force, of a body; `about_on` is its own day where it is known."""

    body_ref: str
    body_name: str
    title: str
    matter: str
    about_on: date | None
    paper_by: str
    paper_no: str
    paper_on: date


def told_of_bodies(actor: Actor, refs: Collection[str], *, on: date) -> tuple[ToldOfBody, ...]:
    """Return what stands of these bodies on a day: bars, then notices, each by its day.

    Nothing for whoever reads no bars. Two queries.
    """
    wanted = {ref for ref in refs if ref}
    if not wanted or not may_read_bars(actor):
        return ()
    mine = {"organisation__ref__in": wanted, "withdrawn_at__isnull": True}
    goes_on = (Q(until__isnull=True) | Q(until__gt=on)) & (
        Q(lifted_on__isnull=True) | Q(lifted_on__gt=on)
    )
    bars = Bar.objects.filter(goes_on, **mine, since__lte=on).order_by("since", "pk")
    notices = Notice.objects.filter(**mine).order_by(F("about_on").asc(nulls_last=True), "pk")
    said = ("organisation__ref", "organisation__name")
    paper = ("paper_by", "paper_no", "paper_on")
    return (
        *(
            ToldOfBody(ref, name, BAR_NAMES[BarKind(kind)], note, since, *rest)
            for ref, name, kind, note, since, *rest in bars.values_list(
                *said, "kind", "note", "since", *paper
            )
        ),
        *(
            ToldOfBody(ref, name, str(ListTopic(topic).label), *rest)
            for ref, name, topic, *rest in notices.values_list(
                *said, "topic", "matter", "about_on", *paper
            )
        ),
    )
