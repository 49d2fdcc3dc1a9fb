"""Filling the register of a benchmark's own database, past all actions: rows and nothing else."""

from collections.abc import Iterator, Sequence
from itertools import islice

from django.core.management import call_command
from django.db import connection, transaction

from bangvang.foundation.vietnamese import fold, name_key, name_key_loose, person_sort_key
from bench.register.made import DEPARTMENTS, UNITS_OF_EACH, Made

AT_ONCE = 20_000
PROVINCE = 1
FIRST_DEPARTMENT = 2
FIRST_UNIT = FIRST_DEPARTMENT + DEPARTMENTS
PEOPLE_COLUMNS = (
    "id", "ref", "full_name", "name_fold", "name_key", "sort_key", "sex", "identity_tail",
    "position", "organisation_id", "birth_on",
)  # fmt: skip
AWARD_COLUMNS = (
    "id", "ref", "code", "kind", "year", "name_as_written", "unit_as_written", "unit_id",
    "achievement", "decision_no", "decided_on", "issued_by", "decision_ref", "origin", "person_id",
)  # fmt: skip
BODY_COLUMNS = (
    "id", "ref", "name", "name_fold", "sort_key", "abbreviation", "kind", "parent_id", "since",
    "place_code", "version",
)  # fmt: skip
Line = tuple[str | int | None, ...]


def fill(register: Made) -> None:
    """Make the tables; fill in units, people and one award of each; let the engine look at it."""
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        _insert("registry_organisation", BODY_COLUMNS, _bodies())
        _insert("registry_person", PEOPLE_COLUMNS, _people(register))
        _insert("registry_award", AWARD_COLUMNS, _awards(register))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
        else:
            for table in ("registry_organisation_search", "registry_person_search"):
                cursor.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")  # noqa: S608  our own names
            cursor.execute("ANALYZE")


def _bodies() -> Iterator[Line]:
    yield _body(PROVINCE, "Tỉnh Mẫu", None)
    for number in range(DEPARTMENTS):
        yield _body(FIRST_DEPARTMENT + number, f"Sở Mẫu {number + 1}", PROVINCE)
    for number in range(DEPARTMENTS * UNITS_OF_EACH):
        above = FIRST_DEPARTMENT + number // UNITS_OF_EACH
        yield _body(FIRST_UNIT + number, f"Phòng nghiệp vụ {number + 1}", above)


def _body(pk: int, name: str, parent: int | None) -> Line:
    return (
        pk,
        f"o{pk}",
        name,
        fold(name),
        f"{pk:08d}",
        "",
        "DEPARTMENT",
        parent,
        "2000-01-01",
        "",
        1,
    )


def _people(register: Made) -> Iterator[Line]:
    people = zip(register.names, register.units, register.births, strict=True)
    for pk, (name, unit, birth) in enumerate(people, start=1):
        keys = name_key_loose(name), name_key(name), person_sort_key(name)
        yield pk, f"p{pk}", name, *keys, "", "", "Chuyên viên", FIRST_UNIT + unit, birth


def _awards(register: Made) -> Iterator[Line]:
    for pk, (name, unit) in enumerate(zip(register.names, register.units, strict=True), start=1):
        year = 2010 + pk % 15
        number, on = f"{pk // 200 + 1}/QĐ-UBND", f"{year}-12-20"
        yield (
            pk, f"a{pk}", "LDTT", "MERIT", year, name, f"Phòng nghiệp vụ {unit + 1}",
            FIRST_UNIT + unit, "", number, on, "Sở Mẫu", "", "BACK_ENTRY", pk,
        )  # fmt: skip


def reset_numbers() -> None:
    """Let numbers go on after the rows that were filled in with numbers of their own."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for table in ("registry_organisation", "registry_person", "registry_award"):
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"  # noqa: S608  our own names
            )


def _insert(table: str, columns: Sequence[str], rows: Iterator[Line]) -> None:
    names, marks = ", ".join(columns), ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        while some := list(islice(rows, AT_ONCE)):
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                    for row in some:
                        copy.write_row(row)
            else:
                cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", some)  # noqa: S608  our own names
