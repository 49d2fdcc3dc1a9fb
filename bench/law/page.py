"""The record of one nominee as a page gets it: the product's own selector, on PostgreSQL.

Its tables are made by its migrations and hold the nominees who are asked about and nobody else,
which flatters the queries.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

import numpy as np
from django.core.management import call_command
from django.db import connections
from django.db.utils import load_backend
from django.test import override_settings

from bangvang.appraisal.facts import record_of as record_of_history
from bangvang.law import Record, RecordKind, catalogue
from bangvang.registry.columns import CODES
from bangvang.registry.models import Award, Completeness, Grade, Initiative, Organisation, Person
from bangvang.registry.selectors.people import histories_of
from bench.law.made import KINDS, NONE, Made
from bench.law.postgresql import Connection

DEFAULT, ENGINE = "default", "django.db.backends.postgresql"


@contextmanager
def product_in(connection: Connection) -> Iterator[None]:
    """Let the product keep its records in this cluster, as in production, while this is open."""
    info = connection.info
    given = {
        "ENGINE": ENGINE,
        "NAME": info.dbname,
        "USER": info.user,
        "PASSWORD": info.password,
        "HOST": info.host,
        "PORT": str(info.port),
        "OPTIONS": {"sslmode": "disable"},
    }
    known = connections.configure_settings({DEFAULT: given})[DEFAULT]
    before, inside = connections[DEFAULT], load_backend(ENGINE).DatabaseWrapper(known)
    connections[DEFAULT] = inside
    try:
        with override_settings(DEBUG=False):
            call_command("migrate", verbosity=0)
            yield
    finally:
        inside.close()
        connections[DEFAULT] = before


def entered(made: Made, people: Sequence[int]) -> list[str]:
    """Enter these people with their rows that were not revoked, and return their references."""
    unit = Organisation.objects.create(name="Sở", since=date(2000, 1, 1))
    found = [Person(pk=number, full_name=f"{number}", organisation=unit) for number in people]
    Person.objects.bulk_create(found)
    Completeness.objects.bulk_create(
        Completeness(person_id=number, record_kind=kind, from_year=years[number - 1])
        for kind, years in made.complete.items()
        for number in people
        if years[number - 1] != NONE
    )
    rows = list(_rows(made, people, unit))
    Award.objects.bulk_create(row for row in rows if isinstance(row, Award))
    Grade.objects.bulk_create(row for row in rows if isinstance(row, Grade))
    Initiative.objects.bulk_create(row for row in rows if isinstance(row, Initiative))
    with connections[DEFAULT].cursor() as cursor:
        cursor.execute("ANALYZE")
    return [person.ref for person in found]


def read(refs: Sequence[str]) -> Callable[[], list[Record]]:
    """Return the work: read the records of these people one by one, each for a page of its own."""
    return lambda: [record_of_history(histories_of([ref])[ref]) for ref in refs]


def asked_once(people: Sequence[int]) -> Callable[[], list[list[tuple[str, str, int]]]]:
    """Return the work: ask for the awards of each of these people by one query of the product."""
    return lambda: [
        list(
            Award.objects.filter(person_id=number, revoked_on=None).values_list(
                "code", "kind", "year"
            )
        )
        for number in people
    ]


def _rows(
    made: Made, people: Sequence[int], unit: Organisation
) -> Iterator[Award | Grade | Initiative]:
    for row in np.flatnonzero(np.isin(made.people, people) & ~made.is_revoked).tolist():
        code, year, day = CODES[made.codes[row]], int(made.years[row]), date(2022, 3, 1)
        decided = {"decision_no": f"{row}/QĐ", "decided_on": day, "person_id": made.people[row]}
        kind = catalogue()[code].record_kind
        if kind is RecordKind.GRADE:
            yield Grade(code=code, year=year, **decided)
        elif kind is RecordKind.INITIATIVE:
            yield Initiative(code=code, year=year, title=f"{row}", **decided)
        else:
            yield Award(code=code, year=year, kind=KINDS[made.kinds[row]], unit=unit, **decided)
