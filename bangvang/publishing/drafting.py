"""Tell of a session in an article's words: what was done, nobody's name on a list, no votes."""

from django.utils.timezone import localtime

from bangvang.council.selectors.sessions import SessionRecord
from bangvang.foundation.vietnamese import say_date, say_weekday_date
from bangvang.publishing.selectors.articles import ArticleText

OFFICE = "Phòng Thi đua, khen thưởng, Sở Nội vụ tỉnh Lào Cai"
_NOON, _EVENING = 12, 18


def article_about(record: SessionRecord, *, author_name: str) -> ArticleText:
    """Return a draft about a session that has been held.

    Neither nominees nor how many there were appear: whoever was refused must not be countable.
    """
    parts = (_opening(record), _work(record), _ballot(record), _tasks(record))
    return ArticleText(
        title=f"{record.council_name} họp {record.title.replace('phiên họp', 'phiên', 1)}",
        summary=_summary(record),
        body="\n\n".join(filter(None, parts)),
        author_name=author_name,
        author_office=OFFICE,
    )


def _summary(record: SessionRecord) -> str:
    balloted = " và bỏ phiếu kín về các đề nghị khen thưởng" if record.awards_balloted else ""
    return (
        f"{_time_of_day(record)} {say_date(localtime(record.starts_at).date())}, "
        f"{record.council_name} họp để bàn công tác thi đua, khen thưởng{balloted}."
    )


def _opening(record: SessionRecord) -> str:
    began = localtime(record.starts_at)
    there = (
        f"Có mặt {record.present} trên {record.members_total} thành viên Hội đồng."
        if record.present
        else ""
    )
    basis = f"Phiên họp được tổ chức theo {record.regulation}." if record.regulation else ""
    return " ".join(
        part
        for part in (
            f"{record.council_name} tổ chức {record.title} vào {_time_of_day(record).lower()} "
            f"{say_weekday_date(began.date())}, tại {record.place}.",
            f"{record.chair_name}, {record.chair_title}, chủ trì.",
            there,
            basis,
        )
        if part
    )


def _work(record: SessionRecord) -> str:
    if not record.items:
        return ""
    items = "\n".join(f"- {item}" for item in record.items)
    return f"## Nội dung phiên họp\n\nHội đồng làm việc theo chương trình sau:\n\n{items}"


def _ballot(record: SessionRecord) -> str:
    if not record.awards_balloted:
        return ""
    awards = "; ".join(record.awards_balloted)
    return (
        "## Bỏ phiếu kín\n\n"
        f"Các thành viên bỏ phiếu kín về danh sách đã qua thẩm định: {awards}. "
        "Ban kiểm phiếu đếm phiếu hai lần độc lập và lập biên bản.\n\n"
        "Tên người được khen thưởng chỉ công bố khi cấp có thẩm quyền đã ký quyết định; khi đó "
        "danh sách có trong Sổ khen thưởng của cổng này."
    )


def _tasks(record: SessionRecord) -> str:
    if not record.conclusions:
        return ""
    tasks = "\n".join(
        f"{number}. {task.title} ({task.owner}, hạn ngày {say_date(task.due_on)})."
        for number, task in enumerate(record.conclusions, start=1)
    )
    return (
        "## Việc giao sau phiên họp\n\n"
        "Kết luận phiên họp, người chủ trì giao các việc sau, mỗi việc có đơn vị phụ trách và hạn "
        f"hoàn thành:\n\n{tasks}"
    )


def _time_of_day(record: SessionRecord) -> str:
    hour = localtime(record.starts_at).hour
    if hour < _NOON:
        return "Sáng"
    return "Chiều" if hour < _EVENING else "Tối"
