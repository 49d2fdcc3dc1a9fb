"""Which forms held may be for the achievement that is proposed: the clause, read once more.

Điểm b khoản 2 Điều 6 Luật 2003, điểm c khoản 2 Điều 5 Luật 2022: no several forms for one
achievement. The forms are those of Điều 9 Luật 2022, listed here by hand; a title of emulation is
none.
"""

from bangvang.law.kinds import Kind
from bangvang.law.record import Held, Record

FORMS = (
    "GIAY_KHEN", "BK_TINH", "BK_BO", "BK_QK", "BK_TTG", "KNC",
    "HCLD1", "HCLD2", "HCLD3", "HCDL1", "HCDL2", "HCDL3", "HCQC1", "HCQC2", "HCQC3",
    "HCBVTQ1", "HCBVTQ2", "HCBVTQ3", "HCCC1", "HCCC2", "HCCC3",
    "HCDC", "HCSV", "HCHCM", "HCDDK", "HCHN",
    "HUYCHN", "HUYCQKQT", "HUYCVANTQ", "HUYCCSVV1", "HUYCCSVV2", "HUYCCSVV3", "HUYCTNXP",
    "GTHCM", "GTNN",
    "AHLD", "AHLLVT", "BMVNAH", "TINHAH",
    "NGND", "NGUT", "TTND", "TTUT", "NSND", "NSUT", "NNND", "NNUT",
)  # fmt: skip


def to_compare(record: Record, code: str, kind: Kind, year: int) -> list[Held]:
    """List the rows that a person has to hold against the achievement proposed.

    What is proposed a second time as the same form for the same year is another question.
    """
    found = []
    for row in record.held:
        if code not in FORMS or row.code not in FORMS or row.revoked_on:
            continue
        if row.kind != kind or (row.code == code and row.year == year):
            continue
        is_of_the_year = kind in (Kind.SUDDEN, Kind.THEME, Kind.EXTERNAL) and row.year == year
        is_service = kind == Kind.LONG_SERVICE and row.year <= year
        if is_service or (is_of_the_year and row.code != code):
            found.append(row)
    return found
