"""What the words around a phrase settle of polarity and modality, whatever their signs weigh.

Few words of doubt are rare enough that nothing is learned of them, and plain enough that a reader never errs: each rule
here is such a form of words, the events that it tells of and what it makes of them.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from mooted.claims.candidates import Option, Question
from mooted.claims.doubt import clause_after, clause_before
from mooted.language.gates import has_any
from mooted.model.claim import PURSUIT, Modality, Polarity

Verdict = tuple[Polarity, Modality]
_DEALS = frozenset(("bid_accepted", "terms_agreed", "agreed", "signed", "contract_signed"))
_TO_COME = frozenset(("bid", "contact", "talks", "agreed", "signed", "for_sale", "wants_out", "staff_move"))
_STAFF = frozenset(("staff_move",))
_DOINGS = frozenset(("appoints", "sacked"))  # rules of what is done, whoever else was a candidate
_LEAVES = re.compile(  # stands before one who leaves or has left
    r"\b(?:(?:sacking|sack|departure|exit|dismissal|resignation|successors?) (?:of|to)|over from|replac(?:e|ed|ing)"
    r"|succeed(?:s|ing)?) (?:[\w'-]+ ){0,3}$"
)
_NEAR = 60  # characters before a person
_BEYOND = 160  # characters behind a phrase, whatever clauses they make
_BEHIND = 110  # characters of a clause behind a phrase
_ASIDE = re.compile(r"^, (?:however|though|meanwhile|at present|as yet|for now|it is understood|it seems),")
_FEW = r"(?:[\w'-]+ ){0,4}$"  # words between those of doubt and the phrase


class _Rule(NamedTuple):
    """What stands in the clause before a phrase, behind it, anywhere in it, or beyond it in its sentence, for some
    events, and what these are then; ``words`` are pieces of which one must be there."""

    where: Literal["before", "behind", "clause", "beyond"]
    words: tuple[str, ...]
    form: re.Pattern[str]
    events: frozenset[str]
    verdict: Verdict


_RULES = (
    _Rule(
        "before", ("refusal", "reluctance", "unwilling"),
        re.compile(rf"\b(?:refusal|reluctance|unwillingness) (?:to )?{_FEW}"),
        _DEALS | {"contract_talks"}, ("denied", "actual"),
    ),
    _Rule(
        "before", ("no intention", "no plan", "no desire", "no wish", "not intend", "not plan"),
        re.compile(rf"\b(?:no (?:intention|plans?|desire|wish)|not (?:intend|plann)ing) (?:of|to|for) {_FEW}"),
        _DEALS | {"interest", "bid", "talks", "contact"}, ("denied", "actual"),
    ),
    _Rule(
        "before", ("nothing",), re.compile(rf"\b(?:kn[eo]ws?|known|heard|aware of) nothing (?:of|about) {_FEW}"),
        PURSUIT, ("denied", "actual"),
    ),
    _Rule(
        "behind", ("problem", "issue", "obstacle", "stumbling", "hurdle"),
        re.compile(
            r"^ ?(?:(?:are|is|should|will|would|do|does) )?(?:not|unlikely)"
            r"(?: (?:expected|thought|seen|believed|likely))? (?:to )?(?:be|prove|present|pose|represent)\b"
        ),
        frozenset(("terms_agreed",)), ("affirmed", "possible"),
    ),
    _Rule(
        "clause", ("leave", "depart", "exit", " go", "sold"),
        re.compile(
            r"(?<!not )\b(?:(?:expected|likely|set|tipped) to|could) (?:now |also |still |soon )?"
            r"(?:leave|depart|exit|go|be sold|be moved on)\b(?! (?:for|to))"
        ),
        frozenset(("for_sale",)), ("affirmed", "possible"),
    ),
    _Rule(
        "clause", ("accept",),
        re.compile(
            r"(?<!not )\b(?:will|would|may|might|could|(?:ready|prepared|willing|set|expected|likely) to)"
            r" (?:now |also |only |probably )?accept\b"
        ),
        frozenset(("bid_accepted",)), ("affirmed", "possible"),
    ),
    _Rule("before", ("unlikely",), re.compile(rf"(?<!not )\bunlikely to {_FEW}"), _DEALS, ("denied", "actual")),
    _Rule(
        "behind", (" to ",),
        re.compile(
            r"\b(?:ha(?:s|ve|d)|is|are|was|were) (?:yet|still) to (?:begin|start|open|commence|take place|get under)\b"
        ),
        frozenset(("contact", "talks", "contract_talks", "medical")), ("denied", "actual"),
    ),
    _Rule(
        "before", ("neither",), re.compile(r"\bneither (?:[\w',-]+ ){1,8}nor (?:[\w'-]+ ){1,6}$"),
        PURSUIT | {"wants_out", "for_sale", "contract_signed"}, ("denied", "actual"),
    ),
    _Rule(  # the denial stands in the phrase itself
        "clause", ("n't ", " not ", " neither"),
        re.compile(
            r"\b(?:are|is|were|was)(?:n't| not) (?:also |really |now )?after\b"
            r"|\b(?:consider\w*|wants?|wanted|likes?|chasing|pursuing|tracking|targeting|watching|monitoring|in|on)"
            r" neither\b"
        ),
        frozenset(("interest",)), ("denied", "actual"),
    ),
    _Rule(
        "behind", ("n't", " not ", " yet ", " still "),
        re.compile(
            r"^ ?(?:(?:with|on|for) (?:[\w'-]+ ){1,4}?)?"
            r"(?:(?:are|is|was|were|have|has|had)(?:n't| not)|(?:are|is|have|has) (?:yet|still) to)"
            r"(?: (?:been|be|yet|yet been|so far been|fully|completely|all))* (?:agreed|settled|done|in place|finalised"
            r"|finalized|sorted|sorted out|reached|completed|concluded|ironed out|signed off|signed|resolved)\b"
        ),
        frozenset(("terms_agreed", "bid_accepted")), ("denied", "actual"),
    ),
    _Rule(
        "beyond", ("den", "refut", "dismiss", "rubbish", "quash"),
        re.compile(  # all that was said before
            r"(?:, |\. )?\b(?:but|although|though|yet|however) (?:[\w'-]+ ){1,6}?(?:"
            r"(?:den(?:y|ies|ied)|refut(?:es|ed)) (?:this|that|it|any interest)\b(?! he| they| she| the)"
            r"|(?:den(?:y|ies|ied)|dismiss(?:es|ed)|refut(?:es|ed)|rubbish(?:es|ed)|quash(?:es|ed))"
            r" (?:such|the|these|those|all|any) (?:rumou?rs?|reports?|claims?|speculation|suggestions?|talk|links?)\b"
            r"(?! (?:that|of|about|linking)))"
        ),
        PURSUIT | {"wants_out", "for_sale", "contract_talks"}, ("denied", "actual"),
    ),
    _Rule(
        "clause", ("denied", "rubbished", "refuted", "quashed", "laughed off", "untrue", "false"),
        re.compile(
            r"\b(?:reports?|rumou?rs?|claims|speculation|suggestions?|stories|talk|gossip)"
            r" (?:that|of|about|linking|suggesting|claiming|saying)\b.{3,150}"
            r"\b(?:ha(?:s|ve|d) been|was|were|is|are) (?:\w+ )?"
            r"(?:denied|rubbished|refuted|quashed|laughed off|untrue|false)\b"
        ),
        PURSUIT | {"wants_out", "for_sale", "contract_talks"}, ("denied", "actual"),
    ),
    _Rule(
        "before", (" rul", " exclud"),
        re.compile(
            r"(?:\bnot|n't|\bnever|\byet to|\brefus\w+ to|\bdeclin\w+ to) (?:\w+ )?(?:rul(?:e|ed|ing) (?:it )?out"
            rf"|exclud(?:e|ed|ing)) {_FEW}"
        ),
        _TO_COME, ("affirmed", "possible"),
    ),
    _Rule(
        "clause", ("should ",),
        re.compile(
            r"\bshould (?:that|this|it|those|the (?:deal|move|bid|talks|transfer)) (?:all )?"
            r"(?:fail|fall|collapse|not|prove|break|come to)\b"
        ),
        frozenset(("interest", "contact", "talks", "bid", "agreed")), ("affirmed", "conditional"),
    ),
    _Rule(
        "clause", (" out",),
        re.compile(
            r"\b(?:set|likely|destined|resigned|bound|due|will|would|could|may|might|can|fear\w*|risk\w*|fac(?:e|es|ing)"
            r"|prospect of)(?: to)?(?: (?:now|also|yet|still))? (?:miss|los)(?:e|ing)? out\b"
        ),
        frozenset(("off",)), ("affirmed", "possible"),
    ),
    _Rule(
        "clause", ("out", "running", "down"),
        re.compile(
            r"(?<!not )(?<!n't )(?<!never )(?<!to )\b(?:rul(?:e|es|ed|ing) (?:him|her|them)sel(?:f|ves) out\b"
            r"|(?:out of|from|no longer in) the (?:running|race)\b"
            r"|turn(?:s|ed|ing)? down (?:the |a |an )?(?:chance|opportunity|job|post|role|approach|offer)\b"
            r"(?!.{0,40} for (?:[\w'-]+ ){0,3}(?:manager|boss|coach|director)))"
        ),
        _STAFF, ("denied", "actual"),
    ),
    _Rule(
        "clause", ("candidate", "favourite", "runner", "contender", "tipped", "shortlist", "choice", "successor",
         "interviewed", "in the running", "in the frame", "consider", "in line", "lined up", "earmarked"),
        re.compile(
            r"\b(?:candidates?|(?<!fan )(?<!fans' )favourites?|front-?runners?|contenders?|tipped|shortlist(?:ed)?"
            r"|(?:first|top|preferred|number one) choices?|(?:possible|potential|likely) successors?|interviewed"
            r"|in the running|in the frame|in line (?:to|for)|lined up (?:as|to|for)|earmarked (?:as|to|for)"
            r"|(?:was|were|been|being|is|are|had|have|has) consider(?:ed|ing))\b"
        ),
        _STAFF, ("affirmed", "possible"),
    ),
)  # fmt: skip


def settled(question: Question, option: Option, chosen: Verdict) -> Verdict:
    """What an answer is by the words around it, where they settle it; else as chosen by what signs weigh."""
    if chosen[0] == "denied" or chosen[1] == "conditional":
        return chosen
    words: dict[str, str] = {}
    for rule in _RULES:
        if option.event not in rule.events or rule.verdict == chosen:
            continue
        words = words or _clause(question)
        if has_any(words[rule.where], rule.words) and rule.form.search(words[rule.where]):
            return chosen if rule.events is _STAFF and _is_no_candidate(question, option) else rule.verdict
    return chosen


def _clause(question: Question) -> dict[str, str]:
    """The words before a phrase in its clause, those behind it, and all of them; and those beyond the clause."""
    trigger, scene = question.trigger, question.scene
    sentence = scene.low[scene.sentence.start : scene.sentence.stop]
    at, end = trigger.start - scene.sentence.start, trigger.stop - scene.sentence.start
    before, behind = clause_before(sentence, at), clause_after(_ASIDE.sub("", sentence[end:]), 0, _BEHIND)
    beyond = sentence[end : end + _BEYOND]
    return {"before": before, "behind": behind, "clause": before + sentence[at:end] + behind, "beyond": beyond}


def _is_no_candidate(question: Question, option: Option) -> bool:
    """Does an answer tell of one who leaves, beside whom others are candidates, or of who has been appointed?"""
    if option.meaning.shape == "leaver" or option.meaning.rule in _DOINGS:
        return True
    scene, people = question.scene, option.people
    return bool(people and _LEAVES.search(scene.low, max(scene.sentence.start, people.start - _NEAR), people.start))
