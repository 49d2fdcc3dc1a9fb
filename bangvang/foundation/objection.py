"""Why an act may not be done now: the words that grey a button and refuse an action alike."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Objection:
    """A stable code and one Vietnamese sentence for the person who wanted to act."""

    code: str
    sentence: str


class Refused(Exception):
    """An act that was foreseen and is not allowed now."""

    def __init__(self, objection: Objection) -> None:
        """Keep the objection; its sentence is the message."""
        super().__init__(objection.sentence)
        self.objection = objection


class Unseen(Exception):
    """There is no such thing for this actor: it does not exist or is not theirs to see."""


def refuse_if(objection: Objection | None) -> None:
    """Raise `Refused` when there is an objection."""
    if objection is not None:
        raise Refused(objection)
