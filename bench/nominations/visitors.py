"""What two hundred people do at once: Locust runs this file as a process of its own.

Whatever the system said it had written is noted, a line of JSON each, in the file that the
environment names; afterwards somebody looks whether it is there.
"""

import json
import os
import random
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from locust import HttpUser, between, events, task

PASSWORD = os.environ["BENCH_PASSWORD"]
ROUND = os.environ["BENCH_ROUND"]
NOTED = Path(os.environ["BENCH_NOTED"])
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
VERSION = re.compile(r'name="version" value="(\d+)"')
ROW = re.compile(r'href="/thuong-truc/ho-so/(\w+)/"')
PAGE = re.compile(r"trang=(\d+)")
LIST = re.compile(r'href="/don-vi/danh-sach/(\w+)/"')
HEADINGS = "TT,Họ và tên,Ngày sinh,Chức vụ,Đơn vị,Hình thức đề nghị,Thành tích"
SYLLABLES = ("Sơn", "Suối", "Núi", "Rừng", "Mây", "Gió", "Nắng", "Sao", "Trăng", "Đồi")
ROWS = 5
SEE_OTHER, REFUSED = 302, 422
officers, heads, specialists = count(), count(), count(1)


class Person(HttpUser):
    """Somebody who signed in and takes a few seconds between two pages."""

    abstract = True
    wait_time = between(5, 15)
    username = ""

    def on_start(self) -> None:
        """Sign in; each request has a connection of its own, as behind a proxy."""
        self.client.headers["Connection"] = "close"
        page = self.client.get("/dang-nhap/", name="the gate").text
        self.send(
            "/dang-nhap/", page, "signing in", {"username": self.username, "password": PASSWORD}
        )

    def send(
        self, address: str, page: str, name: str, data: dict[str, Any], **more: Any
    ) -> tuple[int, str]:
        """Send a form of that page; return status and where the answer leads.

        A refusal is an answer, anything but a refusal or a way on is a failure.
        """
        data = data | {"csrfmiddlewaretoken": token_in(page)}
        with self.client.post(
            address,
            data,
            name=name,
            allow_redirects=False,
            catch_response=True,
            headers={"Referer": f"{self.host}{address}"},
            **more,
        ) as answer:
            if answer.status_code in (SEE_OTHER, REFUSED):
                answer.success()
            else:
                answer.failure(f"{answer.status_code}: {answer.text[:300]}")
            return answer.status_code, answer.headers.get("Location", "")


class Officer(Person):
    """Looks at the unit's lists, and makes a new draft of a small spreadsheet."""

    weight = 12

    def __init__(self, *args: Any, **more: Any) -> None:
        """Take the next unit."""
        super().__init__(*args, **more)
        self.number = next(officers)
        self.username = f"don-vi-{self.number}"
        self.names = unheard_of(self.number)

    @task(3)
    def look(self) -> None:
        """Open the first page, the lists, and one of them."""
        self.client.get("/don-vi/", name="the first page of a unit")
        page = self.client.get("/don-vi/danh-sach/", name="lists of a unit").text
        if found := LIST.findall(page):
            address = f"/don-vi/danh-sach/{random.choice(found)}/"  # noqa: S311  no secret
            self.client.get(address, name="one list of a unit")

    @task(1)
    def draft(self) -> None:
        """Upload a list of five people, look at the preview, save."""
        page = self.client.get("/don-vi/tai-len/", name="the form of an upload").text
        lines = [HEADINGS] + [
            f"{row},{next(self.names)},12/6/1985,Chuyên viên,,CSTĐ tỉnh,Việc tốt"
            for row in range(1, ROWS + 1)
        ]
        file = ("danh-sach.csv", "\n".join(lines).encode(), "text/csv")
        status, to = self.send(
            "/don-vi/tai-len/", page, "an upload", {"round": ROUND}, files={"file": file}
        )
        if status != SEE_OTHER:
            return
        page = self.client.get(to, name="a preview").text
        status, to = self.send(f"{to}luu/", page, "saving a draft", {})
        if status == SEE_OTHER:
            note("draft", ref=to.split("#")[0].rstrip("/").rsplit("/", 1)[-1], rows=ROWS)


class Head(Person):
    """Reads."""

    weight = 4

    def __init__(self, *args: Any, **more: Any) -> None:
        """Take the next unit."""
        super().__init__(*args, **more)
        self.username = f"thu-truong-{next(heads)}"

    @task
    def look(self) -> None:
        """Open the first page and the lists."""
        self.client.get("/don-vi/", name="the first page of a unit")
        self.client.get("/don-vi/danh-sach/", name="lists of a unit")


class Specialist(Person):
    """Goes through rows and returns some; two may decide on one row at the same time."""

    weight = 4

    def __init__(self, *args: Any, **more: Any) -> None:
        """Take the next account of the office."""
        super().__init__(*args, **more)
        self.username = f"specialist-{next(specialists)}"
        self.rows: list[str] = []
        self.pages = ["1"]
        self.returned = 0

    @task(2)
    def look(self) -> None:
        """Open the first page and the rows under appraisal."""
        self.client.get("/thuong-truc/", name="the first page of the office")
        address = f"/thuong-truc/ho-so/?trang-thai=CHECKED&trang={random.choice(self.pages)}"  # noqa: S311  no secret
        page = self.client.get(address, name="rows under appraisal").text
        self.rows, self.pages = ROW.findall(page), PAGE.findall(page) or ["1"]

    @task(3)
    def conclude(self) -> None:
        """Read a row and return it with a reason that nobody else wrote."""
        if not self.rows:
            return
        ref = random.choice(self.rows)  # noqa: S311  no secret
        self.client.get(f"/thuong-truc/ho-so/{ref}/", name="one row at the office")
        address = f"/thuong-truc/ho-so/{ref}/tra-lai/"
        page = self.client.get(address, name="the form of returning").text
        seen = VERSION.search(page)
        if seen is None:
            return
        self.returned += 1
        reason = f"Bổ sung, {self.username}, lần {self.returned}."
        data = {"version": seen[1], "reason": reason}
        status, _ = self.send(address, page, "returning a row", data)
        if status == SEE_OTHER:
            note("return", ref=ref, reason=reason)


def token_in(page: str) -> str:
    """Return the token that a form of this page sends along."""
    found = TOKEN.search(page)
    return found[1] if found else ""


def unheard_of(unit: int) -> Iterator[str]:
    """Yield names that no register has, none of them twice."""
    for number in count(unit * 10_000):
        yield "Lù " + " ".join(SYLLABLES[int(digit)] for digit in str(number))


def note(what: str, **more: object) -> None:
    """Note what the system said it had written."""
    with NOTED.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"what": what} | more, ensure_ascii=False) + "\n")


@events.request.add_listener
def _say_what_broke(name: str, exception: BaseException | None, **_: object) -> None:
    if exception is not None:
        note("broken", name=name, said=str(exception)[:300])
