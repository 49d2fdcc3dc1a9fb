"""The preview of a list: each row with its answer, the bar of answers, filter and pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from bangvang.foundation.vietnamese import say_date
from bangvang.law import Appraisal, Subject, award_name
from bangvang.nominations.intake.bodies_meant import BodyMeant
from bangvang.nominations.intake.previewed import NEW, Preview, PreviewRow
from bangvang.registry.selectors.people import PersonSeen
from bangvang.web.components import pieces
from bangvang.web.components.finding_pieces import Finding
from bangvang.web.components.pager import pager
from bangvang.web.components.pieces import Column, Kind
from bangvang.web.findings import answer_shown, finding_shown

PAGE = 20
COLUMNS = (
    Column("Dòng", "index", is_number=True),
    Column("Cá nhân, tập thể", "name"),
    Column("Đề nghị", "mid"),
    Column("Kết quả và lý do chính"),
    Column("Mở lý do", "act", is_unseen=True),
)
CHECKED = (
    pieces.ANSWER_MET,
    pieces.ANSWER_JUDGE,
    pieces.ANSWER_PERSON,
    pieces.ANSWER_NOTE,
    pieces.ANSWER_NOT_MET,
)
SUBJECTS = {Subject.COLLECTIVE: "tập thể", Subject.HOUSEHOLD: "hộ gia đình"}
NEW_BODY = "Sổ khen thưởng chưa có; cơ quan thường trực ghi vào sổ khi thẩm định"
NONE_OF_THESE = "Không phải những tên trên, chưa có trong sổ"
NEW_PERSON = "Sổ không ghi người này ở đơn vị; cơ quan thường trực đối chiếu khi thẩm định"
NONE_OF_THE_UNIT = "Không phải những người trên"
TO_MEND = (pieces.ANSWER_TWO, pieces.ANSWER_CELL)


@dataclass(frozen=True)
class RowShown:
    """One row of the preview, ready for the page."""

    row: int
    name: str
    born: str
    position: str
    unit: str
    award: str
    recognised: str
    answer: pieces.Answer
    sentence: str
    finding: Finding | None
    problems: tuple[str, ...]
    hints: tuple[str, ...]
    namesakes: tuple[pieces.Namesake, ...]
    choice: str


def preview_shown(
    preview: Preview, answers: Mapping[int, Appraisal], *, on: date
) -> list[RowShown]:
    """Return every row with the answer that a page shows; `answers` by the sheet's row number."""
    return [_row(row, answers.get(row.row), on) for row in preview.rows]


def preview_page(rows: Sequence[RowShown], asked: Mapping[str, str]) -> dict[str, object]:
    """Return one page of the rows under the filter and the opened row that the address asks for."""
    wanted = asked.get("loc", "")
    kept = [row for row in rows if not wanted or row.answer.kind == wanted]
    last = max(1, -(-len(kept) // PAGE))
    number = asked.get("trang", "")
    current = min(max(int(number) if number.isdecimal() else 1, 1), last)
    shown = kept[(current - 1) * PAGE : current * PAGE]
    query = {"loc": wanted} if wanted else {}
    opened = asked.get("mo", "")
    return {
        "rows": [
            (
                row,
                str(row.row) == opened,
                "?" + urlencode({**query, "trang": current, "mo": row.row}),
            )
            for row in shown
        ],
        "shut_href": "?" + urlencode({**query, "trang": current}),
        "all_count": len(rows),
        "shown_count": len(kept),
        "tally": _tally(rows, wanted),
        "pager": pager(current, last, query=query) if last > 1 else None,
    }


def _tally(rows: Sequence[RowShown], wanted: str) -> pieces.Tally:
    def group(label: str, answers: Sequence[pieces.Answer]) -> pieces.TallyGroup:
        items = tuple(
            pieces.TallyItem(
                answer,
                sum(row.answer.kind == answer.kind for row in rows),
                "?" + urlencode({"loc": answer.kind.value}),
                wanted == answer.kind,
            )
            for answer in answers
        )
        return pieces.TallyGroup(label, tuple(item for item in items if item.count))

    groups = (group("Đã đối chiếu với luật", CHECKED), group("Phải sửa trước khi lưu", TO_MEND))
    return pieces.Tally(tuple(g for g in groups if g.items), "?", not wanted)


def _row(row: PreviewRow, appraisal: Appraisal | None, on: date) -> RowShown:
    answer, sentence = _said(row, appraisal)
    written = row.written
    return RowShown(
        row=row.row,
        name=written.name or "(không ghi tên)",
        born=_born(row),
        position=written.position,
        unit=", ".join(part for part in (written.subunit, written.unit) if part),
        award=award_name(row.award_code, on) if row.award_code else "chưa rõ",
        recognised=_recognised(row),
        answer=answer,
        sentence=sentence,
        finding=finding_shown(appraisal, on=on, link_to=lambda _: "") if appraisal else None,
        problems=tuple(f"Ô {p.cell}: {p.text}" for p in row.blocking),
        hints=tuple(f"Ô {p.cell}: {p.text}" for p in row.problems if p.is_hint),
        namesakes=_namesakes(row),
        choice=row.choice,
    )


def _said(row: PreviewRow, appraisal: Appraisal | None) -> tuple[pieces.Answer, str]:
    if row.blocking:
        return pieces.ANSWER_CELL, ""
    if not row.is_settled:
        return pieces.ANSWER_TWO, "Chọn xong mới đối chiếu được điều kiện."
    if appraisal is None:
        return pieces.Answer(Kind.PERSON, "Chưa đối chiếu được"), ""
    return answer_shown(appraisal.answer, appraisal.reasons), appraisal.deciding().sentence


def _recognised(row: PreviewRow) -> str:
    if row.meant is None:
        if not row.is_settled:
            return ""
        return NEW_PERSON if row.subject is Subject.PERSON else NEW_BODY
    how = "cán bộ chọn" if row.choice else "khớp sổ khen thưởng"
    return f"Trong sổ: {_described(row.meant)} ({how})"


def _born(row: PreviewRow) -> str:
    """Return the birth of a person as written, or what else is proposed."""
    if row.subject is not Subject.PERSON:
        return SUBJECTS[row.subject]
    return say_date(row.written.birth) if row.written.birth else "không ghi ngày sinh"


def _described(meant: PersonSeen | BodyMeant) -> str:
    if isinstance(meant, BodyMeant):
        return ", ".join(part for part in (meant.name, meant.where) if part)
    person = meant
    born = say_date(person.birth_on) if person.birth_on else str(person.birth_year or "")
    parts = (f"{person.full_name}, sinh {born}" if born else person.full_name, person.position)
    return ", ".join(part for part in (*parts, person.organisation_name) if part)


def _namesakes(row: PreviewRow) -> tuple[pieces.Namesake, ...]:
    if not row.candidates:
        return ()
    known = tuple(
        pieces.Namesake(
            candidate.ref,
            _described(candidate.meant),
            more=candidate.why,
        )
        for candidate in row.candidates
    )
    if row.subject is not Subject.PERSON:
        return (*known, pieces.Namesake(NEW, NONE_OF_THESE))
    return (*known, pieces.Namesake(NEW, NONE_OF_THE_UNIT, more=NEW_PERSON))
