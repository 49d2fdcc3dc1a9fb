"""Opaque references: what stands for a record in addresses, forms and the audit record."""

import secrets

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
REF_LENGTH = 14


def new_ref() -> str:
    """Return 14 random characters (about 69 bits) without look-alikes, safe in an address."""
    return "".join(secrets.choice(ALPHABET) for _ in range(REF_LENGTH))
