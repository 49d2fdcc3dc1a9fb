"""The pages of the portal: what they show, what they take, what they answer to odd questions."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from bangvang.publishing.tests.factories import published
from bangvang.publishing.tests.province import award
from bangvang.web.portal.shown import honour_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 9, 14)


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.BANGVANG_DAY = TODAY


@pytest.fixture
def machine() -> Client:
    """A reader who is not counted, so that only reading costs statements."""
    return Client(headers={"User-Agent": "bot"})


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_portal_says_so_on_every_page(client: Client) -> None:
    assert "Chưa có tin nào được đăng." in text_of(client, "/")
    assert "Chưa có tin nào" in text_of(client, "/tin-tuc/")
    assert "Sổ chưa có lượt khen\u00a0thưởng nào" in text_of(client, "/khen-thuong/")


def test_the_first_page_leads_into_register_and_news(client: Client) -> None:
    award()
    published("Tin mới nhất")

    text = text_of(client, "/")

    assert "1 lượt khen" in text
    assert "?q=L%C3%B9%20V%C4%83n%20B%E1%BA%ADc%20Thang" in text
    assert 'href="/tin-tuc/tin-moi-nhat/"' in text


def test_an_article_shows_everything_that_belongs_to_it(client: Client) -> None:
    body = "Mở đầu.\n\n## Một\n\n- gạch\n\n## Hai\n\n1. số\n\n## Ba\n\n<script>alert(1)</script>"
    published("Bài chính", body=body)
    for number in range(30):
        published(f"Tin {number}", before=timedelta(hours=number + 1))

    text = text_of(client, "/tin-tuc/bai-chinh/")

    for said in (
        "<h1>Bài chính</h1>",
        "Lượt xem: <b>",
        '<h2 id="muc-1">Một</h2>',
        "<ul><li>gạch</li></ul>",
        '<ol class="points"><li>số</li></ol>',
        '<a href="#muc-3">Ba</a>',
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "Lù Thị Bút Mực",
        "Phòng Thi\u00a0đua, khen\u00a0thưởng, Sở Nội vụ",
        "Tin khác",
        "Thống kê truy cập",
        "Đăng nhập",
    ):
        assert said in text
    assert "<script>alert" not in text
    numbers = [item.number for item in client.get("/tin-tuc/bai-chinh/").context["pager"].items]
    assert numbers == [1, 2, 3, 4, 5, 6]


def test_a_short_article_has_no_contents(client: Client) -> None:
    published("Bài ngắn", body="## Một\n\nĐoạn.")

    assert "Trong bài này" not in text_of(client, "/tin-tuc/bai-ngan/")


@pytest.mark.parametrize(
    ("question", "status"),
    [("", 200), ("trang=2", 200), ("trang=3", 404), ("trang=0", 404), ("trang=x", 200)],
)
def test_the_news_turn_pages(client: Client, question: str, status: int) -> None:
    for number in range(11):
        published(f"Tin {number}", before=timedelta(hours=number))

    assert client.get(f"/tin-tuc/?{question}").status_code == status


def test_the_register_is_searched_and_narrowed_by_its_address(client: Client) -> None:
    award()
    award("Vàng Thị Lúa Chín", code="BK_TINH", year=2020)

    found = client.get("/khen-thuong/", {"q": "lua chin", "danh-hieu": "BK_TINH", "nam": "2020"})

    assert [row["award"].name for row in found.context["rows"]] == ["Vàng Thị Lúa Chín"]
    assert [(link.label, link.href) for link in found.context["chosen"]] == [
        ("“lua chin”", "?danh-hieu=BK_TINH&nam=2020"),
        ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "?q=lua+chin&nam=2020"),
        ("Năm 2020", "?q=lua+chin&danh-hieu=BK_TINH"),
    ]


def test_what_nobody_holds_is_said_to_be_missing(client: Client) -> None:
    award()

    assert "Không có lượt khen\u00a0thưởng nào khớp" in text_of(client, "/khen-thuong/?q=khong+co")


@pytest.mark.parametrize(
    "question",
    [
        "danh-hieu=LA",
        "danh-hieu=%00",
        "nam=1900",
        "nam=x",
        "q=%00",
        "q=%25",
        f"q={'a' * 5000}",
        f"trang={'9' * 40}",
        "trang=-1",
    ],
)
def test_odd_questions_are_answered(client: Client, question: str) -> None:
    award()

    assert client.get(f"/khen-thuong/?{question}").status_code == 200


def test_the_register_links_the_person_and_the_decisions_that_have_a_page(client: Client) -> None:
    linked = award(decision_ref="quyetdinh")
    award("Vàng Thị Lúa Chín")

    text = text_of(client, "/khen-thuong/")

    assert f'href="/khen-thuong/nguoi/{linked}/"' in text
    assert text.count('href="/khen-thuong/quyet-dinh/') == 1


def test_a_person_has_a_page(client: Client) -> None:
    ref = award()

    text = text_of(client, reverse("portal:person", args=[ref]))

    assert "<h1>Lù Văn Bậc Thang</h1>" in text
    assert "Chiến\u00a0sĩ thi\u00a0đua cấp tỉnh" in text


@pytest.mark.parametrize(
    ("address", "statements"),
    [("/", 6), ("/tin-tuc/", 3), ("/khen-thuong/", 7), ("/khen-thuong/?q=05", 8)],
)
def test_a_page_takes_as_many_statements_for_many_rows_as_for_one(
    machine: Client,
    address: str,
    statements: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    award()
    published("Tin")
    with django_assert_num_queries(statements):
        machine.get(address)
    award("Vàng Thị Lúa Chín")
    award("Giàng A Mây Sớm")
    published("Tin hai", before=timedelta(hours=1))

    with django_assert_num_queries(statements):
        machine.get(address)


@pytest.mark.parametrize("address", ["/", "/tin-tuc/", "/khen-thuong/", "/sitemap.xml", "/rss.xml"])
def test_the_portal_takes_nothing_in(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_machines_read_the_list_of_pages_and_the_feed(client: Client) -> None:
    published("Tin cho máy")

    pages = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314  our own page
    feed = ElementTree.fromstring(client.get("/rss.xml").content)  # noqa: S314  our own page

    assert [place.text for place in pages.findall(".//{*}loc")] == [
        f"http://testserver{path}"
        for path in ("/", "/tin-tuc/", "/khen-thuong/", "/lay-y-kien/", "/tin-tuc/tin-cho-may/")
    ]
    assert [item.findtext("title") for item in feed.iter("item")] == ["Tin cho máy"]
    assert [item.findtext("description") for item in feed.iter("item")] == ["Tóm tắt của tin."]


def test_each_award_has_its_mark() -> None:
    marks = [honour_of(code) for code in ("HCLD3", "CO_TINH", "BK_TTG", "GIAY_KHEN", "CSTDT")]

    assert marks == ["order", "flag", "paper", "paper", "title"]
