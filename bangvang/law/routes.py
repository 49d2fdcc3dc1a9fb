"""A route: one way to an award, with its clause and its days. An award is the sum of its routes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.kinds import Kind
from bangvang.law.loading import Texts, TextsOn
from bangvang.law.rule import Rule

Build = Callable[[TextsOn], Rule]


@dataclass(frozen=True)
class Route:
    """One coded way to an award, in force on [since, until).

    ``not_computed``: the ways of the same award that are not coded, as a Vietnamese sentence.
    """

    id: str
    code: str
    kind: Kind
    subject: Subject
    cite: Citation
    since: date
    until: date
    build: Build
    not_computed: str = ""

    def rule_on(self, on: date, texts: Texts) -> Rule:
        """Return the rule with the numbers of that day; build it once for a whole batch."""
        return self.build(TextsOn(texts, on))


def route(
    id_: str,
    *,
    code: str,
    cite: Citation,
    since: date,
    until: date,
    kind: Kind = Kind.MERIT,
    subject: Subject = Subject.PERSON,
    not_computed: str = "",
) -> Callable[[Build], Route]:
    """Make a route of a function that builds its rule."""

    def made(build: Build) -> Route:
        return Route(id_, code, kind, subject, cite, since, until, build, not_computed)

    return made
