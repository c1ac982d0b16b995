"""Lists of done deals: each form that papers and clubs print, and lists of other kinds, which give nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mooted.claims.deals.forms import read_entry
from mooted.claims.deals.headings import read_heading
from mooted.claims.deals.lists import find_deals, listed
from mooted.claims.explain import Explanation
from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.pipeline import explain_document, read_document, read_whole
from tests.growth import is_linear

DAY = datetime(2023, 9, 2, tzinfo=UTC)
TITLE = "Every completed transfer of the window"


def document(text: str, title: str | None = TITLE) -> Document:
    return Document("list", text, title, "The Touchline Gazette", published_at=DAY)


def told(claim: Claim) -> str:
    """``Karel Dvorsky signed Genk > Lens loan £5m`` of a claim."""
    clubs = f"{claim.club_from or '-'} > {claim.club_to or '-'}"
    fee = f" {claim.fee.amount / 10**6:g} {claim.fee.currency} {claim.fee.kind}" if claim.fee else ""
    return f"{claim.player} {claim.event} {clubs}{f' {claim.deal}' if claim.deal else ''}{fee}"


def claims(text: str, title: str | None = TITLE) -> list[str]:
    return [told(claim) for claim in read_document(document(text, title))]


def under_in(*entries: str) -> str:
    return "\n".join(["Lens", "In", *entries])


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Karel Dvorsky (Genk, £10m)", "Genk > Lens 10 GBP paid"),
        ("Karel Dvorsky (Genk, £2.5million)", "Genk > Lens 2.5 GBP paid"),
        ("Karel Dvorsky (Genk) £900,000", "Genk > Lens 0.9 GBP paid"),
        ("Karel Dvorsky (Genk, €10m, 4 July)", "Genk > Lens 10 EUR paid"),
        ("Karel Dvorsky (Genk, £10m rising to £12m)", "Genk > Lens 10 GBP paid"),
        ("Karel Dvorsky (Genk, £10m plus add ons)", "Genk > Lens 10 GBP paid"),
        ("Karel Dvorsky (Genk, £10m plus a friendly against them)", "Genk > Lens 10 GBP paid"),
        ("Karel Dvorsky (Genk) 8M€ + bonus", "Genk > Lens 8 EUR paid"),
        ("Karel Dvorsky (Genk, loan, with first refusal)", "Genk > Lens loan"),
        ("Karel Dvorsky (Genk, £10m + £1m bonuses + 20% sell-on)", "Genk > Lens 10 GBP paid"),
        ("Karel Dvorsky (Genk, loan with £8m option)", "Genk > Lens loan_option 8 GBP clause"),
        ("Karel Dvorsky from Genk, fee undisclosed, understood to be £10m", "Genk > Lens 10 GBP paid"),
        ("Karel Dvorsky (Genk, free, in January)", "Genk > Lens free"),
        ("£10m - Karel Dvorsky (Genk)", "Genk > Lens 10 GBP paid"),
        ("€222m Karel Dvorsky (Genk)", "Genk > Lens 222 EUR paid"),
        ("Karel Dvorsky - Genk - undisclosed", "Genk > Lens"),
        ("• Karel Dvorsky – Genk – free transfer", "Genk > Lens free"),
        ("Karel Dvorsky, Genk, free", "Genk > Lens free"),
        ("Karel Dvorsky, 23, Genk, free", "Genk > Lens free"),
        ("Karel Dvorsky from Genk (loan)", "Genk > Lens loan"),
        ("Karel Dvorsky from Genk for £5m", "Genk > Lens 5 GBP paid"),
        ("Karel Dvorsky (from Genk, season-long loan)", "Genk > Lens loan"),
        ("Karel Dvorsky [Genk] Undisclosed", "Genk > Lens"),
        ("Karel Dvorsky (Genk, loan with option to buy)", "Genk > Lens loan_option"),
        ("Karel Dvorsky (Genk, loan with obligation to buy for £8m)", "Genk > Lens loan_obligation 8 GBP paid"),
        ("Karel Dvorsky (Genk, loan made permanent)", "Genk > Lens permanent"),
        ("Karel Dvorsky (Genk, p/x)", "Genk > Lens swap"),
        ("Karel Dvorsky (Genk, swap)", "Genk > Lens swap"),
        ("Karel Dvorsky (Genk, tribunal fee)", "Genk > Lens"),
        ("Karel Dvorsky (free agent)", "- > Lens free"),
        ("Karel Dvorsky (Genk, free, joins on 1 July)", "Genk > Lens free"),
        ("GK Karel Dvorsky (Marlow Rovers, £1m)", "Marlow Rovers > Lens 1 GBP paid"),
        ("Karel Dvorsky\tGenk\t£10m", "Genk > Lens 10 GBP paid"),
        ("Karel Dvorsky | Genk | £10m", "Genk > Lens 10 GBP paid"),
    ],
)
def test_an_arrival_is_read_in_every_form(entry: str, expected: str) -> None:
    found = claims(under_in(entry, "Timo Hask (Metz, free)"))
    assert found == [f"Karel Dvorsky signed {expected}", "Timo Hask signed Metz > Lens free"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Karel Dvorsky to Genk, £5m", ["Karel Dvorsky signed Lens > Genk 5 GBP paid"]),
        ("Karel Dvorsky (Genk)", ["Karel Dvorsky signed Lens > Genk"]),
        ("Karel Dvorsky (Genk, loan)", ["Karel Dvorsky signed Lens > Genk loan"]),
        ("Karel Dvorsky (released)", ["Karel Dvorsky contract_ending Lens > -"]),
        ("Karel Dvorsky - contract expired", ["Karel Dvorsky contract_ending Lens > -"]),
        ("Karel Dvorsky (mutual consent)", ["Karel Dvorsky contract_ending Lens > -"]),
        ("Karel Dvorsky (Genk, end of loan)", ["Karel Dvorsky past_move Genk > Lens loan"]),
        ("Karel Dvorsky (retired)", []),
    ],
)
def test_a_departure_is_read_in_every_form(entry: str, expected: list[str]) -> None:
    text = "\n".join(["LENS", "OUT", entry, "Timo Hask (Metz, free)"])
    assert claims(text) == [*expected, "Timo Hask signed Lens > Metz free"]


@pytest.mark.parametrize(
    "line",
    [
        "Karel Dvorsky (Genk to Lens) £5m",
        "Karel Dvorsky [Genk - Lens] £5m",
        "Karel Dvorsky: Genk to Lens, £5m",
        "Karel Dvorsky, Genk to Lens (£5m)",
        "Karel Dvorsky - Genk → Lens - £5m",
        "Karel Dvorsky (Genk ➡️ Lens) £5m",
        "Karel Dvorsky (Genk ➜ Lens, £5m)",
        "Karel Dvorsky: Genk -> Lens, £5m",
        "Karel Dvorsky (Genk >> Lens) £5m",
        "Karel Dvorsky from Genk to Lens, £5m",
        "Genk to Lens: Karel Dvorsky, £5m",
        "£5m Karel Dvorsky (Genk to Lens)",
        "17:45 Karel Dvorsky [Genk - Lens] £5m",
    ],
)
def test_entries_that_tell_both_clubs_need_no_heading(line: str) -> None:
    more = ("Timo Hask (Metz to Lille) free", "Ali Poole (Brest to Nantes) loan")
    assert claims("\n".join(["Ligue 1", line, *more])) == [
        "Karel Dvorsky signed Genk > Lens 5 GBP paid",
        "Timo Hask signed Metz > Lille free",
        "Ali Poole signed Brest > Nantes loan",
    ]


@pytest.mark.parametrize(
    "heading",
    ["IN", "In:", "Ins", "Arrivals", "NEW FACES", "Players signed:", "Transfers in:", "**Signings**",
     "Summer signings", "Transfers In (2)", "MAJOR INS", "Players in 2023", "✅ In:", "## Arrivals"],
)  # fmt: skip
def test_headings_of_arrivals(heading: str) -> None:
    found = read_heading(heading, 0, len(heading))
    assert found is not None
    assert (found.way, found.club) == ("in", None)


@pytest.mark.parametrize(
    ("heading", "way", "club"),
    [
        ("OUT", "out", ""), ("Gone:", "out", ""), ("Loan returnees:", "returned", ""),
        ("Departures:", "out", ""), ("Loaned out", "out", ""), ("Released", "released", ""),
        ("Arsenal ins:", "in", "Arsenal"),
        ("Lens IN", "in", "Lens"), ("Aston Villa - Out", "out", "Aston Villa"), ("Lens: IN", "in", "Lens"),
        ("Lens's departures", "out", "Lens"), ("Retained", "retained", ""), ("Offered new contracts:", "offered", ""),
        ("Contract options exercised", "renewed", ""),
        ("Leaving:", "released", ""), ("Players leaving Lens:", "released", "Lens"),
        ("Out of contract this summer at Lens:", "released", "Lens"), ("Lens's striker targets", "wanted", "Lens"),
        ("Players linked with Lens", "wanted", "Lens"), ("🎯 Targets:", "wanted", ""),
        ("Transfer-listed:", "listed", ""),
        ("Contract offered:", "offered", ""), ("RETURNING TO PARENT CLUBS", "returned", ""),
        ("The following players have been released at the end of their contracts:", "released", ""),
        ("Lens have made the following available for transfer:", "listed", ""),
        ("The following players will return to their parent clubs:", "returned", ""),
        ("Talks go on with the following players:", "offered", ""),
        ("Done deals today:", "in", ""), ("🔵 Signings so far", "in", ""), ("Lens shortlist:", "wanted", "Lens"),
    ],
)  # fmt: skip
def test_headings_tell_the_way_and_the_club(heading: str, way: str, club: str) -> None:
    found = read_heading(heading, 0, len(heading))
    assert found is not None
    assert (found.way, heading[slice(*found.club)] if found.club else "") == (way, club)


@pytest.mark.parametrize(
    "line",
    [
        "Shortlist:",
        "Wanted",
        "For sale:",
        "Arsenal wanted",
        "Linked to Lens",
        "None signed",
        "Arsenal signed",
        "In the end it was out",
        "Coming in",
        "Inside",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert read_heading(line, 0, len(line)) is None


def test_several_entries_and_headings_stand_on_one_line() -> None:
    text = (
        "Lens - In: Karel Dvorsky (Genk, £5m), Timo Hask (Metz, free) and Ali Poole (Brest, loan). "
        "Out: Dan Reed (Nantes, £2m); Ben Foss (released).\n\nMetz - In: None. Out: Timo Hask (Lens, free)"
    )
    assert claims(text) == [
        "Karel Dvorsky signed Genk > Lens 5 GBP paid",
        "Timo Hask signed Metz > Lens free",
        "Ali Poole signed Brest > Lens loan",
        "Dan Reed signed Lens > Nantes 2 GBP paid",
        "Ben Foss contract_ending Lens > -",
    ]


@pytest.mark.parametrize(
    ("above", "below", "title"),
    [
        ("", "Click here for the latest Lens transfer news", None),
        ("Lens have done well", "", None),
        ("It is a long list.", "", "Every signing that Lens have made"),
        ("Lens", "", "Ins and outs"),
        ("LENS TRANSFERS", "", None),
        ("Lens's summer business", "", "Ins and outs"),
        ("1. Lens", "", "Ins and outs"),
        ("Lens (relegated from Ligue 1)", "", "Ins and outs"),
    ],
)
def test_the_club_is_told_by_what_stands_near(above: str, below: str, title: str | None) -> None:
    text = f"{above}\n\nIN\n\nKarel Dvorsky (Genk, £5m)\n\nNONE\n\nOUT\n\nTimo Hask (Metz, free)\n\n{below}"
    assert claims(text, title)[:2] == [
        "Karel Dvorsky signed Genk > Lens 5 GBP paid", "Timo Hask signed Lens > Metz free",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Lens transfer latest\n\nLeaving: Karel Dvorsky, Timo Hask.", "contract_ending Lens > -"),
        ("Players leaving Lens:\n- Karel Dvorsky\n- Timo Hask", "contract_ending Lens > -"),
        ("Lens news. Transfer-listed: Karel Dvorsky and Timo Hask.", "for_sale Lens > -"),
        ("Lens\nTargets: Karel Dvorsky, Timo Hask", "interest - > Lens"),
        ("Lens\nIn Karel Dvorsky (Genk, loan), Timo Hask (Genk, loan)", "signed Genk > Lens loan"),
        ("Lens\nIN: Karel Dvorsky (Genk; season loan), Timo Hask (Genk; loan)", "signed Genk > Lens loan"),
        ("Lens\nReleased - Karel Dvorsky, Timo Hask", "contract_ending Lens > -"),
        ("Lens\nReturned to parent club: Karel Dvorsky, Timo Hask", "past_move - > Lens loan"),
        ("Lens\nOffered terms – Karel Dvorsky and Timo Hask", "contract_talks Lens > -"),
        (
            "Lens can confirm who stays.\nScholars offered professional terms: Karel Dvorsky, Timo Hask.",
            "contract_talks Lens > -",
        ),
        ("Lens's striker shortlist:\n1. Karel Dvorsky (Genk)\n2. Timo Hask (Genk)", "interest Genk > Lens"),
        ("Linked with Lens:\n1️⃣ Karel Dvorsky (Genk)\n2️⃣ Timo Hask (Genk)\n❌ Ali Poole (Genk)", "interest Genk > Lens"),
        ("Lens done deals: ✅ Karel Dvorsky (Genk, loan) ✅ Timo Hask (Genk, loan)", "signed Genk > Lens loan"),
        (
            "🔵 IN:\n🇨🇿 Karel Dvorsky (Genk, free)\n🇨🇿 Timo Hask (Genk, free)\n\nBusy day at Lens",
            "signed Genk > Lens free",
        ),
    ],
)
def test_rosters_of_posts(text: str, event: str) -> None:
    assert claims(text, None) == [f"Karel Dvorsky {event}", f"Timo Hask {event}"]


@pytest.mark.parametrize(
    "text",
    [
        "Ins: Karel Dvorsky, Timo Hask, Ali Poole\nOuts: Dan Reed, Ben Foss (loan)",
        "Arrivals: Karel Dvorsky, Timo Hask and Ali Poole.\nDepartures: Dan Reed and Ben Foss (loan)",
    ],
)
def test_names_beside_headings_of_transfers_need_no_clubs(text: str) -> None:
    assert claims(f"Lens\n{text}", None) == [
        *(f"{name} signed - > Lens" for name in ("Karel Dvorsky", "Timo Hask", "Ali Poole")),
        "Dan Reed signed Lens > -",
        "Ben Foss signed Lens > - loan",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lens team news\nIn: Karel Dvorsky, Timo Hask, Ali Poole\nOut: Dan Reed, Ben Foss",
        "France\nIns: Karel Dvorsky, Timo Hask, Ali Poole\nOuts: Dan Reed and Ben Foss",
    ],
)
def test_who_is_in_a_team_and_who_is_out_moves_nowhere(text: str) -> None:
    assert claims(text, "Team news") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Karel Dvorsky (Genk to Lens, £5m)", "5 GBP paid"), ("3. KAREL DVORSKY (£5m, Genk to Lens)", "5 GBP paid"),
        ("Karel Dvorsky - Genk to Lens", ""), ("Karel Dvorsky – Genk → Lens", ""), ("Karel Dvorsky: Genk to Lens", ""),
    ],
)  # fmt: skip
def test_one_entry_alone_is_enough_where_it_tells_both_clubs(line: str, expected: str) -> None:
    text = f"He has read every page of it.\n\n{line}\nHe was the best of them all."
    assert claims(text, None) == [f"Karel Dvorsky signed Genk > Lens {expected}".strip()]
    assert claims(text, "Moves that could happen") == []


@pytest.mark.parametrize(
    "line",
    ["Train Travel - London to Lens", "Karel Dvorsky - Genk", "Dvorsky - Genk to Lens", "Karel Dvorsky - Dead to Me",
     "Signed: May 2007, from Genk (£5m)\nSold: September 2013, to Lens for £85m"],
)  # fmt: skip
def test_what_alone_tells_no_move(line: str) -> None:
    assert claims(f"Lens played well.\n\n{line}\n\nIt was a long day.", None) == []


def test_several_headings_of_a_roster_stand_on_one_line() -> None:
    assert claims("Lens squad update. Released: Karel Dvorsky, Timo Hask. Offered terms: Ali Poole.", None) == [
        "Karel Dvorsky contract_ending Lens > -",
        "Timo Hask contract_ending Lens > -",
        "Ali Poole contract_talks Lens > -",
    ]


@pytest.mark.parametrize("label", ["Contracts", "DONE DEALS", "Goalkeepers:", "Under-21s", "Retained list"])
def test_a_label_above_a_list_is_no_club(label: str) -> None:
    text = f"{label}\n\nReleased: Karel Dvorsky, Timo Hask.\n\nThat is all."
    assert claims(text, "Lens: who goes")[0] == "Karel Dvorsky contract_ending Lens > -"


def test_an_entry_may_tell_where_he_goes_and_not_from_where() -> None:
    text = "Done deals\nKarel Dvorsky (Genk) to Lens, £5m\nTimo Hask (unattached) to Metz"
    assert claims(text) == ["Karel Dvorsky signed Genk > Lens 5 GBP paid", "Timo Hask signed - > Metz free"]


def test_without_a_club_nothing_is_guessed() -> None:
    assert claims("IN\n\nKarel Dvorsky (Genk, £5m)\n\nTimo Hask (Metz, free)", "Transfers") == []


def test_a_retained_list_tells_whose_contract_ends() -> None:
    text = (
        "Marlow Rovers have published their retained list.\n\nReleased: Karel Dvorsky, Timo Hask and Ali Poole.\n\n"
        "Offered new contracts\nDan Reed\nBen Foss\n\nOptions exercised: Eve Frost, Ann Moss\n\n"
        "Retained: Sam Hatter, Al Wood"
    )
    assert claims(text, "Retained list") == [
        *(f"{name} contract_ending Marlow Rovers > -" for name in ("Karel Dvorsky", "Timo Hask", "Ali Poole")),
        *(f"{name} contract_talks Marlow Rovers > -" for name in ("Dan Reed", "Ben Foss")),
        *(f"{name} contract_signed Marlow Rovers > -" for name in ("Eve Frost", "Ann Moss")),
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Lens: In - Ali Poole (Genk, £4m); Out - Timo Hask (Metz, loan).\n"
            "Brest: In - none; Out - Dan Reed (released).",
            "Dan Reed contract_ending Brest > -",
        ),
        (
            "LENS. In: Ali Poole (Genk, £4m). Out: Timo Hask (Metz, loan).\n"
            "BREST. In: Dan Reed (Metz, loan). Out: none.",
            "Dan Reed signed Metz > Brest loan",
        ),
    ],
)
def test_a_club_may_lead_its_headings_on_one_line(text: str, last: str) -> None:
    assert claims(text, "Window round-up") == [
        "Ali Poole signed Genk > Lens 4 GBP paid",
        "Timo Hask signed Lens > Metz loan",
        last,
    ]


def test_headings_that_are_unknown_end_what_stands_before() -> None:
    text = "Released: Ali Poole, Timo Hask. Talks with the agent: Eve Frost. Option taken: Dan Reed."
    assert claims(text, "Lens retained list") == [
        "Ali Poole contract_ending Lens > -",
        "Timo Hask contract_ending Lens > -",
        "Dan Reed contract_signed Lens > -",
    ]


def test_a_name_above_a_heading_is_no_club() -> None:
    text = "Lens\nOFFERED TERMS\nAli Poole\nUNDER DISCUSSION\nTimo Hask\nDan Reed"
    assert claims(text, "Retained list") == [
        f"{name} contract_talks Lens > -" for name in ("Ali Poole", "Timo Hask", "Dan Reed")
    ]


def test_names_may_follow_a_sentence_that_heads_them() -> None:
    text = "Lens can confirm that the following players will not be offered new contracts: Ali Poole, Timo Hask."
    assert claims(text, "Lens retained list") == [
        f"{name} contract_ending Lens > -" for name in ("Ali Poole", "Timo Hask")
    ]


def test_loanees_who_return_end_a_loan() -> None:
    text = "Lens\n\nRELEASED\nKarel Dvorsky\nTimo Hask\n\nRETURNING LOANEES\nAli Poole (Genk)"
    assert claims(text, "Retained list")[-1] == "Ali Poole past_move Genk > Lens loan"


def test_words_of_headings_are_nobody() -> None:
    text = "Lens\n\nRELEASED\nKarel Dvorsky\nTimo Hask\n\nEXPIRED OPTIONS OFFERED\nAli Poole\nDan Reed"
    assert claims(text, "Retained list") == [
        "Karel Dvorsky contract_ending Lens > -",
        "Timo Hask contract_ending Lens > -",
    ]


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_tables_are_read_by_the_heads_of_their_columns(mark: str) -> None:
    rows = [
        ("Date", "Pos.", "Player", "Moving from", "Moving to", "Fee"),
        ("1 July 2023", "FW", "Karel Dvorsky", "Genk", "Lens", "£5m"),
        ("2 July 2023", "", "Timo Hask", "Metz", "Lens", "Free transfer"),
        ("3 July 2023", "DF", "Ali Poole", "Lens", "Brest", "Loan"),
    ]
    assert claims("\n".join(mark.join(row) for row in rows), "List of transfers") == [
        "Karel Dvorsky signed Genk > Lens 5 GBP paid",
        "Timo Hask signed Metz > Lens free",
        "Ali Poole signed Lens > Brest loan",
    ]


def test_two_tables_of_one_club() -> None:
    text = (
        "Lens\n\n| Player | From | Fee |\n|---|---|---|\n| Karel Dvorsky | Genk | £5m |\n| Timo Hask | Metz | Free |\n"
        "\n| Player | To | Fee |\n|---|---|---|\n| Ali Poole | Brest | Loan |\n| Dan Reed | Nantes | £2m |"
    )
    assert [claim.rpartition(" signed ")[2] for claim in claims(text, "Transfers")] == [
        "Genk > Lens 5 GBP paid", "Metz > Lens free", "Lens > Brest loan", "Lens > Nantes 2 GBP paid",
    ]  # fmt: skip


def test_a_table_may_set_arrivals_beside_departures() -> None:
    text = (
        "Lens\n\n| In | Out |\n|---|---|\n"
        "| Karel Dvorsky (Genk, £5m) | Timo Hask (Metz, free); Ben Foss (Brest, loan) |\n"
        "| - | Ali Poole (Brest, loan) |\n| Dan Reed (Nantes, £2m) | - |\n\nThat is all."
    )
    assert claims(text, "Transfers") == [
        "Karel Dvorsky signed Genk > Lens 5 GBP paid",
        "Timo Hask signed Lens > Metz free",
        "Ben Foss signed Lens > Brest loan",
        "Ali Poole signed Lens > Brest loan",
        "Dan Reed signed Nantes > Lens 2 GBP paid",
    ]


def test_of_two_headings_in_a_row_neither_tells() -> None:
    assert claims("Lens\n\nIn\n\nOut\n\nKarel Dvorsky (Genk, undisclosed)\n\nTimo Hask (Metz, free)", "Transfers") == []


def test_a_wider_row_belongs_to_another_table() -> None:
    text = (
        "Lens\n\nPlayer | From | Fee\nKarel Dvorsky | Genk | £5m\nTimo Hask | Metz | Free\n\n"
        "Ali Poole | Brest | Nantes | Loan\nDan Reed | Nantes | Lille | £2m"
    )
    assert [claim for claim in claims(text, "Transfers") if "Lens" in claim] == [
        "Karel Dvorsky signed Genk > Lens 5 GBP paid", "Timo Hask signed Metz > Lens free",
    ]  # fmt: skip


def test_terms_may_follow_the_brackets_of_several_entries() -> None:
    text = "Lens\n\nIN: Karel Dvorsky (Genk) £5m, Timo Hask (Metz) free and Ali Poole (Brest) loan"
    assert claims(text) == [
        "Karel Dvorsky signed Genk > Lens 5 GBP paid",
        "Timo Hask signed Metz > Lens free",
        "Ali Poole signed Brest > Lens loan",
    ]


def test_the_deals_of_an_earlier_year_are_history() -> None:
    text = under_in("Karel Dvorsky (Genk, £5m)", "Timo Hask (Metz, free)")
    assert claims(text, "What Lens did in the summer of 2019")[0].startswith("Karel Dvorsky past_move")


LINE_UPS = (
    "Arsenal (4-3-3): Ramsdale; White, Saliba, Gabriel, Zinchenko; Odegaard, Rice, Havertz; Saka, Jesus, Martinelli\n"
    "Subs: Raya, Kiwior (Saliba, 70), Jorginho (Rice, 80)\nOut: Timber (knee), Elneny (knee)\nBooked: Saka (20)\n"
    "In: Saka (Arsenal)\nReferee: Anthony Taylor (Manchester)"
)
RESULTS = "Arsenal 2-1 Nottingham Forest\nBurnley 0-3 Manchester City\nChelsea 1-1 Liverpool\nFulham v Brentford (3pm)"
TABLE = (
    "1 Manchester City 3 3 0 0 9\n2 Arsenal 3 2 1 0 7\n3 Liverpool 3 2 1 0 7\nPlayer | Club | Goals\nSaka | Arsenal | 3"
)
SQUAD = (
    "Goalkeepers: Jordan Pickford (Everton), Aaron Ramsdale (Arsenal)\nDefenders: John Stones (Manchester City)\n"
    "In: Levi Colwill (Chelsea)\nOut: Reece James (Chelsea), Luke Shaw (Manchester United)"
)
AWARDS = (
    "The shortlist for the player of the month at Lens:\nKarel Dvorsky (Lens)\nTimo Hask (Metz)\n\n"
    "Shortlist: Ann Moss, Eve Frost\n\nManager of the season shortlist:\nDan Reed\nBen Foss"
)
CINEMA = (
    "Released: Barbie, Oppenheimer, Talk To Me\nComing out: Joy Ride (15), Meg Two (12A)\n"
    "Out now: Fever Pitch (Penguin, £9.99), Blue Day (Faber, £8.99)\nIn: Odeon (free)"
)
FARES = "London to Paris: Eurostar, £39\nLeeds to York: Northern, £12\nHull to Selby: Hull Trains, £9"
RUGBY = (
    "Rugby: the Premiership's ins and outs\nLeicester Tigers\nIn: Karel Dvorsky (Montpellier, free), Timo Hask (Bath, "
    "free)\nOut: Ali Poole (Sale Sharks, free), Dan Reed (Bristol Bears, free)"
)
FANTASY = "Our FPL tips for the week\nTransfers in\nBukayo Saka (Arsenal, £9m)\nOllie Watkins (Aston Villa, £8m)"
PROSE = (
    "Lens went in with an offer. They came out with nothing: no loan, no free transfer, and a released player from "
    "Genk to talk about.\nIn: the club said that it was in no hurry to sell.\nOut: nobody (for now), a source said."
)


@pytest.mark.parametrize("text", [LINE_UPS, RESULTS, TABLE, SQUAD, AWARDS, CINEMA, FARES, RUGBY, FANTASY, PROSE])
def test_lists_of_other_kinds_give_nothing(text: str) -> None:
    assert [c for c in read_document(document(text, "Saturday")) if c.rule == "done deals"] == []


def test_what_somebody_wishes_is_not_done() -> None:
    text = "Lens\n\n" + under_in("Karel Dvorsky (Genk, £5m)", "Timo Hask (Metz, free)")
    assert claims(text, "The ideal ins and outs for Lens") == []
    assert claims(text, "A bad year for Lens, and it could get worse") != []
    assert claims("Manager changes\n\n" + text, "Managers in and out") == []


def test_a_list_is_not_read_a_second_time() -> None:
    text = (
        "Lens\n\nIN\n\nKarel Dvorsky from Genk on loan\n\nTimo Hask (Metz, free)\n\nLens are in talks with Ali Poole."
    )
    found = read_document(document(text))
    assert [claim.rule == "done deals" for claim in found] == [True, True, False]


def test_news_beside_a_list_joins_its_claim() -> None:
    text = "Lens have signed Karel Dvorsky from Genk.\n\nLens\n\n" + under_in(
        "Karel Dvorsky (Genk, £5m)", "Timo Hask (Metz)"
    )
    assert claims(text).count("Karel Dvorsky signed Genk > Lens 5 GBP paid") == 1
    assert sum(claim.startswith("Karel Dvorsky") for claim in claims(text)) == 1


def test_evidence_is_the_words_of_the_entry() -> None:
    text = "Lens\n\nIN\n\n• João Dvořák (Genk, £5m)\n\n• Pedro (Metz, free)"
    found = read_document(document(text))
    assert [claim.evidence.words for claim in found] == ["João Dvořák (Genk, £5m)", "Pedro (Metz, free)"]
    assert all(claim.evidence.span and claim.evidence.span.of(text) == claim.evidence.words for claim in found)
    assert {claim.attribution.outlet for claim in found} == {"The Touchline Gazette"}
    assert [claim.player for claim in found] == ["João Dvořák", "Pedro"]


def test_people_of_lists_are_people() -> None:
    whole = read_whole(document(under_in("Wolf (Forest Green Rovers, free)", "York Banks (Genk, loan)")))
    assert {person.name for person in whole.people} == {"Wolf", "York Banks"}


def test_explain_tells_of_entries() -> None:
    explained: Explanation = explain_document(document(under_in("Karel Dvorsky (Genk, £5m)", "Timo Hask (Metz, free)")))
    entries = [told(claim) for sentence in explained.sentences for claim in sentence.entries]
    assert entries == ["Karel Dvorsky signed Genk > Lens 5 GBP paid", "Timo Hask signed Metz > Lens free"]
    assert all(not sentence.fired for sentence in explained.sentences if sentence.entries)


def test_places_are_in_order_and_apart() -> None:
    text = "\n".join([under_in("Karel Dvorsky (Genk, £5m)", "Timo Hask (Metz, free)"), "Out", "Ali Poole (Brest)"])
    names = listed(find_deals(text))
    places = sorted((*names.people, *names.clubs))
    assert all(one[1] <= two[0] for one, two in pairwise(places))
    assert [text[slice(*place)] for place in names.clubs] == ["Lens", "Genk", "Metz", "Brest"]


PIECES = st.sampled_from(
    "IN OUT In: Out: Released: Lens Genk Karel Dvorsky ( ) [ ] , ; - – → | \t \n £5m free loan released to from and "
    "Player From Fee 1 2023 é . : to/from £".split(" ")
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60).map(" ".join))
def test_no_text_is_too_odd(text: str) -> None:
    for deals in find_deals(text):
        assert deals.listings
        for entry, _, _ in deals.listings:
            assert (
                0 <= entry.start <= entry.player[0] < entry.player[1] <= entry.stop <= len(text) or entry.player[0] >= 0
            )
    for claim in read_document(document(text)):
        assert claim.evidence.words in text or claim.evidence.place == "title"


@pytest.mark.parametrize(
    "piece",
    ["IN\n", "Karel Dvorsky (Genk, £5m)\n", "Lens\nIN\nKarel Dvorsky (Genk, £5m)\n", "IN: None. OUT: ", "A to B: ",
     "Aa ", "Player | From\n|--|\n", "Karel Dvorsky, ", "1 July 2023 -", "Aa to Bb - ", "Released: Aa Bb, ",
     "Linked with Aa ", "🔵🇨🇿", "Players leaving Aa\n- Bb Cc\n"],
)  # fmt: skip
def test_the_time_is_linear(piece: str) -> None:
    head = "Lens\nIN\nKarel Dvorsky (Genk, £5m)\n"
    assert is_linear(lambda size: find_deals(head + piece * size), 500)


def test_an_entry_is_names_and_terms_alone() -> None:
    for words in ("Lens are keen on Karel Dvorsky", "Karel Dvorsky (Genk, thigh)", "Karel Dvorsky scored (Genk, £5m)"):
        assert read_entry(words, 0, len(words)) is None
