"""From an answer of the law to its explanation; the same appraisal always gives the same words.

What is told outside the standing office starts from ``Appraisal.for_outside()``.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from bangvang.law.appraise import Appraisal
from bangvang.law.called import lower_first
from bangvang.law.catalogue import AwardClass, Level, award_name, award_of
from bangvang.law.explained import Condition, Explanation, HintSaid, OpenMatter, RowSaid, StillOpen
from bangvang.law.finding import Answer, Finding, Missing, Reason, Used
from bangvang.law.joined import ABOVE, TWO_LAWS, of_routes
from bangvang.law.outlook import can_be_received_from
from bangvang.law.questions import questions

BAR = "bars.open"
OPENED_BY = {
    Reason.IDENTITY: StillOpen.SETTLE_WHO,
    Reason.TEXT_UNSEEN: StillOpen.READ,
    Reason.WEAK_SOURCE: StillOpen.READ,
    Reason.TWO_READINGS: StillOpen.CHOOSE,
    Reason.EXCEPTIONS_CLASH: StillOpen.CHOOSE,
    Reason.JUDGEMENT: StillOpen.JUDGE,
}
"""Who has to do what; a missing fact is told by its rows and questions."""


def explain(appraisal: Appraisal, *, on: date) -> Explanation:
    """Explain an answer of the law of a day.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    whole = appraisal.finding
    main, *above = whole.parts if whole.rule.endswith(ABOVE) else (whole,)
    deciding = whole.deciding().sentence
    ways = tuple(_condition(way, deciding, is_way=True) for way in _ways(main))
    told_above = tuple(_condition(one, deciding) for one in above)
    conditions = (*ways[0].conditions, *told_above)
    near = (*ways[0].conditions, *(_condition(one, deciding) for one in above if not _is_bar(one)))
    award = award_name(appraisal.code, on)
    return Explanation(
        code=appraisal.code,
        award=award,
        on=on,
        rulebook_version=appraisal.rulebook_version,
        answer=appraisal.answer,
        sentence=_sentence(appraisal, award, ways, conditions, tuple(above)),
        summary=_summary(main, is_alone=not above),
        cite=whole.cite.text,
        ways=ways,
        above=told_above,
        nearest=_nearest(ways, near) if appraisal.answer is Answer.NOT_MET else "",
        earliest=_held_up(appraisal, above) or _earliest(appraisal),
        can_change=_can_change(whole, on),
        notes=appraisal.notes,
        hint=_hint(appraisal),
    )


def conditions_of(found: Finding) -> tuple[Condition, ...]:
    """Return the conditions of one finding in the words of an explanation, or itself."""
    deciding = found.deciding().sentence
    return tuple(_condition(part, deciding) for part in found.parts or (found,))


def _ways(main: Finding) -> tuple[Finding, ...]:
    """Return the ways that were asked, the one that carried or came nearest first."""
    if not main.rule.endswith((".ways", TWO_LAWS)):
        return (main,)
    return tuple(
        sorted(main.parts, key=lambda way: (way.answer is not main.answer, way.distance()))
    )


def _condition(found: Finding, deciding: str, *, is_way: bool = False) -> Condition:
    """Return one node; under what is met only a way shows its conditions."""
    is_told = found.answer is not Answer.MET or (is_way and not found.is_choice)
    parts = found.parts if is_told else ()
    return Condition(
        title=found.title,
        answer=found.answer,
        is_judgement=found.answer is Answer.FOR_A_PERSON and found.why is Reason.JUDGEMENT,
        sentence=found.sentence,
        requires=found.requires,
        cite=found.cite.text,
        rows=tuple(dict.fromkeys(_row(row) for row in found.used)),
        parts=tuple(_condition(part, deciding) for part in parts if _says_more(part, found)),
        is_deciding=found.sentence == deciding,
    )


def _summary(main: Finding, *, is_alone: bool) -> str:
    """Say how many conditions of the award itself are met, apart from what stands above them."""
    if not main.parts:
        return ""
    return main.sentence if is_alone else f"Xét riêng tiêu chuẩn: {lower_first(main.sentence)}"


def _says_more(part: Finding, whole: Finding) -> bool:
    return not whole.sentence.startswith(part.sentence)


def _row(used: Used) -> RowSaid:
    if not used.code and used.decided_on:
        return RowSaid(f"mục trong sổ, từ ngày {used.decided_on:%d/%m/%Y}", used.record_id)
    name = f"năm {used.year}"
    if not used.decision_no:
        return RowSaid(name, used.record_id)
    day = f" ngày {used.decided_on:%d/%m/%Y}" if used.decided_on else ""
    return RowSaid(f"{name}: QĐ {used.decision_no}{day}", used.record_id)


def _sentence(
    appraisal: Appraisal,
    award: str,
    ways: tuple[Condition, ...],
    conditions: tuple[Condition, ...],
    above: tuple[Finding, ...],
) -> str:
    whole, answer = appraisal.finding, appraisal.answer
    if answer is Answer.MET:
        return f"Đủ điều kiện {proposed(appraisal.code, award)} theo {ways[0].cite}."
    asked = proposed(appraisal.code, award)
    matter = f"{asked} theo {whole.cite.text}"
    if answer is Answer.NOT_MET:
        refusing = [one for one in above if one.answer is Answer.NOT_MET]
        if ways[0].answer is not Answer.NOT_MET and refusing:
            return _refused(asked, min(refusing, key=lambda one: not _is_bar(one)))
        matter = f"{asked} theo {ways[0].cite if refusing else whole.cite.text}"
        return f"Không đủ điều kiện {matter}: {_failing(ways, conditions)}."
    if appraisal.reasons == (Reason.JUDGEMENT,):
        return f"Đủ các điều kiện tính được để {matter}; còn chờ đánh giá."
    if not whole.parts:
        return whole.sentence
    left = sum(one.answer is Answer.FOR_A_PERSON for one in conditions)
    open_of = f"{left} trên {len(conditions)} điều kiện cần xem xét thêm"
    return f"Chưa kết luận được việc {matter}: {open_of}."


