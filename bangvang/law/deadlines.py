"""Last days and limits of the procedure, by the day on which the file is received.

A *last day* is a fixed day of a year. If it falls on a day off it stays where the clause puts it.
A *limit* runs in working days. The day it counts from is left out, and the limit ends with its
last working day: so the Civil Code counts periods (Điều 147, 148 of 2015, recalled and not read),
and none of the clauses here says otherwise.

Which days are off is handed in: ``is_off`` says of a day whether it is (weekends included), since
public holidays and swapped days are announced year by year and are no law of this package.

Law: ``texts/deadlines.toml``; last days of the province's own: ``province``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from bangvang.law.catalogue import Award, AwardClass, CommendationForm, Level, existing_on
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry
from bangvang.law.instruments import Seen
from bangvang.law.kinds import Kind
from bangvang.law.loading import texts
from bangvang.law.province import province_rule
from bangvang.law.regimes import regime_on

HEROES = frozenset({"AHLD", "AHLLVT"})
ONE_DAY = timedelta(days=1)


class Step(StrEnum):
    """Something that has to be done in time."""

    SUBMIT_FROM = "SUBMIT_FROM"
    SUBMIT = "SUBMIT"
    APPRAISE = "APPRAISE"
    CONSULTATION_REPLY = "CONSULTATION_REPLY"
    AFTER_CONSULTATION = "AFTER_CONSULTATION"
    RETURN_UNQUALIFIED = "RETURN_UNQUALIFIED"
    PUBLIC_COMMENT = "PUBLIC_COMMENT"
    DECIDE = "DECIDE"
    NOTIFY_RESULT = "NOTIFY_RESULT"
    NOTIFY_REFUSAL = "NOTIFY_REFUSAL"
    COPY_TO_PROVINCE = "COPY_TO_PROVINCE"
    COPY_TO_RECIPIENT = "COPY_TO_RECIPIENT"
    DELIVER_ITEMS = "DELIVER_ITEMS"


NAMES: Mapping[Step, str] = MappingProxyType(
    {
        Step.SUBMIT_FROM: "Nhận hồ sơ từ ngày",
        Step.SUBMIT: "Hạn cuối gửi hồ sơ",
        Step.APPRAISE: "Thẩm định hồ sơ và trình",
        Step.CONSULTATION_REPLY: "Trả lời ý kiến hiệp y",
        Step.AFTER_CONSULTATION: "Trình sau khi nhận đủ ý kiến",
        Step.RETURN_UNQUALIFIED: "Trả lại hồ sơ không đủ điều kiện",
        Step.PUBLIC_COMMENT: "Lấy ý kiến Nhân dân",
        Step.DECIDE: "Giải quyết hồ sơ ở cấp xã",
        Step.NOTIFY_RESULT: "Thông báo kết quả",
        Step.NOTIFY_REFUSAL: "Thông báo không được khen thưởng",
        Step.COPY_TO_PROVINCE: "Gửi quyết định cho tỉnh",
        Step.COPY_TO_RECIPIENT: "Gửi quyết định cho người được khen",
        Step.DELIVER_ITEMS: "Trao hiện vật khen thưởng",
    }
)
LIMITS = frozenset(
    {
        "deadline.APPRAISE.own",
        "deadline.APPRAISE.state",
        "deadline.NOTIFY_RESULT.own",
        "deadline.NOTIFY_RESULT.state",
        "deadline.CONSULTATION_REPLY.state",
        "deadline.AFTER_CONSULTATION.state",
        "deadline.RETURN_UNQUALIFIED.state",
        "deadline.NOTIFY_REFUSAL.state",
        "deadline.COPY_TO_PROVINCE.state",
        "deadline.COPY_TO_RECIPIENT.state",
        "deadline.DELIVER_ITEMS.state",
        "deadline.PUBLIC_COMMENT.heroes",
        "deadline.DECIDE.CSTDCS",
    }
)
LAST_DAYS = frozenset(
    {
        "deadline.SUBMIT.CSTDTQ",
        "deadline.SUBMIT.CO_CP",
        "deadline.SUBMIT.CO_CP.education",
        "deadline.SUBMIT_FROM.AHLD",
        "deadline.SUBMIT.AHLD",
    }
)
BY_MERIT = "deadline.SUBMIT.by_merit"
BY_MINISTRY = "deadline.SUBMIT.by_ministry"
AT_ONCE = "deadline.SUBMIT.at_once"
PUBLIC_ASKED = "deadline.PUBLIC_COMMENT.asked"
PRIZES = frozenset({"GTHCM", "GTNN"})
YEARS_AFTER = "deadline.SUBMIT.CSTDTQ.years_after"
EVERY_YEARS = "deadline.SUBMIT.AHLD.every_years"
OF_CONGRESS = frozenset({"deadline.SUBMIT_FROM.AHLD", "deadline.SUBMIT.AHLD"})
WITHOUT_NUMBER = frozenset({BY_MERIT, BY_MINISTRY, AT_ONCE, PUBLIC_ASKED})
READS = LIMITS | LAST_DAYS | WITHOUT_NUMBER | {YEARS_AFTER, EVERY_YEARS}
BY_KIND: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {Kind.MERIT: (BY_MERIT,), Kind.SUDDEN: (AT_ONCE,)}
)
SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        BY_MINISTRY: "Theo hướng dẫn của Bộ Nội vụ.",
        AT_ONCE: "Ngay sau khi lập được thành tích.",
        PUBLIC_ASKED: "Lấy ý kiến nhân dân trên phương tiện thông tin của tỉnh trước khi trình; "
        "chưa thấy văn bản nêu số ngày.",
    }
)


@dataclass(frozen=True)
class Deadline:
    """When a step is due, and by which clause.

    ``due_on`` is None where the clause names no day (``says_vi`` then says what it does say) or
    where its text was not read (``text_unseen``). ``working_days`` is None for a last day.
    """

    step: Step
    due_on: date | None
    working_days: int | None
    says_vi: str
    cite: Citation
    seen: Seen
    text_unseen: bool
    is_example: bool = False
    """Made up to show the form of a province's regulation; binds nobody."""

    only_in_vi: str = ""
    """Which years alone a last day holds in, in Vietnamese; empty if it holds in every year."""

    why_this_day: str = ""
    """Why the clause is used from a day on which its instrument does not begin."""


