"""Why an award or a grade may not be amended so, or by this actor, or nothing if it may."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.law import Kind, RecordKind, catalogue
from bangvang.registry.models import Amendment, Award, Grade
from bangvang.registry.permissions import NOT_OFFICE, OFFICE, PAPER_AHEAD, STALE
from bangvang.registry.permissions.merges import holds_long_number, objection_to_reason
from bangvang.registry.permissions.own import (
    NOT_UNIT_HEAD,
    NOT_UNIT_OFFICER,
    OWN_NOT_YOUR_UNIT,
    OWN_SAME_PERSON,
)
from bangvang.registry.states import AmendmentKind, AmendmentState

PAPER_MISSING = Objection(
    "PAPER_MISSING", "Cần ghi đủ số, ngày và cơ quan ban hành của quyết định làm căn cứ."
)
PAPER_BEFORE = Objection(
    "PAPER_BEFORE", "Ngày ghi trên văn bản không thể trước ngày của quyết định khen thưởng."
)
GRADE_NOT_REVOKED = Objection(
    "GRADE_NOT_REVOKED",
    "Kết quả xếp loại không hủy bỏ mà được đính chính bằng kết quả mới, hoặc gạch nếu ghi nhầm.",
)
NOT_STANDING = Objection("NOT_STANDING", "Mục này đã hủy bỏ, đã đính chính hoặc đã gạch khỏi sổ.")
STILL_STANDING = Objection(
    "STILL_STANDING", "Mục này vẫn còn giá trị nên không có gì để khôi phục."
)
BEING_AMENDED = Objection(
    "BEING_AMENDED", "Mục này đang có một thay đổi chờ xác nhận; hãy giải quyết thay đổi đó trước."
)
NOTHING_CHANGED = Objection("NOTHING_CHANGED", "Chưa sửa chỗ nào so với dòng đang có trong sổ.")
VALUE_MISSING = Objection("VALUE_MISSING", "Chỗ này không được để trống.")
NOT_IN_CATALOGUE = Objection(
    "NOT_IN_CATALOGUE", "Danh mục không có danh hiệu, hình thức, xếp loại hoặc loại hình này."
)
NUMBER_IN_TEXT = Objection(
    "NUMBER_IN_TEXT", "Không ghi số định danh vào nội dung này; số định danh có ô riêng."
)
DECIDED_AHEAD = Objection("DECIDED_AHEAD", "Ngày quyết định còn ở phía trước.")
DECIDED_BEFORE_YEAR = Objection(
    "DECIDED_BEFORE_YEAR", "Ngày quyết định không thể trước năm thành tích."
)
ALREADY_THERE = Objection(
    "ALREADY_THERE", "Sổ đã có một dòng khác đúng như vậy của chính người, tập thể này."
)
OWN_AMENDMENT = Objection(
    "OWN_AMENDMENT", "Người đề nghị không tự xác nhận; cần người thứ hai so với văn bản."
)
HEAD_AMENDS = Objection(
    "HEAD_AMENDS", "Chuyên viên đã đề nghị thì Trưởng phòng Thi đua, khen thưởng phải xác nhận."
)
NOT_WAITING = Objection("NOT_WAITING", "Thay đổi này đã được giải quyết.")
NO_ROWS = Objection("NO_ROWS", "Quyết định này không còn dòng nào trong sổ để thay đổi.")

OF_AWARD = (
    "code",
    "kind",
    "year",
    "name_as_written",
    "unit_as_written",
    "achievement",
    "decision_no",
    "decided_on",
    "issued_by",
)
OF_GRADE = ("code", "year", "decision_no", "decided_on")
MAY_BE_EMPTY = frozenset({"achievement", "kind"})


@dataclass(frozen=True)
class Paper:
    """The decision that an amendment stands on; all empty where the register alone was wrong."""

    no: str = ""
    on: date | None = None
    by: str = ""

    @property
    def is_there(self) -> bool:
        """Whether anything of it was given."""
        return bool(self.no or self.on or self.by)

    @property
    def is_whole(self) -> bool:
        """Whether number, day and issuer were given."""
        return bool(self.no and self.on and self.by)


@dataclass(frozen=True)
class Amending:
    """What somebody proposes: kind, why, the paper, and for a correction the right values.

    `said` holds values by field of `OF_AWARD` or `OF_GRADE`: `year` a number, `decided_on` a day,
    all others text. What is not named stays.
    """

    kind: AmendmentKind
    reason: str
    paper: Paper = Paper()
    said: Mapping[str, str | int | date | None] = field(default_factory=dict)


def objection_to_amending(actor: Actor) -> Objection | None:
    """The standing office amends whatever stands in the register."""
    return None if actor.has(*OFFICE) else NOT_OFFICE


def objection_to_amending_own(actor: Actor, unit_ref: str) -> Objection | None:
    """An officer amends what the own unit decided."""
    if actor.organisation_ref != unit_ref:
        return OWN_NOT_YOUR_UNIT
    return None if actor.has(Role.UNIT_OFFICER) else NOT_UNIT_OFFICER


def objection_to_amendment(amending: Amending, *, on: date) -> Objection | None:
    """There is a reason, and a revocation has its decision; no day lies ahead.

    A restoration too needs what it stands on: the reason says so, the paper may.
    """
    if objection := objection_to_reason(amending.reason):
        return objection
    paper = amending.paper
    needs_paper = amending.kind is AmendmentKind.REVOKED
    if (needs_paper or paper.is_there) and not paper.is_whole:
        return PAPER_MISSING
    return PAPER_AHEAD if paper.on is not None and paper.on > on else None


def objection_to_amending_row(row: Award | Grade, amending: Amending) -> Objection | None:
    """A row that stands is revoked, corrected or struck; one that does not is restored.

    Whether a row was taken out by an amendment at all is the caller's to know.
    """
    kind, paper = amending.kind, amending.paper
    if kind is AmendmentKind.RESTORED:
        return STILL_STANDING if row.stands else None
    if not row.stands:
        return NOT_STANDING
    if kind is AmendmentKind.REVOKED and isinstance(row, Grade):
        return GRADE_NOT_REVOKED
    if paper.on is not None and row.decided_on is not None and paper.on < row.decided_on:
        return PAPER_BEFORE
    return _objection_to_values(row, amending) if kind is AmendmentKind.CORRECTED else None


def _objection_to_values(row: Award | Grade, amending: Amending) -> Objection | None:
    said = changed_values(row, amending)
    if not said:
        return NOTHING_CHANGED
    empty = (name for name, value in said.items() if value in ("", None))
    for name in empty:
        if name not in MAY_BE_EMPTY:
            return Objection(f"VALUE_MISSING:{name}", VALUE_MISSING.sentence)
    if not _is_known(row, said):
        return NOT_IN_CATALOGUE
    if any(holds_long_number(value) for value in said.values() if isinstance(value, str)):
        return NUMBER_IN_TEXT
    year, decided_on = said.get("year", row.year), said.get("decided_on", row.decided_on)
    if isinstance(year, int) and isinstance(decided_on, date) and decided_on.year < year:
        return DECIDED_BEFORE_YEAR
    return None


def _is_known(row: Award | Grade, said: Mapping[str, str | int | date | None]) -> bool:
    """Whether code and kind are in the catalogue."""
    line = catalogue().get(str(said.get("code", row.code)))
    wanted = RecordKind.AWARD if isinstance(row, Award) else RecordKind.GRADE
    if "code" in said and (line is None or line.record_kind is not wanted):
        return False
    return "kind" not in said or said["kind"] in set(Kind)


def objection_to_day(amending: Amending, *, on: date) -> Objection | None:
    """A corrected day of a decision has come."""
    decided_on = amending.said.get("decided_on")
    return DECIDED_AHEAD if isinstance(decided_on, date) and decided_on > on else None


def changed_values(row: Award | Grade, amending: Amending) -> dict[str, str | int | date | None]:
    """Return the values of a correction that are not those of the row."""
    fields = OF_AWARD if isinstance(row, Award) else OF_GRADE
    return {
        name: amending.said[name]
        for name in fields
        if name in amending.said and amending.said[name] != getattr(row, name)
    }


def objection_to_confirming_amendment(actor: Actor, amendment: Amendment) -> Objection | None:
    """Another person confirms: at the office one of the two is its head, in a unit the unit's."""
    if objection := _objection_to_whom(actor, amendment, Role.UNIT_HEAD):
        return objection
    if amendment.state != AmendmentState.PROPOSED:
        return NOT_WAITING
    if amendment.proposed_by_ref == actor.account_ref:
        return OWN_AMENDMENT if amendment.unit_id is None else OWN_SAME_PERSON
    if amendment.unit_id is not None or amendment.proposed_by_head:
        return None
    return None if actor.has(Role.OFFICE_HEAD) else HEAD_AMENDS


def objection_to_declining_amendment(actor: Actor, amendment: Amendment) -> Objection | None:
    """Whoever may propose or confirm, also the one who proposed, lets it go."""
    if objection := _objection_to_whom(actor, amendment, Role.UNIT_HEAD, Role.UNIT_OFFICER):
        return objection
    return None if amendment.state == AmendmentState.PROPOSED else NOT_WAITING


def _objection_to_whom(actor: Actor, amendment: Amendment, *roles: Role) -> Objection | None:
    if amendment.unit is None:
        return None if actor.has(*OFFICE) else NOT_OFFICE
    if actor.organisation_ref != amendment.unit.ref:
        return OWN_NOT_YOUR_UNIT
    return None if actor.has(*roles) else NOT_UNIT_HEAD


def objection_to_seen_amendment(amendment: Amendment, seen: int) -> Objection | None:
    """Whoever decides second looks at what is there now first."""
    return None if amendment.version == seen else STALE
