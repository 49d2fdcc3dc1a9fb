"""Prize money in whole đồng, by the day of the decision: CSTDT and BK_TTG only.

The base salary is that of the day of the decision. Amounts are rounded to ten thousands, as the
decree of that day says; where the decree's way of rounding was inferred, an amount that needed
rounding is ``inferred`` too.

Law: ``texts/rewards.toml``, ``texts/base_salary.toml``.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from bangvang.law.catalogue import award_of
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry
from bangvang.law.instruments import Seen, weakest
from bangvang.law.loading import texts
from bangvang.law.regimes import regime_on

STEP_VND = Decimal(10_000)
WAYS = {"nearest": ROUND_HALF_UP, "up": ROUND_CEILING}
MULTIPLES = frozenset({"reward.CSTDT.person", "reward.BK_TTG.person", "reward.BK_TTG.collective"})
READS = MULTIPLES | {"reward.rounding", "base_salary"}


@dataclass(frozen=True)
class Reward:
    """An amount and how it comes about; ``exact_vnd`` is the amount before rounding."""

    multiple: Decimal
    base_vnd: int
    amount_vnd: int
    cite: Citation
    seen: Seen
    base_cite: Citation
    exact_vnd: Decimal


def reward_for(code: str, *, decided_on: date, collective: bool = False) -> Reward | None:
    """Return the prize for one recipient, None where no multiple is recorded.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or not any more.
    """
    award_of(code)
    regime_on(code, decided_on)
    entry_id = f"reward.{code}.{'collective' if collective else 'person'}"
    if entry_id not in MULTIPLES:
        return None
    multiple = texts().on(entry_id, decided_on)
    base = texts().on("base_salary", decided_on)
    rounding = texts().on("reward.rounding", decided_on)
    exact = multiple.number() * base.whole()
    amount = exact.quantize(STEP_VND.normalize(), rounding=WAYS[rounding.word()])
    return Reward(
        multiple=multiple.number(),
        base_vnd=base.whole(),
        amount_vnd=int(amount),
        cite=multiple.cite,
        seen=weakest(*_rests_on(multiple, base, rounding, was_rounded=amount != exact)),
        base_cite=base.cite,
        exact_vnd=exact,
    )


def _rests_on(
    multiple: Entry, base: Entry, rounding: Entry, *, was_rounded: bool
) -> tuple[Seen, ...]:
    known = (multiple.seen, base.seen)
    return (*known, rounding.seen) if was_rounded else known
