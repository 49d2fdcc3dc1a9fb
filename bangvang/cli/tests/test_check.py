"""A list checked from file to answer."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

import pytest
from django.db import OperationalError

from bangvang.cli.main import main
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.sheets import Value
from bangvang.foundation.sheets.tests import files
from bangvang.registry.actions.record_history import History, record_history
from bangvang.registry.actions.register_household import register_household
from bangvang.registry.selectors.people import digest_of_identity_number
from bangvang.registry.tests.factories import organisation, person
from bangvang.registry.tests.rolls import fill_year, grade_body, state_whole

LIST = (
    "TT",
    "Họ và tên",
    "Ngày sinh",
    "Số định danh",
    "Đơn vị",
    "Hình thức đề nghị",
    "Năm",
    "Loại hình",
)
HISTORY = ("Họ và tên", "Ngày sinh", "Số định danh", "Đơn vị", "Danh hiệu", "Năm")
BORN = "05/8/1985"
READY: list[tuple[str, int]] = [
    *(("CSTDCS", year) for year in (2019, 2020, 2021)),
    *(("HTXSNV", year) for year in (2019, 2020, 2021)),
    ("SK_TINH", 2021),
]
Cells = Sequence[Value]


def history_of(
    name: str, birth: Value = BORN, number: Value = None, unit: str = "Sở Y tế"
) -> list[Cells]:
    return [(name, birth, number, unit, code, year) for code, year in READY]


class Desk:
    """Writes the two files, runs the command, keeps what was said."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.err = ""

    def check(
        self, rows: Sequence[Cells], history: Sequence[Cells] = (), *more: str, status: int = 1
    ) -> dict[str, object]:
        self.write(rows, history)
        out = self.run("--format", "json", *more, status=status)
        return cast("dict[str, object]", json.loads(out)) if out else {}

    def write(self, rows: Sequence[Cells], history: Sequence[Cells] = ()) -> None:
        (self.folder / "ds.xlsx").write_bytes(files.xlsx([LIST, *rows]))
        past = [HISTORY, *history]
        (self.folder / "ls.csv").write_bytes(files.separated(past))

    def run(self, *more: str, status: int = 1) -> str:
        arguments = [str(self.folder / "ds.xlsx"), "--history", str(self.folder / "ls.csv")]
        assert main(["check", *arguments, "--on", "2022-04-19", *more]) == status
        shown = self.capsys.readouterr()
        self.err = shown.err
        return shown.out


def rows_of(found: dict[str, object]) -> list[dict[str, object]]:
    return cast("list[dict[str, object]]", found["rows"])


def told(found: dict[str, object]) -> list[tuple[object, object, object]]:
    return [(row["answer"], row["reasons"], row["identity"]) for row in rows_of(found)]


def codes(row: dict[str, object]) -> list[tuple[str, str]]:
    problems = cast("list[dict[str, str]]", row["problems"])
    return [(problem["cell"], problem["code"]) for problem in problems]


@pytest.fixture(name="desk")
def desk_fixture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_only_judgement_is_left_when_all_that_is_computed_is_met(desk: Desk) -> None:
    found = desk.check(
        [(1, "Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTĐ tỉnh")], history_of("Lù Văn Bậc")
    )

    assert told(found) == [("FOR_A_PERSON", ["JUDGEMENT"], "linked")]
    (row,) = rows_of(found)
    assert (row["row"], row["name"], row["award"]) == (2, "Lù Văn Bậc", "CSTDT")
    finding = cast("list[dict[str, str]]", row["findings"])[0]
    assert finding.keys() == {"rule", "answer", "sentence", "cite", "seen"}
    explanation = cast("dict[str, str]", row["explanation"])
    assert explanation["sentence"] == (
        "Đủ các điều kiện tính được để xét tặng danh hiệu “Chiến sĩ thi đua cấp tỉnh” theo khoản "
        "2 Điều 9 Nghị định 91/2017/NĐ-CP; còn chờ đánh giá."
    )
    assert found["totals"] == {"MET": 0, "NOT_MET": 0, "FOR_A_PERSON": 1}
    assert (found["list"], found["on"], found["problems"]) == ("ds.xlsx", "2022-04-19", [])
    assert found.keys() == {"list", "on", "rulebook", "rows", "problems", "groups", "totals"}


