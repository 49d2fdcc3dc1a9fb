"""The law shown without a nominee."""

import json
from datetime import date

import pytest
from django.db import OperationalError

from bangvang.cli.main import main
from bangvang.law import Seen, ways_read
from bangvang.lawbook.tests.factories import TITLES, confirmed


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


def test_conditions_stand_under_the_way_they_belong_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = said(capsys, "BK_TINH", "--on", "2025-08-01")

    parts = [" ".join(part.split()) for part in table.split("\n\n")[1:]]
    ways = ways_read("BK_TINH", date(2025, 8, 1))
    assert len(parts) == len(ways)
    for part, way in zip(parts, ways, strict=True):
        heading = f"{way.way[:1].upper()}{way.way[1:]} ("
        assert part.startswith(heading)
        assert f"[{way.cite.text}]" in part
        assert all(text.sentence in part for text in way.conditions)
    assert "(hộ gia đình; " in table
    assert "Chỉ xét khi hồ sơ nêu: " in table


def test_what_was_not_read_in_the_original_is_not_printed_as_law(
    capsys: pytest.CaptureFixture[str],
) -> None:
    on = date(2025, 8, 1)
    texts = [text for way in ways_read("BK_TTG", on) for text in way.conditions]

    table = " ".join(said(capsys, "BK_TTG", "--on", on.isoformat()).split())

    unread = [text for text in texts if text.seen is not Seen.SOURCE]
    assert table.count("chưa đối chiếu với văn bản gốc)") == len(unread) > 0
    for text in unread:
        after = table.split(f"{text.sentence} [{text.cite.text}]")[1:]
        assert any(one.startswith(" (") for one in after)


def test_an_award_without_a_coded_rule_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "chưa có quy tắc tính" in said(capsys, "XA_TIEU_BIEU", "--on", "2024-04-19")


def test_under_an_unread_law_it_is_named_and_the_former_rules_are_a_hint(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = " ".join(said(capsys, "CSTDT", "--on", "2026-10-01").split())
    found = json.loads(said(capsys, "CSTDT", "--on", "2026-10-01", "--format", "json"))
    before = json.loads(said(capsys, "CSTDT", "--on", "2026-09-30", "--format", "json"))

    assert "chưa có quy tắc tính" not in table
    assert "Chưa có nguyên văn Luật số 06/2026/QH16" in table
    assert "Theo quy định áp dụng đến 30/09/2026, chỉ để tham khảo:" in table
    assert before["rules"][0]["sentence"] in table
    assert found["rules"] == []
    assert found["hint"] == {
        "text_unseen": "Luật số 06/2026/QH16",
        "applied_until": "2026-09-30",
        "rules": before["rules"],
    }
    assert "hint" not in before


def test_what_waits_for_the_official_text(capsys: pytest.CaptureFixture[str]) -> None:
    table = said(capsys, "--unconfirmed", "--on", "2022-04-19")
    found = json.loads(said(capsys, "--unconfirmed", "--on", "2022-04-19", "--format", "json"))

    waiting = found["unconfirmed"]
    assert table.startswith(f"Còn {len(waiting)} nội dung chờ đối chiếu với nguyên văn\n")
    assert {"id", "sentence", "cite", "seen", "text_unseen"} < waiting[0].keys()
    assert [line["used"] for line in waiting] == sorted(
        (line["used"] for line in waiting), reverse=True
    )
    base = next(line for line in waiting if line["id"] == "authority.BASE")
    assert base["read_by"] == ["thẩm quyền quyết định"]
    assert (base["unit"], base["value"][:18]) == ("list", "Lao động tiên tiến")
    assert "1 nơi dùng: thẩm quyền quyết định. Cần: một hoặc nhiều mục" in " ".join(table.split())


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


@pytest.mark.django_db
def test_what_two_people_confirmed_counts_when_the_database_is_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ("--unconfirmed", "--on", "2026-11-22", "--format", "json")
    before = json.loads(said(capsys, *asked, "--from-database"))
    confirmed()

    after = json.loads(said(capsys, *asked, "--from-database"))
    as_shipped = json.loads(said(capsys, *asked))

    gone = {line["id"] for line in before["unconfirmed"]}
    gone -= {line["id"] for line in after["unconfirmed"]}
    assert gone == {TITLES}
    assert as_shipped == before
    assert after["rulebook"] != before["rulebook"]


def test_without_a_database_it_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_table() -> None:
        raise OperationalError("no such table")

    monkeypatch.setattr("bangvang.lawbook.selectors.texts.texts_in_use", no_table)

    assert main(["law", "--unconfirmed", "--from-database"]) == 2
    assert "Không hỏi được cơ sở dữ liệu" in capsys.readouterr().err
