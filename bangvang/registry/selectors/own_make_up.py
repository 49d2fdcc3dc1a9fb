"""Who is among some of a unit's people, as counts: leaders, direct workers, ethnic minorities.

Class and ethnic group of a single person are the standing office's to read. A unit's head reads
how many there are, of the own people only, and no number that would tell of one of a few.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from bangvang.foundation.actor import Actor
from bangvang.foundation.vietnamese import fold
from bangvang.registry.models import Posting
from bangvang.registry.models.postings import SubjectClass
from bangvang.registry.selectors.own_people import visible_to
from bangvang.registry.selectors.postings import standing_on

FEWEST_TOLD = 5
"""Of fewer people nothing is told: the number would say what the office keeps of each."""

MAJORITY = frozenset({"kinh", "viet"})
DIRECT = frozenset({SubjectClass.WORKER, SubjectClass.FARMER, SubjectClass.LABOURER})


@dataclass(frozen=True)
class Part:
    """How many of some people are something; of `unknown` nobody has recorded it.

    `count` is None where too few are known to tell.
    """

    count: int | None
    known: int
    unknown: int


@dataclass(frozen=True)
class MakeUp:
    """The parts of some people by what the register says of them on a day."""

    leaders: Part
    direct: Part
    minority: Part


def own_make_up(actor: Actor, person_refs: Collection[str], *, asked: int, on: date) -> MakeUp:
    """Return the parts among `asked` people, of whom the register knows those references.

    Who is not in the actor's unit counts as unknown, as does whoever several classes are
    recorded of.
    """
    people = visible_to(actor).filter(ref__in=list(person_refs))
    groups = dict(people.exclude(ethnicity="").values_list("pk", "ethnicity"))
    named = Posting.objects.filter(standing_on(on), person__in=people).exclude(subject_class="")
    classes: dict[int, set[str]] = {}
    for person, one in named.values_list("person_id", "subject_class"):
        classes.setdefault(person, set()).add(one)
    of_one = [next(iter(found)) for found in classes.values() if len(found) == 1]
    return MakeUp(
        leaders=_part((one == SubjectClass.LEADER for one in of_one), asked),
        direct=_part((one in DIRECT for one in of_one), asked),
        minority=_part((fold(one) not in MAJORITY for one in groups.values()), asked),
    )


def _part(known: Iterable[bool], asked: int) -> Part:
    answers = list(known)
    told = sum(answers) if len(answers) >= FEWEST_TOLD else None
    return Part(told, len(answers), asked - len(answers))
