"""Where an award, a grade or an initiative comes from, as the office and the units read it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.timezone import localtime

from bangvang.foundation.vietnamese import say_date
from bangvang.registry.selectors.award_source import GradeSource, InitiativeSource, RowChange
from bangvang.registry.selectors.initiative_corrections import InitiativeChange
from bangvang.registry.states import AMENDMENT_NAMES, AmendmentKind
from bangvang.web.components.pieces import Fact
from bangvang.web.record_parts import used_said
from bangvang.web.records import called

REPLACED_BY = "Dòng đang có giá trị"
REPLACES = "Dòng trước khi thay đổi"


@dataclass(frozen=True)
class ChangeShown:
    """One change of a row: what, by which paper, and the rows before and after it."""

    said: str
    paper: str
    href: str
    row_label: str
    row_href: str


def grade_facts(source: GradeSource) -> list[Fact]:
    """Return what the register keeps of one grade."""
    decided = f" ngày {say_date(source.decided_on)}" if source.decided_on else ""
    number = f"số {source.decision_no}{decided}" if source.decision_no else "không ghi"
    return [
        Fact("Xếp loại", called(source.code, source.decided_on)),
        Fact("Năm", str(source.year)),
        Fact("Quyết định", number),
    ]


def initiative_facts(source: InitiativeSource, authors: Iterable[str]) -> list[Fact]:
    """Return what the register keeps of one initiative; `authors` with their parts."""
    facts = (
        ("Tên sáng kiến, đề tài", source.title),
        ("Phạm vi", called(source.code, source.decided_on)),
        ("Năm", str(source.year)),
        ("Quyết định", f"số {source.decision_no} ngày {say_date(source.decided_on)}"),
        ("Cơ quan công nhận", source.recognised_by),
        ("Phần của người này", f"{source.share}%" if source.share else ""),
        ("Tác giả", ", ".join(authors)),
        ("Đã dùng để xét", "; ".join(used_said(use) for use in source.used_for) or "chưa dùng"),
    )
    return [Fact(label, value) for label, value in facts if value]


def changes_shown(
    changes: Iterable[RowChange],
    row_href: Callable[[str], str],
    amendment_href: Callable[[str], str] | None = None,
) -> list[ChangeShown]:
    """Return what was recorded of a row; without `amendment_href` nothing leads to the act."""
    return list(_changes(changes, row_href, amendment_href))


def _changes(
    changes: Iterable[RowChange],
    row_href: Callable[[str], str],
    amendment_href: Callable[[str], str] | None,
) -> Iterator[ChangeShown]:
    for one in changes:
        when = f" ngày {say_date(localtime(one.decided_at).date())}" if one.decided_at else ""
        paper = one.paper
        said = f"số {paper.no} ngày {say_date(paper.on)}, {paper.by}" if paper.on else ""
        other = one.new_ref or one.old_ref
        yield ChangeShown(
            f"{AMENDMENT_NAMES[one.kind]}, ghi{when}",
            said,
            amendment_href(one.amendment_ref) if amendment_href else "",
            REPLACED_BY if one.new_ref else REPLACES,
            row_href(other) if other else "",
        )


GONE = "Dòng này đã được thay bằng dòng khác; giữ ở đây để xem lại, không được tính."


def initiative_changes(
    changes: Iterable[InitiativeChange],
    row_href: Callable[[str], str],
    correction_href: Callable[[str], str] | None = None,
) -> list[ChangeShown]:
    """Return what was corrected of an initiative; without `correction_href` nothing leads there."""
    return list(_corrections(changes, row_href, correction_href))


def _corrections(
    changes: Iterable[InitiativeChange],
    row_href: Callable[[str], str],
    correction_href: Callable[[str], str] | None,
) -> Iterator[ChangeShown]:
    for one in changes:
        when = f" ngày {say_date(localtime(one.decided_at).date())}" if one.decided_at else ""
        paper = one.paper
        other = one.new_ref or one.old_ref
        yield ChangeShown(
            f"Đính chính, ghi{when}",
            f"số {paper.no} ngày {say_date(paper.on)}, {paper.by}" if paper.on else "",
            correction_href(one.correction_ref) if correction_href else "",
            REPLACED_BY if one.new_ref else REPLACES,
            row_href(other) if other else "",
        )


def gone_said(changes: Iterable[RowChange]) -> str:
    """Return why a row no longer counts: that another took its place, or that it was struck."""
    kinds = [one.kind for one in changes if not one.old_ref]
    if kinds and kinds[-1] is AmendmentKind.STRUCK:
        return "Dòng này đã gạch khỏi sổ vì ghi nhầm; giữ ở đây để xem lại, không được tính."
    return GONE
