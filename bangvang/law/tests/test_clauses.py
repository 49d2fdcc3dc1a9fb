"""The law as a reader meets it: ways of an award, clauses and what rests on them."""

from datetime import date

import pytest

from bangvang.law import NotInForce, Seen, UnknownAward
from bangvang.law.clauses import clauses_used, ways_not_coded, ways_read

OLD, NEW, AMENDED = date(2022, 4, 19), date(2024, 4, 19), date(2026, 11, 1)


def test_a_way_has_its_conditions_with_clause_and_day_of_comparison() -> None:
    (way,) = (way for way in ways_read("CSTDT", OLD) if way.id == "provincial_fighter.2017")

    assert way.cite.text == "khoản 2 Điều 9 Nghị định 91/2017/NĐ-CP"
    assert way.seen is Seen.SOURCE
    assert way.compared_on == date(2026, 11, 22)
    assert not way.text_unseen
    assert way.conditions[0].value == "3"


def test_after_an_unread_amendment_the_ways_are_shown_as_they_stood() -> None:
    (way,) = (way for way in ways_read("CSTDT", AMENDED) if way.id == "provincial_fighter.2024")

    assert way.text_unseen
    assert [text.value for text in way.conditions] == [
        text.value for text in ways_read("CSTDT", NEW)[0].conditions
    ]


def test_what_cannot_be_shown_is_refused() -> None:
    with pytest.raises(UnknownAward):
        ways_read("NO_SUCH", OLD)
    with pytest.raises(NotInForce):
        ways_read("CSTDT", date(2017, 9, 30))
    with pytest.raises(NotInForce):
        clauses_used(date(2017, 9, 30))


def test_a_clause_names_the_awards_that_rest_on_it() -> None:
    decree = clauses_used(OLD)["ND-91-2017"]
    (clause,) = (use for use in decree if (use.cite.article, use.cite.clause) == (9, 2))

    assert {code for code, _ in clause.used_by} == {"CSTDT"}
    assert clause.compared_on == date(2026, 11, 22)


def test_instruments_not_in_force_are_not_shown() -> None:
    assert "ND-91-2017" not in clauses_used(NEW)
    assert "LUAT-06-2022" not in clauses_used(OLD)


def test_every_gap_of_a_day_is_a_gap_of_that_day() -> None:
    for gap in ways_not_coded("BK_TTG", NEW):
        assert gap.since <= NEW
        assert gap.until is None or gap.until > NEW
