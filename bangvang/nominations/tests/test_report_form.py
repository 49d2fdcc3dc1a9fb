"""Reports filled in in Word: invented forms, read value by value with place and doubt."""

from collections.abc import Sequence
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.foundation.sheets import Grid
from bangvang.foundation.vietnamese.damage import Damage
from bangvang.foundation.word import Document, Paragraph, TableOf
from bangvang.nominations.intake.report_form import form_in
from bangvang.nominations.intake.report_read import FormRead, Sure, Value, form_from, quoted
from bangvang.nominations.intake.report_tables import history_columns

TITLES = (
    ("Năm", "Danh hiệu thi đua", "Số, ngày, tháng, năm của quyết định; cơ quan ban hành"),
    ("2023", "Chiến sĩ thi đua cơ sở", "Số 12/QĐ-SYT ngày 10/01/2024 của Sở Y tế"),
)
FORMS = (("Năm", "Hình thức khen thưởng", "Số quyết định"), ("2022", "Bằng khen", "45/QĐ-UBND"))
BOTH = ("Năm", "Hình thức khen thưởng / danh hiệu", "Quyết định")
Rows = Sequence[Sequence[str | None]]


def document(*blocks: str | Paragraph | Rows | TableOf) -> Document:
    found: list[Paragraph | TableOf] = []
    tables = 0
    for block in blocks:
        if isinstance(block, str):
            found.append(Paragraph(f"đoạn {len(found) + 1}", block))
        elif isinstance(block, Paragraph | TableOf):
            found.append(block)
        else:
            tables += 1
            found.append(TableOf(f"bảng {tables}", Grid("", tuple(map(tuple, block)))))
    return Document("bao-cao.docx", tuple(found))


def read(*blocks: str | Paragraph | Rows | TableOf, is_person: bool = True) -> FormRead:
    return form_in(document(*blocks), is_person=is_person)


def field(found: FormRead, key: str) -> Value:
    return next(one for one in found.fields if one.key == key)


def test_a_whole_report_is_read_with_its_places() -> None:
    found = read(
        "BÁO CÁO THÀNH TÍCH", "I. SƠ LƯỢC LÝ LỊCH",
        "- Họ và tên: LÒ VĂN ÁNH; Giới tính: Nam", "- Ngày, tháng, năm sinh: 1/2/1980",
        "- Dân tộc: Thái", "- Chức vụ: Trưởng phòng", "- Đơn vị công tác: Sở Y tế",
        "Công tác từ năm 2005.", "II. THÀNH TÍCH ĐẠT ĐƯỢC", "1. Nhiệm vụ được giao",
        "Xây trạm.", "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", "1. Danh hiệu thi đua:", TITLES,
        "2. Hình thức khen thưởng:", FORMS, "IV. KỶ LUẬT", "Không",
    )  # fmt: skip

    said = {one.key: (one.value, one.sure, one.place) for one in found.fields}
    assert said == {
        "name": ("LÒ VĂN ÁNH", Sure.EXACT, "đoạn 3"),
        "birth": ("01/02/1980", Sure.EXACT, "đoạn 4"),
        "sex": ("Nam", Sure.EXACT, "đoạn 3"),
        "ethnicity": ("Thái", Sure.EXACT, "đoạn 5"),
        "position": ("Trưởng phòng", Sure.EXACT, "đoạn 6"),
        "unit": ("Sở Y tế", Sure.EXACT, "đoạn 7"),
    }
    assert field(found, "name").quote == "- Họ và tên: LÒ VĂN ÁNH; Giới tính: Nam"
    assert (found.more.value, found.merits.value) == (
        "Công tác từ năm 2005.", "1. Nhiệm vụ được giao\nXây trạm.",
    )  # fmt: skip
    assert [(one.year, one.what, one.sure) for one in (*found.titles, *found.forms)] == [
        ("2023", "Chiến sĩ thi đua cơ sở", Sure.EXACT),
        ("2022", "Bằng khen", Sure.EXACT),
    ]
    assert found.titles[0].place == "bảng 1, dòng 2"
    assert [one.text for one in found.left] == ["IV. KỶ LUẬT"]
    assert found.notes == ()


def test_headings_that_word_numbers_itself_are_found_without_numbers() -> None:
    found = read(
        Paragraph("đoạn 1", "Sơ lược lý lịch", "I."), "Họ và tên: Lò A",
        Paragraph("đoạn 3", "Thành tích đạt được", "II."), "Một việc.",
        Paragraph("đoạn 5", "Kỷ luật", "III."), "Khiển trách năm 2019.",
    )  # fmt: skip

    assert found.merits.value == "Một việc."
    assert [one.text for one in found.left] == ["III. Kỷ luật", "Khiển trách năm 2019."]
    assert found.notes == ("Không thấy đề mục III (khen thưởng đã được tặng).",)


