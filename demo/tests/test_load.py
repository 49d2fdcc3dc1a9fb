"""The province as it is after loading: believable, whole, and with something to do for everyone."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from django.test import Client, override_settings
from pytest_django import DjangoDbBlocker, Settings

from bangvang.accounts.models import Account
from bangvang.accounts.selectors import accounts_for, actors_of
from bangvang.appraisal.models import StoredFinding
from bangvang.council.models import Ballot, Seat, Session
from bangvang.council.selectors.agenda import ready_lists
from bangvang.council.selectors.ballots import ballot_page
from bangvang.council.selectors.councils import seats_on
from bangvang.council.selectors.sessions import sessions_for
from bangvang.council.states import BallotState, SessionState
from bangvang.decisions.models import Decision
from bangvang.decisions.selectors.proposals import results_to_decide
from bangvang.decisions.states import Kind
from bangvang.foundation.actor import Actor, Origin
from bangvang.foundation.audit.models import Entry
from bangvang.foundation.audit.selectors import verify
from bangvang.nominations.models import Nomination, Upload
from bangvang.nominations.selectors.batches import batches_for
from bangvang.nominations.selectors.nominations import nominations_for
from bangvang.nominations.states import BatchState, State
from bangvang.publishing.models import Article, Views
from bangvang.publishing.selectors.articles import articles_for
from bangvang.publishing.selectors.public import visits_public
from bangvang.publishing.states import State as ArticleState
from bangvang.registry.models import (
    Award,
    Bar,
    BodyEvent,
    InitiativeUse,
    Organisation,
    Person,
)
from bangvang.registry.selectors.public import awards_public
from bangvang.workplan.models import Task
from demo import DAY
from demo.doubles import ONCE_MORE
from demo.load import load
from demo.moments import on

pytestmark = pytest.mark.django_db

VIEWS_AND_VISITS = 846
REAL_PEOPLE = ("Trịnh Xuân Trường", "Nguyễn Thị Lương")
MEMBERS = [f"uyvien{number:02}" for number in range(1, 21)]
ACCOUNTS = [
    "donvi", "thutruong", "chuyenvien", "truongphong", "thuky", "chutich", "kiemphieu1",
    "kiemphieu2", "kiemphieu3", "khoitruong", "canboxa", "chutichxa", "bientap",
    "thanhtra", "quantri", *MEMBERS,
]  # fmt: skip


NOTHING_TO_DO = "Không có việc nào đang chờ"
UNITS = ("donvi", "thutruong", "khoitruong", "canboxa", "chutichxa")
OFFICE = ("chuyenvien", "truongphong", "bientap", "thanhtra", "quantri")
DOORS = dict.fromkeys(UNITS, "/don-vi/") | dict.fromkeys(OFFICE, "/thuong-truc/")


@pytest.fixture(scope="module", autouse=True)
def province(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[list[str]]:
    """Load once for all tests of this module, and leave nothing behind."""
    said: list[str] = []
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(PRIVATE_FILES_ROOT=tmp_path_factory.mktemp("files")):
            load(say=said.append)
        yield said
        transaction.set_rollback(True)


def holder(username: str) -> Actor:
    return actors_of(Account.objects.get(username=username), on=DAY)[0]


def states(year: int, code: str) -> Counter[str]:
    rows = Nomination.objects.filter(achievement_year=year, award_code=code)
    return Counter(rows.values_list("state", flat=True))


def test_each_step_is_said_in_vietnamese(province: list[str]) -> None:
    assert [line.split("]")[0] for line in province] == [f"[{step}/9" for step in range(1, 10)]


def test_the_register_knows_the_people_of_the_table_and_who_was_new() -> None:
    assert Person.objects.filter(nationality="").count() == 182 + 1 + len([ONCE_MORE])
    assert Person.objects.exclude(nationality="").count() == 1
    assert Organisation.with_apart.filter(kind="HOUSEHOLD").count() == 4
    assert Award.objects.filter(person__full_name="Cứ Thị Ô Hoa").get().code == "CSTDT"


def test_the_round_of_2021_came_to_its_end() -> None:
    assert states(2021, "CSTDT") == {State.GRANTED: 14, State.VOTED_AGAINST: 1, State.REFUSED: 1}
    assert states(2021, "BK_TTG") == {State.GRANTED: 3, State.REFUSED: 1}


def test_the_round_of_2025_stands_at_every_stage() -> None:
    assert states(2025, "CSTDT") == {
        State.DRAFT: 11,
        State.SUBMITTED: 3,
        State.CHECKED: 2,
        State.RETURNED: 1,
        State.OVERRULING: 1,
        State.APPRAISED: 6,
        State.READY: 3,
        State.ON_AGENDA: 8,
    }
    assert states(2025, "BK_TTG") == {State.VOTED_FOR: 3, State.APPRAISED: 2}


def test_every_answer_of_the_law_occurs() -> None:
    answers = {
        (answer, tuple(reasons))
        for answer, reasons in StoredFinding.objects.values_list("answer", "reasons")
    }

    assert {
        ("MET", ()),
        ("NOT_MET", ()),
        ("FOR_A_PERSON", ("JUDGEMENT",)),
        ("FOR_A_PERSON", ("FACT_MISSING", "JUDGEMENT")),
        ("FOR_A_PERSON", ("TWO_READINGS",)),
    } <= answers


def test_namesakes_had_to_be_told_apart() -> None:
    assert any(choices for choices in Upload.objects.values_list("choices", flat=True))


def test_the_audit_chain_is_whole() -> None:
    count, broken = verify()

    assert count > 1000
    assert broken is None


def test_replay_and_back_entry_are_marked_and_only_accounts_act_live() -> None:
    accounts = set(Account.objects.values_list("ref", flat=True))
    acted = set(Entry.objects.values_list("origin", "actor_ref"))

    assert {origin for origin, _ in acted} == {Origin.LIVE, Origin.REPLAY, Origin.BACK_ENTRY}
    without_account = {""}  # an opinion of the people
    live = {ref for origin, ref in acted if origin == Origin.LIVE}
    assert live <= accounts | without_account
    assert not {ref for origin, ref in acted if origin != Origin.LIVE} & accounts
    replayed = Entry.objects.filter(happened_at__year=2022).exclude(origin=Origin.BACK_ENTRY)
    assert set(replayed.values_list("origin", flat=True)) == {Origin.REPLAY}


def test_nobody_of_the_founding_article_occurs() -> None:
    names = {
        *Person.objects.values_list("full_name", flat=True),
        *Seat.objects.values_list("holder_name", flat=True),
        *Account.objects.values_list("full_name", flat=True),
        *Entry.objects.values_list("actor_name", flat=True),
        *Award.objects.values_list("name_as_written", flat=True),
    }
    written = "\n".join(Article.objects.values_list("body", flat=True))

    assert names.isdisjoint(REAL_PEOPLE)
    assert not any(name in written for name in REAL_PEOPLE)


def test_the_session_of_2022_is_told_by_the_record() -> None:
    session = Session.objects.get(year=2022)
    failed = Nomination.objects.get(achievement_year=2021, state=State.VOTED_AGAINST)

    assert session.state == SessionState.SIGNED
    assert len(seats_on(session.council_id, DAY)) == 22
    assert failed.reason == "Đạt 15/22 phiếu, cần 20/22."
    assert set(Ballot.objects.filter(session=session).values_list("attempt", flat=True)) == {1, 2}
    assert Task.objects.filter(source_ref=session.ref, state="DONE").count() == 5


def test_decision_and_answer_filled_the_register() -> None:
    decided = Decision.objects.get(kind=Kind.DECISION)
    submitted = Decision.objects.get(kind=Kind.SUBMISSION)

    fighters = Award.objects.filter(code="CSTDT", decision_ref=decided.ref)
    certificates = Award.objects.filter(code="BK_TTG", decision_ref=submitted.ref)
    assert fighters.count() == 14
    assert set(certificates.values_list("decision_no", flat=True)) == {"1097/QĐ-TTg"}
    assert not certificates.filter(name_as_written="Phàn Thị Khèn Lá").exists()


def test_the_portal_has_news_of_several_pages_and_counted_views() -> None:
    published = Article.objects.filter(state=ArticleState.PUBLISHED)
    told = published.exclude(session_ref="").get()

    assert published.count() == 16
    assert sum(Views.objects.filter(page=told.ref).values_list("count", flat=True)) == 39
    assert visits_public(on(DAY, 8), visitor="").all == VIEWS_AND_VISITS


def test_collectives_and_bars_of_every_state_occur() -> None:
    flags = Award.objects.filter(code="CO_TINH", person=None)
    bars = Bar.objects.order_by("pk")
    ended = [(bar.kind, bar.ended_on, bar.withdrawn_at is not None) for bar in bars]

    assert set(flags.values_list("organisation__name", flat=True)) >= {"Sở Y tế tỉnh Lào Cai"}
    assert ended == [
        ("INVESTIGATED", None, False),
        ("DISCIPLINED", date(2025, 5, 10), False),
        ("COMPLAINT", None, True),
        ("COMPLAINT", date(2026, 4, 20), False),
    ]


def test_an_initiative_of_2021_is_marked_as_used() -> None:
    assert InitiativeUse.objects.filter(award_code="CSTDT", year=2021).exists()


def test_bodies_ended_by_decisions_and_the_awards_of_2022_say_what_they_are_today() -> None:
    communes = Organisation.objects.filter(kind="COMMUNE", until=None)
    districts = Organisation.objects.filter(kind="DISTRICT")
    of_sa_pa = awards_public("thị xã Sa Pa", "CSTDT", on=DAY).awards
    moved = Person.objects.get(full_name="Hầu A Khèn Bè")

    assert communes.exclude(place_code="").count() == communes.count() == 99
    assert {body.until for body in districts} == {date(2025, 7, 1)}
    assert BodyEvent.objects.filter(done_at=None).count() == 0
    assert {award.unit_name for award in of_sa_pa} >= {"Trung tâm Dịch vụ nông nghiệp thị xã Sa Pa"}
    assert all("nay là Ủy ban nhân dân phường Sa Pa" in award.unit_now for award in of_sa_pa)
    assert moved.organisation.name == "Sở Nông nghiệp và Môi trường tỉnh Lào Cai"


def test_names_of_eighty_letters_occur() -> None:
    assert any(len(o.name) >= 80 for o in Organisation.objects.filter(kind="SUB_UNIT"))


@pytest.mark.parametrize("username", ACCOUNTS)
def test_every_account_signs_in_and_has_something_to_do(username: str) -> None:
    account = Account.objects.get(username=username)
    actor = holder(username)

    assert account.is_demonstration
    assert account.check_password("demo")
    assert any(
        (
            batches_for(actor),
            nominations_for(actor),
            [s for s in sessions_for(actor) if s.state == SessionState.OPEN],
            articles_for(actor, ArticleState.DRAFT),
            accounts_for(actor, on=DAY),
        )
    )


@pytest.mark.parametrize("username", ACCOUNTS)
def test_every_first_page_shows_something_to_do(
    username: str, client: Client, settings: Settings
) -> None:
    settings.BANGVANG_DAY, settings.BANGVANG_DEMO = DAY, True
    door = DOORS.get(username, "/hoi-dong/")
    account = Account.objects.get(username=username)
    client.force_login(account, backend="bangvang.accounts.backend.AccountBackend")

    answer = client.get(door)

    assert answer.status_code == 200
    assert NOTHING_TO_DO not in answer.content.decode()


def test_the_first_pages_have_what_their_people_came_for() -> None:
    def lists(username: str) -> set[str]:
        return {row.state for row in batches_for(holder(username))}

    def rows(username: str, state: State) -> int:
        return len(nominations_for(holder(username), states=(state,)))

    assert lists("donvi") == {BatchState.DRAFT, BatchState.WITH_HEAD, BatchState.SUBMITTED}
    assert rows("thutruong", State.RETURNED) == 1
    assert lists("canboxa") == {BatchState.DRAFT, BatchState.WITH_HEAD}
    assert lists("khoitruong") == {BatchState.WITH_HEAD, BatchState.SUBMITTED}
    assert rows("chuyenvien", State.SUBMITTED) == 3
    assert rows("truongphong", State.OVERRULING) == 1
    assert len(results_to_decide(holder("truongphong"))) == 1
    assert len(articles_for(holder("truongphong"), ArticleState.IN_REVIEW)) == 1
    assert [ready.rows for ready in ready_lists(holder("thuky"), on=DAY)] == [3]


def test_the_ballot_of_the_day_waits_to_be_counted() -> None:
    ballot = Ballot.objects.get(state=BallotState.OPEN)
    page = ballot_page(holder("kiemphieu2"), ballot.ref)

    assert (page.total_members, page.present, page.issued, page.written) == (22, 20, 20, 1)
    assert page.needed == 20
    assert len(page.rows) == 8