def deadline_for(
    step: Step,
    code: str,
    *,
    on: date,
    start: date,
    is_off: Callable[[date], bool],
    kind: Kind = Kind.MERIT,
    education: bool = False,
) -> Deadline | None:
    """Return when a step is due for a file received on ``on``; None where no clause was found.

    ``start``: the day a limit counts from; for a last day any day of its year, but for CSTDTQ the
    day of the decision on the second title. ``education``: a body of the school-year system.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
    """
    award = existing_on(code, on)
    regime_on(code, on)
    entry = _first(_rows_of(step, award, kind, education=education), on)
    if entry is None:
        return _of_province(code, on, start) if step is Step.SUBMIT else None
    due_on, working_days = None, None
    if entry.unit == "working_days":
        working_days = entry.whole()
        due_on = after_working_days(start, working_days, is_off=is_off)
    elif entry.unit == "day_of_year":
        due_on = _day_of(entry, start.year + _years_after(entry.id, on))
    only_in = _only_in(entry.id, on)
    return Deadline(
        step=step,
        due_on=due_on,
        working_days=working_days,
        says_vi=_said(entry, due_on, working_days, only_in),
        cite=entry.cite,
        seen=entry.seen,
        text_unseen=entry.text_unseen is not None,
        only_in_vi=only_in,
        why_this_day=entry.why_this_day,
    )


def _of_province(code: str, on: date, start: date) -> Deadline | None:
    """Return the last day that the province's regulation sets; an example says that it is one."""
    rule = province_rule(code, "submit_by", on=on)
    if rule is None:
        return None
    due_on = _day_of(rule.entry, start.year)
    told = _said(rule.entry, due_on, None)
    return Deadline(
        step=Step.SUBMIT,
        due_on=due_on,
        working_days=None,
        says_vi=f"Ví dụ, không có thật: {told}" if rule.is_example else told,
        cite=rule.entry.cite,
        seen=rule.entry.seen,
        text_unseen=False,
        is_example=rule.is_example,
    )


