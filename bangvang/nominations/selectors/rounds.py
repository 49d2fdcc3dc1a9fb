"""Reading rounds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Q

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Unseen
from bangvang.law import Award, Kind
from bangvang.nominations.families import kinds_of
from bangvang.nominations.models import Batch, Round
from bangvang.nominations.receiving import Intake, last_day
from bangvang.nominations.selectors.intake_days import intakes_for_unit, intakes_of
from bangvang.nominations.states import BatchState, State
from bangvang.registry.selectors.organisations import organisation_named


@dataclass(frozen=True)
class RoundRow:
    """One round, as lists of rounds show it."""

    ref: str
    title: str
    achievement_year: int
    opens_on: date
    submit_by: date
    ballot_by: date
    submitted_batches: int
    nominations: int
    families: tuple[str, ...]
    levels: tuple[str, ...]
    award_codes: tuple[str, ...]
    version: int
    intakes: tuple[Intake, ...]

    @property
    def last_day(self) -> date:
        """The latest day on which it still receives something in time."""
        return max([self.submit_by, *(one.submit_by for one in self.intakes)])

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of commendation it receives; empty for all."""
        return kinds_of(self.families)

    def receives(self, award: Award) -> bool:
        """Tell whether lists of this round may propose an award."""
        is_named = not self.award_codes or award.code in self.award_codes
        return is_named and (not self.levels or award.level.value in self.levels)


def rounds(*, open_on: date | None = None) -> Sequence[RoundRow]:
    """Return the rounds, newest first; only those that have begun by `open_on` if it is given."""
    found = Round.objects.order_by("-opens_on", "-pk")
    if open_on is not None:
        found = found.filter(opens_on__lte=open_on)
    return _rows(list(found))


def rounds_for_unit(actor: Actor, *, on: date) -> list[RoundRow]:
    """Return the rounds that still receive something of the actor's unit, with the days it has."""
    unit_id = organisation_named(actor.organisation_ref).pk
    found = [
        replace(row, intakes=intakes_for_unit(row.intakes, unit_id)) for row in rounds(open_on=on)
    ]
    return [row for row in found if row.last_day >= on]


def last_day_for_unit(actor: Actor, row: RoundRow, *, award_code: str, kind: Kind) -> date:
    """Return until when a round receives an award and kind from the actor's unit."""
    return last_day(
        row.submit_by,
        row.intakes,
        award_code=award_code,
        kind=kind.value,
        unit_id=organisation_named(actor.organisation_ref).pk,
    )


def round_seen(ref: str) -> RoundRow:
    """Return one round as pages show it.

    Raises:
        Unseen: there is none.
    """
    return _rows([round_named(ref)])[0]


def round_named(ref: str, *, lock: bool = False) -> Round:
    """Return the round with this reference.

    Raises:
        Unseen: there is none.
    """
    named = Round.objects.filter(ref=ref)
    found = (named.select_for_update() if lock else named).first()
    if found is None:
        raise Unseen
    return found


def _rows(found: Sequence[Round]) -> list[RoundRow]:
    submitted = Q(state=BatchState.SUBMITTED)
    live = submitted & ~Q(nominations__state=State.WITHDRAWN)
    counted = {
        round_id: (batches, people)
        for round_id, batches, people in Batch.objects.filter(round__in=found)
        .values("round")
        .annotate(
            batches=Count("pk", filter=submitted, distinct=True),
            people=Count("nominations", filter=live),
        )
        .values_list("round", "batches", "people")
    }
    intakes = intakes_of(one.pk for one in found)
    return [
        RoundRow(
            one.ref,
            one.title,
            one.achievement_year,
            one.opens_on,
            one.submit_by,
            one.ballot_by,
            *counted.get(one.pk, (0, 0)),
            tuple(one.families),
            tuple(one.levels),
            tuple(one.award_codes),
            one.version,
            intakes[one.pk],
        )
        for one in found
    ]
