"""Searches kept under a name: the list beside the box, the page that keeps one, letting go."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bangvang.foundation import clock
from bangvang.foundation.actor import Actor
from bangvang.foundation.objection import Refused
from bangvang.registry.actions.forget_search import forget_search
from bangvang.registry.actions.save_search import save_search
from bangvang.registry.permissions.saved_searches import LONGEST_NAME
from bangvang.registry.selectors.saved_searches import saved_searches_of
from bangvang.web.components.pieces import Link
from bangvang.web.door import actor_of
from bangvang.web.respond import done, page
from bangvang.web.searching import asked_in_words, said_in


@dataclass(frozen=True)
class Saved:
    """One search of the list."""

    name: str
    href: str
    forget_href: str
    is_this: bool


@dataclass(frozen=True)
class SavedShown:
    """The actor's list, and where this search can be kept; empty where it is kept or empty."""

    searches: tuple[Saved, ...]
    save_href: str


class NameForm(forms.Form):
    """How its owner calls a search."""

    name = forms.CharField(
        label="Tên câu tìm",
        max_length=LONGEST_NAME,
        help_text="Ví dụ: CSTĐCS của xã Bản Tre từ năm 2021. Chỉ bạn thấy danh sách của mình.",
    )


def saved_shown(actor: Actor, said: dict[str, str], *, door: str) -> SavedShown:
    """Return the list of a door, ``office`` or ``units``, beside what is asked now."""
    words = urlencode(said)
    search = reverse(f"{door}:search")
    searches = tuple(
        Saved(
            one.name,
            f"{search}?{one.words}",
            reverse(f"{door}:forget_search", args=[one.ref]),
            one.words == words,
        )
        for one in saved_searches_of(actor)
    )
    is_kept = not said or any(one.is_this for one in searches)
    save_href = "" if is_kept else f"{reverse(f'{door}:save_search')}?{words}"
    return SavedShown(searches, save_href)


def save(request: HttpRequest, *, door: str) -> HttpResponse:
    """Ask for a name and keep the search of the address; wrong input is answered at the field."""
    actor = actor_of(request)
    said = said_in(request, actor)
    words = urlencode(said)
    back = f"{reverse(f'{door}:search')}?{words}"
    form = NameForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        try:
            save_search(name, words, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error("name", refusal.objection.sentence)
        else:
            return done(request, to=back, say=f"Đã lưu câu tìm “{name}”.")
    context = {
        "crumbs": [Link("Tìm trong sổ khen thưởng", back), Link("Lưu câu tìm")],
        "asks": asked_in_words(said),
        "form": form,
        "back_href": back,
    }
    return page(request, "pages/save_search.html", context, status=422 if form.errors else 200)


def forget(request: HttpRequest, ref: str, *, door: str) -> HttpResponse:
    """Take a search off the list."""
    forget_search(ref, actor=actor_of(request), at=clock.now())
    return done(request, to=reverse(f"{door}:search"), say="Đã bỏ câu tìm.")
