"""The page of a submission letter: worded, two at once, printed, finished, opened again."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.models import SubmissionLetter
from bangvang.nominations.states import BatchState
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
WRITTEN = {
    "superior": "",
    "symbol": "TTr-UBND",
    "place": "Suối Mây",
    "addressed_to": "Chủ tịch Ủy ban nhân dân tỉnh",
    "own_grounds": "",
    "words": "Xã đã bình xét.",
    "recipients": "Như trên\nLưu: VT",
    "posts": "TM. Ủy ban nhân dân\nChủ tịch",
    "signer_name": "Vàng Thị Núi",
}


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation("Ủy ban nhân dân xã Suối Mây")


@pytest.fixture
def officer(client: Client, unit: Any) -> Client:
    client.force_login(account("donvi", Role.UNIT_OFFICER, unit=unit), backend=BACKEND)
    return client


@pytest.fixture
def batch(unit: Any) -> Any:
    made = make.batch(unit=unit)
    make.nomination(made)
    return made


def at(name: str, batch: Any, *more: str) -> str:
    return reverse(f"units:{name}", args=[batch.ref, *more])


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def test_it_is_worded_and_bad_input_is_answered(officer: Client, batch: Any) -> None:
    page = at("submission_letter", batch)
    assert "Lập tờ trình" in text(officer.get(at("batch", batch)))
    assert "Sau khi bình xét" in text(officer.get(page))
    assert officer.get(at("letter_print", batch, "pdf")).status_code == 404

    bad = text(officer.post(page, {**WRITTEN, "words": "", "version": 0}), 422)
    assert "Chưa gửi được, cần sửa" in bad
    assert officer.post(page, {**WRITTEN, "version": 0}).status_code == 302

    assert SubmissionLetter.objects.get().posts == "TM. Ủy ban nhân dân\nChủ tịch"
    assert "Soạn tiếp tờ trình" in text(officer.get(at("batch", batch)))


def test_of_two_the_later_one_sees_both_and_chooses(officer: Client, batch: Any) -> None:
    page = at("submission_letter", batch)
    officer.post(page, {**WRITTEN, "version": 0})

    told = text(officer.post(page, {**WRITTEN, "words": "Bản của tôi.", "version": 0}), 409)

    assert "Bản đang lưu của" in told
    assert "Xã đã bình xét." in told
    assert "Bản của tôi." in told
    assert '<input type="hidden" name="version" value="1">' in told


def test_it_is_printed_finished_and_opened_again(officer: Client, batch: Any) -> None:
    page = at("submission_letter", batch)
    officer.post(page, {**WRITTEN, "version": 0})
    assert officer.get(at("letter_print", batch, "pdf")).content.startswith(b"%PDF")
    assert officer.get(at("letter_print", batch, "docx")).content.startswith(b"PK")
    assert officer.get(at("letter_print", batch, "exe")).status_code == 404
    assert "Người khác vừa lưu" in text(officer.post(at("finish_letter", batch)), 422)

    officer.post(at("finish_letter", batch), {"version": 1})

    assert "Tờ trình đã chốt để ký" in text(officer.get(page))
    assert "đính kèm bản quét vào mục" in text(officer.get(at("batch", batch)))
    assert officer.get(at("letter_print", batch, "pdf")).content.startswith(b"%PDF")
    assert "đã chốt" in text(officer.post(page, {**WRITTEN, "version": 2}), 422)
    officer.post(at("reopen_letter", batch), {"version": 2})
    assert "Lưu tờ trình" in text(officer.get(page))


def test_nobody_else_reads_it(officer: Client, batch: Any) -> None:
    officer.post(at("submission_letter", batch), {**WRITTEN, "version": 0})
    other = account("khac", Role.UNIT_HEAD, unit=organisation("Sở Gió Núi"))
    stranger = Client()
    stranger.force_login(other, backend=BACKEND)

    assert stranger.get(at("submission_letter", batch)).status_code == 404
    assert stranger.get(at("letter_print", batch, "pdf")).status_code == 404
    assert stranger.post(at("finish_letter", batch), {"version": 1}).status_code == 404


def test_what_was_handed_in_is_read_only(officer: Client, batch: Any, unit: Any) -> None:
    handed = make.batch(BatchState.SUBMITTED, unit=unit, in_round=make.round_("Đợt hai"))

    said = text(officer.get(at("submission_letter", handed)))

    assert "Chưa lập tờ trình trên hệ thống" in said
    assert "Lập tờ trình" not in text(officer.get(at("batch", handed)))
