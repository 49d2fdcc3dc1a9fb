"""How many council members must agree in a ballot, by award and day of the session.

Counted over all members, not over those present; an absent member's written opinion counts.
Shares are whole numbers, never floats. Also how many members must take part at all, which for
the provincial council no national text that was read says.

Law: ``texts/voting.toml``.
"""

from dataclasses import dataclass
from datetime import date

from bangvang.law.catalogue import existing_on
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry
from bangvang.law.instruments import Seen, weakest
from bangvang.law.loading import texts
from bangvang.law.regimes import regime_on

GROUPS = ("higher", "lower")
READS = frozenset(
    {f"voting.{group}.{part}" for group in GROUPS for part in ("titles", "agreement")}
    | {"voting.secret", "voting.written_opinions_in_minutes"}
    | {"quorum.PROVINCE", "quorum.CENTRAL", "quorum.CENTRAL.heroes"}
)


@dataclass(frozen=True)
class Share:
    """A mark to reach: ``num`` out of ``den`` of all members; ``more_than`` it, if so said."""

    num: int
    den: int
    more_than: bool = False

    def reached(self, yes: int, total: int) -> bool:
        """Say whether so many in favour, of so many members, are enough.

        Raises:
            ValueError: there are no members, or more in favour than members.
        """
        if total < 1 or not 0 <= yes <= total:
            raise ValueError(f"{yes} of {total} members cannot be")
        return yes >= self.needed(total)

    def needed(self, total: int) -> int:
        """Return the fewest members in favour that are enough; may exceed the total."""
        floor, rest = divmod(self.num * total, self.den)
        return floor + (1 if self.more_than or rest else 0)

    @property
    def text(self) -> str:
        """The mark as an official writes it, «ít nhất 90 %»."""
        words = "trên" if self.more_than else "ít nhất"
        return f"{words} {self.num} %" if self.den == 100 else f"{words} {self.num}/{self.den}"


@dataclass(frozen=True)
class Agreement:
    """What a ballot needs; ``secret`` is None where the clause does not say.

    ``share`` is None only if ``text_unseen``: the clause of that day was not read, or of it the
    titles only.
    """

    share: Share | None
    secret: bool | None
    cite: Citation
    seen: Seen
    text_unseen: bool


@dataclass(frozen=True)
class Quorum:
    """What part of all members must take part; ``share`` is None where no text was read."""

    share: Share | None
    cite: Citation
    seen: Seen
    text_unseen: bool


def agreement_needed(code: str, *, on: date) -> Agreement | None:
    """Return the national mark for an award on the day of the session, None if none was found.

    None does not mean that a majority is enough: the council's own rules then decide. While the
    clause on ballots is unread, which awards it names is unread too: no award is without one.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
    """
    existing_on(code, on)
    regime_on(code, on)
    for group in GROUPS:
        titles = texts().row(f"voting.{group}.titles").get(on)
        if titles is None:
            continue
        if titles.text_unseen:
            return Agreement(None, None, titles.cite, titles.seen, text_unseen=True)
        if code in titles.names():
            return _seen(group, titles, on)
    return None


def written_opinions_in_minutes(code: str, *, on: date) -> bool:
    """Say whether a clause that was read wants absent members' opinions in the minutes."""
    entry = texts().row("voting.written_opinions_in_minutes").get(on)
    return entry is not None and code in entry.names()


def provincial_quorum(*, on: date) -> Quorum:
    """Return what is known of the quorum of a provincial council: that no text was read.

    The council's own regulation then says it.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    return _quorum(texts().on("quorum.PROVINCE", on))


def central_quorum(*, on: date, for_heroes: bool = False) -> Quorum | None:
    """Return the quorum of the central council, None where no text was found.

    ``for_heroes``: the session votes on the title of hero.
    """
    entry = texts().row("quorum.CENTRAL.heroes" if for_heroes else "quorum.CENTRAL").get(on)
    return None if entry is None else _quorum(entry)


def _quorum(entry: Entry) -> Quorum:
    if entry.text_unseen is not None:
        return Quorum(None, entry.cite, entry.seen, text_unseen=True)
    num, den = entry.word().split("/")
    return Quorum(Share(int(num), int(den)), entry.cite, entry.seen, text_unseen=False)


def _seen(group: str, titles: Entry, on: date) -> Agreement:
    mark = texts().row(f"voting.{group}.agreement").get(on)
    if mark is None or mark.value is None:
        return Agreement(None, None, titles.cite, titles.seen, text_unseen=True)
    secret = texts().row("voting.secret").get(on)
    return Agreement(
        share=Share(mark.whole(), 100),
        secret=None if secret is None else secret.value is True,
        cite=mark.cite,
        seen=weakest(titles.seen, mark.seen),
        text_unseen=False,
    )
