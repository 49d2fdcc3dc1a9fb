"""What a unit is not told: the record of somebody whom the register has outside the unit."""

from collections.abc import Sequence

from bangvang.foundation.actor import Actor
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.registry.selectors.own_people import readable_among

NOT_TOLD = (
    "Khen thưởng đã có của người ở đơn vị khác không hiện ở đây. Nếu người này đã về đơn vị, đề "
    "nghị cơ quan thường trực ghi nơi công tác mới vào sổ."
)


def untold_rows(actor: Actor, rows: Sequence[NominationRow]) -> frozenset[str]:
    """Return the references of the rows whose reasons would tell the unit such a record.

    The standing office reads all.
    """
    people = {row.person_ref for row in rows if row.person_ref}
    unreadable = people - readable_among(actor, people)
    return frozenset(row.ref for row in rows if row.person_ref in unreadable)