def test_what_is_absent_is_a_no_only_where_the_file_is_complete(desk: Desk) -> None:
    rows = [(1, "Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTDT")]
    history = [("Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTDCS", 2021)]

    open_ = desk.check(rows, history)
    closed = desk.check(rows, history, "--history-complete-from", "2015")

    assert told(open_) == [("FOR_A_PERSON", ["FACT_MISSING", "JUDGEMENT"], "linked")]
    assert told(closed) == [("NOT_MET", [], "linked")]


def test_somebody_absent_from_a_complete_file_holds_nothing(desk: Desk) -> None:
    rows = [(1, "Vàng Thị Chín", BORN, None, "Sở Y tế", "CSTDT")]

    assert told(desk.check(rows)) == [("FOR_A_PERSON", ["FACT_MISSING", "JUDGEMENT"], "new")]
    assert told(desk.check(rows, (), "--history-complete-from", "2015")) == [("NOT_MET", [], "new")]


def test_rows_that_cannot_be_used_make_nobody_complete_whose_they_may_be(desk: Desk) -> None:
    rows = [
        (1, "Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTDT"),
        (2, "Vàng Thị Chín", BORN, None, "Sở Y tế", "CSTDT"),
    ]
    history: list[Cells] = [("Lù Văn Bậc", BORN, None, "Sở Y tế", "Cờ lạ", 2021)]

    found = desk.check(rows, history, "--history-complete-from", "2015")

    assert [answer for answer, _, _ in told(found)] == ["FOR_A_PERSON", "NOT_MET"]
    assert desk.err == "Tệp lịch sử “ls.csv”, ô E2: “Cờ lạ” không có trong danh mục.\n"
    assert found["problems"] == [
        {
            "file": "ls.csv",
            "cell": "E2",
            "code": "AWARD_UNKNOWN",
            "text": "“Cờ lạ” không có trong danh mục.",
        }
    ]
    history = [(None, None, None, None, "CSTDCS", 2021)]
    found = desk.check(rows, history, "--history-complete-from", "2015")
    assert [answer for answer, _, _ in told(found)] == ["FOR_A_PERSON", "FOR_A_PERSON"]


def test_a_namesakes_rows_may_be_the_linked_persons(desk: Desk) -> None:
    rows = [(1, "Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTDT")]
    history = [
        ("Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTDCS", 2021),
        ("Lù Văn Bậc", None, None, "Sở Nội vụ", "CSTDCS", 2020),
    ]

    found = desk.check(rows, history, "--history-complete-from", "2015")

    assert told(found)[0][0] == "FOR_A_PERSON"
    assert told(found)[0][2] == "linked"


def test_rows_of_one_person_come_together_by_number_or_birth(desk: Desk) -> None:
    number = "010085000123"
    history = history_of("Lù Văn Bậc")
    mixed: list[Cells] = [
        (name, None if n % 2 else birth, number if n < 5 else None, unit, code, year)
        for n, (name, birth, _, unit, code, year) in enumerate(history)
    ]
    mixed[5] = history[5]
    rows = [(1, "Lù Văn Bậc", BORN, number, "Sở Nội vụ", "CSTDT")]

    assert told(desk.check(rows, mixed)) == [("FOR_A_PERSON", ["JUDGEMENT"], "linked")]


def test_twins_in_name_and_birth_are_told_apart_by_number_only(desk: Desk) -> None:
    first, second = "010085000123", "010085000124"
    history = [
        *history_of("Lù Văn Bậc", number=first),
        ("Lù Văn Bậc", BORN, second, "Sở Y tế", "CSTDCS", 2021),
        ("Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTDCS", 2018),
    ]
    rows = [
        (1, "Lù Văn Bậc", BORN, first, "Sở Y tế", "CSTDT"),
        (2, "Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTDT"),
    ]

    assert told(desk.check(rows, history)) == [
        ("FOR_A_PERSON", ["JUDGEMENT"], "linked"),
        ("FOR_A_PERSON", ["IDENTITY"], "for_a_person"),
    ]


