"""Records of keeping and erasing: periods as they were confirmed, requests of people."""

from bangvang.privacy.models.periods import Period
from bangvang.privacy.models.requests import ErasureRequest

__all__ = ["ErasureRequest", "Period"]
