"""What a change of law is held against."""

from enum import StrEnum


class Side(StrEnum):
    """The whole register, or the dossiers that are open."""

    REGISTER = "REGISTER"
    DOSSIERS = "DOSSIERS"
