"""Emulation titles of collectives, computed from their members' roll, under both laws.

Tập thể lao động tiên tiến (TTLDTT) and Tập thể lao động xuất sắc (TTLDXS). The roll is told in
counts (``SO_THANH_VIEN`` and others, see ``texts/questions/collective_emulation.toml``); the
collective's own completion of its tasks is a grade of the year.

Left to people, always: whether its movement is regular and useful, and its conduct.
Not coded: Đơn vị tiên tiến and Đơn vị quyết thắng, whose criteria are not in our hands; what a
ministry or the province adds for its own collectives; who counts as a member for a part of the
year, which no clause says.
"""

from datetime import date

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf
from bangvang.law.criteria import InTheYear
from bangvang.law.facts import Codes
from bangvang.law.instruments import Seen
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import AtLeast, Judgement, NoneOf, ShareOf

ADVANCED_2017 = Citation("LUAT-2003", 28, 1)
ADVANCED_2024 = Citation("LUAT-06-2022", 28, 1)
EXCELLENT_2017 = Citation("LUAT-2003", 27, 1)
EXCELLENT_2024 = Citation("LUAT-06-2022", 27, 1)

WELL_DONE: Codes = ("HTTNV", "HTXSNV")
EXCELLENTLY_DONE: Codes = ("HTXSNV",)

MEMBERS = "SO_THANH_VIEN"
COMPLETED = "SO_HOAN_THANH"
ADVANCED_MEMBERS = "SO_LDTT"
FIGHTERS = "SO_CSTDCS"
DISCIPLINED = "SO_KY_LUAT_CANH_CAO"

SHARE_TITLE = "Tỷ lệ Lao động tiên tiến (Chiến sĩ tiên tiến) trong tập thể"
MOVEMENT = "Phong trào thi đua thường xuyên, thiết thực, hiệu quả"
TAKING_PART = "Tích cực tham gia phong trào thi đua"
DUTIES = "Thực hiện tốt các nghĩa vụ đối với Nhà nước"
LAWFUL = "Nội bộ đoàn kết, chấp hành tốt chủ trương của Đảng, pháp luật của Nhà nước"
EXEMPLARY = "Nội bộ đoàn kết, gương mẫu chấp hành chủ trương của Đảng, pháp luật của Nhà nước"


def _point(cite: Citation, point: str) -> Citation:
    return Citation(cite.instrument, cite.article, cite.clause, point)


def _judged(rule: str, title: str, cite: Citation, known: Seen = Seen.SOURCE) -> Judgement:
    said = f"{title}: do người thẩm định và Hội đồng đánh giá."
    return Judgement(rule, title, cite, said, known=known)


def _nobody_disciplined(prefix: str, cite: Citation, known: Seen) -> NoneOf:
    return NoneOf(
        f"{prefix}.discipline",
        "Kỷ luật trong tập thể",
        cite,
        DISCIPLINED,
        "cá nhân bị kỷ luật từ cảnh cáo trở lên",
        known=known,
    )


