"""One page that asks for something and does one act; refusals stand at their fields."""

from collections.abc import Callable
from dataclasses import dataclass

from django.forms import Form
from django.http import HttpRequest, HttpResponse

from bangvang.foundation.objection import Refused
from bangvang.web.components.pieces import Link
from bangvang.web.respond import done, page


@dataclass(frozen=True)
class Asking:
    """The words of the page: title, about what, what will happen, the button, and the way back.

    `paper` leads to what is to be compared first, where there is something.
    """

    title: str
    lede: str
    hints: tuple[str, ...]
    button: str
    back_href: str
    crumbs: tuple[Link, ...]
    paper: Link | None = None


def ask_and_act(
    request: HttpRequest,
    form: Form,
    asking: Asking,
    act: Callable[[], tuple[str, str]],
    *,
    field_of: dict[str, str] | None = None,
) -> HttpResponse:
    """Show the form; pressed and filled in, do the act and go where it says, saying so.

    ``act`` returns the address to go to and the sentence to say there; ``field_of`` names the
    field an objection speaks of.
    """
    if request.method == "POST" and form.is_valid():
        try:
            to, say = act()
        except Refused as refusal:
            field = (field_of or {}).get(refusal.objection.code)
            form.add_error(field if field in form.fields else None, refusal.objection.sentence)
        else:
            return done(request, to=to, say=say)
    context = {
        "form": form,
        "asking": asking,
        "crumbs": [*asking.crumbs, Link(asking.title)],
        "has_file": form.is_multipart(),
    }
    status = 422 if form.errors else 200
    return page(request, "office/consultation/act.html", context, status=status)
