"""The ways to read words: a name, a unit with its people, a name in a unit, a name begun.

The first way that finds something is taken. Marks count where they were typed; only when nothing
is written with them are they left aside. What is written short is spelled out when all else finds
nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bangvang.foundation.db.search import Found, Words, found
from bangvang.foundation.vietnamese import fold
from bangvang.registry.selectors.body_history import bodies_ever_named
from bangvang.registry.selectors.sought import has_marks, words_of_name, words_of_text
from bangvang.registry.selectors.spelled import spelled_out
from bangvang.registry.states import BODIES

MOST = 200
MOST_UNITS = 50
"""Words that name more units than this ("xã") mean the units, and not everybody in them."""
NOTHING = Found(0, ())


@dataclass(frozen=True)
class Way:
    """One way to read the words, ready to be asked.

    ``bodies`` is what the organisations' index answered. ``units`` are the units whose people are
    meant. No words of a kind at all: everybody is meant that the filters leave. ``was_called``: the
    words are of a name of before.
    """

    text: str = ""
    people_words: Words | None = None
    body_words: Words | None = None
    bodies: Found = NOTHING
    units: tuple[int, ...] = ()
    ignores_marks: bool = False
    begins: bool = False
    was_called: str = ""


def ways_to_read(pieces: tuple[str, ...], under: tuple[tuple[int, ...], ...]) -> Iterator[Way]:
    """Yield the ways, the likeliest first; each asks the index when it is taken.

    Args:
        pieces: the words between commas.
        under: branches to stay in, a place in one of each group.
    """
    if not pieces:
        words = Words(under=under) if under else None
        yield Way(people_words=words, body_words=words, bodies=_bodies(words))
        return
    yield from _as_written(pieces, under)
    if spelled := spelled_out(pieces):
        yield from _as_written(spelled, under)


def _as_written(pieces: tuple[str, ...], under: tuple[tuple[int, ...], ...]) -> Iterator[Way]:
    yield from _ways(pieces, under, ignores_marks=False)
    if any(has_marks(piece) for piece in pieces):
        yield from _ways(tuple(map(fold, pieces)), under, ignores_marks=True)
    yield from _once_called(" ".join(pieces), under)


def _ways(
    pieces: tuple[str, ...], under: tuple[tuple[int, ...], ...], *, ignores_marks: bool
) -> Iterator[Way]:
    text = " ".join(pieces)
    if len(pieces) > 1:
        first, rest = pieces[0], " ".join(pieces[1:])
        yield from _name_in_unit(first, rest, under, ignores_marks)
        yield from _name_in_unit(rest, first, under, ignores_marks)
    yield _whole(text, under, ignores_marks=ignores_marks)
    words = text.split()
    for cut in range(len(words) - 1, 0, -1):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        yield from _name_in_unit(head, tail, under, ignores_marks)
        yield from _name_in_unit(tail, head, under, ignores_marks)
    yield _whole(text, under, ignores_marks=ignores_marks, begins=True)


def _whole(
    text: str,
    under: tuple[tuple[int, ...], ...],
    *,
    ignores_marks: bool,
    begins: bool = False,
) -> Way:
    name, written = words_of_name(text), words_of_text(text)
    body_words = Words(every=written, is_open=begins, under=under)
    bodies = _bodies(body_words)
    units = bodies.ids if bodies.count <= MOST_UNITS else ()
    people_words = Words(every=name, is_open=begins, or_under=units, under=under)
    return Way(text, people_words, body_words, bodies, units, ignores_marks, begins)


def _once_called(text: str, under: tuple[tuple[int, ...], ...]) -> Iterator[Way]:
    """Read the words as a name that a unit no longer bears, when nothing is called so today."""
    once = bodies_ever_named(fold(text)).values_list("organisation", flat=True)
    ids = tuple(sorted(set(once[:MOST_UNITS])))
    if ids:
        words = Words(or_under=ids, under=under)
        yield Way(text, words, words, _bodies(words), ids, was_called=text)


def _name_in_unit(
    name: str, unit: str, under: tuple[tuple[int, ...], ...], ignores_marks: bool
) -> Iterator[Way]:
    named = found(BODIES, Words(every=words_of_text(unit)), most=MOST_UNITS + 1)
    if not 0 < named.count <= MOST_UNITS:
        return
    inside = (*under, named.ids)
    people_words = Words(every=words_of_name(name), under=inside)
    body_words = Words(every=words_of_text(name), under=inside)
    yield Way(name, people_words, body_words, _bodies(body_words), named.ids, ignores_marks)


def _bodies(words: Words | None) -> Found:
    return NOTHING if words is None else found(BODIES, words, most=MOST)
