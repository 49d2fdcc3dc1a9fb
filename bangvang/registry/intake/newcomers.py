"""Whom the rows of a file mean: somebody of the register, or somebody new, once for all rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bangvang.registry.intake.award_lists import birth_of, untold
from bangvang.registry.intake.keys import name_key_loose
from bangvang.registry.intake.matching import Asked, Candidate, Known, Match, match
from bangvang.registry.models import AwardImport, ImportRow, Organisation, Person
from bangvang.registry.selectors.people import PersonNear, people_near, unit_names_of
from bangvang.registry.selectors.units_named import portions

AT_ONCE = 500
LINKED, CHOSEN, NEW = "LINKED", "CHOSEN", "NEW"
SAME_NAME_ONLY = (
    "{count} dòng cùng họ tên, cùng đơn vị nhưng không ghi ngày sinh; hãy cho biết có phải cùng "
    "một người không."
)
OTHER_ROWS = "Tệp có người mới trùng tên ở dòng khác; cần cho biết có phải cùng một người không."
GONE = "Người đã chọn không còn trong sổ; hãy chọn lại."
AS_NEW = "new"
AS_PERSON = "p:"
AS_ROW = "k:"


@dataclass
class _Named:
    """The rows of one way of naming somebody, and what is known of it."""

    who: str
    asked: Asked
    rows: list[ImportRow]
    told: Match | None = None
    newcomer: str = ""
    person_ref: str = ""
    identity: str = ""
    candidates: tuple[Candidate, ...] = ()
    why: str = ""


@dataclass
class _Near:
    """Everybody of the file under one folded name."""

    named: list[_Named] = field(default_factory=list)
    newcomers: list[Known] = field(default_factory=list)


def settle_people(
    award_import: AwardImport,
    rows: Sequence[ImportRow],
    *,
    tick: Callable[[int], None] = untold,
) -> None:
    """Set who is meant by each row: a person, a newcomer's key, or candidates and a reason."""
    named = _named(rows)
    seen = _seen(named)
    near: defaultdict[str, _Near] = defaultdict(_Near)
    choices: Mapping[str, str] = award_import.holder_choices
    for one in sorted(named, key=_order):
        one.told = match(one.asked, seen.near(one.asked))
        _decide(one, near[name_key_loose(one.asked.name)], choices.get(one.who, ""))
        tick(len(one.rows))
    people = _people({one.person_ref for one in named} - {""})
    for one in named:
        if one.person_ref and one.person_ref not in people:
            one.identity, one.why = "", GONE
        for row in one.rows:
            row.person = people.get(one.person_ref)
            row.identity, row.newcomer, row.why = one.identity, one.newcomer, one.why
            row.candidates = [_kept(c) for c in one.candidates] if not one.identity else []


def _named(rows: Iterable[ImportRow]) -> list[_Named]:
    found: dict[str, _Named] = {}
    for row in rows:
        said = row.said
        unit = row.unit.name if row.unit else said["unit"]
        asked = Asked(said["name"], birth_of(said), said["digest"] or None, unit)
        found.setdefault(row.who, _Named(row.who, asked, [])).rows.append(row)
    return list(found.values())


def _order(one: _Named) -> tuple[bool, bool, bool, str]:
    """Those of whom most is known come first, so that the others can be held against them."""
    birth = one.asked.birth
    whole = birth is not None and birth.on is not None
    return (one.asked.identity_digest is None, not whole, birth is None, one.who)


@dataclass(frozen=True)
class _Seen:
    """People of the register by folded name and by identity."""

    by_name: Mapping[str, Mapping[str, Known]]
    by_digest: Mapping[str, Known]

    def near(self, asked: Asked) -> list[Known]:
        found = self.by_name.get(name_key_loose(asked.name), {})
        same = self.by_digest.get(asked.identity_digest or "")
        return [*found.values(), same] if same and same.key not in found else [*found.values()]


