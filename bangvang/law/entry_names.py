"""What an entry is about, in the words of an official: for lists and pages, never for answers."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from bangvang.law import authority, deadlines
from bangvang.law.catalogue import Subject, award_name
from bangvang.law.dated import NotInForce
from bangvang.law.loading import Texts, texts
from bangvang.law.overlay import WORDING
from bangvang.law.readers import MODULES, route_name
from bangvang.law.routes import Route
from bangvang.law.rule import RuleText
from bangvang.law.rulebook import ROUTES
from bangvang.law.stated import MORE_THAN
from bangvang.law.value_forms import WORDING_UNIT, form_of

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "base_salary": "Mức lương cơ sở",
        "clock.end_of_period": "Số năm sau một lần khen tính từ khi hết thời gian lập thành tích",
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
        "kinds.apart": "Loại hình khen thưởng không làm căn cứ xét công trạng",
        "once.achievement": "Một thành tích không khen nhiều lần",
        "once.initiative": "Sáng kiến đã dùng không dùng lại",
        "once.no_accumulation": "Thành tích đã khen không cộng dồn cho lần khen sau",
        "once.state_award_a_year": "Khen thưởng cấp Nhà nước trong một năm",
        "voting.written_opinions_in_minutes": "Bỏ phiếu: ghi ý kiến bằng văn bản vào biên bản",
        "quorum.PROVINCE": "Số thành viên phải dự họp: Hội đồng cấp tỉnh",
        "quorum.CENTRAL": "Số thành viên phải dự họp: Hội đồng Trung ương",
        "quorum.CENTRAL.heroes": "Số thành viên phải dự họp: Hội đồng Trung ương xét Anh hùng",
        "group.women_first.percent": "Ưu tiên tập thể nữ: tỷ lệ nữ",
        "reward.commendations": "Tiền thưởng: nhiều hình thức khen thưởng",
        "reward.counted_by": "Tiền thưởng: ngày quyết định mức",
        "reward.household_factor": "Tiền thưởng: hộ gia đình so với cá nhân",
        "reward.order.collective_factor": "Tiền thưởng huân chương: tập thể so với cá nhân",
        "reward.title_and_commendation": "Tiền thưởng: danh hiệu cùng hình thức khen thưởng",
        "reward.titles_of_different_periods": "Tiền thưởng: danh hiệu của các thời gian khác nhau",
        "reward.titles_of_one_period": "Tiền thưởng: danh hiệu của cùng một thời gian",
        "papers.achievement_certificate": "Hồ sơ: chứng nhận thành tích",
        "papers.ballot.flag": "Hồ sơ: kết quả bỏ phiếu, cờ thi đua",
        "papers.ballot.heroes": "Hồ sơ: kết quả bỏ phiếu, danh hiệu Anh hùng",
        "papers.ballot.national_fighter": "Hồ sơ: kết quả bỏ phiếu, Chiến sĩ thi đua toàn quốc",
        "papers.ballot.provincial": "Hồ sơ: kết quả bỏ phiếu, danh hiệu cấp tỉnh",
        "papers.e_files": "Hồ sơ điện tử",
        "papers.grade_instead": "Hồ sơ: kết quả xếp loại thay chứng nhận sáng kiến",
        "papers.initiative_if_merit": "Hồ sơ: chứng nhận khi thành tích là sáng kiến",
        "papers.own_decree": "Hồ sơ theo nghị định riêng",
        "papers.related.heroes": "Hồ sơ: văn bản liên quan, danh hiệu Anh hùng",
        "papers.related.national_fighter": "Hồ sơ: văn bản liên quan, Chiến sĩ thi đua toàn quốc",
        "papers.related.orders": "Hồ sơ: văn bản liên quan, huân chương",
        "papers.related.state": "Hồ sơ: văn bản liên quan, khen thưởng cấp Nhà nước",
        "papers.sets.heroes": "Số bộ hồ sơ: danh hiệu Anh hùng",
        "papers.sets.orders": "Số bộ hồ sơ: huân chương",
        "papers.sets.own": "Số bộ hồ sơ: khen thưởng của tỉnh",
        "papers.sets.simple": "Số bộ hồ sơ: thủ tục đơn giản",
        "papers.simple": "Hồ sơ theo thủ tục đơn giản",
        "papers.simple.always": "Thủ tục đơn giản: loại hình luôn áp dụng",
        "papers.simple.awards": "Thủ tục đơn giản: danh hiệu, hình thức áp dụng",
        "papers.simple.may": "Thủ tục đơn giản: loại hình có thể áp dụng",
        "papers.audit": "Hồ sơ: kết quả kiểm toán",
        "papers.report_confirmed": "Hồ sơ: báo cáo có xác nhận của cấp trình",
        "papers.effect_in_the_nation": "Hồ sơ: xác nhận ảnh hưởng toàn quốc của sáng kiến",
        "papers.effect_in_the_province": "Hồ sơ: xác nhận khả năng nhân rộng của sáng kiến",
        "papers.tax": "Hồ sơ: xác nhận nghĩa vụ thuế, bảo hiểm xã hội",
        "form.letter": "Số mẫu: tờ trình",
        "form.initiative": "Số mẫu: xác nhận hiệu quả sáng kiến",
        "form.set_locally": "Mẫu do địa phương quy định",
        "form.report.external.collective": "Số mẫu: báo cáo đối ngoại, tập thể",
        "form.report.external.person": "Số mẫu: báo cáo đối ngoại, cá nhân",
        "form.report.flag": "Số mẫu: báo cáo, Cờ thi đua của Chính phủ",
        "form.report.heroes.collective": "Số mẫu: báo cáo Anh hùng, tập thể",
        "form.report.heroes.person": "Số mẫu: báo cáo Anh hùng, cá nhân",
        "form.report.long_service": "Số mẫu: báo cáo quá trình cống hiến",
        "form.report.merit.collective": "Số mẫu: báo cáo công trạng, tập thể",
        "form.report.merit.household": "Số mẫu: báo cáo công trạng, hộ gia đình",
        "form.report.merit.person": "Số mẫu: báo cáo công trạng, cá nhân",
        "form.report.national_fighter": "Số mẫu: báo cáo, Chiến sĩ thi đua toàn quốc",
        "form.report.sudden": "Số mẫu: báo cáo đột xuất",
        "form.report.theme": "Số mẫu: báo cáo chuyên đề",
        "delegated.advanced_collective": "Giao tỉnh quy định: Tập thể lao động tiên tiến",
        "delegated.advanced_workers": "Giao tỉnh quy định: Lao động tiên tiến",
        "delegated.badge": "Giao quy định: kỷ niệm chương",
        "delegated.excellent_collective": "Giao tỉnh quy định: Tập thể lao động xuất sắc",
        "delegated.files": "Giao tỉnh quy định: hồ sơ, thủ tục",
        "delegated.files_of_the_base": "Giao tỉnh quy định: hồ sơ cấp cơ sở",
        "delegated.letter": "Giao tỉnh quy định: giấy khen",
        "delegated.provincial_certificate": "Giao tỉnh quy định: bằng khen của tỉnh",
        "delegated.provincial_flag": "Giao tỉnh quy định: cờ thi đua của tỉnh",
        "delegated.share_of_fighters": "Giao tỉnh quy định: tỷ lệ Chiến sĩ thi đua cơ sở",
    }
)
SCOPES: Mapping[str, str] = MappingProxyType(
    {
        "own": "khen thưởng của tỉnh",
        "state": "khen thưởng cấp Nhà nước",
        "heroes": "danh hiệu Anh hùng",
        "at_once": "thành tích đột xuất, gửi ngay",
        "by_merit": "khen thưởng công trạng",
        "by_ministry": "theo hướng dẫn của bộ",
        "asked": "huân chương, danh hiệu vinh dự, giải thưởng, Chiến sĩ thi đua toàn quốc",
        "education": "ngành giáo dục",
        "years_after": "số năm sau năm xét",
        "every_years": "bao nhiêu năm một lần",
    }
)
GROUPS: Mapping[str, str] = MappingProxyType({"percent": "tỷ lệ", "rounding": "cách làm tròn"})
COUNTED: Mapping[str, str] = MappingProxyType(
    {"years": "số năm", "awards": "số lần", "initiatives": "số sáng kiến", "share": "tỷ lệ"}
)


TAILS: Mapping[str, str] = MappingProxyType(
    {
        "collective": "tập thể",
        "flags_alone": "khi chỉ có cờ",
        "flags_beside": "khi có cờ và bằng khen",
        "certificates_few": "khi có cờ, mức thấp",
        "certificates_many": "khi có cờ, mức cao",
        "from": "từ",
        "below": "dưới",
        "also": "phần bổ sung",
        "communes": "danh hiệu của xã, phường, thôn",
        "armed_forces": "lực lượng vũ trang",
        "heroes_and_feats": "danh hiệu Anh hùng và Huân chương về chiến công",
    }
)
"""What tells entries apart that speak of the same thing, by a part of their id."""
STRICTLY = "phải trên mức này"


def entry_name(id_: str, on: date) -> str:
    """Return an entry in Vietnamese words; its id where no module has words for it.

    Raises:
        NotAccepted: there is no such entry.
    """
    form = form_of(id_)
    if form.unit == WORDING_UNIT:
        route = next(one for one in ROUTES if WORDING + one.id == id_)
        of = ", tập thể" if route.subject is Subject.COLLECTIVE else ""
        return f"Lời văn: {route_name(route, on)}{of}"
    in_rules = _titles(on, texts()).get(id_)
    if in_rules:
        title, strictly = in_rules
        counted = COUNTED.get(form.unit, form.unit_name)
        return f"{title} ({', '.join([*strictly, counted, *_tails(id_)])})"
    return NAMES.get(id_) or _made(id_, on) or _of_module(id_)


@lru_cache(maxsize=8)
def _titles(on: date, used: Texts) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Return, by entry, the first condition that rests on it, of routes of that day first.

    With it, that the number has to be exceeded, where the text says «trên» and not «từ».
    """
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for route in sorted(ROUTES, key=lambda one: (not one.exists_on(on), one.id)):
        for text in _rule_texts(route, on, used):
            title = text.sentence.removeprefix("Hoặc: ").split(". ")[0]
            said = f"{award_name(route.code, on)}: {title}"
            strictly = (STRICTLY,) if MORE_THAN in text.sentence else ()
            found.update((id_, (said, strictly)) for id_ in text.entries if id_ not in found)
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
        case ["authority", key, *_] if key in authority.NAMES:
            who = authority.NAMES[key][0].replace("Người có", "người có")
            return f"Danh mục do {who} quyết định{''.join(f' ({tail})' for tail in _tails(id_))}"
        case ["grantor", key] if key in authority.GRANTORS:
            return f"Danh mục ở cấp cơ sở: {authority.GRANTORS[key]}"
        case ["deadline", step, *scopes]:
            of = ", ".join(SCOPES.get(scope) or award_name(scope, on) for scope in scopes)
            return f"Thời hạn: {deadlines.NAMES[deadlines.Step(step)]} ({of})"
        case ["group", code, what]:
            return f"Tỷ lệ của danh sách: {award_name(code, on)} ({GROUPS[what]})"
        case ["papers", "sets", code]:
            return f"Số bộ hồ sơ: {award_name(code, on)}"
        case ["reward", code, *commune, who]:
            whom = "tập thể" if who == "collective" else "cá nhân"
            of_commune = " của cấp xã" if commune else ""
            return f"Tiền thưởng: {award_name(code, on)}{of_commune} ({whom})"
    return ""


def _tails(id_: str) -> list[str]:
    return [TAILS[part] for part in id_.split(".") if part in TAILS]


def _of_module(id_: str) -> str:
    module = next((name for name, ids in MODULES.items() if id_ in ids), "mục quy định")
    return f"{module[:1].upper()}{module[1:]} ({id_})"