@pytest.mark.parametrize(
    ("lines", "value", "note"),
    [
        (("Dân tộc:", "Tày"), "Tày", "ở dòng dưới nhãn"),
        (("Dân tộc: ……………", "Tày"), "Tày", "ở dòng dưới nhãn"),
        (((("Dân tộc:", "Tày"),),), "Tày", "ở ô bên cạnh nhãn"),
        (((("Dân tộc: Tày\nTôn giáo: Không",),),), "Tày", ""),
        (((("Họ tên:", "Lò A", "Dân tộc:", "Tày"),),), "Tày", "ở ô bên cạnh nhãn"),
        (("Dân tộc: Tày", "Dân tộc: Nùng"), "Tày", "tệp ghi lần nữa ở đoạn 3: Nùng"),
        (("Dân tộc: Tày", "Dân tộc: Tày"), "Tày", ""),
        (("Dân tộc:",), "", ""),
    ],
)
def test_a_value_that_is_not_after_its_label_is_inferred(
    lines: tuple[str | Rows, ...], value: str, note: str
) -> None:
    one = field(read("I. Sơ lược lý lịch", *lines), "ethnicity")

    wanted = Sure.MISSING if not value else Sure.INFERRED if note else Sure.EXACT
    assert (one.value, one.sure, one.note) == (value, wanted, note)


@pytest.mark.parametrize(
    ("key", "line", "value", "note"),
    [
        ("birth", "Sinh ngày 01 tháng 02 năm 1980", "01/02/1980", "nhãn không có dấu hai chấm"),
        ("birth", "Ngày sinh: mùa xuân", "mùa xuân", "không đọc được thành ngày"),
        ("birth", "Năm sinh: 1980", "1980", ""),
        ("sex", "Nam, nữ: Nữ", "Nữ", ""),
        ("sex", "Giới tính: khác", "khác", "không phải Nam hay Nữ"),
        ("unit", "Cơ quan, đơn vị công tác: Sở Y tế.", "Sở Y tế", ""),
        ("position", "Chức vụ (Đảng, chính quyền): Bí thư", "Bí thư", ""),
        ("both", "Chức vụ, đơn vị công tác: Y sĩ, Trạm Y tế", "Y sĩ, Trạm Y tế",
         "nhãn ghi chung chức vụ và đơn vị"),
        ("position", "Chức vụ: NguyÔn", "NguyÔn",
         "chữ có vẻ hỏng: bảng mã TCVN3 (ABC, phông .VnTime)"),
    ],
)  # fmt: skip
def test_labels_are_known_as_units_write_them(key: str, line: str, value: str, note: str) -> None:
    one = field(read("I. Sơ lược lý lịch", line), key)

    wanted = Sure.INFERRED if note else Sure.EXACT
    assert (one.value, one.note, one.sure) == (value, note, wanted)


def test_a_sentence_that_names_a_label_is_no_label() -> None:
    found = read("I. Sơ lược lý lịch", "Được bổ nhiệm chức vụ: phó phòng")

    assert field(found, "position").sure == Sure.MISSING
    assert found.more.value == "Được bổ nhiệm chức vụ: phó phòng"


def test_the_name_of_the_title_is_taken_where_no_label_has_it() -> None:
    found = read("BÁO CÁO", "Thành tích của đồng chí Lò Văn Ánh", "I. Sơ lược lý lịch")

    one = field(found, "name")
    assert (one.value, one.sure, found.name) == ("Lò Văn Ánh", Sure.INFERRED, "Lò Văn Ánh")
    assert read("BÁO CÁO").name == ""


def test_letters_of_an_old_font_lower_the_certainty() -> None:
    old = Paragraph("đoạn 2", "Họ và tên: Nguyễn A", was=Damage.TCVN3)
    work = Paragraph("đoạn 4", "Việc", was=Damage.TCVN3)
    grid = TableOf("bảng 1", Grid("", TITLES), Damage.TCVN3)

    found = read("I. Sơ lược lý lịch", old, "II. Thành tích đạt được", work, grid)

    told = f"đã chuyển từ {Damage.TCVN3}"
    assert (field(found, "name").sure, field(found, "name").note) == (Sure.INFERRED, told)
    assert found.merits.note == told
    assert (found.titles[0].sure, found.titles[0].note) == (Sure.INFERRED, told)


def test_a_table_for_both_is_parted_by_what_each_award_is() -> None:
    found = read(
        (BOTH, ("2023", "Lao động tiên tiến", "1/QĐ"), ("2022", "Bằng khen của Chủ tịch UBND tỉnh",
          "2/QĐ"), ("2021", "Kỷ niệm chương lạ", "3/QĐ"), ("", "Không có", ""), (None, None, None)),
    )  # fmt: skip

    assert [one.what for one in found.titles] == ["Lao động tiên tiến"]
    assert [(one.what, one.note) for one in found.forms] == [
        ("Bằng khen của Chủ tịch UBND tỉnh", ""),
        ("Kỷ niệm chương lạ", "không rõ là danh hiệu hay hình thức"),
    ]


