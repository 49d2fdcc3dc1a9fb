"""Whether the people are asked about an award, as far as a text was read.

The awards are those that the last text that was read names; which of them the law of 2022 names
was not read, so from its first day on each of these is left to whoever answers for the file. Of
every other award no clause was found. How many days a province asks stands in no text that was
read: the council's regulation says, or the office's own decision.

Law: ``texts/deadlines.toml``, row ``deadline.PUBLIC_COMMENT.asked``.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bangvang.law.catalogue import award_of
from bangvang.law.citation import Citation
from bangvang.law.deadlines import PUBLIC_ASKED, is_put_to_the_public
from bangvang.law.instruments import Seen
from bangvang.law.loading import texts


class Asked(StrEnum):
    """What the law of a day says about asking the people."""

    ASKED = "ASKED"
    UNREAD = "UNREAD"
    NOT_NAMED = "NOT_NAMED"


@dataclass(frozen=True)
class PublicComment:
    """The answer, with its clause where there is one."""

    asked: Asked
    cite: Citation | None


def public_comment_on(code: str, on: date) -> PublicComment:
    """Return whether the people are asked about an award of a file received on ``on``.

    Raises:
        UnknownAward: no award has this code.
    """
    entry = texts().row(PUBLIC_ASKED).get(on)
    if entry is None or not is_put_to_the_public(award_of(code)):
        return PublicComment(Asked.NOT_NAMED, None)
    is_read = entry.text_unseen is None and entry.seen is Seen.SOURCE
    return PublicComment(Asked.ASKED if is_read else Asked.UNREAD, entry.cite)
