"""Who says so: voices beside words of saying, quotations, brackets and posts. All sentences are our own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mooted.claims.attribution import Chains, attribute
from mooted.claims.speech import quotations
from mooted.entities.book import load
from mooted.entities.scan import scan
from mooted.model.claim import Attribution
from mooted.model.document import Document
from mooted.model.mention import Reading
from mooted.pipeline import press_of
from tests.growth import TIMES, is_linear


def heard(document: Document) -> tuple[Chains, Reading]:
    """The chains of a document and the reading that they are of."""
    reading = scan(document, load())
    return attribute(reading, press_of(load()), document.outlet), reading


def read(text: str, outlet: str | None = None, title: str | None = None) -> tuple[Chains, Document]:
    document = Document("a", text, title, outlet)
    return heard(document)[0], document


def chain_at(text: str, words: str, outlet: str | None = None, event: str = "") -> Attribution:
    """The chain of the place where ``words`` stand in ``text``."""
    chains, reading = heard(Document("a", text, None, outlet))
    where = text.index(words)
    sentence = next(one for one in reading.sections[-1].sentences if one.start <= where < one.stop)
    return chains.at("text", sentence, where, event)


def voices(text: str, words: str, outlet: str | None = None, event: str = "") -> list[str]:
    return list(chain_at(text, words, outlet, event).voices)


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("Lens want winger Karel Dvorsky, according to L'Equipe.", "want", ["L'Equipe"]),
        ("According to Marca, Betis have asked about Karel Dvorsky.", "asked", ["Marca"]),
        ("Betis have asked about Karel Dvorsky, Marca reports.", "asked", ["Marca"]),
        ("Bild claim that Mainz have bid for Karel Dvorsky.", "bid", ["Bild"]),
        ("Mainz have bid for Karel Dvorsky, as reported by Kicker.", "bid", ["Kicker"]),
        ("Mainz have bid for Karel Dvorsky, according to Spanish newspaper Marca.", "bid", ["Marca"]),
        ("Brentford insist that Karel Dvorsky is not for sale.", "not for sale", ["Brentford"]),
        ("Brentford have announced the signing of Karel Dvorsky.", "signing", ["Brentford"]),
        ("Karel Dvorsky has signed for Brentford, the club confirmed on Friday.", "signed", ["Brentford"]),
        ("Karel Dvorsky will stay at Brentford, says manager Owen Trask.", "stay", ["Owen Trask"]),
        ("Bild proclaimed on Sunday that Mainz want Karel Dvorsky.", "want", ["Bild"]),
        ("Genk have acknowledged a bid from Mainz for Karel Dvorsky.", "bid", ["Genk"]),
        ("Coach Owen Trask was adamant that Karel Dvorsky will stay.", "stay", ["Owen Trask"]),
        ("Genk remain adamant that Karel Dvorsky will stay.", "stay", ["Genk"]),
        ("Despite reports that Mainz want Karel Dvorsky, nothing is done.", "want", []),
        ("Transfer reports in Belgium say that Mainz want Karel Dvorsky.", "want", []),
        ("Karel Dvorsky of Genk is surplus, and he has been told he can leave.", "leave", []),
        ("Mainz want Karel Dvorsky. This according to today's issue of Kicker.", "want", ["Kicker"]),
        ("Mainz want Karel Dvorsky. The details are outlined on the front page of Kicker.", "want", ["Kicker"]),
        ("Mainz want Karel Dvorsky. The news of the talks was first reported by Kicker.", "want", ["Kicker"]),
        ("Mainz want Karel Dvorsky. The news was welcomed by Kicker.", "want", []),
        ("Brentford manager Owen Trask has confirmed that Karel Dvorsky will stay.", "stay", ["Owen Trask"]),
        ("Karel Dvorsky will stay at Brentford, sporting director Ada Moss told Sky Sports.", "stay", ["Ada Moss"]),
        ("Karel Dvorsky has agreed to extend, his agent told Marca.", "extend", ["his agent"]),
        ("Karel Dvorsky may leave, according to his agent Tim Bellwood.", "leave", ["Tim Bellwood"]),
        ("Betis want Karel Dvorsky, sources tell GiveMeSport.", "want", ["GiveMeSport"]),
        ("Marca are reporting that Betis want Karel Dvorsky.", "want", ["Marca"]),
        ("Brentford are delighted to announce the signing of Karel Dvorsky.", "signing", ["Brentford"]),
        ("Transfer specialist Jan Peeters seems to know that Betis want Karel Dvorsky.", "want", ["Jan Peeters"]),
        ("The agent, Carlo Volpe, is quoted as saying that Betis want Karel Dvorsky.", "want", ["Carlo Volpe"]),
        ("Betis want Karel Dvorsky, reports Sky Sports' Lyall Moss.", "want", ["Lyall Moss"]),
        ("Gregor Moss, of the Daily Mail, reports that Betis want Karel Dvorsky.", "want", ["Gregor Moss"]),
        ("Gregor Moss of Marca reports that Betis want Karel Dvorsky.", "want", ["Gregor Moss"]),
        ("Betis want Karel Dvorsky, according to La Gazzetta dello Sport.", "want", ["La Gazzetta dello Sport"]),
        ("Betis want Karel Dvorsky, per The Athletic's David Ornstein.", "want", ["David Ornstein"]),
        ("Betis want Karel Dvorsky, David Ornstein of The Athletic understands.", "want", ["David Ornstein"]),
        ("Florian Plettenberg of Sky Germany reports that Betis want Karel Dvorsky.", "want", ["Florian Plettenberg"]),
        ("Writing on X, Ben Jacobs reports that Betis want Karel Dvorsky.", "want", ["Ben Jacobs"]),
        ("Betis want Karel Dvorsky, TEAMtalk can exclusively reveal.", "want", ["TEAMtalk"]),
        ("Betis want Karel Dvorsky. That is according to Sky Sports.", "want", ["Sky Sports"]),
        ("Speaking to Sky Sports, agent Tim Bellwood said Betis want Karel Dvorsky.", "want", ["Tim Bellwood"]),
        ("Fabrizio Romano: Betis want Karel Dvorsky.", "want", ["Fabrizio Romano"]),
        ("[Fabrizio Romano] Betis want Karel Dvorsky.", "want", ["Fabrizio Romano"]),
        ("(Marca) Betis want Karel Dvorsky.", "want", ["Marca"]),
        ("Marca | Betis want Karel Dvorsky.", "want", ["Marca"]),
        ("Betis want Karel Dvorsky | Marca", "want", ["Marca"]),
        ("Betis want Karel Dvorsky. [Marca via GFFN]", "want", ["Marca"]),
        ("Betis want Karel Dvorsky, per @David_Ornstein.", "want", ["David Ornstein"]),
        ("Betis want Karel Dvorsky.\nSource: Marca", "want", ["Marca"]),
        ("Betis want Karel Dvorsky - Tuttosport", "want", ["Tuttosport"]),
        ("Football Insider sources say Betis want Karel Dvorsky.", "want", ["Football Insider"]),
        ("ESPN have been told by sources that Betis want Karel Dvorsky.", "want", ["ESPN"]),
        ("Matteo Moretto says that Betis want Karel Dvorsky.", "want", ["Matteo Moretto"]),
        ("Both Marca and AS report that Betis want Karel Dvorsky.", "want", ["Marca", "AS"]),
        ("The BBC, Sky and The Athletic all report that Betis bid.", "bid", ["BBC", "Sky", "The Athletic"]),
        ("Betis want Karel Dvorsky, according to Marca, AS and Sport.", "want", ["Marca", "AS", "Sport"]),
        ("Marca and BallTalk24 report that Betis want Dvorsky.", "want", ["Marca", "BallTalk24"]),
        ("Betis want Dvorsky, according to BallTalk24 and Marca.", "want", ["BallTalk24", "Marca"]),
        ("Betis want Karel Dvorsky, L'Equipe and RMC Sport report.", "want", ["L'Equipe", "RMC Sport"]),
        ("Betis want Dvorsky, report Marca, though AS and Sport say a bid failed.", "want", ["Marca"]),
        ("The Manchester Evening News (MEN) reports that Betis want him.", "want", ["Manchester Evening News"]),
        ("L'Equipe (in French) and The Athletic report that Betis want him.", "want", ["L'Equipe", "The Athletic"]),
        ("Lazio shot down talk that they want Karel Dvorsky.", "want", ["Lazio"]),
        ("Lazio have quashed reports that they want Karel Dvorsky.", "want", ["Lazio"]),
        ("The Daily Mirror (DM) and The Athletic say Betis want him.", "want", ["The Daily Mirror", "The Athletic"]),
        ("According to \u201eBILD\u201c, Lens want winger Karel Dvorsky.", "want", ["BILD"]),
        ("Lens want Karel Dvorsky, according to a report this Monday from Ouest-France.", "want", ["Ouest-France"]),
        ("According to Tuesday's front page of Marca, Lens want Karel Dvorsky.", "want", ["Marca"]),
        ("Lens want Karel Dvorsky, per kicker.", "want", ["kicker"]),
        ("Tuttosport, however, believe that Lens want Karel Dvorsky.", "want", ["Tuttosport"]),
        ("Lens are being linked by Tuttosport with Karel Dvorsky.", "linked", ["Tuttosport"]),
        ("According to Correio da Manha, Lens want Karel Dvorsky.", "want", ["Correio da Manha"]),
        ("Anna Berg, the Lens manager, has insisted that Karel Dvorsky stays.", "stays", ["Anna Berg"]),
        ("The Lens manager, Anna Berg, told Marca that Karel Dvorsky stays.", "stays", ["Anna Berg"]),
        ("The agent of Karel Dvorsky says he wants to stay.", "stay", ["Karel Dvorsky's agent"]),
        ("Lens want Karel Dvorsky. He is 24. This is all according to the Daily Express.", "want", ["Daily Express"]),
        ("Lens want Karel Dvorsky. This, according to a report in TEAMtalk.", "want", ["TEAMtalk"]),
        ("Lens want Karel Dvorsky, according to a report in 90 min last month.", "want", ["90 min"]),
        ("Lens signed Karel Dvorsky from Genk, the club announced.", "signed", ["Lens"]),
        ("Karel Dvorsky has extended his deal with Genk, the club announced.", "extended", ["Genk"]),
        ("'We have sold Karel Dvorsky to Lens,' a Genk statement reads.", "sold", ["Genk"]),
        ("Genk announced a signing while Lens want Karel Dvorsky.", "want", []),
        ("Genk announced a signing while Lens want Karel Dvorsky.", "signing", ["Genk"]),
        ("Other reports, in Bild and Kicker, claim that Mainz want Karel Dvorsky.", "want", ["Bild", "Kicker"]),
        ("After links with Lens, Karel Dvorsky stays.", "stays", []),
        ("Coach Tim Bellwood was dismissed and Lens want Karel Dvorsky.", "want", []),
    ],
)  # fmt: skip
def test_a_voice_beside_a_word_of_saying_is_the_source(text: str, words: str, said: list[str]) -> None:
    assert voices(text, words) == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reports in Italy claim that Lazio want Karel Dvorsky.", "want"),
        ("Betis sell, says Marca. Reports in Italy claim that Lazio want Karel Dvorsky.", "want"),
        ("Betis sell, says Marca. Another report claims that Lazio want Karel Dvorsky.", "want"),
        ("Lazio want Karel Dvorsky, according to reports in the British media.", "want"),
        ("Lazio manager Olli Varga has been told that he can sign Karel Dvorsky.", "sign"),
        ("Lazio dismissed Olli Varga on Sunday and want Karel Dvorsky's coach.", "dismissed"),
        ("Lazio dismissed their head coach and want Karel Dvorsky to stay.", "dismissed"),
        ("Karel Dvorsky is said to want a move to Lazio.", "want"),
        ("Karel Dvorsky has told the club that he wants to leave Lazio.", "wants"),
        ("Karel Dvorsky was told to find another club by Lazio.", "find"),
        ("Karel Dvorsky has said yes to Lazio.", "yes"),
        ("Lazio's hopes of signing Karel Dvorsky have been dealt a blow.", "signing"),
        ("Lazio believe that they can sign Karel Dvorsky.", "sign"),
    ],
)
def test_unnamed_reports_and_private_words_name_nobody(text: str, words: str) -> None:
    assert voices(text, words) == []


def test_an_unnamed_source_is_kept_in_its_words() -> None:
    chain = chain_at("Lazio want Karel Dvorsky, it is understood.", "want")
    assert (chain.voices, chain.unnamed) == ((), "it is understood")


def test_an_outlet_that_cites_itself_names_nobody() -> None:
    text = "Sportsmail understands that Fulham have bid for Karel Dvorsky."
    assert voices(text, "bid", "Daily Mail") == []
    assert voices("Fulham have bid for Karel Dvorsky, Marca reports.", "bid", "Marca") == []


def test_a_voice_ends_at_a_contrast() -> None:
    text = "Reports in Spain said Karel Dvorsky has agreed terms but Watford insist there has been no offer."
    assert voices(text, "agreed") == []
    assert voices(text, "no offer") == ["Watford"]


def test_whom_a_person_told_is_passed_through() -> None:
    chain = chain_at("Owen Trask told Kicker that Karel Dvorsky would stay at Mainz.", "stay")
    assert chain.voices == ("Owen Trask",)
    assert chain.outlet is None


def test_a_report_carries_on_where_the_text_says_so() -> None:
    text = "Genk want Karel Dvorsky, Marca reports. The report adds that Betis would sell. Elche have other plans."
    assert voices(text, "would sell") == ["Marca"]
    assert voices(text, "other plans") == []


def test_a_quotation_belongs_to_its_speaker_over_paragraphs() -> None:
    text = (
        "Hull boss Owen Trask spoke to reporters on Friday. 'We have made an offer for Karel Dvorsky,' he said.\n"
        "'He would be a great signing for us.\n'We have asked twice.'\n"
        "Derby have also enquired."
    )
    assert voices(text, "made an offer") == ["Owen Trask"]
    assert voices(text, "great signing") == ["Owen Trask"]
    assert voices(text, "asked twice") == ["Owen Trask"]
    assert voices(text, "enquired") == []


def test_a_post_opens_with_its_speaker() -> None:
    text = "🔵 Trask on Karel Dvorsky: “We are in talks with his club, I am happy with that”."
    assert voices(text, "in talks") == ["Trask"]


def test_a_post_thanks_a_reporter_by_handle() -> None:
    text = "🚨 Parma in talks to sign Karel Dvorsky from Genk.\n\nDeal on. @tomwrites_calcio 🤝"
    assert voices(text, "in talks") == ["tomwrites_calcio"]


@pytest.mark.parametrize(
    "end",
    [
        "More with @tomwrites_calcio",
        "w/ @tomwrites_calcio",
        "@tomwrites_calcio 📸",
        "🎥 @tomwrites_calcio",
        "More @tomwrites_calcio",
        "Full story: @tomwrites_calcio https://example.org",
        "Deal on. @GenkOfficial",
        "Deal on. @JijantesFC",
        "“I am happy”, he told @SomePaper @tomwrites_calcio.",
    ],
)
def test_a_handle_that_is_no_credit(end: str) -> None:
    """A shared byline, a picture, a club that the post is about, the writer's own house, the one who was told."""
    assert voices(f"🚨 Parma in talks to sign Karel Dvorsky from Genk.\n\n{end}", "in talks") == []


