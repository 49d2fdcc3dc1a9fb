"""Show the law itself, without a nominee: the catalogue and the rules of an award."""

from dataclasses import dataclass
from datetime import date

from bangvang.law.catalogue import Award, award_name, catalogue, existing_on
from bangvang.law.regimes import regime_on
from bangvang.law.rule import RuleText
from bangvang.law.rulebook import routes_on, rulebook


@dataclass(frozen=True)
class CatalogueLine:
    """One award as it is called on a day; ``has_rule``: some route to it is coded."""

    award: Award
    name: str
    has_rule: bool


def catalogue_on(on: date) -> tuple[CatalogueLine, ...]:
    """Return the awards that exist on a day, in the order of the catalogue.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    regime_on("catalogue", on)
    return tuple(
        CatalogueLine(award, award_name(award.code, on), bool(routes_on(award.code, on)))
        for award in catalogue().values()
        if award.is_award and award.names.get(on)
    )


def explain_rules(code: str, on: date) -> tuple[RuleText, ...]:
    """Return the coded conditions of an award on a day; none where no route is coded.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
    """
    existing_on(code, on)
    regime_on(code, on)
    return tuple(
        text
        for route in routes_on(code, on)
        for text in route.rule_on(on, rulebook().texts).texts()
    )
