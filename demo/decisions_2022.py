"""What followed the session of 2022: a decision of the province, a submission and its answer."""

from datetime import date

from bangvang.decisions.actions.confirm_answer import confirm_answer
from bangvang.decisions.actions.confirm_signing import confirm_signing
from bangvang.decisions.actions.propose import propose
from bangvang.decisions.actions.record_answer import AnswerGiven, record_answer
from bangvang.decisions.actions.record_signing import Signing, record_signing
from bangvang.decisions.permissions import LineAnswer
from bangvang.decisions.selectors.decisions import decision_for
from bangvang.decisions.selectors.pages import decision_page
from bangvang.decisions.states import SignerPost
from bangvang.foundation.actor import Actor
from demo.cast import Cast
from demo.moments import at
from demo.papers import scan
from demo.session_2022 import Held

SIGNER = "Đỗ Lâm Nguyên Sinh"
REFUSED = "Phàn Thị Khèn Lá"


def replay_decisions(held: Held, cast: Cast) -> None:
    """Decide what the province decides, submit the rest and record the answer."""
    _decide(held.ballots["CSTDT"], cast)
    submission = _submit(held.ballots["BK_TTG"], cast)
    _answer(submission, cast)


def _decide(ballot: str, cast: Cast) -> None:
    specialist, head = cast["ban-cv"], cast["ban-truong"]
    ref = propose(ballot, authority_confirmed=True, actor=head, at=at(2022, 4, 22, 9))
    record_signing(
        ref,
        Signing(
            number=918,
            signed_on=date(2022, 5, 5),
            signer_name=SIGNER,
            signer_post=SignerPost.CHAIR,
            scan=scan("Quyết định số 918/QĐ-UBND", SIGNER, date(2022, 5, 5)),
            scan_name="quyet-dinh-918-da-ky.pdf",
        ),
        version=_version(head, ref),
        actor=specialist,
        at=at(2022, 5, 5, 15),
    )
    confirm_signing(ref, actor=head, at=at(2022, 5, 5, 16, 20))


def _submit(ballot: str, cast: Cast) -> str:
    specialist, head = cast["ban-cv"], cast["ban-truong"]
    ref = propose(ballot, authority_confirmed=False, actor=head, at=at(2022, 4, 22, 10))
    record_signing(
        ref,
        Signing(
            number=64,
            signed_on=date(2022, 4, 28),
            signer_name=SIGNER,
            signer_post=SignerPost.CHAIR,
            scan=scan("Tờ trình số 64/TTr-UBND", SIGNER, date(2022, 4, 28)),
            scan_name="to-trinh-64-da-ky.pdf",
        ),
        version=_version(head, ref),
        actor=specialist,
        at=at(2022, 4, 28, 14),
    )
    confirm_signing(ref, actor=head, at=at(2022, 4, 28, 15))
    return ref


def _answer(ref: str, cast: Cast) -> None:
    specialist, head = cast["ban-cv"], cast["ban-truong"]
    reason = "Một trong năm sáng kiến thuộc phạm vi khác, hồ sơ chưa đủ căn cứ để xét."
    outcomes = [
        LineAnswer(line.order, line.name != REFUSED, reason if line.name == REFUSED else "")
        for line in decision_page(head, ref).lines
    ]
    record_answer(
        ref,
        AnswerGiven(
            number="1097/QĐ-TTg",
            decided_on=date(2022, 9, 19),
            issuer="Thủ tướng Chính phủ",
            title="Về việc tặng Bằng khen của Thủ tướng Chính phủ",
            scan=scan("Quyết định số 1097/QĐ-TTg", "Thủ tướng Chính phủ", date(2022, 9, 19)),
            scan_name="quyet-dinh-1097-ttg.pdf",
            outcomes=outcomes,
        ),
        version=_version(head, ref),
        actor=specialist,
        at=at(2022, 9, 26, 10),
    )
    confirm_answer(ref, actor=head, at=at(2022, 9, 26, 15))


def _version(actor: Actor, ref: str) -> int:
    return decision_for(actor, ref).version
