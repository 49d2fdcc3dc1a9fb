"""Cells of staged rows are mended on the page: read anew, kept with who changed what, refused."""

import json
from datetime import date
from typing import Any

import pytest
from pytest_django import Settings

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.sheets import Grid
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.actions.accept_import import accept_import
from bangvang.registry.actions.agree_letters import agree_letters
from bangvang.registry.actions.ask_accept import ask_accept
from bangvang.registry.actions.map_columns import map_columns
from bangvang.registry.actions.mend_row import mend_row
from bangvang.registry.actions.stage_import import stage_import
from bangvang.registry.actions.undo_import import undo_import
from bangvang.registry.intake.award_sheets import Plan
from bangvang.registry.intake.cells import Line
from bangvang.registry.intake.groups import Group
from bangvang.registry.intake.mending import columns_kept, kept_raw
from bangvang.registry.intake.row_shown import row_to_mend
from bangvang.registry.models import Award, AwardImport, CellMend, ImportRow, Person
from bangvang.registry.selectors.identity import numbers_kept
from bangvang.registry.selectors.import_rows import all_rows
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.tests.factories import organisation
from bangvang.registry.tests.import_files import (
    HEAD,
    HEADER,
    SPECIALIST,
    UNIT,
    file_of,
    line,
    staged,
    states,
)

pytestmark = pytest.mark.django_db

NUMBER = "010085000123"
WRONG = line("Lò Thị Mới", "31/02/1990", award="xyz")


@pytest.fixture(autouse=True)
def _health() -> None:
    organisation(UNIT)


def mend(made: AwardImport, row: int = 2, *, by: Any = SPECIALIST, **texts: str) -> int:
    made.refresh_from_db()
    return mend_row(made.ref, 0, row, texts, version=made.version, actor=by, at=AT)


def refusal(call: Any, *given: Any, **named: Any) -> str:
    with pytest.raises(Refused) as refused:
        call(*given, **named)
    return refused.value.objection.code


def with_number(number: str) -> AwardImport:
    header = (*HEADER, "Số định danh")
    data = file_of((*line("Lò Thị Mới", 1990), number), header=header)
    ref = stage_import(data, original_name="a.xlsx", actor=SPECIALIST, at=AT).ref
    return AwardImport.objects.get(ref=ref)


def test_a_wrong_cell_is_mended_and_the_row_comes_in_as_mended() -> None:
    made = staged(WRONG)
    assert states(made) == ["PROBLEM"]

    assert mend(made, birth="28/02/1990", award="LĐTT", name="", by=HEAD) == 2

    assert states(made) == ["READY"]
    (kept,) = ImportRow.objects.all()
    assert kept.cells["birth"] == "C2"
    made.refresh_from_db()
    accept_import(made.ref, version=made.version, with_newcomers=True, actor=SPECIALIST, at=AT)
    assert (Award.objects.get().code, Person.objects.get().birth_on) == ("LDTT", date(1990, 2, 28))


def test_who_changed_what_from_what_is_kept_and_the_audit_names_cells_only() -> None:
    made = staged(WRONG)
    mend(made, birth="28/2/1990")
    mend(made, birth="27/2/1990", by=HEAD)

    (row,) = all_rows(SPECIALIST, made.ref)
    assert [(m.cell, m.before, m.after, m.by) for m in row.mends] == [
        ("C2", "31/02/1990", "28/2/1990", SPECIALIST.name),
        ("C2", "28/2/1990", "27/2/1990", HEAD.name),
    ]
    entry = Entry.objects.filter(verb="mend_row").latest("seq")
    assert (
        entry.said == "Sửa 1 ô ở dòng 2, trang thứ 1 của tệp khen thưởng các năm trước khen.xlsx."
    )
    assert "1990" not in str(entry.details)


