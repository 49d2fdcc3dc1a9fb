"""Which years are whole after two records became one, after undoing it, and with what came between.

After a merge nothing is left to reckon: reckoning anew from the statements changes nothing.
"""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from bangvang.foundation.actor import Actor
from bangvang.foundation.tests.factories import AT
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.registry.actions.confirm_merge import confirm_merge
from bangvang.registry.actions.join_years import join_years
from bangvang.registry.actions.state_year_whole import state_year_whole
from bangvang.registry.actions.undo_merge import undo_merge
from bangvang.registry.actions.withdraw_year_statement import withdraw_year_statement
from bangvang.registry.models import (
    Completeness,
    Merge,
    Person,
    YearStatement,
    YearStatementOf,
)
from bangvang.registry.selectors.joining import compared
from bangvang.registry.states import HolderKind
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.own_decisions import head_of
from bangvang.registry.tests.test_merging import (
    HEAD,
    award,
    complete,
    dump,
    merged_now,
    proposed,
    refusal,
)


def apart() -> tuple[Person, Person]:
    """Return one person who is entered in two units."""
    units = [organisation(f"Sở {name}") for name in ("Y tế", "Công Thương")]
    return person(unit=units[0]), person(unit=units[1])


def head_over(of: Person) -> Actor:
    return head_of(of.organisation)


def stated(of: Person, *years: int) -> list[str]:
    return [state_year_whole("AWARD", year=y, actor=head_over(of), at=AT) for y in years]


def span(of: Person) -> tuple[int, int | None, int | None] | None:
    fields = ("from_year", "through_year", "entered_from")
    return Completeness.objects.filter(person=of, record_kind="AWARD").values_list(*fields).first()


def undone(merge: Merge) -> int:
    return undo_merge(merge.ref, "Hai người khác nhau", version=2, actor=HEAD, at=AT)


@pytest.mark.django_db
def test_years_stated_of_either_join() -> None:
    kept, merged = apart()
    stated(kept, 2023)
    stated(merged, 2024, 2025)

    shown = compared(HolderKind.PERSON, kept, merged)
    merged_now(kept, merged)

    assert shown.years.whole == {"AWARD": (2023, 2025)}
    assert span(kept) == (2023, 2025, None)


@pytest.mark.django_db
def test_years_stated_of_the_one_carry_the_promise_of_the_other_back() -> None:
    kept, merged = apart()
    stated(kept, 2019)
    complete(merged, "AWARD", 2020)

    merge = merged_now(kept, merged)
    assert span(kept) == (2019, None, 2020)

    before = Completeness.objects.count()
    assert undone(merge) == 0
    assert (span(kept), span(merged)) == ((2019, 2019, None), (2020, None, None))
    assert Completeness.objects.count() == before


@pytest.mark.django_db
def test_a_year_that_the_other_record_disproves_is_not_revived_later() -> None:
    kept, merged = apart()
    stated(kept, 2022, 2023, 2024)
    award(merged, "LDTT", 2023)
    before = dump()

    merge = merged_now(kept, merged)
    assert span(kept) == (2024, 2024, None)
    stated(kept, 2025)
    assert span(kept) == (2024, 2025, None)

    YearStatementOf.objects.filter(statement__year=2025).delete()
    YearStatement.objects.filter(year=2025).delete()
    join_years([kept.pk], "AWARD")
    assert undone(merge) == 0
    assert dump() == before


@pytest.mark.django_db
def test_a_head_who_spoke_of_both_records_spoke_of_what_they_hold_together() -> None:
    unit = organisation("Sở Y tế")
    kept, merged = person(unit=unit), person(unit=unit)
    stated(kept, 2023)
    award(merged, "LDTT", 2023)

    merged_now(kept, merged)

    assert span(kept) == (2023, 2023, None)
    assert YearStatementOf.objects.filter(person=kept).count() == 1


@pytest.mark.django_db
def test_where_nothing_of_a_claim_is_left_it_is_withdrawn_first() -> None:
    kept, merged = apart()
    (ref,) = stated(kept, 2023)
    award(merged, "LDTT", 2023)
    assert refusal(proposed, kept, merged) == "NO_YEAR_WHOLE"

    withdraw_year_statement(ref, "Ghi thiếu", actor=head_over(kept), at=AT)
    merged_now(kept, merged)
    assert span(kept) is None


@pytest.mark.django_db
def test_a_statement_withdrawn_since_the_proposal_is_compared_again() -> None:
    kept, merged = apart()
    stated(kept, 2020, 2022, 2023)
    ref = proposed(kept, merged)
    one = YearStatement.objects.get(year=2022)
    withdraw_year_statement(one.ref, "Ghi thiếu", actor=head_over(kept), at=AT)

    assert refusal(confirm_merge, ref, version=1, actor=HEAD, at=AT) == "CHANGED_SINCE"


