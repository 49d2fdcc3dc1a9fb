"""Coverage in time: on every boundary day and the day before, one version or one declared gap."""

from datetime import date

import pytest

from bangvang.law import (
    Answer,
    Days,
    Kind,
    NotInForce,
    Reason,
    Record,
    Subject,
    UnknownAward,
    appraise,
    catalogue_on,
    entry_name,
    explain_rules,
    in_force,
    routes_on,
    shipped,
    unconfirmed,
)
from bangvang.law.readers import MODULES
from bangvang.law.rulebook import READ_ELSEWHERE
from bangvang.law.value_forms import NOT_ENTERED

NOBODY = Record((), {})
OLD_FIGHTER = ["provincial_fighter.2017"]
OLD_CERTIFICATE = ["prime_minister_certificate.merit.2017"]
CERTIFICATE = "Bằng khen của Thủ tướng Chính phủ"


@pytest.mark.parametrize(
    ("on", "fighter", "certificate"),
    [
        (date(2017, 10, 1), ["provincial_fighter.2017"], ["prime_minister_certificate.merit.2017"]),
        (
            date(2023, 12, 31),
            ["provincial_fighter.2017"],
            ["prime_minister_certificate.merit.2017"],
        ),
        (date(2024, 1, 1), ["provincial_fighter.2024"], ["prime_minister_certificate.merit.2024"]),
        (date(2026, 9, 30), ["provincial_fighter.2024"], ["prime_minister_certificate.merit.2024"]),
        (date(2026, 10, 1), [], []),
    ],
)
def test_each_boundary_day_has_one_route_or_none(
    on: date, fighter: list[str], certificate: list[str]
) -> None:
    assert [route.id for route in routes_on("CSTDT", on)] == fighter
    by_years = [route.id for route in routes_on("BK_TTG", on) if ".merit." in route.id]
    assert by_years == certificate


def test_before_the_first_day_nothing_is_in_force() -> None:
    eve = date(2017, 9, 30)

    assert not in_force(eve)
    assert in_force(date(2017, 10, 1))
    with pytest.raises(NotInForce) as caught:
        appraise("CSTDT", NOBODY, days=Days(eve))
    assert caught.value.code == "CSTDT"
    assert caught.value.on == eve
    assert caught.value.sentence == (
        "Ngày 30/09/2017 nằm ngoài thời gian mà hệ thống có quy định; "
        "cần người thẩm định tra văn bản có hiệu lực ngày đó."
    )
    for ask in (catalogue_on, unconfirmed):
        with pytest.raises(NotInForce):
            ask(eve)
    with pytest.raises(NotInForce):
        explain_rules("CSTDT", eve)


def test_an_award_is_not_asked_for_before_it_exists() -> None:
    with pytest.raises(NotInForce):
        appraise("XA_TIEU_BIEU", NOBODY, days=Days(date(2023, 12, 31)))


@pytest.mark.parametrize("code", ["NO_SUCH", "HTXSNV", "SK_TINH"])
def test_what_is_no_award_cannot_be_asked_for(code: str) -> None:
    with pytest.raises(UnknownAward) as caught:
        appraise(code, NOBODY, days=Days(date(2022, 4, 19)))

    assert caught.value.sentence == (
        f"Danh mục không có danh hiệu thi đua hoặc hình thức khen thưởng mang mã «{code}»."
    )


@pytest.mark.parametrize("code", ["CSTDT", "BK_TTG", "HCLD3"])
def test_from_the_amendment_on_every_answer_is_for_a_person(code: str) -> None:
    found = appraise(code, NOBODY, days=Days(date(2026, 10, 1)))

    assert found.answer is Answer.FOR_A_PERSON
    assert found.reasons == (Reason.TEXT_UNSEEN,)
    assert found.deciding().sentence == (
        "Từ ngày 01/10/2026, Luật số 06/2026/QH16 sửa đổi quy định nhưng hệ thống chưa có nguyên "
        "văn; người thẩm định đối chiếu văn bản."
    )


@pytest.mark.parametrize(
    ("code", "kind", "subject", "sentence"),
    [
        ("BK_TTG", Kind.TENURE, Subject.PERSON, f"{CERTIFICATE} (niên hạn)"),
        ("BK_TTG", Kind.SUDDEN, Subject.HOUSEHOLD, f"{CERTIFICATE} (đột xuất)"),
    ],
)
def test_a_way_without_a_rule_is_for_a_person(
    code: str, kind: Kind, subject: Subject, sentence: str
) -> None:
    days = Days(date(2022, 4, 19))

    found = appraise(code, NOBODY, days=days, kind=kind, subject=subject)

    assert found.reasons == (Reason.TEXT_UNSEEN,)
    assert found.finding.rule == "no_rule"
    assert found.finding.sentence == (
        f"Hệ thống chưa có quy tắc tính cho {sentence}; người thẩm định tự đối chiếu với văn bản."
    )


