"""An article drafted from a session tells what was done and counts nobody."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bangvang.council.models import AgendaItem, AgendaKind
from bangvang.council.selectors.sessions import Conclusion, SessionRecord
from bangvang.decisions.tests.factories import closed_ballot, council_session
from bangvang.foundation.audit.selectors import entries_about
from bangvang.foundation.objection import Refused, Unseen
from bangvang.publishing import permissions
from bangvang.publishing.actions.draft_article import draft_article
from bangvang.publishing.drafting import article_about
from bangvang.publishing.markup import BlockKind, blocks_of
from bangvang.publishing.models import Article
from bangvang.publishing.tests.factories import AT, EDITOR, HEAD

RECORD = SessionRecord(
    ref="phien1",
    title="phiên họp thứ nhất năm 2022",
    number=1,
    year=2022,
    council_name="Hội đồng Thi đua - Khen thưởng tỉnh",
    place="trụ sở Ủy ban nhân dân tỉnh",
    starts_at=datetime(2022, 4, 19, 7, 0, tzinfo=UTC),
    ends_at=datetime(2022, 4, 19, 9, 0, tzinfo=UTC),
    chair_name="Lồ A Núi",
    chair_title="Chủ tịch Ủy ban nhân dân tỉnh, Chủ tịch Hội đồng",
    regulation="Quy chế ban hành năm 2019",
    members_total=22,
    present=19,
    items=("Nhìn lại ba tháng đầu năm", "Góp ý dự thảo văn bản"),
    awards_balloted=("Chiến sĩ thi đua cấp tỉnh năm 2021",),
    conclusions=(Conclusion("Rà soát hội đồng các cấp", "Sở Nội vụ", date(2022, 12, 31)),),
    minutes_signed=True,
)


def test_a_whole_article_comes_of_a_whole_record() -> None:
    told = article_about(RECORD, author_name=EDITOR.name)

    assert told.title == "Hội đồng Thi đua - Khen thưởng tỉnh họp phiên thứ nhất năm 2022"
    assert told.summary.startswith("Chiều 19/04/2022, Hội đồng Thi đua - Khen thưởng tỉnh họp")
    headings = [b.text for b in blocks_of(told.body) if b.kind is BlockKind.HEADING]
    assert headings == ["Nội dung phiên họp", "Bỏ phiếu kín", "Việc giao sau phiên họp"]
    assert "chiều thứ Ba, 19/04/2022, tại trụ sở Ủy ban nhân dân tỉnh" in told.body
    assert "Có mặt 19 trên 22 thành viên" in told.body
    assert "1. Rà soát hội đồng các cấp (Sở Nội vụ, hạn ngày 31/12/2022)." in told.body


def test_what_the_record_does_not_have_is_not_told() -> None:
    bare = replace(RECORD, items=(), awards_balloted=(), conclusions=(), regulation="", present=0)

    told = article_about(bare, author_name=EDITOR.name)

    assert [block.kind for block in blocks_of(told.body)] == [BlockKind.PARAGRAPH]
    assert "Có mặt" not in told.body
    assert "bỏ phiếu" not in told.summary + told.body


@pytest.mark.parametrize(("hour", "said"), [(1, "Sáng"), (7, "Chiều"), (12, "Tối")])
def test_the_time_of_day_is_said(hour: int, said: str) -> None:
    began = datetime(2022, 4, 19, hour, 0, tzinfo=UTC)

    assert article_about(replace(RECORD, starts_at=began), author_name="x").summary.startswith(
        f"{said} 19/04/2022"
    )


@pytest.mark.django_db
def test_a_draft_about_a_session_knows_its_day_and_names_no_nominee() -> None:
    session = council_session()
    ballot = closed_ballot(people=3, failed=1, session=session)
    AgendaItem.objects.create(session=session, order=9, kind=AgendaKind.BUSINESS, title="Việc khác")

    ref = draft_article(session.ref, actor=EDITOR, at=AT)

    article = Article.objects.get(ref=ref)
    assert (article.session_ref, article.session_on) == (session.ref, date(2022, 4, 19))
    words = f"{article.title} {article.summary} {article.body}"
    assert [row.name for row in ballot.rows.all() if row.name in words] == []
    assert entries_about(("article", ref))[0].verb == "draft_article"


@pytest.mark.django_db
def test_only_editors_draft_and_only_of_what_was_held() -> None:
    with pytest.raises(Refused) as refused:
        draft_article("phien1", actor=HEAD, at=AT)
    with pytest.raises(Unseen):
        draft_article("phien1", actor=EDITOR, at=AT)

    assert refused.value.objection == permissions.NOT_EDITOR
