"""A stand-in for a ClamAV daemon that answers one content with one sentence."""

import socket
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread


@contextmanager
def scanner(said: str, *, unix: bool = False) -> Iterator[tuple[str, list[bytes]]]:
    """Listen for one content; give where, and the list in which it is put."""
    seen: list[bytes] = []
    with tempfile.TemporaryDirectory() as folder, _socket(unix=unix) as listening:
        path = str(Path(folder) / "clamd.sock")
        listening.bind(path if unix else ("127.0.0.1", 0))
        listening.listen(1)
        address = f"unix://{path}" if unix else f"tcp://127.0.0.1:{listening.getsockname()[1]}"
        thread = Thread(target=_answer, args=(listening, said, seen))
        thread.start()
        yield address, seen
        thread.join()


def _socket(*, unix: bool) -> socket.socket:
    return socket.socket(socket.AF_UNIX if unix else socket.AF_INET)


def _answer(listening: socket.socket, said: str, seen: list[bytes]) -> None:
    connection, _ = listening.accept()
    with connection, connection.makefile("rb") as coming:
        coming.read(len(b"zINSTREAM\0"))
        content = b""
        while length := struct.unpack("!I", coming.read(4))[0]:
            content += coming.read(length)
        seen.append(content)
        connection.sendall(said.encode() + (b"\0" if said else b""))
