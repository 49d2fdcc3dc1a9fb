"""Reading imports of past awards: the list, and one import."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.selectors import KeptFile, file_card
from bangvang.foundation.objection import Unseen
from bangvang.registry.models import AwardImport, ColumnChoice, ImportRow
from bangvang.registry.permissions.imports import may_read_imports
from bangvang.registry.states import NEW_BODY, ImportState, RowState

A_PAGE = 20


@dataclass(frozen=True)
class ImportLine:
    """An import in the list; `counts` by state of its rows."""

    ref: str
    file_name: str
    source_name: str
    state: ImportState
    staged_by: str
    staged_at: datetime
    undone_by: str
    undone_at: datetime | None
    counts: Mapping[str, int]


@dataclass(frozen=True)
class ImportsFound:
    """One page of the imports, newest first, and how many there are in all."""

    imports: tuple[ImportLine, ...]
    count: int


@dataclass(frozen=True)
class ImportSeen:
    """One import as its page shows it."""

    ref: str
    file: KeptFile
    source_ref: str
    source_name: str
    state: ImportState
    plans: Mapping[str, Any]
    encoding: str
    proposed_encoding: str
    sheets: tuple[Mapping[str, Any], ...]
    samples: tuple[tuple[str, str], ...]
    staged_by: str
    staged_at: datetime
    undone_reason: str
    undone_by: str
    undone_at: datetime | None
    taken_out: dict[str, int]
    trouble: str
    entered: Mapping[str, int]
    version: int
    counts: Mapping[str, int]
    newcomers: int
    bodies: int = 0
    """Households and collectives that are new."""

    @property
    def is_open(self) -> bool:
        """Whether something may still be done with it."""
        return self.state not in (ImportState.UNDONE, ImportState.REFUSED)

    @property
    def is_read(self) -> bool:
        """Whether its rows are staged."""
        return self.state in (ImportState.STAGED, ImportState.ACCEPTED)


def imports_found(actor: Actor, *, page: int = 1) -> ImportsFound:
    """Return one page of the imports, newest first.

    Raises:
        Unseen: not the standing office or the inspector, or there is no such page.
    """
    _look(actor)
    found = AwardImport.objects.select_related("file", "source").order_by("-staged_at", "-pk")
    count, start = found.count(), (page - 1) * A_PAGE
    _refuse_beyond(start, count)
    rows = list(found[start : start + A_PAGE])
    counts = _counts([row.pk for row in rows])
    return ImportsFound(
        tuple(
            ImportLine(
                row.ref,
                row.file.original_name,
                row.source.name if row.source else "",
                ImportState(row.state),
                row.staged_by_name,
                row.staged_at,
                row.undone_by_name,
                row.undone_at,
                counts.get(row.pk, {}),
            )
            for row in rows
        ),
        count,
    )


def import_for(actor: Actor, ref: str, *, lock: bool = False) -> AwardImport:
    """Return the import to be changed.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    _look(actor)
    found = AwardImport.objects.select_related("file", "source").filter(ref=ref)
    award_import = (found.select_for_update(of=("self",)) if lock else found).first()
    if award_import is None:
        raise Unseen
    return award_import


def import_of_file(digest: str) -> AwardImport | None:
    """Return the import of just this file that was neither undone nor found unreadable."""
    standing = AwardImport.objects.filter(digest=digest, undone_at__isnull=True)
    return standing.exclude(state=ImportState.REFUSED).first()


def import_seen(actor: Actor, ref: str) -> ImportSeen:
    """Return one import.

    Raises:
        Unseen: not the standing office or the inspector, or there is none.
    """
    found = import_for(actor, ref)
    rows = ImportRow.objects.filter(award_import=found, state=RowState.READY).exclude(newcomer="")
    return ImportSeen(
        ref=found.ref,
        file=file_card(found.file),
        source_ref=found.source.ref if found.source else "",
        source_name=found.source.name if found.source else "",
        state=ImportState(found.state),
        plans=found.plans,
        encoding=found.encoding,
        proposed_encoding=found.proposed_encoding,
        sheets=tuple(found.sheets),
        samples=tuple((before, after) for before, after in found.samples),
        staged_by=found.staged_by_name,
        staged_at=found.staged_at,
        undone_reason=found.undone_reason,
        undone_by=found.undone_by_name,
        undone_at=found.undone_at,
        taken_out=found.taken_out,
        trouble=found.trouble,
        entered=found.entered,
        version=found.version,
        counts=_counts([found.pk]).get(found.pk, {}),
        newcomers=rows.exclude(identity=NEW_BODY).values("newcomer").distinct().count(),
        bodies=rows.filter(identity=NEW_BODY).values("newcomer").distinct().count(),
    )


def columns_chosen(source_ref: str, digests: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """Return the plans of columns that were chosen for such headings of this source."""
    chosen = ColumnChoice.objects.filter(source_ref=source_ref, headings__in=list(digests))
    return {choice.headings: choice.plan for choice in chosen}


def _counts(ids: list[int]) -> dict[int, dict[str, int]]:
    counted = ImportRow.objects.filter(award_import__in=ids).values_list("award_import", "state")
    found: dict[int, dict[str, int]] = {}
    for pk, state, count in counted.annotate(count=Count("pk")).order_by():
        found.setdefault(pk, {})[state] = count
    return found


def _look(actor: Actor) -> None:
    if not may_read_imports(actor):
        raise Unseen


def _refuse_beyond(start: int, count: int) -> None:
    if start < 0 or start >= max(count, 1):
        raise Unseen
