"""Days entered a second time: when each document begins and ends, and that nothing else begins.

A version that began a day late would leave a day to the law before it, or to nobody.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from bangvang.law.catalogue import catalogue
from bangvang.law.gaps import gaps
from bangvang.law.instruments import instruments
from bangvang.law.loading import shipped
from bangvang.law.province_layer import province_layer
from bangvang.law.rulebook import ROUTES

NEW_YEAR_2024, DECREE_152 = date(2024, 1, 1), date(2025, 7, 1)
DOCUMENTS: Mapping[str, tuple[date, date | None]] = {
    "LUAT-2003": (date(2004, 7, 1), NEW_YEAR_2024),
    "ND-91-2017": (date(2017, 10, 1), NEW_YEAR_2024),
    "TT-08-2017": (date(2017, 12, 15), date(2020, 1, 1)),
    "TT-12-2019": (date(2020, 1, 1), NEW_YEAR_2024),
    "LUAT-06-2022": (NEW_YEAR_2024, None),
    "ND-86-2023": (date(2024, 1, 30), None),
    "ND-98-2023": (NEW_YEAR_2024, DECREE_152),
    "LC-14-2024": (date(2024, 7, 15), None),
    "ND-129-2025": (DECREE_152, None),
    "ND-152-2025": (DECREE_152, date(2027, 3, 1)),
    "LUAT-06-2026": (date(2026, 10, 1), None),
    # Mức lương cơ sở: each decree until the next one.
    "ND-47-2017": (date(2017, 7, 1), date(2018, 7, 1)),
    "ND-72-2018": (date(2018, 7, 1), date(2019, 7, 1)),
    "ND-38-2019": (date(2019, 7, 1), date(2023, 7, 1)),
    "ND-24-2023": (date(2023, 7, 1), date(2024, 7, 1)),
    "ND-73-2024": (date(2024, 7, 1), date(2026, 7, 1)),
    "ND-161-2026": (date(2026, 7, 1), None),
    # No normative acts; of the first two only the year was read, of the third what it belongs to.
    "CV-5007-2023": (date(2023, 1, 1), None),
    "QD-311-2025": (date(2025, 1, 1), None),
    "QD-638-2025": (DECREE_152, None),
    # Made up, to show the form.
    "VI-DU": (date(2024, 7, 15), None),
}
BOUNDARIES = {day for days in DOCUMENTS.values() for day in days if day is not None}


def versions() -> Iterator[tuple[str, date, date | None]]:
    """Give everything dated, with the days on which it begins and ends."""
    for id_, row in shipped().rows.items():
        yield from ((id_, one.since, one.until) for one in row.items)
    for code, found in gaps().items():
        yield from ((f"{code}: {gap.way}", gap.since, gap.until) for gap in found)
    for code, line in catalogue().items():
        yield from ((code, name.since, name.until) for name in line.names.items)
    for rules in province_layer().values():
        yield from ((rule.entry.id, rule.since, rule.until) for rule in rules.items)
    yield from ((route.id, route.since, route.until) for route in ROUTES)


def test_the_documents_are_those_that_were_read_of() -> None:
    assert set(instruments()) == set(DOCUMENTS)
    assert {one.id: one.also_starts for one in instruments().values() if one.also_starts} == {
        "VI-DU": (DECREE_152,)
    }


@pytest.mark.parametrize("id_", DOCUMENTS)
def test_a_document_begins_and_ends_on_its_days(id_: str) -> None:
    one = instruments()[id_]

    assert (one.since, one.until) == DOCUMENTS[id_]


def test_nothing_begins_or_ends_on_a_day_on_which_no_document_does() -> None:
    odd = [
        (id_, day)
        for id_, since, until in versions()
        for day in (since, until)
        if day is not None and day not in BOUNDARIES
    ]

    assert odd == []
