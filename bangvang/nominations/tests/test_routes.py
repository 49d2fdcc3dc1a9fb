"""The way that lists take: whom a paper names, who enters and who confirms it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.nominations.actions.confirm_route import confirm_route
from bangvang.nominations.actions.enter_route import RouteEntered, enter_route
from bangvang.nominations.actions.withdraw_route import withdraw_route
from bangvang.nominations.models import Route
from bangvang.nominations.selectors.routes import OF_LOWER, USUAL, route_for, route_of, routes_seen
from bangvang.nominations.tests import factories as make
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db
SCAN = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
OFFICER = actor(Role.SPECIALIST, ref="cv", name="Lò Thị Suối Hoa")
HEAD = actor(Role.OFFICE_HEAD, ref="tp", name="Trưởng phòng")


@pytest.fixture
def commune() -> Organisation:
    province = organisation("Ủy ban nhân dân tỉnh", kind="PROVINCE")
    return organisation("Ủy ban nhân dân xã Bát Xát", kind="COMMUNE", parent=province)


@pytest.fixture
def school(commune: Organisation) -> Organisation:
    return organisation("Trường số 1", kind="SUB_UNIT", parent=commune)


def said(unit: Organisation, *kinds: str) -> str:
    return route_for(unit, kinds or ("MERIT",), on=DAY).said


def through(unit: Organisation, *kinds: str) -> str:
    return route_for(unit, kinds or ("MERIT",), on=DAY).through


def entered(**other: object) -> RouteEntered:
    usual = RouteEntered(
        branch_ref="", kind="SUB_UNIT", family="", way="TERRITORY", through_ref="", advisory="",
        number="12/HD-SNV", issued_on=date(2026, 1, 5), clause="Mục 3", since=date(2026, 1, 5),
        scan=SCAN, scan_name="huong-dan.pdf",
    )  # fmt: skip
    return replace(usual, **other)  # type: ignore[arg-type]  # each test names what it means


def refused(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused) as caught:
        act()
    assert caught.value.objection.code == code


def test_without_a_paper_every_list_goes_to_the_office(school: Organisation) -> None:
    make.route(None, kind="SUB_UNIT", confirmed=False)
    make.route(None, kind="SUB_UNIT", since=date(2026, 9, 15))

    assert (through(school), said(school)) == ("", USUAL)


def test_a_kind_of_body_goes_through_the_nearest_above_it(
    school: Organisation, commune: Organisation
) -> None:
    make.route(None, kind="SUB_UNIT")

    assert through(school) == commune.name
    assert "theo địa bàn" in said(school)
    assert "Mục 3 Văn bản số 12/HD-SNV ngày 05/01/2026" in said(school)
    assert through(commune) == ""
    alone = organisation("Trung tâm không thuộc xã", kind="SUB_UNIT")
    assert (through(alone), "không có cấp trên" in said(alone)) == ("", True)


def test_the_nearest_body_decides_then_what_names_more_then_the_newest(
    school: Organisation, commune: Organisation
) -> None:
    education = organisation("Sở Giáo dục và Đào tạo")
    make.route(commune, branch=commune)
    make.route(education, branch=school, way="SECTOR", family="DOT_XUAT")

    assert through(school) == commune.name
    assert through(commune) == ""
    assert "Đơn vị là nơi tổng hợp" in said(commune)
    make.route(education, branch=school, way="SECTOR")
    assert through(school) == education.name
    assert "theo ngành" in said(school)
    make.route(None, branch=school, way="DIRECT", since=date(2026, 3, 1))
    assert (through(school), "nộp thẳng" in said(school)) == ("", True)


def test_a_family_is_meant_only_where_all_rows_are_of_it(
    school: Organisation, commune: Organisation
) -> None:
    make.route(commune, family="DOT_XUAT")

    assert through(school, "SUDDEN") == commune.name
    assert through(school, "SUDDEN", "MERIT") == ""
    assert through(school, "MERIT") == ""


def test_a_superior_that_has_ended_gathers_nothing(school: Organisation) -> None:
    ended = organisation("Ủy ban nhân dân huyện", kind="DISTRICT", until=date(2025, 7, 1))
    make.route(ended)

    assert through(school) == ""
    assert "không còn hoạt động" in said(school)


def test_a_list_with_gathered_rows_goes_to_the_office(
    school: Organisation, commune: Organisation
) -> None:
    make.route(organisation("Sở Nội vụ"), branch=commune, kind="COMMUNE")
    own = make.batch(unit=commune)
    row = make.nomination(own)
    assert route_of(own, on=DAY).through == "Sở Nội vụ"
    lower = make.batch(unit=school, in_round=make.round_("Đợt hai"))
    type(row).objects.filter(pk=row.pk).update(origin=lower, origin_row=1)

    assert route_of(own, on=DAY).said == OF_LOWER


def test_two_people_enter_and_confirm_and_the_head_withdraws(school: Organisation) -> None:
    ref = enter_route(entered(advisory=" Phòng Nội vụ "), actor=OFFICER, at=AT)
    assert through(school) == ""
    refused("NOT_ROUTE_HEAD", partial(confirm_route, ref, actor=OFFICER, at=AT))
    confirm_route(ref, actor=HEAD, at=AT)
    assert through(school)
    assert Route.objects.get(ref=ref).advisory == "Phòng Nội vụ"
    refused("CONFIRMED_ALREADY", partial(confirm_route, ref, actor=HEAD, at=AT))
    refused("NO_REASON", partial(withdraw_route, ref, " ", actor=HEAD, at=AT))
    refused("NOT_ROUTE_HEAD", partial(withdraw_route, ref, "Sai.", actor=OFFICER, at=AT))
    withdraw_route(ref, "Có văn bản mới.", actor=HEAD, at=AT)
    assert through(school) == ""
    assert [line.verb for line in entries_about(("route", ref))] == [
        "enter_route", "confirm_route", "withdraw_route",
    ]  # fmt: skip
    with pytest.raises(Unseen):
        confirm_route(ref, actor=HEAD, at=AT)
    with pytest.raises(Unseen):
        routes_seen(actor(Role.UNIT_HEAD))
    assert [seen.withdrawn_reason for seen in routes_seen(HEAD)] == ["Có văn bản mới."]


def test_the_head_does_not_confirm_the_own_entry() -> None:
    ref = enter_route(entered(), actor=HEAD, at=AT)

    refused("OWN_ROUTE", partial(confirm_route, ref, actor=HEAD, at=AT))


def test_entering_is_refused(commune: Organisation) -> None:
    ended = organisation("Huyện cũ", kind="DISTRICT", until=date(2025, 7, 1))

    def enter(code: str, **other: object) -> None:
        refused(code, partial(enter_route, entered(**other), actor=OFFICER, at=AT))

    enter("NO_NUMBER", number=" ")
    enter("NO_CLAUSE", clause="")
    enter("ISSUED_LATER", issued_on=date(2026, 9, 15), since=date(2026, 9, 15))
    enter("BEFORE_ISSUED", since=date(2026, 1, 4))
    enter("NO_SCAN", scan=b"")
    enter("THROUGH_NOBODY", way="DIRECT", through_ref=commune.ref)
    enter("THROUGH_NOBODY", way="DIRECT", advisory="Phòng Nội vụ")
    enter("THROUGH_ENDED", through_ref=ended.ref)
    refused("NOT_OFFICE", partial(enter_route, entered(), actor=actor(Role.UNIT_HEAD), at=AT))
    with pytest.raises(Unseen):
        enter_route(entered(branch_ref="khong-co"), actor=OFFICER, at=AT)
    enter_route(entered(), actor=OFFICER, at=AT)
    enter("DAY_TAKEN")
