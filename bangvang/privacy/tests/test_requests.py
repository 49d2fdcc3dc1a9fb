"""A person asks for data to be erased: what can go goes, what stays is answered with its reason."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.appraisal.actions.reveal_sender import reveal_sender
from bangvang.appraisal.models import Opinion
from bangvang.appraisal.tests import consulting
from bangvang.foundation.actor import Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.audit.selectors import verify
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.foundation.tests.meeting import at_once, each_connected
from bangvang.nominations.actions.set_discovery_aside import set_discovery_aside
from bangvang.nominations.models import Nomination, Reporter
from bangvang.nominations.states import AsideWhy, BatchState, State
from bangvang.nominations.tests import factories as make
from bangvang.nominations.tests.test_discoveries import reported
from bangvang.privacy.actions.answer_request import answer_request
from bangvang.privacy.actions.record_request import Asked, record_request
from bangvang.privacy.actions.send_back_request import send_back_request
from bangvang.privacy.models import ErasureRequest
from bangvang.privacy.selectors.held import held_of, subject_named
from bangvang.privacy.selectors.requests import lines_of, requests_for
from bangvang.privacy.states import About, Part
from bangvang.privacy.tests.keeping import HEAD, SECOND_HEAD, SPECIALIST
from bangvang.registry.actions.enter_identity_number import enter_identity_number
from bangvang.registry.actions.reveal_identity_number import reveal_identity_number
from bangvang.registry.models import Award, IdentityNumber, Person
from bangvang.registry.tests import import_files
from bangvang.registry.tests.factories import awards, organisation, person

pytestmark = pytest.mark.django_db
NUMBER = "099000000062"
ASKED = Asked(
    about=About.PERSON,
    subject_ref="",
    came_on=date(2026, 9, 10),
    paper="Đơn ngày 10/09/2026, trực tiếp",
    words="Đề nghị xóa số định danh",
    parts=[Part.NUMBER],
    ground="Sổ khen thưởng",
)


@pytest.fixture
def who() -> Person:
    found = person()
    enter_identity_number(found.ref, NUMBER, "Bản sao", seen_tail="", actor=HEAD, at=AT)
    found.refresh_from_db()
    return found


def recorded(ref: str, **more: object) -> ErasureRequest:
    said = replace(ASKED, subject_ref=ref, **more)  # type: ignore[arg-type]  # fields of the request
    return ErasureRequest.objects.get(ref=record_request(said, actor=SPECIALIST, at=AT))


def refusal(ref: str, **more: object) -> str:
    with pytest.raises(Refused) as caught:
        recorded(ref, **more)
    return caught.value.objection.code


def test_the_number_goes_everywhere_once_a_second_person_confirms(who: Person) -> None:
    digest = who.identity_digest or ""
    awards(who)
    over = make.nomination(make.batch(BatchState.SUBMITTED), State.REFUSED, person=who)
    Nomination.objects.filter(pk=over.pk).update(identity_digest=digest, identity_tail="062")
    request = recorded(who.ref)
    assert IdentityNumber.objects.exists(), "recording erases nothing"
    with pytest.raises(Refused) as own:
        answer_request(request.ref, version=1, actor=SPECIALIST, at=AT)

    answer_request(request.ref, version=1, actor=HEAD, at=AT)

    who.refresh_from_db()
    over.refresh_from_db()
    assert own.value.objection.code == "OWN"
    assert (who.identity_digest, who.identity_tail) == (None, "")
    assert (over.identity_digest, over.identity_tail) == ("", "")
    assert not IdentityNumber.objects.exists()
    assert Award.objects.count() == 1
    with pytest.raises(Refused):
        reveal_identity_number(who.ref, "Kiểm tra", actor=HEAD, at=AT)
    request.refresh_from_db()
    said = [line["said"] for line in request.answer]
    assert said[0].startswith("Đã xóa: Số định danh")
    assert any("1 lượt khen thưởng" in one and "Không xóa được" in one for one in said)
    whole = f"{list(ErasureRequest.objects.values())}{list(Entry.objects.values())}"
    assert NUMBER not in whole
    assert "062" not in f"{said}"
    assert verify()[1] is None


def test_while_a_file_is_open_the_number_stays(who: Person) -> None:
    make.nomination(make.batch(BatchState.SUBMITTED), State.CHECKED, person=who)

    assert refusal(who.ref) == "NOT_THERE"
    line = held_of(subject_named(About.PERSON, who.ref))[0]
    assert "hồ sơ xét" in next(
        one.why for one in held_of(subject_named(About.PERSON, who.ref)) if one.part
    )
    assert not line.can_go


def test_a_file_opened_meanwhile_stops_the_erasing(who: Person) -> None:
    request = recorded(who.ref)
    make.nomination(make.batch(BatchState.SUBMITTED), State.CHECKED, person=who)

    with pytest.raises(Refused) as caught:
        answer_request(request.ref, version=1, actor=HEAD, at=AT)

    assert caught.value.objection.code == "NOT_THERE"
    who.refresh_from_db()
    assert who.identity_tail == "062"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"paper": " "}, "NO_PAPER"),
        ({"words": ""}, "NO_WORDS"),
        ({"came_on": date(2026, 9, 15)}, "CAME_LATER"),
        ({"ground": ""}, "NO_GROUND"),
        ({"parts": [Part.SENDER]}, "NOT_THERE"),
    ],
)
def test_a_request_is_recorded_whole(
    who: Person, changed: dict[str, object], expected: str
) -> None:
    assert refusal(who.ref, **changed) == expected


def test_one_request_about_one_person_at_a_time_and_it_may_be_sent_back(who: Person) -> None:
    request = recorded(who.ref, parts=[])
    assert refusal(who.ref) == "ALREADY_ASKED"
    with pytest.raises(Refused) as no_reason:
        send_back_request(request.ref, " ", version=1, actor=HEAD, at=AT)
    with pytest.raises(Refused) as stale:
        send_back_request(request.ref, "x", version=9, actor=HEAD, at=AT)

    send_back_request(request.ref, "Chưa chứng minh là ai", version=1, actor=HEAD, at=AT)

    assert [one.value.objection.code for one in (no_reason, stale)] == ["NO_REASON", "STALE"]
    assert recorded(who.ref).number == 2
    with pytest.raises(Refused) as ended:
        answer_request(request.ref, version=2, actor=HEAD, at=AT)
    assert ended.value.objection.code == "WRONG_STATE"


def test_a_sender_goes_once_the_opinion_is_answered() -> None:
    specialist, head = consulting.the_office()
    consulting.rule(head)
    listed = consulting.opened(specialist, head, consulting.rows(1))
    consulting.received(listed.ref)
    opinion = Opinion.objects.get()
    asked = {"about": About.SENDER, "parts": [Part.SENDER]}
    assert refusal(opinion.ref, **asked) == "NOT_THERE"
    consulting.resolved(specialist, head)

    request = recorded(opinion.ref, **asked)
    answer_request(request.ref, version=1, actor=HEAD, at=AT)

    opinion.refresh_from_db()
    assert opinion.key_id == ""
    with pytest.raises(Refused) as gone:
        reveal_sender(opinion.ref, "Kiểm tra", actor=head, at=AT)
    assert gone.value.objection.code == "SENDER_ERASED"


def test_a_reporter_goes_once_the_report_has_ended() -> None:
    made, _ = reported()
    asked = {"about": About.REPORTER, "parts": [Part.REPORTER]}
    assert refusal(made.ref, **asked) == "NOT_THERE"
    set_discovery_aside(
        made.ref, why=AsideWhy.SPAM, words="Trùng", version=1, actor=SPECIALIST, at=AT
    )

    answer_request(recorded(made.ref, **asked).ref, version=1, actor=HEAD, at=AT)

    assert not Reporter.objects.exists()


def test_others_neither_read_nor_record(who: Person) -> None:
    request = recorded(who.ref)
    for role in (Role.UNIT_HEAD, Role.ADMINISTRATOR, Role.CHAIR):
        other = actor(role, ref="other")
        assert requests_for(other) == []
        with pytest.raises(Unseen):
            answer_request(request.ref, version=1, actor=other, at=AT)
        with pytest.raises(Unseen):
            lines_of(other, subject_named(About.PERSON, who.ref))
    inspector = actor(Role.INSPECTOR, ref="inspector")
    assert len(requests_for(inspector)) == 1
    with pytest.raises(Refused):
        answer_request(request.ref, version=1, actor=inspector, at=AT)


@each_connected
def test_two_who_decide_at_once_one_is_told(who: Person) -> None:
    ref = recorded(who.ref).ref

    said = at_once(
        lambda: answer_request(ref, version=1, actor=HEAD, at=AT),
        lambda: send_back_request(ref, "x", version=1, actor=SECOND_HEAD, at=AT),
    )

    assert sorted(said) == ["", "WRONG_STATE"]
    assert verify()[1] is None


@each_connected
def test_two_who_record_at_once_get_two_numbers_or_are_told(who: Person) -> None:
    other = person("Giàng A Ruộng Mây")

    said = at_once(
        lambda: recorded(who.ref), lambda: recorded(other.ref, parts=[]), lambda: recorded(who.ref)
    )

    assert sorted(said) == ["", "", "ALREADY_ASKED"]
    assert sorted(ErasureRequest.objects.values_list("number", flat=True)) == [1, 2]


def test_the_number_is_not_written_into_the_request(who: Person) -> None:
    assert refusal(who.ref, words=f"Đề nghị xóa số {NUMBER}") == "NUMBER_WRITTEN"
    assert refusal(who.ref, paper="Đơn của người mang số 099 000 000 062") == "NUMBER_WRITTEN"


def test_files_that_came_in_and_name_the_person_are_told(who: Person) -> None:
    organisation(import_files.UNIT)
    import_files.staged(import_files.line(who.full_name, "12/06/1985"))

    lines = {line.said: line.why for line in held_of(subject_named(About.PERSON, who.ref))}

    assert "có thể còn số định danh" in lines["1 tệp đã nhập có dòng ghi người này"]
