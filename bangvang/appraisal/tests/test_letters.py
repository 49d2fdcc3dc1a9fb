"""The letter to a unit: what it says, who may make it, once for each conclusion."""

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from bangvang.appraisal.actions.accept import accept
from bangvang.appraisal.actions.decide_overrule import decide_overrule
from bangvang.appraisal.actions.decline import decline
from bangvang.appraisal.actions.print_letter import print_letter
from bangvang.appraisal.actions.propose_overrule import propose_overrule
from bangvang.appraisal.actions.release import release
from bangvang.appraisal.actions.return_row import return_row
from bangvang.appraisal.actions.take_up import take_up
from bangvang.appraisal.documents.letter import COLUMNS, Office, Told, letter
from bangvang.appraisal.models import Judgement, StoredFinding, Verdict
from bangvang.appraisal.selectors.letters import letter_file, letter_now, letters_for
from bangvang.appraisal.tests.test_actions import fighter
from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.documents.models import KeptDocument
from bangvang.foundation.documents.paper import Items, Paragraph, Table
from bangvang.foundation.files.selectors import read
from bangvang.foundation.objection import Refused, Unseen
from bangvang.foundation.tests.factories import AT, actor
from bangvang.law import Appraisal, Condition, Explanation, explain
from bangvang.nominations.actions.move import move
from bangvang.nominations.models import Nomination
from bangvang.nominations.selectors.nominations import nomination_row
from bangvang.nominations.states import BatchState, Move, State
from bangvang.nominations.tests import factories as make
from bangvang.registry.actions.record_bar import record_bar
from bangvang.registry.models import Award, Completeness, Organisation
from bangvang.registry.permissions import BarSaid
from bangvang.registry.states import BarKind
from bangvang.registry.tests.factories import organisation

pytestmark = pytest.mark.django_db

REASON = "Bổ sung quyết định công nhận Chiến sĩ thi đua cơ sở năm 2024."
HEAD_NAME = "Phạm Thị Thông Xanh"


@pytest.fixture
def office() -> Organisation:
    above = organisation("Sở Nội vụ tỉnh Lào Cai")
    own = organisation("Phòng Thi đua, khen thưởng, Sở Nội vụ tỉnh Lào Cai")
    Organisation.objects.filter(pk=own.pk).update(parent=above, abbreviation="PTĐKT")
    return own


@pytest.fixture
def specialist(office: Organisation) -> Actor:
    return actor(Role.SPECIALIST, unit=office, ref="specialist", name="Trần Văn Ruộng")


@pytest.fixture
def boss(office: Organisation) -> Actor:
    return actor(Role.OFFICE_HEAD, unit=office, ref="boss", name=HEAD_NAME)


def taken_up(by: Actor, *years: int, award_code: str = "CSTDT") -> Nomination:
    handed_in = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế tỉnh Lào Cai"))
    who = fighter(*years)
    Completeness.objects.filter(person=who, record_kind="INITIATIVE").update(from_year=1990)
    row = make.nomination(
        handed_in, State.SUBMITTED, person=who, name=who.full_name, award_code=award_code
    )
    take_up(handed_in.ref, actor=by, at=AT)
    return fresh(row)


def fresh(row: Nomination) -> Nomination:
    return Nomination.objects.get(pk=row.pk)


def returned(by: Actor, *years: int) -> Nomination:
    row = taken_up(by, *years)
    return_row(row.ref, REASON, version=row.version, actor=by, at=AT)
    return fresh(row)


def letters_kept() -> list[KeptDocument]:
    """Return every letter that was made, oldest first."""
    return list(KeptDocument.objects.filter(kind="APPRAISAL_LETTER").order_by("pk"))


def stored_explanation(row: Nomination) -> dict[str, object]:
    """Return what is kept beside the stored answer of a row."""
    found: dict[str, object] = StoredFinding.objects.get(nomination=row).finding["explanation"]
    return found


def words(paper_ref: str) -> tuple[str, str]:
    """Return what the PDF and the Word file of a letter say, without line breaks."""
    document = KeptDocument.objects.get(ref=paper_ref)
    assert document.pdf
    assert document.docx
    pages = PdfReader(BytesIO(read(document.pdf.ref))).pages
    pdf = " ".join(page.extract_text() for page in pages)
    with zipfile.ZipFile(BytesIO(read(document.docx.ref))) as word:
        docx = word.read("word/document.xml").decode()
    return plain(pdf), plain(docx)


def plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def refusal(caught: pytest.ExceptionInfo[Refused]) -> str:
    return caught.value.objection.code


def made(row: Nomination, by: Actor) -> str:
    return print_letter(row.ref, head_name=HEAD_NAME, actor=by, at=AT)


def test_a_returned_row_is_told_with_the_answer_the_clause_the_rows_and_the_reason(
    specialist: Actor,
) -> None:
    row = returned(specialist, 2023, 2025)

    for said in words(made(row, specialist)):
        for expected in (
            "PHÒNG THI ĐUA,",
            "KHEN THƯỞNG",
            "/TB-PTĐKT",
            "THÔNG BÁO",
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
            "Căn cứ Nghị định số 152/2025/NĐ-CP",
            "số tiếp nhận 0001/2026, nhận ngày 10 tháng 9 năm 2026",
            "Vàng Thị Lúa Chín",
            "không đạt 1 trên 3 điều kiện",
            "thiếu năm 2024",
            "QĐ 2023/QĐ ngày 08/01/2024",
            "Xét thành tích năm 2027, hồ sơ nhận từ ngày 01/01/2028",
            REASON.removesuffix("."),
            "TRƯỞNG PHÒNG",
            HEAD_NAME,
        ):
            assert expected in said, expected


def test_number_and_day_are_left_for_the_pen_and_the_year_is_printed(specialist: Actor) -> None:
    document = KeptDocument.objects.get(ref=made(returned(specialist, 2023, 2025), specialist))

    pdf, _ = words(document.ref)
    assert "Số: /TB-PTĐKT" in pdf
    assert "Lào Cai, ngày tháng năm 2026" in pdf
    assert (document.subject_kind, document.kind) == ("judgement", "APPRAISAL_LETTER")
    assert len(document.data_digest) == 64


def test_the_acts_are_those_in_force_on_the_day_of_the_letter(specialist: Actor) -> None:
    row = returned(specialist, 2023, 2025)
    told = _told(row, specialist)

    old = letter(told.__class__(**(vars(told) | {"on": date(2023, 12, 31)})))

    assert "Nghị định số 91/2017/NĐ-CP" in " ".join(ground.text for ground in old.grounds)
    new = " ".join(ground.text for ground in letter(told).grounds)
    assert "91/2017" not in new
    assert "Nghị định số 152/2025/NĐ-CP" in new


def test_a_declined_row_is_told_its_reason(specialist: Actor, boss: Actor) -> None:
    row = taken_up(specialist, 2023, 2025)
    decline(row.ref, "Thiếu năm 2024, Điều 22.", version=row.version, actor=boss, at=AT)

    pdf, _ = words(made(row, boss))

    assert "Dừng xét, không đưa ra Hội đồng: Thiếu năm 2024, Điều 22." in pdf


def test_an_appraised_row_is_told_without_what_the_office_weighed(specialist: Actor) -> None:
    row = taken_up(specialist, 2023, 2024, 2025)
    weighed = "Nổi bật nhất trong khối."
    accept(row.ref, weighed, version=row.version, actor=specialist, at=AT)

    for said in words(made(row, specialist)):
        assert "đã thẩm định xong, chờ đưa vào danh sách trình Hội đồng" in said
        assert weighed not in said


def test_a_released_row_is_told_that_it_is_on_the_list_for_the_council(
    specialist: Actor, boss: Actor
) -> None:
    row = taken_up(specialist, 2023, 2024, 2025)
    accept(row.ref, "Nổi bật.", version=row.version, actor=specialist, at=AT)
    release(row.batch.ref, actor=boss, at=AT)

    for said in words(made(row, specialist)):
        assert "đã thẩm định xong và được đưa vào danh sách trình Hội đồng" in said


def test_the_head_s_agreement_against_the_finding_is_told_without_its_grounds(
    specialist: Actor, boss: Actor
) -> None:
    row = taken_up(specialist, 2023, 2025)
    propose_overrule(row.ref, "Sổ thiếu năm 2024.", version=row.version, actor=specialist, at=AT)
    version = fresh(row).version
    decide_overrule(row.ref, agree=True, reason="Đồng ý riêng.", version=version, actor=boss, at=AT)

    pdf, docx = words(made(row, boss))

    assert "không đạt 1 trên 3 điều kiện" in pdf
    assert "Sổ thiếu năm 2024" not in pdf + docx
    assert "Đồng ý riêng" not in pdf + docx


