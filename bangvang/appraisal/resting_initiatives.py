"""What rests on an initiative that is corrected: the law is asked twice, as for awards and grades.

Each author's later awards and open files, with the record as it is and as it would be.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bangvang.appraisal.resting import Resting, resting_on
from bangvang.foundation.actor import Actor
from bangvang.nominations.selectors.open_of import open_nominations_of
from bangvang.registry.selectors.amended_rows import RowSeen
from bangvang.registry.selectors.holdings import Holding, PersonHistory, histories_without_bars
from bangvang.registry.selectors.initiative_corrections import AuthorSeen, CorrectionSeen
from bangvang.registry.states import HolderKind

NEW = "new"
"""Stands for the row of an author who is to be added."""


def rest_of_correction(
    actor: Actor, seen: CorrectionSeen, *, on: date
) -> list[tuple[AuthorSeen, Resting]]:
    """Return what rests on the initiative by author: who stands now first, then who is added."""
    stays = {author.ref: author for author in seen.authors_after}
    before = {author.ref for author in seen.authors_before}
    added = [author for author in seen.authors_after if author.ref not in before]
    everybody = [*seen.authors_before, *added]
    histories = histories_without_bars(HolderKind.PERSON, [author.ref for author in everybody])
    return [
        (author, one)
        for author in everybody
        for one in _of_author(
            actor,
            author,
            stays.get(author.ref),
            seen,
            histories.get(author.ref, PersonHistory()),
            on,
        )
    ]


def _of_author(
    actor: Actor,
    author: AuthorSeen,
    later: AuthorSeen | None,
    seen: CorrectionSeen,
    history: PersonHistory,
    on: date,
) -> Iterator[Resting]:
    ref = author.row_ref or NEW
    after = corrected(history, ref, later, seen)
    dossiers = open_nominations_of(actor, author.ref)
    rows = [_row(ref, author, seen)]
    yield from resting_on(rows, history, after, dossiers, of=HolderKind.PERSON, on=on)


def corrected(
    history: PersonHistory, ref: str, later: AuthorSeen | None, seen: CorrectionSeen
) -> PersonHistory:
    """Return an author's history as the correction would leave it; `later` None: no author then."""
    rest = tuple(held for held in history.holdings if held.ref != ref)
    if later is None:
        return replace(history, holdings=rest)
    there = next((held for held in history.holdings if held.ref == ref), None)
    said = seen.after
    new = replace(
        there or Holding("INITIATIVE", ref, "", "", said.year, "", None, None, "", ""),
        code=said.code,
        year=said.year,
        decision_no=said.decision_no,
        decided_on=said.decided_on,
        title=said.title,
        issued_by=said.recognised_by,
        share_percent=later.share_percent,
    )
    return replace(history, holdings=(*rest, new))


def _row(ref: str, author: AuthorSeen, seen: CorrectionSeen) -> RowSeen:
    said = seen.before
    return RowSeen(
        ref, "INITIATIVE", HolderKind.PERSON, author.ref, author.name, said.code, "", said.year, "",
        "", said.title, said.decision_no, said.decided_on, said.recognised_by, None,
    )  # fmt: skip
