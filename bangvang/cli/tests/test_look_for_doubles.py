"""`bangvang look-for-doubles`: the system looks by itself, as at night."""

import pytest

from bangvang.cli.main import main
from bangvang.registry.tests.records import Entry
from bangvang.registry.tests.test_doubles import crowd, pair

pytestmark = pytest.mark.django_db


def test_the_system_looks_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    crowd()
    pair()

    assert main(["look-for-doubles"]) == 0

    assert capsys.readouterr().out.startswith("Có 1 cặp")
    assert Entry.objects.get(verb="look_for_doubles").actor_name == "Người vận hành hệ thống"
