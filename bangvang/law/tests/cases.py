"""Read the case files a lawyer can read; strictly, so that no line is silently ignored."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bangvang.law.catalogue import RecordKind, Subject
from bangvang.law.finding import Answer, Reason
from bangvang.law.kinds import Kind
from bangvang.law.record import Bar, BarKind, Days, Held, Record
from bangvang.law.tables import Table

HERE = Path(__file__).parent / "cases"
WORDS = {
    Answer.MET: ": met",
    Answer.NOT_MET: ": not met",
    Answer.FOR_A_PERSON: "for a person",
}


@dataclass(frozen=True)
class Case:
    """One nominee on one day and what the law must say."""

    where: str
    name: str
    code: str
    kind: Kind
    subject: Subject
    route: str
    record: Record
    days: Days
    answer: Answer
    reasons: tuple[Reason, ...]
    because: tuple[str, ...]
    missing: tuple[str, ...]
    asked: tuple[str, ...]


def registers(table: Table) -> dict[RecordKind, int]:
    value = table.values.get("register_complete_from")
    if isinstance(value, int):
        return dict.fromkeys(RecordKind, value)
    return {
        RecordKind(kind): year
        for kind, year in (table.maybe("register_complete_from", dict) or {}).items()
    }


def rows_of(table: Table) -> tuple[Held, ...]:
    """Read `held`: code = [years], and what is said of these rows besides.

    `held_as` says the kind where it is not by merit, `held_decided_on` the days of decision in the
    order of the years, `used_for` what the initiatives of that code have supported.
    """
    held = table.need("held", dict)
    kinds = {code: Kind(kind) for code, kind in _of_held(table, held, "held_as").items()}
    days = _of_held(table, held, "held_decided_on")
    used = _of_held(table, held, "used_for")
    for code, found in days.items():
        if len(found) != len(held[code]) or not all(type(day) is date for day in found):
            raise table.refuse(f"held_decided_on names a day for each year of {code}")
    return tuple(
        Held(
            code,
            kinds.get(code, Kind.MERIT),
            year,
            days[code][number] if code in days else None,
            record_id=f"{code}-{number}",
            used_for=tuple(used.get(code, ())),
        )
        for code, years in held.items()
        for number, year in enumerate(years)
    )


def _of_held(table: Table, held: dict[str, Any], key: str) -> dict[str, Any]:
    """Read what is said of rows by their code; of a code that is not held nothing can be said."""
    found = table.maybe(key, dict) or {}
    if strange := sorted(found.keys() - held.keys()):
        raise table.refuse(f"{key} names {', '.join(strange)}, which is not held")
    return found


def bars_of(table: Table) -> tuple[Bar, ...]:
    """Read `bars`: kind, since and, where it has ended, until; level for a discipline."""
    found = []
    for number, inner in enumerate(table.inners("bars")):
        inner.only("kind", "since", "until", "level")
        since, until = inner.span()
        kind, level = BarKind(inner.need("kind", str)), inner.maybe("level", str) or ""
        found.append(Bar(kind, since, until, level, record_id=f"bar-{number}"))
    return tuple(found)


def read_case(table: Table, head: Table) -> Case:
    table.only(
        "name",
        "received_on",
        "achievement_year",
        "decided_on",
        "register_complete_from",
        "held",
        "held_as",
        "held_decided_on",
        "used_for",
        "bars",
        "facts",
        "answer",
        "reasons",
        "because",
        "missing",
        "asked",
    )
    answer = Answer(table.need("answer", str))
    name = table.need("name", str)
    if not any(name.endswith(words) or words + "," in name for words in (WORDS[answer],)):
        raise table.refuse("the name contradicts the answer")
    return Case(
        where=table.where,
        name=name,
        code=head.need("code", str),
        kind=Kind(head.maybe("kind", str) or "MERIT"),
        subject=Subject(head.maybe("subject", str) or "person"),
        route=head.need("route", str),
        record=Record(
            rows_of(table), registers(table), table.maybe("facts", dict) or {}, bars_of(table)
        ),
        days=Days(
            table.need("received_on", date),
            table.maybe("achievement_year", int),
            table.maybe("decided_on", date),
        ),
        answer=answer,
        reasons=tuple(Reason(word) for word in table.names("reasons")),
        because=table.names("because"),
        missing=table.names("missing"),
        asked=table.names("asked"),
    )


def read_file(path: Path) -> list[Case]:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    head = Table(document, path.name)
    head.only("provision", "code", "kind", "subject", "route", "case")
    head.need("provision", str)
    return [read_case(table, head) for table in head.inners("case")]


CASES = [case for path in sorted(HERE.rglob("*.toml")) for case in read_file(path)]
