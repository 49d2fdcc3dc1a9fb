"""A register that is filled already takes the new columns without losing a row."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from bangvang.registry.models import Award, Completeness, Grade

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE = [("registry", "0001_initial")]


@pytest.fixture(autouse=True)
def _leave_it_as_it_was() -> Iterator[None]:
    yield
    newest()


def newest() -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def at(state: list[tuple[str, str]]) -> Any:
    executor = MigrationExecutor(connection)
    executor.migrate(state)
    return executor.loader.project_state(state).apps


def fill(apps: Any) -> None:
    unit = apps.get_model("registry", "Organisation").objects.create(
        name="Sở Y tế", name_fold="so y te", sort_key="so y te", kind="DEPARTMENT",
        since=date(2000, 1, 1),
    )  # fmt: skip
    person = apps.get_model("registry", "Person").objects.create(
        full_name="Vàng Thị Lúa Chín", name_fold="vang thi lua chin", name_key="vàng thị lúa chín",
        sort_key="chin", organisation=unit,
    )  # fmt: skip
    apps.get_model("registry", "Award").objects.create(
        person=person, code="LDTT", kind="MERIT", year=2025, name_as_written="Vàng Thị Lúa Chín",
        unit_as_written="Sở Y tế", unit=unit, decision_no="1/QĐ", decided_on=date(2026, 1, 8),
        issued_by="Giám đốc Sở", origin="BACK_ENTRY",
    )  # fmt: skip
    apps.get_model("registry", "Grade").objects.create(person=person, code="HTTNV", year=2025)
    apps.get_model("registry", "Completeness").objects.create(
        person=person, record_kind="AWARD", from_year=2014
    )


def test_a_filled_register_keeps_its_rows_and_gains_the_constraints() -> None:
    fill(at(BEFORE))

    newest()

    award, grade, whole = Award.objects.get(), Grade.objects.get(), Completeness.objects.get()
    assert award.person is not None
    assert {award.person.full_name} == {"Vàng Thị Lúa Chín"}
    assert {award.person_id, grade.person_id, whole.person_id} == {award.person.pk}
    assert {row.organisation_id for row in (award, grade, whole)} == {None}
    for row in (award, grade, whole):
        with pytest.raises(IntegrityError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(person=None)
