"""Why somebody may not be put in charge, or handed a list, or nothing if they may."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bangvang.appraisal.models import Charge
from bangvang.appraisal.permissions import NO_REASON, objection_to_heading
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.models import Nomination

ONE_MATTER = Objection(
    "ONE_MATTER", "Chọn một trong hai: cơ quan, đơn vị; hoặc danh hiệu, hình thức."
)
UNKNOWN_AWARD = Objection("UNKNOWN_AWARD", "Danh hiệu, hình thức này không có trong danh mục.")
UNIT_ENDED = Objection("UNIT_ENDED", "Cơ quan, đơn vị này không tồn tại vào ngày bắt đầu theo dõi.")
NOT_A_SPECIALIST = Objection(
    "NOT_A_SPECIALIST", "Người nhận hiện không giữ vai trò chuyên viên thẩm định."
)
SERVES_THE_UNIT = Objection(
    "SERVES_THE_UNIT",
    "Người nhận đang giữ vai trò ở chính đơn vị trình nên không theo dõi danh sách của đơn vị ấy.",
)
NOT_TAKEN_UP = Objection("NOT_TAKEN_UP", "Danh sách không có dòng nào đang thẩm định để chuyển.")
HELD_ALREADY = Objection("HELD_ALREADY", "Danh sách đang ở chính người này.")
ENDED_ALREADY = Objection("ENDED_ALREADY", "Phân công này đã kết thúc.")
ENDS_TOO_EARLY = Objection("ENDS_TOO_EARLY", "Ngày kết thúc không thể trước ngày bắt đầu theo dõi.")


@dataclass(frozen=True)
class Officer:
    """Somebody who may be put in charge: the account's actor, and the bodies it serves as well.

    `serves` are references of bodies for which the account holds the role of a unit that day; what
    those hand in it does not appraise.
    """

    actor: Actor
    serves: frozenset[str] = frozenset()

    @property
    def ref(self) -> str:
        """The account's reference."""
        return self.actor.account_ref


def objection_to_receiving(to: Officer, unit_refs: Collection[str]) -> Objection | None:
    """Whoever takes over what these units hand in is a specialist and serves none of them."""
    if not to.actor.has(Role.SPECIALIST):
        return NOT_A_SPECIALIST
    return None if to.serves.isdisjoint(unit_refs) else SERVES_THE_UNIT


def units_behind(nomination: Nomination) -> tuple[str, ...]:
    """Return the units that a row comes from: who handed it in, and who proposed it first."""
    origin = nomination.origin
    return (nomination.batch.unit.ref, *((origin.unit.ref,) if origin else ()))


def objection_to_double(others: Collection[Charge], since: date) -> Objection | None:
    """One matter has one officer a day, so that everybody knows whom to ask."""
    for other in others:
        if other.until is None:
            return Objection(
                "IN_CHARGE_ALREADY",
                f"{other.account_name} đang được phân công theo dõi từ {say_date(other.since)}; "
                "hãy kết thúc phân công ấy trước.",
            )
        if other.until > since:
            return Objection(
                "IN_CHARGE_ALREADY",
                f"{other.account_name} theo dõi đến trước ngày {say_date(other.until)}; phân công "
                "mới bắt đầu sớm nhất từ ngày ấy.",
            )
    return None


def objection_to_ending(actor: Actor, charge: Charge, until: date) -> Objection | None:
    """The head ends what has no end yet."""
    if objection := objection_to_heading(actor):
        return objection
    if charge.until is not None:
        return ENDED_ALREADY
    return None if until >= charge.since else ENDS_TOO_EARLY


def objection_to_handing_over(
    actor: Actor, to: Officer, *, held_by: str, unit_ref: str, reason: str
) -> Objection | None:
    """The head hands a list under appraisal over, with a reason; `held_by` "" where none is."""
    if objection := objection_to_heading(actor):
        return objection
    if not held_by:
        return NOT_TAKEN_UP
    if objection := objection_to_receiving(to, (unit_ref,)):
        return objection
    if held_by == to.ref:
        return HELD_ALREADY
    return None if reason else NO_REASON
