"""How decisions look at the office: masthead, facts, chips, and what waits for whom."""

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime

from bangvang.decisions.documents.wording import reward_said, rounding_doubt
from bangvang.decisions.selectors.decisions import DecisionRow, decisions_for
from bangvang.decisions.selectors.pages import DecisionPage, LineSeen
from bangvang.decisions.selectors.proposals import ResultToDecide, results_to_decide
from bangvang.decisions.states import WAITING_FOR_SECOND, Kind, Outcome, State
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.files.selectors import KeptFile
from bangvang.foundation.objection import Objection
from bangvang.foundation.vietnamese import say_date
from bangvang.web.components.pieces import (
    Act,
    Answer,
    CaseHead,
    Deadline,
    Fact,
    FileCard,
    NotNow,
    Standing,
    Task,
)
from bangvang.web.components.pieces import Kind as Sign

STATE_SIGNS = {
    State.DRAFT: Sign.NOTE,
    State.SIGNED_RECORDED: Sign.PERSON,
    State.IN_FORCE: Sign.MET,
    State.SENT_RECORDED: Sign.PERSON,
    State.SENT: Sign.JUDGE,
    State.ANSWER_RECORDED: Sign.PERSON,
    State.ANSWERED: Sign.MET,
}
OUTCOME_SIGNS = {
    Outcome.PENDING: Sign.NOTE,
    Outcome.GRANTED: Sign.MET,
    Outcome.REFUSED: Sign.NOT_MET,
}
NEXT = {
    State.DRAFT: "Cơ quan thường trực: trình ký rồi ghi số",
    State.SIGNED_RECORDED: "Người thứ hai: đối chiếu và xác nhận",
    State.SENT_RECORDED: "Người thứ hai: đối chiếu và xác nhận",
    State.ANSWER_RECORDED: "Người thứ hai: đối chiếu và xác nhận",
}


def state_chip(row: DecisionRow) -> Answer:
    """Return the state in words, with its sign."""
    return Answer(STATE_SIGNS[State(row.state)], row.state_name)


def outcome_chip(line: LineSeen) -> Answer:
    """Return what became of a line; what is recorded and not yet confirmed says so."""
    if line.outcome == Outcome.PENDING and line.said != Outcome.PENDING:
        return Answer(OUTCOME_SIGNS[Outcome(line.said)], f"{line.said_name} (chờ xác nhận)")
    return Answer(OUTCOME_SIGNS[Outcome(line.outcome)], line.outcome_name)


def person_href(line: LineSeen) -> str:
    """Return the address of the person's page in the register, if there is one."""
    if not line.person_ref or "portal" not in settings.BANGVANG_DOORS:
        return ""
    return reverse("portal:person", args=[line.person_ref])


def decision_head(page: DecisionPage) -> CaseHead:
    """Return the masthead of one decision with the acts open now."""
    row = page.row
    acts, not_now = _acts(page)
    standings = [Standing("Trạng thái", chip=state_chip(row))]
    if row.number:
        signed = f"ngày {say_date(row.signed_on)}" if row.signed_on else ""
        standings.append(Standing("Số, ký hiệu", row.number, signed))
    if row.answer_number and row.answered_on:
        day = f"ngày {say_date(row.answered_on)}"
        standings.append(Standing("Văn bản trả lời", row.answer_number, day))
    elif (waiting := _waiting_for(page)) is not None:
        standings.append(waiting)
    return CaseHead(
        kind=f"{row.kind_name} · {row.award_name} năm {row.achievement_year}",
        title=row.title,
        unit=f"{row.people} trường hợp, theo kết quả bỏ phiếu {page.session_title} "
        f"ngày {say_date(page.session_on)}",
        standings=tuple(standings),
        acts=acts,
        not_now=not_now,
    )


def _waiting_for(page: DecisionPage) -> Standing | None:
    state = State(page.row.state)
    if state is State.SENT:
        return Standing("Đang ở", page.authority, f"từ {say_date(page.row.signed_on)}")  # type: ignore[arg-type]  # what was sent has its day
    said = NEXT.get(state)
    return Standing("Việc tiếp theo", said) if said else None


