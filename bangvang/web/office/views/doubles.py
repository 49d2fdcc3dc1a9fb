"""Records that may be one: the lists, saying that two are different, looking for one's other."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bangvang.foundation import clock
from bangvang.foundation.objection import Refused
from bangvang.foundation.vietnamese import fold
from bangvang.registry.actions.doubt_again import doubt_again
from bangvang.registry.actions.look_for_doubles import look_for_doubles
from bangvang.registry.actions.say_different import say_different
from bangvang.registry.selectors.doubles import A_PAGE, Pair, pairs_found
from bangvang.registry.selectors.hits import A_PAGE as HITS_A_PAGE
from bangvang.registry.selectors.merges import two_records
from bangvang.registry.selectors.records import person_record
from bangvang.registry.selectors.search import Asked, search
from bangvang.registry.states import HolderKind
from bangvang.web.components.pieces import Choice, Column, Filter, Link
from bangvang.web.door import actor_of
from bangvang.web.lists import page_number, pager_of
from bangvang.web.office.doubles_shown import (
    WORDS,
    compare_href,
    different_href,
    doubles_tabs,
    kind_of,
    side_said,
)
from bangvang.web.office.forms.merges import ReasonForm
from bangvang.web.people import born_said
from bangvang.web.respond import done, page

COLUMNS = (
    Column("Hai bản ghi", "name"),
    Column("Nói lên là một"),
    Column("Nói lên là khác"),
    Column("Việc", "act"),
)
DIFFERENT_COLUMNS = (
    Column("Hai bản ghi", "name"),
    Column("Lý do"),
    Column("Người ghi", "mid"),
    Column("Việc", "act"),
)
OTHER_COLUMNS = (
    Column("Họ và tên", "name"),
    Column("Ngày sinh", "date"),
    Column("Đơn vị"),
    Column("Việc", "act"),
)
LONGEST_QUERY = 100
BODIES_WORD = WORDS[HolderKind.ORGANISATION]
KIND_CHOICES = (Choice(WORDS[HolderKind.PERSON], "Người"), Choice(BODIES_WORD, "Tập thể"))


@require_http_methods(["GET"])
def people(request: HttpRequest) -> HttpResponse:
    """Show the people who may be one."""
    return _list(request, HolderKind.PERSON, "people")


@require_http_methods(["GET"])
def bodies(request: HttpRequest) -> HttpResponse:
    """Show the bodies that may be one."""
    return _list(request, HolderKind.ORGANISATION, "bodies")


def _list(request: HttpRequest, of: HolderKind, current: str) -> HttpResponse:
    number = page_number(request)
    found = pairs_found(actor_of(request), of, page=number)
    rows = [
        (
            pair,
            side_said(pair.first),
            side_said(pair.second),
            compare_href(of, *_fuller_first(pair)),
        )
        for pair in found.pairs
    ]
    context = {
        "crumbs": [Link("Người và tập thể", reverse("office:people")), Link("Có thể là một")],
        "tabs": doubles_tabs(current),
        "rows": rows,
        "columns": COLUMNS,
        "found": found,
        "pager": pager_of(number, found.count, A_PAGE, query={}, what="Cặp"),
    }
    return page(request, "office/doubles/list.html", context)


def _fuller_first(pair: Pair) -> tuple[str, str]:
    """Return the record to keep and the other: the one that holds more is proposed to stay."""
    sides = sorted((pair.first, pair.second), key=lambda side: -side.awards)
    return sides[0].ref, sides[1].ref


@require_http_methods(["GET"])
def different(request: HttpRequest) -> HttpResponse:
    """Show the pairs of one kind that somebody said are two, and who said so why."""
    number, word = page_number(request), request.GET.get("loai", "")
    of = HolderKind.ORGANISATION if word == BODIES_WORD else HolderKind.PERSON
    word = WORDS[of]
    found = pairs_found(actor_of(request), of, different=True, page=number)
    rows = [
        (
            pair,
            side_said(pair.first),
            side_said(pair.second),
            reverse("office:doubt_again", args=[word, pair.first.ref, pair.second.ref]),
        )
        for pair in found.pairs
    ]
    context = {
        "crumbs": [
            Link("Có thể là một", reverse("office:doubles")),
            Link("Đã ghi là khác nhau"),
        ],
        "tabs": doubles_tabs("different"),
        "filters": [Filter("loai", "Bản ghi của", word, KIND_CHOICES)],
        "called": "tập thể" if of is HolderKind.ORGANISATION else "người",
        "rows": rows,
        "columns": DIFFERENT_COLUMNS,
        "may_act": found.not_looking is None,
        "pager": pager_of(number, found.count, A_PAGE, query={"loai": word}, what="Cặp"),
    }
    return page(request, "office/doubles/different.html", context)


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Look through the register now."""
    count = look_for_doubles(actor=actor_of(request), at=clock.now())
    say = f"Đã rà soát sổ: có {count} cặp cần xem." if count else "Đã rà soát sổ: không có cặp nào."
    return done(request, to=reverse("office:doubles"), say=say)


