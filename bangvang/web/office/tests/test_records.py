"""The record of a person or a collective: sentence, runs, sources, count of queries."""

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
from bangvang.foundation.tests.factories import DAY
from bangvang.nominations.states import BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Award, Initiative, InitiativeUse, Person
from bangvang.registry.tests.factories import (
    awards,
    bar,
    grade,
    initiative,
    known_from,
    organisation,
    person,
)
from bangvang.registry.tests.test_bodies import confirm, merge

pytestmark = pytest.mark.django_db

BACKEND = "bangvang.accounts.backend.AccountBackend"
MOST_QUERIES = 12
"""Of the whole request, those by which the door knows who is asking among them."""
HOLDERS = ("person", "collective")


@pytest.fixture(autouse=True)
def _september(settings: Settings) -> None:
    settings.BANGVANG_DAY = DAY


@pytest.fixture
def unit() -> Any:
    above = organisation("Tỉnh")
    return organisation("Sở Y tế tỉnh Lào Cai", parent=above)


@pytest.fixture
def hospital(unit: Any) -> Any:
    return organisation("Bệnh viện Bản Mây", kind="SUB_UNIT", parent=unit)


@pytest.fixture
def somebody(hospital: Any) -> Any:
    who = person("Vàng Thị Lúa Chín", unit=hospital)
    who.sex, who.position = "F", "Điều dưỡng trưởng"
    who.save()
    awards(who, 3)
    return who


def signed_in(role: Role, unit: Any = None) -> Client:
    client = Client()
    client.force_login(account(role.value.lower(), role, unit=unit), backend=BACKEND)
    return client


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode().replace("\u00a0", " ")


def test_the_sentence_says_what_and_when_last_and_how_far_the_register_is_whole(
    somebody: Any,
) -> None:
    awards(somebody, 1, code="BK_TINH")
    awards(somebody, 1, code="BK_TTG", revoked_on=date(2026, 2, 1))
    known_from(somebody, 2014)

    said = text(signed_in(Role.SPECIALIST), reverse("office:person", args=[somebody.ref]))

    assert (
        "Bà Vàng Thị Lúa Chín, sinh năm 1985, Điều dưỡng trưởng, Bệnh viện Bản Mây, đã được tặng: "
        "1 lượt Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh, 3 lượt Lao động tiên tiến; "
        "gần nhất là "
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh năm 2025, theo Quyết định số 103/QĐ-SYT ngày "
        "20/01/2026. Sổ ghi đủ từ năm 2014."
    ) in said
    assert "Lao động tiên tiến 2023–2025, 3 năm liên tục" in said
    assert "Đã hủy bỏ từ ngày 01/02/2026" in said
    assert "In ngày" in said


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ((2025, 2025), "Sổ ghi đủ năm 2025; các năm khác chưa chắc đã đủ."),
        ((2022, 2025), "Sổ ghi đủ từ năm 2022 đến năm 2025; các năm khác chưa chắc đã đủ."),
    ],
)
def test_the_sentence_never_promises_years_after_those_that_units_stated(
    somebody: Any, years: tuple[int, int], expected: str
) -> None:
    known = known_from(somebody, years[0])
    known.through_year = years[1]
    known.save()

    assert expected in text(
        signed_in(Role.SPECIALIST), reverse("office:person", args=[somebody.ref])
    )


def test_who_holds_nothing_is_told_so_and_not_more(hospital: Any) -> None:
    who = person("Lù Văn Mới", unit=hospital, birth_on=None)

    said = text(signed_in(Role.SPECIALIST), reverse("office:person", args=[who.ref]))

    assert (
        "Ông/Bà Lù Văn Mới, Bệnh viện Bản Mây: sổ chưa ghi lượt khen thưởng nào. "
        "Sổ chưa chắc đã đủ các năm trước." in said
    )
    assert "Không có hồ sơ nào đang xét" in said


@pytest.mark.parametrize(("until", "is_over"), [(date(2025, 3, 1), True), (None, False)])
@pytest.mark.parametrize("door", ["office", "units"])
def test_nothing_is_next_for_a_collective_that_is_no_more(
    unit: Any, door: str, until: date | None, *, is_over: bool
) -> None:
    ward = organisation("Khoa Truyền nhiễm Bản Mây", parent=unit, until=until)
    role = Role.SPECIALIST if door == "office" else Role.UNIT_OFFICER

    said = text(signed_in(role, unit), reverse(f"{door}:collective", args=[ward.ref]))

    assert ("Tập thể này không còn hoạt động từ ngày 01/03/2025" in said) == is_over
    assert ("Tập thể lao động" in said) == (not is_over)


def test_what_is_under_way_and_what_is_next_stand_on_the_page(unit: Any, somebody: Any) -> None:
    batch = make.batch(BatchState.SUBMITTED, unit=unit, in_round=make.round_(), with_papers=True)
    row = make.nomination(batch, State.SUBMITTED, person=somebody, name=somebody.full_name)
    over = make.nomination(
        batch, State.REFUSED, row=2, person=somebody, award_code="BK_TINH", year=2020
    )

    office = text(signed_in(Role.SPECIALIST), reverse("office:person", args=[somebody.ref]))
    own = text(signed_in(Role.UNIT_OFFICER, unit), reverse("units:person", args=[somebody.ref]))

    assert reverse("office:nomination", args=[row.ref]) in office
    assert reverse("office:nomination", args=[over.ref]) not in office
    assert reverse("units:nomination", args=[row.ref]) in own
    for said, ladder in ((office, "office:person_ladder"), (own, "units:ladder")):
        assert "Hồ sơ đang xét (1)" in said
        assert "Bậc tiếp theo" in said
        assert reverse(ladder, args=[somebody.ref]) in said


