"""Who reads an entry: the routes that exist on a day, and the modules around the decision."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bangvang.law import (
    authority,
    bars,
    clock,
    deadlines,
    dossiers,
    groups,
    kinds_apart,
    once,
    paid_together,
    papers,
    province,
    regimes,
    rewards,
    voting,
)
from bangvang.law.catalogue import award_name
from bangvang.law.dated import NotInForce
from bangvang.law.loading import Texts, TextsOn
from bangvang.law.overlay import WORDING
from bangvang.law.routes import Route
from bangvang.law.rulebook import ROUTES

MODULES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "thẩm quyền quyết định": authority.READS,
        "trường hợp chưa xét khen thưởng": bars.READS,
        "cách tính số năm sau một lần khen": clock.READS,
        "thời hạn": deadlines.READS,
        "số bộ hồ sơ, thủ tục đơn giản": dossiers.READS,
        "tỷ lệ của danh sách": groups.READS,
        "loại hình không làm căn cứ xét công trạng": kinds_apart.READS,
        "việc xét, tặng một lần": once.READS,
        "tiền thưởng khi có nhiều hình thức": paid_together.READS,
        "phần giao tỉnh quy định": province.READS,
        "thành phần hồ sơ": papers.READS,
        "luật áp dụng theo ngày": regimes.READS,
        "mức tiền thưởng": rewards.READS,
        "tỷ lệ phiếu đồng ý": voting.READS,
    }
)
"""What each module is about, as an official says it, and the entries it reads."""


@dataclass(frozen=True)
class Reader:
    """A route, or a module (``route`` empty); ``name`` is Vietnamese."""

    name: str
    route: str = ""
    code: str = ""


def route_name(route: Route, on: date) -> str:
    """Return a route as a list names it, «Chiến sĩ thi đua cấp tỉnh: … liên tục»."""
    return f"{award_name(route.code, on)}: {route.way}"


def readers_on(on: date, texts: Texts) -> Mapping[str, tuple[Reader, ...]]:
    """Return what reads each entry on a day, by the entry's id; routes come first.

    A route reads its own wording, see ``overlay``.
    """
    found: defaultdict[str, list[Reader]] = defaultdict(list)
    for route in ROUTES:
        if route.exists_on(on):
            reader = Reader(route_name(route, on), route.id, route.code)
            for id_ in (WORDING + route.id, *read_by(route, on, texts)):
                found[id_].append(reader)
    for name, ids in MODULES.items():
        for id_ in ids:
            found[id_].append(Reader(name))
    return MappingProxyType({id_: tuple(readers) for id_, readers in found.items()})


def read_by(route: Route, on: date, texts: Texts) -> frozenset[str]:
    """Return the ids of the entries that a route reads on a day."""
    view = TextsOn(texts, on)
    try:
        route.build(view)
    except NotInForce:  # an entry it reads was closed early; the route says so when it is asked
        return frozenset(view.read)
    return frozenset(view.read)
