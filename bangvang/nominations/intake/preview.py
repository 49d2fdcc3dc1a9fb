"""What a file would become: each row of it with whom it means and what is wrong with it.

Reads, matches and judges nothing: what the law says of the rows is asked by `appraisal`.
"""

from dataclasses import dataclass, replace

from django.utils.timezone import localtime

from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Objection
from bangvang.foundation.sheets import Unreadable, mended, read_table
from bangvang.foundation.vietnamese import odd_character
from bangvang.law import Kind, catalogue, find_code, find_kind
from bangvang.law import Subject as LegalSubject
from bangvang.nominations.intake.bodies_meant import NOBODY, BodyMeant, Meant, bodies_meant
from bangvang.nominations.intake.listed import ListRead, Row, Subject
from bangvang.nominations.intake.people_meant import PersonMeant, digest_of, people_meant
from bangvang.nominations.intake.previewed import (
    NEW,
    Candidate,
    Preview,
    PreviewRow,
    problem_at,
)
from bangvang.nominations.intake.spreadsheet import read_list
from bangvang.nominations.intake.subjects import refused, subject_in
from bangvang.nominations.intake.twins import without_doubles
from bangvang.nominations.models import Upload
from bangvang.nominations.models.nominations import Identity
from bangvang.nominations.receiving import default_kind, not_received_award, not_received_kind
from bangvang.registry.intake.cells import Problem
from bangvang.registry.intake.groups import looks_like_a_household
from bangvang.registry.selectors.people import PersonSeen

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


def objection_to_reading(data: bytes, original_name: str) -> Objection | None:
    """Say why a file is no list at all, in one sentence, or nothing."""
    try:
        found = read_list(read_table(data, filename=original_name, accept_word=True))
    except Unreadable as trouble:
        return Objection(trouble.code, trouble.sentence)
    if not found.is_usable:
        problem = found.list_problems[0]
        return Objection(problem.code, problem.text)
    if not found.rows:
        return Objection("NO_ROWS", f"“{found.sheet}” không có dòng nào để đề nghị.")
    return None


def list_of(upload: Upload) -> ListRead:
    """Read an upload that was accepted before, with the cells mended since."""
    workbook = read_table(
        read(upload.file.ref), filename=upload.file.original_name, accept_word=True
    )
    on = localtime(upload.uploaded_at).date()
    return read_list(mended(workbook, upload.mended), on=on)


def preview_of(upload: Upload) -> Preview:
    """Read an upload that was accepted before, and say what each row would become."""
    found = list_of(upload)
    codes = {
        row.row: (find_code(row.award_text) if row.award_text else upload.award_code) or ""
        for row in found.rows
    }
    subjects = {row.row: _subject(row, codes[row.row]) for row in found.rows}
    people = people_meant(
        [row for row in found.rows if subjects[row.row] is LegalSubject.PERSON], upload.unit
    )
    others = [(row, subjects[row.row]) for row in found.rows if row.row not in people]
    bodies = bodies_meant(others, upload.unit)
    rows = []
    for row in found.rows:
        choice = str(upload.choices.get(str(row.row), ""))
        if row.row in people:
            whom, digest = _person(people[row.row]), digest_of(row)
        else:
            whom, digest = _body(bodies.get(row.row, NOBODY)), ""
        whom = _chosen(whom, choice)
        rows.append(_row(upload, row, found, codes[row.row], subjects[row.row], whom, digest))
    kept = without_doubles(rows, upload.unit.name)
    return Preview(found.sheet, kept, found.list_problems)


@dataclass(frozen=True)
class _Whom:
    """Whom a row means: how that was settled, who it is, or who it may be."""

    identity: str
    meant: PersonSeen | BodyMeant | None
    candidates: tuple[Candidate, ...] = ()
    choice: str = ""