def test_a_post_of_a_writer_who_is_named_may_thank_an_outlet() -> None:
    text = "🚨 Parma in talks to sign Karel Dvorsky from Genk. @JijantesFC"
    assert voices(text, "in talks", outlet="Owen Trask (X)") == ["Jijantes FC"]


COLUMN = (
    "Leeds want Genk winger Karel Dvorsky, 22. (Yorkshire Post)\n"
    "Wolves have bid for Lens striker Paul Abadie, 24. (L'Equipe, via Get French Football)\n"
    "Fulham manager Owen Trask says Karol Zemba, 21, will leave. (Sun)\n"
    "Everton chief Rory Tull says Ian Brack, 30, who is wanted by Stoke, will stay. (Echo)\n"
)


def test_in_a_column_the_bracket_is_the_source() -> None:
    assert voices(COLUMN, "want Genk") == ["Yorkshire Post"]
    chain = chain_at(COLUMN, "have bid")
    assert chain.voices == ("L'Equipe",)
    assert chain.via == ("Get French Football",)


@pytest.mark.parametrize(
    ("bracket", "said"),
    [
        ("Daily Star 0915 BST", ["Daily Star"]),
        ("Sky Sports, 18:53", ["Sky Sports"]),
        ("goal.com 11.30am", ["goal.com"]),
        ("Sun & Star", ["Sun", "Star"]),
        ("The Guardian and Daily Mirror", ["The Guardian", "Daily Mirror"]),
        ("Sun, Mirror & Star", ["Sun", "Mirror", "Star"]),
        ("Press and Journal", ["Press and Journal"]),
        ("Radio Hollin 5", ["Radio Hollin 5"]),
    ],
)
def test_in_a_column_a_bracket_may_tell_the_hour_and_name_two_papers(bracket: str, said: list[str]) -> None:
    assert voices(COLUMN.replace("Yorkshire Post", bracket), "want Genk") == said


