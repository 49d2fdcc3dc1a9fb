"""Asking a scanner: what is sent, what each answer means, a scanner that is away."""

import pytest

from bangvang.foundation.files.clamd import PIECE, ScannerAway, malware_in
from bangvang.foundation.tests.scanner import scanner


def test_the_whole_content_arrives_in_pieces() -> None:
    content = b"a" * (PIECE + 5)

    with scanner("stream: OK") as (address, seen):
        assert malware_in(content, address=address) == ""

    assert seen == [content]


def test_malware_is_named() -> None:
    with scanner("stream: Eicar-Test-Signature FOUND") as (address, _):
        assert malware_in(b"x", address=address) == "Eicar-Test-Signature"


@pytest.mark.parametrize("said", ["INSTREAM size limit exceeded. ERROR", ""])
def test_another_answer_is_no_answer(said: str) -> None:
    with scanner(said) as (address, _), pytest.raises(ScannerAway):
        malware_in(b"x", address=address)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "unix:///nowhere/clamd.sock"])
def test_a_scanner_that_is_away_says_so(address: str) -> None:
    with pytest.raises(ScannerAway):
        malware_in(b"x", address=address)


def test_it_answers_on_a_socket_of_the_machine() -> None:
    with scanner("stream: OK", unix=True) as (address, seen):
        assert malware_in(b"abc", address=address) == ""

    assert seen == [b"abc"]
