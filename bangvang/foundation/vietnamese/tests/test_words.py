"""What is found out word by word is what the whole text says."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bangvang.foundation.vietnamese import (
    damage,
    damage_in,
    fold,
    name_key,
    name_key_loose,
    name_keys,
    names,
    text,
    words,
)
from bangvang.foundation.vietnamese.text import tidy, without_marks

LETTERS = "aăâbcdđeêoôơuưyAĂÂBCDĐEÊOÔƠUƯY.,;/&-'?·µ¸¶«»©ª¬®§ÆÇËÎÏÐÑÖ×ØÜÞßåäëïûøöñŁΣσ\u212a\u0130"
TONES = "\u0300\u0301\u0303\u0309\u0323\u200b\u00a0\u2003\t\n"
TEXTS = st.one_of(
    st.text(st.sampled_from(f"{LETTERS}{TONES}     "), max_size=30),
    st.lists(
        st.sampled_from(
            ["Hoà", "hòa", "Lý", "Quy", "Thúy", "Đ/c", "Ông", "Đại tá", "V?n", "NguyÔn", "Maãu"]
        ),
        max_size=6,
    ).map(" ".join),
    st.text(max_size=20),
)


def whole_key(name: str) -> str:
    letters = unicodedata.normalize("NFD", names.without_titles(name).casefold())
    last = names._SYLLABLE.sub(lambda found: names._tone_last(found.group()), letters)
    return unicodedata.normalize("NFC", last)


@given(TEXTS)
def test_a_text_folds_word_by_word_as_a_whole(written: str) -> None:
    assert fold(written) == tidy(without_marks(tidy(written).lower()))


@given(TEXTS)
def test_the_keys_of_a_name_are_those_of_its_words(name: str) -> None:
    loose = fold(names.without_titles(name)).replace("y", "i")

    assert name_keys(name) == (name_key(name), name_key_loose(name)) == (whole_key(name), loose)


@given(TEXTS)
def test_damage_of_a_text_is_that_of_a_word(written: str) -> None:
    is_plain = written.isascii() and "?" not in written
    found = [kind for kind, pattern in damage._PATTERNS if pattern.search(written)]

    assert damage_in(written) == (None if is_plain or not found else found[0])


def test_no_more_is_kept_than_some_thousand_short_words() -> None:
    lengths = words.ByWord(len)

    assert [lengths["a" * words.LONGEST], lengths["a" * 1_000]] == [words.LONGEST, 1_000]
    assert len(lengths) == 1
    for number in range(words.KEPT + 1):
        assert lengths[str(number)] == len(str(number))
    assert len(lengths) <= words.KEPT
    assert len(text._PIECE_KEYS) <= words.KEPT
