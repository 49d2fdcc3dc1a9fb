"""Record where a file with a State secret went."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.nominations.permissions import objection_to_version
from bangvang.nominations.permissions.secret_files import objection_to_moving_secret
from bangvang.nominations.selectors.secret_files import secret_file_for
from bangvang.nominations.states import SECRET_LIFE, SecretMove, SecretState

OFFICE = "Phòng Thi đua, khen thưởng"
ABOVE = "Cơ quan cấp trên"


@transaction.atomic
def move_secret(ref: str, move: SecretMove, *, version: int, actor: Actor, at: datetime) -> None:
    """Move the file, as happened on paper, and say who holds it now.

    Raises:
        Unseen: this actor has no such file.
        Refused: not the head of the office, not from where it is, or changed meanwhile.
    """
    file = secret_file_for(actor, ref, lock=True)
    refuse_if(objection_to_moving_secret(actor, file, move))
    refuse_if(objection_to_version(file.version, version))
    state = SECRET_LIFE.target(move, SecretState(file.state))
    file.state = state
    file.holder = {
        SecretState.AT_UNIT: file.unit.name,
        SecretState.FORWARDED: ABOVE,
    }.get(state, OFFICE)
    file.held_since = at
    file.version += 1
    file.save(update_fields=["state", "holder", "held_since", "version"])
    record(
        actor=actor,
        at=at,
        verb="move_secret",
        subject=("secret_file", ref),
        said=f"Hồ sơ bí mật nhà nước số {file.number}: {state.label.lower()}.",
    )
