"""Bằng khen and Giấy khen, with loops."""

from bangvang.law.finding import Answer
from bangvang.law.record import Fact, Record
from bangvang.law.tests.oracle import Oracle, has_all, how_many, or_the_year_before, years_of

YES_NO: tuple[Fact, ...] = (True, False)
WORKS = ("DE_TAI_CO_SO", "DE_TAI_TINH", "DE_TAI_TOAN_QUOC")
WIDE = ("SK_CO_SO", "SK_TINH", "SK_TOAN_QUOC", *WORKS)
WORSE = {"good": ("HTNV", "KHTNV"), "excellent": ("HTTNV", "HTNV", "KHTNV")}
WANTED = {"good": ("HTTNV", "HTXSNV"), "excellent": ("HTXSNV",)}


def certificate_2017(record: Record, year: int) -> str:
    first = year - 4
    certificates = [held for held in years_of(record, "BK_TINH", "BK_BO") if held < first]
    excellent = years_of(record, "HTXSNV")
    worse = years_of(record, "HTTNV", "HTNV", "KHTNV")
    clashing = [held for held in excellent if held in worse and held >= first]
    if not certificates or not has_all(excellent, range(first, year + 1)):
        return "no"
    if how_many(years_of(record, "SK_CO_SO"), first, year) >= 5:
        return "doubt" if clashing else "yes"
    fought = record.facts.get("CHIEN_DAU")
    praised = how_many(years_of(record, "GIAY_KHEN"), first, year) >= 5
    if praised and fought is True and not clashing:
        return "yes"
    is_wide = how_many(years_of(record, *WIDE), first, year) >= 5
    return "doubt" if is_wide or (praised and fought is not False) else "no"


def graded(record: Record, mark: str, *, surely: bool) -> list[int]:
    """List the years with such a grade; surely: and with no worse one beside it."""
    years = years_of(record, *WANTED[mark])
    worse = years_of(record, *WORSE[mark]) if surely else []
    return [year for year in years if year not in worse]


def run_to(years: list[int], end: int) -> list[int]:
    """List the unbroken years that end with one year."""
    found = []
    while end in years:
        found.append(end)
        end -= 1
    return found


def counted(record: Record, run: list[int], *codes: str) -> int:
    return sum(year in run for year in years_of(record, *codes))


def certificate_2024(record: Record, year: int) -> str:
    if not [held for held in years_of(record, "BK_TINH", "BK_BO") if held <= year]:
        return "no"

    def good(years: list[int], end: int) -> bool:
        run = run_to(years, end)
        return len(run) >= 5 and counted(record, run, "CSTDCS") >= 3

    sure, maybe = (graded(record, "good", surely=surely) for surely in (True, False))
    if good(sure, year):
        return "yes"
    # «đến thời điểm đề nghị»: a worse grade of the year considered ends the run for good
    is_ended = year in years_of(record, *WORSE["good"]) and year not in maybe
    before = year not in sure and not is_ended and good(maybe, year - 1)
    return "doubt" if before or good(maybe, year) else "no"


def provincial(record: Record, year: int, *named: tuple[str, ...]) -> str:
    """Two excellent years and two of one named kind; anything wider or earlier is doubtful."""
    sure, maybe = (graded(record, "excellent", surely=surely) for surely in (True, False))
    run = run_to(sure, year)
    if len(run) >= 2 and any(counted(record, run, *codes) >= 2 for codes in named):
        return "yes"
    ends = [year] if year in sure else [year, year - 1]
    for end in ends:
        run = run_to(maybe, end)
        if len(run) >= 2 and counted(record, run, *WIDE) >= 2:
            return "doubt"
    return "no"


def provincial_2024(record: Record, year: int) -> str:
    return and_exemplary(provincial(record, year, ("SK_CO_SO",), WORKS))


def and_exemplary(found: str) -> str:
    """The article of 2022 also wants a person who keeps to the law well: people judge."""
    return "no" if found == "no" else "doubt"


def two_titles(record: Record, year: int) -> str:
    titles = years_of(record, "CSTDCS")
    if has_all(titles, [year, year - 1]):
        return and_exemplary("yes")
    is_doubtful = year not in titles and has_all(titles, [year - 1, year - 2])
    return "doubt" if is_doubtful else "no"


def movement_2017(record: Record, year: int) -> str:
    facts = record.facts
    if facts.get("BK_PHONG_TRAO_BINH_CHON") is not True:
        return "no"
    central, province = (
        facts.get(name) is True for name in ("BK_PHONG_TRAO_TRUNG_UONG", "BK_PHONG_TRAO_BO_TINH")
    )
    years = facts.get("BK_PHONG_TRAO_SO_NAM")
    is_long = years is not None and int(years) >= 3
    if (central or province) and is_long:
        return "yes"
    return "doubt" if central else "no"


def farmer(record: Record, year: int) -> str:
    years = record.facts.get("BK_MO_HINH_SO_NAM")
    is_farmer = record.facts.get("BK_LA_NONG_DAN") is True
    return "doubt" if is_farmer and years is not None and int(years) >= 2 else "no"


def always_open(record: Record, year: int) -> str:
    return "doubt"


OPEN = frozenset({Answer.MET, Answer.NOT_MET})
JUDGED = frozenset({Answer.MET})


def left_open(*facts: str) -> Oracle:
    """Nothing in it can decide."""
    rows = (("HTXSNV", 0, 1), ("TTLDXS", 1, 1), ("CO_TINH", 1, 1), ("BK_TINH", 2, 1))
    return Oracle(always_open, rows, facts=dict.fromkeys(facts, YES_NO), never=OPEN)


