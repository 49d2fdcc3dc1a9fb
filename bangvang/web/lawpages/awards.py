"""One award on a day: who decides, what a file holds, until when, the prize, every way to it."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from bangvang.law import (
    Award,
    Kind,
    UnknownAward,
    award_name,
    award_of,
    ways_not_coded,
    ways_read,
)
from bangvang.web.components.pieces import Answer, Fact
from bangvang.web.lawpages.conditions import OfSubject, conditions_shown
from bangvang.web.lawpages.deadlines import deadlines_shown
from bangvang.web.lawpages.deciding import deciding_shown
from bangvang.web.lawpages.delegated import delegated_shown
from bangvang.web.lawpages.dossier import dossier_shown
from bangvang.web.lawpages.prizes import prizes_shown
from bangvang.web.lawpages.said import Part, named
from bangvang.web.lawpages.words import SEEN, SUBJECTS, class_name


@dataclass(frozen=True)
class NotCoded:
    """A way that a person compares with the text."""

    way: str
    cite: str
    seen: Answer
    hint: str
    hint_from: str


@dataclass(frozen=True)
class AwardLaw:
    """All that is known of an award on a day."""

    name: str
    facts: tuple[Fact, ...]
    conditions: tuple[OfSubject, ...]
    not_coded: tuple[NotCoded, ...]
    around: tuple[Part, ...]


def award_shown(code: str, on: date) -> AwardLaw:
    """Return an award's rules on a day.

    Raises:
        Http404: no award has this code.
        NotInForce: the award is newer than that day.
    """
    try:
        award = award_of(code)
    except UnknownAward:
        raise Http404 from None
    return AwardLaw(
        name=award_name(code, on),
        facts=(
            Fact("Loại", class_name(award.award_class)),
            Fact("Đối tượng", named(SUBJECTS[one] for one in award.subjects)),
        ),
        conditions=conditions_shown(award, on),
        not_coded=tuple(
            NotCoded(gap.way, gap.cite.text, SEEN[gap.seen], gap.hint, gap.hint_from)
            for gap in ways_not_coded(code, on)
        ),
        around=_around(award, on),
    )


def _around(award: Award, on: date) -> tuple[Part, ...]:
    kinds = kinds_given(award.code, on)
    parts = (
        deciding_shown(award, on),
        dossier_shown(award, kinds, on),
        deadlines_shown(award, kinds, on),
        prizes_shown(award, on),
        delegated_shown(award, on),
    )
    return tuple(part for part in parts if part is not None)


def kinds_given(code: str, on: date) -> tuple[Kind, ...]:
    """Return the kinds in which an award is given, coded or not; the usual one first."""
    coded = (way.kind for way in ways_read(code, on))
    others = (kind for gap in ways_not_coded(code, on) for kind in gap.kinds)
    found = tuple(dict.fromkeys((*coded, *others))) or (Kind.MERIT,)
    return tuple(sorted(found, key=lambda kind: kind is not Kind.MERIT))