@pytest.mark.parametrize(
    "who",
    [
        ("Lù Văn Bậc", None),
        ("Lu Van Bac", BORN),
        ("Lù Văn Bậc", "31/02/1985"),
        ("Lù Văn Bậc, Vàng Thị Chín", BORN),
        (None, BORN),
        ("NguyÔn V¨n Ruéng", BORN),
    ],
)
def test_somebody_not_settled_has_exactly_that_reason(who: tuple[Value, Value], desk: Desk) -> None:
    for award in ("CSTDT", "Giải nhất bóng bàn"):
        found = desk.check(
            [(1, *who, None, "Sở Y tế", award)],
            history_of("Lù Văn Bậc"),
            "--history-complete-from",
            "2015",
        )
        assert told(found) == [("FOR_A_PERSON", ["IDENTITY"], "for_a_person")]


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (("Giải nhất bóng bàn",), ("F2", "AWARD_UNKNOWN")),
        (("HTXSNV",), ("F2", "AWARD_UNKNOWN")),
        ((None,), ("B2", "AWARD_UNKNOWN")),
        (("CSTDT", None, "vui"), ("H2", "KIND_UNKNOWN")),
        (("CSTDT", "2020-2021"), ("G2", "YEAR_UNREADABLE")),
        (("HUYCTNXP",), ("F2", "AWARD_NOT_IN_FORCE")),
    ],
)
def test_what_is_proposed_must_be_clear(cells: Cells, problem: tuple[str, str], desk: Desk) -> None:
    found = desk.check([(1, "Lù Văn Bậc", BORN, None, "Sở Y tế", *cells)])

    assert told(found) == [("FOR_A_PERSON", ["FACT_MISSING"], "new")]
    assert codes(rows_of(found)[0]) == [problem]


@pytest.mark.parametrize("birth", ["20/4/2022", "2023", "05/2022", date(2022, 4, 20)])
def test_nobody_was_born_after_the_day_of_the_list(birth: Value, desk: Desk) -> None:
    found = desk.check(
        [(1, "Lù Văn Bậc", birth, None, "Sở Y tế", "CSTDT")],
        [("Vàng Thị Chín", birth, None, "Sở Y tế", "CSTDCS", 2021)],
    )

    (row,) = rows_of(found)
    assert codes(row) == [("C2", "BIRTH_IN_FUTURE")]
    said = cast("list[dict[str, str]]", row["problems"])[0]["text"]
    assert said.endswith(" sau ngày 19/04/2022; cần kiểm tra lại.")
    (of_history,) = cast("list[dict[str, str]]", found["problems"])
    assert (of_history["cell"], of_history["code"]) == ("B2", "BIRTH_IN_FUTURE")


@pytest.mark.parametrize("birth", ["19/4/2022", "2022", "04/2022"])
def test_a_birth_up_to_the_day_of_the_list_is_taken(birth: Value, desk: Desk) -> None:
    found = desk.check([(1, "Lù Văn Bậc", birth, None, "Sở Y tế", "CSTDT")])

    assert "BIRTH_IN_FUTURE" not in str(rows_of(found))


def test_two_awards_in_one_row_are_asked_about_only_by_name(desk: Desk) -> None:
    (desk.folder / "ls.csv").write_bytes(files.separated([HISTORY]))
    rows = [("Họ và tên", "Ngày sinh", "Danh hiệu", "Hình thức"), ("Lù A", BORN, "CSTDT", "BK_TTG")]
    (desk.folder / "ds.xlsx").write_bytes(files.xlsx(rows))

    own = json.loads(desk.run("--format", "json"))
    named = json.loads(desk.run("--format", "json", "--award", "CSTĐ tỉnh"))

    assert (own["rows"][0]["award"], own["rows"][0]["reasons"]) == ("", ["FACT_MISSING"])
    assert own["rows"][0]["explanation"] is None
    assert (named["rows"][0]["award"], named["rows"][0]["reasons"]) == (
        "CSTDT",
        ["FACT_MISSING", "JUDGEMENT"],
    )


