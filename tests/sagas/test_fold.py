"""A saga from claims: suitors, stances, holder, outcome, expiry."""

from __future__ import annotations

from mooted.model.entry import Entry
from mooted.model.saga import Saga, Suitor
from mooted.sagas.fold import sagas
from tests.sagas.telling import CALENDAR, DAY, PRESS, after, sum_of, told


def _saga(*entries: Entry, days: float = 15) -> Saga:
    (found,) = sagas(entries, CALENDAR, PRESS, as_of=after(days))
    return found


def _suitor(saga: Saga, club: str) -> Suitor:
    return next(suitor for suitor in saga.suitors if suitor.club == club)


def test_rival_suitors_are_branches_the_furthest_first() -> None:
    saga = _saga(
        told("interest", "Leeds"), told("bid", "Leeds", days=2, fee=sum_of(6)), told("contact", "Fulham", days=3),
        told("interest", "Celtic", days=1, modality="possible"),
    )  # fmt: skip
    assert [(one.club, one.furthest, one.firm, one.state) for one in saga.suitors] == [
        ("Leeds", "bid", True, "live"), ("Fulham", "contact", True, "live"), ("Celtic", "interest", False, "live"),
    ]  # fmt: skip
    leeds = _suitor(saga, "Leeds")
    assert (leeds.first, leeds.furthest_date, leeds.last) == (DAY, after(2), after(2))
    assert leeds.fee == sum_of(6)
    assert (saga.player, saga.holder, saga.id) == ("Tom Ashby", "Wigan Athletic", "tom-ashby/2026-winter")


def test_background_told_of_the_past_is_no_pursuit_and_no_news() -> None:
    saga = _saga(told("past_move", "Wigan Athletic", holder="Hollin Rovers", fee=sum_of(2, kind="paid")))
    assert saga.suitors == ()
    assert [step.new for step in saga.past_moves] == [False]
    assert saga.outcome is None


def test_what_is_as_of_a_day_knows_nothing_later() -> None:
    entries = (told("interest", "Leeds"), told("signed", "Leeds", days=20))
    (early,) = sagas(entries, CALENDAR, PRESS, as_of=after(10))
    assert (early.outcome, early.suitors[0].furthest) == (None, "interest")
    assert len(early.steps) == 1
    assert sagas(entries, CALENDAR, PRESS, as_of=after(-1)) == ()


def test_interest_not_renewed_by_the_end_of_its_window_is_dormant() -> None:
    entry = told("interest", "Leeds", days=10)
    assert _saga(entry, days=12).suitors[0].state == "live"
    assert _saga(entry, days=60).suitors[0].state == "dormant"


def test_each_window_has_its_saga_and_the_holder_is_carried_on() -> None:
    winter, summer = sagas(
        (
            told("signed", "Leeds", days=5), told("medical", "Leeds", days=4),
            told("interest", "Celtic", days=200, holder=None),
        ),
        CALENDAR, PRESS,
    )  # fmt: skip
    assert (winter.window, winter.holder, summer.window, summer.holder) == (
        "2026-winter", "Leeds", "2026-summer", "Leeds",
    )  # fmt: skip


def test_a_loan_leaves_a_player_with_his_owner() -> None:
    saga = _saga(told("signed", "Leeds", deal="loan"), told("medical", "Leeds", days=-1, deal="loan"))
    assert saga.outcome is not None
    assert (saga.outcome.club, saga.outcome.deal, saga.holder) == ("Leeds", "loan", "Wigan Athletic")


def test_a_move_ends_the_rivals_pursuits() -> None:
    saga = _saga(
        told("bid", "Fulham"), told("agreed", "Leeds", days=1), told("signed", "Leeds", days=4, by="Morning Whistle"),
        told("signed", "Leeds", days=3, fee=sum_of(7, kind="paid")),
    )  # fmt: skip
    assert saga.outcome is not None
    assert (saga.outcome.kind, saga.outcome.club, saga.outcome.day) == ("moved", "Leeds", after(3).date())
    assert saga.outcome.fee == sum_of(7, kind="paid")
    assert {one.club: one.state for one in saga.suitors} == {"Leeds": "done", "Fulham": "off"}


def test_one_report_of_a_signing_that_all_later_talk_ignores_is_not_believed() -> None:
    talk = (told("talks", "Leeds", days=5 + days, by=f"Paper {days}") for days in range(8))
    saga = _saga(told("signed", "Leeds"), *talk)
    assert saga.outcome is None
    assert saga.suitors[0].furthest == "talks"


def test_a_new_contract_ends_a_saga_too() -> None:
    saga = _saga(told("interest", "Leeds"), told("contract_signed", days=2))
    assert saga.outcome is not None
    assert (saga.outcome.kind, saga.outcome.club) == ("extended", "Wigan Athletic")
    assert len(saga.contract) == 1


def test_what_was_only_denied_is_denied_and_what_was_given_up_is_off() -> None:
    saga = _saga(
        told("bid", "Fulham", polarity="denied"), told("interest", "Leeds"), told("off", "Leeds", days=3),
        told("talks", "Celtic"), told("interest", "Celtic", polarity="denied", days=4),
    )  # fmt: skip
    assert {one.club: one.state for one in saga.suitors} == {"Fulham": "denied", "Leeds": "off", "Celtic": "cooled"}