def _subject(row: Row, code: str) -> LegalSubject:
    """Return whom the law sees in the row, also where its award is not known yet."""
    if code in catalogue() and catalogue()[code].is_award:
        return subject_in(row, code)
    if row.subject is Subject.PERSON:
        return LegalSubject.PERSON
    is_household = looks_like_a_household(row.name)
    return LegalSubject.HOUSEHOLD if is_household else LegalSubject.COLLECTIVE


def _person(told: PersonMeant) -> _Whom:
    if told.person is not None:
        return _Whom(Identity.LINKED, told.person)
    if not told.candidates:
        return _Whom(Identity.NEW, None)
    return _Whom("", None, tuple(Candidate(person, why) for person, why in told.candidates))


def _body(told: Meant) -> _Whom:
    if told.body is not None:
        return _Whom(Identity.LINKED, told.body)
    if told.is_new:
        return _Whom(Identity.NEW, None)
    return _Whom("", None, tuple(Candidate(body, why) for body, why in told.candidates))


def _chosen(whom: _Whom, choice: str) -> _Whom:
    """Settle whom somebody chose among the candidates."""
    if not whom.candidates or not choice:
        return whom
    if choice == NEW:
        return replace(whom, identity=Identity.NEW, choice=choice)
    for candidate in whom.candidates:
        if candidate.ref == choice:
            return replace(whom, identity=Identity.CHOSEN, meant=candidate.meant, choice=choice)
    return whom


def _row(
    upload: Upload,
    row: Row,
    found: ListRead,
    code: str,
    subject: LegalSubject,
    whom: _Whom,
    digest: str,
) -> PreviewRow:
    kind = find_kind(row.kind_text) if row.kind_text else default_kind(upload.round)
    return PreviewRow(
        written=row,
        subject=subject,
        award_code=code,
        kind=kind or Kind.MERIT,
        achievement_year=row.year or upload.round.achievement_year,
        identity=whom.identity,
        meant=whom.meant,
        candidates=whom.candidates,
        choice=whom.choice,
        identity_digest=digest,
        identity_tail=(row.identity_number or "")[-TAIL:] if digest else "",
        problems=(
            *found.problems_of(row.row),
            *_award_problems(row, code),
            *_not_received(upload, row, code, kind),
            *_unkeepable(row),
        ),
    )


def _not_received(upload: Upload, row: Row, code: str, kind: Kind | None) -> list[Problem]:
    """Say what of the row the round does not receive."""
    on = localtime(upload.uploaded_at).date()
    problems = []
    if code and (said := not_received_award(upload.round, code, on)):
        problems.append(problem_at(row, "award", "AWARD_NOT_RECEIVED", said))
    if kind and (said := not_received_kind(upload.round, kind)):
        problems.append(problem_at(row, "kind", "KIND_NOT_RECEIVED", said))
    return problems


def _unkeepable(row: Row) -> list[Problem]:
    """Say which cells are longer than they may be, or hold what no official paper can print."""
    problems = []
    for field, longest in LONGEST.items():
        text = str(getattr(row, field))
        if len(text) > longest:
            said = f"Ô này dài {len(text)} ký tự, nhiều nhất {longest} ký tự."
            problems.append(problem_at(row, field, "TOO_LONG", said))
        if odd := odd_character(text):
            said = f"Ký tự “{odd}” không in được trên văn bản hành chính."
            problems.append(problem_at(row, field, "UNPRINTABLE", said))
    return problems


def _award_problems(row: Row, code: str) -> list[Problem]:
    problems = []
    if not code:
        said = f"“{row.award_text}” không phải danh hiệu hay hình thức khen thưởng nào đã biết."
        text = said if row.award_text else "Dòng này không ghi danh hiệu, hình thức đề nghị."
        problems.append(problem_at(row, "award", "AWARD_UNKNOWN", text))
    elif why := refused(row, code):
        problems.append(problem_at(row, "award", "AWARD_NOT_FOR_SUBJECT", why))
    if row.kind_text and find_kind(row.kind_text) is None:
        said = f"“{row.kind_text}” không phải loại hình khen thưởng nào đã biết."
        problems.append(problem_at(row, "kind", "KIND_UNKNOWN", said))
    return problems
