"""Invented pictures for tests: small, whole, with what a camera writes into them."""

import base64
import struct
import zlib

MAKER, COMMENT = b"MAYANH", b"Nha cua toi"

JPEG_WITH_GPS = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/4QCoRXhpZgAATU0AKgAAAAgAAwEPAAIAAAAHAAAAMgESAAMAAAABAAYAAIglAA"
    "QAAAABAAAAOgAAAABNQVlBTkgAAAAEAAEAAgAAAAJOAAAAAAIABQAAAAMAAABwAAMAAgAAAAJFAAAAAAQABQAAAAMA"
    "AACIAAAAAAAAABYAAAABAAAAHQAAAAEAAAAIAAAAAQAAAGcAAAABAAAAOgAAAAEAAAAPAAAAAf/+AA1OaGEgY3VhIH"
    "Rvaf/bAEMAFA4PEg8NFBIQEhcVFBgeMiEeHBwePSwuJDJJQExLR0BGRVBac2JQVW1WRUZkiGVtd3uBgoFOYI2XjH2W"
    "c36BfP/bAEMBFRcXHhoeOyEhO3xTRlN8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fH"
    "x8fHx8fP/CABEIABAAGAMBIgACEQEDEQH/xAAXAAADAQAAAAAAAAAAAAAAAAAAAwQF/8QAFwEAAwEAAAAAAAAAAAAA"
    "AAAAAQIDBP/aAAwDAQACEAMQAAABz21MCTFxLb//xAAWEAADAAAAAAAAAAAAAAAAAAAAAQL/2gAIAQEAAQUCUikUik"
    "Uik//EABYRAQEBAAAAAAAAAAAAAAAAAAMAAv/aAAgBAwEBPwE1srf/xAAXEQEAAwAAAAAAAAAAAAAAAAAAAQMT/9oA"
    "CAECAQE/AZsaP//EABQQAQAAAAAAAAAAAAAAAAAAACD/2gAIAQEABj8CX//EABQQAQAAAAAAAAAAAAAAAAAAACD/2g"
    "AIAQEAAT8hSqv/2gAMAwEAAgADAAAAENPv/8QAFREBAQAAAAAAAAAAAAAAAAAAACH/2gAIAQMBAT8QEH//xAAWEQEB"
    "AQAAAAAAAAAAAAAAAAAAASH/2gAIAQIBAT8QV0//xAAVEAEBAAAAAAAAAAAAAAAAAAAAYf/aAAgBAQABPxCKKKKKL/"
    "/Z"
)
"""24 by 16 points, progressive, turned (6); place, maker and a comment in its metadata."""


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(*more: bytes, width: int = 2, height: int = 2) -> bytes:
    """Return a grey PNG, with more chunks before its points."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    points = chunk(b"IDAT", zlib.compress(b"\0\x40\x80" * 2))
    return b"".join((b"\x89PNG\r\n\x1a\n", head, *more, points, chunk(b"IEND", b"")))


PNG = png()


def exif(order: str, *, orientation: int = 6, kind: int = 3) -> bytes:
    """Return metadata in one byte order: a maker and which side is up."""
    begin = {"<": b"II*\0", ">": b"MM\0*"}[order]
    maker = struct.pack(f"{order}HHI4s", 0x010F, 2, 4, b"ABC\0")
    side = struct.pack(f"{order}HHIHH", 0x0112, kind, 1, orientation, 0)
    return begin + struct.pack(f"{order}IH", 8, 2) + maker + side + b"\0\0\0\0"
