"""Whose history is it: link a name to somebody known, or leave it to a person.

Names do not identify. Linking gives somebody another's merits if it is wrong, so a question is
always better than a false link: only an identity number, a full birth date, or a birth year with
the unit settle it, and only when nobody else could be meant.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Literal, NamedTuple

from bangvang.foundation.vietnamese import ReadDate, say_date
from bangvang.registry.intake.keys import fold, name_key, name_key_loose
from bangvang.registry.linking import Birth, Identity, Name, Unit, weight

MatchKind = Literal["linked", "new", "for_a_person"]


class Known(NamedTuple):
    """Somebody of the register, or of a history file."""

    key: str
    name: str
    birth_on: date | None
    birth_year: int | None
    identity_digest: str | None
    unit_names: tuple[str, ...]


class Asked(NamedTuple):
    """Somebody as a list writes them."""

    name: str
    birth: ReadDate | None
    identity_digest: str | None
    unit: str


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant, and what speaks for and against it, in Vietnamese."""

    key: str
    why: str


@dataclass(frozen=True)
class Match:
    """Who is meant. ``known_key`` only if linked; candidates, likeliest first, only if not."""

    kind: MatchKind
    known_key: str | None
    candidates: tuple[Candidate, ...]
    why: str


UNKNOWN = Match("new", None, (), "Chưa có ai trùng tên và ngày sinh trong sổ khen thưởng.")
"""What is said of somebody whose name nobody has."""
SAME_NAME_AND_DAY = "Trùng họ tên và ngày sinh."


class _Birth(IntEnum):
    """How far two births agree; a contradiction is no value but excludes the candidate."""

    UNKNOWN = 0
    YEAR = 1
    FULL = 2


_LEVEL_OF_BIRTH = {
    _Birth.UNKNOWN: Birth.UNKNOWN,
    _Birth.YEAR: Birth.YEAR,
    _Birth.FULL: Birth.FULL,
}


class _Compared(NamedTuple):
    known: Known
    same_name: bool
    near_name: bool
    birth: _Birth
    other_birth: bool
    same_identity: bool
    other_identity: bool
    same_unit: bool

    @property
    def is_certain(self) -> bool:
        """Whether this settles it, if nobody else could be meant."""
        if not self.same_name or self.other_identity:
            return False
        return self.birth is _Birth.FULL or (self.birth is _Birth.YEAR and self.same_unit)

    @property
    def order(self) -> tuple[bool, float, str]:
        return not self.same_identity, -self.odds, self.known.key

    @property
    def odds(self) -> float:
        """The score by which candidates stand in order; all have the name in common."""
        return weight(
            self._name_level,
            _LEVEL_OF_BIRTH[self.birth] if not self.other_birth else Birth.OTHER,
            Unit.SAME if self.same_unit else Unit.OTHER,
            Identity.OTHER if self.other_identity else Identity.UNKNOWN,
            name_share=1.0,
            unit_share=1.0,
        )

    @property
    def _name_level(self) -> Name:
        if self.same_name:
            return Name.SAME
        return Name.OTHER_MARKS if self.near_name else Name.OTHER


def match(asked: Asked, candidates: Iterable[Known]) -> Match:
    """Return who is meant among the candidates; those with quite another name are passed over.

    Somebody may be among them under several names, by one key: the one that fits best counts.
    """
    loose = name_key_loose(asked.name)
    near = [
        compared
        for known in candidates
        if _is_near(asked, known, loose) and (compared := _compare(asked, known))
    ]
    found = near if len(near) < 2 else _once(sorted(near, key=lambda one: one.order))
    if not found and not loose:
        return Match("for_a_person", None, (), "Thiếu họ tên nên không đối chiếu được.")
    if not found:
        return UNKNOWN
    return _by_identity(found) or _by_birth(found)


def is_same_name(one: str, other: str) -> bool:
    """Whether two spellings are one name, see `name_key`."""
    return one == other or name_key(one) == name_key(other)


def match_collective(name: str, parent_unit: str, candidates: Iterable[Known]) -> Match:
    """Return which collective is meant: its name tells nothing without the unit above it."""
    same = [known for known in candidates if name_key(known.name) == name_key(name)]
    if name and not same:
        return Match("new", None, (), "Chưa có tập thể nào trùng tên trong sổ khen thưởng.")
    unit = fold(parent_unit)
    own = [known for known in same if unit and unit in map(fold, known.unit_names)]
    if len(same) == len(own) == 1:
        return Match("linked", own[0].key, (), "Trùng tên tập thể và đơn vị cấp trên.")
    listed = (Candidate(k.key, "Trùng tên tập thể.") for k in sorted(same, key=lambda k: k.key))
    return Match("for_a_person", None, tuple(listed), "Có tập thể trùng tên; cần chọn đúng.")


