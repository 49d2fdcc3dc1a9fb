"""Reading where files with a State secret are: the own unit, the head of the office, inspectors."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen
from bangvang.nominations.models import SecretFile
from bangvang.nominations.states import SECRET_LIFE, SecretMove, SecretState


@dataclass(frozen=True)
class SecretRow:
    """All there is of such a file, and what the head of the office may record of it next."""

    ref: str
    number: str
    unit_name: str
    state_name: str
    holder: str
    held_since: datetime
    moves: tuple[SecretMove, ...]
    version: int


def secret_files_for(actor: Actor) -> list[SecretRow]:
    """Return the files that this actor may know of, those that moved last first."""
    found = _visible(actor).select_related("unit").order_by("-held_since", "-pk")
    return [
        SecretRow(
            one.ref,
            one.number,
            one.unit.name,
            SecretState(one.state).label,
            one.holder,
            one.held_since,
            tuple(move for move in SecretMove if SECRET_LIFE.can(move, SecretState(one.state))),
            one.version,
        )
        for one in found
    ]


def secret_file_for(actor: Actor, ref: str, *, lock: bool = False) -> SecretFile:
    """Return a file to act on.

    Raises:
        Unseen: this actor knows of no such file.
    """
    found = _visible(actor).filter(ref=ref).select_related("unit")
    if lock:
        found = found.select_for_update(of=("self",))
    file = found.first()
    if file is None:
        raise Unseen
    return file


def _visible(actor: Actor) -> QuerySet[SecretFile]:
    if actor.has(Role.OFFICE_HEAD, Role.INSPECTOR):
        return SecretFile.objects.all()
    if actor.has(Role.UNIT_OFFICER, Role.UNIT_HEAD):
        return SecretFile.objects.filter(unit__ref=actor.organisation_ref)
    return SecretFile.objects.none()
