"""The register of the database, for `check`; imported only when the models are ready."""

from collections.abc import Mapping, Sequence

from bangvang.appraisal.facts import record_of, roll_of
from bangvang.cli.registers import born_by
from bangvang.law import Between, Record, Texts
from bangvang.lawbook.selectors.texts import texts_in_use
from bangvang.registry.intake.known import collectives_known_as, known_as
from bangvang.registry.intake.matching import Asked, Known
from bangvang.registry.selectors.apart_alike import households_called
from bangvang.registry.selectors.collectives import collectives_named, histories_of_organisations
from bangvang.registry.selectors.people import (
    PersonHistory,
    digest_of_identity_number,
    histories_of,
    people_possibly_meant,
)
from bangvang.registry.selectors.rolls import RollBounds, rolls_bounded


class DatabaseRegister:
    """Everybody, every organisation and household whom a row of the list may mean."""

    def __init__(self) -> None:
        self._known: tuple[Known, ...] = ()
        self._histories: dict[str, PersonHistory] = {}
        self._collectives: tuple[str, ...] = ()
        self._rolls: dict[int, dict[str, RollBounds]] = {}

    def texts(self) -> Texts:
        """Return the entries as two people have confirmed them in this database."""
        return texts_in_use()

    def token(self, identity_number: str) -> str:
        """Return the keyed digest under which the register keeps the number."""
        return digest_of_identity_number(identity_number)

    def prepare(self, names: Sequence[str], tokens: Sequence[str]) -> None:
        """Read everybody near and their histories, in a fixed number of queries."""
        people = people_possibly_meant(names, tokens)
        bodies = collectives_named(names)
        self._collectives = tuple(body.ref for body in bodies)
        homes = households_called(names)
        self._known = (*known_as(people), *collectives_known_as([*bodies, *homes]))
        self._histories = histories_of(person.ref for person in people)
        refs = (*self._collectives, *(home.ref for home in homes))
        self._histories |= histories_of_organisations(refs)

    def candidates(self) -> Sequence[Known]:
        """Return everybody read."""
        return self._known

    def record(self, asked: Asked, key: str | None, /) -> Record:
        """Return the linked record; of somebody new nothing is known but what the list writes."""
        if key is None:
            return record_of(PersonHistory(born=born_by(asked)))
        return record_of(self._histories[key])

    def roll(self, key: str, year: int, /) -> Mapping[str, Between]:
        """Return what the register knows of a collective's members; read once a year asked."""
        if year not in self._rolls:
            self._rolls[year] = rolls_bounded(self._collectives, year)
        return roll_of(self._rolls[year].get(key, RollBounds()))
