"""Enter a legal document that this version does not know; part of entering a reading of it."""

from dataclasses import dataclass
from datetime import date, datetime

from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import refuse_if
from bangvang.foundation.vietnamese import fold, tidy
from bangvang.law import instruments
from bangvang.lawbook.models import Instrument, Reading
from bangvang.lawbook.permissions import (
    INSTRUMENT_DAYS,
    INSTRUMENT_KNOWN,
    INSTRUMENT_UNCLEAR,
)
from bangvang.lawbook.states import State


@dataclass(frozen=True)
class NewInstrument:
    """A document by its number, `30/2027/NĐ-CP`, with the name by which officials cite it."""

    number: str
    name: str
    since: date | None
    until: date | None = None


def enter_instrument(given: NewInstrument, *, actor: Actor, at: datetime) -> str:
    """Keep the document and return its code; called by `propose_reading` in its transaction.

    Words of a document on which only rejected readings rest are written over.

    Raises:
        Refused: number, name or first day missing, ends before it begins, or known already.
    """
    number, name = tidy(given.number), tidy(given.name)
    code = code_of(number)
    if given.since is None or not name or code == code_of(""):
        refuse_if(INSTRUMENT_UNCLEAR)
    assert given.since is not None  # noqa: S101  refused above
    if given.until is not None and given.until <= given.since:
        refuse_if(INSTRUMENT_DAYS)
    refuse_if(INSTRUMENT_KNOWN if _is_known(number, code) else None)
    Instrument.objects.update_or_create(
        code=code,
        defaults={
            "number": number,
            "name": name,
            "since": given.since,
            "until": given.until,
            "entered_by_ref": actor.account_ref,
            "entered_by_name": actor.name,
            "entered_at": at,
        },
    )
    return code


def code_of(number: str) -> str:
    """Return what stands for a number in citations, `VB-30-2027-ND-CP`."""
    letters = fold(number).upper()
    words = "".join(one if one.isascii() and one.isalnum() else " " for one in letters).split()
    return "-".join(("VB", *words))[:80]


def _is_known(number: str, code: str) -> bool:
    if any(code_of(one.number) == code_of(number) for one in instruments().values()):
        return True
    return Reading.objects.filter(instrument=code).exclude(state=State.REJECTED).exists()
