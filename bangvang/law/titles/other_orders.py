"""Huân chương Hữu nghị (HCHN) for foreigners, the law of 2022.

Not coded: its predecessor of 2017, Huy chương Hữu nghị, and the orders and honorary titles whose
wording was not read; each is declared with its article in ``texts/gaps/orders.toml``.
"""

from bangvang.law.catalogue import Subject
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf
from bangvang.law.kinds import Kind
from bangvang.law.loading import TextsOn
from bangvang.law.routes import Route, route
from bangvang.law.rule import Rule
from bangvang.law.stated import IsFact
from bangvang.law.titles.judged import NEW, judged

FRIENDSHIP_2022 = Citation("LUAT-06-2022", 53, 1)
FOREIGN = "HC_NGUOI_NUOC_NGOAI"


# Luật Thi đua, khen thưởng 2022, Điều 53 khoản 1 (tóm lược, không phải nguyên văn): cá nhân, tập
# thể người nước ngoài có công lao; có đóng góp tích cực vào việc xây dựng, củng cố, phát triển
# quan hệ hữu nghị, hợp tác. Ngoài việc là người nước ngoài, mọi tiêu chuẩn do con người đánh giá.
def _friendship(name: str, subject: Subject) -> Route:
    stem = name.rpartition(".")[0]

    @route(
        name,
        code="HCHN",
        way="đóng góp vào quan hệ hữu nghị",
        cite=FRIENDSHIP_2022,
        since=NEW,
        kind=Kind.EXTERNAL,
        subject=subject,
    )
    def made(t: TextsOn) -> Rule:  # noqa: ARG001  # no numbers
        foreign = IsFact(
            f"{stem}.foreign", "Cá nhân, tập thể người nước ngoài", FRIENDSHIP_2022, FOREIGN
        )
        merit = judged(
            f"{stem}.contribution", "Công lao, đóng góp vào quan hệ hữu nghị", FRIENDSHIP_2022
        )
        return AllOf(stem, "Huân chương Hữu nghị", FRIENDSHIP_2022, (foreign, merit))

    return made


ROUTES = (
    _friendship("friendship_order.2024", Subject.PERSON),
    _friendship("friendship_order.collective.2024", Subject.COLLECTIVE),
)
