"""The submission letter (tờ trình) of a unit's list, with the list as its annex.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4 (tờ trình). The grounds are the acts in force on
the paper's day, as `law.acts_on` knows them; the unit adds its own.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from bangvang.foundation.documents.paper import (
    Align,
    Annex,
    Block,
    Ground,
    Heading,
    Heads,
    Items,
    OfficialPaper,
    PaperKind,
    Paragraph,
    Signature,
    Table,
)
from bangvang.foundation.vietnamese import roman
from bangvang.law import Subject, acts_on
from bangvang.nominations.documents.wording import CALLED, award_said, recipients_said
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.selectors.submission_letters import LetterText

Group = tuple[str, int]
"""An award's code and the achievement year."""

PEOPLE = ("TT", "Họ và tên", "Chức vụ", "Đơn vị")
BODIES = ("TT", "Tên", "Đơn vị")
COMMITTEE = "Ủy ban nhân dân "
CENTRE, LEFT = Align.CENTRE, Align.LEFT


def first_letter(unit_name: str, year: int) -> LetterText:
    """Return what a letter begins with; the unit changes all of it."""
    return LetterText(
        superior="",
        symbol="TTr",
        place="Lào Cai",
        addressed_to="Chủ tịch Ủy ban nhân dân tỉnh\nHội đồng Thi đua - Khen thưởng tỉnh",
        own_grounds="",
        words=f"Sau khi bình xét (có biên bản kèm theo), {unit_name} lập hồ sơ đề nghị khen thưởng "
        f"các tập thể, cá nhân có thành tích năm {year}.",
        recipients="Như trên\nLưu: VT, hồ sơ đề nghị khen thưởng",
        posts="Thủ trưởng đơn vị",
        signer_name="",
    )


def submission_letter(
    text: LetterText, rows: Sequence[NominationRow], *, on: date
) -> OfficialPaper:
    """Return the letter with its list; number and day are left for the clerk.

    Args:
        text: what the unit wrote.
        rows: the rows that are proposed, at least one, in the order of the sheet.
        on: the day by whose law the grounds and names are said.
    """
    groups = _groups(rows)
    unit, to = rows[0].nominating_unit, ", ".join(lines_of(text.addressed_to))
    whom = recipients_said(row.subject for row in rows)
    return OfficialPaper(
        kind=PaperKind.SUBMISSION,
        heads=Heads(superior=_in_head(text.superior), issuer=_in_head(unit)),
        symbol=text.symbol,
        abstract=_abstract(groups, on),
        addressed_to=lines_of(text.addressed_to),
        grounds=tuple(Ground(line) for line in (*acts_on(on), *lines_of(text.own_grounds))),
        blocks=(
            *(Paragraph(line) for line in lines_of(text.words)),
            Paragraph(f"{unit} đề nghị khen thưởng {whom}, gồm:"),
            Items(tuple(_item(group, of_group, on) for group, of_group in groups.items())),
            Paragraph(
                f"Kính trình {to} xem xét, quyết định (có danh sách và hồ sơ đề nghị khen thưởng "
                "kèm theo)."
            ),
        ),
        signatures=(Signature(posts=lines_of(text.posts), name=text.signer_name),),
        place=text.place,
        year=on.year,
        issued_by=unit,
        recipients=lines_of(text.recipients),
        annexes=(Annex(_annex_title(groups, on), _list(groups, on)),),
    )


def _in_head(name: str) -> str:
    """Return the name as it stands in the head: of a people's committee on two lines."""
    committee, _, place = name.partition(COMMITTEE)
    return f"{COMMITTEE.strip()}\n{place}" if place and not committee else name


def lines_of(text: str) -> tuple[str, ...]:
    """Return what stands one a line, without the empty ones."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _groups(rows: Iterable[NominationRow]) -> dict[Group, list[NominationRow]]:
    """Return the rows by award and year, in the order in which they first come."""
    found: dict[Group, list[NominationRow]] = {}
    for row in rows:
        found.setdefault((row.award_code, row.achievement_year), []).append(row)
    return found


def _said(group: Group, on: date) -> str:
    code, year = group
    return f"{award_said(code, on=on)} năm {year}"


def _abstract(groups: Iterable[Group], on: date) -> str:
    first, *others = groups
    if others:
        years = sorted({year for _, year in groups})
        return f"Về việc đề nghị khen thưởng năm {', '.join(map(str, years))}"
    return f"Về việc đề nghị tặng {_said(first, on)}"


def _annex_title(groups: dict[Group, list[NominationRow]], on: date) -> str:
    whom = ", ".join(CALLED[one] for one in _subjects(row for of in groups.values() for row in of))
    what = _abstract(groups, on).removeprefix("Về việc ")
    return f"Danh sách {whom} {what}"


def _item(group: Group, rows: Sequence[NominationRow], on: date) -> str:
    said = _said(group, on)
    return f"{said[0].upper()}{said[1:]}: {recipients_said(row.subject for row in rows)}"


def _subjects(rows: Iterable[NominationRow]) -> tuple[Subject, ...]:
    found = {row.subject for row in rows}
    return tuple(subject for subject in CALLED if subject in found)


def _list(groups: dict[Group, list[NominationRow]], on: date) -> tuple[Block, ...]:
    """Return the tables, one a kind of recipient; of several awards each under its own number."""
    blocks: list[Block] = []
    for number, (group, rows) in enumerate(groups.items(), start=1):
        if len(groups) > 1:
            said = _said(group, on)
            blocks.append(Heading(f"{roman(number)}. {said[0].upper()}{said[1:]}"))
        subjects = _subjects(rows)
        for below, subject in enumerate(subjects, start=1):
            if len(subjects) > 1:
                label = str(below) if len(groups) > 1 else roman(below)
                blocks.append(Heading(f"{label}. {CALLED[subject].capitalize()}"))
            blocks.append(_table(subject, [row for row in rows if row.subject == subject]))
    return tuple(blocks)


def _table(subject: Subject, rows: Sequence[NominationRow]) -> Table:
    numbered = enumerate(rows, start=1)
    if subject is Subject.PERSON:
        people = tuple((str(no), row.name, row.position, row.unit_name) for no, row in numbered)
        return Table(PEOPLE, people, (6, 28, 34, 32), (CENTRE, LEFT, LEFT, LEFT))
    bodies = tuple((str(no), row.name, row.unit_name) for no, row in numbered)
    return Table(BODIES, bodies, (6, 50, 44), (CENTRE, LEFT, LEFT))
