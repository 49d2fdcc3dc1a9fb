"""The filters and tags of every page."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template

from bangvang.foundation.vietnamese import ReadDate, read_date
from bangvang.web.components.templatetags import bangvang

NB = "\u00a0"
EVENING = datetime(2022, 4, 19, 17, 30, tzinfo=UTC)


def drawn(source: str, **names: object) -> str:
    return Template(source).render(Context(names))


def test_a_day_is_said_day_first() -> None:
    assert bangvang.day(date(2022, 4, 19)) == "19/04/2022"


def test_the_day_of_a_moment_is_the_day_in_the_province() -> None:
    assert bangvang.day(EVENING) == "20/04/2022"
    assert bangvang.day(datetime(2022, 4, 19, 17, 30)) == "19/04/2022"  # noqa: DTZ001  a bare clock


def test_a_date_not_wholly_known_says_only_what_is_known() -> None:
    partly = read_date("04/2022")

    assert isinstance(partly, ReadDate)
    assert bangvang.day(partly) == "04/2022"
    assert bangvang.weekday_day(partly) == "04/2022"


def test_a_weekday_goes_before_its_day() -> None:
    assert bangvang.weekday_day(date(2026, 9, 14)) == "thứ Hai, 14/09/2026"


def test_a_moment_is_said_as_the_clock_stood_in_the_province() -> None:
    assert bangvang.moment(EVENING) == f"00:30 ngày{NB}20/04/2022"


@pytest.mark.parametrize(
    "name", ["day", "weekday_day", "moment", "number", "money", "share", "filesize", "fingerprint"]
)
def test_nothing_is_said_of_what_is_not_there(name: str) -> None:
    assert drawn("{{ gone|" + name + " }}{{ none|" + name + " }}", none=None) == ""


def test_numbers_and_money_have_dots_between_thousands() -> None:
    assert bangvang.number(1_421_384) == "1.421.384"
    assert bangvang.money(4_470_000) == f"4.470.000{NB}đồng"


def test_nought_is_a_number() -> None:
    assert bangvang.number(0) == "0"


@pytest.mark.parametrize(
    ("value", "said"), [("0.925", "92,5%"), ("1", "100%"), ("0.9", "90%"), ("0", "0%")]
)
def test_a_share_is_said_in_percent(value: str, said: str) -> None:
    assert bangvang.share(Decimal(value)) == said


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, f"1{NB}kB"), (319_488, f"312{NB}kB"), (1_258_291, f"1,2{NB}MB"), (20 << 20, f"20{NB}MB")],
)
def test_the_size_of_a_file_is_said_in_what_fits(size: int, said: str) -> None:
    assert bangvang.filesize(size) == said


def test_a_fingerprint_shows_its_beginning_in_groups() -> None:
    assert bangvang.fingerprint("9f3c21ab77d0") == f"9f3c{NB}21ab"
    assert bangvang.fingerprint("9f3c21ab77d0", 3) == f"9f3c{NB}21ab{NB}77d0"


def test_bound_words_are_still_escaped() -> None:
    assert drawn("{{ text|bind }}", text="thi đua <b>") == f"thi{NB}đua &lt;b&gt;"


def test_bound_markup_stays_markup() -> None:
    assert drawn("{{ text|safe|bind }}", text="<b>thi đua</b>") == f"<b>thi{NB}đua</b>"


def test_nothing_bound_is_nothing() -> None:
    assert bangvang.bind(None) == ""


def test_an_icon_is_hidden_from_readers_and_points_into_the_sheet() -> None:
    assert drawn('{% icon "met" %}') == (
        '<svg class="i" aria-hidden="true" focusable="false">'
        '<use href="/static/img/icons.svg#met"/></svg>'
    )


def test_a_component_sees_its_inputs_and_its_body_only() -> None:
    seen = drawn(
        '{% component "notice" kind="info" %}<p>{{ word }}</p>{% endcomponent %}',
        word="<Hạn>",
        title="not handed on",
    )

    assert "<p>&lt;Hạn&gt;</p>" in seen
    assert "not handed on" not in seen


def test_a_component_with_a_form_carries_the_token() -> None:
    seen = drawn(
        '{% component "confirm" title="Trả lại?" act="Trả lại" %}{% endcomponent %}',
        csrf_token="abc",
    )

    assert 'name="csrfmiddlewaretoken" value="abc"' in seen
