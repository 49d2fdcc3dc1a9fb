"""Why an actor may not say whom of the register a row means, or nothing if they may."""

from bangvang.appraisal.permissions import NO_REASON, objection_to_taking_up
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import in_words
from bangvang.nominations.models import Nomination
from bangvang.nominations.models.nominations import Identity, Subject
from bangvang.nominations.states import State

NOT_A_BODY = Objection("NOT_A_BODY", "Dòng này đề nghị cá nhân.")
NO_PERSON = Objection("NO_PERSON", "Dòng này đề nghị tập thể, hộ gia đình.")
NOT_UNDER_APPRAISAL = Objection(
    "NOT_UNDER_APPRAISAL", "Chỉ gắn với sổ khi dòng đang được thẩm định."
)
NOT_AMONG_THEM = Objection(
    "NOT_AMONG_THEM", "Chọn một tập thể, hộ gia đình của đơn vị trình đang có trong sổ."
)
NOT_ONE_OF_THEM = Objection(
    "NOT_ONE_OF_THEM", "Chọn một người trong sổ trùng tên với dòng này, hoặc “người mới”."
)
ALREADY_NOMINATED = Objection(
    "ALREADY_NOMINATED", "Tập thể, hộ gia đình này đang có đề nghị khác cùng hình thức, cùng năm."
)
PERSON_NOMINATED = Objection(
    "ALREADY_NOMINATED", "Người này đang có đề nghị khác cùng hình thức, cùng năm."
)
BODY_UNKNOWN = Objection(
    "BODY_UNKNOWN",
    "Chưa rõ là tập thể, hộ gia đình nào trong sổ: bấm “Gắn với sổ khen thưởng” trước.",
)
PERSON_SURE = Objection(
    "PERSON_SURE",
    "Họ tên với ngày sinh, đơn vị hoặc số định danh đã khớp sổ nên không chọn lại được. Sổ ghi sai "
    "thì sửa ở trang của người đó.",
)
HEAD_SAYS_SO = Objection(
    "HEAD_SAYS_SO",
    "Đổi người đã xác định, hoặc coi là người mới khi sổ có người trùng họ tên và ngày sinh (số "
    "định danh), thì Trưởng phòng ghi.",
)
PERSON_OPEN = Objection(
    "PERSON_OPEN", "Sổ có người cùng tên: bấm “Đối chiếu với sổ khen thưởng” để xác định là ai."
)


def objection_to_linking_body(actor: Actor, nomination: Nomination) -> Objection | None:
    """The office links rows of collectives and households while it appraises them."""
    if objection := objection_to_taking_up(actor):
        return objection
    if nomination.subject == Subject.PERSON:
        return NOT_A_BODY
    return None if nomination.state == State.CHECKED else NOT_UNDER_APPRAISAL


def objection_to_linking_person(
    actor: Actor, nomination: Nomination, *, reason: str, is_doubled: bool
) -> Objection | None:
    """The office says who a person is while it appraises the row, and why.

    Whom name and birth or number settle is not for anybody to change. The head alone changes an
    answer that was given, or says of somebody with the same name and birth, or the same number,
    that it is somebody else (`is_doubled`): else a bar, or what the law refuses, would be left
    behind with the record.
    """
    if objection := objection_to_taking_up(actor):
        return objection
    if nomination.subject != Subject.PERSON:
        return NO_PERSON
    if nomination.state != State.CHECKED:
        return NOT_UNDER_APPRAISAL
    if nomination.identity == Identity.LINKED:
        return PERSON_SURE
    if (nomination.identity != Identity.OPEN or is_doubled) and not actor.has(Role.OFFICE_HEAD):
        return HEAD_SAYS_SO
    return None if in_words(reason) else NO_REASON


def objection_to_unknown(nomination: Nomination) -> Objection | None:
    """A body is in the register before the council sees it, and of a person it is said who it is.

    Somebody new is entered with the decision.
    """
    if nomination.subject == Subject.PERSON:
        return PERSON_OPEN if nomination.identity == Identity.OPEN else None
    return BODY_UNKNOWN if nomination.body_id is None else None
