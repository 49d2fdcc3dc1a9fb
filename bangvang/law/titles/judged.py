"""Ways whose clause leaves everything to people: how great a deed is, how far it reaches."""

from datetime import date

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf
from bangvang.law.kinds import Kind
from bangvang.law.loading import TextsOn
from bangvang.law.routes import Route, route
from bangvang.law.rule import Rule
from bangvang.law.stated import Judgement

OLD, NEW = date(2017, 10, 1), date(2024, 1, 1)
"""First days of the decree of 2017 and of the law of 2022."""


def judged(rule: str, title: str, cite: Citation) -> Judgement:
    """Return a condition that people judge."""
    return Judgement(rule, title, cite, f"{title}: do người thẩm định và Hội đồng đánh giá.")


def only_judged(
    name: str,
    code: str,
    title: str,
    way: str,
    cite: Citation,
    questions: tuple[tuple[str, str], ...],
    *,
    kind: Kind = Kind.MERIT,
    subject: Subject = Subject.PERSON,
    claim: str = "",
) -> Route:
    """Make a route of judgements only; ``questions``: the end of its id and what is judged.

    ``name`` ends with the year of its law. Such a route never says yes or no by itself, but it
    names its clause and what has to be weighed.
    """
    is_old = name.endswith(".2017")
    stem = name.rpartition(".")[0]

    @route(
        name,
        code=code,
        way=way,
        cite=cite,
        since=OLD if is_old else NEW,
        until=NEW if is_old else None,
        kind=kind,
        subject=subject,
        claim=claim,
    )
    def made(t: TextsOn) -> Rule:  # noqa: ARG001  # the clause has no numbers
        parts = tuple(judged(f"{stem}.{part}", what, cite) for part, what in questions)
        return AllOf(stem, f"{way[:1].upper()}{way[1:]}, {title}", cite, parts)

    return made
