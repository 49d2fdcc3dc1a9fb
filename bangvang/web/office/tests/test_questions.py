"""The law's questions on the pages of the office and of the unit."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.appraisal.tests.test_checking_again import answers, fought
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.selectors.stated import stated_about
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
QUESTION = 'name="CHIEN_DAU"'


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


def signed_in(username: str, role: Role, unit: Any) -> Client:
    client = Client()
    client.force_login(account(username, role, unit=unit), backend=BACKEND)
    return client


@pytest.fixture
def specialist() -> Client:
    return signed_in("chuyenvien", Role.SPECIALIST, organisation("Phòng Thi đua, khen thưởng"))


def form_of(row: Any, answer: str, source: str) -> dict[str, str]:
    return {"version": str(row.version), "CHIEN_DAU": answer, "CHIEN_DAU_can_cu": source}


def test_the_specialist_answers_and_sees_the_new_result(specialist: Client) -> None:
    row = fought()
    address = reverse("office:answer_questions", args=[row.ref])
    assert QUESTION in specialist.get(address).content.decode()

    answer = specialist.post(address, form_of(row, "co", "Giấy xác nhận đã ký"), follow=True)

    said = answer.content.decode()
    assert "Đã ghi dữ kiện và đối chiếu lại." in said
    assert "Giấy xác nhận đã ký" in said
    assert answers(row) == ["FOR_A_PERSON", "MET"]


def test_an_answer_without_a_source_is_sent_back(specialist: Client) -> None:
    row = fought()

    answer = specialist.post(
        reverse("office:answer_questions", args=[row.ref]), form_of(row, "co", "")
    )

    assert answer.status_code == 422
    assert "Cần ghi căn cứ của câu trả lời này." in answer.content.decode()
    assert stated_about(row.ref) == {}


def test_whoever_saves_second_is_told(specialist: Client) -> None:
    row = fought()
    address = reverse("office:answer_questions", args=[row.ref])
    specialist.post(address, form_of(row, "co", "Xác nhận"))

    answer = specialist.post(address, form_of(row, "khong", "Xác nhận"))

    assert answer.status_code == 422
    assert "Người khác vừa lưu thay đổi" in answer.content.decode()


def test_an_award_that_asks_nothing_says_so(specialist: Client) -> None:
    handed_in = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế"))
    row = make.nomination(handed_in, State.CHECKED, award_code="CSTT")

    said = specialist.get(reverse("office:answer_questions", args=[row.ref])).content.decode()

    assert "Luật không hỏi thêm gì" in said


def test_the_case_can_be_checked_again_by_a_press(specialist: Client) -> None:
    row = fought()

    specialist.post(reverse("office:check_again", args=[row.ref]))

    assert answers(row) == ["FOR_A_PERSON", "FOR_A_PERSON"]


def test_the_unit_states_the_facts_of_its_draft() -> None:
    unit = organisation("Sở Nông nghiệp")
    round_ = make.round_(
        opens_on=date(2023, 1, 9), submit_by=date(2023, 3, 20), ballot_by=date(2023, 4, 30)
    )
    row = make.nomination(
        make.batch(BatchState.DRAFT, unit=unit, in_round=round_),
        State.DRAFT,
        award_code="BK_TTG",
        year=2022,
    )
    officer = signed_in("canbo", Role.UNIT_OFFICER, unit)
    address = reverse("units:answer_questions", args=[row.ref])

    answer = officer.post(address, form_of(row, "khong", "Biên bản bình xét"), follow=True)

    assert "Đã ghi dữ kiện của hồ sơ." in answer.content.decode()
    assert stated_about(row.ref)["CHIEN_DAU"].value is False
    stranger = signed_in("khac", Role.UNIT_OFFICER, organisation("Sở Xây dựng"))
    assert stranger.get(address).status_code == 404
