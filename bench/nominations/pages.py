"""List pages over a round of a whole province: queries with few and many rows, and their cost.

The alternative is a bare view: it asks the database the same through Django's ORM, reads all it
gets, and renders the same cells by one plain template. It has no layout, no rights, no law, no
middleware.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from http import HTTPStatus
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.models import QuerySet
from django.template import engines
from django.test import Client

from bangvang.accounts.models import Account
from bangvang.foundation.actor import Actor, Role
from bangvang.nominations.models import Batch, Nomination
from bangvang.nominations.states import State
from bench.law.postgresql import Connection
from bench.nominations import year
from bench.register import process
from bench.register.made import Made
from bench.rounds import Disagreement, Row, medians

FEW = (12, 8)
"""The rows of the first two lists, of which one is taken up: the round when it is small."""
SIZES = {"SQLite": (30, 67), "PostgreSQL": (300, 67)}
"""How many units hand in how many rows each."""
SMALL = (5, 12)
SPECIALISTS = 8
TAKEN_UP = 4, 5
"""Four of five lists are taken up."""
TIMES_BARE = 2.0
BARE = engines["django"].from_string(
    "<!doctype html><title>{{ title }}</title><table>"
    "{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}"
    "</table>"
)
READS = re.compile(r"\s*\(*(SELECT|WITH)\b", re.IGNORECASE)
CELLS = ("td", "th")
Step = QuerySet[Any] | tuple[str, Any]
"""A query set that is read whole, or a statement that no query set stands for."""


@dataclass(frozen=True)
class Page:
    """A page of lists, and who opens it."""

    name: str
    who: str
    address: str


def rows(engine: str, *, small: bool, connection: Connection | None = None) -> list[Row]:
    """Measure on one engine.

    Raises:
        Disagreement: a page takes other queries with many rows than with few.
        Stopped: a process of its own ended without figures.
    """
    units, each = SMALL if small else SIZES[engine]
    told = process.run(__name__, "tell", units, each, connection=connection, day=year.DAY)
    for name, (few, many) in told["queries"].items():
        if few != many:
            raise Disagreement(f"{engine}, {name}: {few} queries, then {many}")
    made = told["made"]
    found = [
        Row(
            f"{name}, {made:,} rows, {engine}",
            "s",
            ours,
            told["bare"][name],
            f"a bare view: the same {told['queries'][name][1]} queries and rows",
            None,
            "at_most",
        )
        for name, ours in told["ours"].items()
    ]
    middle = median(row.ratio for row in found)
    whole = Row(
        f"the median page, {engine}", "×", middle, 1.0, "a bare view", TIMES_BARE, "at_most"
    )
    return [*found, whole, *_driven(engine, told)]


def _driven(engine: str, told: dict[str, Any]) -> Iterator[Row]:
    """Return how long the year took: from the spreadsheet to the finding, row by row."""
    for name, seconds in told["driven"].items():
        each = seconds / told["made"] * 1000
        yield Row(f"{name}, {engine}", "ms a row", each, each, "itself, for information", None)


def tell(units: str, each: str) -> None:
    """Drive a year through this process's database and print figures; for a process of its own."""
    settings.ALLOWED_HOSTS = ["*"]
    call_command("collectstatic", interactive=False, verbosity=0)
    register = year.populate()
    everybody = year.units(int(units))
    specialists = [year.office(Role.SPECIALIST, number) for number in range(1, SPECIALISTS + 1)]
    head = year.office(Role.OFFICE_HEAD)
    year.open_accounts(
        [head, *specialists, *(who for unit in everybody for who in (unit.officer, unit.head))]
    )
    round_ref = year.open_the_round()
    for unit, size in zip(everybody, FEW, strict=False):
        first = year.prepare_list(register, unit, min(size, int(each)), round_ref)
        year.hand_in(unit, first)
        if unit is everybody[0]:
            year.appraise(first, specialists[0])
    few = {page.name: len(_captured(page)) for page in _pages(round_ref)}
    driven = drive(register, everybody[len(FEW) :], int(each), round_ref, specialists)
    pages = _pages(round_ref)
    statements = {page.name: _captured(page) for page in pages}
    works: dict[tuple[str, str], Callable[[], object]] = {}
    for page in pages:
        works[page.name, "ours"] = _opening(page)
        works[page.name, "bare"] = _bare(page, statements[page.name])
    seconds = medians(works)
    told = {
        "made": Nomination.objects.count(),
        "queries": {name: [few[name], len(ran)] for name, ran in statements.items()},
        "driven": driven,
        **{way: {page.name: seconds[page.name, way] for page in pages} for way in ("ours", "bare")},
    }
    sys.stdout.write(json.dumps(told) + "\n")


