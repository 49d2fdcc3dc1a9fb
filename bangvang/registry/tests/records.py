"""Rows of the register and of the audit record, for tests of doors that may not know models."""

from bangvang.foundation.audit.models import Entry
from bangvang.registry.models import (
    Award,
    Bar,
    Grade,
    IdentityNumber,
    LikelyDouble,
    Merge,
    Person,
    Posting,
)

__all__ = [
    "Award",
    "Bar",
    "Entry",
    "Grade",
    "IdentityNumber",
    "LikelyDouble",
    "Merge",
    "Person",
    "Posting",
]
