"""Awards for sudden deeds and themes are no ground for a request by merit: by day, and in words."""

from dataclasses import replace
from datetime import date

import pytest

from bangvang.law import (
    Answer,
    Appraisal,
    Days,
    Held,
    Kind,
    Reason,
    Record,
    RecordKind,
    Seen,
    Subject,
    appraise,
    using,
)
from bangvang.law.dated import Entry
from bangvang.law.kinds_apart import ID, kinds_apart
from bangvang.law.loading import Texts, shipped

ALL = dict.fromkeys(RecordKind, 1950)
BEFORE = date(2025, 6, 30)
SINCE = date(2025, 7, 1)
APART = (Kind.SUDDEN, Kind.THEME)


def good_years(kind: Kind, on: date, *, code: str = "BK_TINH") -> Record:
    """Make a nominee for BK_TTG in whom nothing but the certificate's kind is in question."""
    rows = [
        Held("HTXSNV", Kind.MERIT, on.year - back, record_id=f"g{back}") for back in range(1, 6)
    ]
    rows += [Held("SK_CO_SO", Kind.MERIT, on.year - back) for back in range(1, 6)]
    rows += [Held("CSTDCS", Kind.MERIT, on.year - back) for back in range(1, 4)]
    certificate = Held(code, kind, 2012, date(2013, 1, 5), "7/QĐ-UBND", "c")
    return Record((certificate, *rows), ALL)


def asked(one: Record, on: date, code: str = "BK_TTG") -> Appraisal:
    return appraise(code, one, days=Days(on))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    ("on", "where_apart"),
    [
        (date(2018, 4, 19), Answer.FOR_A_PERSON),
        (date(2023, 12, 31), Answer.FOR_A_PERSON),
        (date(2024, 1, 1), Answer.FOR_A_PERSON),
        (BEFORE, Answer.FOR_A_PERSON),
        (SINCE, Answer.NOT_MET),
        (date(2026, 9, 30), Answer.NOT_MET),
    ],
)
def test_only_the_two_kinds_of_the_clause_are_left_out_and_refuse_where_it_was_read(
    on: date, where_apart: Answer, kind: Kind
) -> None:
    found = asked(good_years(kind, on), on)

    assert found.answer is (where_apart if kind in APART else Answer.MET)
    if found.answer is Answer.FOR_A_PERSON:
        assert found.reasons == (Reason.WEAK_SOURCE,)
        doubt = found.finding.parts[-1]
        assert (doubt.rule, doubt.seen is Seen.SOURCE) == ("kinds.apart", False)
        assert "năm 2012 theo loại hình" in doubt.sentence


def test_the_doubt_names_its_clause_and_no_revoked_award() -> None:
    one = good_years(Kind.SUDDEN, BEFORE)
    gone = Held("BK_TINH", Kind.SUDDEN, 2009, revoked_on=date(2010, 5, 3), record_id="gone")

    doubt = asked(replace(one, held=(gone, *one.held)), BEFORE).finding.parts[-1]

    assert (doubt.cite.instrument, doubt.cite.article) == ("ND-98-2023", 4)
    assert doubt.seen is Seen.INFERRED
    assert "2012" in doubt.sentence
    assert "2009" not in doubt.sentence


def test_a_holder_is_not_told_that_nothing_is_held() -> None:
    found = asked(good_years(Kind.SUDDEN, SINCE), SINCE)

    assert found.deciding().sentence == (
        "Chưa có Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh hoặc Bằng khen của Bộ, ban, ngành, "
        "đoàn thể trung ương theo loại hình được tính. Đã có Bằng khen của Chủ tịch Ủy ban nhân "
        "dân tỉnh năm 2012 theo loại hình đột xuất: không dùng làm căn cứ xét công trạng (khoản 3 "
        "Điều 4 Nghị định 152/2025/NĐ-CP)."
    )


def test_where_it_fails_besides_nothing_is_doubted_and_nothing_is_hidden() -> None:
    one = good_years(Kind.SUDDEN, BEFORE)
    short = replace(one, held=tuple(row for row in one.held if row.record_id != "g2"))

    found = asked(short, BEFORE)

    assert found.answer is Answer.NOT_MET
    assert "kinds.apart" not in str(found.as_json())


def test_counted_flags_of_a_theme_are_named() -> None:
    years = range(2021, 2026)
    rows = [Held("HTXSNV", Kind.MERIT, year) for year in years]
    rows += [Held("BK_TINH", Kind.MERIT, 2019), Held("CO_TINH", Kind.THEME, 2024, record_id="f")]
    on = date(2026, 3, 2)

    found = appraise("BK_TTG", Record(tuple(rows), ALL), days=Days(on), subject=Subject.COLLECTIVE)

    told = [part for part in found.finding.parts if part.rule.endswith(".flag")]
    assert [part.sentence for part in told if "theo loại hình phong trào" in part.sentence]


def test_an_award_of_later_years_or_revoked_is_not_told_as_held() -> None:
    one = good_years(Kind.SUDDEN, SINCE)
    certificate, *rest = one.held
    revoked = replace(one, held=(replace(certificate, revoked_on=date(2024, 1, 1)), *rest))

    assert "theo loại hình" not in str(asked(revoked, SINCE).finding.as_json())


def changed(**how: object) -> Texts:
    rows: list[Entry] = [entry for row in shipped().rows.values() for entry in row.items]
    return Texts(replace(entry, **how) if entry.id == ID else entry for entry in rows)  # type: ignore[arg-type]


def test_what_people_read_of_the_clause_is_followed() -> None:
    with using(changed(value=("THEME",), seen=Seen.SOURCE)):
        assert asked(good_years(Kind.SUDDEN, SINCE), SINCE).answer is Answer.MET
        assert asked(good_years(Kind.THEME, BEFORE), BEFORE).answer is Answer.NOT_MET
    with using(changed(value=None, text_unseen="ND-98-2023")):
        assert kinds_apart(SINCE) == {*APART}
        assert asked(good_years(Kind.SUDDEN, SINCE), SINCE).answer is Answer.FOR_A_PERSON
