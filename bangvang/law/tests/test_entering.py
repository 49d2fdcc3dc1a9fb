"""What people type is held to the rules of the shipped files, and refused in Vietnamese."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bangvang.law.citation import Citation
from bangvang.law.dated import Value
from bangvang.law.entering import Given, accepted
from bangvang.law.instruments import instruments
from bangvang.law.loading import Texts, shipped
from bangvang.law.overlay import AS_CODED, ReadingOfText, laid_over
from bangvang.law.value_forms import NotAccepted, form_of, value_in_words, value_of

AMENDED = date(2026, 10, 1)
TITLES = "provincial_fighter.titles_in_a_row"
GIVEN = Given(TITLES, AMENDED, None, 4, Citation("LUAT-06-2026", 1, 3), date(2026, 11, 2))


def take(given: Given, *readings: ReadingOfText) -> ReadingOfText:
    used = laid_over(readings) if readings else shipped()
    return accepted(given, origin="công báo", among=instruments(), used=used)


def refusal(given: Given) -> tuple[str, str]:
    with pytest.raises(NotAccepted) as refused:
        take(given)
    return refused.value.code, refused.value.sentence


def test_a_good_value_becomes_a_reading_with_the_unit_of_its_entry() -> None:
    assert take(GIVEN) == ReadingOfText(
        TITLES, AMENDED, None, 4, "awards", GIVEN.cite, date(2026, 11, 2), "công báo"
    )


@pytest.mark.parametrize(
    ("change", "code", "sentence"),
    [
        ({"id": "no.such"}, "UNKNOWN_ENTRY", "không có mục quy định này"),
        ({"id": "regime"}, "UNKNOWN_ENTRY", "không có mục quy định này"),
        ({"id": "wording.no.such"}, "UNKNOWN_ENTRY", "không có mục quy định này"),
        ({"until": AMENDED}, "DAYS", "phải sau ngày bắt đầu"),
        ({"cite": Citation("NO-SUCH")}, "INSTRUMENT", "chưa có văn bản được viện dẫn"),
        (
            {"since": date(2026, 9, 1)},
            "INSTRUMENT_LATER",
            "Luật số 06/2026/QH16 chỉ có hiệu lực từ ngày 01/10/2026",
        ),
        (
            {"since": date(2027, 3, 1), "cite": Citation("ND-152-2025")},
            "INSTRUMENT_ENDED",
            "hết hiệu lực trước ngày bắt đầu",
        ),
        ({"since": date(2026, 10, 2)}, "WHY_THIS_DAY", "cần ghi vì sao áp dụng từ ngày này"),
        ({"since": date(2027, 5, 1), "why_this_day": "theo lộ trình"}, "OUTSIDE", "không nối với"),
        (
            {"since": date(2017, 7, 1), "cite": Citation("ND-47-2017")},
            "TOO_EARLY",
            "chưa có quy định của thời gian này",
        ),
        (
            {"id": "prime_minister_certificate.merit.initiatives"},
            "NOT_READ",
            "không có quy định nào của hệ thống dùng mục này",
        ),
        ({"id": "wording.provincial_fighter.2017", "value": AS_CODED}, "NOT_READ", "dùng mục này"),
        ({"value": "4"}, "VALUE", "số nguyên không âm"),
        ({"value": 3.5}, "VALUE", "số nguyên không âm"),
        ({"value": True}, "VALUE", "số nguyên không âm"),
        ({"value": -1}, "VALUE", "số nguyên không âm"),
        ({"value": None}, "VALUE", "số nguyên không âm"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(
    change: dict[str, object], code: str, sentence: str
) -> None:
    found, said = refusal(replace(GIVEN, **change))  # type: ignore[arg-type]  # some values are wrong on purpose

    assert found == code
    assert sentence in said


def test_a_day_on_which_the_instrument_does_not_begin_needs_its_reason() -> None:
    given = replace(GIVEN, since=AMENDED, cite=Citation("LUAT-06-2022", 22))

    assert refusal(given)[0] == "WHY_THIS_DAY"
    assert take(replace(given, why_this_day="Điều này không bị sửa đổi")).since == AMENDED


def test_after_a_reading_that_ends_the_next_one_may_begin() -> None:
    first = take(replace(GIVEN, until=date(2027, 5, 1)))
    then = replace(GIVEN, since=date(2027, 5, 1), value=5, why_this_day="theo lộ trình")

    assert refusal(then)[0] == "OUTSIDE"
    assert take(then, first).value == 5


@pytest.mark.parametrize(
    ("id_", "plain", "value", "words"),
    [
        (TITLES, 4, 4, "4 lần"),
        ("base_salary", 2_530_000, 2_530_000, "2.530.000 đồng"),
        ("voting.lower.agreement", 80, 80, "80 % tổng số thành viên"),
        ("reward.CSTDT.person", "3.0", Decimal("3.0"), "3 lần mức lương cơ sở"),
        ("reward.CSTDT.person", "2.25", Decimal("2.25"), "2,25 lần mức lương cơ sở"),
        ("reward.rounding", "up", "up", "làm tròn lên"),
        ("once.achievement", False, False, "Không còn quy định"),
        ("once.achievement", True, True, "Có quy định này"),
        (
            "voting.lower.titles",
            ["CSTDCS", "CO_TINH"],
            ("CSTDCS", "CO_TINH"),
            "Chiến sĩ thi đua cơ sở; Cờ thi đua của Ủy ban nhân dân tỉnh",
        ),
        ("voting.lower.titles", [], (), "không có mục nào"),
        ("bars.open", ["DISCIPLINED"], ("DISCIPLINED",), "Đang trong thời hạn kỷ luật"),
        ("papers.title", ["TO_TRINH"], ("TO_TRINH",), "Tờ trình đề nghị khen thưởng"),
        (
            "wording.provincial_fighter.2024",
            AS_CODED,
            AS_CODED,
            "như hệ thống đang tính",
        ),
    ],
)
def test_each_unit_has_its_form_and_its_words(
    id_: str, plain: object, value: Value, words: str
) -> None:
    form = form_of(id_)

    assert value_of(form, plain) == value
    assert value_in_words(form, value) == words


@pytest.mark.parametrize(
    ("id_", "plain"),
    [
        ("voting.lower.agreement", 0),
        ("voting.lower.agreement", 101),
        ("reward.CSTDT.person", "nhiều"),
        ("reward.CSTDT.person", "-1"),
        ("reward.CSTDT.person", "NaN"),
        ("reward.CSTDT.person", "Infinity"),
        ("reward.rounding", "down"),
        ("once.achievement", "có"),
        ("voting.lower.titles", ["NO_SUCH"]),
        ("voting.lower.titles", ["HTXSNV"]),
        ("voting.lower.titles", ["CSTDCS", "CSTDCS"]),
        ("bars.open", ["CSTDCS"]),
        ("wording.provincial_fighter.2024", "CHANGED"),
    ],
)
def test_a_value_beyond_its_unit_is_refused(id_: str, plain: object) -> None:
    with pytest.raises(NotAccepted) as refused:
        value_of(form_of(id_), plain)

    assert refused.value.code == "VALUE"


def test_what_is_not_written_is_called_unread() -> None:
    assert value_in_words(form_of(TITLES), None) == "chưa có nguyên văn"


def test_codes_of_another_kind_are_those_that_are_written_already(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A kind of code that a later module brings along has a form without being named here."""
    row = shipped().row("bars.open").items[1]
    made = Texts([replace(row, id="codes", value=("B", "A"))])
    monkeypatch.setattr("bangvang.law.value_forms.shipped", lambda: made)

    assert form_of("codes").choices == {"A": "A", "B": "B"}
    assert value_of(form_of("codes"), ["B"]) == ("B",)
