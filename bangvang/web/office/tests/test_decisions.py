"""Decisions at the office, as a specialist, the head and an inspector go through them."""

import re
from collections.abc import Callable
from datetime import date
from typing import Protocol, cast

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from bangvang.accounts.tests.factories import account
from bangvang.decisions.states import State
from bangvang.decisions.tests.factories import (
    SCAN,
    awards_written,
    change_results,
    closed_ballot,
    council_session,
    decision_named,
    decision_of,
    papers_made,
)
from bangvang.foundation.actor import Role

pytestmark = pytest.mark.django_db

TODAY = date(2022, 6, 20)


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.BANGVANG_DAY = TODAY


def signed_in(username: str, *roles: Role) -> Client:
    client = Client()
    client.force_login(account(username, *roles))
    return client


@pytest.fixture
def head() -> Client:
    return signed_in("truongphong", Role.OFFICE_HEAD)


@pytest.fixture
def specialist() -> Client:
    return signed_in("chuyenvien", Role.SPECIALIST)


def href(name: str, *args: str) -> str:
    return reverse(f"office:{name}", args=args)


def confirm(client: Client, name: str, ref: str, *, follow: bool = False) -> HttpResponse:
    """Post what the confirmation page holds: the version of the record that it shows."""
    shown = re.search(r'name="version" value="(\d+)"', client.get(href(name, ref)).content.decode())
    data = {"version": shown[1] if shown else "1"}
    answer = client.post(href(name, ref), data, follow=follow)
    return cast("HttpResponse", answer)


