"""Records of the register: organisations, people, what they hold, what bars them."""

from bangvang.registry.models.assessments import Completeness, Grade
from bangvang.registry.models.awards import Award
from bangvang.registry.models.bars import Bar
from bangvang.registry.models.imports import (
    AwardImport,
    ColumnChoice,
    ImportRow,
    RecordSource,
    StatedCompleteness,
)
from bangvang.registry.models.initiatives import Initiative, InitiativeUse
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.own_decisions import OwnDecision, OwnDecisionRow
from bangvang.registry.models.people import Person
from bangvang.registry.models.year_statements import YearAsked, YearStatement, YearStatementOf

__all__ = [
    "Award",
    "AwardImport",
    "Bar",
    "ColumnChoice",
    "Completeness",
    "Grade",
    "ImportRow",
    "Initiative",
    "InitiativeUse",
    "Organisation",
    "OwnDecision",
    "OwnDecisionRow",
    "Person",
    "RecordSource",
    "StatedCompleteness",
    "YearAsked",
    "YearStatement",
    "YearStatementOf",
]
