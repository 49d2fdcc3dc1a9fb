"""Records of appraisal."""

from bangvang.appraisal.models.agency_opinions import (
    AgencyReminder,
    AgencyReply,
    AgencyRequest,
    AskedRow,
    RowReply,
    SilenceRule,
)
from bangvang.appraisal.models.bar_answers import BarAnswer
from bangvang.appraisal.models.bulk_acts import BulkAct, BulkRow
from bangvang.appraisal.models.charges import Charge
from bangvang.appraisal.models.consultations import (
    Consultation,
    ConsultationRule,
    ConsultationWaiver,
    ConsultedRow,
    Prolongation,
    RulePaper,
)
from bangvang.appraisal.models.findings import Judgement, StoredFinding, Verdict
from bangvang.appraisal.models.letter_records import LetterRecord
from bangvang.appraisal.models.notice_answers import NoticeAnswer, NoticeVerdict
from bangvang.appraisal.models.opinions import (
    ERASED,
    Opinion,
    OpinionResolution,
    OpinionWay,
    ResolutionKind,
)
from bangvang.appraisal.models.readings import Reading, TwoReadings
from bangvang.appraisal.models.sweeps import Sweep, SweptRow

__all__ = [
    "ERASED",
    "AgencyReminder",
    "AgencyReply",
    "AgencyRequest",
    "AskedRow",
    "BarAnswer",
    "BulkAct",
    "BulkRow",
    "Charge",
    "Consultation",
    "ConsultationRule",
    "ConsultationWaiver",
    "ConsultedRow",
    "Judgement",
    "LetterRecord",
    "NoticeAnswer",
    "NoticeVerdict",
    "Opinion",
    "OpinionResolution",
    "OpinionWay",
    "Prolongation",
    "Reading",
    "ResolutionKind",
    "RowReply",
    "RulePaper",
    "SilenceRule",
    "StoredFinding",
    "Sweep",
    "SweptRow",
    "TwoReadings",
    "Verdict",
]
