"""Records of appraisal."""

from bangvang.appraisal.models.findings import Judgement, StoredFinding, Verdict
from bangvang.appraisal.models.sweeps import Sweep, SweptRow

__all__ = ["Judgement", "StoredFinding", "Sweep", "SweptRow", "Verdict"]
