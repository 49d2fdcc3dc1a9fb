"""Open a round for one achievement year."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from bangvang.foundation.actor import Actor
from bangvang.foundation.audit.record import record
from bangvang.foundation.objection import Objection, refuse_if
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Level, catalogue
from bangvang.nominations.families import families as all_families
from bangvang.nominations.models import Round
from bangvang.nominations.permissions import objection_to_opening_round

TITLE_TAKEN = Objection("TITLE_TAKEN", "Đã có đợt xét mang tên này.")
DAYS_OUT_OF_ORDER = Objection(
    "DAYS_OUT_OF_ORDER", "Ngày mở, hạn nhận danh sách và hạn bỏ phiếu phải theo thứ tự."
)
UNKNOWN_PART = Objection(
    "UNKNOWN_PART", "Loại hình, cấp hoặc danh hiệu, hình thức đã chọn không có trong danh mục."
)


@transaction.atomic
def open_round(
    title: str,
    *,
    achievement_year: int,
    opens_on: date,
    submit_by: date,
    ballot_by: date,
    actor: Actor,
    at: datetime,
    families: Sequence[str] = (),
    levels: Sequence[str] = (),
    award_codes: Sequence[str] = (),
) -> str:
    """Open a round and return its reference.

    Args:
        title: what people call it.
        achievement_year: for which year's achievements.
        opens_on: its first day.
        submit_by: the last day of whatever has no day of its own.
        ballot_by: by when the council should have voted.
        actor: the head of the standing office.
        at: the moment of the act.
        families: codes of the families received; empty for all.
        levels: values of `law.Level`; empty for all.
        award_codes: codes of the catalogue; empty for all.

    Raises:
        Refused: not the head of the standing office, the title is taken, days out of order, or a
            family, level or award that nobody knows.
    """
    refuse_if(objection_to_opening_round(actor))
    refuse_if(TITLE_TAKEN if Round.objects.filter(title=title).exists() else None)
    refuse_if(None if opens_on <= submit_by <= ballot_by else DAYS_OUT_OF_ORDER)
    refuse_if(objection_to_parts(families, levels, award_codes))
    opened = Round.objects.create(
        title=title,
        achievement_year=achievement_year,
        opens_on=opens_on,
        submit_by=submit_by,
        ballot_by=ballot_by,
        families=list(families),
        levels=list(levels),
        award_codes=list(award_codes),
    )
    record(
        actor=actor,
        at=at,
        verb="open_round",
        subject=("round", opened.ref),
        said=f"Mở {title}, nhận danh sách đến hết ngày {say_date(submit_by)}.",
    )
    return opened.ref


def objection_to_parts(
    families: Sequence[str], levels: Sequence[str], award_codes: Sequence[str]
) -> Objection | None:
    """What a round receives is named by codes that are known."""
    known = (
        set(families) <= all_families().keys()
        and set(levels) <= {level.value for level in Level}
        and set(award_codes) <= catalogue().keys()
    )
    return None if known else UNKNOWN_PART
