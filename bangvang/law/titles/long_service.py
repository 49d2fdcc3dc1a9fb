"""Long service (quá trình cống hiến): Huân chương Lao động hạng Nhì (2017) and hạng Ba (2025).

Time in posts is stated in the file, in months. Women leaders need one third less, unless the
retirement age of their post is higher. More time than a row of the table allows belongs to the
row of a higher class: never a refusal, a person chooses.
Not coded, for no wording was read: the tables of the other orders, the law of 2024 until the
decree of 2025, and the general conditions of the decree of 2017, which stand here as open.
"""

from datetime import date

from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf, Reading
from bangvang.law.dated import Entry
from bangvang.law.excepted import Excepted, Instead
from bangvang.law.instruments import Seen
from bangvang.law.kinds import Kind
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import IsFact, Judgement
from bangvang.law.tenure import Rows, TimeInPost

TABLE_2017 = Citation("ND-91-2017", 23)
WOMEN_2017 = Citation("ND-91-2017", 3)
TABLE_2025 = Citation("ND-152-2025", 21)
GENERAL_2025 = Citation("ND-152-2025", 9)
WOMEN_2025 = Citation("ND-152-2025", 4, 7)

DIRECTOR_GENERAL = "CH_THANG_TONG_CUC_TRUONG"
DEPUTY_DIRECTOR_GENERAL = "CH_THANG_PHO_TONG_CUC_TRUONG"
DEPARTMENT_HEAD = "CH_THANG_VU_TRUONG"
DEPUTY_HEAD = "CH_THANG_PHO_VU_TRUONG"
BOTH_WARS = "CH_HAI_CUOC_KHANG_CHIEN"
WOMAN_LEADER = "CH_CAN_BO_NU"
LATER_RETIREMENT = "CH_TUOI_NGHI_HUU_CAO_HON"
RETIRING = "CH_NGHI_HUU_HOAC_THOI_CHUC"
AT_FAULT = "CH_BI_KY_LUAT"
OTHER_ROW = "CH_KHUNG_KHAC"

HEAD_TITLE = "Thời gian giữ chức Vụ trưởng, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch tỉnh"
DEPUTY_TITLE = "Thời gian giữ chức Phó Vụ trưởng, Giám đốc sở, Bí thư, Chủ tịch huyện"

WOMEN_LEADERS = (
    "cán bộ nữ lãnh đạo, quản lý có tuổi nghỉ hưu của chức vụ không cao hơn quy định chung"
)
IN_BOTH_WARS = "tham gia hai cuộc kháng chiến"
ADDED_DOUBT = (
    "Chưa đối chiếu được quy định về cộng thời gian giữ chức vụ cao hơn vào chức vụ thấp hơn liền "
    "kề; người thẩm định quyết định."
)


def _for_women(rule: str, cite: Citation, plain: Rule, less: Rule) -> Excepted:
    leader = IsFact(f"{rule}.women.leader", "Cán bộ nữ lãnh đạo, quản lý", cite, WOMAN_LEADER)
    usual = IsFact(
        f"{rule}.women.age",
        "Tuổi nghỉ hưu của chức vụ không cao hơn quy định chung",
        cite,
        LATER_RETIREMENT,
    )
    when = AllOf(f"{rule}.women", "Cán bộ nữ lãnh đạo, quản lý", cite, (leader, usual))
    title = "Thời gian giữ chức vụ, giảm cho cán bộ nữ"
    return Excepted(f"{rule}.time", plain, (Instead(title, cite, when, less, WOMEN_LEADERS),))


def _both_wars(rule: str, cite: Citation) -> IsFact:
    return IsFact(f"{rule}.both_wars", "Tham gia hai cuộc kháng chiến", cite, BOTH_WARS)


