"""Recording, lifting and withdrawing bars: who may, what is refused, what the record says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.registry.actions import record_bar as recording
from bangvang.registry.actions.lift_bar import lift_bar
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.actions.withdraw_bar import withdraw_bar
from bangvang.registry.models import Bar, Person
from bangvang.registry.permissions import BarSaid, Lifting
from bangvang.registry.selectors.bars import bar_of, bars_of
from bangvang.registry.states import BarKind, DisciplineLevel, HolderKind
from bangvang.registry.tests.factories import bar, organisation, person

pytestmark = pytest.mark.django_db

SPECIALIST = actor(Role.SPECIALIST, ref="specialist", name="Lý A Ruộng")
HEAD = actor(Role.OFFICE_HEAD, ref="head", name="Trần Thị Đồi Chè")
INSPECTOR = actor(Role.INSPECTOR, ref="inspector")
OTHERS = [role for role in Role if role not in (Role.SPECIALIST, Role.OFFICE_HEAD, Role.INSPECTOR)]
INVESTIGATION = BarSaid(
    BarKind.INVESTIGATED, date(2026, 3, 2), "318/QĐ-TTr", date(2026, 3, 2), "Thanh tra tỉnh",
    note="Kiểm tra việc mua sắm.",
)  # fmt: skip
DISCIPLINE = BarSaid(
    BarKind.DISCIPLINED, date(2025, 4, 1), "77/QĐ-SYT", date(2025, 3, 28), "Sở Y tế",
    until=date(2026, 4, 1), level=DisciplineLevel.CANH_CAO,
)  # fmt: skip
CONCLUSION = Lifting(date(2026, 9, 1), "402/KL-TTr", date(2026, 8, 31), "Thanh tra tỉnh", "Rõ.")


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.objection.code


def recorded(said: BarSaid = INVESTIGATION, who: Person | None = None) -> Bar:
    holder = who or person()
    return Bar.objects.get(ref=record_bar(holder.ref, said, actor=SPECIALIST, at=AT))


def test_a_bar_is_recorded_with_its_paper_and_who_wrote_it_down() -> None:
    made = recorded()

    assert (made.kind, made.since, made.ended_on) == ("INVESTIGATED", date(2026, 3, 2), None)
    assert (made.paper_no, made.paper_by, made.note) == (
        "318/QĐ-TTr", "Thanh tra tỉnh", "Kiểm tra việc mua sắm.",
    )  # fmt: skip
    assert (made.recorded_by_ref, made.recorded_by_name, made.recorded_at) == (
        "specialist", "Lý A Ruộng", AT,
    )  # fmt: skip


def test_a_bar_may_be_an_organisations() -> None:
    unit = organisation()

    ref = record_bar(unit.ref, INVESTIGATION, of=HolderKind.ORGANISATION, actor=HEAD, at=AT)

    assert Bar.objects.get(ref=ref).organisation == unit
    assert [b.ref for b in bars_of(HEAD, HolderKind.ORGANISATION, unit.ref)] == [ref]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (replace(INVESTIGATION, paper_no=""), "PAPER_MISSING"),
        (replace(INVESTIGATION, paper_by=""), "PAPER_MISSING"),
        (replace(INVESTIGATION, paper_on=DAY + timedelta(days=1)), "PAPER_AHEAD"),
        (replace(INVESTIGATION, since=DAY + timedelta(days=1)), "BEGINS_LATER"),
        (replace(INVESTIGATION, until=date(2026, 3, 2)), "ENDS_TOO_EARLY"),
        (replace(INVESTIGATION, level=DisciplineLevel.CANH_CAO), "LEVEL_NOT_ASKED"),
        (replace(DISCIPLINE, level=None), "LEVEL_MISSING"),
    ],
)
def test_what_no_paper_could_say_is_refused(said: BarSaid, code: str) -> None:
    somebody = person()

    assert refusal(lambda: record_bar(somebody.ref, said, actor=SPECIALIST, at=AT)) == code
    assert not Bar.objects.exists()


def test_a_discipline_of_an_organisation_needs_no_form() -> None:
    said = replace(DISCIPLINE, level=None)

    record_bar(organisation().ref, said, of=HolderKind.ORGANISATION, actor=HEAD, at=AT)

    assert Bar.objects.get().level == ""


@pytest.mark.parametrize("role", [*OTHERS, Role.INSPECTOR])
def test_only_the_standing_office_writes(role: Role) -> None:
    made, by = recorded(), actor(role)
    expected: Any = Refused if role is Role.INSPECTOR else Unseen

    assert refusal(lambda: record_bar(person().ref, DISCIPLINE, actor=by, at=AT)) == "NOT_OFFICE"
    with pytest.raises(expected):
        lift_bar(made.ref, CONCLUSION, version=1, actor=by, at=AT)
    with pytest.raises(expected):
        withdraw_bar(made.ref, "Nhầm.", version=1, actor=by, at=AT)
    made.refresh_from_db()
    assert (made.lifted_at, made.withdrawn_at, made.version) == (None, None, 1)


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_reads_a_bar(role: Role) -> None:
    somebody = person()
    made = bar(somebody)

    with pytest.raises(Unseen):
        bars_of(actor(role), HolderKind.PERSON, somebody.ref)
    with pytest.raises(Unseen):
        bar_of(actor(role), HolderKind.PERSON, somebody.ref, made.ref)
    assert [b.ref for b in bars_of(INSPECTOR, HolderKind.PERSON, somebody.ref)] == [made.ref]


def test_a_bar_is_found_only_under_whom_it_bars() -> None:
    made = bar(person())

    with pytest.raises(Unseen):
        bar_of(HEAD, HolderKind.PERSON, person("Giàng A Suối").ref, made.ref)


def test_the_same_paper_is_recorded_once_and_again_after_a_withdrawal() -> None:
    somebody = person()
    made = recorded(who=somebody)

    assert refusal(lambda: recorded(who=somebody)) == "ALREADY_RECORDED"
    withdraw_bar(made.ref, "Nhầm người.", version=1, actor=HEAD, at=AT)
    again = recorded(who=somebody)
    assert [b.ref for b in bars_of(HEAD, HolderKind.PERSON, somebody.ref)] == [again.ref, made.ref]


def test_nobody_unknown_is_barred() -> None:
    with pytest.raises(Unseen):
        record_bar("khong-co", INVESTIGATION, actor=HEAD, at=AT)
    with pytest.raises(Unseen):
        record_bar("khong-co", INVESTIGATION, of=HolderKind.ORGANISATION, actor=HEAD, at=AT)


def test_a_paper_ends_a_bar_and_what_it_said_stays() -> None:
    made = recorded()

    lift_bar(made.ref, CONCLUSION, version=1, actor=HEAD, at=AT)

    made.refresh_from_db()
    assert (made.until, made.ended_on) == (None, date(2026, 9, 1))
    assert (made.result_no, made.result_by, made.result_note) == (
        "402/KL-TTr", "Thanh tra tỉnh", "Rõ.",
    )  # fmt: skip
    assert (made.lifted_by_ref, made.lifted_at, made.paper_no) == ("head", AT, "318/QĐ-TTr")


@pytest.mark.parametrize(
    ("lifting", "code"),
    [
        (replace(CONCLUSION, result_no=""), "PAPER_MISSING"),
        (replace(CONCLUSION, result_by=""), "PAPER_MISSING"),
        (replace(CONCLUSION, result_on=DAY + timedelta(days=1)), "PAPER_AHEAD"),
        (replace(CONCLUSION, lifted_on=DAY + timedelta(days=1)), "LIFTED_AHEAD"),
        (replace(CONCLUSION, lifted_on=date(2026, 3, 2)), "ENDS_TOO_EARLY"),
    ],
)
def test_a_lifting_that_cannot_be_is_refused(lifting: Lifting, code: str) -> None:
    made = recorded()

    assert refusal(lambda: lift_bar(made.ref, lifting, version=1, actor=HEAD, at=AT)) == code
    made.refresh_from_db()
    assert made.lifted_at is None


def test_a_bar_that_ended_by_itself_is_not_lifted_after_that() -> None:
    made = recorded(DISCIPLINE)
    after = replace(CONCLUSION, lifted_on=date(2026, 4, 1))
    before = replace(CONCLUSION, lifted_on=date(2026, 3, 31))

    assert refusal(lambda: lift_bar(made.ref, after, version=1, actor=HEAD, at=AT)) == (
        "ENDED_BEFORE"
    )
    lift_bar(made.ref, before, version=1, actor=HEAD, at=AT)
    made.refresh_from_db()
    assert (made.until, made.ended_on) == (date(2026, 4, 1), date(2026, 3, 31))


def test_what_is_over_is_not_ended_again() -> None:
    made = recorded()
    lift_bar(made.ref, CONCLUSION, version=1, actor=HEAD, at=AT)

    def lift() -> None:
        lift_bar(made.ref, CONCLUSION, version=2, actor=SPECIALIST, at=AT)

    def withdraw(version: int = 2) -> None:
        withdraw_bar(made.ref, "Nhầm người.", version=version, actor=SPECIALIST, at=AT)

    assert refusal(lift) == "ALREADY_LIFTED"
    assert refusal(lambda: withdraw(1)) == "STALE"
    withdraw()
    assert refusal(lift) == "ALREADY_WITHDRAWN"
    assert refusal(withdraw) == "ALREADY_WITHDRAWN"


def test_a_form_that_somebody_overtook_is_refused() -> None:
    made = recorded()

    assert refusal(lambda: lift_bar(made.ref, CONCLUSION, version=7, actor=HEAD, at=AT)) == "STALE"


def test_a_wrong_entry_is_withdrawn_with_a_reason_and_stays_in_view() -> None:
    somebody = person()
    made = recorded(who=somebody)

    assert refusal(lambda: withdraw_bar(made.ref, " ", version=1, actor=HEAD, at=AT)) == (
        "NO_REASON"
    )
    withdraw_bar(made.ref, " Nhầm người trùng tên. ", version=1, actor=HEAD, at=AT)

    seen = bar_of(INSPECTOR, HolderKind.PERSON, somebody.ref, made.ref)
    assert (seen.withdrawn_reason, seen.withdrawn_by) == (
        "Nhầm người trùng tên.", "Trần Thị Đồi Chè",
    )  # fmt: skip
    assert not seen.bars_on(date(2026, 6, 1))


def test_a_bar_stands_from_its_first_day_to_the_day_before_its_end() -> None:
    somebody = person()
    made = bar(somebody, since=date(2026, 3, 2), until=date(2026, 6, 2))
    seen = bar_of(HEAD, HolderKind.PERSON, somebody.ref, made.ref)

    days = [date(2026, 3, 1), date(2026, 3, 2), date(2026, 6, 1), date(2026, 6, 2)]
    assert [seen.bars_on(day) for day in days] == [False, True, True, False]


def test_the_audit_record_names_neither_the_person_nor_the_matter() -> None:
    made = recorded()
    lift_bar(made.ref, CONCLUSION, version=1, actor=HEAD, at=AT)
    withdraw_bar(made.ref, "Nhầm người.", version=2, actor=HEAD, at=AT)

    entries = list(Entry.objects.order_by("seq"))
    assert [e.verb for e in entries] == ["record_bar", "lift_bar", "withdraw_bar"]
    assert {(e.subject_kind, e.subject_ref) for e in entries} == {("bar", made.ref)}
    written = " ".join(f"{e.said} {e.details}" for e in entries)
    holder = made.person
    assert holder is not None
    secrets = (
        "318/QĐ-TTr", "402/KL-TTr", "mua sắm", "thanh tra", "kỷ luật", "Nhầm người",
        holder.full_name, holder.ref,
    )  # fmt: skip
    assert [secret for secret in secrets if secret in written] == []
    assert str(made) == made.ref


def test_when_the_audit_record_fails_no_bar_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(**_said: object) -> None:
        raise RuntimeError("no power")

    monkeypatch.setattr(recording, "record", failing)
    with pytest.raises(RuntimeError):
        recorded()

    assert not Bar.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"organisation": "unit"}, "bar_has_one_holder"),
        ({"person": None}, "bar_has_one_holder"),
        ({"until": date(2026, 3, 2)}, "bar_ends_after_it_begins"),
        ({"lifted_on": date(2026, 9, 1)}, "bar_is_lifted_by_a_paper"),
        ({"withdrawn_at": AT}, "bar_is_withdrawn_with_a_reason"),
        ({"level": "CANH_CAO"}, "only_a_discipline_has_a_level"),
        ({"kind": "DISCIPLINED"}, "discipline_of_a_person_has_a_level"),
        ({"paper_no": ""}, "bar_stands_on_a_paper"),
    ],
)
def test_the_database_itself_refuses(wrong: dict[str, Any], name: str) -> None:
    made = bar(person())
    if "organisation" in wrong:
        wrong = {"organisation": organisation("Sở khác")}

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Bar.objects.filter(pk=made.pk).update(**wrong)
