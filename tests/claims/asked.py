"""The questions that a phrase of a text puts, whatever its signs weigh."""

from __future__ import annotations

from mooted.claims.candidates import Question, questions
from mooted.claims.hearing import hear
from mooted.claims.lexicon import load as load_phrases
from mooted.entities.book import load
from mooted.entities.scan import scan
from mooted.model.document import Document
from mooted.model.mention import Reading


def asked(text: str, phrase: str) -> tuple[list[Question], Reading]:
    """Those of the phrases that stand at ``phrase``, at least one, and who and what the text mentions."""
    document = Document("d", text)
    reading = scan(document, load())
    found = [
        question
        for question in questions(reading, hear(document, load_phrases(), None, 0.0))
        if question.trigger.start <= text.index(phrase) < question.trigger.stop
    ]
    assert found, f"no phrase of the rules stands at {phrase!r}"
    return found, reading
