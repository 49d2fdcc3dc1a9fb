"""Why an actor may not record a unit's own decision or state a year whole, or nothing."""

from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import in_words
from bangvang.registry.models import (
    OwnDecision,
    YearStatement,
)
from bangvang.registry.permissions import NOT_OFFICE, OFFICE
from bangvang.registry.states import (
    OwnState,
)

FIRST_YEAR = 1945
OWN_NOT_YOUR_UNIT = Objection("NOT_YOUR_UNIT", "Quyết định của đơn vị khác.")
NOT_UNIT_OFFICER = Objection("NOT_UNIT_OFFICER", "Việc này của cán bộ đơn vị.")
NOT_UNIT_HEAD = Objection("NOT_UNIT_HEAD", "Chỉ thủ trưởng đơn vị được xác nhận.")
OWN_NOT_DRAFT = Objection("NOT_DRAFT", "Bản ghi này không còn đang lập nên không sửa được.")
OWN_NOT_WITH_HEAD = Objection("NOT_WITH_HEAD", "Bản ghi này không chờ thủ trưởng.")
OWN_NO_ROWS = Objection("NO_ROWS", "Chưa ghi ai; hãy chọn người hoặc tải phụ lục lên.")
OWN_SAME_PERSON = Objection(
    "SAME_PERSON", "Người lập không tự xác nhận; cần thủ trưởng là người khác xác nhận."
)
OWN_NO_REASON = Objection("NO_REASON", "Cần ghi lý do.")
YEAR_AHEAD = Objection("YEAR_AHEAD", "Năm này còn ở phía trước.")
YEAR_NOT_OVER = Objection("YEAR_NOT_OVER", "Năm này chưa hết nên chưa xác nhận đủ được.")
YEAR_UNREAL = Objection("YEAR_UNREAL", f"Năm phải từ {FIRST_YEAR}.")
NUMBER_MISSING = Objection("NUMBER_MISSING", "Cần ghi số, ký hiệu quyết định.")
SIGNER_MISSING = Objection("SIGNER_MISSING", "Cần ghi người ký quyết định.")
DECIDED_AHEAD = Objection("DECIDED_AHEAD", "Ngày quyết định còn ở phía trước.")
DECIDED_BEFORE_YEAR = Objection(
    "DECIDED_BEFORE_YEAR", "Ngày quyết định không thể trước năm thành tích."
)
STATED_ALREADY = Objection(
    "STATED_ALREADY", "Năm này đã được xác nhận đủ cho mọi người đang có trong sổ của đơn vị."
)
NOBODY_THERE = Objection("NOBODY_THERE", "Sổ chưa có ai của đơn vị nên chưa có gì để xác nhận.")
STATEMENT_WITHDRAWN = Objection("STATEMENT_WITHDRAWN", "Xác nhận này đã được rút.")


def _objection_to_whole_year(year: int, on: date) -> Objection | None:
    """Only a year that is over can be whole."""
    if year >= on.year:
        return YEAR_NOT_OVER
    return YEAR_UNREAL if year < FIRST_YEAR else None


def objection_to_beginning_own(actor: Actor, year: int, *, on: date) -> Objection | None:
    """An officer of a unit begins a record of this year or an earlier one."""
    if not actor.has(Role.UNIT_OFFICER):
        return NOT_UNIT_OFFICER
    if year > on.year:
        return YEAR_AHEAD
    return YEAR_UNREAL if year < FIRST_YEAR else None


def objection_to_changing_own(actor: Actor, own: OwnDecision) -> Objection | None:
    """An officer of the unit changes a draft."""
    if actor.organisation_ref != own.unit.ref:
        return OWN_NOT_YOUR_UNIT
    if not actor.has(Role.UNIT_OFFICER):
        return NOT_UNIT_OFFICER
    return None if own.state == OwnState.DRAFT else OWN_NOT_DRAFT


def objection_to_heading_own(actor: Actor, own: OwnDecision) -> Objection | None:
    """The head of the unit acts on what waits for the head, not on what they prepared."""
    if actor.organisation_ref != own.unit.ref:
        return OWN_NOT_YOUR_UNIT
    if not actor.has(Role.UNIT_HEAD):
        return NOT_UNIT_HEAD
    if own.state != OwnState.WITH_HEAD:
        return OWN_NOT_WITH_HEAD
    return OWN_SAME_PERSON if actor.account_ref == own.prepared_by_ref else None


@dataclass(frozen=True)
class OwnPaper:
    """The signed decision of a unit; `grantor` is the law's key of who signed."""

    decision_no: str
    decided_on: date
    grantor: str
    issued_by: str


def objection_to_own_paper(paper: OwnPaper, year: int, *, on: date) -> Objection | None:
    """A decision has a number and a signer, is signed already, and not before the year it is of."""
    if not paper.decision_no:
        return NUMBER_MISSING
    if not paper.issued_by:
        return SIGNER_MISSING
    if paper.decided_on > on:
        return DECIDED_AHEAD
    return DECIDED_BEFORE_YEAR if paper.decided_on.year < year else None


def objection_to_stating_year(
    actor: Actor, year: int, *, people: int, fresh: int, on: date
) -> Objection | None:
    """The head states a year that is over, of people of whom it was not all stated before.

    Args:
        actor: who wants to.
        year: the achievement year.
        people: how many people the register has in the unit.
        fresh: of how many of them it has not been stated yet.
        on: the day of the act.
    """
    if not actor.has(Role.UNIT_HEAD):
        return NOT_UNIT_HEAD
    if objection := _objection_to_whole_year(year, on):
        return objection
    if not people:
        return NOBODY_THERE
    return None if fresh else STATED_ALREADY


def objection_to_withdrawing_statement(
    actor: Actor, statement: YearStatement, *, reason: str
) -> Objection | None:
    """The head takes back a wrong word of the own unit, with a reason."""
    if actor.organisation_ref != statement.unit.ref:
        return OWN_NOT_YOUR_UNIT
    if not actor.has(Role.UNIT_HEAD):
        return NOT_UNIT_HEAD
    if statement.withdrawn_at is not None:
        return STATEMENT_WITHDRAWN
    return None if in_words(reason) else OWN_NO_REASON


def objection_to_asking_for_year(actor: Actor, year: int, *, on: date) -> Objection | None:
    """The standing office asks units for years that are over."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    return _objection_to_whole_year(year, on)
