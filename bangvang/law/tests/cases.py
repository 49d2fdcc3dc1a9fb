"""Read the case files a lawyer can read; strictly, so that no line is silently ignored."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bangvang.law.catalogue import RecordKind, Subject
from bangvang.law.finding import Answer, Reason
from bangvang.law.kinds import Kind
from bangvang.law.record import Days, Held, Record
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
    """Read `held`: code = [years]; `held_as` says the kind where it is not by merit."""
    kinds = {code: Kind(kind) for code, kind in (table.maybe("held_as", dict) or {}).items()}
    return tuple(
        Held(held, kinds.get(held, Kind.MERIT), year, record_id=f"{held}-{number}")
        for held, years in table.need("held", dict).items()
        for number, year in enumerate(years)
    )


def read_case(table: Table, head: Table) -> Case:
    table.only(
        "name",
        "received_on",
        "achievement_year",
        "register_complete_from",
        "held",
        "held_as",
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
        record=Record(rows_of(table), registers(table), table.maybe("facts", dict) or {}),
        days=Days(table.need("received_on", date), table.maybe("achievement_year", int)),
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