def test_the_letter_tells_the_stored_answer_and_not_a_new_one(specialist: Actor) -> None:
    row = returned(specialist, 2023, 2025)
    assert row.person
    Award.objects.filter(person=row.person, year=2025).delete()

    pdf, _ = words(made(row, specialist))

    assert "có 2 (2023, 2025); thiếu năm 2024" in pdf


def barred(by: Actor, *years: int) -> Nomination:
    """Return a row taken up while its person is under a bar."""
    handed_in = make.batch(BatchState.SUBMITTED, unit=organisation("Sở Y tế tỉnh Lào Cai"))
    who = fighter(*years)
    row = make.nomination(handed_in, State.SUBMITTED, person=who, name=who.full_name)
    said = BarSaid(
        BarKind.INVESTIGATED, date(2026, 3, 2), "318/QĐ-TTr", date(2026, 3, 2), "Thanh tra tỉnh"
    )
    record_bar(who.ref, said, actor=by, at=AT)
    take_up(handed_in.ref, actor=by, at=AT)
    stored = StoredFinding.objects.get(nomination=row)
    assert stored.answer == "NOT_MET"
    assert "thanh tra" in str(stored.finding)
    return fresh(row)


def test_no_letter_tells_an_answer_that_was_not_given(specialist: Actor, boss: Actor) -> None:
    row = barred(specialist, 2023, 2024, 2025)
    decline(row.ref, "Chưa xét đợt này.", version=row.version, actor=boss, at=AT)

    with pytest.raises(Refused) as caught:
        made(row, boss)

    assert refusal(caught) == "NOT_FOR_A_LETTER"
    assert letters_kept() == []


def test_no_letter_leaves_out_a_doubt_that_only_a_bar_raised(specialist: Actor) -> None:
    row = barred(specialist, 2023, 2024, 2025)
    stored = StoredFinding.objects.get(nomination=row)
    whole = stored.finding["finding"]
    bar = whole["parts"][-1]
    whole["answer"] = bar["answer"] = "FOR_A_PERSON"
    whole["why"] = bar["why"] = "WEAK_SOURCE"
    stored.save()
    return_row(row.ref, REASON, version=row.version, actor=specialist, at=AT)

    with pytest.raises(Refused) as caught:
        made(row, specialist)

    assert (bar["rule"], refusal(caught)) == ("bars.open", "NOT_FOR_A_LETTER")


def test_a_bar_beside_what_is_not_met_anyway_stays_in_the_office(
    specialist: Actor, boss: Actor
) -> None:
    row = barred(specialist, 2023, 2025)
    decline(row.ref, "Thiếu năm 2024.", version=row.version, actor=boss, at=AT)

    for text in words(made(row, boss)):
        for secret in ("thanh tra", "Thanh tra", "318/QĐ-TTr", "vi phạm"):
            assert secret not in text
        assert "thiếu năm 2024" in text


def test_the_act_is_in_the_record_with_the_fingerprint(specialist: Actor) -> None:
    row = returned(specialist, 2023, 2025)

    document = KeptDocument.objects.get(ref=made(row, specialist))

    line = entries_about(("nomination", row.ref))[-1]
    assert (line.verb, line.said) == (
        "print_letter",
        "Lập Thông báo kết quả đối chiếu điều kiện gửi đơn vị.",
    )
    assert (line.who, document.made_by_name) == ("Trần Văn Ruộng", "Trần Văn Ruộng")
    details = Entry.objects.get(verb="print_letter").details
    assert details == {
        "document": document.ref,
        "verdict": "RETURNED",
        "data_digest": document.data_digest,
    }


def test_a_conclusion_has_one_letter_and_the_next_conclusion_its_own(
    specialist: Actor, boss: Actor
) -> None:
    row = returned(specialist, 2023, 2025)
    first = made(row, specialist)

    with pytest.raises(Refused) as caught:
        made(row, boss)
    assert refusal(caught) == "LETTER_MADE"

    move(fresh(row), Move.RESUBMIT, holder="Phòng", actor=specialist, at=AT)
    take_up(row.batch.ref, actor=specialist, at=AT)
    return_row(row.ref, REASON, version=fresh(row).version, actor=specialist, at=AT)
    second = made(row, specialist)
    assert [paper.ref for paper in letters_for(specialist, row.ref)] == [second, first]


