"""The six criteria as the law has them: three whole routes and three single conditions.

The numbers come from the rulebook of the day; the alternatives repeat them by hand, as a program
without the law package would, and a run fails if any answer differs.
"""

from collections.abc import Mapping
from datetime import date

from bangvang.law import Citation, Route, Rule, rulebook
from bangvang.law.counted import CountedWithin
from bangvang.law.criteria import HeldBefore, Unbroken
from bangvang.law.loading import TextsOn
from bangvang.law.year_before import OrTheYearBefore

ON_2017, ON_2024 = date(2022, 4, 19), date(2024, 3, 1)
CRITERIA = (
    "CSTDT, decree of 2017",
    "CSTDT, law of 2022",
    "BK_TTG by merit, decree of 2017",
    "five good years in a row",
    "a certificate before the last five years",
    "three grassroots titles within five years",
)
_CITE = Citation("ND-91-2017", 38, 1, "c")


def rules() -> Mapping[str, Rule]:
    """Return the rule objects, built once for a whole batch."""
    texts = rulebook().texts
    on = TextsOn(texts, ON_2017)
    five = on["prime_minister_certificate.merit.unbroken_years"]
    three = on["provincial_fighter.titles_in_a_row"]
    certificate = _route("prime_minister_certificate.merit.2017").rule_on(ON_2017, texts)
    name = "bench"
    found: tuple[Rule, ...] = (
        _route("provincial_fighter.2017").rule_on(ON_2017, texts),
        _route("provincial_fighter.2024").rule_on(ON_2024, texts),
        _ending_with_the_year(certificate),
        Unbroken(name, CRITERIA[3], _CITE, ("HTXSNV", "HTTNV"), five, "năm"),
        HeldBefore(name, CRITERIA[4], _CITE, ("BK_TINH", "BK_BO"), five),
        CountedWithin(name, CRITERIA[5], _CITE, ("CSTDCS",), three, five),
    )
    return dict(zip(CRITERIA, found, strict=True))


def _ending_with_the_year(rule: Rule) -> Rule:
    """Leave out the second reading, that the years may end the year before: nobody else asks it."""
    return rule.base if isinstance(rule, OrTheYearBefore) else rule


def _route(id_: str) -> Route:
    return next(route for route in rulebook().routes if route.id == id_)