def needs(*facts: str) -> Oracle:
    """Some facts are needed; the rest is for people."""

    def judge(record: Record, year: int) -> str:
        return "doubt" if all(record.facts.get(name) is True for name in facts) else "no"

    return Oracle(judge, facts=dict.fromkeys(facts, YES_NO), never=JUDGED)


PROVINCIAL_ROWS = (
    *(("HTXSNV", back, 1) for back in range(3)),
    *(("SK_CO_SO", back, 2) for back in range(2)),
)
PROVINCIAL_CHAINS = (("HTXSNV", range(3, 49), 1), ("SK_CO_SO", range(2, 49), 2))

ORACLES = {
    "prime_minister_certificate.merit.2017": Oracle(
        or_the_year_before(certificate_2017, "HTXSNV"),
        (
            *(("HTXSNV", back, 1) for back in (0, 5)),
            ("BK_TINH", 48, 1),
            *(("SK_CO_SO", back, 5) for back in (4, 5)),
            ("SK_TOAN_QUOC", 2, 5),
            ("GIAY_KHEN", 3, 5),
        ),
        chains=(("HTXSNV", range(1, 5), 1),),
        facts={"CHIEN_DAU": YES_NO},
    ),
    "prime_minister_certificate.merit.2024": Oracle(
        certificate_2024,
        (("HTTNV", 0, 1), ("HTTNV", 5, 1), ("CSTDCS", 0, 1), ("CSTDCS", 5, 1), ("BK_TINH", 48, 1)),
        chains=(("HTTNV", range(1, 5), 1), ("HTTNV", range(6, 49), 1), ("CSTDCS", range(1, 49), 1)),
    ),
    "prime_minister_certificate.collective.2024": left_open(),
    "prime_minister_certificate.movement.2017": Oracle(
        movement_2017,
        facts={
            "BK_PHONG_TRAO_BINH_CHON": YES_NO,
            "BK_PHONG_TRAO_TRUNG_UONG": YES_NO,
            "BK_PHONG_TRAO_BO_TINH": YES_NO,
            "BK_PHONG_TRAO_SO_NAM": (2, 3),
        },
    ),
    "prime_minister_certificate.achievements.2017": left_open(),
    "prime_minister_certificate.sudden.2017": left_open(),
    "prime_minister_certificate.sudden.2020": needs("BK_DOT_XUAT"),
    "prime_minister_certificate.household.2017": needs("BK_GIA_DINH_DONG_GOP"),
    "prime_minister_certificate.movement.2024": needs("BK_PHONG_TRAO_BINH_CHON"),
    "prime_minister_certificate.achievements.2024": left_open(),
    "prime_minister_certificate.prize.2024": left_open(),
    "prime_minister_certificate.sudden.2024": needs("BK_DOT_XUAT"),
    "prime_minister_certificate.sudden.2025": left_open("BK_DOT_XUAT"),
    "prime_minister_certificate.contribution.2024": needs("BK_DONG_GOP_LINH_VUC"),
    "prime_minister_certificate.labour.2024": needs("BK_LA_NGUOI_LAO_DONG"),
    "prime_minister_certificate.labour_sudden.2024": needs("BK_LA_NGUOI_LAO_DONG"),
    "prime_minister_certificate.worker.2024": needs("BK_LA_CONG_NHAN", "BK_GIUP_DONG_NGHIEP"),
    "prime_minister_certificate.farmer.2024": Oracle(
        farmer,
        facts={"BK_LA_NONG_DAN": YES_NO, "BK_MO_HINH_SO_NAM": (1, 2)},
        never=JUDGED,
    ),
    "provincial_certificate.merit.2017": left_open(),
    "provincial_certificate.titles.2024": Oracle(
        two_titles, tuple(("CSTDCS", back, 1) for back in range(4)), never=JUDGED
    ),
    "provincial_certificate.merit.2024": Oracle(
        provincial_2024,
        (*PROVINCIAL_ROWS, ("DE_TAI_TINH", 1, 2), ("DE_TAI_CO_SO", 0, 1)),
        chains=PROVINCIAL_CHAINS,
        never=JUDGED,
    ),
    "provincial_certificate.collective.2024": left_open(),
    "provincial_certificate.movement.2017": left_open(
        "BK_PHONG_TRAO_BINH_CHON", "BK_PHONG_TRAO_TINH"
    ),
    "provincial_certificate.achievements.2017": left_open(),
    "provincial_certificate.sudden.2017": left_open(),
    "provincial_certificate.sudden.2020": needs("BK_DOT_XUAT"),
    "provincial_certificate.achievements.2024": left_open(),
    "provincial_certificate.contribution.2024": left_open(),
    "provincial_certificate.labour.2024": left_open(),
    "provincial_certificate.scholar.2024": left_open(),
    "provincial_certificate.collective_movement.2024": left_open(),
    "provincial_certificate.collective_sudden.2024": left_open(),
    "provincial_certificate.collective_contribution.2024": left_open(),
    "provincial_certificate.movement.2024": left_open(
        "BK_PHONG_TRAO_BINH_CHON", "BK_PHONG_TRAO_TINH"
    ),
    "provincial_certificate.sudden.2024": needs("BK_DOT_XUAT"),
    "provincial_certificate.sudden.2025": left_open("BK_DOT_XUAT"),
    "provincial_certificate.household.2024": left_open("BK_GIA_DINH_DONG_GOP"),
    "commendation_letter.merit.2024": left_open("BK_CHAP_HANH_TOT"),
    "commendation_letter.movement.2024": left_open("BK_CHAP_HANH_TOT", "BK_PHONG_TRAO_BINH_CHON"),
    "commendation_letter.sudden.2024": needs("BK_DOT_XUAT"),
    "commendation_letter.sudden.2025": left_open("BK_CHAP_HANH_TOT", "BK_DOT_XUAT"),
}
