"""Names made of nothing but words that stand in names: what each word is, is found out once.

A name in which a word could begin anything else (a title, a unit, a household, a signature), or
stand between two people, is left to those that look at it whole.
"""

from collections.abc import Mapping
from typing import NamedTuple

from bangvang.foundation.sheets import Value
from bangvang.foundation.vietnamese import damage_in, name_keys, tidy
from bangvang.foundation.vietnamese.words import ByWord

TITLES = """
ông bà cụ anh chị đồng đại thượng trung thiếu chuẩn phó đô hạ chiến tiến thạc bác kỹ kĩ dược cử binh
qncn cnvqp giáo gs pgs ts tskh ths bs bsi bsii bsck bscki bsckii cki ckii
"""
"""What begins a title, see `foundation/vietnamese/names`."""
BODIES = """
sở ubnd ủy uỷ hđnd hội mttq ubmttq mặt phòng ban trường trung ttyt bệnh trạm chi cục công tổng hợp
htx văn bộ đảng liên đội tổ khoa xã phường thôn bản tòa toà viện thanh kho ngân báo đài tập cơ khối
cụm nhân hạt đồn quỹ bảo học thư tỉnh đoàn hộ gia
"""
"""What begins the name of a unit, a collective or a household, see `groups`."""
SIGNATURES = "người lập thủ nơi ngày chủ giám hiệu trưởng bí chánh"
"""What begins a line below a list, see `groups.is_signature`."""
ANYWHERE = frozenset({"và", "xác"})
"""What tells of two people, or of a signature, wherever it stands."""
_FIRST = frozenset(f"{TITLES} {BODIES} {SIGNATURES}".split())
_FEWEST_WORDS = 2


class NameRead(NamedTuple):
    """A name, and its keys as `name_keys` has them."""

    name: str
    key: str
    loose: str


class _Word(NamedTuple):
    text: str
    key: str
    loose: str
    is_first: bool
    """Whether a name may begin with it, and be a name for sure."""


def _word(written: str) -> _Word | None:
    """Return what a word of a name is; None if the name has to be looked at whole."""
    text = tidy(written)
    lowered = text.lower()
    if not text.isalpha() or damage_in(text) or lowered in ANYWHERE:
        return None
    return _Word(text, *name_keys(text), lowered not in _FIRST)


_WORDS: Mapping[str, _Word | None] = ByWord(_word)


def plain_name(value: Value) -> NameRead | None:
    """Return what a cell holds if it is the name of one person and nothing else, for sure."""
    if not isinstance(value, str) or not value.isprintable():
        return None
    words = [_WORDS[written] for written in value.split()]
    if len(words) < _FEWEST_WORDS or words[0] is None or not words[0].is_first:
        return None
    if not all(words):
        return None
    texts, keys, looses, _ = zip(*words, strict=True)
    return NameRead(" ".join(texts), " ".join(keys), " ".join(looses))
