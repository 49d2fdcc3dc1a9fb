"""Households and foreign recipients at the office: as whom the law knows them."""

from datetime import date

from bangvang.law import Subject
from bangvang.registry.permissions.recipients import possible_codes
from bangvang.registry.selectors.people import PersonSeen
from bangvang.registry.selectors.records import CollectiveRecord
from bangvang.web.records import called

FOREIGN_SAID = (
    "Không xét danh hiệu thi đua cho người, tập thể nước ngoài; Huân chương, Huy chương Hữu nghị "
    "và hình thức đối ngoại do người có thẩm quyền xem xét từng trường hợp, không tính trước được."
)


def subject_of(record: CollectiveRecord) -> Subject:
    """Return as whom the law asks about it."""
    return Subject.HOUSEHOLD if record.is_household else Subject.COLLECTIVE


def nothing_ahead(record: CollectiveRecord) -> str:
    """Say why nothing can be computed ahead; empty where it can."""
    return FOREIGN_SAID if record.is_apart and not record.is_household else ""


def nothing_ahead_of(person: PersonSeen) -> str:
    """Say why nothing can be computed ahead for a person; empty where it can."""
    return FOREIGN_SAID if person.nationality else ""


def place_of(commune: str) -> str:
    """Return the place as a decision names it: "Phường Âu Lâu", not its committee."""
    bare = commune.removeprefix("Ủy ban nhân dân ")
    return f"{bare[:1].upper()}{bare[1:]}"


def awards_to_give(subject: Subject, *, is_foreign: bool, on: date) -> list[tuple[str, str]]:
    """Return the awards that such a holder may have: code and name, in the catalogue's order."""
    return [(code, called(code, on)) for code in possible_codes(subject, is_foreign=is_foreign)]
