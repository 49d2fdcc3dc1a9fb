"""Forms about bodies: entering one, and what a decision did to it."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms

from bangvang.registry.permissions.bodies import Decided, NewBody
from bangvang.registry.selectors.body_tree import BodyChoice, kinds_of_bodies
from bangvang.web.office.forms.rounds import day

TOP = "Không thuộc đơn vị nào"
NO_CHOICE = "Không chọn"

FIELD_OF = {
    "NO_NAME": "name",
    "SAME_NAME": "name",
    "NOTHING_NEW": "name",
    "PARENT_NOT_THEN": "parent",
    "SAME_PARENT": "parent",
    "CIRCLE": "parent",
    "ENDS_TOO_EARLY": "until",
    "DECISION_MISSING": "decision_no",
    "DECISION_AHEAD": "decided_on",
    "EVENT_AHEAD": "on",
    "BEFORE_BEGIN": "on",
    "OUT_OF_ORDER": "on",
    "CHILDREN_LATER": "on",
    "NO_WITHDRAW_REASON": "reason",
    "NOBODY_CHOSEN": "people",
}
"""Which field an objection is about; the others are about the form."""


def choice_of(body: BodyChoice) -> tuple[str, str]:
    """Return a body as an option, with its last day if it has ended."""
    ended = f" (đến hết {body.until - timedelta(days=1):%d/%m/%Y})" if body.until else ""
    return body.ref, f"{body.name}{ended}"


def _name(label: str) -> forms.CharField:
    return forms.CharField(label=label, max_length=300)


def _abbreviation() -> forms.CharField:
    return forms.CharField(label="Chữ viết tắt", max_length=40, required=False)


class BodyForm(forms.Form):
    """A body that the register does not have yet."""

    name = _name("Tên đơn vị")
    abbreviation = _abbreviation()
    kind = forms.ChoiceField(label="Loại")
    parent = forms.ChoiceField(label="Thuộc", required=False)
    since = day("Hoạt động từ ngày")
    until = day("Kết thúc hoạt động từ ngày")

    def __init__(self, *args: Any, bodies: Iterable[BodyChoice], **kwargs: Any) -> None:
        """Take the bodies that it may belong to."""
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds_of_bodies()  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["parent"].choices = [("", TOP), *map(choice_of, bodies)]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["name"].help_text = "Ghi đầy đủ như trên quyết định thành lập."
        self.fields["until"].required = False
        self.fields[
            "until"
        ].help_text = (
            "Chỉ ghi với đơn vị cũ: ngày đầu tiên không còn hoạt động. Đang hoạt động thì để trống."
        )


class DecidedForm(forms.Form):
    """The decision that an event stands on; every event's form has these fields."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    on = day("Có hiệu lực từ ngày")
    decision_no = forms.CharField(
        label="Số, ký hiệu quyết định", max_length=60, help_text="Ghi đủ, như trên văn bản."
    )
    decided_on = day("Ngày quyết định")
    issued_by = forms.CharField(label="Cơ quan ban hành", max_length=300)
    note = forms.CharField(
        label="Ghi chú", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def decided(self) -> Decided:
        """Return what was filled in of the decision."""
        said = self.cleaned_data
        return Decided(
            on=said["on"],
            decision_no=said["decision_no"],
            decided_on=said["decided_on"],
            issued_by=said["issued_by"],
            note=said["note"],
        )


class RenameForm(DecidedForm):
    """Another name."""

    name = _name("Tên mới")
    abbreviation = _abbreviation()
    field_order = ("name", "abbreviation")


class MoveForm(DecidedForm):
    """Another parent."""

    parent = forms.ChoiceField(label="Thuộc", required=False)
    field_order = ("parent",)

    def __init__(self, *args: Any, bodies: Iterable[BodyChoice], **kwargs: Any) -> None:
        """Take the bodies that it may belong to."""
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [("", TOP), *map(choice_of, bodies)]  # type: ignore[attr-defined]  # a ChoiceField


class MergeForm(DecidedForm):
    """What is merged beside the body, and what they become."""

    beside = forms.MultipleChoiceField(
        label="Cùng sáp nhập với",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Các đơn vị cùng cấp trên cũng kết thúc hoạt động theo quyết định này.",
    )
    heir = forms.ChoiceField(
        label="Thành đơn vị đã có trong sổ",
        required=False,
        help_text="Đơn vị này tiếp tục hoạt động. Lập đơn vị mới thì để trống và ghi tên ở dưới.",
    )
    name = forms.CharField(
        label="Hoặc thành đơn vị mới, tên là",
        required=False,
        max_length=300,
        help_text="Cùng loại và cùng cấp trên với đơn vị cũ.",
    )
    abbreviation = _abbreviation()
    field_order = ("beside", "heir", "name", "abbreviation")

    def __init__(
        self,
        *args: Any,
        bodies: Iterable[BodyChoice],
        siblings: Iterable[BodyChoice],
        **kwargs: Any,
    ) -> None:
        """Take the bodies it may become, and those beside it."""
        super().__init__(*args, **kwargs)
        self.fields["heir"].choices = [("", NO_CHOICE), *map(choice_of, bodies)]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["beside"].choices = list(map(choice_of, siblings))  # type: ignore[attr-defined]  # a ChoiceField

    def into(self) -> str | NewBody:
        """Return the heir: a reference, or the new body."""
        said = self.cleaned_data
        chosen: str = said["heir"]
        return chosen or NewBody(said["name"], said["abbreviation"])

    def clean(self) -> None:
        """Refuse an existing and a new heir at once."""
        super().clean()
        if self.cleaned_data.get("heir") and self.cleaned_data.get("name"):
            self.add_error("name", "Hoặc chọn đơn vị đã có, hoặc ghi tên đơn vị mới; không cả hai.")


class SplitForm(DecidedForm):
    """What the body becomes."""

    heirs = forms.MultipleChoiceField(
        label="Thành các đơn vị đã có trong sổ",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    names = forms.CharField(
        label="Và các đơn vị mới",
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mỗi dòng một tên; cùng loại và cùng cấp trên với đơn vị cũ.",
    )
    field_order = ("heirs", "names")

    def __init__(self, *args: Any, siblings: Iterable[BodyChoice], **kwargs: Any) -> None:
        """Take the bodies beside it."""
        super().__init__(*args, **kwargs)
        self.fields["heirs"].choices = list(map(choice_of, siblings))  # type: ignore[attr-defined]  # a ChoiceField

    def new(self) -> list[NewBody]:
        """Return the new bodies, one for each line that is not empty."""
        lines = self.cleaned_data["names"].splitlines()
        return [NewBody(line.strip()[:300]) for line in lines if line.strip()]


class WithdrawEventForm(forms.Form):
    """Why an event was entered wrongly."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Lý do rút", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class SeenEventForm(forms.Form):
    """The version of the event that the second person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class PeopleForm(forms.Form):
    """Who of a split body goes to which heir."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    heir = forms.ChoiceField(label="Chuyển sang", widget=forms.RadioSelect)
    people = forms.MultipleChoiceField(
        label="Những người", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(
        self,
        *args: Any,
        heirs: Iterable[tuple[str, str]],
        people: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """Take the heirs and the people as choices."""
        super().__init__(*args, **kwargs)
        self.fields["heir"].choices = list(heirs)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["people"].choices = list(people)  # type: ignore[attr-defined]  # a ChoiceField


class PlacesForm(forms.Form):
    """Which province's places are entered."""

    province = forms.ChoiceField(label="Tỉnh")

    def __init__(self, *args: Any, provinces: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Take the provinces that are known."""
        super().__init__(*args, **kwargs)
        self.fields["province"].choices = list(provinces)  # type: ignore[attr-defined]  # a ChoiceField
