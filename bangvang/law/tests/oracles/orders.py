"""Orders, long service and heroes, with loops.

Years that nobody has recorded are weighed here at their worst and at their best, so that only a
few rows need hiding on top.
"""

from collections.abc import Callable, Iterable, Mapping

from bangvang.law.finding import Answer
from bangvang.law.record import Fact, Record
from bangvang.law.tests.oracle import GRADED, Oracle, is_open, or_the_year_before, years_of

JUDGED = frozenset({Answer.MET})
OPEN_ALWAYS = frozenset({Answer.MET, Answer.NOT_MET})
YES_NO = (True, False)
FAR = 48

GOOD = ("HTXSNV", "HTTNV")
EXCELLENT = ("HTXSNV",)
WIDE = ("SK_TINH", "SK_TOAN_QUOC", "DE_TAI_TINH", "DE_TAI_TOAN_QUOC")


def graded_surely(record: Record, grades: Iterable[str], year: int) -> bool:
    there = [grade for grade in GRADED if year in years_of(record, grade)]
    return bool(there) and all(grade in grades for grade in there)


def graded_perhaps(record: Record, grades: Iterable[str], year: int) -> bool:
    there = [grade for grade in GRADED if year in years_of(record, grade)]
    if any(grade in grades for grade in there):
        return True
    return not there and is_open(record, "HTXSNV", year)


def held_surely(record: Record, codes: Iterable[str], year: int) -> bool:
    return any(year in years_of(record, code) for code in codes)


def held_perhaps(record: Record, codes: Iterable[str], year: int) -> bool:
    return held_surely(record, codes, year) or any(is_open(record, code, year) for code in codes)


def prior(record: Record, codes: tuple[str, ...], year: int) -> str:
    """Say whether one of these was held before the last five years."""
    before = [held for held in years_of(record, *codes) if held <= year - 5]
    if before:
        return "yes"
    years = range(year - FAR, year - 4)
    return "doubt" if any(is_open(record, code, one) for code in codes for one in years) else "no"


def unbroken(year: int, holds: Callable[[int], bool]) -> list[int]:
    """List the years that hold, back from the last one without a break."""
    found: list[int] = []
    while year - len(found) >= year - FAR and holds(year - len(found)):
        found.append(year - len(found))
    return found


def since_award(record: Record, code: str, year: int, *, perhaps: bool) -> int:
    """Return the first year after the oldest award; a far one if none.

    The farthest year stands for all before it: an award there may be older than a title there.
    """
    years = [held for held in years_of(record, code) if held <= year]
    if perhaps:
        years += [one for one in range(year - FAR, year + 1) if is_open(record, code, one)]
    if not years:
        return year + 1
    oldest = max(min(years), year - FAR)
    return oldest if perhaps and oldest == year - FAR else oldest + 1


def worst(*found: str) -> str:
    if "no" in found:
        return "no"
    return "doubt" if "doubt" in found else "yes"


def at_least(sure: int, perhaps: int, least: int) -> str:
    if sure >= least:
        return "yes"
    return "doubt" if perhaps >= least else "no"


def five_years(record: Record, year: int, grades: tuple[str, ...]) -> str:
    window = range(year - 4, year + 1)
    if all(graded_surely(record, grades, one) for one in window):
        return "yes"
    return "doubt" if all(graded_perhaps(record, grades, one) for one in window) else "no"


def excellent_results(record: Record, year: int) -> str:
    if five_years(record, year, EXCELLENT) == "yes":
        return "yes"
    return "no" if five_years(record, year, GOOD) == "no" else "doubt"


def third_class_2017(record: Record, year: int) -> str:
    first = year - 4
    inside = [held for held in years_of(record, "SK_TINH") if first <= held <= year]
    wide = [held for held in years_of(record, *WIDE) if first <= held <= year]
    unknown = any(is_open(record, "SK_TINH", one) for one in range(first, year + 1))
    initiatives = at_least(len(inside), 99 if unknown else len(wide), 2)
    return worst(
        prior(record, ("BK_TTG",), year), excellent_results(record, year), initiatives
    )  # fmt: skip


