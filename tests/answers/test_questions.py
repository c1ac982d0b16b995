"""Clubs, briefs, sources, searches, echoes and names: what each answer holds, and what it leaves out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mooted import answers
from mooted.answers.change import change
from mooted.answers.moments import moment_of, start_of
from mooted.model.missing import NotFound
from tests.answers.told import Said, a_ledger

JANUARY = "2026-01-31"


def test_a_club_has_who_comes_and_who_goes():
    told = (
        Said(3, "talks", club_to="Arsenal", club_from="Ajax"),
        Said(4, "interest", club_to="Chelsea", club_from="Ajax"),
        Said(5, "bid", player="Milan Kovac", club_to="Marrow Town", club_from="Arsenal"),
        Said(6, "not_for_sale", player="Milan Kovac", club_to=None, club_from="Arsenal"),
        Said(7, "contract_talks", player="Tom Ashby", club_to=None, club_from="Arsenal"),
        Said(8, "needs", player=None, club_to="Arsenal", club_from=None, position="left-back"),
        Said(9, "needs", player=None, club_to="Arsenal", club_from=None, position="left-back", outlet="The Sun"),
        Said(9, "staff_move", player="Ivo Stanek", club_to="Arsenal", club_from=None),
    )
    with a_ledger(*told) as ledger:
        found = answers.club(ledger, "the gunners", as_of=JANUARY)
    assert (found.club, found.window) == ("Arsenal", "2026-winter")
    assert [(one.player, one.holder, one.suitor.furthest, one.rivals) for one in found.coming] == [
        ("Bence Varga", "Ajax", "talks", ("Chelsea",))
    ]
    (going,) = found.going
    assert (going.player, [suitor.club for suitor in going.suitors]) == ("Milan Kovac", ["Marrow Town"])
    assert [stance.event for stance in going.stances] == ["not_for_sale"]
    assert [step.entry.claim.player for step in found.contracts] == ["Tom Ashby"]
    assert [(need.position, need.voices) for need in found.needs] == [("left-back", 2)]
    assert [step.entry.claim.player for step in found.staff] == ["Ivo Stanek"]
    assert [member.player for member in found.squad] == ["Milan Kovac", "Tom Ashby"]
    assert {row["part"] for row in found.rows()} == {"in", "out", "contract", "needs", "staff"}
    assert set(found.to_json()) >= {"club", "window", "in", "out", "contracts", "needs", "staff", "squad"}


def test_a_club_page_knows_of_its_targets_what_others_say():
    told = (
        Said(3, "interest", club_to="Arsenal", club_from=None),
        Said(3, "interest", club_to="Marrow Town", club_from="Ajax"),
        *(Said(day, "signed", club_to="Chelsea", club_from="Ajax", outlet=f"Paper {day}") for day in (10, 11, 12)),
    )
    with a_ledger(*told) as ledger:
        (coming,) = answers.club(ledger, "Arsenal", as_of=JANUARY).coming
        (before,) = answers.club(ledger, "Arsenal", as_of="2026-01-09").coming
    assert (before.suitor.state, before.holder, before.rivals) == ("live", "Ajax", ("Marrow Town",))
    assert (coming.suitor.state, coming.rivals) == ("off", ("Chelsea", "Marrow Town"))


def test_clubs_that_nobody_speaks_of():
    with a_ledger(Said(3)) as ledger:
        with pytest.raises(NotFound, match="did you mean 'Arsenal'"):
            answers.club(ledger, "Arsenall")
        with pytest.raises(NotFound, match="nothing was said of it"):
            answers.club(ledger, "Arsenal")


def test_a_brief_tells_what_is_new_and_counts_the_rest():
    told = (
        Said(3),
        Said(9, outlet="Goal Post", source="The Whistle"),
        Said(9, "bid", outlet="The Sun"),
        Said(9, "bid", outlet="The Guardian"),
        Said(9, "needs", player=None, club_to="Arsenal", club_from=None, position="left-back"),
    )
    with a_ledger(*told) as ledger:
        found = answers.brief(ledger, as_of="2026-01-09")
    assert [(one.player, one.step.entry.claim.event, one.voices) for one in found.news] == [
        ("Bence Varga", "bid", 2),
        (None, "needs", 1),
    ]
    assert found.news[0].before.entry.claim.event == "interest"
    assert (found.claims, found.rehash, found.reports) == (4, 2, 4)
    assert found.news[0].change > found.news[1].change


def test_a_brief_of_one_club_and_of_a_quiet_day():
    with a_ledger(Said(3, club_to="Arsenal"), Said(3, player="Tom Ashby", club_to="Chelsea")) as ledger:
        found = answers.brief(ledger, club="Arsenal", since="2026-01-01", as_of=JANUARY)
        assert [one.player for one in found.news] == ["Bence Varga"]
        quiet = answers.brief(ledger, as_of=JANUARY)
    assert (quiet.news, quiet.claims) == ((), 0)
    assert quiet.last.date().isoformat() == "2026-01-03"


@pytest.mark.parametrize(("since", "hours"), [("24h", 24), ("3d", 72), (" 2W ", 336), ("2026-01-31", 24)])
def test_since(since, hours):
    until = moment_of(JANUARY)
    with a_ledger(Said(3)) as ledger:
        found = answers.brief(ledger, since=since, as_of=JANUARY)
    assert until - found.since <= timedelta(hours=hours)
    assert until - found.since > timedelta(hours=hours - 1)


@pytest.mark.parametrize("since", ["soon", "24", "", "-3d", "99999d", "2026-13-01"])
def test_since_what(since):
    with a_ledger(Said(3)) as ledger, pytest.raises(ValueError, match="give it like"):
        answers.brief(ledger, since=since, as_of=JANUARY)


def test_moments():
    assert moment_of("2026-01-31") == datetime(2026, 1, 31, 23, 59, 59, 999999, tzinfo=UTC)
    assert moment_of(datetime(2026, 1, 31, 12)) == datetime(2026, 1, 31, 12, tzinfo=UTC)
    assert start_of("2026-01-31") == datetime(2026, 1, 31, tzinfo=UTC)
    assert datetime.now(UTC) - moment_of(None) < timedelta(seconds=5)


def test_a_source_is_first_or_after_others():
    told = (
        Said(3, outlet="The Sun"),
        Said(4, outlet="The Guardian"),
        Said(5, "bid", outlet="The Guardian"),
        Said(6, "bid", outlet="Goal Post", source="The Guardian"),
    )
    with a_ledger(*told) as ledger:
        found = answers.source(ledger, "guardian", as_of=JANUARY)
        assert (found.name, found.kind) == ("The Guardian", "outlet")
        assert [(one.step.entry.claim.event, one.place) for one in found.reports][-2:] == [
            ("bid", "first"),
            ("interest", "confirms"),
        ]
        assert found.reports[-1].after.voice.name == "The Sun"
        assert found.reports[-1].lag > 80_000
        with pytest.raises(NotFound):
            answers.source(ledger, "The Guardiann")


def test_search_is_literal():
    with a_ledger(Said(3), Said(4, "bid")) as ledger:
        assert len(answers.search(ledger, "VARGA bid", as_of=JANUARY).hits) == 1
        for words in ('"', "NEAR(", "varga OR", "*", "col:x", "", "'; DROP TABLE claims; --", "\ud800"):
            answers.search(ledger, words)
        found = answers.search(ledger, "varga", as_of=JANUARY, limit=1)
    assert (len(found.hits), found.more) == (1, True)
    assert found.rows()[0]["kind"] == "claim"
    assert found.to_json()["hits"][0]["claim"]["event"] == "bid"


def test_who_tells_why():
    with a_ledger(Said(3), Said(4, player="Varga")) as ledger:
        (person,) = answers.who(ledger, "varga").people
        assert set(person.names) == {"Bence Varga", "Varga"}
        assert person.reasons
        with pytest.raises(NotFound):
            answers.who(ledger, "nobody")


def test_who_tells_what_was_known_then():
    with a_ledger(Said(3), Said(9, club_from="Genk")) as ledger:
        then = answers.who(ledger, "varga", as_of="2026-01-05")
        assert {one.club for one in then.careers["bence-varga"]} == {"Ajax"}
        with pytest.raises(NotFound):
            answers.who(ledger, "varga", as_of="2025-12-01")


def test_echo_of_the_examples(ledger):
    rows = {row["id"]: row for row in answers.echo(ledger).rows()}
    spun = rows["02-dragusin-spun"]
    assert (spun["origin"], spun["kind"], spun["new_information"]) == ("01-dragusin-suitors", "spun", False)
    assert rows["01-dragusin-suitors"]["kind"] is None
    assert answers.echo(ledger, "02-dragusin-spun").rows() == [spun]
    with pytest.raises(NotFound):
        answers.echo(ledger, "no-such-document")


def test_a_spun_copy_is_no_second_voice(ledger):
    steps = answers.player(ledger, "Dragusin", as_of="2026-02-01").saga.steps
    copied = [step for step in steps if step.entry.imprint.document == "02-dragusin-spun"]
    assert copied
    assert all(step.how == "spun" and not step.new and step.independent == 1 for step in copied)


def test_change_grows_with_the_step_and_the_voices(ledger):
    claims = {step.entry.claim.event: step.entry.claim for step in answers.player(ledger, "Dragusin").saga.steps}
    contact, interest = claims["contact"], claims["interest"]
    assert change(contact, None, 1) > change(interest, None, 1) > 0
    assert change(contact, interest, 1) < change(contact, None, 1)
    assert change(contact, None, 4) > change(contact, None, 1)


def test_frames_are_made_by_libraries_that_are_loaded_only_then(ledger, monkeypatch):
    import sys

    found = answers.player(ledger, "Dragusin")
    table = found.to_arrow()
    assert table.column_names == list(found.COLUMNS)
    assert table.num_rows == len(found.saga.steps)
    for name in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
        with pytest.raises(ImportError, match=rf"pip install 'mooted\[{name}\]'"):
            getattr(found, f"to_{name}")()


def test_a_notebook_shows_the_timeline(ledger):
    html = answers.player(ledger, "Dragusin")._repr_html_()
    assert "Radu Dragusin, Tottenham Hotspur, winter window 2026" in html
    assert html.count("<tr>") == 1 + len(answers.player(ledger, "Dragusin").saga.steps)


def test_who_has_moved_is_shown_where_he_went_and_where_he_was():
    told = (
        Said(3, "talks", club_to="Arsenal", club_from="Ajax"),
        Said(9, "signed", club_to="Arsenal", club_from="Ajax"),
        Said(9, "signed", club_to="Arsenal", club_from="Ajax", outlet="The Sun"),
    )
    with a_ledger(*told) as ledger:
        new, old = (answers.club(ledger, name, as_of=JANUARY) for name in ("Arsenal", "Ajax"))
    assert [(one.player, one.holder, one.suitor.state) for one in new.coming] == [("Bence Varga", "Ajax", "done")]
    assert new.going == ()
    assert [member.joined for member in new.squad] == [True]
    assert [(one.player, one.suitors[0].club) for one in old.going] == [("Bence Varga", "Arsenal")]
    assert (old.coming, old.squad) == ((), ())


def test_a_source_is_known_by_all_its_names():
    with a_ledger(Said(3, outlet="Fabrizio Romano (X)"), Said(4, "bid", source="Fabrizio Romano")) as ledger:
        found = answers.source(ledger, "Fabrizio Romano", as_of=JANUARY)
    assert found.claims == 2
