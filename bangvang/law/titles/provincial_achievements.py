"""Bằng khen của Chủ tịch UBND tỉnh (BK_TINH) for movements, achievements, contributions, labour.

Of the decree of 2017 only circulars of ministries that repeat it were read, of the law of 2022
only a provincial regulation: those conditions are computed and shown, and decide nothing. Not
coded, see ``texts/gaps/certificates.toml``: workers, farmers, collectives and families by the
decree of 2017, known from memory only.
"""

from datetime import date

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf
from bangvang.law.instruments import Seen
from bangvang.law.kinds import Kind
from bangvang.law.loading import TextsOn
from bangvang.law.routes import Build, Route, route
from bangvang.law.rule import Rule
from bangvang.law.stated import IsFact
from bangvang.law.titles.achievements import (
    DEFINITION_BEGAN,
    DEFINITION_ENDED,
    SUDDEN_2019,
    judged,
    outside_the_task,
    selected,
)
from bangvang.law.titles.provincial_certificate import ARTICLE_2022, NAME, exemplary

MOVEMENT_2017 = Citation("ND-91-2017", 39, 1, "a")
ACHIEVEMENT_2017 = Citation("ND-91-2017", 39, 1, "b")

START_2017, START_2024 = date(2017, 10, 1), date(2024, 1, 1)

PREFIX = "provincial_certificate"
RESTATED = Seen.SECONDARY
"""Of the decree of 2017 only circulars that repeat it were read, of the law a province's rule."""
IN_ONE_FIELD = "có phạm vi ảnh hưởng ở một lĩnh vực của tỉnh"


def _launched_by_the_province(cite: Citation) -> IsFact:
    return IsFact(
        f"{PREFIX}.movement.launched",
        "Phong trào do tỉnh phát động",
        cite,
        "BK_PHONG_TRAO_TINH",
        known=RESTATED,
    )


# Nghị định 91/2017/NĐ-CP, Điều 39 khoản 1 điểm a (tóm lược theo thông tư của các bộ nhắc lại điều
# này): có thành tích xuất sắc, được bình xét trong phong trào thi đua của tỉnh.
@route(
    "provincial_certificate.movement.2017",
    code="BK_TINH",
    way="xuất sắc trong phong trào thi đua của tỉnh",
    cite=MOVEMENT_2017,
    since=START_2017,
    until=START_2024,
    kind=Kind.THEME,
)
def movement_2017(_: TextsOn) -> Rule:
    """Voted excellent in a movement of the province."""
    prefix = f"{PREFIX}.movement"
    launched = _launched_by_the_province(MOVEMENT_2017)
    return AllOf(
        prefix,
        f"{NAME}, phong trào thi đua",
        MOVEMENT_2017,
        (selected(prefix, MOVEMENT_2017, known=RESTATED), launched),
    )


# Nghị định 91/2017/NĐ-CP, Điều 39 khoản 1 điểm b (tóm lược theo thông tư của các bộ nhắc lại điều
# này): lập được nhiều thành tích hoặc thành tích đột xuất, có phạm vi ảnh hưởng ở một lĩnh vực.
@route(
    "provincial_certificate.achievements.2017",
    code="BK_TINH",
    way="nhiều thành tích có phạm vi ảnh hưởng ở một lĩnh vực",
    cite=ACHIEVEMENT_2017,
    since=START_2017,
    until=START_2024,
    claim="BK_NHIEU_THANH_TICH",
)
def achievements_2017(_: TextsOn) -> Rule:
    """How many are many, and how far they reach, is for people."""
    title = f"Lập được nhiều thành tích {IN_ONE_FIELD}"
    return judged(f"{PREFIX}.achievements", title, ACHIEVEMENT_2017, known=RESTATED)


@route(
    "provincial_certificate.sudden.2017",
    code="BK_TINH",
    way="thành tích đột xuất có phạm vi ảnh hưởng ở một lĩnh vực",
    cite=ACHIEVEMENT_2017,
    since=START_2017,
    until=DEFINITION_BEGAN,
    kind=Kind.SUDDEN,
)
def sudden_2017(_: TextsOn) -> Rule:
    """All of it for people: the definition in Điều 13 khoản 3 was not read."""
    title = f"Lập được thành tích đột xuất {IN_ONE_FIELD}"
    return judged(f"{PREFIX}.sudden", title, ACHIEVEMENT_2017, known=RESTATED)