def drive(
    register: Made,
    units: Sequence[year.Unit],
    each: int,
    round_ref: str,
    specialists: Sequence[Actor],
) -> dict[str, float]:
    """Let units hand in their lists and the office take most of them up; return the seconds."""
    began = perf_counter()
    lists = [year.prepare_list(register, unit, each, round_ref) for unit in units]
    drafted = perf_counter()
    for unit, batch in zip(units, lists, strict=True):
        year.hand_in(unit, batch)
    handed_in = perf_counter()
    some, of = TAKEN_UP
    for number, batch in enumerate(lists[: len(lists) * some // of]):
        year.appraise(batch, specialists[number % len(specialists)])
    taken_up = perf_counter()
    return {
        "from the spreadsheet to a draft list": drafted - began,
        "handing in": handed_in - drafted,
        "taking up with the law, returning one row in ten": (taken_up - handed_in) * of / some,
    }


def _pages(round_ref: str) -> list[Page]:
    """Return the pages that show lists of rows, as they stand now."""
    taken_up = Nomination.objects.filter(state=State.CHECKED).order_by("pk")[0]
    batch = Batch.objects.get(pk=taken_up.batch_id).ref
    mine = "specialist-1"
    return [
        Page("the first page of the office", mine, "/thuong-truc/"),
        Page("all rows", mine, "/thuong-truc/ho-so/"),
        Page("rows under appraisal", mine, "/thuong-truc/ho-so/?trang-thai=CHECKED"),
        Page("all lists", mine, "/thuong-truc/danh-sach/"),
        Page("one list at the office", mine, f"/thuong-truc/danh-sach/{batch}/"),
        Page("the round", mine, f"/thuong-truc/dot-xet/{round_ref}/"),
        Page("one row of the queue", mine, f"/thuong-truc/ho-so/{taken_up.ref}/?luot=cua-toi"),
        Page("one list at its unit", "don-vi-0", f"/don-vi/danh-sach/{batch}/"),
    ]


def _opening(page: Page) -> Callable[[], bytes]:
    client = Client()
    client.force_login(Account.objects.get(username=page.who))

    def open_page() -> bytes:
        answer = client.get(page.address)
        if answer.status_code != HTTPStatus.OK:
            raise Disagreement(f"{page.address}: {answer.status_code}")
        return answer.content

    return open_page


def _captured(page: Page) -> list[Step]:
    """Return what the page asks of the database, once its caches are warm."""
    open_page = _opening(page)
    open_page()
    asked: list[Step] = []
    inside = False
    fetch: Callable[[QuerySet[Any]], None] = QuerySet._fetch_all

    def keep_set(one: QuerySet[Any]) -> None:
        nonlocal inside
        is_first = one._result_cache is None and not inside
        if is_first:
            asked.append(one.all())
        inside, before = True, inside
        fetch(one)
        inside = before

    def keep_statement(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not inside and READS.match(sql):
            asked.append((sql, params))
        return execute(sql, params, many, context)

    ours = patch.object(QuerySet, "_fetch_all", keep_set)
    with ours, connection.execute_wrapper(keep_statement):
        open_page()
    return asked


def _bare(page: Page, asked: list[Step]) -> Callable[[], str]:
    cells = _Cells()
    cells.feed(_opening(page)().decode())

    def answer() -> str:
        for step in asked:
            if isinstance(step, QuerySet):
                list(step.all())
            else:
                with connection.cursor() as cursor:
                    cursor.execute(*step)
                    cursor.fetchall()
        return BARE.render({"title": page.name, "rows": cells.rows})

    return answer


class _Cells(HTMLParser):
    """The texts of a page's table cells, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  the parser's
        if tag == "tr":
            self.rows.append([])
        elif tag in CELLS and self.rows:
            self.rows[-1].append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag not in CELLS

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1] += data.strip()
