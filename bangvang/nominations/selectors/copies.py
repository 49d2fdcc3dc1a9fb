"""What the rounds of a year would be if they were those of the year before, a year later."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bangvang.foundation.days_off import is_day_off
from bangvang.nominations.models import Round
from bangvang.nominations.receiving import Intake
from bangvang.nominations.selectors.intake_days import intakes_of


@dataclass(frozen=True)
class RoundCopy:
    """A round that would be opened; `is_taken`: there is one of this title already."""

    of_ref: str
    of_title: str
    title: str
    opens_on: date
    submit_by: date
    ballot_by: date
    families: tuple[str, ...]
    levels: tuple[str, ...]
    award_codes: tuple[str, ...]
    intakes: tuple[Intake, ...]
    sector_ids: tuple[int | None, ...]
    is_taken: bool


def round_copies(year: int) -> list[RoundCopy]:
    """Return a copy of every round of the year before, by its first day.

    Each day is the same day a year later, or the next one on which offices are open.
    """
    before = list(Round.objects.filter(achievement_year=year - 1).order_by("opens_on", "pk"))
    intakes = intakes_of(one.pk for one in before)
    titles = {one.pk: titled(one.title, year) for one in before}
    taken = set(Round.objects.filter(title__in=titles.values()).values_list("title", flat=True))
    copies = []
    for one in before:
        sectors = dict(one.intake_days.values_list("ref", "sector"))
        own = intakes[one.pk]
        copies.append(
            RoundCopy(
                of_ref=one.ref,
                of_title=one.title,
                title=titles[one.pk],
                opens_on=a_year_later(one.opens_on),
                submit_by=a_year_later(one.submit_by),
                ballot_by=a_year_later(one.ballot_by),
                families=tuple(one.families),
                levels=tuple(one.levels),
                award_codes=tuple(one.award_codes),
                intakes=tuple(
                    replace(intake, submit_by=a_year_later(intake.submit_by)) for intake in own
                ),
                sector_ids=tuple(sectors[intake.ref] for intake in own),
                is_taken=titles[one.pk] in taken,
            )
        )
    return copies


def titled(title: str, year: int) -> str:
    """Return the title with its year counted on, or with the year behind it if it names none."""
    before = str(year - 1)
    if before in title:
        return title.replace(before, str(year))
    return f"{title} (thành tích năm {year})"


def a_year_later(day: date) -> date:
    """Return the same day of the next year, or the first day after it that is no day off."""
    try:
        later = day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        later = date(day.year + 1, 3, 1)
    while is_day_off(later):
        later += timedelta(days=1)
    return later


def copy_named(copies: Sequence[RoundCopy], of_ref: str) -> RoundCopy | None:
    """Return the copy of one round, if it is among them."""
    return next((copy for copy in copies if copy.of_ref == of_ref), None)
