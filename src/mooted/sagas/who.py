"""Who is who: one identity for all names of a person, two for namesakes, decided by sums of named reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from mooted.model.entry import Correction, Identity, Reason, Sighting
from mooted.sagas.beside import CROWD, Block, beside, blocks
from mooted.sagas.figure import Figure, figure_of
from mooted.sagas.naming import Key, particles, relate, tokens
from mooted.sagas.profile import compare
from mooted.sagas.titles import titled

__all__ = ["beside", "identify", "tokens"]

ENOUGH = 3.0
"""The sum from which two names are one person's."""
_FAME = 2.0  # what it weighs that nobody else is known by a name
_MARGIN = 1.0  # by more than which the best of several people must lead
_SURNAME = "surname of a fuller name"
_ANOTHER = frozenset(("another role", "another nation"))  # by which nobody is meant by his first name alone
Sum = tuple[float, tuple[Reason, ...]]


def identify(sightings: Iterable[Sighting], corrections: Iterable[Correction] = ()) -> dict[tuple[str, str], Identity]:
    """Whom each name of each document means, by document and name as the document gives it.

    Independent of the order of the sightings, and of names that are not ``beside`` those of a person, also through
    others; these share one of their ``tokens``.
    Corrections ``merge`` and ``split`` come last and always hold; their targets are ids as given here.
    """
    by_key: dict[Key, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        by_key[tokens(sighting.name)].append(sighting)
    full = [figure for key in sorted(by_key) if len(key) > 1 for figure in _namesakes(by_key[key])]
    people = _variants(full)
    lone = [key for key in sorted(by_key) if len(key) <= 1]
    people += _lone_names({key: by_key[key] for key in lone}, people)
    return titled(people, tuple(corrections))


def _sum(one: Figure, two: Figure) -> Sum:
    """All that speaks for and against two figures being one person: the names, then the rest."""
    relations = [relate(mine, theirs) for mine in one.keys for theirs in two.keys]
    if min(len(one.key), len(two.key)) > 1 and not relate(one.key, two.key).reasons:
        return 0.0, ()
    names = max(relations, key=lambda relation: (relation.weight, str(relation.reasons)))
    if not names.reasons:
        return 0.0, ()
    reasons = (*names.reasons, *_particles(one, two), *compare(one.profile, two.profile))
    return sum(reason.weight for reason in reasons), reasons


def _particles(one: Figure, two: Figure) -> tuple[Reason, ...]:
    """Names that differ by a particle alone may be two people's: "Fabio Silva" and "Fabio da Silva"."""
    if one.key != two.key:
        return ()
    mine, theirs = ({particles(name) for name in figure.profile.names} for figure in (one, two))
    if mine & theirs:
        return ()
    return (Reason("another particle", -1.0, " ".join(sorted(frozenset().union(*mine) ^ frozenset().union(*theirs)))),)


def _namesakes(sightings: Sequence[Sighting]) -> list[Figure]:
    """The people of one name: as a rule one; several where clubs, nations or ages cannot be one person's.

    Groups of sightings with the same club come first, the largest first, and each joins the person whom it fits
    best. What tells nothing of club, nation or age goes to the best known.
    """
    groups: dict[tuple[object, ...], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        groups[_group(sighting)].append(sighting)
    figures = [figure_of(group) for group in groups.values()]
    figures.sort(key=lambda figure: (not figure.profile.holders, figure.rank))
    people: list[Figure] = []
    for figure in figures:
        best = _best(figure, people)
        if best is None:
            people.append(figure)
        else:
            people[best[0]].join(figure, ())
    return _settled(people)


def _group(sighting: Sighting) -> tuple[object, ...]:
    """What keeps sightings of one name together: the club; where there is none, all else that tells people apart."""
    if sighting.holder:
        return (sighting.holder, particles(sighting.name))
    born = sighting.age and sighting.said_at.year - sighting.age
    return ("", particles(sighting.name), sighting.clubs, sighting.nations, born)


def _best(figure: Figure, people: Sequence[Figure]) -> tuple[int, tuple[Reason, ...]] | None:
    """Where a figure of the same name belongs: the person with the highest sum that is enough; of equals the first."""
    sums = [(_sum(figure, person), at) for at, person in enumerate(people)]
    fitting = [(weight, -at, reasons) for (weight, reasons), at in sums if weight >= ENOUGH]
    if not fitting:
        return None
    _, at, reasons = max(fitting, key=lambda fit: fit[:2])
    return -at, reasons


def _settled(people: list[Figure]) -> list[Figure]:
    """People of one name who after all turn out to be one, joined, until no two are left that fit."""
    while True:
        kept: list[Figure] = []
        for person in sorted(people, key=lambda figure: figure.rank):
            best = _best(person, kept)
            if best is None:
                kept.append(person)
            else:
                kept[best[0]].join(person)
        if len(kept) == len(people):
            return kept
        people = kept


def _variants(figures: list[Figure]) -> list[Figure]:
    """Full names that are spellings, short forms or parts of one another, joined; the surest pairs first."""
    pairs = []
    for one, two in _neighbours(figures):
        weight, reasons = _sum(figures[one], figures[two])
        if weight >= ENOUGH:
            pairs.append((-weight, figures[one].rank, figures[two].rank, one, two, reasons))
    owner = list(range(len(figures)))
    for *_, one, two, _reasons in sorted(pairs, key=lambda pair: pair[:3]):
        first, second = sorted((_root(owner, one), _root(owner, two)), key=lambda at: figures[at].rank)
        if first == second:
            continue
        weight, reasons = _sum(figures[first], figures[second])
        if weight >= ENOUGH:
            figures[first].join(figures[second], reasons)
            owner[second] = first
    return [figure for at, figure in enumerate(figures) if owner[at] == at]


def _root(owner: list[int], at: int) -> int:
    while owner[at] != at:
        at = owner[at]
    return at


def _neighbours(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """The pairs worth a look: they share a surname, or a word and how another word begins."""
    found: dict[Block, list[int]] = defaultdict(list)
    for at, figure in enumerate(figures):
        for place in blocks(figure.key):
            found[place].append(at)
    seen: set[tuple[int, int]] = set()
    for (_, start), block in sorted(found.items()):
        if not start and len(block) > CROWD:
            continue
        for one, two in combinations(block, 2):
            if figures[one].key != figures[two].key and (one, two) not in seen:
                seen.add((one, two))
                if relate(figures[one].key, figures[two].key).reasons:
                    yield one, two


def _lone_names(lone: Mapping[Key, list[Sighting]], people: list[Figure]) -> list[Figure]:
    """Single names: each group of sightings goes to the one person whom it fits, or else stays apart."""
    bearers: dict[str, list[Figure]] = defaultdict(list)
    for person in people:
        for word in sorted({word for key in person.keys for word in key}):
            bearers[word].append(person)
    apart: list[Figure] = []
    for key, sightings in lone.items():
        apart += _placed(sightings, bearers[key[0]] if key else [])
    return apart


def _placed(sightings: Sequence[Sighting], bearers: Sequence[Figure]) -> list[Figure]:
    """The sightings of a single name that no bearer of it takes, as people of their own.

    What tells something is placed first, by full names, then as people known by that name alone ("Jorginho"); what
    tells nothing may then go to the one who is far better known than the rest.
    """
    groups: dict[tuple[object, ...], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        groups[_group(sighting)].append(sighting)
    figures = sorted((figure_of(group) for group in groups.values()), key=lambda one: one.rank)
    left = [figure for figure in figures if figure.profile.weights()]
    before = len(left) + 1
    while len(left) < before:  # who has taken some is better known by that name, and may take more
        before, left = len(left), _taken(left, bearers)
    apart = _settled(left)
    mute = [figure for figure in figures if not figure.profile.weights()]
    return apart + _taken(mute, (*bearers, *apart))


def _taken(figures: Iterable[Figure], bearers: Sequence[Figure]) -> list[Figure]:
    """Give each figure to the bearer who is meant, all at once; those that are left."""
    choices = [(figure, _choice(figure, bearers)) for figure in figures]
    for figure, chosen in choices:
        if chosen is not None:
            chosen[0].join(figure, chosen[1])
    return [figure for figure, chosen in choices if chosen is None]


def _choice(figure: Figure, bearers: Sequence[Figure]) -> tuple[Figure, tuple[Reason, ...]] | None:
    """The bearer of a single name who is meant: far enough ahead of the next, or far better known."""
    known = sum(person.profile.count for person in bearers)
    sums = []
    for person in bearers:
        weight, reasons = _sum(figure, person)
        if reasons and not (reasons[0].weight <= 1 and any(reason.name in _ANOTHER for reason in reasons)):
            fame = _fame(person, known, reasons[0])
            sums.append((weight + fame.weight, person, (*reasons, fame)))
    sums.sort(key=lambda fit: (-fit[0], fit[1].rank))
    if not sums or sums[0][0] < ENOUGH or (len(sums) > 1 and sums[0][0] - sums[1][0] <= _MARGIN):
        return None
    return sums[0][1], sums[0][2]


def _fame(person: Figure, known: int, name: Reason) -> Reason:
    """How much more likely he is meant than any other of that name, by how often each is named.

    It counts half for a first name, by which many others are known whom nobody has yet named in full, and for the
    surname of one whom nearly all call otherwise ("Alisson" Becker).
    """
    share = person.profile.count / known
    half = name.weight <= 1 or (name.name == _SURNAME and _goes_by_another(person, name.words))
    return Reason("share of those so named", round((_FAME / 2 if half else _FAME) * share, 2), f"{share:.0%}")


def _goes_by_another(person: Figure, surname: str) -> bool:
    """Is he mostly named by one word that is not his surname?"""
    names = person.profile.names.items()
    other = sum(times for name, times in names if len(tokens(name)) == 1 and tokens(name) != (surname,))
    return 2 * other > person.profile.count
