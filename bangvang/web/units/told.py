"""What a unit is not told: the record of somebody whom the register has outside the unit."""

from collections.abc import Sequence

from bangvang.foundation.actor import Actor
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.own_people import readable_among

NOT_TOLD = (
    "Sổ khen thưởng không ghi người này ở đơn vị, nên lý do không hiện ở đây: cơ quan thường trực "
    "đối chiếu. Nếu người này đã về đơn vị, đề nghị cơ quan thường trực ghi nơi công tác mới."
)


def untold_rows(actor: Actor, rows: Sequence[NominationRow]) -> frozenset[str]:
    """Return the references of the rows whose reasons would tell the unit of such a record.

    Also those of which the office has still to say whom they mean. The office itself reads all.
    """
    people = {row.person_ref for row in rows if row.person_ref}
    unreadable = people - readable_among(actor, people)
    is_office = may_read_bars(actor)
    return frozenset(
        row.ref for row in rows if row.person_ref in unreadable or (row.is_open and not is_office)
    )
