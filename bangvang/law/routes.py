"""A route: one way to an award, with its clause and its days. An award is the sum of its routes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.kinds import Kind
from bangvang.law.loading import Texts, TextsOn
from bangvang.law.overlay import AS_CODED, WORDING
from bangvang.law.rule import Rule, as_read, is_second_hand

Build = Callable[[TextsOn], Rule]

COMPARED_ON = date(2026, 11, 22)
"""The day on which the coded routes were last held against the wordings in our hands."""


@dataclass(frozen=True)
class Route:
    """One coded way to an award, in force on [since, until).

    ``way`` names it in Vietnamese, «công trạng, thành tích nhiều năm». ``claim``: the question
    to the file whose «yes» says that the award is proposed this way; without one, every file is
    judged by this route too. ``until`` None: as long as its law, amended or not.
    """

    id: str
    code: str
    kind: Kind
    subject: Subject
    way: str
    cite: Citation
    since: date
    until: date | None
    build: Build
    claim: str = ""

    def rule_on(self, on: date, texts: Texts) -> Rule:
        """Return the rule with the numbers of that day; build it once for a whole batch.

        Where people confirmed its wording, no condition is second-hand any more.
        """
        return _built(self.build, texts, on, self.is_confirmed_on(on, texts))

    def exists_on(self, on: date) -> bool:
        """Say whether the route is known, be today's wording of it seen or not."""
        return self.since <= on and (self.until is None or on < self.until)

    def is_read_on(self, on: date, texts: Texts) -> bool:
        """Say whether its wording on that day has been seen, or confirmed by people."""
        if not self.exists_on(on):
            return False
        is_known = texts.row("regime").on(on).text_unseen is None
        return is_known or self.is_confirmed_on(on, texts)

    def is_confirmed_on(self, on: date, texts: Texts) -> bool:
        """Say whether people found its wording in the official text as it is coded."""
        row = texts.rows.get(WORDING + self.id)
        entry = None if row is None else row.get(on)
        return entry is not None and entry.value == AS_CODED

    def waits_on(self, on: date, texts: Texts) -> bool:
        """Say whether its wording waits for the official text: unseen, or read second-hand."""
        return not self.is_read_on(on, texts) or is_second_hand(self.rule_on(on, texts))


@lru_cache(maxsize=512)
def _built(build: Build, texts: Texts, on: date, is_confirmed: bool) -> Rule:  # a key
    """Build a rule once for all the nominees of a day; rules and texts never change."""
    rule = build(TextsOn(texts, on))
    return as_read(rule) if is_confirmed else rule


def route(
    id_: str,
    *,
    code: str,
    way: str,
    cite: Citation,
    since: date,
    until: date | None = None,
    kind: Kind = Kind.MERIT,
    subject: Subject = Subject.PERSON,
    claim: str = "",
) -> Callable[[Build], Route]:
    """Make a route of a function that builds its rule."""

    def made(build: Build) -> Route:
        return Route(id_, code, kind, subject, way, cite, since, until, build, claim)

    return made
