"""The rows of one list, narrowed by answer and state, and ticked all at once if asked for."""

from collections.abc import Mapping, Sequence

from django.http import QueryDict

from bangvang.appraisal.selectors.findings import FindingSeen
from bangvang.law import Answer
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.states import STATE_NAMES, State
from bangvang.web.components.pieces import Choice, Filter

JUDGEMENT = "JUDGEMENT"
ANSWERS = {
    "": "Mọi kết quả",
    Answer.MET: "Đủ điều kiện",
    JUDGEMENT: "Đủ điều kiện tính được, chờ đánh giá",
    Answer.FOR_A_PERSON: "Cần xem xét",
    Answer.NOT_MET: "Không đủ điều kiện",
}
ALL = "tat-ca"


def filters_of(asked: QueryDict, rows: Sequence[NominationRow]) -> list[Filter]:
    """Return what the rows may be narrowed by; only states that are there are offered."""
    there = [state for state in State if any(row.state == state for row in rows)]
    states = (Choice("", "Mọi trạng thái"), *(Choice(one.value, STATE_NAMES[one]) for one in there))
    answers = tuple(Choice(str(value), label) for value, label in ANSWERS.items())
    return [
        Filter("ket-qua", "Kết quả đối chiếu", asked.get("ket-qua", ""), answers),
        Filter("trang-thai", "Trạng thái", asked.get("trang-thai", ""), states),
    ]


def narrowed(
    asked: QueryDict, rows: Sequence[NominationRow], found: Mapping[str, FindingSeen]
) -> list[NominationRow]:
    """Return the rows that are asked for; an unknown word narrows nothing."""
    answer, state = asked.get("ket-qua", ""), asked.get("trang-thai", "")
    left = [row for row in rows if row.state == state] if state in State.__members__ else list(rows)
    if not answer or answer not in ANSWERS:
        return left
    return [row for row in left if row.ref in found and _answer(found[row.ref]) == answer]


def all_ticked_query(asked: QueryDict) -> str:
    """Return the query of the same rows, all ticked."""
    query = asked.copy()
    query["chon"] = ALL
    return query.urlencode()


def _answer(found: FindingSeen) -> str:
    return JUDGEMENT if found.only_judgement_left else found.answer
