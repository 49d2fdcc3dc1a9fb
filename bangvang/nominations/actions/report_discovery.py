"""Take in a good deed that anybody reports; the one act that the portal is open to."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.crypto import salted_hmac

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.db.turns import wait_for_turn
from bangvang.foundation.files.keep import keep
from bangvang.foundation.files.kinds import FileKind
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.ref import ALPHABET, REF_LENGTH
from bangvang.foundation.vietnamese import tidy
from bangvang.nominations.models import Discovery, Reporter
from bangvang.nominations.permissions import (
    LONGEST_CONTACT,
    LONGEST_NAME,
    LONGEST_PLACE,
    LONGEST_STORY,
)
from bangvang.nominations.selectors.discoveries import digest_of_code
from bangvang.nominations.states import DiscoveryState
from bangvang.registry.selectors.identity import seals
from bangvang.registry.selectors.organisations import organisation_named

DISCOVERIES_TURN = 4_170_041
SENDER_A_DAY, ALL_A_DAY = 5, 300
CODE_LENGTH = 10
FILE_NAME = "tep-kem-theo"
"""How what was attached is called: its own name may tell who sent it."""
ACCEPTED = frozenset({FileKind.PDF, FileKind.JPEG, FileKind.PNG})
SOMEBODY = Actor("", "Người báo tin qua cổng thông tin", "", "", "")

INCOMPLETE = Objection("INCOMPLETE", "Cần ghi người được báo là ai, ở đâu và việc đã làm.")
TOO_LONG = Objection("TOO_LONG", "Có ô dài quá mức nhận; hãy viết gọn lại.")
NOT_YET = Objection("NOT_YET", "Ngày xảy ra việc không thể ở sau hôm nay.")
UNKNOWN_FORM = Objection("UNKNOWN_FORM", "Biểu mẫu đã cũ; hãy mở lại trang và gửi lại.")
TOO_MANY = Objection(
    "TOO_MANY",
    "Hôm nay cổng đã nhận đủ số tin từ nơi này. Mai hãy gửi tiếp, hoặc gọi phòng Thi đua, "
    "khen thưởng.",
)


@dataclass(frozen=True)
class Report:
    """What was reported, and the reporter if that was said."""

    name: str
    story: str
    place_ref: str = ""
    place_text: str = ""
    happened_on: date | None = None
    reporter_name: str = ""
    reporter_contact: str = ""


@dataclass(frozen=True)
class Receipt:
    """The number, and the code by which the report is followed."""

    said: str
    code: str


@transaction.atomic
def report_discovery(
    report: Report, *, once: str, sender: str, at: datetime, data: bytes | None = None
) -> Receipt:
    """Keep the report and return its receipt; the same form sent again gives the same receipt.

    Args:
        report: what was reported.
        once: what the form was made with; the code follows from it by a key, so that a form sent
            twice is one report.
        sender: what stands today for where it comes from; empty if nothing is known of it.
        at: the moment.
        data: a photo or paper, if one is attached.

    Raises:
        Unseen: there is no such body.
        Refused: who, where or what is missing, something is too long, a day ahead, no form of
            ours, a file that is not accepted, or too many of one day.
    """
    refuse_if(None if len(once) == REF_LENGTH and set(once) <= set(ALPHABET) else UNKNOWN_FORM)
    code = _code(once)
    wait_for_turn(DISCOVERIES_TURN)
    before = Discovery.objects.filter(code_digest=digest_of_code(code)).first()
    if before is not None:
        return Receipt(before.said, code)
    refuse_if(_objection(report, on=at.date()))
    refuse_if(TOO_MANY if _too_many(sender, at) else None)
    made = _kept(report, code, sender, data, at)
    if report.reporter_name or report.reporter_contact:
        said = f"{tidy(report.reporter_name)}\n{tidy(report.reporter_contact)}"
        keys = seals()
        Reporter.objects.create(
            discovery=made, sealed=keys.seal(said, bound_to=made.ref), key_id=keys.current
        )
    record(
        actor=SOMEBODY,
        at=at,
        verb="report_discovery",
        subject=("discovery", made.ref),
        said=f"Nhận tin báo việc tốt số {made.said}.",
    )
    return Receipt(made.said, code)


def _kept(report: Report, code: str, sender: str, data: bytes | None, at: datetime) -> Discovery:
    file = (
        keep(data, original_name=FILE_NAME, actor=SOMEBODY, at=at, accept=ACCEPTED)
        if data is not None
        else None
    )
    newest = Discovery.objects.filter(year=at.year).aggregate(no=Max("number"))["no"]
    return Discovery.objects.create(
        year=at.year,
        number=(newest or 0) + 1,
        code_digest=digest_of_code(code),
        sender=sender,
        name=tidy(report.name),
        place=organisation_named(report.place_ref) if report.place_ref else None,
        place_text=tidy(report.place_text),
        happened_on=report.happened_on,
        story=report.story.strip(),
        file=file,
        received_at=at,
        state=DiscoveryState.NEW,
    )


def _code(once: str) -> str:
    made = salted_hmac(
        "bangvang-discovery-code", once, secret=settings.IDENTITY_KEY, algorithm="sha256"
    ).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in made[:CODE_LENGTH])


def _objection(report: Report, *, on: date) -> Objection | None:
    is_placed = report.place_ref or report.place_text.strip()
    if not (report.name.strip() and report.story.strip() and is_placed):
        return INCOMPLETE
    lengths = (
        (report.name, LONGEST_NAME),
        (report.place_text, LONGEST_PLACE),
        (report.story, LONGEST_STORY),
        (report.reporter_name, LONGEST_NAME),
        (report.reporter_contact, LONGEST_CONTACT),
    )
    if any(len(said) > longest for said, longest in lengths):
        return TOO_LONG
    return NOT_YET if report.happened_on is not None and report.happened_on > on else None


def _too_many(sender: str, at: datetime) -> bool:
    today = Discovery.objects.filter(received_at__gt=at - timedelta(days=1))
    if today.count() >= ALL_A_DAY:
        return True
    return bool(sender) and today.filter(sender=sender).count() >= SENDER_A_DAY
