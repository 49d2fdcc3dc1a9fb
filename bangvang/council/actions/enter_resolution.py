"""Enter a resolution of the council that sets the pass mark of an award."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from bangvang.council.models import Regulation, Resolution, ResolutionKind
from bangvang.council.permissions.resolutions import (
    objection_to_entering_resolution,
    objection_to_first_day,
    objection_to_law,
)
from bangvang.council.selectors.councils import council_for, regulation_on
from bangvang.council.selectors.marks import set_by_law
from bangvang.council.selectors.resolutions import newest_of
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.objection import Objection, Refused, refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.law import NotInForce, Share, UnknownAward, agreement_needed, award_name

SIGNED = frozenset({FileKind.PDF})
"""What the signed paper comes as."""


@dataclass(frozen=True)
class ResolutionEntered:
    """A paper of the council: its number and day, the share and its clause, the signed scan.

    `kind` is one of `ResolutionKind`; the share holds from `since`.
    """

    kind: str
    number: str
    issued_on: date
    award_code: str
    share: Share
    clause: str
    since: date
    scan: bytes
    scan_name: str


@transaction.atomic
def enter_resolution(
    council_ref: str, new: ResolutionEntered, *, actor: Actor, at: datetime
) -> str:
    """Let the council's own share hold for an award from a day, and return the reference.

    It holds until the next resolution of the same award, at most until the regulation ends that
    is in force on its first day. It stands above that regulation's own mark, being newer and
    said of this award; a law whose text was read stands above both, also when it is read later.
    A first day before the paper's own day is not refused. Ballots already opened keep the mark
    they were opened with.

    Raises:
        Unseen: no such council for this actor.
        Refused: not the secretary, no number or clause, issued after today, a share that is
            none, no scan or no PDF, a day outside the regulation in force or not after the last
            resolution, an award that is not in the catalogue that day, or the law sets the mark.
    """
    council = council_for(actor, council_ref, lock=True)
    number, clause = tidy(new.number), tidy(new.clause)
    refuse_if(
        objection_to_entering_resolution(
            actor,
            number=number,
            clause=clause,
            share=new.share,
            issued_on=new.issued_on,
            has_scan=bool(new.scan),
            on=at.date(),
        )
    )
    regulation = _regulation(council.pk, new, at)
    _refuse_what_law_sets(new)
    kind = ResolutionKind(new.kind)
    resolution = Resolution.objects.create(
        council=council,
        regulation=regulation,
        kind=kind,
        number=number,
        issued_on=new.issued_on,
        award_code=new.award_code,
        num=new.share.num,
        den=new.share.den,
        more_than=new.share.more_than,
        clause=clause,
        since=new.since,
        scan=keep(new.scan, original_name=new.scan_name, actor=actor, at=at, accept=SIGNED),
        entered_by_ref=actor.account_ref,
        entered_by_name=actor.name,
        entered_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="enter_resolution",
        subject=("council", council_ref),
        said=f"Ghi {kind.label} số {number} ngày {say_date(new.issued_on)}: "
        f"{award_name(new.award_code, new.since)} cần {new.share.text} tổng số thành viên đồng ý "
        f"({clause}), áp dụng từ ngày {say_date(new.since)}.",
        details={
            "resolution": resolution.ref,
            "award": new.award_code,
            "since": new.since.isoformat(),
            "scan": resolution.scan.digest,
        },
    )
    return resolution.ref


def _regulation(council_id: int, new: ResolutionEntered, at: datetime) -> Regulation:
    regulation = regulation_on(council_id, new.since)
    newest = newest_of(council_id, new.award_code)
    refuse_if(objection_to_first_day(regulation, newest, since=new.since, on=at.date()))
    assert regulation is not None  # noqa: S101  refused above
    return regulation


def _refuse_what_law_sets(new: ResolutionEntered) -> None:
    try:
        found = set_by_law(agreement_needed(new.award_code, on=new.since))
    except (UnknownAward, NotInForce) as error:
        raise Refused(Objection("UNKNOWN_AWARD", error.sentence)) from error
    refuse_if(objection_to_law((found.share, found.cite) if found else None))
