"""What somebody types into the box: a decision, years, awards, and the words that are left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import QuerySet

from bangvang.foundation.db.search import WORD, number_begins
from bangvang.foundation.vietnamese import (
    DateUnreadable,
    fold,
    name_key,
    name_key_loose,
    read_date,
    tidy,
)
from bangvang.foundation.vietnamese.text import without_marks
from bangvang.law import award_name, catalogue, find_code
from bangvang.registry.models import Award
from bangvang.registry.selectors.operators import LONGEST_TEXT, Part, Sign, parts_of, years_in

MOST_WORDS = 12
FEWEST_LETTERS = 2
FIRST_YEAR, LAST_YEAR = 1945, 2100

OF_AWARDS = frozenset({Sign.YEAR, Sign.AWARD, Sign.DECISION})
"""Signs that tell more closely which award must be held."""

_YEARS = re.compile(r"\b(?:nam )?((?:19|20)\d\d)(?: ?- ?((?:19|20)\d\d))?\b(?!/)")
_DAY = re.compile(r"(?<![\w/.-])(?:(?:sinh )?ngay )?(\d{1,2}([/.-])\d{1,2}\2\d{4})(?![\w/-])")
_DECISION = re.compile(
    r"\b(?:(?:quyet dinh|qd) )?(?:so )?(?P<digits>[0-9]{1,8}) ?(?P<rest>/ ?[0-9a-z][0-9a-z/.-]*|/)"
)
_BARE_DECISION = re.compile(r"(?:(?:quyet dinh|qd) )?(?:so )?(?P<digits>[0-9]{1,8})")
_SAID_DECISION = re.compile(r"\b(?:quyet dinh|qd) (?:so )?(?P<digits>[0-9]{1,8})\b")
_FAMILIES = (
    "bang khen",
    "huan chuong",
    "huan chuong lao dong",
    "huan chuong doc lap",
    "huy chuong",
    "co thi dua",
    "chien si thi dua",
)


@dataclass(frozen=True)
class DecisionSought:
    """A decision's number: digits without leading zeros, and what follows, folded, no spaces."""

    digits: str
    rest: str

    def is_meant_by(self, number: str) -> bool:
        """Tell whether a number is meant: 5/QĐ means 05/QĐ-UBND, and never 15/ or 55/."""
        wanted = rf"0*{self.digits}(?!\d){re.escape(self.rest)}"
        return re.match(wanted, fold(number).replace(" ", "")) is not None


@dataclass(frozen=True)
class Sought:
    """A text taken apart; everything in it must hold at once.

    ``pieces`` are the words between commas, as typed. ``day``: somebody is born on it, or an award
    was decided on it; beside a decision's number it is the day of that decision. ``codes`` empty:
    any award. ``since`` and ``until`` are years of achievement, both included. ``signs`` are the
    parts with a sign, besides those that mean nothing here: ``unread``.
    """

    pieces: tuple[str, ...] = ()
    decision: DecisionSought | None = None
    codes: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    is_cut: bool = False
    signs: tuple[Part, ...] = ()
    unread: tuple[Part, ...] = ()
    day: date | None = None

    @property
    def text(self) -> str:
        """The words as typed, without commas."""
        return " ".join(self.pieces)

    @property
    def asks_awards(self) -> bool:
        """Whether an award must be held that is told more closely."""
        said = bool(self.decision or self.codes or self.since or self.until)
        return said or any(part.sign in OF_AWARDS and not part.is_not for part in self.signs)

    @property
    def is_too_short(self) -> bool:
        """Whether the words are so few letters that they would find half of the register."""
        return bool(self.pieces) and len(self.text.replace(" ", "")) < FEWEST_LETTERS


def sought(text: str) -> Sought:
    """Take a text apart; any text is an answer, nothing is refused."""
    parts = parts_of(text)
    signed = [part for part in parts if part.sign is not Sign.WORDS]
    signs = tuple(part for part in signed if means_something(part))
    unread = tuple(part for part in signed if part not in signs)
    rest = " ".join(part.text for part in parts if part.sign is Sign.WORDS)
    folded = fold(rest)
    if len(folded) != len(rest):
        rest = folded
    day, rest, folded = _day(rest, folded)
    decision, rest, folded = _decision(rest, folded)
    since, until, rest, folded = _years(rest, folded)
    codes, rest = _awards(rest)
    pieces, was_long = _pieces(rest)
    is_cut = was_long or len(tidy(text[: LONGEST_TEXT * 4])) > LONGEST_TEXT
    return Sought(pieces, decision, codes, since, until, is_cut, signs, unread, day)


def means_something(part: Part) -> bool:
    """Tell whether a part with a sign can be meant: a year is a year, an award one there is."""
    match part.sign:
        case Sign.YEAR:
            return _are_years(years_in(part.text))
        case Sign.AWARD:
            return bool(codes_named(part.text))
        case Sign.DECISION:
            return decision_named(part.text) is not None
        case Sign.STRANGE:
            return False
    return bool(words_of_text(part.text))


