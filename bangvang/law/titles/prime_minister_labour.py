"""Bằng khen của Thủ tướng Chính phủ (BK_TTG) for workers, farmers and labourers, law of 2022.

Điều 73 khoản 2 điểm a sends them to the ways by movement, by years and by contribution, which are
open to everybody. The letters of the points on workers and farmers were not read.
Not coded: the decree of 2017, whose clause was not read (``texts/gaps/certificates.toml``).
"""

from datetime import date

from bangvang.law.combined import AllOf
from bangvang.law.kinds import Kind
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import AtLeast, IsFact
from bangvang.law.titles.achievements import judged
from bangvang.law.titles.prime_minister_achievements import (
    LABOUR_2022,
    LABOUR_ACHIEVEMENT_2022,
    NAME,
    PREFIX,
)

SINCE = date(2024, 1, 1)


def _labour(part: str, what: str) -> Rule:
    prefix = f"{PREFIX}.{part}"
    labourer = IsFact(
        f"{prefix}.labourer",
        "Là công nhân, nông dân hoặc người lao động",
        LABOUR_ACHIEVEMENT_2022,
        "BK_LA_NGUOI_LAO_DONG",
    )
    reach = judged(
        f"{prefix}.influence",
        f"{what} trong lao động, sản xuất, có phạm vi ảnh hưởng trong lĩnh vực, ngành, nghề",
        LABOUR_ACHIEVEMENT_2022,
    )
    return AllOf(prefix, f"{NAME}, người lao động", LABOUR_ACHIEVEMENT_2022, (labourer, reach))


# Luật Thi đua, khen thưởng 2022, Điều 73 khoản 2 điểm b (tóm lược, không phải nguyên văn): công
# nhân, nông dân, người lao động lập được nhiều thành tích hoặc thành tích đột xuất trong lao động,
# sản xuất, có phạm vi ảnh hưởng trong lĩnh vực, ngành, nghề.
@route(
    "prime_minister_certificate.labour.2024",
    code="BK_TTG",
    way="công nhân, nông dân, người lao động có nhiều thành tích trong lao động, sản xuất",
    cite=LABOUR_ACHIEVEMENT_2022,
    since=SINCE,
    claim="BK_LAO_DONG",
)
def labour_2024(_: TextsOn) -> Rule:
    """Many achievements of somebody who works with their hands."""
    return _labour("labour", "Nhiều thành tích")


@route(
    "prime_minister_certificate.labour_sudden.2024",
    code="BK_TTG",
    way="công nhân, nông dân, người lao động có thành tích đột xuất trong lao động, sản xuất",
    cite=LABOUR_ACHIEVEMENT_2022,
    since=SINCE,
    kind=Kind.SUDDEN,
    claim="BK_LAO_DONG",
)
def labour_sudden_2024(_: TextsOn) -> Rule:
    """A sudden achievement in labour; that it is sudden is for people here."""
    return _labour("labour_sudden", "Thành tích đột xuất")


# Luật Thi đua, khen thưởng 2022, Điều 73 khoản 2 (tóm lược, chữ của điểm chưa đối chiếu): công nhân
# có sáng kiến mang lại lợi ích giá trị cao, có phạm vi ảnh hưởng trong cấp huyện, và có công đào
# tạo, bồi dưỡng, giúp đỡ đồng nghiệp.
@route(
    "prime_minister_certificate.worker.2024",
    code="BK_TTG",
    way="công nhân có sáng kiến giá trị cao và giúp đỡ đồng nghiệp",
    cite=LABOUR_2022,
    since=SINCE,
    claim="BK_CONG_NHAN",
)
def worker_2024(_: TextsOn) -> Rule:
    """An initiative of high value, and training of colleagues.

    Its scope is the district, a level that ended on 2025-07-01; how it is read since is not
    known, so value and scope are for people on every day.
    """
    prefix = f"{PREFIX}.worker"
    worker = IsFact(f"{prefix}.is_one", "Là công nhân", LABOUR_2022, "BK_LA_CONG_NHAN")
    trained = IsFact(
        f"{prefix}.trained", "Đào tạo, giúp đỡ đồng nghiệp", LABOUR_2022, "BK_GIUP_DONG_NGHIEP"
    )
    value = judged(
        f"{prefix}.initiative",
        "Sáng kiến mang lại giá trị cao, có phạm vi ảnh hưởng cấp huyện (cấp huyện kết thúc hoạt "
        "động từ 01/07/2025)",
        LABOUR_2022,
    )
    return AllOf(prefix, f"{NAME}, công nhân", LABOUR_2022, (worker, trained, value))


# Luật Thi đua, khen thưởng 2022, Điều 73 khoản 2 (tóm lược, chữ của điểm chưa đối chiếu): nông dân
# có mô hình sản xuất hiệu quả, ổn định từ 02 năm trở lên (phạm vi ảnh hưởng chưa đọc được).
@route(
    "prime_minister_certificate.farmer.2024",
    code="BK_TTG",
    way="nông dân có mô hình sản xuất hiệu quả, ổn định",
    cite=LABOUR_2022,
    since=SINCE,
    claim="BK_NONG_DAN",
)
def farmer_2024(t: TextsOn) -> Rule:
    """A model of production that has been stable for two years; effect and reach are for people."""
    prefix = f"{PREFIX}.farmer"
    farmer = IsFact(f"{prefix}.is_one", "Là nông dân", LABOUR_2022, "BK_LA_NONG_DAN")
    stable = AtLeast(
        f"{prefix}.years",
        "Thời gian mô hình sản xuất ổn định",
        LABOUR_2022,
        "BK_MO_HINH_SO_NAM",
        t[f"{prefix}.years"],
        "năm",
    )
    effect = judged(
        f"{prefix}.effect", "Hiệu quả và phạm vi ảnh hưởng của mô hình sản xuất", LABOUR_2022
    )
    return AllOf(prefix, f"{NAME}, nông dân", LABOUR_2022, (farmer, stable, effect))


ROUTES = (labour_2024, labour_sudden_2024, worker_2024, farmer_2024)
