"""Every award answers on every boundary day, each question in its declared way: no silent gap."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from bangvang.law import (
    Agreement,
    Answer,
    Award,
    Days,
    Kind,
    NothingFound,
    NotInForce,
    Reason,
    Record,
    RecordKind,
    Seen,
    Step,
    agreement_needed,
    appraise,
    authority_for,
    catalogue,
    deadline_for,
    dossier_for,
    grantors_of,
    papers_required,
    reward_for,
)
from bangvang.law.asking import Matter, gaps_of, routes_of
from bangvang.law.authority import ROWS
from bangvang.law.catalogue import AwardClass
from bangvang.law.instruments import instruments
from bangvang.law.loading import texts
from bangvang.law.papers import NAMES, SAID_MORE

BOUNDARIES = (
    date(2017, 10, 1),
    date(2019, 12, 31),
    date(2020, 1, 1),
    date(2023, 12, 31),
    date(2024, 1, 1),
    date(2024, 1, 29),
    date(2024, 1, 30),
    date(2025, 6, 30),
    date(2025, 7, 1),
    date(2026, 6, 30),
    date(2026, 7, 1),
    date(2026, 9, 30),
    date(2026, 10, 1),
    date(2027, 2, 28),
    date(2027, 3, 1),
    date(2037, 1, 1),
)
AMENDED = date(2026, 10, 1)
PRIZES_END = date(2027, 3, 1)
AWARDS = [award for award in catalogue().values() if award.is_award]
NOBODY = Record((), {})
NOBODY_KNOWN = {"CO_QK", "BK_QK"}


def existing() -> Iterator[tuple[Award, date]]:
    """Give each award on each boundary day on which there is such an award."""
    for award in AWARDS:
        for on in BOUNDARIES:
            if award.names.get(on):
                yield award, on


def test_the_catalogue_has_the_awards_of_the_contract() -> None:
    assert {award.code for award in AWARDS} == {
        *("LDTT", "CSTT", "CSTDCS", "CSTDT", "CSTDB", "CSTDTQ"),
        *("TTLDTT", "TTLDXS", "DVTT", "DVQT", "CO_TINH", "CO_CP", "CO_QK"),
        *("XA_TIEU_BIEU", "THON_VH", "GIA_DINH_VH"),
        *("GIAY_KHEN", "BK_TINH", "BK_BO", "BK_QK", "BK_TTG", "KNC"),
        *("HCSV", "HCHCM", "HCDC", "HCDDK", "HCHN"),
        *("HCLD1", "HCLD2", "HCLD3", "HCDL1", "HCDL2", "HCDL3"),
        *("HCQC1", "HCQC2", "HCQC3", "HCBVTQ1", "HCBVTQ2", "HCBVTQ3"),
        *("HCCC1", "HCCC2", "HCCC3"),
        *("HUYCHN", "HUYCQKQT", "HUYCVANTQ", "HUYCTNXP"),
        *("HUYCCSVV1", "HUYCCSVV2", "HUYCCSVV3", "GTHCM", "GTNN"),
        *("AHLD", "AHLLVT", "BMVNAH", "TINHAH"),
        *("NGND", "NGUT", "TTND", "TTUT", "NSND", "NSUT", "NNND", "NNUT"),
    }


@pytest.mark.parametrize("award", AWARDS, ids=lambda award: award.code)
def test_an_award_is_known_to_the_laws_of_its_days(award: Award) -> None:
    begins = {"LUAT-2003": date(2017, 10, 1), "LUAT-06-2022": date(2024, 1, 1)}

    assert award.laws
    assert award.names.items[0].since == begins[award.laws[0]]
    assert set(award.laws) <= set(instruments())


def test_titles_are_ranked_within_their_subject() -> None:
    by_rank = {
        subject: sorted(
            (award.rank, award.code) for award in AWARDS if award.rank and subject in award.subjects
        )
        for subject in ("person", "collective", "household")
    }

    assert by_rank == {
        "person": [
            *[(1, "CSTDTQ"), (2, "CSTDB"), (2, "CSTDT")],
            *[(3, "CSTDCS"), (4, "CSTT"), (4, "LDTT")],
        ],
        "collective": [
            *[(1, "CO_CP"), (2, "CO_TINH"), (3, "DVQT"), (3, "TTLDXS"), (4, "DVTT"), (4, "TTLDTT")],
            *[(5, "XA_TIEU_BIEU"), (6, "THON_VH")],
        ],
        "household": [(1, "GIA_DINH_VH")],
    }
    unranked = {award.code for award in AWARDS if award.award_class is AwardClass.TITLE} - {
        code for row in by_rank.values() for _, code in row
    }
    assert unranked == {"CO_QK"}


def test_an_award_that_is_not_yet_there_is_refused_by_all() -> None:
    newer = {award.code for award in AWARDS if award.names.items[0].since > BOUNDARIES[0]}

    assert newer == {"XA_TIEU_BIEU", "TINHAH", "HUYCTNXP", "CO_QK", "BK_QK"}
    for code in newer:
        for ask in (authority_for, grantors_of, papers_required, dossier_for, agreement_needed):
            with pytest.raises(NotInForce):
                ask(code, on=date(2023, 12, 31))
        with pytest.raises(NotInForce):
            reward_for(code, decided_on=date(2023, 12, 31))


def test_who_decides_is_said_or_said_not_to_be_found() -> None:
    nothing = set()
    for award, on in existing():
        try:
            found = authority_for(award.code, on=on)
        except NothingFound:
            nothing.add((award.code, on))
            continue
        grantors = grantors_of(award.code, on=on)
        assert grantors
        assert found.name_vi
        assert on < AMENDED or found.seen is Seen.UNVERIFIED
        assert on < AMENDED or {one.seen for one in grantors} == {Seen.UNVERIFIED}

    assert nothing == {
        (code, on) for code in NOBODY_KNOWN for on in BOUNDARIES if on >= date(2024, 1, 1)
    } | {("XA_TIEU_BIEU", date(2024, 1, 1)), ("XA_TIEU_BIEU", date(2024, 1, 29))}


def test_no_award_stands_under_two_authorities() -> None:
    for on in BOUNDARIES:
        entries = (texts().row(id_).get(on) for rows in ROWS.values() for id_ in rows)
        listed = [code for entry in entries if entry for code in entry.names()]
        assert len(listed) == len(set(listed))
        assert set(listed) <= {award.code for award in AWARDS}


def test_what_waits_for_the_amended_law_repeats_the_value_before() -> None:
    repeated = 0
    for id_, row in texts().rows.items():
        for before, after in pairwise(row.items):
            if after.since == AMENDED and after.text_unseen is None:
                assert (id_, after.value, after.unit) == (id_, before.value, before.unit)
                assert after.seen is Seen.UNVERIFIED
                repeated += 1

    assert repeated > 50


def test_hints_from_july_2025_repeat_what_the_decree_of_2023_said() -> None:
    for id_, row in texts().rows.items():
        for before, after in pairwise(row.items):
            if (after.since, after.seen) == (date(2025, 7, 1), Seen.UNVERIFIED):
                told = (after.value, after.unit) if after.text_unseen is None else None
                assert told in (None, (before.value, before.unit)), id_


def test_a_text_that_was_not_seen_is_unverified() -> None:
    unseen = [one for row in texts().rows.values() for one in row.items if one.text_unseen]

    assert {one.seen for one in unseen} == {Seen.UNVERIFIED}


def test_how_sure_we_are_of_forms_limits_and_what_is_paid() -> None:
    days = (date(2022, 4, 19), date(2024, 4, 19), date(2025, 7, 1))
    letters = dict(
        zip(Seen, "s2imu", strict=True)
    )  # source, secondary, inferred, memory, unverified
    told = {
        id_: "".join(letters[one.seen] if (one := row.get(on)) else "-" for on in days)
        for id_, row in texts().rows.items()
        if id_.startswith(("form.", "deadline.", "reward.titles", "reward.title_", "reward.comm"))
    }

    assert told == {
        "form.letter": "-us",
        "form.initiative": "-u2",
        "form.set_locally": "m--",
        "form.report.flag": "mui",
        "form.report.national_fighter": "mui",
        "form.report.merit.collective": "mui",
        "form.report.merit.person": "mus",
        "form.report.merit.household": "suu",
        "form.report.sudden": "mui",
        "form.report.long_service": "mui",
        "form.report.theme": "mui",
        "form.report.heroes.collective": "msi",
        "form.report.heroes.person": "mui",
        "form.report.external.collective": "-ui",
        "form.report.external.person": "-ui",
        "deadline.SUBMIT.CSTDTQ": "ssu",
        "deadline.SUBMIT.CSTDTQ.years_after": "ss-",
        "deadline.SUBMIT.CO_CP": "usu",
        "deadline.SUBMIT.CO_CP.education": "usu",
        "deadline.SUBMIT.AHLD": "s--",
        "deadline.SUBMIT.AHLD.every_years": "s--",
        "deadline.SUBMIT_FROM.AHLD": "s--",
        "deadline.SUBMIT.by_merit": "u--",
        "deadline.SUBMIT.by_ministry": "-su",
        "deadline.SUBMIT.at_once": "s--",
        "deadline.APPRAISE.own": "suu",
        "deadline.APPRAISE.state": "2su",
        "deadline.NOTIFY_RESULT.own": "s--",
        "deadline.NOTIFY_RESULT.state": "s--",
        "deadline.CONSULTATION_REPLY.state": "m--",
        "deadline.AFTER_CONSULTATION.state": "-iu",
        "deadline.RETURN_UNQUALIFIED.state": "-iu",
        "deadline.NOTIFY_REFUSAL.state": "-iu",
        "deadline.COPY_TO_PROVINCE.state": "-iu",
        "deadline.COPY_TO_RECIPIENT.state": "-iu",
        "deadline.DELIVER_ITEMS.state": "-iu",
        "deadline.PUBLIC_COMMENT.heroes": "-su",
        "deadline.PUBLIC_COMMENT.asked": "suu",
        "deadline.DECIDE.CSTDCS": "--s",
        "reward.titles_of_one_period": "sss",
        "reward.titles_of_different_periods": "sss",
        "reward.title_and_commendation": "sss",
        "reward.commendations": "-ss",
    }


def test_every_file_has_its_papers() -> None:
    for award, on in existing():
        for kind in Kind:
            for subject in award.subjects:
                papers = papers_required(award.code, on=on, kind=kind, subject=subject)
                assert papers[0].kind == "TO_TRINH"
                assert len({paper.kind for paper in papers}) == len(papers) >= 2
                said = {(kind, name) for _, kind, name in SAID_MORE} | set(NAMES.items())
                assert {(paper.kind, paper.name_vi) for paper in papers} <= said
                assert on < AMENDED or {paper.seen for paper in papers} == {Seen.UNVERIFIED}
                dossier = dossier_for(award.code, on=on, kind=kind, subject=subject)
                assert dossier.papers == papers
                assert dossier.sets is None or dossier.sets.count in (1, 2, 3)


def test_every_prize_is_a_whole_amount_or_none() -> None:
    ended = set()
    for award, on in existing():
        for subject in award.subjects:
            try:
                found = reward_for(award.code, decided_on=on, subject=subject)
            except NotInForce:
                ended.add(on)
                continue
            if found is not None:
                assert type(found.amount_vnd) is int
                assert found.amount_vnd > 0
                assert found.at_most or found.amount_vnd % 10_000 == 0
                assert not found.at_most or found.amount_vnd <= found.exact_vnd
                assert abs(found.amount_vnd - found.exact_vnd) < 10_000
                assert on < AMENDED or found.seen is Seen.UNVERIFIED

    assert ended == {on for on in BOUNDARIES if on >= PRIZES_END}


def test_every_ballot_has_a_mark_an_unread_text_or_none() -> None:
    marked = {"AHLD", "AHLLVT", "CSTDTQ", "CSTDT"}
    for award, on in existing():
        found = agreement_needed(award.code, on=on)
        listed = marked | ({"CSTDCS", "CO_TINH", "CO_CP"} if on >= date(2024, 1, 1) else set())
        assert (found is not None) == (award.code in listed or on >= date(2025, 7, 1))
        if found is not None:
            assert isinstance(found, Agreement)
            assert found.text_unseen == (found.share is None) == (on >= date(2025, 7, 1))


def test_every_step_has_a_deadline_or_none() -> None:
    for award, on in existing():
        for step in Step:
            found = deadline_for(step, award.code, on=on, start=on, is_off=lambda _: False)
            if found is not None:
                assert found.says_vi
                assert found.text_unseen <= (found.due_on is None)
                assert on < AMENDED or found.seen is Seen.UNVERIFIED


@pytest.mark.parametrize("award", AWARDS, ids=lambda award: award.code)
def test_every_award_has_a_way_or_says_which_text_a_person_reads(award: Award) -> None:
    for on in BOUNDARIES:
        if award.names.get(on) is None:
            continue
        for subject in award.subjects:
            matter = Matter(award.code, Kind.MERIT, subject, on.year - 1, on)
            assert routes_of(matter) or gaps_of(matter), (subject, on)
            found = appraise(award.code, NOBODY, days=Days(on), subject=subject)
            assert found.answer is Answer.FOR_A_PERSON, (subject, on)
            assert found.finding.cite.instrument


def test_a_file_that_claims_a_way_not_coded_is_for_a_person() -> None:
    refused = Record((), dict.fromkeys(RecordKind, 1950))
    other = replace(refused, facts={"TRUONG_HOP_KHAC": True})
    days = Days(date(2025, 4, 15))

    assert appraise("HCLD3", refused, days=days).answer is Answer.NOT_MET
    found = appraise("HCLD3", other, days=days)

    assert found.reasons == (Reason.TEXT_UNSEEN,)
    assert found.finding.rule == "no_rule"
