"""From the draft to the receipt: happy path, every refusal, the entry, two people at once."""

from datetime import date, datetime

import pytest

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.clock import HANOI
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.transitions import MoveNotAllowed
from bangvang.nominations.actions.attach_paper import attach_paper, attach_to_row
from bangvang.nominations.actions.complete_row import complete_row
from bangvang.nominations.actions.discard_batch import discard_batch
from bangvang.nominations.actions.explain_missing_paper import explain_missing_paper
from bangvang.nominations.actions.hand_back import hand_back
from bangvang.nominations.actions.hand_to_head import hand_to_head
from bangvang.nominations.actions.move import move
from bangvang.nominations.actions.open_round import open_round
from bangvang.nominations.actions.remove_paper import remove_paper
from bangvang.nominations.actions.resubmit import resubmit
from bangvang.nominations.actions.submit_batch import submit_batch
from bangvang.nominations.actions.withdraw import withdraw
from bangvang.nominations.models import Attachment, Batch, Nomination
from bangvang.nominations.selectors.batches import batch_page
from bangvang.nominations.states import BatchState, Move, PaperKind, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def unit() -> Organisation:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def officer(unit: Organisation) -> Actor:
    return actor(Role.UNIT_OFFICER, unit=unit, name="Lê Thị Chè Xanh")


@pytest.fixture
def head(unit: Organisation) -> Actor:
    return actor(Role.UNIT_HEAD, unit=unit, ref="head", name="Ngô Thị Rừng Thông")


@pytest.fixture
def stranger() -> Actor:
    return actor(Role.UNIT_HEAD, Role.UNIT_OFFICER, unit=organisation("Sở Khác"), ref="stranger")