@pytest.mark.parametrize("label", [", external", " external-link"])
def test_in_a_column_the_label_of_a_link_hides_no_source(label: str) -> None:
    linked = COLUMN.replace(")\n", f"){label}\n")
    assert {v for chain in read(linked)[0].values() for v in chain.voices} >= {
        v for chain in read(COLUMN)[0].values() for v in chain.voices
    }


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")


PAPERS = (
    "All the talk of Sunday's papers...\n\n"
    "DAILY MIRROR\n\nLeeds want Genk winger Karel Dvorsky, 22.\n\n"
    "THE SUN ON SUNDAY\n\n\u2022 Wolves have bid for Lens striker Paul Abadie, 24.\n"
    "\u2022 Fulham manager Owen Trask says Karol Zemba, 21, will leave.\n\n"
    "The Guardian\n\nStoke are keen on Ian Brack, 30, according to Marca.\n"
)


@pytest.mark.parametrize(
    ("words", "said", "via"),
    [
        ("want Genk", ("Daily Mirror",), ()),
        ("have bid", ("The Sun on Sunday",), ()),
        ("will leave", ("Owen Trask",), ()),
        ("keen on", ("Marca",), ()),
    ],
)
def test_a_paper_stands_over_what_it_says(words: str, said: tuple[str, ...], via: tuple[str, ...]) -> None:
    chain = chain_at(PAPERS, words)
    assert (chain.voices, chain.via) == (said, via)