def _acts(page: DecisionPage) -> tuple[tuple[Act, ...], tuple[NotNow, ...]]:
    ref, not_now = page.row.ref, page.not_now
    match State(page.row.state):
        case State.DRAFT:
            return _drafting(ref, not_now.revising)
        case State.SIGNED_RECORDED | State.SENT_RECORDED:
            return _seconding(
                ref, not_now.confirming, not_now.sending_back, "confirm_signing", "return_signing"
            )
        case State.SENT:
            act = Act("Ghi kết quả của cấp trên", _href("record_answer", ref), is_main=True)
            return ((act,), ()) if not_now.answering is None else ((), ())
        case State.ANSWER_RECORDED:
            return _seconding(
                ref,
                not_now.confirming_answer,
                not_now.sending_back_answer,
                "confirm_answer",
                "return_answer",
            )
    return (), ()


def _drafting(ref: str, objection: Objection | None) -> tuple[tuple[Act, ...], tuple[NotNow, ...]]:
    if objection is not None:
        return (), ()
    return (
        Act("Ghi số và ngày ký", _href("record_signing", ref), is_main=True),
        Act("Sửa trích yếu, căn cứ", _href("revise_decision", ref)),
        Act("In lại dự thảo", _href("reprint_decision", ref), is_post=True),
    ), ()


def _seconding(
    ref: str,
    confirming: Objection | None,
    returning: Objection | None,
    confirm: str,
    send_back: str,
) -> tuple[tuple[Act, ...], tuple[NotNow, ...]]:
    if returning is not None:
        return (), ()
    back = Act("Trả lại bản ghi", _href(send_back, ref))
    if confirming is not None:
        return (back,), (NotNow("Bạn chưa xác nhận được", confirming.sentence),)
    return (Act("Đối chiếu và xác nhận", _href(confirm, ref), is_main=True), back), ()


def _href(name: str, ref: str) -> str:
    return reverse(f"office:{name}", args=[ref])


def facts_of(page: DecisionPage, *, today: date) -> list[Fact]:
    """Return what the paper stands on."""
    facts = [
        *_prints(page),
        Fact(
            "Kết quả bỏ phiếu",
            f"{page.session_title.capitalize()}, ngày {say_date(page.session_on)}",
            source=f"Tỷ lệ cần đạt: {page.pass_text}; {page.pass_cite}",
        ),
        Fact("Thẩm quyền quyết định", page.authority, source=page.authority_note),
    ]
    if page.row.kind == Kind.DECISION:
        on = page.row.signed_on or today
        facts.append(
            Fact(
                "Tiền thưởng mỗi người",
                rounding_doubt(page.row.award_code, on=on)
                or reward_said(page.row.award_code, on=on),
                source=f"Theo mức của ngày {say_date(on)}",
            )
        )
    if page.extra_grounds:
        facts.append(Fact("Căn cứ bổ sung", page.extra_grounds.replace("\n", "; ")))
    return facts


def signing_to_compare(page: DecisionPage) -> list[Fact]:
    """Return the record of a signing with the system's own print, for the second person."""
    return [*signing_facts(page), *_prints(page)]


def signing_facts(page: DecisionPage) -> list[Fact]:
    """Return what was recorded of the signing; empty while there is nothing."""
    if page.scan is None:
        return []
    facts = [
        Fact("Số, ngày", f"{page.row.number} ngày {say_date(page.row.signed_on)}"),  # type: ignore[arg-type]  # recorded with its scan
        Fact("Người ký", f"{page.signer_name}, {page.signer_post_name}"),
        _scan(page.row.ref, page.scan),
        Fact("Người ghi", page.signing_recorded_by),
    ]
    if page.confirmed_by:
        facts.append(Fact("Người xác nhận", page.confirmed_by))
    return facts