def first_class_2017(record: Record, year: int) -> str:
    return worst(prior(record, ("HCLD2",), year), excellent_results(record, year), "doubt")


def good_years(
    record: Record, year: int, *, award: str, excellent: int, titles: tuple[str, ...], wanted: int
) -> str:
    """Judge an award, then five good years, in them excellent ones and titles."""
    sure = unbroken(year, lambda one: graded_surely(record, GOOD, one))
    perhaps = unbroken(year, lambda one: graded_perhaps(record, GOOD, one))
    start_sure = since_award(record, award, year, perhaps=False)
    start_perhaps = since_award(record, award, year, perhaps=True)
    sure = [one for one in sure if one >= start_sure]
    perhaps = [one for one in perhaps if one >= start_perhaps]
    return worst(
        prior(record, (award,), year),
        five_years(record, year, GOOD),
        at_least(
            len([one for one in sure if graded_surely(record, EXCELLENT, one)]),
            len([one for one in perhaps if graded_perhaps(record, EXCELLENT, one)]),
            excellent,
        ),
        at_least(
            len([one for one in sure if held_surely(record, titles, one)]),
            len([one for one in perhaps if held_perhaps(record, titles, one)]),
            wanted,
        ),
    )


def third_class_2024(record: Record, year: int) -> str:
    return good_years(record, year, award="BK_TTG", excellent=1, titles=("CSTDCS",), wanted=3)


def second_class_2024(record: Record, year: int) -> str:
    return good_years(record, year, award="HCLD3", excellent=2, titles=("CSTDT", "CSTDB"), wanted=1)


def outstanding_years(record: Record, year: int) -> str:
    """Judge five years of the grade, or of the title of the collective."""
    window = range(year - 4, year + 1)
    if all(
        graded_surely(record, EXCELLENT, one) or held_surely(record, ["TTLDXS"], one)
        for one in window
    ):
        return "yes"
    possible = all(
        graded_perhaps(record, EXCELLENT, one) or held_perhaps(record, ["TTLDXS"], one)
        for one in window
    )
    return "doubt" if possible else "no"


def collective_first_class(record: Record, year: int) -> str:
    return worst(prior(record, ("HCLD2",), year), outstanding_years(record, year), "doubt")


def always_open(record: Record, year: int) -> str:  # nothing is computed
    return "doubt"


def asked(record: Record, **least: int | bool) -> str:
    """Judge answers to questions: this very yes or no, or at least so many."""
    for name, wanted in least.items():
        found = record.facts[name]
        if isinstance(wanted, bool):
            if found is not wanted:
                return "no"
        elif found is None or found < wanted:
            return "no"
    return "yes"


def stated(**least: int | bool) -> Oracle:
    """Make the oracle of a route that asks the file and then people."""
    return Oracle(
        lambda record, _: worst(asked(record, **least), "doubt"),
        facts=values_of(least),
        never=JUDGED,
    )


def decided(**least: int | bool) -> Oracle:
    """Make the oracle of a route that asks the file alone."""
    return Oracle(lambda record, _: asked(record, **least), facts=values_of(least))


def values_of(least: Mapping[str, int | bool]) -> dict[str, tuple[Fact, ...]]:
    return {
        name: YES_NO if isinstance(wanted, bool) else (wanted - 1, wanted)
        for name, wanted in least.items()
    }


NEAR = tuple(("HTXSNV", back, 1) for back in (0, 4))
COLLECTIVE_NEAR = (*NEAR, ("TTLDXS", 2, 1), ("HCLD2", 5, 1), ("HCLD2", 48, 1))
ONLY_JUDGED = (
    "labour_order_1.sudden.2017",
    "labour_order_1.collective_sudden.2017",
    "labour_order_1.collective_special.2017",
    "labour_order_1.invention.2017",
    "labour_order_1.collective_sudden.2024",
    "labour_order_1.collective_contribution.2024",
    "labour_order_1.collective_movement.2024",
    "labour_order_2.sudden.2024",
    "labour_order_2.prize.2024",
    "labour_order_2.invention.2024",
    "labour_order_2.contribution.2024",
    "labour_order_2.long_service.2017",
    "labour_order_3.collective_sudden.2024",
    "labour_order_3.collective_contribution.2024",
    "labour_order_3.collective_movement.2024",
    "labour_order_3.workers_sudden.2024",
    "labour_order_3.workers_invention.2024",
    "labour_order_3.workers_contribution.2024",
    "labour_hero.sudden.2017",
    "labour_hero.sudden.2024",
    "labour_hero.collective_sudden.2024",
    "labour_order_2.collective.2024",
    "labour_order_3.collective.2024",
)
"""Everything is left to people, or the text was read at second hand only."""

