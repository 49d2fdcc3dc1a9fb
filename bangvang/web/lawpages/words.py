"""How the pages of the law say classes, subjects, and how well a text is known."""

from datetime import date

from bangvang.foundation.vietnamese import say_date
from bangvang.law import AwardClass, Seen, Subject
from bangvang.web.components.pieces import Answer
from bangvang.web.components.pieces import Kind as Sign

CLASSES = (AwardClass.TITLE, AwardClass.COMMENDATION, AwardClass.HONOUR)
SUBJECTS = {
    Subject.PERSON: "cá nhân",
    Subject.COLLECTIVE: "tập thể",
    Subject.HOUSEHOLD: "hộ gia đình",
}
SEEN = {
    Seen.SOURCE: Answer(Sign.MET, "Đã đọc phần trích dẫn"),
    Seen.SECONDARY: Answer(Sign.NOTE, "Đọc qua văn bản khác"),
    Seen.INFERRED: Answer(Sign.NOTE, "Suy ra từ văn bản đã đọc"),
    Seen.MEMORY: Answer(Sign.PERSON, "Ghi theo trí nhớ, chưa đối chiếu"),
    Seen.UNVERIFIED: Answer(Sign.PERSON, "Chưa kiểm chứng"),
}
UNSEEN = Answer(Sign.PERSON, "Văn bản sửa đổi chưa có nguyên văn")


UNREAD_NOTE = "Trình bày theo quy định trước khi sửa đổi; chưa có nguyên văn hiện hành"


def sureness(seen: Seen, read_until: date | None) -> Answer:
    """Say how well a text is known; of one whose amendment was not read, until when it applied."""
    if read_until is None:
        return SEEN[seen]
    return Answer(Sign.PERSON, f"Áp dụng đến {say_date(read_until)}")


def class_name(award_class: AwardClass) -> str:
    """Return the legal word for a class of awards."""
    names = {
        AwardClass.TITLE: "Danh hiệu thi đua",
        AwardClass.COMMENDATION: "Hình thức khen thưởng",
        AwardClass.HONOUR: "Danh hiệu vinh dự nhà nước",
    }
    return names[award_class]
