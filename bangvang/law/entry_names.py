"""What an entry is about, in the words of an official: for lists and pages, never for answers."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from bangvang.law import authority
from bangvang.law.catalogue import award_name
from bangvang.law.dated import NotInForce
from bangvang.law.loading import Texts, texts
from bangvang.law.overlay import WORDING
from bangvang.law.readers import MODULES, route_name
from bangvang.law.routes import Route
from bangvang.law.rule import RuleText
from bangvang.law.rulebook import ROUTES
from bangvang.law.value_forms import WORDING_UNIT, form_of

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "base_salary": "Mức lương cơ sở",
        "reward.rounding": "Tiền thưởng: cách làm tròn",
        "voting.higher.titles": "Bỏ phiếu: danh hiệu, hình thức cần tỷ lệ cao hơn",
        "voting.higher.agreement": "Bỏ phiếu: tỷ lệ cao hơn",
        "voting.lower.titles": "Bỏ phiếu: danh hiệu, hình thức cần tỷ lệ thấp hơn",
        "voting.lower.agreement": "Bỏ phiếu: tỷ lệ thấp hơn",
        "voting.secret": "Bỏ phiếu kín",
        "papers.title": "Thành phần hồ sơ: danh hiệu thi đua",
        "papers.commendation": "Thành phần hồ sơ: hình thức khen thưởng",
        "papers.needs_initiative_certificate": "Hồ sơ phải có chứng nhận sáng kiến",
        "papers.set_by_province": "Hồ sơ do tỉnh quy định",
        "bars.open": "Trường hợp chưa xét khen thưởng",
        "bars.merit_counts_anew": "Sau kỷ luật, thành tích tính lại",
        "once.achievement": "Một thành tích không khen nhiều lần",
        "once.initiative": "Sáng kiến đã dùng không dùng lại",
        "once.state_award_a_year": "Khen thưởng cấp Nhà nước trong một năm",
    }
)
COUNTED: Mapping[str, str] = MappingProxyType(
    {"years": "số năm", "awards": "số lần", "initiatives": "số sáng kiến", "share": "tỷ lệ"}
)


def entry_name(id_: str, on: date) -> str:
    """Return an entry in Vietnamese words; its id where no module has words for it.

    Raises:
        NotAccepted: there is no such entry.
    """
    form = form_of(id_)
    if form.unit == WORDING_UNIT:
        route = next(one for one in ROUTES if WORDING + one.id == id_)
        return f"Lời văn: {route_name(route, on)}"
    in_rules = _titles(on, texts()).get(id_)
    if in_rules:
        counted = COUNTED.get(form.unit, form.unit_name)
        return f"{in_rules} ({counted})"
    return NAMES.get(id_) or _made(id_, on) or _of_module(id_)


@lru_cache(maxsize=8)
def _titles(on: date, used: Texts) -> Mapping[str, str]:
    """Return, by entry, the first condition that rests on it, of routes of that day first."""
    found: dict[str, str] = {}
    for route in sorted(ROUTES, key=lambda one: (not one.exists_on(on), one.id)):
        for text in _rule_texts(route, on, used):
            title = text.sentence.removeprefix("Hoặc: ").split(". ")[0]
            said = f"{award_name(route.code, on)}: {title[:1].lower()}{title[1:]}"
            found.update((id_, said) for id_ in text.entries if id_ not in found)
    return found


def _rule_texts(route: Route, on: date, used: Texts) -> tuple[RuleText, ...]:
    day = on if route.exists_on(on) else route.since
    try:
        return route.rule_on(day, used).texts()
    except NotInForce:
        return ()


def _made(id_: str, on: date) -> str:
    """Return the words for entries that there are for each award or each authority."""
    match id_.split("."):
        case ["authority", key] if key in authority.NAMES:
            who = authority.NAMES[key][0].replace("Người có", "người có")
            return f"Danh mục do {who} quyết định"
        case ["reward", code, who]:
            whom = "tập thể" if who == "collective" else "cá nhân"
            return f"Tiền thưởng: {award_name(code, on)} ({whom})"
    return ""


def _of_module(id_: str) -> str:
    module = next((name for name, ids in MODULES.items() if id_ in ids), "mục quy định")
    return f"{module[:1].upper()}{module[1:]} ({id_})"
