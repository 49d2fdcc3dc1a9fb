"""Enter the ready rows of an import into the register, in the background."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.registry.actions.accept_import import accept_import, settled_now
from bangvang.registry.actions.staged_rows import Report
from bangvang.registry.permissions.imports import objection_to_import
from bangvang.registry.selectors.imports import import_for


def enter_import(
    ref: str,
    *,
    version: int,
    with_newcomers: bool,
    complete_from: Mapping[str, int],
    job_ref: str,
    report: Report,
    last_step: AbstractContextManager[None],
    actor: Actor,
    at: datetime,
) -> None:
    """Settle the waiting rows, then enter what is ready in one short transaction.

    Args:
        ref: the import.
        version: the version of the import that was seen.
        with_newcomers: see `accept_import`, as `complete_from`.
        complete_from: see there.
        job_ref: the job that does it.
        report: told how many of how many rows are settled.
        last_step: the transaction in which the rows come in.
        actor: who asked.
        at: the moment of the act.

    Raises:
        Unseen: no such import.
        Refused: not the standing office, undone, or out of date.
    """
    award_import = import_for(actor, ref)
    refuse_if(objection_to_import(actor, award_import, seen=version))
    settled = settled_now(award_import, job_ref, report=report)
    with last_step:
        accept_import(
            ref,
            version=version,
            with_newcomers=with_newcomers,
            complete_from=complete_from,
            settled=settled,
            actor=actor,
            at=at,
        )
