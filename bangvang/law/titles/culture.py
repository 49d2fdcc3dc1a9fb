"""Gia đình văn hóa (GIA_DINH_VH), for households, from the decree of 2023 on.

Left to people, all of it: the three standards are conduct; their scores are set by the province.
Not coded: the title before 2024-01-30, Thôn, tổ dân phố văn hóa, and Xã, phường, thị trấn (đặc
khu) tiêu biểu, whose standards are not in our hands: see ``texts/gaps/collective_emulation.toml``.
"""

from datetime import date

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import Judgement

DECREE_2023 = Citation("ND-86-2023")


def _standard(part: str, title: str) -> Judgement:
    said = f"{title}: do cộng đồng dân cư và người có thẩm quyền đánh giá."
    return Judgement(f"cultural_family.{part}", title, DECREE_2023, said)


# Nghị định 86/2023/NĐ-CP (tóm lược ba tiêu chuẩn, không phải nguyên văn; số điều chưa đối chiếu):
# gương mẫu chấp hành pháp luật; tích cực tham gia phong trào của địa phương; gia đình no ấm, tiến
# bộ, hạnh phúc, văn minh, đoàn kết trong cộng đồng.
@route(
    "cultural_family.2024",
    code="GIA_DINH_VH",
    way="đạt ba tiêu chuẩn của khung tiêu chuẩn",
    cite=DECREE_2023,
    since=date(2024, 1, 30),
    subject=Subject.HOUSEHOLD,
)
def cultural_family_2024(t: TextsOn) -> Rule:  # noqa: ARG001  # the scores are the province's
    """The three standards of the frame; nothing in them is counted."""
    return AllOf(
        "cultural_family",
        "Gia đình văn hóa",
        DECREE_2023,
        (
            _standard("law_abiding", "Gương mẫu chấp hành pháp luật"),
            _standard("movements", "Tích cực tham gia các phong trào của địa phương"),
            _standard(
                "well_being",
                "Gia đình no ấm, tiến bộ, hạnh phúc, văn minh, đoàn kết trong cộng đồng",
            ),
        ),
    )


ROUTES = (cultural_family_2024,)