def test_the_holder_is_no_suitor() -> None:
    saga = _saga(told("bid", "Leeds"), told("interest", "Wigan Athletic"), told("bid", "Leeds", days=1))
    assert [one.club for one in saga.suitors] == ["Leeds"]


def test_only_what_changes_what_is_known_is_new() -> None:
    saga = _saga(
        told("interest", "Leeds"), told("interest", "Leeds", days=1, by="Morning Whistle"),
        told("bid", "Leeds", days=2, fee=sum_of(6)), told("interest", "Leeds", days=3),
        told("bid", "Leeds", days=4, fee=sum_of(6)), told("bid", "Leeds", days=5, fee=sum_of(9)),
        told("bid", "Leeds", days=6, polarity="denied"),
    )  # fmt: skip
    assert [step.new for step in saga.steps] == [True, False, True, False, False, True, True]
    assert [step.independent for step in saga.steps[:2]] == [1, 2]


def test_one_sum_in_two_currencies_is_one() -> None:
    saga = _saga(told("bid", "Leeds", fee=sum_of(30)), told("bid", "Leeds", days=1, fee=sum_of(35, "EUR")))
    assert [step.new for step in saga.steps] == [True, False]


def test_a_stance_that_turns_ends_the_one_before() -> None:
    saga = _saga(
        told("not_for_sale", stance_of="club"), told("not_for_sale", days=2, stance_of="club"),
        told("for_sale", days=9, stance_of="club", modality="conditional", condition="if a replacement is found"),
        told("wants_out", days=3, stance_of="player"),
    )  # fmt: skip
    assert [(one.side, one.event, one.since, one.ended) for one in saga.stances] == [
        ("club", "not_for_sale", DAY, after(9)), ("player", "wants_out", after(3), None),
        ("club", "for_sale", after(9), None),
    ]  # fmt: skip
    assert saga.stances[0].last == after(2)
    assert saga.stances[-1].condition == "if a replacement is found"


def test_to_be_against_a_loan_and_for_a_sale_is_no_change() -> None:
    saga = _saga(
        told("not_for_sale", deal="loan", stance_of="club"),
        told("for_sale", deal="permanent", days=1, stance_of="club"),
    )
    assert [one.ended for one in saga.stances] == [None, None]
    assert saga.contradictions == ()


def test_what_a_player_wants_is_his_whoever_tells_it() -> None:
    saga = _saga(told("wants_out", "Leeds", stance_of="manager", source="Marek Dvorak"))
    assert (saga.stances[0].side, saga.stances[0].who) == ("player", "Tom Ashby")


def test_old_contracts_told_apart_by_weeks_are_no_new_one() -> None:
    talk = [told("interest", "Leeds", days=days) for days in range(7)]
    saga = _saga(*talk, told("contract_signed", days=2), told("contract_signed", days=20))
    assert saga.outcome is None


def test_his_own_word_that_he_stays_ends_a_saga() -> None:
    stays = [told("wants_stay", days=5 + days, by=f"Paper {days}") for days in range(3)]
    saga = _saga(
        told("wants_out"), told("interest", "Leeds"), told("wants_stay", days=4, source="Tom Ashby"), *stays,
        told("wants_out", days=6, by="Morning Whistle"),
    )  # fmt: skip
    assert saga.outcome is not None
    assert (saga.outcome.kind, saga.outcome.club, saga.outcome.day) == ("stayed", "Wigan Athletic", after(4).date())
    assert [(one.club, one.state) for one in saga.suitors] == [("Leeds", "off")]


def test_one_report_of_a_move_that_others_pursuits_outlive_is_not_believed() -> None:
    talk = [told("talks", "Leeds", days=3 + days, by=f"Paper {days}") for days in range(6)]
    saga = _saga(told("signed", "Chelsea", deal="permanent"), *talk)
    assert saga.outcome is None
    assert saga.holder == "Wigan Athletic"


def test_a_signing_told_in_passing_is_believed_after_a_medical_and_agreements() -> None:
    saga = _saga(
        told("agreed", "Leeds", by="The Ledger"), told("agreed", "Leeds", days=2, by="Morning Whistle"),
        told("medical", "Leeds", days=5), told("signed", "Leeds", days=12, holder=None),
    )  # fmt: skip
    assert saga.outcome is not None
    assert (saga.outcome.kind, saga.outcome.club) == ("moved", "Leeds")


def test_a_suitor_does_not_hold_him_for_one_slip() -> None:
    talk = [told("interest", "Leeds", days=days, holder=None) for days in range(3)]
    assert _saga(*talk, told("bid", "Fulham", days=4, holder="Leeds")).holder is None


def test_the_club_just_left_is_named_in_looking_back() -> None:
    moved = [told("signed", "Leeds", by=by, deal="permanent") for by in ("The Ledger", "Morning Whistle")]
    back = [told("talks", "Fulham", days=40 + days, by=f"Paper {days}") for days in range(4)]
    *_, saga = sagas((*moved, *back), CALENDAR, PRESS)
    assert (saga.window, saga.holder) == ("2026-summer", "Leeds")
