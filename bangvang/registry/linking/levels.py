"""How two single records agree: the same levels that ``links`` finds for many pairs at once."""

from collections.abc import Collection

from rapidfuzz.distance import Levenshtein

from bangvang.registry.linking.weights import NEAR_ENOUGH, Birth, Identity, Name, Sex, Unit


def name_level(loose: str, key: str, other_loose: str, other_key: str) -> Name:
    """Return how two names agree, given without marks and with them."""
    if key == other_key:
        return Name.SAME
    if loose == other_loose:
        return Name.UNMARKED if key.isascii() or other_key.isascii() else Name.OTHER_MARKS
    near = Levenshtein.normalized_similarity(loose, other_loose)
    return Name.NEAR if near >= NEAR_ENOUGH else Name.OTHER


def birth_level(birth: int, other: int) -> Birth:
    """Return how two births agree, each year * 10,000 + month * 100 + day, 0 where unknown."""
    if not birth or not other:
        return Birth.UNKNOWN
    if birth == other and birth % 100:
        return Birth.FULL
    both_full = bool(birth % 100 and other % 100)
    if birth // 10_000 != other // 10_000:
        is_other_year = both_full and birth % 10_000 == other % 10_000
        return Birth.OTHER_YEAR if is_other_year else Birth.OTHER
    return _in_one_year(birth, other) if both_full else _in_part(birth, other)


def _in_one_year(birth: int, other: int) -> Birth:
    (month, day), (other_month, other_day) = (
        divmod(birth % 10_000, 100),
        divmod(other % 10_000, 100),
    )
    if (month, day) == (other_day, other_month):
        return Birth.SWAPPED
    return Birth.ONE_PART if month == other_month or day == other_day else Birth.ONLY_YEAR


def _in_part(birth: int, other: int) -> Birth:
    months = {birth // 100 % 100, other // 100 % 100} - {0}
    return Birth.ONLY_YEAR if len(months) > 1 else Birth.YEAR


def unit_level(unit: str, units: Collection[str]) -> Unit:
    """Return whether the folded name of a unit is among those of a person's units."""
    if not unit or not units:
        return Unit.UNKNOWN
    return Unit.SAME if unit in units else Unit.OTHER


def identity_level(digest: str, other: str) -> Identity:
    """Return whether two keyed digests are equal; one that is missing says nothing."""
    if not digest or not other:
        return Identity.UNKNOWN
    return Identity.SAME if digest == other else Identity.OTHER


def sex_level(sex: str, other: str) -> Sex:
    """Return whether both say the same sex."""
    if not sex or not other:
        return Sex.UNKNOWN
    return Sex.SAME if sex == other else Sex.OTHER
