"""Reading words of the public register: a name, a unit, or a name in a unit, likeliest first.

A unit is the one that the decision names: where somebody is today is nobody's business here.
"""

from collections.abc import Iterator

from django.db.models import Q

from bangvang.foundation.db.search import Words, found, matching
from bangvang.foundation.vietnamese import fold
from bangvang.registry.selectors.body_history import bodies_ever_named
from bangvang.registry.selectors.sought import words_of_name, words_of_text
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
    units = found(BODIES, Words(every=words_of_text(unit)), most=MOST_UNITS + 1)
    once = bodies_ever_named(fold(unit))
    if units.count > MOST_UNITS or not (units.count or once.exists()):
        return
    inside = Q(unit__in=once)
    if units.count:
        inside |= Q(unit__in=matching(BODIES, Words(under=(units.ids,))))
    called = Q(person__in=matching(PEOPLE, Words(every=words_of_name(name)))) | Q(
        organisation__in=matching(BODIES, Words(every=words_of_text(name)))
    )
    yield called & inside


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
