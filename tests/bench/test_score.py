"""The scorer keeps to the contract: each rule of matching with figures counted by hand."""

from __future__ import annotations

import importlib.util
import json
import os
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bench.agreement import agrees, line_of, same_claim, same_club, same_person, same_price, told
from bench.score import Score, Tally, as_json, as_text, load, main, mistakes, score

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("CORPUS", ROOT.parent / "shared" / "corpus"))
REFERENCE = CORPUS.parent / "score_claims.py"
Row = dict[str, Any]


def row(player: str | None = "Ada Rowe", event: str = "interest", to: str | None = None, **others: Any) -> Row:
    return {"player": player, "event": event, "club_to": to, **others}


def pounds(amount: float) -> Row:
    return {"amount": amount, "currency": "GBP", "kind": "bid"}


def figures(gold: list[Row], found: list[Row]) -> Score:
    return score({"d": [told(r) for r in gold]}, {"d": [told(r) for r in found]})


def counts(tally: Tally) -> tuple[int, int, int]:
    return tally.tp, tally.fp, tally.fn


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tottenham Hotspur", "Spurs"),
        ("AS Roma", "Roma"),
        ("1. FC Köln", "Köln"),
        ("Paris St-Germain", "PSG"),
        ("Brighton & Hove Albion", "brighton"),
        ("FC Bayern München", "Bayern Munich"),
        ("St. Pauli", "FC St Pauli"),
        (None, ""),
    ],
)
def test_one_club_under_two_names(a: str | None, b: str | None) -> None:
    assert same_club(a, b) and same_club(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Inter Milan", "AC Milan"),
        ("Manchester United", "Manchester City"),
        ("Bristol City", "Bristol Rovers"),
        ("Roma", None),
    ],
)
def test_two_clubs(a: str, b: str | None) -> None:
    assert not same_club(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Radu Drăgușin", "Radu Dragusin"),
        ("Dragusin", "Radu Dragusin"),
        ("N'Golo Kanté", "NGolo Kante"),
        ("M. Ven", "Micky van de Ven"),
        ("Micky Ven", "Micky van de Ven"),
        ("Vinicius", "Vinicius Junior"),
        ("Luis Felipe Scolari", "Luis Scolari"),
    ],
)
def test_one_person_under_two_names(a: str, b: str) -> None:
    assert same_person(a, b) and same_person(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Brennan Johnson", "Ben Johnson"),
        ("Harry Edward Kane", "Harry"),
        ("Paul Pogba", "Mathias Pogba"),
        ("🙂", "Ada Rowe"),
        ("Ada Rowe", None),
    ],
)
def test_two_people(a: str, b: str | None) -> None:
    assert not same_person(a, b)


def test_an_initial_counts_on_the_gold_side_or_against_a_longer_name() -> None:
    assert same_person("R. Dragusin", "Radu Dragusin")
    assert not same_person("Radu Dragusin", "R. Dragusin")


def test_positions_go_by_the_line_of_the_team() -> None:
    assert line_of("left-back") == line_of("defender") == line_of("Centre-Back") == "defence"
    assert line_of("right winger") == line_of("No 9") == "attack"
    assert line_of("shot-stopper") == "goalkeeper"
    gold = row(None, "needs", "Roma", position="striker")
    assert same_claim(told(gold), told(row(None, "needs", "AS Roma", position="forward")))
    assert same_claim(told(gold), told(row(None, "needs", "AS Roma")))
    assert not same_claim(told(gold), told(row(None, "needs", "AS Roma", position="goalkeeper")))
    assert not same_claim(told(gold), told(row(None, "needs", "Lazio", position="forward")))


def test_pursuits_need_the_club_and_stances_only_if_both_name_one() -> None:
    assert not same_claim(told(row(to="Roma")), told(row(to=None)))
    assert same_claim(told(row(event="wants_out", to="Roma")), told(row(event="wants_out")))
    assert not same_claim(told(row(event="wants_out", to="Roma")), told(row(event="wants_out", to="Lazio")))
    assert same_claim(told(row(event="contract_talks")), told(row(event="contract_talks", to="Roma")))
    assert same_claim(told(row(event="past_move", to="Roma")), told(row(event="past_move")))
    assert not same_claim(told(row(event="past_move")), told(row(event="signed")))


def test_prices_agree_within_a_fifth_and_in_one_currency() -> None:
    def price(amount: float, currency: str = "GBP") -> Row:
        return row(fee={"amount": amount, "currency": currency, "kind": "bid"})

    assert same_price(told(price(40e6)), told(price(50e6)))
    assert not same_price(told(price(39e6)), told(price(50e6)))
    assert not same_price(told(price(40e6)), told(price(40e6, "EUR")))
    assert not same_price(told(price(40e6)), told(row()))
    assert same_price(told(row()), told(row(fee=None)))


