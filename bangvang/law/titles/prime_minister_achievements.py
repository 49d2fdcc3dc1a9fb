"""Bằng khen của Thủ tướng Chính phủ (BK_TTG) for achievements: movements, sudden ones, labour.

Whatever the clause leaves to people is a ``Judgement``. That an achievement needs a certificate
of the competent body is a matter of the file, not of these clauses.
"""

from datetime import date

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf, AnyOf, Reading
from bangvang.law.instruments import Seen
from bangvang.law.kinds import Kind
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import AtLeast, IsFact
from bangvang.law.titles.achievements import (
    DEFINITION_BEGAN,
    DEFINITION_ENDED,
    SUDDEN_2019,
    judged,
    outside_the_task,
    selected,
)

MOVEMENT_2017 = Citation("ND-91-2017", 38, 1, "a")
ACHIEVEMENT_2017 = Citation("ND-91-2017", 38, 1, "b")
FAMILY_2017 = Citation("ND-91-2017", 38, 4)
MOVEMENT_2022 = Citation("LUAT-06-2022", 73, 1, "a")
ACHIEVEMENT_2022 = Citation("LUAT-06-2022", 73, 1, "c")
CONTRIBUTION_2022 = Citation("LUAT-06-2022", 73, 1, "d")
LABOUR_2022 = Citation("LUAT-06-2022", 73, 2)
LABOUR_ACHIEVEMENT_2022 = Citation("LUAT-06-2022", 73, 2, "b")

START_2017, START_2024 = date(2017, 10, 1), date(2024, 1, 1)

NAME = "Bằng khen của Thủ tướng Chính phủ"
PREFIX = "prime_minister_certificate"
MANY = "nhiều thành tích"
SUDDEN = "thành tích đột xuất"
IN_THE_PROVINCE = "có phạm vi ảnh hưởng trong bộ, ban, ngành, tỉnh"

REVIEW_DOUBT = (
    "Văn bản không nói rõ thời gian từ 03 năm trở lên có áp dụng cả với phong trào do Hội đồng Thi "
    "đua - Khen thưởng Trung ương phát động hay không; người thẩm định quyết định."
)


def _by_central_council(rule: str) -> IsFact:
    return IsFact(
        rule,
        "Phong trào do Hội đồng Thi đua - Khen thưởng Trung ương phát động",
        MOVEMENT_2017,
        "BK_PHONG_TRAO_TRUNG_UONG",
    )


# Nghị định 91/2017/NĐ-CP, Điều 38 khoản 1 điểm a (tóm lược, không phải nguyên văn): có thành tích
# xuất sắc, được bình chọn trong phong trào thi đua do Hội đồng Thi đua - Khen thưởng Trung ương
# phát động, hoặc do bộ, ban, ngành, tỉnh, đoàn thể trung ương phát động khi sơ kết, tổng kết từ 03
# năm trở lên.
@route(
    "prime_minister_certificate.movement.2017",
    code="BK_TTG",
    way="xuất sắc trong phong trào thi đua",
    cite=MOVEMENT_2017,
    since=START_2017,
    until=START_2024,
    kind=Kind.THEME,
)
def movement_2017(t: TextsOn) -> Rule:
    """Voted excellent in a movement of the right launcher, reviewed after three years.

    Three years meet the clause for every launcher. Whether a movement of the central council
    needs them too is not settled, so a shorter one of the council's is a second reading.
    """
    prefix = f"{PREFIX}.movement"
    province = IsFact(
        f"{prefix}.launched.province",
        "Phong trào do bộ, ban, ngành, tỉnh, đoàn thể trung ương phát động",
        MOVEMENT_2017,
        "BK_PHONG_TRAO_BO_TINH",
    )
    reviewed = AtLeast(
        f"{prefix}.years.reviewed",
        "Thời gian của phong trào khi sơ kết, tổng kết",
        MOVEMENT_2017,
        "BK_PHONG_TRAO_SO_NAM",
        t[f"{prefix}.years"],
        "năm",
    )
    shorter = Reading(
        f"{prefix}.years.shorter",
        _by_central_council(f"{prefix}.years.central_council"),
        REVIEW_DOUBT,
    )
    launched = (_by_central_council(f"{prefix}.launched.central_council"), province)
    return AllOf(
        prefix,
        f"{NAME}, phong trào thi đua",
        MOVEMENT_2017,
        (
            selected(prefix, MOVEMENT_2017),
            AnyOf(f"{prefix}.launched", "Cấp phát động phong trào", MOVEMENT_2017, launched),
            AnyOf(
                f"{prefix}.years", "Thời gian của phong trào", MOVEMENT_2017, (reviewed, shorter)
            ),
        ),
    )


