"""The signs of a search: quotes, a minus, ``năm:`` and its like, read from a text and written back.

Plain Python. What a sign means to the register is told in ``narrowing.py``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bangvang.foundation.vietnamese import fold, tidy
from bangvang.foundation.vietnamese.text import without_marks

LONGEST_TEXT = 200
MOST_PARTS = 12


class Sign(StrEnum):
    """What a part of a search is; of a sign with a colon the value is what stands before it."""

    WORDS = ""
    PHRASE = '"'
    NAME = "tên"
    UNIT = "đv"
    DECISION = "qđ"
    AWARD = "dh"
    YEAR = "năm"
    STRANGE = "?"


KEYS = {
    **dict.fromkeys(("ten", "hoten", "ho ten"), Sign.NAME),
    **dict.fromkeys(("dv", "donvi", "don vi"), Sign.UNIT),
    **dict.fromkeys(("qd", "quyetdinh", "quyet dinh"), Sign.DECISION),
    **dict.fromkeys(("dh", "danhhieu", "danh hieu"), Sign.AWARD),
    "nam": Sign.YEAR,
}
_FIRST_OF_TWO = {key.split()[0] for key in KEYS if " " in key}
_QUOTES = dict.fromkeys(map(ord, "“”„‟«»″＂"), '"')
_SIGNED = re.compile(
    r"(?<![^\s,;\"])"  # where a word begins
    r"(?P<minus>-(?=[a-z\"]))?"
    rf"(?:(?P<key>{'|'.join(sorted(KEYS, key=len, reverse=True))}):"
    r"(?: ?\"(?P<quoted>[^\"]*)\"?|(?P<word>[^\s,;\"]+)|(?P<rest>))"
    r"|(?P<strange>[a-z]+:)(?:\"[^\"]*\"?|[^\s,;\"]+)?"
    r"|\"(?P<phrase>[^\"]*)\"?"
    r"|(?<=-)(?P<bare>[^\s,;\":]+))"
)
_REST = re.compile(r"(?:(?! -?(?:[a-z]+:|\")| -[a-z])[^,;\"])*")
"""After a colon and a space: up to a comma or the next sign."""
_TEXTS = ("quoted", "word", "rest", "phrase", "bare")
_NEEDS_NO_QUOTES = re.compile(r"[^\s,;\"]+")
_STANDS_BARE = re.compile(r"[a-z][^\s,;\":]*")
_YEARS = re.compile(r"(\d{4})?(\.{2,3}|-)?(\d{4})?", re.ASCII)


@dataclass(frozen=True)
class Part:
    """One part: ``text`` is what was typed, tidied; with ``is_not``, what it fits is left out.

    Of ``WORDS`` the text may hold commas; of ``STRANGE`` it is what stands before the value.
    """

    sign: Sign
    text: str
    is_not: bool = False

    def __str__(self) -> str:
        """Return the part as one would type it."""
        minus = "-" if self.is_not else ""
        if self.sign in {Sign.WORDS, Sign.STRANGE}:
            return self.text
        if self.sign is Sign.PHRASE:
            bare = self.is_not and _STANDS_BARE.fullmatch(_plain(self.text))
            return f"-{self.text}" if bare else f'{minus}"{self.text}"'
        bare = _NEEDS_NO_QUOTES.fullmatch(self.text)
        return f"{minus}{self.sign.value}:" + (self.text if bare else f'"{self.text}"')


def parts_of(text: str) -> tuple[Part, ...]:
    """Take a text apart, in the order in which the parts stand; any text has parts.

    A quote that is not closed closes at the end, a word with a colon that is no sign is
    ``STRANGE``, and everything else is words.
    """
    whole = tidy(text[: LONGEST_TEXT * 4].translate(_QUOTES))[:LONGEST_TEXT]
    plain = _plain(whole)
    if len(plain) != len(whole):
        whole = plain
    return tuple(_joined(_read(whole, plain)))[:MOST_PARTS]


def written(parts: Sequence[Part]) -> str:
    """Return a text that has these parts."""
    return " ".join(map(_apart, parts))


def years_in(text: str) -> tuple[int | None, int | None] | None:
    """Return the first and the last year of 2019, 2019..2021, 2019-2021, 2019.. or ..2021."""
    found = _YEARS.fullmatch(text.replace(" ", ""))
    if found is None:
        return None
    first, span, last = found.groups()
    if not (first or last) or bool(first and last and not span):
        return None
    since, until = int(first) if first else None, int(last) if last else None
    if not span:
        return (since, since) if since is not None else (until, until)
    if since is not None and until is not None and since > until:
        return until, since
    return since, until


def _plain(text: str) -> str:
    return without_marks(text).lower()


def _read(text: str, plain: str) -> Iterator[Part]:
    at = 0
    while found := _SIGNED.search(plain, at):
        yield Part(Sign.WORDS, text[at : found.start()])
        at = found.end()
        if found["rest"] is not None and text[at : at + 1] == " ":
            rest = _REST.match(plain, at)
            at = rest.end() if rest else at
        yield _part(found, text, at)
    yield Part(Sign.WORDS, text[at:])


def _part(found: re.Match[str], text: str, end: int) -> Part:
    if found["strange"]:
        return Part(Sign.STRANGE, text[found.start() : found.end("strange")])
    named = next(name for name in _TEXTS if found[name] is not None)
    said = text[found.start(named) : end if named == "rest" else found.end(named)]
    sign = KEYS[found["key"]] if found["key"] else Sign.PHRASE
    return Part(sign, tidy(said), bool(found["minus"]))


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Leave out what is empty, and make one of words that stand side by side."""
    words: list[str] = []
    for part in parts:
        if part.sign is Sign.WORDS:
            words += tidy(part.text.replace('"', " ")).strip(" ,;").split()
        elif part.text or part.sign is not Sign.PHRASE:
            if words:
                yield Part(Sign.WORDS, " ".join(words))
            yield part
            words = []
    if words:
        yield Part(Sign.WORDS, " ".join(words))


def _apart(part: Part) -> str:
    """Write a part so that its last word is not taken for the first one of "họ tên:"."""
    if part.sign is Sign.WORDS and fold(part.text).split(" ")[-1] in _FIRST_OF_TWO:
        return f"{part.text},"
    return str(part)
