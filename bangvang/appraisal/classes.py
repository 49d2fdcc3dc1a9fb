"""Where a file and the register say something different of somebody's class; a person settles it.

Neither of the two is taken for true here: what the law computed from the file stays as it is.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bangvang.law import AskedFor, questions
from bangvang.registry.models.postings import SubjectClass
from bangvang.registry.selectors.postings import PostingSeen, classes_among

_LABOUR = frozenset({SubjectClass.WORKER, SubjectClass.FARMER, SubjectClass.LABOURER})
_WORKER = frozenset({SubjectClass.WORKER})
_FARMER = frozenset({SubjectClass.FARMER})

CLASSES: Mapping[str, frozenset[SubjectClass]] = {
    "LDTT_CONG_NHAN_NONG_DAN": _LABOUR,
    "BK_LAO_DONG": _LABOUR,
    "BK_CONG_NHAN": _WORKER,
    "BK_NONG_DAN": _FARMER,
    "BK_LA_NGUOI_LAO_DONG": _LABOUR,
    "BK_LA_CONG_NHAN": _WORKER,
    "BK_LA_NONG_DAN": _FARMER,
    "HC_CONG_NHAN": _WORKER,
    "HC_NONG_DAN_SANG_CHE": _FARMER,
    "HC_NONG_DAN_MO_HINH": _FARMER,
    "HC_NGUOI_LAO_DONG": _LABOUR,
    "HC_NGUOI_LAO_DONG_SANG_CHE": _LABOUR,
    "HC_NGUOI_LAO_DONG_DONG_GOP": _LABOUR,
    "CH_CAN_BO_NU": frozenset({SubjectClass.LEADER}),
}
"""Which classes the questions of the law mean, by the question's name."""


@dataclass(frozen=True)
class ClassContradiction:
    """A question that the file answers otherwise than the register; `said` is the file's answer."""

    question: str
    said: bool


def class_contradictions(
    stated: Mapping[str, bool | int | None], postings: Collection[PostingSeen], *, is_woman: bool
) -> tuple[ClassContradiction, ...]:
    """Return where a file's answers do not fit the postings of the day it is judged by.

    Nothing where the register names no class. A "no" contradicts only where the question asks for
    a fact: a way that a file does not claim says nothing of the person.

    Args:
        stated: the file's answers by the question's name.
        postings: what the register says of the person on that day.
        is_woman: whether the person is known to be one; a leader who is not is no "woman leader".
    """
    known = classes_among(postings)
    if not known:
        return ()
    texts = questions()
    return tuple(
        ClassContradiction(texts[name].text, bool(stated[name]))
        for name, classes in CLASSES.items()
        if name in texts
        and isinstance(stated.get(name), bool)
        and _contradicts(
            bool(stated[name]),
            fits=bool(classes & known) and (is_woman or name != "CH_CAN_BO_NU"),
            is_fact=texts[name].asked_for is AskedFor.FACT,
        )
    )


def _contradicts(said: bool, *, fits: bool, is_fact: bool) -> bool:  # the answer
    return not fits if said else fits and is_fact
