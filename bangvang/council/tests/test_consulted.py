"""The people are still asked about somebody: no place on the agenda, no ballot; then both."""

from datetime import date, timedelta

import pytest

from bangvang.appraisal.models import ConsultationRule
from bangvang.appraisal.tests import consulting as make
from bangvang.council.actions.call_session import call_session
from bangvang.council.actions.freeze_list import freeze_list
from bangvang.council.actions.put_on_agenda import put_on_agenda
from bangvang.council.models import AgendaItem
from bangvang.council.tests.factories import SECRETARY, council, planned
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT

pytestmark = pytest.mark.django_db


def test_the_council_waits_until_the_list_is_closed() -> None:
    specialist, head = make.the_office()
    make.rule(head)
    rows = make.rows(1)
    session = planned(council(), starts_at=make.AFTER + timedelta(hours=4))
    kept = make.opened(specialist, head, rows)

    with pytest.raises(Refused) as caught:
        put_on_agenda(session, "BK_TTG", 2025, actor=SECRETARY, at=AT)

    assert caught.value.objection.sentence == (
        "Chưa đưa ra Hội đồng được vì việc lấy ý kiến Nhân dân chưa xong. Lò Thị Hạt Kê: đang lấy "
        "ý kiến đến hết ngày 17/09/2026."
    )
    make.close_consultation(kept.ref, head_name="", actor=head, at=make.AFTER)
    assert put_on_agenda(session, "BK_TTG", 2025, actor=SECRETARY, at=make.AFTER)


def test_no_list_is_frozen_of_rows_that_a_paper_asks_about_since() -> None:
    _, head = make.the_office()
    make.rows(1)
    session = planned(council(), starts_at=AT + timedelta(days=2))
    put_on_agenda(session, "BK_TTG", 2025, actor=SECRETARY, at=AT)
    call_session(session, actor=SECRETARY, at=AT)
    make.rule(head)
    item = AgendaItem.objects.get().ref

    with pytest.raises(Refused) as caught:
        freeze_list(session, item, actor=SECRETARY, at=AT)

    assert caught.value.objection.code == "NOT_CONSULTED"
    ConsultationRule.objects.update(since=date(2026, 9, 12))
    assert freeze_list(session, item, actor=SECRETARY, at=AT)
