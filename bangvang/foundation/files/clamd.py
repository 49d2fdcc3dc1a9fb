"""Asking a ClamAV daemon (clamd) whether a content carries malware, by its INSTREAM command.

Protocol: https://docs.clamav.net (clamd); the content goes in pieces, each after its length in four
bytes, and a piece of length nought ends it. Nothing is written where the daemon runs.
"""

import socket
import struct
from urllib.parse import urlsplit

PIECE = 64 * 1024
PATIENCE_S = 60
CLEAN = "OK"
FOUND = " FOUND"
LONGEST_ANSWER = 4096


class ScannerAway(Exception):
    """The daemon does not answer, or not as it should; asking again later may help."""


def malware_in(content: bytes, *, address: str) -> str:
    """Return what malware the daemon names, or nothing where it finds none.

    Args:
        content: what to look at.
        address: `tcp://host:port` or `unix:///path/of/the.sock`.

    Raises:
        ScannerAway: no answer, or one that says neither.
    """
    try:
        with _connected(address) as daemon:
            daemon.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), PIECE):
                piece = content[start : start + PIECE]
                daemon.sendall(struct.pack("!I", len(piece)) + piece)
            daemon.sendall(struct.pack("!I", 0))
            answer = _answer(daemon)
    except OSError as error:
        raise ScannerAway(type(error).__name__) from error
    said = answer.removeprefix("stream: ")
    if said == CLEAN:
        return ""
    if said.endswith(FOUND):
        return said.removesuffix(FOUND)
    raise ScannerAway("an answer that says neither")


def _connected(address: str) -> socket.socket:
    at = urlsplit(address)
    if at.scheme == "unix":
        daemon = socket.socket(socket.AF_UNIX)
        try:
            daemon.settimeout(PATIENCE_S)
            daemon.connect(at.path)
        except OSError:
            daemon.close()
            raise
        return daemon
    return socket.create_connection((at.hostname or "", at.port or 3310), timeout=PATIENCE_S)


def _answer(daemon: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < LONGEST_ANSWER:
        piece = daemon.recv(LONGEST_ANSWER)
        if not piece:
            break
        said += piece
    return said.rstrip(b"\0").decode("utf-8", "replace").strip()
