"""The gallery shows everything, and nothing on it needs what the CSP forbids."""

import re
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import RequestFactory

from bangvang.web.components.gallery import examples, gallery

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def shown() -> str:
    return render_to_string("components/gallery.html", {**examples(), "csrf_token": "abc"})


def test_the_gallery_answers_without_a_database() -> None:
    answer = gallery(RequestFactory().get("/"))

    assert isinstance(answer, HttpResponse)
    assert answer.status_code == 200


def test_nothing_is_styled_or_scripted_inside_a_page() -> None:
    page = shown()

    assert re.findall(r'\sstyle="|<style|\son[a-z]+="', page) == []
    assert [tag for tag in re.findall(r"<script[^>]*>", page) if "src=" not in tag] == []


def test_every_component_is_shown_or_used_by_one_that_is() -> None:
    sources = "".join(
        path.read_text() for path in TEMPLATES.rglob("*.html") if path.parent.name != "pages"
    )
    named = set(re.findall(r'components/(\w+)\.html"|component "(\w+)"', sources))
    used = {one or other for one, other in named}

    assert {path.stem for path in (TEMPLATES / "components").glob("*.html")} - used == {"gallery"}


def test_every_component_says_its_inputs_on_top() -> None:
    without = [
        path.name
        for path in (TEMPLATES / "components").glob("*.html")
        if not path.read_text().startswith(("{#", "{% comment %}"))
    ]

    assert without == []


def test_every_sign_that_is_drawn_is_on_the_sheet() -> None:
    sheet = (TEMPLATES.parent / "static" / "img" / "icons.svg").read_text()
    drawn = set(re.findall(r"icons\.svg#(\w+)", shown()))

    assert drawn - set(re.findall(r'<symbol id="(\w+)"', sheet)) == set()


@pytest.mark.parametrize("page", ["refused", "not_found", "not_allowed", "stale", "broken"])
@pytest.mark.parametrize("signed_in", [True, False])
def test_pages_of_trouble_stand_with_little_around_them(page: str, signed_in: bool) -> None:
    said = render_to_string(
        f"pages/{page}.html",
        {
            "signed_in": signed_in,
            "sentence": "Đã quá hạn nộp.",
            "reference": "AB12",
            "csrf_token": "x",
        },
    )

    assert "<h1>" in said


def test_the_page_of_a_failure_stands_alone() -> None:
    assert "AB12CD34" in render_to_string("pages/broken.html", {"reference": "AB12CD34"})
