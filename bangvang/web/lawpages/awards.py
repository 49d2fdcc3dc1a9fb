"""One award on a day: who decides, what a file holds, the prize, and every way to it."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from bangvang.foundation.vietnamese import say_date
from bangvang.law import (
    Award,
    NotInForce,
    Seen,
    Subject,
    UnknownAward,
    WayRead,
    agreement_needed,
    authority_for,
    award_name,
    award_of,
    kind_name,
    papers_required,
    questions,
    reward_for,
    ways_not_coded,
    ways_read,
)
from bangvang.web.components.pieces import Answer, Column, Fact
from bangvang.web.lawpages.words import SEEN, SUBJECTS, UNSEEN, class_name

CONDITION_COLUMNS = (
    Column("Điều kiện", "name"),
    Column("Điều khoản", "mid"),
    Column("Mức chắc chắn", "mid"),
    Column("Đối chiếu ngày", "date"),
)


@dataclass(frozen=True)
class Condition:
    """One condition as written."""

    sentence: str
    cite: str
    seen: Answer
    compared: str


@dataclass(frozen=True)
class Way:
    """One way to an award."""

    title: str
    cite: str
    notes: tuple[str, ...]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class NotCoded:
    """A way that a person compares with the text."""

    way: str
    cite: str
    seen: Answer
    hint: str


@dataclass(frozen=True)
class AwardLaw:
    """All that is known of an award on a day."""

    name: str
    facts: tuple[Fact, ...]
    ways: tuple[Way, ...]
    not_coded: tuple[NotCoded, ...]


def award_shown(code: str, on: date) -> AwardLaw:
    """Return an award's rules on a day.

    Raises:
        Http404: no award has this code.
        NotInForce: the award is newer than that day.
    """
    try:
        award = award_of(code)
    except UnknownAward:
        raise Http404 from None
    return AwardLaw(
        name=award_name(code, on),
        facts=tuple(_facts(award, on)),
        ways=tuple(_way(way) for way in ways_read(code, on)),
        not_coded=tuple(
            NotCoded(gap.way, gap.cite.text, SEEN[gap.seen], gap.hint)
            for gap in ways_not_coded(code, on)
        ),
    )


def _facts(award: Award, on: date) -> list[Fact]:
    facts = [
        Fact("Loại", class_name(award.award_class)),
        Fact("Đối tượng", ", ".join(SUBJECTS[one] for one in award.subjects).capitalize()),
    ]
    try:
        authority = authority_for(award.code, on=on)
        facts.append(
            Fact(
                "Thẩm quyền quyết định",
                authority.name_vi,
                source=authority.cite.text,
                answers=_unless_read(authority.seen),
            )
        )
    except NotInForce:
        facts.append(Fact("Thẩm quyền quyết định", "Chưa có quy định trong hệ thống"))
    facts.append(_agreement(award.code, on))
    facts += _papers(award.code, on)
    facts += _rewards(award, on)
    return facts


def _unless_read(seen: Seen) -> tuple[Answer, ...]:
    return () if seen is Seen.SOURCE else (SEEN[seen],)


def _agreement(code: str, on: date) -> Fact:
    needed = agreement_needed(code, on=on)
    label = "Tỷ lệ phiếu của Hội đồng"
    if needed is None:
        return Fact(label, "Luật không nêu; theo quy chế của Hội đồng")
    if needed.share is None:
        said = "Theo quy chế hoặc nghị quyết của Hội đồng: điều khoản mới chưa có nguyên văn"
        return Fact(label, said, source=needed.cite.text, answers=(UNSEEN,))
    share = needed.share.text
    said = f"{share[:1].upper()}{share[1:]} tổng số thành viên Hội đồng"
    return Fact(label, said, source=needed.cite.text, answers=_unless_read(needed.seen))


def _papers(code: str, on: date) -> list[Fact]:
    papers = papers_required(code, on=on)
    if not papers:
        return []
    cites = "; ".join(dict.fromkeys(paper.cite.text for paper in papers))
    weakest = max((paper.seen for paper in papers), key=list(Seen).index)
    named = "; ".join(paper.name_vi for paper in papers)
    return [Fact("Hồ sơ gồm", named, source=cites, answers=_unless_read(weakest))]


def _rewards(award: Award, on: date) -> list[Fact]:
    found = []
    for subject in award.subjects:
        if subject is Subject.HOUSEHOLD:
            continue
        try:
            reward = reward_for(award.code, decided_on=on, collective=subject is Subject.COLLECTIVE)
        except NotInForce:
            continue
        if reward is None:
            continue
        multiple = str(reward.multiple).replace(".", ",")
        amount = f"{reward.amount_vnd:,}".replace(",", ".")
        found.append(
            Fact(
                f"Tiền thưởng, {SUBJECTS[subject]}",
                f"{multiple} lần mức lương cơ sở: {amount} đồng",
                source=f"{reward.cite.text}; {reward.base_cite.text}",
                answers=_unless_read(reward.seen),
            )
        )
    return found


def _way(way: WayRead) -> Way:
    notes = [kind_name(way.kind), SUBJECTS[way.subject].capitalize()]
    if way.claim:
        notes.append(f"Chỉ xét khi hồ sơ nêu: {questions()[way.claim].text}")
    if way.text_unseen:
        notes.append("Trình bày theo quy định trước khi sửa đổi; chưa có nguyên văn hiện hành")
    return Way(
        title=way.way[:1].upper() + way.way[1:],
        cite=way.cite.text,
        notes=tuple(notes),
        conditions=tuple(
            Condition(
                text.sentence,
                text.cite.place,
                SEEN[text.seen],
                say_date(text.compared_on or way.compared_on),
            )
            for text in way.conditions
        ),
    )
