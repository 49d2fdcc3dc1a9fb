"""Make what a row of an agency's list becomes, and let one wait again; shared by its actions."""

from datetime import datetime

from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.intake.agency_list_words import day_of
from bangvang.registry.intake.agency_settling import holder_of, settle_listed
from bangvang.registry.models import (
    Bar,
    BarSource,
    ListedRow,
    ListedState,
    Notice,
    Person,
)
from bangvang.registry.permissions import BarSaid
from bangvang.registry.permissions.agency_lists import (
    NOT_A_MATCH,
    NoticeSaid,
    objection_to_holder,
    objection_to_notice,
)
from bangvang.registry.selectors.holders import holder_named

LISTS_TURN = 4_170_031
"""Rows are held against those of other lists, so lists are taken in and decided one by one."""

Becomes = BarSaid | NoticeSaid
"""What a row becomes once somebody confirmed it."""


def let_row_wait(row: ListedRow, denied: dict[str, str] | None = None) -> None:
    """Open a decided row again; with `denied` it no longer means whom it meant."""
    row.decided_why = row.decided_by_ref = row.decided_by_name = ""
    row.decided_at = None
    row.denied = [*row.denied, denied] if denied else row.denied
    row.state = ListedState.UNKNOWN
    settle_listed([row])
    row.version += 1
    row.save()


def denial(key: str, reason: str, actor: Actor, at: datetime) -> dict[str, str]:
    """Return as it is kept that somebody said a row does not mean a holder."""
    return {"key": key, "reason": reason, "by": actor.name, "at": at.isoformat()}


def become(row: ListedRow, key: str, becomes: Becomes, *, actor: Actor, at: datetime) -> None:
    """Record what the row says of the holder: a bar as `record_bar` does it, or a notice.

    Raises:
        Unseen: there is no such person or organisation.
        Refused: somebody said that the row does not mean this holder, or see `record_bar`.
    """
    kind, ref = holder_of(key) or (None, "")
    refuse_if(NOT_A_MATCH if kind is None else objection_to_holder(row, key))
    if kind is None:  # pragma: no cover  # for the type checker
        raise Unseen
    if isinstance(becomes, BarSaid):
        bar_ref = record_bar(ref, becomes, of=kind, actor=actor, at=at)
        BarSource.objects.create(bar=Bar.objects.get(ref=bar_ref), row=row)
    holder = holder_named(kind, ref, lock=True)
    row.person = holder if isinstance(holder, Person) else None
    row.organisation = None if isinstance(holder, Person) else holder
    if isinstance(becomes, NoticeSaid):
        refuse_if(objection_to_notice(becomes, on=localtime(at).date()))
        agency_list, said = row.agency_list, row.said
        notice = Notice.objects.create(
            person=row.person,
            organisation=row.organisation,
            row=row,
            topic=agency_list.topic,
            matter=becomes.matter,
            about_on=becomes.about_on,
            paper_no=becomes.paper_no or said["paper_no"] or agency_list.paper_no,
            paper_on=becomes.paper_on or day_of(said["paper_on"]) or agency_list.paper_on,
            paper_by=becomes.paper_by or said["paper_by"] or agency_list.agency,
            recorded_by_ref=actor.account_ref,
            recorded_by_name=actor.name,
            recorded_at=at,
        )
        record(
            actor=actor,
            at=at,
            verb="record_notice",
            subject=("notice", notice.ref),
            said="Ghi một lưu ý khi xét theo danh sách do cơ quan khác gửi.",
        )
    row.state, row.candidates, row.why = ListedState.CONFIRMED, [], ""
    row.decided_by_ref, row.decided_by_name = actor.account_ref, actor.name
    row.decided_at = at
    row.version += 1
    row.save()
