"""`bangvang rotate-keys`: numbers are sealed anew in portions, stopped and begun again."""

import pytest
from pytest_django import Settings

from bangvang.cli.main import main
from bangvang.foundation.ref import new_ref
from bangvang.foundation.sealing import KeyMissing
from bangvang.foundation.tests.factories import AT
from bangvang.nominations.actions.report_discovery import Report, report_discovery
from bangvang.nominations.actions.reveal_reporter import reveal_reporter
from bangvang.nominations.selectors.discoveries import (
    discoveries_for,
    names_of_keys_of_reporters,
)
from bangvang.registry.actions.keep_identity_numbers import keep_identity_numbers
from bangvang.registry.actions.reseal_identity_numbers import reseal_identity_numbers
from bangvang.registry.actions.reveal_identity_number import reveal_identity_number
from bangvang.registry.selectors.identity import names_of_keys_in_use, sealed_with_other_keys
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.tests.factories import person
from bangvang.registry.tests.records import Entry, IdentityNumber
from bangvang.registry.tests.test_merging import HEAD

pytestmark = pytest.mark.django_db

OLD, NEW = f"old:{'o' * 43}", f"new:{'n' * 43}"
WHY = "Đối chiếu với căn cước"


def many(settings: Settings, count: int = 5) -> None:
    settings.IDENTITY_SEALS = OLD
    keep_identity_numbers(f"0990000000{place:02}" for place in range(count))
    settings.IDENTITY_SEALS = f"{NEW},{OLD}"


def test_keys_are_changed_in_portions_that_may_be_stopped_and_begun_again(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    many(settings)

    assert main(["rotate-keys", "--portion", "2", "--most", "3"]) == 1
    assert sealed_with_other_keys() == 2
    assert names_of_keys_in_use() == ["new", "old"]
    assert main(["rotate-keys", "--portion", "2"]) == 0
    assert main(["rotate-keys"]) == 0

    assert names_of_keys_in_use() == ["new"]
    assert Entry.objects.filter(verb="reseal_identity_numbers").count() == 3
    assert "0990000000" not in "".join(capsys.readouterr())
    settings.IDENTITY_SEALS = NEW
    somebody = person(identity_digest=digest_of_identity_number("099000000004"))
    assert reveal_identity_number(somebody.ref, WHY, actor=HEAD, at=AT) == "099000000004"


def test_a_portion_that_fails_leaves_everything_as_it_was(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    many(settings)
    settings.IDENTITY_SEALS = NEW
    before = list(IdentityNumber.objects.order_by("pk").values_list("sealed", flat=True))

    with pytest.raises(KeyMissing):
        reseal_identity_numbers(after=0, most=5, actor=HEAD, at=AT)
    assert main(["rotate-keys"]) == 2

    assert "Thiếu khóa “old”" in capsys.readouterr().err
    after = IdentityNumber.objects.order_by("pk").values_list("sealed", flat=True)
    assert list(after) == before


def test_a_number_that_does_not_open_stops_the_change(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    many(settings, 1)
    IdentityNumber.objects.update(sealed="AAAA")

    assert main(["rotate-keys"]) == 2
    assert "không mở được" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--portion", "0"], ["--most", "-1"]])
def test_numbers_of_rows_are_above_nothing(options: list[str]) -> None:
    assert main(["rotate-keys", *options]) == 2


def test_reporters_of_good_deeds_are_sealed_anew_too(settings: Settings) -> None:
    settings.IDENTITY_SEALS = OLD
    report = Report("Giàng A Suối", "Cứu người.", place_text="Suối", reporter_name="Tẩn Thị Ruộng")
    for _ in range(2):
        report_discovery(report, once=new_ref(), sender="", at=AT)
    settings.IDENTITY_SEALS = f"{NEW},{OLD}"

    assert main(["rotate-keys", "--portion", "1", "--most", "1"]) == 1
    assert names_of_keys_of_reporters() == ["new", "old"]
    assert main(["rotate-keys"]) == 0

    assert names_of_keys_of_reporters() == ["new"]
    settings.IDENTITY_SEALS = NEW
    ref = discoveries_for(HEAD)[0].ref
    assert reveal_reporter(ref, WHY, actor=HEAD, at=AT) == ("Tẩn Thị Ruộng", "")
