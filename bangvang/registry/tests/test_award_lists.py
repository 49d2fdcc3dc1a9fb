"""Lists of past awards as they come: every quirk that was measured comes out right or is named."""

import random
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bangvang.foundation.sheets import Grid, Value, Workbook
from bangvang.foundation.tests.factories import DAY
from bangvang.foundation.vietnamese import Damage
from bangvang.foundation.vietnamese.legacy import TCVN3, VNI
from bangvang.registry.intake.award_lists import ListsRead, Written, texts_of
from bangvang.registry.intake.award_sheets import FIELDS, Plan, heading_row, headings_digest
from bangvang.registry.intake.old_letters import Letters, letters_of, proposed, samples

HEAD = ("Số QĐ", "Ngày QĐ", "Cơ quan ban hành")
DECISION = ("12/QĐ-UBND", "19/4/2022", "UBND tỉnh")


def read(*rows: Sequence[Value], **more: Any) -> list[Written]:
    grid = Grid("Khen", tuple(tuple(row) for row in rows), more.get("merged", frozenset()))
    book = Workbook("a.xlsx", "xlsx", (grid,))
    plans = {0: more["plan"]} if "plan" in more else {}
    return list(ListsRead(book, plans, more.get("letters", Letters()), on=DAY).rows())


def codes(row: Written) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in row.problems]


def test_group_rows_give_subject_award_and_unit() -> None:
    rows = read(
        ("TT", "Tên cá nhân, tập thể", "Năm", *HEAD),
        ("I", "CHIẾN SĨ THI ĐUA CƠ SỞ", None, None, None, None),
        (None, "Sở Y tế", None, None, None, None),
        (1, "Lù Văn Bậc", 2020, *DECISION),
        ("II", "TẬP THỂ LAO ĐỘNG XUẤT SẮC", None, None, None, None),
        (1, "Phòng Nghiệp vụ Y", 2020, *DECISION),
        (None, "Tổng cộng: 2", None, None, None, None),
        (None, "Lào Cai, ngày 5 tháng 3 năm 2022", None, None, None, None),
        (None, "GIÁM ĐỐC", None, None, None, None),
        (None, "Vàng Văn Con Dấu", None, None, None, None),
    )

    said = [(r.row, r.said["subject"], r.said["code"], r.said["unit"]) for r in rows]
    assert said == [(4, "PERSON", "CSTDCS", "Sở Y tế"), (6, "COLLECTIVE", "TTLDXS", "")]
    assert rows[0].cells["award"] == "A2"
    assert [r.problems for r in rows] == [(), ()]


def test_sex_stands_in_the_column_of_the_birth_year() -> None:
    rows = read(
        ("TT", "Họ và tên", "Năm sinh", "Năm sinh", "Danh hiệu", "Năm", *HEAD),
        (None, None, "Nam", "Nữ", None, None, None, None, None),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"),
        (1, "Lù Văn Bậc", 1980, None, "LĐTT", 2020, *DECISION),
        (2, "Lò Thị Mây", None, "1985", "LĐTT", 2020, *DECISION),
        (3, "Lò Thị Núi", 1981, 1982, "LĐTT", 2020, *DECISION),
        merged=frozenset({(0, 3)}),
    )

    assert [(r.said["sex"], r.said["birth"]) for r in rows[:2]] == [
        ("M", [1980, None, None]),
        ("F", [1985, None, None]),
    ]
    assert codes(rows[2]) == [("D6", "BIRTH_UNREADABLE")]


def test_several_people_or_awards_in_one_row_are_named() -> None:
    rows = read(
        ("Họ và tên", "Danh hiệu thi đua", "Hình thức khen thưởng", "Năm", *HEAD),
        ("Lù Văn Bậc, Lò Thị Mây", "LĐTT", None, 2020, *DECISION),
        ("Lù Văn Bậc", "LĐTT", "Giấy khen", 2020, *DECISION),
    )

    assert [codes(row) for row in rows] == [
        [("A2", "SEVERAL_PEOPLE_IN_CELL")],
        [("B3", "SEVERAL_AWARDS_IN_ROW")],
    ]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("<script>", False), ("Lù {Văn} Bậc", False), ("H'Mây Êban", True), ("Lò Thị B. (Mây)", True)],
)
def test_what_is_nobodys_name_is_said(name: str, *, is_one: bool) -> None:
    (row,) = read(
        ("Họ và tên", "Ngày sinh", "Danh hiệu", "Năm", *HEAD),
        (name, 1980, "LĐTT", 2020, *DECISION),
    )

    assert codes(row) == ([] if is_one else [("A2", "STRANGE_NAME")])


