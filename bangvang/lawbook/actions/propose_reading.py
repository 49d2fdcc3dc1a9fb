"""Enter a value as it was read in the official text, with the document attached."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.objection import Refused, refuse_if
from bangvang.foundation.vietnamese import say_date, tidy
from bangvang.law import (
    Citation,
    Given,
    NotAccepted,
    ReadingOfText,
    accepted,
    entry_name,
    form_of,
    value_in_words,
)
from bangvang.lawbook.actions.enter_instrument import NewInstrument, enter_instrument
from bangvang.lawbook.actions.turn import next_act
from bangvang.lawbook.models import Reading
from bangvang.lawbook.permissions import (
    objection_of_law,
    objection_to_comparing,
    objection_to_overlap,
    objection_to_place,
    objection_to_proposing,
    objection_to_waiting,
)
from bangvang.lawbook.selectors.readings import confirmed_days, days_of, waiting_for
from bangvang.lawbook.selectors.texts import known_instruments, texts_in_use
from bangvang.lawbook.states import State

DOCUMENTS = frozenset({FileKind.PDF, FileKind.PNG, FileKind.JPEG, FileKind.DOCX})
"""What the official text comes as."""


@dataclass(frozen=True)
class ReadingGiven:
    """What was typed: `value` in plain form, `instrument` a known code or a new document."""

    entry_id: str
    since: date
    until: date | None
    value: object
    instrument: str | NewInstrument
    article: int | None
    clause: int | None
    point: str
    compared_on: date
    document: bytes
    document_name: str
    why_this_day: str = ""


@transaction.atomic
def propose_reading(given: ReadingGiven, *, actor: Actor, at: datetime) -> str:
    """Keep the value and return its reference; it answers nothing until another person confirms.

    Raises:
        Refused: not the office, a clause without its article, a day of comparing to come or before
            the text was there, what the law's own rules say against it, days for which another
            value is confirmed or waits, or a document that cannot be kept.
    """
    refuse_if(
        objection_to_proposing(actor)
        or objection_to_place(given.article, given.clause, given.point)
    )
    act_no = next_act()
    if isinstance(given.instrument, NewInstrument):
        instrument = enter_instrument(given.instrument, actor=actor, at=at)
    else:
        instrument = given.instrument
    cited = known_instruments().get(instrument)
    refuse_if(objection_to_comparing(given.compared_on, cited, on=localtime(at).date()))
    read = _accepted(given, instrument)
    days = days_of(given.entry_id, given.since, given.until, instrument)
    refuse_if(
        objection_to_overlap(days, confirmed_days(given.entry_id))
        or objection_to_waiting(days, waiting_for(given.entry_id))
    )
    reading = _kept(given, read, act_no, actor, at)
    record(
        actor=actor,
        at=at,
        verb="propose_reading",
        subject=("reading", reading.ref),
        said=f"Nhập giá trị đọc trong văn bản: {_said(read)}, áp dụng từ ngày "
        f"{say_date(read.since)}; chờ người thứ hai xác nhận.",
        details={
            "entry": read.id,
            "since": read.since.isoformat(),
            "until": None if read.until is None else read.until.isoformat(),
            "document": reading.document.digest,
        },
    )
    return reading.ref


def _said(read: ReadingOfText) -> str:
    return f"{entry_name(read.id, read.since)}: {value_in_words(form_of(read.id), read.value)}"


def _accepted(given: ReadingGiven, instrument: str) -> ReadingOfText:
    try:
        return accepted(
            Given(
                id=given.entry_id,
                since=given.since,
                until=given.until,
                value=given.value,
                cite=Citation(instrument, given.article, given.clause, tidy(given.point) or None),
                compared_on=given.compared_on,
                why_this_day=given.why_this_day,
            ),
            origin="",
            among=known_instruments(),
            used=texts_in_use(),
        )
    except NotAccepted as refused:
        raise Refused(objection_of_law(refused)) from refused


def _kept(
    given: ReadingGiven, read: ReadingOfText, act_no: int, actor: Actor, at: datetime
) -> Reading:
    document = keep(
        given.document, original_name=given.document_name, actor=actor, at=at, accept=DOCUMENTS
    )
    return Reading.objects.create(
        entry_id=read.id,
        since=read.since,
        until=read.until,
        value=given.value,
        unit=read.unit,
        instrument=read.cite.instrument,
        article=read.cite.article,
        clause=read.cite.clause,
        point=read.cite.point or "",
        why_this_day=tidy(given.why_this_day),
        compared_on=read.compared_on,
        document=document,
        state=State.PROPOSED,
        proposed_by_ref=actor.account_ref,
        proposed_by_name=actor.name,
        proposed_by_head=actor.has(Role.OFFICE_HEAD),
        proposed_at=at,
        act_no=act_no,
    )
