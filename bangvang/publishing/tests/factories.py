"""Articles and actors for tests, made through the actions that people use."""

from datetime import UTC, date, datetime, timedelta

from bangvang.foundation.actor import Actor, Role
from bangvang.publishing.actions.approve_article import approve_article
from bangvang.publishing.actions.send_to_review import send_to_review
from bangvang.publishing.actions.write_article import write_article
from bangvang.publishing.models import Article
from bangvang.publishing.selectors.articles import ArticleText

AT = datetime(2026, 9, 14, 1, 0, tzinfo=UTC)
ON = date(2026, 9, 14)
OFFICE = "Phòng Thi đua, khen thưởng, Sở Nội vụ"


def actor(name: str, *roles: Role) -> Actor:
    """Return somebody of the standing office; the reference is the name."""
    return Actor(name, name, "Chuyên viên", "vp", "Sở Nội vụ", frozenset(roles))


EDITOR = actor("Lù Thị Bút Mực", Role.EDITOR)
SECOND_EDITOR = actor("Vàng Văn Trang Giấy", Role.EDITOR)
HEAD = actor("Giàng A Con Dấu", Role.OFFICE_HEAD)
HEAD_AND_EDITOR = actor("Tẩn Mẩy Hai Vai", Role.OFFICE_HEAD, Role.EDITOR)
SPECIALIST = actor("Hoàng Văn Thẩm Định", Role.SPECIALIST)


def text(title: str = "Tin về ruộng bậc thang", body: str = "Một đoạn văn.") -> ArticleText:
    """Return complete words under a title."""
    return ArticleText(title, "Tóm tắt của tin.", body, EDITOR.name, OFFICE)


def draft(title: str = "Tin về ruộng bậc thang", **changed: object) -> str:
    """Write a draft and return its reference; `changed` fields are put into its record."""
    ref = write_article(text(title), actor=EDITOR, at=AT)
    if changed:
        Article.objects.filter(ref=ref).update(**changed)
    return ref


def in_review(title: str = "Tin về ruộng bậc thang", **changed: object) -> str:
    """Write a draft, send it to review and return its reference."""
    ref = draft(title, **changed)
    send_to_review(ref, actor=EDITOR, at=AT)
    return ref


def published(
    title: str = "Tin về ruộng bậc thang",
    *,
    before: timedelta = timedelta(),
    body: str = "Một đoạn.",
) -> str:
    """Publish an article some time before `AT` and return its reference."""
    ref = write_article(text(title, body), actor=EDITOR, at=AT - before)
    send_to_review(ref, actor=EDITOR, at=AT - before)
    approve_article(ref, version=1, actor=HEAD, at=AT - before)
    return ref
