"""A case on one page: what the council reads of it, and what it does not."""

from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from bangvang.appraisal.actions.ask_law import ask_law
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.council.tests.factories import BEFORE, called, council, ready
from bangvang.council.tests.records import AgendaRow
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.models import Attachment, Nomination
from bangvang.nominations.tests.factories import stored_file
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.permissions import BarSaid
from bangvang.registry.states import BarKind
from bangvang.web.chamber.tests.people import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_day(settings: LazySettings) -> None:
    settings.BANGVANG_DAY = date(2022, 4, 19)


@pytest.fixture
def session() -> str:
    return called(council(), rows=1)


@pytest.fixture
def row(session: str) -> Nomination:
    """Somebody on the agenda who held three titles and has a paper of their own."""
    found: Nomination = AgendaRow.objects.get(item__session__ref=session).nomination
    found.person, found.identity_digest = fighter(2019, 2020, 2021), "d" * 64
    found.identity_tail, found.birth_on = "431", date(1980, 2, 3)
    found.save()
    return found


def told(client: Client, session: str, ref: str, status: int = 200) -> str:
    answer = client.get(reverse("council:case", args=[session, ref]))
    assert answer.status_code == status
    return answer.content.decode().replace("\u00a0", " ")


def test_a_member_reads_the_finding_the_past_awards_and_the_evidence(
    session: str, row: Nomination
) -> None:
    ask_law([row], on=date(2022, 2, 1), at=BEFORE)
    paper = Attachment.objects.create(
        batch=row.batch, nomination=row, kind="KHAC", file=stored_file("bao-cao.pdf", kind="PDF"),
        added_by="Lù Văn Suối", added_at=AT,
    )  # fmt: skip
    member = signed_in(Role.MEMBER)

    said = told(member, session, row.ref)

    assert "Khen thưởng đã có" in said
    assert "2021/QĐ, 08/01/2022" in said
    assert "Điều 9 Nghị định 91/2017/NĐ-CP" in said
    assert reverse("council:case_paper", args=[session, row.ref, paper.ref]) in said
    assert "1980" in said
    assert "03/02/1980" not in said
    assert "431" not in said
    item = AgendaRow.objects.get().item.ref
    listed = member.get(reverse("council:item", args=[session, item])).content.decode()
    assert reverse("council:case", args=[session, row.ref]) in listed


def test_nothing_of_a_bar_reaches_the_page(session: str, row: Nomination) -> None:
    assert row.person is not None
    said = BarSaid(
        BarKind.INVESTIGATED, date(2022, 1, 2), "318/QĐ-TTr", date(2022, 1, 2), "Thanh tra tỉnh",
        note="Kiểm tra việc mua sắm.",
    )  # fmt: skip
    record_bar(row.person.ref, said, actor=actor(Role.SPECIALIST), at=BEFORE)
    ask_law([row], on=date(2022, 2, 1), at=BEFORE)

    for role in (Role.MEMBER, Role.SECRETARY, Role.OFFICE_HEAD):
        shown = told(signed_in(role), session, row.ref)
        assert "318/QĐ-TTr" not in shown
        assert "mua sắm" not in shown
        assert "tạm dừng" not in shown


def test_only_rows_and_papers_of_an_agenda_that_may_be_read_are_handed_out(
    session: str, row: Nomination
) -> None:
    member = signed_in(Role.MEMBER)
    waiting = ready(1)[0]
    other = Attachment.objects.create(
        batch=waiting.batch, nomination=waiting, kind="KHAC", file=stored_file(),
        added_by="Lù Văn Suối", added_at=AT,
    )  # fmt: skip

    told(member, session, waiting.ref, 404)
    told(member, "khong-co", row.ref, 404)
    paper = reverse("council:case_paper", args=[session, row.ref, other.ref])
    assert member.get(paper).status_code == 404
    assert signed_in(Role.UNIT_OFFICER).get(paper).status_code == 403
