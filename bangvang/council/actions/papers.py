"""Who took a ballot paper; neither when nor in which order."""

from collections.abc import Collection

from bangvang.council.models import Ballot, PaperTaken
from bangvang.council.permissions.ballots import objection_to_handing_out
from bangvang.council.selectors.councils import seats_on
from bangvang.council.selectors.sessions import day_of
from bangvang.foundation.objection import refuse_if


def hand_out(ballot: Ballot, took: Collection[int], *, present: Collection[int]) -> None:
    """Let exactly these members have taken a paper, and the ballot count them, without saving it.

    Raises:
        Refused: nobody, or somebody who is not there.
    """
    refuse_if(objection_to_handing_out(took=took, present=present))
    seats = seats_on(ballot.session.council_id, day_of(ballot.session))
    PaperTaken.objects.filter(ballot=ballot).delete()
    takers = [seat for seat in seats if seat.number in set(took)]
    PaperTaken.objects.bulk_create(PaperTaken(ballot=ballot, seat=seat) for seat in takers)
    ballot.issued = len(takers)
