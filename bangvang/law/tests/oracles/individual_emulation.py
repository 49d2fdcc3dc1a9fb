"""Emulation titles of individuals, with loops."""

from bangvang.law.finding import Answer
from bangvang.law.record import Record
from bangvang.law.tests.oracle import GRADED, Oracle, has_all, how_many, years_of

HIGH_RESEARCH = ("SK_TINH", "DE_TAI_TINH", "SK_TOAN_QUOC", "DE_TAI_TOAN_QUOC")


def has_good_grade(record: Record, year: int) -> bool:
    return year in years_of(record, "HTTNV", "HTXSNV")


def worker_2017(record: Record, year: int) -> str:
    if not has_good_grade(record, year):
        return "no"
    if record.facts["SO_THANG_TU_KHI_TUYEN_DUNG"] < 10:  # type: ignore[operator]  # a count
        return "no"
    return "no" if record.facts["KY_LUAT_TRONG_NAM"] else "doubt"


def graded_well(record: Record, year: int) -> str:
    return "doubt" if has_good_grade(record, year) else "no"


def always_judged(record: Record, year: int) -> str:
    return "doubt"


def initiative_for_grassroots(record: Record, year: int) -> str:
    if year in years_of(record, "SK_CO_SO", "DE_TAI_CO_SO"):
        return "yes"
    anything = years_of(record, "SK_CO_SO", "DE_TAI_CO_SO", *HIGH_RESEARCH)
    return "doubt" if how_many(anything, 0, year) >= 1 else "no"


def both(*said: str) -> str:
    if "no" in said:
        return "no"
    return "doubt" if "doubt" in said else "yes"


def either(*said: str) -> str:
    if "yes" in said:
        return "yes"
    return "doubt" if "doubt" in said else "no"


def has_lower_title(record: Record, year: int) -> str:
    return "yes" if year in years_of(record, "LDTT", "CSTT") else "no"


def excellent(record: Record, year: int) -> str:
    if year not in years_of(record, "HTXSNV"):
        return "no"
    others = [code for code in GRADED if code != "HTXSNV"]
    return "doubt" if year in years_of(record, *others) else "yes"


def grassroots_2017(record: Record, year: int) -> str:
    standard = either(has_lower_title(record, year), worker_2017(record, year))
    return both(standard, initiative_for_grassroots(record, year))


def grassroots_combat_2017(record: Record, year: int) -> str:
    standard = either(has_lower_title(record, year), "doubt")
    recognised = "yes" if record.facts["CHIEN_DAU_DON_VI_CONG_NHAN"] else "no"
    return both(standard, excellent(record, year), recognised)


def grassroots_2024(record: Record, year: int) -> str:
    standard = either(has_lower_title(record, year), graded_well(record, year))
    merit = either(excellent(record, year), initiative_for_grassroots(record, year))
    return both(standard, merit)


def grassroots_workers_2024(record: Record, year: int) -> str:
    standard = either(has_lower_title(record, year), "doubt")
    merit = either(excellent(record, year), initiative_for_grassroots(record, year))
    return both(standard, merit)


def grassroots_combat_2024(record: Record, year: int) -> str:
    standard = either(has_lower_title(record, year), graded_well(record, year))
    return both(standard, "yes" if record.facts["CHIEN_DAU_DON_VI_CONG_NHAN"] else "no")


def fighter_2017(record: Record, year: int) -> str:
    titles = years_of(record, "CSTDCS")
    initiatives = years_of(record, *HIGH_RESEARCH)
    if not has_all(titles, [year - 2, year - 1, year]):
        return "no"
    return "doubt" if how_many(initiatives, 0, year) >= 1 else "no"


def fighter_2024(record: Record, year: int) -> str:
    if fighter_2017(record, year) == "doubt":
        return "doubt"
    titles = years_of(record, "CSTDCS")
    initiatives = years_of(record, *HIGH_RESEARCH)
    if year in titles or not has_all(titles, [year - 3, year - 2, year - 1]):
        return "no"
    return "doubt" if how_many(initiatives, 0, year) >= 1 else "no"


def two_higher_titles(record: Record, year: int) -> bool:
    return how_many(years_of(record, "CSTDT", "CSTDB"), 0, year) >= 2


