"""Changes of the register for tests, one after the other by dice, past all actions."""

import random
from collections.abc import Callable
from datetime import date

from django.db import transaction

from bangvang.foundation.tests.factories import AT
from bangvang.law import Kind
from bangvang.registry.models import Award, Completeness, Grade, Initiative, Organisation, Person
from bangvang.registry.tests.factories import person

YEAR = 2021
CODES = ("LDTT", "CSTDCS", "HTXSNV", "HTTNV", "SK_TINH", "SK_CO_SO")
Change = Callable[[random.Random], object]


def award(of: Person, code: str, year: int) -> None:
    """Enter an award of that year, by a decision of its own."""
    made_award(of, code, Kind.MERIT, year, f"{year}/QĐ").save(force_insert=True)


def made_award(of: Person, code: str, kind: str, year: int, number: str) -> Award:
    return Award(
        person=of,
        code=code,
        kind=kind,
        year=year,
        decision_no=number,
        decided_on=date(year + 1, 1, 20),
        issued_by="Sở",
        unit=of.organisation,
        origin="BACK_ENTRY",
    )


def one(dice: random.Random, model: type[Award | Grade | Initiative | Completeness]) -> int:
    """Return the number of some row, 0 where there is none."""
    return dice.choice(list(model._default_manager.values_list("pk", flat=True)) or [0])


def somebody(dice: random.Random) -> Person:
    return dice.choice(list(Person.every.order_by("pk")))


def new_awards(dice: random.Random) -> None:
    made = [
        made_award(
            somebody(dice),
            dice.choice(("LDTT", "CSTDCS")),
            dice.choice((Kind.MERIT, Kind.MERIT, Kind.SUDDEN)),
            dice.choice((YEAR, YEAR - 1, YEAR - 2, YEAR - 60, YEAR + 1)),
            f"{dice.randrange(3)}/QĐ",
        )
        for _ in range(dice.randrange(1, 4))
    ]
    Award.objects.bulk_create(made, ignore_conflicts=True)


def new_facts(dice: random.Random) -> None:
    years = [YEAR - n for n in range(4)]
    Grade.objects.bulk_create(
        [Grade(person=somebody(dice), code=dice.choice(CODES[2:4]), year=dice.choice(years))],
        ignore_conflicts=True,
    )
    Initiative.objects.bulk_create(
        [
            Initiative(
                person=somebody(dice),
                code=dice.choice(CODES[4:]),
                year=dice.choice(years),
                title=f"Sáng kiến {dice.randrange(9)}",
                decision_no="1/QĐ",
                decided_on=date(2022, 1, 1),
                recognised_by="Sở",
            )
        ],
        ignore_conflicts=True,
    )


def newly_complete(dice: random.Random) -> None:
    Completeness.objects.bulk_create(
        [
            Completeness(
                person=somebody(dice),
                record_kind=dice.choice(("AWARD", "GRADE", "INITIATIVE")),
                from_year=YEAR - dice.randrange(9),
                through_year=dice.choice((None, YEAR)),
            )
        ],
        ignore_conflicts=True,
    )


def other_completeness(dice: random.Random) -> None:
    rows = Completeness.objects.filter(pk=one(dice, Completeness))
    if dice.random() < 0.3:
        rows.delete()
    rows.update(from_year=YEAR - dice.randrange(9), through_year=dice.choice((None, YEAR)))


def other_award(dice: random.Random) -> None:
    rows = Award.every.filter(pk=one(dice, Award))
    number = f"{dice.randrange(10**9)}/QĐ"
    dice.choice(
        (
            lambda: rows.update(revoked_on=dice.choice((None, date(2022, 5, 1)))),
            lambda: rows.update(person=somebody(dice), decision_no=number),
            lambda: rows.update(code=dice.choice(CODES[:2]), decision_no=number),
            lambda: rows.update(year=YEAR - dice.randrange(5), decision_no=number),
            lambda: rows.update(kind=dice.choice((Kind.MERIT, Kind.SUDDEN)), decision_no=number),
            lambda: rows.update(decision_no=number),
            rows.delete,
        )
    )()


def gone_or_back(dice: random.Random) -> None:
    model = dice.choice((Award, Grade, Initiative))
    rows = model.every.filter(pk=one(dice, model))
    rows.update(**{"withdrawn_at": AT} if dice.random() < 0.5 else {"set_aside": True})
    if model is Award:  # its decision tells it from its twin, so it may come back
        Award.every.filter(withdrawn_at__isnull=False).update(
            withdrawn_at=None, decision_no=f"{dice.randrange(10**9)}/QĐ"
        )


def other_person(dice: random.Random) -> None:
    rows = Person.every.filter(pk=somebody(dice).pk)
    dice.choice(
        (
            lambda: rows.update(birth_year=dice.choice((None, YEAR - 1, YEAR - 40))),
            lambda: rows.update(withdrawn_at=dice.choice((None, AT))),
            lambda: rows.update(merged_into=dice.choice((None, somebody(dice)))),
            lambda: rows.update(position="Trưởng phòng"),
            lambda: person("Người Đến Sau", unit=Organisation.objects.earliest("pk")),
        )
    )()


def undone(dice: random.Random) -> None:
    """What is rolled back was never there."""
    with transaction.atomic():
        new_awards(dice)
        other_person(dice)
        transaction.set_rollback(True)


CHANGES: tuple[Change, ...] = (
    new_awards, new_facts, newly_complete, other_completeness, other_award, other_award,
    gone_or_back, other_person, undone,
)  # fmt: skip