# Luật Thi đua, khen thưởng 2003 (đã sửa đổi), Điều 28 khoản 1 (tóm lược, không phải nguyên văn):
# a) hoàn thành tốt nhiệm vụ và kế hoạch được giao; b) có phong trào thi đua thường xuyên, thiết
# thực, hiệu quả; c) có trên 50 % cá nhân đạt danh hiệu “Lao động tiên tiến” và không có cá nhân bị
# kỷ luật từ hình thức cảnh cáo trở lên; d) nội bộ đoàn kết, chấp hành tốt pháp luật.
@route(
    "advanced_collective.2017",
    code="TTLDTT",
    way="hoàn thành tốt nhiệm vụ và đủ tỷ lệ Lao động tiên tiến",
    cite=ADVANCED_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def advanced_collective_2017(t: TextsOn) -> Rule:
    """More than half of the members are Lao động tiên tiến; exactly half is not enough."""
    prefix = "advanced_collective"
    return AllOf(
        prefix,
        "Tập thể lao động tiên tiến",
        ADVANCED_2017,
        (
            InTheYear(
                f"{prefix}.grade",
                "Hoàn thành tốt nhiệm vụ và kế hoạch được giao",
                _point(ADVANCED_2017, "a"),
                WELL_DONE,
            ),
            ShareOf(
                f"{prefix}.advanced_members",
                SHARE_TITLE,
                _point(ADVANCED_2017, "c"),
                ADVANCED_MEMBERS,
                MEMBERS,
                t[f"{prefix}.advanced_members"],
                more_than=True,
            ),
            _nobody_disciplined(prefix, _point(ADVANCED_2017, "c"), Seen.SOURCE),
            _judged(f"{prefix}.movement", MOVEMENT, _point(ADVANCED_2017, "b")),
            _judged(f"{prefix}.conduct", LAWFUL, _point(ADVANCED_2017, "d")),
        ),
    )


# Luật Thi đua, khen thưởng 2022, Điều 28 khoản 1 (tóm lược theo quy định của một tỉnh nhắc lại
# luật; chưa đối chiếu nguyên văn): hoàn thành tốt nhiệm vụ; phong trào thi đua thường xuyên, thiết
# thực, hiệu quả; có từ 70 % cá nhân đạt danh hiệu “Lao động tiên tiến” và không có cá nhân bị kỷ
# luật từ cảnh cáo trở lên; nội bộ đoàn kết, gương mẫu chấp hành pháp luật.
@route(
    "advanced_collective.2024",
    code="TTLDTT",
    way="hoàn thành tốt nhiệm vụ và đủ tỷ lệ Lao động tiên tiến",
    cite=ADVANCED_2024,
    since=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def advanced_collective_2024(t: TextsOn) -> Rule:
    """At least 70 % now. The wording was read in another text only, so nothing decides alone."""
    prefix, known = "advanced_collective", Seen.SECONDARY
    return AllOf(
        prefix,
        "Tập thể lao động tiên tiến",
        ADVANCED_2024,
        (
            InTheYear(
                f"{prefix}.grade",
                "Hoàn thành tốt nhiệm vụ",
                ADVANCED_2024,
                WELL_DONE,
                known=known,
            ),
            ShareOf(
                f"{prefix}.advanced_members",
                SHARE_TITLE,
                ADVANCED_2024,
                ADVANCED_MEMBERS,
                MEMBERS,
                t[f"{prefix}.advanced_members"],
                known=known,
            ),
            _nobody_disciplined(prefix, ADVANCED_2024, known),
            _judged(f"{prefix}.movement", MOVEMENT, ADVANCED_2024, known),
            _judged(f"{prefix}.conduct", LAWFUL, ADVANCED_2024, known),
        ),
    )


def _excellent_common(t: TextsOn, cite: Citation) -> tuple[Rule, ...]:
    """What both laws ask of Tập thể lao động xuất sắc at the same points of the same clause."""
    prefix = "excellent_collective"
    return (
        InTheYear(
            f"{prefix}.grade",
            "Hoàn thành xuất sắc nhiệm vụ",
            _point(cite, "a"),
            EXCELLENTLY_DONE,
        ),
        ShareOf(
            f"{prefix}.completed",
            "Cá nhân trong tập thể hoàn thành nhiệm vụ được giao",
            _point(cite, "c"),
            COMPLETED,
            MEMBERS,
            t[f"{prefix}.completed"],
        ),
        ShareOf(
            f"{prefix}.advanced_members",
            SHARE_TITLE,
            _point(cite, "c"),
            ADVANCED_MEMBERS,
            MEMBERS,
            t[f"{prefix}.advanced_members"],
        ),
        AtLeast(
            f"{prefix}.fighters",
            "Cá nhân đạt danh hiệu Chiến sĩ thi đua cơ sở",
            _point(cite, "d"),
            FIGHTERS,
            t[f"{prefix}.fighters"],
            "người",
        ),
    )


# Luật Thi đua, khen thưởng 2003 (đã sửa đổi), Điều 27 khoản 1 (tóm lược, không phải nguyên văn):
# a) hoàn thành xuất sắc nhiệm vụ, thực hiện tốt các nghĩa vụ đối với Nhà nước; b) có phong trào
# thi đua thường xuyên, thiết thực, hiệu quả; c) 100 % cá nhân hoàn thành nhiệm vụ được giao, trong
# đó ít nhất 70 % đạt danh hiệu “Lao động tiên tiến”; d) có cá nhân đạt danh hiệu “Chiến sĩ thi đua
# cơ sở” và không có cá nhân bị kỷ luật từ hình thức cảnh cáo trở lên; đ) nội bộ đoàn kết, gương
# mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước.
@route(
    "excellent_collective.2017",
    code="TTLDXS",
    way="hoàn thành xuất sắc nhiệm vụ, đủ tỷ lệ và có Chiến sĩ thi đua cơ sở",
    cite=EXCELLENT_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def excellent_collective_2017(t: TextsOn) -> Rule:
    """All members complete their tasks, 70 % are Lao động tiên tiến, nobody is disciplined."""
    prefix = "excellent_collective"
    return AllOf(
        prefix,
        "Tập thể lao động xuất sắc",
        EXCELLENT_2017,
        (
            *_excellent_common(t, EXCELLENT_2017),
            _nobody_disciplined(prefix, _point(EXCELLENT_2017, "d"), Seen.SOURCE),
            _judged(f"{prefix}.duties", DUTIES, _point(EXCELLENT_2017, "a")),
            _judged(f"{prefix}.movement", MOVEMENT, _point(EXCELLENT_2017, "b")),
            _judged(f"{prefix}.conduct", EXEMPLARY, _point(EXCELLENT_2017, "đ")),
        ),
    )


# Luật Thi đua, khen thưởng 2022, Điều 27 khoản 1 (tóm lược, không phải nguyên văn): a) hoàn thành
# xuất sắc nhiệm vụ; b) tích cực tham gia phong trào thi đua; c) 100 % cá nhân hoàn thành nhiệm vụ
# được giao, trong đó ít nhất 70 % đạt danh hiệu “Lao động tiên tiến”; d) «Có cá nhân đạt danh hiệu
# “Chiến sĩ thi đua cơ sở”»; đ) nội bộ đoàn kết, gương mẫu chấp hành pháp luật.
@route(
    "excellent_collective.2024",
    code="TTLDXS",
    way="hoàn thành xuất sắc nhiệm vụ, đủ tỷ lệ và có Chiến sĩ thi đua cơ sở",
    cite=EXCELLENT_2024,
    since=date(2024, 1, 1),
    subject=Subject.COLLECTIVE,
)
def excellent_collective_2024(t: TextsOn) -> Rule:
    """The same counts as before; a disciplined member no longer rules the collective out."""
    prefix = "excellent_collective"
    return AllOf(
        prefix,
        "Tập thể lao động xuất sắc",
        EXCELLENT_2024,
        (
            *_excellent_common(t, EXCELLENT_2024),
            _judged(f"{prefix}.movement", TAKING_PART, _point(EXCELLENT_2024, "b")),
            _judged(f"{prefix}.conduct", EXEMPLARY, _point(EXCELLENT_2024, "đ")),
        ),
    )


ROUTES = (
    advanced_collective_2017,
    advanced_collective_2024,
    excellent_collective_2017,
    excellent_collective_2024,
)
