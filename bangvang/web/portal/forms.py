"""What somebody asks of the register, read from an address that anybody may type."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from bangvang.foundation.vietnamese import tidy
from bangvang.registry.selectors.operators import LONGEST_TEXT
from bangvang.registry.selectors.public import AwardChoices


@dataclass(frozen=True)
class LookUp:
    """A question to the register; empty parts ask nothing."""

    query: str = ""
    code: str = ""
    year: int | None = None

    def address(self) -> dict[str, str]:
        """Return the parts that are asked, as they stand in the address."""
        said = {"q": self.query, "danh-hieu": self.code, "nam": str(self.year or "")}
        return {name: value for name, value in said.items() if value}

    def address_without(self, name: str) -> str:
        """Return the address with one part taken away."""
        kept = {part: value for part, value in self.address().items() if part != name}
        return "?" + urlencode(kept)

    def address_with_query(self, text: str) -> str:
        """Return the address with other words in the box."""
        return "?" + urlencode(replace(self, query=text).address())


def look_up(said: Mapping[str, str], choices: AwardChoices) -> LookUp:
    """Return what is asked; an award or a year that the register does not have asks nothing."""
    code, year = said.get("danh-hieu", ""), said.get("nam", "")
    return LookUp(
        query=tidy(said.get("q", ""))[:LONGEST_TEXT],
        code=code if code in dict(choices.awards) else "",
        year=next((known for known in choices.years if str(known) == year), None),
    )