@pytest.mark.parametrize("lines", ["The Sun\n{}", "The Sun\n{}The Sun\n{}", "THE SUN SHINES\n{}DAILY BREAD\n{}"])
def test_one_paper_alone_or_other_words_stand_over_nothing(lines: str) -> None:
    text = lines.format(*["Leeds want Genk winger Karel Dvorsky, 22.\n"] * 2)
    assert voices(text, "want Genk") == []


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("Full story: the People, external", "the People"),
        ("Full story: Tuttosport (in Italian), external", "Tuttosport"),
        ("(Sun on Sunday)", "Sun on Sunday"),
    ],
)
def test_a_source_may_stand_below_an_item(below: str, said: str) -> None:
    items = ("Leeds want Genk winger Karel Dvorsky, 22.", "Wolves have bid for Lens striker Paul Abadie, 24.")
    text = "".join(f"  \u2022 {item}\n\n    {below}\n\n" for item in items)
    assert {_plain(voice) for voice in voices(text, "have bid")} == {_plain(said)}


def test_various_papers_are_no_source() -> None:
    chains, _ = read(COLUMN.replace("(Sun)", "(Various)"))
    assert "Various" not in {voice for chain in chains.values() for voice in chain.voices}


def test_in_a_column_a_person_who_speaks_is_the_source() -> None:
    assert voices(COLUMN, "will leave") == ["Owen Trask"]
    assert voices(COLUMN, "will stay") == ["Rory Tull"]


