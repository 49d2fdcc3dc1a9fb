"""Words that people write short, spelled out as bodies are named.

Only what is never a word of a name by itself stands here; a body's own abbreviation is on its
record and is found first.
"""

from bangvang.foundation.vietnamese import fold
from bangvang.foundation.vietnamese.words import ByWord

MOST_WORDS = 12
_SPELLED = {
    "bhxh": "bảo hiểm xã hội",
    "bv": "bệnh viện",
    "bvdk": "bệnh viện đa khoa",
    "ccb": "cựu chiến binh",
    "gddt": "giáo dục và đào tạo",
    "gdtx": "giáo dục thường xuyên",
    "hdnd": "hội đồng nhân dân",
    "htx": "hợp tác xã",
    "kbnn": "kho bạc nhà nước",
    "ldld": "liên đoàn lao động",
    "lhpn": "liên hiệp phụ nữ",
    "mttq": "mặt trận tổ quốc",
    "ptdtbt": "phổ thông dân tộc bán trú",
    "ptdtnt": "phổ thông dân tộc nội trú",
    "tand": "tòa án nhân dân",
    "thcs": "trung học cơ sở",
    "thpt": "trung học phổ thông",
    "tnhh": "trách nhiệm hữu hạn",
    "ttyt": "trung tâm y tế",
    "tyt": "trạm y tế",
    "ubnd": "ủy ban nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
}


def spelled_out(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pieces with what is written short spelled out; none if nothing is."""
    spelled = tuple(map(spelled_name, pieces))
    is_longer = spelled != pieces
    return spelled if is_longer and len(" ".join(spelled).split()) <= MOST_WORDS else ()


def spelled_name(name: str) -> str:
    """Return a name with the words in it that are written short spelled out."""
    return " ".join([_WORDS[word] for word in name.split()])


_WORDS = ByWord(lambda word: _SPELLED.get(fold(word), word))
