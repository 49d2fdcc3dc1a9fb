"""What stands on the papers, by their day and kind."""

from datetime import UTC, date, datetime

import pytest
from pytest_django import Settings

from bangvang.council.models import Regulation
from bangvang.council.selectors.results import ballot_result
from bangvang.council.selectors.sessions import session_record
from bangvang.decisions.actions.propose import propose
from bangvang.decisions.documents.grounds import grounds
from bangvang.decisions.documents.papers import Matter, official_paper
from bangvang.decisions.documents.wording import (
    answer_title,
    reward_said,
    rounding_doubt,
)
from bangvang.decisions.models import Decision, Line
from bangvang.decisions.states import SignerPost
from bangvang.decisions.tests.factories import AT, HEAD, SIGNED_ON, closed_ballot
from bangvang.foundation.documents.paper import OfficialPaper, Paragraph, Table
from bangvang.law import Subject
from bangvang.nominations.documents.wording import award_said

pytestmark = pytest.mark.django_db


def matter(code: str = "CSTDT", *, on: date = SIGNED_ON) -> Matter:
    ballot = closed_ballot(code, people=2)
    ref = propose(ballot.ref, authority_confirmed=True, actor=HEAD, at=AT)
    decision = Decision.objects.get(ref=ref)
    result = ballot_result(ballot.ref)
    lines = list(Line.objects.filter(decision=decision).order_by("order"))
    return Matter(decision, lines, result, session_record(result.session_ref), on)


def texts(paper: OfficialPaper) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Paragraph)]


def annex(paper: OfficialPaper) -> Table:
    (table,) = paper.annexes[0].blocks
    assert isinstance(table, Table)
    return table


def test_a_decision_grants_in_its_first_article_and_lists_the_people_in_its_annex() -> None:
    paper = official_paper(matter())

    assert texts(paper)[0] == (
        "Tặng danh hiệu “Chiến sĩ thi đua cấp tỉnh” năm 2021 cho 02 cá nhân đã có thành tích "
        "xuất sắc trong phong trào thi đua yêu nước (có danh sách kèm theo)."
    )
    assert annex(paper).rows == (
        (
            "1",
            "Lù Văn Bậc Thang",
            "Trưởng phòng Hành chính, Tổ chức",
            "Văn phòng Sở Thử nghiệm tỉnh Lào Cai",
        ),
        (
            "2",
            "Vàng Thị Lúa Chín",
            "Trưởng phòng Hành chính, Tổ chức",
            "Văn phòng Sở Thử nghiệm tỉnh Lào Cai",
        ),
    )


def test_the_prize_is_that_of_the_decisions_day() -> None:
    paper = official_paper(matter())

    assert texts(paper)[1] == (
        "Tiền thưởng kèm theo cho mỗi cá nhân là 3 lần mức lương cơ sở, bằng 4.470.000 đồng; "
        "kinh phí trích từ Quỹ thi đua, khen thưởng theo quy định."
    )


def test_a_prize_that_is_not_known_is_not_guessed() -> None:
    paper = official_paper(matter("TTLDXS"))  # no person has a prize for it

    assert texts(paper)[1].startswith("Mức tiền thưởng kèm theo thực hiện theo quy định")


@pytest.mark.parametrize(
    ("code", "on"), [("TTLDXS", date(2022, 4, 22)), ("CSTDT", date(2016, 1, 1))]
)
def test_an_unknown_prize_is_said_to_be_unknown(code: str, on: date) -> None:
    assert reward_said(code, on=on) == "chưa xác định"


def test_a_prize_that_is_only_recalled_is_said_to_be_unknown() -> None:
    assert reward_said("CSTDT", on=date(2018, 1, 1)) == "chưa xác định"


