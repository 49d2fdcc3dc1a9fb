"""Keys of a machine that nobody configured: made once, kept in a file only its owner can read."""

import os
import secrets
from pathlib import Path


def kept_key(folder: Path, name: str) -> str:
    """Return the key in `folder/name`, making it on the first call."""
    return _kept(folder, name, secrets.token_urlsafe(48))


def kept_seal(folder: Path, name: str) -> str:
    """Return the sealing key in `folder/name` as `dev:key`, making it on the first call."""
    return _kept(folder, name, f"dev:{secrets.token_urlsafe(32)}")


def _kept(folder: Path, name: str, fresh: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(fresh)
    return path.read_text(encoding="ascii").strip()
