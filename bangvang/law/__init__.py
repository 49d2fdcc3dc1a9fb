"""The law engine: pure rules with days, clauses and three answers; standard library only.

Numbers and lists are dated, cited entries in ``texts/*.toml``; rules in ``titles/`` are small
trees of criteria that read them. ``appraise`` asks the rules in force on the day a file was
received about one nominee's record and returns ``MET``, ``NOT_MET`` or ``FOR_A_PERSON`` with
sentences, clauses and rows. What is not read from a source text never decides alone.
Covered: files received from 2017-10-01; from 2026-10-01 the amended text has not been seen, and
every answer is for a person.
"""

from bangvang.law.appraise import Appraisal, appraise
from bangvang.law.authority import Authority, authority_for
from bangvang.law.catalogue import (
    Award,
    AwardClass,
    Level,
    RecordKind,
    Subject,
    UnknownAward,
    award_abbr,
    award_name,
    award_of,
    catalogue,
    find_code,
)
from bangvang.law.citation import Citation
from bangvang.law.dated import Entry, NotInForce, Value
from bangvang.law.entering import Given, accepted
from bangvang.law.entry_names import entry_name
from bangvang.law.facts import SPAN, Certainty, Hand, Number, RecordHand
from bangvang.law.finding import Answer, Finding, FindingLine, Missing, Reason, Used
from bangvang.law.gaps import Gap, gaps, gaps_on
from bangvang.law.instruments import Instrument, Seen, instrument_name, instruments
from bangvang.law.kinds import Kind, find_kind, kind_name
from bangvang.law.loading import Texts, shipped, texts
from bangvang.law.overlay import (
    AS_CODED,
    WORDING,
    ReadingOfText,
    laid_over,
    using,
    using_when_asked,
)
from bangvang.law.papers import Paper, papers_required
from bangvang.law.questions import AskedFor, Question, questions
from bangvang.law.readers import Reader, readers_on
from bangvang.law.reading import (
    CatalogueLine,
    catalogue_on,
    explain_rules,
    explain_wording,
)
from bangvang.law.record import Bar, BarKind, Days, Held, Record
from bangvang.law.regimes import in_force
from bangvang.law.rewards import Reward, reward_for
from bangvang.law.routes import Route
from bangvang.law.rule import Rule, RuleText
from bangvang.law.rulebook import routes_on, rulebook, rulebook_version
from bangvang.law.value_forms import (
    WORDING_UNIT,
    Form,
    NotAccepted,
    form_of,
    value_in_words,
    value_of,
)
from bangvang.law.voting import Agreement, Share, agreement_needed
from bangvang.law.waiting import Unconfirmed, unconfirmed

__all__ = [
    "AS_CODED",
    "SPAN",
    "WORDING",
    "WORDING_UNIT",
    "Agreement",
    "Answer",
    "Appraisal",
    "AskedFor",
    "Authority",
    "Award",
    "AwardClass",
    "Bar",
    "BarKind",
    "CatalogueLine",
    "Certainty",
    "Citation",
    "Days",
    "Entry",
    "Finding",
    "FindingLine",
    "Form",
    "Gap",
    "Given",
    "Hand",
    "Held",
    "Instrument",
    "Kind",
    "Level",
    "Missing",
    "NotAccepted",
    "NotInForce",
    "Number",
    "Paper",
    "Question",
    "Reader",
    "ReadingOfText",
    "Reason",
    "Record",
    "RecordHand",
    "RecordKind",
    "Reward",
    "Route",
    "Rule",
    "RuleText",
    "Seen",
    "Share",
    "Subject",
    "Texts",
    "Unconfirmed",
    "UnknownAward",
    "Used",
    "Value",
    "accepted",
    "agreement_needed",
    "appraise",
    "authority_for",
    "award_abbr",
    "award_name",
    "award_of",
    "catalogue",
    "catalogue_on",
    "entry_name",
    "explain_rules",
    "explain_wording",
    "find_code",
    "find_kind",
    "form_of",
    "gaps",
    "gaps_on",
    "in_force",
    "instrument_name",
    "instruments",
    "kind_name",
    "laid_over",
    "papers_required",
    "questions",
    "readers_on",
    "reward_for",
    "routes_on",
    "rulebook",
    "rulebook_version",
    "shipped",
    "texts",
    "unconfirmed",
    "using",
    "using_when_asked",
    "value_in_words",
    "value_of",
]
