"""A saga as a picture for link previews: who, where, who wants him, and how far it has got."""

from __future__ import annotations

import io
from functools import lru_cache

from fastapi.responses import Response
from font_roboto import Roboto, RobotoMedium
from PIL import Image, ImageDraw, ImageFont

from mooted.answers.player import Player
from mooted.model.claim import LADDER
from mooted.model.judgement import Forecast
from mooted.model.phrases import window_words
from mooted.model.saga import Suitor
from mooted.show.player import pursuit_words, rung_reached
from mooted.web.render import answered
from mooted.web.wording import chance_words

SIZE = 1200, 630  # pixels, as link previews ask for
_PAPER, _INK, _SOFT, _ACCENT, _RULE = "#fdfcfa", "#1c1b19", "#5c5850", "#0a6b4c", "#dcd8cf"
_MARGIN = 70
_ROW = 84
_TOP = 200
_BAR = 600
_MOST = 4


def card(answer: Player, forecast: Forecast | None) -> Response:
    """The picture as PNG."""
    out = io.BytesIO()
    draw_card(answer, forecast).save(out, "PNG", optimize=True)
    return answered(out.getvalue(), "image/png")


def draw_card(answer: Player, forecast: Forecast | None) -> Image.Image:
    """The picture of a saga."""
    picture = Image.new("RGB", SIZE, _PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 14, SIZE[1]), fill=_ACCENT)
    _write(pen, (_MARGIN, 56), answer.identity.name, 68, bold=True)
    saga = answer.saga
    under = " · ".join(filter(None, (saga.holder, window_words(saga.window), f"as known on {answer.as_of:%-d %b %Y}")))
    _write(pen, (_MARGIN, 148), under, 28, _SOFT)
    chances = {one.club: one.probability for one in forecast.chances} if forecast else {}
    for row, suitor in enumerate(saga.suitors[:_MOST]):
        _suitor(pen, _TOP + 14 + row * _ROW, suitor, chances.get(suitor.club))
    if not saga.suitors:
        _write(pen, (_MARGIN, 240), "No club is said to want him.", 32, _SOFT)
    _write(pen, (_MARGIN, SIZE[1] - 58), "mooted", 28, _ACCENT, bold=True)
    return picture


def _suitor(pen: ImageDraw.ImageDraw, top: int, suitor: Suitor, chance: float | None) -> None:
    """A row: the club, the bar of stages, the stage in words, and the chance."""
    pen.line((_MARGIN, top - 8, SIZE[0] - _MARGIN, top - 8), fill=_RULE, width=1)
    _write(pen, (_MARGIN, top), suitor.club or "unnamed club", 34, bold=True)
    for step in range(len(LADDER)):
        left = _BAR + step * 22
        filled = _ACCENT if step < rung_reached(suitor) else None
        pen.rectangle((left, top + 12, left + 16, top + 28), fill=filled, outline=_ACCENT)
    _write(pen, (_BAR, top + 38), pursuit_words(suitor), 24, _SOFT)
    if chance is not None:
        words = chance_words(chance)
        pen.text((SIZE[0] - _MARGIN, top + 6), words, font=_font(40, True), fill=_INK, anchor="ra")


def _write(
    pen: ImageDraw.ImageDraw, at: tuple[int, int], words: str, size: int, colour: str = _INK, *, bold: bool = False
) -> None:
    """Words on one line, cut where they would run into what stands at the right."""
    font = _font(size, bold)
    most = (_BAR if at[1] > _TOP and at[0] < _BAR else SIZE[0]) - at[0] - 30
    plain = "".join(c for c in words if c.isprintable())[:200]
    while plain and font.getlength(plain) > most:
        plain = plain[:-2].rstrip() + "…"
    pen.text(at, plain, font=font, fill=colour)


@lru_cache(maxsize=12)
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(RobotoMedium if bold else Roboto, size)
