"""Who may follow lists today, and what the office's pages say of whose a list is."""

from collections.abc import Iterable, Mapping
from datetime import date

from bangvang.accounts.selectors import specialists_on
from bangvang.appraisal.permissions.charges import Officer
from bangvang.appraisal.selectors.charges import Following, followed_by
from bangvang.nominations.selectors.batches import BatchRow

NOBODY_FOLLOWS = "Chưa có người theo dõi"


def officers_on(day: date) -> list[Officer]:
    """Return the specialists of a day by name, each with the bodies it serves as a unit."""
    return [Officer(actor, serves) for actor, serves in specialists_on(day)]


def following_of(batches: Iterable[BatchRow], day: date) -> Mapping[str, tuple[Following, ...]]:
    """Return who follows the lists that wait to be taken up, by the list's reference."""
    waiting = [row.ref for row in batches if row.submitted_rows]
    return followed_by(waiting, officers_on(day), on=day) if waiting else {}


def following_said(following: tuple[Following, ...]) -> str:
    """Say who follows a list and why: "Người theo dõi: A (Sở Y tế)"; with counts if several do."""
    if not any(one.account_ref for one in following):
        return NOBODY_FOLLOWS if following else ""
    several = len(following) > 1
    return "Người theo dõi: " + "; ".join(_one(one, several=several) for one in following)


def _one(one: Following, *, several: bool) -> str:
    rows = f", {one.rows} dòng" if several else ""
    if not one.account_ref:
        return f"chưa có ai{rows}"
    return f"{one.name} ({one.matter}{rows})"
