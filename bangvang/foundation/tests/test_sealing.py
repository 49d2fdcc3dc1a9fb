"""Sealed texts open with their key, beside their word, and in no other way."""

import base64

import pytest

from bangvang.foundation.sealing import KeyMissing, NoSuchKeys, SealBroken, Seals, seals_of

OLD, NEW = "a" * 43, "b" * 43
SECRET = "099000000062"


def two() -> Seals:
    return seals_of(f"new:{NEW},old:{OLD}")


def test_a_sealed_text_opens_again_and_never_looks_the_same_twice() -> None:
    seals = two()

    first, second = (seals.seal(SECRET, bound_to="x") for _ in range(2))

    assert first != second
    assert seals.open(first, key_id="new", bound_to="x") == SECRET
    assert SECRET not in base64.b64decode(first).decode("latin-1")


def test_an_older_key_still_opens() -> None:
    sealed = seals_of(f"old:{OLD}").seal(SECRET, bound_to="x")

    assert two().open(sealed, key_id="old", bound_to="x") == SECRET


def test_moved_or_changed_it_does_not_open() -> None:
    seals = two()
    sealed = seals.seal(SECRET, bound_to="x")
    *head, last = base64.b64decode(sealed)
    changed = base64.b64encode(bytes([*head, last ^ 1])).decode()

    for text, key_id, bound_to in (
        (sealed, "new", "y"),
        (sealed, "old", "x"),
        (changed, "new", "x"),
        ("no base64!", "new", "x"),
        ("", "new", "x"),
    ):
        with pytest.raises(SealBroken):
            seals.open(text, key_id=key_id, bound_to=bound_to)


def test_a_key_that_was_taken_away_is_named() -> None:
    sealed = two().seal(SECRET, bound_to="x")

    with pytest.raises(KeyMissing, match="new"):
        seals_of(f"old:{OLD}").open(sealed, key_id="new", bound_to="x")


@pytest.mark.parametrize(
    "written",
    ["", ",", f"{OLD}", f":{OLD}", f"A:{OLD}", "old:short", f"old:{OLD},old:{NEW}", "old:!"],
)
def test_what_names_no_keys_is_refused_without_being_repeated(written: str) -> None:
    with pytest.raises(NoSuchKeys) as refused:
        seals_of(written)

    assert OLD not in str(refused.value)


def test_printing_shows_no_key() -> None:
    assert "aaa" not in repr(two())
    assert "bbb" not in repr(two())