@pytest.mark.parametrize(
    ("cells", "year", "note"),
    [
        (("2021 - 2023", "Bằng khen", "1/QĐ"), "2021-2023", ""),
        (("", "Bằng khen", "1/QĐ ngày 5/6/2020"), "2020", "năm lấy theo quyết định"),
        (("", "Bằng khen", "1/QĐ"), "", "không thấy năm"),
        (("năm ngoái nữa", "Bằng khen", "1/QĐ"), "năm ngoái", "ô năm không có năm"),
    ],
)
def test_years_are_read_or_doubted(cells: tuple[str, ...], year: str, note: str) -> None:
    (row,) = read((FORMS[0], cells)).forms

    assert (row.year, row.note) == (year, note)


def test_merged_cells_and_headings_over_two_rows() -> None:
    rows = (
        ("Năm", "Danh hiệu thi đua", "Quyết định", "Quyết định"),
        ("Năm", "Danh hiệu thi đua", "Số", "Ngày"),
        ("2023", "Lao động tiên tiến", "1/QĐ", "5/6/2023"),
        ("2023", "Chiến sĩ thi đua cơ sở", "2/QĐ", "6/6/2023"),
    )
    merged = frozenset({(0, 3), (1, 0), (1, 1), (3, 0)})

    found = read(TableOf("bảng 1", Grid("", rows, merged)))

    assert [(one.what, one.decision, one.note) for one in found.titles] == [
        ("Lao động tiên tiến", "1/QĐ, 5/6/2023", ""),
        ("Chiến sĩ thi đua cơ sở", "2/QĐ, 6/6/2023", "ô gộp: lấy theo ô đầu"),
    ]


def test_another_table_stays_in_the_merits() -> None:
    found = read(
        "II. Thành tích đạt được", (("Năm", "Sản lượng", "Tỷ lệ"), ("2024", "5 tấn", "9%"))
    )

    assert found.merits.value == "Năm | Sản lượng | Tỷ lệ\n2024 | 5 tấn | 9%"
    assert history_columns(Grid("", ())) is None


def test_a_collective_has_labels_of_its_own() -> None:
    found = read(
        "I. Sơ lược đặc điểm, tình hình", "Tên đơn vị: Trạm Y tế xã",
        "Trụ sở chính: thôn 1", "Ngày sinh 1/1/1980", "II. Thành tích đạt được", "Tốt.",
        is_person=False,
    )  # fmt: skip

    assert [(one.key, one.value) for one in found.fields] == [
        ("name", "Trạm Y tế xã"), ("seat", "thôn 1"),
    ]  # fmt: skip
    assert found.more.value == "Ngày sinh 1/1/1980"


def test_what_was_kept_is_read_back() -> None:
    found = read("I. Sơ lược lý lịch", "Họ và tên: Lò A", TITLES, "IV. Khác", "x" * 400)

    assert form_from(asdict(found)) == found
    assert field(found, "name").sure_said == "Đọc ngay sau nhãn"
    assert found.titles[0].sure_said == "Đọc ở cột có tiêu đề"
    assert len(quoted("a" * 400)) == 300


LINE = st.text("aăâbđêôơưnhtgọàớ IVX12.:;-…|\u00a0", max_size=40)
KNOWN = st.sampled_from(
    ["I. Sơ lược lý lịch", "II. Thành tích đạt được", "III. Các hình thức khen thưởng",
     "Họ và tên:",
     "Dân tộc: Tày", "1. Danh hiệu thi đua", "Ngày sinh: 1/1/1980", "Giới tính: Nam"]
)  # fmt: skip
CELLS = st.lists(st.lists(st.none() | LINE | KNOWN, min_size=1, max_size=4), max_size=4)
BLOCK = (LINE | KNOWN).filter(str.strip) | CELLS


@given(st.lists(BLOCK, max_size=12), st.booleans())
def test_whatever_stands_there_every_value_is_quoted_from_the_file(
    blocks: list[str | Rows], is_person: bool
) -> None:
    found = read(*blocks, is_person=is_person)

    whole = "\n".join(
        block if isinstance(block, str) else "\n".join(cell or "" for row in block for cell in row)
        for block in blocks
    )
    for one in found.fields:
        assert (one.sure == Sure.MISSING) == (not one.value) == (not one.place)
        assert not one.quote or one.quote.split("|")[0].split()[0] in whole
    assert form_in(document(*blocks), is_person=is_person) == found


@given(st.text("bcdghklmnt", min_size=1, max_size=30), st.sampled_from(["", "- ", "1. ", "+ "]))
def test_a_value_after_its_label_is_read_as_it_stands(value: str, bullet: str) -> None:
    one = field(read("I. Sơ lược lý lịch", f"{bullet}Đơn vị công tác:\u00a0{value}"), "unit")

    assert (one.value, one.sure) == (value, Sure.EXACT)
