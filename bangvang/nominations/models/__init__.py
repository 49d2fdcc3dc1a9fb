"""Records of nominating: rounds, uploads, lists, rows, and their papers."""

from bangvang.nominations.models.batches import Batch, Upload
from bangvang.nominations.models.nominations import Nomination
from bangvang.nominations.models.papers import Attachment, MissingPaper
from bangvang.nominations.models.rounds import IntakeDay, Round
from bangvang.nominations.models.stated import StatedFact

__all__ = [
    "Attachment",
    "Batch",
    "IntakeDay",
    "MissingPaper",
    "Nomination",
    "Round",
    "StatedFact",
    "Upload",
]
