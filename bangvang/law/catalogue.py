"""Titles and forms of commendation: stable codes, dated names, and how people write them.

Codes are the office's own abbreviations and never shown; names come from
``texts/catalogue.toml``. A spelling that could mean two codes finds none.

No award counts as another: no clause was found that says so, hence no ``counts_as`` here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

from bangvang.law.dated import NotInForce, NotThen, Timeline
from bangvang.law.instruments import instruments
from bangvang.law.regimes import in_force
from bangvang.law.spelling import spelling_key
from bangvang.law.tables import TEXTS, BadText, Table, read_tables


class AwardClass(StrEnum):
    """What a code stands for; the last two are facts of a history, no awards."""

    TITLE = "title"
    COMMENDATION = "commendation"
    HONOUR = "honour"
    GRADE = "grade"
    INITIATIVE = "initiative"


class CommendationForm(StrEnum):
    """The forms of commendation (Điều 9 Luật 2022) without the honorary titles, a class apart."""

    ORDER = "order"
    MEDAL = "medal"
    PRIZE = "prize"
    BADGE = "badge"
    CERTIFICATE = "certificate"
    LETTER = "letter"


class Level(StrEnum):
    """The level whose award it is."""

    BASE = "base"
    PROVINCE = "province"
    MINISTRY = "ministry"
    STATE = "state"


class Subject(StrEnum):
    """Who can receive it."""

    PERSON = "person"
    COLLECTIVE = "collective"
    HOUSEHOLD = "household"


class RecordKind(StrEnum):
    """The three registers of a history, each complete from a year of its own."""

    AWARD = "AWARD"
    GRADE = "GRADE"
    INITIATIVE = "INITIATIVE"


class UnknownAward(LookupError):
    """The catalogue has no award of this code; ``sentence`` says so in Vietnamese."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.sentence = (
            f"Danh mục không có danh hiệu thi đua hoặc hình thức khen thưởng mang mã «{code}»."
        )
        super().__init__(self.sentence)


@dataclass(frozen=True)
class Name:
    """What an award is called for a time."""

    since: date
    until: date | None
    name: str


@dataclass(frozen=True)
class Award:
    """One line of the catalogue; ``spellings`` are other ways of writing it.

    ``rank`` orders the titles of one kind of subject, 1 the highest; None where no text ranks
    them. ``form`` is None unless it is a commendation. ``laws`` are the laws that know it.
    """

    code: str
    abbr: str
    award_class: AwardClass
    level: Level
    subjects: tuple[Subject, ...]
    names: Timeline[Name]
    spellings: tuple[str, ...]
    rank: int | None
    form: CommendationForm | None
    laws: tuple[str, ...]

    @cached_property
    def record_kind(self) -> RecordKind:
        """Which register has to be complete before a missing row means «no»."""
        if self.award_class is AwardClass.GRADE:
            return RecordKind.GRADE
        if self.award_class is AwardClass.INITIATIVE:
            return RecordKind.INITIATIVE
        return RecordKind.AWARD

    @cached_property
    def is_award(self) -> bool:
        """Whether this can be asked for, and not only stand in a history."""
        return self.record_kind is RecordKind.AWARD

    @property
    def class_name(self) -> str:
        """The legal word for its class, in Vietnamese."""
        return CLASS_NAMES[self.award_class]


CLASS_NAMES: Mapping[AwardClass, str] = MappingProxyType(
    {
        AwardClass.TITLE: "Danh hiệu thi đua",
        AwardClass.COMMENDATION: "Hình thức khen thưởng",
        AwardClass.HONOUR: "Danh hiệu vinh dự nhà nước",
        AwardClass.GRADE: "Mức xếp loại hằng năm",
        AwardClass.INITIATIVE: "Sáng kiến, đề tài khoa học",
    }
)

KEYS = ("code", "abbr", "class", "level", "subjects", "rank", "form", "laws", "names", "also")


def _names(table: Table) -> Timeline[Name]:
    found = []
    for inner in table.inners("names"):
        inner.only("since", "until", "name")
        found.append(Name(*inner.span(), inner.need("name", str)))
    if not found:
        raise table.refuse("an award needs a name")
    try:
        return Timeline(table.need("code", str), found)
    except ValueError as error:
        raise table.refuse(str(error)) from error


