from __future__ import annotations

import io
import re

import pytest

from mooted.model.claim import EVENTS, Attribution, Terms
from mooted.model.money import Fee, Money
from mooted.model.span import Quote, Span
from mooted.show.claims import AT_ONCE, ClaimsPage, claims_text
from mooted.show.grouping import sheet_of
from mooted.show.terminal import Screen, columns

PLAIN = Screen(width=80)


def test_one_document(document, claim):
    page = claims_text(
        [
            (
                document(),
                [
                    claim(
                        event="interest",
                        club_to="AC Milan",
                        polarity="denied",
                        says=("Sky Italia",),
                        words="Milan are out",
                    ),
                    claim(fee=Fee(12_500_000, "GBP", "bid"), deal="permanent", says=("De Krant",)),
                    claim(
                        event="talks",
                        club_to="Roma",
                        modality="conditional",
                        condition="if Hollin fail",
                        words="Roma wait",
                    ),
                    claim(event="for_sale", club_to=None, fee=Fee(20_000_000, "EUR", "asking"), words="Ajax ask €20m"),
                    claim(
                        event="needs",
                        player=None,
                        club_from=None,
                        position="centre-back",
                        words="a centre-back is sought",
                    ),
                    claim(event="staff_move", player="Rik Maas", club_to=None, words="Maas leaves Ajax"),
                ],
            )
        ],
        PLAIN,
    )
    assert page == (
        "Varga nears Hollin\n"
        "The Whistle · 12 Jan 2026 · 6 claims · 1 player\n"
        "\n"
        "Bence Varga  Ajax                                           bid made  ▰▰▰▰▱▱▱▱▱▱\n"
        "────────────────────────────────────────────────────────────────────────────────\n"
        "  Hollin Rovers  • bid made · permanent · £12.5m · says De Krant\n"
        "                   “Hollin Rovers have tabled a bid for Bence Varga”\n"
        "  Ajax           • for sale · €20m asked · own report\n"
        "                   “Ajax ask €20m”\n"
        "  Roma           ? may open talks · if Hollin fail · own report\n"
        "                   “Roma wait”\n"
        "  AC Milan       ✗ NOT interested · says Sky Italia\n"
        "                   “Milan are out”\n"
        "\n"
        "Looking for players\n"
        "────────────────────────────────────────────────────────────────────────────────\n"
        "  Hollin Rovers  • looking · centre-back · own report\n"
        "                   “a centre-back is sought”\n"
        "\n"
        "Managers and directors\n"
        "────────────────────────────────────────────────────────────────────────────────\n"
        "  Rik Maas  • leaves · from Ajax · own report\n"
        "              “Maas leaves Ajax”\n"
    )


def test_players_stand_furthest_stage_first(document, claim):
    told = [
        claim(player="A", event="interest"),
        claim(player="B", event="signed"),
        claim(player="C", event="signed", polarity="denied"),
        claim(player="D", event="agreed", modality="possible"),
        claim(player="E", event="talks"),
        claim(player="F", event="past_move"),
        claim(player="G", event="off"),
    ]
    assert [person.name for person in sheet_of([(document(), told)]).people] == ["B", "E", "D", "G", "A", "F", "C"]


def test_documents_that_tell_of_one_player_are_put_together(document, claim):
    readings = [
        (document("one"), [claim(fee=Fee(12_000_000, "GBP", "bid"), says=("De Krant",))]),
        (
            document("two", outlet="The Horn"),
            [claim(player="Varga", fee=Fee(15_000_000, "GBP", "bid"), says=("Bo Lind",))],
        ),
        (document("three"), [claim(player="BÉNCE VARGA", event="talks", words="in talks")]),
        (document("four"), []),
    ]
    page = claims_text(readings, PLAIN)
    assert page.startswith("4 documents · 3 claims · 1 player\n")
    assert "bid made · £12m · elsewhere £15m · says De Krant, Bo Lind" in page
    assert "Varga” [The Whistle, one and 1 more]" in " ".join(page.split())
    assert "in talks · own report" in page
    assert page.endswith("No claim in four.\n")


def test_a_surname_without_a_shared_club_stays_apart(document, claim):
    told = [claim(), claim(player="Varga", club_to="Roma", club_from="Genoa")]
    assert len(sheet_of([(document(), told)]).people) == 2


def test_clubs_told_in_one_breath_stand_together(document, claim):
    told = [claim(event="interest", club_to=club) for club in ("Roma", "Napoli", "Genoa")]
    (person,) = sheet_of([(document(), told)]).people
    assert [block.label for block in person.blocks] == ["Genoa, Napoli, Roma"]


