"""People and organisations at the office: finding, reading, and recording bars."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.registry.actions.record_award import AwardAsDecided, record_award
from bangvang.registry.actions.record_history import (
    History,
    PastAward,
    PastGrade,
    PastInitiative,
    record_history,
)
from bangvang.registry.selectors.bars import BarSeen, bars_of
from bangvang.registry.selectors.people import histories_of
from bangvang.registry.selectors.records import A_PAGE
from bangvang.registry.states import BarKind, HolderKind
from bangvang.registry.tests.factories import bar, organisation, person

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
CLERK = actor(Role.SPECIALIST)
SAID = {
    "kind": "INVESTIGATED",
    "level": "",
    "since": "2026-03-02",
    "until": "",
    "paper_no": "318/QĐ-TTr",
    "paper_on": "2026-03-02",
    "paper_by": "Thanh tra tỉnh Lào Cai",
    "note": "Kiểm tra việc mua sắm.",
}
LIFTED = {
    "version": 1,
    "lifted_on": "2026-09-01",
    "result_no": "402/KL-TTr",
    "result_on": "2026-08-31",
    "result_by": "Thanh tra tỉnh Lào Cai",
    "note": "Không có vi phạm.",
}


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


@pytest.fixture
def somebody() -> Any:
    return known("Vàng Thị Lúa Chín")


def known(name: str, *, unit: Any = None) -> Any:
    who = person(name, unit=unit or organisation("Bệnh viện Bản Mây"))
    day = date(2022, 1, 10)
    record_history(
        who.ref,
        History(
            (PastAward("LDTT", "MERIT", 2021, "12/QĐ-SYT", day, "Giám đốc Sở", "Sở Y tế"),),
            (PastGrade("HTXSNV", 2021),),
            (PastInitiative("SK_TINH", 2021, "Van tự đóng", "3/QĐ-UBND", day, "Chủ tịch"),),
            {"AWARD": 2014},
        ),
        actor=CLERK,
        at=AT,
    )
    return who


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    said: str = answer.content.decode()
    return said.replace("\u00a0", " ")


def bars_on_record(of: Any, kind: HolderKind = HolderKind.PERSON) -> tuple[BarSeen, ...]:
    return bars_of(CLERK, kind, of.ref)


def page_of(who: Any) -> str:
    return reverse("office:person", args=[who.ref])


def test_somebody_is_found_without_marks_and_opened(specialist: Client, somebody: Any) -> None:
    known("Giàng A Suối")

    found = text(specialist, reverse("office:people") + "?q=lua+chin")
    shown = text(specialist, page_of(somebody))

    assert page_of(somebody) in found
    assert "Giàng A Suối" not in found
    assert "Lao động tiên tiến" in shown
    assert "số 12/QĐ-SYT ngày 10/01/2022" in shown
    assert "Hoàn thành xuất sắc nhiệm vụ" in shown
    assert "Van tự đóng" in shown
    assert "chưa dùng" in shown
    assert "đủ từ năm 2014" in shown
    assert shown.count("thiếu một dòng không có nghĩa là không có") == 2


def test_the_use_of_an_initiative_is_said_with_its_decision(
    specialist: Client, somebody: Any
) -> None:
    held = histories_of([somebody.ref])[somebody.ref].holdings
    (made,) = [holding for holding in held if holding.record_kind == "INITIATIVE"]
    record_award(
        AwardAsDecided(
            somebody.ref, somebody.organisation.ref, "CSTDT", "MERIT", 2021, "Danh hiệu",
            somebody.full_name, "Sở Y tế", "", "742/QĐ-UBND", date(2022, 5, 20), "Chủ tịch",
        ),
        initiative_refs=[made.ref], actor=CLERK, at=AT,
    )  # fmt: skip

    said = "đã dùng để xét Chiến sĩ thi đua cấp tỉnh năm 2021 (Quyết định số 742/QĐ-UBND)"
    assert said in text(specialist, page_of(somebody))


def test_empty_lists_and_empty_records_say_so(specialist: Client) -> None:
    nobody = person("Lù Văn Mới")

    assert "Không tìm thấy ai" in text(specialist, reverse("office:people") + "?q=khong+ai")
    assert "Không tìm thấy ai, tập thể nào cho “khong”" in text(
        specialist, reverse("office:collectives") + "?q=khong"
    )
    said = text(specialist, page_of(nobody))
    assert "Sổ chưa có lượt khen thưởng nào" in said
    assert "Không có mục nào" in said
    assert text(specialist, reverse("office:person", args=["khong-co"]), 404)
    assert text(specialist, reverse("office:collective", args=["khong-co"]), 404)


@pytest.mark.parametrize("name", ["people", "collectives"])
def test_a_page_beyond_the_last_is_not_found(specialist: Client, name: str) -> None:
    known("Vàng Thị Lúa Chín")

    assert specialist.get(reverse(f"office:{name}") + "?trang=2").status_code == 404
    assert specialist.get(reverse(f"office:{name}") + "?trang=abc").status_code == 200


def test_a_long_list_turns_pages_with_as_many_queries_as_a_short_one(specialist: Client) -> None:
    unit = organisation("Sở Y tế")
    known("Lù Văn Đầu", unit=unit)
    short = queries(specialist, reverse("office:people"))
    for number in range(A_PAGE):
        known(f"Lù Văn {chr(65 + number)}", unit=unit)

    assert queries(specialist, reverse("office:people")) == short
    assert f"Người 1 đến {A_PAGE} trong {A_PAGE + 1}" in text(specialist, reverse("office:people"))
    assert "?trang=2" in text(specialist, reverse("office:people"))


def test_a_record_takes_as_many_queries_whatever_it_holds(
    specialist: Client, somebody: Any
) -> None:
    bar(somebody)
    one = queries(specialist, page_of(somebody))
    for number in range(5):
        bar(somebody, paper_no=f"{number}/QĐ")

    assert queries(specialist, page_of(somebody)) == one


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_a_bar_is_recorded_ended_and_withdrawn_on_pages(specialist: Client, somebody: Any) -> None:
    record = reverse("office:record_bar", args=[somebody.ref])
    assert text(specialist, record)
    assert specialist.post(record, SAID)["Location"] == page_of(somebody)

    (made,) = bars_on_record(somebody)
    shown = text(specialist, page_of(somebody))
    assert "1 mục còn hiệu lực" in shown
    assert "có dấu hiệu vi phạm" in shown
    assert "318/QĐ-TTr ngày 02/03/2026" in shown
    lift = reverse("office:lift_bar", args=[somebody.ref, made.ref])
    withdraw = reverse("office:withdraw_bar", args=[somebody.ref, made.ref])
    assert withdraw in text(specialist, lift)
    assert specialist.post(lift, LIFTED).status_code == 302
    shown = text(specialist, page_of(somebody))
    assert "Kết thúc theo 402/KL-TTr ngày 31/08/2026" in shown
    assert "đến trước ngày 01/09/2026" in shown
    assert "Đã kết thúc" in shown

    stale = specialist.post(withdraw, {"version": 1, "reason": "Nhầm người."})
    assert stale.status_code == 409
    assert 'value="2"' in stale.content.decode()
    assert specialist.post(withdraw, {"version": 2, "reason": "Nhầm người."}).status_code == 302
    shown = text(specialist, page_of(somebody))
    assert "Đã rút" in shown
    assert "Nhầm người." in shown


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"kind": ""}, "Cần điền ô này"),
        ({"kind": "DISCIPLINED"}, "phải ghi hình thức kỷ luật"),
        ({"level": "CANH_CAO"}, "mới có hình thức kỷ luật"),
        ({"until": "2026-03-01"}, "phải sau ngày bắt đầu"),
        ({"paper_on": "2026-12-01"}, "còn ở phía trước"),
        ({"since": "31/02"}, "Cần một ngày có thật"),
    ],
)
def test_a_wrong_form_is_answered_beside_the_field(
    specialist: Client, somebody: Any, change: dict[str, str], sentence: str
) -> None:
    answer = specialist.post(reverse("office:record_bar", args=[somebody.ref]), {**SAID, **change})

    assert answer.status_code == 422
    assert sentence in answer.content.decode().replace("\u00a0", " ")
    assert bars_on_record(somebody) == ()


def test_a_wrong_end_is_answered_beside_the_field(specialist: Client, somebody: Any) -> None:
    made = bar(somebody)
    lift = reverse("office:lift_bar", args=[somebody.ref, made.ref])

    answer = specialist.post(lift, {**LIFTED, "lifted_on": "2026-03-01"})
    twice = [specialist.post(lift, LIFTED).status_code for _ in range(2)]

    assert answer.status_code == 422
    assert "phải sau ngày bắt đầu" in answer.content.decode().replace("\u00a0", " ")
    assert twice == [302, 422]


def test_a_bar_is_not_reached_through_somebody_else(specialist: Client, somebody: Any) -> None:
    made, other = bar(somebody), known("Giàng A Suối")

    for name in ("lift_bar", "withdraw_bar"):
        assert specialist.get(
            reverse(f"office:{name}", args=[other.ref, made.ref])
        ).status_code == (404)


def test_an_inspector_reads_everything_and_writes_nothing(somebody: Any) -> None:
    inspector = signed_in(Role.INSPECTOR)
    made = bar(somebody)

    shown = text(inspector, page_of(somebody))

    assert "318/QĐ-TTr" in shown
    assert "tam-dung/" not in shown
    for name, args in (
        ("record_bar", [somebody.ref]),
        ("lift_bar", [somebody.ref, made.ref]),
        ("withdraw_bar", [somebody.ref, made.ref]),
    ):
        assert inspector.post(reverse(f"office:{name}", args=args)).status_code == 403


def test_a_collective_shows_its_awards_its_bars_and_its_people(specialist: Client) -> None:
    unit = organisation("Sở Y tế tỉnh Lào Cai")
    below = organisation("Bệnh viện Bản Mây", kind="SUB_UNIT", parent=unit)
    who = known("Vàng Thị Lúa Chín", unit=below)
    day = date(2022, 1, 10)
    flag = PastAward("CO_TINH", "MERIT", 2021, "9/QĐ-UBND", day, "Ủy ban", unit.name)
    record_history(unit.ref, History((flag,)), of=HolderKind.ORGANISATION, actor=CLERK, at=AT)
    bar(who, kind=BarKind.DISCIPLINED, level="CANH_CAO", since=date(2021, 5, 5))
    page = reverse("office:collective", args=[unit.ref])

    assert page in text(specialist, reverse("office:collectives") + "?q=y+te")
    shown = text(specialist, page + "?nam=2021")
    assert "9/QĐ-UBND" in shown
    assert "Kỷ luật từ cảnh cáo" in shown
    assert "ít nhất" in shown
    assert "Người của tập thể trong năm 2021" in shown
    assert "Danh hiệu tập thể năm 2021, đối chiếu theo sổ" in shown
    assert "Tập thể lao động xuất sắc" in shown
    assert "Danh hiệu tập thể" not in text(specialist, page)
    assert "Người của tập thể trong năm 2025" in text(specialist, page + "?nam=abc")
    lower = text(specialist, reverse("office:collective", args=[below.ref]))
    assert page in lower
    assert reverse("office:people") + '" aria-current' in lower


def test_a_collectives_bar_is_recorded_ended_and_withdrawn(specialist: Client) -> None:
    unit = organisation()
    said = {**SAID, "kind": "DISCIPLINED"}

    record = specialist.post(reverse("office:record_collective_bar", args=[unit.ref]), said)
    (made,) = bars_on_record(unit, HolderKind.ORGANISATION)
    args = [unit.ref, made.ref]
    lift = specialist.post(reverse("office:lift_collective_bar", args=args), LIFTED)
    wrong = specialist.post(
        reverse("office:withdraw_collective_bar", args=args), {"version": 2, "reason": "Nhầm."}
    )

    assert [answer["Location"] for answer in (record, lift, wrong)] == [
        reverse("office:collective", args=[unit.ref])
    ] * 3
