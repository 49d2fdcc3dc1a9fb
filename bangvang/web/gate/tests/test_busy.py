"""Where others hold the database for too long, a page says so, and that nothing was written."""

import sqlite3

import psycopg
import pytest
from django.db import OperationalError
from django.test import RequestFactory

from bangvang.web.refusals import RefusalsMiddleware


def raised(cause: Exception) -> OperationalError:
    error = OperationalError("something")
    error.__cause__ = cause
    return error


def locked(name: str) -> sqlite3.OperationalError:
    cause = sqlite3.OperationalError("database is locked")
    cause.sqlite_errorname = name
    return cause


@pytest.mark.parametrize(
    "cause",
    [
        locked("SQLITE_BUSY"),
        psycopg.errors.LockNotAvailable("canceling statement"),
        psycopg.errors.DeadlockDetected("deadlock detected"),
    ],
)
def test_a_page_asks_to_wait(cause: Exception, rf: RequestFactory) -> None:
    middleware = RefusalsMiddleware(lambda _: pytest.fail("not asked"))
    request = rf.post("/don-vi/", headers={"HX-Request": "true"})
    request._messages = _Messages()  # type: ignore[attr-defined]  # as the middleware would

    answer = middleware.process_exception(request, raised(cause))

    assert answer is not None
    assert answer.status_code == 503
    assert answer["Retry-After"] == "10"
    assert "chưa được ghi" in request._messages.said  # type: ignore[attr-defined]  # as above


def test_other_trouble_of_the_database_is_a_bug(rf: RequestFactory) -> None:
    middleware = RefusalsMiddleware(lambda _: pytest.fail("not asked"))

    assert middleware.process_exception(rf.get("/"), raised(locked("SQLITE_CANTOPEN"))) is None


class _Messages:
    said = ""

    def add(self, _level: int, said: str, _tags: str) -> None:
        self.said = said
