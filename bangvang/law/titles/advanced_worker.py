"""Lao động tiên tiến (LDTT) and Chiến sĩ tiên tiến (CSTT), under both laws.

Left to people, always: conduct. Informational, hence not coded: maternity, training and treatment
after saving people count as work; who moved is considered by the new unit, with the old unit's
opinion after six months there. Gaps: workers and farmers, and the armed forces, before 2024. The
conditions that a province adds to Điều 24 are its own layer.
"""

from datetime import date

from bangvang.law.answers import DISCIPLINED
from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf
from bangvang.law.criteria import InTheYear
from bangvang.law.disciplined import NotDisciplined
from bangvang.law.facts import Codes
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import AtLeast, Judgement

LAW_2003 = Citation("LUAT-2003", 24, 1)
DECREE_2017 = Citation("ND-91-2017", 8)
STAFF_2022 = Citation("LUAT-06-2022", 24, 1)
FORCES_2022 = Citation("LUAT-06-2022", 24, 2)
WORKERS_2022 = Citation("LUAT-06-2022", 24, 3)

GOOD: Codes = ("HTTNV", "HTXSNV")
AS_WORKER = "LDTT_CONG_NHAN_NONG_DAN"
MONTHS = "SO_THANG_TU_KHI_TUYEN_DUNG"


def _graded(prefix: str, cite: Citation) -> InTheYear:
    return InTheYear(f"{prefix}.grade", "Xếp loại hoàn thành tốt nhiệm vụ trở lên", cite, GOOD)


def _conduct(prefix: str, cite: Citation, what: str) -> Judgement:
    return Judgement(
        f"{prefix}.conduct",
        "Chấp hành, đoàn kết, tích cực thi đua",
        cite,
        f"{what}: do tập thể bình xét và người thẩm định đánh giá.",
    )


def staff_standard_2017(prefix: str, t: TextsOn) -> tuple[Rule, ...]:
    """Return the conditions for cán bộ, công chức, viên chức under the decree of 2017.

    ``prefix`` begins the names of the conditions, since another title rests on them too.
    """
    conduct = (
        "Chấp hành chủ trương, pháp luật, đoàn kết, tích cực tham gia phong trào thi đua, học tập, "
        "có đạo đức, lối sống lành mạnh"
    )
    return (
        _graded(prefix, LAW_2003),
        AtLeast(
            f"{prefix}.months",
            "Thời gian từ khi được tuyển dụng",
            DECREE_2017,
            MONTHS,
            t["advanced_worker.months_in_service"],
            "tháng",
        ),
        NotDisciplined(
            f"{prefix}.discipline", "Không bị kỷ luật trong năm", DECREE_2017, DISCIPLINED
        ),
        _conduct(prefix, LAW_2003, conduct),
    )


def staff_standard_2024(prefix: str, cite: Citation) -> tuple[Rule, ...]:
    """Return the conditions for staff, and alike for the armed forces, under the law of 2022."""
    conduct = "Tự lực, tự cường, đoàn kết, tương trợ, tích cực tham gia phong trào thi đua"
    return (_graded(prefix, cite), _conduct(prefix, cite, conduct))


def workers_standard_2024(prefix: str) -> tuple[Rule, ...]:
    """Return the conditions for workers, farmers and others under the law of 2022."""
    conduct = "Gương mẫu chấp hành, có đạo đức, lối sống lành mạnh, đoàn kết"
    work = Judgement(
        f"{prefix}.work",
        "Lao động, sản xuất có hiệu quả",
        WORKERS_2022,
        "Lao động, sản xuất có hiệu quả, tích cực tham gia phong trào thi đua và hoạt động xã "
        "hội: do tập thể bình xét và người thẩm định đánh giá.",
    )
    return (work, _conduct(prefix, WORKERS_2022, conduct))


