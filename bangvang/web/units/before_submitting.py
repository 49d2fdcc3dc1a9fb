"""What the head reads before handing a list in: what the law says by award, and who is proposed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.law import Answer, Appraisal, Reason
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.registry.selectors.own_make_up import FEWEST_TOLD, Part, own_make_up
from bangvang.web.components.pieces import Column
from bangvang.web.nominations import award_called
from bangvang.web.shares import COLUMNS, answers_of, shares_shown
from bangvang.web.units.told import untold_rows

TALLY_COLUMNS = (
    Column("Đề nghị", "name"),
    Column("Đủ điều kiện", is_number=True),
    Column("Chờ đánh giá", is_number=True),
    Column("Cần xem xét", is_number=True),
    Column("Không đủ", is_number=True),
)
PART_COLUMNS = (Column("Nhóm", "name"), Column("Số người", "mid"), Column("Chưa rõ"))
NOTHING = {"met": 0, "judged": 0, "open": 0, "not_met": 0}
OF_LIST, OF_REGISTER = "theo danh sách", "theo sổ, chỉ đếm người của đơn vị"


@dataclass(frozen=True)
class AwardTally:
    """How many rows of one award have which answer."""

    award: str
    met: int
    judged: int
    open: int
    not_met: int


@dataclass(frozen=True)
class PartShown:
    """One group of people in words: how many of how many, of how many it is not known."""

    name: str
    source: str
    said: str
    unknown: int


def before_submitting(
    actor: Actor, rows: Sequence[NominationRow], *, today: date
) -> dict[str, object]:
    """Return the context of `units/batch/before.html`: the law of today is asked now."""
    untold = untold_rows(actor, rows)
    told = answers_of([row for row in rows if row.ref not in untold], today, outside=True)
    return {
        "tallies": tallies(rows, told, today=today),
        "tally_columns": TALLY_COLUMNS,
        "parts": parts_of(actor, rows, on=today),
        "part_columns": PART_COLUMNS,
        "shares": shares_shown(rows, today=today, outside=True, untold=untold),
        "share_columns": COLUMNS,
    }


def tallies(
    rows: Sequence[NominationRow], answers: Mapping[str, Appraisal], *, today: date
) -> list[AwardTally]:
    """Return the answers of the rows, counted by award and year, in the order of the list.

    A row that the unit is told no answer of counts among those that somebody has to look at.
    """
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        award = f"{award_called(row, today)} năm {row.achievement_year}"
        counts.setdefault(award, Counter())[_of(answers.get(row.ref))] += 1
    return [AwardTally(award, **{**NOTHING, **found}) for award, found in counts.items()]


def _of(appraisal: Appraisal | None) -> str:
    if appraisal is None:
        return "open"
    if appraisal.answer is Answer.MET:
        return "met"
    if appraisal.answer is Answer.NOT_MET:
        return "not_met"
    return "judged" if list(appraisal.reasons) == [Reason.JUDGEMENT] else "open"


def parts_of(actor: Actor, rows: Iterable[NominationRow], *, on: date) -> list[PartShown]:
    """Return the groups among the people of the list; none where no person is proposed.

    Somebody proposed for two awards counts once.
    """
    people = {row.person_ref or row.ref: row for row in rows if row.is_person}
    if not people:
        return []
    known = [row.person_ref for row in people.values() if row.person_ref]
    sexes = [row.sex for row in people.values() if row.sex]
    women = Part(sexes.count("F"), len(sexes), len(people) - len(sexes))
    found = own_make_up(actor, known, asked=len(people), on=on)
    return [
        _shown("Người trực tiếp lao động, sản xuất", OF_REGISTER, found.direct),
        _shown("Nữ", OF_LIST, women),
        _shown("Người dân tộc thiểu số", OF_REGISTER, found.minority),
        _shown("Lãnh đạo, quản lý", OF_REGISTER, found.leaders),
    ]


def _shown(name: str, source: str, part: Part) -> PartShown:
    if not part.known:
        return PartShown(name, source, "chưa có dữ liệu", part.unknown)
    if part.count is None:
        said = f"không nêu: mới rõ của dưới {FEWEST_TOLD} người"
        return PartShown(name, source, said, part.unknown)
    percent = round(part.count * 100 / part.known)
    said = f"{part.count} trong {part.known} người đã rõ ({percent} %)"
    return PartShown(name, source, said, part.unknown)