def answer_facts(page: DecisionPage) -> list[Fact]:
    """Return what was recorded of the answer; empty while there is none."""
    answer = page.answer
    if answer is None:
        return []
    facts = [
        Fact("Số, ngày", f"{answer.number} ngày {say_date(answer.decided_on)}"),
        Fact("Người ban hành", answer.issuer),
        Fact("Trích yếu", answer.title),
        _scan(page.row.ref, answer.scan),
        Fact("Người ghi", answer.recorded_by),
    ]
    if answer.confirmed_by:
        facts.append(Fact("Người xác nhận", answer.confirmed_by))
    return facts


def file_href(ref: str, file: KeptFile) -> str:
    """Return where a file of a decision is handed out."""
    return reverse("office:decision_file", args=[ref, file.ref])


def file_shown(ref: str, file: KeptFile, note: str) -> FileCard:
    """Return a file of a decision as a card."""
    return FileCard(
        name=file.name,
        kind=file.kind.name_vi,
        size=file.size_bytes,
        fingerprint=file.digest,
        href=file_href(ref, file),
        note=note,
    )


def _scan(ref: str, scan: KeptFile) -> Fact:
    return Fact("Bản quét đã ký", scan.name, file_href(ref, scan))


def _prints(page: DecisionPage) -> list[Fact]:
    """Return the print that holds now, as PDF and as DOCX, each on a line of its own."""
    paper = next(paper for paper in page.papers if paper.ref == page.current_paper)
    printed = (("Bản PDF hệ thống in", paper.pdf), ("Bản Word", paper.docx))
    return [
        Fact(label, file.name, file_href(page.row.ref, file))
        for label, file in printed
        if file is not None
    ]


def decision_tasks(actor: Actor, today: date) -> list[Task]:
    """Return what waits for somebody of the office: results, drafts, second persons."""
    tasks = []
    if actor.has(Role.OFFICE_HEAD):
        ready = [result for result in results_to_decide(actor) if result.objection is None]
        tasks += [_result_task(result, today) for result in ready]
    if actor.has(Role.SPECIALIST, Role.OFFICE_HEAD):
        waiting = decisions_for(actor, states=(State.DRAFT, *WAITING_FOR_SECOND))
        tasks += [_decision_task(row, today) for row in waiting if _is_for(row, actor)]
    return tasks


def _is_for(row: DecisionRow, actor: Actor) -> bool:
    """Tell whether the next step is the actor's: drafts are everybody's, records the second's."""
    if row.state == State.DRAFT:
        return True
    is_other = row.recorded_by_ref != actor.account_ref
    return is_other and (row.recorded_by_head or actor.has(Role.OFFICE_HEAD))


def _result_task(result: ResultToDecide, today: date) -> Task:
    href = reverse("office:propose", args=[result.ballot_ref])
    return Task(
        f"Lập dự thảo: {result.award_name} năm {result.achievement_year}",
        href,
        f"{result.people} trường hợp đủ tỷ lệ phiếu tại {result.session_title}; biên bản đã ký.",
        Act("Xem danh sách", href),
        _waited(result.session_on, today, "ngày họp"),
    )


def _decision_task(row: DecisionRow, today: date) -> Task:
    href = reverse("office:decision", args=[row.ref])
    is_draft = row.state == State.DRAFT
    what = "Trình ký và ghi số" if is_draft else "Xác nhận bản ghi"
    why = f"{row.proposed_by} đã lập dự thảo." if is_draft else f"{row.recorded_by} đã ghi."
    return Task(
        f"{what}: {row.kind_name.lower()} {row.award_name} năm {row.achievement_year}",
        href,
        f"{row.people} trường hợp. {why}",
        Act("Mở văn bản", href),
        _waited(localtime(row.proposed_at).date(), today, "lập dự thảo"),
    )


def _waited(since: date, today: date, note: str) -> Deadline:
    days = (today - since).days
    return Deadline(f"Đã {days} ngày" if days > 0 else "Hôm nay", since, note=note)
