"""What is asked before a ballot moves on for good."""

from dataclasses import dataclass

from bangvang.council.selectors.ballots import BallotPage


@dataclass(frozen=True)
class Asked:
    """A question, what follows from yes, and the word on the button."""

    title: str
    consequences: tuple[str, ...]
    undo: str
    act: str


def opening_asked(shown: BallotPage) -> Asked:
    """Return what is asked before the box is opened."""
    return Asked(
        title=f"Mở hòm phiếu và bắt đầu kiểm {shown.issued} phiếu đã phát?",
        consequences=(
            f"Hai người của Ban kiểm phiếu đếm độc lập {len(shown.rows)} dòng trong danh sách "
            "bầu, không thấy số của nhau.",
            f"Danh sách {shown.issued} thành viên đã nhận phiếu được giữ nguyên; không phát thêm, "
            "không in lại phiếu.",
        ),
        undo="Mở hòm phiếu rồi không quay lại bước bỏ phiếu được.",
        act="Mở hòm phiếu",
    )


def announcing_asked(shown: BallotPage) -> Asked:
    """Return what is asked before the result is out."""
    return Asked(
        title=f"Công bố kết quả của {len(shown.rows)} dòng trong danh sách bầu?",
        consequences=(
            f"Số phiếu tại phiên họp được cộng với {shown.written} ý kiến bằng văn bản; ai được "
            f"{shown.needed}/{shown.total_members} đồng ý trở lên thì đạt.",
            "Trường hợp đạt chuyển sang chờ trình quyết định; với trường hợp không đạt, việc xét "
            "kết thúc.",
            "Mọi thành viên Hội đồng thấy kết quả.",
        ),
        undo="Công bố rồi không sửa, không rút lại được.",
        act="Công bố kết quả",
    )
