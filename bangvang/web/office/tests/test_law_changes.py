"""A change of law at the office: what to choose, whose answer turns, and the download."""

import io
from datetime import date
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # ships no types
import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.appraisal.models import Sweep
from bangvang.appraisal.tests.test_impact import good, stripped
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import newest_entries
from bangvang.foundation.jobs.states import State as JobState
from bangvang.foundation.jobs.tests.factories import change_jobs, jobs
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import bar, organisation, person
from bangvang.registry.tests.test_recipients import household

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


def asked(client: Client, query: str, status: int = 302) -> None:
    """Have the change computed; tests do jobs at once."""
    said = QueryDict(query.removeprefix("?")).dict()
    assert client.post(reverse("office:law_changes_ask"), said).status_code == status


def result(client: Client, query: str) -> str:
    asked(client, query)
    return page(client, query)


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

    said = result(specialist, NEW_LAW)

    assert reverse("office:person", args=[who.ref]) in said
    assert "Hạng A Mây" not in said
    assert "1 thay đổi trong 2" in said
    assert "Không đủ điều kiện → đủ điều kiện" in said
    assert "Nghị định 91/2017/NĐ-CP" in said
    assert "Luật Thi đua, khen thưởng 2022" in said
    assert "cùng năm thành tích 2023" in said


def test_the_filter_keeps_one_kind_of_change(specialist: Client) -> None:
    good("Lù Văn Suối")

    kept = result(specialist, NEW_LAW + "&doi=not_met-met")
    other = page(specialist, NEW_LAW + "&doi=met-not_met")
    nonsense = page(specialist, NEW_LAW + "&doi=x")

    assert "Lù Văn Suối" in kept
    assert "Lù Văn Suối" not in other
    assert "Không có ai với kiểu thay đổi này" in other
    assert "Lù Văn Suối" in nonsense


def test_open_dossiers_are_compared_and_ended_ones_are_not(specialist: Client) -> None:
    row = dossier("Lù Văn Suối")
    over = dossier("Giàng A Đá", State.GRANTED, number=2)

    said = result(specialist, NEW_LAW + "&o=ho-so")

    assert reverse("office:nomination", args=[row.ref]) in said
    assert reverse("office:nomination", args=[over.ref]) not in said
    assert "1 thay đổi trong 1" in said


def test_a_list_not_handed_in_is_no_open_dossier(specialist: Client) -> None:
    who = good("Lù Văn Suối")
    draft = make.nomination(
        make.batch(BatchState.DRAFT), State.DRAFT, person=who, award_code="BK_TTG", year=2023
    )

    said = result(specialist, NEW_LAW + "&o=ho-so")

    assert draft.ref not in said
    assert "Không có ai để hỏi" in said


def test_a_bar_turns_nothing_over_the_register(specialist: Client) -> None:
    who = good("Lù Văn Suối")
    before = result(specialist, NEW_LAW)
    bar(who, since=date(2020, 3, 2))

    assert "1 thay đổi trong 1" in before
    assert "1 thay đổi trong 1" in result(specialist, NEW_LAW)


def test_nothing_that_turns_and_nothing_to_compare_are_said(specialist: Client) -> None:
    person("Hạng A Mây")

    same = result(specialist, "?ngay=2025-07-01&loai=cstdt-merit-person")
    newer = page(specialist, "?ngay=2024-01-01&loai=xa_tieu_bieu-merit-collective")
    unknown = page(specialist, "?ngay=2024-01-01&loai=khong-co")

    assert "Không kết quả nào thay đổi" in same
    assert "Không có gì để so" in newer or "Chọn danh hiệu, hình thức" in newer
    assert "Chọn danh hiệu, hình thức" in unknown


def test_collectives_of_the_register_are_asked_for_their_awards(specialist: Client) -> None:
    organisation("Trường Bản Mây")

    said = result(specialist, "?ngay=2024-01-01&loai=ttldxs-merit-collective")

    assert "Tập thể trong sổ đã hỏi" in said


def test_an_impossible_day_shows_the_newest(specialist: Client) -> None:
    assert "Từ ngày 01/10/2026" in page(specialist, "?ngay=x&loai=cstdt-merit-person")


def test_the_download_holds_every_changed_row_and_no_formula(specialist: Client) -> None:
    good("=HYPERLINK(Suối)")
    asked(specialist, NEW_LAW)

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
    asked(specialist, NEW_LAW)

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
        asked(client, NEW_LAW, 302 if status == 200 else 403)
        for name in ("law_changes", "law_changes_sheet"):
            answer = client.get(reverse(f"office:{name}") + NEW_LAW)
            assert answer.status_code == status, (role, name)


@pytest.mark.parametrize("side", ["so", "ho-so"])
def test_the_page_takes_the_same_queries_for_one_and_for_three(
    specialist: Client, side: str
) -> None:
    def queries() -> int:
        asked(specialist, NEW_LAW)
        with CaptureQueriesContext(connection) as captured:
            specialist.get(reverse("office:law_changes") + f"{NEW_LAW}&o={side}")
        return len(captured)

    dossier("Lù Văn Suối")
    queries()
    one = queries()
    dossier("Giàng A Đá", number=2)
    dossier("Hạng A Mây", number=3)

    assert queries() == one


