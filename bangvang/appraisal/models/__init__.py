"""Records of appraisal."""

from bangvang.appraisal.models.findings import Judgement, StoredFinding, Verdict

__all__ = ["Judgement", "StoredFinding", "Verdict"]