def text_of(client: Client, address: str, *, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return said(answer)


class Answered(Protocol):
    """What a test reads of an answer."""

    @property
    def content(self) -> bytes: ...


def said(answer: Answered) -> str:
    return answer.content.decode().replace("\u00a0", " ")


def scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("ban-ky.pdf", SCAN)


def signing(**other: object) -> dict[str, object]:
    return {
        "version": 1,
        "number": 5,
        "signed_on": "2022-04-22",
        "signer_name": "Trịnh Văn Non Cao",
        "signer_post": "CHAIR",
        "scan": scan(),
        **other,
    }


def answer(version: int, **other: object) -> dict[str, object]:
    return {
        "version": version,
        "number": "551/QĐ-TTg",
        "decided_on": "2022-06-10",
        "issuer": "Thủ tướng Chính phủ",
        "title": "Về việc tặng Bằng khen của Thủ tướng Chính phủ",
        "scan": scan(),
        "outcome_1": "granted",
        "reason_1": "",
        "outcome_2": "refused",
        "reason_2": "Chưa đủ thời gian.",
        **other,
    }


def proposed(head: Client, code: str = "CSTDT", *, people: int = 2) -> str:
    """Return the reference of a draft made through the page."""
    ballot = closed_ballot(code, people=people)
    head.post(href("propose", ballot.ref), {"authority_confirmed": "on"})
    return decision_of(ballot).ref


def recorded(head: Client, specialist: Client, code: str = "CSTDT") -> str:
    ref = proposed(head, code)
    specialist.post(href("record_signing", ref), signing())
    return ref


def sent(head: Client, specialist: Client) -> str:
    ref = recorded(head, specialist, "BK_TTG")
    confirm(head, "confirm_signing", ref)
    return ref


def answered(head: Client, specialist: Client) -> str:
    ref = sent(head, specialist)
    specialist.post(href("record_answer", ref), answer(version_of(ref)))
    return ref


def version_of(ref: str) -> int:
    return decision_named(ref).version


def state_of(ref: str) -> str:
    return decision_named(ref).state


def test_a_decision_goes_from_the_result_to_the_register(head: Client, specialist: Client) -> None:
    ballot = closed_ballot(people=2)
    offered = text_of(head, href("decisions"))
    shown = text_of(head, href("propose", ballot.ref))
    made = head.post(href("propose", ballot.ref), {"authority_confirmed": "on"}, follow=True)
    ref = decision_of(ballot).ref
    written = specialist.post(href("record_signing", ref), signing(), follow=True)
    asked = text_of(head, href("confirm_signing", ref))
    confirmed = confirm(head, "confirm_signing", ref, follow=True)

    assert href("propose", ballot.ref) in offered
    assert "2 trường hợp đủ tỷ lệ phiếu" in shown
    assert "Đã lập dự thảo và in bản đầu tiên." in said(made)
    assert "Đã ghi số, chờ xác nhận" in said(written)
    assert "2 trường hợp được ghi vào sổ khen thưởng và công bố trên cổng." in asked
    assert "Đã xác nhận văn bản." in said(confirmed)
    assert "Trang trong sổ" in said(confirmed)
    assert state_of(ref) == State.IN_FORCE
    assert awards_written() == 2


def test_a_submission_goes_from_the_result_to_the_answer(head: Client, specialist: Client) -> None:
    ref = recorded(head, specialist, "BK_TTG")
    asked = text_of(head, href("confirm_signing", ref))
    waiting = said(confirm(head, "confirm_signing", ref, follow=True))
    form = text_of(specialist, href("record_answer", ref))
    written = said(
        specialist.post(href("record_answer", ref), answer(version_of(ref)), follow=True)
    )
    asked_again = text_of(head, href("confirm_answer", ref))
    confirmed = said(confirm(head, "confirm_answer", ref, follow=True))

    assert "Xác nhận đã gửi tờ trình" in asked
    assert "Đã trình, chờ kết quả" in waiting
    assert "Ghi kết quả của cấp trên" in waiting
    assert "Về việc tặng Bằng khen của Thủ tướng Chính phủ" in form
    assert "Không được khen thưởng (chờ xác nhận)" in written
    assert "1 trường hợp được ghi vào sổ khen thưởng" in asked_again
    assert "1 trường hợp kết thúc hồ sơ với lý do đã ghi" in asked_again
    assert "Chưa đủ thời gian." in confirmed
    assert state_of(ref) == State.ANSWERED
    assert awards_written() == 1


def test_an_answer_that_grants_all_says_nothing_of_refusals(
    head: Client, specialist: Client
) -> None:
    ref = sent(head, specialist)
    given = answer(version_of(ref), outcome_2="granted", reason_2="")
    specialist.post(href("record_answer", ref), given)

    asked = text_of(head, href("confirm_answer", ref))

    assert "2 trường hợp được ghi vào sổ khen thưởng" in asked
    assert "kết thúc hồ sơ" not in asked


def test_the_head_is_asked_to_confirm_an_authority_that_was_not_read(head: Client) -> None:
    ballot = closed_ballot()

    refused = head.post(href("propose", ballot.ref))

    assert refused.status_code == 422
    assert "Trưởng phòng cần xác nhận thẩm quyền" in said(refused)
    assert not papers_made()


def test_a_result_whose_minutes_are_not_signed_says_why_it_waits(head: Client) -> None:
    ballot = closed_ballot(session=council_session(signed=False))

    assert "Biên bản kiểm phiếu chưa ký xong" in text_of(head, href("decisions"))
    assert "Chưa lập dự thảo được" in text_of(head, href("propose", ballot.ref))


def test_the_text_of_a_draft_is_edited_and_every_print_can_be_opened(
    head: Client, specialist: Client
) -> None:
    ref = proposed(head)
    form = text_of(specialist, href("revise_decision", ref))
    specialist.post(
        href("revise_decision", ref),
        {"version": 1, "title": "Về việc tặng danh hiệu", "extra_grounds": "Căn cứ A\nCăn cứ B"},
    )
    specialist.post(href("reprint_decision", ref))
    papers = specialist.get(href("decision_papers", ref))
    shown = text_of(specialist, href("decision", ref))

    assert "Về việc tặng danh hiệu “Chiến sĩ thi đua cấp tỉnh” năm 2021" in form
    assert "Căn cứ A; Căn cứ B" in shown
    cards = [card for _, _, cards in papers.context["papers"] for card in cards]
    assert len(cards) == 6
    opened = [specialist.get(card.href) for card in cards[:2]]
    assert [answer.content[:4] for answer in opened] == [b"PK\x03\x04", b"%PDF"]


def test_a_stale_text_is_shown_beside_the_other_one(head: Client, specialist: Client) -> None:
    ref = proposed(head)
    head.post(href("revise_decision", ref), {"version": 1, "title": "Của Trưởng phòng"})

    stale = specialist.post(href("revise_decision", ref), {"version": 1, "title": "Của tôi"})

    assert stale.status_code == 409
    assert "Của Trưởng phòng" in said(stale)
    assert "Của tôi" in said(stale)


def test_a_text_that_cannot_be_printed_comes_back_as_it_was_typed(head: Client) -> None:
    ref = proposed(head)

    refused = head.post(href("revise_decision", ref), {"version": 1, "title": "Về việc 漢"})

    assert refused.status_code == 422
    assert "không in được" in said(refused)
    assert "Về việc 漢" in said(refused)


def test_a_wrong_record_comes_back_with_what_was_typed(head: Client, specialist: Client) -> None:
    ref = proposed(head)

    empty = specialist.post(href("record_signing", ref), {})
    early = specialist.post(href("record_signing", ref), signing(signed_on="2022-04-01"))

    assert (empty.status_code, early.status_code) == (422, 422)
    assert "trước ngày họp Hội đồng (19/04/2022)" in said(early)
    assert "Trịnh Văn Non Cao" in said(early)


def test_a_record_that_was_sent_back_is_there_to_be_corrected(
    head: Client, specialist: Client
) -> None:
    ref = recorded(head, specialist)
    asked = text_of(head, href("return_signing", ref))
    empty = head.post(href("return_signing", ref), {"reason": ""})
    back = head.post(href("return_signing", ref), {"reason": "Thiếu trang 2."}, follow=True)
    form = text_of(specialist, href("record_signing", ref))

    assert "Trả lại bản ghi" in asked
    assert empty.status_code == 422
    assert "Thiếu trang 2." in said(back)
    assert "Thiếu trang 2." in form
    assert 'value="5"' in form
    assert 'value="2022-04-22"' in form


def test_an_answer_that_was_sent_back_is_there_to_be_corrected(
    head: Client, specialist: Client
) -> None:
    ref = answered(head, specialist)
    head.post(href("return_answer", ref), {"reason": "Sai ngày."})
    shown = text_of(specialist, href("decision", ref))
    form = specialist.get(href("record_answer", ref)).context["form"]

    assert "Sai ngày." in shown
    assert form["outcome_2"].value() == "refused"
    assert form["reason_2"].value() == "Chưa đủ thời gian."


def test_an_answer_without_a_reason_comes_back(head: Client, specialist: Client) -> None:
    ref = sent(head, specialist)

    refused = specialist.post(href("record_answer", ref), answer(version_of(ref), reason_2=""))

    assert refused.status_code == 422
    assert "Người không được khen thưởng phải có lý do." in said(refused)


def test_the_recorder_is_told_that_somebody_else_confirms(head: Client, specialist: Client) -> None:
    ref = recorded(head, specialist)

    shown = text_of(specialist, href("decision", ref))
    page = text_of(specialist, href("confirm_signing", ref), status=422)
    posted = confirm(specialist, "confirm_signing", ref)

    assert "Bạn chưa xác nhận được" in shown
    assert "Người ghi không tự xác nhận bản ghi của mình" in page
    assert posted.status_code == 422
    assert "Người ghi không tự xác nhận bản ghi của mình" in said(posted)
    assert not awards_written()


def test_whoever_confirms_second_is_told(head: Client, specialist: Client) -> None:
    ref = recorded(head, specialist)
    confirm(head, "confirm_signing", ref)

    second = confirm(signed_in("truongphong2", Role.OFFICE_HEAD), "confirm_signing", ref)

    assert second.status_code == 422
    assert "Văn bản đang ở trạng thái “Đã ban hành”" in said(second)


def test_sending_back_what_is_confirmed_is_refused(head: Client, specialist: Client) -> None:
    ref = recorded(head, specialist)
    confirm(head, "confirm_signing", ref)

    refused = head.post(href("return_signing", ref), {"reason": "Muộn."})

    assert refused.status_code == 422


def test_a_list_that_changed_is_said_on_the_page_and_refused(
    head: Client, specialist: Client
) -> None:
    ref = recorded(head, specialist)
    change_results()

    shown = text_of(head, href("decision", ref))
    refused = confirm(head, "confirm_signing", ref)

    assert "Danh sách đã thay đổi" in shown
    assert refused.status_code == 422
    assert "đã khác với kết quả bỏ phiếu" in said(refused)


def test_an_inspector_reads_everything_and_is_offered_nothing(
    head: Client, specialist: Client
) -> None:
    inspector = signed_in("thanhtra", Role.INSPECTOR)
    refs = [recorded(head, specialist)]
    shown = [text_of(inspector, href("decision", refs[0]))]
    head.post(href("return_signing", refs[0]), {"reason": "Sai."})
    shown.append(text_of(inspector, href("decision", refs[0])))

    assert all("Hiện không có việc nào cho bạn ở đây." in page for page in shown)
    assert confirm(inspector, "confirm_signing", refs[0]).status_code == 403


def test_an_inspector_is_offered_nothing_while_an_answer_is_awaited(
    head: Client, specialist: Client
) -> None:
    inspector = signed_in("thanhtra", Role.INSPECTOR)
    ref = sent(head, specialist)

    shown = text_of(inspector, href("decision", ref))

    assert "Hiện không có việc nào cho bạn ở đây." in shown


def test_who_was_refused_and_why_stands_on_a_page_of_its_own(
    head: Client, specialist: Client
) -> None:
    before = text_of(head, href("refused_lines"))
    ref = answered(head, specialist)
    confirm(head, "confirm_answer", ref)

    after = text_of(head, href("refused_lines"))

    assert "Chưa có ai" in before
    assert "Vàng Thị Lúa Chín" in after
    assert "Chưa đủ thời gian." in after


def test_the_list_is_filtered_by_state_in_the_address(head: Client, specialist: Client) -> None:
    nothing = text_of(head, href("decisions"))
    ref = recorded(head, specialist)

    assert "Chưa có văn bản nào" in nothing
    assert href("decision", ref) in text_of(head, href("decisions"))
    assert "Không có văn bản ở trạng thái này" in text_of(
        head, href("decisions") + "?trang-thai=DRAFT"
    )


def test_the_first_page_says_what_waits_for_whom(head: Client, specialist: Client) -> None:
    session = council_session()
    closed_ballot("BK_TTG", session=session)
    ballot = closed_ballot(session=session)
    heads_first = text_of(head, href("today"))
    head.post(href("propose", ballot.ref), {"authority_confirmed": "on"})
    specialists = text_of(specialist, href("today"))
    ref = decision_of(ballot).ref
    specialist.post(href("record_signing", ref), signing())

    assert "Lập dự thảo: Chiến sĩ thi đua cấp tỉnh năm 2021" in heads_first
    assert "Trình ký và ghi số: quyết định Chiến sĩ thi đua cấp tỉnh năm 2021" in specialists
    assert "Xác nhận bản ghi" in text_of(head, href("today"))
    assert "Xác nhận bản ghi" not in text_of(specialist, href("today"))


def test_a_record_that_was_sent_back_waits_for_its_recorder_again(
    head: Client, specialist: Client
) -> None:
    ref = recorded(head, specialist)
    other = signed_in("chuyenvien2", Role.SPECIALIST)
    while_recorded = text_of(other, href("today"))
    head.post(href("return_signing", ref), {"reason": "Sai."})

    assert "Xác nhận bản ghi" not in while_recorded
    assert "Trình ký và ghi số" in text_of(specialist, href("today"))


def test_an_inspectors_first_page_has_no_decision_to_make(head: Client) -> None:
    proposed(head)

    shown = text_of(signed_in("thanhtra", Role.INSPECTOR), href("today"))

    assert "Trình ký và ghi số" not in shown


def test_a_portal_that_runs_elsewhere_is_not_linked(
    head: Client, specialist: Client, settings: Settings
) -> None:
    ref = recorded(head, specialist)
    confirm(head, "confirm_signing", ref)
    settings.BANGVANG_DOORS = frozenset({"office"})

    assert "Trang trong sổ" not in text_of(head, href("decision", ref))


def test_a_stranger_finds_no_decision(head: Client) -> None:
    ref = proposed(head)

    assert signed_in("thuky", Role.SECRETARY).get(href("decision", ref)).status_code == 403
    assert head.get(href("decision", "khong-co")).status_code == 404
    assert head.get(href("decision_file", ref, "khong-co")).status_code == 404


PAGES: dict[str, Callable[[str], str]] = {
    "list": lambda _: href("decisions"),
    "case": lambda ref: href("decision", ref),
    "papers": lambda ref: href("decision_papers", ref),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_takes_the_same_queries_for_any_number_of_lines(
    name: str, head: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    session = council_session()
    counts = []
    for code, people in (("CSTDT", 1), ("BK_TINH", 3)):
        ballot = closed_ballot(code, session=session, people=people)
        head.post(href("propose", ballot.ref), {"authority_confirmed": "on"})
        ref = decision_of(ballot).ref
        with django_assert_max_num_queries(100) as taken:
            head.get(PAGES[name](ref))
        sent = [query["sql"] for query in taken.captured_queries]
        law = [sql for sql in sent if "lawbook_reading" in sql]
        assert len(law) <= 1  # a decision's page names its prize, so it asks which law is in use
        counts.append(len(sent) - len(law))

    assert counts[0] == counts[1]
