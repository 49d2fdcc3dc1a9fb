"""Lists on their way: from the unit's spreadsheet to the receipt, by the unit's own people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast
from zlib import crc32

from bangvang.foundation.actor import Actor
from bangvang.nominations.actions.attach_paper import attach_paper
from bangvang.nominations.actions.choose_person import choose_person
from bangvang.nominations.actions.hand_to_head import hand_to_head
from bangvang.nominations.actions.keep_upload import keep_upload
from bangvang.nominations.actions.save_drafts import save_drafts
from bangvang.nominations.actions.send_up import send_up
from bangvang.nominations.actions.submit_batch import submit_batch
from bangvang.nominations.intake.preview import preview_of
from bangvang.nominations.selectors.batches import batch_page, upload_for
from bangvang.nominations.selectors.nominations import NominationRow, nominations_for
from bangvang.nominations.states import PaperKind
from demo.papers import consideration, submission
from demo.people import Someone, everybody
from demo.places import Place, Places
from demo.sheets import FORMS, HOUSEHOLDS, Line, UnitList, households
from demo.tables import records

NEWCOMERS = {
    "Cứ Thị Ô Hoa": Someone(
        "Cứ Thị Ô Hoa", "F", date(1990, 4, 20), "sp.vh", "Nhân viên thư viện", "", "099000000900"
    ),
    **{
        one.name: one
        for one in (
            Someone("Giàng Thị Phấn Trắng", "F", date(1987, 3, 8), "xbx.th", "Giáo viên", "", ""),
            Someone("Chảo A Bút Mới", "M", date(1991, 10, 2), "xbx.th", "Giáo viên", "", ""),
            Someone("Sùng Thị Đèn Lồng", "F", date(1989, 1, 17), "xbx.mn", "Giáo viên", "", ""),
            Someone("Lừu Thị Chăn Bông", "F", date(1993, 6, 25), "xbx.mn", "Giáo viên", "", ""),
        )
    },
}
"""People of the lists whom the register does not know yet."""


@dataclass(frozen=True)
class ListPlan:
    """A list of the table: who sends it, in which form, with which rows."""

    key: str
    unit: str
    officer: str
    head: str
    file: str
    form: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Hands:
    """The unit's two people, and the unit."""

    officer: Actor
    head: Actor
    unit: Place


def list_plans() -> Mapping[str, ListPlan]:
    """Return the lists by key."""
    return {key: _plan(key, fields) for key, fields in records("lists").items()}


def _plan(key: str, fields: object) -> ListPlan:
    written = cast(dict[str, str], fields)
    rows = cast(list[list[str]], written["rows"])
    return ListPlan(
        key=key,
        unit=written["unit"],
        officer=written["officer"],
        head=written["head"],
        file=written["file"],
        form=written["form"],
        rows=tuple((name, award, achievement) for name, award, achievement in rows),
    )


def prepare(
    plan: ListPlan,
    hands: Hands,
    known: Mapping[str, str],
    places: Places,
    round_: tuple[str, int],
    *,
    at: datetime,
) -> str:
    """Upload the spreadsheet, choose between namesakes, save the drafts; return the list.

    Args:
        plan: the list.
        hands: who does it.
        known: references of the register's people by key.
        places: all organisations.
        round_: the round's reference and achievement year.
        at: when the file is uploaded; the rest follows within the hour.
    """
    people = {someone.name: someone for someone in (*reversed(everybody()), *NEWCOMERS.values())}
    upload = keep_upload(
        _file(plan, hands, people, places, round_[1], at.date()),
        original_name=plan.file,
        round_ref=round_[0],
        award_code="",
        actor=hands.officer,
        at=at,
    )
    for row in preview_of(upload_for(hands.officer, upload)).rows:
        if row.candidates:
            meant = people[row.written.name]
            choose_person(
                upload, row.row, known[meant.key], actor=hands.officer, at=at + timedelta(minutes=9)
            )
    return save_drafts(
        upload, leave_out_bad=False, actor=hands.officer, at=at + timedelta(minutes=20)
    )


def attach_signed_papers(batch: str, plan: ListPlan, hands: Hands, *, at: datetime) -> None:
    """Attach tờ trình and biên bản bình xét, both signed the day before."""
    signed_on = at.date() - timedelta(days=1)
    number = 20 + crc32(plan.key.encode()) % 90
    count = len(plan.rows)
    attach_paper(
        batch,
        PaperKind.TO_TRINH,
        submission(
            hands.unit.name,
            hands.head.name,
            number=number,
            symbol=hands.unit.abbreviation,
            on=signed_on,
            people=count,
        ),
        original_name=f"to-trinh-{number}.pdf",
        actor=hands.officer,
        at=at,
    )
    attach_paper(
        batch,
        PaperKind.BIEN_BAN_BINH_XET,
        consideration(hands.unit.name, hands.head.name, on=signed_on, people=count),
        original_name="bien-ban-binh-xet.pdf",
        actor=hands.officer,
        at=at + timedelta(minutes=4),
    )


def hand_over(batch: str, hands: Hands, *, at: datetime) -> None:
    """Give the draft to the head."""
    version = batch_page(hands.officer, batch).version
    hand_to_head(batch, version=version, actor=hands.officer, at=at)


def hand_in(batch: str, hands: Hands, *, at: datetime) -> str:
    """Let the head hand the list in; return the receipt's number."""
    version = batch_page(hands.head, batch).version
    return submit_batch(batch, version=version, actor=hands.head, at=at)


def hand_up(batch: str, hands: Hands, *, at: datetime) -> str:
    """Let the head hand the list in to the superior; return its name."""
    version = batch_page(hands.head, batch).version
    return send_up(batch, version=version, actor=hands.head, at=at)


def rows_by_name(actor: Actor, batch: str) -> Mapping[str, NominationRow]:
    """Return the rows of a list by name, as they are now."""
    return {row.name: row for row in nominations_for(actor, batch_ref=batch)}


def _file(
    plan: ListPlan,
    hands: Hands,
    people: Mapping[str, Someone],
    places: Places,
    year: int,
    on: date,
) -> bytes:
    if plan.form == HOUSEHOLDS:
        return households(hands.unit.name, plan.rows, on)
    lines = [
        Line(
            name=someone.name,
            sex=someone.sex,
            birth_on=someone.birth_on,
            identity_number=someone.identity_number,
            position=someone.position,
            unit=places[someone.unit].name,
            award_code=award,
            achievement=achievement,
        )
        for someone, award, achievement in (
            (people[name], award, achievement) for name, award, achievement in plan.rows
        )
    ]
    return FORMS[plan.form](UnitList(hands.unit.name, year, on, lines))
