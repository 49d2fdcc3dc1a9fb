"""Show the law itself, without a nominee: the catalogue and the rules of an award."""

from dataclasses import dataclass
from datetime import date, timedelta

from bangvang.law.catalogue import Award, award_name, catalogue, existing_on
from bangvang.law.overlay import WORDING
from bangvang.law.province import added_conditions
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


def explain_wording(id_: str, on: date) -> tuple[RuleText, ...]:
    """Return the coded conditions of the route whose wording this is, to hold against the text.

    With the numbers of that day, or of the last day on which they were read. Of an entry that is
    no wording, none.
    """
    route = next((one for one in rulebook().routes if WORDING + one.id == id_), None)
    if route is None:
        return ()
    regime = regime_on(route.code, on)
    day = on if regime.text_unseen is None else regime.since - timedelta(days=1)
    return route.rule_on(max(day, route.since), rulebook().texts).texts()


def explain_rules(code: str, on: date) -> tuple[RuleText, ...]:
    """Return the coded conditions of an award on a day, the province's last; none without a route.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
    """
    existing_on(code, on)
    regime_on(code, on)
    rules = [route.rule_on(on, rulebook().texts) for route in routes_on(code, on)]
    if rules and (added := added_conditions(code, on=on)):
        rules.append(added)
    return tuple(text for rule in rules for text in rule.texts())
