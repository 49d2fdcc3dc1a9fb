"""What is in force on a day: half-open entries in a row without holes.

Every question takes the day that decides as an argument. Outside its days a timeline raises
``NotInForce``; it never gives the nearest value.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from bangvang.law.citation import Citation
from bangvang.law.instruments import Seen

Value = int | bool | str | Decimal | tuple[str, ...]


class NotInForce(LookupError):
    """No rule is known for that day; ``sentence`` says so in Vietnamese."""

    def __init__(self, code: str, on: date) -> None:
        self.code = code
        self.on = on
        self.sentence = (
            f"Ngày {on:%d/%m/%Y} nằm ngoài thời gian mà hệ thống có quy định; "
            "cần người thẩm định tra văn bản có hiệu lực ngày đó."
        )
        super().__init__(self.sentence)


class NotThen(NotInForce):
    """What was asked about does not exist on that day; the sentence says since when it does."""

    def __init__(self, code: str, on: date, named: str, since: date, until: date | None) -> None:
        super().__init__(code, on)
        self.sentence = f"{named} chưa có vào ngày {on:%d/%m/%Y}; có từ ngày {since:%d/%m/%Y}."
        if until is not None and on >= until:
            ended = f"có đến trước ngày {until:%d/%m/%Y}"
            self.sentence = f"{named} không còn vào ngày {on:%d/%m/%Y}; {ended}."


class TextUnseen(LookupError):
    """The wording in force on that day is not in our hands."""


@dataclass(frozen=True)
class Entry:
    """A dated, cited number or list; ``value`` is None where the text has not been seen."""

    id: str
    since: date
    until: date | None
    value: Value | None
    text_unseen: str | None
    unit: str
    cite: Citation
    seen: Seen
    compared_on: date
    where: str
    why_this_day: str = ""
    """In Vietnamese: why it begins on a day on which its instrument does not."""

    def whole(self) -> int:
        """Return a whole number.

        Raises:
            TextUnseen: the wording has not been seen.
        """
        return self._as(int)

    def number(self) -> Decimal:
        """Return a multiple or a share.

        Raises:
            TextUnseen: the wording has not been seen.
        """
        return self._as(Decimal)

    def names(self) -> tuple[str, ...]:
        """Return a list of codes.

        Raises:
            TextUnseen: the wording has not been seen.
        """
        return self._as(tuple)

    def word(self) -> str:
        """Return a code word.

        Raises:
            TextUnseen: the wording has not been seen.
        """
        return self._as(str)

    def _as(self, kind: type["Kept"]) -> "Kept":
        if self.value is None:
            raise TextUnseen(self.id)
        if not isinstance(self.value, kind):
            raise TypeError(f"{self.where}: {self.id} is no {kind.__name__}")
        return self.value


Kept = TypeVar("Kept")


class Dated(Protocol):
    """Anything in force from ``since`` until the day before ``until``."""

    @property
    def since(self) -> date: ...  # noqa: D102  # the class says it
    @property
    def until(self) -> date | None: ...  # noqa: D102  # the class says it


Item = TypeVar("Item", bound=Dated)


class Timeline(Generic[Item]):
    """Versions of one thing in the order of their days, checked for holes and overlaps."""

    def __init__(self, code: str, items: Iterable[Item]) -> None:
        """Sort and check the versions.

        Raises:
            ValueError: two versions overlap, or a hole lies between them.
        """
        self.code = code
        self.items = tuple(sorted(items, key=lambda item: item.since))
        for earlier, later in zip(self.items, self.items[1:], strict=False):
            if earlier.until is None or earlier.until > later.since:
                raise ValueError(f"{code}: two versions overlap on {later.since}")
            if earlier.until < later.since:
                raise ValueError(f"{code}: nothing is said from {earlier.until} to {later.since}")

    def get(self, on: date) -> Item | None:
        """Return the version of that day, None outside; for callers that expect an end."""
        for item in self.items:
            if item.since <= on and (item.until is None or on < item.until):
                return item
        return None

    def on(self, on: date) -> Item:
        """Return the version of that day.

        Raises:
            NotInForce: before the first or after the last day.
        """
        item = self.get(on)
        if item is None:
            raise NotInForce(self.code, on)
        return item
