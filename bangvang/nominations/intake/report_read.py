"""What was read out of a report's Word file: each value with its place and how sure it is."""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices

LONGEST_QUOTE = 300


class Sure(TextChoices):
    """How sure a value is."""

    EXACT = "EXACT", "Đọc ngay sau nhãn"
    INFERRED = "INFERRED", "Suy từ vị trí"
    MISSING = "MISSING", "Không thấy trong tệp"


@dataclass(frozen=True)
class Value:
    """One value: what it is, what the file says, where it stands, word for word, and a doubt."""

    key: str
    label: str
    value: str = ""
    place: str = ""
    quote: str = ""
    sure: str = Sure.MISSING
    note: str = ""

    @property
    def sure_said(self) -> str:
        """How sure, in words."""
        return str(Sure(self.sure).label)


@dataclass(frozen=True)
class HistoryRow:
    """One line of a history table."""

    year: str
    what: str
    decision: str
    place: str
    quote: str
    sure: str
    note: str = ""

    @property
    def sure_said(self) -> str:
        """How sure, in words; a table has columns, no labels."""
        return "Đọc ở cột có tiêu đề" if self.sure == Sure.EXACT else str(Sure(self.sure).label)


@dataclass(frozen=True)
class Left:
    """What the file says and the report has no part for."""

    place: str
    text: str


@dataclass(frozen=True)
class FormRead:
    """A whole report as it was read; `more` is what part I says besides its labels."""

    fields: tuple[Value, ...]
    more: Value
    merits: Value
    titles: tuple[HistoryRow, ...]
    forms: tuple[HistoryRow, ...]
    left: tuple[Left, ...]
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Whom the file says it is about, empty where it does not."""
        return next((one.value for one in self.fields if one.key == "name"), "")


def quoted(text: str) -> str:
    """Return as much of a text as a page quotes."""
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def form_from(kept: dict[str, Any]) -> FormRead:
    """Return what `dataclasses.asdict` of a `FormRead` made, after it was JSON."""
    return FormRead(
        fields=tuple(Value(**one) for one in kept["fields"]),
        more=Value(**kept["more"]),
        merits=Value(**kept["merits"]),
        titles=tuple(HistoryRow(**one) for one in kept["titles"]),
        forms=tuple(HistoryRow(**one) for one in kept["forms"]),
        left=tuple(Left(**one) for one in kept["left"]),
        notes=tuple(kept["notes"]),
    )
