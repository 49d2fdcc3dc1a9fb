"""Agencies are asked about rows; what they answer, what silence means, and which rows wait."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.ask_agencies import ask_agencies
from bangvang.appraisal.actions.confirm_silence_rule import confirm_silence_rule
from bangvang.appraisal.actions.decide_overrule import decide_overrule
from bangvang.appraisal.actions.enter_silence_rule import SilenceEntered, enter_silence_rule
from bangvang.appraisal.actions.propose_overrule import propose_overrule
from bangvang.appraisal.actions.record_agency_paper import record_agency_paper
from bangvang.appraisal.actions.release import release
from bangvang.appraisal.actions.remind_agency import remind_agency
from bangvang.appraisal.actions.renew_agency_link import renew_agency_link
from bangvang.appraisal.actions.reply_by_link import reply_by_link
from bangvang.appraisal.actions.stop_awaiting_agency import stop_awaiting_agency
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.actions.withdraw_agency_request import withdraw_agency_request
from bangvang.appraisal.actions.withdraw_silence_rule import withdraw_silence_rule
from bangvang.appraisal.models import (
    AgencyReminder,
    AgencyReply,
    AgencyRequest,
    AskedRow,
    SilenceRule,
)
from bangvang.appraisal.permissions.agency_opinions import MOST_WRONG_CODES, Said
from bangvang.appraisal.selectors.agency_links import asked_by_link
from bangvang.appraisal.selectors.agency_opinions import (
    agencies_known,
    awaited_among,
    opinions_of_row,
    request_page,
    requests_for,
)
from bangvang.appraisal.selectors.bulk import plan_of
from bangvang.appraisal.selectors.silence_rules import silence_rules_seen
from bangvang.appraisal.states import BulkWork
from bangvang.appraisal.tests import hearing as make
from bangvang.appraisal.tests.test_actions import fighter, submitted
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.audit.selectors import entries_about, verify
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, DAY, actor
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State

pytestmark = pytest.mark.django_db

Office = tuple[Actor, Actor]


@pytest.fixture
def office() -> Office:
    return make.the_office()


@pytest.fixture
def rows() -> list[Nomination]:
    return make.under_appraisal()


def refusal(call: Any, *args: Any, **named: Any) -> str:
    with pytest.raises(Refused) as caught:
        call(*args, **named)
    return caught.value.objection.code


def test_several_agencies_are_asked_at_once_each_with_its_own_link_and_code(
    office: Office, rows: list[Nomination]
) -> None:
    question = make.question(rows, agencies=[make.TAX, f"  {make.POLICE} ", ""])

    links = ask_agencies(rows[0].batch.ref, question, actor=office[0], at=AT)

    assert [link.agency for link in links] == [make.TAX, make.POLICE]
    assert [link.number for link in links] == ["HY-001/2026", "HY-002/2026"]
    assert len({link.secret for link in links} | {link.code for link in links}) == 4
    kept = str(list(AgencyRequest.objects.values()))
    assert not [link for link in links if link.secret in kept or link.code in kept]
    assert links[0].secret not in str(list(Entry.objects.values()))
    assert [entry.verb for entry in entries_about(("agency_request", links[0].ref))] == [
        "ask_agency"
    ]
    assert [one.rows for one in requests_for(office[0], batch_ref=rows[0].batch.ref)] == [2, 2]
    assert requests_for(actor(Role.UNIT_HEAD, unit=rows[0].batch.unit)) == []
    assert opinions_of_row(actor(Role.UNIT_HEAD, unit=rows[0].batch.unit), rows[0].ref) == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"rows": []}, "NO_ROWS"),
        ({"rows": [str(n) for n in range(301)]}, "TOO_MANY_ROWS"),
        ({"rows": ["khong-co"]}, "NOT_TO_BE_ASKED"),
        ({"agencies": [" "]}, "NO_AGENCY"),
        ({"agencies": [str(n) for n in range(21)]}, "TOO_MANY_AGENCIES"),
        ({"agencies": ["Thuế tỉnh", "thuế  tỉnh"]}, "AGENCY_TWICE"),
        ({"agencies": ["x" * 301]}, "AGENCY_TOO_LONG"),
        ({"about": " "}, "NO_ABOUT"),
        ({"due_on": DAY}, "DUE_BEFORE"),
        ({"expires_on": make.DUE - timedelta(days=1)}, "ENDS_BEFORE_DUE"),
        ({"expires_on": date(2027, 9, 1)}, "DUE_TOO_FAR"),
    ],
)
def test_what_may_not_be_asked(
    office: Office, rows: list[Nomination], said: dict[str, Any], code: str
) -> None:
    question = replace(make.question(rows), **said)

    assert refusal(ask_agencies, rows[0].batch.ref, question, actor=office[0], at=AT) == code
    assert not AgencyRequest.objects.exists()


def test_only_the_office_asks_about_what_it_has_and_a_form_counts_once(
    office: Office, rows: list[Nomination]
) -> None:
    batch, question = rows[0].batch.ref, make.question(rows)
    inspector = actor(Role.INSPECTOR)
    assert refusal(ask_agencies, batch, question, actor=inspector, at=AT) == "NOT_OFFICE"
    with pytest.raises(Unseen):
        ask_agencies(batch, question, actor=actor(Role.EDITOR), at=AT)
    ready = make.under_appraisal(1, State.READY)
    other = replace(question, rows=[ready[0].ref])
    assert refusal(ask_agencies, ready[0].batch.ref, other, actor=office[0], at=AT) == (
        "NOT_TO_BE_ASKED"
    )

    ask_agencies(batch, question, actor=office[0], at=AT)

    assert refusal(ask_agencies, batch, question, actor=office[0], at=AT) == "ASKED_ALREADY"


def test_an_agency_answers_by_its_link_once_and_sees_what_it_sent(
    office: Office, rows: list[Nomination]
) -> None:
    link = make.asked(office[0], rows)

    make.answered(link, make.AGREES, make.INFORMS)

    seen = asked_by_link(link.ref, link.secret, make.opened(link), on=DAY)
    assert [row.stance_name for row in seen.rows] == ["Đồng ý", "Có thông tin"]
    assert seen.receipt is not None
    assert seen.receipt.signer_name == "Hoàng Thị Suối Mơ"
    again = make.sent(make.AGREES, make.AGREES)
    opened = make.opened(link)
    code = refusal(reply_by_link, link.ref, link.secret, opened, again, at=AT)
    assert code == "ANSWERED_ALREADY"
    page = request_page(office[0], link.ref)
    assert page.rows[1].words == "Còn nợ 12 triệu đồng tiền thuế."
    assert page.reply is not None
    assert not page.reply.is_late
    said = [entry.said for entry in entries_about(("agency_request", link.ref))]
    assert any("1 đồng ý, 1 có thông tin" in one for one in said)
    assert verify()[1] is None


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (make.sent(make.AGREES, make.AGREES, name=" "), "NO_SIGNER"),
        (make.sent(make.AGREES, make.AGREES, position=""), "NO_SIGNER"),
        (make.sent(make.AGREES), "ROW_NOT_SAID"),
        (make.sent(make.AGREES, Said("MAYBE")), "ROW_NOT_SAID"),
        (make.sent(make.AGREES, Said("DISAGREES", " ")), "ROW_NOT_SAID"),
        (make.sent(make.AGREES, Said("AGREES", "x" * 2001)), "ROW_NOT_SAID"),
        (make.sent(make.AGREES, Said("INFORMS", "Có.", "", DAY)), "ROW_NOT_SAID"),
        (make.sent(make.AGREES, Said("INFORMS", "Có.", "1/TB")), "ROW_NOT_SAID"),
        (
            make.sent(make.AGREES, Said("INFORMS", "Có.", "1/TB", DAY + timedelta(days=1))),
            "ROW_NOT_SAID",
        ),
    ],
)
def test_an_answer_is_signed_and_whole(
    office: Office, rows: list[Nomination], sent: Any, code: str
) -> None:
    link = make.asked(office[0], rows)
    opened = make.opened(link)

    assert refusal(reply_by_link, link.ref, link.secret, opened, sent, at=AT) == code
    assert not AgencyReply.objects.exists()


def test_a_wrong_link_code_or_day_opens_nothing_and_wrong_codes_are_counted(
    office: Office, rows: list[Nomination]
) -> None:
    link = make.asked(office[0], rows)
    good = make.opened(link, code=f"{link.code[:4]} {link.code[4:]}")
    assert good
    late = AT.replace(month=10, day=2)
    assert make.opened(link, at=late) == ""
    assert make.opened(replace(link, ref="khong-co")) == ""
    assert make.opened(replace(link, secret="khac")) == ""
    assert AgencyRequest.objects.get().wrong_codes == 0
    for opened in ("", "x" * 64):
        with pytest.raises(Unseen):
            asked_by_link(link.ref, link.secret, opened, on=DAY)
    wrong = f"{(int(link.code) + 1) % 10**8:08d}"

    assert [make.opened(link, code=wrong) for _ in range(MOST_WRONG_CODES)] == [""] * 5

    assert make.opened(link) == ""
    with pytest.raises(Unseen):
        reply_by_link(link.ref, link.secret, good, make.sent(make.AGREES, make.AGREES), at=AT)
    said = [entry.said for entry in entries_about(("agency_request", link.ref))]
    assert sum("nhập sai mã" in one for one in said) == 5
    assert request_page(office[0], link.ref).is_locked
    anew = renew_agency_link(link.ref, make.EXPIRES, actor=office[0], at=AT)
    assert make.opened(anew)
    assert make.opened(link) == ""


def test_an_answer_on_paper_is_recorded_with_number_day_and_scan(
    office: Office, rows: list[Nomination]
) -> None:
    link, sent = make.asked(office[0], rows), make.sent(make.AGREES, Said("NO_OPINION"))

    def record(paper: Any = None, by: Actor = office[0], at: Any = AT) -> None:
        record_agency_paper(link.ref, sent, paper or make.paper(), actor=by, at=at)

    assert refusal(record, by=actor(Role.INSPECTOR)) == "NOT_OFFICE"
    assert refusal(record, make.paper(number=" ")) == "NO_PAPER"
    assert refusal(record, make.paper(issued_on=None)) == "NO_PAPER"
    assert refusal(record, make.paper(scan=b"")) == "NO_PAPER"
    assert refusal(record, make.paper(came_on=DAY - timedelta(days=1))) == "CAME_OUTSIDE"
    assert refusal(record, make.paper(came_on=DAY + timedelta(days=1))) == "CAME_OUTSIDE"
    assert refusal(record, make.paper(issued_on=DAY + timedelta(days=1))) == "PAPER_LATER"

    record(make.paper(came_on=make.OVERDUE.date()), at=make.OVERDUE)

    reply = request_page(actor(Role.INSPECTOR), link.ref).reply
    assert reply is not None
    assert reply.is_late
    assert reply.paper_no == "311/CV-CT"
    assert reply.recorded_by == office[0].name
    assert refusal(record, at=make.OVERDUE) == "ANSWERED_ALREADY"
    seen = asked_by_link(link.ref, link.secret, make.opened(link), on=DAY)
    assert seen.receipt is not None
    assert seen.receipt.paper_no == "311/CV-CT"


def test_a_row_that_waits_is_neither_accepted_nor_released(office: Office) -> None:
    row = make.under_appraisal(1, State.APPRAISED)[0]
    link = make.asked(office[0], [row])
    assert refusal(release, row.batch.ref, actor=office[1], at=AT) == "AGENCY_AWAITED"

    make.answered(link, make.INFORMS)

    assert release(row.batch.ref, actor=office[1], at=AT) == 1


def test_a_question_that_nobody_waits_for_holds_nothing(office: Office) -> None:
    row = make.under_appraisal(1, State.APPRAISED)[0]
    link = make.asked(office[0], [row], waits=False)

    assert release(row.batch.ref, actor=office[1], at=AT) == 1
    assert refusal(stop_awaiting_agency, link.ref, "Vì.", actor=office[1], at=AT) == (
        "WAITS_FOR_NOTHING"
    )


def test_without_a_paper_silence_means_nothing_and_the_head_decides(
    office: Office, rows: list[Nomination]
) -> None:
    make.silence(*office, confirmed=False)
    link, refs = make.asked(office[0], rows), [row.ref for row in rows]
    late = make.OVERDUE.date()
    assert [one.is_over for one in awaited_among(refs, on=late)] == [True, True]

    def stop(reason: str = "Đã gọi ba lần.", by: Actor = office[1]) -> None:
        stop_awaiting_agency(link.ref, reason, actor=by, at=make.OVERDUE)

    assert refusal(stop, by=office[0]) == "NOT_OFFICE_HEAD"
    assert refusal(stop, " ") == "NO_REASON"
    stop()

    assert awaited_among(refs, on=late) == ()
    make.answered(link, make.AGREES, make.AGREES, at=make.OVERDUE)
    reply = request_page(office[0], link.ref).reply
    assert reply is not None
    assert reply.is_late


def test_a_confirmed_paper_says_what_silence_means_for_what_is_asked_from_its_day_on(
    office: Office, rows: list[Nomination]
) -> None:
    before = make.asked(office[0], rows[:1], form="truoc")
    rule = make.silence(*office)
    make.asked(office[0], rows[1:], form="sau")
    late, refs = make.OVERDUE.date(), [row.ref for row in rows]

    assert [one.name for one in awaited_among(refs, on=make.DUE)] == [row.name for row in rows]
    assert [one.ref for one in awaited_among(refs, on=late)] == [rows[0].ref]
    seen = opinions_of_row(office[0], rows[1].ref)[0].request
    assert seen.is_settled(late)
    assert "coi như đồng ý" in seen.silence
    assert request_page(office[0], before.ref).row.silence == ""

    withdraw_silence_rule(rule, "Ghi nhầm.", actor=office[1], at=AT)

    assert len(awaited_among(refs, on=late)) == 2


def test_a_paper_on_silence_takes_two_people(office: Office) -> None:
    specialist, head = office
    ref = make.silence(specialist, head, confirmed=False)

    assert refusal(make.silence, specialist, head, confirmed=False) == "DAY_TAKEN"
    assert refusal(confirm_silence_rule, ref, actor=specialist, at=AT) == "NOT_OFFICE_HEAD"
    confirm_silence_rule(ref, actor=head, at=AT)
    assert refusal(confirm_silence_rule, ref, actor=head, at=AT) == "CONFIRMED_ALREADY"
    own = make.silence(head, head, since=DAY + timedelta(days=1), confirmed=False)
    assert refusal(confirm_silence_rule, own, actor=head, at=AT) == "OWN_RULE"
    assert refusal(withdraw_silence_rule, own, " ", actor=head, at=AT) == "NO_REASON"
    withdraw_silence_rule(own, "Ghi nhầm.", actor=head, at=AT)
    with pytest.raises(Unseen):
        confirm_silence_rule(own, actor=head, at=AT)
    assert refusal(make.silence, actor(Role.INSPECTOR), head) == "NOT_OFFICE"


def test_reminding_renewing_and_taking_back(office: Office, rows: list[Nomination]) -> None:
    link, (specialist, head) = make.asked(office[0], rows), office

    assert refusal(remind_agency, link.ref, " ", actor=specialist, at=AT) == "NO_HOW"
    remind_agency(link.ref, "Gọi điện cho văn thư.", actor=specialist, at=AT)
    assert [one.how for one in request_page(head, link.ref).reminders] == ["Gọi điện cho văn thư."]
    early = make.DUE - timedelta(days=1)
    assert refusal(renew_agency_link, link.ref, early, actor=specialist, at=AT) == (
        "ENDS_BEFORE_DUE"
    )
    with pytest.raises(Unseen):
        remind_agency(link.ref, "Gọi.", actor=actor(Role.UNIT_HEAD), at=AT)
    take_back = withdraw_agency_request
    assert refusal(take_back, link.ref, "Nhầm.", actor=specialist, at=AT) == "NOT_OFFICE_HEAD"
    assert refusal(take_back, link.ref, "", actor=head, at=AT) == "NO_REASON"

    take_back(link.ref, "Hỏi nhầm cơ quan.", actor=head, at=AT)

    assert make.opened(link) == ""
    assert awaited_among([row.ref for row in rows], on=DAY) == ()
    assert opinions_of_row(specialist, rows[0].ref) == []
    for call in (remind_agency, stop_awaiting_agency, take_back):
        assert refusal(call, link.ref, "Vì.", actor=head, at=AT) == "NO_LONGER_ASKED"
    assert refusal(renew_agency_link, link.ref, make.EXPIRES, actor=head, at=AT) == (
        "NO_LONGER_ASKED"
    )
    assert [entry.verb for entry in entries_about(("agency_request", link.ref))] == [
        "ask_agency", "remind_agency", "withdraw_agency_request"
    ]  # fmt: skip


def test_rows_that_wait_are_not_concluded_on_by_any_way(office: Office) -> None:
    specialist, head = office
    handed_in, (good, bad) = submitted(
        fighter(2023, 2024, 2025), fighter(2023, 2025, name="Giàng A Suối")
    )
    take_up(handed_in.ref, actor=specialist, at=AT)
    propose_overrule(bad.ref, "Có thành tích.", version=2, actor=specialist, at=AT)
    link = make.asked(specialist, [good, bad])

    assert refusal(accept, good.ref, "Tốt.", version=2, actor=specialist, at=AT) == (
        "AGENCY_AWAITED"
    )
    plan = plan_of(specialist, handed_in.ref, BulkWork.ACCEPT, {good.ref: 2}, on=DAY)
    assert "Còn chờ ý kiến của" in plan[0].why_left
    overruled = {"agree": True, "reason": "", "version": 3, "actor": head, "at": AT}
    assert refusal(decide_overrule, bad.ref, **overruled) == "AGENCY_AWAITED"

    make.answered(link, make.AGREES, make.AGREES)

    accept(good.ref, "Tốt.", version=2, actor=specialist, at=AT)
    decide_overrule(bad.ref, agree=True, reason="", version=3, actor=head, at=AT)


def test_many_that_wait_are_counted(office: Office) -> None:
    rows = make.under_appraisal(3, State.APPRAISED)
    question = make.question(rows, agencies=[make.TAX, make.POLICE])
    ask_agencies(rows[0].batch.ref, question, actor=office[0], at=AT)

    with pytest.raises(Refused) as caught:
        release(rows[0].batch.ref, actor=office[1], at=make.OVERDUE)

    assert "(hạn 24/09/2026, đã quá)" in caught.value.objection.sentence
    assert "và 3 ý kiến khác" in caught.value.objection.sentence


def test_others_see_no_question_no_paper_and_no_agency(
    office: Office, rows: list[Nomination]
) -> None:
    link, stranger = make.asked(office[0], rows), actor(Role.UNIT_HEAD)
    assert agencies_known(office[0]) == [make.TAX]
    assert agencies_known(stranger) == []
    with pytest.raises(Unseen):
        request_page(stranger, link.ref)
    with pytest.raises(Unseen):
        silence_rules_seen(stranger)
    make.answered(link, make.AGREES, make.INFORMS)
    remind = AgencyReminder(how="Gọi điện.")
    reply = AgencyReply.objects.get()
    said = [AgencyRequest.objects.get(), AskedRow.objects.first(), reply, reply.rows.first(),
            remind, SilenceRule(number="09/QC")]  # fmt: skip
    assert [str(one) for one in said] == [
        f"HY-001/2026 {make.TAX}", f"1 {rows[0].name}", "Hoàng Thị Suối Mơ", "AGREES",
        "Gọi điện.", "09/QC",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"number": " "}, "NO_NUMBER"),
        ({"clause": " "}, "NO_CLAUSE"),
        ({"issued_on": DAY + timedelta(days=1)}, "ISSUED_LATER"),
        ({"since": date(2026, 8, 1)}, "BEFORE_ISSUED"),
        ({"scan": b""}, "NO_SCAN"),
    ],
)
def test_what_a_paper_on_silence_must_have(office: Office, said: dict[str, Any], code: str) -> None:
    entered = SilenceEntered("AGREED", "09/QC", date(2026, 8, 15), "Điều 7", DAY, make.SCAN, "q")

    assert refusal(enter_silence_rule, replace(entered, **said), actor=office[0], at=AT) == code
