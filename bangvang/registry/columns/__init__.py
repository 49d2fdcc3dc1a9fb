"""Many hands side by side, for batches: the law's own rules run on these columns unchanged.

``Register`` holds the register of the database in columns and stays up to date; ``Resident`` is
the same from plain rows; ``Columns`` are the nominees picked from it, which a rule is asked about.
Nothing else in the house imports NumPy.
"""

from bangvang.registry.columns.hand import (
    ANSWERS,
    Columns,
    Facts,
    Number,
    column_of_bounds,
    column_of_facts,
    column_of_numbers,
)
from bangvang.registry.columns.register import Register
from bangvang.registry.columns.resident import CODES, ENDLESS, Resident, Row, Rows, rows_of

__all__ = [
    "ANSWERS",
    "CODES",
    "ENDLESS",
    "Columns",
    "Facts",
    "Number",
    "Register",
    "Resident",
    "Row",
    "Rows",
    "column_of_bounds",
    "column_of_facts",
    "column_of_numbers",
    "rows_of",
]