def test_one_of_two_amounts_is_printed_only_when_the_province_has_chosen(
    settings: Settings,
) -> None:
    code, on = "LDTT", date(2024, 8, 1)  # 0,3 lần 2.340.000 đồng: 702.000 đồng
    open_, doubt = reward_said(code, on=on), rounding_doubt(code, on=on)
    settings.BANGVANG_ROUNDING = "up"

    assert open_ == "chưa xác định"
    assert doubt.startswith("700.000 đồng hoặc 710.000 đồng")
    assert reward_said(code, on=on) == "0,3 lần mức lương cơ sở, bằng 710.000 đồng"
    assert rounding_doubt(code, on=on) == ""


def test_a_prize_whose_owner_sets_it_is_said_as_a_limit() -> None:
    assert reward_said("KNC", on=date(2026, 8, 1)) == (
        "không quá 0,6 lần mức lương cơ sở, bằng 1.518.000 đồng"
    )


def test_a_collective_has_its_own_prize() -> None:
    person = reward_said("BK_TINH", on=SIGNED_ON)
    collective = reward_said("BK_TINH", on=SIGNED_ON, subject=Subject.COLLECTIVE)

    assert person != collective
    assert reward_said("TTLDXS", on=SIGNED_ON, subject=Subject.COLLECTIVE) != "chưa xác định"


def test_a_submission_tells_the_procedure_and_shows_merged_votes() -> None:
    paper = official_paper(matter("BK_TTG"))

    assert paper.addressed_to == ("Thủ tướng Chính phủ",)
    assert "Vào ngày 19 tháng 4 năm 2022, Hội đồng Thi đua - Khen thưởng" in texts(paper)[0]
    assert "khoản 8 Điều 45 Nghị định 91/2017/NĐ-CP" in texts(paper)[1]
    assert [row[-1] for row in annex(paper).rows] == ["21/22", "21/22"]
    assert paper.signatures[0].posts == ("TM. Ủy ban nhân dân", "Chủ tịch")


def test_a_vice_chair_signs_for_the_chair() -> None:
    given = matter("BK_TTG")
    given.decision.signer_post = SignerPost.VICE_CHAIR

    paper = official_paper(given)

    assert paper.signatures[0].posts == ("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch")


def test_a_draft_prints_blanks_for_number_and_day() -> None:
    paper = official_paper(matter())

    assert (paper.number, paper.on, paper.year) == (None, None, 2022)


def test_grounds_are_those_in_force_on_the_papers_day_and_the_offices_own() -> None:
    session = matter().session

    found = grounds(session, "Căn cứ Công văn số 9\n\n", session_on=date(2022, 4, 19), on=SIGNED_ON)

    assert [ground.text.removeprefix("Căn cứ ")[:30] for ground in found] == [
        "Luật Thi đua, khen thưởng ngày",
        "Nghị định số 91/2017/NĐ-CP ngà",
        "Thông tư số 12/2019/TT-BNV ngà",
        "Quy chế hoạt động của Hội đồng",
        "Công văn số 9",
        "Biên bản phiên họp thứ nhất nă",
    ]


def test_each_day_has_one_law_and_one_decree_on_commendation() -> None:
    session = matter().session

    for on in (date(2018, 1, 1), date(2023, 12, 31), date(2024, 1, 1), date(2026, 9, 14)):
        found = [g.text for g in grounds(session, "", session_on=on, on=on)]

        assert sum(text.startswith("Căn cứ Luật Thi đua, khen thưởng") for text in found) == 1
        assert sum(text.startswith("Căn cứ Nghị định") for text in found) == 1


def test_a_session_without_a_regulation_cites_none() -> None:
    given = matter()
    Regulation.objects.all().delete()

    found = grounds(
        session_record(given.session.ref), "", session_on=date(2022, 4, 19), on=SIGNED_ON
    )

    assert not any("Quy chế" in ground.text for ground in found)


def test_titles_and_forms_of_award_are_said_as_officials_say_them() -> None:
    on = datetime(2022, 4, 22, tzinfo=UTC).date()

    assert award_said("CSTDT", on=on) == "danh hiệu “Chiến sĩ thi đua cấp tỉnh”"
    assert answer_title("BK_TTG", on=on) == "Về việc tặng Bằng khen của Thủ tướng Chính phủ"