def test_who_says_so(document, claim):
    def shown(**fields):
        return " ".join(claims_text([(document(), [claim(**fields)])], PLAIN).split())

    assert "says De Krant, via Football Hub" in shown(attribution=Attribution("W", ("De Krant",), ("Football Hub",)))
    assert "source: reports in Italy" in shown(attribution=Attribution("W", (), (), "reports in Italy"))
    assert "own report" in shown()
    assert "says A, B, C and 2 more" in shown(says=tuple("ABCDE"))


def test_terms(document, claim):
    money = Money(120_000, "GBP", Span(0, 1), per="week")
    terms = Terms(
        wage=money, years=4.5, until="2030", add_ons=Money(2_000_000, "EUR", Span(0, 1)), sell_on=0.15, buy_back=True
    )
    page = claims_text([(document(), [claim(deal="loan_obligation", terms=terms)])], PLAIN)
    told = "loan with obligation to buy · €2m in add-ons · £120,000 a week · 4.5-year contract · until 2030"
    assert f"{told} · 15% sell-on · buy-back" in " ".join(page.split())


def test_a_page_without_claims(document):
    assert "says nothing about a transfer" in claims_text([(document(), [])], PLAIN)


@pytest.mark.parametrize("width", [40, 57, 80, 120])
@pytest.mark.parametrize("unicode", [True, False])
def test_every_event_in_every_width(document, claim, width, unicode):
    told = [
        claim(event=event, polarity=polarity, modality=modality, club_to=club, words="word " * 90, player="Bence " * 9)
        for event in EVENTS
        for polarity in ("affirmed", "denied")
        for modality in ("actual", "possible", "conditional")
        for club in (None, "Wolverhampton Wanderers and Associates", "明治大学サッカー部")
    ]
    page = claims_text([(document(title="Very long " * 20), told)], Screen(width=width, unicode=unicode))
    assert max(map(columns, page.splitlines())) <= width
    if not unicode:
        assert re.sub("[明治大学サッカー部]", "", page).isascii()


def test_doubt_and_denial_are_told_in_words(document, claim):
    for event in EVENTS:
        said, maybe, denied = (
            claims_text([(document(), [claim(event=event, **fields)])], PLAIN).split("\n\n")[1]
            for fields in ({}, {"modality": "possible"}, {"polarity": "denied"})
        )
        assert len({said, maybe, denied}) == 3
        assert re.search(r"\bNOT?\b", denied), denied
        assert "  ✗ " in denied
        assert "  ? " in maybe


HOSTILE = "Varga\x1b]8;;http://x\x07\x1b[2J\x9b31m\r\n\u202egnp.exe\u2066\u200b\U000e0041\ud800"


@pytest.mark.parametrize("colour", [True, False])
def test_nothing_in_a_document_steers_the_terminal(claim, document, colour):
    told = [
        claim(
            player=HOSTILE, club_to=HOSTILE, club_from=HOSTILE, condition=HOSTILE, position=HOSTILE, agent=HOSTILE,
            event=event, evidence=Quote(HOSTILE, None, "title"),
            attribution=Attribution(HOSTILE, (HOSTILE,), (HOSTILE,)),
        )
        for event in EVENTS
    ]  # fmt: skip
    about = document(HOSTILE, title=HOSTILE, outlet=HOSTILE)
    page = claims_text([(about, told), (document("x" + HOSTILE), [])], Screen(colour=colour))
    page = re.sub(r"\x1b\[[0-9;]+m", "", page) if colour else page
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066\u2067\U000e0000-\U000e007f\ud800-\udfff]", page
    )


def test_right_to_left_words_are_kept_to_themselves(document, claim):
    assert "\u2068פלוני\u2069" in claims_text([(document(), [claim(player="פלוני")])], PLAIN)


def test_colour_only_where_asked(document, claim):
    told = [(document(), [claim(), claim(event="off", polarity="denied")])]
    assert "\x1b" not in claims_text(told, PLAIN)
    coloured = claims_text(told, Screen(colour=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]+m", "", coloured) == claims_text(told, PLAIN)


def test_long_quotes_are_cut_between_words(document, claim):
    page = " ".join(claims_text([(document(), [claim(words="abcdefg " * 60)])], PLAIN).split())
    assert "abcdefg …”" in page
    assert page.count("abcdefg") == 25


def test_a_very_long_run_is_printed_in_sheets(document, claim):
    out = io.StringIO()
    page = ClaimsPage(out, PLAIN)
    for number in range(AT_ONCE + 1):
        page.write((document(f"d{number}"), [claim()]))
    page.finish()
    assert out.getvalue().count("Bence Varga  Ajax") == 2
