"""Forms about ballots, counts, letters and minutes."""

from collections.abc import Mapping

from django import forms

from bangvang.council.actions.count_sheet import CountSheet
from bangvang.council.selectors.ballots import BallotLineRow, Elector
from bangvang.council.selectors.counts import CountSheetPage

AGREES = "yes"
AGAINST = "no"
UNSAID = ""
MOST = 999


def _number(label: str, initial: int | None) -> forms.IntegerField:
    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 4})
    return forms.IntegerField(
        label=label, initial=initial, required=False, min_value=0, max_value=MOST, widget=widget
    )


class TakersForm(forms.Form):
    """Which of those present took a paper."""

    took = forms.TypedMultipleChoiceField(
        label="Thành viên đã nhận phiếu",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def with_electors(self, electors: tuple[Elector, ...]) -> "TakersForm":
        """Offer these members and return the form."""
        field = self.fields["took"]
        assert isinstance(field, forms.TypedMultipleChoiceField)  # noqa: S101  declared above
        field.choices = [
            (e.seat.number, f"{e.seat.holder_name}, {e.seat.role_name}") for e in electors
        ]
        begun = any(e.took for e in electors)
        field.initial = [e.seat.number for e in electors if e.took or not begun]
        return self


class CountForm(forms.Form):
    """A teller's sheet; an empty box is a number not entered yet."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def with_sheet(self, page: CountSheetPage) -> "CountForm":
        """Ask for what the attempt counts and return the form."""
        self.fields["version"].initial = page.version
        if page.counts_box:
            self.fields["collected"] = _number("Phiếu thu về", page.collected)
            self.fields["valid"] = _number("Phiếu hợp lệ", page.valid)
            self.fields["invalid"] = _number("Phiếu không hợp lệ", page.invalid)
        for line in page.lines:
            self.fields[f"no_{line.order}"] = _number(f"Không đồng ý, {line.name}", line.no)
            self.fields[f"blank_{line.order}"] = _number(f"Để trống, {line.name}", line.blank)
        return self

    def sheet(self, orders: list[int], *, fill: bool) -> CountSheet:
        """Return what was typed; with `fill`, an empty box of a row means none."""
        empty = 0 if fill else None
        typed = self.cleaned_data

        def number(name: str) -> int | None:
            value: int | None = typed.get(name)
            return empty if value is None else value

        return CountSheet(
            collected=typed.get("collected"),
            valid=typed.get("valid"),
            invalid=typed.get("invalid"),
            lines={order: (number(f"no_{order}"), number(f"blank_{order}")) for order in orders},
        )


class OpinionForm(forms.Form):
    """What a letter says of each row, and its scan."""

    file = forms.FileField(
        label="Văn bản có chữ ký", help_text="Bản quét PDF hoặc ảnh, tối đa 20 MB."
    )

    def with_rows(self, rows: tuple[BallotLineRow, ...]) -> "OpinionForm":
        """Ask for each row and return the form."""
        for row in rows:
            self.fields[f"row_{row.order}"] = forms.ChoiceField(
                label=f"{row.order}. {row.name}",
                help_text=row.unit_name,
                required=False,
                widget=forms.RadioSelect,
                choices=[(AGREES, "Đồng ý"), (AGAINST, "Không đồng ý"), (UNSAID, "Không nêu")],
                initial=UNSAID,
            )
        return self

    def agrees(self, orders: list[int]) -> Mapping[int, bool]:
        """Return what the letter says, by order of row; unsaid rows are left out."""
        said = {order: self.cleaned_data.get(f"row_{order}") for order in orders}
        return {order: word == AGREES for order, word in said.items() if word}


class SigningForm(forms.Form):
    """Who signed minutes, when, and the scan."""

    signers = forms.CharField(
        label="Những người đã ký",
        max_length=400,
        help_text="Họ tên đủ như trên bản giấy, cách nhau bằng dấu phẩy.",
    )
    signed_on = forms.DateField(
        label="Ngày ký", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    file = forms.FileField(label="Bản quét đã ký", help_text="PDF hoặc ảnh, tối đa 20 MB.")
