"""Bằng khen, with loops."""

from bangvang.law.record import Record
from bangvang.law.tests.oracle import Oracle, has_all, how_many, years_of


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
    wide = years_of(record, "SK_CO_SO", "SK_TINH", "SK_TOAN_QUOC")
    is_wide = how_many(wide, first, year) >= 5
    return "doubt" if is_wide or (praised and fought is not False) else "no"


ORACLES = {
    "prime_minister_certificate.merit.2017": Oracle(
        certificate_2017,
        (
            *(("HTXSNV", back, 1) for back in range(5)),
            *(("BK_TINH", back, 1) for back in (5, 48)),
            *(("SK_CO_SO", back, 5) for back in (0, 4)),
            ("SK_TOAN_QUOC", 2, 5),
            ("GIAY_KHEN", 3, 5),
        ),
        {"CHIEN_DAU": (True, False)},
    ),
}
