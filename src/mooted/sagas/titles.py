"""The names and ids under which people are shown: readable, stable, and as somebody has corrected them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count

from mooted.language.fold import key as plain
from mooted.model.entry import Correction, Identity, Reason
from mooted.sagas.figure import Figure, figure_of
from mooted.sagas.naming import Key, misspells, tokens

_COMMON = 0.4  # of the sightings of the commonest full form, from which another is common
Titled = dict[tuple[str, str], Identity]


def titled(figures: Iterable[Figure], corrections: Sequence[Correction] = ()) -> Titled:
    """The identity of each name of each document, corrections honoured."""
    people = _corrected(_named(figures), corrections)
    found: Titled = {}
    for id, figure in people.items():
        identity = _identity(id, figure)
        found.update(((sighting.document, sighting.name), identity) for sighting in figure.sightings)
    return found


def slug(name: str) -> str:
    """A name as an id: "Radu Drăgușin" is "radu-dragusin"."""
    return "-".join(re.findall(r"\w+", plain(name))) or "nobody"


def _named(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Figures by id: of namesakes the one who was named first has the name alone, the others their club beside it.

    So nobody's id changes when later documents bring a namesake.
    """
    found: dict[str, Figure] = {}
    for figure in sorted(figures, key=lambda figure: (figure.profile.first, figure.rank)):
        name = slug(_title(figure)[0])
        found[_free(name, figure, found)] = figure
    return found


def _free(name: str, figure: Figure, taken: Collection[str]) -> str:
    """The first id that nobody has."""
    return next(id for id in _ids(name, figure) if id not in taken)


def _ids(name: str, figure: Figure) -> Iterator[str]:
    """The name alone, and then what tells namesakes apart: the club that first had him, else one that he was named
    with, else where he was first named."""
    yield name
    profile = figure.profile
    for clubs in (profile.holders, profile.clubs):
        for club in sorted(clubs, key=lambda club: (clubs[club].first, -clubs[club].times, club)):
            yield f"{name}.{slug(club)}"
    yield f"{name}.{profile.first_document}"
    yield from (f"{name}.{profile.first_document}.{number}" for number in count(2))


def _title(figure: Figure) -> tuple[str, Key]:
    """The name to show, and its words: of the forms that are common the fullest, with first name and surname.

    A slip of the pen is none of them.
    """
    forms: dict[Key, Counter[str]] = defaultdict(Counter)
    for name, times in figure.profile.names.items():
        forms[tokens(name)][name] += times
    full = {key: names for key, names in forms.items() if len(set(key) - {"junior", "senior"}) > 1} or forms
    known = min(full, key=lambda key: (-full[key].total(), key))
    least = _COMMON * full[known].total()
    key = min(
        (key for key in full if full[key].total() >= least and not misspells(key, known)),
        key=lambda key: (-len("".join(key)), -full[key].total(), key),
    )
    return min(full[key].items(), key=lambda form: (form[0].isupper(), -form[1], form[0]))[0], key


def _identity(id: str, figure: Figure) -> Identity:
    profile = figure.profile
    name, _ = _title(figure)
    forms = sorted(profile.names, key=lambda form: (-len(tokens(form)), -profile.names[form], form))
    clubs = {**profile.clubs, **profile.holders}
    return Identity(
        id, name, (name, *(form for form in forms if form != name)), _commonest(profile.roles)[0],
        tuple(sorted(clubs, key=lambda club: (-profile.weights()[club], club))),
        _commonest(profile.nations), _commonest(profile.positions), _once(figure.reasons),
    )  # fmt: skip


def _commonest(votes: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(votes, key=lambda value: (-votes[value], value)))


def _once(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each reason once, in an order that does not depend on that of arrival."""
    return tuple(sorted(set(reasons), key=lambda reason: (-reason.weight, reason.name, reason.words)))


def _corrected(people: dict[str, Figure], corrections: Sequence[Correction]) -> dict[str, Figure]:
    """The people after somebody has joined or parted them; later corrections build on earlier ones."""
    undone = {correction.target for correction in corrections if correction.kind == "undo"}
    for correction in sorted(corrections, key=lambda correction: (correction.at, correction.id)):
        if correction.id and correction.id in undone:
            continue
        if correction.kind == "merge" and correction.value:
            people = _merged(people, correction.target, correction.value, correction)
        elif correction.kind == "split" and correction.value:
            people = _split(people, correction.target, correction.value)
    return people


def _merged(people: dict[str, Figure], target: str, into: str, correction: Correction) -> dict[str, Figure]:
    """``target`` made one with ``into``, whose id stays; nothing changes where either is not known."""
    if target == into or target not in people or into not in people:
        return people
    whole = figure_of((*people[into].sightings, *people[target].sightings), people[into].reasons)
    whole.reasons += [*people[target].reasons, Reason("corrected", 100.0, f"{correction.by}: {correction.why}")]
    return {id: whole if id == into else figure for id, figure in people.items() if id != target}


def _split(people: dict[str, Figure], target: str, name: str) -> dict[str, Figure]:
    """A name form of ``target`` made a person of its own."""
    figure = people.get(target)
    if figure is None:
        return people
    own = [sighting for sighting in figure.sightings if tokens(sighting.name) == tokens(name)]
    rest = [sighting for sighting in figure.sightings if tokens(sighting.name) != tokens(name)]
    if not own or not rest:
        return people
    parted = figure_of(own)
    return {**people, target: figure_of(rest, figure.reasons), _free(slug(name), parted, people): parted}
