"""Ask for the waiting rows of an agency's list to be matched against the register of now."""

from datetime import datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.jobs.enqueue import enqueue
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.ref import new_ref
from bangvang.registry.permissions.agency_lists import objection_to_list, objection_to_matching
from bangvang.registry.selectors.agency_lists import list_for
from bangvang.registry.selectors.import_jobs import MATCH_LIST, matching_job


@transaction.atomic
def ask_match(ref: str, *, actor: Actor, at: datetime) -> None:
    """Have the list matched in the background; see `match_list_again`.

    Of two people who ask at once, one is told that it is under way.

    Raises:
        Unseen: no such list.
        Refused: not the standing office, being read, undone, or under way.
    """
    agency_list = list_for(actor, ref, lock=True)
    job = matching_job(ref)
    is_under_way = job is not None and job.is_open
    refuse_if(objection_to_list(actor, agency_list) or objection_to_matching(is_under_way))
    enqueue(MATCH_LIST, {"agency_list": ref}, key=f"{ref}@{new_ref()}", actor=actor, at=at)
