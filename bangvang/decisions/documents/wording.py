"""How awards, numbers of people and prizes are said on papers."""

from datetime import date

from bangvang.decisions.states import Kind
from bangvang.foundation.vietnamese import say_money_vnd, say_number
from bangvang.law import AwardClass, NotInForce, Seen, award_name, award_of, reward_for

UNKNOWN_REWARD = "chưa xác định"
SURE = frozenset({Seen.SOURCE, Seen.SECONDARY, Seen.INFERRED})


def award_said(code: str, *, on: date) -> str:
    """Return "danh hiệu “Chiến sĩ thi đua cấp tỉnh”", or the name alone of a form of award."""
    name = award_name(code, on)
    is_title = award_of(code).award_class in (AwardClass.TITLE, AwardClass.HONOUR)
    return f"danh hiệu “{name}”" if is_title else name


def people_said(count: int) -> str:
    """Return "05 cá nhân"."""
    return f"{count:02d} cá nhân"


def first_title(kind: Kind, code: str, year: int, *, on: date) -> str:
    """Return the abstract with which a draft begins."""
    asked = "tặng" if kind is Kind.DECISION else "đề nghị tặng"
    return f"Về việc {asked} {award_said(code, on=on)} năm {year}"


def answer_title(code: str, *, on: date) -> str:
    """Return the abstract that an answer most often has."""
    return f"Về việc tặng {award_said(code, on=on)}"


def reward_said(code: str, *, on: date) -> str:
    """Return the prize for one recipient on the day of the decision, or that it is not known.

    Law: ``law/texts/rewards.toml``. What is only recalled is not printed.
    """
    try:
        reward = reward_for(code, decided_on=on)
    except NotInForce:
        return UNKNOWN_REWARD
    if reward is None or reward.seen not in SURE:
        return UNKNOWN_REWARD
    multiple = say_number(reward.multiple.normalize())
    return f"{multiple} lần mức lương cơ sở, bằng {say_money_vnd(reward.amount_vnd)}"
