"""Contents on the disk, named by their fingerprint.

A content is written aside, forced to the disk and then renamed, so that a machine that stops
leaves at most a file nobody refers to, never a half one under a fingerprint.
"""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


def fingerprint(content: bytes) -> str:
    """Return the SHA-256 of the content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def place_of(digest: str) -> Path:
    """Return where the content with this fingerprint stands, outside the web root."""
    return Path(settings.PRIVATE_FILES_ROOT) / digest[:2] / digest[2:4] / digest


def write(content: bytes) -> str:
    """Keep the content and return its fingerprint; a damaged earlier copy is replaced."""
    digest = fingerprint(content)
    place = place_of(digest)
    if place.is_file() and fingerprint(place.read_bytes()) == digest:
        return digest
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, aside = tempfile.mkstemp(dir=place.parent, prefix=".aside-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).replace(place)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise
    _force_name_to_disk(place.parent)
    return digest


def take_away(digest: str) -> None:
    """Take the content away for good; nothing happens if it is gone already."""
    place = place_of(digest)
    if place.is_file():
        place.unlink()
        _force_name_to_disk(place.parent)


def turn_of(digest: str) -> int:
    """Return the turn in which one content is kept or taken away, never both at once."""
    return int(digest[:15], 16)


def _force_name_to_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
