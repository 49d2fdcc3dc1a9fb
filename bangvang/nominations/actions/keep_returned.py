"""Keep what a row said when it was returned, with the remarks that its unit has to answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.nominations.models import Nomination, Remark, Returned
from bangvang.nominations.selectors.remarks import content_of
from bangvang.nominations.states import RemarkPart

MOST_REMARKS = 5
LONGEST_REMARK = 1000
TOO_MUCH = Objection(
    "TOO_MUCH_REMARKED",
    f"Mỗi lần trả lại nhiều nhất {MOST_REMARKS} yêu cầu, mỗi yêu cầu không quá "
    f"{LONGEST_REMARK} ký tự.",
)


@dataclass(frozen=True)
class Remarked:
    """What the office asks about one part."""

    part: RemarkPart
    words: str


def keep_returned(
    nomination: Nomination, remarks: Sequence[Remarked], *, actor: Actor, at: datetime
) -> None:
    """Keep the state of a locked row, in the transaction that returns it.

    Raises:
        Refused: too many remarks, or one that is too long.
    """
    said = [(one.part, one.words.strip()) for one in remarks if one.words.strip()]
    fits = len(said) <= MOST_REMARKS and all(len(words) <= LONGEST_REMARK for _, words in said)
    refuse_if(None if fits else TOO_MUCH)
    returned = Returned.objects.create(
        nomination=nomination, returned_at=at, content=content_of(nomination)
    )
    for part, words in said:
        Remark.objects.create(returned=returned, part=part, words=words)
    if said:
        parts = "; ".join(dict.fromkeys(part.label for part, _ in said))
        record(
            actor=actor,
            at=at,
            verb="ask_of_parts",
            subject=("nomination", nomination.ref),
            said=f"Nêu {len(said)} yêu cầu đơn vị phải trả lời: {parts}.",
        )
