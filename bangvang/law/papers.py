"""What a file must contain, by the day on which it is received.

The parts the law and its decrees name, and when the simple procedure does with less. A paper that
is only needed in some cases says which; one in whose place another may stand names that other.
What a council adds is not here.

From 2025-07-01 the decree's articles on files have not been read, and the province sets the file
of the base level's awards by itself (``province``).

Law: ``texts/papers.toml``. Numbers of forms are in ``paper_forms``, sets in ``dossiers``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bangvang.law import paper_forms
from bangvang.law.catalogue import Award, AwardClass, Subject, existing_on
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry
from bangvang.law.instruments import Seen, weakest
from bangvang.law.kinds import Kind
from bangvang.law.loading import texts
from bangvang.law.paper_forms import Form
from bangvang.law.province import province_rule
from bangvang.law.province_layer import ProvinceRule
from bangvang.law.regimes import regime_on
from bangvang.law.tables import BadText

LETTER = "TO_TRINH"
REPORT = "BAO_CAO_THANH_TICH"
CERTIFICATE = "CHUNG_NHAN_SANG_KIEN"
GRADE = "XEP_LOAI_HTXSNV"
BALLOT = "KET_QUA_BO_PHIEU"
ACHIEVEMENT = "XAC_NHAN_THANH_TICH"
RELATED = "VAN_BAN_LIEN_QUAN"
TAX = "XAC_NHAN_THUE"
AUDIT = "KET_QUA_KIEM_TOAN"
NAMES: Mapping[str, str] = MappingProxyType(
    {
        LETTER: "Tờ trình đề nghị khen thưởng",
        REPORT: "Báo cáo thành tích",
        "BAO_CAO_TOM_TAT": "Báo cáo tóm tắt thành tích",
        "BIEN_BAN_BINH_XET": "Biên bản bình xét thi đua, xét khen thưởng",
        BALLOT: "Kết quả bỏ phiếu của Hội đồng",
        CERTIFICATE: "Chứng nhận sáng kiến, đề tài khoa học của cơ quan có thẩm quyền",
        GRADE: "Kết quả xếp loại hoàn thành xuất sắc nhiệm vụ",
        ACHIEVEMENT: "Chứng nhận của cơ quan có thẩm quyền về thành tích",
        RELATED: "Văn bản theo Điều 30 Nghị định 98/2023/NĐ-CP (nếu có)",
        TAX: "Xác nhận việc thực hiện nghĩa vụ thuế, bảo hiểm xã hội",
        AUDIT: "Kết quả kiểm toán trong 05 năm",
    }
)
LISTED: tuple[tuple[str, str, str], ...] = (
    ("papers.ballot.national_fighter", BALLOT, ""),
    ("papers.ballot.provincial", BALLOT, ""),
    ("papers.ballot.flag", BALLOT, ""),
    ("papers.ballot.heroes", BALLOT, ""),
    ("papers.needs_initiative_certificate", CERTIFICATE, ""),
    ("papers.tax", TAX, "đơn vị có nghĩa vụ thuế, bảo hiểm xã hội"),
    ("papers.audit", AUDIT, "đơn vị đã được kiểm toán"),
    ("papers.related.national_fighter", RELATED, "nếu có"),
    ("papers.related.heroes", RELATED, "nếu có"),
    ("papers.related.state", RELATED, "nếu có"),
    ("papers.related.orders", RELATED, "nếu có"),
)
"""Rows that list awards, the paper each asks for, and in which case; in the order of a file."""

SAID_MORE: tuple[tuple[str, str, str], ...] = (
    ("papers.report_confirmed", REPORT, "Báo cáo thành tích, có xác nhận của cấp trình"),
    (
        "papers.effect_in_the_nation",
        CERTIFICATE,
        "Xác nhận của Chủ tịch Ủy ban nhân dân tỉnh về hiệu quả áp dụng và phạm vi ảnh hưởng toàn "
        "quốc của sáng kiến, đề tài khoa học",
    ),
    (
        "papers.effect_in_the_province",
        CERTIFICATE,
        "Xác nhận của Chủ tịch Ủy ban nhân dân tỉnh về hiệu quả áp dụng và khả năng nhân rộng của "
        "sáng kiến, đề tài khoa học",
    ),
)
"""Rows that say more about a paper of the law for some awards: who confirms it, and what."""

OF_COMMENDATIONS: tuple[tuple[str, str, str], ...] = (
    ("papers.initiative_if_merit", CERTIFICATE, "thành tích là phát minh, sáng chế, sáng kiến"),
    (
        "papers.achievement_certificate",
        ACHIEVEMENT,
        "thành tích đặc biệt xuất sắc, đột xuất và trường hợp khác do pháp luật quy định",
    ),
)
READS = (
    frozenset(id_ for id_, _, _ in LISTED + OF_COMMENDATIONS + SAID_MORE)
    | {"papers.title", "papers.commendation", "papers.grade_instead"}
    | {"papers.own_decree", "papers.set_by_province"}
    | {f"papers.simple{part}" for part in ("", ".always", ".may", ".awards", ".cases")}
    | paper_forms.READS
)


@dataclass(frozen=True)
class Paper:
    """One part of a file; ``kind`` is stable, ``name_vi`` is for screens.

    ``only_if``: the case in which it is needed, empty for always. ``or_kind``: the paper that may
    stand in its place, empty for none. ``form``: the numbered form it follows.
    """

    kind: str
    name_vi: str
    cite: Citation
    seen: Seen
    only_if: str = ""
    or_kind: str = ""
    form: Form | None = None


@dataclass(frozen=True)
class Simple:
    """The simple procedure (thủ tục đơn giản): its papers, and whether it is the rule or a choice.

    ``always`` is False where it depends on the case, as for a sudden achievement, which has to be
    outstanding.
    """

    always: bool
    papers: tuple[Paper, ...]
    cite: Citation
    seen: Seen


@dataclass(frozen=True)
class SimpleCases:
    """The cases in which the law opens the simple procedure, in its words."""

    cases: tuple[str, ...]
    cite: Citation
    seen: Seen


def paper_name(kind: str) -> str:
    """Return the Vietnamese name of a paper by its kind; the kind itself if nobody knows it."""
    return NAMES.get(kind, kind)


def papers_required(
    code: str, *, on: date, kind: Kind = Kind.MERIT, subject: Subject = Subject.PERSON
) -> tuple[Paper, ...]:
    """Return the parts of a file received on that day, in the order of the clause.

    Where the simple procedure is the rule, its shorter list. Where the law leaves the file to the
    province, the province's list if its regulation was read; without that, and where a decree of
    its own sets the file, the law's list is only a hint (``unverified``).

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
        BadText: the province's list names a paper that nobody knows.
    """
    rule = province_rule(code, "papers", on=on)
    if rule is not None and rule.decides:
        return _of_province(rule, on, kind, subject)
    simple = simple_procedure(code, on=on, kind=kind)
    if simple is not None and simple.always:
        return simple.papers
    award = existing_on(code, on)
    hint = _is_hint(code, on)
    found = []
    for paper, asked_by, only_if in _parts(award, on):
        name, entry = _said_of(paper, code, on) or (NAMES[paper], asked_by)
        found.append(
            Paper(
                kind=paper,
                name_vi=name,
                cite=entry.cite,
                seen=Seen.UNVERIFIED if hint else entry.seen,
                only_if=only_if,
                or_kind=_instead_of(paper, code, on),
                form=_form(paper, code, on, kind, subject),
            )
        )
    return tuple(found)


def _said_of(paper: str, code: str, on: date) -> tuple[str, Entry] | None:
    """Return what a decree says more of a paper, with its entry; None where it says nothing."""
    for id_, of, name in SAID_MORE:
        entry = listing(id_, code, on) if of == paper else None
        if entry is not None:
            return name, entry
    return None


def _of_province(rule: ProvinceRule, on: date, kind: Kind, subject: Subject) -> tuple[Paper, ...]:
    entry = rule.entry
    unknown = sorted(set(entry.names()) - set(NAMES))
    if unknown:
        raise BadText(f"{entry.where}: unknown paper {', '.join(unknown)}")
    return tuple(
        Paper(
            one, NAMES[one], entry.cite, entry.seen, form=_form(one, rule.code, on, kind, subject)
        )
        for one in entry.names()
    )


def simple_procedure(code: str, *, on: date, kind: Kind = Kind.MERIT) -> Simple | None:
    """Return the simple procedure for an award and kind, None where it does not apply.

    Cases that no kind shows (an urgent political task, a State secret) are in ``simple_cases``.

    Raises:
        UnknownAward: no award has this code.
        NotInForce: the rulebook does not know the law of that day, or the award is newer.
    """
    existing_on(code, on)
    regime_on(code, on)
    always = listing("papers.simple.awards", code, on) or listing(
        "papers.simple.always", kind.value, on
    )
    why = always or listing("papers.simple.may", kind.value, on)
    if why is None:
        return None
    parts = texts().on("papers.simple", on)
    papers = tuple(
        Paper(one, NAMES[one], parts.cite, weakest(parts.seen, why.seen), form=_letter(one, on))
        for one in parts.names()
    )
    return Simple(always is not None, papers, why.cite, why.seen)


def simple_cases(*, on: date) -> SimpleCases:
    """Return the cases of the simple procedure as the law of that day lists them, in Vietnamese.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    entry = texts().on("papers.simple.cases", on)
    return SimpleCases(entry.names(), entry.cite, entry.seen)


