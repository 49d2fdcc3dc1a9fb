"""The day on which a demonstration stands, kept beside its data."""

from datetime import date
from pathlib import Path

NAME = "demonstration-day"


def kept_day(folder: Path) -> date | None:
    """Return the day of the demonstration in this folder, None if its data are no demonstration."""
    path = folder / NAME
    return date.fromisoformat(path.read_text(encoding="ascii").strip()) if path.exists() else None


def keep_day(folder: Path, day: date) -> None:
    """Make the clock of this folder's system stand on the day, from its next start."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_text(day.isoformat(), encoding="ascii")