@pytest.mark.parametrize(
    ("day", "read_as"),
    [
        ("19/4/2022", "2022-04-19"),
        ("19-4-2022", "2022-04-19"),
        ("19.4.2022", "2022-04-19"),
        ("ngày 19 tháng 4 năm 2022", "2022-04-19"),
        (date(2022, 4, 19), "2022-04-19"),
        (datetime(2022, 4, 19), "2022-04-19"),  # noqa: DTZ001  as a sheet holds it
        (44670, "2022-04-19"),
    ],
)
def test_days_of_every_form(day: Value, read_as: str) -> None:
    (row,) = read(
        ("Họ và tên", "Danh hiệu", "Năm", *HEAD),
        ("Lù Văn Bậc", "LĐTT", 2021, "12/QĐ", day, "UBND tỉnh"),
    )

    assert (row.said["decided_on"], row.problems) == (read_as, ())


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2022", "DATE_NOT_WHOLE"),
        ("19/4", "DATE_UNREADABLE"),
        ("31/02/2022", "DATE_UNREADABLE"),
        ("19/4/22", "DATE_UNREADABLE"),
        ("19/4/2099", "DATE_AHEAD"),
        (None, "DECISION_DAY_MISSING"),
    ],
)
def test_days_that_cannot_be(day: Value, code: str) -> None:
    (row,) = read(
        ("Họ và tên", "Danh hiệu", "Năm", *HEAD),
        ("Lù Văn Bậc", "LĐTT", 2021, "12/QĐ", day, "UBND tỉnh"),
    )

    assert codes(row) == [("E2", code)]


def test_number_and_day_in_one_cell_are_parted() -> None:
    (row, other) = read(
        ("Họ và tên", "Danh hiệu", "Năm", "Quyết định", "Cơ quan ban hành"),
        ("Lù Văn Bậc", "LĐTT", 2021, "Quyết định số 12/QĐ-UBND ngày 19/4/2022", "UBND tỉnh"),
        ("Lù Văn Bậc", "LĐTT", 2021, "số 12/QĐ-UBND ngày 45/4/2022", "UBND tỉnh"),
    )

    assert (row.said["decision_no"], row.said["decided_on"]) == ("12/QĐ-UBND", "2022-04-19")
    assert codes(other) == [("D3", "DATE_UNREADABLE")]


def test_what_is_missing_or_too_long_is_named_at_its_cell() -> None:
    (row, long, early) = read(
        ("Họ và tên", "Đơn vị", "Danh hiệu", "Loại hình", "Năm", "Thành tích", *HEAD),
        (None, "Sở Y tế", "???", "lạ", "2020-2021", None, None, None, None),
        ("Lò " * 90, "Sở " * 90, "SK_CO_SO", None, 2020, "x" * 401, *DECISION),
        ("Lù Văn Bậc", "Sở Y tế", "LĐTT", None, 2023, None, *DECISION),
    )

    assert {code for _, code in codes(row)} == {
        "NAME_MISSING", "AWARD_UNKNOWN", "KIND_UNKNOWN", "YEAR_UNREADABLE",
    }  # fmt: skip
    assert [code for _, code in codes(long)] == ["TOO_LONG", "TOO_LONG", "TOO_LONG"]
    assert [(p.code, p.is_hint) for p in early.problems] == [("DECIDED_BEFORE_THE_YEAR", True)]


def test_what_holds_for_all_rows_fills_only_what_is_empty() -> None:
    plan = Plan(
        1,
        {"person_name": (0,), "year": (1,)},
        {"award": "LĐTT", "year": "2019", "decision_no": "1/QĐ", "decided_on": "5/1/2020",
         "issued_by": "Giám đốc Sở"},
    )  # fmt: skip

    first, second = read(("a", "b"), ("Lù Văn Bậc", 2018), ("Lò Thị Mây", None), plan=plan)

    assert [r.said["year"] for r in (first, second)] == [2018, 2019]
    assert (second.said["decision_no"], second.said["decided_on"]) == ("1/QĐ", "2020-01-05")
    assert (first.problems, second.problems) == ((), ())


