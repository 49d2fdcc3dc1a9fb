"""The law engine: pure rules with days, clauses and three answers; standard library only.

Numbers and lists are dated, cited entries in ``texts/*.toml``; rules in ``titles/`` are small
trees of criteria that read them. ``appraise`` asks the rules in force on the day a file was
received about one nominee's record and returns ``MET``, ``NOT_MET`` or ``FOR_A_PERSON`` with
sentences, clauses and rows. What is not read from a source text never decides alone.
Covered: files received from 2017-10-01; from 2026-10-01 the amended text has not been seen, and
every answer is for a person.
"""

from bangvang.law.acts import acts_on
from bangvang.law.answers import PROVABLE, answer_of
from bangvang.law.appraise import Appraisal, appraise
from bangvang.law.asking import Matter, ask, routes_of, rule_of
from bangvang.law.authority import Authority, Grantor, authority_for, grantors_of
from bangvang.law.bars import bar_finding, bars_told, counted_anew, merit_from
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
    not_then,
)
from bangvang.law.changes import Change, ChangeDay, asked_ever, changes_of_law
from bangvang.law.citation import Citation
from bangvang.law.clauses import (
    ClauseUse,
    WayRead,
    clauses_used,
    confirmed_cites,
    ways_not_coded,
    ways_read,
)
from bangvang.law.counts import UNBOUNDED, Number, number_of
from bangvang.law.dated import Entry, NotInForce, NotThen, Value
from bangvang.law.deadlines import (
    Deadline,
    Step,
    after_working_days,
    deadline_for,
    step_name,
)
from bangvang.law.dossiers import Dossier, dossier_for
from bangvang.law.entering import Given, accepted
from bangvang.law.entry_names import entry_name
from bangvang.law.explained import Condition, Explanation, HintSaid, OpenMatter, RowSaid, StillOpen
from bangvang.law.explaining import conditions_of, explain, proposed
from bangvang.law.facts import SPAN, Certainty, Hand, RecordHand
from bangvang.law.finding import Answer, Finding, FindingLine, Missing, Reason, Used
from bangvang.law.gaps import Gap, gaps, gaps_on, not_coded_told
from bangvang.law.groups import Base, Count, GroupRule, Proposal, TieHint, group_rules_on, tie_hint
from bangvang.law.instruments import Instrument, Seen, instrument_name, instruments
from bangvang.law.kinds import Kind, find_kind, kind_name
from bangvang.law.kinds_apart import KINDS_APART
from bangvang.law.loading import Texts, shipped, texts
from bangvang.law.once import other_forms
from bangvang.law.outlook import (
    YearAhead,
    ahead,
    can_be_received_from,
    earliest,
    has_routes,
    in_order,
    only_by,
    questions_of,
    read_day,
)
from bangvang.law.overlay import (
    AS_CODED,
    WORDING,
    ReadingOfText,
    laid_over,
    stops_on,
    using,
    using_when_asked,
)
from bangvang.law.paid_together import Granted, Payment, paid_together
from bangvang.law.paper_forms import Form as PaperForm
from bangvang.law.papers import (
    Paper,
    Simple,
    SimpleCases,
    paper_name,
    papers_required,
    simple_cases,
    simple_procedure,
)
from bangvang.law.province import (
    Delegation,
    added_ever,
    left_to_province,
    province_rule,
    province_rules_on,
)
from bangvang.law.province_layer import ProvinceRule
from bangvang.law.public_comment import Asked, PublicComment, public_comment_on
from bangvang.law.questions import AskedFor, Question, questions
from bangvang.law.readers import Reader, readers_on
from bangvang.law.reading import CatalogueLine, catalogue_on, explain_rules, explain_wording
from bangvang.law.record import Bar, BarKind, Between, Days, Held, Record
from bangvang.law.regimes import NothingFound, in_force, unread_law
from bangvang.law.rewards import Reward, reward_for, reward_unread
from bangvang.law.routes import Route
from bangvang.law.rule import Branch, Rule, RuleText
from bangvang.law.rulebook import routes_on, rulebook, rulebook_version
from bangvang.law.value_forms import (
    WORDING_UNIT,
    Form,
    NotAccepted,
    form_of,
    value_in_words,
    value_of,
)
from bangvang.law.voting import (
    Agreement,
    Quorum,
    Share,
    agreement_needed,
    central_quorum,
    provincial_quorum,
    written_opinions_in_minutes,
)
from bangvang.law.waiting import Unconfirmed, unconfirmed

