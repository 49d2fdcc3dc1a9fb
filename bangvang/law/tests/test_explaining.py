"""What an official reads: sentences with years, the nearest miss, rows and clauses."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bangvang.law import (
    Answer,
    Appraisal,
    Citation,
    Days,
    Finding,
    Held,
    Kind,
    Missing,
    Reason,
    Record,
    RecordHand,
    RecordKind,
    Seen,
    Used,
    appraise,
)
from bangvang.law.combined import AllOf, AnyOf
from bangvang.law.criteria import Unbroken
from bangvang.law.facts import SPAN
from bangvang.law.finding import chosen, finding_from_json
from bangvang.law.loading import texts
from bangvang.law.rule import Rule

DAYS = Days(date(2022, 4, 19))
ALL = dict.fromkeys(RecordKind, 1950)


def record(complete_from: int | None = 1950, **held: list[int]) -> Record:
    rows = tuple(
        Held(code, Kind.MERIT, year, record_id=f"{code}{year}")
        for code, years in held.items()
        for year in years
    )
    return Record(rows, {} if complete_from is None else dict.fromkeys(RecordKind, complete_from))


def said(code: str, one: Record, rule: str, days: Days = DAYS) -> str:
    found = appraise(code, one, days=days).finding
    return next(part.sentence for part in found.parts if part.rule == rule)


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (
            record(CSTDCS=[2019, 2020, 2021]),
            "Có 3 lần liên tục Chiến sĩ thi đua cơ sở (2019, 2020, 2021).",
        ),
        (
            record(CSTDCS=[2019, 2021]),
            "Chiến sĩ thi đua cơ sở 3 năm liên tục 2019-2021: có 2 (2019, 2021); thiếu năm 2020.",
        ),
        (
            record(2021, CSTDCS=[2020]),
            "Chiến sĩ thi đua cơ sở 3 năm liên tục 2019-2021: có 1 (2020); thiếu năm 2021; "
            "chưa rõ năm 2019.",
        ),
        (
            record(None),
            "Chiến sĩ thi đua cơ sở 3 năm liên tục 2019-2021: chưa có năm nào; "
            "chưa rõ các năm 2019, 2020, 2021.",
        ),
    ],
)
def test_a_run_of_titles_names_its_years(one: Record, sentence: str) -> None:
    assert said("CSTDT", one, "provincial_fighter.titles") == sentence


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (record(SK_TINH=[2020]), "Có 1 sáng kiến cấp tỉnh trong các năm 2019-2021 (2020)."),
        (
            record(SK_TINH=[2017]),
            "Có 1 sáng kiến cấp tỉnh (2017). Điều khoản không nói sáng kiến phải thuộc những năm "
            "nào; người thẩm định quyết định có tính sáng kiến ngoài thời gian liên tục hay không.",
        ),
        (
            record(SK_CO_SO=[2021]),
            "Sáng kiến cấp tỉnh hoặc đề tài khoa học cấp tỉnh trong các năm 2019-2021: chưa có, "
            "phải có ít nhất 1; thiếu 1.",
        ),
        (
            record(2020),
            "Sáng kiến cấp tỉnh hoặc đề tài khoa học cấp tỉnh trong các năm 2019-2021: chưa có, "
            "phải có ít nhất 1; chưa rõ năm 2019.",
        ),
        (
            record(SK_TOAN_QUOC=[2021]),
            "Có 1 sáng kiến toàn quốc trong các năm 2019-2021 (2021). Điều khoản chỉ nêu phạm vi "
            "tỉnh; người thẩm định quyết định có tính sáng kiến phạm vi rộng hơn hay không.",
        ),
    ],
)
def test_an_initiative_names_its_years(one: Record, sentence: str) -> None:
    assert said("CSTDT", one, "provincial_fighter.initiative") == sentence


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (
            record(BK_TINH=[2014]),
            "Đã có Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh trước năm 2017: năm 2014.",
        ),
        (
            record(BK_BO=[2018]),
            "Chưa có Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh hoặc Bằng khen của Bộ, ban, "
            "ngành, đoàn thể trung ương trước năm 2017. Đã có năm 2018, nằm trong 5 năm xét.",
        ),
        (
            record(2010),
            "Chưa rõ đã có Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh hoặc Bằng khen của Bộ, "
            "ban, ngành, đoàn thể trung ương từ năm 2009 trở về trước hay chưa.",
        ),
    ],
)
def test_an_earlier_certificate_is_named(one: Record, sentence: str) -> None:
    assert said("BK_TTG", one, "prime_minister_certificate.merit.certificate") == sentence


def test_a_decision_number_is_quoted() -> None:
    row = Held("BK_TINH", Kind.MERIT, 2014, date(2015, 1, 5), "12/QĐ-UBND", "r1")

    found = appraise("BK_TTG", Record((row,), ALL), days=DAYS).finding.parts[0]

    assert found.sentence.endswith("năm 2014, Quyết định số 12/QĐ-UBND.")
    assert found.used == (Used("r1", "BK_TINH", 2014, "12/QĐ-UBND", date(2015, 1, 5)),)


@pytest.mark.parametrize(
    ("one", "rule", "answer"),
    [
        (record(CSTDCS=[2021]), "provincial_fighter.titles", Answer.NOT_MET),
        (
            record(CSTDCS=[2019, 2020, 2021]),
            "provincial_fighter.initiative.province",
            Answer.NOT_MET,
        ),
        (
            record(CSTDCS=[2019, 2020, 2021], SK_TINH=[2021]),
            "provincial_fighter.outstanding",
            Answer.FOR_A_PERSON,
        ),
        (record(2021, CSTDCS=[2021]), "provincial_fighter.titles", Answer.FOR_A_PERSON),
    ],
)
def test_a_list_shows_the_part_that_decided(one: Record, rule: str, answer: Answer) -> None:
    found = appraise("CSTDT", one, days=DAYS).deciding()

    assert (found.rule, found.answer) == (rule, answer)


def test_the_deciding_part_of_a_met_rule_is_the_rule() -> None:
    one = record(
        BK_TINH=[2010], HTXSNV=list(range(2017, 2022)), SK_CO_SO=[2017, 2017, 2018, 2019, 2021]
    )

    found = appraise("BK_TTG", one, days=DAYS)

    assert found.answer is Answer.MET
    assert found.deciding() is found.finding
    assert len(found.finding.used) == 11


def test_facts_that_can_no_longer_change_the_answer_are_not_asked_for() -> None:
    found = appraise("CSTDT", record(2021, SK_TINH=[2021]), days=DAYS)

    assert found.answer is Answer.NOT_MET
    assert found.finding.missing == ()


def test_public_findings_have_the_keys_of_the_contract() -> None:
    found = appraise("CSTDT", record(), days=DAYS).findings()

    assert [line["rule"] for line in found] == [
        "provincial_fighter",
        "provincial_fighter.titles",
        "provincial_fighter.initiative",
        "provincial_fighter.outstanding",
    ]
    assert set(found[0]) == {"rule", "answer", "sentence", "cite", "seen"}
    assert found[1]["cite"] == "khoản 2 Điều 9 Nghị định 91/2017/NĐ-CP"
    assert found[1]["seen"] == "source"


def test_what_was_stored_is_read_back() -> None:
    row = Held("BK_TINH", Kind.MERIT, 2014, date(2015, 1, 5), "12/QĐ-UBND", "r1")
    found = appraise("BK_TTG", Record((row,), {}), days=DAYS)

    stored = json.loads(json.dumps(found.as_json()))

    assert Appraisal.from_json(stored) == found


@pytest.mark.parametrize(
    "form", [{}, {"finding": {}}, {"finding": {"cite": 1, "why": None}}, {"finding": "x"}]
)
def test_what_was_not_stored_by_us_is_refused(form: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not a stored"):
        Appraisal.from_json(form)


def test_a_broken_list_in_a_stored_finding_is_refused() -> None:
    form = appraise("CSTDT", record(), days=DAYS).finding.as_json() | {"used": "x"}

    with pytest.raises(ValueError, match="not a stored finding"):
        finding_from_json(form)


def test_a_snapshot_of_the_facts_is_plain_and_ordered() -> None:
    rows = (
        Held("SK_TINH", Kind.MERIT, 2020, record_id="b", revoked_on=date(2022, 1, 2)),
        Held("CSTDCS", Kind.MERIT, 2019, date(2020, 1, 2), "5/QĐ", "a"),
    )
    facts = {"YEARS": Decimal("3.5"), "CHIEN_DAU": None}

    found = Record(rows, {RecordKind.GRADE: 2015, RecordKind.AWARD: 2010}, facts).as_json()

    assert found == {
        "held": [
            {
                "code": "CSTDCS",
                "kind": "MERIT",
                "year": 2019,
                "decided_on": "2020-01-02",
                "decision_no": "5/QĐ",
                "record_id": "a",
                "revoked_on": None,
                "used_for": [],
            },
            {
                "code": "SK_TINH",
                "kind": "MERIT",
                "year": 2020,
                "decided_on": None,
                "decision_no": "",
                "record_id": "b",
                "revoked_on": "2022-01-02",
                "used_for": [],
            },
        ],
        "complete_from": {"AWARD": 2010, "GRADE": 2015},
        "facts": {"CHIEN_DAU": None, "YEARS": "3.5"},
        "bars": [],
    }
    assert json.loads(json.dumps(found)) == found


def test_a_very_old_row_is_still_a_fact() -> None:
    hand = RecordHand(record(BK_TINH=[1930]), year=2021, on=DAYS.received_on)

    assert hand.held(("BK_TINH",)) == 1 << (SPAN - 1)


def test_a_code_the_catalogue_does_not_know_counts_for_nothing() -> None:
    hand = RecordHand(record(NO_SUCH=[2020]), year=2021, on=DAYS.received_on)

    assert hand.rows(("NO_SUCH",)) == ()


def made(seen: Seen, *, unseen: bool = False) -> Unbroken:
    """Make a criterion that rests on a number known so well."""
    entry = texts().on("provincial_fighter.titles_in_a_row", DAYS.received_on)
    entry = replace(entry, seen=seen)
    if unseen:
        entry = replace(entry, value=None, text_unseen="LUAT-06-2026")
    return Unbroken("x", "Tên điều kiện", Citation("ND-91-2017"), ("CSTDCS",), entry, "lần")


def explained(rule: Rule, one: Record) -> Finding:
    return rule.explain(RecordHand(one, year=2021, on=DAYS.received_on))


@pytest.mark.parametrize("one", [record(), record(CSTDCS=[2019, 2020, 2021])])
@pytest.mark.parametrize("seen", [Seen.SECONDARY, Seen.INFERRED])
def test_a_second_hand_number_is_computed_and_does_not_decide(seen: Seen, one: Record) -> None:
    found = explained(made(seen), one)

    assert (found.answer, found.why, found.seen) == (
        Answer.FOR_A_PERSON,
        Reason.WEAK_SOURCE,
        seen,
    )
    assert "2019" in found.sentence
    assert found.sentence.endswith(
        "Quy định này chưa được đối chiếu với văn bản gốc nên chưa thể kết luận."
    )


@pytest.mark.parametrize("seen", [Seen.MEMORY, Seen.UNVERIFIED])
def test_a_recalled_number_is_not_computed(seen: Seen) -> None:
    found = explained(made(seen), record())

    assert (found.answer, found.why) == (Answer.FOR_A_PERSON, Reason.WEAK_SOURCE)
    assert found.sentence == (
        "Tên điều kiện: Quy định này chưa được đối chiếu với văn bản gốc nên chưa thể kết luận."
    )


def test_an_unseen_number_is_for_a_person() -> None:
    found = explained(made(Seen.UNVERIFIED, unseen=True), record())

    assert (found.answer, found.why) == (Answer.FOR_A_PERSON, Reason.TEXT_UNSEEN)
    assert "hệ thống chưa có nguyên văn" in found.sentence


def test_a_sourced_no_stands_beside_a_weak_one() -> None:
    both = (made(Seen.SOURCE), made(Seen.MEMORY))
    cite = Citation("ND-91-2017")

    for one, answer, reasons in (
        (record(), Answer.NOT_MET, set()),
        (record(CSTDCS=[2019, 2020, 2021]), Answer.FOR_A_PERSON, {Reason.WEAK_SOURCE}),
    ):
        found = explained(AllOf("all", "Cả hai", cite, both), one)
        assert (found.answer, found.reasons(), found.seen) == (
            answer,
            frozenset(reasons),
            Seen.MEMORY,
        )


def test_a_sourced_yes_carries_beside_a_weak_one() -> None:
    both = (made(Seen.MEMORY), made(Seen.SOURCE))

    found = explained(
        AnyOf("any", "Một trong hai", Citation("ND-91-2017"), both),
        record(CSTDCS=[2019, 2020, 2021]),
    )

    assert (found.answer, found.reasons()) == (Answer.MET, frozenset())
    assert found.sentence.startswith("Có 3 lần liên tục")


def test_a_fact_to_look_up_speaks_before_a_question_for_people() -> None:
    found = appraise("CSTDT", record(2020, CSTDCS=[2020, 2021], SK_TINH=[2021]), days=DAYS)

    assert found.reasons == (Reason.FACT_MISSING, Reason.JUDGEMENT)
    assert found.finding.why is Reason.FACT_MISSING
    assert found.finding.missing == (Missing("CSTDCS", 2019),)
    assert chosen(found.finding.parts, Answer.FOR_A_PERSON).why is Reason.FACT_MISSING
