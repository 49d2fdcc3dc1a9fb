"""What a spreadsheet would become: each row with the person it means and what is wrong with it.

Reads, matches and judges nothing: what the law says of the rows is asked by `appraisal`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.timezone import localtime

from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Objection
from bangvang.foundation.sheets import Unreadable, read_table
from bangvang.foundation.vietnamese import odd_character
from bangvang.law import Kind, Level, award_name, catalogue, find_code, find_kind
from bangvang.nominations.intake.listed import ListRead, Row, Subject
from bangvang.nominations.intake.spreadsheet import read_list
from bangvang.nominations.intake.subjects import not_for_persons
from bangvang.nominations.models import Upload
from bangvang.nominations.models.nominations import Identity
from bangvang.nominations.receiving import default_kind, not_received_award, not_received_kind
from bangvang.nominations.selectors.nominations import open_twins, unknown_person
from bangvang.registry.intake.cells import Problem
from bangvang.registry.intake.known import known_as
from bangvang.registry.intake.matching import Asked, Known, match
from bangvang.registry.selectors.people import (
    PersonSeen,
    awards_in_years,
    digest_of_identity_number,
    people_possibly_meant,
)

NEW = "new"
"""The choice that a row means somebody the register does not know yet."""

TAIL = 3
LONGEST = {
    "name": 200,
    "position": 300,
    "unit": 300,
    "subunit": 90,
    "achievement": 4000,
    "note": 2000,
}
"""How many characters a field may have: as long as its column, and as a page can show."""
COLLECTIVE = "Dòng này đề nghị tập thể; danh sách này chỉ nhận đề nghị khen thưởng cá nhân."
TWICE = "Người này đã có ở dòng {row} với cùng danh hiệu, cùng năm."
TWIN = "{unit} đang đề nghị người này với cùng danh hiệu, cùng năm."
BESIDE = "Cùng năm, cùng cấp: {unit} đang đề nghị người này {award}."
HELD_BESIDE = "Cùng năm, cùng cấp: người này đã được tặng {award}."


@dataclass(frozen=True)
class Candidate:
    """Somebody of the register whom a row may mean, and what speaks for it."""

    person: PersonSeen
    why: str

    @property
    def ref(self) -> str:
        """The person's reference, as a choice is kept."""
        return self.person.ref


@dataclass(frozen=True)
class PreviewRow:
    """One row: as written, for which award, who is meant, what is wrong.

    `identity` is empty while somebody has to choose among `candidates`.
    """

    written: Row
    award_code: str
    kind: str
    achievement_year: int
    identity: str
    person: PersonSeen | None
    candidates: tuple[Candidate, ...]
    choice: str
    identity_digest: str
    identity_tail: str
    problems: tuple[Problem, ...]

    @property
    def row(self) -> int:
        """The sheet's own row number."""
        return self.written.row

    @property
    def person_ref(self) -> str:
        """The person meant; empty for somebody new or not settled."""
        return self.person.ref if self.person else ""

    @property
    def is_settled(self) -> bool:
        """Whether it is known who is meant."""
        return bool(self.identity)

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """The problems that must be mended before the row is saved."""
        return tuple(problem for problem in self.problems if not problem.is_hint)

    @property
    def is_good(self) -> bool:
        """Whether the row can be saved."""
        return self.is_settled and not self.blocking


@dataclass(frozen=True)
class Preview:
    """A whole upload: its rows in the sheet's order, and what is wrong with the list as a whole."""

    sheet: str
    rows: tuple[PreviewRow, ...]
    problems: tuple[Problem, ...]

    @property
    def good_rows(self) -> tuple[PreviewRow, ...]:
        """The rows that can be saved."""
        return tuple(row for row in self.rows if row.is_good)


def objection_to_reading(data: bytes, original_name: str) -> Objection | None:
    """Say why a file is no list at all, in one sentence, or nothing."""
    try:
        found = read_list(read_table(data, filename=original_name))
    except Unreadable as trouble:
        return Objection(trouble.code, trouble.sentence)
    if not found.is_usable:
        problem = found.list_problems[0]
        return Objection(problem.code, problem.text)
    if not found.rows:
        return Objection("NO_ROWS", f"Trang tính “{found.sheet}” không có dòng nào để đề nghị.")
    return None


