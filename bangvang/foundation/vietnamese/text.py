"""Bring text into one form, so that it can be compared, searched and sorted."""

import re
import unicodedata

from bangvang.foundation.vietnamese.words import ByWord

TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of the dictionary

_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_DASHES = dict.fromkeys(
    map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-"
)
_DASH = re.compile(f"[{''.join(map(chr, _DASHES))}]")
_ALPHABET = {
    letter: f"{code}" for code, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=10)
}
_WORD = re.compile(r"[^\W\d_]{2}")
_PIECE = re.compile(r"[0-9]+|[^\W\d_]+")
_NUMBER = "09"  # after every end of a syllable (00-05), before every letter (10 and up)
_STRANGE = "99"


class _Bare(dict[int, str]):
    """Each letter without its marks; found once and kept for those of European alphabets."""

    KEPT = 0x2000

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFD", _STROKES.get(chr(code), chr(code)))
        bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
        if code < self.KEPT:
            self[code] = bare
        return bare


_STROKES = {"đ": "d", "Đ": "D"}
_BARE = _Bare()


def tidy(text: str) -> str:
    """Return the text composed (NFC), on one line, with plain spaces and plain hyphens.

    Invisible characters (zero-width, direction marks, control characters) are dropped.
    """
    if not text.isprintable():
        text = "".join(
            " " if letter.isspace() else letter
            for letter in text
            if letter.isspace() or unicodedata.category(letter) not in _INVISIBLE
        )
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if _DASH.search(text):
            text = text.translate(_DASHES)
    return " ".join(text.split())


def without_marks(text: str) -> str:
    """Return the text without tone marks, hats, hooks and the bar of đ; case is kept."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_BARE))


def fold(text: str) -> str:
    """Return the key for searching: lower case, no marks, đ as d. Both hoà and hòa give hoa."""
    return fold_tidy(tidy(text))


def fold_tidy(text: str) -> str:
    """Return the same key of a text that is tidy already."""
    words = text.lower().split(" ")
    return " ".join([bare for word in words if (bare := _BARE_WORDS[word])])


_BARE_WORDS = ByWord(lambda word: tidy(without_marks(word)))


def text_sort_key(text: str) -> str:
    """Return a key of digits only, whose plain order is that of the Vietnamese alphabet.

    Letters before tones within a syllable, syllable by syllable; numbers by value. Digits sort
    alike under every collation of every database.
    """
    return "".join(map(_PIECE_KEYS.__getitem__, _PIECE.findall(tidy(text).lower())))


def _piece_key(piece: str) -> str:
    if piece.isdecimal():
        digits = piece.lstrip("0")
        return f"{_NUMBER}{min(len(digits), 99):02d}{digits}"
    letters, tone = [], 0
    for mark in unicodedata.normalize("NFD", piece):
        if mark in TONES:
            tone = TONES.index(mark) + 1
        else:
            letters.append(mark)
    base = unicodedata.normalize("NFC", "".join(letters))
    return "".join(map(_letter_key, base)) + f"0{tone}"


_PIECE_KEYS = ByWord(_piece_key)


def _letter_key(letter: str) -> str:
    return _ALPHABET.get(letter) or _ALPHABET.get(
        without_marks(letter), f"{_STRANGE}{ord(letter):07d}"
    )


def odd_character(text: str) -> str | None:
    """Return the first character that an official paper's font cannot print, None if there is none.

    Printable are Latin letters with every Vietnamese mark, digits, and the punctuation of texts.
    """
    return next((letter for letter in text if not _PRINTABLE.match(letter)), None)


_PRINTABLE = re.compile(
    "[\n\t\u0020-\u007e\u00a0-\u024f\u0300-\u0309\u0323\u1e00-\u1eff\u2010-\u2026\u2030-\u203a\u20ab\u2116\u2212]"
)


def in_words(text: str) -> bool:
    """Tell whether a text holds a word at all: a dot or a lone sign is no reason for anything."""
    return _WORD.search(text) is not None