def test_the_other_rows_and_what_the_headings_above_say_stay() -> None:
    head = ("Họ và tên", "Năm sinh", "Năm", "Số QĐ", "Ngày QĐ", "Cơ quan ban hành")
    said = ("2020", "15/QĐ-SYT", "08/01/2021", "Giám đốc Sở Y tế")
    data = file_of(
        ("LAO ĐỘNG TIÊN TIẾN",), (UNIT,), ("Lò Thị Mới", "x", *said), ("Lù Văn Cũ", "y", *said),
        header=head,
    )  # fmt: skip
    ref = stage_import(data, original_name="a.xlsx", actor=SPECIALIST, at=AT).ref
    made = AwardImport.objects.get(ref=ref)

    mend(made, 4, birth="1990")

    assert states(made) == ["READY", "PROBLEM"]
    first = ImportRow.objects.get(row=4)
    assert (first.said["award_text"], first.said["unit"]) == ("LAO ĐỘNG TIÊN TIẾN", UNIT)
    assert first.cells["unit"] == "A3"


def test_mending_goes_on_after_a_part_is_in_the_register() -> None:
    made = staged(line("Lù Văn Cũ", 1980, number="2/QĐ"), WRONG)
    accept_import(made.ref, version=1, with_newcomers=True, actor=SPECIALIST, at=AT)

    mend(made, 3, birth="28/2/1990", award="LĐTT")

    assert states(made) == ["ACCEPTED", "READY"]
    assert refusal(mend, made, 2, birth="1981") == "IN_THE_REGISTER"


def test_a_mended_row_is_settled_with_those_it_may_now_mean() -> None:
    made = staged(line("Lù Văn Cũ", "5/6/1980"), line("Lù Văn Ch", "5/6/1980", number="2/QĐ"))

    mend(made, 3, person_name="Lù Văn Cũ")

    assert states(made) == ["READY", "CHOOSE"]


def test_what_was_mended_stays_when_the_file_is_read_by_other_columns() -> None:
    made = staged(WRONG)
    mend(made, birth="28/2/1990", award="LĐTT")
    plan = Plan(
        1,
        {"person_name": (1,), "birth": (2,), "unit": (3,), "award": (4,)},
        {"year": "2020", "decision_no": "1/QĐ", "decided_on": "5/1/2021", "issued_by": "Sở Y tế"},
    )
    made.refresh_from_db()

    map_columns(made.ref, 0, plan, version=made.version, actor=SPECIALIST, at=AT)

    (kept,) = ImportRow.objects.all()
    assert (kept.state, kept.said["birth"], kept.said["code"]) == ("READY", [1990, 2, 28], "LDTT")


def test_an_identity_number_is_never_shown_nor_kept_but_sealed() -> None:
    made = with_number("123")
    assert states(made) == ["PROBLEM"]
    mend(made, birth="1991")
    assert states(made) == ["PROBLEM"]
    cells = row_to_mend(SPECIALIST, made.ref, 0, 2).cells
    assert [cell.text for cell in cells if cell.field == "identity_number"] == [""]

    mend(made, identity_number=NUMBER)
    mend(made, achievement="Theo dõi từ xa")

    assert states(made) == ["READY"]
    kept = ImportRow.objects.get()
    digest = digest_of_identity_number(NUMBER)
    assert kept.said["digest"] == digest
    assert numbers_kept([digest]) == {digest}
    assert list(CellMend.objects.order_by("pk").values_list("before", "after"))[1:] == [
        ("", "…123"), ("", "Theo dõi từ xa"),
    ]  # fmt: skip
    everything = f"{kept.said} {kept.raw} {list(CellMend.objects.values())}"
    assert NUMBER not in everything
    mend(made, birth="1992")
    assert ImportRow.objects.get().said["digest"] == digest


