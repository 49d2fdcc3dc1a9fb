"""What the province puts to the people: the paper that says so, a list that is over, one open."""

from collections.abc import Mapping
from datetime import date

from bangvang.appraisal.actions.answer_resolution import answer_resolution
from bangvang.appraisal.actions.close_consultation import close_consultation
from bangvang.appraisal.actions.enter_consultation_rule import (
    RuleEntered,
    enter_consultation_rule,
)
from bangvang.appraisal.actions.kept_opinion import OpinionSent
from bangvang.appraisal.actions.open_public_list import open_public_list
from bangvang.appraisal.actions.prepare_consultation import ListPlanned, prepare_consultation
from bangvang.appraisal.actions.receive_opinion import receive_opinion
from bangvang.appraisal.actions.record_paper_opinion import record_paper_opinion
from bangvang.appraisal.actions.resolve_opinion import Resolved, resolve_opinion
from bangvang.appraisal.selectors.consulted import choosable_in
from bangvang.appraisal.selectors.opinions import opinions_of
from bangvang.appraisal.states import Gate
from demo.appraisals import accept_rest, take
from demo.cast import holder_of
from demo.council import OF_THE_DEMONSTRATION, REGULATION_2025
from demo.moments import at, on
from demo.papers import scan

ASKED = "BK_TTG"
DAYS = 5
WHERE_TO = "Phòng Thi đua, khen thưởng, Sở Nội vụ tỉnh Lào Cai"
CLOSED_ON = date(2026, 8, 28)
ASKED_LATER = "vt-layykien"


def enter_rule() -> None:
    """Enter what the council's regulation says; clause and days are the demonstration's own."""
    enter_consultation_rule(
        RuleEntered(
            award_code=ASKED,
            is_asked=True,
            working_days=DAYS,
            gate=Gate.BEFORE_SUBMISSION,
            paper="REGULATION",
            number=REGULATION_2025.number,
            issued_on=REGULATION_2025.issued_on,
            clause=f"khoản 5 Điều 9 ({OF_THE_DEMONSTRATION})",
            since=date(2026, 8, 10),
            scan=scan("quy chế hoạt động của Hội đồng", "Văn thư", REGULATION_2025.issued_on),
            scan_name="quy-che-hoi-dong.pdf",
        ),
        actor=holder_of("truongphong", on=date(2026, 8, 10)),
        at=at(2026, 8, 10, 10),
    )


def ask_of_the_first(round_: tuple[str, int]) -> None:
    """Put the first list of August to the people, and close it before its session."""
    specialist = holder_of("chuyenvien", on=CLOSED_ON)
    head = holder_of("truongphong", on=CLOSED_ON)
    ref = prepare_consultation(_plan(round_), actor=specialist, at=at(2026, 8, 21, 10))
    open_public_list(ref, version=1, head_name=head.name, actor=head, at=at(2026, 8, 21, 11))
    receive_opinion(
        ref,
        OpinionSent(
            1,
            "Tôi bán chè cho tổ của ông ấy sáu năm nay, giá công bằng, trả tiền đúng hẹn. Đồng ý.",
            "Vừ Thị Nhân Dân",
            "thôn Chè Dốc, xã Suối Mây",
            "y-kien-dau-tien-cua-ban-trinh-dien",
        ),
        at=at(2026, 8, 25, 19, 30),
    )
    opinion = opinions_of(specialist, ref)[0]
    said = Resolved("NOTED", "Ý kiến đồng ý, không nêu việc cần xác minh.")
    resolve_opinion(opinion.ref, said, version=1, actor=specialist, at=at(2026, 8, 26, 9))
    answer_resolution(
        opinion.ref, agree=True, answer="", version=2, actor=head, at=at(2026, 8, 26, 15)
    )
    close_consultation(ref, head_name=head.name, actor=head, at=on(CLOSED_ON, 7, 30))


def ask_of_the_next(round_: tuple[str, int], batches: Mapping[str, str]) -> None:
    """Put a second list to the people; it still runs, with one opinion to resolve."""
    day = date(2026, 9, 10)
    specialist, head = holder_of("chuyenvien", on=day), holder_of("truongphong", on=day)
    take(batches[ASKED_LATER], actor=specialist, at=at(2026, 9, 9, 8))
    accept_rest(batches[ASKED_LATER], actor=specialist, at=at(2026, 9, 9, 9))
    ref = prepare_consultation(_plan(round_), actor=specialist, at=at(2026, 9, 10, 9))
    open_public_list(ref, version=1, head_name=head.name, actor=head, at=at(2026, 9, 10, 14))
    record_paper_opinion(
        ref,
        OpinionSent(
            1,
            "Đề nghị xem lại việc bến xe thu tiền gửi hàng của bà con vào phiên chợ tháng Ba.",
            "Thền Văn Nhân Dân",
            "thôn Bến Dưới, xã Suối Mây",
            "y-kien-bang-van-ban-cua-ban-trinh-dien",
            scan("đơn kiến nghị", "Thền Văn Nhân Dân", date(2026, 9, 11)),
        ),
        came_on=date(2026, 9, 11),
        actor=specialist,
        at=at(2026, 9, 11, 10),
    )


def _plan(round_: tuple[str, int]) -> ListPlanned:
    """Return a list of all rows of the round that wait to be put to the people."""
    specialist = holder_of("chuyenvien", on=CLOSED_ON)
    refs = [one.row.ref for one in choosable_in(specialist, round_[0])]
    return ListPlanned(round_[0], refs, DAYS, "", WHERE_TO)
