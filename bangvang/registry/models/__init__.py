"""Records of the register: organisations, people, what they hold, what bars and joins them."""

from bangvang.registry.models.agency_lists import (
    AgencyList,
    BarSource,
    ListedRow,
    ListedState,
    ListTopic,
    Notice,
    RowMeaning,
)
from bangvang.registry.models.amendments import AmendedRow, Amendment
from bangvang.registry.models.assessments import Completeness, Grade
from bangvang.registry.models.awards import Award
from bangvang.registry.models.bars import Bar
from bangvang.registry.models.bodies import (
    BodyEvent,
    EventBody,
    FormerName,
    FormerParent,
    PersonMoved,
)
from bangvang.registry.models.householders import Householder
from bangvang.registry.models.imports import (
    AwardImport,
    ColumnChoice,
    ImportRow,
    RecordSource,
    StatedCompleteness,
)
from bangvang.registry.models.incoming import IncomingFile, IncomingRow
from bangvang.registry.models.initiative_corrections import (
    CorrectedInitiative,
    InitiativeCorrection,
)
from bangvang.registry.models.initiatives import Initiative, InitiativeUse
from bangvang.registry.models.joining import MOVES, Joining, Way
from bangvang.registry.models.mends import CellMend
from bangvang.registry.models.merges import Changed, IdentityNumber, LikelyDouble, Merge
from bangvang.registry.models.organisations import Organisation
from bangvang.registry.models.own_decisions import OwnDecision, OwnDecisionRow
from bangvang.registry.models.people import Person
from bangvang.registry.models.posting_lists import PostingList, PostingRow
from bangvang.registry.models.postings import Posting
from bangvang.registry.models.saved_searches import SavedSearch
from bangvang.registry.models.year_statements import YearAsked, YearStatement, YearStatementOf

__all__ = [
    "MOVES",
    "AgencyList",
    "AmendedRow",
    "Amendment",
    "Award",
    "AwardImport",
    "Bar",
    "BarSource",
    "BodyEvent",
    "CellMend",
    "Changed",
    "ColumnChoice",
    "Completeness",
    "CorrectedInitiative",
    "EventBody",
    "FormerName",
    "FormerParent",
    "Grade",
    "Householder",
    "IdentityNumber",
    "ImportRow",
    "IncomingFile",
    "IncomingRow",
    "Initiative",
    "InitiativeCorrection",
    "InitiativeUse",
    "Joining",
    "LikelyDouble",
    "ListTopic",
    "ListedRow",
    "ListedState",
    "Merge",
    "Notice",
    "Organisation",
    "OwnDecision",
    "OwnDecisionRow",
    "Person",
    "PersonMoved",
    "Posting",
    "PostingList",
    "PostingRow",
    "RecordSource",
    "RowMeaning",
    "SavedSearch",
    "StatedCompleteness",
    "Way",
    "YearAsked",
    "YearStatement",
    "YearStatementOf",
]