def test_a_number_that_was_typed_is_asked_for_again_when_the_file_is_read_again() -> None:
    made = with_number("123")
    mend(made, identity_number="-")
    assert states(made) == ["READY"]
    made.refresh_from_db()
    agree_letters(made.ref, "", version=made.version, actor=SPECIALIST, at=AT)

    assert {p["code"] for p in ImportRow.objects.get().problems} == {
        "IDENTITY_NUMBER_LENGTH", "IDENTITY_AGAIN",
    }  # fmt: skip
    mend(made, identity_number=NUMBER)
    assert states(made) == ["READY"]


def test_letters_that_nobody_agreed_on_are_not_got_round_by_mending() -> None:
    rows = (HEADER, line("NguyÔn V¨n A", "5/8/1990"))
    text = "\r\n".join(";".join(map(str, row)) for row in rows)
    data = text.replace("Họ và tên", "Hä vµ tªn").encode("cp1252", "replace")
    ref = stage_import(data, original_name="a.csv", actor=SPECIALIST, at=AT).ref
    made = AwardImport.objects.get(ref=ref)
    plan = Plan(1, {"person_name": (1,), "award": (4,), "year": (5,)})
    map_columns(ref, 0, plan, version=1, actor=SPECIALIST, at=AT)

    mend(made, person_name="Nguyễn Văn A")

    assert "LETTERS_NOT_AGREED" in [p["code"] for p in ImportRow.objects.get().problems]


def test_every_refusal(settings: Settings) -> None:
    made = staged(WRONG)
    at = {"version": 1, "actor": SPECIALIST, "at": AT}

    assert refusal(mend, made, birth="1990", by=actor(Role.INSPECTOR)) == "NOT_OFFICE"
    assert refusal(mend_row, made.ref, 0, 2, {"birth": "1"}, **(at | {"version": 9})) == "STALE"
    assert refusal(mend, made, birth=" 31/02/1990 ", identity_number="") == "NOTHING_MENDED"
    assert refusal(mend, made, decided_by="x") == "NOTHING_MENDED"
    assert refusal(mend, made, achievement="x" * 4001) == "TOO_LONG"
    for sheet, row in ((0, 99), (7, 2)):
        with pytest.raises(Unseen):
            mend_row(made.ref, sheet, row, {"birth": "1990"}, **at)  # type: ignore[arg-type]  # as above
    for who, place in ((actor(Role.UNIT_HEAD), 2), (SPECIALIST, 99)):
        with pytest.raises(Unseen):
            row_to_mend(who, made.ref, 0, place)
    other = staged(line("Lù Văn Cũ", 1980), name="b.xlsx")
    settings.BANGVANG_JOBS_AT_ONCE = False
    ask_accept(other.ref, version=1, with_newcomers=True, actor=HEAD, at=AT)
    assert refusal(mend, other, birth="1990") == "ENTERING"
    undo_import(made.ref, "Nhầm tệp.", version=1, actor=HEAD, at=AT)
    assert refusal(mend, made, birth="1990") == "ALREADY_UNDONE"
    assert not CellMend.objects.exists()


@pytest.mark.parametrize("name", ["Lò Thị\x00 Mới", "Lò Thị Mới\ud800"])
def test_what_no_database_takes_into_json_is_left_out_of_the_kept_cells(name: str) -> None:
    grid = Grid("a", (HEADER, ("", name, float("inf"), "", "LĐTT")))

    places = {"person_name": (1,), "birth": (2,)}
    written = kept_raw(Line(grid, 1, places), columns_kept(places), Group())

    assert written.encode()
    kept = json.loads(written, parse_constant=pytest.fail)["values"]
    assert kept["1"].startswith("Lò Thị")
    assert kept["2"] == "inf"


def test_a_column_that_no_field_reads_is_kept_nowhere() -> None:
    header = (*HEADER, "Ghi chú")
    data = file_of((*line("Lò Thị Mới", 1990), f"CCCD {NUMBER}"), header=header)
    stage_import(data, original_name="a.xlsx", actor=SPECIALIST, at=AT)

    assert NUMBER not in str(ImportRow.objects.get().raw)
