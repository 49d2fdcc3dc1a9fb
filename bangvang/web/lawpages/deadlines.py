"""The last days and limits of an award's procedure on a day, in words."""

from collections.abc import Iterator, Sequence
from datetime import date

from bangvang.foundation.days_off import is_day_off
from bangvang.law import Award, Deadline, Kind, Step, deadline_for, kind_name, step_name
from bangvang.web.lawpages.said import Line, Part, line, lower_first, nothing
from bangvang.web.lawpages.words import UNSEEN

COUNTED = "Ngày làm việc không tính thứ Bảy, Chủ nhật, ngày lễ và ngày hoán đổi."
OF_EDUCATION = "đơn vị giáo dục, đào tạo"


def deadlines_shown(award: Award, kinds: Sequence[Kind], on: date) -> Part:
    """Return what is due when, step by step; what differs by kind of commendation says so.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    lines = tuple(line for step in Step for line in _lines_of(step, award.code, kinds, on))
    if not lines:
        return Part("Thời hạn", (nothing("Thời hạn", "Chưa tìm thấy quy định về thời hạn."),))
    has_limits = any("ngày làm việc" in said for one in lines for said in one.says)
    return Part("Thời hạn", lines, COUNTED if has_limits else "")


def _lines_of(step: Step, code: str, kinds: Sequence[Kind], on: date) -> Iterator[Line]:
    found: dict[Deadline, list[str]] = {}
    for kind in kinds:
        due = _due(step, code, on, kind=kind)
        if due is not None:
            found.setdefault(due, []).append(lower_first(kind_name(kind)))
    taught = _due(step, code, on, kind=kinds[0], education=True)
    if taught is not None and taught not in found:
        found[taught] = [OF_EDUCATION]
    for due, of in found.items():
        yield _line(due, of if len(found) > 1 else [], on)


def _due(
    step: Step, code: str, on: date, *, kind: Kind, education: bool = False
) -> Deadline | None:
    return deadline_for(
        step, code, on=on, start=on, is_off=is_day_off, kind=kind, education=education
    )


def _line(due: Deadline, of: list[str], on: date) -> Line:
    label = step_name(due.step)
    if of:
        label += f" ({', '.join(of)})"
    if due.text_unseen:
        return Line(label, (due.says_vi,), due.cite.text, UNSEEN)
    why = (f"{due.why_this_day}.",) if due.why_this_day else ()
    return line(label, _said(due, on), *why, cite=due.cite, seen=due.seen)


def _said(due: Deadline, on: date) -> str:
    """Say a limit without the days of any one file, and a last day without its year."""
    if due.working_days is not None:
        return f"{due.working_days:02d} ngày làm việc"
    if due.due_on is None:
        return due.says_vi
    when = "hằng năm" if due.due_on.year == on.year else "của năm sau năm có danh hiệu lần thứ hai"
    if due.only_in_vi:
        when = f"của {due.only_in_vi}, không phải hằng năm"
    said = f"Ngày {due.due_on:%d/%m} {when}"
    return f"Ví dụ, không có thật: {lower_first(said)}" if due.is_example else said
