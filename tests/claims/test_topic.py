"""Whether a document is about football: by its words alone where no names could change it. Sentences are our own."""

from __future__ import annotations

import pytest

from mooted.claims.topic import elsewhere_by, is_football, topic_of
from mooted.entities.book import load
from mooted.entities.scan import scan
from mooted.model.document import Document

RUGBY = (
    "The fly-half has signed for the Lions on loan. The scrum-half scored a try, and the rugby union said that the "
    "front row would tour. Wasps prop Dan Marl, who played in the Six Nations, scored two tries in the Premiership "
    "Rugby final. The try count of the lock forwards and the conversions of the rugby league side were told."
)
FOOTBALL = "Lens have made an offer for Genk winger Karel Dvorsky. The striker scored twice in Ligue 1 last season."


@pytest.mark.parametrize(("text", "elsewhere"), [(RUGBY, True), (FOOTBALL, False), ("", False)])
def test_words_may_settle_it(text: str, elsewhere: bool) -> None:
    assert topic_of(Document("d", text)).elsewhere == elsewhere


@pytest.mark.parametrize("text", [RUGBY, FOOTBALL, RUGBY + FOOTBALL])
def test_what_words_settle_no_name_changes(text: str) -> None:
    document = Document("d", text)
    topic = topic_of(document)
    assert not (topic.elsewhere and is_football(scan(document, load()), topic))


_FOOTBALL = [
    "Lens have signed Anna Berg on a free transfer from Women's Super League rivals Arsenal.",
    "AFC Wimbledon have turned down a £300,000 bid from Bolton for left-back Kole Brandt.",
    "West Ham's move to the Olympic Stadium has helped them to sign Kole Brandt.",
    "Lens striker Kole Brandt could be sold as coronavirus hits the revenue of the club. Genk are interested.",
    "Genk want winger Kole Brandt, back from hospital. The election of a president decides whether Lens sell him.",
    "Wrexham have signed midfielder Kole Brandt from Cardiff, who share their ground with the Ospreys.",
    "Toronto FC have signed MLS All-Star Kole Brandt in free agency.",
    "Leeds have signed striker Kole Brandt from Hull, whose city council owns the ground.",
    "Brazil midfielder Oscar Brandt wants to return to the Premier League when he leaves Shanghai SIPG.",
]
_OTHER_SPORTS_AND_GAMES = [
    "Essex have signed the all-rounder Kole Brandt for the county championship on a two-year deal.",
    "Kole Brandt of the Springboks has rejected an offer of Racing 92 to sign a new deal with Leicester.",
    "Leicester have signed Northampton Saints second row Kole Brandt.",
    "Leeds have signed winger Kole Brandt from Salford Red Devils.",
    "Cardiff re-sign Dragons flanker Kole Brandt.",
    "Rangers sign RHP Kole Brandt to a one-year deal.",
    "Panthers have signed cornerback Kole Brandt.",
    "Barcelona have signed THW Kiel right back Kole Brandt.",
    "Villa have signed wicketkeeper Kole Brandt.",
    "Leeds City Council leader Kole Brandt has signed a deal with a developer.",
    "In career mode Kole Brandt of Lens can be signed on a free transfer as soon as you start your save.",
]


@pytest.mark.parametrize(
    ("text", "football"),
    [*((text, True) for text in _FOOTBALL), *((text, False) for text in _OTHER_SPORTS_AND_GAMES)],
)
def test_names_of_football_are_no_other_sport_and_those_of_others_no_football(text: str, football: bool) -> None:
    document = Document("d", text)
    assert is_football(scan(document, load()), topic_of(document)) == football


def test_it_tells_by_which_words() -> None:
    assert elsewhere_by(Document("d", "The bank of the rugby club; rugby!", title="Oil")) == ("rugby", "oil", "bank")
