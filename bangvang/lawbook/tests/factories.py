"""Readings and people of the office for tests; each call names what matters."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bangvang.foundation.actor import Actor, Role
from bangvang.law import AS_CODED, WORDING
from bangvang.lawbook.actions.confirm_reading import confirm_reading
from bangvang.lawbook.actions.enter_instrument import NewInstrument
from bangvang.lawbook.actions.propose_reading import ReadingGiven, propose_reading
from bangvang.lawbook.models import Instrument, Reading

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
AMENDED = date(2026, 10, 1)
TITLES = "provincial_fighter.titles_in_a_row"
INITIATIVES = "provincial_fighter.initiatives"
ROUTE = WORDING + "provincial_fighter.2024"
PAPER = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
DECREE = NewInstrument("30/2026/NĐ-TM", "Nghị định mẫu 30/2026/NĐ-TM", AMENDED)
GIVEN = ReadingGiven(
    entry_id=TITLES,
    since=AMENDED,
    until=None,
    value=4,
    instrument="LUAT-06-2026",
    article=1,
    clause=3,
    point="",
    compared_on=date(2026, 11, 19),
    document=PAPER,
    document_name="cong-bao-mau.pdf",
)


def actor(ref: str, *roles: Role, name: str = "") -> Actor:
    """Return somebody of the standing office, or of another body by the roles given."""
    return Actor(
        account_ref=ref,
        name=name or f"Người {ref}",
        title="",
        organisation_ref="org-office",
        organisation_name="Phòng Thi đua, khen thưởng",
        roles=frozenset(roles),
    )


HEAD = actor("head", Role.OFFICE_HEAD, name="Trần Thị Đồi Chè")
SPECIALIST = actor("specialist", Role.SPECIALIST, name="Lý A Ruộng")
SECOND_SPECIALIST = actor("specialist-2", Role.SPECIALIST, name="Sùng Thị Nương")
INSPECTOR = actor("inspector", Role.INSPECTOR, name="Phàn Văn Khe")
STRANGERS = (
    actor("secretary", Role.SECRETARY),
    actor("unit", Role.UNIT_HEAD),
    actor("editor", Role.EDITOR),
    actor("administrator", Role.ADMINISTRATOR),
)


def proposed(by: Actor = SPECIALIST, **change: object) -> Reading:
    """Return a reading that waits for its second person."""
    given = replace(GIVEN, **change)  # type: ignore[arg-type]  # names and values of the fields
    return Reading.objects.get(ref=propose_reading(given, actor=by, at=AT))


def confirmed(by: Actor = SPECIALIST, second: Actor = HEAD, **change: object) -> Reading:
    """Return a reading that answers questions."""
    reading = proposed(by, **change)
    confirm_reading(reading.ref, version=reading.version, actor=second, at=AT)
    reading.refresh_from_db()
    return reading


def wording(**change: object) -> Reading:
    """Return the confirmed wording of the route to the provincial fighter."""
    return confirmed(entry_id=ROUTE, value=AS_CODED, **change)  # type: ignore[arg-type]  # fields


def newest() -> Reading:
    """Return the reading on which somebody acted last."""
    return Reading.objects.order_by("-act_no")[0]


def is_any_kept() -> bool:
    """Tell whether there is any reading at all."""
    return Reading.objects.exists()


def document_codes() -> list[str]:
    """Return the codes of the documents that were entered."""
    return list(Instrument.objects.values_list("code", flat=True))
