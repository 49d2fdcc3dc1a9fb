"""Pictures lose their metadata and nothing that is seen; bad ones are refused."""

import struct

import pytest
from django.test import TestCase
from hypothesis import given
from hypothesis import strategies as st

from bangvang.foundation.actor import Role
from bangvang.foundation.files import disk, keep, pictures
from bangvang.foundation.files.kinds import Broken, FileKind, kind_of
from bangvang.foundation.files.models import StoredFile
from bangvang.foundation.files.pictures import TooManyPoints, without_metadata
from bangvang.foundation.files.selectors import read
from bangvang.foundation.files.tests.pictures import (
    COMMENT,
    JPEG_WITH_GPS,
    MAKER,
    PNG,
    chunk,
    exif,
    png,
)
from bangvang.foundation.objection import Refused
from bangvang.foundation.tests.factories import AT, actor

JPEG = FileKind.JPEG
GPS_DEGREES = struct.pack(">II", 103, 1), struct.pack("<II", 103, 1)


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def with_segments(*more: bytes) -> bytes:
    clean = without_metadata(JPEG_WITH_GPS, JPEG)
    return clean[:2] + b"".join(more) + clean[2:]


def test_a_photograph_loses_place_maker_and_comment() -> None:
    assert any(degrees in JPEG_WITH_GPS for degrees in GPS_DEGREES)
    assert MAKER in JPEG_WITH_GPS
    assert COMMENT in JPEG_WITH_GPS

    clean = without_metadata(JPEG_WITH_GPS, JPEG)

    assert not any(degrees in clean for degrees in GPS_DEGREES)
    assert MAKER not in clean
    assert COMMENT not in clean
    assert kind_of(clean) is JPEG


def test_every_point_and_the_side_that_is_up_stay() -> None:
    clean = without_metadata(JPEG_WITH_GPS, JPEG)

    points = JPEG_WITH_GPS[JPEG_WITH_GPS.index(b"\xff\xc2") :]
    assert clean.endswith(points)
    assert clean.count(b"Exif\0\0MM\0*") == 1
    assert pictures._orientation(clean[clean.index(b"MM\0*") :]) == 6
    assert without_metadata(clean, JPEG) == clean


def test_what_is_hidden_behind_the_end_goes() -> None:
    clean = without_metadata(JPEG_WITH_GPS, JPEG)

    assert without_metadata(clean + b"GPS" + JPEG_WITH_GPS, JPEG) == clean
    assert without_metadata(PNG + b"GPS", FileKind.PNG) == PNG


def test_colours_stay_and_thumbnails_go() -> None:
    colours = segment(0xE2, b"ICC_PROFILE\0\x01\x01sRGB")
    adobe = segment(0xEE, b"Adobe\0\x64\0\0\0\0\0")
    thumbnail = segment(0xE0, b"JFIF\0\x01\x01\0\0\x48\0\x48\x01\x01abc")
    other = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0GPS"), segment(0xED, b"Photoshop GPS")

    clean = without_metadata(with_segments(thumbnail, colours, adobe, *other), JPEG)

    assert colours in clean
    assert adobe in clean
    assert b"abc" not in clean
    assert b"GPS" not in clean


def test_odd_bytes_between_segments_are_passed_over() -> None:
    odd = with_segments(b"\x00\x17", b"\xff\xff", b"\xff\x01", segment(0xFE, b"x"))

    assert without_metadata(odd, JPEG) == without_metadata(JPEG_WITH_GPS, JPEG)


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_png_loses_its_texts_and_keeps_its_side(order: str) -> None:
    texts = [chunk(name, b"GPS") for name in (b"tEXt", b"iTXt", b"zTXt", b"tIME", b"prVt")]
    colours = chunk(b"gAMA", b"\0\0\xb1\x8f")

    clean = without_metadata(png(*texts, colours, chunk(b"eXIf", exif(order))), FileKind.PNG)

    assert b"GPS" not in clean
    assert b"ABC" not in clean
    assert colours in clean
    assert clean.count(b"eXIf") == 1


