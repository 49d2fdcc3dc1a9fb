"""The register of the database, for `check`; imported only when the models are ready."""

from collections.abc import Sequence

from bangvang.appraisal.facts import record_of
from bangvang.law import Record, Texts
from bangvang.lawbook.selectors.texts import texts_in_use
from bangvang.registry.intake.known import known_as
from bangvang.registry.intake.matching import Asked, Known
from bangvang.registry.selectors.people import (
    PersonHistory,
    digest_of_identity_number,
    histories_of,
    people_possibly_meant,
)


class DatabaseRegister:
    """Everybody in the register whom somebody of the list may mean."""

    def __init__(self) -> None:
        self._known: tuple[Known, ...] = ()
        self._histories: dict[str, PersonHistory] = {}

    def texts(self) -> Texts:
        """Return the entries as two people have confirmed them in this database."""
        return texts_in_use()

    def token(self, identity_number: str) -> str:
        """Return the keyed digest under which the register keeps the number."""
        return digest_of_identity_number(identity_number)

    def prepare(self, names: Sequence[str], tokens: Sequence[str]) -> None:
        """Read everybody near and their histories, in a fixed number of queries."""
        people = people_possibly_meant(names, tokens)
        self._known = known_as(people)
        self._histories = histories_of(person.ref for person in people)

    def candidates(self) -> Sequence[Known]:
        """Return everybody read."""
        return self._known

    def record(self, _asked: Asked, key: str | None, /) -> Record:
        """Return the linked person's record; of somebody new nothing is known."""
        return record_of(self._histories[key] if key else PersonHistory())
