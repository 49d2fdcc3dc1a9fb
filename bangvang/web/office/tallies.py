"""The bar of states over a list of rows, each state a filter of the page."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar
from urllib.parse import urlencode

from bangvang.web.components.pieces import Answer, Tally, TallyGroup, TallyItem

_State = TypeVar("_State", bound=str)


def tally_by_state(
    groups: Iterable[tuple[str, Sequence[_State]]],
    answers: Mapping[_State, Answer],
    words: Mapping[str, _State],
    counts: Mapping[str, int],
    wanted: str,
) -> Tally:
    """Return the bar: `words` is what the address says for a state, `wanted` the word it says now.

    States without a row, and groups without a state, are left out.
    """
    called = {state: word for word, state in words.items()}
    made = [
        TallyGroup(
            label,
            tuple(
                TallyItem(
                    answers[state],
                    counts[state],
                    "?" + urlencode({"loc": called[state]}),
                    wanted == called[state],
                )
                for state in states
                if counts.get(state)
            ),
        )
        for label, states in groups
    ]
    return Tally(tuple(group for group in made if group.items), "?", not wanted)
