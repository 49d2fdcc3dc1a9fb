"""Reading what the office asked about a returned row, and what the unit changed since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from django.db.models import Prefetch

from bangvang.law import questions
from bangvang.nominations.models import Attachment, Nomination, Remark, Returned, WrittenPart
from bangvang.nominations.selectors.reports import rows_in
from bangvang.nominations.selectors.stated import facts_of_rows
from bangvang.nominations.states import REPORT_TABLES, PaperKind, RemarkPart, ReportPart

SAID = {True: "có", False: "không"}


@dataclass(frozen=True)
class RemarkSeen:
    """One remark with its answer; empty while nobody has answered."""

    ref: str
    part_name: str
    words: str
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True)
class ReturnSeen:
    """One return: when, when the unit handed the row in again, and what was asked."""

    returned_at: datetime
    handed_in_at: datetime | None
    remarks: tuple[RemarkSeen, ...]


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was when the row was returned; empty where it was not there."""

    what: str
    before: str
    after: str


def returns_of(nomination_ref: str, *, for_office: bool = False) -> tuple[ReturnSeen, ...]:
    """Return every return of a row that the reader may see, newest first.

    The office reads an answer once the head of the unit has handed it in.
    """
    found = Returned.objects.filter(nomination__ref=nomination_ref).order_by("-pk")
    asked = Prefetch("remarks", Remark.objects.order_by("pk"))
    return tuple(
        ReturnSeen(
            one.returned_at,
            one.handed_in_at,
            tuple(
                _seen(remark, with_answer=bool(one.handed_in_at) or not for_office)
                for remark in one.remarks.all()
            ),
        )
        for one in found.prefetch_related(asked)
    )


def remarks_of(nomination_ref: str) -> tuple[RemarkSeen, ...]:
    """Return the remarks of the newest return, with the answers that the unit has kept."""
    return next((one.remarks for one in returns_of(nomination_ref)), ())


def _seen(one: Remark, *, with_answer: bool) -> RemarkSeen:
    name = str(RemarkPart(one.part).label)
    if not with_answer:
        return RemarkSeen(one.ref, name, one.words)
    return RemarkSeen(one.ref, name, one.words, one.answer, one.answered_by, one.answered_at)


def content_of(nomination: Nomination) -> dict[str, Any]:
    """Return what a unit can change of a row, as `Returned.content` keeps it."""
    parts = WrittenPart.objects.filter(report__nomination=nomination)
    papers = Attachment.objects.filter(nomination=nomination).select_related("file")
    return {
        "report": dict(parts.values_list("name", "text")),
        "facts": facts_of_rows([nomination.pk]).get(nomination.pk, {}),
        "papers": {
            paper.ref: f"{PaperKind(paper.kind).label}: {paper.file.original_name}"
            for paper in papers.order_by("pk")
        },
    }


def differences_of(nomination_ref: str) -> tuple[Difference, ...]:
    """Return what the unit changed since the newest return; nothing if it never came back."""
    newest = (
        Returned.objects.filter(nomination__ref=nomination_ref)
        .select_related("nomination")
        .order_by("pk")
        .last()
    )
    if newest is None:
        return ()
    before, after = newest.content, content_of(newest.nomination)
    return (
        *_of_report(before["report"], after["report"]),
        *_of_facts(before["facts"], after["facts"]),
        *_of_papers(before["papers"], after["papers"]),
    )


def _of_report(before: Mapping[str, str], after: Mapping[str, str]) -> list[Difference]:
    found = []
    for part in ReportPart:
        old, new = (_lines(part, said.get(part.value, "")) for said in (before, after))
        steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        found += [
            Difference(f"Báo cáo: {part.label}", "\n".join(old[a:b]), "\n".join(new[c:d]))
            for step, a, b, c, d in steps
            if step != "equal"
        ]
    return found


def _lines(part: ReportPart, text: str) -> list[str]:
    """Return the lines of a text, or the rows of a table as lines."""
    if part in REPORT_TABLES:
        return [", ".join(filter(None, row)) for row in rows_in(text)]
    return [line for line in text.splitlines() if line.strip()]


def _of_facts(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    asked = questions()
    return [
        Difference(
            asked[name].text if name in asked else name,
            _value(before.get(name)),
            _value(after.get(name)),
        )
        for name in names
    ]


def _value(value: bool | int | None) -> str:
    if isinstance(value, bool):
        return SAID[value]
    return "" if value is None else str(value)


def _of_papers(before: Mapping[str, str], after: Mapping[str, str]) -> list[Difference]:
    gone = [Difference("Giấy tờ", said, "") for ref, said in before.items() if ref not in after]
    new = [Difference("Giấy tờ", "", said) for ref, said in after.items() if ref not in before]
    return [*gone, *new]
