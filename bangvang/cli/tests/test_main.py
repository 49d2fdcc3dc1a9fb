"""The command line as a person types it."""

import io
import sys

import pytest

from bangvang.cli.main import main
from bangvang.cli.parser import Misused, Parser


def test_without_a_command_the_commands_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2

    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("Cách dùng: bangvang LỆNH")
    assert "  check         đối chiếu một danh sách" in shown.err


def test_help_is_shown_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert main(["law", "--help"]) == 0

    assert "--unconfirmed" in capsys.readouterr().out


@pytest.mark.parametrize(
    "command",
    ["check", "law", "import-awards", "verify-audit", "reindex", "bench", "serve", "docs"],
)
def test_help_speaks_vietnamese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0

    shown = capsys.readouterr().out
    assert shown.startswith(f"Cách dùng: bangvang {command} [-h]")
    assert "Tùy chọn:" in shown
    assert not {"usage", "positional", "options:", "show"} & set(shown.split())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["check"], "Còn thiếu: LIST."),
        (["law", "a", "b"], "Không hiểu: b."),
        (["law", "--on"], "--on: phải kèm một giá trị."),
        (["law", "--unconfirmed=1"], "--unconfirmed: không kèm giá trị, đã ghi '1'."),
        (["check", "--h", "a"], "--h chưa rõ là tùy chọn nào: --"),
        (["serve", "--port", "a"], "--port: 'a' không phải số nguyên."),
        (["law", "--format", "x"], "--format: 'x' không có trong "),
        (["law", "--on", "x"], "--on: “x” không phải ngày"),
    ],
)
def test_wrong_options_are_explained_in_vietnamese(
    typed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed) == 2

    usage, *_, complaint = capsys.readouterr().err.splitlines()
    assert usage.startswith(f"Cách dùng: bangvang {typed[0]}")
    assert complaint.startswith(said)


def test_a_complaint_nobody_foresaw_stays_as_it_is() -> None:
    with pytest.raises(Misused, match="too odd"):
        Parser("bangvang law", "").error("too odd")


def test_an_unknown_command_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chek"]) == 2

    assert capsys.readouterr().err.startswith("Không có lệnh “chek”.\n")


def test_bad_options_are_explained_and_end_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "--on", "2022-02-30"]) == 2

    shown = capsys.readouterr()
    assert shown.out == ""
    assert "“2022-02-30” không phải ngày dạng YYYY-MM-DD, ví dụ 2022-04-19." in shown.err


def test_the_command_line_is_read_where_nothing_is_handed_in(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bangvang", "--help"])

    assert main() == 0
    assert capsys.readouterr().out.startswith("Cách dùng")


def test_a_reader_that_leaves_early_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Left(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Left())

    assert main(["law", "--on", "2022-04-19"]) == 0
    sys.stdout.close()


def test_a_command_that_needs_the_models_gets_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify-audit", "--anchor", "x"]) == 2

    assert "Dấu mốc “x”" in capsys.readouterr().err


def test_vietnamese_comes_out_whole_on_a_poor_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(screen, encoding="ascii"))

    assert main(["--help"]) == 0

    sys.stdout.flush()
    assert "Cách dùng" in screen.getvalue().decode()
