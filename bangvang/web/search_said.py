"""A search told back in words, its signs as chips, and the help under every box."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby

from bangvang.foundation.vietnamese import say_date
from bangvang.law import award_name
from bangvang.registry.selectors.operators import Part, Sign, parts_of, written, years_in
from bangvang.registry.selectors.sought import Sought, codes_named, means_something
from bangvang.web.components.pieces import Link

HELP = (
    ("“Nguyễn Thị Lan”", "đúng cụm chữ ấy, đứng liền nhau; có dấu thì phải đúng dấu"),
    ("lan -thôn", "bỏ dòng có chữ “thôn”; dấu trừ viết liền, cả trước “…”, năm:, đv:"),
    ("tên:lan", "chữ trong tên người, tên tập thể; nhiều chữ: tên:“thị lan”"),
    ("đv:syt, đv:“sở y tế”", "trong đơn vị ấy và đơn vị trực thuộc; cũng viết được donvi:"),
    ("năm:2019, năm:2019..2021", "năm thành tích; năm:2019.. là từ 2019, năm:..2019 là đến 2019"),
    ("qđ:742/QĐ-UBND, qd:742", "số quyết định"),
    ("dh:cstđcs, danhhieu:“bằng khen”", "danh hiệu, hình thức theo tên hoặc chữ viết tắt"),
)  # fmt: skip
_NAMED = {
    Sign.NAME: "tên có “{}”",
    Sign.UNIT: "đơn vị “{}”",
    Sign.DECISION: "quyết định số {}",
}


def said_back(said: Sought, what: str, *, by_birth: bool = False) -> str:
    """Return the sentence that says what was searched; empty where nothing was.

    Args:
        said: what was typed, taken apart.
        what: whom or what the box looks for.
        by_birth: whether a day may be somebody's day of birth here.
    """
    wanted = list(_wanted(said, by_birth=by_birth))
    left_out = [_told(part) for part in said.signs if part.is_not]
    if not wanted and not left_out:
        return ""
    sentence = " ".join([f"Tìm {what}", ", ".join(wanted)]).strip()
    return f"{sentence}{', trừ ' if left_out else ''}{'; '.join(left_out)}."


def unread_said(said: Sought) -> str:
    """Return the sentence about signs that mean nothing; empty where all do."""
    if not said.unread:
        return ""
    if all(not part.text for part in said.unread):
        named = ", ".join(f"“{part.sign.value}:”" for part in said.unread)
        return f"Sau {named} chưa ghi gì nên đã bỏ qua; xem “Cách tìm” dưới ô tìm."
    named = ", ".join(f"“{part}”" for part in said.unread if part.text)
    return f"Không hiểu {named} nên đã bỏ qua, vẫn tìm phần còn lại; xem “Cách tìm” dưới ô tìm."


def sign_chips(text: str, href: Callable[[str], str]) -> tuple[Link, ...]:
    """Return a chip for each part of a text with signs; its address is that without the part.

    Words without any sign are no chip: they stand in the box.
    """
    parts = parts_of(text)
    chips = [(place, part) for place, part in enumerate(parts) if _is_chip(part)]
    if all(part.sign is Sign.WORDS for _, part in chips):
        return ()
    return tuple(
        Link(_chip(part), href(written([*parts[:place], *parts[place + 1 :]])))
        for place, part in chips
    )


def _is_chip(part: Part) -> bool:
    return part.sign is Sign.WORDS or means_something(part)


def _chip(part: Part) -> str:
    told = f"trừ {_told(part)}" if part.is_not else _told(part)
    return f"{told[:1].upper()}{told[1:]}"


def _wanted(said: Sought, *, by_birth: bool) -> Iterator[str]:
    if said.pieces:
        yield f"có “{', '.join(said.pieces)}” trong tên hoặc đơn vị"
    signs = sorted((part for part in said.signs if not part.is_not), key=lambda part: part.sign)
    for sign, parts in groupby(signs, key=lambda part: part.sign):
        told = [_told(part) for part in parts]
        if sign in {Sign.PHRASE, Sign.NAME}:
            yield from (f"có {one}" if sign is Sign.PHRASE else one for one in told)
        else:
            yield " hoặc ".join(told)
    if any(said.codes):
        yield _award_told(said.codes)
    if said.since is not None or said.until is not None:
        yield _years_told(said.since, said.until)
    if said.decision:
        yield f"quyết định số {said.decision.digits}{said.decision.rest.upper()}"
    if said.day:
        is_either = by_birth and not said.decision
        yield f"{'sinh hoặc ' if is_either else ''}quyết định ngày {say_date(said.day)}"


def _told(part: Part) -> str:
    match part.sign:
        case Sign.YEAR:
            return _years_told(*(years_in(part.text) or (None, None)))
        case Sign.AWARD:
            return _award_told(codes_named(part.text), part.text)
        case Sign.PHRASE:
            return f"{'cụm' if ' ' in part.text else 'chữ'} “{part.text}”"
        case Sign.WORDS:
            return f"“{part.text}”"
    return _NAMED[part.sign].format(part.text)


def _award_told(codes: Sequence[str], typed: str = "") -> str:
    """Name one award; of a family what was typed, or how many there are."""
    if len(codes) == 1:
        return f"danh hiệu, hình thức “{award_name(codes[0], date.max)}”"
    if typed:
        return f"danh hiệu, hình thức “{typed}”"
    return f"một trong {len(codes)} danh hiệu, hình thức cùng tên"


def _years_told(since: int | None, until: int | None) -> str:
    if since == until:
        return f"năm {since}"
    if since is None:
        return f"đến năm {until}"
    return f"từ năm {since}" + (f" đến năm {until}" if until is not None else "")