def test_nothing_is_told_before_there_is_a_conclusion_or_after_it_was_left_behind(
    specialist: Actor,
) -> None:
    row = taken_up(specialist, 2023, 2025)

    with pytest.raises(Refused) as caught:
        made(row, specialist)
    assert refusal(caught) == "NOTHING_CONCLUDED"
    return_row(row.ref, REASON, version=row.version, actor=specialist, at=AT)
    assert letter_now(specialist, row.ref) is None
    move(fresh(row), Move.RESUBMIT, holder="Phòng", actor=specialist, at=AT)
    with pytest.raises(Refused) as caught:
        made(row, specialist)
    assert refusal(caught) == "NOTHING_CONCLUDED"


def test_a_refusal_of_a_higher_authority_is_not_the_office_s_to_tell(specialist: Actor) -> None:
    row = taken_up(specialist, 2023, 2024, 2025)
    accept(row.ref, "Nổi bật.", version=row.version, actor=specialist, at=AT)
    Nomination.objects.filter(pk=row.pk).update(state=State.REFUSED)

    with pytest.raises(Refused) as caught:
        made(row, specialist)
    assert refusal(caught) == "NOTHING_CONCLUDED"


@pytest.mark.parametrize("role", [Role.UNIT_OFFICER, Role.UNIT_HEAD, Role.INSPECTOR])
def test_only_the_office_makes_it(role: Role, specialist: Actor) -> None:
    row = returned(specialist, 2023, 2025)

    with pytest.raises(Refused) as caught:
        made(row, actor(role, unit=row.batch.unit))
    assert refusal(caught) == "NOT_OFFICE"
    with pytest.raises(Unseen):
        made(row, actor(Role.UNIT_OFFICER, unit=organisation("Sở khác")))
    assert not KeptDocument.objects.exists()


def test_its_own_unit_opens_it_and_no_other(specialist: Actor) -> None:
    row = returned(specialist, 2023, 2025)
    document = KeptDocument.objects.get(ref=made(row, specialist))
    own = actor(Role.UNIT_OFFICER, unit=row.batch.unit)
    assert document.pdf
    assert document.docx

    assert letter_file(own, row.ref, document.pdf.ref).name == "thong-bao-0001-2026-dong-1.pdf"
    assert letter_file(own, row.ref, document.docx.ref).name == "thong-bao-0001-2026-dong-1.docx"
    with pytest.raises(Unseen):
        letter_file(own, row.ref, make.stored_file().ref)
    with pytest.raises(Unseen):
        letter_file(
            actor(Role.UNIT_OFFICER, unit=organisation("Sở khác")), row.ref, document.pdf.ref
        )


def test_explaining_a_stored_answer_again_gives_the_stored_explanation(specialist: Actor) -> None:
    row = taken_up(specialist, 2023, 2025)

    stored = StoredFinding.objects.get(nomination=row)

    again = explain(Appraisal.from_json(stored.finding), on=stored.on_day)
    assert again.as_json() == stored.finding["explanation"]


def test_every_sentence_of_the_explanation_stands_in_the_letter(specialist: Actor) -> None:
    told = _told(returned(specialist, 2023, 2025), specialist)

    said = _texts(told)

    missing = [sentence for sentence in sentences(told.explanation) if sentence not in said]
    assert missing == []


def sentences(explanation: Explanation) -> Iterator[str]:
    """Yield what an explanation says."""

    def of(condition: Condition) -> Iterator[str]:
        yield condition.sentence
        yield from (row.text for row in condition.rows)
        for part in condition.parts:
            yield part.sentence

    yield explanation.sentence
    yield explanation.summary
    for condition in explanation.conditions:
        yield from of(condition)
    yield from (explanation.nearest, explanation.earliest, *explanation.notes)
    for change in explanation.can_change:
        yield from change.sentences


def _texts(told: Told) -> str:
    said: list[str] = []
    for block in letter(told).blocks:
        if isinstance(block, Paragraph):
            said.append(block.text)
        elif isinstance(block, Items):
            said += block.items
        elif isinstance(block, Table):
            assert block.columns == COLUMNS
            said += [cell for row in block.rows for cell in row]
    return "\n".join(said)


def _told(row: Nomination, by: Actor) -> Told:
    judgement = Judgement.objects.get(nomination=row)
    stored = judgement.finding
    return Told(
        nomination_row(by, row.ref),
        explain(Appraisal.from_json(stored.finding).for_outside(), on=stored.on_day),
        stored.asked_at,
        Verdict(judgement.verdict),
        judgement.reason,
        Office("Phòng Thử", "Sở Thử tỉnh Lào Cai", "TB-PT", "Lào Cai", ""),
        AT.date(),
    )