def test_sources_are_counted_and_named() -> None:
    def from_(*sources: str) -> Row:
        return row(sources=list(sources))

    assert agrees("sources", told(from_("Fabrizio Romano", "Sky")), told(from_("Sky", "Romano")))
    assert agrees("sources", told(from_("Spurs")), told(from_("Tottenham Hotspur")))
    assert agrees("sources", told(from_()), told(row()))
    assert not agrees("sources", told(from_("Sky")), told(from_("Sky", "Marca")))
    assert not agrees("sources", told(from_("Sky")), told(from_("Marca")))


def test_what_is_left_out_has_a_default() -> None:
    assert agrees("polarity", told(row()), told(row(polarity="affirmed")))
    assert agrees("modality", told(row(modality=None)), told(row(modality="actual")))
    assert not agrees("modality", told(row()), told(row(modality="possible")))
    assert agrees("modality", told(row(event="staff_move")), told(row(event="staff_move", modality="possible")))
    with pytest.raises(ValueError, match="no attribute"):
        agrees("colour", told(row()), told(row()))


def test_right_missed_and_too_much() -> None:
    result = figures(
        [row(to="Roma"), row(to="Lazio"), row("Bo Lund", "signed", "Ajax", fee=pounds(10e6))],
        [row(to="AS Roma"), row(to="Napoli"), row("Lund", "signed", "Ajax", fee=pounds(20e6))],
    )
    assert counts(result.claims) == (2, 1, 1)
    assert counts(result.full) == (1, 2, 2)
    assert counts(result.links) == (2, 1, 1)
    assert result.claims.f1 == pytest.approx(2 / 3)
    assert result.attributes["fee"] == 0.5
    assert result.attributes["full_name"] == 0.5
    assert result.attributes["sources"] == 1.0
    assert {event: counts(tally) for event, tally in result.events.items()} == {
        "interest": (1, 1, 1),
        "signed": (1, 0, 0),
    }


def test_an_entailed_lower_rung_is_passed_over_but_a_higher_one_is_not() -> None:
    gold = [row(event="bid", to="Roma")]
    assert counts(figures(gold, [row(event="bid", to="Roma"), row(to="Roma")]).claims) == (1, 0, 0)
    assert counts(figures(gold, [row(event="bid", to="Roma"), row(event="agreed", to="Roma")]).claims) == (1, 1, 0)
    assert counts(figures(gold, [row(event="bid", to="Roma"), row(to="Lazio")]).claims) == (1, 1, 0)
    assert counts(figures([row(event="off", to="Roma")], [row(event="talks", to="Roma")]).claims) == (0, 0, 1)
    assert counts(figures(gold, [row(event="off", to="Roma")]).claims) == (0, 1, 1)
    assert counts(figures([row(event="bid", to="Roma", optional=True)], [row(to="Roma")]).claims) == (0, 0, 0)


def test_optional_claims_neither_help_nor_hurt() -> None:
    gold = [row(to="Roma", optional=True), row("Bo Lund", to="Ajax")]
    without, with_ = (
        figures(gold, [row("Bo Lund", to="Ajax")]),
        figures(gold, [row("Bo Lund", to="Ajax"), row(to="Roma")]),
    )
    assert counts(without.claims) == counts(with_.claims) == (1, 0, 0)
    assert counts(without.links) == counts(with_.links) == (1, 0, 0)
    assert "interest" in with_.events and counts(with_.events["interest"]) == (1, 0, 0)


def test_a_sure_claim_chooses_before_an_optional_one() -> None:
    gold = [row(to="Roma", polarity="denied", optional=True), row(to="Roma")]
    assert counts(figures(gold, [row(to="Roma", polarity="denied")]).claims) == (1, 0, 0)


def test_of_two_that_fit_the_one_with_more_right_is_taken() -> None:
    gold = [row(to="Roma", deal="loan")]
    result = figures(gold, [row(to="Roma", deal="swap"), row(to="Roma", deal="loan")])
    assert counts(result.claims) == (1, 1, 0)
    assert counts(result.full) == (1, 1, 0)


def test_links_are_told_once_and_only_on_the_ladder() -> None:
    gold = [
        row(to="Roma"),
        row(event="talks", to="AS Roma"),
        row(event="past_move", to="Genoa"),
        row(event="off", to="Ajax"),
    ]
    result = figures(gold, [row("Rowe", to="Roma"), row(event="wants_out", to="Lazio")])
    assert counts(result.links) == (1, 0, 1)


def test_documents_that_were_not_read_count_and_those_without_gold_do_not() -> None:
    gold = {"a": [told(row(to="Roma"))], "b": [told(row(to="Roma"))]}
    result = score(gold, {"a": [told(row(to="Roma"))], "z": [told(row(to="Roma"))]})
    assert (result.documents, counts(result.claims)) == (2, (1, 0, 1))


