"""The law's questions about a row as a form: the same one for the unit and for the office."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.timezone import localtime

from bangvang.foundation.vietnamese import say_date
from bangvang.law import (
    AskedFor,
    Matter,
    NotInForce,
    Question,
    Subject,
    questions,
    questions_of,
)
from bangvang.law import Kind as AwardKind
from bangvang.nominations.actions.state_facts import Stated, say_answer
from bangvang.nominations.selectors.nominations import NominationRow
from bangvang.nominations.selectors.stated import StatedSeen
from bangvang.web.components.pieces import Fact

YES, NO, UNKNOWN = "co", "khong", ""
ANSWERS = ((YES, "Có"), (NO, "Không"), (UNKNOWN, "Chưa rõ"))
CLAIMS = ((YES, "Có, đề nghị theo trường hợp này"), (NO, "Không"), (UNKNOWN, "Chưa nêu"))


def questions_about(row: NominationRow, stated: Mapping[str, StatedSeen]) -> tuple[Question, ...]:
    """Return what the law of the day of receipt asks about a row; nothing where none is known.

    Before a list is handed in, its last day of handing in stands for the day of receipt.
    """
    matter = Matter(
        row.award_code,
        AwardKind(row.kind),
        Subject(row.subject),
        row.achievement_year,
        row.received_on or row.ballot_by,
    )
    try:
        return questions_of(matter, {name: one.value for name, one in stated.items()})
    except NotInForce:
        return ()


class QuestionsForm(forms.Form):
    """One answer and one source for each question; an answer needs a source."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        asked: Sequence[Question],
        stated: Mapping[str, StatedSeen],
        *args: object,
        **kwargs: object,
    ) -> None:
        """Make the fields of these questions, filled with what was stated before."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self.asked = tuple(asked)
        for question in self.asked:
            before = stated.get(question.name)
            self.fields[question.name] = _answer_field(question, before)
            self.fields[_source_of(question)] = forms.CharField(
                label="Căn cứ",
                required=False,
                max_length=500,
                initial=before.source if before else "",
                help_text="Văn bản, số, ngày; ai xác nhận.",
            )

    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return each answer with its source, in order."""
        return [(self[question.name], self[_source_of(question)]) for question in self.asked]

    def clean(self) -> dict[str, object]:
        """Hold every answer to having a source."""
        cleaned = super().clean() or self.cleaned_data
        for question in self.asked:
            answer, source = cleaned.get(question.name), cleaned.get(_source_of(question))
            if answer not in (None, UNKNOWN) and not source:
                self.add_error(_source_of(question), "Cần ghi căn cứ của câu trả lời này.")
        return cleaned

    def answers(self) -> dict[str, Stated]:
        """Return what was answered, by question."""
        cleaned = self.cleaned_data
        return {
            question.name: Stated(
                _value(question, cleaned[question.name]), str(cleaned[_source_of(question)])
            )
            for question in self.asked
        }


def stated_shown(stated: Mapping[str, StatedSeen]) -> list[Fact]:
    """Return what a file states, with who said so and on what paper."""
    known = questions()
    return [
        Fact(
            known[name].text if name in known else name,
            say_answer(one.value, known[name].unit if name in known else ""),
            source=f"{one.source}; {one.by_name} ghi ngày {say_date(localtime(one.stated_at))}",
        )
        for name, one in stated.items()
        if one.value is not None
    ]


def _answer_field(question: Question, before: StatedSeen | None) -> forms.Field:
    if question.asked_for is AskedFor.COUNT:
        return forms.IntegerField(
            label=question.text,
            required=False,
            min_value=0,
            max_value=1_000_000,
            initial=before.value if before else None,
            help_text=" ".join(part for part in (question.hint, _unit(question)) if part),
        )
    return forms.ChoiceField(
        label=question.text,
        required=False,
        choices=CLAIMS if question.asked_for is AskedFor.CLAIM else ANSWERS,
        widget=forms.RadioSelect,
        initial=_chosen(before),
        help_text=question.hint,
    )


def _unit(question: Question) -> str:
    return f"Đơn vị tính: {question.unit}." if question.unit else ""


def _chosen(before: StatedSeen | None) -> str:
    if before is None or before.value is None:
        return UNKNOWN
    return YES if before.value else NO


def _source_of(question: Question) -> str:
    return f"{question.name}_can_cu"


def _value(question: Question, answer: object) -> bool | int | None:
    if question.asked_for is AskedFor.COUNT:
        return answer if isinstance(answer, int) else None
    return None if answer == UNKNOWN else answer == YES
