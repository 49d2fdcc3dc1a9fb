"""Remarks to parts of a returned row: answered one by one, and what changed since is shown."""

from functools import partial
from typing import Any

import pytest

from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.models import StoredFinding
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.nominations.actions.answer_remarks import answer_remarks
from bangvang.nominations.actions.complete_row import complete_row
from bangvang.nominations.actions.keep_returned import Remarked
from bangvang.nominations.actions.resubmit import resubmit
from bangvang.nominations.models import Attachment, Nomination, Remark, Report, WrittenPart
from bangvang.nominations.selectors.remarks import (
    Difference,
    differences_of,
    remarks_of,
    returns_of,
)
from bangvang.nominations.states import BatchState, PaperKind, RemarkPart, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db
ASKED = (
    Remarked(RemarkPart.MERITS, "Nêu số liệu năm 2025."),
    Remarked(RemarkPart.PAPERS, "Thiếu chứng nhận sáng kiến."),
    Remarked(RemarkPart.WHO, "   "),
)


@pytest.fixture
def unit() -> Any:
    return organisation("Ủy ban nhân dân xã Suối Mây")


@pytest.fixture
def row(unit: Any) -> Nomination:
    made = make.nomination(make.batch(BatchState.SUBMITTED, unit=unit), State.CHECKED)
    StoredFinding.objects.create(
        nomination=made, asked_at=AT, on_day=AT.date(), answer="MET", rulebook_version="x",
        finding={}, facts={},
    )  # fmt: skip
    report = Report.objects.create(nomination=made, begun_by="An", begun_at=AT)
    for name, text in (("MERITS", "Dòng giữ\nDòng cũ"), ("TITLES", '[["2024", "LĐTT", ""]]')):
        WrittenPart.objects.create(report=report, name=name, text=text, saved_by="An", saved_at=AT)
    return made


@pytest.fixture
def officer(unit: Any) -> Any:
    return actor(Role.UNIT_OFFICER, unit=unit)


def returned(row: Nomination, remarks: Any = ASKED) -> int:
    return_row(
        row.ref, "Bổ sung.", version=row.version, actor=actor(Role.SPECIALIST), at=AT,
        remarks=remarks,
    )  # fmt: skip
    row.refresh_from_db()
    return row.version


def test_each_remark_is_answered_before_the_row_goes_back(
    row: Nomination, unit: Any, officer: Any
) -> None:
    head = actor(Role.UNIT_HEAD, unit=unit)
    version = returned(row)
    one, other = remarks_of(row.ref)
    assert (one.part_name, other.words) == (
        "Báo cáo: thành tích đạt được", "Thiếu chứng nhận sáng kiến.",
    )  # fmt: skip
    complete_row(row.ref, "Đã bổ sung.", version=version, actor=officer, at=AT)

    with pytest.raises(Refused, match="Còn 2 yêu cầu"):
        resubmit(row.ref, version=version + 1, actor=head, at=AT)
    answers = {one.ref: "Đã nêu.", other.ref: " "}
    assert answer_remarks(row.ref, answers, version=version + 1, actor=officer, at=AT) == 1
    with pytest.raises(Refused, match="Còn 1 yêu cầu"):
        resubmit(row.ref, version=version + 2, actor=head, at=AT)
    last = {other.ref: "Đã kèm."}
    assert answer_remarks(row.ref, last, version=version + 2, actor=officer, at=AT) == 0

    assert [seen.answer for seen in returns_of(row.ref, for_office=True)[0].remarks] == ["", ""]
    resubmit(row.ref, version=version + 3, actor=head, at=AT)

    (handed_in,) = returns_of(row.ref, for_office=True)
    assert (handed_in.handed_in_at, handed_in.remarks) == (AT, remarks_of(row.ref))
    row.refresh_from_db()
    assert row.state == State.SUBMITTED
    assert [seen.answer for seen in remarks_of(row.ref)] == ["Đã nêu.", "Đã kèm."]
    verbs = [entry.verb for entry in entries_about(("nomination", row.ref))]
    assert verbs.count("answer_remarks") == 2
    assert verbs.count("ask_of_parts") == 1


def test_what_changed_since_is_told_before_and_after(row: Nomination) -> None:
    assert differences_of(row.ref) == ()
    returned(row)
    assert differences_of(row.ref) == ()

    WrittenPart.objects.filter(name="MERITS").update(text="Dòng giữ\nDòng mới")
    WrittenPart.objects.filter(name="TITLES").update(text='[["2024", "CSTĐCS", ""]]')
    make.stated(row, "KHONG_CO_CAU_HOI", value=True)
    Attachment.objects.create(
        batch=row.batch, nomination=row, kind=PaperKind.KHAC, added_by="An", added_at=AT,
        file=make.stored_file("so-lieu.pdf", kind="PDF"),
    )  # fmt: skip

    assert differences_of(row.ref) == (
        Difference("Báo cáo: Thành tích đạt được", "Dòng cũ", "Dòng mới"),
        Difference("Báo cáo: Danh hiệu thi đua", "2024, LĐTT", "2024, CSTĐCS"),
        Difference("KHONG_CO_CAU_HOI", "", "có"),
        Difference("Giấy tờ", "", "Tài liệu khác: so-lieu.pdf"),
    )


def test_bad_answers_and_others_are_refused(row: Nomination, officer: Any) -> None:
    version = returned(row)
    (one, _) = remarks_of(row.ref)
    answer = partial(answer_remarks, row.ref, actor=officer, at=AT)

    for answers, seen in (({one.ref: " "}, version), ({one.ref: "a" * 2001}, version),
                          ({one.ref: "Có"}, version - 1)):  # fmt: skip
        with pytest.raises(Refused):
            answer(answers, version=seen)
    with pytest.raises(Unseen):
        answer({"khong-co": "Có"}, version=version)
    stranger = actor(Role.UNIT_HEAD, unit=organisation("Sở Gió Núi"))
    with pytest.raises(Unseen):
        answer_remarks(row.ref, {one.ref: "Có"}, version=version, actor=stranger, at=AT)
    assert not Remark.objects.exclude(answer="").exists()


def test_too_many_remarks_return_nothing(row: Nomination) -> None:
    with pytest.raises(Refused, match="nhiều nhất 5"):
        returned(row, [Remarked(RemarkPart.WHO, f"Yêu cầu {number}") for number in range(6)])

    row.refresh_from_db()
    assert row.state == State.CHECKED


@each_connected
def test_of_two_answers_at_once_one_is_told(row: Nomination, officer: Any) -> None:
    version = returned(row)
    (one, _) = remarks_of(row.ref)
    answer = partial(
        answer_remarks, row.ref, {one.ref: "Có"}, version=version, actor=officer, at=AT
    )

    assert sorted(at_once(answer, answer)) == ["", "STALE"]
