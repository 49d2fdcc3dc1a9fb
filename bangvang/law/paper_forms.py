"""Which numbered form a paper follows, by the day on which the file is received.

Every decree numbers its forms anew, so a number means nothing without its decree.

Law: ``texts/paper_forms.toml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.instruments import Seen
from bangvang.law.kinds import Kind
from bangvang.law.loading import texts

LETTER = "form.letter"
INITIATIVE = "form.initiative"
SET_LOCALLY = "form.set_locally"
HEROES = frozenset({"AHLD", "AHLLVT"})
FIGHTERS = frozenset({"CSTDT", "CSTDTQ"})
OF_AN_AWARD: Mapping[str, str] = MappingProxyType(
    {"CO_CP": "form.report.flag", "CSTDTQ": "form.report.national_fighter"}
)
OF_A_KIND: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.SUDDEN: "form.report.sudden",
        Kind.THEME: "form.report.theme",
        Kind.LONG_SERVICE: "form.report.long_service",
    }
)
OF_A_SUBJECT = frozenset(
    {
        "form.report.merit.person",
        "form.report.merit.collective",
        "form.report.merit.household",
        "form.report.heroes.person",
        "form.report.heroes.collective",
        "form.report.external.person",
        "form.report.external.collective",
    }
)
READS = (
    frozenset({LETTER, INITIATIVE, SET_LOCALLY})
    | frozenset(OF_AN_AWARD.values())
    | frozenset(OF_A_KIND.values())
    | OF_A_SUBJECT
)


@dataclass(frozen=True)
class Form:
    """A numbered form of one decree; ``number`` is None where that decree's annex was not read."""

    number: str | None
    cite: Citation
    seen: Seen


def form_of_letter(on: date) -> Form | None:
    """Return the form of the letter of submission, None if that day's decree has none."""
    return _form(LETTER, on)


def form_of_initiative(code: str, on: date) -> Form | None:
    """Return the form in which the effect of a fighter's initiative is confirmed."""
    return _form(INITIATIVE, on) if code in FIGHTERS else None


def form_of_report(code: str, on: date, kind: Kind, subject: Subject) -> Form | None:
    """Return the form of the achievement report, None where none was found or it is set locally."""
    local = texts().row(SET_LOCALLY).get(on)
    if local is not None and code in local.names():
        return None
    return _form(_row_of_report(code, kind, subject), on)


def _row_of_report(code: str, kind: Kind, subject: Subject) -> str:
    if code in OF_AN_AWARD:
        return OF_AN_AWARD[code]
    if code in HEROES:
        return f"form.report.heroes.{subject.value}"
    if kind in OF_A_KIND:
        return OF_A_KIND[kind]
    family = "external" if kind is Kind.EXTERNAL else "merit"
    return f"form.report.{family}.{subject.value}"


def _form(id_: str, on: date) -> Form | None:
    row = texts().rows.get(id_)
    entry = row.get(on) if row else None
    if entry is None:
        return None
    number = None if entry.text_unseen is not None else entry.word()
    return Form(number, entry.cite, entry.seen)