def test_the_named_award_is_asked_of_every_row_and_the_lists_year_counts(desk: Desk) -> None:
    found = desk.check(
        [
            (1, "Lù Văn Bậc", BORN, None, "Sở Y tế", "LĐTT"),
            (2, "Lù Văn Bậc", BORN, None, "Sở Y tế", None, 2020),
        ],
        history_of("Lù Văn Bậc"),
        "--award",
        "CSTDT",
        "--history-complete-from",
        "2015",
    )

    assert [row["award"] for row in rows_of(found)] == ["CSTDT", "CSTDT"]
    assert [answer for answer, _, _ in told(found)] == ["FOR_A_PERSON", "NOT_MET"]


def test_collectives_are_linked_by_name_and_unit(desk: Desk) -> None:
    history = [("Phòng Dân số", None, None, "Sở Y tế", "TTLĐXS", 2021)]
    rows = [
        (1, "Phòng Dân số", None, None, "Sở Y tế", "Cờ thi đua của UBND tỉnh"),
        (2, "Phòng Dân số", None, None, "Sở Nội vụ", "Cờ thi đua của UBND tỉnh"),
        (3, "Phòng Quản lý Dược", None, None, "Sở Y tế", "Cờ thi đua của UBND tỉnh"),
    ]

    found = desk.check(rows, history)

    assert [identity for _, _, identity in told(found)] == ["linked", "for_a_person", "new"]


def test_whom_the_law_sees_in_a_row_follows_from_the_award_and_the_name(desk: Desk) -> None:
    rows = [
        (1, "Phòng Dân số", None, None, "Sở Y tế", "TTLĐXS"),
        (2, "Gia đình ông Lù Văn Bậc", None, None, "Xã Mường Hum", "BK_TINH"),
        (3, "Phòng Dân số", None, None, "Sở Y tế", "BK_TINH"),
        (4, "Lù Văn Bậc", BORN, None, "Sở Y tế", "BK_TINH"),
    ]

    found = desk.check(rows, (), "--on", "2024-04-19")

    rules = [cast("list[dict[str, str]]", row["findings"])[0]["rule"] for row in rows_of(found)]
    assert len(set(rules)) == len(rules)
    assert "no_rule" not in rules


@pytest.mark.parametrize(
    ("name", "birth", "number", "award", "whom"),
    [
        ("Phòng Tài chính 2", None, None, "CSTĐCS", "tập thể"),
        ("Hộ gia đình ông Lù Văn Bậc", None, None, "CSTĐCS", "hộ gia đình"),
        ("Gia đình ông Lù Văn Bậc", BORN, None, "CSTĐCS", "hộ gia đình"),
        ("Hộ gia đình ông Lù Văn Bậc", None, None, "TTLĐXS", "hộ gia đình"),
        ("Lù Văn Bậc", BORN, None, "TTLĐXS", "cá nhân"),
        ("Lù Văn Bậc", None, "010085000123", "Cờ thi đua của UBND tỉnh", "cá nhân"),
        ("Phòng Dân số", None, None, "GIA_DINH_VH", "tập thể"),
    ],
)
def test_an_award_that_is_not_for_whom_the_row_shows_is_not_asked(
    name: str, birth: Value, number: Value, award: str, whom: str, desk: Desk
) -> None:
    row = (1, name, birth, number, "Sở Y tế", award)

    found = desk.check([row], (), "--history-complete-from", "2015")

    assert [(answer, why) for answer, why, _ in told(found)] == [("FOR_A_PERSON", ["FACT_MISSING"])]
    (one,) = rows_of(found)
    assert codes(one)[-1] == ("F2", "AWARD_NOT_FOR_SUBJECT")
    said = cast("list[dict[str, str]]", one["problems"])[-1]["text"]
    assert said.endswith(f" không dành cho {whom}.")


