"""Reading Word without a process of its own, for tests that read many documents."""

import json

import pytest

from bangvang.foundation.word import document
from bangvang.foundation.word.flow import flow_of


def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse in this process."""
    monkeypatch.setattr(
        document,
        "_parsed",
        lambda data, _name, limits: json.dumps(flow_of(data, cell_limit=limits.cell_count)),
    )
