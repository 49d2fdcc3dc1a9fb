"""What awards and facts are called in a sentence; names never change, so each is made once."""

from datetime import date
from functools import lru_cache

from bangvang.law.catalogue import award_name, catalogue


@lru_cache(maxsize=1024)
def name_of(codes: tuple[str, ...], on: date) -> str:
    """Return the Vietnamese name of these on that day, joined by «hoặc».

    Raises:
        UnknownAward: neither an award nor a fact has one of these codes.
    """
    first, *others = codes
    return _joined((award_name(first, on), *(_inside(code, on) for code in others)))


@lru_cache(maxsize=1024)
def name_inside(codes: tuple[str, ...], on: date) -> str:
    """Return the same as it stands inside a sentence: only awards keep their capital.

    Raises:
        UnknownAward: neither an award nor a fact has one of these codes.
    """
    return _joined(tuple(_inside(code, on) for code in codes))


def lower_first(text: str) -> str:
    """Return a name as it stands inside a sentence."""
    return text[:1].lower() + text[1:]


def _inside(code: str, on: date) -> str:
    name = award_name(code, on)
    return name if catalogue()[code].is_award else lower_first(name)


def _joined(names: tuple[str, ...]) -> str:
    return " hoặc ".join(filter(None, (", ".join(names[:-1]), names[-1])))
