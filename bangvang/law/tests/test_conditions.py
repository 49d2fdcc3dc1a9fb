"""The conditions that case files name are told in words, and none is named that does not exist."""

import re

from bangvang.law.tests.cases import CASES, HERE
from bangvang.law.tests.conditions import PAGE, page

NAMED = re.compile(r"because = \[(.*)\]")


def test_the_page_of_conditions_is_the_one_the_rules_print() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_condition_a_case_names_is_on_the_page() -> None:
    told = set(re.findall(r"^\| `([^`]+)` ", PAGE.read_text(encoding="utf-8"), re.MULTILINE))

    assert {rule for case in CASES for rule in case.because} == told


def test_the_example_of_the_guide_names_conditions_that_exist() -> None:
    guide = (HERE / "README.md").read_text(encoding="utf-8")
    named = {rule for line in NAMED.findall(guide) for rule in re.findall(r'"([^"]+)"', line)}

    assert named
    assert named <= {rule for case in CASES for rule in case.because}
