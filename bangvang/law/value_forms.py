"""How the value of one entry is given and written, in the words of an official.

The unit of the entry decides, as in the shipped files: a whole number, a decimal, one word or
several codes of a list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from bangvang.law import papers
from bangvang.law.catalogue import award_name, catalogue
from bangvang.law.dated import Entry, Value
from bangvang.law.kinds import Kind, kind_name
from bangvang.law.loading import DECIMAL, PATTERNS, WHOLE, read_value, shipped
from bangvang.law.overlay import AS_CODED, WORDING
from bangvang.law.record import BarKind
from bangvang.law.rewards import WAYS
from bangvang.law.rulebook import ROUTES
from bangvang.law.tables import BadText, Table

NOT_ENTERED = frozenset({"regime", "papers.simple.cases"})
"""Entries that no single value settles: a regime is read route by route, see ``WORDING``; a text of
several sentences comes with a new version."""

UNSEEN_FROM_THE_START: Mapping[str, str] = MappingProxyType({"quorum.PROVINCE": "fraction"})
"""Units of entries that no text was ever seen for."""

WORDING_UNIT = "wording"
UNIT_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "years": "năm",
        "months": "tháng",
        "days": "ngày",
        "sets": "bộ",
        "percent": "%",
        "one_part_of": "(giảm một phần của số này)",
        "fraction": "tổng số thành viên",
        "day_of_year": "ngày trong năm",
        "form_number": "số mẫu",
        "factor": "lần",
        "paid": "cách chi",
        "day_that_decides": "ngày quyết định mức",
        "awards": "lần",
        "initiatives": "sáng kiến",
        "percent_of_members": "% tổng số thành viên",
        "vnd": "đồng",
        "working_days": "ngày làm việc",
        "share": "phần của 1",
        "times_base_salary": "lần mức lương cơ sở",
        "rounding": "cách làm tròn",
        "yes_no": "có hoặc không",
        "list": "danh sách mã",
        WORDING_UNIT: "lời văn",
    }
)
ROUNDINGS: Mapping[str, str] = MappingProxyType(
    {"nearest": "làm tròn đến mức gần nhất", "up": "làm tròn lên"}
)
YES_NO: Mapping[str, str] = MappingProxyType({"yes": "Có quy định này", "no": "Không còn quy định"})
BAR_NAMES: Mapping[str, str] = MappingProxyType(
    {
        BarKind.CONSIDERED.value: "Đang xem xét kỷ luật",
        BarKind.INVESTIGATED.value: "Đang điều tra, thanh tra, kiểm tra, kiểm toán có dấu hiệu "
        "vi phạm",
        BarKind.COMPLAINT.value: "Đang xác minh khiếu nại, tố cáo hoặc vấn đề tham nhũng, "
        "tiêu cực báo chí nêu",
        BarKind.DISCIPLINED.value: "Đang trong thời hạn kỷ luật",
    }
)
KINDS: Mapping[str, str] = MappingProxyType({kind.value: kind_name(kind) for kind in Kind})
LARGEST_PERCENT, LONGEST_WORD = 100, 10
FREE_WORDS = frozenset({"form_number"})
PAID: Mapping[str, str] = MappingProxyType(
    {"all": "Chi tất cả", "highest": "Chỉ chi mức cao nhất", "both": "Chi cả hai"}
)
DAYS: Mapping[str, str] = MappingProxyType({"day_of_decision": "ngày ra quyết định"})


class NotAccepted(ValueError):
    """What was given cannot become a reading; ``code`` is stable, ``sentence`` Vietnamese."""

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True)
class Form:
    """How a value of one entry is given: ``choices`` are the only words where there are some.

    ``is_list``: several of the choices; ``is_whole``: a whole number.
    """

    id: str
    unit: str
    unit_name: str
    looks_like: str
    choices: Mapping[str, str]
    is_list: bool = False
    is_whole: bool = False


def form_of(id_: str) -> Form:
    """Return how a value of this entry is given.

    Raises:
        NotAccepted: there is no such entry, or it is not for people to enter.
    """
    unit = _unit(id_)
    choices = _choices(id_, unit)
    return Form(
        id_,
        unit,
        UNIT_NAMES.get(unit, unit),
        _looks_like(unit),
        choices,
        is_list=unit == "list",
        is_whole=unit in WHOLE,
    )


def value_of(form: Form, plain: object) -> Value:
    """Return a value from its plain form: text for decimals and words, a list for codes.

    Raises:
        NotAccepted: it does not fit the unit, or names a code that does not exist.
    """
    if form.unit == WORDING_UNIT:
        if plain != AS_CODED:
            raise _misfit(form)
        return AS_CODED
    try:
        value = read_value(Table({"value": plain}, form.id), form.unit)
    except BadText as error:
        raise _misfit(form) from error
    if not _is_in_bounds(form, value):
        raise _misfit(form)
    return value


def value_in_words(form: Form, value: Value | None) -> str:
    """Return a value as an official reads it, «3 năm»."""
    if value is None:
        return "chưa có nguyên văn"
    if form.unit == WORDING_UNIT:
        return "như hệ thống đang tính"
    if isinstance(value, bool):
        return YES_NO["yes" if value else "no"]
    if isinstance(value, tuple):
        return "; ".join(form.choices.get(code, code) for code in value) or "không có mục nào"
    if isinstance(value, str):
        return form.choices.get(value, value)
    written = f"{value:,}".replace(",", ".") if isinstance(value, int) else _decimal(value)
    return f"{written} {form.unit_name}"


def _decimal(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def _misfit(form: Form) -> NotAccepted:
    return NotAccepted("VALUE", f"Giá trị chưa đúng dạng: cần {form.looks_like}.")


def _unit(id_: str) -> str:
    if id_.startswith(WORDING):
        if id_.removeprefix(WORDING) in {route.id for route in ROUTES}:
            return WORDING_UNIT
    elif id_ in shipped().rows and id_ not in NOT_ENTERED:
        units = [entry.unit for entry in shipped().row(id_).items if entry.unit]
        if units:
            return units[-1]
        if id_ in UNSEEN_FROM_THE_START:
            return UNSEEN_FROM_THE_START[id_]
    raise NotAccepted("UNKNOWN_ENTRY", "Hệ thống không có mục quy định này để nhập giá trị.")


def _choices(id_: str, unit: str) -> Mapping[str, str]:
    if unit == WORDING_UNIT:
        return {AS_CODED: "Lời văn mới giống như hệ thống đang tính"}
    if unit == "yes_no":
        return YES_NO
    if unit == "rounding":
        return {word: ROUNDINGS.get(word, word) for word in WAYS}
    if unit == "paid":
        return PAID
    if unit == "day_that_decides":
        return DAYS
    return _codes(id_) if unit == "list" else {}


def _written(id_: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in shipped().row(id_).items if entry.value is not None)


def _codes(id_: str) -> Mapping[str, str]:
    """Return the codes that a list may hold: those of the kind that it holds already."""
    held = {code for entry in _written(id_) for code in entry.names()}
    for known in (BAR_NAMES, papers.NAMES, KINDS):
        if held and held <= set(known):
            return known
    awards = [code for code, award in catalogue().items() if award.is_award]
    if not held <= set(awards):
        return {code: code for code in sorted(held)}
    return {code: award_name(code, _newest_day(code)) for code in awards}


def _newest_day(code: str) -> date:
    return catalogue()[code].names.items[-1].since


def _looks_like(unit: str) -> str:
    if unit in ("percent_of_members", "percent"):
        return "số nguyên từ 1 đến 100, ví dụ 80"
    if unit in WHOLE:
        return "số nguyên không âm, chỉ ghi số, ví dụ 3"
    if unit == "share":
        return "số thập phân từ 0 đến 1, ví dụ 0,15"
    if unit in DECIMAL:
        return "số thập phân không âm, ví dụ 3,5"
    if unit == "list":
        return "một hoặc nhiều mục trong danh sách"
    if unit in LOOKS:
        return LOOKS[unit]
    return "một lựa chọn trong danh sách"


LOOKS: Mapping[str, str] = MappingProxyType(
    {
        "fraction": "phân số, ví dụ 2/3",
        "day_of_year": "ngày và tháng, ví dụ 30/06",
        "form_number": "số mẫu ghi trong phụ lục, ví dụ 01",
    }
)


def _is_in_bounds(form: Form, value: Value) -> bool:
    if isinstance(value, bool) or form.unit in PATTERNS:
        return True
    if form.unit in FREE_WORDS:
        return isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_WORD
    if form.unit in ("percent_of_members", "percent"):
        return isinstance(value, int) and 1 <= value <= LARGEST_PERCENT
    if isinstance(value, Decimal):
        return value.is_finite() and 0 <= value <= (1 if form.unit == "share" else value)
    if isinstance(value, int):
        return value >= 0
    named = value if isinstance(value, tuple) else (value,)
    return set(named) <= set(form.choices) and len(set(named)) == len(named)
