"""The law shown without a nominee."""

import json

import pytest

from bangvang.cli.main import main


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["law", *arguments]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


def test_the_catalogue_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    table = said(capsys, "--on", "2022-04-19")
    found = json.loads(said(capsys, "--on", "2022-04-19", "--format", "json"))

    assert "* CSTDT           CSTĐ tỉnh       Chiến sĩ thi đua cấp tỉnh" in table.splitlines()
    assert (found["on"], bool(found["rulebook"])) == ("2022-04-19", True)
    by_code = {award["code"]: award for award in found["awards"]}
    assert by_code["CSTDT"] == {
        "code": "CSTDT",
        "abbr": "CSTĐ tỉnh",
        "name": "Chiến sĩ thi đua cấp tỉnh",
        "class": "title",
        "level": "province",
        "has_rule": True,
    }


def test_one_award_by_code_or_name(capsys: pytest.CaptureFixture[str]) -> None:
    table = said(capsys, "chiến sĩ thi đua cấp tỉnh", "--on", "2022-04-19")
    found = json.loads(said(capsys, "CSTDT", "--on", "2022-04-19", "--format", "json"))

    assert table.startswith(
        "Chiến sĩ thi đua cấp tỉnh (CSTDT), quy định có hiệu lực ngày 19/04/2022"
    )
    assert "[khoản 2 Điều 9 Nghị định 91/2017/NĐ-CP]" in " ".join(table.split())
    assert max(map(len, table.splitlines())) <= 100
    assert found["award"] == {"code": "CSTDT", "name": "Chiến sĩ thi đua cấp tỉnh"}
    assert found["rules"][0].keys() == {"rule", "sentence", "cite", "seen", "value", "ways"}


def test_an_award_without_a_coded_rule_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "chưa có quy tắc tính" in said(capsys, "XA_TIEU_BIEU", "--on", "2024-04-19")


def test_what_waits_for_the_official_text(capsys: pytest.CaptureFixture[str]) -> None:
    table = said(capsys, "--unconfirmed", "--on", "2022-04-19")
    found = json.loads(said(capsys, "--unconfirmed", "--on", "2022-04-19", "--format", "json"))

    waiting = found["unconfirmed"]
    assert table.startswith(f"Còn {len(waiting)} nội dung chờ đối chiếu với nguyên văn\n")
    assert waiting[0].keys() == {"id", "sentence", "cite", "seen", "text_unseen"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["KHONG_CO"], "KHONG_CO"),
        (["HTNV"], "HTNV"),
        (["CSTDT", "--on", "2012-04-19"], "19/04/2012"),
        (["--on", "2012-04-19"], "19/04/2012"),
        (["CSTDT", "--unconfirmed"], "--unconfirmed không dùng cùng một mã."),
    ],
)
def test_what_cannot_be_shown_ends_with_two(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["law", *arguments]) == 2

    shown = capsys.readouterr()
    assert shown.out == ""
    assert sentence in shown.err
