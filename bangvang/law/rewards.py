"""Prize money in whole đồng, by the day of the decision, for a person, a collective, a household.

The prize is a multiple of the base salary of the day of the decision, rounded to ten thousands.
The decrees' way of rounding has two readings, so a province may set its own; where the decree's
way was inferred, an amount that needed rounding is ``inferred`` too. A collective gets what its
row says, or for orders a multiple of a person's prize; a household likewise.

Where the law says «không quá», the amount is the ceiling itself and is not rounded.

What is not known is None, never 0. What is paid when several awards come at once:
``paid_together``.

Law: ``texts/rewards*.toml``, ``texts/base_salary.toml``.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from bangvang.law.catalogue import Award, CommendationForm, Subject, existing_on
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry
from bangvang.law.instruments import Seen, weakest
from bangvang.law.loading import texts
from bangvang.law.regimes import regime_on

STEP_VND = Decimal(10_000)
WAYS = {"nearest": ROUND_HALF_UP, "up": ROUND_CEILING}
AT_MOST = frozenset({"KNC"})
PERSONS = frozenset(
    {
        *("CSTDTQ", "CSTDT", "CSTDCS", "LDTT", "CSTT"),
        *("HCSV", "HCHCM", "HCDDK", "HCDC"),
        *("HCDL1", "HCDL2", "HCDL3", "HCQC1", "HCQC2", "HCQC3"),
        *("HCLD1", "HCLD2", "HCLD3", "HCBVTQ1", "HCBVTQ2", "HCBVTQ3"),
        *("HCCC1", "HCCC2", "HCCC3"),
        *("AHLD", "AHLLVT", "BMVNAH"),
        *("NGND", "TTND", "NSND", "NNND", "NGUT", "TTUT", "NSUT", "NNUT"),
        *("BK_TTG", "BK_TINH", "BK_BO", "BK_QK", "GIAY_KHEN", "GIAY_KHEN.commune", "KNC"),
    }
)
"""Awards with a multiple of their own for a person."""

COLLECTIVES = frozenset(
    {
        *("TTLDXS", "DVQT", "TTLDTT", "DVTT", "XA_TIEU_BIEU", "THON_VH"),
        *("CO_CP", "CO_TINH", "CO_QK"),
        *("HCSV", "AHLD", "AHLLVT"),
        *("BK_TTG", "BK_TINH", "BK_BO", "BK_QK", "GIAY_KHEN", "GIAY_KHEN.commune"),
    }
)
"""Awards with a multiple of their own for a collective."""

FACTORS = frozenset({"reward.order.collective_factor", "reward.household_factor"})
READS = (
    frozenset(f"reward.{code}.person" for code in PERSONS)
    | frozenset(f"reward.{code}.collective" for code in COLLECTIVES)
    | FACTORS
    | {"reward.rounding", "reward.counted_by", "base_salary"}
)


@dataclass(frozen=True)
class Reward:
    """An amount and how it comes about; ``exact_vnd`` is the amount before rounding.

    ``at_most``: the owner sets the amount, up to this one, which is exact. ``rounding``: the way
    in which other amounts are rounded.
    ``other_vnd``: the amount by the other way, where the decree's way of rounding was not read and
    no province chose one, and it makes a difference.
    """

    multiple: Decimal
    base_vnd: int
    amount_vnd: int
    cite: Citation
    seen: Seen
    base_cite: Citation
    exact_vnd: Decimal
    at_most: bool
    rounding: str
    other_vnd: int | None = None


def reward_for(
    code: str,
    *,
    decided_on: date,
    collective: bool = False,
    subject: Subject | None = None,
    by_commune: bool = False,
    rounding: str | None = None,
) -> Reward | None:
    """Return the prize for one recipient, None where no multiple is known.

    ``subject`` says who receives it; without it ``collective`` does. ``by_commune``: the chair of
    a commune decides, which the decree of 2017 pays less for a letter. ``rounding`` is the
    province's setting, "up" or "nearest"; without it the decree's own reading holds.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or not any more, or the award
            is newer.
        ValueError: there is no such way of rounding.
    """
    award = existing_on(code, decided_on)
    regime_on(code, decided_on)
    if rounding is not None and rounding not in WAYS:
        raise ValueError(f"no way of rounding is called {rounding}")
    who = subject or (Subject.COLLECTIVE if collective else Subject.PERSON)
    parts = _multiple(award, who, decided_on, by_commune=by_commune)
    if not parts:
        return None
    return _amount(code, parts, decided_on, rounding)


def reward_unread(
    code: str, *, decided_on: date, subject: Subject, by_commune: bool = False
) -> Citation | None:
    """Return the clause that sets the prize but whose wording was not read; None if none is known.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
    """
    award = existing_on(code, decided_on)
    regime_on(code, decided_on)
    own = _row_code(code, by_commune=by_commune)
    people = (subject,) if _factor(award, subject) is None else (subject, Subject.PERSON)
    rows = (texts().rows.get(f"reward.{own}.{who.value}") for who in people)
    entry = next((found for row in rows if row and (found := row.get(decided_on))), None)
    return entry.cite if entry is not None and entry.text_unseen is not None else None


def _amount(code: str, parts: tuple[Entry, ...], on: date, setting: str | None) -> Reward:
    counted_by = texts().on("reward.counted_by", on)
    base = texts().on("base_salary", on)
    way = texts().on("reward.rounding", on)
    multiple = _product(parts)
    exact = multiple * base.whole()
    word = setting or way.word()
    is_ceiling = code in AT_MOST
    amount = int(exact) if is_ceiling else _rounded(exact, word)
    is_settled = is_ceiling or setting is not None or way.seen is Seen.SOURCE
    rests_on = [*parts, counted_by, base]
    if amount != exact and setting is None and not is_ceiling:
        rests_on.append(way)
    return Reward(
        multiple=multiple,
        base_vnd=base.whole(),
        amount_vnd=amount,
        cite=parts[0].cite,
        seen=weakest(*(entry.seen for entry in rests_on)),
        base_cite=base.cite,
        exact_vnd=exact,
        at_most=is_ceiling,
        rounding=word,
        other_vnd=None if is_settled else _otherwise(exact, word),
    )


def _rounded(exact: Decimal, word: str) -> int:
    return int(exact.quantize(STEP_VND.normalize(), rounding=WAYS[word]))


def _otherwise(exact: Decimal, word: str) -> int | None:
    other = next(_rounded(exact, one) for one in WAYS if one != word)
    return None if other == _rounded(exact, word) else other


def _product(parts: tuple[Entry, ...]) -> Decimal:
    product = parts[0].number()
    for factor in parts[1:]:
        product *= factor.number()
    return product


def _multiple(award: Award, who: Subject, on: date, *, by_commune: bool) -> tuple[Entry, ...]:
    """Return the multiple and, if need be, the factor that raises it; nothing if one is unknown."""
    code = _row_code(award.code, by_commune=by_commune)
    own = _known(f"reward.{code}.{who.value}", on)
    if own is not None:
        return (own,)
    factor_id = _factor(award, who)
    person = _known(f"reward.{code}.person", on)
    factor = _known(factor_id, on) if factor_id else None
    return (person, factor) if person and factor else ()


def _row_code(code: str, *, by_commune: bool) -> str:
    return f"{code}.commune" if by_commune and f"{code}.commune" in PERSONS else code


def _factor(award: Award, who: Subject) -> str | None:
    if who is Subject.COLLECTIVE and award.form is CommendationForm.ORDER:
        return "reward.order.collective_factor"
    if who is Subject.HOUSEHOLD and Subject.HOUSEHOLD in award.subjects:
        return "reward.household_factor"
    return None


def _known(id_: str, on: date) -> Entry | None:
    """Return the entry of that day; None if there is no such row or its text was not read.

    Raises:
        NotInForce: the row has ended, as the decree has.
    """
    row = texts().rows.get(id_)
    if row is None or on < row.items[0].since:
        return None
    entry = row.get(on)
    if entry is None and _is_over(on):
        entry = row.on(on)
    return entry if entry is not None and entry.text_unseen is None else None


def _is_over(on: date) -> bool:
    return texts().row("reward.counted_by").get(on) is None