def preview_of(upload: Upload) -> Preview:
    """Read an upload that was accepted before, and say what each row would become."""
    workbook = read_table(read(upload.file.ref), filename=upload.file.original_name)
    found = read_list(workbook, on=localtime(upload.uploaded_at).date())
    people = _people_meant(found)
    known = known_as(people.values())
    rows = [_row(upload, row, found, people, known) for row in found.rows]
    return Preview(found.sheet, _without_doubles(rows), found.list_problems)


def _people_meant(found: ListRead) -> Mapping[str, PersonSeen]:
    names = [row.name for row in found.rows]
    numbers = [row.identity_number for row in found.rows if row.identity_number]
    digests = [digest_of_identity_number(number) for number in numbers]
    return {person.ref: person for person in people_possibly_meant(names, digests)}


def _row(
    upload: Upload,
    row: Row,
    found: ListRead,
    people: Mapping[str, PersonSeen],
    known: Sequence[Known],
) -> PreviewRow:
    code, problems = _award(row, upload.award_code)
    kind = find_kind(row.kind_text) if row.kind_text else default_kind(upload.round)
    digest = digest_of_identity_number(row.identity_number) if row.identity_number else ""
    told = match(
        Asked(row.name, row.birth, digest or None, row.unit or upload.unit.name),
        known,
    )
    candidates = tuple(Candidate(people[c.key], c.why) for c in told.candidates)
    choice = str(upload.choices.get(str(row.row), ""))
    identity, person = _settled(told.kind, people.get(told.known_key or ""), candidates, choice)
    return PreviewRow(
        written=row,
        award_code=code,
        kind=kind or Kind.MERIT,
        achievement_year=row.year or upload.round.achievement_year,
        identity=identity,
        person=person,
        candidates=candidates if told.kind == "for_a_person" else (),
        choice=choice,
        identity_digest=digest,
        identity_tail=(row.identity_number or "")[-TAIL:],
        problems=(
            *found.problems_of(row.row),
            *problems,
            *_not_received(upload, row, code, kind),
            *_unkeepable(row),
        ),
    )


def _not_received(upload: Upload, row: Row, code: str, kind: Kind | None) -> list[Problem]:
    """Say what of the row the round does not receive."""
    on = localtime(upload.uploaded_at).date()
    problems = []
    if code and (said := not_received_award(upload.round, code, on)):
        problems.append(_problem(row, "award", "AWARD_NOT_RECEIVED", said))
    if kind and (said := not_received_kind(upload.round, kind)):
        problems.append(_problem(row, "kind", "KIND_NOT_RECEIVED", said))
    return problems


def _unkeepable(row: Row) -> list[Problem]:
    """Say which cells are longer than they may be, or hold what no official paper can print."""
    problems = []
    for field, longest in LONGEST.items():
        text = str(getattr(row, field))
        if len(text) > longest:
            said = f"Ô này dài {len(text)} ký tự, nhiều nhất {longest} ký tự."
            problems.append(_problem(row, field, "TOO_LONG", said))
        if odd := odd_character(text):
            said = f"Ký tự “{odd}” không in được trên văn bản hành chính."
            problems.append(_problem(row, field, "UNPRINTABLE", said))
    return problems


def _award(row: Row, default: str) -> tuple[str, list[Problem]]:
    problems = []
    if row.subject is Subject.COLLECTIVE:
        problems.append(_problem(row, "name", "COLLECTIVE", COLLECTIVE))
    code = find_code(row.award_text) if row.award_text else default
    if not code:
        said = f"“{row.award_text}” không phải danh hiệu hay hình thức khen thưởng nào đã biết."
        text = said if row.award_text else "Dòng này không ghi danh hiệu, hình thức đề nghị."
        problems.append(_problem(row, "award", "AWARD_UNKNOWN", text))
    elif row.subject is Subject.PERSON and (refused := not_for_persons(code)):
        problems.append(_problem(row, "award", "AWARD_NOT_FOR_SUBJECT", refused))
    if row.kind_text and find_kind(row.kind_text) is None:
        said = f"“{row.kind_text}” không phải loại hình khen thưởng nào đã biết."
        problems.append(_problem(row, "kind", "KIND_UNKNOWN", said))
    return code or "", problems


