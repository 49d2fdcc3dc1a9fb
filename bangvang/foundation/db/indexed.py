"""What is searched: a table whose rows hang in a tree."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Indexed:
    """A table to search and the tree its rows hang in.

    ``rows`` and ``tree`` are table names, ``node`` the column of ``rows`` that names a node of the
    tree (``id`` if the rows are the nodes), ``parent`` the column of the tree that names the node
    above. ``folded`` columns hold search keys, ``written`` ones text with its marks, ``bare`` ones
    text whose marks are taken off here. A row in which a ``gone`` column has a value is found by
    nobody.
    """

    rows: str
    tree: str
    node: str
    folded: tuple[str, ...]
    written: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    parent: str = "parent_id"
    gone: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        """The search table's name."""
        return f"{self.rows}_search"

    @property
    def watched(self) -> tuple[str, ...]:
        """The columns whose change changes the words of a row."""
        places = (self.node,) if self.node != "id" else ()
        return (*self.folded, *self.written, *self.bare, *places, *self.gone)

    def stands(self, row: str) -> str:
        """Return the condition, in SQL, that a row is to be found at all."""
        return " AND ".join([f"{row}.{name} IS NULL" for name in self.gone] or ["1 = 1"])
