"""Chiến sĩ thi đua cơ sở (CSTDCS), under both laws.

The clauses ask for the standard of Lao động tiên tiến, not for its decision; who holds that title
for the year has met it, as its authority decided. The 15 % of the decree of 2017 is a rule over
groups, see ``groups``.
Gap: the standard for workers, farmers and the armed forces before 2024.
"""

from datetime import date

from bangvang.law.citation import Citation
from bangvang.law.combined import AllOf, AnyOf, Reading
from bangvang.law.counted import CountedEver
from bangvang.law.criteria import InTheYear
from bangvang.law.facts import Codes
from bangvang.law.instruments import Seen
from bangvang.law.loading import TextsOn
from bangvang.law.routes import route
from bangvang.law.rule import Rule
from bangvang.law.stated import IsFact, Judgement
from bangvang.law.titles.advanced_worker import (
    AS_WORKER,
    FORCES_2022,
    STAFF_2022,
    WORKERS_2022,
    staff_standard_2017,
    staff_standard_2024,
    workers_standard_2024,
)

STANDARD_2017 = Citation("ND-91-2017", 9, 3, "a")
MERIT_2017 = Citation("ND-91-2017", 9, 3, "b")
DECREE_2017 = Citation("ND-91-2017", 9, 3)
LAW_2022 = Citation("LUAT-06-2022", 23)

ADVANCED: Codes = ("LDTT", "CSTT")
EXCELLENT: Codes = ("HTXSNV",)
OF_THE_UNIT: Codes = ("SK_CO_SO", "DE_TAI_CO_SO")
WIDER: Codes = (*OF_THE_UNIT, "SK_TINH", "DE_TAI_TINH", "SK_TOAN_QUOC", "DE_TAI_TOAN_QUOC")
IN_COMBAT, RECOGNISED = "CSTDCS_CHIEN_DAU", "CHIEN_DAU_DON_VI_CONG_NHAN"

NAME = "Chiến sĩ thi đua cơ sở"
LOWER_TITLE = "Danh hiệu Lao động tiên tiến hoặc Chiến sĩ tiên tiến"
STANDARD = "Đạt tiêu chuẩn Lao động tiên tiến hoặc Chiến sĩ tiên tiến"
INITIATIVE = "Sáng kiến hoặc đề tài khoa học cấp cơ sở"
WIDER_SCOPE = "Sáng kiến hoặc đề tài khoa học phạm vi rộng hơn cơ sở"
OTHER_YEAR = "Sáng kiến hoặc đề tài khoa học của năm khác"
SCOPE_DOUBT = (
    "Điều khoản nêu sáng kiến, đề tài do cơ sở công nhận; người thẩm định quyết định có tính phạm "
    "vi rộng hơn hay không."
)
YEAR_DOUBT = (
    "Điều khoản không nói sáng kiến, đề tài phải thuộc năm nào; người thẩm định quyết định có tính "
    "sáng kiến ngoài năm xét hay không."
)


def _standard(prefix: str, cite: Citation, otherwise: Rule) -> AnyOf:
    """Return the lower title of the year, or its standard."""
    held = InTheYear(f"{prefix}.standard.held", LOWER_TITLE, cite, ADVANCED)
    return AnyOf(f"{prefix}.standard", STANDARD, cite, (held, otherwise))


def _all(prefix: str, cite: Citation, parts: tuple[Rule, ...]) -> AllOf:
    return AllOf(f"{prefix}.standard.all", STANDARD, cite, parts)


def _initiatives(t: TextsOn, prefix: str, cite: Citation) -> tuple[Rule, ...]:
    """Return the ways by an initiative: of the unit and the year met, others a second reading."""
    wider = InTheYear(f"{prefix}.initiative.wider", WIDER_SCOPE, cite, WIDER)
    ever = CountedEver(
        f"{prefix}.initiative.ever", OTHER_YEAR, cite, WIDER, t["grassroots_fighter.initiatives"]
    )
    return (
        InTheYear(f"{prefix}.initiative", INITIATIVE, cite, OF_THE_UNIT),
        Reading(f"{prefix}.initiative.wider_scope", wider, SCOPE_DOUBT),
        Reading(f"{prefix}.initiative.any_year", ever, YEAR_DOUBT),
    )


def _excellent(prefix: str, cite: Citation) -> InTheYear:
    return InTheYear(f"{prefix}.excellent", "Hoàn thành xuất sắc nhiệm vụ", cite, EXCELLENT)


def _merit_2024(t: TextsOn, prefix: str) -> AnyOf:
    return AnyOf(
        f"{prefix}.merit",
        "Hoàn thành xuất sắc nhiệm vụ, hoặc sáng kiến, đề tài khoa học",
        LAW_2022,
        (_excellent(prefix, LAW_2022), *_initiatives(t, prefix, LAW_2022)),
    )


def _recognised(prefix: str, cite: Citation) -> IsFact:
    return IsFact(
        f"{prefix}.recognised",
        "Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu được đơn vị công nhận",
        cite,
        RECOGNISED,
    )


