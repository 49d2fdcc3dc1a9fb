"""Tell the rows of a list apart: proposals, group headings, totals, signatures, nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto

from bangvang.registry.intake.cells import Line


class Subject(StrEnum):
    """Whom a row is about; a household counts as a collective."""

    PERSON = "PERSON"
    COLLECTIVE = "COLLECTIVE"


_ORGANISATIONS = (
    r"(?:Sở|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|MTTQ|UBMTTQ|Mặt trận|Phòng|Ban|Trường|Trung tâm|TTYT"
    r"|Bệnh viện|Trạm|Chi cục|Cục|Công ty|Tổng công ty|Hợp tác xã|HTX|Văn phòng|Công an|Bộ"
    r"|Đảng ủy|Đảng uỷ|Đảng bộ|Chi bộ|Hội|Liên đoàn|Liên minh|Đội|Tổ|Khoa|Xã|Phường|Thôn|Bản"
    r"|Tòa án|Toà án|Viện|Thanh tra|Kho bạc|Ngân hàng|Báo|Đài|Tập thể|Cơ quan|Khối|Cụm|Nhân dân"
    r"|Hạt|Đồn|Chi nhánh|Quỹ|Bảo hiểm|Học viện|Thư viện|Bảo tàng|Tỉnh ủy|Tỉnh uỷ"
    r"|Đoàn (?:TN|thanh niên|Thanh niên|khối|Khối|luật|Luật|kinh tế|Kinh tế))(?=\s|$)"
)
_ORGANISATION = re.compile(_ORGANISATIONS, re.IGNORECASE)
_UNIT_BEHIND = re.compile(rf"(?<!Trưởng )(?<!Phó )(?<=[\s,;\-]){_ORGANISATIONS}")
_HOUSEHOLD = re.compile(r"(?:hộ|gia đình)\s|.*\((?:hộ gia đình|gia đình|hộ)\)\s*$", re.IGNORECASE)
_COLLECTIVE = re.compile(r"tập thể\s+", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?")
_ORDINAL = re.compile(r"(?:[IVX]+|[A-Z])[.)/:-]?")
_LEADING_ORDINAL = re.compile(r"(?:[IVX]+|[A-Za-z]|\d+(?:\.\d+)*)\s?[.)/:-]\s*")
_HEADING_ORDINAL = re.compile(r"(?:[IVX]+|[A-Z])\s?[.)/:-]\s*\w")
_COUNT_BEHIND = re.compile(r"[\s:(-]*\d+\s+(?:người|cá nhân|tập thể|hộ|đồng chí)\b.*|[\s:.]+$")
_TOTAL = re.compile(r"(?:tổng(?: cộng| số)?|cộng)(?:$|[\s:(].*)", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:người lập(?: .*)?|lập biểu|thủ trưởng(?: .*)?|nơi nhận.*|(?:tm|kt|tl|q|tuq)\. ?.*"
    r"|.*xác nhận của .*|\(ký.*|\(?ghi chú:.*|[^,]{2,40}, ngày .*(?:tháng|/).*"
    r"|ngày [\s.…\d]*tháng .*)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|TRƯỞNG .*|BÍ THƯ|CHÁNH .*)")
_COLLECTIVES = re.compile(r"(?:các |danh sách )?(?:tập thể|hộ gia đình|gia đình)\b", re.IGNORECASE)
_PERSONS = re.compile(r"(?:các |danh sách )?(?:cá nhân|cán bộ, công chức)\b", re.IGNORECASE)
_FOREIGNERS = re.compile(r"(?:các |danh sách )?(?:đối tượng |người )?nước ngoài\b", re.IGNORECASE)
_HOUSEHOLDS = re.compile(r"(?:các |danh sách )?(?:hộ gia đình|gia đình)\b", re.IGNORECASE)
_SUBJECTS = (
    (_COLLECTIVES, Subject.COLLECTIVE),
    (_PERSONS, Subject.PERSON),
    (_FOREIGNERS, Subject.PERSON),
)
HOUSEHOLD, FOREIGN = "HOUSEHOLD", "FOREIGN"
"""What is no person or body of the province; `apart` of a group and of a row."""
_AWARD = re.compile(
    r"(?:danh hiệu|bằng khen|giấy khen|cờ thi đua|cờ của|chiến s[ĩỹ]|huân chương|huy chương"
    r"|kỷ niệm chương|lao động tiên tiến|tập thể lao động|CSTĐ|LĐTT|TTLĐ)\b.*",
    re.IGNORECASE,
)
NOTHING = frozenset({"0", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "FALSE"})
"""What a formula shows where there is nothing to show."""
_OWN_FIELDS = (
    "birth",
    "born_male",
    "born_female",
    "identity_number",
    "position",
    "position_unit",
    "achievement",
)
"""What nobody fills in before there is a name."""

_OWN_COLUMNS = (*_OWN_FIELDS, "unit", "award", "year", "decision_no", "decided_on")
"""Where no name reaches."""


class RowKind(Enum):
    """What a row of the sheet is."""

    PROPOSAL = auto()
    GROUP = auto()
    TOTAL = auto()
    SIGNATURE = auto()
    EMPTY = auto()


@dataclass(frozen=True)
class Group:
    """What the headings above a row say about it; the cells are where they stand.

    ``apart``: they are households, or foreign.
    """

    subject: Subject | None = None
    award: str = ""
    award_cell: str = ""
    unit: str = ""
    unit_cell: str = ""
    awards_inside_subjects: bool = False
    apart: str = ""

    def under(self, text: str, cell: str) -> "Group":
        """Return the group below one more heading."""
        bare = bare_heading(text)
        subject = next((found for words, found in _SUBJECTS if words.match(bare)), None)
        award = _AWARD.search(bare)
        if award:
            return self._under_award(award.group(), cell, subject, apart_in(bare))
        if subject:
            kept = replace(self, award="", award_cell="") if self.awards_inside_subjects else self
            return replace(kept, subject=subject, unit="", unit_cell="", apart=apart_in(bare))
        if looks_like_an_organisation(bare):
            return replace(self, unit=bare, unit_cell=cell)
        return self

    def _under_award(self, award: str, cell: str, subject: Subject | None, apart: str) -> "Group":
        inside = self.awards_inside_subjects or bool(self.subject and not self.award)
        if subject is None and inside:
            apart = self.apart
        return Group(
            subject=subject or (self.subject if inside else None),
            award=award,
            award_cell=cell,
            awards_inside_subjects=inside and subject is None,
            apart=apart,
        )


def bare_heading(text: str) -> str:
    """Return a heading without its number in front and the count behind."""
    ordinal = _LEADING_ORDINAL.match(text)
    return _COUNT_BEHIND.sub("", text[ordinal.end() :] if ordinal else text)


def apart_in(heading: str) -> str:
    """Return whether a heading stands over households or over foreign recipients."""
    if _HOUSEHOLDS.match(heading):
        return HOUSEHOLD
    is_foreign = (
        any(words.match(heading) for words, _ in _SUBJECTS) and "nước ngoài" in heading.lower()
    )
    return FOREIGN if is_foreign else ""


def looks_like_an_organisation(text: str) -> bool:
    """Return whether the text begins as the names of units do."""
    return bool(_ORGANISATION.match(text))


def as_collective(name: str) -> str:
    """Return "Khoa Ngoại" for "Tập thể Khoa Ngoại"; other names as they are."""
    found = _COLLECTIVE.match(name)
    rest = name[found.end() :] if found else ""
    return f"{rest[0].upper()}{rest[1:]}" if looks_like_an_organisation(rest) else name


def looks_like_a_household(text: str) -> bool:
    """Return whether a family is meant."""
    return bool(_HOUSEHOLD.match(text))


def position_and_unit(glued: str) -> tuple[str, str]:
    """Return the two parts of "Phó Giám đốc Sở Y tế"; the unit is "" if it cannot be told."""
    if looks_like_an_organisation(glued):
        return "", glued
    found = _UNIT_BEHIND.search(glued)
    if found is None:
        return glued, ""
    return glued[: found.start()].rstrip(" ,;-"), glued[found.start() :]


def kind_of_row(line: Line, name: str, *, names_are_collectives: bool) -> RowKind:
    """Return what the row is; ``name`` is what stands in its name columns."""
    number = line.text("number")
    has_number = is_numbered(number)
    texts = [text for text in own_texts(line) if not has_number or text != number]
    if not texts:
        return RowKind.EMPTY
    if not has_number and is_total(texts[0]):
        return RowKind.TOTAL
    if not has_number and _is_signature(texts, name):
        return RowKind.SIGNATURE
    if _heads_all_columns(line, number):
        return RowKind.GROUP
    if has_number:
        return RowKind.PROPOSAL
    if not number and not name and not _has_own_fields(line):
        return RowKind.EMPTY
    is_group = _is_group(line, texts, names_are_collectives=names_are_collectives)
    return RowKind.GROUP if is_group else RowKind.PROPOSAL


def is_numbered(number: str) -> bool:
    """Return whether this numbers somebody of the list, and not a group."""
    return bool(_NUMBER.fullmatch(number))


def is_total(text: str) -> bool:
    """Return whether a row that begins so counts the rows above it."""
    return bool(_TOTAL.fullmatch(text))


def is_signature(text: str) -> bool:
    """Return whether this stands where a list is signed."""
    return bool(_SIGNATURE.fullmatch(text) or _OFFICE.fullmatch(text))


def own_texts(line: Line) -> list[str]:
    """Return the different texts of the row, from the left; merged cells count once."""
    return list(dict.fromkeys(filter(None, line.texts)))


def _is_signature(texts: Sequence[str], name: str) -> bool:
    signs = list(map(is_signature, texts))
    return any(signs) and (not name or all(signs))


def _has_own_fields(line: Line) -> bool:
    return any(line.text(field) for field in _OWN_FIELDS)


def _heads_all_columns(line: Line, number: str) -> bool:
    """Whether a number and one text, merged over more than a name, are all there is.

    Of a numbered row that is not merged only "Cá nhân", "Tập thể" and the like are no name.
    """
    at = [column for column, text in enumerate(line.texts) if text and text != number]
    texts = {line.texts[column] for column in at}
    if len(texts) != 1 or not number:
        return False
    (text,) = texts
    is_merged = len(at) > 2 and all((line.row, column) in line.grid.merged for column in at[1:])
    if is_merged and any(set(at) & set(line.places.get(field, ())) for field in _OWN_COLUMNS):
        return True
    return any(words.fullmatch(bare_heading(text)) for words, _ in _SUBJECTS)


def _is_group(line: Line, texts: Sequence[str], *, names_are_collectives: bool) -> bool:
    number = line.text("number")
    if _ORDINAL.fullmatch(number):
        return not _has_own_fields(line)
    if len(texts) > 1:
        return False
    is_spread = sum(cell is not None for cell in line.grid.rows[line.row]) > 1
    return number == texts[0] or is_spread or _heads(texts[0], names_are_collectives)


def _heads(text: str, names_are_collectives: bool) -> bool:
    """Whether a text that stands alone among the names is a heading."""
    if _HEADING_ORDINAL.match(text) or text.endswith(":"):
        return True
    bare = bare_heading(text)
    if any(words.match(bare) for words, _ in _SUBJECTS) or _AWARD.match(bare):
        return True
    return looks_like_an_organisation(bare) and not names_are_collectives
