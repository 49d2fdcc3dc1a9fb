"""Households and collectives that an import brings: proposed, entered once, taken out with it."""

from datetime import date

import pytest

from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.choose_new_body import choose_new_body
from bangvang.registry.actions.record_recipient_award import record_recipient_award
from bangvang.registry.actions.undo_import import undo_import
from bangvang.registry.models import (
    Award,
    AwardImport,
    ImportRow,
    Organisation,
    Person,
    RecordSource,
)
from bangvang.registry.selectors.import_rows import units_open
from bangvang.registry.selectors.imports import import_seen
from bangvang.registry.selectors.records import collective_record
from bangvang.registry.selectors.search import Asked, search
from bangvang.registry.tests import factories
from bangvang.registry.tests.import_files import SPECIALIST
from bangvang.registry.tests.test_households_joined import commune_became
from bangvang.registry.tests.test_imports_apart import COMMUNE, accept, given, rows_of, staged
from bangvang.registry.tests.test_recipients import (
    DECISION,
    HOUSEHOLD,
    ORGANISATION,
    commune,
    household,
)

pytestmark = pytest.mark.django_db

FAMILY = "Gia đình ông Lù Văn Bậc Thang"
TEAM, ABOVE = "Phòng Nương Ngô", "Sở Y tế tỉnh Lào Cai"


def homes() -> list[Organisation]:
    return list(Organisation.with_apart.filter(kind="HOUSEHOLD").order_by("pk"))


def undo(found: AwardImport) -> None:
    found.refresh_from_db()
    undo_import(found.ref, "Nhầm tệp", version=found.version, actor=SPECIALIST, at=AT)
    found.refresh_from_db()


def said_new(found: AwardImport, unit_key: str, parent: Organisation) -> str:
    found.refresh_from_db()
    try:
        choose_new_body(
            found.ref, unit_key, parent.ref, version=found.version, actor=SPECIALIST, at=AT
        )
    except Refused as refused:
        return refused.objection.code
    return ""


def test_a_household_that_is_not_there_comes_in_once_for_all_its_rows() -> None:
    where = commune()
    found = staged(given(HOUSEHOLD), given(FAMILY, award="Giấy khen"), given("Hộ bà Vàng Thị Ngô"))
    first, second, other = rows_of(found)

    assert [row.state for row in (first, second, other)] == ["READY"] * 3
    assert first.newcomer == second.newcomer != other.newcomer
    assert (first.unit, first.organisation) == (where, None)
    assert first.why == f"{COMMUNE} chưa có hộ nào như vậy trong sổ."
    assert (import_seen(SPECIALIST, found.ref).bodies, homes()) == (2, [])
    accept(found)

    called, named = sorted(homes(), key=lambda home: home.name)
    assert (called.name, called.parent, named.name) == (FAMILY, where, "Hộ bà Vàng Thị Ngô")
    assert {(a.organisation, a.unit) for a in Award.objects.all()} == {
        (called, where),
        (named, where),
    }
    brought = RecordSource.objects.filter(new_body=called)
    assert [source.row for source in brought] == [first]
    assert [hit.ref for hit in search(SPECIALIST, Asked("bậc thang")).hits] == [called.ref]
    assert not Person.objects.exists()
    again = staged(given(HOUSEHOLD), given("Hộ bà Vàng Thị Ngô", award="Giấy khen"))
    assert [row.state for row in rows_of(again)] == ["HELD", "READY"]
    accept(again)
    assert set(homes()) == {called, named}


def test_without_newcomers_their_rows_stay() -> None:
    commune()
    home = household(of=commune("Xã Nậm Sương"))
    found = staged(given(HOUSEHOLD), given(HOUSEHOLD, unit="Xã Nậm Sương"))

    accept_import(found.ref, version=1, with_newcomers=False, actor=SPECIALIST, at=AT)

    assert (homes(), [row.state for row in rows_of(found)]) == ([home], ["READY", "ACCEPTED"])
    assert (
        "Hộ trùng tên ở nơi khác: “Hộ ông Lù Văn Bậc Thang”, Xã Nậm Sương." in rows_of(found)[0].why
    )


def test_undoing_takes_the_household_out_and_it_may_come_again() -> None:
    commune()
    found = staged(given(HOUSEHOLD))
    accept(found)
    (home,) = homes()

    undo(found)

    assert homes() == []
    assert found.taken_out["bodies"] == 1
    assert search(SPECIALIST, Asked("bậc thang")).count == 0
    with pytest.raises(Unseen):
        collective_record(SPECIALIST, home.ref)
    assert RecordSource.objects.get().new_body_id == home.pk
    again = staged(given(HOUSEHOLD))
    accept(again)
    assert [one.pk != home.pk for one in homes()] == [True]


def test_a_household_on_which_something_rests_stays() -> None:
    commune()
    found = staged(given(HOUSEHOLD))
    accept(found)
    (home,) = homes()
    record_recipient_award(ORGANISATION, home.ref, DECISION, actor=SPECIALIST, at=AT)

    undo(found)

    assert homes() == [home]
    assert (found.taken_out["bodies"], found.taken_out["bodies_kept"]) == (0, 1)


def test_a_household_entered_meanwhile_is_the_one_that_is_meant() -> None:
    where = commune()
    found = staged(given(FAMILY))
    home = household(of=where)

    accept(found)

    assert (homes(), Award.objects.get().organisation) == ([home], home)


