"""In whose name the province issues a paper, and how it is signed."""

from dataclasses import dataclass

from bangvang.decisions.states import Kind

PLACE = "Lào Cai"
PROVINCE = f"tỉnh {PLACE}"
COMMITTEE = f"Ủy ban nhân dân {PROVINCE}"
COUNCIL = "Hội đồng Thi đua - Khen thưởng tỉnh"


@dataclass(frozen=True)
class Issuer:
    """Who issues a kind of paper.

    `name` stands in sentences, `symbol` after the number, `on_behalf` above the signer's post.
    """

    name: str
    symbol: str
    on_behalf: str


ISSUERS = {
    Kind.DECISION: Issuer(f"Chủ tịch {COMMITTEE}", "QĐ-UBND", ""),
    Kind.SUBMISSION: Issuer(COMMITTEE, "TTr-UBND", "TM. Ủy ban nhân dân"),
}
