"""The law engine: pure rules with days, clauses and three answers; standard library only.

Numbers and lists are dated, cited entries in ``texts/*.toml``; rules in ``titles/`` are small
trees of criteria that read them. ``appraise`` asks the rules in force on the day a file was
received about one nominee's record and returns ``MET``, ``NOT_MET`` or ``FOR_A_PERSON`` with
sentences, clauses and rows. What is not read from a source text never decides alone.
Covered: files received from 2017-10-01; from 2026-10-01 the amended text has not been seen, and
every answer is for a person.
"""

from bangvang.law.answers import PROVABLE, answer_of
from bangvang.law.appraise import Appraisal, appraise
from bangvang.law.asking import Matter, ask, routes_of, rule_of
from bangvang.law.authority import Authority, Grantor, authority_for, grantors_of
from bangvang.law.bars import bar_finding, counted_anew, merit_from
from bangvang.law.catalogue import (
    Award,
    AwardClass,
    CommendationForm,
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
from bangvang.law.changes import Change, ChangeDay, asked_ever, changes_of_law
from bangvang.law.citation import Citation
from bangvang.law.clauses import ClauseUse, WayRead, clauses_used, ways_not_coded, ways_read
from bangvang.law.dated import NotInForce
from bangvang.law.deadlines import Deadline, Step, after_working_days, deadline_for
from bangvang.law.dossiers import Dossier, dossier_for
from bangvang.law.facts import SPAN, Certainty, Hand, Number, RecordHand
from bangvang.law.finding import Answer, Finding, FindingLine, Missing, Reason, Used
from bangvang.law.gaps import Gap, gaps, gaps_on
from bangvang.law.groups import (
    Base,
    Count,
    GroupRule,
    Proposal,
    TieHint,
    group_rules_on,
    tie_hint,
)
from bangvang.law.instruments import Seen, instrument_name
from bangvang.law.kinds import Kind, find_kind, kind_name
from bangvang.law.loading import Texts
from bangvang.law.outlook import (
    YearAhead,
    ahead,
    can_be_received_from,
    earliest,
    has_routes,
    out_of_reach,
    questions_of,
    read_day,
)
from bangvang.law.overlay import AS_CODED, WORDING, ReadingOfText, laid_over, using
from bangvang.law.paid_together import Granted, Payment, paid_together
from bangvang.law.paper_forms import Form
from bangvang.law.papers import Paper, Simple, papers_required, simple_cases, simple_procedure
from bangvang.law.province import Delegation, left_to_province, province_rule, province_rules_on
from bangvang.law.province_layer import ProvinceRule
from bangvang.law.questions import AskedFor, Question, questions
from bangvang.law.reading import (
    CatalogueLine,
    Unconfirmed,
    catalogue_on,
    explain_rules,
    unconfirmed,
)
from bangvang.law.record import Bar, BarKind, Days, Held, Record
from bangvang.law.regimes import NothingFound, in_force
from bangvang.law.rewards import Reward, reward_for
from bangvang.law.routes import Route
from bangvang.law.rule import Rule, RuleText
from bangvang.law.rulebook import routes_on, rulebook, rulebook_version
from bangvang.law.voting import (
    Agreement,
    Quorum,
    Share,
    agreement_needed,
    central_quorum,
    provincial_quorum,
    written_opinions_in_minutes,
)

__all__ = [
    "AS_CODED",
    "PROVABLE",
    "SPAN",
    "WORDING",
    "Agreement",
    "Answer",
    "Appraisal",
    "AskedFor",
    "Authority",
    "Award",
    "AwardClass",
    "Bar",
    "BarKind",
    "Base",
    "CatalogueLine",
    "Certainty",
    "Change",
    "ChangeDay",
    "Citation",
    "ClauseUse",
    "CommendationForm",
    "Count",
    "Days",
    "Deadline",
    "Delegation",
    "Dossier",
    "Finding",
    "FindingLine",
    "Form",
    "Gap",
    "Granted",
    "Grantor",
    "GroupRule",
    "Hand",
    "Held",
    "Kind",
    "Level",
    "Matter",
    "Missing",
    "NotInForce",
    "NothingFound",
    "Number",
    "Paper",
    "Payment",
    "Proposal",
    "ProvinceRule",
    "Question",
    "Quorum",
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
    "Simple",
    "Step",
    "Subject",
    "Texts",
    "TieHint",
    "Unconfirmed",
    "UnknownAward",
    "Used",
    "WayRead",
    "YearAhead",
    "after_working_days",
    "agreement_needed",
    "ahead",
    "answer_of",
    "appraise",
    "ask",
    "asked_ever",
    "authority_for",
    "award_abbr",
    "award_name",
    "award_of",
    "bar_finding",
    "can_be_received_from",
    "catalogue",
    "catalogue_on",
    "central_quorum",
    "changes_of_law",
    "clauses_used",
    "counted_anew",
    "deadline_for",
    "dossier_for",
    "earliest",
    "explain_rules",
    "find_code",
    "find_kind",
    "gaps",
    "gaps_on",
    "grantors_of",
    "group_rules_on",
    "has_routes",
    "in_force",
    "instrument_name",
    "kind_name",
    "laid_over",
    "left_to_province",
    "merit_from",
    "out_of_reach",
    "paid_together",
    "papers_required",
    "province_rule",
    "province_rules_on",
    "provincial_quorum",
    "questions",
    "questions_of",
    "read_day",
    "reward_for",
    "routes_of",
    "routes_on",
    "rule_of",
    "rulebook",
    "rulebook_version",
    "simple_cases",
    "simple_procedure",
    "tie_hint",
    "unconfirmed",
    "using",
    "ways_not_coded",
    "ways_read",
    "written_opinions_in_minutes",
]
