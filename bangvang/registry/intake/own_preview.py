"""What the rows of a unit's own decision would become: who is meant, who is there already."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.vietnamese import ReadDate, name_key, name_key_loose, say_date
from bangvang.law import AwardClass, award_name, catalogue
from bangvang.registry.intake.matching import Asked, Known, Match, match
from bangvang.registry.models import Organisation, OwnDecision, OwnDecisionRow
from bangvang.registry.selectors.everybody import numbers_of
from bangvang.registry.selectors.own_bodies import bodies_inside
from bangvang.registry.selectors.own_decisions import (
    GRADE,
    HeldAlready,
    held_already,
    own_rows_of,
)
from bangvang.registry.selectors.own_people import people_inside
from bangvang.registry.selectors.people import PersonSeen, people_possibly_meant, people_seen
from bangvang.registry.states import HolderKind

NEW = "new"
"""The choice that a row means somebody whom the register does not know yet."""

BIRTH_MISSING = (
    "Người chưa có trong sổ: cần ít nhất năm sinh để sau này không lẫn với người trùng tên."
)
BEFORE_BIRTH = "Năm thành tích {year} không sau năm sinh. Bỏ dòng này, hoặc ghi lại năm sinh."
ELSEWHERE = (
    "Sổ đang ghi người này ở đơn vị khác. Đề nghị cơ quan thường trực chuyển đơn vị trước, hoặc "
    "bỏ dòng này."
)
LIKE_ELSEWHERE = (
    "Sổ có người cùng tên ở đơn vị khác. Nếu là người mới về đơn vị, đề nghị cơ quan thường trực "
    "chuyển đơn vị trước; nếu không, chọn “Người khác, chưa có trong sổ”."
)
BODY_ELSEWHERE = "Tập thể này không còn thuộc đơn vị. Bỏ dòng này."
GRADE_UNKNOWN = "Chưa ghi mức xếp loại."
OTHER_GRADE = "Sổ đang ghi năm này “{grade}”; mỗi năm chỉ có một mức. Bỏ dòng này."
HELD = "Đã có trong sổ{by}; không ghi lần nữa."
HELD_OTHER = "Trong sổ đã có{by}; nếu là cùng quyết định thì không ghi lần nữa."
TWICE = "Người này đã có ở một dòng khác."


@dataclass(frozen=True)
class OwnCandidate:
    """Somebody whom a row may mean, and what speaks for it."""

    person: PersonSeen
    why: str


@dataclass(frozen=True)
class OwnRow:
    """One row: who is meant, what stands in the register already, what hinders.

    `person` is None for a collective, for somebody new, while it is not settled, and for whom the
    register has outside the unit: such a row tells nothing of the record (ADR 0046). `is_open`: it
    waits for a choice, or was chosen. `is_held` rows are not entered again and hinder nothing.
    """

    ref: str
    source_row: int | None
    name: str
    birth_on: date | None
    birth_year: int | None
    sex: str
    position: str
    unit_name: str
    code: str
    person: PersonSeen | None
    is_body: bool
    is_new: bool
    is_open: bool
    candidates: tuple[OwnCandidate, ...]
    choice: str
    is_held: bool
    held_said: str
    problems: tuple[str, ...]

    @property
    def is_settled(self) -> bool:
        """Whether it is known who is meant."""
        return self.is_new or self.is_body or self.person is not None

    @property
    def is_good(self) -> bool:
        """Whether nothing hinders this row."""
        return self.is_settled and not self.problems


def own_preview(own: OwnDecision) -> list[OwnRow]:
    """Return every row of a decision as it would be entered now; a fixed number of queries."""
    rows = own_rows_of(own)
    reading = _Reading(own, rows)
    return [reading.shown(row) for row in rows]


class _Reading:
    """All that is needed to say what the rows mean, read once."""

    def __init__(self, own: OwnDecision, rows: Sequence[OwnDecisionRow]) -> None:
        self.own = own
        written = [row for row in rows if row.person_id is None and row.body_id is None]
        near = people_possibly_meant(
            [row.name for row in written],
            [row.identity_digest for row in written if row.identity_digest],
        )
        picked = people_seen([row.person for row in rows if row.person is not None])
        self.people = {person.ref: person for person in (*near, *picked)}
        self.inside = people_inside(self.people, own.unit_id)
        self._by_name: defaultdict[str, list[PersonSeen]] = defaultdict(list)
        for person in near:
            self._by_name[name_key_loose(person.full_name)].append(person)
        self._by_digest = {p.identity_digest: p for p in near if p.identity_digest}
        self.told = {row.pk: self._told(row) for row in written}
        self.meant = {row.pk: self._meant(row) for row in rows if row.body_id is None}
        numbers = numbers_of(
            [person.ref for person in self.meant.values() if person and person.ref in self.inside]
        )
        held = self._held_by(numbers.values(), HolderKind.PERSON)
        self.held = {ref: held[number] for ref, number in numbers.items() if number in held}
        bodies = [row.body_id for row in rows if row.body_id is not None]
        self.bodies_inside = bodies_inside(bodies, own.unit_id)
        self.held_by_bodies = self._held_by(bodies, HolderKind.ORGANISATION) if bodies else {}
        self._seen: set[object] = set()

    def _held_by(self, holders: Iterable[int], of: HolderKind) -> dict[int, HeldAlready]:
        own = self.own
        return held_already(
            holders,
            of=of,
            record_kind=own.record_kind,
            code=own.code,
            kind=own.kind,
            year=own.year,
        )

    def _near(self, row: OwnDecisionRow) -> list[PersonSeen]:
        """Return whoever has the name or the number of the row, in the unit or not."""
        near = {p.ref: p for p in self._by_name.get(name_key_loose(row.name), ())}
        if numbered := self._by_digest.get(row.identity_digest):
            near[numbered.ref] = numbered
        return list(near.values())

    def _told(self, row: OwnDecisionRow) -> Match:
        """Return whom of the unit the row means: of others nothing that it writes is compared."""
        near = [person for person in self._near(row) if person.ref in self.inside]
        unit = row.unit_as_written or self.own.unit.name
        asked = Asked(row.name, _birth(row), row.identity_digest or None, unit)
        return match(asked, [_as_known(person) for person in near])

    def _is_like_elsewhere(self, row: OwnDecisionRow) -> bool:
        return any(person.ref not in self.inside for person in self._near(row))

    def _meant(self, row: OwnDecisionRow) -> PersonSeen | None:
        if row.person is not None:
            return self.people[row.person.ref]
        told = self.told[row.pk]
        if told.kind == "linked":
            return self.people[told.known_key or ""]
        among = {candidate.key for candidate in told.candidates}
        return self.people[row.choice] if row.choice in among else None

    def shown(self, row: OwnDecisionRow) -> OwnRow:
        """Return the row as it would be entered; call it for each row once, in order."""
        if row.body is not None:
            return self._of_body(row, row.body)
        told, code = self.told.get(row.pk), row.code or self.own.code
        is_like = told is not None and told.kind != "linked" and self._is_like_elsewhere(row)
        is_open = is_like or (told is not None and told.kind == "for_a_person")
        is_new = row.choice == NEW if is_open else told is not None and told.kind == "new"
        meant = self.meant[row.pk]
        person = meant if meant and meant.ref in self.inside else None
        already = self.held.get(person.ref) if person else None
        is_held, said = _held(self.own, code, already)
        return OwnRow(
            ref=row.ref,
            source_row=row.source_row,
            name=person.full_name if person else row.name,
            birth_on=person.birth_on if person else row.birth_on,
            birth_year=person.birth_year if person else row.birth_year,
            sex=row.sex,
            position=(person.position if person else "") or row.position,
            unit_name=person.organisation_name if person else row.unit.name,
            code=code,
            person=person,
            is_body=False,
            is_new=is_new,
            is_open=is_open,
            candidates=tuple(
                OwnCandidate(self.people[c.key], c.why) for c in (told.candidates if told else ())
            ),
            choice=row.choice,
            is_held=is_held,
            held_said=said,
            problems=(
                *self._wrong_person(row, meant, is_new=is_new),
                *([LIKE_ELSEWHERE] if is_like and not meant and not is_new else ()),
                *_wrong_grade(self.own, code, already),
            ),
        )

    def _of_body(self, row: OwnDecisionRow, body: Organisation) -> OwnRow:
        code = row.code or self.own.code
        already = self.held_by_bodies.get(body.pk)
        is_held, said = _held(self.own, code, already)
        is_inside = body.pk in self.bodies_inside
        return OwnRow(
            ref=row.ref,
            source_row=None,
            name=body.name,
            birth_on=None,
            birth_year=None,
            sex="",
            position=body.get_kind_display(),
            unit_name=body.parent.name if body.parent else "",
            code=code,
            person=None,
            is_body=True,
            is_new=False,
            is_open=False,
            candidates=(),
            choice="",
            is_held=is_held,
            held_said=said,
            problems=(
                *(() if is_inside else (BODY_ELSEWHERE,)),
                *_wrong_grade(self.own, code, already),
            ),
        )

    def _wrong_person(
        self, row: OwnDecisionRow, person: PersonSeen | None, *, is_new: bool
    ) -> list[str]:
        problems = []
        who: object = person.ref if person else (name_key(row.name), row.birth_on, row.birth_year)
        if (person or is_new) and who in self._seen:
            problems.append(TWICE)
        self._seen.add(who)
        if is_new and row.birth_year is None:
            problems.append(BIRTH_MISSING)
        is_elsewhere = person is not None and person.ref not in self.inside
        born = person.birth_year if person and not is_elsewhere else row.birth_year
        if born is not None and self.own.year <= born:
            problems.append(BEFORE_BIRTH.format(year=self.own.year))
        if is_elsewhere:
            problems.append(ELSEWHERE)
        return problems


def _held(own: OwnDecision, code: str, already: HeldAlready | None) -> tuple[bool, str]:
    """Tell whether the row is not to be entered again, and what to say of what is there.

    A title is held once a year, whichever decision says so; of certificates there may be several.
    """
    if already is None or (own.record_kind == GRADE and already.code != code):
        return False, ""
    number = f": Quyết định số {already.decision_no}" if already.decision_no else ""
    day = (
        f" ngày {say_date(already.decided_on)}"
        if already.decision_no and already.decided_on
        else ""
    )
    if own.record_kind == GRADE or catalogue()[code].award_class is AwardClass.TITLE:
        return True, HELD.format(by=number + day)
    return False, HELD_OTHER.format(by=number + day)


def _wrong_grade(own: OwnDecision, code: str, already: HeldAlready | None) -> list[str]:
    if own.record_kind != GRADE:
        return []
    if not code:
        return [GRADE_UNKNOWN]
    if already is not None and already.code != code:
        return [OTHER_GRADE.format(grade=award_name(already.code, date.max))]
    return []


def _birth(row: OwnDecisionRow) -> ReadDate | None:
    if row.birth_on:
        return ReadDate(row.birth_on.year, row.birth_on.month, row.birth_on.day)
    return ReadDate(row.birth_year) if row.birth_year else None


def _as_known(person: PersonSeen) -> Known:
    return Known(
        key=person.ref,
        name=person.full_name,
        birth_on=person.birth_on,
        birth_year=person.birth_year,
        identity_digest=person.identity_digest,
        unit_names=person.unit_names,
    )
