"""A whole file: its papers, how many sets, whether an electronic file goes along.

By the day on which it is received. Where no number of sets was found there is none; a province
may ask for its own.

Law: ``texts/papers.toml``.
"""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bangvang.law.catalogue import Award, CommendationForm, Level, Subject, existing_on
from bangvang.law.citation import Citation
from bangvang.law.instruments import Seen
from bangvang.law.kinds import Kind
from bangvang.law.loading import texts
from bangvang.law.paper_forms import HEROES
from bangvang.law.papers import Paper, Simple, listing, papers_required, simple_procedure

SETS_OF_AN_AWARD = frozenset({"CSTDTQ", "CO_CP", "BK_TTG", "BK_TINH"})
SETS_OF_A_FORM = MappingProxyType({CommendationForm.ORDER: "orders"})
OWN_AWARDS = frozenset({"LDTT", "CSTDCS", "CSTDT", "TTLDTT", "TTLDXS", "CO_TINH", "GIAY_KHEN"})
SET_GROUPS = SETS_OF_AN_AWARD | {"orders", "heroes", "own", "simple"}
READS = frozenset(f"papers.sets.{group}" for group in SET_GROUPS) | {"papers.e_files"}


@dataclass(frozen=True)
class Clause:
    """A clause that asks for something, and how well it is known."""

    cite: Citation
    seen: Seen


@dataclass(frozen=True)
class Sets:
    """How many sets of originals a clause asks for."""

    count: int
    cite: Citation
    seen: Seen


@dataclass(frozen=True)
class Dossier:
    """A whole file; ``sets`` is None where no number was found, ``e_files`` where nothing asks.

    ``set_by_province``: the clause that leaves this file to the province, None if none does.
    """

    papers: tuple[Paper, ...]
    sets: Sets | None
    e_files: Clause | None
    simple: Simple | None
    set_by_province: Citation | None


def dossier_for(
    code: str, *, on: date, kind: Kind = Kind.MERIT, subject: Subject = Subject.PERSON
) -> Dossier:
    """Return a whole file received on that day: papers, sets, electronic file, procedure.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
    """
    award = existing_on(code, on)
    simple = simple_procedure(code, on=on, kind=kind)
    own = listing("papers.set_by_province", code, on)
    return Dossier(
        papers=papers_required(code, on=on, kind=kind, subject=subject),
        sets=_sets(award, on, is_simple=simple is not None and simple.always),
        e_files=_e_files(award, on),
        simple=simple,
        set_by_province=own.cite if own else None,
    )


def _sets(award: Award, on: date, *, is_simple: bool) -> Sets | None:
    group = "simple" if is_simple else _set_group(award)
    entry = texts().row(f"papers.sets.{group}").get(on) if group else None
    return Sets(entry.whole(), entry.cite, entry.seen) if entry else None


def _set_group(award: Award) -> str | None:
    if award.code in SETS_OF_AN_AWARD:
        return award.code
    if award.code in HEROES:
        return "heroes"
    if award.code in OWN_AWARDS:
        return "own"
    return SETS_OF_A_FORM.get(award.form) if award.form else None


def _e_files(award: Award, on: date) -> Clause | None:
    entry = texts().row("papers.e_files").get(on)
    is_asked = award.level is Level.STATE and entry is not None and entry.value is True
    return Clause(entry.cite, entry.seen) if entry and is_asked else None
