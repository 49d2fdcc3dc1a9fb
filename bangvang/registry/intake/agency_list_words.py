"""What a row of an agency's list becomes as list and row say it, before somebody changes that."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bangvang.foundation.objection import Objection, refuse_if
from bangvang.registry.models import AgencyList, ListTopic, RowMeaning
from bangvang.registry.permissions import BarSaid
from bangvang.registry.permissions.agency_lists import NoticeSaid
from bangvang.registry.states import BarKind, DisciplineLevel

SINCE_MISSING = Objection(
    "SINCE_MISSING", "chưa ghi từ ngày nào; mở dòng này để ghi rồi xác nhận riêng."
)


def becomes_of(agency_list: AgencyList, said: Mapping[str, Any]) -> BarSaid | NoticeSaid:
    """Return the notice or the bar that the row becomes if nobody says otherwise.

    Raises:
        Refused: a bar whose first day the row does not say.
    """
    if agency_list.meaning == RowMeaning.NOTICE:
        return NoticeSaid(matter_of(agency_list.topic, said), day_of(said["matter_on"]))
    since = day_of(said["matter_on"]) or day_of(said["paper_on"])
    refuse_if(None if since else SINCE_MISSING)
    kind = BarKind(agency_list.meaning)
    level = said["level"] if kind is BarKind.DISCIPLINED else ""
    return BarSaid(
        kind=kind,
        since=since or agency_list.paper_on,
        paper_no=said["paper_no"] or agency_list.paper_no,
        paper_on=day_of(said["paper_on"]) or agency_list.paper_on,
        paper_by=said["paper_by"] or agency_list.agency,
        level=DisciplineLevel(level) if level else None,
        note=matter_of(agency_list.topic, said),
    )


def matter_of(topic: str, said: Mapping[str, Any]) -> str:
    """Return the matter as the row says it, or what the list is about."""
    return said["matter"] or str(ListTopic(topic).label)


def day_of(iso: str) -> date | None:
    """Return a day as rows keep it, None where there is none."""
    return date.fromisoformat(iso) if iso else None
