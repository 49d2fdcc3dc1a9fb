"""Write down the council's operating regulation, with the shares it asks for."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from bangvang.council.models import AbsentMode, InvalidLine, PassMark, Regulation
from bangvang.council.permissions.councils import objection_to_adopting
from bangvang.council.selectors.councils import council_for
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.law import Share, award_of


@dataclass(frozen=True)
class MarkAdopted:
    """The share of the total membership that an award needs, and where the regulation says so."""

    award_code: str
    share: Share
    clause: str


@dataclass(frozen=True)
class RegulationAdopted:
    """A regulation in force on `[since, …)`.

    `absent_mode` is one of `AbsentMode`, `invalid_line` one of `InvalidLine`; `number` and
    `issued_on` are those of the decision it was issued with.
    """

    number: str
    issued_on: date
    issued_by: str
    since: date
    quorum: Share
    quorum_clause: str
    marks: tuple[MarkAdopted, ...] = ()
    absent_mode: str = AbsentMode.WRITTEN_OPINION
    invalid_line: str = InvalidLine.LINE_BLANK


@transaction.atomic
def adopt_regulation(
    council_ref: str, new: RegulationAdopted, *, actor: Actor, at: datetime
) -> None:
    """Let a regulation be in force from a day; the one before it ends there.

    Raises:
        Unseen: no such council for this actor.
        UnknownAward: a mark is for an award that does not exist.
        Refused: not the secretary, a share that is none, no clause, or not after the last one.
    """
    council = council_for(actor, council_ref, lock=True)
    before = Regulation.objects.filter(council=council).order_by("-since").first()
    refuse_if(
        objection_to_adopting(
            actor,
            before=before,
            since=new.since,
            shares=[
                (new.quorum.num, new.quorum.den, tidy(new.quorum_clause)),
                *((m.share.num, m.share.den, tidy(m.clause)) for m in new.marks),
            ],
            issued_on=new.issued_on,
            on=at.date(),
        )
    )
    if before is not None and before.until is None:
        before.until = new.since
        before.save(update_fields=["until"])
    regulation = Regulation.objects.create(
        council=council,
        number=tidy(new.number),
        issued_on=new.issued_on,
        issued_by=tidy(new.issued_by),
        since=new.since,
        quorum_num=new.quorum.num,
        quorum_den=new.quorum.den,
        quorum_more_than=new.quorum.more_than,
        quorum_clause=tidy(new.quorum_clause),
        absent_mode=AbsentMode(new.absent_mode),
        invalid_line=InvalidLine(new.invalid_line),
    )
    PassMark.objects.bulk_create(
        PassMark(
            regulation=regulation,
            award_code=award_of(mark.award_code).code,
            num=mark.share.num,
            den=mark.share.den,
            more_than=mark.share.more_than,
            clause=tidy(mark.clause),
        )
        for mark in new.marks
    )
    record(
        actor=actor,
        at=at,
        verb="adopt_regulation",
        subject=("council", council_ref),
        said=f"Ghi quy chế hoạt động ban hành kèm theo Quyết định số {regulation.number}, có hiệu "
        f"lực từ ngày {say_date(new.since)}.",
        details={"number": regulation.number, "since": new.since.isoformat()},
    )
