"""A change of law at the office: what to choose, whose answer turns, and the download."""

import io
from datetime import date
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # ships no types
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.appraisal.tests.test_impact import good
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import bar, organisation, person

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
NEW_LAW = "?ngay=2024-01-01&loai=bk_ttg-merit-person"


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


def signed_in(role: Role) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role), backend=BACKEND)
    return client


@pytest.fixture
def specialist() -> Client:
    return signed_in(Role.SPECIALIST)


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def page(client: Client, query: str = "", status: int = 200) -> str:
    return text(client, reverse("office:law_changes") + query, status)


def dossier(name: str, state: State = State.CHECKED, *, number: int = 1) -> Any:
    who = good(name)
    in_round = make.round_(f"Đợt xét {number}")
    batch = make.batch(BatchState.SUBMITTED, in_round=in_round, number=number)
    return make.nomination(batch, state, person=who, name=name, award_code="BK_TTG", year=2023)


def test_the_law_pages_lead_here(specialist: Client) -> None:
    assert reverse("office:law_changes") in text(specialist, reverse("office:law"))


def test_days_are_named_newest_first_and_nothing_is_asked_yet(specialist: Client) -> None:
    said = page(specialist)

    assert said.index("01/10/2026: Luật số 06/2026/QH16") < said.index("01/01/2024: Luật Thi đua")
    assert "Bằng khen của Thủ tướng Chính phủ (cá nhân)" in said
    assert "Chọn danh hiệu, hình thức" in said
    assert "đã hỏi" not in said


def test_whose_answer_turns_is_shown_with_both_sentences_and_clauses(specialist: Client) -> None:
    who = good("Lù Văn Suối")
    person("Hạng A Mây")

    said = page(specialist, NEW_LAW)

    assert reverse("office:person", args=[who.ref]) in said
    assert "Hạng A Mây" not in said
    assert "1 thay đổi trong 2" in said
    assert "Không đủ điều kiện → đủ điều kiện" in said
    assert "Nghị định 91/2017/NĐ-CP" in said
    assert "Luật Thi đua, khen thưởng 2022" in said
    assert "cùng năm thành tích 2023" in said


def test_the_filter_keeps_one_kind_of_change(specialist: Client) -> None:
    good("Lù Văn Suối")

    kept = page(specialist, NEW_LAW + "&doi=not_met-met")
    other = page(specialist, NEW_LAW + "&doi=met-not_met")
    nonsense = page(specialist, NEW_LAW + "&doi=x")

    assert "Lù Văn Suối" in kept
    assert "Lù Văn Suối" not in other
    assert "Không có ai với kiểu thay đổi này" in other
    assert "Lù Văn Suối" in nonsense


def test_open_dossiers_are_compared_and_ended_ones_are_not(specialist: Client) -> None:
    row = dossier("Lù Văn Suối")
    over = dossier("Giàng A Đá", State.GRANTED, number=2)

    said = page(specialist, NEW_LAW + "&o=ho-so")

    assert reverse("office:nomination", args=[row.ref]) in said
    assert reverse("office:nomination", args=[over.ref]) not in said
    assert "1 thay đổi trong 1" in said


def test_a_list_not_handed_in_is_no_open_dossier(specialist: Client) -> None:
    who = good("Lù Văn Suối")
    draft = make.nomination(
        make.batch(BatchState.DRAFT), State.DRAFT, person=who, award_code="BK_TTG", year=2023
    )

    said = page(specialist, NEW_LAW + "&o=ho-so")

    assert draft.ref not in said
    assert "Không có ai để hỏi" in said


def test_a_bar_turns_nothing_over_the_register(specialist: Client) -> None:
    who = good("Lù Văn Suối")
    before = page(specialist, NEW_LAW)
    bar(who, since=date(2020, 3, 2))

    assert "1 thay đổi trong 1" in before
    assert "1 thay đổi trong 1" in page(specialist, NEW_LAW)


def test_nothing_that_turns_and_nothing_to_compare_are_said(specialist: Client) -> None:
    person("Hạng A Mây")

    same = page(specialist, "?ngay=2025-07-01&loai=cstdt-merit-person")
    newer = page(specialist, "?ngay=2024-01-01&loai=xa_tieu_bieu-merit-collective")
    unknown = page(specialist, "?ngay=2024-01-01&loai=khong-co")

    assert "Không kết quả nào thay đổi" in same
    assert "Không có gì để so" in newer or "Chọn danh hiệu, hình thức" in newer
    assert "Chọn danh hiệu, hình thức" in unknown


def test_collectives_of_the_register_are_asked_for_their_awards(specialist: Client) -> None:
    organisation("Trường Bản Mây")

    said = page(specialist, "?ngay=2024-01-01&loai=ttldxs-merit-collective")

    assert "Tập thể trong sổ đã hỏi" in said


def test_an_impossible_day_shows_the_newest(specialist: Client) -> None:
    assert "Từ ngày 01/10/2026" in page(specialist, "?ngay=x&loai=cstdt-merit-person")


def test_the_download_holds_every_changed_row_and_no_formula(specialist: Client) -> None:
    good("=HYPERLINK(Suối)")

    answer = specialist.get(reverse("office:law_changes_sheet") + NEW_LAW)

    rows = list(
        openpyxl.load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)
    )
    assert answer["Content-Disposition"].startswith("attachment")
    assert rows[0][0] == "Ai"
    assert len(rows) == 2
    assert rows[1][0] == "'=HYPERLINK(Suối)"
    assert rows[1][2] == "Không đủ điều kiện"
    assert rows[1][5] == "Đủ điều kiện"


def test_the_download_of_dossiers_names_the_list(specialist: Client) -> None:
    dossier("Lù Văn Suối")

    answer = specialist.get(reverse("office:law_changes_sheet") + NEW_LAW + "&o=ho-so")

    rows = list(
        openpyxl.load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True)
    )
    assert rows[1][0] == "Lù Văn Suối"
    assert "năm 2023" in str(rows[1][1])


def test_without_an_award_there_is_nothing_to_download(specialist: Client) -> None:
    text(specialist, reverse("office:law_changes_sheet"), 404)


def test_the_inspector_reads_and_others_do_not() -> None:
    for role, status in (
        (Role.INSPECTOR, 200), (Role.OFFICE_HEAD, 200), (Role.EDITOR, 403), (Role.MEMBER, 403),
    ):  # fmt: skip
        client = signed_in(role)
        for name in ("law_changes", "law_changes_sheet"):
            answer = client.get(reverse(f"office:{name}") + NEW_LAW)
            assert answer.status_code == status, (role, name)


@pytest.mark.parametrize("side", ["so", "ho-so"])
def test_the_page_takes_the_same_queries_for_one_and_for_three(
    specialist: Client, side: str
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            specialist.get(reverse("office:law_changes") + f"{NEW_LAW}&o={side}")
        return len(captured)

    dossier("Lù Văn Suối")
    queries()
    one = queries()
    dossier("Giàng A Đá", number=2)
    dossier("Hạng A Mây", number=3)

    assert queries() == one
