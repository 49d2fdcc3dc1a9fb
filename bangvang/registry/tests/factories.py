"""Rows of the register for tests; each call names what matters and invents the rest."""

from datetime import date
from typing import Any

from bangvang.foundation.tests.factories import AT
from bangvang.foundation.vietnamese import (
    fold,
    name_key,
    name_key_loose,
    person_sort_key,
    text_sort_key,
)
from bangvang.registry.models import (
    Award,
    Bar,
    BodyEvent,
    Completeness,
    Grade,
    Initiative,
    Organisation,
    Person,
)
from bangvang.registry.states import BarKind


def organisation(
    name: str = "Sở Y tế tỉnh Lào Cai",
    *,
    kind: str = "DEPARTMENT",
    parent: Organisation | None = None,
    since: date = date(2000, 1, 1),
    until: date | None = None,
) -> Organisation:
    """Return an organisation that exists since 2000."""
    return Organisation.objects.create(
        name=name,
        name_fold=fold(name),
        sort_key=text_sort_key(name),
        kind=kind,
        parent=parent,
        since=since,
        until=until,
    )


def person(
    full_name: str = "Vàng Thị Lúa Chín",
    *,
    unit: Organisation | None = None,
    birth_on: date | None = date(1985, 6, 12),
    birth_year: int | None = None,
    identity_digest: str | None = None,
) -> Person:
    """Return a person of the register."""
    return Person.objects.create(
        full_name=full_name,
        name_fold=name_key_loose(full_name),
        name_key=name_key(full_name),
        sort_key=person_sort_key(full_name),
        birth_on=birth_on,
        birth_year=birth_on.year if birth_on else birth_year,
        identity_digest=identity_digest,
        organisation=unit or organisation(),
    )


def bar(
    of: Person | Organisation,
    *,
    kind: BarKind = BarKind.INVESTIGATED,
    level: str = "",
    since: date = date(2026, 3, 2),
    until: date | None = None,
    paper_no: str = "318/QĐ-TTr",
    note: str = "",
) -> Bar:
    """Return a bar that stands on a decision of the inspectorate."""
    whose: dict[str, Any] = {"person" if isinstance(of, Person) else "organisation": of}
    return Bar.objects.create(
        **whose,
        kind=kind.value,
        level=level,
        since=since,
        until=until,
        paper_no=paper_no,
        paper_on=since,
        paper_by="Thanh tra tỉnh Lào Cai",
        note=note,
        recorded_by_ref="actor",
        recorded_by_name="Lù Văn Suối",
        recorded_at=AT,
    )


def everything_known_since(year: int) -> None:
    """Let the register be complete about everybody it has, from a year on."""
    Completeness.objects.update(from_year=year)


def initiative(of: Person, year: int) -> Initiative:
    """Return an initiative recognised in the unit itself."""
    return Initiative.objects.create(
        person=of,
        code="SK_CO_SO",
        year=year,
        title="Cải tiến quy trình",
        decision_no="1/QĐ",
        decided_on=date(year, 5, 20),
        recognised_by="Giám đốc Sở",
    )


def whose(of: Person | Organisation) -> dict[str, Any]:
    """Return the field that names the holder."""
    return {"person" if isinstance(of, Person) else "organisation": of}


def awards(
    of: Person | Organisation, count: int = 1, *, code: str = "LDTT", **more: Any
) -> list[Award]:
    """Return so many awards of the years before 2026, each by a decision of its own."""
    unit = of.organisation if isinstance(of, Person) else of
    begun = Award.objects.count()
    return Award.objects.bulk_create(
        Award(
            **whose(of),
            code=code,
            kind="MERIT",
            year=2025 - number % 30,
            name_as_written=f"{of}",
            unit_as_written=unit.name,
            unit=unit,
            decision_no=f"{begun + number + 100}/QĐ-SYT",
            decided_on=date(2026 - number % 30, 1, 20),
            issued_by="Giám đốc Sở Y tế",
            origin="BACK_ENTRY",
            **more,
        )
        for number in range(count)
    )


def grade(of: Person | Organisation, year: int, code: str = "HTXSNV") -> Grade:
    """Return a grade."""
    return Grade.objects.create(**whose(of), code=code, year=year)


def known_from(of: Person | Organisation, year: int, kind: str = "AWARD") -> Completeness:
    """Say from which year on a record is whole."""
    return Completeness.objects.create(**whose(of), record_kind=kind, from_year=year)


def body_named(name: str) -> Organisation:
    """Return the open organisation of this name."""
    return Organisation.objects.get(name=name, until=None)


def newest_event() -> BodyEvent:
    """Return the event of a body that was entered last."""
    return BodyEvent.objects.order_by("-pk")[0]
