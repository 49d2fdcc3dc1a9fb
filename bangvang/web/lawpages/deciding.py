"""Who decides an award on a day, with how many votes, and how many may be proposed."""

from datetime import date

from bangvang.law import (
    Award,
    GroupRule,
    Level,
    NotInForce,
    agreement_needed,
    authority_for,
    grantors_of,
    group_rules_on,
)
from bangvang.web.lawpages.said import Line, Part, line, nothing
from bangvang.web.lawpages.words import UNSEEN

DECIDES = "Thẩm quyền quyết định"
VOTES = "Tỷ lệ phiếu của Hội đồng"


def deciding_shown(award: Award, on: date) -> Part:
    """Return who decides and what the council and the whole list are held to.

    Raises:
        NotInForce: the rulebook does not know the law of that day.
    """
    shares = tuple(_share(rule) for rule in group_rules_on(award.code, on))
    return Part("Ai quyết định", (*_grantors(award, on), _agreement(award.code, on), *shares))


def _grantors(award: Award, on: date) -> tuple[Line, ...]:
    try:
        authority = authority_for(award.code, on=on)
        grantors = grantors_of(award.code, on=on)
    except NotInForce:
        return (nothing(DECIDES, "Chưa tìm thấy quy định về thẩm quyền của ngày này."),)
    if not grantors:
        said = f"{authority.name_vi}; chưa tìm thấy quy định nêu từng chức danh."
        return (line(DECIDES, said, cite=authority.cite, seen=authority.seen),)
    label = f"{DECIDES}, cấp cơ sở" if authority.level is Level.BASE else DECIDES
    return tuple(line(label, one.name_vi, cite=one.cite, seen=one.seen) for one in grantors)


def _agreement(code: str, on: date) -> Line:
    needed = agreement_needed(code, on=on)
    if needed is None:
        said = "Điều khoản về bỏ phiếu đã đọc không nêu danh hiệu, hình thức này; theo quy chế của"
        return nothing(VOTES, f"{said} Hội đồng.")
    if needed.share is None:
        said = "Theo quy chế hoặc nghị quyết của Hội đồng: điều khoản mới chưa có nguyên văn."
        return Line(VOTES, (said,), needed.cite.text, UNSEEN)
    share = needed.share.text
    said = f"{share[:1].upper()}{share[1:]} tổng số thành viên Hội đồng"
    return line(VOTES, said, cite=needed.cite, seen=needed.seen)


def _share(rule: GroupRule) -> Line:
    label = "Số lượng được đề nghị"
    if rule.percent.text_unseen is not None:
        said = "Tỷ lệ tối đa chưa có nguyên văn; người thẩm định đối chiếu văn bản."
        return Line(label, (said,), rule.percent.cite.text, UNSEEN)
    said = f"Không quá {rule.percent.value} % {rule.base.of}"
    return line(label, said, cite=rule.percent.cite, seen=rule.percent.seen)
