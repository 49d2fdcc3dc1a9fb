"""A broken text of the law stops the start, naming file and line."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from bangvang.appraisal import apps
from bangvang.law.tables import BadText


def test_the_shipped_texts_pass() -> None:
    assert apps.law_can_be_asked() == []


def test_a_broken_text_stops_the_start_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise BadText("provincial_fighter.toml, line 4: value must be int")

    monkeypatch.setattr(apps, "rulebook", broken)

    with pytest.raises(SystemCheckError, match=r"provincial_fighter\.toml, line 4: value must be"):
        call_command("check")
