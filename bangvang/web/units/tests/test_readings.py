"""A report from Word on the screen: values with their places, choices, refusals, the register."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.sheets.tests.word_files import docx
from bangvang.foundation.tests.factories import DAY
from bangvang.foundation.word.tests.here import in_process
from bangvang.nominations.models import ReportReading, WrittenPart
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Award
from bangvang.registry.tests.factories import awards, organisation, person

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
WHO = "Hoàng Thị Ánh"
TABLE = (("Năm", "Hình thức khen thưởng", "Quyết định"), ("2019", "Bằng khen lạ", "7/QĐ-BYT"))
STORED, FROM_FILE = "dang-luu", "tu-tep"


@pytest.fixture(autouse=True)
def _september(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.BANGVANG_DAY = DAY
    in_process(monkeypatch)


@pytest.fixture
def unit() -> Any:
    return organisation("Ủy ban nhân dân xã Suối Mây")


@pytest.fixture
def officer(client: Client, unit: Any) -> Client:
    client.force_login(account("donvi", Role.UNIT_OFFICER, unit=unit), backend=BACKEND)
    return client


@pytest.fixture
def row(unit: Any) -> Any:
    whom = person(WHO, unit=unit)
    awards(whom, code="LDTT")
    return make.nomination(make.batch(unit=unit), person=whom, name=WHO)


def address(row: Any) -> str:
    return reverse("units:report_reading", args=[row.ref])


def sent(client: Client, row: Any, name: str = WHO, *more: str) -> Any:
    data = docx(
        "I. Sơ lược lý lịch", f"Họ và tên: {name}", "Dân tộc:", "Tày", *more,
        "II. Thành tích đạt được", "Xây trạm.", TABLE, "IV. Kỷ luật", "Nhắc nhở năm 2019.",
    )  # fmt: skip
    return client.post(address(row), {"file": SimpleUploadedFile("bao-cao.docx", data)})


def take(client: Client, row: Any, **values: Any) -> Any:
    ref = ReportReading.objects.get().ref
    given: dict[str, Any] = {"lay": "1"}
    for part in WrittenPart.objects.all():
        given[f"ban-{part.name.lower()}"] = str(part.version)
    return client.post(reverse("units:take_reading", args=[row.ref, ref]), given | values)


def choices(**more: str) -> dict[str, str]:
    stored = {f"chon-{part}": STORED for part in ("sketch", "merits", "titles", "forms")}
    return stored | {f"chon-{part}": word for part, word in more.items()}


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def test_each_value_says_where_it_was_read_and_how_sure(officer: Client, row: Any) -> None:
    empty = text(officer.get(address(row)))
    answer = sent(officer, row)
    page = text(officer.get(answer["Location"]))

    assert "Chưa có báo cáo thì hệ thống lập luôn" in empty
    assert "Đọc từ tệp Word" in text(officer.get(reverse("units:report", args=[row.ref])))
    assert f'value="{WHO}"' in page
    assert f"đoạn 2: <q>Họ và tên: {WHO}</q>" in page
    assert "Đọc ngay sau nhãn" in page
    assert "Suy từ vị trí" in page
    assert "Không thấy trong tệp" in page
    assert "bảng 1, dòng 2: <q>2019 | Bằng khen lạ | 7/QĐ-BYT</q>" in page
    assert "Nhắc nhở năm 2019." in page
    assert "Không thấy đề mục III" not in page
    assert "Sổ không có lượt này." in page
    assert "Sổ có, tệp không ghi." in page


def test_a_file_that_is_no_report_is_answered(officer: Client, row: Any) -> None:
    bad = officer.post(address(row), {"file": SimpleUploadedFile("a.docx", b"%PDF-1.7")})
    none = officer.post(address(row), {})

    assert "không phải văn bản Word" in text(bad, 422)
    assert "Chọn tệp báo cáo." in text(none, 422)


def test_what_was_corrected_is_taken_over(officer: Client, row: Any) -> None:
    sent(officer, row)
    values = {
        "gia-tri-name": WHO, "gia-tri-birth": "1985", "gia-tri-more": "Đảng viên.",
        "gia-tri-merits": "Xây trạm y tế.\r\nHai năm.",
        "forms-nam": ["2019", ""], "forms-ten": ["Bằng khen", ""], "forms-so": ["7/QĐ", ""],
        **choices(sketch=FROM_FILE, merits=FROM_FILE, forms=FROM_FILE),
    }  # fmt: skip

    answer = take(officer, row, **values)

    assert answer["Location"] == reverse("units:report", args=[row.ref])
    kept = dict(WrittenPart.objects.values_list("name", "text"))
    assert kept["SKETCH"] == f"Họ và tên: {WHO}\nNgày sinh: 1985\nĐảng viên."
    assert kept["MERITS"] == "Xây trạm y tế.\nHai năm."
    assert kept["FORMS"] == '[["2019", "Bằng khen", "7/QĐ"]]'
    assert Award.objects.count() == 1


def test_both_are_shown_and_neither_is_chosen_for_the_person(officer: Client, row: Any) -> None:
    sent(officer, row)

    page = text(officer.get(address(row)))
    refused = take(officer, row, **{"gia-tri-merits": "Sửa dở", "chon-titles": STORED})

    assert f'name="chon-sketch" value="{FROM_FILE}" checked' not in page
    assert f'name="chon-sketch" value="{STORED}" checked' not in page
    assert f'name="chon-forms" value="{FROM_FILE}" checked' in page
    assert f'name="chon-titles" value="{STORED}" checked' in page
    said = text(refused, 422)
    assert "Chọn lấy từ tệp hay giữ bản đang lưu" in said
    assert "Sửa dở" in said


def test_over_a_newer_version_both_are_shown_again(officer: Client, row: Any) -> None:
    sent(officer, row)
    old = {"ban-merits": "0", "gia-tri-merits": "Từ tệp", **choices(merits=FROM_FILE)}

    page = text(take(officer, row, **old), 409)

    assert "Người khác vừa lưu báo cáo" in page
    assert "Từ tệp" in page
    assert ReportReading.objects.exists()


def test_another_name_is_asked_about(officer: Client, row: Any) -> None:
    sent(officer, row, "Lò Thị B", "Chức vụ: Bí thư", "Ngày sinh: 5/6/1970")

    page = text(officer.get(address(row)))
    refused = take(officer, row, **choices())
    done = take(officer, row, **choices(), **{"dung-nguoi": "on"})

    assert "danh sách ghi: Hoàng Thị Ánh" in page
    assert "Tên trong tệp khác tên của dòng" in page
    assert "Lò Thị B" in text(refused, 422)
    assert done.status_code == 302


def test_dropped_or_settled_already_the_page_says_so(officer: Client, row: Any) -> None:
    sent(officer, row)
    ref = ReportReading.objects.get().ref

    dropped = officer.post(reverse("units:drop_reading", args=[row.ref, ref]), follow=True)
    late = officer.post(reverse("units:take_reading", args=[row.ref, ref]), follow=True)
    again = officer.post(reverse("units:drop_reading", args=[row.ref, ref]))

    assert "báo cáo giữ nguyên" in text(dropped)
    assert "đã có tệp khác thay" in text(late)
    assert again.status_code == 404


def test_another_unit_gets_nothing(client: Client, officer: Client, row: Any) -> None:
    sent(officer, row)
    ref = ReportReading.objects.get().ref
    stranger = account("khac", Role.UNIT_OFFICER, unit=organisation("Sở Khác"))
    client.force_login(stranger, backend=BACKEND)

    answers = [
        client.get(address(row)),
        sent(client, row),
        client.post(reverse("units:take_reading", args=[row.ref, ref])),
        client.post(reverse("units:drop_reading", args=[row.ref, ref])),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert ReportReading.objects.exists()


def test_a_finished_report_takes_no_file(officer: Client, row: Any) -> None:
    officer.post(reverse("units:begin_report", args=[row.ref]))
    WrittenPart.objects.filter(name="MERITS").update(text="Một việc.")
    officer.post(reverse("units:finish_report", args=[row.ref]), {"version": 1})

    assert "Không đọc tệp vào báo cáo này" in text(officer.get(address(row)))
    assert "đã hoàn thành" in text(sent(officer, row), 422)
