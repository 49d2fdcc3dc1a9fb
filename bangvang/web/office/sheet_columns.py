"""The page on which somebody says which column of a sheet is what, for awards and for lists."""

from collections.abc import Sequence
from typing import Any

from bangvang.registry.intake.sheet_shown import SheetShown
from bangvang.web.components.pieces import Column, Link


def sheet_context(
    shown: SheetShown, *, file_name: str, remembered_of: str, back_href: str, crumbs: Sequence[Link]
) -> dict[str, Any]:
    """Return what the page shows beside its form: the first rows, and whose the choice is."""
    return {
        "shown": shown,
        "file_name": file_name,
        "remembered_of": remembered_of,
        "back_href": back_href,
        "crumbs": crumbs,
        "rows": [
            (number, list(zip(shown.letters, texts, strict=True))) for number, texts in shown.rows
        ],
        "columns": [Column("Dòng", "index", is_number=True), *map(Column, shown.letters)],
    }
