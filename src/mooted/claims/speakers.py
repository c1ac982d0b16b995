"""Who speaks a quotation: named before it, after it, or carried on from the one before."""

from __future__ import annotations

import re

from mooted.claims.listening import Page, Voice, boss_meant, in_quote
from mooted.claims.speech import Quoted, cues
from mooted.claims.voices import voice_at
from mooted.language.automaton import Hit
from mooted.language.gates import has_any
from mooted.model.mention import Sentence

_ABOUT = re.compile(r"\W*([A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}) (?:on|about|when asked)\b[\w\s']*$")
_SPEAKS_UP = re.compile(r"(?: [^:“\"\n]{0,90})?:\s?\n?[\"'“‘]")
_POST_AND_SPEAKS_UP = re.compile(r", [^:“\"\n]{0,90}:\s?\n?[\"'“‘]")
_TOPIC = re.compile(
    r"(?:(?:Then|Also|Speaking|Talking|Asked) )?(?:[Oo]n|[Aa]bout|Regarding|Concerning) (?:[\w'-]+ ){0,4}$"
)
_STILL_SPEAKS = 3  # paragraphs


def find_speaker(page: Page, number: int, voices: list[Voice], quotes: list[Quoted]) -> str | None:
    """Who speaks the quotation that stands in a sentence; remembered for those that follow."""
    section = page.section
    sentence = section.sentences[number]
    speaking = [voice for voice in voices if voice.sort in ("person", "club") or (voice.sort == "writer" and quotes)]
    full = [quote for quote in quotes if quote.full]
    if speaking:
        _speaks(page, sentence, speaking[-1].name, speaking[-1].start)
        return speaking[-1].name if full else None
    colon = section.folded.find(":", sentence.start, sentence.stop + 2)
    opening = _opens_speech(page, number) if colon >= 0 else None
    if opening:
        _speaks(page, sentence, opening, colon)
        return opening
    if not full:
        return None
    last = full[-1]
    if last.stop not in page.closing:
        page.closing[last.stop] = _closing_voice(page, number, last)
    coming = page.closing[last.stop]
    if coming:
        page.speaker, page.spoke_in = coming, sentence.paragraph
    elif sentence.paragraph - page.spoke_in > 2:
        page.speaker = None
    else:
        page.spoke_in = sentence.paragraph
    return page.speaker


def _speaks(page: Page, sentence: Sentence, name: str, where: int) -> None:
    """Remember who speaks from here on; whom a speaker quotes himself speaks no longer than that."""
    if page.speaker is None or not in_quote(page, where):
        page.speaker, page.spoke_in = name, sentence.paragraph


def _opens_speech(page: Page, number: int) -> str | None:
    """ "Arne Slot on Salah: ..." opens what Slot says, and "On Salah: ..." what whoever has the word says."""
    section = page.section
    sentence = section.sentences[number]
    people = page.reading.people
    for mention in sentence.mentions:
        if mention.kind != "person" or mention.person is None or mention.how not in ("name", "surname"):
            continue
        head = section.folded[sentence.start : mention.start]
        after = section.folded[mention.stop : min(mention.stop + 130, sentence.stop + 4)]
        if _TOPIC.match(head) and _SPEAKS_UP.match(after.removeprefix("'s")):
            return _has_the_word(page, number)
        if after.startswith(("'s ", "' ")):
            continue
        about = _ABOUT.match(head)
        if about and _SPEAKS_UP.match(after):
            return about.group(1)
        if len(head) > 70 or has_any(head, ":.!?") or head.endswith("#"):  # a tag tells of whom, not who speaks
            return None
        colon = _SPEAKS_UP.match(after)
        if colon is None and (not head or people[mention.person].role != "player"):
            colon = _POST_AND_SPEAKS_UP.match(after)  # "Ann Berg, the Ajax coach: ..."
        if colon and not re.match(
            r"'s?\b|,? (?:to|from|and|joins|deal|is|will|has (?:signed|joined|agreed)|set)\b", after
        ):
            if "asked" in colon.group():
                page.asked = sentence.start
            return people[mention.person].name
        if after.startswith(": ") and people[mention.person].role != "journalist":
            return people[mention.person].name
        return None
    return None


def _has_the_word(page: Page, number: int) -> str | None:
    """Who goes on to the next topic: whoever spoke last, else the manager or director named before."""
    sentences = page.section.sentences
    if page.speaker and sentences[number].paragraph - page.spoke_in <= _STILL_SPEAKS:
        return page.speaker
    return boss_meant(page, sentences[number - 1], sentences[number].start) if number else None


def _closing_voice(page: Page, number: int, quote: Quoted) -> str | None:
    """The speaker named right after a quotation closes, in a later sentence."""
    sentences = page.section.sentences
    if quote.stop <= sentences[number].stop:
        return None
    for later in sentences[number + 1 : number + 9]:
        if later.start > quote.stop + 2:
            return None
        if later.stop >= quote.stop:
            hits = [hit for hit in cues(page.section.folded[quote.stop : min(later.stop, quote.stop + 90)])]
            for hit in hits[:2]:
                moved = Hit(hit.start + quote.stop, hit.stop + quote.stop, hit.value)
                voice = voice_at(page, later, moved)
                if voice and voice.sort in ("person", "club"):
                    return voice.name
    return None
