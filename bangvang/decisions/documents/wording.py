"""How titles of papers and prizes are said."""

from datetime import date

from bangvang.decisions.documents.prizes import prize_of
from bangvang.decisions.states import Kind
from bangvang.foundation.vietnamese import say_money_vnd, say_number
from bangvang.law import Seen, Subject
from bangvang.nominations.documents.wording import award_said

UNKNOWN_REWARD = "chưa xác định"
SURE = frozenset({Seen.SOURCE, Seen.SECONDARY, Seen.INFERRED})


def first_title(kind: Kind, code: str, year: int, *, on: date) -> str:
    """Return the abstract with which a draft begins."""
    asked = "tặng" if kind is Kind.DECISION else "đề nghị tặng"
    return f"Về việc {asked} {award_said(code, on=on)} năm {year}"


def answer_title(code: str, *, on: date) -> str:
    """Return the abstract that an answer most often has."""
    return f"Về việc tặng {award_said(code, on=on)}"


def reward_said(code: str, *, on: date, subject: Subject = Subject.PERSON) -> str:
    """Return the prize for one recipient on the day of the decision, or that it is not known.

    What is only recalled is not printed, and neither is one of two amounts between which only
    the way of rounding decides; the province's setting settles that.

    Law: ``law/texts/rewards.toml``.
    """
    reward = prize_of(code, on=on, subject=subject)
    if reward is None or reward.seen not in SURE or reward.other_vnd is not None:
        return UNKNOWN_REWARD
    multiple = say_number(reward.multiple.normalize())
    most = "không quá " if reward.at_most else ""
    return f"{most}{multiple} lần mức lương cơ sở, bằng {say_money_vnd(reward.amount_vnd)}"


def rounding_doubt(code: str, *, on: date, subject: Subject = Subject.PERSON) -> str:
    """Return both amounts where only the way of rounding is open; else nothing."""
    reward = prize_of(code, on=on, subject=subject)
    if reward is None or reward.other_vnd is None:
        return ""
    amounts = sorted((reward.amount_vnd, reward.other_vnd))
    least, most = (say_money_vnd(amount) for amount in amounts)
    return f"{least} hoặc {most}, tùy cách làm tròn; tỉnh chưa chọn cách làm tròn"
