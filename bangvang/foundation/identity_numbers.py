"""Identity numbers in text that people write: noticed, and hidden but for their end."""

import re

_NUMBER = re.compile(r"(?<!\d)(?:\d{12}|\d{9}|\d{3}(?: \d{3}){2,3})(?!\d)")
"""Nine digits (until 2016) or twelve, also by threes."""
SHOWN = 3


def names_a_number(text: str) -> bool:
    """Tell whether something in the text may be an identity number."""
    return _NUMBER.search(text) is not None


def masked(text: str) -> str:
    """Return the text with the last three digits of each such number, as everywhere."""
    return _NUMBER.sub(lambda found: f"•••••••••{found.group()[-SHOWN:]}", text)
