"""Names by their shape: runs of capitalised words that are no club, place, league or ordinary word."""

from __future__ import annotations

import re
from typing import NamedTuple

from mooted.entities.book import Book, Known
from mooted.entities.movers import moves_alone
from mooted.entities.nicknames import is_one_of_many
from mooted.entities.nobody import Name, is_ground, is_likened
from mooted.entities.press import heads_paper
from mooted.entities.shapes import bare, in_address, in_capitals, is_initial, shouted
from mooted.entities.tags import tagged_surnames
from mooted.language.automaton import Hit

_PARTICLES = (
    "de da do dos das del della dello dal di van von der den ter ten vd la le lo el al bin ben ait y e du des zu af st"
).split()
_ANDS = frozenset(("y", "e", "al"))  # that may also lead from a man to a club
_WORD = r"[A-Z][A-Za-z0-9]*(?:['\-][A-Za-z0-9]+)*"
_TOKEN = re.compile(_WORD)
_RUN = re.compile(rf"{_WORD}(?:(?<!'s) (?:(?:{'|'.join(_PARTICLES)}) ){{0,2}}{_WORD})*")
_MOST_WORDS = 6
_OPENER = re.compile(
    r"[A-Z][a-z]{2,}(?:ing|ly)|[A-Z]\w*-[a-z]{2,}(?:ed|ing|er|or|ful|ous|born|mate|captain|style)"
    r"|[A-Z][a-z]+(?:-[a-z]+)?-year-old"
)
_NO_QUESTION = "Will"  # within a sentence, where a capital makes it a first name
_SMALL = re.compile(r"(?<![\w'-])[a-z]{5,}")  # a word that no headline with capitals throughout leaves small
_OF_MANY = ("ers", "oys", "oyz", "ors", "ans", "nes", "ons", "gles", "lves", "ights", "oks", "irds", "Army", "Brigade")
_HEADLINE = 120  # characters
_SPOT = re.compile(r"[GDMF] (?=[A-Z][\w'-]+ [A-Z])")  # the letter of a position before a name ("D Jack Holm")
_DAY, _DIGIT = re.compile(r"\.? \d"), re.compile(r"\d")
PERSON_KINDS = frozenset(("player", "staff", "journalist"))
_SAINTS = frozenset(("San", "Santa", "Santo", "Sao", "Sant", "Saint"))
_SAINTLY = frozenset(("club", "place"))
_FORMER = ("former ", "Former ", "one-time ", "One-time ")
_ABSORBED_FIRST = frozenset(("place", "nation", "club", "player", "league", "outlet"))


class _Token(NamedTuple):
    start: int
    stop: int
    word: str
    hit: Hit[Known] | None


_Run = list[_Token]


def split_names(folded: str, hits: list[Hit[Known]], book: Book) -> tuple[list[Name], list[Hit[Known]]]:
    """People's names of a folded text, and the hits of the book that are not part of one."""
    names = _Names(folded, hits, book).read()
    return names, _outside(hits, names)


def _outside(hits: list[Hit[Known]], names: list[Name]) -> list[Hit[Known]]:
    """The hits that begin in none of the names; both are in order."""
    left: list[Hit[Known]] = []
    at, size, stop = 0, len(names), -1
    for hit in hits:
        while at < size and names[at].start <= hit.start:
            stop = names[at].stop
            at += 1
        if hit.start >= stop:
            left.append(hit)
    return left


