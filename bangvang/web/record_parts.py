"""Grades, initiatives and completeness of a record, as the office and the units read them."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from django.urls import reverse

from bangvang.foundation.vietnamese import say_number
from bangvang.registry.selectors.holdings import Holding, PersonHistory, UsedFor
from bangvang.registry.selectors.initiatives import Author
from bangvang.registry.selectors.sources import Source
from bangvang.web.components.pieces import Column, Fact
from bangvang.web.records import NOWHERE, called

GRADE_COLUMNS = (Column("Xếp loại", "name"), Column("Năm", "num"), Column("Quyết định"))
INITIATIVE_COLUMNS = (
    Column("Sáng kiến, đề tài", "name"),
    Column("Năm", "num"),
    Column("Công nhận"),
    Column("Đã dùng để xét"),
)
KINDS_OF_RECORDS = {"AWARD": "Khen thưởng", "GRADE": "Xếp loại hằng năm", "INITIATIVE": "Sáng kiến"}
NOBODY: Mapping[str, Sequence[Author]] = MappingProxyType({})
UNKNOWN = "chưa biết; thiếu một dòng không có nghĩa là không có"


def grades_shown(
    history: PersonHistory, holder_ref: str, page: str, came: Mapping[str, Source] = NOWHERE
) -> dict[str, object]:
    """Return the grades, which both people and organisations have.

    `page` is the URL name of a grade's source, `came` where records came from that an import
    brought, by their reference.
    """
    return {
        "grades": [
            (
                h,
                called(h.code, h.decided_on),
                came.get(h.ref),
                reverse(page, args=[holder_ref, h.ref]),
            )
            for h in _of("GRADE", history)
        ],
        "grade_columns": GRADE_COLUMNS,
    }


def initiatives_shown(
    history: PersonHistory,
    holder_ref: str,
    page: str,
    came: Mapping[str, Source] = NOWHERE,
    authors: Mapping[str, Sequence[Author]] = NOBODY,
) -> dict[str, object]:
    """Return the initiatives: what each was used for, where it came from, who made which part."""
    return {
        "initiatives": [
            (
                h,
                called(h.code, h.decided_on),
                [used_said(use) for use in h.used_for],
                came.get(h.ref),
                [author_said(author) for author in authors.get(h.together, ())],
                reverse(page, args=[holder_ref, h.ref]),
            )
            for h in _of("INITIATIVE", history)
        ],
        "initiative_columns": INITIATIVE_COLUMNS,
    }


def author_said(author: Author) -> str:
    """Return an author with the part, if the decision names parts."""
    share = author.share_percent
    return author.name if share is None else f"{author.name} {say_number(share.normalize())}%"


def used_said(use: UsedFor) -> str:
    """Return one use in words."""
    name = called(use.award_code, use.since)
    return f"đã dùng để xét {name} năm {use.year} (Quyết định số {use.decision_no})"


def completeness_shown(history: PersonHistory, kinds: Iterable[str]) -> list[Fact]:
    """Return in which years nothing is missing, for each kind of record."""
    return [Fact(KINDS_OF_RECORDS[kind], _whole_said(history, kind)) for kind in kinds]


def _whole_said(history: PersonHistory, kind: str) -> str:
    since, through = history.complete_from.get(kind), history.complete_through.get(kind)
    if since is None:
        return UNKNOWN
    if through is None:
        return f"đủ từ năm {since}"
    return f"đủ năm {since}" if since == through else f"đủ từ năm {since} đến năm {through}"


def _of(record_kind: str, history: PersonHistory) -> list[Holding]:
    return [holding for holding in history.holdings if holding.record_kind == record_kind]