def _settled(
    kind: str, linked: PersonSeen | None, candidates: Sequence[Candidate], choice: str
) -> tuple[str, PersonSeen | None]:
    if kind == "linked":
        return Identity.LINKED, linked
    if kind == "new":
        return Identity.NEW, None
    if choice == NEW:
        return Identity.NEW, None
    for candidate in candidates:
        if candidate.ref == choice:
            return Identity.CHOSEN, candidate.person
    return "", None


def _without_doubles(rows: Sequence[PreviewRow]) -> tuple[PreviewRow, ...]:
    """Mark rows whose person is proposed for the same award and year above or by another list."""
    twins = open_twins(
        {row.person_ref for row in rows if row.person_ref},
        {row.identity_digest for row in rows if row.identity_digest},
        {row.written.birth.on for row in rows if row.written.birth and row.written.birth.on},
    )
    first: dict[tuple[str, str, int], int] = {}
    held = awards_in_years(
        {row.person_ref for row in rows if row.person_ref}, {row.achievement_year for row in rows}
    )
    return tuple(_beside(_marked(row, first, twins), twins, held) for row in rows)


def _beside(
    row: PreviewRow,
    twins: Mapping[tuple[str, str, int], str],
    held: Mapping[tuple[str, int], Sequence[str]],
) -> PreviewRow:
    """Add a hint for each other award of the same level and year, proposed or held already."""
    if row.award_code not in catalogue():
        return row
    names, year = _names_of(row), row.achievement_year
    proposed = {
        code: unit for (name, code, of), unit in twins.items() if name in names and of == year
    }
    said = [
        BESIDE.format(unit=unit, award=_named(code))
        for code, unit in proposed.items()
        if _is_beside(code, row.award_code)
    ]
    said += [
        HELD_BESIDE.format(award=_named(code))
        for code in dict.fromkeys(held.get((row.person_ref, year), ()))
        if _is_beside(code, row.award_code)
    ]
    hints = (replace(_problem(row.written, "name", "BESIDE", text), is_hint=True) for text in said)
    return replace(row, problems=(*row.problems, *hints))


def _is_beside(code: str, asked: str) -> bool:
    """Tell whether it is another award of the same level, above the unit's own."""
    level = catalogue()[asked].level
    other = catalogue().get(code)
    return bool(other and code != asked and other.level is level and level is not Level.BASE)


def _named(code: str) -> str:
    return award_name(code, date.max)


def _marked(
    row: PreviewRow,
    first: dict[tuple[str, str, int], int],
    twins: Mapping[tuple[str, str, int], str],
) -> PreviewRow:
    keys = [(name, row.award_code, row.achievement_year) for name in _names_of(row)]
    if not row.award_code or not keys:
        return row
    above = next((first[key] for key in keys if key in first), None)
    elsewhere = next((twins[key] for key in keys if key in twins), None)
    for key in keys:
        first.setdefault(key, row.row)
    if above is not None:
        return _add(row, "TWICE_IN_LIST", TWICE.format(row=above))
    if elsewhere is not None:
        return _add(row, "ALREADY_NOMINATED", TWIN.format(unit=elsewhere))
    return row


def _names_of(row: PreviewRow) -> list[str]:
    """Return every way in which the row names its person beyond doubt."""
    birth = row.written.birth
    names = [row.person_ref, row.identity_digest]
    if row.identity == Identity.NEW and birth and birth.on:
        names.append(unknown_person(row.written.name, birth.on))
    return [name for name in names if name]


def _add(row: PreviewRow, code: str, text: str) -> PreviewRow:
    return replace(row, problems=(*row.problems, _problem(row.written, "name", code, text)))


def _problem(row: Row, field: str, code: str, text: str) -> Problem:
    cell = row.cells.get(field) or next(iter(row.cells.values()), f"A{row.row}")
    return Problem(cell, code, text, row=row.row)
