"""Why a household or a foreign recipient, or an award of theirs, may not be entered so."""

from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.law import AwardClass, Kind, Subject, catalogue
from bangvang.registry.permissions import NOT_OFFICE, OFFICE, PAPER_AHEAD

NO_NAME = Objection("NO_NAME", "Cần ghi tên như trên quyết định.")
NOT_A_HOUSEHOLD = Objection(
    "NOT_A_HOUSEHOLD",
    "Tên hộ bắt đầu bằng “Hộ”, “Hộ gia đình” hoặc “Gia đình”, rồi đến tên người, như “Hộ ông …”.",
)
NOT_A_COMMUNE = Objection(
    "NOT_A_COMMUNE", "Hộ gia đình được ghi ở một xã, phường đang hoạt động trong sổ."
)
NO_COUNTRY = Objection("NO_COUNTRY", "Cần ghi nước, như trên quyết định.")
NOT_FOREIGN = Objection("NOT_FOREIGN", "Người, tập thể của Việt Nam không ghi ở đây.")
BORN_AHEAD = Objection("BORN_AHEAD", "Ngày sinh còn ở phía trước.")
BORN_TWICE = Objection("BORN_TWICE", "Năm sinh không khớp với ngày sinh.")
UNIT_OVER = Objection("UNIT_OVER", "Cơ quan, tập thể này đã kết thúc hoạt động; hãy chọn lại.")
NOT_FOR_THEM = Objection(
    "NOT_FOR_THEM",
    "Danh mục không có danh hiệu, hình thức này cho đối tượng ấy. Người nước ngoài không được xét "
    "danh hiệu thi đua.",
)
NO_SUCH_KIND = Objection("NO_SUCH_KIND", "Không có loại hình khen thưởng này.")
PAPER_MISSING = Objection(
    "PAPER_MISSING", "Cần ghi đủ số, ngày và cơ quan ban hành quyết định khen thưởng."
)
DECIDED_BEFORE_YEAR = Objection(
    "DECIDED_BEFORE_YEAR", "Quyết định không thể ký trước năm thành tích."
)
HELD_ALREADY = Objection(
    "HELD_ALREADY",
    "Sổ đã có lượt khen này: cùng danh hiệu, hình thức, loại hình, năm và số quyết định.",
)


@dataclass(frozen=True)
class ForeignerSaid:
    """Who a foreigner is, as the decision writes it; no passport number is asked or kept.

    `unit_ref` is the body or the foreign collective that the person works in, empty for nobody's.
    """

    full_name: str
    country: str
    birth_on: date | None = None
    birth_year: int | None = None
    sex: str = ""
    position: str = ""
    unit_ref: str = ""


@dataclass(frozen=True)
class AwardSaid:
    """What a decision gave to a household or a foreign recipient; `year` is that of achievement.

    Empty `name_as_written` and `unit_as_written` mean those of the register.
    """

    code: str
    kind: str
    year: int
    decision_no: str
    decided_on: date
    issued_by: str
    name_as_written: str = ""
    unit_as_written: str = ""
    achievement: str = ""
    order_no: int | None = None


def objection_to_registering(actor: Actor, name: str) -> Objection | None:
    """The standing office enters recipients, each with a name."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    return None if name else NO_NAME


def objection_to_country(folded: str) -> Objection | None:
    """Whoever is foreign is from somewhere else."""
    if not folded:
        return NO_COUNTRY
    return NOT_FOREIGN if folded in ("viet nam", "vietnam") else None


def objection_to_birth(said: ForeignerSaid, *, on: date) -> Objection | None:
    """Nobody is born tomorrow, or in two years."""
    year = said.birth_on.year if said.birth_on else said.birth_year
    if (said.birth_on is not None and said.birth_on > on) or (year is not None and year > on.year):
        return BORN_AHEAD
    return BORN_TWICE if said.birth_year is not None and said.birth_year != year else None


def possible_codes(subject: Subject, *, is_foreign: bool) -> tuple[str, ...]:
    """Return the awards that such a holder may have; a foreigner has no emulation title."""
    return tuple(
        award.code
        for award in catalogue().values()
        if award.is_award
        and subject in award.subjects
        and not (is_foreign and award.award_class is AwardClass.TITLE)
    )


def objection_to_award(
    actor: Actor, said: AwardSaid, subject: Subject, *, is_foreign: bool, on: date
) -> Objection | None:
    """The standing office enters what a decision gave, of what such a holder can be given."""
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if said.code not in possible_codes(subject, is_foreign=is_foreign):
        return NOT_FOR_THEM
    if said.kind not in {kind.value for kind in Kind}:
        return NO_SUCH_KIND
    if not said.decision_no or not said.issued_by:
        return PAPER_MISSING
    if said.decided_on > on:
        return PAPER_AHEAD
    return DECIDED_BEFORE_YEAR if said.decided_on.year < said.year else None
