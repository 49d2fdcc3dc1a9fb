"""`bangvang forget`: what would go is listed first, and goes only when told."""

import pytest
from pytest_django import Settings

from bangvang.cli.main import main
from bangvang.nominations.tests import factories as make
from bangvang.privacy.selectors.dry_run import dry_run
from bangvang.privacy.states import Matter
from bangvang.privacy.tests.keeping import LATER, confirmed

pytestmark = pytest.mark.django_db


def test_the_command_lists_first_and_does_only_when_told(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.BANGVANG_DAY = LATER.date()
    confirmed(Matter.UPLOADS)
    make.upload()

    assert main(["forget"]) == 0
    told = capsys.readouterr().out
    assert "1 mục trước ngày" in told
    assert "chưa có thời hạn được xác nhận" in told
    assert "Chưa xóa gì" in told
    assert dry_run(LATER.date()).count == 1
    assert main(["forget", "--do"]) == 0
    assert "Đã xóa 1 mục." in capsys.readouterr().out
    assert dry_run(LATER.date()).count == 0
    assert main(["forget", "--portion", "0"]) == 2
