"""Anh hùng Lao động (AHLD) under both laws.

Not coded: collectives under the law of 2003 and Anh hùng Lực lượng vũ trang, whose wording was not
read; whether the five years between congresses still hold under the law of 2022.
"""

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf
from bangvang.law.kinds import Kind
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import AtLeast, IsFact
from bangvang.law.titles.judged import NEW, OLD, judged, only_judged

LAW_2003 = Citation("LUAT-2003", 61)
LAW_2022 = Citation("LUAT-06-2022", 63)

TITLE = "Anh hùng Lao động"
SUDDEN = "thành tích đặc biệt xuất sắc đột xuất"
CONTRIBUTION_YEARS = "AH_NAM_DONG_GOP"
LEADING_YEARS = "AH_NAM_DAN_DAU"
HONOURED = "AH_TAP_THE_SUY_TON"
AT_CONGRESS = "AH_DOT_DAI_HOI"


def _contribution(t: TextsOn, cite: Citation) -> AtLeast:
    years = t["labour_hero.contribution_years"]
    return AtLeast(
        "labour_hero.years", "Đóng góp quan trọng", cite, CONTRIBUTION_YEARS, years, "năm"
    )


def _honoured(cite: Citation) -> IsFact:
    return IsFact("labour_hero.honoured", "Được tập thể suy tôn, đề nghị", cite, HONOURED)


# Luật Thi đua, khen thưởng 2003 (sửa đổi 2013), Điều 61 (tóm lược, không phải nguyên văn): đặc
# biệt xuất sắc trong lao động sáng tạo, có đóng góp lớn vào sự nghiệp đổi mới, phát triển của cơ
# quan, địa phương, ngành, đất nước từ 10 năm trở lên, được tập thể nêu gương, đề nghị. Xét tặng 05
# năm một lần vào dịp đại hội thi đua yêu nước, trừ thành tích đặc biệt xuất sắc đột xuất.
@route(
    "labour_hero.2017",
    code="AHLD",
    way="đóng góp nhiều năm, xét theo đợt đại hội thi đua",
    cite=LAW_2003,
    since=OLD,
    until=NEW,
)
def labour_hero_2017(t: TextsOn) -> Rule:
    """Ten years of contribution, put forward by the collective, at the congress."""
    congress = IsFact(
        "labour_hero.congress",
        "Đề nghị trong đợt Đại hội thi đua yêu nước (05 năm một lần)",
        LAW_2003,
        AT_CONGRESS,
    )
    return AllOf(
        "labour_hero",
        TITLE,
        LAW_2003,
        (
            congress,
            _contribution(t, LAW_2003),
            _honoured(LAW_2003),
            judged(
                "labour_hero.outstanding", "Đặc biệt xuất sắc trong lao động sáng tạo", LAW_2003
            ),
        ),
    )


labour_hero_sudden_2017 = only_judged(
    "labour_hero.sudden.2017", "AHLD", TITLE, SUDDEN, LAW_2003,
    (("outstanding", "Thành tích đặc biệt xuất sắc đột xuất"),), kind=Kind.SUDDEN,
)  # fmt: skip


# Luật Thi đua, khen thưởng 2022, Điều 63 (tóm lược, không phải nguyên văn): cá nhân trung thành,
# gương mẫu; lao động sáng tạo, năng suất cao, thành tích đặc biệt xuất sắc; có từ 10 năm đóng góp
# quan trọng, được tập thể suy tôn; có nhiều thành tích khoa học, công nghệ hoặc sáng kiến, công
# trình có giá trị đặc biệt trong toàn quốc; có công đào tạo.
@route(
    "labour_hero.2024",
    code="AHLD",
    way="đóng góp nhiều năm",
    cite=LAW_2022,
    since=NEW,
)
def labour_hero_2024(t: TextsOn) -> Rule:
    """Ten years of contribution, honoured by the collective; the rest is judged."""
    return AllOf(
        "labour_hero",
        TITLE,
        LAW_2022,
        (
            _contribution(t, LAW_2022),
            _honoured(LAW_2022),
            judged("labour_hero.conduct", "Trung thành với Tổ quốc, gương mẫu", LAW_2022),
            judged("labour_hero.outstanding", "Lao động sáng tạo, đặc biệt xuất sắc", LAW_2022),
            judged(
                "labour_hero.science",
                "Sáng kiến, công trình có giá trị đặc biệt trong toàn quốc",
                LAW_2022,
            ),
            judged("labour_hero.training", "Có công đào tạo, bồi dưỡng", LAW_2022),
        ),
    )


# Điều 63, tập thể (tóm lược): đặc biệt xuất sắc; dẫn đầu cả nước về năng suất, chất lượng, hiệu
# quả từ 10 năm trở lên; dẫn đầu về khoa học, đào tạo; nội bộ đoàn kết, trong sạch, an toàn; tham
# gia phong trào ở địa phương.
@route(
    "labour_hero.collective.2024",
    code="AHLD",
    way="dẫn đầu cả nước nhiều năm",
    cite=LAW_2022,
    since=NEW,
    subject=Subject.COLLECTIVE,
)
def labour_hero_collective_2024(t: TextsOn) -> Rule:
    """Ten years ahead of the whole country; the rest is judged."""
    prefix = "labour_hero.collective"
    leading = AtLeast(
        f"{prefix}.years",
        "Dẫn đầu cả nước về năng suất, chất lượng, hiệu quả",
        LAW_2022,
        LEADING_YEARS,
        t["labour_hero.leading_years"],
        "năm",
    )
    return AllOf(
        prefix,
        f"Tập thể dẫn đầu cả nước, {TITLE}",
        LAW_2022,
        (
            leading,
            judged(f"{prefix}.outstanding", "Thành tích đặc biệt xuất sắc", LAW_2022),
            judged(f"{prefix}.science", "Dẫn đầu về khoa học, công nghệ, đào tạo", LAW_2022),
            judged(f"{prefix}.unity", "Nội bộ đoàn kết, trong sạch, an toàn", LAW_2022),
            judged(f"{prefix}.movements", "Tham gia tốt phong trào ở địa phương", LAW_2022),
        ),
    )


# Điều 63, nhóm thứ ba (tóm lược): có thành tích đặc biệt xuất sắc đột xuất thì chỉ cần điều kiện về
# lòng trung thành và sự gương mẫu.
SUDDEN_2022 = tuple(
    only_judged(
        f"labour_hero.{part}.2024", "AHLD", TITLE, SUDDEN, LAW_2022,
        (
            ("outstanding", "Thành tích đặc biệt xuất sắc đột xuất"),
            ("conduct", "Trung thành với Tổ quốc, gương mẫu"),
        ),
        kind=Kind.SUDDEN, subject=subject,
    )
    for part, subject in (
        ("sudden", Subject.PERSON),
        ("collective_sudden", Subject.COLLECTIVE),
    )
)  # fmt: skip

ROUTES = (
    labour_hero_2017,
    labour_hero_sudden_2017,
    labour_hero_2024,
    labour_hero_collective_2024,
    *SUDDEN_2022,
)
