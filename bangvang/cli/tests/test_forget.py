"""`bangvang forget`: what would go is listed first, and goes only when told."""

import pytest
from pytest_django import Settings

from bangvang.cli.main import main
from bangvang.foundation.actor import Role
from bangvang.foundation.tests.factories import AT, actor
from bangvang.nominations.actions.bring_in import begin_bringing_in
from bangvang.nominations.tests import factories as make
from bangvang.privacy.selectors.dry_run import dry_run
from bangvang.privacy.states import Matter
from bangvang.privacy.tests.keeping import LATER, confirmed
from bangvang.registry.tests.factories import organisation

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
    begin_bringing_in("a.pdf", 3, actor=actor(Role.UNIT_OFFICER, unit=organisation("Sở A")), at=AT)
    assert main(["forget", "--do"]) == 0
    told = capsys.readouterr().out
    assert "Đã xóa 1 mục." in told
    assert "Tệp tải dở quá một ngày: đã xóa 1." in told
    assert dry_run(LATER.date()).count == 0
    assert main(["forget", "--portion", "0"]) == 2
