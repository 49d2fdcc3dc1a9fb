"""The cells of one row of a spreadsheet, as they are mended on the screen."""

from collections.abc import Mapping, Sequence

from django import forms

from bangvang.nominations.actions.mend_cells import IN_THE_FILE_ONLY, LONGEST_CELL, MendedCell
from bangvang.nominations.intake.listed import Cell
from bangvang.web.components.words import bind

LONG = frozenset({"achievement", "note"})
WAS = "cu-"


class RowForm(forms.Form):
    """A line for each cell; beside it, unseen, what stood there when the page was made."""

    def __init__(
        self, *args: object, cells: Sequence[Cell], problems: Mapping[str, str], **more: object
    ) -> None:
        """Take the cells with what is wrong at each, by its address."""
        super().__init__(*args, **more)  # type: ignore[arg-type]  # passed on as they came
        self.addresses = [cell.address for cell in cells if cell.field != IN_THE_FILE_ONLY]
        for cell in cells:
            if cell.field == IN_THE_FILE_ONLY:
                continue
            widget = forms.Textarea(attrs={"rows": 4}) if cell.field in LONG else None
            self.fields[cell.address] = forms.CharField(
                label=bind(f"{cell.heading} (ô {cell.address})"),
                help_text=problems.get(cell.address, ""),
                initial=cell.text,
                required=False,
                max_length=LONGEST_CELL,
                widget=widget,
            )
            self.fields[f"{WAS}{cell.address}"] = forms.CharField(
                initial=cell.text, required=False, widget=forms.HiddenInput
            )

    def mended(self) -> dict[str, MendedCell]:
        """Return what was typed, by the address of the cell."""
        said = self.cleaned_data
        return {at: MendedCell(said[at], said[f"{WAS}{at}"]) for at in self.addresses}
