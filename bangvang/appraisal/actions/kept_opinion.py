"""Keeping an opinion, however it came: sealed sender, a number, and a code to follow it by."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from bangvang.appraisal.models import Consultation, ConsultedRow, Opinion, OpinionWay
from bangvang.appraisal.permissions.opinions import NO_SUCH_ROW
from bangvang.appraisal.selectors.opinions import next_opinion_number, opinion_by_form
from bangvang.appraisal.selectors.public import code_digest
from bangvang.appraisal.states import OpinionState
from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import SCANS, kind_of
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.objection import Refused
from bangvang.foundation.ref import ALPHABET, new_ref
from bangvang.foundation.vietnamese import tidy
from bangvang.registry.selectors.identity import seals

FROM_THE_PORTAL = Actor("", "Người gửi ý kiến qua cổng", "", "", "Nhân dân")
CODE_LENGTH = 12
ENDINGS = {"PDF": ".pdf", "PNG": ".png", "JPEG": ".jpg"}


@dataclass(frozen=True)
class OpinionSent:
    """What somebody says, and who they are; `order` None speaks of the whole list.

    `form` is the secret of the form it came by: the same form pressed again is the same opinion.
    """

    order: int | None
    words: str
    name: str
    contact: str
    form: str
    file: bytes = b""


@dataclass(frozen=True)
class Receipt:
    """The number to name and the code to follow the opinion with; the code is not kept."""

    number: str
    code: str


@dataclass(frozen=True)
class Came:
    """How and when an opinion came, and who recorded it if an officer did."""

    way: OpinionWay
    on: date
    recorder: Actor | None = None


def cleaned(sent: OpinionSent) -> tuple[str, str, str]:
    """Return words, name and contact without what stands around them."""
    return sent.words.strip(), tidy(sent.name), tidy(sent.contact)


def keep_opinion(
    consultation: Consultation, sent: OpinionSent, came: Came, *, at: datetime
) -> Receipt:
    """Keep the opinion under the lock of its list; what the caller refuses never comes here.

    Raises:
        Refused: the row has left, or a bad file.
    """
    words, name, contact = cleaned(sent)
    row = _row(consultation, sent.order)
    actor, ref, keys = came.recorder or FROM_THE_PORTAL, new_ref(), seals()
    sender = json.dumps({"name": name, "contact": contact}, ensure_ascii=False)
    code = code_of(sent.form)
    opinion = Opinion.objects.create(
        ref=ref,
        consultation=consultation,
        row=row,
        number=next_opinion_number(consultation),
        way=came.way,
        words=words,
        sealed_sender=keys.seal(sender, bound_to=bound_to(ref)),
        key_id=keys.current,
        code_digest=code_digest(ref, code),
        form_digest=form_digest(sent.form),
        attachment=_attachment(sent.file, actor, at) if sent.file else None,
        came_on=came.on,
        received_at=at,
        recorded_by_ref=came.recorder.account_ref if came.recorder else "",
        recorded_by_name=came.recorder.name if came.recorder else "",
        state=OpinionState.RECEIVED,
    )
    about = f"dòng {row.order}" if row else "cả danh sách"
    record(
        actor=actor,
        at=at,
        verb="receive_opinion",
        subject=("consultation", consultation.ref),
        said=f"Nhận ý kiến số {opinion.receipt_no} {came.way.label}, về {about}.",
        details={"opinion": ref},
    )
    return Receipt(opinion.receipt_no, code)


def sent_before(sent: OpinionSent) -> Receipt | None:
    """Return the receipt of what came by this form before; a form counts once."""
    before = opinion_by_form(form_digest(sent.form))
    return Receipt(before.receipt_no, code_of(sent.form)) if before else None


def _row(consultation: Consultation, order: int | None) -> ConsultedRow | None:
    if order is None:
        return None
    found = ConsultedRow.objects.filter(consultation=consultation, order=order)
    row = found.filter(left_on__isnull=True).first()
    if row is None:
        raise Refused(NO_SUCH_ROW)
    return row


def _attachment(content: bytes, actor: Actor, at: datetime) -> StoredFile:
    """Keep a file under a name of ours: its own may say who sent it."""
    kept = keep(content, original_name="tep-kem-y-kien", actor=actor, at=at, accept=SCANS)
    kept.original_name += ENDINGS[str(kind_of(content))]
    kept.save(update_fields=["original_name"])
    return kept


def form_digest(form: str) -> str:
    """Return what is kept of the form an opinion came by."""
    return hashlib.sha256(f"bangvang-form\0{form}".encode()).hexdigest()


def code_of(form: str) -> str:
    """Return the code of an opinion: from its form's secret, which nobody else has seen."""
    raw = hashlib.sha256(f"bangvang-code\0{form}".encode()).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in raw[:CODE_LENGTH])


def bound_to(opinion_ref: str) -> str:
    """Return the word that the sender's seal is bound to."""
    return f"opinion-sender:{opinion_ref}"