ORACLES = {
    **{name: Oracle(always_open, never=OPEN_ALWAYS) for name in ONLY_JUDGED},
    "labour_order_3.merit.2017": Oracle(
        or_the_year_before(third_class_2017, *GOOD),
        (
            *NEAR,
            *(("BK_TTG", back, 1) for back in (5, 48)),
            ("SK_TINH", 0, 2),
            ("SK_TOAN_QUOC", 4, 2),
            ("DE_TAI_TINH", 1, 2),
        ),
    ),
    "labour_order_1.merit.2017": Oracle(
        or_the_year_before(first_class_2017, *GOOD),
        (*NEAR, *(("HCLD2", back, 1) for back in (5, 48))),
        never=JUDGED,
    ),
    "labour_order_3.merit.2024": Oracle(
        or_the_year_before(third_class_2024, *GOOD),
        (*NEAR, ("BK_TTG", 5, 1), ("CSTDCS", 0, 1)),
    ),
    "labour_order_2.merit.2024": Oracle(
        or_the_year_before(second_class_2024, *GOOD),
        (*NEAR, ("HCLD3", 5, 1), ("CSTDT", 0, 1), ("CSTDB", 5, 1)),
    ),
    "labour_order_1.collective.2017": Oracle(
        or_the_year_before(collective_first_class, *EXCELLENT, "TTLDXS"),
        COLLECTIVE_NEAR,
        never=JUDGED,
    ),
    "labour_order_1.collective.2024": Oracle(
        or_the_year_before(collective_first_class, *EXCELLENT, "TTLDXS"),
        (*COLLECTIVE_NEAR, ("CO_CP", 1, 1), ("CO_TINH", 1, 1)),
        never=JUDGED,
    ),
    "labour_order_3.sudden.2017": stated(HC_DOT_XUAT_DUOC_CONG_NHAN=True),
    "labour_order_1.workers.2017": stated(HC_SANG_KIEN_CAP_BO=4, HC_GIUP_DONG_NGHIEP=True),
    "labour_order_1.farmers_invention.2017": decided(HC_SANG_CHE_CAP_BO=1),
    "labour_order_1.farmers_model.2017": decided(
        HC_NAM_MO_HINH=5,
        HC_GIUP_HO_GIA_DINH=True,
        HC_TAO_VIEC_LAM=True,
        HC_MO_HINH_DUOC_CONG_NHAN=True,
    ),
    "labour_order_3.workers_movement.2024": stated(HC_NAM_PHONG_TRAO=5),
    "labour_order_3.long_service.2025": stated(
        CH_NGHI_HUU_HOAC_THOI_CHUC=True, CH_BI_KY_LUAT=False
    ),
    "bravery.act.2017": stated(HC_HANH_DONG_DUNG_CAM=True),
    "bravery.died.2017": stated(HC_HANH_DONG_DUNG_CAM=True),
    "labour_hero.2017": stated(AH_DOT_DAI_HOI=True, AH_NAM_DONG_GOP=10, AH_TAP_THE_SUY_TON=True),
    "labour_hero.2024": stated(AH_NAM_DONG_GOP=10, AH_TAP_THE_SUY_TON=True),
    "labour_hero.collective.2024": stated(AH_NAM_DAN_DAU=10),
    "friendship_order.2024": stated(HC_NGUOI_NUOC_NGOAI=True),
    "friendship_order.collective.2024": stated(HC_NGUOI_NUOC_NGOAI=True),
}