def test_nothing_at_all() -> None:
    result = figures([], [])
    assert (result.claims.precision, result.claims.recall, result.claims.f1) == (0.0, 0.0, 0.0)
    assert result.attributes["deal"] == 0.0


def test_mistakes_say_what_and_where() -> None:
    gold = [row(to="Roma", deal="loan"), row("Bo Lund", to="Ajax")]
    found = [row(to="Roma", sources=["Sky"]), row("Cy Dahl", to="PSV")]
    lines = list(mistakes(figures(gold, found)))
    assert [line["error"] for line in lines] == ["missed", "extra", "deal, sources"]
    assert lines[0]["player"] == "Bo Lund"
    assert lines[2]["found"] == found[0]


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, rows in (("gold", [row(to="Roma"), row(to="Ajax")]), ("found", [row(to="Roma")])):
        (tmp_path / name).write_text(json.dumps({"id": "d", "claims": rows}) + "\n\n", encoding="utf-8")
    paths = [str(tmp_path / "gold"), str(tmp_path / "found")]
    result = score(load(paths[0]), load(paths[1]))
    monkeypatch.setattr("sys.argv", ["score", *paths, "--errors"])
    assert main() == 0
    first, _, rest = capsys.readouterr().out.partition("\n")
    assert json.loads(first)["error"] == "missed"
    assert rest == as_text(result) + "\n"
    monkeypatch.setattr("sys.argv", ["score", *paths, "--json"])
    assert main() == 0
    assert json.loads(capsys.readouterr().out) == as_json(result)


# The same figures as the shared scorer's, where that is at hand.


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    if not REFERENCE.exists():
        pytest.skip("the shared scorer is not at hand")
    spec = importlib.util.spec_from_file_location("score_claims", REFERENCE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CLUBS = ["Spurs", "Roma", "Inter", "AC Milan", "Man Utd", "FC Porto", "Real Betis Balompié", "Nowhere Town", "", None]
CHOICES: dict[str, list[Any]] = {
    "event": ["interest", "talks", "bid", "agreed", "signed", "off", "for_sale", "past_move", "needs"],
    "club_to": CLUBS,
    "club_from": CLUBS,
    "deal": [None, "", "loan", "free", "loan_option"],
    "modality": [None, "actual", "possible", "conditional"],
    "polarity": [None, "affirmed", "denied"],
    "position": [None, "left-back", "No 9", "keeper", "attacking midfielder", "sweeper"],
    "sources": [[], ["Sky"], ["Romano", "Sky Sports"], ["Fabrizio Romano"], ["Spurs"], ["AS", ""], None],
    "fee": [None, {}, pounds(5e6), pounds(40e6), {"amount": 40_000_000, "currency": "EUR"}],
}


def _changed(claim: Row, dice: random.Random) -> Row:
    kind = dice.choice([*CHOICES, "name", "price", "forget"])
    if kind == "name":
        return {**claim, "player": _renamed(claim["player"] or "Ed Øster", dice)}
    if kind == "price":
        fee = claim.get("fee")
        return {**claim, "fee": {**fee, "amount": fee["amount"] * dice.choice([0.8, 0.79, 1.25, 1.3])} if fee else None}
    if kind == "forget":
        gone = dice.sample(sorted(CHOICES.keys() - {"event"}), 2)
        return {key: value for key, value in claim.items() if key not in gone}
    return {**claim, kind: dice.choice(CHOICES[kind])}


def _renamed(name: str, dice: random.Random) -> str | None:
    first, *_, last = [*name.split()[:1], *name.split()]
    return dice.choice([None, "", last, first, f"{name[0]}. {last}", f"{last} {first}", f"{name} Junior", name.upper()])


def _perturbed(claims: list[Row], dice: random.Random) -> list[Row]:
    kept = [claim for claim in claims if dice.random() > 0.15]
    kept += dice.choices(claims, k=dice.randrange(3)) if claims else []
    for _ in range(len(kept)):
        index = dice.randrange(len(kept))
        kept[index] = _changed(kept[index], dice)
    dice.shuffle(kept)
    return kept


@pytest.mark.parametrize("seed", range(12))
def test_figures_are_those_of_the_shared_scorer(reference: ModuleType, seed: int) -> None:
    dice = random.Random(seed)
    gold: dict[str, list[Row]] = reference.load(CORPUS / "train.gold.jsonl")
    gold = {name: gold[name] for name in dice.sample(sorted(gold), 60)}
    found = {name: _perturbed(claims, dice) for name, claims in gold.items() if dice.random() > 0.03}
    ours = score(
        {n: [told(c) for c in cs] for n, cs in gold.items()}, {n: [told(c) for c in cs] for n, cs in found.items()}
    )
    errors: list[Row] = []
    theirs = reference.score(gold, found, errors)
    assert as_json(ours) == theirs
    assert len(list(mistakes(ours))) == len(errors)
    assert 0.2 < ours.claims.f1 < 0.98
