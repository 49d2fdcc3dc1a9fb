"""Beside an unread text stands what applied before, as a hint; contradictory rows are named."""

from datetime import date

from django.template.loader import render_to_string

from bangvang.law import Appraisal, Days, Held, Kind, Record, RecordKind, appraise
from bangvang.web.components.pieces import ANSWER_NOTE
from bangvang.web.findings import finding_shown

COMPLETE = dict.fromkeys(RecordKind, 2010)


def asked(on: date, *rows: Held) -> Appraisal:
    return appraise("CSTDT", Record(rows, COMPLETE), days=Days(on))


def page_of(appraisal: Appraisal, on: date) -> str:
    shown = finding_shown(appraisal, on=on, link_to=lambda _ref: "")
    return render_to_string("components/finding.html", {"finding": shown}).replace("\u00a0", " ")


def test_the_hint_names_its_last_day_and_its_clause_and_leaves_the_answer_alone() -> None:
    on = date(2026, 11, 22)
    said = page_of(asked(on), on)

    assert ANSWER_NOTE.label in said
    assert "Theo quy định áp dụng đến 30/09/2026: không đạt." in said
    assert "Điều 22 Luật Thi đua, khen thưởng 2022" in said
    assert "Gợi ý này không phải kết quả đối chiếu" in said


def test_a_kept_answer_shows_its_hint_again() -> None:
    on = date(2026, 11, 22)
    kept = Appraisal.from_json(asked(on).as_json())

    assert page_of(kept, on) == page_of(asked(on), on)


def test_an_answer_kept_before_there_were_hints_shows_none() -> None:
    on = date(2026, 11, 22)
    form = asked(on).as_json()
    del form["hint_until"]

    assert "Chỉ để tham khảo" not in page_of(Appraisal.from_json(form), on)


def test_there_is_no_hint_where_the_text_is_read() -> None:
    on = date(2026, 9, 30)

    assert "Chỉ để tham khảo" not in page_of(asked(on), on)


def test_rows_that_contradict_each_other_are_named() -> None:
    on = date(2026, 9, 30)
    twice = (
        Held("CSTDCS", Kind.MERIT, 2024, decision_no="12/QĐ-SYT"),
        Held("CSTDCS", Kind.MERIT, 2024, decision_no="45/QĐ-SYT"),
    )

    said = page_of(asked(on, *twice), on)

    assert "Cần xem lại trong sổ" in said
    assert "có 2 quyết định (12/QĐ-SYT, 45/QĐ-SYT)" in said
    assert "Cần xem lại trong sổ" not in page_of(asked(on, twice[0]), on)
