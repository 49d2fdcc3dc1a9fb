"""The province's layer may add, narrow or fix what the law leaves to it, and nothing else."""

from datetime import date
from pathlib import Path

import pytest

from bangvang.law import (
    Answer,
    Citation,
    Days,
    Held,
    Kind,
    Matter,
    Record,
    RecordKind,
    Seen,
    Step,
    Subject,
    appraise,
    deadline_for,
    explain,
    explain_rules,
    left_to_province,
    papers_required,
    province_rule,
    province_rules_on,
    questions_of,
)
from bangvang.law import province as province_module
from bangvang.law.facts import RecordHand
from bangvang.law.instruments import instruments
from bangvang.law.loading import texts
from bangvang.law.province import added_conditions
from bangvang.law.province_layer import Province, load_province, province_layer
from bangvang.law.tables import BadText

IN_2024 = date(2024, 7, 15)
IN_2025 = date(2025, 7, 1)

GOOD = """# made up
[[entry]]
id = "province.LDTT.papers"
since = 2025-07-01
value = ["TO_TRINH", "BIEN_BAN_BINH_XET"]
unit = "list"
cite = { instrument = "LC-14-2024", article = 30 }
delegated_by = { instrument = "ND-152-2025", article = 6, clause = 2, point = "c" }
seen = "source"
compared_on = 2026-11-22
why_this_day = "made up"
"""
DELEGATED = 'delegated_by = { instrument = "ND-152-2025", article = 6, clause = 2, point = "c" }'
CONDITIONS = """[[entry]]
id = "province.LDTT.conditions"
since = 2024-07-15
value = ["Gương mẫu", "Trong năm không bị xử phạt"]
unit = "sentences"
asks = ["", "BI_XU_PHAT_HANH_CHINH"]
cite = { instrument = "LC-14-2024", article = 9, clause = 1 }
delegated_by = { instrument = "LUAT-06-2022", article = 24, clause = 4 }
seen = "source"
compared_on = 2026-11-22
why_this_day = "made up"
"""
EXAMPLE = (
    GOOD.replace("LC-14-2024", "VI-DU").replace('"source"', '"unverified"') + "example = true\n"
)


def loaded(folder: Path, text: str) -> Province:
    (folder / "made_up.toml").write_text(text, encoding="utf-8")
    return load_province(folder, instruments(), texts())


