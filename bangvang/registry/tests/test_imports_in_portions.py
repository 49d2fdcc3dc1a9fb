"""Imports go through in portions: of any size with the same result, and with few rows at a time."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.db import transaction

from bangvang.foundation.db.insert import insert_values
from bangvang.foundation.tests.factories import AT
from bangvang.registry.actions import accept_import as accept_import_module
from bangvang.registry.actions import entered_rows, settle_again, stated_complete
from bangvang.registry.actions.accept_import import accept_import, settled_now
from bangvang.registry.actions.choose_holder import choose_holder
from bangvang.registry.actions.register_person import PersonAsKnown, register_person
from bangvang.registry.actions.stage_import import stage_import
from bangvang.registry.intake import newcomers, rows_waiting, settling, staging
from bangvang.registry.intake.newcomers import Meant, People
from bangvang.registry.models import (
    Award,
    AwardImport,
    Completeness,
    ImportRow,
    Organisation,
    Person,
    RecordSource,
)
from bangvang.registry.selectors.import_entries import stands_as_staged
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.tests.factories import awards, organisation, person
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

PLACES = (
    entered_rows,
    newcomers,
    rows_waiting,
    settle_again,
    settling,
    staging,
    stated_complete,
)
ROWS = (
    line("Hoàng Thị Cỏ", ""),
    line("Lò Thị Mới", "5/8/1990"),
    line("Lò Thị Mới", "5/8/1990"),
    line("Vàng Thị Lúa Chín", year=2019, number="2/QĐ"),
    line("Lò Thị Mới", 1990, year=2018, number="3/QĐ"),
    line("Giàng A Núi", "", award="HTXSNV", number="", day="", by=""),
    line("Trung tâm Y tế Bát Xát", "", "TTLĐXS", unit=""),
    line(award="xyz"),
    line("Giàng A Núi", "", year=2019, number="4/QĐ"),
    line("Ông Vàng Thị Lúa Chín", year=2019, number="02/QĐ"),
    line("Vàng Thị Lúa Chín", year=2019, number="9/QĐ"),
    line("Lù Văn Bậc", 1980, unit="Sở Lạ"),
    line("Trung tâm Y tế Bát Xát", "", "TTLĐXS", unit=""),
    line("Lò Thị Khác", 1991, award="SK_CO_SO", achievement="Quy trình"),
)


def register() -> None:
    unit = organisation(UNIT)
    organisation("Trung tâm Y tế Bát Xát")
    one = person("Vàng Thị Lúa Chín", unit=unit)
    person("Hoàng Thị Cỏ", unit=unit)
    awards(one)


def kept(made: AwardImport) -> list[dict[str, Any]]:
    columns = (
        "sheet", "row", "state", "said", "cells", "raw", "problems", "who", "near", "unit_key",
        "identity", "person__full_name", "organisation__name", "unit__name", "newcomer", "why",
        "candidates",
    )  # fmt: skip
    rows = ImportRow.objects.filter(award_import=made).order_by("sheet_no", "row")
    return list(rows.values(*columns))


def in_register() -> list[tuple[Any, ...]]:
    awards = Award.objects.order_by("person__full_name", "year", "decision_no", "code")
    names = ("person__full_name", "organisation__name", "unit__name", "code", "year")
    sources = RecordSource.objects.exclude(newcomer=None).order_by("row__row")
    return [
        *awards.values_list(*names),
        *sources.values_list("row__row", "newcomer__full_name"),
        *Person.objects.order_by("full_name").values_list("full_name", "birth_on", "position"),
        *Completeness.objects.order_by("person__full_name").values_list("person__full_name"),
    ]


def gone_through() -> tuple[Any, ...]:
    """Stage, choose, enter; return how rows stood before and after, and what is in the register."""
    made = staged(*ROWS)
    before = kept(made)
    choose_holder(made.ref, 0, 7, "new", version=1, actor=SPECIALIST, at=AT)
    chosen = kept(made)
    accept_import(
        made.ref,
        version=2,
        with_newcomers=True,
        complete_from={"AWARD": 2010},
        actor=HEAD,
        at=AT,
    )
    return before, chosen, kept(made), in_register()


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_portions_of_any_size_come_to_the_same(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    register()
    with transaction.atomic():
        whole = gone_through()
        transaction.set_rollback(True)
    for module in PLACES:
        monkeypatch.setattr(module, "AT_ONCE", size)

    assert gone_through() == whole


def test_no_more_rows_than_a_portion_are_looked_at_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    organisation(UNIT)
    for module in PLACES:
        monkeypatch.setattr(module, "AT_ONCE", 5)
    people, objects = People.meant, []
    asked, made = [], []

    def meant(of: People, rows: Sequence[Any]) -> dict[str, Meant]:
        asked.append(len(rows))
        return people(of, rows)

    def inserted(model: Any, names: Sequence[str], rows: Sequence[Any]) -> None:
        made.append(len(rows))
        insert_values(model, names, rows)

    monkeypatch.setattr(People, "meant", meant)
    monkeypatch.setattr(entered_rows, "insert_values", inserted)
    monkeypatch.setattr(ImportRow, "__init__", lambda *_: objects.append(1))

    staged_rows = [line(f"Lò Thị Mới {chr(65 + n)}", 1990, number=f"{n}/QĐ") for n in range(23)]
    accepted = accept_import(
        staged(*staged_rows).ref, version=1, with_newcomers=True, actor=HEAD, at=AT
    )

    assert accepted.records == sum(asked) == 23
    assert (max(asked), max(made), objects) == (5, 5, [])


def test_what_was_settled_when_it_was_read_stands_until_something_is_recorded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    organisation(UNIT)
    made = staged(line("Lò Thị Mới", ""), line("Lò Thị Khác", 1990, number="2/QĐ"))
    with monkeypatch.context() as patched:
        patched.setattr(accept_import_module, "changes_now", pytest.fail)
        assert settled_now(made).changes == ()

    unit = Organisation.objects.get(name=UNIT)
    register_person(PersonAsKnown("Lò Thị Mới", unit.ref), actor=HEAD, at=AT)

    assert not stands_as_staged(made)
    assert [change[0] for change in settled_now(made).changes] == ["CHOOSE"]
    assert states(made) == ["READY", "READY"]


def test_a_choice_settles_all_rows_anew_when_they_come_in() -> None:
    register()
    made = staged(line("Hoàng Thị Cỏ", ""), line("Lò Thị Mới", 1990, number="2/QĐ"))
    assert stands_as_staged(made)

    choose_holder(made.ref, 0, 2, "new", version=1, actor=SPECIALIST, at=AT)

    assert not stands_as_staged(made)


def test_rows_staged_before_that_was_recorded_are_settled_anew() -> None:
    organisation(UNIT)
    made = staged(line())
    assert not stands_as_staged(AwardImport(ref="another"))
    assert stands_as_staged(made)


def test_who_was_a_double_of_somebody_else_is_asked_anew_with_them() -> None:
    """The second row is held for the first one's sake, until that means another person."""
    organisation(UNIT)
    digest = digest_of_identity_number("010085000123")
    one = person("Hoàng Thị Cỏ", identity_digest=digest, unit=Organisation.objects.get(name=UNIT))
    header = (*HEADER, "Số định danh")
    rows = [(*line("Hoàng Thị Cỏ", ""), ""), (*line("Hoàng Thị Cúc", ""), "010085000123")]
    ref = stage_import(
        file_of(*rows, header=header), original_name="a.xlsx", actor=SPECIALIST, at=AT
    ).ref
    made = AwardImport.objects.get(ref=ref)
    choose_holder(ref, 0, 2, f"p:{one.ref}", version=1, actor=SPECIALIST, at=AT)
    choose_holder(ref, 0, 3, f"p:{one.ref}", version=2, actor=SPECIALIST, at=AT)
    assert states(made) == ["READY", "HELD"]

    choose_holder(ref, 0, 2, "again", version=3, actor=SPECIALIST, at=AT)

    assert states(made) == ["CHOOSE", "READY"]


def test_rows_are_packed_and_come_back_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "AT_ONCE", 2)
    rows = [staging.RowStaged("a", 0, n, "{}", "{}", "{}", "[]", "w", "n", "u") for n in range(5)]
    packed = staging.RowsStaged()
    for row in rows:
        packed.add(row)

    assert (packed.count, list(packed), list(packed)) == (5, rows, rows)
