"""Which household of the register, or of a history file, a row of a list means."""

from collections.abc import Iterable

from bangvang.foundation.vietnamese import fold
from bangvang.registry.intake.matching import Candidate, Known, Match
from bangvang.registry.selectors.recipients import household_key, is_one_household


def match_household(name: str, commune: str, candidates: Iterable[Known]) -> Match:
    """Return which household is meant: by whom it is called after, and by its commune.

    "Hộ ông" and "Gia đình ông" are one. Where only marks differ, or the commune is not written or
    is another one, a person chooses.
    """
    key = household_key(name)
    near = [known for known in candidates if household_key(known.name) == key]
    if not near:
        return Match("new", None, (), "Chưa có hộ nào trùng tên trong sổ khen thưởng.")
    place = place_key(commune)
    own = [
        known
        for known in near
        if is_one_household(known.name, name)
        and place
        and place in map(place_key, known.unit_names)
    ]
    if len({known.key for known in own}) == 1:
        return Match("linked", own[0].key, (), "Trùng tên hộ và xã, phường.")
    listed = (Candidate(key, "Trùng tên hộ.") for key in sorted({known.key for known in near}))
    return Match("for_a_person", None, tuple(listed), "Có hộ trùng tên; cần chọn đúng.")


def place_key(name: str) -> str:
    """Return a commune's name as a list writes it for short: without its committee."""
    return fold(name).removeprefix("ubnd ").removeprefix("uy ban nhan dan ")