def proposed(code: str, award: str) -> str:
    """Say in an official's words what is asked for: a province proposes what the State grants."""
    verb = "đề nghị tặng" if award_of(code).level is Level.STATE else "xét tặng"
    return f"{verb} {named_with_class(code, award)}"


def named_with_class(code: str, award: str) -> str:
    """Return an award's name, a title's in quotes after the word for its class."""
    if award_of(code).award_class is AwardClass.COMMENDATION:
        return award
    return f"danh hiệu “{award}”"


def _refused(asked: str, found: Finding) -> str:
    """Say what stands in the way of an award whose own conditions refuse nothing."""
    if _is_bar(found):
        return f"{found.sentence.removesuffix('.')}, theo {found.cite.text}."
    reason = lower_first(found.sentence)
    return f"Không đủ điều kiện {asked} theo {found.cite.text}: {reason}"


def _failing(ways: tuple[Condition, ...], conditions: tuple[Condition, ...]) -> str:
    if len(ways) > 1 and ways[0].answer is Answer.NOT_MET:
        return f"không đạt trường hợp nào trong {len(ways)} trường hợp đã xét"
    failed = sum(one.answer is Answer.NOT_MET for one in conditions)
    return f"không đạt {failed} trên {len(conditions)} điều kiện"


def _nearest(ways: tuple[Condition, ...], conditions: tuple[Condition, ...]) -> str:
    """Say what fails in the nearest way; the sentences say how far it is."""
    failed = " ".join(one.sentence for one in conditions if one.answer is Answer.NOT_MET)
    if not failed:
        return ""
    return f"{ways[0].title}: {lower_first(failed)}" if len(ways) > 1 else failed


def _is_bar(found: Finding) -> bool:
    return found.rule.startswith(BAR)


def _held_up(appraisal: Appraisal, above: list[Finding]) -> str:
    """Say that a file which a bar alone stops goes on as it is; else that the bar has to end."""
    if not any(_is_bar(one) and one.answer is Answer.NOT_MET for one in above):
        return ""
    refuse = [
        one
        for one in (of_routes(appraisal.finding), *above)
        if one.answer is Answer.NOT_MET and not _is_bar(one)
    ]
    if not refuse:
        return (
            "Hồ sơ này được xét tiếp khi hết tạm dừng xét: đối chiếu lại từ ngày đó, không phải "
            "lập hồ sơ mới."
        )
    later = _earliest(appraisal)
    return later and f"Khi không còn tạm dừng xét: {lower_first(later)}"


def _earliest(appraisal: Appraisal) -> str:
    year = appraisal.earliest_year
    if year is None:
        return ""
    day = f"hồ sơ nhận từ ngày {can_be_received_from(year):%d/%m/%Y}"
    by = f" ({appraisal.earliest_by})" * appraisal.earliest_is_hint
    needs = "; ".join(appraisal.earliest_if)
    asks = f"đạt: {needs}" if needs else "đạt các điều kiện khác"
    return f"Xét thành tích năm {year}, {day}{by}, nếu đến khi đó {asks}."


def _can_change(whole: Finding, on: date) -> tuple[OpenMatter, ...]:
    """Group what may still change an open answer; nothing may where it is settled."""
    if whole.answer is not Answer.FOR_A_PERSON:
        return ()
    found: defaultdict[StillOpen, list[str]] = defaultdict(list)
    found[StillOpen.LOOK_UP] += _rows_named(whole.missing, on)
    known = questions()
    found[StillOpen.ANSWER] += [known[name].text for name in whole.asked if name in known]
    for leaf in _open_leaves(whole):
        if leaf.why in OPENED_BY:
            found[OPENED_BY[leaf.why]].append(_told(leaf))
    return tuple(
        OpenMatter(kind, tuple(dict.fromkeys(found[kind]))) for kind in StillOpen if found[kind]
    )


def _told(leaf: Finding) -> str:
    if leaf.why is Reason.WEAK_SOURCE:
        return f"{leaf.cite.text}: hệ thống mới có bản dẫn lại. {leaf.sentence}"
    return leaf.sentence


def _open_leaves(found: Finding) -> Iterator[Finding]:
    if found.answer is not Answer.FOR_A_PERSON:
        return
    if not found.parts:
        yield found
    for part in found.parts:
        yield from _open_leaves(part)


def _rows_named(missing: tuple[Missing, ...], on: date) -> list[str]:
    """Name rows that may exist, each kind of record with its years."""
    years: defaultdict[str, set[tuple[int, bool]]] = defaultdict(set)
    for row in missing:
        years[row.code].add((row.year, row.or_earlier))
    return [f"{award_name(code, on)} năm {_years(found)}." for code, found in sorted(years.items())]


def _years(found: set[tuple[int, bool]]) -> str:
    """List years; those that «or earlier» covers are not named again."""
    earlier = max((year for year, or_earlier in found if or_earlier), default=None)
    single = sorted(year for year, _ in found if earlier is None or year > earlier)
    named = [] if earlier is None else [f"{earlier} trở về trước"]
    return ", ".join([*named, *map(str, single)])


def _hint(appraisal: Appraisal) -> HintSaid | None:
    found = appraisal.hint
    if found is None or appraisal.hint_until is None:
        return None
    return HintSaid(appraisal.hint_until, found.answer, found.deciding().sentence, found.cite.text)
