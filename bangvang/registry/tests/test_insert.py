"""Inserting many rows at once is as inserting each, with numbers, and all or none."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.transaction import TransactionManagementError

from bangvang.foundation.db.insert import insert_all
from bangvang.registry.models import AwardImport, Initiative, Organisation, Person
from bangvang.registry.models.organisations import OrganisationKind
from bangvang.registry.tests.factories import initiative, organisation, person

AT = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)


def somebody(name: str, unit: Organisation) -> Person:
    return Person(full_name=name, name_fold=name.lower(), organisation=unit, withdrawn_at=None)


@pytest.mark.django_db
def test_rows_are_as_they_were_given_and_have_numbers_of_their_own() -> None:
    unit = organisation()
    before = person("Lù Văn Một", unit=unit)
    people = [somebody(name, unit) for name in ("Vàng Thị Hai", "Sùng A Ba")]
    people[0].birth_on, people[1].withdrawn_at = date(1985, 4, 19), AT

    insert_all(people)

    after = person("Lù Văn Bốn", unit=unit)
    numbers = [before.pk, people[0].pk, people[1].pk, after.pk]
    assert numbers == sorted(set(numbers))
    for one in people:
        assert not one._state.adding
        kept = Person.every.get(pk=one.pk)
        for field in Person._meta.concrete_fields:
            assert getattr(kept, field.attname) == getattr(one, field.attname), field.attname


@pytest.mark.django_db
def test_parts_choices_and_json_are_kept() -> None:
    unit = organisation()
    made = initiative(person(unit=unit), 2020)
    made.pk, made.ref, made.year = None, "another", 2021
    made.share_percent = Decimal("33.30")
    body = Organisation(
        name="Khoa Nội", kind=OrganisationKind.SUB_UNIT, parent=unit, since=date(2020, 1, 1)
    )

    insert_all([made])
    insert_all([body])

    assert Initiative.objects.get(ref="another").share_percent == Decimal("33.30")
    assert Organisation.objects.get(pk=body.pk).kind == "SUB_UNIT"
    insert_all([])


@pytest.mark.django_db
def test_one_row_that_may_not_be_stops_all() -> None:
    unit = organisation()
    twins = [somebody(name, unit) for name in ("Một", "Hai")]
    twins[1].ref = twins[0].ref

    with pytest.raises(IntegrityError), transaction.atomic():
        insert_all(twins)

    assert not Person.every.exists()


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_inserted() -> None:
    with pytest.raises(TransactionManagementError):
        insert_all([AwardImport()])
