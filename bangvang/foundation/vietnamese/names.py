"""Names of people: one key to compare them, one key to sort them."""

import re
import unicodedata

from bangvang.foundation.vietnamese.text import TONES, fold_tidy, text_sort_key, tidy
from bangvang.foundation.vietnamese.words import ByWord

_TITLES = (
    r"ông\s*[/(&-]\s*bà\)?",
    r"ông|bà|cụ|anh|chị",
    r"đồng\s+chí|đ\s*/\s*c|đ\.c|đc\.",
    r"(?:đại|thượng|trung|thiếu)\s+t(?:ướng|á)",
    r"(?:đại|thượng|trung|thiếu)\s+(?:úy|uý)",
    r"(?:(?:chuẩn|phó)\s+)?đô\s+đốc",
    r"chuẩn\s+(?:úy|uý)",
    r"(?:thượng|trung|hạ|chiến|tiến|thạc|bác|kỹ|kĩ|dược)\s+(?:sĩ|sỹ)|cử\s+nhân",
    r"binh\s+nh(?:ất|ì)|qncn|cnvqp",
    r"phó\s+giáo\s+sư|giáo\s+sư",
    r"(?:p?gs|ts(?:kh)?|ths|bs(?:ck)?(?:i{1,2}|[12])?|ck(?:i{1,2}|[12])|ds|ks|cn)\.",
    r"(?:p?gs|ts(?:kh)?|ths|bs(?:ck)?(?:i{1,2}|[12])?|ck(?:i{1,2}|[12]))",
)
_TITLE = re.compile(rf"(?:{'|'.join(_TITLES)})(?:(?<!\w)|(?!\w))", re.IGNORECASE)
_BETWEEN = " .,:;/()&-"
_SYLLABLE = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_LONE_I = re.compile(r"(qu|[^aăâeêioôơuưy]+|^)y$")


def without_titles(name: str) -> str:
    """Return the name, tidied, without Ông, Bà, Đ/c, ranks and degrees before it.

    A title is cut only while at least two syllables remain, or after Ông, Bà and their like
    one: "Anh Thơ" stays whole.
    """
    rest = tidy(name)
    while found := _TITLE.match(rest):
        shorter = rest[found.end() :].lstrip(_BETWEEN)
        if len(shorter.split()) < _fewest_left(found.group()):
            break
        rest = shorter
    return rest


def _fewest_left(title: str) -> int:
    return 2 if title.lower() in {"anh", "chị", "cụ"} else 1


def name_key(name: str) -> str:
    """Return the key under which two spellings of one name are the same.

    Case, titles, the place of the tone mark (hòa, hoà) and a lone i or y (lí, lý) do not count;
    every mark does: Đạt is not Dat.
    """
    return name_keys(name)[0]


def name_keys(name: str) -> tuple[str, str]:
    """Return `name_key` and `name_key_loose` of a name."""
    bare = without_titles(name)
    return " ".join([_WORD_KEYS[word] for word in bare.split(" ")]), _loose(bare)


def _word_key(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold())
    return unicodedata.normalize(
        "NFC", _SYLLABLE.sub(lambda found: _tone_last(found.group()), letters)
    )


_WORD_KEYS = ByWord(_word_key)


def _tone_last(syllable: str) -> str:
    tones = "".join(mark for mark in syllable if mark in TONES)
    base = unicodedata.normalize("NFC", "".join(mark for mark in syllable if mark not in TONES))
    return unicodedata.normalize("NFD", _LONE_I.sub(r"\1i", base)) + tones


def name_key_loose(name: str) -> str:
    """Return the key that finds candidates: no titles, no marks, đ as d, every y as i.

    Names that share it may well belong to different people; it never settles who somebody is.
    """
    return _loose(without_titles(name))


def _loose(bare: str) -> str:
    return fold_tidy(bare).replace("y", "i")


def person_sort_key(full_name: str) -> str:
    """Return the key that sorts people by given name, then surname, then middle names.

    Digits only, see ``text_sort_key``.
    """
    syllables = without_titles(full_name).split()
    return text_sort_key(" ".join([*syllables[-1:], *syllables[:-1]]))


def sign_in_name(name: str) -> str:
    """Return the first sign that stands in nobody's name, "" if there is none.

    Dots, apostrophes, hyphens, commas and brackets do: "H'Mây", "Nguyễn Văn A.", "Lò Thị B (Mây)".
    """
    if _NO_NAME_HAS.isdisjoint(name):
        return ""
    return next(letter for letter in name if letter in _NO_NAME_HAS)


_NO_NAME_HAS = frozenset("<>{}[]|=\\^~")