def national_2017(record: Record, year: int) -> str:
    if not record.facts["LAN_HAI_NAM_TRUOC"]:
        return "no"
    return "doubt" if two_higher_titles(record, year) else "no"


def national_2024(record: Record, year: int) -> str:
    nationwide = years_of(record, "SK_TOAN_QUOC", "DE_TAI_TOAN_QUOC")
    if not two_higher_titles(record, year) or how_many(nationwide, 0, year) < 1:
        return "no"
    return "doubt"


JUDGED = frozenset({Answer.MET})
ONLY_JUDGED = frozenset({Answer.MET, Answer.NOT_MET})
YES_NO = (False, True)
OF_THE_YEAR = (("LDTT", 0, 1), ("HTTNV", 0, 1))
EXCELLENT = (("LDTT", 0, 1), ("HTXSNV", 0, 1))
INITIATIVES = (("SK_CO_SO", 0, 1), ("SK_CO_SO", 48, 1), ("DE_TAI_CO_SO", 0, 1), ("SK_TINH", 0, 1))

ORACLES = {
    "advanced_worker.staff.2017": Oracle(
        worker_2017,
        (("HTTNV", 0, 1), ("HTXSNV", 0, 1)),
        {"SO_THANG_TU_KHI_TUYEN_DUNG": (9, 10), "KY_LUAT_TRONG_NAM": YES_NO},
        never=JUDGED,
    ),
    "advanced_worker.staff.2024": Oracle(
        graded_well, (("HTTNV", 0, 1), ("HTXSNV", 0, 1)), never=JUDGED
    ),
    "advanced_worker.workers.2024": Oracle(always_judged, (("HTTNV", 0, 1),), never=ONLY_JUDGED),
    "advanced_soldier.2024": Oracle(graded_well, (("HTTNV", 0, 1), ("HTXSNV", 0, 1)), never=JUDGED),
    "grassroots_fighter.2017": Oracle(
        grassroots_2017,
        (*OF_THE_YEAR, *INITIATIVES),
        {"SO_THANG_TU_KHI_TUYEN_DUNG": (9, 10), "KY_LUAT_TRONG_NAM": YES_NO},
    ),
    "grassroots_fighter.combat.2017": Oracle(
        grassroots_combat_2017,
        (*EXCELLENT, ("CSTT", 0, 1)),
        {"CHIEN_DAU_DON_VI_CONG_NHAN": YES_NO},
    ),
    "grassroots_fighter.2024": Oracle(
        grassroots_2024, (*OF_THE_YEAR, ("HTXSNV", 0, 1), *INITIATIVES)
    ),
    "grassroots_fighter.workers.2024": Oracle(grassroots_workers_2024, (*EXCELLENT, *INITIATIVES)),
    "grassroots_fighter.combat.2024": Oracle(
        grassroots_combat_2024,
        (*OF_THE_YEAR, ("CSTT", 0, 1)),
        {"CHIEN_DAU_DON_VI_CONG_NHAN": YES_NO},
    ),
    "provincial_fighter.2017": Oracle(
        fighter_2017,
        (
            *(("CSTDCS", back, 1) for back in range(3)),
            *(("SK_TINH", back, 1) for back in (0, 48)),
            ("SK_TOAN_QUOC", 1, 1),
        ),
        never=JUDGED,
    ),
    "provincial_fighter.2024": Oracle(
        fighter_2024,
        (
            *(("CSTDCS", back, 1) for back in range(4)),
            *(("SK_TINH", back, 1) for back in (0, 48)),
            ("SK_TOAN_QUOC", 1, 1),
        ),
        never=JUDGED,
    ),
    "national_fighter.2017": Oracle(
        national_2017,
        (
            *(("CSTDT", back, 1) for back in (0, 1, 3, 48)),
            *(("CSTDB", back, 1) for back in (0, 48)),
        ),
        {"LAN_HAI_NAM_TRUOC": YES_NO},
        never=JUDGED,
    ),
    "national_fighter.2024": Oracle(
        national_2024,
        (
            *(("CSTDT", back, 1) for back in (0, 1, 3, 48)),
            *(("CSTDB", back, 1) for back in (0, 48)),
            ("SK_TOAN_QUOC", 0, 1),
            ("SK_TOAN_QUOC", 48, 1),
        ),
        never=JUDGED,
    ),
}
