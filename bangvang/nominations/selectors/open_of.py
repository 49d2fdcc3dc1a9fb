"""What is under way for one person or body: the open rows that an actor may see."""

from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.nominations.selectors.nominations import visible_to
from bangvang.nominations.states import OVER, STATE_NAMES, State
from bangvang.registry.states import HolderKind


@dataclass(frozen=True)
class OpenNomination:
    """An open row; `on` is the day whose name of the award counts, None before it is handed in."""

    ref: str
    award_code: str
    achievement_year: int
    state: State
    state_name: str
    nominating_unit: str
    received_on: date | None
    kind: str = ""
    subject: str = "person"


def open_nominations_of(
    actor: Actor, ref: str, of: HolderKind = HolderKind.PERSON
) -> tuple[OpenNomination, ...]:
    """Return the open rows of a person, or of a body, newest year first; one query."""
    whose = "person__ref" if of is HolderKind.PERSON else "body__ref"
    found = visible_to(actor).filter(**{whose: ref})
    rows = found.exclude(state__in=[state.value for state in OVER])
    return tuple(
        OpenNomination(
            row.ref,
            row.award_code,
            row.achievement_year,
            State(row.state),
            STATE_NAMES[State(row.state)],
            row.batch.unit.name,
            row.batch.received_on,
            row.kind,
            row.subject,
        )
        for row in rows.select_related("batch__unit").order_by("-achievement_year", "pk")
    )