# Nghị định 91/2017/NĐ-CP, Điều 9 khoản 3 (tóm lược, không phải nguyên văn): đạt tiêu chuẩn Lao động
# tiên tiến hoặc Chiến sĩ tiên tiến; và có sáng kiến để tăng năng suất lao động, tăng hiệu quả công
# tác được cơ sở công nhận, hoặc có đề tài nghiên cứu đã nghiệm thu được áp dụng, hoặc mưu trí, sáng
# tạo trong chiến đấu, phục vụ chiến đấu được đơn vị công nhận và hoàn thành xuất sắc nhiệm vụ.
@route(
    "grassroots_fighter.2017",
    code="CSTDCS",
    way="sáng kiến hoặc đề tài khoa học",
    cite=DECREE_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
)
def grassroots_fighter_2017(t: TextsOn) -> Rule:
    """The standard of Lao động tiên tiến, and an initiative or research of the unit.

    «Hoàn thành xuất sắc nhiệm vụ» belongs to the armed forces in this clause, to nobody else.
    """
    prefix = "grassroots_fighter"
    staff = _all(prefix, STANDARD_2017, staff_standard_2017(f"{prefix}.standard", t))
    merit = AnyOf(f"{prefix}.merit", INITIATIVE, MERIT_2017, _initiatives(t, prefix, MERIT_2017))
    return AllOf(prefix, NAME, DECREE_2017, (_standard(prefix, STANDARD_2017, staff), merit))


@route(
    "grassroots_fighter.combat.2017",
    code="CSTDCS",
    way="mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu",
    cite=DECREE_2017,
    since=date(2017, 10, 1),
    until=date(2024, 1, 1),
    claim=IN_COMBAT,
)
def grassroots_fighter_combat_2017(t: TextsOn) -> Rule:  # noqa: ARG001  # no number in the clause
    """An excellent year with wit recognised by the unit; the soldiers' standard was not read."""
    prefix = "grassroots_fighter.combat"
    standard = Judgement(
        f"{prefix}.standard.soldiers",
        STANDARD,
        STANDARD_2017,
        "Đạt tiêu chuẩn Chiến sĩ tiên tiến: do người thẩm định đối chiếu.",
        known=Seen.MEMORY,
    )
    return AllOf(
        prefix,
        f"{NAME}, chiến đấu, phục vụ chiến đấu",
        DECREE_2017,
        (
            _standard(prefix, STANDARD_2017, standard),
            _excellent(prefix, MERIT_2017),
            _recognised(prefix, MERIT_2017),
        ),
    )


# Luật Thi đua, khen thưởng 2022, Điều 23 (tóm lược, không phải nguyên văn): đạt tiêu chuẩn Lao động
# tiên tiến hoặc Chiến sĩ tiên tiến; và hoàn thành xuất sắc nhiệm vụ, hoặc có sáng kiến được cơ sở
# công nhận, hoặc có đề tài, đề án khoa học, công trình khoa học đã nghiệm thu, hoặc mưu trí, sáng
# tạo trong chiến đấu, phục vụ chiến đấu được đơn vị công nhận.
@route(
    "grassroots_fighter.2024",
    code="CSTDCS",
    way="hoàn thành xuất sắc nhiệm vụ, hoặc sáng kiến, đề tài khoa học",
    cite=LAW_2022,
    since=date(2024, 1, 1),
)
def grassroots_fighter_2024(t: TextsOn) -> Rule:
    """The standard of Lao động tiên tiến; an excellent year is enough, an initiative optional."""
    prefix = "grassroots_fighter"
    staff = _all(prefix, STAFF_2022, staff_standard_2024(f"{prefix}.standard", STAFF_2022))
    standard = _standard(prefix, LAW_2022, staff)
    return AllOf(prefix, NAME, LAW_2022, (standard, _merit_2024(t, prefix)))


@route(
    "grassroots_fighter.workers.2024",
    code="CSTDCS",
    way="công nhân, nông dân, người lao động khác",
    cite=LAW_2022,
    since=date(2024, 1, 1),
    claim=AS_WORKER,
)
def grassroots_fighter_workers_2024(t: TextsOn) -> Rule:
    """As for staff, by the standard for workers, farmers and others."""
    prefix = "grassroots_fighter.workers"
    workers = _all(prefix, WORKERS_2022, workers_standard_2024(f"{prefix}.standard"))
    standard = _standard(prefix, LAW_2022, workers)
    title = f"{NAME}, công nhân, nông dân"
    return AllOf(prefix, title, LAW_2022, (standard, _merit_2024(t, prefix)))


@route(
    "grassroots_fighter.combat.2024",
    code="CSTDCS",
    way="mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu",
    cite=LAW_2022,
    since=date(2024, 1, 1),
    claim=IN_COMBAT,
)
def grassroots_fighter_combat_2024(t: TextsOn) -> Rule:  # noqa: ARG001  # no number in the clause
    """The standard of Chiến sĩ tiên tiến, and wit in combat recognised by the unit."""
    prefix = "grassroots_fighter.combat"
    soldiers = _all(prefix, FORCES_2022, staff_standard_2024(f"{prefix}.standard", FORCES_2022))
    return AllOf(
        prefix,
        f"{NAME}, chiến đấu, phục vụ chiến đấu",
        LAW_2022,
        (_standard(prefix, LAW_2022, soldiers), _recognised(prefix, LAW_2022)),
    )


ROUTES = (
    grassroots_fighter_2017,
    grassroots_fighter_combat_2017,
    grassroots_fighter_2024,
    grassroots_fighter_workers_2024,
    grassroots_fighter_combat_2024,
)
