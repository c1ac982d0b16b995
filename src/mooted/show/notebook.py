"""Claims as a notebook shows them: a table, each cell escaped, and a plain one where there is no HTML."""

from __future__ import annotations

from html import escape
from importlib import import_module
from typing import TYPE_CHECKING, Any, SupportsIndex, overload

from mooted.language.plaintext import readable
from mooted.model.claim import Claim
from mooted.model.phrases import event_words, terms_words
from mooted.model.wire import claim_to_json
from mooted.show.terminal import columns, tame

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADINGS = ("player", "event", "to", "from", "terms", "source", "doubt", "words")
SHOWN = 60
_WIDE = 44


class Claims(tuple[Claim, ...]):
    """The claims of a document: a tuple that shows itself as a table.

    >>> from mooted.show.notebook import Claims
    >>> Claims()
    no claims
    """

    __slots__ = ()

    def __new__(cls, claims: Iterable[Claim] = ()) -> Claims:
        return super().__new__(cls, claims)

    @overload
    def __getitem__(self, at: SupportsIndex) -> Claim: ...

    @overload
    def __getitem__(self, at: slice) -> Claims: ...

    def __getitem__(self, at: SupportsIndex | slice) -> Claim | Claims:
        return Claims(super().__getitem__(at)) if isinstance(at, slice) else super().__getitem__(at)

    def __repr__(self) -> str:
        if not self:
            return "no claims"
        rows = [[_cut(cell) for cell in _cells(claim)] for claim in self[:SHOWN]]
        used = [n for n in range(len(HEADINGS)) if any(row[n] for row in rows)]
        widths = [max(columns(row[n]) for row in ([*HEADINGS], *rows)) for n in used]
        lines = [_line([row[n] for n in used], widths) for row in (list(HEADINGS), *rows)]
        return "\n".join([*lines, *([f"... and {len(self) - SHOWN} more"] if len(self) > SHOWN else [])])

    def _repr_html_(self) -> str:
        if not self:
            return "<p>no claims</p>"
        head = "".join(f"<th>{heading}</th>" for heading in HEADINGS)
        body = "".join(f"<tr>{''.join(map(_html_cell, _cells(claim)))}</tr>" for claim in self)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def to_pandas(self) -> Any:
        """The claims as the rows of a ``pandas.DataFrame``. Needs pandas, which mooted does not bring along."""
        return import_module("pandas").DataFrame([{"document": claim.document, **_flat(claim)} for claim in self])


def _cells(claim: Claim) -> list[str]:
    """The cells of a claim under ``HEADINGS``, without control characters."""
    cells: list[str] = [
        claim.player or claim.position or "",
        event_words(claim),
        claim.club_to or "",
        claim.club_from or "",
        ", ".join(terms_words(claim)),
        ", ".join(claim.sources),
        _doubt(claim),
        readable(claim.evidence.words),
    ]
    return [tame(cell) for cell in cells]


def _doubt(claim: Claim) -> str:
    """What keeps the claim from being plainly so."""
    doubts = [word for word in (claim.polarity, claim.modality) if word not in ("affirmed", "actual")]
    return ", ".join(doubts) + (f": {claim.condition}" if claim.condition else "")


def _cut(words: str) -> str:
    return words if columns(words) <= _WIDE else words[: _WIDE - 3].rsplit(" ", 1)[0] + "..."


def _line(cells: list[str], widths: list[int]) -> str:
    return "  ".join(cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _html_cell(words: str) -> str:
    return f'<td style="text-align: left">{escape(words)}</td>'


def _flat(claim: Claim) -> dict[str, Any]:
    """The wire form, with what lies in ``fee`` beside the other columns."""
    row: dict[str, Any] = claim_to_json(claim)
    fee = row.pop("fee") or {}
    row |= {f"fee_{name}": fee.get(name) for name in ("amount", "currency", "kind")}
    return row
