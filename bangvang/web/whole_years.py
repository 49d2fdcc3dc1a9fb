"""How both doors say which years are whole."""

from bangvang.foundation.vietnamese import say_number
from bangvang.registry.selectors.whole_years import KindYear
from bangvang.web.components.pieces import Answer, Kind

WHOLE = Answer(Kind.MET, "Đủ")
PARTLY = Answer(Kind.PERSON, "Một phần")
NOTHING = Answer(Kind.NOT_MET, "Chưa")


def whole_chip(seen: KindYear) -> Answer:
    """Return whether the year is whole of everybody, of some, or of nobody."""
    if seen.is_whole:
        return WHOLE
    return PARTLY if seen.whole or seen.decisions else NOTHING


def whole_said(seen: KindYear) -> str:
    """Return of how many people the year is whole, and how many decisions were recorded."""
    parts = [f"{say_number(seen.whole)} trong {say_number(seen.people)} người"]
    if seen.decisions:
        parts.append(f"đã ghi {seen.decisions} quyết định của đơn vị")
    return ", ".join(parts)
