"""Methods on simulations with known truth, on nothing at all, and against crowd-kit."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pandas
import pytest
from crowdkit.aggregation import DawidSkene

from mooted.reliability.beta import below, interval, quantile
from mooted.reliability.counting import count, rate
from mooted.reliability.dawid_skene import dawid_skene
from mooted.reliability.dong_copying import find_truth
from mooted.reliability.likelihood import likelihood_ratio
from mooted.reliability.records import Said, standings, traced
from mooted.reliability.shrinkage import shrink
from mooted.reliability.votes import Agreed, Resolved, Vote

MOMENT = datetime(2021, 7, 1, tzinfo=UTC)
TRUTH_FINDERS = pytest.mark.parametrize("method", [dawid_skene, find_truth])


def _report(source: str, right: bool, *, family: str = "", prior: float = 0.3, at: int = 0) -> Resolved:
    return Resolved(source, source, family or source, f"question {at}", "bid", 30, MOMENT, right, prior)


def _simulated(accuracies: dict[str, float], questions: int = 400, seed: int = 3) -> tuple[list[Vote], dict[str, bool]]:
    chance = random.Random(seed)
    truth = {f"q{at:03d}": chance.random() < 0.4 for at in range(questions)}
    votes = [
        Vote(source, question, yes if chance.random() < accuracy else not yes)
        for question, yes in truth.items()
        for source, accuracy in accuracies.items()
    ]
    return votes, truth


def _right(found: Agreed, truth: dict[str, bool]) -> float:
    return sum((found.questions[question] > 0.5) == yes for question, yes in truth.items()) / len(truth)


@pytest.mark.parametrize(("a", "b"), [(0.5, 0.5), (1, 1), (3, 17), (120, 80), (5000, 20)])
def test_the_beta_distribution_is_that_of_scipy(a: float, b: float) -> None:
    from scipy.stats import beta

    for x in (0.01, 0.2, 0.5, 0.77, 0.995):
        assert below(x, a, b) == pytest.approx(float(beta.cdf(x, a, b)), abs=1e-9)
    assert quantile(0.05, a, b) == pytest.approx(float(beta.ppf(0.05, a, b)), abs=1e-6)
    found = interval(a, b)
    assert found.low < found.share < found.high


def test_no_data_gives_the_prior() -> None:
    assert count([]) == {}
    assert rate(0, 0).n == 0
    assert rate(0, 0).rate.share == 0.5
    assert shrink([]).field.rate.share == 0.5
    assert shrink([]).sources == {}
    assert dawid_skene([]).questions == find_truth([]).questions == {}
    nothing = likelihood_ratio([])
    assert nothing.share == 1
    assert nothing.low < 0.5
    assert nothing.high > 2
    assert standings([], MOMENT, str) == ()


def test_one_lucky_hit_is_no_hundred_per_cent() -> None:
    many = [_report(f"paper {at % 20}", at % 5 == 0, at=at) for at in range(400)]
    found = shrink([*many, _report("lucky", True)])
    assert found.sources["lucky"].rate.share < 0.5
    assert count([_report("lucky", True)])["lucky"].rate.low < 0.5


def test_shrinkage_is_nearer_to_the_truth_than_counting() -> None:
    chance = random.Random(11)
    skills = {f"paper {at}": chance.betavariate(6, 14) for at in range(60)}
    reports = [
        _report(name, chance.random() < skill, at=at)
        for name, skill in skills.items()
        for at in range(chance.randint(1, 15))
    ]
    counted, shrunk = count(reports), shrink(reports).sources
    error = {
        name: sum((rates[paper].rate.share - skills[paper]) ** 2 for paper in rates)
        for name, rates in (("counted", counted), ("shrunk", shrunk))
    }
    assert error["shrunk"] < 0.6 * error["counted"]


def test_intervals_of_shrinkage_hold_the_truth_nine_times_in_ten() -> None:
    chance = random.Random(5)
    skills = {f"paper {at}": chance.betavariate(6, 14) for at in range(300)}
    reports = [_report(name, chance.random() < skill, at=at) for name, skill in skills.items() for at in range(8)]
    found = shrink(reports).sources
    held = sum(found[name].rate.low <= skill <= found[name].rate.high for name, skill in skills.items()) / len(skills)
    assert 0.82 < held < 0.98


def test_a_family_lifts_its_new_paper() -> None:
    good = [_report(f"good {at % 4}", at % 5 != 0, family="good", at=at) for at in range(80)]
    bad = [_report(f"bad {at % 4}", at % 5 == 0, family="bad", at=at) for at in range(80)]
    found = shrink([*good, *bad, _report("new", False, family="good"), _report("other", False, family="bad")])
    assert found.sources["new"].rate.share > found.sources["other"].rate.share + 0.2


@TRUTH_FINDERS
def test_truth_and_accuracy_are_found_from_votes_alone(method: Callable[[list[Vote]], Agreed]) -> None:
    skills = {"best": 0.92, "good": 0.8, "fair": 0.7, "coin": 0.5, "poor": 0.6}
    votes, truth = _simulated(skills)
    found = method(votes)
    assert _right(found, truth) > 0.9
    for source, skill in skills.items():
        assert found.sources[source] == pytest.approx(skill, abs=0.08)


@TRUTH_FINDERS
def test_repeats_known_as_such_do_not_count(method: Callable[[list[Vote]], Agreed]) -> None:
    votes, truth = _simulated({"best": 0.9, "good": 0.85, "bad": 0.45})
    echoes = [
        vote._replace(source=f"echo {at}", origin="bad") for vote in votes if vote.source == "bad" for at in range(5)
    ]
    assert method([*votes, *echoes]).questions == pytest.approx(method(votes).questions)
    loud = method([*votes, *(echo._replace(origin=None) for echo in echoes)])
    assert _right(method(votes), truth) > _right(loud, truth)


def test_who_copies_whom_is_found_from_shared_errors() -> None:
    votes, truth = _simulated({"one": 0.8, "two": 0.8, "three": 0.75, "leader": 0.65})
    chance = random.Random(9)
    led = {vote.question: vote.says for vote in votes if vote.source == "leader"}
    votes += [
        Vote(f"copier {at}", question, says if chance.random() < 0.95 else not says)
        for at in range(3) for question, says in led.items()
    ]  # fmt: skip
    found = find_truth(votes)
    assert found.copies["copier 0", "leader"] > 0.99
    assert found.copies["one", "two"] < 0.05
    assert _right(found, truth) > _right(dawid_skene(votes), truth)


@pytest.mark.filterwarnings("ignore")  # of pandas, at how crowd-kit uses it
@pytest.mark.parametrize("rounds", [1, 2, 5, 20])
def test_dawid_and_skene_agree_with_crowd_kit_round_for_round(rounds: int) -> None:
    votes, _ = _simulated({"best": 0.92, "good": 0.85, "fair": 0.75, "poor": 0.6}, questions=120)
    frame = pandas.DataFrame(
        [{"worker": v.source, "task": v.question, "label": "yes" if v.says else "no"} for v in votes]
    )
    model = DawidSkene(n_iter=rounds, tol=1e-300)
    theirs = model.fit_predict_proba(frame)["yes"].to_dict()
    taken = len(model.loss_history_)  # it may stop before, when its bound no longer rises
    assert taken == rounds or rounds > 2
    assert dawid_skene(votes, taken).questions == pytest.approx(theirs, abs=1e-9)


def test_a_word_that_tells_moves_the_odds_and_one_that_does_not_leaves_them() -> None:
    chance = random.Random(1)
    priors = [chance.uniform(0.05, 0.5) for _ in range(600)]
    told = [3 * p / (1 - p) / (1 + 3 * p / (1 - p)) for p in priors]
    telling = likelihood_ratio(
        _report("a", chance.random() < now, prior=p) for p, now in zip(priors, told, strict=True)
    )
    idle = likelihood_ratio(_report("b", chance.random() < p, prior=p) for p in priors)
    assert telling.low < 3 < telling.high
    assert idle.low < 1 < idle.high
    assert telling.low > idle.high


def test_who_was_first_by_how_much_and_who_only_repeats() -> None:
    one = Said("The Ledger", "The Ledger", "ledger", "tom-ashby|Everton", "bid", MOMENT)
    two = Said("Morning Whistle", "Morning Whistle", "whistle", "tom-ashby|Everton", "bid", MOMENT + timedelta(hours=5))
    far = Said("The Ledger", "The Ledger", "ledger", "tom-ashby|Everton", "agreed", MOMENT + timedelta(days=40))
    found = traced([two, far, one])
    assert found["The Ledger", one.question, "bid", one.said_at] == (True, False, 5.0, True)
    assert found["Morning Whistle", one.question, "bid", two.said_at][:2] == (False, True)
    assert found["The Ledger", one.question, "agreed", far.said_at] == (True, False, None, False)


def test_nobody_is_ranked_on_a_handful_of_reports() -> None:
    found = standings(
        [_report("few", True, at=1), *(_report("many", at % 2 == 0, at=at) for at in range(20))], MOMENT, str
    )
    assert [(one.record.voice, one.ranked) for one in found] == [("many", True), ("few", False)]
