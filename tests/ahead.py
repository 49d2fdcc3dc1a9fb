"""Make ahead what tests take copies of: run as `python -m tests.ahead tables|demonstration`.

Without it the first test that needs it makes it, and the other half of the tests waits.
"""

import sys

from bangvang.foundation.tests.tables import file_with_tables
from tests.journeys.site import demonstration


def main(what: str) -> None:
    """Make the tables on SQLite, or the demonstration of the journeys, which begins with them."""
    {"tables": file_with_tables, "demonstration": demonstration}[what]()


if __name__ == "__main__":
    main(sys.argv[1])