# Nghị định 91/2017/NĐ-CP, Điều 38 khoản 1 điểm b (tóm lược, không phải nguyên văn): lập được nhiều
# thành tích hoặc thành tích đột xuất, có phạm vi ảnh hưởng trong bộ, ban, ngành, tỉnh.
@route(
    "prime_minister_certificate.achievements.2017",
    code="BK_TTG",
    way="nhiều thành tích có phạm vi ảnh hưởng trong tỉnh",
    cite=ACHIEVEMENT_2017,
    since=START_2017,
    until=START_2024,
    claim="BK_NHIEU_THANH_TICH",
)
def achievements_2017(_: TextsOn) -> Rule:
    """How many are many, and how far they reach, is for people."""
    title = f"Lập được {MANY} {IN_THE_PROVINCE}"
    return judged(f"{PREFIX}.achievements", title, ACHIEVEMENT_2017)


@route(
    "prime_minister_certificate.sudden.2017",
    code="BK_TTG",
    way="thành tích đột xuất có phạm vi ảnh hưởng trong tỉnh",
    cite=ACHIEVEMENT_2017,
    since=START_2017,
    until=DEFINITION_BEGAN,
    kind=Kind.SUDDEN,
)
def sudden_2017(_: TextsOn) -> Rule:
    """All of it for people: the decree's definition of a sudden achievement was not read."""
    title = f"Lập được {SUDDEN} {IN_THE_PROVINCE}"
    return judged(f"{PREFIX}.sudden", title, ACHIEVEMENT_2017)


@route(
    "prime_minister_certificate.sudden.2020",
    code="BK_TTG",
    way="thành tích đột xuất có phạm vi ảnh hưởng trong tỉnh",
    cite=ACHIEVEMENT_2017,
    since=DEFINITION_BEGAN,
    until=START_2024,
    kind=Kind.SUDDEN,
)
def sudden_2020(_: TextsOn) -> Rule:
    """Outside the task, as the circular defines it; how far it reaches, people judge."""
    prefix = f"{PREFIX}.sudden"
    reach = judged(f"{prefix}.influence", f"Thành tích {IN_THE_PROVINCE}", ACHIEVEMENT_2017)
    parts = (outside_the_task(prefix, cite=SUDDEN_2019), reach)
    return AllOf(prefix, f"{NAME}, thành tích đột xuất", ACHIEVEMENT_2017, parts)


# Nghị định 91/2017/NĐ-CP, Điều 38 khoản 4 (tóm lược, không phải nguyên văn): gia đình có đóng góp
# về công sức, đất đai và tài sản.
@route(
    "prime_minister_certificate.household.2017",
    code="BK_TTG",
    way="hộ gia đình đóng góp công sức, đất đai, tài sản",
    cite=FAMILY_2017,
    since=START_2017,
    until=START_2024,
    subject=Subject.HOUSEHOLD,
)
def household_2017(_: TextsOn) -> Rule:
    """A family that gave labour, land or property; how much is enough is for people."""
    prefix = f"{PREFIX}.household"
    gave = IsFact(
        f"{prefix}.gave",
        "Đóng góp công sức, đất đai hoặc tài sản",
        FAMILY_2017,
        "BK_GIA_DINH_DONG_GOP",
    )
    much = judged(f"{prefix}.extent", "Mức độ đóng góp của gia đình", FAMILY_2017)
    return AllOf(prefix, f"{NAME}, hộ gia đình", FAMILY_2017, (gave, much))


# Luật Thi đua, khen thưởng 2022, Điều 73 khoản 1 điểm a (tóm lược, không phải nguyên văn): có thành
# tích xuất sắc tiêu biểu được bình xét trong các phong trào thi đua.
@route(
    "prime_minister_certificate.movement.2024",
    code="BK_TTG",
    way="xuất sắc tiêu biểu trong phong trào thi đua",
    cite=MOVEMENT_2022,
    since=START_2024,
    kind=Kind.THEME,
)
def movement_2024(_: TextsOn) -> Rule:
    """Voted in a movement; the clause as read names no launcher, so its standing is for people."""
    prefix = f"{PREFIX}.movement"
    standing = judged(
        f"{prefix}.standing", "Tiêu biểu xuất sắc, tầm của phong trào thi đua", MOVEMENT_2022
    )
    return AllOf(
        prefix,
        f"{NAME}, phong trào thi đua",
        MOVEMENT_2022,
        (selected(prefix, MOVEMENT_2022), standing),
    )


