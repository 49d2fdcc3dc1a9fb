"""Read TOML tables strictly: whatever nobody asked for is refused, with file and line."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

TEXTS = Path(__file__).parent / "texts"

Wanted = TypeVar("Wanted")


class BadText(ValueError):
    """A law text cannot be used; says file, line and why."""


@dataclass(frozen=True)
class Table:
    """One ``[[name]]`` table of a file and where it stands."""

    values: Mapping[str, object]
    where: str

    def refuse(self, why: str) -> BadText:
        """Return the exception to raise about this table."""
        return BadText(f"{self.where}: {why}")

    def only(self, *known: str) -> None:
        """Refuse a key that no reader knows: a silently ignored key is the typical defect.

        Raises:
            BadText: a key is not among the known ones.
        """
        unknown = sorted(set(self.values) - set(known))
        if unknown:
            raise self.refuse(f"unknown key {', '.join(unknown)}")

    def need(self, key: str, kind: type[Wanted]) -> Wanted:
        """Return the value of a key that has to be there.

        Raises:
            BadText: the key is missing or its value is of another type.
        """
        value = self.maybe(key, kind)
        if value is None:
            raise self.refuse(f"missing key {key}")
        return value

    def maybe(self, key: str, kind: type[Wanted]) -> Wanted | None:
        """Return the value of a key, None if it is absent.

        Raises:
            BadText: the value is of another type.
        """
        value = self.values.get(key)
        if value is None or type(value) is kind:
            return value
        raise self.refuse(f"{key} must be {kind.__name__}")

    def names(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; an absent key is the empty list.

        Raises:
            BadText: something else than texts is in it.
        """
        found = self.maybe(key, list) or []
        if not all(isinstance(item, str) for item in found):
            raise self.refuse(f"{key} must be a list of texts")
        return tuple(found)

    def inner(self, key: str) -> "Table | None":
        """Return an inline table, None if it is absent."""
        values = self.maybe(key, dict)
        return None if values is None else Table(values, f"{self.where}, {key}")

    def inners(self, key: str) -> "tuple[Table, ...]":
        """Return a list of inline tables."""
        found = self.maybe(key, list) or []
        return tuple(
            Table(item, f"{self.where}, {key}[{number}]") for number, item in enumerate(found, 1)
        )

    def span(self) -> tuple[date, date | None]:
        """Return ``since`` and ``until``, half-open.

        Raises:
            BadText: the last day is not after the first.
        """
        since, until = self.need("since", date), self.maybe("until", date)
        if until is not None and until <= since:
            raise self.refuse("until must come after since")
        return since, until


def read_tables(path: Path, name: str) -> tuple[Table, ...]:
    """Return the ``[[name]]`` tables of a file in file order.

    Raises:
        BadText: the file is not TOML, or holds anything else.
    """
    text = path.read_text(encoding="utf-8")
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadText(f"{path.name}: {error}") from error
    Table(document, path.name).only(name)
    lines = [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if line.split("#")[0].strip() == f"[[{name}]]"
    ]
    return tuple(
        Table(values, f"{path.name}, line {line}")
        for values, line in zip(document.get(name, []), lines, strict=True)
    )


def read_folder(folder: Path, name: str) -> tuple[Table, ...]:
    """Return the ``[[name]]`` tables of every file of a folder, in the order of the file names.

    Raises:
        BadText: a file is not TOML, or holds anything else.
    """
    return tuple(
        table for path in sorted(folder.glob("*.toml")) for table in read_tables(path, name)
    )
