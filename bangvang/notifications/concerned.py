"""Whom an entry of the record concerns: read from the thing as it is, not from the entry's text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from bangvang.accounts.selectors import Holder, holders_of
from bangvang.council.models import Session
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.selectors import Line
from bangvang.nominations.models import Batch, Discovery, Nomination
from bangvang.nominations.states import BatchState
from bangvang.notifications.states import OFFICE, TOLD, Kind, Telling


@dataclass
class Concern:
    """Something that happened to one thing, by one person: whom to tell, which rows it was."""

    kind: Kind
    about_ref: str
    by_ref: str
    first: Line
    holders: Sequence[Holder]
    row_refs: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Things:
    """What the entries are about, fetched together."""

    rows: dict[str, Nomination]
    lists: dict[str, Batch]
    discoveries: dict[str, Discovery]
    sessions: frozenset[str]


@dataclass
class Concerned:
    """Finds who is concerned on a day; asks for the same people only once."""

    on: date
    _known: dict[tuple[frozenset[Role], int | None], list[Holder]] = field(default_factory=dict)

    def of(self, lines: Iterable[Line]) -> list[Concern]:
        """Return what these entries mean, rows of one list that one person moved together."""
        told = [line for line in lines if (line.subject_kind, line.verb) in TOLD]
        things = _things(told)
        found: dict[tuple[str, str, str], Concern] = {}
        for line in told:
            telling = TOLD[line.subject_kind, line.verb]
            for about, row, holders in self._about(line, telling, things):
                key = (telling.kind, about, line.actor_ref)
                concern = found.setdefault(
                    key, Concern(telling.kind, about, line.actor_ref, line, holders)
                )
                if row:
                    concern.row_refs.append(row)
        return list(found.values())

    def of_unit(self, roles: frozenset[Role], organisation_id: int | None) -> list[Holder]:
        """Return who holds the roles for a body that day; None: for any."""
        key = (roles, organisation_id)
        if key not in self._known:
            ids = None if organisation_id is None else [organisation_id]
            self._known[key] = holders_of(roles, on=self.on, organisation_ids=ids)
        return self._known[key]

    def _about(
        self, line: Line, telling: Telling, things: _Things
    ) -> Iterator[tuple[str, str, list[Holder]]]:
        """Yield the thing, the row of it and whom to tell; nothing where nobody is concerned."""
        ref = line.subject_ref
        if line.subject_kind == "session":
            if ref in things.sessions:
                yield ref, "", self.of_unit(telling.to, None)
            return
        if line.subject_kind == "discovery":
            discovery = things.discoveries.get(ref)
            if discovery and discovery.sent_to_id:
                yield ref, "", self.of_unit(telling.to, discovery.sent_to_id)
            return
        row = things.rows.get(ref)
        batch = row.batch if row else things.lists.get(ref)
        if batch is not None and _matters(telling, batch):
            holders = self._of_list(telling, batch)
            yield batch.ref, row.ref if row else "", holders
            if row and row.origin and not telling.is_of_office:
                yield row.origin.ref, row.ref, self.of_unit(telling.to, row.origin.unit_id)

    def _of_list(self, telling: Telling, batch: Batch) -> list[Holder]:
        if not telling.is_of_office:
            return self.of_unit(telling.to, batch.unit_id)
        officers = self.of_unit(OFFICE, None)
        holds = [one for one in officers if one.account_ref == batch.holder_ref]
        return holds or self.of_unit(telling.to, None)


def _matters(telling: Telling, batch: Batch) -> bool:
    """Tell whether there is anything to tell: of a list handed in only if it was late.

    Of one that is taken back only if the office ever had it.
    """
    if telling.kind is Kind.LATE:
        return batch.waits_for_acceptance
    if telling.kind is Kind.RECALLED:
        return batch.reference_no is not None
    if telling.kind is Kind.WITHDRAWN:
        return batch.state == BatchState.SUBMITTED
    return batch.state != BatchState.DISCARDED


def _things(lines: Sequence[Line]) -> _Things:
    def refs(kind: str) -> set[str]:
        return {line.subject_ref for line in lines if line.subject_kind == kind}

    rows = Nomination.objects.filter(ref__in=refs("nomination")).select_related("batch", "origin")
    lists = Batch.objects.filter(ref__in=refs("batch"))
    discoveries = Discovery.objects.filter(ref__in=refs("discovery"))
    sessions = Session.objects.filter(ref__in=refs("session"))
    return _Things(
        {one.ref: one for one in rows},
        {one.ref: one for one in lists},
        {one.ref: one for one in discoveries},
        frozenset(sessions.values_list("ref", flat=True)),
    )