def _parts(award: Award, on: date) -> Iterator[tuple[str, Entry, str]]:
    """Give paper, the entry that asks for it, and the case in which it does."""
    is_title = award.award_class is AwardClass.TITLE
    base = texts().on("papers.title" if is_title else "papers.commendation", on)
    for paper in base.names():
        yield paper, base, ""
    for id_, paper, only_if in LISTED:
        entry = listing(id_, award.code, on)
        if entry is not None:
            yield paper, entry, only_if
    for id_, paper, only_if in () if is_title else OF_COMMENDATIONS:
        entry = texts().row(id_).get(on)
        if entry is not None:
            yield paper, entry, only_if


def _instead_of(paper: str, code: str, on: date) -> str:
    is_open = paper == CERTIFICATE and listing("papers.grade_instead", code, on) is not None
    return GRADE if is_open else ""


def _form(paper: str, code: str, on: date, kind: Kind, subject: Subject) -> Form | None:
    if paper == REPORT:
        return paper_forms.form_of_report(code, on, kind, subject)
    if paper == CERTIFICATE:
        return paper_forms.form_of_initiative(code, on)
    return _letter(paper, on)


def _letter(paper: str, on: date) -> Form | None:
    return paper_forms.form_of_letter(on) if paper == LETTER else None


def _is_hint(code: str, on: date) -> bool:
    return any(
        listing(id_, code, on) is not None
        for id_ in ("papers.own_decree", "papers.set_by_province")
    )


def listing(id_: str, word: str, on: date) -> Entry | None:
    """Return the entry of a row in force that day if its list holds the word."""
    entry = texts().row(id_).get(on)
    return entry if entry is not None and word in entry.names() else None
