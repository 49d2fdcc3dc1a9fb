"""What the law leaves to the province about an award on a day, and what the province says."""

from collections.abc import Iterator
from datetime import date

from bangvang.law import Award, ProvinceRule, left_to_province, paper_name, province_rules_on
from bangvang.web.components.pieces import Answer
from bangvang.web.components.pieces import Kind as Sign
from bangvang.web.lawpages.said import Line, Part, line
from bangvang.web.lawpages.words import SEEN

TITLE = "Phần luật giao cho tỉnh"
TOPICS = {
    "conditions": "Điều kiện của tỉnh",
    "papers": "Hồ sơ do tỉnh quy định",
    "submit_by": "Hạn gửi hồ sơ do tỉnh quy định",
    "share": "Tỷ lệ do tỉnh quy định",
}
EXAMPLE = Answer(Sign.NOTE, "Ví dụ, không có thật")
NOT_FOUND = "Chưa tìm thấy quy định của tỉnh cho phần này."


def delegated_shown(award: Award, on: date) -> Part | None:
    """Return what is left to the province and what it says; None where nothing is left to it."""
    left = tuple(
        line("Luật giao cho tỉnh", "Tỉnh được quy định chi tiết.", cite=one.cite, seen=one.seen)
        for one in left_to_province(award.code, on=on)
    )
    said = tuple(_line(rule) for rule in province_rules_on(award.code, on=on))
    if not left and not said:
        return None
    return Part(TITLE, (*left, *said), "" if said else NOT_FOUND)


def _line(rule: ProvinceRule) -> Line:
    """Say what the province says; an example carries its mark in place of how sure it is."""
    cites = f"{rule.entry.cite.text}, theo {rule.delegated_by.text}"
    seen = EXAMPLE if rule.is_example else SEEN[rule.entry.seen]
    return Line(TOPICS[rule.topic], tuple(_says(rule)), cites, seen)


def _says(rule: ProvinceRule) -> Iterator[str]:
    entry = rule.entry
    if rule.topic == "conditions":
        yield from (f"{one}." for one in entry.names())
    elif rule.topic == "papers":
        yield from (f"{paper_name(one)}." for one in entry.names())
    elif rule.topic == "submit_by":
        yield f"Ngày {entry.word()} hằng năm."
    else:
        yield f"Không quá {entry.value}."
