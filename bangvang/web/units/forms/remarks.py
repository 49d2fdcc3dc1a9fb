"""The form in which a unit answers what the office asked about the parts of a row."""

from collections.abc import Sequence

from django import forms

from bangvang.nominations.actions.answer_remarks import LONGEST_ANSWER
from bangvang.nominations.selectors.remarks import RemarkSeen
from bangvang.web.units.forms.batches import VersionForm


class AnswersForm(VersionForm):
    """A box for each remark, with the answer that is kept; an empty box changes nothing."""

    def __init__(self, *args: object, remarks: Sequence[RemarkSeen], **kwargs: object) -> None:
        """Add a box for each remark, named by its reference."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self._refs = [one.ref for one in remarks]
        for one in remarks:
            self.fields[one.ref] = forms.CharField(
                label=f"{one.part_name}: {one.words}",
                help_text=_standing(one),
                initial=one.answer,
                required=False,
                max_length=LONGEST_ANSWER,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def answers(self) -> dict[str, str]:
        """Return what was written, by the remark's reference."""
        return {ref: self.cleaned_data[ref] for ref in self._refs}


def _standing(one: RemarkSeen) -> str:
    return f"{one.answered_by} đã trả lời: {one.answer}" if one.answer else "Chưa trả lời."
