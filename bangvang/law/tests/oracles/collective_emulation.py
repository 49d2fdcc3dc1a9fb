"""Titles of collectives, flags and households, with plain arithmetic on the roll."""

from bangvang.law.finding import Answer
from bangvang.law.record import Fact, Record
from bangvang.law.tests.oracle import Oracle, years_of

WORSE = ("HTNV", "KHTNV")


def graded(record: Record, year: int, good: tuple[str, ...]) -> str:
    """Judge the grade of the year; two grades that disagree settle nothing."""
    found = year in years_of(record, *good)
    others = [code for code in ("HTXSNV", "HTTNV", *WORSE) if code not in good]
    if found:
        return "doubt" if year in years_of(record, *others) else "yes"
    return "no"


def count(record: Record, name: str) -> int:
    number = record.facts[name]
    assert number is not None
    return int(number)


def share(record: Record, part: str, percent: int, *, above: bool = False) -> str:
    """Judge a share of the members; more people than members are a slip of the pen."""
    some, everybody = count(record, part), count(record, "SO_THANH_VIEN")
    if some > everybody or everybody == 0:
        return "doubt"
    reached = some / everybody * 100
    return "yes" if reached > percent or (not above and some * 100 == everybody * percent) else "no"


def yes_no(fact: Fact) -> str:
    return "yes" if fact is True else "no"


def worst(*found: str) -> str:
    """Join conditions that all have to hold and that people judge besides."""
    return "no" if "no" in found else "doubt"


def nobody_disciplined(record: Record) -> str:
    return "yes" if count(record, "SO_KY_LUAT_CANH_CAO") == 0 else "no"


def advanced_2017(record: Record, year: int) -> str:
    return worst(
        graded(record, year, ("HTTNV", "HTXSNV")),
        share(record, "SO_LDTT", 50, above=True),
        nobody_disciplined(record),
    )


def excellent_2024(record: Record, year: int) -> str:
    return worst(
        graded(record, year, ("HTXSNV",)),
        share(record, "SO_HOAN_THANH", 100),
        share(record, "SO_LDTT", 70),
        "yes" if count(record, "SO_CSTDCS") >= 1 else "no",
    )


def excellent_2017(record: Record, year: int) -> str:
    return worst(excellent_2024(record, year), nobody_disciplined(record))


def only_weak_sources(record: Record, year: int) -> str:  # nothing read decides
    return "doubt"


def needs(*names: str) -> Oracle:
    """Judge a way that rests on what the file confirms, and on people."""

    def judge(record: Record, year: int) -> str:  # no years in the clause
        return worst(*(yes_no(record.facts.get(name)) for name in names))

    return Oracle(judge, facts=dict.fromkeys(names, (True, False)), never=JUDGED)


def needs_years(least: int, *names: str) -> Oracle:
    """Judge a way that also rests on the length of a movement."""

    def judge(record: Record, year: int) -> str:  # no years of the record
        is_long = "yes" if count(record, "SO_NAM_PHONG_TRAO") >= least else "no"
        return worst(is_long, *(yes_no(record.facts.get(name)) for name in names))

    facts: dict[str, tuple[Fact, ...]] = dict.fromkeys(names, (True, False))
    facts["SO_NAM_PHONG_TRAO"] = (least - 1, least)
    return Oracle(judge, facts=facts, never=JUDGED)


def weak(**facts: tuple[Fact, ...]) -> Oracle:
    return Oracle(only_weak_sources, GRADES, facts, never=OPEN)


JUDGED = frozenset({Answer.MET})
OPEN = frozenset({Answer.MET, Answer.NOT_MET})
GRADES = (("HTXSNV", 0, 1), ("HTTNV", 0, 1))
YES_NO = (True, False)

ROLL = {
    "SO_THANH_VIEN": (0, 6, 10),
    "SO_HOAN_THANH": (9, 10, 200),
    "SO_LDTT": (6, 7, 60),
    "SO_CSTDCS": (0, 1),
}
DISCIPLINED = {"SO_KY_LUAT_CANH_CAO": (0, 1)}

ORACLES = {
    "advanced_collective.2017": Oracle(
        advanced_2017,
        GRADES,
        {"SO_THANH_VIEN": (0, 5, 10), "SO_LDTT": (5, 6, 60), **DISCIPLINED},
        never=JUDGED,
    ),
    "advanced_collective.2024": weak(
        SO_THANH_VIEN=(6, 10), SO_LDTT=(6, 7), SO_KY_LUAT_CANH_CAO=(0, 1)
    ),
    "excellent_collective.2017": Oracle(
        excellent_2017, GRADES, {**ROLL, **DISCIPLINED}, never=JUDGED
    ),
    "excellent_collective.2024": Oracle(excellent_2024, GRADES, ROLL, never=JUDGED),
    "provincial_flag.2017": needs("NHAT_KHOI_CUM_TINH"),
    "provincial_flag.2017_12": needs("NHAT_KHOI_CUM_TINH", "DAN_DAU_KHOI_CUM_TINH"),
    "provincial_flag.2020": needs("NHAT_KHOI_CUM_TINH"),
    "provincial_flag.2024": weak(
        DAN_DAU_KHOI_CUM_TINH=YES_NO, VUOT_CHI_TIEU=YES_NO, DANG_DOAN_THE_XUAT_SAC=YES_NO
    ),
    "provincial_flag.theme.2024": weak(
        DAN_DAU_CHUYEN_DE_TINH=YES_NO, TONG_KET_CHUYEN_DE=YES_NO, SO_NAM_PHONG_TRAO=(2, 3)
    ),
    "government_flag.2017": needs("DAN_DAU_SO_DAT_CO_TINH", "VUOT_CHI_TIEU"),
    "government_flag.central.2017": needs("DAN_DAU_KHOI_CUM_TRUNG_UONG", "VUOT_CHI_TIEU"),
    "government_flag.theme.2017": needs_years(
        5,
        "PHONG_TRAO_CHU_TICH_NUOC_THU_TUONG",
        "SO_KET_TONG_KET_PHONG_TRAO",
        "TIEU_BIEU_NHAT_PHONG_TRAO",
    ),
    "government_flag.2024": needs("DAN_DAU_KHOI_CUM_TINH", "VUOT_CHI_TIEU"),
    "government_flag.central.2024": needs("DAN_DAU_KHOI_CUM_TRUNG_UONG"),
    "government_flag.theme.2024": needs_years(
        5, "DAN_DAU_PHONG_TRAO_THU_TUONG", "SO_KET_TONG_KET_PHONG_TRAO"
    ),
    "cultural_family.2024": weak(),
}
