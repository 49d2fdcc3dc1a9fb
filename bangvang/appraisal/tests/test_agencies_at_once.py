"""Two answers through one link at once; an answer while the question is taken back or concluded."""

from bangvang.appraisal.actions.ask_agencies import ask_agencies
from bangvang.appraisal.actions.record_agency_paper import record_agency_paper
from bangvang.appraisal.actions.release import release
from bangvang.appraisal.actions.reply_by_link import reply_by_link
from bangvang.appraisal.models import AgencyReply, AgencyRequest
from bangvang.appraisal.tests import hearing as make
from bangvang.foundation.audit.selectors import verify
from bangvang.foundation.tests.factories import AT
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once
from bangvang.nominations.models import Nomination
from bangvang.nominations.states import State

pytestmark = EACH_CONNECTED


def test_one_of_two_answers_is_kept_and_the_other_told() -> None:
    specialist, _ = make.the_office()
    link = make.asked(specialist, make.under_appraisal(1))
    opened, sent = make.opened(link), make.sent(make.AGREES)

    def by_link() -> None:
        reply_by_link(link.ref, link.secret, opened, sent, at=AT)

    def on_paper() -> None:
        record_agency_paper(link.ref, sent, make.paper(), actor=specialist, at=AT)

    said = sorted(at_once(by_link, by_link, on_paper))

    assert said == ["", "ANSWERED_ALREADY", "ANSWERED_ALREADY"]
    assert AgencyReply.objects.count() == 1
    assert verify()[1] is None


def test_a_list_is_released_before_it_is_asked_about_or_waits() -> None:
    specialist, head = make.the_office()
    row = make.under_appraisal(1, State.APPRAISED)[0]
    question = make.question([row])

    said = at_once(
        lambda: ask_agencies(row.batch.ref, question, actor=specialist, at=AT),
        lambda: release(row.batch.ref, actor=head, at=AT),
    )

    assert said in (["", "AGENCY_AWAITED"], ["NOT_TO_BE_ASKED", ""])
    is_ready = Nomination.objects.get(pk=row.pk).state == State.READY
    assert AgencyRequest.objects.exists() is not is_ready


def test_one_form_pressed_twice_asks_once() -> None:
    specialist, _ = make.the_office()
    rows = make.under_appraisal(1)
    question = make.question(rows)

    def ask() -> None:
        ask_agencies(rows[0].batch.ref, question, actor=specialist, at=AT)

    assert sorted(at_once(ask, ask)) == ["", "ASKED_ALREADY"]
    assert AgencyRequest.objects.count() == 1