def refusal(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.objection.code


def verbs(kind: str, ref: str) -> list[str]:
    return [line.verb for line in entries_about((kind, ref))]


def test_a_list_goes_from_draft_to_receipt(unit: Organisation, officer: Actor, head: Actor) -> None:
    draft = make.batch(unit=unit, with_papers=True)
    row = make.nomination(draft)

    hand_to_head(draft.ref, version=1, actor=officer, at=AT)
    reference = submit_batch(draft.ref, version=2, actor=head, at=AT)

    draft.refresh_from_db()
    row.refresh_from_db()
    assert reference == "0001/2026"
    assert (draft.state, draft.received_on) == (BatchState.SUBMITTED, AT.date())
    assert len(draft.fingerprint) == 64
    assert row.state == State.SUBMITTED
    assert verbs("batch", draft.ref) == ["hand_to_head", "submit_batch"]
    assert verbs("nomination", row.ref) == ["submit"]


def test_reference_numbers_count_within_the_year(unit: Organisation, head: Actor) -> None:
    in_round = make.round_()
    first = make.batch(BatchState.WITH_HEAD, unit=unit, in_round=in_round, with_papers=True)
    second = make.batch(BatchState.WITH_HEAD, unit=unit, in_round=in_round, with_papers=True)
    make.nomination(first)
    make.nomination(second)
    new_year = datetime(2027, 1, 4, 9, 0, tzinfo=HANOI)

    assert submit_batch(first.ref, version=1, actor=head, at=AT) == "0001/2026"
    assert (
        submit_batch(second.ref, version=1, actor=head, at=new_year, late_reason="Lũ quét.")
        == "0001/2027"
    )


def test_the_fingerprint_changes_with_a_word_and_with_a_paper(
    unit: Organisation, head: Actor
) -> None:
    in_round = make.round_()
    digests = []
    for change in ("", "word", "paper"):
        one = make.batch(BatchState.WITH_HEAD, unit=unit, in_round=in_round)
        for kind in (PaperKind.TO_TRINH, PaperKind.BIEN_BAN_BINH_XET):
            digest = ("b" if change == "paper" else "a") * 64
            file = make.stored_file("giay.pdf", kind="PDF", digest=digest)
            Attachment.objects.create(batch=one, kind=kind, file=file, added_by="x", added_at=AT)
        row = make.nomination(one)
        if change == "word":
            Nomination.objects.filter(pk=row.pk).update(achievement="Cứu người.")
        submit_batch(one.ref, version=1, actor=head, at=AT)
        digests.append(Batch.objects.get(pk=one.pk).fingerprint)

    assert len(set(digests)) == 3


def test_a_missing_paper_refuses_the_whole_list(unit: Organisation, head: Actor) -> None:
    waiting = make.batch(BatchState.WITH_HEAD, unit=unit)
    row = make.nomination(waiting)

    with pytest.raises(Refused, match=r"Tờ trình đã ký.*Biên bản bình xét đã ký") as caught:
        submit_batch(waiting.ref, version=1, actor=head, at=AT)

    row.refresh_from_db()
    assert refusal(caught) == "PAPER_MISSING"
    assert row.state == State.DRAFT


def test_a_missing_paper_with_a_reason_is_let_through(
    unit: Organisation, officer: Actor, head: Actor
) -> None:
    draft = make.batch(unit=unit, with_papers=True)
    make.nomination(draft)
    paper = Attachment.objects.get(batch=draft, kind=PaperKind.TO_TRINH)
    remove_paper(draft.ref, paper.ref, actor=officer, at=AT)
    explain_missing_paper(draft.ref, PaperKind.TO_TRINH, "Đang trình ký.", actor=officer, at=AT)
    hand_to_head(draft.ref, version=3, actor=officer, at=AT)

    submit_batch(draft.ref, version=4, actor=head, at=AT)

    assert batch_page(head, draft.ref).asked[0].reason == "Đang trình ký."


def test_only_the_head_hands_in(unit: Organisation, officer: Actor, stranger: Actor) -> None:
    waiting = make.batch(BatchState.WITH_HEAD, unit=unit, with_papers=True)
    make.nomination(waiting)

    with pytest.raises(Refused) as by_officer:
        submit_batch(waiting.ref, version=1, actor=officer, at=AT)
    with pytest.raises(Unseen):
        submit_batch(waiting.ref, version=1, actor=stranger, at=AT)

    assert refusal(by_officer) == "NOT_HEAD"


def test_a_list_is_handed_in_once(unit: Organisation, head: Actor) -> None:
    waiting = make.batch(BatchState.WITH_HEAD, unit=unit, with_papers=True)
    make.nomination(waiting)
    submit_batch(waiting.ref, version=1, actor=head, at=AT)

    with pytest.raises(Refused) as stale:
        submit_batch(waiting.ref, version=1, actor=head, at=AT)
    with pytest.raises(Refused) as again:
        submit_batch(waiting.ref, version=2, actor=head, at=AT)

    assert refusal(stale) == "STALE"
    assert refusal(again) == "NOT_WITH_HEAD"


def test_a_list_without_rows_is_refused(unit: Organisation, head: Actor) -> None:
    waiting = make.batch(BatchState.WITH_HEAD, unit=unit, with_papers=True)
    make.nomination(waiting, State.WITHDRAWN)

    with pytest.raises(Refused) as caught:
        submit_batch(waiting.ref, version=1, actor=head, at=AT)

    assert refusal(caught) == "NO_ROWS"


@pytest.mark.parametrize(
    ("on", "reason", "code"),
    [
        (date(2026, 8, 9), "", "ROUND_NOT_OPEN"),
        (date(2026, 9, 19), "", "LATE_WITHOUT_REASON"),
        (date(2026, 9, 19), "   ", "LATE_WITHOUT_REASON"),
        (date(2026, 9, 18), "", None),
        (date(2026, 9, 19), "Lũ quét, đường bị chia cắt.", None),
    ],
)
def test_the_days_of_the_round(
    unit: Organisation, head: Actor, on: date, reason: str, code: str | None
) -> None:
    waiting = make.batch(BatchState.WITH_HEAD, unit=unit, with_papers=True)
    make.nomination(waiting)
    at = datetime(on.year, on.month, on.day, 9, 0, tzinfo=HANOI)

    if code is None:
        submit_batch(waiting.ref, version=1, actor=head, at=at, late_reason=reason)
        waiting.refresh_from_db()
        assert waiting.late_reason == reason.strip()
    else:
        with pytest.raises(Refused) as caught:
            submit_batch(waiting.ref, version=1, actor=head, at=at, late_reason=reason)
        assert refusal(caught) == code


def test_the_head_gives_a_list_back_with_a_reason(unit: Organisation, head: Actor) -> None:
    waiting = make.batch(BatchState.WITH_HEAD, unit=unit)

    with pytest.raises(Refused) as silent:
        hand_back(waiting.ref, " ", version=1, actor=head, at=AT)
    hand_back(waiting.ref, "Sửa chức vụ dòng 2.", version=1, actor=head, at=AT)

    waiting.refresh_from_db()
    assert refusal(silent) == "NO_REASON"
    assert waiting.state == BatchState.DRAFT
    assert "Sửa chức vụ dòng 2." in entries_about(("batch", waiting.ref))[0].said


def test_papers_change_only_in_a_draft_of_the_own_unit(
    unit: Organisation, officer: Actor, stranger: Actor
) -> None:
    draft = make.batch(unit=unit)
    waiting = make.batch(BatchState.WITH_HEAD, unit=unit, in_round=draft.round)

    paper = attach_paper(
        draft.ref, PaperKind.TO_TRINH, PDF, original_name="tt.pdf", actor=officer, at=AT
    )
    with pytest.raises(Refused) as locked:
        attach_paper(
            waiting.ref, PaperKind.TO_TRINH, PDF, original_name="tt.pdf", actor=officer, at=AT
        )
    with pytest.raises(Unseen):
        attach_paper(
            draft.ref, PaperKind.TO_TRINH, PDF, original_name="tt.pdf", actor=stranger, at=AT
        )
    with pytest.raises(Unseen):
        remove_paper(draft.ref, "khong-co", actor=officer, at=AT)
    remove_paper(draft.ref, paper, actor=officer, at=AT)

    assert refusal(locked) == "NOT_DRAFT"
    assert not Attachment.objects.filter(batch=draft).exists()
    assert verbs("batch", draft.ref) == ["attach_paper", "remove_paper"]


def test_a_signed_paper_is_a_scan_and_nothing_else(unit: Organisation, officer: Actor) -> None:
    draft = make.batch(unit=unit)

    with pytest.raises(Refused, match="không phải") as caught:
        attach_paper(
            draft.ref, PaperKind.TO_TRINH, b"xin chao", original_name="tt.pdf", actor=officer, at=AT
        )

    assert refusal(caught) == "FILE_NOT_ACCEPTED"


def test_a_paper_takes_the_place_of_a_reason_and_not_the_other_way(
    unit: Organisation, officer: Actor
) -> None:
    draft = make.batch(unit=unit)
    explain_missing_paper(draft.ref, PaperKind.TO_TRINH, "Chờ ký.", actor=officer, at=AT)
    attach_paper(draft.ref, PaperKind.TO_TRINH, PDF, original_name="tt.pdf", actor=officer, at=AT)

    assert batch_page(officer, draft.ref).asked[0].reason == ""
    with pytest.raises(Refused) as caught:
        explain_missing_paper(draft.ref, PaperKind.TO_TRINH, "Chờ ký.", actor=officer, at=AT)
    with pytest.raises(Refused) as silent:
        explain_missing_paper(draft.ref, PaperKind.BIEN_BAN_BINH_XET, "", actor=officer, at=AT)
    assert refusal(caught) == "ATTACHED"
    assert refusal(silent) == "NO_REASON"


def test_a_draft_is_thrown_away_with_its_rows(unit: Organisation, officer: Actor) -> None:
    draft = make.batch(unit=unit)
    row = make.nomination(draft)

    with pytest.raises(Refused) as stale:
        discard_batch(draft.ref, version=9, actor=officer, at=AT)
    discard_batch(draft.ref, version=1, actor=officer, at=AT)

    row.refresh_from_db()
    draft.refresh_from_db()
    assert refusal(stale) == "STALE"
    assert (row.state, draft.state) == (State.WITHDRAWN, BatchState.DISCARDED)


def test_a_returned_row_is_completed_and_handed_in_again(
    unit: Organisation, officer: Actor, head: Actor
) -> None:
    handed_in = make.batch(BatchState.SUBMITTED, unit=unit)
    row = make.nomination(handed_in, State.RETURNED)
    make.nomination(handed_in, State.APPRAISED, row=2, name="Lý Thị Mây Trắng")

    with pytest.raises(Refused) as unanswered:
        resubmit(row.ref, version=1, actor=head, at=AT)
    with pytest.raises(Refused) as empty:
        complete_row(row.ref, " ", version=1, actor=officer, at=AT)
    attach_to_row(
        row.ref,
        PaperKind.CHUNG_NHAN_SANG_KIEN,
        PDF,
        original_name="cn.pdf",
        actor=officer,
        at=AT,
    )
    complete_row(row.ref, "Đã kèm chứng nhận.", version=1, actor=officer, at=AT)
    with pytest.raises(Refused) as by_officer:
        resubmit(row.ref, version=2, actor=officer, at=AT)
    with pytest.raises(Refused) as stale:
        resubmit(row.ref, version=1, actor=head, at=AT)
    resubmit(row.ref, version=2, actor=head, at=AT)

    row.refresh_from_db()
    assert [refusal(c) for c in (unanswered, empty, by_officer, stale)] == [
        "NO_REPLY",
        "NO_REPLY",
        "NOT_HEAD",
        "STALE",
    ]
    assert (row.state, row.reply) == (State.SUBMITTED, "Đã kèm chứng nhận.")
    assert verbs("nomination", row.ref) == ["attach_to_row", "complete_row", "resubmit"]


def test_a_row_that_is_not_returned_is_not_completed(unit: Organisation, officer: Actor) -> None:
    row = make.nomination(make.batch(BatchState.SUBMITTED, unit=unit), State.CHECKED)

    with pytest.raises(Refused) as caught:
        complete_row(row.ref, "Gì đó.", version=1, actor=officer, at=AT)

    assert refusal(caught) == "NOT_RETURNED"


def test_the_head_takes_a_returned_row_back_with_a_reason(
    unit: Organisation, officer: Actor, head: Actor
) -> None:
    row = make.nomination(make.batch(BatchState.SUBMITTED, unit=unit), State.RETURNED)

    with pytest.raises(Refused) as by_officer:
        withdraw(row.ref, "Đơn vị rút.", actor=officer, at=AT)
    with pytest.raises(Refused) as silent:
        withdraw(row.ref, "", actor=head, at=AT)
    withdraw(row.ref, "Đơn vị rút.", actor=head, at=AT)

    row.refresh_from_db()
    assert (refusal(by_officer), refusal(silent)) == ("NOT_HEAD", "NO_REASON")
    assert (row.state, row.reason) == (State.WITHDRAWN, "Đơn vị rút.")


def test_a_move_that_does_not_start_here_changes_nothing(unit: Organisation, head: Actor) -> None:
    row = make.nomination(make.batch(unit=unit))

    with pytest.raises(MoveNotAllowed):
        move(row, Move.GRANT, holder="", actor=head, at=AT)

    row.refresh_from_db()
    assert (row.state, row.version) == (State.DRAFT, 1)


def test_a_round_is_opened_by_the_head_of_the_office_with_days_in_order() -> None:
    boss = actor(Role.OFFICE_HEAD)
    days = {
        "achievement_year": 2026,
        "opens_on": date(2027, 1, 4),
        "submit_by": date(2027, 3, 1),
        "ballot_by": date(2027, 4, 1),
    }

    ref = open_round("Đợt 2026", **days, actor=boss, at=AT)  # type: ignore[arg-type]
    with pytest.raises(Refused) as other:
        open_round("Đợt khác", **days, actor=actor(Role.SPECIALIST), at=AT)  # type: ignore[arg-type]
    with pytest.raises(Refused) as taken:
        open_round("Đợt 2026", **days, actor=boss, at=AT)  # type: ignore[arg-type]
    wrong = days | {"submit_by": date(2027, 5, 1)}
    with pytest.raises(Refused) as disorder:
        open_round("Đợt ngược", **wrong, actor=boss, at=AT)  # type: ignore[arg-type]

    assert [refusal(c) for c in (other, taken, disorder)] == [
        "NOT_OFFICE_HEAD",
        "TITLE_TAKEN",
        "DAYS_OUT_OF_ORDER",
    ]
    assert verbs("round", ref) == ["open_round"]
