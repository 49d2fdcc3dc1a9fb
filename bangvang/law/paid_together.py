"""Which prizes are paid when one recipient gets several awards at one time.

Titles of one counting period: only the highest. Titles of different periods: all. Commendations
for different achievements or periods: all. A title and a commendation: both. Where no text says
it the answer is None, for a person: two commendations for one achievement, titles that no text
ranks, several commendations under the decree of 2017, whose clause was not read.

Law: ``texts/rewards.toml``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bangvang.law.catalogue import AwardClass, award_of
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry
from bangvang.law.instruments import Seen
from bangvang.law.loading import texts
from bangvang.law.regimes import regime_on

ONE_PERIOD = "reward.titles_of_one_period"
DIFFERENT_PERIODS = "reward.titles_of_different_periods"
COMMENDATIONS = "reward.commendations"
BOTH = "reward.title_and_commendation"
READS = frozenset({ONE_PERIOD, DIFFERENT_PERIODS, COMMENDATIONS, BOTH})
SENTENCES = {
    "highest": "Trong cùng một thời gian tính thành tích, danh hiệu này cao nhất.",
    "lower": "Cùng thời gian tính thành tích với một danh hiệu cao hơn: chỉ nhận mức cao nhất.",
    "periods": "Các danh hiệu có thời gian tính thành tích khác nhau: nhận đủ.",
    "different": "Các hình thức khen thưởng cho những thành tích khác nhau: nhận đủ.",
    "both": "Danh hiệu thi đua và hình thức khen thưởng: nhận cả hai.",
    "alone": "Không có danh hiệu, hình thức nào khác nhận cùng lúc.",
    "open": "Chưa tìm thấy quy định cho trường hợp này; cần người xem.",
}


@dataclass(frozen=True)
class Granted:
    """One award of those that come together.

    ``period``: first and last year for which merit is counted. ``achievement``: what is rewarded,
    in any words; two commendations with the same words and period are for one achievement.
    """

    code: str
    period: tuple[int, int]
    achievement: str = ""


@dataclass(frozen=True)
class Payment:
    """Whether one award's prize is paid: yes, no, or None for a person to say."""

    granted: Granted
    is_paid: bool | None
    why_vi: str
    cite: Citation | None
    seen: Seen | None


def paid_together(granted: Sequence[Granted], *, decided_on: date) -> tuple[Payment, ...]:
    """Return for each award, in the order given, whether its prize is paid beside the others.

    Raises:
        UnknownAward: no award has one of the codes.
        NotInForce: the rulebook does not know the law of that day.
        ValueError: the same title twice for one period.
    """
    titles = [one for one in granted if _is_title(one)]
    others = [one for one in granted if not _is_title(one)]
    if len({(one.code, one.period) for one in titles}) < len(titles):
        raise ValueError("one title twice for one period")
    for one in granted:
        regime_on(one.code, decided_on)
    return tuple(
        _title(one, titles, others, decided_on)
        if _is_title(one)
        else _commendation(one, others, titles, decided_on)
        for one in granted
    )


def _is_title(one: Granted) -> bool:
    return award_of(one.code).award_class is AwardClass.TITLE


def _title(one: Granted, titles: Sequence[Granted], others: Sequence[Granted], on: date) -> Payment:
    rivals = [title for title in titles if title is not one and title.period == one.period]
    if rivals:
        return _among(one, rivals, on)
    if len(titles) > 1:
        return _said(one, DIFFERENT_PERIODS, "periods", on)
    return _said(one, BOTH, "both", on) if others else _alone(one)


def _among(one: Granted, rivals: Sequence[Granted], on: date) -> Payment:
    """Only the highest of one period; where no text ranks two of them, a person says which."""
    rank = award_of(one.code).rank
    ranks = [award_of(rival.code).rank for rival in rivals]
    known = [other for other in ranks if other is not None]
    if rank is not None and any(other < rank for other in known):
        return _said(one, ONE_PERIOD, "lower", on, is_paid=False)
    if rank is None or rank in known or len(known) < len(ranks):
        return _open(one)
    return _said(one, ONE_PERIOD, "highest", on)


def _commendation(
    one: Granted, others: Sequence[Granted], titles: Sequence[Granted], on: date
) -> Payment:
    rest = [other for other in others if other is not one]
    if any((other.period, other.achievement) == (one.period, one.achievement) for other in rest):
        return _open(one)
    if rest:
        return _said(one, COMMENDATIONS, "different", on)
    return _said(one, BOTH, "both", on) if titles else _alone(one)


def _said(one: Granted, id_: str, word: str, on: date, *, is_paid: bool = True) -> Payment:
    entry: Entry | None = texts().row(id_).get(on)
    if entry is None:
        return _open(one)
    return Payment(one, is_paid, SENTENCES[word], entry.cite, entry.seen)


def _alone(one: Granted) -> Payment:
    return Payment(one, True, SENTENCES["alone"], None, None)


def _open(one: Granted) -> Payment:
    return Payment(one, None, SENTENCES["open"], None, None)