@route(
    "provincial_certificate.sudden.2020",
    code="BK_TINH",
    way="thành tích đột xuất có phạm vi ảnh hưởng ở một lĩnh vực",
    cite=ACHIEVEMENT_2017,
    since=DEFINITION_BEGAN,
    until=START_2024,
    kind=Kind.SUDDEN,
)
def sudden_2020(_: TextsOn) -> Rule:
    """Outside the task, as the circular defines it; how far it reaches, people judge."""
    prefix = f"{PREFIX}.sudden"
    title = f"Thành tích {IN_ONE_FIELD}"
    reach = judged(f"{prefix}.influence", title, ACHIEVEMENT_2017, known=RESTATED)
    parts = (outside_the_task(prefix, cite=SUDDEN_2019), reach)
    return AllOf(prefix, f"{NAME}, thành tích đột xuất", ACHIEVEMENT_2017, parts)


def _weak(part: str, title: str) -> Build:
    """Make a way of which only the gist is known: one judgement, marked as second-hand."""

    def build(_: TextsOn) -> Rule:
        return judged(f"{PREFIX}.{part}", title, ARTICLE_2022, known=Seen.SECONDARY)

    return build


def _weak_route(
    part: str,
    way: str,
    title: str,
    *,
    kind: Kind = Kind.MERIT,
    subject: Subject = Subject.PERSON,
    claim: str = "",
) -> Route:
    made = route(
        f"{PREFIX}.{part}.2024",
        code="BK_TINH",
        way=way,
        cite=ARTICLE_2022,
        since=START_2024,
        kind=kind,
        subject=subject,
        claim=claim,
    )
    return made(_weak(part, title))


# Luật Thi đua, khen thưởng 2022, Điều 74 (theo quy định của một tỉnh nhắc lại luật, số khoản chưa
# đối chiếu). Cá nhân: nhiều thành tích có phạm vi ảnh hưởng ở một lĩnh vực; đóng góp vào phát triển
# kinh tế - xã hội, khoa học, từ thiện nhân đạo; công nhân, nông dân, người lao động có nhiều thành
# tích ảnh hưởng trong xã, cơ quan, đơn vị; doanh nhân, trí thức, nhà khoa học có đóng góp được tỉnh
# công nhận. Tập thể: phong trào thi đua, thành tích đột xuất, đóng góp.
WEAK = (
    _weak_route(
        "achievements",
        "nhiều thành tích có phạm vi ảnh hưởng ở một lĩnh vực",
        f"Lập được nhiều thành tích {IN_ONE_FIELD}",
        claim="BK_NHIEU_THANH_TICH",
    ),
    _weak_route(
        "contribution",
        "đóng góp vào phát triển kinh tế - xã hội, khoa học, từ thiện nhân đạo",
        "Đóng góp vào phát triển kinh tế - xã hội, khoa học, từ thiện nhân đạo",
        claim="BK_DONG_GOP",
    ),
    _weak_route(
        "labour",
        "công nhân, nông dân, người lao động có nhiều thành tích trong xã, cơ quan, đơn vị",
        "Công nhân, nông dân, người lao động có nhiều thành tích, có phạm vi ảnh hưởng trong xã, "
        "cơ quan, đơn vị",
        claim="BK_LAO_DONG",
    ),
    _weak_route(
        "scholar",
        "doanh nhân, trí thức, nhà khoa học có đóng góp được tỉnh công nhận",
        "Doanh nhân, trí thức, nhà khoa học có đóng góp được tỉnh công nhận",
        claim="BK_DOANH_NHAN",
    ),
    _weak_route(
        "collective_movement",
        "tập thể được bình xét trong phong trào thi đua",
        "Tập thể có thành tích xuất sắc, được bình xét trong phong trào thi đua",
        kind=Kind.THEME,
        subject=Subject.COLLECTIVE,
    ),
    _weak_route(
        "collective_sudden",
        "tập thể có thành tích xuất sắc đột xuất",
        "Tập thể có thành tích xuất sắc đột xuất trong một lĩnh vực của tỉnh",
        kind=Kind.SUDDEN,
        subject=Subject.COLLECTIVE,
    ),
    _weak_route(
        "collective_contribution",
        "tập thể có đóng góp",
        "Tập thể có đóng góp vào phát triển kinh tế - xã hội",
        subject=Subject.COLLECTIVE,
        claim="BK_DONG_GOP",
    ),
)


