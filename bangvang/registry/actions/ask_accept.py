"""Ask for the ready rows of an import to be entered into the register."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.foundation.objection import refuse_if
from bangvang.registry.models import ImportRow
from bangvang.registry.permissions.imports import NOTHING_READY, objection_to_import
from bangvang.registry.selectors.import_jobs import ENTER_IMPORT, is_entering, job_key
from bangvang.registry.selectors.imports import import_for
from bangvang.registry.states import RowState


@transaction.atomic
def ask_accept(
    ref: str,
    *,
    version: int,
    with_newcomers: bool,
    complete_from: Mapping[str, int] | None = None,
    actor: Actor,
    at: datetime,
) -> None:
    """Have every row that is ready entered in the background; see `accept_import`.

    Of two people who ask at once, one is told that it is under way.

    Raises:
        Unseen: no such import.
        Refused: not the standing office, not read yet, undone, out of date, under way, or no row
            is ready.
    """
    award_import = import_for(actor, ref, lock=True)
    busy = is_entering(ref)
    refuse_if(objection_to_import(actor, award_import, seen=version, is_entering=busy))
    ready = ImportRow.objects.filter(award_import=award_import, state=RowState.READY)
    if not with_newcomers:
        ready = ready.filter(newcomer="")
    refuse_if(None if ready.exists() else NOTHING_READY)
    record(
        actor=actor,
        at=at,
        verb="ask_accept_import",
        subject=("import", ref),
        said=f"Yêu cầu ghi các dòng của tệp {award_import.file.original_name} vào sổ.",
    )
    years = {f"from_{kind}": year for kind, year in (complete_from or {}).items()}
    enqueue(
        ENTER_IMPORT,
        {"import": ref, "version": version, "with_newcomers": with_newcomers, **years},
        key=job_key(ref, version),
        actor=actor,
        at=at,
    )