@pytest.mark.parametrize(
    "metadata",
    [b"", b"II", b"XX*\0", exif("<")[:14], exif("<", orientation=9), exif(">", orientation=1),
     exif(">", kind=4)],
)  # fmt: skip
def test_metadata_that_says_no_side_leaves_the_picture_upright(metadata: bytes) -> None:
    assert without_metadata(png(chunk(b"eXIf", metadata)), FileKind.PNG) == PNG


@pytest.mark.parametrize(
    "content",
    [
        JPEG_WITH_GPS[:40],
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8" + segment(0xFE, b"x") + b"\xff\xd9",
        b"\xff\xd8\xff\xe1\xff\xff\xff\xd9",
        b"\xff\xd8\xff\xe1\x00\x01\xff\xd9",
        b"\xff\xd8\xff",
        b"\xff\xd8" + segment(0xDA, b"\x01") + b"points",
        b"\xff\xd8" + segment(0xDA, b"\x01") + b"points\xff\xd9",
        b"\xff\xd8" + segment(0xC0, b"\x08\0") + b"\xff\xd9",
    ],
)
def test_half_a_photograph_is_broken(content: bytes) -> None:
    with pytest.raises(Broken):
        without_metadata(content, JPEG)


@pytest.mark.parametrize(
    "content",
    [
        PNG[:30],
        PNG[:8],
        PNG[:8] + chunk(b"IEND", b""),
        PNG[:8] + chunk(b"IHDR", b"\0" * 4) + chunk(b"IEND", b""),
        PNG[:33] + chunk(b"IEND", b""),
        PNG[:33] + PNG[8:],
    ],
)
def test_half_a_png_is_broken(content: bytes) -> None:
    with pytest.raises(Broken):
        without_metadata(content, FileKind.PNG)


@pytest.mark.parametrize(("width", "height"), [(40_000, 1), (1, 40_000), (20_000, 20_000)])
def test_a_picture_that_unfolds_without_measure_is_refused(width: int, height: int) -> None:
    with pytest.raises(TooManyPoints):
        without_metadata(png(width=width, height=height), FileKind.PNG)


def test_other_files_stay_as_they_are() -> None:
    assert without_metadata(b"%PDF-1.7 GPS", FileKind.PDF) == b"%PDF-1.7 GPS"


@given(st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 255)), max_size=20))
def test_whatever_is_damaged_it_is_refused_or_clean(changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(JPEG_WITH_GPS)
    for at, value in changes:
        damaged[at % len(damaged)] = value

    try:
        clean = without_metadata(bytes(damaged), JPEG)
    except (Broken, TooManyPoints):
        return
    assert without_metadata(clean, JPEG) == clean


class KeptPictures(TestCase):
    """A picture comes in: what is kept, and what its fingerprint is of."""

    def kept(self, content: bytes) -> StoredFile:
        """Keep a picture."""
        return keep.keep(
            content,
            original_name="anh.jpg",
            actor=actor(Role.UNIT_OFFICER),
            at=AT,
            accept=frozenset({FileKind.JPEG, FileKind.PNG}),
        )

    def test_the_fingerprint_is_of_what_is_kept(self) -> None:
        """The content on the disk is the clean one."""
        stored, clean = self.kept(JPEG_WITH_GPS), without_metadata(JPEG_WITH_GPS, JPEG)

        assert read(stored.ref) == clean
        assert (stored.digest, stored.size_bytes) == (disk.fingerprint(clean), len(clean))

    def test_half_ones_and_huge_ones_are_refused_in_words(self) -> None:
        """Neither is kept."""
        with pytest.raises(Refused, match="bị hỏng"):
            self.kept(b"\xff\xd8\xff\xe0\x00\x04ab\xff\xd9")
        with pytest.raises(Refused, match="quá lớn"):
            self.kept(png(width=40_000))
