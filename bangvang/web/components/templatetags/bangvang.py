"""How dates, numbers and words look on every page, and how a page puts components together."""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from bangvang.foundation import vietnamese
from bangvang.web.components import words

COLOURED = frozenset({"met", "notmet", "judge", "person"})

register = template.Library()

Missing = Literal[""] | None
"""What a filter is given where a template names nothing."""

KILO = 1024
GROUP = 4


@register.filter
def day(value: date | vietnamese.ReadDate | Missing) -> str:
    """Return 19/04/2022; of a moment, its day in the province."""
    if value is None or value == "":
        return ""
    return vietnamese.say_date(_local_day(value))


@register.filter
def weekday_day(value: date | vietnamese.ReadDate | Missing) -> str:
    """Return "thứ Ba, 19/04/2022"."""
    if value is None or value == "":
        return ""
    known = _local_day(value)
    if isinstance(known, vietnamese.ReadDate):
        return vietnamese.say_date(known)
    return vietnamese.say_weekday_date(known)


@register.filter
def moment(value: datetime | Missing) -> str:
    """Return "14:05 ngày 19/04/2022", as the clock stood in the province."""
    if value is None or value == "":
        return ""
    local = localtime(value)
    return f"{local:%H:%M} ngày{words.NO_BREAK}{vietnamese.say_date(local.date())}"


@register.filter
def number(value: int | Decimal | Missing) -> str:
    """Return 1.421.384; 0,3 for a Decimal."""
    return "" if value is None or value == "" else vietnamese.say_number(value)


@register.filter
def money(value: int | Missing) -> str:
    """Return 4.470.000 đồng, kept on one line."""
    if value is None or value == "":
        return ""
    return vietnamese.say_money_vnd(value).replace(" ", words.NO_BREAK)


@register.filter
def share(value: Decimal | Missing) -> str:
    """Return 92,5% for the Decimal 0.925."""
    if value is None or value == "":
        return ""
    percent = (value * 100).quantize(Decimal("0.1")).normalize()
    return f"{vietnamese.say_number(Decimal(f'{percent:f}'))}%"


@register.filter
def filesize(value: int | Missing) -> str:
    """Return 312 kB, or 1,2 MB."""
    if value is None or value == "":
        return ""
    if value < KILO * KILO:
        return f"{max(1, round(value / KILO))}{words.NO_BREAK}kB"
    mega = f"{value / KILO / KILO:.1f}".removesuffix(".0").replace(".", ",")
    return f"{mega}{words.NO_BREAK}MB"


@register.filter
def fingerprint(value: str | None, groups: int = 2) -> str:
    """Return the beginning of a fingerprint in groups of four: 9f3c 21ab."""
    start = (value or "")[: GROUP * groups]
    return words.NO_BREAK.join(start[at : at + GROUP] for at in range(0, len(start), GROUP))


@register.filter(is_safe=True)
def bind(value: object) -> str:
    """Return the text with its compounds kept together on one line."""
    if value is None:
        return ""
    bound = words.bind(str(value))
    return mark_safe(bound) if isinstance(value, SafeString) else bound  # noqa: S308  only spaces changed


@register.filter
def colour(kind: str) -> str:
    """Return the class that colours a kind of answer; what has no colour of its own is quiet."""
    return kind if kind in COLOURED else "fix"


@register.simple_tag
@lru_cache(maxsize=256)
def icon(name: str, classes: str = "i") -> str:
    """Return one sign of the sheet; decoration only, the word beside it says what it means.

    Where the sheet is does not change while a process runs.
    """
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        classes,
        static("img/icons.svg"),
        name,
    )


@register.simple_block_tag(takes_context=True)
def component(context: template.Context, content: str, name: str, **inputs: object) -> str:
    """Render `components/<name>.html` around a body: the component sees its inputs and `body` only.

    The token of the form is handed on, so that a component may hold a form.
    """
    engine = context.template.engine  # type: ignore[union-attr]  # set while a template renders
    seen = {"csrf_token": context.get("csrf_token"), **inputs, "body": content}
    return engine.get_template(f"components/{name}.html").render(context.new(seen))


def _local_day(value: date | vietnamese.ReadDate) -> date | vietnamese.ReadDate:
    if isinstance(value, datetime):
        return localtime(value).date() if value.tzinfo else value.date()
    return value