def decision_named(text: str) -> DecisionSought | None:
    """Return the decision that is meant where nothing but a decision's number can be meant."""
    folded = fold(text)
    found = _DECISION.fullmatch(folded) or _BARE_DECISION.fullmatch(folded)
    return _decision_of(found) if found else None


def words_of_name(text: str) -> tuple[str, ...]:
    """Return the words to find a person by: with marks where they were typed, else folded."""
    loose = WORD.findall(name_key_loose(text))
    exact = WORD.findall(name_key(text))
    if len(loose) != len(exact):
        return tuple(loose)
    return tuple(
        marked if has_marks(marked) else plain for plain, marked in zip(loose, exact, strict=True)
    )


def words_of_text(text: str) -> tuple[str, ...]:
    """Return the words to find an organisation by: with marks where they were typed."""
    return tuple(WORD.findall(tidy(text).lower()))


def numbers_like(asked: DecisionSought, among: QuerySet[Award]) -> list[str]:
    """Return the decision numbers of some awards that are meant; one query."""
    begun = among.order_by().filter(number_begins("decision_no", asked.digits))
    kept = begun.values_list("decision_no", flat=True).distinct()
    return [number for number in kept if asked.is_meant_by(number)]


def has_marks(text: str) -> bool:
    """Tell whether a tone, a hat, a hook or a đ stands in it."""
    return without_marks(text) != text


def _day(text: str, folded: str) -> tuple[date | None, str, str]:
    """Find a whole day there is; 31/02/1980 is none, and may be a decision's number."""
    found = _DAY.search(folded)
    try:
        read = read_date(found[1]) if found else None
    except DateUnreadable:
        read = None
    if found is None or read is None:
        return None, text, folded
    return read.on, *_without(text, folded, found)


def _decision(text: str, folded: str) -> tuple[DecisionSought | None, str, str]:
    year_alone = _YEARS.fullmatch(folded)
    found = _DECISION.search(folded) or _SAID_DECISION.search(folded)
    if found is None and not year_alone:
        found = _BARE_DECISION.fullmatch(folded)
    said = _decision_of(found) if found else None
    if found is None or said is None:
        return None, text, folded
    return said, *_without(text, folded, found)


def _decision_of(found: re.Match[str]) -> DecisionSought | None:
    rest = re.sub(r"[ ]", "", found.groupdict().get("rest") or "").rstrip(".-")
    digits = found["digits"].lstrip("0")
    return DecisionSought(digits, rest) if digits else None


def _years(text: str, folded: str) -> tuple[int | None, int | None, str, str]:
    found = _YEARS.search(folded)
    if found is None:
        return None, None, text, folded
    years = [int(year) for year in found.groups() if year]
    if not _are_years((min(years), max(years))):
        return None, None, text, folded
    return min(years), max(years), *_without(text, folded, found)


def _are_years(span: tuple[int | None, int | None] | None) -> bool:
    return span is not None and all(
        year is None or FIRST_YEAR <= year <= LAST_YEAR for year in span
    )


def _without(text: str, folded: str, found: re.Match[str]) -> tuple[str, str]:
    """Cut the same stretch out of both; they are equally long."""
    begins, ends = found.span()
    return f"{text[:begins]} {text[ends:]}", f"{folded[:begins]} {folded[ends:]}"


def _awards(text: str) -> tuple[tuple[str, ...], str]:
    """Find the longest stretch of words that names awards, and return what is left."""
    words = text.split(" ")[: 4 * MOST_WORDS]
    places = [at for at, word in enumerate(words) if WORD.search(word)]
    for length in range(min(len(places), MOST_WORDS), 0, -1):
        for start in range(len(places) - length + 1):
            first, last = places[start], places[start + length - 1]
            if codes := codes_named(" ".join(words[first : last + 1])):
                return codes, " ".join([*words[:first], *words[last + 1 :]])
    return (), text


def codes_named(phrase: str) -> tuple[str, ...]:
    """Return the codes of the awards that are called so; of a family all of them."""
    if "," in phrase.rstrip(","):
        return ()
    code = find_code(phrase)
    if code is not None:
        return (code,) if code in _codes() else ()
    return _families().get(fold(phrase.strip(" ,.;")), ())


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code, _ in _all_awards())


@cache
def _families() -> dict[str, tuple[str, ...]]:
    named = [(code, fold(name)) for code, name in _all_awards()]
    return {
        family: tuple(code for code, name in named if name.startswith(f"{family} "))
        for family in _FAMILIES
    }


def _all_awards() -> Iterator[tuple[str, str]]:
    """Yield code and name of everything that can be held as an award."""
    for award in catalogue().values():
        if award.is_award:
            yield award.code, award_name(award.code, date.max)


def _pieces(text: str) -> tuple[tuple[str, ...], bool]:
    pieces, left = [], MOST_WORDS
    was_long = False
    for piece in re.split(r"[,;]", text):
        words = WORD.findall(piece)
        was_long = was_long or len(words) > left
        if kept := words[:left]:
            pieces.append(" ".join(kept))
            left -= len(kept)
    return tuple(pieces), was_long
