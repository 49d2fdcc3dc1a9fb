"""The prize of an award on a day, for each who may receive it."""

from collections.abc import Iterator
from datetime import date

from bangvang.decisions.documents.prizes import prize_of, rounding_set
from bangvang.foundation.vietnamese import say_money_vnd, say_number
from bangvang.law import Award, NotInForce, Reward, Subject, reward_unread
from bangvang.web.lawpages.said import Line, Part, nothing
from bangvang.web.lawpages.words import SEEN, SUBJECTS, UNSEEN

ROUNDINGS = {
    "nearest": "làm tròn đến mười nghìn đồng gần nhất",
    "up": "làm tròn lên mười nghìn đồng",
}
NOT_READ = "Chưa có nguyên văn quy định về mức tiền thưởng."
UNKNOWN = "Chưa tìm thấy mức tiền thưởng trong văn bản đã đọc."


def prizes_shown(award: Award, on: date) -> Part:
    """Return the prize of each subject; where rounding is not settled, both amounts."""
    way = rounding_set()
    note = f"Cách làm tròn do tỉnh chọn: {ROUNDINGS[way]}." if way else ""
    return Part("Tiền thưởng của ngày này", tuple(_lines(award, on)), note)


def _lines(award: Award, on: date) -> Iterator[Line]:
    for subject in award.subjects:
        reward = prize_of(award.code, on=on, subject=subject)
        label = f"Tiền thưởng, {SUBJECTS[subject]}"
        yield _unread(label, award, subject, on) or _line(label, reward)
        label += ", Chủ tịch Ủy ban nhân dân cấp xã quyết định"
        of_commune = prize_of(award.code, on=on, subject=subject, by_commune=True)
        unread = _unread(label, award, subject, on, by_commune=True) if reward else None
        if unread is not None:
            yield unread
        elif of_commune is not None and of_commune != reward:
            yield _line(label, of_commune)


def _unread(
    label: str, award: Award, subject: Subject, on: date, *, by_commune: bool = False
) -> Line | None:
    """Return a line for a prize whose clause is known and whose wording was not read."""
    try:
        cite = reward_unread(award.code, decided_on=on, subject=subject, by_commune=by_commune)
    except NotInForce:
        return None
    return Line(label, (NOT_READ,), cite.text, UNSEEN) if cite else None


def _line(label: str, reward: Reward | None) -> Line:
    if reward is None:
        return nothing(label, UNKNOWN)
    multiple = say_number(reward.multiple.normalize())
    base = say_money_vnd(reward.base_vnd)
    most = "không quá " if reward.at_most else ""
    amount = say_money_vnd(reward.amount_vnd)
    says = [f"{most}{multiple} lần mức lương cơ sở {base}, bằng {amount}."]
    if reward.other_vnd is not None:
        says = [f"{most}{multiple} lần mức lương cơ sở {base}. Quy định làm tròn có hai cách hiểu:"]
        says += _both(reward, reward.other_vnd)
    cite = f"{reward.cite.text}; {reward.base_cite.text}"
    said = tuple(f"{one[:1].upper()}{one[1:]}" for one in says)
    return Line(label, said, cite, SEEN[reward.seen])


def _both(reward: Reward, other: int) -> Iterator[str]:
    yield f"{say_money_vnd(reward.amount_vnd)} nếu {ROUNDINGS[reward.rounding]};"
    otherwise = next(said for way, said in ROUNDINGS.items() if way != reward.rounding)
    yield f"{say_money_vnd(other)} nếu {otherwise}."
