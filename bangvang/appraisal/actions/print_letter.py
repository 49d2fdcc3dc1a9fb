"""Make the letter that tells a unit what the law said of a row and what the office concluded."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.documents.letter import Office, Told, letter
from bangvang.appraisal.models import Judgement, Verdict
from bangvang.appraisal.selectors.letters import ABOUT, LETTER, newest_judgement, why_no_letter
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.documents.keep import keep_document
from bangvang.foundation.objection import refuse_if
from bangvang.law import Appraisal, explain
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.nominations import nomination_for, nomination_row
from bangvang.registry.selectors.organisations import organisation_named

WRITTEN_FOR_THE_UNIT = (Verdict.RETURNED, Verdict.DECLINED)
"""Conclusions whose reason the unit reads; what the office weighed otherwise stays its own."""


@transaction.atomic
def print_letter(ref: str, *, head_name: str, actor: Actor, at: datetime) -> str:
    """Make the letter of the newest conclusion from the answer it was drawn from.

    ``head_name`` stands under the post of the head of the standing office; "" leaves it to the pen.
    Returns the reference of the kept paper.

    Raises:
        Unseen: this actor has no such row.
        Refused: not of the standing office, nothing concluded, this conclusion has its letter,
            or its answer is not for a unit to read.
    """
    nomination = nomination_for(actor, ref, lock=True)
    newest = newest_judgement(nomination)
    refuse_if(why_no_letter(actor, nomination, newest))
    assert newest is not None  # noqa: S101  a row without a conclusion was just refused
    document = keep_document(
        letter(_told(newest, ref, head_name, actor, at)),
        kind=LETTER,
        subject=(ABOUT, str(newest.pk)),
        name=_name(nomination),
        actor=actor,
        at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="print_letter",
        subject=("nomination", ref),
        said="Lập Thông báo kết quả đối chiếu điều kiện gửi đơn vị.",
        details={
            "document": document.ref,
            "verdict": newest.verdict,
            "data_digest": document.data_digest,
        },
    )
    return document.ref


def _name(nomination: Nomination) -> str:
    reference = nomination.batch.reference.replace("/", "-")
    return f"thong-bao-{reference}-dong-{nomination.source_row}"


def _told(newest: Judgement, ref: str, head_name: str, actor: Actor, at: datetime) -> Told:
    stored, verdict = newest.finding, Verdict(newest.verdict)
    appraisal = Appraisal.from_json(stored.finding).for_outside()
    return Told(
        row=nomination_row(actor, ref),
        explanation=explain(appraisal, on=stored.on_day),
        asked_at=stored.asked_at,
        verdict=verdict,
        reason=newest.reason if verdict in WRITTEN_FOR_THE_UNIT else "",
        office=office_of(actor, head_name),
        on=localtime(at).date(),
    )


def office_of(actor: Actor, head_name: str) -> Office:
    """Return the standing office of an actor, as its letters name it."""
    own = organisation_named(actor.organisation_ref)
    superior = own.parent.name if own.parent else ""
    return Office(
        name=own.name.removesuffix(f", {superior}"),
        superior=superior,
        symbol=f"TB-{own.abbreviation}" if own.abbreviation else "TB",
        place=(superior or own.name).rpartition("tỉnh ")[2],
        head_name=head_name,
    )