def test_a_row_that_shows_nobody_in_particular_is_whom_the_award_is_for(desk: Desk) -> None:
    rows = [
        (1, "Những người giữ rừng", None, None, "Sở Y tế", "TTLĐXS"),
        (2, "Gia đình ông Lù Văn Bậc", None, None, "Xã Mường Hum", "GIA_DINH_VH"),
    ]

    found = desk.check(rows)

    refused = {code for row in rows_of(found) for _, code in codes(row)}
    assert "AWARD_NOT_FOR_SUBJECT" not in refused


def test_a_share_over_the_list_stands_beside_the_rows_and_changes_no_row(desk: Desk) -> None:
    rows = [
        (1, "Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTĐCS"),
        (2, "Vàng Thị Chín", BORN, None, "sở y tế", "CSTĐCS"),
        (3, "Giàng A Sớm", BORN, None, "Sở Xây dựng", "CSTĐCS"),
    ]

    found = desk.check(rows)
    table = " ".join(desk.run().split())

    groups = cast("list[dict[str, object]]", found["groups"])
    assert [(g["award"], g["year"], g["unit"]) for g in groups] == [
        ("CSTDCS", 2021, "Sở Y tế"),
        ("CSTDCS", 2021, "Sở Xây dựng"),
    ]
    assert (groups[0]["answer"], groups[0]["reasons"]) == ("FOR_A_PERSON", ["FACT_MISSING"])
    assert groups[0]["cite"] == "khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP"
    assert found["totals"] == {"MET": 0, "NOT_MET": 0, "FOR_A_PERSON": 3}
    assert "Tỷ lệ CSTĐCS năm 2021, Sở Y tế: (người xét) Đề nghị 0 đến 2 người" in table
    assert desk.check(rows, (), "--on", "2024-04-19")["groups"] == []


def test_who_holds_the_base_title_of_the_year_already_is_in_the_base_of_the_share(
    desk: Desk,
) -> None:
    people = [f"{name} Văn Bậc" for name in ("Lù", "Vàng", "Giàng", "Tẩn", "Hoàng", "Sùng", "Lý")]
    rows = [
        *((n, name, BORN, None, "Sở Y tế", "LĐTT") for n, name in enumerate(people, 1)),
        (8, people[0], BORN, None, "Sở Y tế", "CSTĐCS"),
    ]
    history = [(name, BORN, None, "Sở Y tế", "LĐTT", 2021) for name in people]

    found = desk.check(rows, history, "--history-complete-from", "2015")

    (group,) = cast("list[dict[str, object]]", found["groups"])
    assert [answer for answer, _, _ in told(found)][:7] == ["NOT_MET"] * 7
    assert (group["answer"], group["reasons"]) != ("NOT_MET", [])
    assert "trên ít nhất 7 cá nhân" in cast("str", group["sentence"])


def test_a_row_says_from_when_it_may_be_met_and_what_the_former_law_would_say(desk: Desk) -> None:
    rows = [(1, "Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTDT")]

    (refused,) = rows_of(desk.check(rows, (), "--history-complete-from", "2015"))
    (unseen,) = rows_of(desk.check(rows, (), "--on", "2026-11-02"))
    (hinted,) = rows_of(
        desk.check(rows, (), "--history-complete-from", "2015", "--on", "2026-03-02")
    )

    assert isinstance(refused["earliest_year"], int)
    assert refused["earliest_is_hint"] is False
    assert hinted["earliest_is_hint"] is True
    assert (refused["hint"], refused["notes"]) == (None, [])
    hint = cast("dict[str, str]", unseen["hint"])
    assert hint.keys() == {"sentence", "cite", "until"}
    assert hint["until"] == "2026-09-30"
    assert unseen["earliest_year"] is None
    table = " ".join(desk.run("--on", "2026-11-02").split())
    assert "Gợi ý, không thuộc kết quả: theo quy định áp dụng đến 30/09/2026: (người xét)" in table


