"""A public list from the draft to the closing: who, which rows, which days, what is frozen."""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from bangvang.appraisal.actions.close_consultation import close_consultation
from bangvang.appraisal.actions.decline import decline
from bangvang.appraisal.actions.discard_consultation import discard_consultation
from bangvang.appraisal.actions.open_public_list import fingerprint_of, open_public_list
from bangvang.appraisal.actions.prepare_consultation import prepare_consultation
from bangvang.appraisal.actions.prolong_consultation import prolong_consultation
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.actions.take_out_of_consultation import take_out_of_consultation
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.models import Consultation, ConsultedRow
from bangvang.appraisal.selectors.consultations import (
    consultation_for,
    consultation_page,
    consultations_for,
    file_of,
)
from bangvang.appraisal.selectors.consulted import choosable_in
from bangvang.appraisal.tests import consulting as make
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

Office = tuple[Actor, Actor]


@pytest.fixture
def office() -> Office:
    return make.the_office()


def refused(code: str, act: Any, *args: Any, **said: Any) -> None:
    with pytest.raises(Refused) as refusal:
        act(*args, **said)
    assert refusal.value.objection.code == code


def test_a_list_opens_with_its_words_frozen_and_its_last_day_counted(office: Office) -> None:
    specialist, head = office
    make.rule(head)

    kept = make.opened(specialist, head, make.rows())

    assert (kept.number, kept.state) == ("01/2026", "OPEN")
    assert (kept.opens_on, kept.last_on) == (date(2026, 9, 14), make.LAST)
    rows = list(ConsultedRow.objects.order_by("order"))
    assert [row.name for row in rows] == ["Lò Thị Hạt Kê", "Giàng A Bờ Suối"]
    assert rows[0].title == "Bà"
    assert rows[0].birth_year == 1985
    assert kept.fingerprint == fingerprint_of(kept, rows)
    assert kept.days_ground == "khoản 2 Điều 9 Văn bản số 12/QC-HĐTĐKT ngày 05/01/2026"
    assert Entry.objects.get(verb="open_public_list").details["last_on"] == "2026-09-17"


