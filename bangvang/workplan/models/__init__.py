"""Records of the work plan."""

from bangvang.workplan.models.tasks import Task

__all__ = ["Task"]
