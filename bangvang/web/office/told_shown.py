"""How it looks what other agencies said of a nominee, on the page of the file."""

from dataclasses import dataclass

from django.urls import reverse

from bangvang.appraisal.permissions.notices import Noticed, objection_to_noticed
from bangvang.appraisal.selectors.noticed import NoticeVerdict, Told
from bangvang.nominations.states import State
from bangvang.web.components.pieces import Answer, Kind, NotNow

VERDICTS = {
    NoticeVerdict.NO_HINDRANCE: Answer(Kind.MET, "Không cản trở"),
    NoticeVerdict.HINDERS: Answer(Kind.NOT_MET, "Cản trở"),
    NoticeVerdict.ANOTHER: Answer(Kind.NOTE, "Không phải người này"),
}
OPEN = Answer(Kind.PERSON, "Chờ ý kiến")
UNDER_APPRAISAL = (State.CHECKED, State.OVERRULING, State.APPRAISED)


@dataclass(frozen=True)
class ToldShown:
    """One matter, ready for the page; without an address it cannot be answered."""

    told: Told
    chip: Answer
    row_href: str
    answer_href: str


def told_shown(nomination_ref: str, told: Told, *, may_act: bool) -> ToldShown:
    """Return one matter with the chip of its newest answer."""
    last = told.answers[-1] if told.answers else None
    return ToldShown(
        told,
        VERDICTS[NoticeVerdict(last.verdict)] if last else OPEN,
        reverse("office:listed_row", args=[told.list_ref, told.sheet_no, told.row]),
        reverse("office:answer_notice", args=[nomination_ref, told.key]) if may_act else "",
    )


def noticed_not_now(state: str, noticed: Noticed) -> tuple[NotNow, ...]:
    """Return why the file cannot be concluded on, while that is what it waits for."""
    objection = objection_to_noticed(noticed)
    if objection is None or state not in UNDER_APPRAISAL:
        return ()
    return (NotNow("Có thông tin do cơ quan khác gửi", objection.sentence),)
