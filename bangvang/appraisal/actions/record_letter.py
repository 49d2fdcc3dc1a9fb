"""Record that a letter to a unit was signed: number, day and signer, and the scan."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.appraisal.actions.print_letter import office_of
from bangvang.appraisal.models import LetterRecord
from bangvang.appraisal.permissions import objection_to_taking_up
from bangvang.appraisal.permissions.letters import NUMBER_TAKEN, objection_to_recording_letter
from bangvang.appraisal.selectors.letters import letter_of, letter_record
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.nominations.selectors.nominations import nomination_for

LETTERS_TURN = 4_170_021


@dataclass(frozen=True)
class LetterSigning:
    """What the signed letter says: `number` without its symbol, and the scan as bytes."""

    number: int
    signed_on: date
    signer_name: str
    scan: bytes
    scan_name: str


@transaction.atomic
def record_letter(
    ref: str, letter_ref: str, signing: LetterSigning, *, actor: Actor, at: datetime
) -> None:
    """Keep number, day, signer and scan; the unit reads them on the page of the row.

    Raises:
        Unseen: this actor has no such row, or the row has no such letter.
        Refused: not of the standing office, recorded already, a day before the letter was made or
            in the future, no signer, a number already used that year, or a scan of another kind.
    """
    wait_for_turn(LETTERS_TURN)
    nomination_for(actor, ref, lock=True)
    refuse_if(objection_to_taking_up(actor))
    letter = letter_of(actor, ref, letter_ref)
    signer = tidy(signing.signer_name)
    refuse_if(
        objection_to_recording_letter(
            signed_on=signing.signed_on,
            made_on=localtime(letter.made_at).date(),
            on=localtime(at).date(),
            is_recorded=letter_record(letter) is not None,
            signer=signer,
        )
    )
    symbol = office_of(actor, "").symbol
    refuse_if(NUMBER_TAKEN if _is_taken(symbol, signing) else None)
    kept = LetterRecord.objects.create(
        letter=letter,
        number=signing.number,
        symbol=symbol,
        signed_on=signing.signed_on,
        signed_year=signing.signed_on.year,
        signer_name=signer,
        scan=keep(signing.scan, original_name=signing.scan_name, actor=actor, at=at, accept=SCANS),
        by_ref=actor.account_ref,
        by_name=actor.name,
        recorded_at=at,
    )
    record(
        actor=actor,
        at=at,
        verb="record_letter",
        subject=("nomination", ref),
        said=f"Ghi số {kept.number_written} ngày {say_date(kept.signed_on)}, người ký "
        f"{kept.signer_name}, của Thông báo gửi đơn vị.",
        details={"document": letter.ref, "scan": kept.scan.digest},
    )


def _is_taken(symbol: str, signing: LetterSigning) -> bool:
    return LetterRecord.objects.filter(
        symbol=symbol, signed_year=signing.signed_on.year, number=signing.number
    ).exists()
