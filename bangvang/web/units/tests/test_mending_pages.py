"""Mending a row on the screen: what the page shows, keeps and refuses, and who may open it."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.sheets import write_table
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import organisation
from bangvang.web.units.tests.test_pages import (
    BACKEND,
    BAD,
    GOOD,
    _september,  # noqa: F401  fixtures
    officer,  # noqa: F401
    text,
    unit,  # noqa: F401
)

pytestmark = pytest.mark.django_db

HEAD = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Hình thức đề nghị", "Số CCCD")
WRONG_NUMBER = "123"


@pytest.fixture
def preview(officer: Client) -> str:  # noqa: F811
    file = SimpleUploadedFile(
        "danh-sach.xlsx", write_table(HEAD, [(*GOOD, ""), (*BAD, WRONG_NUMBER)])
    )
    sent = {"round": make.round_().ref, "file": file}
    address: str = officer.post(reverse("units:upload"), sent)["Location"]
    return address


def cells(**changed: str) -> dict[str, str]:
    """Return what the page of the third row of the sheet sends."""
    there = dict(zip(("B3", "C3", "D3", "E3", "F3"), BAD[1:], strict=True))
    sent = {at: changed.get(at, said) for at, said in there.items()}
    return sent | {f"cu-{at}": changed.get(f"cu_{at}", said) for at, said in there.items()}


def test_a_row_is_mended_and_checked_again(officer: Client, preview: str) -> None:  # noqa: F811
    address = f"{preview}dong/3/sua/?loc=cell"

    shown = text(officer, address)
    answer = officer.post(address, cells(C3="30/01/1984"))
    after = text(officer, preview)

    assert "Ngày sinh (ô C3)" in shown
    assert "không phải ngày có thật" in shown
    assert answer["Location"] == f"{preview}?loc=cell#dong-3"
    assert "Đã sửa 1 ô ở dòng 3." in after
    assert "không phải ngày có thật" not in after
    assert "30/01/1984" in text(officer, f"{preview}dong/3/sua/")


def test_a_number_of_identity_is_mended_in_the_file_only(officer: Client, preview: str) -> None:  # noqa: F811
    shown = text(officer, f"{preview}dong/3/sua/")

    assert "Số định danh không sửa trên màn hình" in shown
    assert 'name="G3"' not in shown
    assert f'value="{WRONG_NUMBER}"' not in shown


def test_what_somebody_else_mended_is_said_and_the_words_stay(
    officer: Client,  # noqa: F811
    preview: str,
) -> None:
    address = f"{preview}dong/3/sua/"
    officer.post(address, cells(C3="30/01/1984"))

    answer = officer.post(address, cells(C3="29/01/1984"))

    assert answer.status_code == 422
    assert "vừa được người khác sửa" in answer.content.decode()
    assert "29/01/1984" in answer.content.decode()


def test_a_row_without_changes_says_so(officer: Client, preview: str) -> None:  # noqa: F811
    officer.post(f"{preview}dong/3/sua/", cells())

    assert "Dòng 3 không có gì thay đổi." in text(officer, preview)


def test_a_text_that_is_too_long_is_said_at_its_cell(officer: Client, preview: str) -> None:  # noqa: F811
    answer = officer.post(f"{preview}dong/3/sua/", cells(D3="x" * 4001))

    assert answer.status_code == 422
    assert "4000" in answer.content.decode()


@pytest.mark.parametrize("row", [1, 4, 999])
def test_a_row_that_is_no_proposal_is_not_found(
    officer: Client,  # noqa: F811
    preview: str,
    row: int,
) -> None:
    assert officer.get(f"{preview}dong/{row}/sua/").status_code == 404


def test_once_saved_the_page_leads_to_the_list(officer: Client, preview: str) -> None:  # noqa: F811
    saved = officer.post(f"{preview}luu/", {"leave_out_bad": "on"})["Location"]

    assert officer.get(f"{preview}dong/3/sua/")["Location"] == saved


def test_another_unit_does_not_see_the_cells(preview: str) -> None:
    other: Any = Client()
    other.force_login(
        account("xa", Role.UNIT_OFFICER, unit=organisation("Xã Khác")), backend=BACKEND
    )

    assert other.get(f"{preview}dong/3/sua/").status_code == 404
    assert other.post(f"{preview}dong/3/sua/", cells(C3="30/01/1984")).status_code == 404
