"""How postings look at the office: on a record, and beside the answers of a file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from bangvang.appraisal.classes import class_contradictions
from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.selectors.stated import StatedSeen
from bangvang.registry.selectors.postings import PostingSeen, UnitLeft, postings_on
from bangvang.web.components.pieces import Answer, Column, Kind
from bangvang.web.navigation import OFFICE

COLUMNS = (
    Column("Đơn vị, chức vụ", "name"),
    Column("Thời gian", "mid"),
    Column("Đối tượng"),
    Column("Căn cứ"),
)


@dataclass(frozen=True)
class PostingLine:
    """One posting in the table; without an address it cannot be ended or withdrawn by who looks."""

    posting: PostingSeen
    span: str
    chip: Answer | None
    end_href: str = ""
    withdraw_href: str = ""
    came: str = ""
    came_href: str = ""


def postings_shown(
    postings: Iterable[PostingSeen],
    left: Sequence[UnitLeft],
    person_ref: str,
    actor: Actor,
    *,
    on: date,
) -> dict[str, object]:
    """Return a person's postings with what may be done, and the units that ended with them."""
    may_act = actor.has(*OFFICE)

    def href(name: str, one: PostingSeen) -> str:
        return reverse(f"office:{name}", args=[person_ref, one.ref])

    return {
        "postings": [
            PostingLine(
                one,
                span_said(one),
                _chip(one, on),
                href("end_posting", one)
                if may_act and one.until is None and one.withdrawn_at is None
                else "",
                href("withdraw_posting", one) if may_act and one.withdrawn_at is None else "",
                *_came(one),
            )
            for one in postings
        ],
        "units_left": left,
        "posting_columns": COLUMNS,
    }


def _came(posting: PostingSeen) -> tuple[str, str]:
    """Return the row of a list that a posting came from, and the address of the list."""
    if not posting.list_ref:
        return "", ""
    href = reverse("office:posting_list", args=[posting.list_ref])
    return f"{posting.file_name}, trang “{posting.sheet}”, dòng {posting.row}", href


def _chip(one: PostingSeen, on: date) -> Answer | None:
    if one.withdrawn_at is not None:
        return Answer(Kind.NOTE, "Đã rút")
    return Answer(Kind.MET, "Hiện nay") if one.holds_on(on) else None


def span_said(one: PostingSeen) -> str:
    """Return the days in words."""
    since = f"từ ngày {say_date(one.since)}" if one.since else "không rõ từ ngày nào"
    return f"{since}, đến trước ngày {say_date(one.until)}" if one.until else since


def classes_beside(
    row: NominationRow, stated: Mapping[str, StatedSeen], *, today: date
) -> tuple[list[str], list[str]]:
    """Return what the register says of the nominee's class, and where the file says otherwise.

    By the day of receipt, before it by today.
    """
    if not row.person_ref:
        return [], []
    on = row.received_on or today
    postings = [one for one in postings_on(row.person_ref, on) if one.subject_class]
    said = [
        f"Sổ ghi ngày {say_date(on)}: {one.class_name}, {one.unit_name}, {span_said(one)} "
        f"({one.source})."
        for one in postings
    ]
    answers = {name: one.value for name, one in stated.items()}
    return said, list(_contradictions(answers, postings, is_woman=row.sex == "F"))


def _contradictions(
    answers: Mapping[str, bool | int | None], postings: Sequence[PostingSeen], *, is_woman: bool
) -> Iterator[str]:
    named = ", ".join(dict.fromkeys(one.class_name.lower() for one in postings))
    for one in class_contradictions(answers, postings, is_woman=is_woman):
        answer = "Có" if one.said else "Không"
        yield (
            f"Hồ sơ trả lời “{answer}” cho câu “{one.question}”, còn sổ ghi: {named}. Cần làm rõ "
            "bên nào đúng trước khi kết luận."
        )
