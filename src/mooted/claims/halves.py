"""Claims that halve a chance between them: it is told that something is so, and only which of two things is open.

"He swapped Ajax for Lens" is news or history, "they want to keep him and talk of it" talks or a contract. Where neither
is likely enough to be believed, and one of them is more likely than not, the likelier one is what the document says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mooted.claims.keys import Key
from mooted.model.claim import Event

_AT_ONE_CLUB: tuple[frozenset[Event], ...] = (
    frozenset(("signed", "past_move")),
    frozenset(("interest", "contact", "talks", "bid")),
)
_WHEREVER: tuple[frozenset[Event], ...] = (  # told of a club or of none, it is the same
    frozenset(("staff_move",)),
    frozenset(("wants_out",)),
    frozenset(("for_sale",)),
    frozenset(("wants_stay", "not_for_sale")),
    frozenset(("contract_talks", "contract_signed")),
)
_OF: Mapping[str, tuple[frozenset[Event], bool]] = {
    **{event: (kin, True) for kin in _AT_ONE_CLUB for event in kin},
    **{event: (kin, False) for kin in _WHEREVER for event in kin},
}
_LIKELIER_THAN_NOT = 0.5


def made_whole(chances: Mapping[Key, float], threshold: float) -> dict[Key, float]:
    """The claims that are believed for what they are together with those beside them, each with that chance.

    ``threshold`` is that from which a claim is believed for itself, ``chances`` are those of all claims of a document.
    """
    shared: dict[tuple[object, ...], list[Key]] = {}
    for key in chances:
        kin, for_club = _OF.get(key.event, (None, False))
        if kin is not None and (key.club is not None or not for_club):
            shared.setdefault((key.person, kin, key.club if for_club else None), []).append(key)
    return dict(_likeliest(keys, chances) for keys in shared.values() if _is_halved(keys, chances, threshold))


def _is_halved(keys: Sequence[Key], chances: Mapping[Key, float], threshold: float) -> bool:
    if len(keys) == 1:
        return False
    each = [chances[key] for key in keys]
    return max(each) < threshold and sum(each) > _LIKELIER_THAN_NOT


def _likeliest(keys: Sequence[Key], chances: Mapping[Key, float]) -> tuple[Key, float]:
    return max(keys, key=chances.__getitem__), sum(chances[key] for key in keys)