def test_nothing_is_computed_until_somebody_asks(specialist: Client) -> None:
    good("Lù Văn Suối")

    said = page(specialist, NEW_LAW)

    assert "Chưa tính thay đổi này" in said
    assert "Tính trên sổ và hồ sơ" in said
    assert "đã hỏi" not in said
    assert not jobs()


def test_who_waits_sees_how_far_it_is_and_nobody_asks_twice(
    specialist: Client, settings: Settings
) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = False
    good("Lù Văn Suối")
    asked(specialist, NEW_LAW)
    asked(signed_in(Role.OFFICE_HEAD), NEW_LAW)
    waits = page(specialist, NEW_LAW)
    (job,) = jobs()
    change_jobs(state=JobState.RUNNING, claim="x", done=500, of=1000)
    runs = page(specialist, NEW_LAW)

    assert job.arguments == {
        "code": "BK_TTG", "kind": "MERIT", "subject": "person", "on": "2024-01-01",
    }  # fmt: skip
    assert "Việc sẽ bắt đầu trong vài giây" in waits
    assert "Xem lại" in waits
    assert "Tính trên sổ và hồ sơ</button>" not in waits
    assert 'value="50"' in runs
    assert "500 trong 1.000" in runs
    assert 'hx-trigger="every 2s"' in runs


def test_the_piece_is_drawn_anew_until_the_job_ends_and_then_the_page_is_loaded(
    specialist: Client, settings: Settings
) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = False
    asked(specialist, NEW_LAW)
    address, ask_htmx = reverse("office:law_changes") + NEW_LAW, {"HX-Target": "tien-do"}
    open_ = specialist.get(address, headers={"HX-Request": "true", **ask_htmx})
    change_jobs(state=JobState.DONE)
    ended = specialist.get(address, headers={"HX-Request": "true", **ask_htmx})

    assert open_.status_code == 200
    assert "<html" not in open_.content.decode()
    assert 'id="tien-do"' in open_.content.decode()
    assert (ended.status_code, ended["HX-Refresh"]) == (204, "true")


def test_a_job_that_failed_is_said_and_may_be_asked_for_again(
    specialist: Client, settings: Settings
) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = False
    asked(specialist, NEW_LAW)
    change_jobs(state=JobState.FAILED, error="Lỗi ngoài dự kiến (KeyError).")

    said = page(specialist, NEW_LAW)

    assert "Không xong" in said
    assert "Lỗi ngoài dự kiến" not in said
    assert "Tính trên sổ và hồ sơ</button>" in said
    asked(specialist, NEW_LAW)
    assert len(jobs()) == 2


def test_a_result_says_when_it_is_old_and_is_not_handed_out_as_a_sheet(specialist: Client) -> None:
    good("Lù Văn Suối")
    fresh = result(specialist, NEW_LAW)
    good("Vàng Thị Núi")

    old = page(specialist, NEW_LAW)
    sheet = specialist.get(reverse("office:law_changes_sheet") + NEW_LAW)

    assert "đã cũ" not in fresh
    assert "không thay đổi" in fresh
    assert "Kết quả dưới đây đã cũ" in old
    assert "Tải bảng tính" not in old
    assert "1 thay đổi trong 1" in old
    assert sheet.status_code == 422
    assert "2 thay đổi trong 2" in result(specialist, NEW_LAW)


def test_an_old_row_whose_answer_is_another_now_says_so(specialist: Client) -> None:
    who = good("Lù Văn Suối")
    asked(specialist, NEW_LAW)
    stripped(who)
    good("Vàng Thị Núi")

    assert "Nay đã khác lúc tính" in page(specialist, NEW_LAW)


def test_a_row_that_may_not_be_seen_any_more_is_left_out(
    specialist: Client,
) -> None:
    row = dossier("Lù Văn Suối")
    asked(specialist, NEW_LAW)
    shown = page(specialist, NEW_LAW + "&o=ho-so")
    row.batch.state = BatchState.DRAFT
    row.batch.save()

    address = reverse("office:nomination", args=[row.ref])
    assert address in shown
    assert address not in page(specialist, NEW_LAW + "&o=ho-so")


def test_an_award_that_one_of_the_days_did_not_know_cannot_be_asked_for(
    specialist: Client,
) -> None:
    asked(specialist, "?ngay=2024-01-01&loai=khong-co", 404)


def test_asking_leaves_one_entry_and_does_not_make_the_result_old(specialist: Client) -> None:
    asked(specialist, NEW_LAW)
    asked(specialist, NEW_LAW)

    assert "đã cũ" not in page(specialist, NEW_LAW)
    assert [line.verb for line in newest_entries()] == ["ask_sweep"]
    assert len(jobs()) == 1


FAMILY = "?ngay=2024-01-30&loai=gia_dinh_vh-merit-household"


def test_households_of_the_register_are_asked_and_nobody_else(specialist: Client) -> None:
    household()
    assert "Gia đình văn hóa (hộ gia đình)" in page(specialist)

    asked(specialist, FAMILY)
    said = page(specialist, FAMILY)

    assert "Đến hết ngày 29/01/2024" in said
    assert "đạt ba tiêu chuẩn của khung tiêu chuẩn" in said
    assert "Hộ gia đình trong sổ đã hỏi" in said
    assert Sweep.objects.get().asked_register == 1
    assert Sweep.objects.get().asked_dossiers == 0