def test_position_and_unit_glued_together_are_parted() -> None:
    (row,) = read(
        ("Họ và tên", "Chức vụ, đơn vị công tác", "Danh hiệu", "Năm", *HEAD),
        ("Đại úy Lù Văn Bậc", "Phó Giám đốc Sở Y tế", "LĐTT", 2021, *DECISION),
    )

    assert (row.said["position"], row.said["unit"]) == ("Phó Giám đốc", "Sở Y tế")
    assert row.cells["unit"] == "B2"


def test_headings_alike_have_one_digest_wherever_they_stand() -> None:
    above = Grid("a", ((), ("DANH SÁCH NĂM 2020",), ("TT", "Người", "Cái gì")))
    plain = Grid("b", (("TT", "Người ", "cái gì"), ("1", "Lù Văn Bậc", "LĐTT")))

    assert (heading_row(above), heading_row(plain)) == (2, 0)
    assert headings_digest(above) == headings_digest(plain)
    assert headings_digest(Grid("c", (("x", "y", "z"),))) != headings_digest(plain)
    assert heading_row(Grid("d", (("x",),) * 40)) == 0


def test_in_a_mixed_file_only_what_is_sure_is_converted_and_the_rest_is_named() -> None:
    rows = (
        ("Họ và tên", "Đơn vị", "Danh hiệu", "Năm", *HEAD),
        ("NguyÔn V¨n BËc", "Tróc", "LĐTT", 2021, *DECISION),
    )
    texts = list(texts_of(Workbook("a", "xlsx", (Grid("Khen", rows),))))
    letters = letters_of(texts, "TCVN3")

    (row,) = read(*rows, letters=letters)

    assert (proposed(texts), letters.is_mixed) == ("TCVN3", True)
    assert (row.said["name"], row.said["unit"]) == ("Nguyễn Văn Bậc", "Tróc")
    assert [(p.cell, p.code, p.is_hint) for p in row.problems] == [("B2", "LETTERS_UNSURE", True)]
    assert samples(texts, "TCVN3") == [("NguyÔn V¨n BËc", "Nguyễn Văn Bậc")]


def test_a_numbering_row_is_passed_over_whatever_a_person_said_of_the_first_row() -> None:
    plan = Plan(1, {"person_name": (0,), "award": (1,), "year": (2,)})

    rows = read(("a", "b", "c"), ("(1)", "(2)", "(3)"), ("Lù Văn Bậc", "LĐTT", 2020), plan=plan)

    assert [row.row for row in rows] == [3]


def test_a_lone_nam_is_the_year_typed_without_marks() -> None:
    (row,) = read(("Ho va ten", "Danh hieu", "Nam"), ("Lù Văn Bậc", "LĐTT", 2020))

    assert (row.said["year"], row.said["sex"]) == (2020, "")
    assert [code for _, code in codes(row)] == [
        "DECISION_MISSING", "DECISION_DAY_MISSING", "ISSUER_MISSING",
    ]  # fmt: skip
    assert all("hãy ghi một lần cho mọi dòng ở “Chọn lại cột”" in p.text for p in row.problems)


def test_an_empty_cell_is_mended_at_the_row() -> None:
    (row,) = read(
        ("Họ và tên", "Danh hiệu", "Năm", *HEAD),
        ("Lù Văn Bậc", "LĐTT", 2020, "12/QĐ", "19/4/2021", None),
    )

    assert [p.text for p in row.problems] == ["Dòng này thiếu cơ quan ban hành quyết định."]


def test_an_initiative_belongs_to_people() -> None:
    (row,) = read(
        ("Tên tập thể", "Danh hiệu", "Năm", "Thành tích", *HEAD),
        ("Phòng Dân số", "SK_CO_SO", 2020, "Quy trình", *DECISION),
    )

    assert codes(row) == [("A2", "INITIATIVE_OF_NOBODY")]


SURNAMES = ("Lù", "Lò", "Vàng", "Giàng", "Nguyễn", "Tẩn")
MIDDLES = ("Văn", "Thị", "A", "Seo")
GIVEN = ("Bậc", "Thủy", "Hòa", "Mây Trắng", "Sách Vở", "Bút Mực")
UNITS = ("Sở Y tế", "Trung tâm Y tế - Bát Xát", "Phòng Dân số")


