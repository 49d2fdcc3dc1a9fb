"""What people may enter after comparing it with the official text, and how it has to look.

The same rules as for the shipped files: the unit of the entry, whole numbers, codes that exist, a
known instrument, a first day on which that instrument begins to apply or a reason for another.
Each refusal is a Vietnamese sentence for the person who typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from bangvang.law import papers
from bangvang.law.catalogue import award_name, catalogue
from bangvang.law.citation import Citation
from bangvang.law.dated import Value
from bangvang.law.instruments import Instrument
from bangvang.law.loading import DECIMAL, WHOLE, Texts, read_value, shipped
from bangvang.law.overlay import AS_CODED, WORDING, ReadingOfText
from bangvang.law.readers import readers_on
from bangvang.law.record import BarKind
from bangvang.law.regimes import in_force
from bangvang.law.rewards import WAYS
from bangvang.law.rulebook import ROUTES
from bangvang.law.tables import BadText, Table

NOT_ENTERED = frozenset({"regime"})
"""Entries that no single value settles: a regime is read route by route, see ``WORDING``."""

WORDING_UNIT = "wording"
UNIT_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "years": "năm",
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
        BarKind.INVESTIGATED.value: "Đang điều tra, thanh tra, kiểm tra có dấu hiệu vi phạm",
        BarKind.COMPLAINT.value: "Đang xác minh khiếu nại, tố cáo",
        BarKind.DISCIPLINED.value: "Đang trong thời hạn kỷ luật",
    }
)
LARGEST_PERCENT = 100


class NotAccepted(ValueError):
    """What was given cannot become a reading; ``code`` is stable, ``sentence`` Vietnamese."""

    def __init__(self, code: str, sentence: str) -> None:
        self.code = code
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True)
class Form:
    """How a value of one entry is given: ``choices`` are the only words where there are some.

    ``is_list``: several of the choices.
    """

    id: str
    unit: str
    unit_name: str
    looks_like: str
    choices: Mapping[str, str]
    is_list: bool = False


@dataclass(frozen=True)
class Given:
    """A reading as people give it; ``value`` in the plain form of the shipped files."""

    id: str
    since: date
    until: date | None
    value: object
    cite: Citation
    compared_on: date
    why_this_day: str = ""


def form_of(id_: str) -> Form:
    """Return how a value of this entry is given.

    Raises:
        NotAccepted: there is no such entry, or it is not for people to enter.
    """
    unit = _unit(id_)
    choices = _choices(id_, unit)
    return Form(id_, unit, UNIT_NAMES[unit], _looks_like(unit), choices, is_list=unit == "list")


def accepted(
    given: Given, *, origin: str, among: Mapping[str, Instrument], used: Texts
) -> ReadingOfText:
    """Return the reading that was given, if the law's own rules let it in.

    Args:
        given: what people typed.
        origin: who and from which paper.
        among: the instruments it may cite, by id.
        used: the entries in use, over which it would be laid.

    Raises:
        NotAccepted: says in Vietnamese what does not fit.
    """
    form = form_of(given.id)
    if not in_force(given.since):
        raise NotAccepted("TOO_EARLY", "Hệ thống chưa có quy định của thời gian này.")
    _check_days(given, among)
    _check_touches(given, used)
    return ReadingOfText(
        id=given.id,
        since=given.since,
        until=given.until,
        value=value_of(form, given.value),
        unit=form.unit,
        cite=given.cite,
        compared_on=given.compared_on,
        origin=origin,
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
    raise NotAccepted("UNKNOWN_ENTRY", "Hệ thống không có mục quy định này để nhập giá trị.")


def _choices(id_: str, unit: str) -> Mapping[str, str]:
    if unit == WORDING_UNIT:
        return {AS_CODED: "Lời văn mới giống như hệ thống đang tính"}
    if unit == "yes_no":
        return YES_NO
    if unit == "rounding":
        return {word: ROUNDINGS.get(word, word) for word in WAYS}
    return _codes(id_) if unit == "list" else {}


def _codes(id_: str) -> Mapping[str, str]:
    """Return the codes that a list may hold: those of the kind that it holds already."""
    held = {code for entry in shipped().row(id_).items if entry.value for code in entry.names()}
    for known in (BAR_NAMES, papers.NAMES):
        if held and held <= set(known):
            return known
    awards = {code: award for code, award in catalogue().items() if award.is_award}
    return {code: award_name(code, _newest_day(code)) for code in awards}


def _newest_day(code: str) -> date:
    return catalogue()[code].names.items[-1].since


def _looks_like(unit: str) -> str:
    if unit == "percent_of_members":
        return "số nguyên từ 1 đến 100, ví dụ 80"
    if unit in WHOLE:
        return "số nguyên không âm, chỉ ghi số, ví dụ 3"
    if unit == "share":
        return "số thập phân từ 0 đến 1, ví dụ 0,15"
    if unit in DECIMAL:
        return "số thập phân không âm, ví dụ 3,5"
    if unit == "list":
        return "một hoặc nhiều mục trong danh sách"
    return "một lựa chọn trong danh sách"


def _is_in_bounds(form: Form, value: Value) -> bool:
    if isinstance(value, bool):
        return True
    if form.unit == "percent_of_members":
        return isinstance(value, int) and 1 <= value <= LARGEST_PERCENT
    if isinstance(value, Decimal):
        return value.is_finite() and 0 <= value <= (1 if form.unit == "share" else value)
    if isinstance(value, int):
        return value >= 0
    named = value if isinstance(value, tuple) else (value,)
    return set(named) <= set(form.choices) and len(set(named)) == len(named)


def _check_days(given: Given, among: Mapping[str, Instrument]) -> None:
    if given.until is not None and given.until <= given.since:
        raise NotAccepted("DAYS", "Ngày hết hiệu lực phải sau ngày bắt đầu.")
    instrument = among.get(given.cite.instrument)
    if instrument is None:
        raise NotAccepted("INSTRUMENT", "Hệ thống chưa có văn bản được viện dẫn.")
    if instrument.until is not None and given.since >= instrument.until:
        raise NotAccepted(
            "INSTRUMENT_ENDED",
            f"{instrument.name} hết hiệu lực trước ngày bắt đầu của giá trị này.",
        )
    if given.since < instrument.since:
        raise NotAccepted(
            "INSTRUMENT_LATER",
            f"{instrument.name} chỉ có hiệu lực từ ngày {instrument.since:%d/%m/%Y}.",
        )
    if not instrument.starts_on(given.since) and not given.why_this_day.strip():
        raise NotAccepted(
            "WHY_THIS_DAY",
            f"Ngày {given.since:%d/%m/%Y} không phải ngày {instrument.name} bắt đầu có hiệu lực; "
            "cần ghi vì sao áp dụng từ ngày này.",
        )


def _check_touches(given: Given, used: Texts) -> None:
    """Refuse days on which nothing reads the entry, or that leave days before them unsaid."""
    if given.id not in readers_on(given.since, used):
        raise NotAccepted(
            "NOT_READ", "Từ ngày này không có quy định nào của hệ thống dùng mục này."
        )
    if given.id.startswith(WORDING):
        return
    row = used.row(given.id).items
    regime = used.row("regime").on(given.since)
    is_before = given.until is not None and given.until < row[0].since
    end = row[-1].until
    if is_before or (end is not None and given.since > max(end, regime.since)):
        raise NotAccepted(
            "OUTSIDE", "Thời gian này không nối với thời gian áp dụng của mục quy định."
        )
