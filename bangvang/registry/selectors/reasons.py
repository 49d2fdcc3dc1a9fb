"""Why somebody was found, in words: what was typed is held against what is on record."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from bangvang.foundation.db.search import WORD
from bangvang.foundation.vietnamese import fold, name_key, name_key_loose, say_date
from bangvang.law import UnknownAward, award_name
from bangvang.registry.selectors.operators import Sign
from bangvang.registry.selectors.organisations import Above
from bangvang.registry.selectors.sought import Sought, words_of_name, words_of_text


class AwardMeant(NamedTuple):
    """An award that fits what was asked."""

    code: str
    year: int
    decision_no: str
    decided_on: date


class Reasons:
    """The reasons of one search; the words typed are taken apart once."""

    def __init__(self, text: str, said: Sought) -> None:
        """Prepare for the words of a name or a unit, and what else was asked."""
        self._text = text
        self._typed = frozenset(words_of_name(text))
        self._exact = frozenset(WORD.findall(name_key(text)))
        self._loose = sorted(WORD.findall(name_key_loose(text)))
        self._written, self._bare = frozenset(words_of_text(text)), words_of_text(fold(text))
        self._last = text.split()[-1] if text else ""
        wanted = {Sign.NAME, Sign.PHRASE}
        self._signs = [one for one in said.signs if one.sign in wanted and not one.is_not]
        self._day = said.day
        self._by_number = said.decision or any(one.sign is Sign.DECISION for one in said.signs)

    def of_signs(self, name: str, *others: str) -> Iterator[str]:
        """Say which name that was asked for with a sign stands here; else it is the unit's."""
        for one in self._signs:
            own = f" {fold(one.text)} " in f" {fold(name)} "
            if own or any(fold(one.text) in fold(other) for other in others if other):
                yield f"có “{one.text}” trong tên"
            elif not others:
                yield f"đơn vị có “{one.text}” trong tên"

    def of_person(self, name_fold: str, key: str) -> Iterator[str]:
        """Say how the words stand in the name; nothing if they do not."""
        if not self._typed:
            return
        exact, loose = key.split(), name_fold.split()
        words = {*exact, *loose}
        if self._typed <= words:
            with_marks = self._exact <= set(exact)
            if self._loose == sorted(loose):
                yield "trùng họ tên" if with_marks else "trùng họ tên không dấu"
            else:
                yield f"có “{self._text}” trong họ tên{'' if with_marks else ', không xét dấu'}"
        elif self._begins(words, words_of_name(self._text)):
            yield f"họ tên có chữ bắt đầu bằng “{self._last}”"

    def of_body(self, name: str, name_fold: str, abbreviation: str) -> Iterator[str]:
        """Say how the words stand in the name or the abbreviation; nothing if they do not."""
        if not self._written:
            return
        own = set(words_of_text(name))
        aside = "" if self._written <= own else " không dấu"
        if self._bare == words_of_text(fold(abbreviation)):
            yield f"tên viết tắt {abbreviation}"
        elif self._bare == words_of_text(name_fold):
            yield f"trùng tên{aside}"
        elif self._written <= {*own, *words_of_text(name_fold)}:
            yield f"có “{self._text}” trong tên{', không xét dấu' if aside else ''}"
        elif self._written <= {*words_of_text(abbreviation), *words_of_text(fold(abbreviation))}:
            yield f"có “{self._text}” trong tên viết tắt {abbreviation}"
        else:
            yield f"tên có chữ bắt đầu bằng “{self._last}”"

    def of_unit(self, units: Collection[int], above: Iterable[Above]) -> Iterator[str]:
        """Say through which unit somebody was found: the nearest one that was meant."""
        for one in above:
            if one.pk in units:
                yield f"đơn vị {one.name}"
                return

    def of_birth(self, birth_on: date | None) -> Iterator[str]:
        """Say that somebody was born on the day that was typed."""
        if self._day is not None and birth_on == self._day:
            yield f"sinh ngày {say_date(birth_on)}"

    def of_awards(self, held: Sequence[AwardMeant]) -> Iterator[str]:
        """Say which award was meant: the newest of those that fit, and how many more."""
        if not held:
            return
        newest = held[0]
        award = f"{_called(newest)} năm {newest.year}"
        if self._by_number:
            award = f"số quyết định {newest.decision_no}: {award}"
        elif self._day == newest.decided_on:
            award = f"quyết định ngày {say_date(newest.decided_on)}: {award}"
        yield award if len(held) == 1 else f"{award}, và {len(held) - 1} lượt nữa như vậy"

    def _begins(self, words: Collection[str], typed: Sequence[str]) -> bool:
        opens = any(word.startswith(typed[-1]) for word in words)
        return opens and set(typed[:-1]) <= set(words)


def _called(held: AwardMeant) -> str:
    try:
        return award_name(held.code, held.decided_on)
    except UnknownAward:
        return "Hình thức khen thưởng khác"
