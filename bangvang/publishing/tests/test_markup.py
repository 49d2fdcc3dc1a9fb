"""Plain text becomes blocks, never HTML."""

from bangvang.publishing.markup import Block, BlockKind, blocks_of


def test_paragraphs_headings_and_lists_are_told_apart() -> None:
    body = "Mở đầu\ntiếp dòng.\n\n## Bỏ phiếu\nĐoạn hai.\n\n- một\n- hai\n\n1. đầu\n2. sau"

    assert blocks_of(body) == (
        Block(BlockKind.PARAGRAPH, text="Mở đầu tiếp dòng."),
        Block(BlockKind.HEADING, text="Bỏ phiếu", anchor="muc-1"),
        Block(BlockKind.PARAGRAPH, text="Đoạn hai."),
        Block(BlockKind.BULLETS, items=("một", "hai")),
        Block(BlockKind.NUMBERS, items=("đầu", "sau")),
    )


def test_two_headings_in_a_row_stay_two() -> None:
    assert blocks_of("## Một\n## Hai") == (
        Block(BlockKind.HEADING, text="Một", anchor="muc-1"),
        Block(BlockKind.HEADING, text="Hai", anchor="muc-2"),
    )


def test_lines_of_a_browser_end_like_any_others() -> None:
    assert blocks_of("Một\r\n\r\nHai\r\n- ba") == (
        Block(BlockKind.PARAGRAPH, text="Một"),
        Block(BlockKind.PARAGRAPH, text="Hai"),
        Block(BlockKind.BULLETS, items=("ba",)),
    )


def test_html_stays_text() -> None:
    assert blocks_of("<script>x</script>") == (
        Block(BlockKind.PARAGRAPH, text="<script>x</script>"),
    )


def test_nothing_becomes_no_block() -> None:
    assert blocks_of(" \n\n  \n") == ()


def test_a_year_at_the_beginning_of_a_line_is_no_list() -> None:
    assert blocks_of("2022. Năm ấy mưa nhiều.") == (
        Block(BlockKind.PARAGRAPH, text="2022. Năm ấy mưa nhiều."),
    )
