"""Answering the law's questions and asking it again."""

from datetime import date

import pytest

from bangvang.appraisal.actions.answer_questions import answer_questions
from bangvang.appraisal.actions.check_again import check_again
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.models import StoredFinding
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.actions.state_facts import Stated
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Award, Completeness, Grade
from bangvang.registry.tests.factories import organisation, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def specialist() -> Actor:
    return actor(Role.SPECIALIST, ref="specialist", name="Trần Văn Ruộng")


def fought(*, checked: bool = True) -> Nomination:
    """Return somebody to whom five giấy khen stand for initiatives, if given in combat."""
    who = person("Sùng A Đá Vôi")
    given = [("BK_TINH", 2016), *(("GIAY_KHEN", year) for year in range(2018, 2023))]
    for code, year in given:
        Award.objects.create(
            person=who, code=code, kind="MERIT", year=year, name_as_written=who.full_name,
            unit_as_written="Sở", unit=who.organisation, decision_no=f"{year}/QĐ",
            decided_on=date(year + 1, 1, 8), issued_by="Giám đốc Sở", origin="BACK_ENTRY",
        )  # fmt: skip
    for year in range(2018, 2023):
        Grade.objects.create(person=who, code="HTXSNV", year=year)
    for kind in ("AWARD", "GRADE", "INITIATIVE"):
        Completeness.objects.create(person=who, record_kind=kind, from_year=2010)
    handed_in = make.batch(
        BatchState.SUBMITTED, unit=organisation("Sở Y tế"), received_on=date(2023, 4, 19)
    )
    row = make.nomination(
        handed_in, State.SUBMITTED, person=who, name=who.full_name, award_code="BK_TTG", year=2022
    )
    if checked:
        take_up(handed_in.ref, actor=actor(Role.SPECIALIST), at=AT)
        row.refresh_from_db()
    return row


def answers(row: Nomination) -> list[str]:
    return list(
        StoredFinding.objects.filter(nomination=row).order_by("pk").values_list("answer", flat=True)
    )


def test_an_answer_settles_what_the_file_left_open(specialist: Actor) -> None:
    row = fought()
    yes = {"CHIEN_DAU": Stated(value=True, source="Xác nhận của Bộ Chỉ huy Quân sự tỉnh")}

    changed = answer_questions(row.ref, yes, version=row.version, actor=specialist, at=AT)

    assert changed == 1
    assert answers(row) == ["FOR_A_PERSON", "MET"]
    stored = StoredFinding.objects.filter(nomination=row).latest("pk")
    assert stored.facts["facts"] == {"CHIEN_DAU": True}
    lines = entries_about(("nomination", row.ref))
    assert [line.verb for line in lines][-2:] == ["state_facts", "check_again"]
    assert (
        lines[-1].said
        == "Đối chiếu lại, xét đến ngày 14/09/2026: từ cần người xem xét thành đủ điều kiện."
    )


def test_the_same_answer_asks_nothing_again(specialist: Actor) -> None:
    row = fought()
    yes = {"CHIEN_DAU": Stated(value=True, source="Xác nhận")}
    answer_questions(row.ref, yes, version=row.version, actor=specialist, at=AT)
    row.refresh_from_db()

    assert answer_questions(row.ref, yes, version=row.version, actor=specialist, at=AT) == 0
    assert len(answers(row)) == 2


def test_a_mended_record_is_seen_when_the_law_is_asked_again(specialist: Actor) -> None:
    row = fought()
    Grade.objects.filter(year=2020).update(code="HTTNV")

    check_again(row.ref, actor=specialist, at=AT)
    check_again(row.ref, actor=specialist, at=AT)

    assert answers(row) == ["FOR_A_PERSON", "NOT_MET", "NOT_MET"]
    told = [line.said for line in entries_about(("nomination", row.ref))][-2:]
    assert told == [
        "Đối chiếu lại, xét đến ngày 14/09/2026: từ cần người xem xét thành không đủ điều kiện.",
        "Đối chiếu lại, xét đến ngày 14/09/2026: kết quả như trước.",
    ]


def test_only_the_office_asks_again_and_only_under_appraisal(specialist: Actor) -> None:
    row = fought(checked=False)

    with pytest.raises(Refused) as caught:
        check_again(row.ref, actor=specialist, at=AT)
    assert caught.value.objection.code == "NOT_UNDER_APPRAISAL"
    take_up(row.batch.ref, actor=specialist, at=AT)
    with pytest.raises(Refused) as caught:
        check_again(row.ref, actor=actor(Role.UNIT_OFFICER, unit=row.batch.unit), at=AT)
    assert caught.value.objection.code == "NOT_OFFICE"
    with pytest.raises(Unseen):
        check_again(row.ref, actor=actor(Role.UNIT_OFFICER, unit=organisation("Sở khác")), at=AT)
