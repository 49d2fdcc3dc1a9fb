"""`docs/personal-data.md`: what is held about people, as the office's page shows it."""

from bangvang.privacy.personal_data import ALWAYS, WORKERS, Entry, entries
from bangvang.privacy.states import BECOMES, COUNTED_FROM, Matter


def personal_data() -> str:
    """Return the page, printed from `bangvang/privacy/personal_data.toml`."""
    return "\n".join(
        [
            "# What is held about people",
            "",
            "Printed by `make docs` from `bangvang/privacy/personal_data.toml`, by nobody's hand.",
            "A test walks every model: a new column that may hold something about people fails it",
            "until it stands here, or among those that were looked at. The words are those of the",
            "office's page *Dữ liệu cá nhân*.",
            "",
            "No period of any law is in this repository: the office enters what it has read, a",
            "second person confirms, and until then nothing is deleted",
            "([0039](decisions/0039-what-is-forgotten-and-when.md)).",
            "",
            "## What, what for, who sees it, how long",
            "",
            "| What | About whom | What for | Who sees it | How long | Ground |",
            "|---|---|---|---|---|---|",
            *map(_line, entries()),
            "",
            "Columns that say which official did something in their office (names ending in "
            + ", ".join(f"`{end}`" for end in WORKERS)
            + ") are kept with what was done.",
            "",
            "## What is forgotten once the office has confirmed a period",
            "",
            "| Code | What | Counted from | What happens |",
            "|---|---|---|---|",
            *(
                f"| `{one.value}` | {one.label} | {COUNTED_FROM[one]} | {BECOMES[one]} |"
                for one in Matter
            ),
            "",
            "Never touched by any period: awards, decisions and what rests on them; ballots,",
            "minutes, counts; files that were handed in; the audit chain.",
            "",
            "## Where it stands",
            "",
            "| What | Columns |",
            "|---|---|",
            *(f"| {entry.name} | {_columns(entry)} |" for entry in entries()),
            "",
        ]
    )


def _line(entry: Entry) -> str:
    parts = (entry.name, entry.about, entry.what_for, entry.who_sees, _long(entry), entry.ground)
    return f"| {' | '.join(parts)} |"


def _long(entry: Entry) -> str:
    if entry.matter is not None:
        return f"a period the office sets (`{entry.matter.value}`)"
    return "for good" if entry.until == ALWAYS else "10 hours"


def _columns(entry: Entry) -> str:
    return "; ".join(f"`{table}`: {', '.join(columns)}" for table, columns in entry.tables.items())
