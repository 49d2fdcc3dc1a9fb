"""Notice text that was saved in an old Vietnamese encoding, or broken on the way."""

import re
from enum import StrEnum

from bangvang.foundation.vietnamese.words import ByWord


class Damage(StrEnum):
    """What is wrong with a text; the value is how an official calls it."""

    TCVN3 = "bảng mã TCVN3 (ABC, phông .VnTime)"
    VNI = "bảng mã VNI (phông VNI-Times)"
    WINDOWS_1258 = "bảng mã Windows-1258"
    MOJIBAKE = "chữ UTF-8 bị mở sai bảng mã"
    LOST = "chữ đã mất dấu không khôi phục được"


_TCVN3 = re.compile(
    r"[A-Za-zÀ-ỹ][µ¸¶¹¨¾¼½]"
    r"|[a-z][·ÆÇËÎÏÐÑÖ×ØÜÞßÔÊÈÉÌÒÓÕÙ](?![A-ZÀ-Ý]{2})"
    r"|[A-Za-z][«»][a-z]|[©ª¬®§][A-Za-zÀ-ỹ]"
)
_VNI = re.compile(
    r"[aeouyôö][øûïåäüë]"
    r"|a[âàáãêèéõùú]|e[âàáãùõ]|o[âùõ]|[uy][ùõ]"
    r"|öô|ö\b|\bñ[aeiouyôö]",
    re.IGNORECASE,
)
_MOJIBAKE = re.compile(r"á[º»]|Ã[\u0080-\u00bf]|Ä[\u0080-\u0091‘]|Æ[°¡]|â€")
_LOST = re.compile(r"\ufffd|[^\W\d_]\?+[^\W\d_]|\?{2,}[^\W\d_]")


def damage_in(text: str) -> Damage | None:
    """Return what seems to have happened to the text, or ``None`` if it reads as it should.

    A suspicion for a person to look at: nothing here converts text.
    """
    if text.isascii() and "?" not in text:
        return None
    found = {_DAMAGES[word] for word in text.split(" ")}
    return next(filter(found.__contains__, _ORDER), None)


def _damage_in_word(word: str) -> Damage | None:
    """None of the patterns has a space in it, and all take one for the end of the text."""
    return next((damage for damage, pattern in _PATTERNS if pattern.search(word)), None)


_DAMAGES = ByWord(_damage_in_word)
_PATTERNS = (
    (Damage.LOST, _LOST),
    (Damage.MOJIBAKE, _MOJIBAKE),
    (Damage.TCVN3, _TCVN3),
    (Damage.VNI, _VNI),
)
_ORDER = [damage for damage, _ in _PATTERNS]
