"""What a file for an award holds on a day: papers and forms, sets, and the simple procedure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bangvang.law import (
    Award,
    Dossier,
    Kind,
    Paper,
    PaperForm,
    Seen,
    Simple,
    Subject,
    dossier_for,
    kind_name,
    paper_name,
    simple_cases,
    simple_procedure,
)
from bangvang.web.lawpages.said import Line, Part, line, lower_first, named, nothing
from bangvang.web.lawpages.words import SEEN, SUBJECTS

Sender = tuple[Subject, Kind]
"""Who sends a file in, and for which kind of commendation."""

HINT = "Danh mục dưới đây theo quy định chung của Luật, chỉ để tham khảo."


def dossier_shown(award: Award, kinds: Sequence[Kind], on: date) -> Part:
    """Return the file as each subject sends it in, and what the simple procedure changes.

    `kinds`: those in which the award is given, the usual one first.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    files = {
        (subject, kind): file
        for kind in kinds
        for subject in award.subjects
        if (file := dossier_for(award.code, on=on, kind=kind, subject=subject))
        and (kind is kinds[0] or not (file.simple and file.simple.always))
    }
    first = next(iter(files.values()))
    lines = [*_papers(files, kinds[0]), _sets(first), _e_files(first)]
    return Part("Hồ sơ", (*lines, *_simple(award.code, kinds, on)), _left_to_province(first))


def _left_to_province(file: Dossier) -> str:
    if file.set_by_province is None:
        return ""
    return f"Hồ sơ do tỉnh quy định theo {file.set_by_province.text}. {HINT}"


def _papers(files: Mapping[Sender, Dossier], usual: Kind) -> list[Line]:
    """Return each paper once; where senders follow different forms, each with its form."""
    found: dict[tuple[str, str], dict[Sender, Paper]] = {}
    for sender, file in files.items():
        for paper in file.papers:
            found.setdefault((paper.kind, paper.only_if), {})[sender] = paper
    return [_paper(papers, usual) for papers in found.values()] or [
        nothing("Giấy tờ", "Chưa tìm thấy quy định về thành phần hồ sơ.")
    ]


def _paper(papers: Mapping[Sender, Paper], usual: Kind) -> Line:
    paper = next(iter(papers.values()))
    says = [_when(paper.only_if)]
    if paper.or_kind:
        says.append(f"Có thể thay bằng: {paper_name(paper.or_kind)}.")
    return line(paper.name_vi, *says, *_forms(papers, usual), cite=paper.cite, seen=paper.seen)


def _when(only_if: str) -> str:
    if not only_if:
        return "Luôn phải có."
    return f"{named([only_if])}." if only_if.startswith("nếu") else f"Chỉ khi: {only_if}."


def _forms(papers: Mapping[Sender, Paper], usual: Kind) -> Iterator[str]:
    """Return each form once with who follows it; another kind only where its form is another."""
    forms: dict[str, dict[Kind, list[Subject]]] = {}
    for (subject, kind), paper in papers.items():
        before = None if kind is usual else papers.get((subject, usual))
        is_same = before is not None and before.form == paper.form
        if paper.form is not None and not is_same:
            forms.setdefault(_form(paper.form), {}).setdefault(kind, []).append(subject)
    everybody = len({subject for subject, _ in papers})
    for form, of in forms.items():
        told = [_whom(kind, of[kind], usual, everybody) for kind in of] if len(forms) > 1 else []
        yield f"{form}{'; '.join(told)}."


def _whom(kind: Kind, subjects: Sequence[Subject], usual: Kind, everybody: int) -> str:
    who = ", ".join(SUBJECTS[one] for one in subjects)
    if kind is usual:
        return f" đối với {who}"
    of_kind = f" dùng cho loại hình {lower_first(kind_name(kind))}"
    return of_kind if len(subjects) == everybody else f"{of_kind} đối với {who}"


def _form(form: PaperForm) -> str:
    number = form.number or "Biểu mẫu chưa có trong hệ thống"
    sure = "" if form.seen is Seen.SOURCE else f", {lower_first(SEEN[form.seen].label)}"
    return f"{number} ({form.cite.text}{sure})"


def _sets(file: Dossier) -> Line:
    if file.sets is None:
        return nothing("Số bộ hồ sơ", "Chưa tìm thấy quy định.")
    said = f"{file.sets.count:02d} bộ (bản chính)"
    return line("Số bộ hồ sơ", said, cite=file.sets.cite, seen=file.sets.seen)


def _e_files(file: Dossier) -> Line:
    if file.e_files is None:
        return nothing("Bản điện tử", "Chưa tìm thấy quy định buộc gửi kèm.")
    said = "Gửi kèm tệp điện tử của toàn bộ hồ sơ."
    return line("Bản điện tử", said, cite=file.e_files.cite, seen=file.e_files.seen)


def _simple(code: str, kinds: Sequence[Kind], on: date) -> Iterator[Line]:
    found = {kind: simple_procedure(code, on=on, kind=kind) for kind in kinds}
    told: dict[Simple, list[Kind]] = {}
    for kind, simple in found.items():
        if simple is not None:
            told.setdefault(simple, []).append(kind)
    for simple, of in told.items():
        yield _simple_line(simple, of)
    if any(simple is None or not simple.always for simple in found.values()):
        cases = simple_cases(on=on)
        label = "Khi nào được theo thủ tục đơn giản"
        yield line(label, *(f"{case}." for case in cases.cases), cite=cases.cite, seen=cases.seen)


def _simple_line(simple: Simple, kinds: Sequence[Kind]) -> Line:
    of = ", ".join(kind_name(kind) for kind in kinds)
    how = "Theo thủ tục đơn giản." if simple.always else "Có thể theo thủ tục đơn giản."
    papers = ", ".join(lower_first(paper.name_vi) for paper in simple.papers)
    return line(
        f"Thủ tục đơn giản, loại hình {lower_first(of)}",
        how,
        f"Hồ sơ gồm: {papers}.",
        cite=simple.cite,
        seen=simple.seen,
    )
