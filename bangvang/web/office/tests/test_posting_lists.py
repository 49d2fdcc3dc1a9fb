"""Lists of postings on the office's pages."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.jobs.worker import Worker
from bangvang.foundation.sheets import write_table
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.registry.models import Posting, PostingList
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.test_posting_lists import HEADER, UNIT, line
from bangvang.web.office.tests.test_agency_lists import posted, shown
from bangvang.web.office.tests.test_bar_leaks import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation(UNIT)


@pytest.fixture
def office() -> Client:
    return signed_in(Role.SPECIALIST)


def uploaded(office: Client, *rows: Any) -> str:
    file = SimpleUploadedFile("can-bo.xlsx", write_table(HEADER, rows))
    answer = posted(office, "take_posting_list", file=file)
    assert answer.status_code == 302
    return PostingList.objects.latest("pk").ref


def test_a_list_is_previewed_mended_entered_and_undone(office: Client, unit: Any) -> None:
    somebody = person(unit=unit)
    assert "Chưa có danh sách nào" in shown(office, "posting_lists")
    assert "20.000 dòng" in shown(office, "take_posting_list")
    ref = uploaded(office, line(), line(since="31/02/2022", position="Phó giám đốc"))
    assert uploaded(office, line(), line(since="31/02/2022", position="Phó giám đốc")) == ref
    page = shown(office, "posting_list", ref)
    assert "Ghi 1 dòng vào quá trình công tác" in page
    assert "“31/02/2022” không phải ngày có thật" in page

    assert "Ô G3" not in shown(office, "posting_list_mend", ref, 0, 2)
    given = dict(zip(
        ("person_name", "birth", "position", "unit", "subject_class", "since", "last_on",
         "decision_no", "decided_on", "issued_by"),
        line(since="28/02/2022", position="Phó giám đốc")[1:], strict=True,
    ))  # fmt: skip
    assert posted(office, "posting_list_mend", ref, 0, 3, version=1, **given).status_code == 302
    assert posted(office, "enter_postings", ref).status_code == 422
    assert posted(office, "enter_postings", ref, version=1).status_code == 409
    assert posted(office, "enter_postings", ref, version=2).status_code == 302

    page = shown(office, "posting_list", ref)
    assert "sửa “31/02/2022” thành “28/02/2022”" in page
    assert Posting.objects.filter(person=somebody).count() == 2
    record = shown(office, "person", somebody.ref)
    assert reverse("office:posting_list", args=[ref]) in record
    assert "2 công tác đã ghi" in shown(office, "undo_posting_list", ref)
    assert posted(office, "undo_posting_list", ref, version=9, reason="Nhầm.").status_code == 422
    assert posted(office, "undo_posting_list", ref, version=3, reason="Nhầm.").status_code == 302
    assert "Danh sách này đã hủy" in shown(office, "posting_list", ref)
    assert "Đã ghi, rồi hủy" in shown(office, "posting_list", ref)
    assert "2 đã ghi, rồi hủy" in shown(office, "posting_lists")
    file = office.get(reverse("office:posting_list_file", args=[ref]))
    assert file.content.startswith(b"PK")
    assert Entry.objects.filter(verb="open_incoming_file").count() == 1


def test_somebody_is_chosen_and_columns_are_said(office: Client, unit: Any) -> None:
    one = person("Lò Văn Thóc Nếp", unit=unit)
    person("Lò Văn Thóc Nếp", unit=organisation("Sở Nội vụ"))
    ref = uploaded(office, line("Lò Văn Thóc Nếp", "", unit=""))
    assert f"p:{one.ref}" in shown(office, "posting_list", ref, loc="can-chon")
    at = ("choose_posted", ref, 0, 2)

    assert posted(office, *at).status_code == 422
    assert posted(office, *at, version=9, choice=f"p:{one.ref}").status_code == 409
    assert posted(office, *at, version=1, choice=f"p:{one.ref}").status_code == 302
    assert "Chọn lại<span" in shown(office, "posting_list", ref)
    assert posted(office, "match_postings", ref).status_code == 302
    assert "Đến hết ngày" in shown(office, "posting_list_columns", ref, 0)
    columns = {"version": 2, "first_row": 2, "cot-1": "person_name", "cot-3": "position"}
    wrong = posted(office, "posting_list_columns", ref, 0, **columns, decided_on="31/02/2020")
    right = posted(office, "posting_list_columns", ref, 0, **columns, decision_no="7/QĐ")
    assert (wrong.status_code, right.status_code) == (422, 302)
    assert "Quyết định số 7/QĐ" in shown(office, "posting_list", ref)
    assert posted(office, "posting_list_letters", ref).status_code == 422
    assert posted(office, "posting_list_read", ref, version=3).status_code == 422


def test_a_list_shows_how_far_it_is_and_the_inspector_only_reads(
    office: Client, unit: Any, settings: Settings
) -> None:
    settings.BANGVANG_JOBS_AT_ONCE = False
    person(unit=unit)
    ref = uploaded(office, line())
    page = shown(office, "posting_list", ref)
    assert 'http-equiv="refresh"' in page
    assert "Từng dòng" not in page
    Worker(lambda: AT).work_once()

    page = shown(signed_in(Role.INSPECTOR), "posting_list", ref)

    assert "Vàng Thị Lúa Chín" in page
    assert "Ghi 1 dòng" not in page
    assert "Sửa dòng" not in page


def test_what_is_no_table_is_said_on_the_page(office: Client) -> None:
    file = SimpleUploadedFile("a.xlsx", b"xyz")

    answer = posted(office, "take_posting_list", file=file)

    assert answer.status_code == 422
    assert "a.xlsx" in answer.content.decode()
    assert not PostingList.objects.exists()
