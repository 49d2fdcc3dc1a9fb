"""The rows of one list, narrowed by answer and state, a page of them, or all of them ticked."""

from collections.abc import Collection
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from bangvang.appraisal.selectors.findings import AnswerKept, answers_kept
from bangvang.foundation.actor import Actor
from bangvang.law import Answer
from bangvang.nominations.selectors.many import nominations_page, states_there
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.states import STATE_NAMES, State
from bangvang.web.components.pager import Pager
from bangvang.web.components.pieces import Choice, Filter
from bangvang.web.lists import page_number, pager_of

A_PAGE = 100
JUDGEMENT = "JUDGEMENT"
ANSWERS = {
    "": "Mọi kết quả",
    Answer.MET: "Đủ điều kiện",
    JUDGEMENT: "Đủ điều kiện tính được, chờ đánh giá",
    Answer.FOR_A_PERSON: "Cần xem xét",
    Answer.NOT_MET: "Không đủ điều kiện",
}
ALL = "tat-ca"
NARROWS = ("ket-qua", "trang-thai")


@dataclass(frozen=True)
class Narrowed:
    """What of a list is shown: with all ticked, everything that fits on one page."""

    rows: tuple[NominationRow, ...]
    count: int
    filters: tuple[Filter, ...]
    pager: Pager
    all_ticked: bool
    all_ticked_query: str


def narrowed(request: HttpRequest, actor: Actor, batch_ref: str) -> Narrowed:
    """Return the rows that are asked for; an unknown word narrows nothing.

    Raises:
        Unseen: there is no such page.
    """
    asked = request.GET
    answer, state = asked.get("ket-qua", ""), asked.get("trang-thai", "")
    all_ticked = asked.get("chon") == ALL
    number = 1 if all_ticked else page_number(request)
    found = nominations_page(
        actor,
        number=number,
        size=0 if all_ticked else A_PAGE,
        batch_ref=batch_ref,
        states=[State(state)] if state in State.__members__ else [],
        refs=_answered(batch_ref, answer) if answer and answer in ANSWERS else None,
    )
    query = {name: asked[name] for name in NARROWS if asked.get(name)}
    return Narrowed(
        rows=found.rows,
        count=found.count,
        filters=_filters(asked, states_there(actor, batch_ref=batch_ref)),
        pager=pager_of(
            number,
            found.count,
            max(found.count, 1) if all_ticked else A_PAGE,
            query=query,
            what="Dòng",
        ),
        all_ticked=all_ticked,
        all_ticked_query=_all_ticked_query(asked),
    )


def _filters(asked: QueryDict, there: Collection[State]) -> tuple[Filter, ...]:
    """Return what the rows may be narrowed by; only states that are there are offered."""
    states = (
        Choice("", "Mọi trạng thái"),
        *(Choice(one.value, STATE_NAMES[one]) for one in State if one in there),
    )
    answers = tuple(Choice(str(value), label) for value, label in ANSWERS.items())
    return (
        Filter("ket-qua", "Kết quả đối chiếu", asked.get("ket-qua", ""), answers),
        Filter("trang-thai", "Trạng thái", asked.get("trang-thai", ""), states),
    )


def _answered(batch_ref: str, answer: str) -> list[str]:
    return [ref for ref, kept in answers_kept(batch_ref=batch_ref).items() if _word(kept) == answer]


def _word(kept: AnswerKept) -> str:
    return JUDGEMENT if kept.only_judgement_left else kept.answer


def _all_ticked_query(asked: QueryDict) -> str:
    """Return the query of the same rows, all on one page and ticked."""
    query = asked.copy()
    query.pop("trang", None)
    query["chon"] = ALL
    return query.urlencode()
