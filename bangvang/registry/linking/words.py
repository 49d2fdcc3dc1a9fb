"""Why two records may be one, in Vietnamese: what speaks for it and what against, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from bangvang.registry.linking.crowd import RARE
from bangvang.registry.linking.weights import Birth, Identity, Name, Sex, Unit

_NAME = {
    Name.SAME: "trùng họ tên",
    Name.UNMARKED: "trùng họ tên, một bên viết không dấu",
    Name.OTHER_MARKS: "họ tên khác dấu",
    Name.NEAR: "họ tên gần giống",
    Name.OTHER: "họ tên khác",
}
_BIRTH = {
    Birth.FULL: "trùng ngày sinh",
    Birth.YEAR: "trùng năm sinh, một bên thiếu ngày",
    Birth.SWAPPED: "ngày và tháng sinh đổi chỗ cho nhau",
    Birth.ONE_PART: "năm sinh trùng, ngày sinh lệch một phần",
    Birth.OTHER_YEAR: "trùng ngày và tháng sinh, khác năm",
    Birth.ONLY_YEAR: "cùng năm sinh nhưng khác ngày, tháng",
    Birth.OTHER: "ngày sinh khác",
}
_NAMES_AGAINST = frozenset({Name.OTHER_MARKS, Name.NEAR, Name.OTHER})
_BIRTHS_AGAINST = frozenset({Birth.OTHER_YEAR, Birth.ONLY_YEAR, Birth.ONE_PART, Birth.OTHER})


@dataclass(frozen=True)
class Reasons:
    """What speaks for one person and what against, the weightiest first; never an odds figure."""

    speaks_for: tuple[str, ...]
    against: tuple[str, ...]


def reasons(
    name: Name, birth: Birth, unit: Unit, identity: Identity, sex: Sex, *, namesakes: int
) -> Reasons:
    """Return the reasons; ``namesakes`` is how many of the register have the same name."""
    said: tuple[list[str], list[str]] = ([], [])
    _say(said, identity, {Identity.SAME: "trùng số định danh", Identity.OTHER: "số định danh khác"})
    said[name in _NAMES_AGAINST].append(_NAME[name])
    if birth is not Birth.UNKNOWN:
        said[birth in _BIRTHS_AGAINST].append(_BIRTH[birth])
    _say(said, unit, {Unit.SAME: "cùng đơn vị", Unit.OTHER: "đơn vị khác"})
    if sex is Sex.OTHER:
        said[1].append("giới tính khác")
    if name in (Name.SAME, Name.UNMARKED):
        _say_rarity(said, namesakes)
    return Reasons(*(tuple(_capital(text) for text in texts) for texts in said))


def _say(
    said: Sequence[list[str]], level: Identity | Unit, words: dict[Identity | Unit, str]
) -> None:
    if level:
        said[level == max(words)].append(words[level])


def _say_rarity(said: Sequence[list[str]], namesakes: int) -> None:
    if namesakes <= RARE:
        said[0].append("tên hiếm trong sổ")
    else:
        said[1].append(f"{namesakes} người trong sổ cùng tên")


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"
