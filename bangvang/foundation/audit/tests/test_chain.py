"""The chain by itself: what breaks it, and what an anchor finds."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bangvang.foundation.audit.chain import START, Anchor, Written, digest_of, first_break

AT = datetime(2026, 9, 14, 1, 2, 3, tzinfo=UTC)


def chain(length: int, *, said: str = "Nộp danh sách.") -> list[Written]:
    entries: list[Written] = []
    previous = START
    for seq in range(1, length + 1):
        entry = Written(
            seq, AT, AT, "LIVE", "a", "Lù Văn Suối", "thư ký", "Sở", "submit", "batch", "b",
            f"{said} {seq}", {"n": seq}, previous,
        )  # fmt: skip
        entry = replace(entry, digest=digest_of(entry))
        entries.append(entry)
        previous = entry.digest
    return entries


def test_an_untouched_chain_is_whole() -> None:
    assert first_break(chain(5)) is None


def test_an_empty_chain_is_whole() -> None:
    assert first_break([]) is None


@given(
    index=st.integers(0, 4),
    change=st.sampled_from(
        [
            {"said": "Khác."},
            {"actor_name": "Người khác"},
            {"details": {"n": 99}},
            {"happened_at": datetime(2020, 1, 1, tzinfo=UTC)},
            {"recorded_at": datetime(2020, 1, 1, tzinfo=UTC)},
            {"origin": "REPLAY"},
            {"verb": "withdraw"},
            {"subject_ref": "c"},
        ]
    ),
)
def test_every_changed_field_is_found_where_it_is(index: int, change: dict[str, object]) -> None:
    entries = chain(5)
    entries[index] = replace(entries[index], **change)  # type: ignore[arg-type]  # fields by name

    broken = first_break(entries)

    assert broken is not None
    assert (broken.seq, broken.why) == (index + 1, "nội dung đã khác lúc ghi")


def test_a_change_with_its_own_digest_made_anew_breaks_the_next_link() -> None:
    entries = chain(3)
    forged = replace(entries[1], said="Khác.")
    entries[1] = replace(forged, digest=digest_of(forged))

    broken = first_break(entries)

    assert broken is not None
    assert (broken.seq, broken.why) == (3, "không nối với mục đứng trước")


def test_a_removed_entry_is_found() -> None:
    entries = chain(4)
    del entries[1]

    broken = first_break(entries)

    assert broken is not None
    assert broken.seq == 2
    assert "số thứ tự" in broken.why


def test_a_chain_rewritten_from_its_start_is_found_only_by_an_anchor() -> None:
    honest, rewritten = chain(4), chain(4, said="Viết lại.")
    anchor = Anchor(3, honest[2].digest[:16])

    assert first_break(rewritten) is None
    broken = first_break(rewritten, [anchor])

    assert broken is not None
    assert (broken.seq, broken.why) == (3, "khác với dấu mốc in trên giấy")


def test_a_chain_cut_off_behind_an_anchor_is_found() -> None:
    honest = chain(4)

    broken = first_break(honest[:2], [Anchor(3, honest[2].digest)])

    assert broken is not None
    assert broken.seq == 3


@pytest.mark.parametrize("length", [8, 16, 64])
def test_an_anchor_may_be_shortened(length: int) -> None:
    honest = chain(4)

    assert first_break(honest, [Anchor(4, honest[3].digest[:length].upper())]) is None
