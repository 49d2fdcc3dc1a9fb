"""Kept rows of a change of law with names and sentences, for whoever looks now."""

from collections.abc import Mapping, Sequence

from django.urls import reverse

from bangvang.appraisal.impact import Side as Explained
from bangvang.appraisal.impact import dossiers_compared, explained
from bangvang.appraisal.selectors.sweeps import KeptRow
from bangvang.appraisal.states import Side
from bangvang.foundation.actor import Actor
from bangvang.law import Change, Subject
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.nominations.selectors.stated import facts_of_refs
from bangvang.registry.selectors.naming import named
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Link
from bangvang.web.office.law_changes_shown import Row
from bangvang.web.people import born_said

HOLDERS = {
    Subject.PERSON: HolderKind.PERSON,
    Subject.COLLECTIVE: HolderKind.ORGANISATION,
    Subject.HOUSEHOLD: HolderKind.ORGANISATION,
}
PAGES = {HolderKind.PERSON: "office:person", HolderKind.ORGANISATION: "office:collective"}
Sides = tuple[Explained, Explained]


def rows_shown(actor: Actor, side: Side, change: Change, kept: Sequence[KeptRow]) -> list[Row]:
    """Return the rows that this actor may see, in their order, explained from what is known now."""
    refs = [row.ref for row in kept]
    if side is Side.DOSSIERS:
        who, sides = _dossiers(actor, change, refs)
    else:
        who, sides = _register(actor, HOLDERS[change.subject], change, refs)
    return [
        Row(
            *who[row.ref],
            *sides[row.ref],
            is_otherwise=tuple(one.answer for one in sides[row.ref]) != (row.before, row.after),
        )
        for row in kept
        if row.ref in who and row.ref in sides
    ]


def _register(
    actor: Actor, of: HolderKind, change: Change, refs: Sequence[str]
) -> tuple[Mapping[str, tuple[Link, str]], Mapping[str, Sides]]:
    who = {}
    for ref, one in named(actor, of, refs).items():
        born = born_said(one.birth_on, one.birth_year) if of is HolderKind.PERSON else ""
        more = ", ".join(part for part in (f"sinh {born}" if born else "", one.above) if part)
        who[ref] = (Link(one.name, reverse(PAGES[of], args=[ref])), more)
    return who, explained([ref for ref in refs if ref in who], of, change)


def _dossiers(
    actor: Actor, change: Change, refs: Sequence[str]
) -> tuple[Mapping[str, tuple[Link, str]], Mapping[str, Sides]]:
    rows = nominations_for(actor, refs=refs)
    who = {
        row.ref: (
            Link(row.name, reverse("office:nomination", args=[row.ref])),
            f"{row.batch_reference}, {row.unit_name}, năm {row.achievement_year}; {row.state_name}",
        )
        for row in rows
    }
    return who, dossiers_compared(rows, facts_of_refs(list(who)), change)