def _table_2017(t: TextsOn, part: Entry | None) -> Rule:
    """Make the table read in Điều 23, with or without the part taken off."""
    rule, entry = "labour_order_2.long_service", "long_service.labour_2"
    deputy = t[f"{entry}.wars.deputy.from"]
    higher_too = (DEPUTY_HEAD, DEPARTMENT_HEAD)
    added = TimeInPost(
        f"{rule}.wars.added", DEPUTY_TITLE, TABLE_2017, higher_too, deputy, None, part
    )
    of_wars = Rows(
        f"{rule}.wars",
        "Thời gian giữ chức vụ, tham gia hai cuộc kháng chiến",
        TABLE_2017,
        (
            TimeInPost(
                f"{rule}.wars.head",
                HEAD_TITLE,
                TABLE_2017,
                (DEPARTMENT_HEAD,),
                t[f"{entry}.wars.head.from"],
                t[f"{entry}.wars.head.below"],
                part,
            ),
            TimeInPost(
                f"{rule}.wars.deputy", DEPUTY_TITLE, TABLE_2017, (DEPUTY_HEAD,), deputy, None, part
            ),
            Reading(f"{rule}.wars.lower_post", added, ADDED_DOUBT),
        ),
    )
    usual = TimeInPost(
        f"{rule}.head",
        HEAD_TITLE,
        TABLE_2017,
        (DEPARTMENT_HEAD,),
        t[f"{entry}.one_war.head.from"],
        t[f"{entry}.one_war.head.below"],
        part,
    )
    wars = Instead(of_wars.title, TABLE_2017, _both_wars(rule, TABLE_2017), of_wars, IN_BOTH_WARS)
    return Excepted(f"{rule}.posts", usual, (wars,))


# Nghị định 91/2017/NĐ-CP, Điều 23, phần quá trình cống hiến (tóm lược, không phải nguyên văn): tham
# gia hai cuộc kháng chiến, giữ chức Vụ trưởng, Thường vụ tỉnh ủy, Phó Chủ tịch Hội đồng nhân dân,
# Ủy ban nhân dân tỉnh từ 06 năm đến dưới 10 năm, hoặc Giám đốc sở, Bí thư, Chủ tịch huyện, Phó Vụ
# trưởng từ 10 năm; trường hợp khác giữ các chức vụ thứ nhất từ 10 năm đến dưới 15 năm.
# Điều 3: nữ lãnh đạo được giảm 1/3 thời gian, trừ khi chức vụ có tuổi nghỉ hưu cao hơn.
@route(
    "labour_order_2.long_service.2017",
    code="HCLD2",
    way="quá trình cống hiến",
    cite=TABLE_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
    kind=Kind.LONG_SERVICE,
)
def labour_order_2_long_service_2017(t: TextsOn) -> Rule:
    """The table, less a third for women; the general conditions were not read and stay open.

    Who served in both wars is judged by the rows of both; the clause number inside Điều 23 is not
    known. Only some rows were read, so these refuse nobody whose file relies on another one.
    """
    rule = "labour_order_2.long_service"
    general = Judgement(
        f"{rule}.general",
        "Điều kiện chung (nghỉ hưu hoặc thôi chức vụ, không bị kỷ luật)",
        TABLE_2017,
        "Điều kiện chung khi xét quá trình cống hiến: người thẩm định đối chiếu.",
        known=Seen.MEMORY,
    )
    part = t["long_service.women_part"]
    read = _for_women(rule, WOMEN_2017, _table_2017(t, None), _table_2017(t, part))
    other_title = "Khung khác của bảng chức vụ"
    other = Instead(
        other_title,
        TABLE_2017,
        IsFact(f"{rule}.other.proposed", other_title, TABLE_2017, OTHER_ROW),
        Judgement(
            f"{rule}.other",
            other_title,
            TABLE_2017,
            f"{other_title}: người thẩm định đối chiếu.",
            known=Seen.UNVERIFIED,
        ),
    )
    time = Excepted(f"{rule}.rows", read, (other,))
    return AllOf(rule, "Quá trình cống hiến, Huân chương Lao động hạng Nhì", TABLE_2017,
        (time, general))  # fmt: skip