def test_an_aside_is_the_columns_own() -> None:
    assert voices(COLUMN, "wanted by Stoke") == ["Echo"]


def test_history_is_the_writers_own() -> None:
    text = "Karel Dvorsky, who joined from Genk in 2019, wants to leave Lens, according to L'Equipe."
    assert voices(text, "joined", event="past_move") == []
    assert voices(text, "wants", event="wants_out") == ["L'Equipe"]


def test_initials_stand_for_the_outlet_in_full() -> None:
    text = "Manchester Evening News (MEN) have a list. The MEN state that United like Karel Dvorsky."
    assert voices(text, "like") == ["Manchester Evening News"]


def test_marks_in_a_word_open_no_quotation() -> None:
    assert quotations("The players' chiefs don't agree with Dvorsky's agent") == []
    (quote,) = quotations("He said: “We want to sell.” Then he left.")
    assert quote.full


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_attributed(text: str) -> None:
    chains, document = read(text)
    assert all(0 <= start <= len(document.text) for _, start in chains)


PIECES = "' \" “ ” _said _told ,_ Marca _according_to_ Owen_Trask :_ \n _(Sun) @abc but ._ _who he".split(" ")


@given(st.lists(st.sampled_from([piece.replace("_", " ") for piece in PIECES]), max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_mix_of_saying_is_attributed(text: str) -> None:
    chains, _ = read(text, "Marca", text)
    assert all(isinstance(chain, Attribution) for chain in chains.values())


@pytest.mark.parametrize(
    "piece", ["'he said ", "Marca reports, but ", "(Sun)\n", '" he said: "', "Owen Trask told AS "]
)
def test_time_is_linear(piece: str) -> None:
    press = press_of(load())
    readings = {size: scan(Document("a", piece * size), load()) for size in (500, TIMES * 500)}
    assert is_linear(lambda size: attribute(readings[size], press, None), 500)


TWO_ITEMS = """Lens want winger Karel Dvorsky.
{}

Betis have asked about Owen Trask.
{}
"""


@pytest.mark.parametrize(
    "below",
    [
        ("( Daily Express )", "(Marca)"),
        ("Full story: Daily Express, external", "Full story: Marca (subscription required)"),
    ],
)
def test_a_source_on_the_line_below_is_that_of_the_item_above(below: tuple[str, str]) -> None:
    text = TWO_ITEMS.format(*below)
    assert voices(text, "want") == ["Daily Express"]
    assert voices(text, "asked") == ["Marca"]


def test_a_bracket_may_say_that_it_names_the_source() -> None:
    text = "Lens want winger Karel Dvorsky. (Source: CaughtOffside)\nBetis have asked about Owen Trask. (Source: Marca)"
    assert voices(text, "want") == ["CaughtOffside"]


def test_who_tells_what_a_club_has_said_is_the_source() -> None:
    text = "His agent Tim Bellwood has told Czech media that Lens have made it clear they do not want to sell."
    assert voices(text, "sell") == ["Tim Bellwood"]


def test_a_handle_of_an_outlet_is_its_name() -> None:
    assert voices("Lens want Karel Dvorsky, as @JijantesFC reports.", "want") == ["Jijantes FC"]


def test_whom_a_speaker_quotes_speaks_no_longer_than_that() -> None:
    text = (
        "'It is difficult,' Genk president Uli Varga told Marca.\n\n'We had agreed on a contract. Then Karel Dvorsky "
        'said: "I need a new challenge." I think he has an agreement with Lens.\''
    )
    assert voices(text, "challenge") == ["Karel Dvorsky"]
    assert voices(text, "agreement") == ["Uli Varga"]


@pytest.mark.parametrize(
    "words",
    [
        "according to Marca via AS",
        "according to Sportblat via AS",
        "as per Marca, via AS",
        "Marca reported, as relayed by AS",
        "according to Marca, as cited by AS",
    ],
)
def test_who_only_passes_on_is_no_voice(words: str) -> None:
    chain = chain_at(f"Lens want Karel Dvorsky, {words}.", "want")
    assert chain.voices in (("Marca",), ("Sportblat",))
    assert chain.via == ("AS",)


def test_who_passes_on_alone_is_the_voice() -> None:
    assert voices("Lens want Karel Dvorsky, as relayed by AS.", "want") == ["AS"]


def test_the_house_of_a_reporter_who_prints_alone_is_no_source() -> None:
    text = "🚨 Betis are working on a deal to sign Karel Dvorsky. @TheAthleticFC #Betis"
    press = replace(press_of(load()), houses={"adamoss": ("The Athletic",)})
    for outlet, said in (("Ada Moss (X)", ()), ("Tim Bellwood (X)", ("The Athletic",))):
        reading = scan(Document("post", text, None, outlet), load())
        sentence = reading.sections[-1].sentences[0]
        assert attribute(reading, press, outlet).at("text", sentence, 10, "talks").voices == said


@pytest.mark.parametrize(
    ("text", "phrase", "voice"),
    [
        ("Hull have signed Karel Dvorsky from Genk, the Championship club said on Monday.", "signed", "Hull City"),
        ("Lyon have signed Karel Dvorsky from Genk, the Ligue 1 side confirmed.", "signed", "Lyon"),
        ("Lens issued a statement to confirm that they had bid for Karel Dvorsky.", "bid", "Lens"),
        ("Sun journalist Adam Moss claimed Lens want Karel Dvorsky. He also claimed Genk had bid.", "bid", "Adam Moss"),
        ("Sky reporter Adam Moss said Lens want Karel Dvorsky. He added that Genk had bid.", "bid", "Adam Moss"),
    ],
)
def test_a_described_club_and_a_reporter_who_goes_on_are_heard(text: str, phrase: str, voice: str) -> None:
    assert voices(text, phrase) == [voice]
