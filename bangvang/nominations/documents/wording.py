"""How awards and numbers of recipients are said on official papers."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from bangvang.law import AwardClass, Subject, award_name, award_of

CALLED = {
    Subject.COLLECTIVE: "tập thể",
    Subject.PERSON: "cá nhân",
    Subject.HOUSEHOLD: "hộ gia đình",
}
"""Kinds of recipients, in the order of an annex."""


def award_said(code: str, *, on: date) -> str:
    """Return "danh hiệu “Chiến sĩ thi đua cấp tỉnh”", or the name alone of a form of award."""
    name = award_name(code, on)
    is_title = award_of(code).award_class in (AwardClass.TITLE, AwardClass.HONOUR)
    return f"danh hiệu “{name}”" if is_title else name


def recipients_said(subjects: Iterable[str]) -> str:
    """Return "02 tập thể, 05 cá nhân", in the order of an annex."""
    counts = Counter(Subject(subject) for subject in subjects)
    return ", ".join(
        f"{counts[subject]:02d} {called}" for subject, called in CALLED.items() if counts[subject]
    )
