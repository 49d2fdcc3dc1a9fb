"""The ladder as the office and the units read it: groups, years, and one award opened."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from bangvang.appraisal.ladder import Group, Ladder, LeftOut, Reach, Rung, RungYear
from bangvang.foundation.vietnamese import say_date
from bangvang.law import (
    Answer,
    Kind,
    Missing,
    award_name,
    can_be_received_from,
    conditions_of,
    kind_name,
    not_coded_told,
    questions,
)
from bangvang.web.components import finding_pieces, pieces
from bangvang.web.components.pieces import Column, Fact
from bangvang.web.components.pieces import Kind as Sign
from bangvang.web.findings import LinkTo, part_shown

MET = pieces.Answer(Sign.MET, "Đủ điều kiện")
CAN = pieces.Answer(Sign.JUDGE, "Có thể đạt")
UNSURE = pieces.Answer(Sign.PERSON, "Cần xem xét")
CANNOT = pieces.Answer(Sign.NOT_MET, "Chưa thể đạt")

GROUPS = (
    (
        Group.NEXT_YEAR,
        "Trong tầm ngay năm thành tích {first}",
        "Theo dữ liệu hiện có, năm {first} chưa có danh hiệu, hình thức nào trong tầm.",
    ),
    (
        Group.WITHIN_YEARS,
        "Vào tầm sau năm {first}, đến năm {last}",
        "Không danh hiệu, hình thức nào vào tầm trong các năm sau đó.",
    ),
    (
        Group.LATER,
        "Chưa thể đạt đến hết năm {last}",
        "Không danh hiệu, hình thức nào bị loại trong cả năm năm.",
    ),
    (
        Group.FOR_A_PERSON,
        "Cần người đối chiếu",
        "Không danh hiệu, hình thức nào phải chờ người đối chiếu.",
    ),
)


@dataclass(frozen=True)
class RungShown:
    """One award in the table."""

    key: str
    name: str
    kind: str
    earliest: str
    is_hint: bool
    years: tuple[tuple[int, pieces.Answer], ...]
    is_open: bool
    href: str


@dataclass(frozen=True)
class GroupShown:
    """One group of awards; `empty` says why there is none."""

    id: str
    title: str
    empty: str
    rungs: tuple[RungShown, ...]


@dataclass(frozen=True)
class LadderShown:
    """The whole page; `opened` is the award whose reasons are open."""

    first_year: int
    last_year: int
    columns: tuple[Column, ...]
    groups: tuple[GroupShown, ...]
    left_out: tuple[tuple[str, str], ...]
    left_out_count: int
    old_law: str
    counts_from: str
    facts: tuple[Fact, ...] = ()
    by_year: tuple[Fact, ...] = ()
    finding: finding_pieces.Finding | None = None

    @property
    def width(self) -> int:
        """How many columns an opened row spans."""
        return len(self.columns)


def ended_said(until: date | None, *, on: date) -> str:
    """Say that a collective is no more and since when; empty while it exists."""
    if until is None or until > on:
        return ""
    return (
        f"Tập thể này không còn hoạt động từ ngày {say_date(until)}, nên không có danh hiệu, hình "
        "thức nào để tính cho các năm sau. Thành tích đã ghi nhận vẫn nằm trong hồ sơ."
    )


def ladder_shown(ladder: Ladder, opened: str, link_to: LinkTo) -> LadderShown:
    """Return the page with one award opened, by its key in the address."""
    chosen = next((rung for rung in ladder.rungs if _key(rung) == opened), None)
    return LadderShown(
        first_year=ladder.years[0],
        last_year=ladder.years[-1],
        columns=(
            Column("Danh hiệu, hình thức", "mid"),
            Column("Sớm nhất", "num"),
            *(Column(str(year)) for year in ladder.years),
            Column("Mở lý do", "act", is_unseen=True),
        ),
        groups=tuple(
            GroupShown(
                group.value.lower().replace("_", "-"),
                title.format(first=ladder.years[0], last=ladder.years[-1]),
                empty.format(first=ladder.years[0]),
                tuple(_rung(rung, opened) for rung in ladder.of(group)),
            )
            for group, title, empty in GROUPS
        ),
        left_out=tuple(_left_out(ladder.left_out)),
        left_out_count=len(ladder.left_out),
        old_law=_old_law(ladder),
        counts_from=_counts_from(ladder),
        facts=tuple(_facts(chosen, ladder.read_on)) if chosen else (),
        by_year=tuple(_years(chosen)) if chosen else (),
        finding=_finding(chosen, link_to) if chosen else None,
    )


def _key(rung: Rung) -> str:
    return f"{rung.code}-{rung.kind}".lower()


def _rung(rung: Rung, opened: str) -> RungShown:
    key = _key(rung)
    return RungShown(
        key=key,
        name=rung.name,
        kind="" if rung.kind is Kind.MERIT else kind_name(rung.kind),
        earliest=str(rung.earliest_year or "chưa thấy"),
        is_hint=rung.is_hint,
        years=tuple((year.ahead.year, _word(year)) for year in rung.years),
        is_open=key == opened,
        href=f"?{urlencode({'mo': key})}#{key}" if key != opened else f"?#{key}",
    )


def _word(year: RungYear) -> pieces.Answer:
    if year.reach is Reach.BEYOND:
        return CANNOT
    if year.reach is Reach.UNSURE:
        return UNSURE
    return MET if year.ahead.finding.answer is Answer.MET else CAN


def _old_law(ladder: Ladder) -> str:
    """Say by which law the page was told, where a file of its years meets another one."""
    if ladder.only_by:
        return (
            f"Trang này tính {ladder.only_by}. Kết quả ghi “tham khảo” là của những năm mà hồ sơ "
            "sẽ được xét theo luật chưa đối chiếu đó, nên có thể thay đổi."
        )
    if ladder.read_on == ladder.on:
        return ""
    return (
        "Luật sửa đổi đang có hiệu lực chưa có nguyên văn trong hệ thống. Trang này tính theo quy "
        f"định áp dụng đến {say_date(ladder.read_on)}."
    )


def _counts_from(ladder: Ladder) -> str:
    if ladder.counts_from is None:
        return ""
    year, cite = ladder.counts_from
    return (
        f"Thành tích ở đây tính từ năm {year}, sau khi hết thời hạn kỷ luật ({cite.text}). "
        f"Quy định không nói rõ có tính cả năm {year} hay không; người thẩm định quyết định."
    )


def _left_out(awards: Iterable[LeftOut]) -> Iterator[tuple[str, str]]:
    """Yield awards that were not asked with the reason, those of one reason together."""
    told = [(_why_left_out(award), award.name) for award in awards]
    order = list(dict.fromkeys(why for why, _ in told))
    for why in order:
        yield "; ".join(name for reason, name in told if reason == why), why


def _why_left_out(award: LeftOut) -> str:
    if not award.gaps:
        return (
            "chỉ xét theo thành tích đột xuất, phong trào thi đua, chuyên đề hoặc đối ngoại, "
            "không tính trước theo năm được"
        )
    return ". ".join(not_coded_told(award.gaps, full=True))


def _facts(rung: Rung, on: date) -> Iterator[Fact]:
    yield Fact("Trường hợp xét", _ways(rung, claimed=False))
    nearest = rung.nearest.ahead
    if rung.earliest_year is None:
        yield Fact("Sớm nhất", "không thấy năm nào trong 15 năm tới")
    else:
        from_day = say_date(can_be_received_from(rung.earliest_year))
        yield Fact(
            "Sớm nhất",
            f"năm thành tích {rung.earliest_year}; hồ sơ nhận được từ ngày {from_day}",
            source=f"Tham khảo, {rung.earliest_by}." if rung.earliest_by else "",
        )
    if to_come := rows_said(rung.to_come(), on):
        yield Fact(f"Để đạt năm {nearest.year} còn chờ", to_come, source=_DEPENDS)
    if unknown := rows_said(rung.unknown(), on):
        yield Fact("Sổ chưa rõ, cần bổ sung", unknown)
    if asked := [questions()[name].text for name in nearest.finding.asked]:
        yield Fact("Câu hỏi còn để ngỏ cho hồ sơ", " ".join(asked))
    if nearest.breaks is not None:
        broken = nearest.breaks.deciding()
        lost = rung.years[0].ahead.year
        year = "ngay năm đó" if nearest.year == lost else f"năm {nearest.year}"
        yield Fact(
            "Điều làm đứt chuỗi",
            f"Nếu năm {lost} không có gì được tính thì {year} không đạt: {broken.sentence}",
            source=broken.cite.text,
        )
    if others := _ways(rung, claimed=True):
        yield Fact("Trường hợp khác", others, source="Chỉ xét khi hồ sơ nêu, nên không tính ở đây.")


def _ways(rung: Rung, *, claimed: bool) -> str:
    return "; ".join(route.way for route in rung.routes if bool(route.claim) == claimed)


_DEPENDS = "Không nhất thiết phải có đủ: xem từng điều kiện, từng trường hợp ở dưới."


def rows_said(rows: Iterable[Missing], on: date) -> str:
    """Name rows, each kind with its years: "Chiến sĩ thi đua cơ sở năm 2026 đến 2028"."""
    found: dict[str, set[int]] = {}
    earlier: set[tuple[str, int]] = set()
    for row in rows:
        found.setdefault(row.code, set()).add(row.year)
        if row.or_earlier:
            earlier.add((row.code, row.year))
    return "; ".join(
        f"{award_name(code, on)} năm {_years_said(years, {y for c, y in earlier if c == code})}"
        for code, years in found.items()
    )


def _years_said(years: set[int], or_earlier: set[int]) -> str:
    """List years; those that follow on «or earlier» are named with it."""
    earlier = max(or_earlier, default=None)
    while earlier is not None and earlier + 1 in years:
        earlier += 1
    said = [] if earlier is None else [f"{earlier} trở về trước"]
    ordered = enumerate(sorted(year for year in years if earlier is None or year > earlier))
    for _, together in groupby(ordered, key=lambda one: one[1] - one[0]):
        run = [year for _, year in together]
        said.append(str(run[0]) if len(run) == 1 else f"{run[0]} đến {run[-1]}")
    return ", ".join(said)


def _years(rung: Rung) -> Iterator[Fact]:
    """Yield what decides each year, one below the other."""
    for year in rung.years:
        deciding = (year.only_if or year.ahead.finding).deciding()
        said = f"{_ONLY_IF if year.only_if else ''}{deciding.sentence}"
        yield Fact(
            f"Năm {year.ahead.year}{_AS_A_HINT if year.only_by else ''}",
            said,
            source=deciding.cite.text,
            answers=(_word(year),),
        )


_AS_A_HINT = " (tham khảo)"
_ONLY_IF = "Chỉ khi có thêm điều sổ chưa ghi hoặc trường hợp chưa tính. "


def _finding(rung: Rung, link_to: LinkTo) -> finding_pieces.Finding:
    """Return the nearest year with all its conditions."""
    finding = rung.nearest.ahead.finding
    return finding_pieces.Finding(
        answer=_word(rung.nearest),
        title=f"{rung.name}, năm {rung.nearest.ahead.year}",
        cite=pieces.Link(finding.cite.text),
        parts=tuple(part_shown(one, link_to) for one in conditions_of(finding)),
    )
