"""Keep a file that comes in, to be read in the background; shared by the kinds of files."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SHEETS, FileKind
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.foundation.objection import Objection, Refused
from bangvang.foundation.sheets import Unreadable, look_at
from bangvang.registry.intake.readers import Reader
from bangvang.registry.models import IncomingFile
from bangvang.registry.selectors.import_jobs import job_key
from bangvang.registry.states import ImportState

TAKEN = SHEETS | {FileKind.DOCX}


@dataclass(frozen=True)
class Staged:
    """What became of a file; not new if just this file was taken in before."""

    ref: str
    is_new: bool


def surely_a_table(data: bytes, original_name: str, *, of: Reader) -> None:
    """Refuse what is no table by its first bytes, or too large.

    Raises:
        Refused: with the reason.
    """
    try:
        look_at(data, filename=original_name, limits=of.limits, accept_word=True)
    except Unreadable as trouble:
        raise Refused(Objection(trouble.code, trouble.sentence)) from trouble


def kept_file(
    data: bytes, said: dict[str, Any], *, original_name: str, of: Reader, actor: Actor, at: datetime
) -> tuple[Any, bool]:
    """Return what was made of this file, waiting to be read, and whether it is new.

    Of two people who bring the same file at once, one makes it and the other finds it. `said` is
    what only this kind of file has.

    Raises:
        Refused: not a kind of file that is kept.
    """
    digest = hashlib.sha256(data).hexdigest()
    if twin := of.of_file(digest):
        return twin, False
    try:
        with transaction.atomic():
            made = of.files._default_manager.create(
                file=keep(data, original_name=original_name, actor=actor, at=at, accept=TAKEN),
                digest=digest,
                state=ImportState.READING,
                staged_by_ref=actor.account_ref,
                staged_by_name=actor.name,
                staged_at=at,
                **said,
            )
    except IntegrityError:
        twin = of.of_file(digest)
        if twin is None:
            raise
        return twin, False
    return made, True


def have_it_read(file: IncomingFile, *, of: Reader, actor: Actor, at: datetime) -> None:
    """Ask for the file to be read as it is said to be read now."""
    ref, version = file.ref, file.version
    enqueue(
        of.job,
        {of.subject: ref, "version": version},
        key=job_key(ref, version),
        actor=actor,
        at=at,
    )
