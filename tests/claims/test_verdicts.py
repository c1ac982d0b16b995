"""Forms of words that settle polarity and modality. All sentences are our own."""

from __future__ import annotations

import pytest

from mooted.claims.verdicts import Verdict, settled
from tests.claims.asked import asked

SO: Verdict = ("affirmed", "actual")
MAY: Verdict = ("affirmed", "possible")
NOT: Verdict = ("denied", "actual")


def verdict(text: str, phrase: str, event: str, who: str, chosen: Verdict = SO) -> Verdict:
    """What becomes of a claim about ``who`` by the phrase at ``phrase`` that was held to be ``chosen``."""
    found, reading = asked(text, phrase)
    for question in found:
        for option in question.options():
            person = option.people.head.person if option.people else None
            if option.event == event and person is not None and reading.people[person].name == who:
                return settled(question, option, chosen)
    raise AssertionError(f"nothing at {phrase!r} could be {event}")


@pytest.mark.parametrize(
    ("text", "phrase", "event", "wanted"),
    [
        ("Lens are unlikely to accept an offer for Karel Dvorsky.", "offer", "bid_accepted", NOT),
        ("Lens have no intention of making an offer for Karel Dvorsky.", "offer", "bid", NOT),
        (
            "Lens are in talks over Karel Dvorsky, with personal terms not expected to be a problem.",
            "personal terms",
            "terms_agreed",
            MAY,
        ),
        ("Lens will accept Genk's offer for Karel Dvorsky.", "accept", "bid_accepted", MAY),
        ("Karel Dvorsky, who is expected to leave Lens, is one of them.", "expected to leave", "for_sale", MAY),
        ("Karel Dvorsky says that he knows nothing of an offer from Lens.", "offer", "bid", NOT),
        ("Lens are not unlikely to accept an offer for Karel Dvorsky.", "offer", "bid_accepted", SO),
        ("Lens are unlikely to accept Genk's offer for Karel Dvorsky.", "offer for", "bid", SO),
        ("Karel Dvorsky's refusal to sign a new deal has angered Lens.", "a new deal", "contract_signed", NOT),
        ("Talks between Lens and Karel Dvorsky have yet to begin.", "Talks", "talks", NOT),
        ("Talks with Karel Dvorsky began, and work on the stand at Lens has yet to begin.", "Talks", "talks", SO),
        ("Lens have not ruled out making an offer for Karel Dvorsky.", "making an offer", "bid", MAY),
        ("Lens do not rule out making an offer for Karel Dvorsky.", "making an offer", "bid", MAY),
        ("Lens refused to rule out making an offer for Karel Dvorsky.", "making an offer", "bid", MAY),
        ("Lens have not ruled out an interest in Karel Dvorsky.", "interest in", "interest", SO),
        ("Lens are in talks for Karel Dvorsky, but Genk have denied this.", "in talks", "talks", NOT),
        ("Lens are in talks for Karel Dvorsky, but a source has dismissed the reports.", "in talks", "talks", NOT),
        ("Lens are in talks for Karel Dvorsky, but Genk have denied that they want to sell.", "in talks", "talks", SO),
        ("Lens made an offer for Karel Dvorsky, but Genk dismissed it.", "made an offer", "bid", SO),
        ("Reports of an offer from Lens for Karel Dvorsky have been denied.", "offer", "bid", NOT),
        ("Reports that Lens are in talks for Karel Dvorsky were denied.", "in talks", "talks", NOT),
        ("Lens are in talks for Karel Dvorsky, who was denied a goal.", "in talks", "talks", SO),
        ("Lens wasted no time and made an offer for Karel Dvorsky.", "made an offer", "bid", SO),
        ("Neither Lens nor Genk has made an offer for Karel Dvorsky.", "made an offer", "bid", NOT),
        ("Lens are not after Karel Dvorsky.", "are not after", "interest", NOT),
        ("Lens are considering neither Karel Dvorsky nor Olli Brandt.", "considering neither", "interest", NOT),
        ("Lens are after Karel Dvorsky, not Olli Brandt.", "are after", "interest", SO),
        ("Lens agreed a fee for Karel Dvorsky; personal terms aren't done.", "personal terms", "terms_agreed", NOT),
        ("Lens want Karel Dvorsky. Personal terms, though, have not been settled.", "Personal", "terms_agreed", NOT),
        ("Personal terms between Lens and Karel Dvorsky are yet to be agreed.", "Personal", "terms_agreed", SO),
        ("Lens want Karel Dvorsky; personal terms are not a problem.", "personal terms", "terms_agreed", SO),
    ],
)
def test_plain_words_of_doubt_settle_what_is_so(text: str, phrase: str, event: str, wanted: Verdict) -> None:
    assert verdict(text, phrase, event, "Karel Dvorsky") == wanted


@pytest.mark.parametrize(
    ("text", "phrase", "wanted"),
    [
        ("Manager Owen Trask is the leading candidate to take over at Lens.", "take over", MAY),
        ("Manager Owen Trask has been interviewed for the job at Lens.", "job", MAY),
        ("Manager Owen Trask was considered for the post at Lens.", "post", MAY),
        ("Manager Owen Trask is lined up for the post at Lens.", "post", MAY),
        ("Lens are considering manager Owen Trask for the post.", "post", MAY),
        ("Manager Owen Trask has ruled himself out of the job at Lens.", "job", NOT),
        ("Manager Owen Trask has not ruled himself out of the job at Lens.", "job", SO),
        ("Manager Owen Trask is out of the running for the post at Lens.", "post", NOT),
        ("Manager Owen Trask turned down the chance to take over at Lens.", "take over", NOT),
        ("Manager Owen Trask, the fans' favourite, becomes the Lens coach.", "becomes", SO),
        ("Lens interviewed two candidates and appointed manager Owen Trask.", "appointed", SO),
        ("Lens have three candidates to replace manager Owen Trask.", "replace", SO),
        ("Lens turned down an approach from Genk for manager Owen Trask.", "approach", SO),
    ],
)
def test_a_candidate_for_a_post_has_not_taken_it(text: str, phrase: str, wanted: Verdict) -> None:
    assert verdict(text, phrase, "staff_move", "Owen Trask") == wanted


def test_what_is_denied_or_conditional_stays_so() -> None:
    text = "Lens have not ruled out an offer for Karel Dvorsky."
    assert verdict(text, "offer", "bid", "Karel Dvorsky", NOT) == NOT
    assert verdict(text, "offer", "bid", "Karel Dvorsky", ("affirmed", "conditional")) == ("affirmed", "conditional")
