"""The law's own limit for appraising a list, beside the deadline of its round."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.days_off import is_day_off
from bangvang.foundation.vietnamese import say_date
from bangvang.law import (
    Deadline,
    Kind,
    Level,
    NotInForce,
    Seen,
    Step,
    award_of,
    deadline_for,
)
from bangvang.nominations.selectors.many import AtTheOffice
from bangvang.web.components.pieces import Standing
from bangvang.web.deadlines import deadline_shown
from bangvang.web.lawpages.words import SEEN

LABEL = "Hạn thẩm định theo quy định"


@dataclass(frozen=True)
class Limit:
    """The last day for appraising a list, with its clause; `doubt` where it was not read."""

    due_on: date
    working_days: int
    cite: str
    doubt: str

    @property
    def sentence(self) -> str:
        """The limit with its clause, in one sentence."""
        doubt = f", {self.doubt[:1].lower()}{self.doubt[1:]}" if self.doubt else ""
        return (
            f"Hạn thẩm định theo quy định: {self.working_days} ngày làm việc, đến hết ngày "
            f"{say_date(self.due_on)} ({self.cite}{doubt})."
        )

    def standing(self, *, today: date) -> Standing:
        """Return it as a line of a masthead."""
        note = f"{self.working_days} ngày làm việc, {self.cite}"
        return Standing(
            LABEL,
            note=f"{note}. {self.doubt}" if self.doubt else note,
            deadline=deadline_shown(self.due_on, today=today, note="đến hết"),
        )


def limits_of(waiting: Collection[AtTheOffice]) -> dict[str, Limit]:
    """Return the earliest limit of each list that still has rows at the office, by its reference.

    Only for what the province itself decides: the limits of what goes to the State bind those who
    receive it there. The limit counts from the day of receipt, which it leaves out.
    """
    known = {
        asked: _limit(*asked)
        for asked in {(one.award_code, one.kind, one.received_on) for one in waiting}
    }
    found: dict[str, Limit] = {}
    for one in waiting:
        limit = known[one.award_code, one.kind, one.received_on]
        batch = one.batch_ref
        if limit is not None and (batch not in found or limit.due_on < found[batch].due_on):
            found[batch] = limit
    return found


def _limit(code: str, kind: str, received: date) -> Limit | None:
    if award_of(code).level is not Level.PROVINCE:
        return None
    due = _due(code, kind, received)
    if due is None or due.due_on is None or due.working_days is None:
        return None
    doubt = "" if due.seen is Seen.SOURCE else SEEN[due.seen].label
    return Limit(due.due_on, due.working_days, due.cite.text, doubt)


def _due(code: str, kind: str, received: date) -> Deadline | None:
    try:
        return deadline_for(
            Step.APPRAISE,
            code,
            on=received,
            start=received,
            is_off=is_day_off,
            kind=Kind(kind),
        )
    except NotInForce:
        return None