def test_the_table_names_the_way_whose_conditions_it_lists_and_the_others(desk: Desk) -> None:
    desk.check([(1, "Lù Văn Bậc", BORN, None, "Sở Y tế", "BK_TINH")], (), "--on", "2026-03-02")

    table = " ".join(desk.run("--on", "2026-03-02").split())

    assert "Chiến sĩ thi đua cơ sở liên tục: - (" in table
    assert table.count("Trường hợp khác: (") == 1


def test_the_table_reads_within_a_hundred_letters(desk: Desk) -> None:
    desk.write([], history_of("Lù Văn Bậc"))
    rows: list[Cells] = [
        LIST,
        (1, "Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTDT"),
        (2, "Lù Văn Bậc Thang Dài Thật Dài Đến Mức Không Còn Chỗ Ghi", BORN),
    ]
    (desk.folder / "ds.xlsx").write_bytes(files.xlsx_of({"A": rows, "B": rows}))

    table = desk.run()

    lines = table.splitlines()
    assert max(map(len, lines)) <= 100
    assert lines[0] == "Danh sách: ds.xlsx"
    assert lines[2].startswith("! A1: Tệp có 2 trang tính có danh sách")
    assert "    2  Lù Văn Bậc" in table
    assert "Vì: cần đánh giá." in table
    assert "! B3: Dòng này không ghi danh hiệu, hình thức đề nghị." in table
    assert lines[-1] == "Cộng 2 dòng: 0 đạt, 0 không đạt, 2 người xét."


def test_every_row_met_ends_with_nought(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write([(1, "Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTDT")])
    monkeypatch.setattr("bangvang.cli.checked.Checked.is_all_met", True)

    desk.run(status=0)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--award", "KHONG_CO"], "KHONG_CO"),
        (["--award", "HTNV"], "HTNV"),
        (["--award", "XA_TIEU_BIEU"], "chưa có vào ngày 19/04/2022; có từ ngày 01/01/2024."),
        (["--on", "2012-04-19"], "chưa có bộ quy định nào có hiệu lực ngày 19/04/2012."),
        (
            ["--history-complete-from", "1944"],
            "--history-complete-from: 1944 không thuộc các năm từ 1945 đến 2022.\n",
        ),
        (["--history-complete-from", "2023"], "từ 1945 đến 2022.\n"),
        (["--history-complete-from", "-5"], "từ 1945 đến 2022.\n"),
        (["--history", "/khong/co"], "Không mở được tệp “/khong/co”."),
        (["--history", "\0"], "Không mở được tệp “\0”."),
    ],
)
def test_what_cannot_be_asked_ends_with_two(more: list[str], sentence: str, desk: Desk) -> None:
    assert desk.check([(1, "Lù Văn Bậc", BORN)], (), *more, status=2) == {}
    assert sentence in desk.err
    assert "Traceback" not in desk.err


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("ds.xlsx", b"%PDF-1.7", "Tệp “ds.xlsx” là tệp PDF"),
        ("ds.xlsx", files.xlsx([["Xã", "Hộ"], ["Nậm Có", 1]]), "Tệp “ds.xlsx”: Không tìm thấy cột"),
        ("ds.xlsx", files.xlsx([LIST]), "không có dòng đề nghị nào"),
        ("ls.csv", b"a,b\n1,2\n", "Tệp “ls.csv”: Không tìm thấy bảng có đủ các cột"),
        ("ls.csv", b"", "Tệp “ls.csv” không có dữ liệu."),
    ],
)
def test_files_that_are_no_lists_end_with_two(
    name: str, data: bytes, sentence: str, desk: Desk
) -> None:
    desk.write([(1, "Lù Văn Bậc", BORN)])
    (desk.folder / name).write_bytes(data)

    assert desk.run("--format", "json", status=2) == ""
    assert sentence in desk.err