# Luật Thi đua, khen thưởng 2022, Điều 73 khoản 1 điểm c (tóm lược, không phải nguyên văn): lập được
# nhiều thành tích hoặc thành tích đột xuất có phạm vi ảnh hưởng trong bộ, ban, ngành, tỉnh, hoặc
# đạt giải thưởng khu vực.
@route(
    "prime_minister_certificate.achievements.2024",
    code="BK_TTG",
    way="nhiều thành tích có phạm vi ảnh hưởng trong tỉnh",
    cite=ACHIEVEMENT_2022,
    since=START_2024,
    claim="BK_NHIEU_THANH_TICH",
)
def achievements_2024(_: TextsOn) -> Rule:
    """How many are many, and how far they reach, is for people."""
    title = f"Lập được {MANY} {IN_THE_PROVINCE}"
    return judged(f"{PREFIX}.achievements", title, ACHIEVEMENT_2022)


@route(
    "prime_minister_certificate.prize.2024",
    code="BK_TTG",
    way="giải thưởng khu vực",
    cite=ACHIEVEMENT_2022,
    since=START_2024,
    claim="BK_GIAI_THUONG_KHU_VUC",
)
def prize_2024(_: TextsOn) -> Rule:
    """Which prize is one of a region, the clause as read does not say."""
    return judged(f"{PREFIX}.prize", "Đạt giải thưởng khu vực", ACHIEVEMENT_2022)


def _sudden_2024(known: Seen) -> Rule:
    prefix = f"{PREFIX}.sudden"
    reach = judged(
        f"{prefix}.influence", f"{SUDDEN.capitalize()} {IN_THE_PROVINCE}", ACHIEVEMENT_2022
    )
    return AllOf(
        prefix,
        f"{NAME}, thành tích đột xuất",
        ACHIEVEMENT_2022,
        (outside_the_task(prefix, known=known), reach),
    )


@route(
    "prime_minister_certificate.sudden.2024",
    code="BK_TTG",
    way="thành tích đột xuất có phạm vi ảnh hưởng trong tỉnh",
    cite=ACHIEVEMENT_2022,
    since=START_2024,
    until=DEFINITION_ENDED,
    kind=Kind.SUDDEN,
)
def sudden_2024(_: TextsOn) -> Rule:
    """Outside the task, as the decree of 2023 defines it; its reach is for people."""
    return _sudden_2024(Seen.SOURCE)


@route(
    "prime_minister_certificate.sudden.2025",
    code="BK_TTG",
    way="thành tích đột xuất có phạm vi ảnh hưởng trong tỉnh",
    cite=ACHIEVEMENT_2022,
    since=DEFINITION_ENDED,
    kind=Kind.SUDDEN,
)
def sudden_2025(_: TextsOn) -> Rule:
    """As before, but the decree of 2025 was not read for its definition: nothing refuses alone."""
    return _sudden_2024(Seen.INFERRED)


# Luật Thi đua, khen thưởng 2022, Điều 73 khoản 1 điểm d (tóm lược, không phải nguyên văn): có đóng
# góp vào phát triển kinh tế - xã hội, ứng dụng tiến bộ khoa học, kỹ thuật, công tác xã hội, từ
# thiện nhân đạo.
@route(
    "prime_minister_certificate.contribution.2024",
    code="BK_TTG",
    way="đóng góp vào phát triển kinh tế - xã hội, khoa học kỹ thuật, từ thiện nhân đạo",
    cite=CONTRIBUTION_2022,
    since=START_2024,
    claim="BK_DONG_GOP",
)
def contribution_2024(_: TextsOn) -> Rule:
    """A contribution in one of the named fields; how great it is, is for people."""
    prefix = f"{PREFIX}.contribution"
    field = IsFact(
        f"{prefix}.field",
        "Đóng góp thuộc lĩnh vực mà điều khoản nêu",
        CONTRIBUTION_2022,
        "BK_DONG_GOP_LINH_VUC",
    )
    extent = judged(f"{prefix}.extent", "Mức độ đóng góp", CONTRIBUTION_2022)
    return AllOf(prefix, f"{NAME}, đóng góp", CONTRIBUTION_2022, (field, extent))


ROUTES = (
    movement_2017,
    achievements_2017,
    sudden_2017,
    sudden_2020,
    household_2017,
    movement_2024,
    achievements_2024,
    prize_2024,
    sudden_2024,
    sudden_2025,
    contribution_2024,
)