@pytest.fixture
def _a_regulation_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay a regulation that was read over the law."""
    layer = loaded(tmp_path, GOOD)
    monkeypatch.setattr(province_module, "province_layer", lambda: layer)


def test_what_was_read_of_lao_cai_may_decide_until_the_merger() -> None:
    rule = province_rule("LDTT", "conditions", on=IN_2024)
    after = province_rule("LDTT", "conditions", on=IN_2025)

    assert rule is not None
    assert after is not None
    assert rule.decides
    assert rule.entry.cite == Citation("LC-14-2024", 9, 1)
    assert rule.delegated_by == Citation("LUAT-06-2022", 24, 4)
    assert len(rule.entry.names()) == 5
    assert not after.decides
    assert after.entry.seen is Seen.UNVERIFIED
    assert province_rule("LDTT", "conditions", on=date(2024, 7, 14)) is None


def test_an_example_is_shown_as_such_and_never_decides() -> None:
    shown = {rule.topic: rule for rule in province_rules_on("LDTT", on=IN_2025)}

    assert {topic: rule.is_example for topic, rule in shown.items()} == {
        "conditions": False,
        "papers": True,
    }
    assert not shown["papers"].decides
    assert [paper.kind for paper in papers_required("LDTT", on=IN_2025)] == [
        "TO_TRINH",
        "BAO_CAO_THANH_TICH",
        "BIEN_BAN_BINH_XET",
    ]


def test_an_example_of_a_last_day_says_that_it_is_one() -> None:
    found = deadline_for(Step.SUBMIT, "CSTDT", on=IN_2024, start=IN_2024, is_off=lambda _: False)

    assert found is not None
    assert found.seen is Seen.UNVERIFIED
    assert found.says_vi == "Ví dụ, không có thật: Ngày 15/03/2024."


def test_every_shipped_entry_is_delegated_and_examples_are_unverified() -> None:
    rules = [rule for row in province_layer().values() for rule in row.items]

    assert {rule.is_example for rule in rules} == {True, False}
    assert all(rule.entry.seen is Seen.UNVERIFIED for rule in rules if rule.is_example)
    assert all(rule.delegated_by.article for rule in rules)


@pytest.mark.usefixtures("_a_regulation_was_read")
def test_a_regulation_that_was_read_sets_the_file() -> None:
    found = papers_required("LDTT", on=IN_2025)

    assert [(paper.kind, paper.seen) for paper in found] == [
        ("TO_TRINH", Seen.SOURCE),
        ("BIEN_BAN_BINH_XET", Seen.SOURCE),
    ]
    assert {paper.cite for paper in found} == {Citation("LC-14-2024", 30)}
    assert papers_required("LDTT", on=date(2025, 6, 30))[0].cite == Citation("LUAT-06-2022", 84, 1)
    assert province_rules_on("CSTDCS", on=IN_2025) == ()


def test_a_paper_nobody_knows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    layer = loaded(tmp_path, GOOD.replace('"BIEN_BAN_BINH_XET"', '"GIAY_LA"'))
    monkeypatch.setattr(province_module, "province_layer", lambda: layer)

    with pytest.raises(BadText, match=r"made_up\.toml, line 2: unknown paper GIAY_LA"):
        papers_required("LDTT", on=IN_2025)


def test_a_last_day_of_the_province_that_was_read_says_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        GOOD.replace("LDTT.papers", "TTLDXS.submit_by")
        .replace('["TO_TRINH", "BIEN_BAN_BINH_XET"]', '"15/03"')
        .replace('"list"', '"day_of_year"')
        .replace(
            DELEGATED, 'delegated_by = { instrument = "LUAT-06-2022", article = 84, clause = 6 }'
        )
    )
    layer = loaded(tmp_path, text)
    monkeypatch.setattr(province_module, "province_layer", lambda: layer)
    found = deadline_for(Step.SUBMIT, "TTLDXS", on=IN_2025, start=IN_2025, is_off=lambda _: False)

    assert found is not None
    assert (found.due_on, found.says_vi) == (date(2025, 3, 15), "Ngày 15/03/2025.")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("province.LDTT.papers", "papers.title", "papers.title stands in the law"),
        ("province.LDTT.papers", "reward.CSTDT.person", "may not overwrite it"),
        ("province.LDTT.papers", "LDTT.papers", "is not province.<award>.<topic>"),
        ("province.LDTT.papers", "province.NO_SUCH.papers", "is not province.<award>.<topic>"),
        ("province.LDTT.papers", "province.HTTNV.papers", "is not province.<award>.<topic>"),
        ("province.LDTT.papers", "province.LDTT.papers.more", "is not province.<award>.<topic>"),
        ("province.LDTT.papers", "province.LDTT.hats", "unknown topic hats"),
        ("province.LDTT.papers", "province.LDTT.submit_by", "submit_by is told in day_of_year"),
        (f"{DELEGATED}\n", "", "missing key delegated_by"),
        ("article = 6, clause = 2", "article = 6, clause = 3", "leaves nothing to the province"),
        (
            "since = 2025-07-01",
            "since = 2025-06-30",
            "leaves nothing to the province on 2025-06-30",
        ),
        ("province.LDTT.papers", "province.CSTDT.papers", "does not speak of CSTDT"),
        ("LC-14-2024", "VI-DU", "an example cites VI-DU, and nothing else does"),
        ('made up"\n', 'made up"\nexample = true\n', "an example cites VI-DU"),
        ('made up"\n', 'made up"\nnote = "x"\n', "unknown key note"),
        ("LC-14-2024", "LC-99", "unknown instrument LC-99"),
    ],
)
def test_what_goes_beyond_the_law_is_refused_with_its_place(
    tmp_path: Path, old: str, new: str, why: str
) -> None:
    assert old in GOOD

    with pytest.raises(BadText, match=r"made_up\.toml, line 2") as caught:
        loaded(tmp_path, GOOD.replace(old, new))

    assert why in str(caught.value)


def test_an_example_that_claims_to_be_read_is_refused(tmp_path: Path) -> None:
    assert loaded(tmp_path, EXAMPLE)["LDTT", "papers"].items[0].is_example

    with pytest.raises(BadText, match="an example is unverified"):
        loaded(tmp_path, EXAMPLE.replace('"unverified"', '"source"'))


def test_two_versions_may_not_overlap(tmp_path: Path) -> None:
    with pytest.raises(BadText, match=r"LDTT\.papers: two versions overlap"):
        loaded(tmp_path, GOOD + GOOD)


@pytest.mark.parametrize(
    ("code", "on", "clauses"),
    [
        ("CSTDCS", date(2023, 12, 31), {("ND-91-2017", 9, 3)}),
        ("CSTDCS", date(2024, 1, 1), set()),
        ("LDTT", IN_2024, {("LUAT-06-2022", 24, 4)}),
        ("LDTT", IN_2025, {("LUAT-06-2022", 24, 4), ("ND-152-2025", 6, 2)}),
        ("CO_TINH", IN_2024, {("LUAT-06-2022", 26, 3)}),
        ("TTLDXS", IN_2024, {("LUAT-06-2022", 27, 3)}),
        ("TTLDTT", IN_2024, {("LUAT-06-2022", 28, 3)}),
        ("KNC", IN_2024, {("LUAT-06-2022", 71, 2)}),
        ("BK_TINH", IN_2024, {("LUAT-06-2022", 74, 6)}),
        ("GIAY_KHEN", IN_2024, {("LUAT-06-2022", 75, 2)}),
        ("CSTDT", IN_2024, set()),
    ],
)
def test_the_clauses_that_leave_something_to_the_province(
    code: str, on: date, clauses: set[tuple[str, int, int]]
) -> None:
    found = left_to_province(code, on=on)

    assert {(one.cite.instrument, one.cite.article, one.cite.clause) for one in found} == clauses
    assert {one.seen for one in found} <= {Seen.SOURCE}


def test_what_the_province_adds_stands_beside_the_ways_and_never_loosens() -> None:
    held = Record((Held("HTTNV", Kind.MERIT, 2023),), dict.fromkeys(RecordKind, 2015))
    before = appraise("LDTT", held, days=Days(date(2024, 7, 14)))
    found = appraise("LDTT", held, days=Days(IN_2024))
    whole = explain(found, on=IN_2024)

    assert found.finding.parts[0] == before.finding
    assert found.finding.parts[1].cite == Citation("LC-14-2024", 9, 1)
    assert found.finding.asked == ("BI_XU_PHAT_HANH_CHINH",)
    assert whole.above[0].title == "Tiêu chuẩn do tỉnh quy định thêm"
    assert "Trong năm có bị xử phạt hành chính do lỗi cá nhân không?" in [
        sentence for one in whole.can_change for sentence in one.sentences
    ]
    assert "province.LDTT.conditions.5" in {line["rule"] for line in found.findings()}
    matter = Matter("LDTT", Kind.MERIT, Subject.PERSON, 2023, IN_2024)
    assert "BI_XU_PHAT_HANH_CHINH" in {one.name for one in questions_of(matter, {})}
    assert "province.LDTT.conditions.5" in {one.rule for one in explain_rules("LDTT", IN_2024)}
    assert not any(one.rule.startswith("province") for one in explain_rules("LDTT", IN_2025))


@pytest.mark.parametrize("stated", [True, False])
def test_an_example_of_a_condition_is_for_a_person_whatever_the_file_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, stated: bool
) -> None:
    text = CONDITIONS.replace("LC-14-2024", "VI-DU").replace('"source"', '"unverified"')
    layer = loaded(tmp_path, text + "example = true\n")
    monkeypatch.setattr(province_module, "province_layer", lambda: layer)
    rule = added_conditions("LDTT", on=IN_2024)
    assert rule is not None

    one = Record((), {}, {"BI_XU_PHAT_HANH_CHINH": stated})
    found = rule.explain(RecordHand(one, year=2023, on=IN_2024))

    assert found.answer is Answer.FOR_A_PERSON
    assert {part.answer for part in found.parts} == {Answer.FOR_A_PERSON}
    assert all("Ví dụ, không có thật" in part.sentence for part in found.parts)


@pytest.mark.parametrize(
    "asks",
    [
        '["BI_XU_PHAT_HANH_CHINH"]',
        '["", "KHONG_CO"]',
        '["", "SO_THANG_TU_KHI_TUYEN_DUNG"]',
    ],
)
def test_a_question_that_does_not_fit_its_condition_is_refused(tmp_path: Path, asks: str) -> None:
    with pytest.raises(BadText, match="asks"):
        loaded(tmp_path, CONDITIONS.replace('["", "BI_XU_PHAT_HANH_CHINH"]', asks))


@pytest.mark.parametrize(
    ("grades", "why"),
    [
        ('["HTTNV"]', "for each condition"),
        ('["CSTDCS", ""]', "CSTDCS, which is no grade"),
        ('["ODD", ""]', "ODD, which is no grade"),
        ('["", "HTTNV"]', "grades and asks settle one condition"),
    ],
)
def test_a_grade_that_does_not_fit_its_condition_is_refused(
    tmp_path: Path, grades: str, why: str
) -> None:
    with pytest.raises(BadText, match=why):
        loaded(tmp_path, f"{CONDITIONS}grades = {grades}\n")


def test_a_grade_is_asked_of_conditions_only(tmp_path: Path) -> None:
    with pytest.raises(BadText, match="for each condition"):
        loaded(tmp_path, f'{GOOD}grades = ["HTTNV", ""]\n')


@pytest.mark.parametrize(
    ("grade", "answer"),
    [
        ("HTXSNV", Answer.MET),
        ("HTTNV", Answer.MET),
        ("HTNV", Answer.NOT_MET),
        ("KHTNV", Answer.NOT_MET),
    ],
)
def test_the_grade_that_the_province_asks_for_is_read_in_the_register(
    grade: str, answer: Answer
) -> None:
    rule = added_conditions("LDTT", on=IN_2024)
    assert rule is not None
    one = Record((Held(grade, Kind.MERIT, 2023),), dict.fromkeys(RecordKind, 2015))

    found = rule.explain(RecordHand(one, year=2023, on=IN_2024))

    assert found.parts[3].answer is answer


@pytest.mark.parametrize(
    ("facts", "answer"),
    [({}, Answer.NOT_MET), ({"LDTT_CONG_NHAN_NONG_DAN": True}, Answer.FOR_A_PERSON)],
)
@pytest.mark.parametrize("code", ["LDTT", "CSTDCS"])
def test_a_penalty_refuses_who_is_asked_by_the_main_way_only(
    code: str, facts: dict[str, bool], answer: Answer
) -> None:
    """The standard of Lao động tiên tiến is asked of Chiến sĩ thi đua cơ sở too: Điều 23."""
    stated = facts | {"BI_XU_PHAT_HANH_CHINH": True}
    one = Record((Held("HTXSNV", Kind.MERIT, 2023),), dict.fromkeys(RecordKind, 2015), stated)

    found = appraise(code, one, days=Days(IN_2024))

    assert found.answer is answer
    assert found.finding.parts[1].cite == Citation("LC-14-2024", 9, 1)
    assert ("có áp dụng cho trường hợp hồ sơ nêu" in found.finding.parts[1].sentence) is bool(facts)