@pytest.mark.parametrize("on", [date(2022, 4, 19), date(2026, 11, 22)])
@pytest.mark.parametrize("code", ["CSTDT", "HCLD3"])
def test_an_unsettled_identity_decides_nothing_else(on: date, code: str) -> None:
    found = appraise(code, NOBODY, days=Days(on), identity_settled=False)

    assert found.answer is Answer.FOR_A_PERSON
    assert found.reasons == (Reason.IDENTITY,)
    assert [line["rule"] for line in found.findings()] == ["identity"]


def test_the_catalogue_of_a_day_has_the_names_of_that_day() -> None:
    before = {line.award.code: line for line in catalogue_on(date(2023, 12, 31))}
    after = {line.award.code: line for line in catalogue_on(date(2025, 7, 1))}

    assert "XA_TIEU_BIEU" not in before
    assert "HTXSNV" not in after
    assert after["XA_TIEU_BIEU"].name == "Xã, phường, đặc khu tiêu biểu"
    assert before["BK_TTG"].has_rule
    assert not after["KNC"].has_rule
    assert before["CSTDT"].award.class_name == "Danh hiệu thi đua"


def test_rules_are_shown_with_clause_and_value() -> None:
    rules = explain_rules("BK_TTG", date(2022, 4, 19))
    first = rules[0]
    combat, fought = (text for text in rules if ".merit.combat." in text.rule)

    assert first.sentence == (
        "Bằng khen cấp bộ, tỉnh. Đã được tặng trước khi bắt đầu 05 năm liên tục."
    )
    assert (first.value, first.cite.text) == (
        "5",
        "điểm c khoản 1 Điều 38 Nghị định 91/2017/NĐ-CP",
    )
    assert combat.sentence == "Giấy khen trong những năm đó. Phải có: ít nhất 5 trong 5 năm."
    assert fought.sentence.startswith("Mưu trí, dũng cảm, sáng tạo")
    assert [branch.way_vi for branch in combat.branches] == ["Cách 3 trong 3"]
    assert combat.branches == fought.branches
    assert first.branches == ()
    assert explain_rules("HCSV", date(2022, 4, 19)) == ()
    assert [text.sentence for text in explain_rules("CSTDT", date(2024, 4, 19))][-1] == (
        "Thành tích tiêu biểu xuất sắc. Do người thẩm định, Hội đồng đánh giá."
    )


def test_what_waits_for_the_official_text_is_listed() -> None:
    today = {line.id: line for line in unconfirmed(date(2026, 11, 22))}

    closed = today["provincial_fighter.titles_in_a_row"]
    assert closed.text_unseen
    assert closed.name == "Chiến sĩ thi đua cấp tỉnh: Chiến sĩ thi đua cơ sở liên tục (số lần)"
    assert closed.sentence == (
        "Trước ngày 01/10/2026: 3 lần (Điều 22 Luật Thi đua, khen thưởng 2022). "
        "Chưa có nguyên văn Luật số 06/2026/QH16."
    )
    assert (closed.unit, closed.looks_like) == (
        "awards",
        "số nguyên không âm, chỉ ghi số, ví dụ 3",
    )
    assert [reader.route for reader in closed.read_by] == ["provincial_fighter.2024"]
    assert today["wording.provincial_fighter.2024"].text_unseen
    assert "regime" not in today
    assert "prime_minister_certificate.merit.combat_giay_khen" not in today
    assert (
        today["voting.lower.agreement"].sentence == "Chưa có nguyên văn Nghị định 152/2025/NĐ-CP."
    )
    assert not today["authority.PROVINCE_CHAIR"].text_unseen
    assert today["authority.PROVINCE_CHAIR"].sentence == (
        "Giá trị đang ghi chưa đối chiếu với Điều 79 Luật Thi đua, khen thưởng 2022."
    )
    assert "provincial_fighter.titles_in_a_row" not in {
        line.id for line in unconfirmed(date(2022, 4, 19))
    }


def test_what_most_rests_on_comes_first_and_then_the_id() -> None:
    waiting = unconfirmed(date(2026, 11, 22))

    assert list(waiting) == sorted(waiting, key=lambda line: (-line.used, line.id))
    assert all(line.used == len(line.read_by) >= 1 for line in waiting)


def test_every_module_that_reads_entries_has_a_name_and_every_entry_words() -> None:
    assert frozenset().union(*MODULES.values()) == READ_ELSEWHERE
    named = {id_: entry_name(id_, date(2026, 11, 22)) for id_ in set(shipped().rows) - NOT_ENTERED}
    assert all(id_ not in name for id_, name in named.items())
    assert named["reward.BK_TTG.collective"] == (
        "Tiền thưởng: Bằng khen của Thủ tướng Chính phủ (tập thể)"
    )
