"""Why an actor may not act on initiatives, or nothing if they may."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Objection
from bangvang.registry.permissions import NOT_OFFICE, OFFICE, PAPER_AHEAD, PAPER_MISSING

NO_AUTHORS = Objection("NO_AUTHORS", "Cần ít nhất một tác giả.")
TITLE_MISSING = Objection("TITLE_MISSING", "Cần ghi tên sáng kiến, đề tài.")
NO_SUCH_SCOPE = Objection("NO_SUCH_SCOPE", "Không có phạm vi công nhận này.")
SHARE_WRONG = Objection("SHARE_WRONG", "Tỷ lệ đóng góp phải lớn hơn 0 và không quá 100.")
SHARES_OVER = Objection("SHARES_OVER", "Tổng tỷ lệ đóng góp của các tác giả vượt quá 100%.")
RECOGNISED_BEFORE_YEAR = Objection(
    "RECOGNISED_BEFORE_YEAR", "Ngày quyết định không thể trước năm của sáng kiến."
)
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class InitiativeSaid:
    """What a decision of recognition says; `code` is the scope."""

    code: str
    title: str
    year: int
    decision_no: str
    decided_on: date
    recognised_by: str


def objection_to_recognising(
    actor: Actor,
    said: InitiativeSaid,
    shares: Collection[Decimal | None],
    *,
    scopes: Collection[str],
    on: date,
) -> Objection | None:
    """The standing office enters what a decision says; parts are at most the whole together.

    Args:
        actor: who wants to.
        said: the decision.
        shares: each author's part in percent, None where the decision names none.
        scopes: the scopes that the law knows.
        on: the day of the act.
    """
    if not actor.has(*OFFICE):
        return NOT_OFFICE
    if not shares:
        return NO_AUTHORS
    if any(share is not None and not 0 < share <= HUNDRED for share in shares):
        return SHARE_WRONG
    if sum(share or 0 for share in shares) > HUNDRED:
        return SHARES_OVER
    return _objection_to_recognition(said, scopes, on)


def _objection_to_recognition(
    said: InitiativeSaid, scopes: Collection[str], on: date
) -> Objection | None:
    if said.code not in scopes:
        return NO_SUCH_SCOPE
    if not said.title:
        return TITLE_MISSING
    if not said.decision_no or not said.recognised_by:
        return PAPER_MISSING
    if said.decided_on > on:
        return PAPER_AHEAD
    return RECOGNISED_BEFORE_YEAR if said.decided_on.year < said.year else None