def _laws(table: Table) -> tuple[str, ...]:
    laws = table.names("laws")
    unknown = sorted(set(laws) - set(instruments()))
    if unknown:
        raise table.refuse(f"unknown instrument {', '.join(unknown)}")
    return laws


def _form(table: Table) -> CommendationForm | None:
    form = table.maybe("form", str)
    if (form is not None) != (table.need("class", str) == AwardClass.COMMENDATION):
        raise table.refuse("a commendation has a form, and nothing else has")
    return CommendationForm(form) if form else None


def _award(table: Table) -> Award:
    table.only(*KEYS)
    try:
        return Award(
            code=table.need("code", str),
            abbr=table.need("abbr", str),
            award_class=AwardClass(table.need("class", str)),
            level=Level(table.need("level", str)),
            subjects=tuple(Subject(word) for word in table.names("subjects")),
            names=_names(table),
            spellings=table.names("also"),
            rank=table.maybe("rank", int),
            form=_form(table),
            laws=_laws(table),
        )
    except BadText:
        raise
    except ValueError as error:
        raise table.refuse(str(error)) from error


def read_catalogue(path: Path) -> Mapping[str, Award]:
    """Read the catalogue, by code and in file order.

    Raises:
        BadText: something is unknown, missing or comes twice.
    """
    found: dict[str, Award] = {}
    for table in read_tables(path, "award"):
        award = _award(table)
        if award.code in found:
            raise table.refuse(f"{award.code} comes twice")
        found[award.code] = award
    return MappingProxyType(found)


def spellings_of(awards: Iterable[Award]) -> Mapping[str, str]:
    """Return a code for each folded spelling.

    Raises:
        BadText: one spelling stands for two codes.
    """
    found: dict[str, str] = {}
    for award in awards:
        written = (award.code, award.abbr, *award.spellings)
        for text in (*written, *(name.name for name in award.names.items)):
            if found.setdefault(spelling_key(text), award.code) != award.code:
                raise BadText(f"«{text}» means {found[spelling_key(text)]} and {award.code}")
    return MappingProxyType(found)


@cache
def catalogue() -> Mapping[str, Award]:
    """Return every award and fact, by code."""
    return read_catalogue(TEXTS / "catalogue.toml")


@cache
def _spellings() -> Mapping[str, str]:
    return spellings_of(catalogue().values())


def find_code(text: str) -> str | None:
    """Return the code somebody means, None if it is not clear.

    Takes the code, the abbreviation or the full name, with or without diacritics; the name of
    a province after «UBND tỉnh» is passed over.
    """
    return _spellings().get(spelling_key(text))


def award_of(code: str) -> Award:
    """Return an award of the catalogue; grades and initiatives are none.

    Raises:
        UnknownAward: no award has this code.
    """
    award = catalogue().get(code)
    if award is None or not award.is_award:
        raise UnknownAward(code)
    return award


def award_name(code: str, on: date) -> str:
    """Return what an award or fact is called that day.

    A name is for reading, so a day before the first known name gets that first name.

    Raises:
        UnknownAward: neither an award nor a fact has this code.
    """
    line = catalogue().get(code)
    if line is None:
        raise UnknownAward(code)
    return (line.names.get(on) or line.names.items[0]).name


def award_abbr(code: str) -> str:
    """Return the office's abbreviation.

    Raises:
        UnknownAward: neither an award nor a fact has this code.
    """
    line = catalogue().get(code)
    if line is None:
        raise UnknownAward(code)
    return line.abbr


def existing_on(code: str, on: date) -> Award:
    """Return an award that exists on that day.

    Raises:
        UnknownAward: no award has this code.
        NotThen: the award was introduced later, or no longer exists.
        NotInForce: the rulebook does not know the law of that day.
    """
    award = award_of(code)
    if award.names.get(on) is None:
        raise not_then(award, on) if in_force(on) else NotInForce(code, on)
    return award


def not_then(award: Award, on: date) -> NotThen:
    """Return the refusal for an award that does not exist on that day."""
    first, last = award.names.items[0], award.names.items[-1]
    name = first.name if on < first.since else last.name
    return NotThen(award.code, on, f"{award.class_name} «{name}»", first.since, last.until)
