"""No page of a unit tells of people whom the register has in other units, however it names them."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bangvang.accounts.tests.factories import account
from bangvang.appraisal.actions.take_up import take_up
from bangvang.foundation.actor import Role
from bangvang.foundation.sheets import write_table
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Award
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.own_decisions import OwnDecisionRow, begun

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
HEAD = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Hình thức đề nghị")
SCHOOL = "Trường Tiểu học Suối Trong"
LEAKS = (SCHOOL, "14/03/1988", "1977", "Hiệu trưởng", "999/QĐ-UBND")


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    return organisation("Sở Y tế tỉnh Lào Cai")


@pytest.fixture
def stranger() -> Any:
    """Somebody of a school, whom the register knows by day of birth and an award."""
    school = organisation(SCHOOL)
    one = person("Hoàng Thị Cỏ May", unit=school, birth_on=date(1988, 3, 14))
    one.position = "Hiệu trưởng"
    one.save()
    Award.objects.create(
        person=one, unit=school, code="CSTDCS", kind="MERIT", year=2024,
        name_as_written=one.full_name, unit_as_written=SCHOOL, decision_no="999/QĐ-UBND",
        decided_on=date(2025, 1, 15), issued_by="Chủ tịch UBND", origin="LIVE",
    )  # fmt: skip
    person("Hoàng Thị Cỏ May", unit=school, birth_on=None, birth_year=1977)
    return one


@pytest.fixture
def officer(client: Client, unit: Any) -> Client:
    client.force_login(account("donvi", Role.UNIT_OFFICER, unit=unit), backend=BACKEND)
    return client


def shown(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    return str(answer.content.decode()).replace("\u00a0", " ")


def without_leaks(text: str) -> str:
    assert [leak for leak in LEAKS if leak in text] == []
    return text


@pytest.mark.parametrize("birth", ["", "1988", "14/3/1988", "1990"])
def test_a_name_tells_nothing_whatever_stands_beside_it(
    officer: Client, stranger: Any, birth: str
) -> None:
    row = ("1", stranger.full_name, birth, "Bác sĩ", SCHOOL, "CSTĐ tỉnh")
    file = SimpleUploadedFile("ds.xlsx", write_table(HEAD, [row]))
    there = officer.post(reverse("units:upload"), {"round": make.round_().ref, "file": file})

    told = shown(officer, f"{there['Location']}?mo=2")
    saved = shown(officer, officer.post(f"{there['Location']}luu/", {})["Location"])

    assert "Sổ không ghi người này ở đơn vị" in told
    written = {SCHOOL, "14/03/1988"}
    assert [leak for leak in LEAKS if leak in told + saved and leak not in written] == []


def test_the_row_tells_no_reason_when_the_office_has_asked_the_law(
    officer: Client, unit: Any, stranger: Any
) -> None:
    batch = make.batch(BatchState.SUBMITTED, unit=unit)
    row = make.nomination(batch, State.SUBMITTED, person=stranger, name=stranger.full_name)
    take_up(batch.ref, actor=actor(Role.SPECIALIST), at=AT)
    there = reverse("units:nomination", args=[row.ref])

    told = without_leaks(shown(officer, there))
    type(stranger).objects.filter(pk=stranger.pk).update(organisation=unit)

    assert "nên lý do không hiện ở đây" in told
    assert "không hiện ở đây" not in shown(officer, there)


def test_a_decision_of_the_units_own_tells_nothing_either(
    officer: Client, unit: Any, stranger: Any
) -> None:
    own = begun(unit, "CSTDCS", 2024)
    there = reverse("units:own_decision", args=[own.ref])
    heads = ("TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị")
    births = ("", "14/3/1988", "1988", "1990")
    rows = [(n, stranger.full_name, birth, "", "") for n, birth in enumerate(births, 1)]
    file = SimpleUploadedFile("ds.xlsx", write_table(heads, rows))
    officer.post(reverse("units:own_annex", args=[own.ref]), {"file": file})

    told = shown(officer, there)
    first = OwnDecisionRow.objects.get(source_row=2)
    choose = reverse("units:own_choose", args=[own.ref, first.ref])
    refused = officer.post(choose, {"nguoi": stranger.ref})
    chosen = officer.post(choose, {"nguoi": "new"})

    assert told.count("Sổ có người cùng tên ở đơn vị khác") == len(births)
    assert [leak for leak in LEAKS if leak in told and leak != "14/03/1988"] == []
    assert "Đã có trong sổ" not in told
    assert (refused.status_code, chosen.status_code) == (422, 302)
