"""Nothing of a bar reaches a unit, the council, the administrator or the public."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.propose_overrule import propose_overrule
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.appraisal.tests.test_letters import letters_kept, words
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import newest_entries
from bangvang.foundation.sheets import write_table
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.nominations.actions.state_facts import Stated, state_facts
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.actions.lift_bar import lift_bar
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.permissions import BarSaid, Lifting
from bangvang.registry.states import BarKind, DisciplineLevel
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
NAME = "Vàng Thị Lúa Chín"
SPECIALIST = actor(Role.SPECIALIST)
SECRETS = (
    "318/QĐ-TTr",
    "77/QĐ-KL",
    "402/KL-TTr",
    "việc mua sắm",
    "dấu hiệu vi phạm",
    "Bị kỷ luật",
    "kỷ luật",
    "cảnh cáo",
    "Không có vi phạm",
    "INVESTIGATED",
    "DISCIPLINED",
    "CANH_CAO",
)
HEAD = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Hình thức đề nghị")
LINE = ("1", NAME, "12/6/1985", "Trưởng khoa", "Sở Y tế", "CSTĐ tỉnh")


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def barred(unit: Any) -> Any:
    """Somebody with awards, under an open and a lifted bar."""
    return under_bars(fighter(2023, 2024, 2025, unit=unit))


@pytest.fixture
def short(unit: Any) -> Any:
    """Somebody under the same bars who lacks a title besides, so that a letter can be made."""
    return under_bars(fighter(2024, 2025, unit=unit))


def under_bars(who: Any) -> Any:
    open_ = BarSaid(
        BarKind.INVESTIGATED, date(2026, 3, 2), "318/QĐ-TTr", date(2026, 3, 2), "Thanh tra tỉnh",
        note="Kiểm tra việc mua sắm.",
    )  # fmt: skip
    over = BarSaid(
        BarKind.DISCIPLINED, date(2025, 1, 2), "77/QĐ-KL", date(2025, 1, 2), "Sở Y tế",
        until=date(2026, 1, 2), level=DisciplineLevel.CANH_CAO,
    )  # fmt: skip
    record_bar(who.ref, open_, actor=SPECIALIST, at=AT)
    ref = record_bar(who.ref, over, actor=SPECIALIST, at=AT)
    lifting = Lifting(
        date(2025, 6, 2), "402/KL-TTr", date(2025, 6, 1), "Sở Y tế", "Không có vi phạm."
    )
    lift_bar(ref, lifting, version=1, actor=SPECIALIST, at=AT)
    return who


def signed_in(role: Role, unit: Any = None) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role, unit=unit), backend=BACKEND)
    return client


def leaks(client: Client, *addresses: str) -> list[tuple[str, str]]:
    found = []
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        said = answer.content.decode().replace("\u00a0", " ")
        found += [(address, secret) for secret in SECRETS if secret in said]
    return found


def test_the_office_does_see_what_others_must_not(barred: Any) -> None:
    said = leaks(signed_in(Role.SPECIALIST), reverse("office:person", args=[barred.ref]))

    assert {secret for _, secret in said} >= set(SECRETS[:5])


def test_a_units_preview_draft_and_case_say_nothing(unit: Any, barred: Any) -> None:
    officer = signed_in(Role.UNIT_OFFICER, unit)
    in_round = make.round_()
    file = SimpleUploadedFile("danh-sach.xlsx", write_table(HEAD, [LINE]))
    preview = officer.post(reverse("units:upload"), {"round": in_round.ref, "file": file})[
        "Location"
    ]
    shown = officer.get(preview).content.decode()
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=in_round, with_papers=True)
    row = make.nomination(batch, State.SUBMITTED, person=barred, name=NAME)
    take_up(batch.ref, actor=SPECIALIST, at=AT)

    assert NAME in shown
    assert (
        leaks(
            officer,
            preview,
            preview + "?mo=2",
            reverse("units:today"),
            reverse("units:batches"),
            reverse("units:batch", args=[batch.ref]),
            reverse("units:nomination", args=[row.ref]),
        )
        == []
    )


@pytest.mark.parametrize("step", ["checked", "overruling", "appraised"])
def test_only_the_office_learns_of_a_bar_recorded_after_the_check(unit: Any, step: str) -> None:
    years = (2023, 2025) if step == "overruling" else (2023, 2024, 2025)
    who = fighter(*years, unit=unit)
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=make.round_(), with_papers=True)
    row = make.nomination(batch, State.SUBMITTED, person=who, name=NAME)
    take_up(batch.ref, actor=SPECIALIST, at=AT)
    if step == "overruling":
        propose_overrule(row.ref, "Nổi bật.", version=2, actor=SPECIALIST, at=AT)
    if step == "appraised":
        accept(row.ref, "Nổi bật.", version=2, actor=SPECIALIST, at=AT)
    said = BarSaid(
        BarKind.INVESTIGATED, date(2026, 3, 2), "318/QĐ-TTr", date(2026, 3, 2), "Thanh tra tỉnh"
    )
    record_bar(who.ref, said, actor=SPECIALIST, at=AT)
    case, notice = reverse("office:nomination", args=[row.ref]), "Sổ có mục tạm dừng xét"
    specialist, head = signed_in(Role.SPECIALIST), signed_in(Role.OFFICE_HEAD)

    assert notice in specialist.get(case).content.decode()
    assert notice in head.get(case).content.decode()
    of_list = head.get(reverse("office:batch", args=[batch.ref])).content.decode()
    assert (f"{notice} ghi sau lần đối chiếu" in of_list) == (step == "appraised")
    assert f"{notice} đối với {NAME}" in of_list
    officer = signed_in(Role.UNIT_OFFICER, unit)
    pages = [reverse("units:batch", args=[batch.ref]), reverse("units:nomination", args=[row.ref])]
    assert leaks(officer, *pages) == []
    if step != "overruling":
        specialist.post(reverse("office:check_again", args=[row.ref]))
        row.refresh_from_db()
        assert row.state == State.CHECKED
        assert leaks(officer, *pages) == []
    for page in pages:
        assert "tạm dừng xét" not in officer.get(page).content.decode()


def test_the_letter_and_its_pages_say_nothing(unit: Any, short: Any) -> None:
    office = organisation("Phòng Thi đua, khen thưởng")
    specialist = signed_in(Role.SPECIALIST, office)
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=make.round_(), with_papers=True)
    row = make.nomination(batch, State.SUBMITTED, person=short, name=NAME)
    take_up(batch.ref, actor=SPECIALIST, at=AT)
    row.refresh_from_db()
    return_row(row.ref, "Bổ sung báo cáo.", version=row.version, actor=SPECIALIST, at=AT)
    before = specialist.get(reverse("office:letters", args=[row.ref])).content.decode()
    specialist.post(reverse("office:print_letter", args=[row.ref]))

    said = [*words(letters_kept()[0].ref), before.replace("tạm dừng xét, kỷ luật", "")]

    assert [secret for secret in SECRETS for text in said if secret in text] == []
    assert (
        leaks(signed_in(Role.UNIT_OFFICER, unit), reverse("units:nomination", args=[row.ref])) == []
    )


def test_the_portal_says_nothing(barred: Any, client: Client) -> None:
    page = reverse("portal:person", args=[barred.ref])
    register = reverse("portal:register")

    assert NAME in client.get(page).content.decode()
    assert leaks(client, page, register, register + "?q=lua+chin", reverse("portal:home")) == []


def test_the_record_of_every_act_says_nothing_to_the_administrator(barred: Any) -> None:
    verbs = {line.verb for line in newest_entries()}

    assert {"record_bar", "lift_bar"} <= verbs
    said = leaks(signed_in(Role.ADMINISTRATOR), reverse("office:audit"))
    assert said == []


@pytest.mark.parametrize(
    "role",
    [r for r in Role if r not in (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)],
)
def test_no_other_role_opens_a_page_with_bars(role: Role, barred: Any, unit: Any) -> None:
    client = signed_in(role, unit)

    for address in (
        reverse("office:people"),
        reverse("office:person", args=[barred.ref]),
        reverse("office:collective", args=[unit.ref]),
        reverse("office:record_bar", args=[barred.ref]),
    ):
        assert client.get(address).status_code == 403


def test_nothing_is_said_when_a_page_breaks(
    barred: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_args: object, **_said: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("bangvang.web.office.views.people.bars_shown", failing)
    client = signed_in(Role.SPECIALIST)
    client.raise_request_exception = False

    answer = client.get(reverse("office:person", args=[barred.ref]))

    assert answer.status_code == 500
    said = answer.content.decode() + caplog.text
    assert [secret for secret in SECRETS if secret in said] == []


def test_the_administrator_reads_that_there_is_a_reason_and_the_inspector_which(unit: Any) -> None:
    who = fighter(2023, 2025, unit=unit)
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=make.round_(), with_papers=True)
    row = make.nomination(batch, State.SUBMITTED, person=who, name=NAME)
    take_up(batch.ref, actor=SPECIALIST, at=AT)
    reason = "Năm 2024 bị cảnh cáo: Trả lại để bổ sung. Đã hết thời hạn kỷ luật."
    stated = {"KY_LUAT_TRONG_NAM": Stated(value=True, source="Quyết định 77/QĐ-KL")}
    state_facts(row.ref, stated, version=2, actor=SPECIALIST, at=AT)
    row.refresh_from_db()
    propose_overrule(row.ref, reason, version=row.version, actor=SPECIALIST, at=AT)
    log = reverse("office:audit")

    told = signed_in(Role.ADMINISTRATOR).get(log).content.decode()
    read = signed_in(Role.INSPECTOR).get(log).content.decode()

    assert "Ghi dữ kiện. Nội dung ghi ở trang của dòng này." in told
    assert f"{NAME}: Chờ Trưởng phòng cho ý kiến. Lý do ghi ở trang của dòng này." in told
    assert [secret for secret in SECRETS if secret in told] == []
    assert reason in read