def step_name(step: Step) -> str:
    """Return what has to be done in time, in Vietnamese."""
    return NAMES[step]


def after_working_days(start: date, days: int, *, is_off: Callable[[date], bool]) -> date:
    """Return the last of so many working days after ``start``, which itself does not count.

    Raises:
        ValueError: fewer than one day, or no working day within a year.
    """
    if days < 1:
        raise ValueError(f"{days} working days cannot be counted")
    day, left = start, days
    latest = start + timedelta(days=7 * days + 366)
    while left:
        day += ONE_DAY
        if day > latest:
            raise ValueError(f"no {days} working days from {start} to {latest}")
        left -= 0 if is_off(day) else 1
    return day


def _first(rows: Iterable[str], on: date) -> Entry | None:
    found = (texts().row(id_).get(on) for id_ in rows)
    return next((entry for entry in found if entry is not None), None)


def _rows_of(step: Step, award: Award, kind: Kind, *, education: bool) -> tuple[str, ...]:
    """Return the rows that may speak of a step, the nearest first."""
    if step is Step.SUBMIT:
        return _rows_of_submission(award, kind, education=education)
    scopes = (award.code, "heroes" if award.code in HEROES else "", _level(award))
    rows = (f"deadline.{step.value}.{scope}" for scope in scopes)
    asked = (PUBLIC_ASKED,) if step is Step.PUBLIC_COMMENT and is_put_to_the_public(award) else ()
    return (*(id_ for id_ in rows if id_ in LIMITS | LAST_DAYS), *asked)


def is_put_to_the_public(award: Award) -> bool:
    """Say whether the clause names it: orders, honorary titles, State prizes, one title."""
    is_named = award.form is CommendationForm.ORDER or award.award_class is AwardClass.HONOUR
    return is_named or award.code in PRIZES | {"CSTDTQ"}


def _rows_of_submission(award: Award, kind: Kind, *, education: bool) -> tuple[str, ...]:
    own = f"deadline.SUBMIT.{award.code}"
    if award.code == "CO_CP" and kind is Kind.THEME:
        return (BY_MINISTRY,)
    if award.code == "CO_CP" and education:
        return (f"{own}.education",)
    if own in LAST_DAYS:
        return (own,)
    if award.code != "BK_TTG" and award.form is not CommendationForm.ORDER:
        return ()
    return (*BY_KIND.get(kind, ()), BY_MINISTRY)


def _level(award: Award) -> str:
    return {Level.STATE: "state", Level.PROVINCE: "own"}.get(award.level, "")


def _years_after(id_: str, on: date) -> int:
    entry = texts().row(YEARS_AFTER).get(on) if id_ == "deadline.SUBMIT.CSTDTQ" else None
    return entry.whole() if entry else 0


def _only_in(id_: str, on: date) -> str:
    """Name the years in which alone a last day holds; whether one is such a year is not known."""
    if id_ not in OF_CONGRESS:
        return ""
    every = texts().on(EVERY_YEARS, on)
    return f"năm tổ chức Đại hội Thi đua yêu nước toàn quốc ({every.whole():02d} năm một lần)"


def _day_of(entry: Entry, year: int) -> date:
    day, month = entry.word().split("/")
    return date(year, int(month), int(day))


def _said(entry: Entry, due_on: date | None, working_days: int | None, only_in: str = "") -> str:
    if entry.text_unseen is not None:
        return "Chưa đối chiếu nguyên văn quy định."
    if working_days is not None:
        return f"{working_days} ngày làm việc, đến hết ngày {due_on:%d/%m/%Y}."
    if due_on is not None and only_in:
        return f"Ngày {due_on:%d/%m/%Y}, nếu là {only_in}."
    if due_on is not None:
        return f"Ngày {due_on:%d/%m/%Y}."
    return SENTENCES[entry.id]
