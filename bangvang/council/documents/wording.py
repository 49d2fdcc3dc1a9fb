"""Words that the papers of a session share."""

from datetime import datetime

from django.utils.timezone import localtime

from bangvang.council.models.councils import SeatRole
from bangvang.council.selectors.councils import SeatRow
from bangvang.foundation.documents.paper import Heads
from bangvang.foundation.documents.wording import date_in_words


def heads_of(organisation_name: str, council_name: str) -> Heads:
    """Return what stands at the top left: the body above the council, and the council.

    Lines are broken where officials break them, and the province is named once.
    """
    council = council_name.removesuffix(f" tỉnh {place_of(organisation_name)}")
    return Heads(
        superior=organisation_name.replace(" tỉnh ", "\ntỉnh ", 1),
        issuer=council.replace(" Thi đua", "\nThi đua", 1),
    )


def place_of(organisation_name: str) -> str:
    """Return the place that papers name: the province of the organisation, without its rank."""
    return organisation_name.rpartition("tỉnh ")[2] or organisation_name


def moment_in_words(moment: datetime) -> str:
    """Return "14 giờ 00 phút, ngày 19 tháng 4 năm 2022"."""
    local = localtime(moment)
    return f"{local:%H giờ %M phút}, {date_in_words(local.date())}"


def chair_posts(chair: SeatRow) -> tuple[str, ...]:
    """Return the lines of power above the chair's signature."""
    if chair.role == SeatRole.CHAIR:
        return ("CHỦ TỊCH HỘI ĐỒNG",)
    return ("KT. CHỦ TỊCH HỘI ĐỒNG", chair.role_name)


def share_in_words(count: int, total: int) -> str:
    """Return 17/22 as "77,27%"; cut, never rounded up over a mark."""
    hundredths = 10_000 * count // total
    return f"{hundredths // 100},{hundredths % 100:02d}%"