def test_what_changes_later_changes_nothing_that_the_public_reads(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    kept = make.opened(specialist, head, make.rows(1))

    Nomination.objects.update(name="Tên Khác", achievement="Khác")

    rows = list(ConsultedRow.objects.order_by("order"))
    assert fingerprint_of(kept, rows) == kept.fingerprint
    assert consultation_page(head, kept.ref).rows[0].name == "Lò Thị Hạt Kê"


def test_the_notice_is_printed_without_what_is_not_public(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    kept = make.opened(specialist, head, make.rows())

    assert kept.document is not None
    assert kept.document.pdf is not None
    pages = PdfReader(BytesIO(read(kept.document.pdf.ref))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())

    assert "Lấy ý kiến Nhân dân đối với 02 trường hợp" in text
    assert "Cá nhân (02 người)" in text
    assert "1985" in text
    assert "12/06/1985" not in text
    assert "từ ngày 14/09/2026 đến hết ngày 17/09/2026" in text
    assert file_of(head, kept.ref, kept.document.pdf.ref).name == "lay-y-kien-01-2026.pdf"
    with pytest.raises(Unseen):
        file_of(head, kept.ref, "khac")


def test_only_rows_that_are_concluded_and_asked_about_can_be_chosen(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    fits = make.rows(1)[0]
    others = [make.rows(1, award_code="CSTDT")[0], make.rows(1, state=State.CHECKED)[0]]
    assert [one.row.ref for one in choosable_in(specialist, fits.batch.round.ref)] == [fits.ref]
    for other in others:
        plan = make.plan([other])
        refused("NOT_TO_BE_ASKED", prepare_consultation, plan, actor=specialist, at=AT)


def test_a_row_stands_on_one_list_until_its_draft_is_given_up(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    chosen = make.rows(1)
    ref = prepare_consultation(make.plan(chosen), actor=specialist, at=AT)

    refused("NOT_TO_BE_ASKED", prepare_consultation, make.plan(chosen), actor=specialist, at=AT)
    discard_consultation(ref, actor=specialist, at=AT)

    assert consultations_for(head) == []
    assert prepare_consultation(make.plan(chosen), actor=specialist, at=AT)
    refused("WRONG_STATE", discard_consultation, ref, actor=specialist, at=AT)


def test_days_are_what_a_paper_says_or_what_somebody_answers_for(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    by_paper, unread = make.rows(1), make.rows(1, award_code="HCLD3")

    def prepare(chosen: list[Nomination], days: int, ground: str = "") -> str:
        plan = make.plan(chosen, days=days, ground=ground)
        return prepare_consultation(plan, actor=specialist, at=AT)

    refused("TOO_FEW_DAYS", prepare, by_paper, 2)
    refused("NOT_DAYS", prepare, by_paper, 61)
    refused("NO_DAYS_GROUND", prepare, unread, 10)
    kept = Consultation.objects.get(ref=prepare(unread, 10, "Thông lệ 10 ngày làm việc"))
    assert kept.days_ground.endswith("; Thông lệ 10 ngày làm việc")
    assert prepare(by_paper, 5)


def test_who_may_prepare_open_and_look(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    chosen = make.rows(1)
    stranger = actor(Role.UNIT_OFFICER, unit=chosen[0].batch.unit)
    inspector = actor(Role.INSPECTOR)

    refused("NO_ROWS", prepare_consultation, _nothing(chosen), actor=specialist, at=AT)
    ref = prepare_consultation(make.plan(chosen), actor=specialist, at=AT)

    def open_(by: Actor, version: int = 1) -> None:
        open_public_list(ref, version=version, head_name="", actor=by, at=AT)

    refused("NOT_OFFICE_HEAD", open_, specialist)
    refused("STALE", open_, head, 7)
    refused("NOT_OFFICE_HEAD", open_, inspector)
    with pytest.raises(Unseen):
        open_(stranger)
    with pytest.raises(Unseen):
        consultation_page(stranger, ref)
    assert consultations_for(stranger) == []
    assert consultation_page(inspector, ref).row.rows == 1
    open_(head)
    refused("WRONG_STATE", open_, head, 2)


def _nothing(chosen: list[Nomination]) -> Any:
    plan = make.plan(chosen)
    return type(plan)(plan.round_ref, [], plan.working_days, "", plan.where_to)


def test_a_draft_whose_row_went_on_does_not_open(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    chosen = make.rows(1)
    ref = prepare_consultation(make.plan(chosen), actor=specialist, at=AT)
    Nomination.objects.filter(pk=chosen[0].pk).update(state=State.ON_AGENDA)

    refused("ROWS_MOVED_ON", open_public_list, ref, version=1, head_name="", actor=head, at=AT)


def test_more_time_is_given_and_never_less(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    kept = make.opened(specialist, head, make.rows(1))
    before = make.LAST

    def prolong(last_on: date, why: str = "Mưa lũ chia cắt nhiều xã.", at: datetime = AT) -> None:
        version = Consultation.objects.get(pk=kept.pk).version
        prolong_consultation(kept.ref, last_on, why, version=version, actor=head, at=at)

    refused("NOT_LONGER", prolong, before)
    refused("NOT_LONGER", prolong, before - timedelta(days=1))
    refused("NOT_A_WORKING_DAY", prolong, date(2026, 9, 19))
    refused("NO_REASON", prolong, date(2026, 9, 21), " ")
    refused("TOO_LONG", prolong, date(2027, 3, 1))
    refused("LAST_DAY_OVER", prolong, date(2026, 9, 21), at=make.AFTER)
    prolong(date(2026, 9, 21))

    page = consultation_page(head, kept.ref)
    assert (page.first_last_on, page.row.last_on) == (before, date(2026, 9, 21))
    assert [one.reason for one in page.prolongations] == ["Mưa lũ chia cắt nhiều xã."]


def test_a_list_closes_after_its_last_day_when_everything_is_resolved(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    kept = make.opened(specialist, head, make.rows())
    make.received(kept.ref)

    def close(by: Actor, at: datetime) -> None:
        close_consultation(kept.ref, head_name=head.name, actor=by, at=at)

    refused("NOT_OFFICE_HEAD", close, specialist, make.AFTER)
    refused("STILL_RUNNING", close, head, AT)
    refused("UNRESOLVED", close, head, make.AFTER)
    make.resolved(specialist, head, kind="FORWARDED")
    close(head, make.AFTER)

    kept.refresh_from_db()
    assert kept.certificate is not None
    assert kept.certificate.pdf is not None
    pages = PdfReader(BytesIO(read(kept.certificate.pdf.ref))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "1 ý kiến (1 qua cổng thông tin)" in text
    assert "(Thanh tra tỉnh, số 45/CV" in text
    assert "Không có ý kiến" in text
    assert "Người Gửi" not in text
    assert "nợ tiền công" not in text
    refused("WRONG_STATE", close, head, make.AFTER)


def test_a_row_that_is_taken_out_keeps_its_place_and_the_reason(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    kept = make.opened(specialist, head, make.rows())

    def take_out(order: int, reason: str = "Đơn vị rút đề nghị.") -> None:
        take_out_of_consultation(kept.ref, order, reason, actor=specialist, at=AT)

    refused("NO_REASON", take_out, 1, " ")
    with pytest.raises(Unseen):
        take_out(9)
    take_out(1)
    refused("ROW_HAS_LEFT", take_out, 1)

    row = consultation_page(head, kept.ref).rows[0]
    assert (row.left_on, row.left_reason) == (AT.date(), "Đơn vị rút đề nghị.")
    close_consultation(kept.ref, head_name="", actor=head, at=make.AFTER)
    refused("NOT_OPEN", take_out, 2)


@pytest.mark.parametrize("is_open", [True, False])
def test_a_row_that_goes_back_leaves_the_list(office: Office, is_open: bool) -> None:
    specialist, head = office
    make.rule(head)
    of = factories.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế"))
    who = fighter(2023, 2025)
    first, second = (
        factories.nomination(
            of, State.SUBMITTED, row=row, name=name, person=person, award_code="BK_TTG"
        )
        for row, name, person in ((1, who.full_name, who), (2, "Lò Thị Hạt Kê", None))
    )
    take_up(of.ref, actor=specialist, at=AT)
    Nomination.objects.update(state=State.READY)
    ref = prepare_consultation(make.plan([first, second]), actor=specialist, at=AT)
    if is_open:
        open_public_list(ref, version=1, head_name="", actor=head, at=AT)
    Nomination.objects.update(state=State.CHECKED)

    version = Nomination.objects.get(pk=first.pk).version
    return_row(first.ref, "Bổ sung.", version=version, actor=specialist, at=AT)
    version = Nomination.objects.get(pk=second.pk).version
    decline(second.ref, "Chưa đủ điều kiện.", version=version, actor=head, at=AT)

    left = [row.left_on for row in ConsultedRow.objects.order_by("order")]
    assert left == ([AT.date(), AT.date()] if is_open else [])
    if not is_open:
        refused("NO_ROWS", open_public_list, ref, version=1, head_name="", actor=head, at=AT)


def test_a_draft_that_lost_a_row_counts_anew(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    chosen = make.rows(3)
    ref = prepare_consultation(make.plan(chosen), actor=specialist, at=AT)
    ConsultedRow.objects.get(order=2).delete()

    open_public_list(ref, version=1, head_name="", actor=head, at=AT)

    assert [row.order for row in ConsultedRow.objects.order_by("order")] == [1, 2]
    assert consultation_for(head, ref).state == "OPEN"