def _seen(named: Iterable[_Named]) -> _Seen:
    """Read whom the rows may mean; of namesakes only those who may be born on that day.

    Somebody with another day of birth is nobody's match, see `matching`.
    """
    people: dict[str, PersonNear] = {}
    dated = [one for one in named if _born(one) is not None]
    others = [one for one in named if _born(one) is None]
    for these, are_dated in ((dated, True), (others, False)):
        for some in portions(these, AT_ONCE):
            folded = {name_key_loose(one.asked.name) for one in some}
            digests = {one.asked.identity_digest for one in some if one.asked.identity_digest}
            births = {born for one in some if (born := _born(one))} if are_dated else None
            people |= {near.ref: near for near in people_near(folded, digests, births)}
    units = unit_names_of({near.organisation_id for near in people.values()})
    by_name: defaultdict[str, dict[str, Known]] = defaultdict(dict)
    by_digest: dict[str, Known] = {}
    for near in people.values():
        known = _known(near, units[near.organisation_id])
        by_name[near.name_fold][near.ref] = known
        if near.identity_digest:
            by_digest[near.identity_digest] = known
    return _Seen(by_name, by_digest)


def _born(one: _Named) -> date | None:
    return one.asked.birth.on if one.asked.birth else None


def _decide(one: _Named, near: _Near, choice: str) -> None:
    told = one.told
    assert told is not None  # noqa: S101  # set just before, for every one
    if choice.startswith(AS_PERSON):
        one.identity, one.person_ref = CHOSEN, choice.removeprefix(AS_PERSON)
    elif choice.startswith(AS_ROW) and (
        other := next((o for o in near.named if o.who == choice.removeprefix(AS_ROW)), None)
    ):
        one.identity, one.person_ref, one.newcomer = CHOSEN, other.person_ref, other.newcomer
    elif choice == AS_NEW:
        _begin(one, near)
    elif told.kind == "linked" and told.known_key:
        one.identity, one.person_ref, one.why = LINKED, told.known_key, told.why
    elif told.kind == "new":
        _decide_new(one, near, told)
    else:
        one.candidates = tuple(Candidate(AS_PERSON + c.key, c.why) for c in told.candidates)
        one.why = told.why
    near.named.append(one)


def _decide_new(one: _Named, near: _Near, told: Match) -> None:
    """Hold somebody the register does not know against the newcomers of the same file."""
    among = match(one.asked, near.newcomers)
    if among.kind == "linked" and among.known_key:
        one.identity, one.newcomer, one.why = NEW, among.known_key, told.why
    elif among.kind == "for_a_person":
        one.candidates = tuple(Candidate(AS_ROW + c.key, c.why) for c in among.candidates)
        one.why = OTHER_ROWS
    elif len(one.rows) > 1 and one.asked.birth is None and one.asked.identity_digest is None:
        one.why = SAME_NAME_ONLY.format(count=len(one.rows))
    else:
        _begin(one, near)
        one.why = told.why


def _begin(one: _Named, near: _Near) -> None:
    """One more newcomer."""
    one.identity, one.newcomer = NEW, one.who
    birth = one.asked.birth
    near.newcomers.append(
        Known(
            key=one.who,
            name=one.asked.name,
            birth_on=birth.on if birth else None,
            birth_year=birth.year if birth else None,
            identity_digest=one.asked.identity_digest,
            unit_names=(one.asked.unit,) if one.asked.unit else (),
        )
    )


def _people(refs: set[str]) -> dict[str, Person]:
    found: dict[str, Person] = {}
    for some in portions(sorted(refs), AT_ONCE):
        found |= {person.ref: person for person in Person.objects.filter(ref__in=some)}
    units = Organisation.with_merged.in_bulk({person.organisation_id for person in found.values()})
    for person in found.values():
        person.organisation = units[person.organisation_id]
    return found


def _known(near: PersonNear, unit_names: tuple[str, ...]) -> Known:
    return Known(
        key=near.ref,
        name=near.full_name,
        birth_on=near.birth_on,
        birth_year=near.birth_year,
        identity_digest=near.identity_digest,
        unit_names=unit_names,
    )


def _kept(candidate: Candidate) -> dict[str, str]:
    return {"key": candidate.key, "why": candidate.why}