POSTS_2025 = (
    ("deputy_head", "Thời gian giữ chức Phó Vụ trưởng và tương đương", DEPUTY_HEAD),
    ("head", "Thời gian giữ chức Vụ trưởng và tương đương", DEPARTMENT_HEAD),
    (
        "deputy_director",
        "Thời gian giữ chức Phó Tổng cục trưởng và tương đương",
        DEPUTY_DIRECTOR_GENERAL,
    ),
    ("director", "Thời gian giữ chức Tổng cục trưởng và tương đương", DIRECTOR_GENERAL),
)
"""Rows of Điều 21 from the lowest post up; time too short in one goes to the next lower."""


def _table_2025(t: TextsOn, part: Entry | None) -> Rule:
    rule, entry = "labour_order_3.long_service", "long_service.labour_3"
    names = tuple(name for _, _, name in POSTS_2025)
    rows = tuple(
        TimeInPost(
            f"{rule}.{post}",
            title,
            TABLE_2025,
            names[number:],
            t[f"{entry}.{post}.from"],
            t[f"{entry}.{post}.below"],
            part,
        )
        for number, (post, title, _) in enumerate(POSTS_2025)
    )
    led = Judgement(
        f"{rule}.wars.posts",
        "Chức vụ lãnh đạo cấp tỉnh, sở, huyện trong hai cuộc kháng chiến",
        TABLE_2025,
        "Chức vụ lãnh đạo cấp tỉnh, sở, huyện và tương đương theo bảng chức vụ của hai cuộc kháng "
        "chiến: người thẩm định đối chiếu.",
        known=Seen.SECONDARY,
    )
    wars = AllOf(
        f"{rule}.wars",
        "Tham gia hai cuộc kháng chiến",
        TABLE_2025,
        (_both_wars(rule, TABLE_2025), led),
    )
    return Rows(f"{rule}.table", "Thời gian giữ chức vụ", TABLE_2025, (*rows, wars))


# Nghị định 152/2025/NĐ-CP, Điều 9 và Điều 21 (tóm lược, không phải nguyên văn): xét khi đã có thông
# báo hoặc quyết định nghỉ hưu, hoặc thôi giữ chức vụ lãnh đạo và ở lại làm chuyên môn; không xét
# nếu bị kỷ luật hoặc có sai phạm nghiêm trọng (đã kết luận bằng văn bản) trong thời gian giữ chức
# vụ lấy làm căn cứ. Chưa đủ thời gian ở một chức vụ thì cộng vào chức vụ thấp hơn liền kề; nhiều
# chức vụ một lúc thì lấy chức vụ cao nhất. Bảng của Điều 21: Tổng cục trưởng từ 3 đến dưới 5 năm,
# Phó Tổng cục trưởng từ 5 đến dưới 8, Vụ trưởng từ 6 đến dưới 10, Phó Vụ trưởng từ 10 đến dưới 15.
@route(
    "labour_order_3.long_service.2025",
    code="HCLD3",
    way="quá trình cống hiến",
    cite=TABLE_2025,
    since=date(2025, 7, 1),
    kind=Kind.LONG_SERVICE,
)
def labour_order_3_long_service_2025(t: TextsOn) -> Rule:
    """The conditions of Điều 9 decide; the table was read in a machine translation and does not.

    That the higher of two posts held at once counts, and where the time of somebody rotated to a
    lower post ends, is said with the question to the file.
    """
    rule = "labour_order_3.long_service"
    part = t["long_service.women_part"]
    retired = IsFact(
        f"{rule}.retired",
        "Có thông báo, quyết định nghỉ hưu hoặc đã thôi giữ chức vụ lãnh đạo",
        GENERAL_2025,
        RETIRING,
    )
    blameless = IsFact(
        f"{rule}.blameless",
        "Không bị kỷ luật, không có sai phạm nghiêm trọng khi giữ chức vụ lấy làm căn cứ",
        GENERAL_2025,
        AT_FAULT,
    )
    time = _for_women(rule, WOMEN_2025, _table_2025(t, None), _table_2025(t, part))
    title = "Quá trình cống hiến, Huân chương Lao động hạng Ba"
    return AllOf(rule, title, TABLE_2025, (retired, blameless, time))


ROUTES = (labour_order_2_long_service_2017, labour_order_3_long_service_2025)