@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("door", ["office", "units"])
@pytest.mark.parametrize("ended", [False, True])
def test_a_record_takes_few_queries_whatever_it_holds(
    unit: Any, hospital: Any, somebody: Any, holder: str, door: str, ended: bool
) -> None:
    role = Role.SPECIALIST if door == "office" else Role.UNIT_OFFICER
    of: Any = somebody if holder == "person" else hospital
    colleague = person("Lù Văn Bậc", unit=hospital)
    client, address = signed_in(role, unit), reverse(f"{door}:{holder}", args=[of.ref])
    client.get(address)
    Award.objects.all().delete()
    for year in range(2016, 2026):
        grade(of, year)
        if holder == "person":
            bar(of, paper_no=f"{year}")
            made = [initiative(of, year), initiative(colleague, year)]
            Initiative.objects.filter(pk__in=[m.pk for m in made]).update(together=f"t{year}")
            InitiativeUse.objects.create(
                initiative=made[0], award_code="CSTDCS", year=year, decision_no="1", since=DAY
            )
    if ended:
        confirm(merge(hospital, into=organisation("Bệnh viện khu vực Bản Mây", parent=unit)))
        if holder == "person":
            Person.objects.filter(pk=of.pk).update(organisation=hospital)

    def asked(count: int) -> int:
        awards(of, count - Award.objects.count())
        with CaptureQueriesContext(connection) as captured:
            said = text(client, address)
        assert f"Khen thưởng ({count})" in said
        assert ("nay là Bệnh viện khu vực Bản Mây" in said) == ended
        return len(captured)

    one, sixty = asked(1), asked(60)

    assert one == sixty
    assert sixty <= MOST_QUERIES


def test_each_award_opens_its_source(unit: Any, somebody: Any) -> None:
    (kept,) = awards(somebody, 1, code="BK_TINH", achievement="Cứu người trong lũ.")
    (decided,) = awards(somebody, 1, code="CSTDT", decision_ref="qd1")
    page = text(signed_in(Role.INSPECTOR), reverse("office:person", args=[somebody.ref]))
    own = text(signed_in(Role.UNIT_HEAD, unit), reverse("units:person", args=[somebody.ref]))
    source = reverse("office:person_award", args=[somebody.ref, kept.ref])

    assert source in page
    assert reverse("office:decision", args=["qd1"]) in page
    said = text(signed_in(Role.SPECIALIST), source)
    assert "Cứu người trong lũ." in said
    assert "nhập bổ sung từ kết quả các năm trước" in said
    officer = signed_in(Role.UNIT_OFFICER, unit)
    for one in (kept, decided):
        there = reverse("units:person_award", args=[somebody.ref, one.ref])
        assert there in own
        assert one.decision_no in text(officer, there)
    both = reverse("office:person_award", args=[somebody.ref, decided.ref])
    assert reverse("office:decision", args=["qd1"]) in text(signed_in(Role.OFFICE_HEAD), both)


def test_a_collectives_awards_open_their_sources(unit: Any, hospital: Any) -> None:
    (flag,) = awards(hospital, 1, code="CO_TINH")

    for role, door in ((Role.SPECIALIST, "office"), (Role.UNIT_OFFICER, "units")):
        client = signed_in(role, unit)
        source = reverse(f"{door}:collective_award", args=[hospital.ref, flag.ref])
        said = text(client, reverse(f"{door}:collective", args=[hospital.ref]))
        assert source in said
        assert "Bệnh viện Bản Mây, đã được tặng: 1 lượt" in said
        assert flag.decision_no in text(client, source)


def test_a_unit_opens_nothing_of_others_and_nothing_of_bars(unit: Any, somebody: Any) -> None:
    elsewhere = organisation("Sở Xây dựng")
    stranger = person("Hạng A Mây", unit=elsewhere)
    (theirs,), (flag,) = awards(stranger, 1), awards(elsewhere, 1)
    bar(somebody, paper_no="318/QĐ-TTr")
    client = signed_in(Role.UNIT_OFFICER, unit)

    for name, args in (
        ("person", [stranger.ref]),
        ("collective", [elsewhere.ref]),
        ("collective", [organisation("Tỉnh trên").ref]),
        ("person_award", [stranger.ref, theirs.ref]),
        ("person_award", [somebody.ref, theirs.ref]),
        ("collective_award", [elsewhere.ref, flag.ref]),
        ("collective_award", [unit.ref, flag.ref]),
    ):
        assert client.get(reverse(f"units:{name}", args=args)).status_code == 404, name
    said = text(client, reverse("units:person", args=[somebody.ref]))
    assert "kỷ luật" not in said
    assert "318/QĐ-TTr" not in said
    office = signed_in(Role.SPECIALIST)
    wrong = reverse("office:person_award", args=[somebody.ref, theirs.ref])
    assert office.get(wrong).status_code == 404


def test_bars_stay_off_paper(somebody: Any) -> None:
    bar(somebody)

    said = text(signed_in(Role.SPECIALIST), reverse("office:person", args=[somebody.ref]))

    assert 'class="sec unprinted" aria-labelledby="tam-dung"' in said
    assert '<div class="unprinted">' in said
