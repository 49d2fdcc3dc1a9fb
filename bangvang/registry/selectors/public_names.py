"""Reading words of the public register: a name, a unit, or a name in a unit, likeliest first.

A unit is the one that the decision names: where somebody is today is nobody's business here.
"""

from collections.abc import Iterator

from django.db.models import Q

from bangvang.foundation.db.search import Words, found, matching
from bangvang.foundation.vietnamese import fold
from bangvang.registry.selectors.body_history import bodies_ever_named
from bangvang.registry.selectors.narrowing import NOBODY, bodies_called, people_called
from bangvang.registry.selectors.operators import Sign
from bangvang.registry.selectors.sought import Sought, words_of_name, words_of_text
from bangvang.registry.selectors.ways import MOST_UNITS
from bangvang.registry.states import BODIES, PEOPLE


def awards_named(pieces: tuple[str, ...]) -> Iterator[Q]:
    """Yield conditions on awards, one for each way to read the words; the first that finds counts.

    Marks count where they were typed, unless nothing is written so; the last word may be the
    beginning of one, if it is no whole word of anything. Asks the index of units as it goes.

    Args:
        pieces: the words between commas; none yields nothing.
    """
    for said in dict.fromkeys((pieces, tuple(map(fold, pieces))) if pieces else ()):
        yield from _readings(said)


def _readings(pieces: tuple[str, ...]) -> Iterator[Q]:
    text = " ".join(pieces)
    if len(pieces) > 1:
        yield from _either(pieces[0], " ".join(pieces[1:]))
    yield _named(text, is_open=False)
    words = text.split()
    for cut in range(len(words) - 1, 0, -1):
        yield from _either(" ".join(words[:cut]), " ".join(words[cut:]))
    yield _named(text, is_open=True)


def _either(one: str, other: str) -> Iterator[Q]:
    yield from _name_in_unit(one, other)
    yield from _name_in_unit(other, one)


def _name_in_unit(name: str, unit: str) -> Iterator[Q]:
    """Yield the condition that somebody called so was rewarded in a unit called so, or below it."""
    inside = in_units_called(unit)
    if inside is None:
        return
    called = Q(person__in=matching(PEOPLE, Words(every=words_of_name(name)))) | Q(
        organisation__in=matching(BODIES, Words(every=words_of_text(name)))
    )
    yield called & inside


def in_units_called(name: str) -> Q | None:
    """Return the condition that an award's unit is, lies below, or once was called so; or nothing.

    Nothing too where more units are called so than can be meant.
    """
    words = words_of_text(name)
    units = found(BODIES, Words(every=words), most=MOST_UNITS + 1)
    once = bodies_ever_named(fold(name))
    if units.count > MOST_UNITS or not (units.count or once.exists()):
        return None
    inside = Q(unit__in=once)
    if units.count:
        inside |= Q(unit__in=matching(BODIES, Words(under=(units.ids,))))
    return inside


def awards_signed(said: Sought) -> Q:
    """Return what the signs of names and units ask of an award.

    A phrase is the holder's or that of the unit which the decision names.
    """
    whole, units = Q(), Q()
    for part in said.signs:
        if part.sign in {Sign.PHRASE, Sign.NAME}:
            called = bodies_called(part.text)
            named = Q(person__in=people_called(part.text)) | Q(organisation__in=called)
            if part.sign is Sign.PHRASE:
                named |= Q(unit__in=called)
            whole &= ~named if part.is_not else named
        elif part.sign is Sign.UNIT:
            inside = in_units_called(part.text)
            if part.is_not and inside is not None:
                whole &= ~inside
            elif not part.is_not:
                units |= NOBODY if inside is None else inside
    return whole & units


def _named(text: str, *, is_open: bool) -> Q:
    """Return the condition that the person, the household or the unit is called so.

    The unit of a household's award is its commune, so the holder is asked as well.
    """
    people, bodies = words_of_name(text), words_of_text(text)
    return (
        Q(person__in=matching(PEOPLE, Words(people, is_open)))
        | Q(unit__in=matching(BODIES, Words(bodies, is_open)))
        | Q(organisation__in=matching(BODIES, Words(bodies, is_open)))
        | Q(unit__in=bodies_ever_named(fold(text)))
    )
