"""Why a document was read as it was: everything that was read is explained, and what was not as well."""

from __future__ import annotations

import json
import lzma

import pytest

from mooted.claims.choice import WEIGHTS
from mooted.claims.explain import Explained, Explanation, Fired
from mooted.claims.plainly import in_words
from mooted.model.document import Document
from mooted.pipeline import explain_document, read_document

STORY = (
    "AC Milan have made a £6m bid for Wigan Athletic midfielder Tom Ashby, according to Marca. "
    "The Rossoneri hope to sign the midfielder before Monday.\n\n"
    "City want Ashby too. He was not at training.\n\n"
    "The weather was fine."
)


@pytest.fixture(scope="module")
def explanation() -> Explanation:
    return explain_document(Document("story", STORY, title="Milan bid for Tom Ashby"))


def sentence(explanation: Explanation, words: str) -> Explained:
    return next(found for found in explanation.sentences if words in found.words)


def phrase(explained: Explained, words: str) -> Fired:
    return next(fired for fired in explained.fired if words in fired.words)


def hows(explained: Explained) -> dict[str, str]:
    return {found.words: found.how for found in explained.found}


def test_it_makes_the_claims_that_are_read(explanation: Explanation) -> None:
    assert explanation.claims == read_document(explanation.document)
    assert explanation.claims


def test_every_claim_comes_of_a_phrase(explanation: Explanation) -> None:
    told = [c for s in explanation.sentences for fired in s.fired for answer in fired.answers for c in answer.claims]
    assert set(told) == set(explanation.claims)


def test_every_sentence_is_there_in_its_place(explanation: Explanation) -> None:
    places = [found.place for found in explanation.sentences]
    assert places == ["title", "text", "text", "text", "text", "text"]
    for found in explanation.sentences[1:]:
        assert STORY[found.start : found.stop] == found.words


def test_mentions_tell_to_whom_they_refer_and_how(explanation: Explanation) -> None:
    first = hows(sentence(explanation, "made a"))
    assert (first["AC Milan"], first["Tom Ashby"]) == ("name", "name")
    assert first["midfielder"].startswith("position")
    second = hows(sentence(explanation, "before Monday"))
    assert (second["The Rossoneri"], second["the midfielder"]) == ("nickname of AC Milan", "description of Tom Ashby")
    third = hows(sentence(explanation, "City want"))
    assert third["Ashby"] == "surname of Tom Ashby"
    assert hows(sentence(explanation, "training"))["He"] == "pronoun for Tom Ashby"


def test_a_shared_name_tells_whom_it_could_mean(explanation: Explanation) -> None:
    city = next(found for found in sentence(explanation, "City want").found if found.words == "City")
    assert {"Manchester City", "Stoke City"} & set(city.rivals) or city.how == "nickname of Manchester City"
    assert len(city.rivals) > 1


def test_a_source_is_told(explanation: Explanation) -> None:
    assert sentence(explanation, "made a").attribution.voices == ("Marca",)


def test_an_answer_has_its_rule_its_chances_and_its_reasons(explanation: Explanation) -> None:
    fired = phrase(sentence(explanation, "£6m"), "made a £")
    answer = fired.answers[0]
    assert fired.rules[0].name == "makes-bid"
    assert fired.rules[0].file == "bid.toml"
    assert (answer.weighed.event, answer.weighed.people, answer.weighed.clubs) == (
        "bid", ("Tom Ashby",), ("AC Milan",),
    )  # fmt: skip
    assert answer.weighed.probability >= explanation.threshold
    assert answer.holders[0].club == "Wigan Athletic"
    assert fired.silence is None


def test_chances_are_shares_of_one(explanation: Explanation) -> None:
    for found in explanation.sentences:
        for fired in found.fired:
            told = [answer.weighed for answer in fired.answers] + list(fired.others)
            assert sum(weighed.probability for weighed in told) + fired.nothing <= 1 + 1e-9


def test_pieces_are_ordered_and_differ_in_words(explanation: Explanation) -> None:
    weighed = phrase(sentence(explanation, "£6m"), "made a £").answers[0].weighed
    sizes = [abs(piece.weight) for piece in weighed.pieces]
    assert sizes == sorted(sizes, reverse=True)
    assert len({piece.words for piece in weighed.pieces}) == len(weighed.pieces)
    assert weighed.score == pytest.approx(sum(piece.weight for piece in weighed.pieces))


def test_what_makes_no_claim_says_why() -> None:
    explanation = explain_document(Document("none", "Everybody hopes to sign the petition."))
    (fired,) = sentence(explanation, "petition").fired
    assert (fired.answers, fired.silence) == ((), "nobody is in reach whom it could be about")


def test_an_unsure_phrase_tells_its_likeliest_claim() -> None:
    explanation = explain_document(Document("none", "Tom Ashby joined the queue for a coffee outside Elland Road."))
    unsure = [fired for s in explanation.sentences for fired in s.fired if not fired.answers]
    assert unsure
    assert all(fired.silence for fired in unsure)


def test_nearly_every_sign_has_words() -> None:
    weights = json.loads(lzma.decompress(WEIGHTS.read_bytes()))
    signs = {sign for part in ("weights", "holders") for sign in weights[part]}
    bare = sorted(sign for sign in signs if in_words(sign) is None)
    assert len(bare) <= len(signs) / 50, bare[:20]


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ("c:L2", "the club stands before the phrase"),
        ("p:Rfor", "'for' just before the player"),
        ("o:CTP", "the order is club, phrase, player"),
        ("w=keen on", "the words 'keen on'"),
        ("time=last", "the sentence speaks of last summer, last season"),
        ("h:from", "'from' before the club"),
        ("p:strong", "shown to be a player"),
        ("p:sudden", None),
        ("something new", None),
    ],
)
def test_signs_in_words(sign: str, words: str | None) -> None:
    assert in_words(sign) == words


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ("before=^ ^", "the sentence begins just before it"), ("before=^ lens", "'lens' just before it"),
        ("before=of lens", "'of lens' just before it"), ("after=him $", "'him' just after it"),
        ("after=$ $", "the sentence ends just after it"), ("c:Rc:<$5m", "'$5m' just before the club"),
    ],
)  # fmt: skip
def test_the_edge_of_a_sentence_is_no_word(sign: str, words: str) -> None:
    assert in_words(sign) == words
