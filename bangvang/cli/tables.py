"""A checked list as a table for people, 100 letters wide."""

from collections.abc import Iterator

from bangvang.cli.checked import Checked, CheckedRow
from bangvang.cli.wording import WIDTH, paragraph, shortened
from bangvang.foundation.vietnamese import say_date
from bangvang.law import Answer, Explanation, Reason, award_abbr

ANSWERS = {
    Answer.MET: "ĐẠT",
    Answer.NOT_MET: "KHÔNG ĐẠT",
    Answer.FOR_A_PERSON: "NGƯỜI XÉT",
}
REASONS = {
    Reason.IDENTITY: "chưa rõ là ai",
    Reason.FACT_MISSING: "thiếu dữ kiện",
    Reason.TEXT_UNSEEN: "chưa có nguyên văn quy định",
    Reason.WEAK_SOURCE: "nguồn quy định chưa chắc",
    Reason.EXCEPTIONS_CLASH: "ngoại lệ trái nhau",
    Reason.TWO_READINGS: "quy định có hai cách hiểu",
    Reason.JUDGEMENT: "cần đánh giá",
}
IDENTITIES = {"linked": "có trong sổ", "new": "mới", "for_a_person": "cần chọn người"}


def table_of(checked: Checked) -> str:
    """Return the lines of the whole list, ended by the totals."""
    return "\n".join([*_lines(checked), ""])


def _lines(checked: Checked) -> Iterator[str]:
    yield from paragraph(f"Danh sách: {checked.list_name}")
    yield f"Ngày nhận hồ sơ: {say_date(checked.on)}. Bộ quy định: {checked.rulebook[:12]}"
    for problem in checked.problems:
        yield from paragraph(f"! {problem.cell}: {problem.text}", others="  ")
    yield ""
    yield _columns("Dòng", "Họ và tên, tên tập thể", "Đề nghị", "Kết quả", "Sổ khen thưởng")
    yield "-" * WIDTH
    for row in checked.rows:
        yield from _row(row)
    yield "-" * WIDTH
    for share in checked.groups:
        award = f"{award_abbr(share.award_code)} năm {share.year}"
        whose = f", {share.group}" if share.group else ""
        said = ANSWERS[share.finding.answer].lower()
        line = f"Tỷ lệ {award}{whose}: ({said}) {share.finding.sentence}"
        yield from paragraph(f"{line} [{share.finding.cite.text}]", others="  ")
    totals = [f"{checked.totals[answer]} {said.lower()}" for answer, said in ANSWERS.items()]
    yield f"Cộng {len(checked.rows)} dòng: {', '.join(totals)}."


def _columns(row: str, name: str, award: str, answer: str, identity: str) -> str:
    widths = ((name, 42), (award, 14), (answer, 12))
    cells = [shortened(text, width) for text, width in widths]
    return "  ".join([row.rjust(5), *cells, identity])


def _row(row: CheckedRow) -> Iterator[str]:
    award = award_abbr(row.award) if row.award else "?"
    yield _columns(str(row.row), row.name, award, ANSWERS[row.answer], IDENTITIES[row.identity])
    if row.reasons:
        yield from _indented("Vì: " + ", ".join(REASONS[reason] for reason in row.reasons) + ".")
    if row.explanation:
        yield from _explained(row.explanation)
    for problem in row.problems:
        yield from _indented(f"! {problem.cell}: {problem.text}")
    for note in row.notes:
        yield from _indented(f"! {note}")


def _explained(said: Explanation) -> Iterator[str]:
    """Yield the conditions of the way that carried or came nearest, the other ways, the hint."""
    first, *others = said.ways
    if others:
        yield from _indented(f"{first.title}:")
    for condition in said.conditions:
        answer = ANSWERS[condition.answer].lower()
        yield from _indented(f"- ({answer}) {condition.sentence} [{condition.cite}]")
    for way in others:
        answer = ANSWERS[way.answer].lower()
        yield from _indented(f"Trường hợp khác: ({answer}) {way.title}: {way.sentence}")
    if said.hint:
        answer = ANSWERS[said.hint.answer].lower()
        until = say_date(said.hint.until)
        told = f"Gợi ý, không thuộc kết quả: theo quy định áp dụng đến {until}: ({answer}) "
        yield from _indented(f"{told}{said.hint.sentence} [{said.hint.cite}]")


def _indented(text: str) -> list[str]:
    return paragraph(text, first=" " * 7, others=" " * 9)
