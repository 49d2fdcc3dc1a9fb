"""Whom the law sees in a row of a list, and which awards are not for them."""

from bangvang.law import Subject as LegalSubject
from bangvang.law import UnknownAward, award_abbr, award_of
from bangvang.nominations.intake.listed import Row, Subject
from bangvang.registry.intake.groups import looks_like_a_household

NOT_FOR = {
    LegalSubject.PERSON: "cá nhân",
    LegalSubject.COLLECTIVE: "tập thể",
    LegalSubject.HOUSEHOLD: "hộ gia đình",
}


def subject_in(row: Row, code: str) -> LegalSubject:
    """Return whom the law sees in a row; the award decides where only one can receive it.

    The reader of lists takes a household for a collective; here its name tells them apart.
    """
    able = award_of(code).subjects
    if len(able) == 1:
        return able[0]
    if row.subject is Subject.PERSON:
        return LegalSubject.PERSON
    is_household = LegalSubject.HOUSEHOLD in able and looks_like_a_household(row.name)
    return LegalSubject.HOUSEHOLD if is_household else LegalSubject.COLLECTIVE


def refused(row: Row, code: str) -> str:
    """Say that whom the row shows cannot receive the award; "" if they can."""
    try:
        able = award_of(code).subjects
    except UnknownAward:
        return ""
    meant = subject_in(row, code)
    if meant not in able:
        return _refusal(code, meant)
    return not_for_whom(row, code)


def not_for_whom(row: Row, code: str) -> str:
    """Say that the award cannot be received by whom the row shows; "" if nothing speaks so.

    A row that shows nobody in particular contradicts no award.
    """
    able = award_of(code).subjects
    shown = _shown(row)
    if shown is None or len(able) > 1 or shown in able:
        return ""
    return _refusal(code, shown)


def _refusal(code: str, shown: LegalSubject) -> str:
    return f"{award_abbr(code)} không dành cho {NOT_FOR[shown]}."


def _shown(row: Row) -> LegalSubject | None:
    """Return whom the row's own signs show: words of a household, then what only a person has."""
    if looks_like_a_household(row.name):
        return LegalSubject.HOUSEHOLD
    if row.birth or row.identity_number or row.sex:
        return LegalSubject.PERSON
    return LegalSubject.COLLECTIVE if row.subject is Subject.COLLECTIVE else None
