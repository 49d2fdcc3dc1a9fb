"""The search page of the doors that may search the register: what was asked, what was found."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import say_date, say_number, tidy
from bangvang.law import award_name, catalogue
from bangvang.registry.permissions import may_read_bars
from bangvang.registry.selectors.hits import A_PAGE, Hit
from bangvang.registry.selectors.own_people import has_households
from bangvang.registry.selectors.postings import CLASS_NAMES
from bangvang.registry.selectors.search import Asked, Results, search
from bangvang.registry.states import HolderKind
from bangvang.web.components.pager import Pager
from bangvang.web.components.pieces import Choice, Column, Filter, Link
from bangvang.web.lists import page_number, pager_of
from bangvang.web.people import born_said
from bangvang.web.search_said import HELP, said_back, sign_chips, unread_said

LONGEST_QUERY = 1000
YEAR_DIGITS = 4
COLUMNS = (
    Column("Người, tập thể", "name"),
    Column("Ngày sinh", "date"),
    Column("Đơn vị"),
    Column("Vì sao tìm thấy"),
    Column("Lượt khen thưởng", "num", is_number=True),
)
HOUSEHOLDS = "ho-gia-dinh"
APART = {
    HOUSEHOLDS: ("HOUSEHOLD", "Hộ gia đình"),
    "tap-the-nuoc-ngoai": ("FOREIGN", "Tập thể người nước ngoài"),
}
"""Kinds that no unit sees, but that a commune sees its households."""
KINDS = {
    "nguoi": (HolderKind.PERSON.value, "Người"),
    "tap-the": (HolderKind.ORGANISATION.value, "Tập thể"),
    "so-nganh": ("DEPARTMENT", "Tập thể: sở, ban, ngành"),
    "huyen": ("DISTRICT", "Tập thể: huyện, thị xã, thành phố"),
    "xa-phuong": ("COMMUNE", "Tập thể: xã, phường, thị trấn"),
    "doan-the": ("ASSOCIATION", "Tập thể: đoàn thể, hội"),
    "doanh-nghiep": ("ENTERPRISE", "Tập thể: doanh nghiệp"),
    "truc-thuoc": ("SUB_UNIT", "Tập thể: đơn vị trực thuộc"),
    **APART,
}
EXAMPLES = (
    "nửa cái tên: lúa chín, hoặc lua chin",
    "tên và đơn vị: suối, sở y tế",
    "tên viết tắt của đơn vị: SYT",
    "số quyết định: 742/QĐ-UBND",
    "ngày sinh hoặc ngày quyết định: 19/04/2022",
    "danh hiệu và năm: cstđcs 2021, bằng khen 2019-2021",
)


@dataclass(frozen=True)
class Line:
    """One row of the table."""

    hit: Hit
    href: str
    birth: str
    ended: str


@dataclass(frozen=True)
class Searched:
    """The whole page; ``empty_title`` and ``hints`` stand where there is nothing to show.

    ``back`` says what was searched, ``notes`` what the reader should know of it.
    """

    words: str
    filters: tuple[Filter, ...]
    chosen: tuple[Link, ...]
    clear_href: str
    results: Results
    lines: tuple[Line, ...]
    said: str
    back: str
    notes: tuple[str, ...]
    empty_title: str
    hints: tuple[str, ...]
    pager: Pager
    columns: tuple[Column, ...] = COLUMNS
    help: tuple[tuple[str, str], ...] = HELP


def searched(
    request: HttpRequest, actor: Actor, *, person: str, body: str, kind: str = ""
) -> Searched:
    """Answer what the address asks.

    Args:
        request: its query holds the words and the filters.
        actor: who asks.
        person: URL name of a person's page.
        body: URL name of an organisation's page.
        kind: the kind that is asked where the address names none, a key of ``KINDS``.

    Raises:
        Unseen: there is no such page of results.
    """
    said = said_in(request, actor, kind)
    number = page_number(request)
    found = search(actor, _asked(said), page=number)
    pages = {HolderKind.PERSON: person, HolderKind.ORGANISATION: body}
    return Searched(
        words=said.get("q", ""),
        filters=tuple(_filters(said, actor)),
        chosen=(*_signed(said), *_chosen(said)),
        clear_href="?" if _signed(said) or "q" not in said else f"?{urlencode({'q': said['q']})}",
        results=found,
        lines=tuple(_line(hit, pages) for hit in found.hits),
        said=_count_said(found),
        back=said_back(found.sought, "người, tập thể", by_birth=True),
        notes=tuple(_notes(found)),
        empty_title=_empty_title(found, said),
        hints=tuple(_hints(found, said)),
        pager=pager_of(number, found.shown, A_PAGE, query=said, what="Kết quả"),
    )


def said_in(request: HttpRequest, actor: Actor, kind: str = "") -> dict[str, str]:
    """Return what is asked, as it stands in the address; what cannot be meant is left out."""
    said = _said(request, kind)
    if not may_read_bars(actor):
        said.pop("doi-tuong", None)
        if said.get("loai") in _unseen(actor):
            said.pop("loai")
    return said


def _unseen(actor: Actor) -> frozenset[str]:
    """Return the kinds of which the actor can find nothing."""
    if may_read_bars(actor):
        return frozenset()
    return frozenset(APART) - ({HOUSEHOLDS} if has_households(actor) else set())


def asked_in_words(said: dict[str, str]) -> str:
    """Return what is asked in one line: the words, then the filters."""
    words = [f"“{said['q']}”"] if "q" in said else []
    return ", ".join([*words, *(link.label for link in _chosen(said))])


def _said(request: HttpRequest, kind: str) -> dict[str, str]:
    get = request.GET
    years = {name: get.get(name, "").strip() for name in ("tu", "den")}
    said = {
        "q": tidy(get.get("q", "")[:LONGEST_QUERY]),
        "danh-hieu": get.get("danh-hieu", "") if get.get("danh-hieu", "") in _awards() else "",
        **{
            name: year
            for name, year in years.items()
            if year.isascii() and year.isdecimal() and len(year) == YEAR_DIGITS
        },
        "don-vi": tidy(get.get("don-vi", "")[:LONGEST_QUERY]),
        "loai": get.get("loai", kind) if get.get("loai", kind) in KINDS else "",
        "doi-tuong": get.get("doi-tuong", "") if get.get("doi-tuong", "") in CLASS_NAMES else "",
    }
    return {name: value for name, value in said.items() if value}


def _asked(said: dict[str, str]) -> Asked:
    return Asked(
        text=said.get("q", ""),
        code=said.get("danh-hieu", ""),
        since=int(said["tu"]) if "tu" in said else None,
        until=int(said["den"]) if "den" in said else None,
        unit=said.get("don-vi", ""),
        kind=KINDS[said["loai"]][0] if "loai" in said else "",
        subject_class=said.get("doi-tuong", ""),
        on=clock.today(),
    )


@cache
def _awards() -> dict[str, str]:
    """Return what can be held, by code: the newest name of each."""
    held = (award for award in catalogue().values() if award.is_award)
    return {award.code: award_name(award.code, date.max) for award in held}


def _filters(said: dict[str, str], actor: Actor) -> Iterator[Filter]:
    unseen, every = _unseen(actor), Choice("", "Tất cả")
    awards = (Choice(code, name) for code, name in _awards().items())
    kinds = (Choice(key, name) for key, (_, name) in KINDS.items() if key not in unseen)
    words = "Tên, đơn vị, số quyết định, danh hiệu, năm"
    yield Filter("q", words, said.get("q", ""), is_wide=True)
    yield Filter("danh-hieu", "Danh hiệu, hình thức", said.get("danh-hieu", ""), (every, *awards))
    yield Filter("tu", "Từ năm", said.get("tu", ""), is_short=True)
    yield Filter("den", "Đến năm", said.get("den", ""), is_short=True)
    yield Filter("don-vi", "Trong đơn vị", said.get("don-vi", ""))
    yield Filter("loai", "Loại", said.get("loai", ""), (every, *kinds))
    if not may_read_bars(actor):
        return
    classes = (Choice(key, name) for key, name in CLASS_NAMES.items())
    yield Filter("doi-tuong", "Đối tượng", said.get("doi-tuong", ""), (every, *classes))


def _chosen(said: dict[str, str]) -> Iterator[Link]:
    named = {
        "danh-hieu": _awards().get(said.get("danh-hieu", ""), ""),
        "tu": f"Từ năm {said.get('tu')}",
        "den": f"Đến năm {said.get('den')}",
        "don-vi": f"Đơn vị “{said.get('don-vi')}”",
        "loai": KINDS[said["loai"]][1] if "loai" in said else "",
        "doi-tuong": CLASS_NAMES.get(said.get("doi-tuong", ""), ""),
    }
    for name, words in named.items():
        if name in said:
            kept = {part: value for part, value in said.items() if part != name}
            yield Link(words, f"?{urlencode(kept)}")


def _signed(said: dict[str, str]) -> tuple[Link, ...]:
    return sign_chips(said.get("q", ""), lambda text: f"?{urlencode(said | {'q': text})}")


def _line(hit: Hit, pages: dict[HolderKind, str]) -> Line:
    is_person = hit.of is HolderKind.PERSON
    return Line(
        hit,
        reverse(pages[hit.of], args=[hit.ref]),
        born_said(hit.birth_on, hit.birth_year) if is_person else "",
        f"đến trước {say_date(hit.until)}" if hit.until else "",
    )


def _count_said(found: Results) -> str:
    parts = ((found.bodies, "tập thể"), (found.people, "người"))
    return ", ".join(f"{say_number(count)} {word}" for count, word in parts if count)


def _notes(found: Results) -> Iterator[str]:
    if unread := unread_said(found.sought):
        yield unread
    if found.sought.is_cut:
        yield "Câu tìm dài quá, chỉ dùng mười hai từ đầu."
    if found.ignores_marks:
        yield "Không có tên nào viết đúng dấu như vậy; dưới đây là kết quả không xét dấu."
    if found.shown < found.count:
        yield (
            f"Nhiều kết quả quá nên chỉ xem được {say_number(found.shown)} kết quả đầu; "
            "thêm chữ hoặc bộ lọc để thu hẹp."
        )


def _empty_title(found: Results, said: dict[str, str]) -> str:
    if found.is_too_short:
        return "Gõ thêm ít nhất một chữ"
    if not found.is_asked:
        return "Tìm trong sổ khen thưởng"
    if found.unit_unknown:
        return f"Không có đơn vị nào tên là “{found.unit_unknown}”"
    words = f" cho “{said['q']}”" if "q" in said else ""
    return f"Không tìm thấy ai, tập thể nào{words}"


def _hints(found: Results, said: dict[str, str]) -> Iterator[str]:
    if found.count:
        return
    if found.is_asked and not found.is_too_short:
        if len(said) > 1 or "q" not in said:
            yield "bỏ bớt bộ lọc"
        if found.sought.signs:
            yield "bỏ bớt dấu: dấu ngoặc kép, dấu trừ, năm:, đv:"
        yield "gõ ít chữ hơn, hoặc gõ không dấu"
        yield "người mới được đề nghị chỉ vào sổ khi có quyết định khen thưởng"
    else:
        yield from EXAMPLES