class _Names:
    """A text, the place among its hits, and the names found up to there."""

    __slots__ = ("_at", "_found", "_given", "_hits", "_lookup", "_ordinary", "_tags", "_text")

    def __init__(self, folded: str, hits: list[Hit[Known]], book: Book) -> None:
        self._text, self._hits, self._at = folded, hits, 0
        self._ordinary, self._given, self._lookup = book.ordinary, book.given_names, book.lookup
        self._found: list[Name] = []
        self._tags = tagged_surnames(folded, book) if "#" in folded else frozenset()

    def read(self) -> list[Name]:
        """The names, in order."""
        hits, at, size = self._hits, 0, len(self._hits)
        for match in _RUN.finditer(self._text):
            start, stop = match.span()
            start += self._opener(match[0], start)
            while at < size and hits[at].stop <= start:
                at += 1
            self._at = at
            hit = hits[at] if at < size and hits[at].start < stop else None
            words = self._text[start:stop]
            if " " in words:
                self._read_several(start, stop, words, hit)
            else:
                self._read_one(start, words, hit)
        return [
            name
            for name in self._tagged()
            if not (is_ground(name, self._text, self._given) or is_likened(name, self._text, self._lookup))
        ]

    def _tagged(self) -> list[Name]:
        """The names found, a first name and the tag behind it as one ("Arne #Brandt")."""
        names: list[Name] = []
        for name in self._found:
            first = names[-1] if names and self._text.startswith(" #", names[-1].stop, name.start) else None
            if first and name.start == first.stop + 2 and self._is_first(first):
                names[-1] = Name(first.start, name.stop, f"{first.words} {name.words}", None, first.initial)
            else:
                names.append(name)
        return names

    def _is_surname(self, start: int) -> bool:
        word = _TOKEN.match(self._text, start)
        return word is not None and word[0] in self._tags

    def _is_first(self, name: Name) -> bool:
        """Can a name be the first names of the tag behind it? Those of a tag are no such."""
        lone = " " not in name.words or self._given.issuperset(name.words.split())
        return lone and self._text[name.start - 1 : name.start] != "#"

    def _opener(self, words: str, start: int) -> int:
        """How many characters at the head of a run only lead to a name ("Prising Kane", "Highly-rated Rice",
        "ex-Lion Rice", "former Lion Rice")."""
        first, blank, rest = words.partition(" ")
        if not blank:
            return 0
        if first == "Former" and (led := self._opener(rest, start + len("Former "))):
            return len("Former ") + led
        former = first.startswith("Ex-") or self._text.endswith(("ex-", "Ex-"), 0, start)
        fond = self._text.endswith(_FORMER, 0, start) and is_one_of_many(first, self._lookup, self._given)
        opens = _OPENER.fullmatch(first) and first not in self._given and is_initial(self._text, start)
        return len(first) + 1 if former or fond or opens or self._is_countryman(first) else 0

    def _is_countryman(self, word: str) -> bool:
        """Does a word only tell from which country somebody is ("Uruguayan Brandt")?"""
        known = self._lookup.get(word)
        return known is not None and known.kind == "nation" and known.value != word and word not in self._given

    def _read_one(self, start: int, words: str, hit: Hit[Known] | None) -> None:
        """A word that stands alone."""
        word = words[:-2] if words.endswith("'s") else words
        if hit and hit.start <= start and not _hyphenated(hit, self._text):
            if hit.value.kind in PERSON_KINDS and not self._inside(start):
                self._read_known(hit, start, word)
        elif word not in self._ordinary and not self._inside(start):
            self._add(start, word, None)

    def _read_several(self, start: int, stop: int, words: str, hit: Hit[Known] | None) -> None:
        """Several words; the first is not one where it begins inside a word."""
        inside = self._inside(start)
        whole = self._read_whole if hit else self._read_unknown
        if inside or not whole(start, words, hit):
            self._read_words(start, stop, inside)

    def _inside(self, start: int) -> bool:
        before = self._text[start - 1] if start else " "
        return before != " " and (
            before.isalnum()
            or before in "@_"
            or (before == "#" and not self._is_surname(start))
            or (before == "/" and in_address(self._text, start))
        )

    def _read_known(self, hit: Hit[Known], start: int, word: str) -> None:
        """A word that stands alone and that the book knows as a person's, by itself or as part of a phrase."""
        if " " in self._text[hit.start : hit.stop]:
            if hit.start == start:
                self._add_known(hit)
        elif hit.value.kind == "player" and hit.stop - hit.start == len(word):
            self._add(start, word, hit.value)

    def _read_whole(self, start: int, words: str, hit: Hit[Known] | None) -> bool:
        """Several words that are all within one phrase of the book; false where they are not."""
        stop = start + len(bare(words))
        if not hit or hit.start > start or hit.stop < stop or _hyphenated(hit, self._text):
            return False
        if hit.start == start and hit.value.kind in PERSON_KINDS:
            self._add_known(hit)
        return True

    def _read_unknown(self, start: int, words: str, _: Hit[Known] | None) -> bool:
        """Several words of which the book knows none; false where one of them may be no part of a name."""
        words = bare(words)
        if _SPOT.match(words):
            start, words = start + 2, words[2:]
        each = words.split(" ")
        if len(each) > _MOST_WORDS or not self._ordinary.isdisjoint(each) or shouted(each[-1], each[0]):
            return False
        if in_capitals(each[0]) and not in_capitals(each[-1]):
            return False
        if self._are_several(start, each):
            return True
        self._found.append(Name(start, start + len(words), words, None, is_initial(self._text, start)))
        return True

    def _are_several(self, start: int, each: list[str]) -> bool:
        """Are words those by which a side goes, and nobody's name ("the Sea Robbers")?"""
        led = self._text.endswith((" the ", "The "), 0, start)
        return led and each[-1].endswith(_OF_MANY) and each[0] not in self._given

    def _add(self, start: int, words: str, known: Known | None) -> None:
        """A name of one word, if it is one."""
        if (words == "Jan" and _DAY.match(self._text, start + 3)) or ("-" in words and self._are_nations(words)):
            return
        if len(words) >= 3 and not words.isupper() and (words.isalpha() or not _DIGIT.search(words)):
            initial = is_initial(self._text, start) or (not known and self._in_headline(start, start + len(words)))
            self._found.append(Name(start, start + len(words), words, known, initial))

    def _in_headline(self, start: int, stop: int) -> bool:
        """Does a word stand beside an ordinary one that has a capital too, as all have ("Chelsea Reach Agreement")?"""
        after = _TOKEN.match(self._text, stop + 1)
        if self._text[stop : stop + 1] != " " or after is None or after.group() not in self._ordinary:
            return False
        begin = max(self._text.rfind("\n", max(0, start - _HEADLINE), start) + 1, start - _HEADLINE)
        end = self._text.find("\n", stop, stop + _HEADLINE)
        return not _SMALL.search(self._text, begin, end if end >= 0 else stop + _HEADLINE)

    def _are_nations(self, words: str) -> bool:
        """Do several nations make up a word ("Dutch-Irish")?"""
        return all((known := self._lookup.get(word)) and known.kind == "nation" for word in words.split("-"))

    def _add_known(self, hit: Hit[Known]) -> None:
        words = self._text[hit.start : hit.stop]
        self._found.append(Name(hit.start, hit.stop, words, hit.value, is_initial(self._text, hit.start)))

    def _read_words(self, start: int, stop: int, inside: bool) -> None:
        """Several words, of which some may be names; the first is none where it stands ``inside`` a word."""
        tokens = self._tokens(start, stop)
        run: _Run = []
        for token in tokens[1:] if inside else tokens:
            if run and token.start - run[-1].stop > 1 and not self._takes_particle(run[-1], token):
                self._read_run(run)
                run = []
            run.append(token)
        self._read_run(run)

    def _takes_particle(self, token: _Token, after: _Token) -> bool:
        """May a name go on after a word with "de" or the like? What the book knows ends there, but for a first name by
        which it knows something else too ("Rodrigo de Paul", "Milan van der Meulen")."""
        hit = token.hit
        if hit is None or hit.value.kind == "player":
            return hit is None or _is_lone(token, hit)
        joins = self._text[token.stop : after.start].strip() not in _ANDS
        return joins and token.word in self._given and _is_lone(token, hit)

    def _tokens(self, start: int, stop: int) -> _Run:
        text, hits, at, size = self._text, self._hits, self._at, len(self._hits)
        tokens: _Run = []
        for match in _TOKEN.finditer(text, start, stop):
            begin = match.start()
            word = bare(match.group())
            while at < size and hits[at].stop <= begin:
                at += 1
            hit = hits[at] if at < size and hits[at].start <= begin and not _hyphenated(hits[at], text) else None
            tokens.append(_Token(begin, begin + len(word), word, hit))
        return tokens

    def _read_run(self, run: _Run) -> None:
        """Cut a run of capitalised words into names."""
        part: _Run = []
        for at, token in enumerate(run):
            hit = token.hit
            if hit and self._is_longer(run, at, hit):
                part.append(token)
            elif hit and hit.value.kind in PERSON_KINDS and " " in self._text[hit.start : hit.stop]:
                if token.start == hit.start or (part and part[-1].hit is not hit):
                    self._close(part)
                    part = []
                if token.start == hit.start:
                    self._add_known(hit)
            elif self._is_word_of_name(run, at, part):
                if part and in_capitals(part[-1].word) and not in_capitals(token.word):  # "ANNA BERG Lee's ..."
                    self._close(part)
                    part = []
                part.append(token)
            else:
                self._close(part)
                part = []
        self._close(part)

    def _is_longer(self, run: _Run, at: int, hit: Hit[Known]) -> bool:
        """Is a name that ends in a given name the head of a longer one, of somebody else ("Joao Pedro Vilhena")?"""
        if hit.value.kind != "player" or " " not in self._text[hit.start : hit.stop]:
            return False
        last = next((place for place in range(at, len(run)) if run[place].stop == hit.stop), None)
        return last is not None and run[last].word in self._given and self._plain(run, last + 1)

    def _is_word_of_name(self, run: _Run, at: int, part: _Run) -> bool:
        token = run[at]
        if token.hit:
            return self._absorbed(token, token.hit, run, at, part)
        if token.word not in self._ordinary:
            return True
        first = token.word in self._given or (token.word == _NO_QUESTION and not is_initial(self._text, token.start))
        return self._plain(run, at + 1) and (first or self._heads_paper(run, at))

    def _heads_paper(self, run: _Run, at: int) -> bool:
        """Does a word lead to the rest of a paper's name ("Tribune du Parc")?"""
        return heads_paper(run[at].word) and self._after_particle(run, at + 1)

    def _plain(self, run: _Run, at: int) -> bool:
        """Is there a next word, and one that nothing is known of?"""
        return at < len(run) and not run[at].hit and run[at].word not in self._ordinary

    def _absorbed(self, token: _Token, hit: Hit[Known], run: _Run, at: int, part: _Run) -> bool:
        """Is a word that the book knows part of a person's name here ("Milan Skriniar", "David Villa")?"""
        kind, form = hit.value.kind, hit.value.form
        if not _is_lone(token, hit):
            return kind in _SAINTLY and self._is_saint(token, hit, part)
        if kind not in _ABSORBED_FIRST:
            return False
        if kind == "player" or (part and (self._after_particle(run, at) or part[-1].word.lower() in _PARTICLES)):
            return True
        if not part:
            return self._is_given(token, kind, run, at)
        if len(part) == 1 and part[0].word in self._given:
            if kind != "club" or form == "nickname":
                return True
            return form in ("short", "name") and not self._plain(run, at + 1)
        return False

    def _is_saint(self, token: _Token, hit: Hit[Known], part: _Run) -> bool:
        """Is a word of a club or town named for a saint somebody's surname ("Pablo Santa Cruz")?"""
        if token.start != hit.start:
            return bool(part) and part[-1].hit is hit
        return token.word in _SAINTS and len(part) == 1 and part[0].word in self._given

    def _is_given(self, token: _Token, kind: str, run: _Run, at: int) -> bool:
        """Is a club's or country's word a first name, by the next one or by where it stands?"""
        given = token.word in self._given
        if self._plain(run, at + 1):
            told = kind != "nation" or not self._tells_nation(run, at)
            return (given and told) or (len(run) == 2 and self._is_mover(run))
        return given and len(run) == 2 and self._follows_position(token) and _is_known_alone(run[1])

    def _is_mover(self, run: _Run) -> bool:
        """Do two words move at the head of a sentence, as no club does ("Chelsea Ashby has signed for Hull")?"""
        return is_initial(self._text, run[0].start) and moves_alone(self._text, run[1].stop)

    def _follows_position(self, token: _Token) -> bool:
        """Does a word stand right behind a position ("midfielder Jordan Lyon")?"""
        before = self._hits[self._at - 1] if self._at else None
        return before is not None and before.value.kind == "position" and before.stop + 1 == token.start

    def _after_particle(self, run: _Run, at: int) -> bool:
        """Does a word go on with the name before it after "dos" or the like ("Carlos Joaquim dos Santos")?"""
        between = self._text[run[at - 1].stop : run[at].start].strip()
        return between != "" and between not in _ANDS

    def _tells_nation(self, run: _Run, at: int) -> bool:
        """Is a word that is a given name too a nation's here ("Dane Malthe Toft", "the German Kalthoff")?"""
        if self._text.endswith(("the ", "The "), 0, run[at].start):
            return True
        return run[at + 1].word in self._given and self._plain(run, at + 2)

    def _close(self, part: _Run) -> None:
        """One person's name out of the words collected."""
        if len(part) > 2 and _SPOT.match(self._text, part[0].start):
            part = part[1:]
        size = len(part)
        while size > 1 and (part[size - 1].word in self._ordinary or shouted(part[size - 1].word, part[0].word)):
            size -= 1
        if size == 1:
            self._add(part[0].start, part[0].word, part[0].hit.value if part[0].hit else None)
        elif 1 < size <= _MOST_WORDS:
            start, stop = part[0].start, part[size - 1].stop
            self._found.append(Name(start, stop, self._text[start:stop], None, is_initial(self._text, start)))


def _is_known_alone(token: _Token) -> bool:
    return token.hit is not None and _is_lone(token, token.hit)


def _is_lone(token: _Token, hit: Hit[Known]) -> bool:
    """Does the book know just this word, and not a phrase in which it stands?"""
    return hit.stop - hit.start == len(token.word)


def _hyphenated(hit: Hit[Known], folded: str) -> bool:
    """Does another name follow with a hyphen, so that the hit is half of a double name?"""
    after = folded[hit.stop : hit.stop + 2]
    return after[:1] == "-" and after[1:].isupper()
