"""Prizes as this province reckons them: the law's amount, with the province's way of rounding."""

from datetime import date

from django.conf import settings

from bangvang.law import NotInForce, Reward, Subject, reward_for


def rounding_set() -> str | None:
    """Return the province's way of rounding, "nearest" or "up"; None where it has set none.

    The setting is `BANGVANG_ROUNDING`; the decrees' way has two readings.
    """
    chosen: str = settings.BANGVANG_ROUNDING
    return chosen or None


def prize_of(
    code: str,
    *,
    on: date,
    subject: Subject = Subject.PERSON,
    by_commune: bool = False,
) -> Reward | None:
    """Return the prize for one recipient of a decision of that day, None where none is known.

    Law: ``law/texts/rewards.toml``.
    """
    try:
        return reward_for(
            code,
            decided_on=on,
            subject=subject,
            by_commune=by_commune,
            rounding=rounding_set(),
        )
    except NotInForce:
        return None
