"""Pictures without what a camera writes into them: place, maker, moment, thumbnail.

Nothing is decoded and nothing is compressed again: a signed paper that comes as a picture keeps
every point of it, and a hostile picture never reaches a decoder here. What describes how the points
are shown stays (colours, size on paper, which side is up); everything else goes, also what is
hidden behind the picture's end.

Formats: JPEG, ITU-T T.81 annex B, with JFIF, Exif and ICC segments; PNG, W3C 2nd edition.
"""

import struct
import zlib
from collections.abc import Iterator

from bangvang.foundation.files.kinds import Broken, FileKind

STRIPPED = "Ảnh được bỏ vị trí chụp (GPS) và thông tin máy chụp trước khi lưu."
"""What a page says beside a field that takes pictures."""
MOST_POINTS = 100_000_000
LONGEST_SIDE = 30_000
EOI, SOS, ORIENTATION = 0xD9, 0xDA, 0x0112
ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
APPLICATION = range(0xE0, 0xF0)
COMMENT = 0xFE
PNG_OPENING = b"\x89PNG\r\n\x1a\n"
PNG_SHOWN = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
     b"bKGD", b"pHYs"}
)  # fmt: skip
UPRIGHT = 1


class TooManyPoints(Exception):
    """The picture claims to be larger than a page or a photograph is."""


def without_metadata(content: bytes, kind: FileKind) -> bytes:
    """Return a picture as it looks, without its metadata; any other file as it is.

    Raises:
        Broken: no whole picture of the kind.
        TooManyPoints: more points, or a longer side, than is kept.
    """
    if kind is FileKind.JPEG:
        return _jpeg(content)
    return _png(content) if kind is FileKind.PNG else content


def _jpeg(content: bytes) -> bytes:
    kept, sideways, has_points = [b"\xff\xd8"], UPRIGHT, False
    for marker, body in _segments(content):
        if marker in FRAMES:
            _check_size(*reversed(_unpacked(">HH", body[1:5])))
            has_points = True
        if marker in APPLICATION or marker == COMMENT:
            if marker == 0xE1 and body.startswith(b"Exif\0\0"):
                sideways = _orientation(body[6:])
            body = _shown(marker, body)
            if not body:
                continue
        kept.append(_segment(marker, body))
    if not has_points:
        raise Broken
    if sideways != UPRIGHT:
        kept.insert(1, _segment(0xE1, b"Exif\0\0" + _only_orientation(sideways)))
    return b"".join([*kept, b"\xff\xd9"])


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield marker and body of each segment up to the end of the picture.

    The points follow the body of their segment and are yielded with marker 0.
    """
    at, had_scan = 2, False
    while True:
        marker, at = _marker(content, at)
        if marker == EOI:
            if not had_scan:
                raise Broken
            return
        if marker in ALONE:
            continue
        (length,) = _unpacked(">H", content[at : at + 2])
        end = at + length
        if length < 2 or end > len(content):
            raise Broken
        yield marker, content[at + 2 : end]
        at = end
        if marker == SOS:
            had_scan, at = True, _end_of_points(content, end)
            yield 0, content[end:at]


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """Return the next marker and where it ends; what stands before it is no part of the picture."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise Broken
        at += 1
        if content[at] not in (0, 0xFF):
            return content[at], at + 1


def _end_of_points(content: bytes, at: int) -> int:
    """Return where the next marker stands that is no part of the points."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise Broken
        after = content[at + 1]
        if after not in (0, 0xFF) and after not in ALONE:
            return at
        at += 1 if after == 0xFF else 2


def _segment(marker: int, body: bytes) -> bytes:
    if marker == 0:
        return body
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def _shown(marker: int, body: bytes) -> bytes:
    """Return as much of an application's segment as says how the points are shown."""
    if marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 14:
        return body[:12] + b"\0\0"  # without a thumbnail
    if marker == 0xE2 and body.startswith(b"ICC_PROFILE\0"):
        return body
    return body if marker == 0xEE and body.startswith(b"Adobe") else b""


def _png(content: bytes) -> bytes:
    kept, sideways, has_points = [PNG_OPENING], UPRIGHT, False
    for name, body, whole in _chunks(content):
        if (len(kept) == 1) != (name == b"IHDR"):
            raise Broken
        if name == b"IHDR":
            _check_size(*_unpacked(">II", body[:8]))
        elif name == b"eXIf":
            sideways = _orientation(body)
        has_points = has_points or name == b"IDAT"
        if name in PNG_SHOWN:
            kept.append(whole)
    if not has_points:
        raise Broken
    if sideways != UPRIGHT:
        kept.insert(2, _chunk(b"eXIf", _only_orientation(sideways)))
    return b"".join(kept)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield name, body and the whole of each chunk, the last of the picture included."""
    at, name = len(PNG_OPENING), b""
    while name != b"IEND":
        (length,) = _unpacked(">I", content[at : at + 4])
        end = at + 12 + length
        if end > len(content):
            raise Broken
        name = content[at + 4 : at + 8]
        yield name, content[at + 8 : end - 4], content[at:end]
        at = end


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _check_size(width: int, height: int) -> None:
    if max(width, height) > LONGEST_SIDE or width * height > MOST_POINTS:
        raise TooManyPoints


def _orientation(tiff: bytes) -> int:
    """Return which side is up, 1 to 8; upright where the metadata cannot be read."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    try:
        if order is None:
            return UPRIGHT
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for entry in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * entry)
            if (tag, kind) == (ORIENTATION, 3):
                return int(value) if value in range(1, 9) else UPRIGHT
    except struct.error:
        return UPRIGHT
    return UPRIGHT


def _only_orientation(value: int) -> bytes:
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, value, 0, 0)


def _unpacked(form: str, data: bytes) -> tuple[int, ...]:
    try:
        return struct.unpack(form, data)
    except struct.error as error:
        raise Broken from error