@pytest.mark.parametrize("year", ["1945", "2022"])
def test_a_history_may_be_complete_from_the_first_year_to_the_one_of_the_day(
    year: str, desk: Desk
) -> None:
    assert desk.check([(1, "Lù Văn Bậc", BORN)], (), "--history-complete-from", year)


def test_completeness_is_said_of_a_file_only(desk: Desk) -> None:
    desk.write([(1, "Lù Văn Bậc", BORN)])
    arguments = ["check", str(desk.folder / "ds.xlsx"), "--history-complete-from", "2015"]

    assert main(arguments) == 2
    assert "chỉ dùng cùng --history" in desk.capsys.readouterr().err


def test_a_database_that_cannot_answer_is_said_in_one_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write([(1, "Lù Văn Bậc", BORN)])

    def broken(*_: object) -> None:
        raise OperationalError("no such table")

    monkeypatch.setattr("bangvang.cli.database.people_possibly_meant", broken)

    assert main(["check", str(desk.folder / "ds.xlsx"), "--on", "2022-04-19"]) == 2
    assert desk.capsys.readouterr().err.startswith("Không hỏi được cơ sở dữ liệu")


@pytest.mark.django_db
def test_without_a_file_the_register_of_the_database_answers(desk: Desk) -> None:
    number = "010085000123"
    known = person(
        "Lù Văn Bậc",
        birth_on=date(1985, 8, 5),
        identity_digest=digest_of_identity_number(number),
    )
    officer = Actor("a", "Vàng Thị Nương", "Chuyên viên", "b", "Sở Nội vụ", frozenset())
    history = History(complete_from={"AWARD": 2015})
    record_history(known.ref, history, actor=officer, at=datetime(2022, 4, 1, tzinfo=UTC))
    desk.write(
        [
            (1, "Lu Van Bac", BORN, number, "Sở Y tế", "CSTDT"),
            (2, "Vàng Thị Chín", BORN, None, "Sở Y tế", "CSTDT"),
        ]
    )

    status = main(["check", str(desk.folder / "ds.xlsx"), "--on", "2022-04-19", "--format", "json"])

    found = json.loads(desk.capsys.readouterr().out)
    assert status == 1
    assert told(found) == [
        ("NOT_MET", [], "linked"),
        ("FOR_A_PERSON", ["FACT_MISSING", "JUDGEMENT"], "new"),
    ]


@pytest.mark.django_db
def test_a_household_is_linked_by_whom_it_is_called_after_and_its_commune(desk: Desk) -> None:
    commune = organisation("Ủy ban nhân dân xã Nậm Mây", kind="COMMUNE")
    old = organisation("Xã Bản Sương", kind="COMMUNE")
    clerk = Actor("a", "Vàng Thị Nương", "Chuyên viên", "b", "Ban", frozenset({Role.SPECIALIST}))
    at = datetime(2022, 4, 1, tzinfo=UTC)
    for name, where in (("Hộ ông Lù Văn Bậc", commune), ("Hộ bà Sùng Thị Ngô", old)):
        register_household(name, commune_ref=where.ref, actor=clerk, at=at)
    desk.write(
        [
            (1, "Gia đình ông Lù Văn Bậc", None, None, "Xã Nậm Mây", "BK_TINH"),
            (2, "Hộ gia đình ông Lu Van Bac", None, None, "Xã Nậm Mây", "BK_TINH"),
            (3, "Hộ ông Lù Văn Bậc", None, None, "Xã Bản Sương", "BK_TINH"),
            (4, "Hộ bà Sùng Thị Ngô", None, None, "UBND xã Bản Sương", "BK_TINH"),
            (5, "Hộ ông Giàng A Núi", None, None, "Xã Nậm Mây", "BK_TINH"),
            (6, "Hộ bà Sùng Thị Ngô", None, None, None, "BK_TINH"),
        ]
    )

    main(["check", str(desk.folder / "ds.xlsx"), "--on", "2024-04-19", "--format", "json"])

    found = json.loads(desk.capsys.readouterr().out)
    assert [identity for _, _, identity in told(found)] == [
        "linked", "for_a_person", "for_a_person", "linked", "new", "for_a_person",
    ]  # fmt: skip


