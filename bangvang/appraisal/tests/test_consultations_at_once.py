"""Two heads open at once; an opinion comes in while the list is closed, or twice by one form."""

from datetime import timedelta

from bangvang.appraisal.actions.close_consultation import close_consultation
from bangvang.appraisal.actions.open_public_list import open_public_list
from bangvang.appraisal.actions.prepare_consultation import prepare_consultation
from bangvang.appraisal.actions.record_paper_opinion import record_paper_opinion
from bangvang.appraisal.models import Consultation, Opinion
from bangvang.appraisal.tests import consulting as make
from bangvang.foundation.audit.selectors import verify
from bangvang.foundation.tests.factories import AT
from bangvang.foundation.tests.meeting import EACH_CONNECTED, at_once

pytestmark = EACH_CONNECTED


def test_one_of_two_heads_opens() -> None:
    specialist, head = make.the_office()
    make.rule(head)
    ref = prepare_consultation(make.plan(make.rows(1)), actor=specialist, at=AT)

    def open_() -> None:
        open_public_list(ref, version=1, head_name="", actor=head, at=AT)

    assert sorted(at_once(open_, open_)) == ["", "WRONG_STATE"]
    assert verify()[1] is None


def test_two_lists_that_open_at_once_have_two_numbers() -> None:
    specialist, head = make.the_office()
    make.rule(head)
    refs = [
        prepare_consultation(make.plan(make.rows(1)), actor=specialist, at=AT) for _ in range(2)
    ]

    def open_(ref: str) -> None:
        open_public_list(ref, version=1, head_name="", actor=head, at=AT)

    assert at_once(lambda: open_(refs[0]), lambda: open_(refs[1])) == ["", ""]
    assert sorted(one.number for one in Consultation.objects.all()) == ["01/2026", "02/2026"]


def test_an_opinion_is_in_before_the_closing_or_refused_after_it() -> None:
    specialist, head = make.the_office()
    make.rule(head)
    kept = make.opened(specialist, head, make.rows(1))

    def close() -> None:
        close_consultation(kept.ref, head_name="", actor=head, at=make.AFTER)

    def come_in() -> None:
        said = make.sent(file=make.SCAN)
        record_paper_opinion(kept.ref, said, came_on=make.LAST, actor=specialist, at=make.AFTER)

    assert sorted(at_once(close, come_in)) in (["", "UNRESOLVED"], ["", "NOT_OPEN"])
    is_closed = Consultation.objects.get(pk=kept.pk).state == "CLOSED"
    assert Opinion.objects.count() == (0 if is_closed else 1)
    assert verify()[1] is None


def test_opinions_of_one_moment_have_numbers_of_their_own_and_a_form_counts_once() -> None:
    specialist, head = make.the_office()
    make.rule(head)
    kept = make.opened(specialist, head, make.rows(1))
    late = AT.replace(day=17, hour=23, minute=59) + timedelta(seconds=59)

    said = at_once(
        lambda: make.received(kept.ref, make.sent(form="mot"), at=late),
        lambda: make.received(kept.ref, make.sent(form="mot"), at=late),
        lambda: make.received(kept.ref, make.sent(form="hai"), at=late),
    )

    assert said == ["", "", ""]
    assert sorted(Opinion.objects.values_list("number", flat=True)) == [1, 2]
