"""Giấy khen (GIAY_KHEN) for persons by the law of 2022, of which a provincial regulation was read.

All of it is known second-hand: shown, and left to people. The clause leaves the detail to the
province. Not coded, see ``texts/gaps/certificates.toml``: the decree of 2017, known from memory
only, and collectives and households.
"""

from datetime import date

from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf
from bangvang.law.criteria import InTheYear
from bangvang.law.instruments import Seen
from bangvang.law.kinds import Kind
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import IsFact
from bangvang.law.titles.achievements import (
    DEFINITION_ENDED,
    GOOD,
    judged,
    outside_the_task,
    selected,
)

CITE = Citation("LUAT-06-2022", 75)
SINCE = date(2024, 1, 1)
PREFIX = "commendation_letter"


def _letter(part: str, what: str, *conditions: Rule) -> AllOf:
    """Put the head of the clause before a way: good conduct and a good year."""
    conduct = IsFact(
        f"{PREFIX}.{part}.conduct",
        "Chấp hành tốt chủ trương, chính sách, pháp luật",
        CITE,
        "BK_CHAP_HANH_TOT",
        known=Seen.SECONDARY,
    )
    grade = InTheYear(
        f"{PREFIX}.{part}.grade",
        "Hoàn thành tốt nhiệm vụ trở lên",
        CITE,
        GOOD,
        known=Seen.SECONDARY,
    )
    return AllOf(f"{PREFIX}.{part}", f"Giấy khen, {what}", CITE, (conduct, grade, *conditions))


# Luật Thi đua, khen thưởng 2022, Điều 75 (theo quy định của một tỉnh nhắc lại luật): chấp hành tốt
# chủ trương, chính sách, pháp luật, hoàn thành tốt nhiệm vụ và được bình xét trong phong trào thi
# đua, hoặc lập được nhiều thành tích, hoặc thành tích đột xuất.
@route(
    "commendation_letter.merit.2024",
    code="GIAY_KHEN",
    way="hoàn thành tốt nhiệm vụ, lập được nhiều thành tích",
    cite=CITE,
    since=SINCE,
)
def merit_2024(_: TextsOn) -> Rule:
    """Good conduct, a good year, many achievements in the unit."""
    many = judged(
        f"{PREFIX}.merit.achievements",
        "Lập được nhiều thành tích trong cơ quan, đơn vị",
        CITE,
        known=Seen.SECONDARY,
    )
    return _letter("merit", "thành tích công trạng", many)


@route(
    "commendation_letter.movement.2024",
    code="GIAY_KHEN",
    way="được bình xét trong phong trào thi đua",
    cite=CITE,
    since=SINCE,
    kind=Kind.THEME,
)
def movement_2024(_: TextsOn) -> Rule:
    """Good conduct, a good year, a vote in a movement."""
    voted = selected(f"{PREFIX}.movement", CITE, known=Seen.SECONDARY)
    return _letter("movement", "phong trào thi đua", voted)


def _sudden(known: Seen) -> Rule:
    prefix = f"{PREFIX}.sudden"
    return _letter("sudden", "thành tích đột xuất", outside_the_task(prefix, known=known))


@route(
    "commendation_letter.sudden.2024",
    code="GIAY_KHEN",
    way="thành tích đột xuất",
    cite=CITE,
    since=SINCE,
    until=DEFINITION_ENDED,
    kind=Kind.SUDDEN,
)
def sudden_2024(_: TextsOn) -> Rule:
    """Good conduct, a good year, an achievement outside the task; the definition can refuse."""
    return _sudden(Seen.SOURCE)


@route(
    "commendation_letter.sudden.2025",
    code="GIAY_KHEN",
    way="thành tích đột xuất",
    cite=CITE,
    since=DEFINITION_ENDED,
    kind=Kind.SUDDEN,
)
def sudden_2025(_: TextsOn) -> Rule:
    """As before, but the decree of 2025 was not read for its definition."""
    return _sudden(Seen.INFERRED)


ROUTES = (merit_2024, movement_2024, sudden_2024, sudden_2025)