def quirky(dice: random.Random, text: str, share: float) -> str:
    """Return the text with stray, double and no-break spaces around and inside it."""
    if dice.random() >= share:
        return text
    return dice.choice((" ", "\u00a0", "  ")) + text.replace(" ", dice.choice(("  ", " "))) + " "


@pytest.mark.parametrize("seed", range(3))
def test_a_list_with_the_measured_quirks_comes_out_right_row_by_row(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  a repeatable list
    meant: list[tuple[Value, ...]] = []
    rows: list[tuple[Value, ...]] = []
    for n in range(386):
        name = f"{dice.choice(SURNAMES)} {dice.choice(MIDDLES)} {dice.choice(GIVEN)}"
        unit = dice.choice(UNITS)
        written = unicodedata.normalize("NFD", name) if dice.random() < 0.044 else name
        padded = quirky(dice, unit.replace("-", "–") if dice.random() < 0.05 else unit, 0.91)
        above = f"Trung tâm số {n % 7}" if unit == "Phòng Dân số" else ""
        meant.append((name, unit, above, 2010 + n % 10))
        rows.append(
            (None, quirky(dice, written, 0.11), padded if not above else None, None, "LĐTT",
             2010 + n % 10, *DECISION)
        )  # fmt: skip
        if above:
            rows[-1] = (*rows[-1][:2], quirky(dice, above, 0.91), padded, *rows[-1][4:])
    head = ("STT", "Họ và tên", "Đơn vị", "Phòng, ban", "Danh hiệu", "Năm", *HEAD)
    formulas: list[tuple[Value, ...]] = [("", None, "", "", None, 0, "#N/A", "", "")] * 550
    grid = Grid("Danh sách", (("DANH SÁCH", *[None] * 8), head, *rows, *formulas))
    codes_sheet = Grid("Mã", (("Mã", "Tên"), ("LDTT", "Lao động tiên tiến")))

    found = ListsRead(Workbook("a.xlsx", "xlsx", (codes_sheet, grid)), {}, Letters(), on=DAY)
    read_rows = list(found.rows())

    assert [(sheet.is_list, sheet.row_count) for sheet in found.sheets] == [(False, 0), (True, 386)]
    got = [(r.said["name"], r.said["unit"], r.said["above"], r.said["year"]) for r in read_rows]
    assert got == meant
    assert [row.row for row in read_rows] == list(range(3, 389))
    assert {problem.code for row in read_rows for problem in row.problems} == set()


CELL: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.text(alphabet="".join({*TCVN3, *VNI}) + "ab ?.,", max_size=20),
    st.sampled_from(["Họ và tên", "Danh hiệu", "Năm", "LĐTT", "2020", "=1+1", "Tổng cộng", "I."]),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(st.lists(CELL, max_size=7).map(tuple), max_size=8).map(tuple),
    merged=st.frozensets(st.tuples(st.integers(0, 8), st.integers(0, 7)), max_size=6),
    fields=st.lists(st.sampled_from(sorted(FIELDS)), max_size=7),
    first_row=st.integers(0, 9),
    agreed=st.sampled_from(["", "TCVN3", "VNI"]),
)
def test_no_sheet_ever_raises(
    rows: tuple[tuple[Value, ...], ...],
    merged: frozenset[tuple[int, int]],
    fields: list[str],
    first_row: int,
    agreed: str,
) -> None:
    head = ("Họ và tên", "Danh hiệu", "Năm", "Ngày sinh", *HEAD)
    book = Workbook("a", "xlsx", (Grid("x", rows, merged), Grid("y", (head, *rows), merged)))
    plan = Plan(first_row, {name: (at,) for at, name in enumerate(fields)})
    texts = list(texts_of(book))

    for plans in ({}, {0: plan}):
        found = ListsRead(book, plans, letters_of(texts, agreed), on=DAY)
        for row in found.rows():
            assert row.said["code"] or row.problems
    assert proposed(texts) in {"", *("TCVN3", "VNI")}
    headings_digest(book.grids[0])


def test_the_encodings_that_can_be_agreed_to_are_known() -> None:
    assert letters_of(["x"], "VNI") == Letters(Damage.VNI, False)
