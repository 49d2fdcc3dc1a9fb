"""What rests on amended rows, as both doors show it before anything is recorded."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from bangvang.appraisal.resting import Resting, amended, resting_on
from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Answer as LawAnswer
from bangvang.nominations.selectors.open_of import open_nominations_of
from bangvang.registry.permissions.amendments import Amending
from bangvang.registry.selectors.amended_rows import RowSeen
from bangvang.registry.selectors.holdings import PersonHistory, histories_without_bars
from bangvang.registry.selectors.own_people import readable_among
from bangvang.registry.states import HolderKind
from bangvang.web.amending.shown import Names
from bangvang.web.components.pieces import Column
from bangvang.web.records import called

REST_COLUMNS = (
    Column("Danh hiệu, hồ sơ", "name"),
    Column("Quyết định"),
    Column("Hiện nay", "mid"),
    Column("Sau thay đổi", "mid"),
)
ANSWERS = {
    LawAnswer.MET: "đạt",
    LawAnswer.NOT_MET: "không đạt",
    LawAnswer.FOR_A_PERSON: "cần người xem",
    None: "chưa đọc được quy định",
}
MOST_HOLDERS = 100
"""For how many holders of one decision it is computed what rests on their rows."""


@dataclass(frozen=True)
class RestShown:
    """Something that rests on an amended row."""

    name: str
    holder: str
    href: str
    decision: str
    before: str
    after: str
    is_changed: bool


def rest_shown(
    actor: Actor, rows: Sequence[RowSeen], amending: Amending, names: Names, *, on: date
) -> list[RestShown] | None:
    """Return what rests on these rows by the law; None where there are too many holders.

    A unit is told of the people whose records it may read, not of those who have left it.
    """
    holders: dict[tuple[HolderKind, str], list[RowSeen]] = {}
    for row in rows:
        holders.setdefault((row.of, row.holder_ref), []).append(row)
    if len(holders) > MOST_HOLDERS:
        return None
    readable = readable_among(actor, {ref for of, ref in holders if of is HolderKind.PERSON})
    holders = {
        (of, ref): mine
        for (of, ref), mine in holders.items()
        if of is not HolderKind.PERSON or ref in readable
    }
    histories = _histories(holders)
    found: list[RestShown] = []
    for (of, ref), mine in holders.items():
        before = histories[of].get(ref, PersonHistory())
        after = amended(before, mine, amending.kind, amending.said)
        dossiers = open_nominations_of(actor, ref, of)
        found += [
            rest_line(one, mine[0].holder_name, names)
            for one in resting_on(mine, before, after, dossiers, of=of, on=on)
        ]
    return found


def _histories(
    holders: Collection[tuple[HolderKind, str]],
) -> Mapping[HolderKind, Mapping[str, PersonHistory]]:
    return {
        of: histories_without_bars(of, [ref for kind, ref in holders if kind is of])
        for of in HolderKind
    }


def rest_line(one: Resting, holder: str, names: Names) -> RestShown:
    """Return one thing that rests on rows of the holder as a line of the table."""
    decision = f"số {one.decision_no}" if one.decision_no else ""
    if one.decided_on and decision:
        decision += f" ngày {say_date(one.decided_on)}"
    dossier = one.nomination_ref
    return RestShown(
        name=f"{called(one.code, one.decided_on)} năm {one.year}",
        holder=holder,
        href=reverse(names.nomination, args=[dossier]) if dossier else "",
        decision=decision or "hồ sơ đang xét",
        before=ANSWERS[one.before],
        after=_after(one),
        is_changed=one.is_changed,
    )


def _after(one: Resting) -> str:
    if one.is_changed or one.after is None:
        return ANSWERS[one.after]
    return "không đổi, có dùng dòng này"
