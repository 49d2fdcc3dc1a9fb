"""Why somebody may not do something with an article now, or nothing if they may."""

from datetime import date

from bangvang.foundation.actor import Actor, Role
from bangvang.foundation.objection import Objection
from bangvang.publishing.models import Article
from bangvang.publishing.states import LIFE, Move, State

NOT_EDITOR = Objection("NOT_EDITOR", "Chỉ biên tập viên được soạn và sửa tin bài.")
NOT_OFFICE_HEAD = Objection(
    "NOT_OFFICE_HEAD", "Chỉ Trưởng phòng Thi đua, khen thưởng được duyệt, trả lại hoặc gỡ tin bài."
)
NOT_DRAFT = Objection("NOT_DRAFT", "Tin bài không còn là bản nháp nên không sửa được.")
NOT_IN_REVIEW = Objection("NOT_IN_REVIEW", "Tin bài không ở trạng thái chờ duyệt.")
NOT_PUBLISHED = Objection("NOT_PUBLISHED", "Tin bài chưa đăng hoặc đã gỡ.")
NOT_WITHDRAWN = Objection("NOT_WITHDRAWN", "Chỉ tin bài đã gỡ mới mở lại để sửa.")
INCOMPLETE = Objection(
    "INCOMPLETE", "Cần đủ tiêu đề, tóm tắt, nội dung, tác giả và cơ quan trước khi trình duyệt."
)
OWN_WORDS = Objection("OWN_WORDS", "Người đã viết hoặc sửa tin bài không được tự duyệt đăng.")
BEFORE_SESSION = Objection("BEFORE_SESSION", "Tin về phiên họp không được đăng trước ngày họp.")
NO_REASON = Objection("NO_REASON", "Cần ghi lý do.")
STALE = Objection("STALE", "Người khác vừa lưu thay đổi; hãy xem bản mới trước khi làm tiếp.")


def objection_to_writing(actor: Actor) -> Objection | None:
    """Editors write."""
    return None if actor.has(Role.EDITOR) else NOT_EDITOR


def objection_to_saving(actor: Actor, article: Article) -> Objection | None:
    """Editors change a draft, nothing else."""
    return objection_to_writing(actor) or (
        None if LIFE.can(Move.SEND_TO_REVIEW, State(article.state)) else NOT_DRAFT
    )


def objection_to_sending_to_review(actor: Actor, article: Article) -> Objection | None:
    """An editor sends a draft that is complete."""
    if objection := objection_to_saving(actor, article):
        return objection
    asked = (
        article.title,
        article.summary,
        article.body,
        article.author_name,
        article.author_office,
    )
    return None if all(text.strip() for text in asked) else INCOMPLETE


def objection_to_sending_back(actor: Actor, article: Article) -> Objection | None:
    """The head of the office returns what waits for approval."""
    if not actor.has(Role.OFFICE_HEAD):
        return NOT_OFFICE_HEAD
    return None if LIFE.can(Move.SEND_BACK, State(article.state)) else NOT_IN_REVIEW


def objection_to_approving(
    actor: Actor, article: Article, *, has_written: bool, on: date
) -> Objection | None:
    """The head approves what others wrote, not before the session it tells of.

    Args:
        actor: who wants to.
        article: the article.
        has_written: whether the actor saved any version of it.
        on: the day of publishing.
    """
    if objection := objection_to_sending_back(actor, article):
        return objection
    if has_written:
        return OWN_WORDS
    too_early = article.session_on is not None and on < article.session_on
    return BEFORE_SESSION if too_early else None


def objection_to_withdrawing(actor: Actor, article: Article) -> Objection | None:
    """The head takes a published article off the portal."""
    if not actor.has(Role.OFFICE_HEAD):
        return NOT_OFFICE_HEAD
    return None if LIFE.can(Move.WITHDRAW, State(article.state)) else NOT_PUBLISHED


def objection_to_reopening(actor: Actor, article: Article) -> Objection | None:
    """An editor makes a draft of a withdrawn article again."""
    return objection_to_writing(actor) or (
        None if LIFE.can(Move.REOPEN, State(article.state)) else NOT_WITHDRAWN
    )


def objection_to_version(current: int, seen: int) -> Objection | None:
    """Nobody saves over, or approves, what they have not seen."""
    return None if current == seen else STALE


def objection_to_no_reason(reason: str) -> Objection | None:
    """What others must act on has its reason."""
    return None if reason.strip() else NO_REASON
