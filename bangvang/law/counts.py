"""Counts of people: what the file states, and what the register's roll of a collective bounds.

The two are held against each other: a number outside the bounds is disputed and settles nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bangvang.law.record import Between, Record

UNBOUNDED = 10**9
"""Stands for a count that has no known end."""
LABELS: Mapping[str, str] = MappingProxyType(
    {
        "SO_THANH_VIEN": "Số cá nhân được bình xét trong năm",
        "SO_HOAN_THANH": "Số cá nhân hoàn thành nhiệm vụ",
        "SO_LDTT": "Số cá nhân đạt Lao động tiên tiến (Chiến sĩ tiên tiến)",
        "SO_CSTDCS": "Số cá nhân đạt Chiến sĩ thi đua cơ sở",
    }
)
"""The counts that the register can bound."""


@dataclass(frozen=True)
class Number:
    """A count: at least and at most how much; two columns of them for many nominees."""

    least: int
    most: int

    @property
    def known(self) -> bool:
        """Whether it is settled."""
        return self.least == self.most

    @property
    def value(self) -> int:
        """What it is; while it is not settled, what it is at least."""
        return self.least


UNKNOWN = Number(0, UNBOUNDED)


def number_of(record: Record, name: str) -> Number:
    """Return a count; a fact that is no number is not known, nor is one that is disputed."""
    stated, bounds = _stated(record, name), record.roll.get(name)
    if stated is None:
        return UNKNOWN if bounds is None else _within(bounds)
    return UNKNOWN if is_disputed(record, name) else Number(stated, stated)


def is_counted(record: Record, name: str) -> bool:
    """Say whether the register alone settles a count."""
    bounds = record.roll.get(name)
    return bounds is not None and bounds.least == bounds.most


def is_disputed(record: Record, name: str) -> bool:
    """Say whether the file's number lies outside what the register bounds it by."""
    stated, bounds = _stated(record, name), record.roll.get(name)
    return stated is not None and bounds is not None and not _fits(stated, bounds)


def disputed(record: Record) -> Iterator[str]:
    """Yield a Vietnamese sentence for each count on which file and register contradict."""
    for name, bounds in sorted(record.roll.items()):
        if is_disputed(record, name):
            yield (
                f"{LABELS[name]}: hồ sơ ghi {_stated(record, name)}, sổ khen thưởng có "
                f"{_words(_within(bounds))}; không tính, cần kiểm tra lại."
            )


def count_said(record: Record, name: str) -> str:
    """Return a count in words, empty where nothing is known of it."""
    stated, bounds = _stated(record, name), record.roll.get(name)
    if bounds is None:
        return "" if stated is None else str(stated)
    told = f"{_words(_within(bounds))} (theo sổ)"
    if stated is None:
        return told
    return str(stated) if _fits(stated, bounds) else f"hồ sơ ghi {stated}, {told}"


def greater(one: int, other: int) -> int:
    """Return the greater of two counts, or of two columns of them place by place."""
    return one + (other - one) * (other >= one)


def lesser(one: int, other: int) -> int:
    """Return the lesser of two counts, or of two columns of them place by place."""
    return one + (other - one) * (one >= other)


def _stated(record: Record, name: str) -> int | None:
    fact = record.facts.get(name)
    return None if fact is None or isinstance(fact, bool) else int(fact)


def _within(bounds: Between) -> Number:
    return Number(bounds.least, UNBOUNDED if bounds.most is None else bounds.most)


def _fits(stated: int, bounds: Between) -> bool:
    found = _within(bounds)
    return found.least <= stated <= found.most


def _words(number: Number) -> str:
    if number.known:
        return str(number.least)
    if number.most == UNBOUNDED:
        return f"ít nhất {number.least}"
    return f"từ {number.least} đến {number.most}"
