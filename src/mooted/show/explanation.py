"""Why a document was read as it was, sentence by sentence, for whoever adds a rule or looks into a wrong claim."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mooted.model.claim import Attribution, Claim
from mooted.model.document import Document
from mooted.model.entity import Person
from mooted.model.phrases import EVENT_WORDS, day_words, event_words, terms_words
from mooted.show.terminal import Part, Screen, screen_of, tame, wrap

if TYPE_CHECKING:
    from mooted.claims.explain import Answer, Explained, Explanation, Fired, Found, Piece, Weighed

PIECES = 7
WORDS = 8
CLOSE = 0.1
_MARGIN = 4


def explain_text(document: Document, screen: Screen | None = None) -> str:
    """The explanation of a document; for standard output as it is, if no other screen is given."""
    from mooted.pipeline import explain_document

    return explanation_text(explain_document(document), screen or screen_of(sys.stdout))


def explanation_text(explanation: Explanation, screen: Screen) -> str:
    """A heading, the people, and then every sentence with what it mentions, what fired, and what came of it."""
    blocks = [_head(explanation, screen)]
    if explanation.elsewhere:
        blocks.append("\n".join(_elsewhere(explanation.elsewhere, screen)))
    if explanation.people:
        blocks.append(_people(explanation.people, screen))
    titles = sum(sentence.place == "title" for sentence in explanation.sentences)
    blocks += [
        "\n".join(_sentence(number, sentence, screen))
        for number, sentence in enumerate(explanation.sentences, 1 - titles)
    ]
    return "\n\n".join([*blocks, "\n".join(_foot(explanation, screen))]) + "\n"


def _head(explanation: Explanation, screen: Screen) -> str:
    document = explanation.document
    published = day_words(document.published_at) if document.published_at else "no date"
    counts = [_count(len(explanation.sentences), "sentence"), _count(len(explanation.claims), "claim")]
    under = [tame(document.outlet or "no outlet"), published, *counts]
    title = wrap([(tame(document.title or document.id), "bold")], screen.width, screen)
    rule = screen.paint(screen.mark("─", "-") * screen.width, "dim")
    return "\n".join([*title, *wrap(_dotted([(words, "dim") for words in under], screen), screen.width, screen), rule])


def _elsewhere(words: tuple[str, ...], screen: Screen) -> list[str]:
    """Why nothing below is a claim, whatever fired there."""
    told = [("No claims: by its words this is not about football: ", "bold"), (tame(", ".join(words[:WORDS])), "")]
    return wrap([*told, (f" and {len(words) - WORDS} more" if len(words) > WORDS else "", "")], screen.width, screen)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _foot(explanation: Explanation, screen: Screen) -> list[str]:
    words = (
        "A percentage is how likely a claim is by the words around one phrase. What the whole document says of it is "
        f"weighed with that, and makes it a claim from {explanation.threshold:.0%} on. What speaks for a claim is "
        "above nought, what speaks against it below; no claim at all has score nought. The rules are in "
        "mooted/claims/rules/."
    )
    return wrap([(words, "dim")], screen.width, screen)


def _dotted(parts: list[Part], screen: Screen) -> list[Part]:
    dot: Part = (screen.mark(" · ", " | "), "dim")
    return [part for at, one in enumerate(parts) for part in ((dot, one) if at else (one,))]


def _indented(parts: list[Part], indent: int, screen: Screen, hang: int = 0) -> list[str]:
    """Lines that begin at column ``indent``; those after the first ``hang`` columns further in."""
    lines = wrap(parts, screen.width - indent - hang, screen)
    return [" " * (indent + (hang if at else 0)) + line for at, line in enumerate(lines)]


def _people(people: tuple[Person, ...], screen: Screen) -> str:
    lines = [screen.paint("People", "bold")]
    for person in people:
        name: Part = (tame(person.name), "cyan")
        lines += _indented([name, (": " + ", ".join(_known_of(person)), "")], 2, screen, 2)
    return "\n".join(lines)


def _known_of(person: Person) -> list[str]:
    """Role, club, position, nation and age, as far as the document tells."""
    weak = " (by the shape of the name alone)" if person.why == "weak" else ""
    told = [
        f"{person.role}{weak}",
        f"of {person.holder.name}" if person.holder else "",
        f"on loan at {person.on_loan_at.name}" if person.on_loan_at else "",
        *person.positions,
        *person.nations,
        str(person.age or ""),
    ]
    return [tame(words) for words in told if words]


def _sentence(number: int, sentence: Explained, screen: Screen) -> Iterator[str]:
    """The words, then each on its own lines: mentions, source, phrases."""
    label = "title" if sentence.place == "title" else str(number)
    style = "bold" if sentence.fired or sentence.entries else "dim" if not sentence.found else ""
    lines = wrap([(tame(sentence.words), style)], screen.width - _MARGIN - 2, screen)
    gutter = _MARGIN + 2
    yield from (f"{label if at == 0 else '':>{gutter - 1}} {line}" for at, line in enumerate(lines))
    if sentence.found:
        yield from _labelled("sees", _dotted([_mention(found) for found in sentence.found], screen), screen)
    if _says(sentence.attribution):
        yield from _labelled("says", [(_says(sentence.attribution), "")], screen)
    for claim in sentence.entries:
        mark = screen.mark("✓", "+")
        yield from _labelled("list", [(f"{mark} ", "green bold"), *_claim(claim, sentence, screen)], screen)
    if not (sentence.fired or sentence.entries) and {"person", "club"} & {found.kind for found in sentence.found}:
        yield from _labelled("none", [("no phrase of the rules stands here", "dim")], screen)
    for fired in sentence.fired:
        yield from _phrase(fired, sentence, screen)


def _labelled(label: str, parts: list[Part], screen: Screen) -> list[str]:
    return _indented([(f"{label:5} ", "dim"), *parts], _MARGIN + 2, screen, 6)


def _mention(found: Found) -> Part:
    if found.rivals:
        others = ", ".join(found.rivals[:6]) + (" and more" if len(found.rivals) > 6 else "")
        shared = f" (not {others})" if found.settled else f" ({others})"
    else:
        shared = ""
    style = "yellow" if not found.settled else "" if found.kind in ("person", "club") else "dim"
    return tame(f"{found.words}: {found.how}{shared}"), style


def _says(chain: Attribution) -> str:
    """Who says so, if the sentence names anybody."""
    voices = ", ".join(chain.voices)
    via = f"via {', '.join(chain.via)}" if chain.via else ""
    unnamed = f"unnamed: {chain.unnamed}" if chain.unnamed else ""
    return tame(", ".join(words for words in (voices, via, unnamed) if words))


def _phrase(fired: Fired, sentence: Explained, screen: Screen) -> Iterator[str]:
    """A phrase, its rules, and what it says or why it says nothing."""
    quoted = screen.mark("“", '"') + tame(fired.words) + screen.mark("”", '"')
    rules = ", ".join(f"{rule.name} ({rule.file})" for rule in fired.rules)
    yield from _labelled("fires", [(quoted, "cyan bold" if fired.answers else "cyan"), (f"  {rules}", "")], screen)
    for answer in fired.answers:
        yield from _answer(answer, sentence, screen)
    if fired.silence:
        yield from _silence(fired, screen)
    if fired.others and (fired.answers or fired.others[0].probability >= CLOSE):
        runners = [(_runner_up(other, fired), "dim") for other in fired.others[1 if fired.silence else 0 :][:2]]
        next_best = [*runners, (f"no claim {fired.nothing:.0%}", "dim")]
        yield from _indented([("then  ", "dim"), *_dotted(next_best, screen)], _MARGIN + 8, screen, 6)


def _answer(answer: Answer, sentence: Explained, screen: Screen) -> Iterator[str]:
    mark = screen.mark("✓", "+")
    taken: Part = (f"{mark} {_option(answer.weighed)}", "green bold")
    yield from _indented([taken], _MARGIN + 8, screen, 2)
    yield from _pieces(answer.weighed, screen)
    if answer.holders:
        likely = ", ".join(f"{held.club} {held.probability:.0%}" for held in answer.holders[:4])
        yield from _indented([("held by  ", "dim"), (tame(likely), "")], _MARGIN + 10, screen, 2)
    for claim in answer.claims:
        yield from _indented([("claim  ", "dim"), *_claim(claim, sentence, screen)], _MARGIN + 10, screen, 2)
    if not answer.claims:
        yield from _indented([("set aside when the claims were brought together", "yellow")], _MARGIN + 10, screen, 2)


def _silence(fired: Fired, screen: Screen) -> Iterator[str]:
    best = fired.others[0] if fired.others else None
    mark = screen.mark("✗", "x")
    words = f"{mark} no claim: {fired.silence}"
    yield from _indented([(words, "yellow" if best and best.probability >= CLOSE else "dim")], _MARGIN + 8, screen, 2)
    if best and best.probability >= CLOSE:
        yield from _indented([(f"likeliest: {_option(best)}", "")], _MARGIN + 10, screen, 2)
        yield from _pieces(best, screen)


def _option(weighed: Weighed) -> str:
    """``fee agreed: Souza, to Tottenham Hotspur, 92%``."""
    who = " and ".join(weighed.people) or weighed.position or "nobody named"
    to = f", to {' and '.join(weighed.clubs)}" if weighed.clubs else ""
    return tame(f"{EVENT_WORDS[weighed.event][0]}: {who}{to}, {weighed.probability:.0%}")


def _runner_up(weighed: Weighed, fired: Fired) -> str:
    """An option that was not taken; told apart from its likes by the words that name the roles, and the rule."""
    alike = [one for one in (*(answer.weighed for answer in fired.answers), *fired.others) if _same(one, weighed)]
    if len(alike) < 2:
        return _option(weighed)
    roles = zip(weighed.told_as, (weighed.people, weighed.clubs), strict=True)
    words = [told_as or "in an earlier sentence" for told_as, names in roles if names]
    by = f", by {weighed.rule}" if len(fired.rules) > 1 else ""
    return tame(f"{_option(weighed)} (as {', '.join(words)}{by})")


def _same(one: Weighed, other: Weighed) -> bool:
    return (one.event, one.people, one.clubs) == (other.event, other.people, other.clubs)


def _pieces(weighed: Weighed, screen: Screen) -> Iterator[str]:
    """The score as a waterfall: the heaviest pieces, the others as one, the sum."""
    shown, others = weighed.pieces[:PIECES], weighed.pieces[PIECES:]
    for piece in shown:
        yield from _piece(piece, screen)
    if others:
        rest = sum(piece.weight for piece in others)
        yield from _indented([(f"{rest:+5.1f}  {len(others)} smaller pieces", "dim")], _MARGIN + 10, screen, 7)
    yield from _indented([(f"{weighed.score:+5.1f}  in all", "bold")], _MARGIN + 10, screen, 7)


def _piece(piece: Piece, screen: Screen) -> list[str]:
    number: Part = (f"{piece.weight:+5.1f}", "green" if piece.weight >= 0 else "red")
    return _indented([number, (f"  {tame(piece.words)}", "")], _MARGIN + 10, screen, 7)


def _claim(claim: Claim, sentence: Explained, screen: Screen) -> list[Part]:
    """The claim that came of an answer, with doubt, clubs and terms."""
    span = claim.evidence.span
    here = claim.evidence.place == sentence.place and (span is None or sentence.start <= span.start < sentence.stop)
    said = [
        event_words(claim),
        claim.player or claim.position or "",
        f"to {claim.club_to}" if claim.club_to else "",
        f"from {claim.club_from}" if claim.club_from else "",
        *terms_words(claim),
        f"if: {claim.condition}" if claim.condition else "",
        f"says {', '.join(claim.sources)}" if claim.sources else "",
        "" if here else "in the words of another sentence",
    ]
    return _dotted([(tame(words), "") for words in said if words], screen)
