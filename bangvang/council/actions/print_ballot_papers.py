"""Print the ballot papers, all alike."""

from datetime import datetime

from django.db import transaction

from bangvang.council.documents.ballot_papers import ballot_papers
from bangvang.council.models import InvalidLine
from bangvang.council.permissions.ballots import objection_to_printing_papers
from bangvang.council.selectors.ballots import ballot_for, ballot_page
from bangvang.council.selectors.councils import regulation_on
from bangvang.council.selectors.sessions import day_of
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.documents.keep import keep_document
from bangvang.foundation.objection import refuse_if


@transaction.atomic
def print_ballot_papers(ballot_ref: str, *, actor: Actor, at: datetime) -> str:
    """Print one paper for each member who is there and return the kept document's reference.

    Before the roll is called, there is one for each member of the council.

    Raises:
        Unseen: this actor sees no such ballot.
        Refused: neither of the counting board nor the secretary, or the box is opened already.
    """
    ballot = ballot_for(actor, ballot_ref, lock=True)
    refuse_if(objection_to_printing_papers(actor, ballot))
    page = ballot_page(actor, ballot_ref)
    copies = page.present or page.total_members
    regulation = regulation_on(ballot.session.council_id, day_of(ballot.session))
    document = keep_document(
        ballot_papers(
            page,
            copies=copies,
            invalid_line=regulation.invalid_line if regulation else InvalidLine.LINE_BLANK,
        ),
        kind="BALLOT_PAPERS",
        subject=("ballot", ballot_ref),
        name=f"phieu-bau-{ballot.manifest_said.lower()}",
        actor=actor,
        at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="print_ballot_papers",
        subject=("ballot", ballot_ref),
        said=f"In {copies} phiếu bầu, mã danh sách {page.manifest_code}.",
        details={"document": document.ref, "copies": copies},
    )
    return document.ref