@route(
    "provincial_certificate.movement.2024",
    code="BK_TINH",
    way="xuất sắc trong phong trào thi đua của tỉnh",
    cite=ARTICLE_2022,
    since=START_2024,
    kind=Kind.THEME,
)
def movement_2024(_: TextsOn) -> Rule:
    """Voted in a movement of the province. Known second-hand."""
    prefix = f"{PREFIX}.movement"
    voted = selected(prefix, ARTICLE_2022, known=Seen.SECONDARY)
    whole = f"{NAME}, phong trào thi đua"
    launched = _launched_by_the_province(ARTICLE_2022)
    return AllOf(prefix, whole, ARTICLE_2022, (voted, launched, exemplary(prefix)))


def _sudden_2024(known: Seen) -> Rule:
    prefix = f"{PREFIX}.sudden"
    reach = judged(
        f"{prefix}.influence",
        f"Thành tích đột xuất {IN_ONE_FIELD}",
        ARTICLE_2022,
        known=Seen.SECONDARY,
    )
    return AllOf(
        prefix,
        f"{NAME}, thành tích đột xuất",
        ARTICLE_2022,
        (outside_the_task(prefix, known=known), reach, exemplary(prefix)),
    )


@route(
    "provincial_certificate.sudden.2024",
    code="BK_TINH",
    way="thành tích đột xuất có phạm vi ảnh hưởng ở một lĩnh vực",
    cite=ARTICLE_2022,
    since=START_2024,
    until=DEFINITION_ENDED,
    kind=Kind.SUDDEN,
)
def sudden_2024(_: TextsOn) -> Rule:
    """The definition was read and can refuse; the way itself is known second-hand."""
    return _sudden_2024(Seen.SOURCE)


@route(
    "provincial_certificate.sudden.2025",
    code="BK_TINH",
    way="thành tích đột xuất có phạm vi ảnh hưởng ở một lĩnh vực",
    cite=ARTICLE_2022,
    since=DEFINITION_ENDED,
    kind=Kind.SUDDEN,
)
def sudden_2025(_: TextsOn) -> Rule:
    """As before, but the decree of 2025 was not read for its definition."""
    return _sudden_2024(Seen.INFERRED)


# Luật Thi đua, khen thưởng 2022, Điều 74 (theo quy định của một tỉnh nhắc lại luật): hộ gia đình
# gương mẫu, có nhiều đóng góp về công sức, đất đai, tài sản.
@route(
    "provincial_certificate.household.2024",
    code="BK_TINH",
    way="hộ gia đình đóng góp công sức, đất đai, tài sản",
    cite=ARTICLE_2022,
    since=START_2024,
    subject=Subject.HOUSEHOLD,
)
def household_2024(_: TextsOn) -> Rule:
    """A family that gave labour, land or property. Known second-hand."""
    prefix = f"{PREFIX}.household"
    gave = IsFact(
        f"{prefix}.gave",
        "Đóng góp công sức, đất đai hoặc tài sản",
        ARTICLE_2022,
        "BK_GIA_DINH_DONG_GOP",
        known=Seen.SECONDARY,
    )
    much = judged(
        f"{prefix}.extent",
        "Gia đình gương mẫu, mức độ đóng góp",
        ARTICLE_2022,
        known=Seen.SECONDARY,
    )
    return AllOf(prefix, f"{NAME}, hộ gia đình", ARTICLE_2022, (gave, much))


ROUTES = (
    movement_2017,
    achievements_2017,
    sudden_2017,
    sudden_2020,
    *WEAK,
    movement_2024,
    sudden_2024,
    sudden_2025,
    household_2024,
)
