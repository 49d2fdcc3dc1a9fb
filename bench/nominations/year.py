"""A province's whole year, invented: its units hand in their lists, the office takes them up.

Everything goes through the system's own actions, from the spreadsheet on: what a page of the
benchmark shows came to be as it would in an office.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib.auth.hashers import make_password

from bangvang.accounts.models import Account, RoleHeld
from bangvang.appraisal.actions.act_in_bulk import act_in_bulk
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.states import BulkWork
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.vietnamese import say_date
from bangvang.law import award_name
from bangvang.nominations.actions.explain_missing_paper import explain_missing_paper
from bangvang.nominations.actions.hand_to_head import hand_to_head
from bangvang.nominations.actions.keep_upload import keep_upload
from bangvang.nominations.actions.open_round import open_round
from bangvang.nominations.actions.save_drafts import save_drafts
from bangvang.nominations.actions.submit_batch import submit_batch
from bangvang.nominations.intake.template import filled_workbook
from bangvang.nominations.selectors.batches import batch_page
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.nominations.states import ASKED_WITH_EVERY_LIST, State
from bench.register import store
from bench.register.made import DEPARTMENTS, UNITS_OF_EACH, Made, made

DAY = date(2026, 3, 10)
"""The day on which the benchmark's clock stands: the law of this day has been read."""
AT = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)
YEAR = 2025
PASSWORD = "bench"  # noqa: S105  of accounts that live as long as the benchmark
PROPOSED = ("BK_TINH", "CSTDT", "BK_TINH")
PEOPLE_OF_A_UNIT = 80
TITLE = "Đợt xét khen thưởng năm 2025"


@dataclass(frozen=True)
class Unit:
    """A nominating unit: its place in the store, its people, who acts for it."""

    pk: int
    name: str
    officer: Actor
    head: Actor


def office(role: Role, number: int = 1) -> Actor:
    """Return somebody of the standing office."""
    name = f"{role.value.lower()}-{number}"
    return Actor(
        name, f"Người văn phòng {name}", "Chuyên viên", "o1", "Tỉnh Mẫu", frozenset({role})
    )


def units(count: int) -> list[Unit]:
    """Return the first units that stand below the departments."""
    return [_unit(number) for number in range(count)]


def _unit(number: int) -> Unit:
    pk, name = store.FIRST_UNIT + number, f"Phòng nghiệp vụ {number + 1}"
    officer, head = (
        Actor(f"{word}-{number}", f"{said} {number}", said, f"o{pk}", name, frozenset({role}))
        for word, said, role in (
            ("don-vi", "Cán bộ", Role.UNIT_OFFICER),
            ("thu-truong", "Thủ trưởng", Role.UNIT_HEAD),
        )
    )
    return Unit(pk, name, officer, head)


def populate() -> Made:
    """Fill the register with people, some eighty in each of the units."""
    register = made(DEPARTMENTS * UNITS_OF_EACH * PEOPLE_OF_A_UNIT)
    store.fill(register)
    store.reset_numbers()
    return register


def open_accounts(actors: list[Actor]) -> None:
    """Let these people sign in, with the one password."""
    password = make_password(PASSWORD)
    Account.objects.bulk_create(
        Account(
            ref=one.account_ref,
            username=one.account_ref,
            full_name=one.name,
            title=one.title,
            password=password,
        )
        for one in actors
    )
    accounts = dict(Account.objects.values_list("ref", "pk"))
    RoleHeld.objects.bulk_create(
        RoleHeld(
            account_id=accounts[one.account_ref],
            role=role,
            organisation_id=int(one.organisation_ref[1:]),
            since=date(2020, 1, 1),
        )
        for one in actors
        for role in one.roles
    )


def open_the_round() -> str:
    """Open the round of the year and return its reference."""
    return open_round(
        TITLE,
        achievement_year=YEAR,
        opens_on=date(2026, 1, 5),
        submit_by=date(2026, 4, 30),
        ballot_by=date(2026, 6, 30),
        actor=office(Role.OFFICE_HEAD),
        at=AT,
    )


def sheet_of(register: Made, unit: Unit, rows: int) -> bytes:
    """Return the unit's own list: the first so many of its people, one proposal each."""
    return filled_workbook(list(_lines(register, unit, rows)))


def _lines(register: Made, unit: Unit, rows: int) -> Iterator[list[str]]:
    number = unit.pk - store.FIRST_UNIT
    people = [who for who, place in enumerate(register.units) if place == number][:rows]
    for place, who in enumerate(people, start=1):
        birth = date.fromisoformat(register.births[who])
        yield [
            str(place),
            register.names[who],
            say_date(birth),
            "Nữ" if place % 2 else "Nam",
            "",
            "Chuyên viên",
            unit.name,
            award_name(PROPOSED[place % len(PROPOSED)], DAY),
            f"Hoàn thành xuất sắc nhiệm vụ năm {YEAR}, có giải pháp số {place} được áp dụng.",
            "",
            "Công trạng",
        ]


def prepare_list(register: Made, unit: Unit, rows: int, round_ref: str) -> str:
    """Let the unit's officer make a draft of its spreadsheet; return the list."""
    upload = keep_upload(
        sheet_of(register, unit, rows),
        original_name=f"danh-sach-{unit.pk}.xlsx",
        round_ref=round_ref,
        award_code="",
        actor=unit.officer,
        at=AT,
    )
    batch = save_drafts(upload, leave_out_bad=True, actor=unit.officer, at=AT)
    for kind in ASKED_WITH_EVERY_LIST:
        explain_missing_paper(batch, kind, "Gửi bản giấy", actor=unit.officer, at=AT)
    return batch


def hand_in(unit: Unit, batch: str) -> None:
    """Let the officer give the draft to the head, and the head hand it in."""
    version = batch_page(unit.officer, batch).version
    hand_to_head(batch, version=version, actor=unit.officer, at=AT)
    version = batch_page(unit.head, batch).version
    submit_batch(batch, version=version, actor=unit.head, at=AT)


def appraise(batch: str, specialist: Actor) -> None:
    """Let a specialist take the list up and return in bulk every tenth row."""
    take_up(batch, actor=specialist, at=AT)
    rows = nominations_for(specialist, batch_ref=batch, states=[State.CHECKED])
    chosen = {row.ref: row.version for row in rows[::10]}
    if chosen:
        act_in_bulk(
            batch, BulkWork.RETURN, chosen, "Bổ sung báo cáo thành tích.", actor=specialist, at=AT
        )
