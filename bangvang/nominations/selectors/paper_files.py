"""Opening a paper: of a list that one may see, and of rows that a superior gathered."""

from django.db.models import Q

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Unseen, refuse_if
from bangvang.nominations.models import Attachment, Batch
from bangvang.nominations.selectors.batches import OFFICE, visible_to
from bangvang.nominations.selectors.papers import PaperSeen, objection_to_opening, paper_seen
from bangvang.nominations.states import BatchState


def paper_file_for(actor: Actor, paper_ref: str) -> tuple[str, str]:
    """Return the stored file's reference and original name of a paper the actor may open.

    Raises:
        Unseen: no such paper on a list this actor may see.
        Refused: it waits for the scanner, or malware was found in it.
    """
    seen = Q(batch__in=visible_to(actor)) | _of_gathered(actor)
    paper = Attachment.objects.filter(seen, ref=paper_ref).select_related("file").first()
    if paper is None:
        raise Unseen
    refuse_if(objection_to_opening(paper))
    return paper.file.ref, paper.file.original_name


def papers_of_list(batch_ref: str) -> list[PaperSeen]:
    """Return the papers of a list itself, oldest first, for whoever was shown a row of it."""
    found = Attachment.objects.filter(batch__ref=batch_ref, nomination=None)
    return [paper_seen(one) for one in found.select_related("file").order_by("added_at", "pk")]


def _of_gathered(actor: Actor) -> Q:
    """Return the papers that come with rows of lower lists.

    A unit opens those of its own row wherever that is; the office those of the list that a row
    came from, once it was handed in.
    """
    seen = Q(pk__in=[])
    if actor.has(Role.UNIT_OFFICER, Role.UNIT_HEAD):
        seen |= Q(nomination__origin__unit__ref=actor.organisation_ref)
    if actor.has(*OFFICE):
        handed_in = Batch.objects.filter(gathered__batch__state=BatchState.SUBMITTED)
        seen |= Q(nomination=None, batch__in=handed_in.values("pk"))
    return seen
