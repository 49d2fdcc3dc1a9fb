"""Old encodings of Vietnamese, TCVN3 (ABC) and VNI: recognised by their letters, and turned back.

Windows-1258 is turned back too, from a text whose bytes were read as Windows-1252; no letters tell
it, so whoever read the bytes has to know.

Nothing is converted unasked: a caller proposes, a person agrees. TCVN3 has no capitals with tones:
a font of capitals shows the small letter as a capital, so a word of capitals with a small letter
in it was meant in capitals.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from bangvang.foundation.vietnamese.damage import Damage, damage_in

_TCVN3_VOWELS = {
    "a": "µ¶·¸¹", "ă": "»¼½¾Æ", "â": "ÇÈÉÊË", "e": "ÌÎÏÐÑ", "ê": "ÒÓÔÕÖ", "i": "×ØÜÝÞ",
    "o": "ßáâãä", "ô": "åæçèé", "ơ": "êëìíî", "u": "ïñòóô", "ư": "õö÷øù", "y": "úûüýþ",
}  # fmt: skip
_TCVN3_PLAIN = dict(zip("¨©ª«¬\u00ad®¡¢£¤¥¦§", "ăâêôơưđĂÂÊÔƠƯĐ", strict=True))
_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Huyền, hỏi, ngã, sắc, nặng, as the tables are ordered."""
_VNI_MARKS = {
    "a": ("øûõùï", ""), "ă": ("èúüéë", "ê"), "â": ("àåãáä", "â"), "e": ("øûõùï", ""),
    "ê": ("àåãáä", "â"), "o": ("øûõùï", ""), "ô": ("àåãáä", "â"), "u": ("øûõùï", ""),
}  # fmt: skip
_VNI_BASE = {"ă": "a", "â": "a", "ê": "e", "ô": "o"}
_VNI_ALONE = dict(zip("ìæóíòîñôö", "ìỉĩíịỵđơư", strict=True))
_VNI_HOOKED = {"ơ": "ô", "ư": "ö", "y": "y"}
_CAPITALS_WITH_SMALL = re.compile(r"[^\W\d_]+")
_CERTAINLY_UNICODE = re.compile("[\u0100-\u024f\u0300-\u0323\u1ea0-\u1ef9]")


def _toned(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


def _tcvn3_table() -> dict[str, str]:
    toned = {
        code: _toned(letter, tone)
        for letter, codes in _TCVN3_VOWELS.items()
        for code, tone in zip(codes, _TONES, strict=True)
    }
    return toned | _TCVN3_PLAIN


def _vni_table() -> dict[str, str]:
    """Return small letters first; capitals are written as the capitals of both signs."""
    table = dict(_VNI_ALONE)
    for letter, (tones, plain) in _VNI_MARKS.items():
        base = _VNI_BASE.get(letter, letter)
        if plain:
            table[base + plain] = letter
        table |= {base + code: _toned(letter, t) for code, t in zip(tones, _TONES, strict=True)}
    for letter, sign in _VNI_HOOKED.items():
        codes = "øûõùï" if letter != "y" else "øûõù"
        table |= {sign + code: _toned(letter, t) for code, t in zip(codes, _TONES, strict=False)}
    capitals = {code.upper(): letter.upper() for code, letter in table.items()}
    mixed = {code[0].upper() + code[1:]: letter.upper() for code, letter in table.items()}
    return mixed | capitals | table


TCVN3 = _tcvn3_table()
VNI = _vni_table()
_VNI_SIGNS = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
_TABLES = {Damage.TCVN3: TCVN3, Damage.VNI: VNI}


def to_unicode(text: str, encoding: Damage) -> str:
    """Return the text in composed Unicode.

    Raises:
        ValueError: not one of the encodings that can be turned back.
    """
    if encoding is Damage.TCVN3:
        return _raised("".join(TCVN3.get(letter, letter) for letter in text))
    if encoding is Damage.VNI:
        return _VNI_SIGNS.sub(lambda found: VNI[found.group()], text)
    if encoding is Damage.WINDOWS_1258:
        return unicodedata.normalize("NFC", text.encode("cp1252").decode("cp1258"))
    raise ValueError(encoding)


def _raised(text: str) -> str:
    return _CAPITALS_WITH_SMALL.sub(_raise_word, text)


def _raise_word(found: re.Match[str]) -> str:
    word = found.group()
    plain = [letter for letter in word if letter.isascii()]
    meant = len(word) > 1 and len(plain) > 0 and all(letter.isupper() for letter in plain)
    is_one_capital_first = len(plain) == 1 and word[0].isascii() and len(word) > 1
    return word.upper() if meant and not is_one_capital_first else word


def encoding_of(texts: Iterable[str]) -> Damage | None:
    """Return the old encoding that most suspicious texts are in, ``None`` without a suspicion."""
    counts = dict.fromkeys(_TABLES, 0)
    for text, times in Counter(texts).items():
        found = damage_in(text)
        if found in counts:
            counts[found] += times
    best = max(counts, key=lambda encoding: counts[encoding])
    return best if counts[best] else None


def is_certainly_unicode(text: str) -> bool:
    """Tell whether the text holds letters that neither old encoding can hold."""
    return bool(_CERTAINLY_UNICODE.search(text))


def may_be(text: str, encoding: Damage) -> bool:
    """Tell whether every letter beyond ASCII is one of the encoding's."""
    if encoding is Damage.WINDOWS_1258:
        return _is_of_bytes(text)
    high = [letter for letter in text if not letter.isascii()]
    signs = set("".join(_TABLES[encoding]))
    return bool(high) and all(letter in signs for letter in high)


def is_recognised(text: str, encoding: Damage) -> bool:
    """Tell whether the text is surely of this encoding, standing by itself."""
    return not is_certainly_unicode(text) and damage_in(text) is encoding


def _is_of_bytes(text: str) -> bool:
    """Tell whether the text is Windows-1252 whose bytes are Windows-1258 as well."""
    try:
        text.encode("cp1252").decode("cp1258")
    except UnicodeError:
        return False
    return not text.isascii()