def test_names_of_a_file_that_may_be_one_household_are_asked() -> None:
    where = commune()
    found = staged(given(HOUSEHOLD), given("Hộ bà Lù Văn Bậc Thang"))
    first, second = rows_of(found)

    assert (first.state, second.state) == ("CHOOSE", "CHOOSE")
    assert "Tệp còn ghi hộ gần giống: “Hộ bà Lù Văn Bậc Thang”." in first.why
    assert said_new(found, first.unit_key, factories.organisation()) == "NOT_A_COMMUNE"
    assert said_new(found, first.unit_key, where) == ""
    accept(found)

    (home,) = homes()
    assert [row.state for row in rows_of(found)] == ["ACCEPTED", "CHOOSE"]
    assert said_new(found, rows_of(found)[1].unit_key, where) == ""
    accept(found)
    assert [one.name for one in homes()] == [home.name, "Hộ bà Lù Văn Bậc Thang"]


def test_a_near_household_is_named_and_a_person_says_new() -> None:
    home = household()
    assert home.parent is not None
    found = staged(given("Hộ ông Lù Văn Bậc Thang, thôn Mây"), given("Hộ ông lù văn bậc thang"))
    near, same = rows_of(found)

    assert (near.state, same.state) == ("CHOOSE", "READY")
    assert f"Sổ có hộ gần giống: “{HOUSEHOLD}”, {COMMUNE}." in near.why
    (asked,) = units_open(SPECIALIST, found.ref)
    assert said_new(found, asked.key, home.parent) == ""
    accept(found)

    assert [one.name for one in homes()] == [HOUSEHOLD, "Hộ ông Lù Văn Bậc Thang, thôn Mây"]
    assert said_new(staged(given(HOUSEHOLD)), same.unit_key, home.parent) == "SAME_HOUSEHOLD"


def test_a_household_is_known_through_the_merger_of_its_commune() -> None:
    home = household(of=commune("Xã Cũ Một"))
    other, heir = commune("Xã Cũ Hai"), commune("Xã Mới Mây")
    assert home.parent is not None
    commune_became(home.parent, heir)
    commune_became(other, heir)

    now, same, another = rows_of(
        staged(*(given(HOUSEHOLD, unit=unit) for unit in ("Xã Mới Mây", "Xã Cũ Một", "Xã Cũ Hai")))
    )

    assert (now.organisation, same.organisation) == (home, home)
    assert now.why == "Trùng tên hộ; Xã Cũ Một nay là Xã Mới Mây."
    assert (another.organisation, another.unit, another.identity) == (None, other, "NEW_BODY")
    household(of=heir)
    after = rows_of(staged(given(FAMILY, unit="Xã Cũ Hai")))
    assert after[0].why == "Trùng tên hộ; Xã Cũ Hai nay là Xã Mới Mây."


def test_two_households_of_merged_communes_are_asked() -> None:
    heir = commune("Xã Mới Mây")
    for name in ("Xã Cũ Một", "Xã Cũ Hai"):
        home = household(of=commune(name))
        assert home.parent is not None
        commune_became(home.parent, heir)

    (row,) = rows_of(staged(given(HOUSEHOLD, unit="Xã Mới Mây")))

    assert (row.state, row.organisation) == ("CHOOSE", None)
    assert "Xã Cũ Một; " in row.why


def test_a_collective_is_new_only_once_a_person_says_below_what() -> None:
    above = factories.organisation(ABOVE)
    over = factories.organisation("Sở Đã Hết", until=date(2025, 3, 1))
    found = staged(given(TEAM, unit=ABOVE), given(TEAM, unit=ABOVE, award="Giấy khen"))
    row = rows_of(found)[0]
    assert (row.state, row.newcomer) == ("CHOOSE", "")
    assert said_new(found, row.unit_key, over) == "PARENT_IS_OVER"

    assert said_new(found, row.unit_key, above) == ""
    accept(found)

    team = Organisation.objects.get(name=TEAM)
    assert (team.parent, team.kind, team.since) == (above, "SUB_UNIT", date(2020, 1, 1))
    assert {(a.organisation, a.unit, a.unit_as_written) for a in Award.objects.all()} == {
        (team, team, TEAM)
    }
    again = staged(given(TEAM, unit=ABOVE, award="Giấy khen tỉnh"))
    assert said_new(again, row.unit_key, above) == "SAME_NAME"
    undo(found)
    assert not Organisation.objects.filter(name=TEAM).exists()


def test_a_collective_with_and_without_its_word_is_one() -> None:
    above = factories.organisation(ABOVE)
    found = staged(given(f"Tập thể {TEAM}", unit=ABOVE), given(TEAM, unit=ABOVE, award="Giấy khen"))

    assert [said_new(found, row.unit_key, above) for row in rows_of(found)] == ["", ""]
    first, second = rows_of(found)
    assert first.newcomer == second.newcomer != ""
    assert f"Ghi là “{TEAM}”." in first.why
    accept(found)

    assert Organisation.objects.get(parent=above).name == TEAM
    assert {a.name_as_written for a in Award.objects.all()} == {f"Tập thể {TEAM}", TEAM}


def test_a_household_said_behind_the_name_is_no_person() -> None:
    commune()
    found = staged(given("Lò Văn Thử (hộ gia đình)"), given("Hộ Lò Văn Thử", award="Giấy khen"))
    first, second = rows_of(found)

    assert (first.state, first.newcomer == second.newcomer) == ("READY", True)
    accept(found)

    assert [home.name for home in homes()] == ["Hộ Lò Văn Thử"]
    assert not Person.objects.exists()


def test_nobody_says_of_a_person_that_it_is_a_new_body() -> None:
    above = factories.organisation(ABOVE)
    found = staged(given("Vàng Thị Lúa Chín", unit="Phòng Không Có"))

    assert said_new(found, ImportRow.objects.get().unit_key, above) == "NOT_TO_BE_NEW"
