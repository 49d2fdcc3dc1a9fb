"""Why an actor may not say which body of the register a row means, or nothing if they may."""

from bangvang.appraisal.permissions import objection_to_taking_up
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.nominations.models import Nomination
from bangvang.nominations.models.nominations import Subject
from bangvang.nominations.states import State

NOT_A_BODY = Objection("NOT_A_BODY", "Dòng này đề nghị cá nhân.")
NOT_UNDER_APPRAISAL = Objection(
    "NOT_UNDER_APPRAISAL", "Chỉ gắn với sổ khi dòng đang được thẩm định."
)
NOT_AMONG_THEM = Objection(
    "NOT_AMONG_THEM", "Chọn một tập thể, hộ gia đình của đơn vị trình đang có trong sổ."
)
ALREADY_NOMINATED = Objection(
    "ALREADY_NOMINATED", "Tập thể, hộ gia đình này đang có đề nghị khác cùng hình thức, cùng năm."
)
BODY_UNKNOWN = Objection(
    "BODY_UNKNOWN",
    "Chưa rõ là tập thể, hộ gia đình nào trong sổ: bấm “Gắn với sổ khen thưởng” trước.",
)


def objection_to_linking_body(actor: Actor, nomination: Nomination) -> Objection | None:
    """The office links rows of collectives and households while it appraises them."""
    if objection := objection_to_taking_up(actor):
        return objection
    if nomination.subject == Subject.PERSON:
        return NOT_A_BODY
    return None if nomination.state == State.CHECKED else NOT_UNDER_APPRAISAL


def objection_to_unknown_body(nomination: Nomination) -> Objection | None:
    """What goes before the council is known to the register; a new person is entered at the end."""
    is_body = nomination.subject != Subject.PERSON
    return BODY_UNKNOWN if is_body and nomination.body_id is None else None
