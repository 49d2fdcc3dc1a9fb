"""Sealing a short secret text with a key that is kept elsewhere; AES-256-GCM of `cryptography`.

A seal is bound to a word: the same sealed text beside another word does not open. Keys have names,
so that new texts are sealed with the newest while older ones still open.
"""

from __future__ import annotations

import base64
import binascii
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_NONCE_BYTES = 12
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,19}")


class KeyMissing(Exception):
    """The key of this name was taken away while texts are still sealed with it."""


class SealBroken(Exception):
    """The sealed text was changed, moved to another row, or its key is not what it was."""


class NoSuchKeys(ValueError):
    """What should name keys does not; the sentence holds nothing of the keys."""


@dataclass(frozen=True)
class Seals:
    """Keys by name; `current` seals, all of them open. Printing it shows no key."""

    current: str
    _keys: Mapping[str, bytes]

    def __repr__(self) -> str:
        """Return the names of the keys."""
        return f"Seals(current={self.current!r}, names={sorted(self._keys)})"

    def seal(self, text: str, *, bound_to: str) -> str:
        """Return the text sealed with the current key, as ASCII."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        cipher = AESGCM(self._keys[self.current])
        closed = cipher.encrypt(nonce, text.encode(), _bond(self.current, bound_to))
        return base64.b64encode(nonce + closed).decode()

    def open(self, sealed: str, *, key_id: str, bound_to: str) -> str:
        """Return the text.

        Raises:
            KeyMissing: there is no key of this name any more.
            SealBroken: it does not open with that key beside that word.
        """
        key = self._keys.get(key_id)
        if key is None:
            raise KeyMissing(key_id)
        try:
            raw = base64.b64decode(sealed, validate=True)
            opened = AESGCM(key).decrypt(
                raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], _bond(key_id, bound_to)
            )
        except (InvalidTag, ValueError) as broken:
            raise SealBroken from broken
        return opened.decode()


def seals_of(written: str) -> Seals:
    """Read `name:key,name:key`, the current one first; a key is 32 bytes in URL-safe base64.

    Raises:
        NoSuchKeys: no key, a name that is none or comes twice, or a key of another length.
    """
    keys: dict[str, bytes] = {}
    for part in filter(None, (part.strip() for part in written.split(","))):
        name, _, key = part.partition(":")
        if not _NAME.fullmatch(name) or name in keys:
            raise NoSuchKeys("the name of a key is missing, used twice, or not of a-z, 0-9, -")
        keys[name] = _key(name, key)
    if not keys:
        raise NoSuchKeys("no key is named")
    return Seals(next(iter(keys)), keys)


def _key(name: str, key: str) -> bytes:
    try:
        raw = base64.b64decode(key + "=" * (-len(key) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != KEY_BYTES:
        raise NoSuchKeys(f"key {name!r} is not {KEY_BYTES} bytes in URL-safe base64")
    return raw


def _bond(key_id: str, bound_to: str) -> bytes:
    return f"bangvang-seal-1\0{key_id}\0{bound_to}".encode()
