"""The awards of a day, and the clauses with what rests on them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.vietnamese import say_date
from bangvang.law import (
    AwardClass,
    NotInForce,
    WayRead,
    authority_for,
    award_name,
    catalogue_on,
    clauses_used,
    instrument_name,
    ways_read,
)
from bangvang.web.components.pieces import Answer, Column, Link
from bangvang.web.components.pieces import Kind as Sign
from bangvang.web.lawpages.words import CLASSES, SUBJECTS, UNREAD_NOTE, UNSEEN, class_name, sureness

LinkTo = Callable[[str], str]
"""From the code of an award to the address of its page."""

AWARD_COLUMNS = (
    Column("Tên", "name"),
    Column("Đối tượng", "mid"),
    Column("Ai quyết định", "mid"),
    Column("Đối chiếu", "mid"),
)


@dataclass(frozen=True)
class AwardLine:
    """One award of the list."""

    name: Link
    subjects: str
    decided_by: str
    state: Answer


@dataclass(frozen=True)
class Clause:
    """A clause and what rests on it; `note` where an amendment of it was not read."""

    cite: str
    seen: Answer
    compared: str
    uses: tuple[tuple[Link, tuple[str, ...]], ...]
    note: str = ""


def catalogue_shown(on: date, link_to: LinkTo) -> list[tuple[str, list[AwardLine]]]:
    """Return the awards of a day by class, in the order of the catalogue."""
    found: dict[AwardClass, list[AwardLine]] = {one: [] for one in CLASSES}
    for line in catalogue_on(on):
        award = line.award
        found[award.award_class].append(
            AwardLine(
                name=Link(line.name, link_to(award.code)),
                subjects=", ".join(SUBJECTS[one] for one in award.subjects),
                decided_by=_decided_by(award.code, on),
                state=_state_of(ways_read(award.code, on)),
            )
        )
    return [(rows[0], rows[1]) for rows in ((class_name(one), found[one]) for one in CLASSES)]


def clauses_shown(on: date, link_to: LinkTo) -> list[tuple[str, list[Clause]]]:
    """Return the clauses by instrument, each with the conditions that rest on it."""
    return [
        (
            instrument_name(id_),
            [
                Clause(
                    cite=use.cite.place,
                    seen=sureness(use.seen, use.read_until),
                    compared=say_date(use.compared_on),
                    uses=_uses(use.used_by, on, link_to),
                    note=UNREAD_NOTE if use.read_until else "",
                )
                for use in uses
            ],
        )
        for id_, uses in clauses_used(on).items()
    ]


def _uses(
    used_by: Iterable[tuple[str, str]], on: date, link_to: LinkTo
) -> tuple[tuple[Link, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for code, sentence in used_by:
        found.setdefault(code, []).append(sentence)
    return tuple(
        (Link(award_name(code, on), link_to(code)), tuple(said)) for code, said in found.items()
    )


def _decided_by(code: str, on: date) -> str:
    try:
        return authority_for(code, on=on).name_vi
    except NotInForce:
        return "chưa có quy định trong hệ thống"


def _state_of(ways: tuple[WayRead, ...]) -> Answer:
    if not ways:
        return Answer(Sign.NOTE, "Người thẩm định đối chiếu văn bản")
    if all(way.text_unseen for way in ways):
        return UNSEEN
    return Answer(Sign.MET, "Có quy tắc đối chiếu")
