"""The ways to an award on a day, grouped as a reader looks for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bangvang.foundation.vietnamese import say_date
from bangvang.law import (
    Award,
    Citation,
    RuleText,
    Seen,
    Subject,
    WayRead,
    confirmed_cites,
    kind_name,
    questions,
    ways_read,
)
from bangvang.web.components.pieces import Answer, Column
from bangvang.web.lawpages.said import lower_first
from bangvang.web.lawpages.words import SUBJECTS, UNREAD_NOTE, sureness

CONDITION_COLUMNS = (
    Column("Điều kiện", "name"),
    Column("Điều khoản", "mid"),
    Column("Mức chắc chắn", "mid"),
    Column("Đối chiếu ngày", "date"),
)
USUAL = "Trường hợp thường dùng"
CLAIMED = "Trường hợp chỉ xét khi hồ sơ nêu"
OTHER = "Loại hình khen thưởng khác"


@dataclass(frozen=True)
class Condition:
    """One condition as written.

    `choice`: said above the first condition of several ways of which one is enough; `way`: which
    of them this condition belongs to. Both empty where it is needed in any case. `confirmed`: that
    its number was confirmed by people, and by which clause; names nobody.
    """

    sentence: str
    cite: str
    seen: Answer
    compared: str
    choice: str = ""
    way: str = ""
    confirmed: str = ""


@dataclass(frozen=True)
class Way:
    """One way to an award."""

    title: str
    cite: str
    notes: tuple[str, ...]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class WayGroup:
    """Ways that are looked at together."""

    title: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class OfSubject:
    """What one kind of recipient has to meet."""

    title: str
    groups: tuple[WayGroup, ...]


def conditions_shown(award: Award, on: date) -> tuple[OfSubject, ...]:
    """Return the coded ways, subjects apart: the usual way, those to be claimed, other kinds.

    Raises:
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
    """
    ways = ways_read(award.code, on)
    found = ((one, [way for way in ways if way.subject is one]) for one in award.subjects)
    several = len({way.subject for way in ways}) > 1
    return tuple(
        OfSubject(_title(subject, several=several), tuple(_groups(of_subject, on)))
        for subject, of_subject in found
        if of_subject
    )


def _title(subject: Subject, *, several: bool) -> str:
    return f"Điều kiện đối với {SUBJECTS[subject]}" if several else "Điều kiện"


def _groups(ways: Sequence[WayRead], on: date) -> Iterator[WayGroup]:
    """Group ways: the first unclaimed kind is the usual one."""
    usual = next((way.kind for way in ways if not way.claim), ways[0].kind)
    of_usual = [way for way in ways if way.kind is usual]
    found = {
        USUAL: [way for way in of_usual if not way.claim],
        CLAIMED: [way for way in of_usual if way.claim],
        OTHER: [way for way in ways if way.kind is not usual],
    }
    for title, grouped in found.items():
        if grouped:
            yield WayGroup(title, tuple(_way(way, on) for way in grouped))


def _way(way: WayRead, on: date) -> Way:
    notes = [kind_name(way.kind)]
    if way.claim:
        notes.append(f"Chỉ xét khi hồ sơ nêu: {questions()[way.claim].text}")
    if way.text_unseen:
        notes.append(UNREAD_NOTE)
    return Way(
        title=f"{way.way[:1].upper()}{way.way[1:]}",
        cite=way.cite.text,
        notes=tuple(notes),
        conditions=tuple(_conditions(way, on)),
    )


def _conditions(way: WayRead, on: date) -> Iterator[Condition]:
    begun: tuple[str, ...] = ()
    for text in way.conditions:
        choices = tuple(branch.rule for branch in text.branches)
        cites = confirmed_cites(text, way.read_until or on)
        yield Condition(
            text.sentence,
            text.cite.place,
            _sureness(text, way, is_confirmed=bool(cites)),
            say_date(text.compared_on or way.compared_on),
            choice=_choice(text) if choices and choices != begun else "",
            way="; ".join(branch.way_vi for branch in text.branches),
            confirmed=_confirmed(cites),
        )
        begun = choices


def _sureness(text: RuleText, way: WayRead, *, is_confirmed: bool) -> Answer:
    """Say how well a condition is known; of one whose number was compared, that its words wait."""
    found = sureness(text.seen, way.read_until)
    if not is_confirmed or way.text_unseen or text.seen is Seen.SOURCE:
        return found
    return replace(found, label=f"Giá trị đã đối chiếu; lời văn {lower_first(found.label)}")


def _confirmed(cites: tuple[Citation, ...]) -> str:
    named = "; ".join(cite.text for cite in cites)
    return f"{named}: giá trị do cơ quan thường trực đối chiếu" if named else ""


def _choice(text: RuleText) -> str:
    branch = text.branches[-1]
    return f"{branch.title}: đạt một trong {branch.of} cách là đủ"
