"""Read an article's plain text: paragraphs, "## " headings, "- " and "1. " lists; nothing else.

The text becomes blocks of plain strings and a template draws them, so that nothing an editor types
is ever HTML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

HEADING = "## "
BULLET = "- "
_NUMBERED = re.compile(r"\d{1,2}\. ")
_BLANK = re.compile(r"\n\s*\n")


class BlockKind(StrEnum):
    """What a block is drawn as."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLETS = "bullets"
    NUMBERS = "numbers"


@dataclass(frozen=True)
class Block:
    """One block: `text` of a paragraph or heading, `items` of a list, `anchor` of a heading."""

    kind: BlockKind
    text: str = ""
    items: tuple[str, ...] = ()
    anchor: str = ""


def blocks_of(body: str) -> tuple[Block, ...]:
    """Return the blocks in their order; headings are numbered `muc-1`, `muc-2`, … as anchors."""
    blocks: list[Block] = []
    headings = 0
    for kind, lines in _runs(body):
        if kind is BlockKind.HEADING:
            headings += 1
            blocks.append(Block(kind, text=lines[0], anchor=f"muc-{headings}"))
        elif kind is BlockKind.PARAGRAPH:
            blocks.append(Block(kind, text=" ".join(lines)))
        else:
            blocks.append(Block(kind, items=tuple(lines)))
    return tuple(blocks)


def _runs(body: str) -> Iterator[tuple[BlockKind, list[str]]]:
    """Yield stretches of lines of one kind; a blank line or a change of kind ends a stretch."""
    for part in _BLANK.split(body.replace("\r\n", "\n").strip()):
        kept: list[str] = []
        kept_kind = BlockKind.PARAGRAPH
        for line in filter(None, map(str.strip, part.split("\n"))):
            kind, words = _line(line)
            if kept and (kind is not kept_kind or kind is BlockKind.HEADING):
                yield kept_kind, kept
                kept = []
            kept_kind = kind
            kept.append(words)
        if kept:
            yield kept_kind, kept


def _line(line: str) -> tuple[BlockKind, str]:
    if line.startswith(HEADING):
        return BlockKind.HEADING, line.removeprefix(HEADING).strip()
    if line.startswith(BULLET):
        return BlockKind.BULLETS, line.removeprefix(BULLET).strip()
    if numbered := _NUMBERED.match(line):
        return BlockKind.NUMBERS, line[numbered.end() :].strip()
    return BlockKind.PARAGRAPH, line
