"""Records of nominating: rounds, uploads, lists, rows, their papers, discoveries."""

from bangvang.nominations.models.batches import Batch, Upload
from bangvang.nominations.models.coming_in import ComingIn
from bangvang.nominations.models.discoveries import Discovery, Reporter
from bangvang.nominations.models.nominations import Nomination
from bangvang.nominations.models.papers import Attachment, MissingPaper
from bangvang.nominations.models.registrations import (
    RegisteredTitle,
    Registration,
    RegistrationYear,
)
from bangvang.nominations.models.remarks import Remark, Returned
from bangvang.nominations.models.reports import Report, ReportReading, WrittenPart
from bangvang.nominations.models.rounds import IntakeDay, Round
from bangvang.nominations.models.routes import Route
from bangvang.nominations.models.secret_files import SecretFile
from bangvang.nominations.models.stated import StatedFact
from bangvang.nominations.models.submission_letters import SubmissionLetter

__all__ = [
    "Attachment",
    "Batch",
    "ComingIn",
    "Discovery",
    "IntakeDay",
    "MissingPaper",
    "Nomination",
    "RegisteredTitle",
    "Registration",
    "RegistrationYear",
    "Remark",
    "Report",
    "ReportReading",
    "Reporter",
    "Returned",
    "Round",
    "Route",
    "SecretFile",
    "StatedFact",
    "SubmissionLetter",
    "Upload",
    "WrittenPart",
]
