"""The decision and the submission as plain data for the document engine.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2 (quyết định) and 1.4 (tờ trình).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bangvang.council.selectors.results import BallotResult
from bangvang.council.selectors.sessions import SessionRecord
from bangvang.decisions.documents.grounds import grounds
from bangvang.decisions.documents.wording import UNKNOWN_REWARD, reward_said
from bangvang.decisions.models import Decision, Line
from bangvang.decisions.models.issuers import COMMITTEE, COUNCIL, ISSUERS, PLACE, PROVINCE
from bangvang.decisions.states import Kind, SignerPost, State
from bangvang.foundation.documents.paper import (
    Align,
    Annex,
    Block,
    Ground,
    Heading,
    Heads,
    OfficialPaper,
    PaperKind,
    Paragraph,
    Signature,
    Table,
    article,
)
from bangvang.foundation.vietnamese import roman, say_long_date
from bangvang.law import Subject
from bangvang.nominations.documents.wording import CALLED, award_said, recipients_said

HEADS = Heads(superior="", issuer=f"Ủy ban nhân dân\n{PROVINCE}")


@dataclass(frozen=True)
class Matter:
    """What a paper is filled from; `on` is its day, or the day of the draft."""

    decision: Decision
    lines: Sequence[Line]
    result: BallotResult
    session: SessionRecord
    on: date

    @property
    def number(self) -> int | None:
        """The number that is recorded; a draft has none, even one that was sent back."""
        return None if self.decision.state == State.DRAFT else self.decision.number

    @property
    def signed_on(self) -> date | None:
        """The day that is recorded; a draft has none."""
        return None if self.decision.state == State.DRAFT else self.decision.signed_on


def official_paper(matter: Matter) -> OfficialPaper:
    """Return the paper of its kind, with number and day once they are recorded."""
    kind = Kind(matter.decision.kind)
    return _decision(matter) if kind is Kind.DECISION else _submission(matter)


def _decision(matter: Matter) -> OfficialPaper:
    decision = matter.decision
    award = award_said(decision.award_code, on=matter.on)
    year = decision.achievement_year
    whom = recipients_said(line.subject for line in matter.lines)
    return OfficialPaper(
        kind=PaperKind.DECISION,
        heads=HEADS,
        symbol=decision.symbol,
        abstract=decision.title,
        authority=decision.issuer,
        enacting="Quyết định:",
        grounds=_grounds(matter),
        blocks=(
            article(
                1,
                f"Tặng {award} năm {year} cho {whom} đã có thành tích xuất sắc trong phong trào "
                "thi đua yêu nước (có danh sách kèm theo).",
            ),
            article(2, _prize(decision.award_code, _subjects(matter.lines), on=matter.on)),
            article(
                3,
                "Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân tỉnh; "
                f"cơ quan Thường trực {COUNCIL}; thủ trưởng các cơ quan, đơn vị, địa phương có "
                f"liên quan và {_whom(matter.lines)} có tên tại Điều 1 chịu trách nhiệm thi hành "
                "Quyết định này.",
            ),
        ),
        signatures=(_signature(decision),),
        number=matter.number,
        place=PLACE,
        on=matter.signed_on,
        year=matter.on.year,
        issued_by=decision.issuer,
        recipients=("Như Điều 3", COUNCIL, "Cổng Thông tin điện tử tỉnh", "Lưu: VT, TĐKT"),
        annexes=(
            Annex(
                f"Danh sách {_whom(matter.lines, short=True)} được tặng {award} năm {year}",
                _tables(matter.lines, with_votes=False),
            ),
        ),
    )


def _submission(matter: Matter) -> OfficialPaper:
    decision = matter.decision
    award = award_said(decision.award_code, on=matter.on)
    whom = recipients_said(line.subject for line in matter.lines)
    to = decision.authority_name
    return OfficialPaper(
        kind=PaperKind.SUBMISSION,
        heads=HEADS,
        symbol=decision.symbol,
        abstract=decision.title,
        addressed_to=(to,),
        grounds=_grounds(matter),
        blocks=(
            Paragraph(_procedure(matter, award)),
            Paragraph(
                f"Kết quả có {whom} đạt tỷ lệ phiếu đồng ý theo quy định "
                f"({matter.result.pass_text}; {matter.result.pass_cite}); số phiếu của từng "
                "trường hợp ghi trong danh sách kèm theo."
            ),
            Paragraph(
                f"{COMMITTEE} kính trình {to} xem xét, quyết định tặng {award} cho {whom} có tên "
                "trong danh sách (gửi kèm hồ sơ đề nghị khen thưởng)."
            ),
        ),
        signatures=(_signature(decision),),
        number=matter.number,
        place=PLACE,
        on=matter.signed_on,
        year=matter.on.year,
        issued_by=decision.issuer,
        recipients=("Như trên", COUNCIL, "Lưu: VT, TĐKT"),
        annexes=(
            Annex(
                f"Danh sách {_whom(matter.lines, short=True)} đề nghị tặng {award} năm "
                f"{decision.achievement_year}",
                _tables(matter.lines, with_votes=True),
            ),
        ),
    )


def _grounds(matter: Matter) -> tuple[Ground, ...]:
    return grounds(
        matter.session,
        matter.decision.extra_grounds,
        session_on=matter.result.session_on,
        on=matter.on,
    )


def _procedure(matter: Matter, award: str) -> str:
    session = matter.session
    return (
        f"Vào {say_long_date(matter.result.session_on)}, {session.council_name} đã tổ chức "
        f"{session.title}, có {session.present}/{session.members_total} thành viên dự họp, thảo "
        f"luận và bỏ phiếu xét đề nghị tặng {award} năm {matter.decision.achievement_year}."
    )


def _subjects(lines: Sequence[Line]) -> tuple[Subject, ...]:
    """Return who is commended, each kind once, in the order of the annex."""
    found = {line.subject for line in lines}
    return tuple(subject for subject in CALLED if subject in found)


def _whom(lines: Sequence[Line], *, short: bool = False) -> str:
    """Return "các tập thể, cá nhân", or without its "các"."""
    names = ", ".join(CALLED[subject] for subject in _subjects(lines))
    return names if short else f"các {names}"


def _prize(code: str, subjects: Sequence[Subject], *, on: date) -> str:
    """Return Điều 2; an amount that is not known is left to the rules, never guessed."""
    said = {subject: reward_said(code, on=on, subject=subject) for subject in subjects}
    fund = "trích từ Quỹ thi đua, khen thưởng theo quy định"
    if UNKNOWN_REWARD in said.values():
        return (
            "Mức tiền thưởng kèm theo thực hiện theo quy định của pháp luật về thi đua, khen "
            f"thưởng; kinh phí {fund}."
        )
    each = "; ".join(f"cho mỗi {CALLED[subject]} là {prize}" for subject, prize in said.items())
    return f"Tiền thưởng kèm theo {each}; kinh phí {fund}."


def _signature(decision: Decision) -> Signature:
    above = ISSUERS[Kind(decision.kind)].on_behalf
    posts: tuple[str, ...] = ("Chủ tịch",)
    if decision.signer_post == SignerPost.VICE_CHAIR:
        posts = ("KT. Chủ tịch", "Phó Chủ tịch")
    return Signature(
        posts=(above, *posts) if above else posts,
        name="" if decision.state == State.DRAFT else decision.signer_name,
    )


def _tables(lines: Sequence[Line], *, with_votes: bool) -> tuple[Block, ...]:
    """Return one table a kind of recipient; with several kinds, each under its Roman number."""
    subjects = _subjects(lines)
    blocks: list[Block] = []
    for number, subject in enumerate(subjects, start=1):
        if len(subjects) > 1:
            blocks.append(Heading(f"{roman(number)}. {CALLED[subject].capitalize()}"))
        of_kind = [line for line in lines if line.subject == subject]
        table = _people if subject is Subject.PERSON else _bodies
        blocks.append(table(of_kind, with_votes=with_votes))
    return tuple(blocks)


def _people(lines: Sequence[Line], *, with_votes: bool) -> Table:
    columns = ("TT", "Họ và tên", "Chức vụ", "Đơn vị")
    rows = [(str(line.order), line.name, line.position, line.unit_name) for line in lines]
    aligns = (Align.CENTRE, Align.LEFT, Align.LEFT, Align.LEFT)
    if not with_votes:
        return Table(columns, tuple(rows), (6, 26, 28, 40), aligns)
    return _with_votes(columns, rows, lines, (6, 24, 25, 33, 12), aligns)


def _bodies(lines: Sequence[Line], *, with_votes: bool) -> Table:
    columns = ("TT", "Tên", "Đơn vị")
    rows = [(str(line.order), line.name, line.unit_name) for line in lines]
    aligns = (Align.CENTRE, Align.LEFT, Align.LEFT)
    if not with_votes:
        return Table(columns, tuple(rows), (6, 50, 44), aligns)
    return _with_votes(columns, rows, lines, (6, 44, 38, 12), aligns)


def _with_votes(
    columns: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    lines: Sequence[Line],
    widths: tuple[int, ...],
    aligns: tuple[Align, ...],
) -> Table:
    votes = [f"{line.yes}/{line.total}" for line in lines]
    return Table(
        (*columns, "Phiếu đồng ý"),
        tuple((*row, vote) for row, vote in zip(rows, votes, strict=True)),
        widths,
        (*aligns, Align.CENTRE),
    )