# Luật Thi đua, khen thưởng 2003, Điều 24 khoản 1 (tóm lược, không phải nguyên văn): cán bộ, công
# chức, viên chức hoàn thành tốt nhiệm vụ được giao; chấp hành chủ trương, pháp luật, đoàn kết, tích
# cực tham gia phong trào thi đua; tích cực học tập; có đạo đức, lối sống lành mạnh.
# Nghị định 91/2017/NĐ-CP, Điều 8 (tóm lược, không phải nguyên văn): không xét người mới tuyển dụng
# dưới 10 tháng, người bị kỷ luật từ hình thức khiển trách trở lên.
@route(
    "advanced_worker.staff.2017",
    code="LDTT",
    way="cán bộ, công chức, viên chức",
    cite=LAW_2003,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
)
def advanced_worker_staff_2017(t: TextsOn) -> Rule:
    """A good year or better; not a newcomer, not disciplined in the year; conduct is judged."""
    return AllOf(
        "advanced_worker",
        "Lao động tiên tiến",
        LAW_2003,
        staff_standard_2017("advanced_worker", t),
    )


# Luật Thi đua, khen thưởng 2022, Điều 24 khoản 1 (tóm lược, không phải nguyên văn): cán bộ, công
# chức, viên chức, người lao động hoàn thành tốt nhiệm vụ trở lên; có tinh thần tự lực, tự cường,
# đoàn kết, tương trợ, tích cực tham gia phong trào thi đua.
@route(
    "advanced_worker.staff.2024",
    code="LDTT",
    way="cán bộ, công chức, viên chức, người lao động",
    cite=STAFF_2022,
    since=date(2024, 1, 1),
)
def advanced_worker_staff_2024(t: TextsOn) -> Rule:  # noqa: ARG001  # no number in the clause
    """A good year or better; conduct is judged. Newcomers and discipline are not named any more."""
    return AllOf(
        "advanced_worker",
        "Lao động tiên tiến",
        STAFF_2022,
        staff_standard_2024("advanced_worker", STAFF_2022),
    )


# Luật Thi đua, khen thưởng 2022, Điều 24 khoản 3 (tóm lược, không phải nguyên văn): công nhân, nông
# dân, người lao động khác: lao động, sản xuất có hiệu quả, tích cực tham gia phong trào thi đua và
# hoạt động xã hội; gương mẫu chấp hành, có đạo đức, lối sống lành mạnh, đoàn kết.
@route(
    "advanced_worker.workers.2024",
    code="LDTT",
    way="công nhân, nông dân, người lao động khác",
    cite=WORKERS_2022,
    since=date(2024, 1, 1),
    claim=AS_WORKER,
)
def advanced_worker_workers_2024(t: TextsOn) -> Rule:  # noqa: ARG001  # no number in the clause
    """Work that bears fruit, and conduct: both are judged."""
    return AllOf(
        "advanced_worker.workers",
        "Lao động tiên tiến, công nhân, nông dân",
        WORKERS_2022,
        workers_standard_2024("advanced_worker.workers"),
    )


# Luật Thi đua, khen thưởng 2022, Điều 24 khoản 2 (tóm lược, không phải nguyên văn): «Chiến sĩ tiên
# tiến» cho quân nhân, công an và người làm việc trong lực lượng vũ trang đạt các tiêu chuẩn như
# khoản 1.
@route(
    "advanced_soldier.2024",
    code="CSTT",
    way="quân nhân, công an",
    cite=FORCES_2022,
    since=date(2024, 1, 1),
)
def advanced_soldier_2024(t: TextsOn) -> Rule:  # noqa: ARG001  # no number in the clause
    """As for staff: a good year or better; conduct is judged."""
    return AllOf(
        "advanced_soldier",
        "Chiến sĩ tiên tiến",
        FORCES_2022,
        staff_standard_2024("advanced_soldier", FORCES_2022),
    )


ROUTES = (
    advanced_worker_staff_2017,
    advanced_worker_staff_2024,
    advanced_worker_workers_2024,
    advanced_soldier_2024,
)