def test_a_household_of_a_history_file_is_found_however_it_is_called(desk: Desk) -> None:
    history = [("Hộ ông Lù Văn Bậc", None, None, "Xã Nậm Mây", "Giấy khen", 2021)]
    rows = [(1, "Gia đình ông Lù Văn Bậc", None, None, "Xã Nậm Mây", "BK_TINH")]

    found = desk.check(rows, history, "--on", "2024-04-19")

    assert [identity for _, _, identity in told(found)] == ["linked"]


@pytest.mark.django_db
def test_the_roll_of_a_collective_comes_from_the_register_of_the_database(desk: Desk) -> None:
    office = organisation("Sở Y tế")
    ward = organisation("Phòng Dân số", kind="SUB_UNIT", parent=office)
    fill_year(ward, 2021, people=10, titled=5, grade="HTTNV")
    grade_body(office, 2021, "HTTNV")
    state_whole(office, 2021, at=datetime(2022, 2, 1, tzinfo=UTC))
    desk.write(
        [
            (1, "Sở Y tế", None, None, "Sở Y tế", "TTLĐTT"),
            (2, "Phòng Dân số", None, None, "Sở Y tế", "TTLĐTT"),
            (3, "Phòng Dân số", None, None, "Sở Nội vụ", "TTLĐTT"),
        ]
    )

    main(["check", str(desk.folder / "ds.xlsx"), "--on", "2022-04-19", "--format", "json"])

    found = json.loads(desk.capsys.readouterr().out)
    assert [(answer, who) for answer, _, who in told(found)] == [
        ("NOT_MET", "linked"),
        ("FOR_A_PERSON", "linked"),
        ("FOR_A_PERSON", "for_a_person"),
    ]
    whole, part, unclear = (str(row["findings"]) for row in rows_of(found))
    assert "5 (theo sổ) trên 10 (theo sổ) người (50,00 %); thiếu 1 người." in whole
    assert "(ít nhất 5 (theo sổ) trên ít nhất 5 (theo sổ) người)" in part
    assert "theo sổ" not in unclear


def test_the_day_is_today_if_it_is_not_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write([(1, "Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTDT")])
    monkeypatch.setattr("bangvang.foundation.clock.today", lambda: date(2022, 4, 20))
    arguments = [str(desk.folder / "ds.xlsx"), "--history", str(desk.folder / "ls.csv")]

    main(["check", *arguments, "--format", "json"])

    assert json.loads(desk.capsys.readouterr().out)["on"] == "2022-04-20"


def test_the_table_gives_no_reasons_for_a_certain_answer(desk: Desk) -> None:
    desk.write([(1, "Vàng Thị Chín", BORN, None, "Sở Y tế", "CSTDT")])

    table = desk.run("--history-complete-from", "2015")

    assert "KHÔNG ĐẠT" in table
    assert "Vì:" not in table


def test_the_table_names_what_contradicts_itself_under_its_row(desk: Desk) -> None:
    rows = [(1, "Lù Văn Bậc", BORN, None, "Sở Y tế", "CSTDT", 2023)]
    twice = ("Lù Văn Bậc", BORN, None, "Sở Y tế", "HTTNV", 2021)
    desk.write(rows, [*history_of("Lù Văn Bậc"), twice])

    lines = desk.run().splitlines()

    start = next(at for at, line in enumerate(lines) if line.startswith("    2  Lù Văn Bậc"))
    under = " ".join(line.strip() for line in lines[start : lines.index("-" * 100, start)])
    assert "! Năm xét 2023 chưa đến vào ngày nhận hồ sơ 19/04/2022; cần kiểm tra lại." in under
    assert "! Năm 2021 có 2 mức xếp loại khác nhau" in under
    assert max(map(len, lines)) <= 100
