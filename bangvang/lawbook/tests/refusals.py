"""How tests say that an act is refused, and by which objection."""

import pytest

from bangvang.foundation.objection import Refused


def refused(code: str) -> "pytest.RaisesExc[Refused]":
    """Expect a refusal with this code."""
    return pytest.raises(Refused, check=lambda error: error.objection.code == code)
