"""A province that puts its Bằng khen to the people, for tests; each call names what matters."""

from datetime import date, datetime, timedelta

from bangvang.appraisal.actions.answer_resolution import answer_resolution
from bangvang.appraisal.actions.close_consultation import close_consultation
from bangvang.appraisal.actions.enter_consultation_rule import (
    RuleEntered,
    enter_consultation_rule,
)
from bangvang.appraisal.actions.kept_opinion import OpinionSent, Receipt
from bangvang.appraisal.actions.open_public_list import open_public_list
from bangvang.appraisal.actions.prepare_consultation import ListPlanned, prepare_consultation
from bangvang.appraisal.actions.receive_opinion import receive_opinion
from bangvang.appraisal.actions.resolve_opinion import Resolved, resolve_opinion
from bangvang.appraisal.actions.take_out_of_consultation import take_out_of_consultation
from bangvang.appraisal.models import Consultation, Opinion
from bangvang.appraisal.states import Gate
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.models import Batch, Nomination, Round
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

__all__ = [
    "AFTER",
    "LAST",
    "SCAN",
    "Consultation",
    "close_consultation",
    "closed",
    "open_public_list",
    "opened",
    "plan",
    "prepare_consultation",
    "received",
    "resolved",
    "rows",
    "rule",
    "sent",
    "take_out_of_consultation",
    "the_office",
]

SCAN = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
LAST = date(2026, 9, 17)
"""Three working days after the opening on Monday 14 September 2026."""
AFTER = datetime(2026, 9, 18, 8, 0, tzinfo=AT.tzinfo)
NAMES = ("Lò Thị Hạt Kê", "Giàng A Bờ Suối", "Vàng Thị Nương Ngô")


def the_office() -> tuple[Actor, Actor]:
    """Return a specialist and the head of the standing office."""
    above = organisation("Sở Nội vụ tỉnh Lào Cai")
    own = organisation("Phòng Thi đua, khen thưởng, Sở Nội vụ tỉnh Lào Cai")
    Organisation.objects.filter(pk=own.pk).update(parent=above, abbreviation="PTĐKT")
    return (
        actor(Role.SPECIALIST, unit=own, ref="specialist", name="Trần Văn Ruộng"),
        actor(Role.OFFICE_HEAD, unit=own, ref="head", name="Phạm Thị Thông Xanh"),
    )


def rule(
    head: Actor,
    award_code: str = "BK_TTG",
    *,
    asks: bool = True,
    days: int | None = 3,
    gate: Gate | str = Gate.BEFORE_BALLOT,
    since: date = date(2026, 9, 1),
) -> str:
    said = RuleEntered(
        award_code=award_code,
        is_asked=asks,
        working_days=days,
        gate=gate,
        paper="REGULATION",
        number="12/QC-HĐTĐKT",
        issued_on=date(2026, 1, 5),
        clause="khoản 2 Điều 9",
        since=since,
        scan=SCAN,
        scan_name="quy-che.pdf",
    )
    return enter_consultation_rule(said, actor=head, at=AT)


def rows(
    count: int = 2, *, award_code: str = "BK_TTG", state: State = State.READY
) -> list[Nomination]:
    number = Batch.objects.count() + 1
    unit = organisation(f"Sở Giao thông thứ {number} tỉnh Lào Cai")
    in_round = Round.objects.first()
    of = make.batch(BatchState.SUBMITTED, unit=unit, number=number, in_round=in_round)
    return [
        make.nomination(of, state, row=row, name=NAMES[row - 1], award_code=award_code)
        for row in range(1, count + 1)
    ]


def plan(chosen: list[Nomination], *, days: int = 3, ground: str = "") -> ListPlanned:
    return ListPlanned(
        round_ref=chosen[0].batch.round.ref if chosen else "",
        rows=[row.ref for row in chosen],
        working_days=days,
        days_ground=ground,
        where_to="Phòng Thi đua, khen thưởng, Sở Nội vụ tỉnh Lào Cai",
    )


def opened(
    specialist: Actor, head: Actor, chosen: list[Nomination], *, at: datetime = AT
) -> Consultation:
    ref = prepare_consultation(plan(chosen), actor=specialist, at=at - timedelta(hours=1))
    open_public_list(ref, version=1, head_name=head.name, actor=head, at=at)
    return Consultation.objects.get(ref=ref)


def sent(
    order: int | None = 1,
    *,
    words: str = "Ông ấy còn nợ tiền công của bốn hộ.",
    name: str = "Tẩn Láo Người Gửi",
    contact: str = "0912 000 111",
    form: str = "mot-bieu-mau-chi-dung-mot-lan",
    file: bytes = b"",
) -> OpinionSent:
    return OpinionSent(order, words, name, contact, form, file)


def received(ref: str, said: OpinionSent | None = None, *, at: datetime = AT) -> Receipt:
    return receive_opinion(ref, said or sent(), at=at)


def resolved(
    specialist: Actor, head: Actor, *, kind: str = "NOTED", at: datetime = AFTER
) -> Opinion:
    """Resolve and confirm the newest opinion."""
    opinion = Opinion.objects.latest("pk")
    said = Resolved(kind, "Đã xác minh.", "Thanh tra tỉnh", "45/CV-SNV", at.date())
    resolve_opinion(opinion.ref, said, version=1, actor=specialist, at=at)
    answer_resolution(opinion.ref, agree=True, answer="", version=2, actor=head, at=at)
    return Opinion.objects.get(pk=opinion.pk)


def closed(specialist: Actor, head: Actor, chosen: list[Nomination]) -> Consultation:
    consultation = opened(specialist, head, chosen)
    close_consultation(consultation.ref, head_name=head.name, actor=head, at=AFTER)
    return Consultation.objects.get(pk=consultation.pk)
