"""Past awards from the command line: what comes in, what is left, and how it ends."""

from pathlib import Path

import pytest
from django.db import OperationalError

from bangvang.cli import import_awards
from bangvang.cli.main import main
from bangvang.foundation.actor import Actor, Origin, Role
from bangvang.registry.selectors.imports import imports_found
from bangvang.registry.selectors.records import people_found
from bangvang.registry.tests.factories import organisation
from bangvang.registry.tests.import_files import SPECIALIST, UNIT, file_of, line

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    organisation(UNIT)
    return tmp_path


def kept(folder: Path, *rows: tuple[object, ...]) -> str:
    path = folder / "khen.xlsx"
    path.write_bytes(file_of(*rows))  # type: ignore[arg-type]  # values of `line`
    return str(path)


def test_a_clear_file_comes_in_and_again_adds_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(folder, line("Lò Thị Mới", "5/8/1990"), line("Lò Thị Mới", "5/8/1990", year=2019))

    assert main(["import-awards", path]) == 0
    first = capsys.readouterr()
    assert main(["import-awards", path]) == 0
    second = capsys.readouterr()

    assert first.out == "Đã ghi 2 dòng vào sổ, trong đó 1 người mới.\n"
    assert second.out == (
        "Tệp này đã được nhập trước đây.\nĐã ghi 0 dòng vào sổ, trong đó 0 người mới.\n"
    )
    assert [p.awards for p in people_found(SPECIALIST).people] == [2]


def test_rows_that_are_not_clear_are_left_and_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = kept(folder, line("Lò Thị Mới", 1990), line("Lù A", 1990, "xyz"), line(unit="Sở Lạ"))

    assert main(["import-awards", path]) == 1

    shown = capsys.readouterr()
    assert "Cần chọn: 1 dòng.\nSai tại ô: 1 dòng.\n" in shown.out
    assert "dòng 3: ô E3: “xyz” không có trong danh mục." in shown.err
    assert "dòng 4: Chưa rõ đơn vị “Sở Lạ”" in shown.err


def test_a_trial_says_what_would_happen_and_keeps_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clear, unclear = line("Lò Thị Mới", 1990), line("Lù A", 1990, "xyz")

    assert main(["import-awards", kept(folder, clear), "--dry-run"]) == 0
    assert main(["import-awards", kept(folder, clear, unclear), "--dry-run"]) == 1

    assert "Sẽ ghi 1 dòng vào sổ, trong đó 1 người mới." in capsys.readouterr().out
    assert imports_found(SPECIALIST).count == people_found(SPECIALIST).count == 0


def test_what_cannot_be_read_ends_with_two(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.pdf").write_bytes(b"%PDF-1.4")

    assert main(["import-awards", str(folder / "none.xlsx")]) == 2
    assert main(["import-awards", str(folder / "a.pdf")]) == 2

    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Không mở được tệp" in shown.err
    assert "không phải bảng tính" in shown.err


def test_without_a_database_it_says_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, actor: Actor, **__: object) -> None:
        assert (actor.origin, actor.roles) == (Origin.BACK_ENTRY, frozenset({Role.SPECIALIST}))
        raise OperationalError

    monkeypatch.setattr(import_awards, "import_awards", broken)

    assert main(["import-awards", kept(folder, line())]) == 2
    assert "./run" in capsys.readouterr().err