__all__ = [
    "AS_CODED",
    "KINDS_APART",
    "PROVABLE",
    "SPAN",
    "UNBOUNDED",
    "WORDING",
    "WORDING_UNIT",
    "Agreement",
    "Answer",
    "Appraisal",
    "Asked",
    "AskedFor",
    "Authority",
    "Award",
    "AwardClass",
    "Bar",
    "BarKind",
    "Base",
    "Between",
    "Branch",
    "CatalogueLine",
    "Certainty",
    "Change",
    "ChangeDay",
    "Citation",
    "ClauseUse",
    "CommendationForm",
    "Condition",
    "Count",
    "Days",
    "Deadline",
    "Delegation",
    "Dossier",
    "Entry",
    "Explanation",
    "Finding",
    "FindingLine",
    "Form",
    "Gap",
    "Given",
    "Granted",
    "Grantor",
    "GroupRule",
    "Hand",
    "Held",
    "HintSaid",
    "Instrument",
    "Kind",
    "Level",
    "Matter",
    "Missing",
    "NotAccepted",
    "NotInForce",
    "NotThen",
    "NothingFound",
    "Number",
    "OpenMatter",
    "Paper",
    "PaperForm",
    "Payment",
    "Proposal",
    "ProvinceRule",
    "PublicComment",
    "Question",
    "Quorum",
    "Reader",
    "ReadingOfText",
    "Reason",
    "Record",
    "RecordHand",
    "RecordKind",
    "Reward",
    "Route",
    "RowSaid",
    "Rule",
    "RuleText",
    "Seen",
    "Share",
    "Simple",
    "SimpleCases",
    "Step",
    "StillOpen",
    "Subject",
    "Texts",
    "TieHint",
    "Unconfirmed",
    "UnknownAward",
    "Used",
    "Value",
    "WayRead",
    "YearAhead",
    "accepted",
    "acts_on",
    "added_ever",
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
    "bars_told",
    "can_be_received_from",
    "catalogue",
    "catalogue_on",
    "central_quorum",
    "changes_of_law",
    "clauses_used",
    "conditions_of",
    "confirmed_cites",
    "counted_anew",
    "deadline_for",
    "dossier_for",
    "earliest",
    "entry_name",
    "explain",
    "explain_rules",
    "explain_wording",
    "find_code",
    "find_kind",
    "form_of",
    "gaps",
    "gaps_on",
    "grantors_of",
    "group_rules_on",
    "has_routes",
    "in_force",
    "in_order",
    "instrument_name",
    "instruments",
    "kind_name",
    "laid_over",
    "left_to_province",
    "merit_from",
    "not_coded_told",
    "not_then",
    "number_of",
    "only_by",
    "other_forms",
    "paid_together",
    "paper_name",
    "papers_required",
    "proposed",
    "province_rule",
    "province_rules_on",
    "provincial_quorum",
    "public_comment_on",
    "questions",
    "questions_of",
    "read_day",
    "readers_on",
    "reward_for",
    "reward_unread",
    "routes_of",
    "routes_on",
    "rule_of",
    "rulebook",
    "rulebook_version",
    "shipped",
    "simple_cases",
    "simple_procedure",
    "step_name",
    "stops_on",
    "texts",
    "tie_hint",
    "unconfirmed",
    "unread_law",
    "using",
    "using_when_asked",
    "value_in_words",
    "value_of",
    "ways_not_coded",
    "ways_read",
    "written_opinions_in_minutes",
]