def may_be_others_too(asked: Asked, linked: Known, candidates: Iterable[Known]) -> bool:
    """Return whether rows kept apart from the linked person may be theirs as well.

    Then what is absent from their own rows is not known to be absent.
    """
    sure = Asked(
        name=asked.name,
        birth=_read(linked) if linked.birth_on else asked.birth or _read(linked),
        identity_digest=asked.identity_digest or linked.identity_digest,
        unit=asked.unit,
    )
    others = (known for known in candidates if known.key != linked.key)
    return any(
        _is_near(sure, other, name_key_loose(sure.name))
        and (compared := _compare(sure, other))
        and not compared.other_identity
        for other in others
    )


def _read(known: Known) -> ReadDate | None:
    if known.birth_on:
        return ReadDate(known.birth_on.year, known.birth_on.month, known.birth_on.day)
    return ReadDate(known.birth_year) if known.birth_year else None


def _is_near(asked: Asked, known: Known, loose: str) -> bool:
    if asked.identity_digest and asked.identity_digest == known.identity_digest:
        return True
    return bool(loose) and name_key_loose(known.name) == loose


def _compare(asked: Asked, known: Known) -> _Compared | None:
    """Return how the two agree, ``None`` if their births cannot be one person's."""
    digests = (asked.identity_digest, known.identity_digest)
    same_identity = bool(all(digests)) and digests[0] == digests[1]
    birth = _compare_birth(asked.birth, known)
    if birth is None and not same_identity:
        return None
    unit = fold(asked.unit)
    return _Compared(
        known=known,
        same_name=is_same_name(asked.name, known.name),
        near_name=name_key_loose(asked.name) == name_key_loose(known.name),
        birth=_Birth.UNKNOWN if birth is None else birth,
        other_birth=birth is None,
        same_identity=same_identity,
        other_identity=bool(all(digests)) and not same_identity,
        same_unit=bool(unit) and unit in map(fold, known.unit_names),
    )


def _compare_birth(asked: ReadDate | None, known: Known) -> _Birth | None:
    year = known.birth_on.year if known.birth_on else known.birth_year
    if asked is None or year is None:
        return _Birth.UNKNOWN
    if asked.year != year:
        return None
    if asked.on is None or known.birth_on is None:
        is_other_month = known.birth_on and asked.month and asked.month != known.birth_on.month
        return None if is_other_month else _Birth.YEAR
    return _Birth.FULL if asked.on == known.birth_on else None


def _once(found: Sequence[_Compared]) -> list[_Compared]:
    """Return each of the register once, by the description that fits best."""
    first = {compared.known.key: compared for compared in reversed(found)}
    return [compared for compared in found if first[compared.known.key] is compared]


def _by_identity(found: Sequence[_Compared]) -> Match | None:
    same = [compared for compared in found if compared.same_identity]
    if not same:
        return None
    if len(same) == 1 and same[0].near_name and not same[0].other_birth:
        return Match("linked", same[0].known.key, (), "Trùng số định danh và họ tên.")
    return _for_a_person(found, "Trùng số định danh nhưng họ tên hoặc ngày sinh khác.")


def _by_birth(found: Sequence[_Compared]) -> Match:
    certain = [compared for compared in found if compared.is_certain]
    full = [compared for compared in certain if compared.birth is _Birth.FULL]
    if len(full) == 1:
        return Match("linked", full[0].known.key, (), SAME_NAME_AND_DAY)
    if len(full) > 1:
        return _for_a_person(found, "Có nhiều người trùng cả họ tên và ngày sinh.")
    if len(certain) == len(found) == 1:
        return Match("linked", certain[0].known.key, (), "Trùng họ tên, năm sinh và đơn vị.")
    return _for_a_person(found, "Có người trùng tên trong sổ khen thưởng; cần chọn đúng người.")


def _for_a_person(found: Sequence[_Compared], why: str) -> Match:
    candidates = (Candidate(compared.known.key, _say(compared)) for compared in found)
    return Match("for_a_person", None, tuple(candidates), why)


def _say(compared: _Compared) -> str:
    said = [_say_name(compared), _say_birth(compared)]
    if compared.same_identity:
        said.append("trùng số định danh")
    if compared.other_identity:
        said.append("số định danh khác")
    said.append("cùng đơn vị" if compared.same_unit else "đơn vị khác")
    text = ", ".join(said)
    return f"{text[0].upper()}{text[1:]}."


def _say_name(compared: _Compared) -> str:
    if compared.same_name:
        return "trùng họ tên"
    return "họ tên khác dấu" if compared.near_name else f"họ tên khác ({compared.known.name})"


def _say_birth(compared: _Compared) -> str:
    known = compared.known
    births = {
        _Birth.FULL: "trùng ngày sinh",
        _Birth.YEAR: "trùng năm sinh",
        _Birth.UNKNOWN: "ngày sinh khác" if compared.other_birth else "ngày sinh chưa đủ để so",
    }
    kept = say_date(known.birth_on) if known.birth_on else str(known.birth_year or "")
    return births[compared.birth] + (f" (trong sổ: {kept})" if kept else "")