@pytest.mark.django_db
def test_what_was_stated_between_merging_and_undoing_is_reckoned_for_each() -> None:
    kept, merged = apart()
    stated(kept, 2023)
    stated(merged, 2024)
    merge = merged_now(kept, merged)
    stated(kept, 2025)
    assert span(kept) == (2023, 2025, None)

    undone(merge)

    assert span(kept) == (2025, 2025, None)
    assert span(merged) == (2024, 2024, None)


@pytest.mark.django_db
def test_what_was_withdrawn_between_merging_and_undoing_stays_withdrawn() -> None:
    kept, merged = apart()
    stated(merged, 2023, 2024)
    first = YearStatement.objects.get(year=2023)
    merge = merged_now(kept, merged)
    withdraw_year_statement(first.ref, "Ghi thiếu", actor=head_over(merged), at=AT)
    assert span(kept) == (2024, 2024, None)

    undone(merge)

    assert (span(kept), span(merged)) == (None, (2024, 2024, None))


@pytest.mark.django_db
def test_a_year_stated_since_that_leans_on_the_other_promise_does_not_hinder_undoing() -> None:
    kept, merged = apart()
    stated(kept, 2018)
    complete(merged, "AWARD", 2020)
    merge = merged_now(kept, merged)
    stated(kept, 2019)
    assert span(kept) == (2018, None, 2020)
    one = YearStatement.objects.get(year=2018)
    withdraw_year_statement(one.ref, "Ghi thiếu", actor=head_over(kept), at=AT)
    assert span(kept) == (2019, None, 2020)

    undone(merge)

    assert (span(kept), span(merged)) == ((2019, 2019, None), (2020, None, None))


@pytest.mark.django_db
def test_a_promise_that_an_import_changed_since_stays_and_is_counted() -> None:
    kept, merged = apart()
    complete(kept, "AWARD", 2015)
    award(merged, "LDTT", 2017)
    merge = merged_now(kept, merged)
    assert span(kept) == (2018, None, None)
    Completeness.objects.update(from_year=2010)

    assert undone(merge) == 3
    assert span(kept) == (2010, None, None)


YEARS = st.frozensets(st.integers(2018, 2025), max_size=5)
PROMISE = st.none() | st.integers(2018, 2025)


class AnyTwo(TestCase):
    """Whatever was stated, promised and held of two records."""

    @settings(max_examples=30, deadline=None, phases=(Phase.explicit, Phase.generate))
    @given(YEARS, YEARS, PROMISE, PROMISE, YEARS, YEARS)
    def test_after_a_merge_nothing_is_left_to_reckon_and_undoing_is_exact(
        self,
        mine: frozenset[int],
        theirs: frozenset[int],
        promised: int | None,
        promised_there: int | None,
        held: frozenset[int],
        held_there: frozenset[int],
    ) -> None:
        kept, merged = apart()
        mine = frozenset(y for y in mine if y < (promised or y + 1))
        theirs = frozenset(y for y in theirs if y < (promised_there or y + 1))
        for one, years, promise, awards in (
            (kept, mine, promised, held),
            (merged, theirs, promised_there, held_there),
        ):
            if promise is not None:
                complete(one, "AWARD", promise)
            stated(one, *sorted(years))
            for year in awards:
                award(one, "LDTT", year, f"{year}/QĐ")
        before = dump()
        objection = compared(HolderKind.PERSON, kept, merged).objection
        if objection is not None:
            assert objection.code == "NO_YEAR_WHOLE"
            return
        merge = merged_now(kept, merged)
        now = span(kept)
        join_years([kept.pk], "AWARD")
        assert span(kept) == now
        for year in filter(lambda year: _covers(now, year), held ^ held_there):
            knows = (mine, promised) if year in held else (theirs, promised_there)
            assert year in knows[0] or (knows[1] or year + 1) <= year
        assert undone(merge) == 0
        assert dump() == before


def _covers(now: tuple[int, int | None, int | None] | None, year: int) -> bool:
    return now is not None and now[0] <= year <= (now[1] or year)


@each_connected
def test_a_year_stated_during_a_merge_is_never_lost() -> None:
    kept, merged = apart()
    stated(kept, 2024)
    ref = proposed(kept, merged)

    said = at_once(
        lambda: confirm_merge(ref, version=1, actor=HEAD, at=AT),
        lambda: stated(merged, 2025),
    )

    assert tuple(said) in {("", ""), ("CHANGED_SINCE", ""), ("", "NOBODY_THERE")}
    if tuple(said) == ("CHANGED_SINCE", ""):
        assert span(merged) == (2025, 2025, None)
