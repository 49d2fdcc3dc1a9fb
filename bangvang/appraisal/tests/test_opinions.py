"""Opinions: sealed senders, receipts, in time, resolved and confirmed by two, shown to one."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytest_django import Settings

from bangvang.appraisal.actions.answer_resolution import answer_resolution
from bangvang.appraisal.actions.kept_opinion import bound_to
from bangvang.appraisal.actions.open_attachment import open_attachment
from bangvang.appraisal.actions.record_paper_opinion import record_paper_opinion
from bangvang.appraisal.actions.reseal_senders import reseal_senders
from bangvang.appraisal.actions.resolve_opinion import Resolved, resolve_opinion
from bangvang.appraisal.actions.reveal_sender import reveal_sender
from bangvang.appraisal.actions.take_out_of_consultation import take_out_of_consultation
from bangvang.appraisal.models import Consultation, Opinion
from bangvang.appraisal.selectors.opinions import (
    opinion_seen,
    opinions_of,
    opinions_waiting,
    senders_sealed_otherwise,
)
from bangvang.appraisal.selectors.public import (
    consultation_public,
    followed,
    lists_public,
    public_file,
    working_days_left,
)
from bangvang.appraisal.states import OpinionState
from bangvang.appraisal.tests import consulting as make
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.registry.selectors.identity import seals

pytestmark = pytest.mark.django_db

Office = tuple[Actor, Actor]
DAY = AT.date()
LAST_MINUTE = AT.replace(day=17, hour=23, minute=59)
SECRETS = ("Tẩn Láo Người Gửi", "0912 000 111")


@pytest.fixture
def office() -> Office:
    return make.the_office()


@pytest.fixture
def kept(office: Office) -> Consultation:
    specialist, head = office
    make.rule(head)
    return make.opened(specialist, head, make.rows())


def refused(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused) as refusal:
        act()
    assert refusal.value.objection.code == code


def test_an_opinion_gets_a_number_and_a_code_and_its_sender_is_sealed(kept: Consultation) -> None:
    receipt = make.received(kept.ref)

    opinion = Opinion.objects.get()
    assert receipt.number == opinion.receipt_no == "01/2026-0001"
    assert len(receipt.code) == 12
    stored = " ".join(str(value) for value in Opinion.objects.values_list()[0])
    said = " ".join(f"{line.said} {line.details} {line.actor_name}" for line in Entry.objects.all())
    for secret in (*SECRETS, receipt.code):
        assert secret not in stored
        assert secret not in said
    assert "nợ tiền công" not in said


def test_the_same_form_pressed_twice_is_one_opinion(kept: Consultation) -> None:
    first, again = make.received(kept.ref), make.received(kept.ref)
    other = make.received(kept.ref, make.sent(None, form="mot-bieu-mau-khac"))

    assert first == again
    assert other.number == "01/2026-0002"
    assert Opinion.objects.count() == 2


def test_the_last_minute_counts_and_the_next_day_does_not(kept: Consultation) -> None:
    make.received(kept.ref, at=LAST_MINUTE)

    refused(
        "WINDOW_OVER",
        lambda: make.received(
            kept.ref, make.sent(form="khac"), at=LAST_MINUTE + timedelta(minutes=1)
        ),
    )


def test_what_an_opinion_must_say(office: Office, kept: Consultation) -> None:
    refused("NO_WORDS", lambda: make.received(kept.ref, make.sent(words=" ")))
    refused("TOO_LONG", lambda: make.received(kept.ref, make.sent(words="a" * 5001)))
    refused("NO_SENDER", lambda: make.received(kept.ref, make.sent(name=" ")))
    refused("NO_SENDER", lambda: make.received(kept.ref, make.sent(contact="")))
    refused("NO_SUCH_ROW", lambda: make.received(kept.ref, make.sent(7)))
    refused("FILE_NOT_ACCEPTED", lambda: make.received(kept.ref, make.sent(file=b"a,b\n1,2\n")))
    take_out_of_consultation(kept.ref, 1, "Rút.", actor=office[0], at=AT)
    refused("NO_SUCH_ROW", lambda: make.received(kept.ref))
    with pytest.raises(Unseen):
        make.received("khong-co")


def test_a_file_is_kept_under_a_name_that_says_nothing(kept: Consultation) -> None:
    make.received(kept.ref, make.sent(file=make.SCAN))

    assert Opinion.objects.get().attachment == StoredFile.objects.latest("pk")
    assert StoredFile.objects.latest("pk").original_name == "tep-kem-y-kien.pdf"


def test_a_paper_that_came_in_time_is_recorded_until_the_closing(
    office: Office, kept: Consultation
) -> None:
    specialist, head = office

    def record(came_on: date, *, file: bytes = make.SCAN, by: Actor = specialist) -> object:
        said = make.sent(file=file, form=f"giay-{came_on}")
        return record_paper_opinion(kept.ref, said, came_on=came_on, actor=by, at=make.AFTER)

    refused("NOT_OFFICE", lambda: record(make.LAST, by=actor(Role.INSPECTOR)))
    refused("CAME_OUTSIDE", lambda: record(make.AFTER.date()))
    refused("CAME_OUTSIDE", lambda: record(DAY - timedelta(days=1)))
    refused("NO_SCAN", lambda: record(make.LAST, file=b""))
    assert record(make.LAST) == record(make.LAST)

    opinion = Opinion.objects.get()
    assert (opinion.came_on, opinion.recorded_by_name) == (make.LAST, specialist.name)
    make.resolved(specialist, head)
    make.close_consultation(kept.ref, head_name="", actor=head, at=make.AFTER)
    refused("NOT_OPEN", lambda: record(DAY))


def test_one_resolves_and_another_confirms(office: Office, kept: Consultation) -> None:
    specialist, head = office
    make.received(kept.ref)
    ref = Opinion.objects.get().ref

    def resolve(said: Resolved, by: Actor = specialist, version: int = 1) -> None:
        resolve_opinion(ref, said, version=version, actor=by, at=AT)

    def answer(*, agree: bool, by: Actor = head, why: str = "", version: int = 2) -> None:
        answer_resolution(ref, agree=agree, answer=why, version=version, actor=by, at=AT)

    passed_on = Resolved("FORWARDED", "Có nội dung tố cáo.", "Thanh tra tỉnh", "9/CV", DAY)
    refused("NOT_OFFICE", lambda: resolve(passed_on, actor(Role.INSPECTOR)))
    refused("NO_WHY", lambda: resolve(Resolved("NOTED", " ")))
    refused("NOT_PASSED_ON", lambda: resolve(Resolved("FORWARDED", "Tố cáo.", "Thanh tra", "")))
    later, before = DAY + timedelta(days=1), DAY - timedelta(days=1)
    for day, code in ((later, "PASSED_ON_LATER"), (before, "PASSED_ON_BEFORE")):
        said = Resolved("FORWARDED", "Tố cáo.", "Thanh tra", "9/CV", day)
        refused(code, lambda said=said: resolve(said))  # type: ignore[misc]  # bound at once
    refused("STALE", lambda: resolve(passed_on, version=4))
    resolve(passed_on, head)
    refused("WRONG_STATE", lambda: resolve(passed_on))
    refused("OWN_RESOLUTION", lambda: answer(agree=True))
    refused("NOT_OFFICE_HEAD", lambda: answer(agree=True, by=specialist))
    refused("NO_REASON", lambda: answer(agree=False))
    refused("STALE", lambda: answer(agree=False, why="Ghi rõ.", version=9))
    answer(agree=False, why="Ghi rõ hơn.")
    resolve(Resolved("NOTED", "Đã xem.", "không dùng", "không dùng", DAY), version=3)
    answer(agree=True, version=4)

    seen = opinion_seen(head, ref)
    assert seen.state is OpinionState.CONFIRMED
    assert [(one.kind_name, one.is_confirmed) for one in seen.resolutions] == [
        ("Chuyển xử lý theo pháp luật về khiếu nại, tố cáo", False),
        ("Ghi nhận", True),
    ]
    assert seen.newest is not None
    assert seen.newest.to_whom == ""


def test_only_the_head_sees_a_sender_and_it_is_written_down(
    office: Office, kept: Consultation
) -> None:
    specialist, head = office
    make.received(kept.ref, make.sent(file=make.SCAN))
    ref = Opinion.objects.get().ref

    refused("NOT_OFFICE_HEAD", lambda: reveal_sender(ref, "Xác minh.", actor=specialist, at=AT))
    refused("NOT_OFFICE_HEAD", lambda: open_attachment(ref, "Xem.", actor=specialist, at=AT))
    refused("NO_REASON", lambda: reveal_sender(ref, " ", actor=head, at=AT))
    sender = reveal_sender(ref, "Cần hẹn gặp để xác minh.", actor=head, at=AT)
    file = open_attachment(ref, "Xem đơn.", actor=head, at=AT)

    assert (sender.name, sender.contact) == SECRETS
    assert repr(sender) == "Sender(…)"
    assert file.name == "tep-kem-y-kien.pdf"
    assert list(Entry.objects.filter(subject_ref=ref).values_list("said", flat=True)) == [
        "Xem người gửi ý kiến số 01/2026-0001. Lý do: Cần hẹn gặp để xác minh.",
        "Mở tệp kèm ý kiến số 01/2026-0001. Lý do: Xem đơn.",
    ]
    Opinion.objects.update(sealed_sender="hong", attachment=None)
    refused("CANNOT_OPEN", lambda: reveal_sender(ref, "Xem.", actor=head, at=AT))
    refused("NO_ATTACHMENT", lambda: open_attachment(ref, "Xem.", actor=head, at=AT))


def test_an_inspector_reads_what_became_of_it_and_no_words(
    office: Office, kept: Consultation
) -> None:
    make.received(kept.ref)
    make.resolved(*office, at=AT)

    (seen,) = opinions_of(actor(Role.INSPECTOR), kept.ref)

    assert (seen.words, seen.resolutions[0].why, seen.state_name) == ("", "", "Đã giải quyết")
    assert opinions_of(office[0], kept.ref)[0].words.startswith("Ông ấy")
    assert opinions_of(actor(Role.UNIT_HEAD), kept.ref) == []
    assert opinions_waiting(office[0], OpinionState.RECEIVED) == []
    with pytest.raises(Unseen):
        opinion_seen(actor(Role.SECRETARY), seen.ref)
    with pytest.raises(Unseen):
        reveal_sender(seen.ref, "Xem.", actor=actor(Role.SECRETARY), at=AT)


def test_a_sender_follows_an_opinion_by_number_and_code(office: Office, kept: Consultation) -> None:
    receipt = make.received(kept.ref)

    first = followed(f" {receipt.number} ", receipt.code.upper())
    make.resolved(*office, at=AT)
    then = followed(receipt.number, receipt.code)

    assert (first.is_resolved, first.kind_name) == (False, "")
    assert (then.is_resolved, then.kind_name, then.resolved_at) == (True, "Ghi nhận", AT)
    for number, code in (
        (receipt.number, "khac"),
        ("01/2026-0009", receipt.code),
        ("chuoi", receipt.code),
    ):
        with pytest.raises(Unseen):
            followed(number, code)


def test_anybody_reads_open_and_closed_lists_and_no_draft(office: Office) -> None:
    specialist, head = office
    make.rule(head)
    make.prepare_consultation(make.plan(make.rows(1)), actor=specialist, at=AT)
    draft = Consultation.objects.get()
    with pytest.raises(Unseen):
        consultation_public(draft.ref, DAY)
    assert lists_public(DAY) == []
    kept = make.opened(specialist, head, make.rows())
    make.received(kept.ref)

    shown = consultation_public(kept.ref, DAY)
    assert (shown.seen.is_taking, shown.seen.days_left, shown.opinions) == (True, 4, 0)
    assert shown.outcome == ()
    assert [file.kind for file in shown.document] == ["PDF", "DOCX"]
    assert public_file(kept.ref, shown.document[0].ref, DAY).ref == shown.document[0].ref
    with pytest.raises(Unseen):
        public_file(kept.ref, "khac", DAY)
    over = consultation_public(kept.ref, make.AFTER.date()).seen
    assert (over.is_taking, over.is_closed, over.days_left) == (False, False, 0)
    make.resolved(specialist, head, kind="TAKEN")
    make.close_consultation(kept.ref, head_name="", actor=head, at=make.AFTER)
    closed = consultation_public(kept.ref, make.AFTER.date())
    assert (closed.opinions, closed.outcome) == (1, (("Tiếp thu", 1),))
    assert closed.closed_on == make.AFTER.date()


def test_of_a_row_that_left_only_place_and_day_are_told(office: Office, kept: Consultation) -> None:
    take_out_of_consultation(kept.ref, 1, "Đơn vị rút, có đơn thư.", actor=office[0], at=AT)

    shown = consultation_public(kept.ref, DAY)

    assert shown.rows[0].left_on == DAY
    assert "Lò Thị Hạt Kê" not in repr(shown)
    assert "đơn thư" not in repr(shown)
    assert shown.document == ()
    assert shown.seen.people == 1


def test_working_days_left_count_today_and_the_last_day() -> None:
    assert working_days_left(DAY, make.LAST) == 4
    assert working_days_left(make.LAST, make.LAST) == 1
    assert working_days_left(date(2026, 9, 18), date(2026, 9, 21)) == 2
    assert working_days_left(make.AFTER.date(), make.LAST) == 0


def test_senders_are_sealed_anew_with_a_new_key(
    kept: Consultation, settings: Settings, office: Office
) -> None:
    make.received(kept.ref)
    old = settings.IDENTITY_SEALS
    settings.IDENTITY_SEALS = f"moi:{'B' * 43},{old}"

    assert senders_sealed_otherwise("moi") == 1
    count, after = reseal_senders(after=0, most=5, actor=office[1], at=AT)
    assert (count, reseal_senders(after=after, most=5, actor=office[1], at=AT)) == (1, (0, after))

    opinion = Opinion.objects.get()
    assert opinion.key_id == "moi"
    opened = seals().open(opinion.sealed_sender, key_id="moi", bound_to=bound_to(opinion.ref))
    assert SECRETS[0] in opened
