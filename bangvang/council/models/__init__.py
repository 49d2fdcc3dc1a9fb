"""Records of the council: its seats and rules, sessions, ballots, counts, minutes."""

from bangvang.council.models.ballots import Ballot, BallotRow, PaperTaken
from bangvang.council.models.councils import (
    AbsentMode,
    Council,
    InvalidLine,
    PassMark,
    Regulation,
    Seat,
    SeatRole,
)
from bangvang.council.models.counts import Count, CountLine, WrittenLine, WrittenOpinion
from bangvang.council.models.minutes import Minutes, MinutesKind
from bangvang.council.models.resolutions import Resolution, ResolutionKind
from bangvang.council.models.sessions import (
    AgendaItem,
    AgendaKind,
    AgendaRow,
    Attendance,
    Presence,
    Session,
)

__all__ = [
    "AbsentMode",
    "AgendaItem",
    "AgendaKind",
    "AgendaRow",
    "Attendance",
    "Ballot",
    "BallotRow",
    "Council",
    "Count",
    "CountLine",
    "InvalidLine",
    "Minutes",
    "MinutesKind",
    "PaperTaken",
    "PassMark",
    "Presence",
    "Regulation",
    "Resolution",
    "ResolutionKind",
    "Seat",
    "SeatRole",
    "Session",
    "WrittenLine",
    "WrittenOpinion",
]
