"""A day or a city that does what only clubs do is one: "Wednesday have signed Berg", "Paris want Berg"."""

from __future__ import annotations

import re

from mooted.entities.book import Book, Known
from mooted.language.automaton import Hit

_CLUB_OF = {"Wednesday": "sheffield-wednesday", "Paris": "paris-saint-germain"}
_OPENS = re.compile(
    r"(?:^|[.!?:;\n\"'(,] ?|\b(?:but|that|while|whilst|because|although|if|as|since|when|after|before|whether|claims?"
    r"|claimed|says?|said|understands?|with|[Bb]ut|(?<!day )and|(?<!day )or) )$"
)
_OPENING = 12  # characters
_SOON = r"(?:(?:also|now|still|since|already|just|reportedly|today|finally|only|\w+ly) )*"
_DOES = (  # in the market; an act of many, or a thing that no day and no city does
    r"(?:sign|bid|(?:make|made|making) an?\b|offer|table|reject|accept|agree|announce|unveil|confirm|complete|show"
    r"|turn(?:ed)? down|want|tell|told|ask|chas|monitor|track|pursu|eye|target|consider|plan|prepar|hop|look|keen"
    r"|interest|clos|set to|(?:in |open )talks"
    r"|enquir|inquir|miss|pull|land|secur|captur|sell|sold|loan|releas|appoint|sack|buy"
    r"|bought|brought|bring|paid|pay|join|lead|leading|confident|willing|unwilling|ready|favourites|thought"
    r"|believed|understood|lin(?:ed|ing) up|in for\b|after\b|rival|battling|competing|working|moved? for|moving for)"
)
_ACTS = re.compile(
    rf" (?:want to|want [A-Z]"
    rf"|(?:have|are|were|had|could|will|would|may|might) (?:not |n't )?{_SOON}(?:be |been )?{_DOES}"
    r"|(?:haven't|aren't|weren't|don't want|do not want)\b|"
    r"(?:signed|sign|bid|rejected|accepted|agreed|paid|bought|sold|loaned|made an?|tabled|turned down|remain) )"
    r"|(?: |'s )(?:boss|manager|head coach|chairman|chiefs?|owner)\b(?! (?:said|says|told))"
)


def with_acting(hits: list[Hit[Known]], folded: str, book: Book) -> list[Hit[Known]]:
    """The hits of a folded text, with days and cities that act as clubs in the place of what else they mean, in order.

    A city in which another club of the text is at home is left as it is.
    """
    for form, club in _CLUB_OF.items():
        if form in folded and club in book.clubs and (spots := _spots(form, folded)):
            others = book.near.get(form, frozenset()) - {club}
            if others.isdisjoint(one.id for hit in hits for one in hit.value.clubs):
                known = Known("club", form, "short", (book.clubs[club],))
                hits = _placed(hits, [Hit(at, at + len(form), known) for at in spots])
    return hits


def _spots(form: str, folded: str) -> list[int]:
    """Where a form stands as what begins a clause, and acts."""
    found = []
    at = folded.find(form)
    while at >= 0:
        if _ACTS.match(folded, at + len(form)) and _OPENS.search(folded[max(0, at - _OPENING) : at]):
            found.append(at)
        at = folded.find(form, at + len(form))
    return found


def _placed(hits: list[Hit[Known]], new: list[Hit[Known]]) -> list[Hit[Known]]:
    """The hits in order, with new ones; what stands there otherwise gives way."""
    taken = {hit.start for hit in new}
    return sorted([*(hit for hit in hits if hit.start not in taken), *new], key=lambda hit: hit.start)
