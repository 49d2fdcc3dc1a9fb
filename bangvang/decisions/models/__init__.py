"""Records of deciding: papers, their lines, and the answers of higher authorities."""

from bangvang.decisions.models.answers import Answer, AnswerLine
from bangvang.decisions.models.decisions import Decision
from bangvang.decisions.models.lines import Line

__all__ = ["Answer", "AnswerLine", "Decision", "Line"]
