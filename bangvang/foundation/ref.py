"""Opaque references: what stands for a record in addresses, forms and the audit record."""

import secrets

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
REF_LENGTH = 14
_LETTERS = (ALPHABET * (256 // len(ALPHABET))).encode()
"""A letter for each byte; 32 divide 256, so that all are equally likely."""


def new_ref() -> str:
    """Return 14 random characters (about 69 bits) without look-alikes, safe in an address."""
    return secrets.token_bytes(REF_LENGTH).translate(_LETTERS).decode()