@require_http_methods(["GET", "POST"])
def say(request: HttpRequest, of: str, ref: str, other_ref: str) -> HttpResponse:
    """Say that two records are of two, with a reason."""
    actor, kind = actor_of(request), kind_of(of)
    records = two_records(actor, kind, ref, other_ref)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            say_different(ref, other_ref, of=kind, reason=reason, actor=actor, at=clock.now())
        except Refused as refusal:
            form.add_error("reason", refusal.objection.sentence)
        else:
            back = "doubles" if kind is HolderKind.PERSON else "double_bodies"
            said = "Đã ghi là khác nhau; cặp này không hiện lại."
            return done(request, to=reverse(f"office:{back}"), say=said)
    back_href = compare_href(kind, ref, other_ref)
    context = {
        "crumbs": [
            Link("Có thể là một", reverse("office:doubles")),
            Link("So hai bản ghi", back_href),
        ],
        "title": "Ghi là hai người khác nhau"
        if kind is HolderKind.PERSON
        else "Ghi là hai tập thể khác nhau",
        "names": f"{records.kept.name} và {records.merged.name}",
        "hint": "Cặp này thôi hiện trong danh sách có thể là một. Rút lại được ở mục "
        "Đã ghi là khác nhau.",
        "form": form,
        "back_href": back_href,
    }
    return page(request, "office/doubles/reason.html", context, status=422 if form.errors else 200)


@require_POST
def doubt(request: HttpRequest, of: str, ref: str, other_ref: str) -> HttpResponse:
    """Take back that two records are different."""
    kind = kind_of(of)
    doubt_again(ref, other_ref, of=kind, actor=actor_of(request), at=clock.now())
    said = "Đã rút; lần rà soát sau cặp này có thể hiện lại."
    return done(request, to=different_href(kind), say=said)


@require_http_methods(["GET"])
def others(request: HttpRequest, ref: str) -> HttpResponse:
    """Look for another record of one person, to compare the two."""
    actor = actor_of(request)
    person = person_record(actor, ref).person
    words = request.GET.get("q", person.full_name).strip()[:LONGEST_QUERY]
    number = page_number(request)
    found = search(actor, Asked(fold(words), kind=HolderKind.PERSON.value), page=number)
    context = {
        "crumbs": [
            Link("Người và tập thể", reverse("office:people")),
            Link(person.full_name, reverse("office:person", args=[ref])),
        ],
        "person": person,
        "born": born_said(person.birth_on, person.birth_year),
        "filters": [Filter("q", "Tên người hoặc tên đơn vị", words)],
        "columns": OTHER_COLUMNS,
        "rows": [
            (one, born_said(one.birth_on, one.birth_year), _href(ref, one.ref))
            for one in found.hits
            if one.ref != ref
        ],
        "pager": pager_of(number, found.shown, HITS_A_PAGE, query={"q": words}, what="Người"),
    }
    return page(request, "office/doubles/others.html", context)


def _href(ref: str, other_ref: str) -> str:
    return compare_href(HolderKind.PERSON, ref, other_ref)
