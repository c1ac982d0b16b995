"""What the reader makes of sentences: who wants whom, who says so, and what is no claim at all.

Each claim is written as in ``tests/corpus``: ``player | event | to CLUB | from CLUB | possible | denied``.
A test that fails today and should not is marked ``not_yet`` with the reason.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mooted.model.claim import Claim
from mooted.model.document import Document
from mooted.model.money import Fee
from mooted.pipeline import read_document

PUBLISHED = datetime(2026, 1, 20, 9, 0, tzinfo=UTC)


def not_yet(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=False, reason=reason)


def claims(text: str, title: str | None = None, *, published: datetime | None = PUBLISHED) -> tuple[Claim, ...]:
    return read_document(Document("page", text, title=title, outlet="The Whistle", published_at=published))


def link(claim: Claim) -> str:
    to = f" | to {claim.club_to}" if claim.club_to else ""
    return f"{claim.player or '-'} | {claim.event}{to}"


def links(text: str, title: str | None = None) -> set[str]:
    return {link(claim) for claim in claims(text, title)}


def one(text: str, wanted: str, title: str | None = None) -> Claim:
    """The claim of a text that is wanted."""
    found = claims(text, title)
    same = [claim for claim in found if link(claim) == wanted]
    assert same, f"{wanted!r} is not among {[link(claim) for claim in found]}"
    return same[0]


def cases(*rows: tuple[str, str] | tuple[str, str, str]) -> pytest.MarkDecorator:
    """A text, the claims it gives (divided by ``;``), and the reason if it does not do so yet."""
    marked = [
        pytest.param(row[0], {claim.strip() for claim in row[1].split(";") if claim.strip()}, marks=_marks(row[2:]))
        for row in rows
    ]
    return pytest.mark.parametrize(("text", "wanted"), marked)


def _marks(reason: tuple[str, ...]) -> list[pytest.MarkDecorator]:
    return [not_yet(reason[0])] if reason else []


# Lists: every club of a list wants every player of a list.


@cases(
    (
        "Napoli, Roma and Lazio are interested in Rennes winger Aurelien Pasquet.",
        "Aurelien Pasquet | interest | to Napoli; Aurelien Pasquet | interest | to AS Roma;"
        "Aurelien Pasquet | interest | to Lazio",
    ),
    (
        "Wolves, Southampton and Crystal Palace have scouted Motherwell striker Callum Tait.",
        "Callum Tait | interest | to Wolverhampton Wanderers; Callum Tait | interest | to Southampton;"
        "Callum Tait | interest | to Crystal Palace",
    ),
    (
        "Lens and Nantes have joined Rennes in the race to sign Callum Tait.",
        "Callum Tait | interest | to Lens; Callum Tait | interest | to Nantes; Callum Tait | interest | to Rennes",
    ),
    (
        "Fulham are set to rival Everton for Motherwell striker Callum Tait.",
        "Callum Tait | interest | to Fulham; Callum Tait | interest | to Everton",
    ),
    (
        "Callum Tait of Motherwell could join Fulham in the summer.",
        "Callum Tait | agreed | to Fulham",
    ),
    (
        "Leeds United are keen on Wigan Athletic pair Tom Ashby and Kieran Moffatt.",
        "Tom Ashby | interest | to Leeds United; Kieran Moffatt | interest | to Leeds United",
    ),
)
def test_lists(text: str, wanted: set[str]) -> None:
    assert links(text) == wanted


@pytest.mark.parametrize("arrow", ["→", "➡", "➡️", "➜"])
def test_an_arrow_leads_to_the_next_club(arrow: str) -> None:
    assert links(f"DONE DEAL: Callum Tait {arrow} Fulham") == {"Callum Tait | agreed | to Fulham"}
    assert links(f"{arrow} Callum Tait scores twice\n{arrow} Olli Varga ruled out for Fulham") == set()


# Passive voice and headlines: the suitor comes last, or the verb is missing.


def test_lists_of_which_each_goes_with_its_own() -> None:
    told = links("Valencia have sold Ferran Otero and Ilja Marin to Manchester City and Leeds United respectively.")
    assert told == {"Ferran Otero | signed | to Manchester City", "Ilja Marin | signed | to Leeds United"}


@pytest.mark.parametrize(
    "text",
    [
        "Lens and Genk have stepped up their respective interest in Karel Dvorsky and Olli Varga.",
        "Lens and Genk are showing interest in Karel Dvorsky and Olli Varga respectively.",
    ],
)
def test_each_club_with_its_own_target(text: str) -> None:
    assert links(text) == {"Karel Dvorsky | interest | to Lens", "Olli Varga | interest | to Genk"}


def test_nobody_moves_to_two_clubs_at_once() -> None:
    told = links("Leeds youngsters Karel Dvorsky and Olli Varga have joined Hull and Derby on loan.")
    assert told == {"Karel Dvorsky | signed | to Hull City", "Olli Varga | signed | to Derby County"}


def test_of_clubs_told_in_turn_each_holds_its_own() -> None:
    text = "Parma have signed Karel Dvorsky and Olli Varga on loan from Genk and Lens respectively."
    assert {claim.player: claim.club_from for claim in claims(text)} == {"Karel Dvorsky": "Genk", "Olli Varga": "Lens"}


@pytest.mark.parametrize(
    "text",
    [
        "The Parma coach has denied the club are interested in Genk winger Karel Dvorsky.",
        "Parma have denied that they are considering a move for Genk winger Karel Dvorsky.",
        'Parma are "not interested" in Genk winger Karel Dvorsky.',
    ],
)
def test_what_is_denied_is_no_claim_that_it_is_so(text: str) -> None:
    assert {(claim.player, claim.club_to, claim.polarity) for claim in claims(text)} == {
        ("Karel Dvorsky", "Parma", "denied")
    }


def test_a_man_called_by_his_position_is_no_need() -> None:
    text = "Genk defender Karel Dvorsky may leave. Parma are looking to snap up the defender."
    assert "needs" not in {claim.event for claim in claims(text)}


def test_who_is_on_loan_is_the_last_of_a_list() -> None:
    text = "Porto want Manchester United pair Anton Marsh, 25, and Jesper Lund, 28 - who is on loan at West Ham."
    assert "Anton Marsh | past_move | to West Ham United" not in links(text)
    assert {"Anton Marsh | interest | to Porto", "Jesper Lund | interest | to Porto"} <= links(text)


@cases(
    ("Wigan Athletic midfielder Tom Ashby is wanted by Leeds United.", "Tom Ashby | interest | to Leeds United"),
    (
        "Rennes winger Aurelien Pasquet is being monitored by Brentford.",
        "Aurelien Pasquet | interest | to Brentford",
    ),
    (
        "A £6m bid for Wigan Athletic midfielder Tom Ashby has been rejected.",
        "Tom Ashby | bid_rejected",
        "a bid whose rejection comes at the end of the sentence is read as a bid",
    ),
    (
        "Genoa defender Matteo Bruscon has been linked with a move to Juventus.",
        "Matteo Bruscon | interest | to Juventus",
    ),
)
def test_passive_voice(text: str, wanted: set[str]) -> None:
    assert links(text) == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Leeds in talks to sign Wigan midfielder Tom Ashby", "Tom Ashby | talks | to Leeds United"),
        ("Fulham target Aurelien Pasquet", "Aurelien Pasquet | interest | to Fulham"),
        ("Juventus see bid for Matteo Bruscon rejected by Genoa", "Matteo Bruscon | bid_rejected | to Juventus"),
    ],
)
def test_headlines(title: str, wanted: str) -> None:
    claim = one("The window shuts on Monday.", wanted, title)
    assert claim.evidence.place == "title"
    assert claim.evidence.span is None


# Which way? "From" may name the suitor, "to" no destination, and a possessive names the holder.


@cases(
    (
        "Motherwell have rejected a bid from Rangers for striker Callum Tait.",
        "Callum Tait | bid_rejected | to Rangers",
    ),
    (
        "Motherwell have received an approach from Rangers for striker Callum Tait.",
        "Callum Tait | contact | to Rangers",
    ),
    (
        "Motherwell have accepted an offer from Celtic for striker Callum Tait.",
        "Callum Tait | bid_accepted | to Celtic",
    ),
)
def test_a_bid_from_a_club_names_the_suitor(text: str, wanted: set[str]) -> None:
    assert links(text) == wanted


def test_close_to_a_deal_for_citys_winger() -> None:
    found = claims("Everton are close to a deal for Manchester City's winger Dario Quist.")
    assert {(claim.club_to, claim.club_from) for claim in found} == {("Everton", "Manchester City")}


def test_pulled_out_of_talks_with_the_holder() -> None:
    claim = one(
        "Roma have pulled out of talks with Tottenham over defender Mirko Savelli.", "Mirko Savelli | off | to AS Roma"
    )
    assert claim.club_from == "Tottenham Hotspur"


@pytest.mark.parametrize(
    "text",
    [
        "Leeds United want to hijack Everton's move for Wigan Athletic midfielder Tom Ashby.",
        "Leeds United sent scouts to watch Wigan Athletic midfielder Tom Ashby.",
    ],
)
def test_to_do_something_is_no_destination(text: str) -> None:
    assert "Wigan Athletic" not in {claim.club_to for claim in claims(text)}


def test_reports_from_an_outlet_name_no_club() -> None:
    claim = one(
        "Reports from L'Equipe say Brentford are in talks with Rennes for winger Aurelien Pasquet.",
        "Aurelien Pasquet | talks | to Brentford",
    )
    assert claim.sources == ("L'Equipe",)


@cases(
    (
        "Fulham want Rennes winger Aurelien Pasquet, while Brentford have bid for Genoa defender Matteo Bruscon.",
        "Aurelien Pasquet | interest | to Fulham; Matteo Bruscon | bid | to Brentford",
        "the second clause is torn between both players, and neither is likely enough",
    ),
)
def test_the_clubs_of_a_clause_belong_to_its_own_player(text: str, wanted: set[str]) -> None:
    assert links(text) == wanted


@cases(
    (
        "Paris Saint-Germain are interested in Fulham's Aurelien Pasquet.",
        "Aurelien Pasquet | interest | to Paris Saint-Germain",
    ),
    (
        "There is interest in Tom Ashby, his agent told reporters.",
        "Tom Ashby | interest",
        "interest of clubs that are not hinted at is too unsure",
    ),
)
def test_words_within_words_name_no_club(text: str, wanted: set[str]) -> None:
    assert links(text) == wanted


# Who is who: unknown names, short names, and names that are no player's.


def test_nationality_and_position_are_no_name() -> None:
    found = claims("Brazilian Midfielder On His Way: Benfica have agreed a fee with Santos for Caio Brandao.")
    assert {claim.player for claim in found} == {"Caio Brandao"}


def test_a_short_name_is_the_fuller_one_of_the_page() -> None:
    text = "Leeds United want Bruno Tavora of Boavista. A bid for Bruno was lodged by Leeds on Friday."
    assert {claim.player for claim in claims(text)} == {"Bruno Tavora"}


def test_a_common_first_name_is_no_obstacle() -> None:
    assert "David Hollins | interest | to Leeds United" in links("Leeds United are keen on Barnsley's David Hollins.")


def test_a_manager_who_confirms_a_move_is_not_the_one_who_moves() -> None:
    claim = one(
        "Motherwell manager Ewan Rintoul has confirmed that striker Callum Tait is in talks with Celtic.",
        "Callum Tait | talks | to Celtic",
    )
    assert claim.sources == ("Ewan Rintoul",)


def test_an_appointment_is_a_staff_move() -> None:
    found = links("Leeds United have appointed former Ipswich coach Ewan Rintoul as their new manager.")
    assert found == {"Ewan Rintoul | staff_move | to Leeds United"}


@not_yet("staff who are 'set to join' are read only with other signs of a post")
def test_a_director_who_changes_clubs_makes_a_staff_move() -> None:
    found = links("Genoa sporting director Carlo Benatti is set to join Juventus.")
    assert found == {"Carlo Benatti | staff_move | to Juventus"}


def test_one_club_is_enough() -> None:
    assert links("Leeds United have made a bid for Tom Ashby.") == {"Tom Ashby | bid | to Leeds United"}


def test_accents_and_full_names_of_clubs_change_nothing() -> None:
    plain = links("AS Roma are interested in Genoa defender Radu Mihaila-Draghici.")
    assert links("Roma are interested in Genoa defender Radu Mihăilă-Drăghici.") == {
        found.replace("Mihaila-Draghici", "Mihăilă-Drăghici") for found in plain
    }
    assert plain


def test_a_role_is_that_of_the_day() -> None:
    text = "Antonio Conte wants Genoa defender Matteo Bruscon."
    days = (datetime(2022, 1, 20, tzinfo=UTC), datetime(2025, 1, 20, tzinfo=UTC))
    found = [{claim.club_to for claim in claims(text, published=day)} for day in days]
    assert found == [{"Tottenham Hotspur"}, {"Napoli"}]


# Money: bids, prices, wages, and what was paid long ago.


def test_a_wage_is_no_fee() -> None:
    claim = one(
        "Tom Ashby has agreed personal terms worth £120,000 a week with Leeds United.",
        "Tom Ashby | terms_agreed | to Leeds United",
    )
    assert claim.fee is None
    assert claim.terms.wage is not None
    assert (claim.terms.wage.amount, claim.terms.wage.per) == (120_000, "week")
    offered = claims("Leeds United have offered Tom Ashby £120,000 a week to sign from Wigan Athletic.")
    assert [claim.fee for claim in offered if claim.fee] == []


def test_a_sum_told_again_in_another_currency_is_the_first() -> None:
    (claim,) = claims("Genoa have made a €50m (£44.5m, $58m) bid for Fulham midfielder Ben Ashdown.")
    assert claim.fee is not None
    assert (claim.fee.amount, claim.fee.currency) == (50_000_000, "EUR")


def test_each_of_a_list_has_his_own_club() -> None:
    found = claims("Arsenal are interested in signing Genoa's Karel Dvorsky and Lyon star Ben Ashdown.")
    assert {(claim.player, claim.club_from) for claim in found} == {("Karel Dvorsky", "Genoa"), ("Ben Ashdown", "Lyon")}


def test_a_post_may_tell_the_price_paragraphs_later() -> None:
    post = "Lens have signed winger Karel Dvorsky from Genk.\n\nContract until June 2029.\n\n"
    paid, other = ("€20m fee, add-ons included.", "Lille will pay a €20m fee for Pieter Maes.")
    assert [claim.fee.amount for claim in claims(post + paid) if claim.event == "signed" and claim.fee] == [20_000_000]
    assert not [claim for claim in claims(post + other) if claim.player == "Karel Dvorsky" and claim.fee]


def test_the_price_may_stand_two_sentences_later_beside_his_name() -> None:
    filler = "Lens trained in the rain on Friday and the crowd went home wet and happy.\n\n" * 8
    news = "Lens have signed winger Karel Dvorsky from Genk. His contract runs until June 2029. "
    paid, other = ("Lens paid a fee of €20m for Dvorsky.", "Lens paid a fee of €20m for Pieter Maes in 2020.")
    assert Fee(20_000_000, "EUR", "paid") in [claim.fee for claim in claims(filler + news + paid)]
    assert not [claim for claim in claims(filler + news + other) if claim.player == "Karel Dvorsky" and claim.fee]


def test_a_bid_has_its_sum() -> None:
    claim = one(
        "Leeds United have made a £6m bid for Wigan Athletic midfielder Tom Ashby.", "Tom Ashby | bid | to Leeds United"
    )
    assert claim.fee == Fee(6_000_000, "GBP", "bid")


def test_history_is_a_past_move() -> None:
    claim = one(
        "Matteo Bruscon joined Tottenham from Genoa for £27m in January 2024.",
        "Matteo Bruscon | past_move | to Tottenham Hotspur",
    )
    assert (claim.club_from, claim.fee) == ("Genoa", Fee(27_000_000, "GBP", "paid"))


def test_old_fees_are_no_bids() -> None:
    text = (
        "Roma have asked about Tottenham defender Matteo Bruscon. The 23-year-old joined Spurs from Genoa for £27m in "
        "January 2024, two years after Genoa had paid £7m for him."
    )
    assert [claim.fee for claim in claims(text) if claim.event not in ("past_move", "signed")] == [None]


def test_departures_that_were_sanctioned_are_history() -> None:
    text = "Milan sanctioned the departure of Luca Ferrone and Pietro Salvi last summer."
    assert not {claim.event for claim in claims(text)} & {"for_sale", "agreed", "interest"}


# Doubt: denied, possible, conditional.


@not_yet("'will bid' is not read as a bid")
def test_a_conditional_bid() -> None:
    claim = one(
        "Leeds United will bid £6m for Wigan Athletic midfielder Tom Ashby if they sell a striker first.",
        "Tom Ashby | bid | to Leeds United",
    )
    assert claim.modality == "conditional"
    assert claim.condition == "if they sell a striker first"


@pytest.mark.xfail(strict=False, reason="a condition after a phrase that begins with would is read as a fact")
def test_a_conditional_acceptance() -> None:
    text = "Tottenham would accept £35m from Crystal Palace for Brenton Joyce if they sign a replacement."
    found = [claim for claim in claims(text) if claim.player == "Brenton Joyce"]
    assert {claim.modality for claim in found} == {"conditional"}


def test_a_planned_bid_is_possible() -> None:
    text = "Leeds United are preparing a £6m bid for Wigan Athletic midfielder Tom Ashby."
    assert one(text, "Tom Ashby | bid | to Leeds United").modality == "possible"


def test_what_is_denied() -> None:
    text = "Juventus have not made an offer for Genoa defender Matteo Bruscon."
    assert one(text, "Matteo Bruscon | bid | to Juventus").polarity == "denied"


@not_yet("'no chance' weighs as a chance")
def test_no_chance_is_a_denial() -> None:
    text = "There is no chance that Harry Lockwood will sign a new contract with Tottenham."
    assert one(text, "Harry Lockwood | contract_signed").polarity == "denied"


def test_a_loan_refused_and_a_sale_that_tempts() -> None:
    text = (
        "Tottenham have ruled out letting defender Matteo Bruscon leave on loan. They would be willing to sell the "
        "23-year-old for £30m."
    )
    assert {"Matteo Bruscon | not_for_sale", "Matteo Bruscon | for_sale"} <= links(text)


# Who says so.


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("According to Sky Sports, Leeds United have made a bid for Tom Ashby.", ("Sky Sports",)),
        ("Leeds United have made a bid for Tom Ashby, according to reports in Italy.", ()),
        ("Leeds United have made a bid for Tom Ashby. It would be a difficult deal.", ()),
        ("Leeds United have 'made a bid' for Tom Ashby.", ()),
    ],
)
def test_sources(text: str, sources: tuple[str, ...]) -> None:
    assert one(text, "Tom Ashby | bid | to Leeds United").sources == sources


def test_a_source_goes_on_in_the_next_sentence() -> None:
    text = (
        "Leeds United have made a bid for Tom Ashby, Sky Sports report. The report adds that Everton are also "
        "interested in the midfielder."
    )
    assert one(text, "Tom Ashby | interest | to Everton").sources == ("Sky Sports",)


def test_an_agent_speaks_for_a_stance() -> None:
    text = "Tottenham defender Matteo Bruscon wants to leave, his agent Florin Marinescu told Gazeta Sporturilor."
    claim = one(text, "Matteo Bruscon | wants_out")
    assert claim.sources[:1] == ("Florin Marinescu",)


# Pages: several stories, the same told twice, captions, no date.


def test_two_stories_on_one_page() -> None:
    text = (
        "Leeds United have made a bid for Wigan Athletic midfielder Tom Ashby.\n\n"
        "Meanwhile, Juventus are in talks with Genoa over a deal for defender Matteo Bruscon."
    )
    assert links(text) == {"Tom Ashby | bid | to Leeds United", "Matteo Bruscon | talks | to Juventus"}


def test_the_same_told_twice_is_one_claim() -> None:
    text = (
        "Milan have made an enquiry for Tottenham defender Matteo Bruscon.\n\n"
        "Milan enquired about Bruscon in the last few hours."
    )
    assert [link(claim) for claim in claims(text)] == ["Matteo Bruscon | contact | to AC Milan"]


def test_a_post_that_is_quoted_twice_is_one_claim() -> None:
    post = "Leeds United have made a bid for Tom Ashby"
    found = claims(f"„{post}“, he wrote.\n\n“{post}”")
    assert [link(claim) for claim in found] == ["Tom Ashby | bid | to Leeds United"]


def test_two_suitors_at_different_stages() -> None:
    text = (
        "Napoli are in talks with Tottenham for defender Matteo Bruscon. Roma are also interested in the 23-year-old."
    )
    assert links(text) == {"Matteo Bruscon | talks | to Napoli", "Matteo Bruscon | interest | to AS Roma"}


def test_a_shortlist_of_two() -> None:
    text = "Genoa defender Matteo Bruscon and Rennes defender Yanis Morel are on Roma's shortlist."
    assert links(text) == {"Matteo Bruscon | interest | to AS Roma", "Yanis Morel | interest | to AS Roma"}


def test_a_request_to_leave_and_a_wish_to_stay() -> None:
    text = (
        "Wigan Athletic striker Dean Farrow has handed in a transfer request.\n\n"
        "Midfielder Tom Ashby wants to stay at Wigan."
    )
    assert {"Dean Farrow | wants_out", "Tom Ashby | wants_stay"} <= links(text)


def test_a_page_without_a_date_is_read() -> None:
    found = claims("Leeds United have made a bid for Tom Ashby.", published=None)
    assert [link(claim) for claim in found] == ["Tom Ashby | bid | to Leeds United"]


def test_a_loan_with_an_option() -> None:
    text = "Juventus are in talks with Genoa over a loan with an option to buy for Matteo Bruscon."
    assert one(text, "Matteo Bruscon | talks | to Juventus").deal == "loan_option"


def test_a_time_is_resolved_against_the_day_of_the_page() -> None:
    text = "Leeds United made a bid for Wigan Athletic midfielder Tom Ashby on Sunday."
    moment = one(text, "Tom Ashby | bid | to Leeds United").said_at
    assert moment is not None
    assert moment.start.isoformat() == "2026-01-18"


def test_the_end_of_a_contract_is_the_time_of_no_other_claim() -> None:
    text = "Tom Ashby is out of contract in June, and Leeds United want to sign him."
    moment = one(text, "Tom Ashby | interest | to Leeds United").said_at
    assert moment is not None
    assert moment.words == ""


def test_a_sum_stands_whole_in_the_evidence() -> None:
    text = "Tom Ashby, 21, cost Leeds United £12.5million two years ago."
    assert one(text, "Tom Ashby | past_move | to Leeds United").evidence.words.endswith(" £12.5million")
    whole = text.replace("£12.5million", "£12,500,000")
    assert one(whole, "Tom Ashby | past_move | to Leeds United").evidence.words.endswith(" £12,500,000")


def test_a_need_names_its_position() -> None:
    found = claims("Sevilla are looking for a striker before the window shuts.")
    assert [(claim.event, claim.club_to, claim.position) for claim in found] == [("needs", "Sevilla", "striker")]


def test_of_words_as_likely_those_that_tell_more_are_the_evidence() -> None:
    text = "Genk winger Tom Ashby is on a list at Lens, and Lille asked last week to be kept informed."
    assert one(text, "Tom Ashby | contact | to Lille").evidence.words.endswith("asked last week to be kept informed")


# Nothing to read.


@pytest.mark.parametrize(
    "text",
    [
        "Tom Ashby scored twice as Leeds United beat Derby County 2-0 at Elland Road on Saturday.",
        "Wigan Athletic midfielder Tom Ashby is out for eleven months after tearing a knee ligament.",
        "The fit-again Matteo Bruscon returned to the Genoa line-up on Sunday.",
        pytest.param(
            "The fit-again Matteo Bruscon returned to the Genoa bench on Sunday.",
            marks=not_yet("a coach who returns to a bench has a job"),
        ),
        "Luca Ferrone, Pietro Salvi, Mirko Savelli, Dino Abate, Ugo Marchi and Ivo Renzi line up before kick-off.",
        pytest.param(
            "Wing Josh Tamati has joined Leicester Tigers on loan from Wigan Warriors until the end of the season.",
            marks=not_yet("rugby clubs are not known to be none of football"),
        ),
        "Point guard Darnell Pruitt has signed a two-year contract with the Chicago Bulls after a trade.",
        "Quarterback Cole Hanratty has agreed a five-year, $250m contract extension with the Dallas Cowboys.",
        "The brewer has made a £6bn bid for its rival, and talks between the two boards continue.",
        "Parliament rejected the offer, and the minister wants to leave the government before the summer.",
        "Leeds should sign Tom Ashby, if you ask me.",
        "I think Tom Ashby would be a perfect fit for Leeds United, said former defender Gus Mallory.",
        "Arsenal fans would love to see Tom Ashby at the Emirates.",
        "Tom Ashby came on for Kieran Moffatt after 70 minutes of the draw with Derby County.",
        "We need to improve and we will work hard, Ewan Rintoul said after the defeat.",
        "Tickets for the tie with Wigan Athletic are on sale from Friday at £20 for adults.",
    ],
)
def test_no_claim(text: str) -> None:
    assert links(text) == set()


def test_a_loan_and_the_signing_that_follows_are_two_moves() -> None:
    text = "Lens have signed Kole Brandt on a permanent deal. Brandt spent last season on loan at Lens."
    assert links(text) >= {"Kole Brandt | signed | to Lens", "Kole Brandt | past_move | to Lens"}


def test_the_buyer_may_be_left_out_beside_the_club_that_sells() -> None:
    text = "Kole Brandt to Lens, it's done! Agreement in place with Genk, fee around £12m."
    assert links(text) == {"Kole Brandt | agreed | to Lens", "Kole Brandt | bid_accepted | to Lens"}
    assert {claim.club_from for claim in claims(text)} == {"Genk"}


def test_a_move_of_an_earlier_window_is_history() -> None:
    text = "Lens have signed winger Kole Brandt from Genk. They had signed striker Olli Varga from Nice last summer."
    assert {"Kole Brandt | signed | to Lens", "Olli Varga | past_move | to Lens"} <= links(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lens have accepted an offer of £35m with Genk for winger Karel Brandt.", "bid_accepted"),
        ("Lens have now accepted an offer from Genk for winger Karel Brandt.", "bid_accepted"),
        ("Lens turned down a £12m bid from Genk for winger Karel Brandt.", "bid_rejected"),
    ],
)
def test_the_club_that_answers_a_bid_has_not_made_it(text: str, wanted: str) -> None:
    assert links(text) == {f"Karel Brandt | {wanted} | to Genk"}


def test_a_move_of_this_window_is_news() -> None:
    assert links("Karel Brandt left Genk for Lens in January.") == {"Karel Brandt | signed | to Lens"}
    assert links("Karel Brandt left Genk for Lens in July 2023.") == {"Karel Brandt | past_move | to Lens"}


def test_a_spell_is_history_though_it_ended_in_this_window() -> None:
    found = links("Karel Brandt is back at Genk from his loan spell at Lens, which ended in January.")
    assert "Karel Brandt | signed | to Lens" not in found
