"""The report's page: begun, saved whole without a script, part by part with one, two versions."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.nominations.models import Attachment, WrittenPart
from bangvang.nominations.tests import factories as make
from bangvang.registry.tests.factories import awards, organisation, person

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
TABLE = {"titles-nam": ["2023", ""], "titles-ten": ["CSTĐCS", ""], "titles-so": ["12/QĐ", ""]}


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
def row(unit: Any) -> Any:
    whom = person(unit=unit)
    awards(whom, code="CSTDCS")
    return make.nomination(make.batch(unit=unit), person=whom)


@pytest.fixture
def begun(officer: Client, row: Any) -> Any:
    officer.post(reverse("units:begin_report", args=[row.ref]))
    return row


def text(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def stored(name: str) -> str:
    found: str = WrittenPart.objects.get(name=name).text
    return found


def part(row: Any, name: str) -> str:
    return reverse("units:report_part", args=[row.ref, name])


def test_the_pages_say_how_far_the_report_is(officer: Client, row: Any) -> None:
    dossier = reverse("units:nomination", args=[row.ref])
    page = reverse("units:report", args=[row.ref])

    before = text(officer.get(dossier)), text(officer.get(page))
    officer.post(reverse("units:begin_report", args=[row.ref]))
    listed = text(officer.get(reverse("units:batch", args=[row.batch.ref])))

    assert "Lập báo cáo" in before[0]
    assert "Chưa lập báo cáo" in before[1]
    assert "Mẫu số 05" in before[1]
    assert "Viết tiếp báo cáo" in text(officer.get(dossier))
    assert "đang viết báo cáo" in listed
    assert "Chiến sĩ thi đua cơ sở" in text(officer.get(page))


def test_without_a_script_one_button_saves_every_part(officer: Client, begun: Any) -> None:
    sent = {"ban-merits": "1", "van-merits": "Đưa nước về bản.", "ban-titles": "1", **TABLE}

    answer = officer.post(reverse("units:report", args=[begun.ref]), sent)

    assert answer.status_code == 302
    assert stored("MERITS") == "Đưa nước về bản."
    assert stored("TITLES") == '[["2023", "CSTĐCS", "12/QĐ"]]'


def test_two_versions_stand_side_by_side_and_one_is_chosen(officer: Client, begun: Any) -> None:
    page = reverse("units:report", args=[begun.ref])
    officer.post(page, {"ban-merits": "1", "van-merits": "Bản thứ nhất"})
    mine = {"ban-merits": "1", "van-merits": "Bản thứ hai"}

    both = text(officer.post(page, mine), 409)
    officer.post(page, mine | {"ban-merits": "2", "chon-merits": "dang-luu"})
    theirs = stored("MERITS")
    officer.post(page, mine | {"ban-merits": "2", "chon-merits": "cua-toi"})

    assert "Bản thứ nhất" in both
    assert "Bản thứ hai" in both
    assert 'name="ban-merits" value="2"' in both
    assert (theirs, stored("MERITS")) == ("Bản thứ nhất", "Bản thứ hai")


def test_a_clash_in_a_table_shows_both_tables(officer: Client, begun: Any) -> None:
    page = reverse("units:report", args=[begun.ref])
    officer.post(page, {"ban-titles": "1", **TABLE})

    both = text(officer.post(page, {"ban-titles": "1", **TABLE, "titles-ten": ["LĐTT", ""]}), 409)

    assert "2023: CSTĐCS, 12/QĐ" in both
    assert 'value="LĐTT"' in both


def test_a_part_is_saved_as_it_is_typed(officer: Client, begun: Any) -> None:
    saved = officer.post(part(begun, "merits"), {"ban-merits": "1", "van-merits": "Một"})
    stale = officer.post(part(begun, "merits"), {"ban-merits": "1", "van-merits": "Hai"})
    long = officer.post(part(begun, "merits"), {"ban-merits": "2", "van-merits": "a" * 30_001})
    odd = officer.post(part(begun, "merits"), {"ban-merits": "x", "van-merits": "\x00Một"})

    assert (saved.json()["version"], saved.json()["whole"]) == (2, 2)
    assert "Đã lưu lúc" in saved.json()["said"]
    assert (stale.status_code, stale.json()["said"]) == (409, "Người khác vừa lưu phần này.")
    assert (long.status_code, "30000" in long.json()["said"]) == (422, True)
    assert odd.status_code == 200
    assert stored("MERITS") == "Một"
    assert officer.post(part(begun, "khong-co")).status_code == 404


def test_an_expired_session_sends_the_script_to_the_door(begun: Any) -> None:
    answer = Client().post(part(begun, "merits"), {"ban-merits": "1", "van-merits": "Mất phiên"})

    assert answer.status_code == 302
    assert stored("MERITS") == ""


def test_it_is_finished_read_printed_and_opened_again(officer: Client, begun: Any) -> None:
    page = reverse("units:report", args=[begun.ref])
    empty = text(
        officer.post(reverse("units:finish_report", args=[begun.ref]), {"version": 1}), 422
    )
    officer.post(page, {"ban-merits": "1", "van-merits": "Đưa nước về bản."})

    officer.post(reverse("units:finish_report", args=[begun.ref]), {"version": 2})
    read = text(officer.get(page))
    refused = text(officer.post(page, {"ban-merits": "2", "van-merits": "Sửa lén"}), 422)
    printed = officer.get(reverse("units:report_file", args=[begun.ref]))
    dossier = text(officer.get(reverse("units:nomination", args=[begun.ref])))
    officer.post(reverse("units:reopen_report", args=[begun.ref]), {"version": 3})

    assert "phần II của báo cáo phải có nội dung" in empty
    assert "Báo cáo đã hoàn thành" in read
    assert "mở lại báo cáo trước" in refused
    assert printed.content[:2] == b"PK"
    assert "bao-cao-thanh-tich-1.docx" in dossier
    assert "Lưu báo cáo" in text(officer.get(page))


def test_what_cannot_be_printed_is_answered(officer: Client, begun: Any) -> None:
    page = reverse("units:report", args=[begun.ref])
    officer.post(page, {"ban-merits": "1", "van-merits": "Đạt giải \U0001f3c6"})

    finished = officer.post(reverse("units:finish_report", args=[begun.ref]), {"version": 2})

    assert finished.status_code == 422
    assert officer.get(reverse("units:report_file", args=[begun.ref])).status_code == 422


def test_others_do_not_find_it(begun: Any) -> None:
    stranger = Client()
    other = account("xa", Role.UNIT_OFFICER, unit=organisation("Xã Khác"))
    stranger.force_login(other, backend=BACKEND)

    for name in ("report", "report_file"):
        assert stranger.get(reverse(f"units:{name}", args=[begun.ref])).status_code == 404
    for name in ("begin_report", "finish_report", "reopen_report", "report"):
        assert stranger.post(reverse(f"units:{name}", args=[begun.ref])).status_code == 404


def test_a_paper_with_malware_is_told_on_the_page(officer: Client, row: Any) -> None:
    paper = Attachment.objects.create(
        batch=row.batch, kind="TO_TRINH", file=make.stored_file("to-trinh.pdf", kind="PDF"),
        added_by="Lù Văn Suối", added_at=AT, scan="INFECTED", scan_found="Eicar", scanned_at=AT,
    )  # fmt: skip

    said = text(officer.get(reverse("units:batch", args=[row.batch.ref])))
    opened = officer.get(reverse("units:paper", args=[paper.ref]))

    assert "Có mã độc, đã cách ly: Eicar" in said
    assert reverse("units:paper", args=[paper.ref]) not in said
    assert "tờ trình đã ký" in said
    assert "hãy đính kèm tệp khác" in text(opened, 422)
