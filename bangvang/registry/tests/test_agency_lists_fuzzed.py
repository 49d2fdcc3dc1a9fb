"""Whatever stands in the cells of a list is kept, refused at its cell or left out: no crash."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bangvang.foundation.sheets import Grid, Workbook
from bangvang.foundation.tests.factories import AT, DAY
from bangvang.foundation.vietnamese import fold
from bangvang.registry.actions.listed_rows_kept import list_read, list_settled, put_list
from bangvang.registry.models import AgencyList, ListedRow, ListTopic, RowMeaning
from bangvang.registry.states import ImportState
from bangvang.registry.tests.agency_lists import HEADER, SPECIALIST, rows_of, taken
from bangvang.registry.tests.factories import organisation, person

WORDS = (
    "Vàng Thị Lúa Chín", "Sở Y tế tỉnh Lào Cai", "12/06/1985", "1985", "(1)", "Tổng cộng", "=A1",
    "I. TẬP THỂ", "Nơi nhận:", "012345678901", "Cảnh cáo", "x" * 5000, "\u00a0", "a\u0301",
)  # fmt: skip
CELLS = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.text(max_size=30),
    st.integers(-(10**16), 10**16),
    st.floats(allow_nan=True, allow_infinity=True),
    st.dates().map(str),
)
ROWS = st.lists(st.lists(CELLS, min_size=6, max_size=6).map(tuple), max_size=12)


@pytest.mark.django_db
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rows=ROWS)
def test_any_cells_make_rows_that_can_be_kept(rows: list[tuple[Any, ...]]) -> None:
    workbook = Workbook("a.xlsx", "xlsx", (Grid("Trang", (HEADER, *rows)),))
    made = AgencyList(
        agency="Công an tỉnh Núi Mây", paper_no="1", paper_on=DAY, topic=ListTopic.TRAFFIC,
        meaning=RowMeaning.NOTICE, state="READING", staged_by_ref="a", staged_by_name="a",
        staged_at=AT,
    )  # fmt: skip

    found = list_settled(list_read(made, workbook, on=DAY))

    for row in found.rows:
        assert row.state in {"CERTAIN", "CHOOSE", "UNKNOWN", "PROBLEM", "HELD"}
        assert 2 <= row.row <= len(rows) + 1
        has_error = any(not problem["is_hint"] for problem in row.problems)
        assert has_error == (row.state == "PROBLEM")
        assert all(problem["cell"] for problem in row.problems)


@pytest.mark.django_db
def test_odd_cells_of_a_real_file_are_kept() -> None:
    person(unit=organisation())

    found = taken(
        ("1", "Vàng Thị Lúa Chín\x00", "12/06/1985", "", "lỗi\ufffd", "9999999999"),
        ("2", "vàng thị lúa chín", 31210, "SỞ Y TẾ tỉnh Lào Cai ", "x" * 4100, None),
    )

    kept = rows_of(found)
    assert len(kept) == ListedRow.objects.count() == 2
    assert [problem["code"] for problem in kept[1].problems] == ["TOO_LONG"]
    assert fold(kept[1].said["unit"]) == "so y te tinh lao cai"
    found.state = ImportState.READING
    empty = list_read(found, Workbook("a.xlsx", "xlsx", ()), on=DAY)
    put_list(found, list_settled(empty), SPECIALIST, AT)
    assert rows_of(found) == []
