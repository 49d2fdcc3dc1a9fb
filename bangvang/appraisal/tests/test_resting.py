"""What rests on a row: later awards and open rows whose answer by the law would be another."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.appraisal.resting import Resting, amended, resting_on
from bangvang.law import Answer
from bangvang.nominations.selectors.open_of import OpenNomination
from bangvang.nominations.states import State
from bangvang.registry.selectors.amended_rows import RowSeen
from bangvang.registry.selectors.holdings import Holding, PersonHistory
from bangvang.registry.states import AmendmentKind, HolderKind

pytestmark = pytest.mark.django_db

ON = date(2026, 9, 14)
ALL = {"AWARD": 1900, "GRADE": 1900, "INITIATIVE": 1900}


def held(code: str, year: int, kind: str = "AWARD", day: date | None = None) -> Holding:
    merit = "MERIT" if kind == "AWARD" else ""
    on = day or date(year + 1, 1, 20)
    return Holding(kind, f"{code}-{year}", code, merit, year, f"{year}/QĐ", on, None, "", "")


def fighter() -> PersonHistory:
    """Return somebody who became a provincial fighter on three years' titles of the base."""
    base = [held("CSTDCS", year) for year in (2022, 2023, 2024)]
    grades = [held("HTXSNV", year, "GRADE") for year in (2022, 2023, 2024)]
    made = held("SK_TINH", 2024, "INITIATIVE", date(2025, 1, 5))
    rows = (*base, *grades, made, held("CSTDT", 2024, day=date(2025, 3, 20)))
    return PersonHistory(rows, ALL)


def row_of(one: Holding) -> RowSeen:
    return RowSeen(
        one.ref, one.record_kind, HolderKind.PERSON, "ref", "Vàng Thị Lúa Chín", one.code, one.kind,
        one.year, "", "", "", one.decision_no, one.decided_on, "", None,
    )  # fmt: skip


def rests(
    history: PersonHistory,
    row: RowSeen,
    kind: AmendmentKind = AmendmentKind.REVOKED,
    dossiers: tuple[OpenNomination, ...] = (),
    **said: object,
) -> tuple[Resting, ...]:
    after = amended(history, [row], kind, said)
    return resting_on([row], history, after, dossiers, of=HolderKind.PERSON, on=ON)


def named(history: PersonHistory, ref: str) -> RowSeen:
    return row_of(next(one for one in history.holdings if one.ref == ref))


def test_a_later_title_that_asks_for_the_revoked_one_is_named() -> None:
    history = fighter()

    (found,) = rests(history, named(history, "CSTDCS-2023"))

    assert (found.code, found.year, found.decided_on) == ("CSTDT", 2024, date(2025, 3, 20))
    assert (found.before, found.after) == (Answer.FOR_A_PERSON, Answer.NOT_MET)


def test_a_title_that_stays_open_is_named_too_if_it_rested_on_the_row() -> None:
    rows = (held("CSTDCS", 2023), held("LDTT", 2023), held("CSTDT", 2024, day=date(2025, 3, 20)))
    history = PersonHistory(rows, {})

    (found,) = rests(history, named(history, "CSTDCS-2023"))

    assert (found.code, found.is_changed, found.leans) == ("CSTDT", False, True)


def test_what_was_decided_before_rests_on_nothing_later() -> None:
    history = fighter()

    assert not rests(history, named(history, "CSTDT-2024"))
    later = replace(history, holdings=(*history.holdings, held("LDTT", 2025)))
    assert "CSTDT" not in {one.code for one in rests(later, named(later, "LDTT-2025"))}


def test_a_correction_that_leaves_the_year_changes_no_answer() -> None:
    history = fighter()
    row = named(history, "CSTDCS-2023")

    assert not rests(history, row, AmendmentKind.CORRECTED, decision_no="9/QĐ")
    assert [one.code for one in rests(history, row, AmendmentKind.CORRECTED, year=2016)] == [
        "CSTDT"
    ]


def test_what_is_restored_changes_the_answer_the_other_way() -> None:
    whole = fighter()
    row = named(whole, "CSTDCS-2023")
    without = amended(whole, [row], AmendmentKind.STRUCK, {})

    (found,) = rests(without, row, AmendmentKind.RESTORED)

    assert (found.code, found.is_changed) == ("CSTDT", True)
    assert amended(without, [row], AmendmentKind.RESTORED, {}).holdings[-1].ref == row.ref


def test_an_open_row_that_uses_it_is_named() -> None:
    history = fighter()
    without_title = replace(
        history, holdings=tuple(h for h in history.holdings if h.code != "CSTDT")
    )
    dossier = OpenNomination(
        "file", "CSTDT", 2024, State.SUBMITTED, "Đã nộp", "Sở Y tế", date(2025, 2, 1), "MERIT"
    )
    row = named(history, "CSTDCS-2023")

    (found,) = rests(without_title, row, dossiers=(dossier,))
    assert (found.nomination_ref, found.is_changed) == ("file", True)
    other = row_of(held("LDTT", 2010))
    history = replace(without_title, holdings=(*without_title.holdings, held("LDTT", 2010)))
    assert not rests(history, other, dossiers=(dossier,))


def test_an_award_of_a_law_that_is_not_read_is_left_to_a_person() -> None:
    old = [held("LDTT", 1999), held("CSTDCS", 1999), held("BK_TINH", 2001, day=date(2002, 5, 1))]
    history = PersonHistory(tuple(old), ALL)

    found = rests(history, named(history, "CSTDCS-1999"))

    assert {(one.code, one.before, one.after) for one in found} == {
        ("LDTT", None, None), ("BK_TINH", None, None),
    }  # fmt: skip
