"""What the register already knows of an achievement report."""

import json
from collections.abc import Iterable
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date
from bangvang.law import AwardClass, RecordKind, award_name, catalogue
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.selectors.report_readings import holdings_of
from bangvang.nominations.states import ReportPart
from bangvang.registry.selectors.holdings import Holding

SEXES = {"F": "Nữ", "M": "Nam"}


def filled_from_register(actor: Actor, row: NominationRow, *, on: date) -> dict[ReportPart, str]:
    """Return each part as text; a history table as JSON rows of year, what, decision.

    Only what the unit itself may read goes in: the history of whoever is not in the unit stays
    out, and is typed by hand.
    """
    held = [
        one
        for one in sorted(holdings_of(actor, row), key=lambda one: (one.year, one.code))
        if one.record_kind == RecordKind.AWARD and one.revoked_on is None
    ]
    return {
        ReportPart.SKETCH: _sketch(row),
        ReportPart.MERITS: row.achievement,
        ReportPart.TITLES: _table((one for one in held if _is_title(one)), on),
        ReportPart.FORMS: _table((one for one in held if not _is_title(one)), on),
    }


def _sketch(row: NominationRow) -> str:
    born = say_date(row.birth_on) if row.birth_on else str(row.birth_year or "")
    lines = (
        ("Họ và tên" if row.is_person else "Tên", row.name),
        ("Ngày sinh", born),
        ("Giới tính", SEXES.get(row.sex, "")),
        ("Chức vụ", row.position),
        ("Đơn vị công tác" if row.is_person else "Thuộc", row.unit_name),
    )
    return "\n".join(f"{label}: {value}" for label, value in lines if value)


def _is_title(one: Holding) -> bool:
    return catalogue()[one.code].award_class is AwardClass.TITLE


def _table(held: Iterable[Holding], on: date) -> str:
    rows = [[str(one.year), award_name(one.code, one.decided_on or on), _said(one)] for one in held]
    return json.dumps(rows, ensure_ascii=False)


def _said(one: Holding) -> str:
    number = f"Quyết định số {one.decision_no}" if one.decision_no else ""
    day = f"ngày {say_date(one.decided_on)}" if one.decided_on else ""
    issuer = f"của {one.issued_by}" if one.issued_by else ""
    return " ".join(part for part in (number, day, issuer) if part)
