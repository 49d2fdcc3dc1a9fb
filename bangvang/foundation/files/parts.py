"""Files that are still coming in, piece by piece, beside the kept ones, not under the web root.

How much counts is said in the database, by whoever calls. What stands behind that in the file was
written by a machine that stopped, and is cut off before the next piece is written.
"""

import os
from pathlib import Path

from django.conf import settings

FOLDER = "coming-in"


def place_of(ref: str) -> Path:
    """Return where what came so far stands; the reference is one of ours."""
    return Path(settings.PRIVATE_FILES_ROOT) / FOLDER / ref


def write_piece(ref: str, offset: int, piece: bytes) -> None:
    """Put a piece behind the first `offset` bytes and force it to the disk."""
    place = place_of(ref)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(handle, "r+b") as file:
        file.truncate(offset)
        file.seek(offset)
        file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def read_whole(ref: str, size_bytes: int) -> bytes | None:
    """Return the file once all of it is there, None if it is not."""
    try:
        with place_of(ref).open("rb") as file:
            content = file.read(size_bytes + 1)
    except FileNotFoundError:
        return None
    return content if len(content) == size_bytes else None


def length_of(ref: str) -> int:
    """Return how many bytes are there."""
    place = place_of(ref)
    return place.stat().st_size if place.is_file() else 0


def lying_since(before: float) -> list[str]:
    """Return the references of what was last written before a moment, in seconds of the epoch."""
    folder = Path(settings.PRIVATE_FILES_ROOT) / FOLDER
    if not folder.is_dir():
        return []
    return [one.name for one in folder.iterdir() if one.stat().st_mtime < before]


def take_away(ref: str) -> None:
    """Take away what came; nothing happens if it is gone already."""
    place_of(ref).unlink(missing_ok=True)
