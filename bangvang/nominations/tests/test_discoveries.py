"""Good deeds reported by anybody: taken in once, sent with a clock, answered; who reads what."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from django.test import override_settings
from pytest_django import Settings

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.ref import new_ref
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.nominations.actions import report_discovery as reporting
from bangvang.nominations.actions.answer_discovery import answer_discovery
from bangvang.nominations.actions.report_discovery import Receipt, Report, report_discovery
from bangvang.nominations.actions.reveal_reporter import reveal_reporter
from bangvang.nominations.actions.send_discovery import send_discovery
from bangvang.nominations.actions.set_discovery_aside import set_discovery_aside
from bangvang.nominations.models import Discovery, Reporter
from bangvang.nominations.selectors.discoveries import (
    discoveries_for,
    discovery_page,
    followed,
)
from bangvang.nominations.states import AsideWhy, DiscoveryAnswer, DiscoveryState
from bangvang.registry.models import Organisation
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

OFFICER, BOSS = actor(Role.SPECIALIST), actor(Role.OFFICE_HEAD)
REPORT = Report(
    name="Giàng A Suối Reo",
    story="Lao xuống suối lũ cứu hai cháu nhỏ.",
    place_text="Suối Đá Trắng, thôn Mây Bay",
    reporter_name="Tẩn Thị Ruộng Bậc",
    reporter_contact="0900 000 111",
)
TAKEN_UP, SPAM = DiscoveryAnswer.TAKEN_UP, AsideWhy.SPAM


@pytest.fixture
def unit() -> Organisation:
    return organisation("Ủy ban nhân dân xã Mây Bay", kind="COMMUNE")


@pytest.fixture
def head(unit: Organisation) -> Actor:
    return actor(Role.UNIT_HEAD, unit=unit, name="Vàng Thị Núi")


def reported(report: Report = REPORT, *, sender: str = "") -> tuple[Discovery, Receipt]:
    receipt = report_discovery(report, once=new_ref(), sender=sender, at=AT)
    return Discovery.objects.order_by("-pk")[0], receipt


def sent(unit: Organisation, *, days: int = 5) -> Discovery:
    made, _ = reported()
    send_discovery(made.ref, unit.ref, working_days=days, version=1, actor=OFFICER, at=AT)
    made.refresh_from_db()
    return made


def code(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.objection.code


def test_a_report_gets_a_number_and_a_code_and_the_same_form_twice_is_one() -> None:
    once = new_ref()
    first = report_discovery(REPORT, once=once, sender="x", at=AT)
    again = report_discovery(REPORT, once=once, sender="x", at=AT)
    _, other = reported()

    assert first == again
    assert (first.said, other.said) == (f"0001/{AT.year}", f"0002/{AT.year}")
    assert Discovery.objects.count() == 2
    assert Entry.objects.filter(verb="report_discovery").count() == 2
    assert followed(first.said, first.code).state is DiscoveryState.NEW
    for said, secret in ((first.said, other.code), (other.said, first.code), ("", "")):
        with pytest.raises(Unseen):
            followed(said, secret)


def test_who_reported_is_kept_sealed_and_stands_in_no_entry() -> None:
    made, receipt = reported()
    kept = Reporter.objects.get()
    written = "".join(f"{e.said}{e.details}{e.actor_name}" for e in Entry.objects.all())

    for secret in ("Ruộng Bậc", "0900", receipt.code):
        assert secret not in kept.sealed + written + made.story + made.code_digest
    nameless, _ = reported(replace(REPORT, reporter_name="", reporter_contact=""))
    assert not Reporter.objects.filter(discovery=nameless).exists()


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"name": " "}, "INCOMPLETE"),
        ({"story": ""}, "INCOMPLETE"),
        ({"place_text": ""}, "INCOMPLETE"),
        ({"story": "a" * 3001}, "TOO_LONG"),
        ({"reporter_contact": "1" * 201}, "TOO_LONG"),
        ({"happened_on": AT.date() + timedelta(days=1)}, "NOT_YET"),
    ],
)
def test_what_cannot_be_taken_in_is_refused(changed: dict[str, object], expected: str) -> None:
    with pytest.raises(Refused) as caught:
        reported(replace(REPORT, **changed))  # type: ignore[arg-type]  # fields of the report

    assert code(caught) == expected
    assert not Discovery.objects.exists()


def test_a_form_that_is_not_ours_and_a_place_that_is_not_there_are_refused() -> None:
    for once in ("", "a" * 13, "!" * 14):
        with pytest.raises(Refused) as caught:
            report_discovery(REPORT, once=once, sender="", at=AT)
        assert code(caught) == "UNKNOWN_FORM"
    with pytest.raises(Unseen):
        reported(replace(REPORT, place_ref="khong-co"))


def test_one_place_sends_five_a_day_and_all_together_so_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for _ in range(reporting.SENDER_A_DAY):
        reported(sender="one")
    with pytest.raises(Refused) as caught:
        reported(sender="one")
    assert code(caught) == "TOO_MANY"
    reported(sender="two")
    monkeypatch.setattr(reporting, "ALL_A_DAY", Discovery.objects.count())
    with pytest.raises(Refused) as caught:
        reported(sender="three")
    assert code(caught) == "TOO_MANY"
    report_discovery(REPORT, once=new_ref(), sender="one", at=AT + timedelta(days=1, seconds=1))


@override_settings(PRIVATE_FILES_LARGEST=40)
def test_a_file_is_kept_under_a_name_that_tells_nothing_and_a_wrong_one_is_refused() -> None:
    for data, expected in ((b"chu" * 5, "FILE_NOT_ACCEPTED"), (b"", "FILE_EMPTY")):
        with pytest.raises(Refused) as caught:
            report_discovery(REPORT, once=new_ref(), sender="", at=AT, data=data)
        assert code(caught) == expected
    with pytest.raises(Refused) as caught:
        report_discovery(REPORT, once=new_ref(), sender="", at=AT, data=b"x" * 41)
    assert code(caught) == "FILE_TOO_BIG"
    assert not Discovery.objects.exists()


def test_it_is_sent_with_a_day_of_working_days_and_answered(
    unit: Organisation, head: Actor
) -> None:
    made, receipt = reported()
    send_discovery(made.ref, unit.ref, working_days=5, version=1, actor=OFFICER, at=AT)
    waiting = followed(receipt.said, receipt.code)
    answer_discovery(made.ref, TAKEN_UP, "Đã họp xét.", version=2, actor=head, at=AT)
    over = followed(receipt.said, receipt.code)

    made.refresh_from_db()
    assert made.due_on is not None
    assert made.due_on >= AT.date() + timedelta(days=7)
    assert (waiting.unit_name, waiting.due_on) == (unit.name, made.due_on)
    assert (over.state, over.ending) == (DiscoveryState.ANSWERED, TAKEN_UP.label)
    assert "Đã họp xét" not in repr(over)
    verbs = [e.verb for e in Entry.objects.filter(subject_ref=made.ref).order_by("seq")]
    assert verbs == ["report_discovery", "send_discovery", "answer_discovery"]
    assert len(entries_about(("discovery", made.ref))) == 3


def test_sent_elsewhere_the_first_unit_reads_it_no_more(unit: Organisation, head: Actor) -> None:
    made = sent(unit)
    other = organisation("Sở Rừng Xanh")
    send_discovery(made.ref, other.ref, working_days=3, version=2, actor=OFFICER, at=AT)

    assert discoveries_for(head) == []
    with pytest.raises(Unseen):
        discovery_page(head, made.ref)
    with pytest.raises(Unseen):
        answer_discovery(made.ref, TAKEN_UP, "Có.", version=3, actor=head, at=AT)


def test_sending_is_refused(unit: Organisation) -> None:
    made, _ = reported()
    ended = organisation("Sở Đã Tan", until=date(2025, 1, 1))
    cases = (
        (actor(Role.INSPECTOR), unit, 5, 1, "NOT_OFFICE"),
        (OFFICER, unit, 0, 1, "WRONG_WORKING_DAYS"),
        (OFFICER, unit, 61, 1, "WRONG_WORKING_DAYS"),
        (OFFICER, unit, 5, 9, "STALE"),
        (OFFICER, ended, 5, 1, "UNIT_ENDED"),
    )
    for who, whom, days, version, expected in cases:
        with pytest.raises(Refused) as caught:
            send_discovery(made.ref, whom.ref, working_days=days, version=version, actor=who, at=AT)
        assert code(caught) == expected
    set_discovery_aside(made.ref, SPAM, "Quảng cáo.", version=1, actor=OFFICER, at=AT)
    with pytest.raises(Refused) as caught:
        send_discovery(made.ref, unit.ref, working_days=5, version=2, actor=OFFICER, at=AT)
    assert code(caught) == "DISCOVERY_OVER"


def test_setting_aside_wants_a_reason_and_what_is_sent_is_not_set_aside(
    unit: Organisation,
) -> None:
    made, receipt = reported()
    for who, words, version, expected in (
        (actor(Role.INSPECTOR), "Quảng cáo.", 1, "NOT_OFFICE"),
        (OFFICER, "  ", 1, "NO_REASON"),
        (OFFICER, "Quảng cáo.", 9, "STALE"),
    ):
        with pytest.raises(Refused) as caught:
            set_discovery_aside(made.ref, SPAM, words, version=version, actor=who, at=AT)
        assert code(caught) == expected
    set_discovery_aside(made.ref, SPAM, "Quảng cáo.", version=1, actor=OFFICER, at=AT)
    assert followed(receipt.said, receipt.code).ending == SPAM.label
    there = sent(unit)
    with pytest.raises(Refused) as caught:
        set_discovery_aside(there.ref, SPAM, "Muộn.", version=2, actor=OFFICER, at=AT)
    assert code(caught) == "DISCOVERY_SENT"


def test_answering_is_refused(unit: Organisation, head: Actor) -> None:
    made = sent(unit)
    for who, words, version, expected in (
        (OFFICER, "Có.", 2, "NOT_SENT_TO_YOU"),
        (replace(OFFICER, organisation_ref=unit.ref), "Có.", 2, "NOT_ANSWERING_HEAD"),
        (head, " ", 2, "NO_ANSWER_WORDS"),
        (head, "Có.", 1, "STALE"),
    ):
        with pytest.raises(Refused) as caught:
            answer_discovery(made.ref, TAKEN_UP, words, version=version, actor=who, at=AT)
        assert code(caught) == expected
    answer_discovery(made.ref, TAKEN_UP, "Có.", version=2, actor=head, at=AT)
    with pytest.raises(Refused) as caught:
        answer_discovery(made.ref, TAKEN_UP, "Có.", version=3, actor=head, at=AT)
    assert code(caught) == "DISCOVERY_OVER"


def test_nobody_reads_what_is_not_theirs(unit: Organisation, head: Actor) -> None:
    made, (new, _) = sent(unit), reported()
    stranger = actor(Role.UNIT_HEAD, unit=organisation("Sở Khác Hẳn"))
    council = [actor(r) for r in (Role.SECRETARY, Role.CHAIR, Role.MEMBER, Role.EDITOR)]
    staff = actor(Role.UNIT_OFFICER, unit=unit)

    assert [row.ref for row in discoveries_for(head)] == [made.ref]
    for who in (stranger, staff, *council, actor(Role.ADMINISTRATOR)):
        assert discoveries_for(who) == []
        with pytest.raises(Unseen):
            discovery_page(who, made.ref)
    with pytest.raises(Unseen):
        discovery_page(head, new.ref)
    assert len(discoveries_for(actor(Role.INSPECTOR))) == 2
    assert not discovery_page(head, made.ref).has_reporter
    assert discovery_page(OFFICER, made.ref).has_reporter


def test_only_the_head_of_the_office_opens_who_reported_and_it_is_written(
    head: Actor, unit: Organisation, settings: Settings
) -> None:
    made = sent(unit)
    for who in (OFFICER, head, actor(Role.INSPECTOR)):
        with pytest.raises(Refused) as caught:
            reveal_reporter(made.ref, "Tò mò", actor=who, at=AT)
        assert code(caught) == "NOT_REVEALING"
    with pytest.raises(Refused) as caught:
        reveal_reporter(made.ref, " ", actor=BOSS, at=AT)
    assert code(caught) == "NO_REASON"

    told = reveal_reporter(made.ref, "Mời người báo xác minh", actor=BOSS, at=AT)
    assert told == (REPORT.reporter_name, REPORT.reporter_contact)
    entry = Entry.objects.get(verb="reveal_reporter")
    assert "xác minh" in entry.said
    assert "Ruộng Bậc" not in entry.said
    settings.IDENTITY_SEALS = f"other:{'n' * 43}"
    with pytest.raises(Refused) as caught:
        reveal_reporter(made.ref, "Xem lại", actor=BOSS, at=AT)
    assert code(caught) == "CANNOT_OPEN"
    Reporter.objects.all().delete()
    with pytest.raises(Refused) as caught:
        reveal_reporter(made.ref, "Xem lại", actor=BOSS, at=AT)
    assert code(caught) == "NO_REPORTER"


@each_connected
def test_two_at_once_one_is_told() -> None:
    unit = organisation("Ủy ban nhân dân xã Mây Bay", kind="COMMUNE")
    head = actor(Role.UNIT_HEAD, unit=unit)
    made = sent(unit)
    answer = partial(answer_discovery, made.ref, words="Có.", version=2, actor=head, at=AT)

    told = at_once(
        partial(answer, answer=TAKEN_UP), partial(answer, answer=DiscoveryAnswer.NOT_CONFIRMED)
    )

    assert sorted(told) in (["", "STALE"], ["", "DISCOVERY_OVER"])


@each_connected
def test_two_reports_at_once_get_two_numbers_and_one_form_twice_gets_one() -> None:
    once = new_ref()
    send = partial(report_discovery, REPORT, sender="", at=AT)

    assert at_once(partial(send, once=once), partial(send, once=once)) == ["", ""]
    assert at_once(partial(send, once=new_ref()), partial(send, once=new_ref())) == ["", ""]

    assert sorted(Discovery.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert not StoredFile.objects.exists()
