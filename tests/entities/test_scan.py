"""Who and what a text mentions: people nobody has heard of, clubs by shared names, roles, and any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mooted.entities.book import load
from mooted.entities.scan import scan
from mooted.model.document import Document
from tests.entities.told import Told
from tests.growth import is_linear

WORDS = (
    *(
        "Fulham",
        "the",
        "The",
        "Blues",
        "City",
        "Inter",
        "Kole",
        "Brandt",
        "van",
        "der",
        "Meulen",
        "he",
        "they",
        "Conte",
    ),
    *(
        "manager",
        "striker",
        "23-year-old",
        "Norwegian",
        "ex-",
        "former",
        "of",
        "from",
        "and",
        ",",
        ".",
        "'s",
        '"',
        "\n",
    ),
    *("(22)", "’", "£5m", "é", "\ud800", "\0", "🤝", "Milan-Villa", "A.", "sacked", "under", "side", "club", "MOUNT"),
)


class TestPeople:
    def test_a_name_that_no_book_has_is_found_by_its_shape(self) -> None:
        assert Told("Santos left-back Tiaguinho Berilo is wanted by Porto.").people == ["Tiaguinho Berilo"]

    @pytest.mark.parametrize(
        "text, name, nation",
        [
            ("Everton want Dane Dennis Toft, 22.", "Dennis Toft", "Denmark"),
            ("Everton want the German Kalthoff, 22.", "Kalthoff", "Germany"),
            ("Everton want German Kalthoff, 22.", "German Kalthoff", None),
            ("Everton want Dane Scarlett-Bell.", "Dane Scarlett-Bell", None),
        ],
    )
    def test_a_nation_is_no_given_name_before_another(self, text: str, name: str, nation: str | None) -> None:
        assert Told(text).person(name).nations == ((nation,) if nation else ())

    @pytest.mark.parametrize(
        "text, name",
        [
            ("Veteran Kole Brandt has joined Fulham.", "Kole Brandt"),
            ("Chairwoman Pia Lomborg met Fulham.", "Pia Lomborg"),
            ("Nineteen-year-old Kole Brandt has joined Fulham.", "Kole Brandt"),
            ("Twenty-two-year-old Kole Brandt has joined Fulham.", "Kole Brandt"),
            ("IN Kole Brandt of Fulham.", "Kole Brandt"),
            ("ERIK TEN HAAF wants Fulham.", "Erik Ten Haaf"),
        ],
    )
    def test_words_before_a_name_are_none_of_it(self, text: str, name: str) -> None:
        assert [person.title() for person in Told(text).people] == [name]

    @pytest.mark.parametrize(
        "text", ["TOO EARLY TO SAY: Fulham wait.", "Fulham have a Plan B.", "NOT AT ODDS: Fulham."]
    )
    def test_headings_name_nobody(self, text: str) -> None:
        assert Told(text).people == []

    def test_several_nations_in_a_word_are_no_name(self) -> None:
        assert Told("The Dutch-Irish winger has joined Fulham.").people == []

    def test_several_germans_are_germans(self) -> None:
        assert Told("Fulham asked Bayern, with the Germans waiting.").people == []

    def test_the_words_before_a_name_tell_club_nation_and_position(self) -> None:
        person = Told("Marseille and Croatia centre-back Zvonko Prtenjak, 24, will see Fulham.").person(
            "Zvonko Prtenjak"
        )
        assert person.holder and person.holder.name == "Marseille"
        assert (person.positions, person.nations, person.age) == (("defence",), ("Croatia",), 24)

    @pytest.mark.parametrize(
        "text",
        [
            "Chelsea's Kole Brandt left.",
            "Kole Brandt of Chelsea left.",
            "Chelsea's 22-year-old winger Kole Brandt left.",
            "Chelsea's cup final hero Kole Brandt left.",
            "Fulham want Kole Brandt from Premier League side Chelsea.",
        ],
    )
    def test_a_club_beside_a_name_holds_him(self, text: str) -> None:
        holder = Told(text).person("Kole Brandt").holder
        assert holder and holder.name == "Chelsea"

    def test_a_club_in_brackets_holds_who_stands_before_them(self) -> None:
        told = Told("Fulham like Kole Brandt (Genoa), Olli Varga (Lens, £5m) and Bo Lind (Metz).")
        holders = {person.name: person.holder.name for person in told.reading.people if person.holder}
        assert holders == {"Kole Brandt": "Genoa", "Olli Varga": "Lens", "Bo Lind": "Metz"}

    def test_a_club_in_a_description_holds_him_whom_it_means(self) -> None:
        told = Told("Kole Brandt is on his way to Fulham. The Chelsea winger is 23.")
        holder = told.person("Kole Brandt").holder
        assert holder and holder.name == "Chelsea"
        assert told.mentions("Chelsea", "club")[0].of == 0
        assert Told("Kole Brandt likes Fulham. The former Chelsea winger is 23.").person("Kole Brandt").holder is None

    def test_where_he_is_now_holds_him_whatever_stands_before_his_name(self) -> None:
        holder = (
            Told("Leeds academy graduate Kole Brandt, now of Derby, is a target for Hull.").person("Kole Brandt").holder
        )
        assert holder is not None
        assert holder.name == "Derby County"

    def test_a_former_club_does_not_hold_him(self) -> None:
        told = Told("Former Chelsea midfielder Kole Brandt met ex-Fulham man Olli Varga.")
        assert told.person("Kole Brandt").holder is None
        assert told.mentions("Fulham", "club")[0].former

    @pytest.mark.parametrize(
        "text",
        [
            "Burnley turned down a bid for Kole Brandt from Chelsea.",
            "There is interest in winger Kole Brandt from Chelsea.",
            "Bids for Kole Brandt from Chelsea and Hull were turned down.",
            "Fulham like Olli Varga, 26, from Chelsea and right-back Kole Brandt, 21.",
            "Former Chelsea and Genoa midfielder Kole Brandt is 30.",
            "They lost to Chelsea. Winger Kole Brandt was hurt.",
            "He said of Kole Brandt, 23, leaving Chelsea out of the race: no.",
            "Fulham stopped Kole Brandt from moving to Chelsea.",
            "He wants a reunion with Kole Brandt at Chelsea.",
        ],
    )
    def test_not_every_club_beside_a_name_holds_him(self, text: str) -> None:
        assert Told(text).person("Kole Brandt").holder is None

    def test_a_side_called_by_a_name_of_many_is_nobody(self) -> None:
        assert Told("Lens met the Harbour Robbers. Kole Brandt scored.").people == ["Kole Brandt"]

    def test_tags_of_clubs_are_a_list(self) -> None:
        told = Told("#AVFC and #BHAFC like Kole Brandt.")
        assert [mention.start for mention in told.mentions("#AVFC", "club")] == [0]

    def test_a_club_in_a_noun_group_knows_whose_it_is(self) -> None:
        told = Told("Chelsea's Olli Varga and Genoa's Kole Brandt met Fulham.")
        owners = [told.mentions(club, "club")[0].of for club in ("Chelsea", "Genoa", "Fulham")]
        assert owners == [0, 1, None]

    def test_two_in_a_pair_share_their_club(self) -> None:
        told = Told("Leeds pair Tom Ashby and Luke Ashby may leave.")
        assert {person.holder.name for person in told.reading.people if person.holder} == {"Leeds United"}
        assert told.people == ["Tom Ashby", "Luke Ashby"]

    def test_hyphens_and_particles_belong_to_a_name(self) -> None:
        told = Told("Fulham have signed Jean-Marc Oyelaran-Diop and Ruud van der Meulen. Oyelaran-Diop is older.")
        assert told.people == ["Jean-Marc Oyelaran-Diop", "Ruud van der Meulen"]
        assert told.whom("Oyelaran-Diop") == "Jean-Marc Oyelaran-Diop"

    def test_a_player_known_by_one_name_does_not_cut_short_another_with_a_particle(self) -> None:
        told = Told("Rodrigo de Paul of Udinese and Neymar da Silveira of Belem are wanted by Leeds, not Rodrigo.")
        assert told.people[:2] == ["Rodrigo de Paul", "Neymar da Silveira"]

    def test_a_club_after_a_particle_is_part_of_the_name(self) -> None:
        told = Told("Burnley have asked about the Belem goalkeeper Carlos Joaquim dos Santos, 20.")
        assert told.people == ["Carlos Joaquim dos Santos"]
        assert "Santos" not in {club.name for club in told.reading.clubs}

    def test_a_namesake_who_is_introduced_is_another(self) -> None:
        told = Told("Leeds want Rodrigo de Paul. They bought the forward Rodrigo from Valencia. Rodrigo is 29.")
        assert told.people == ["Rodrigo de Paul", "Rodrigo"]
        assert Told("Leeds want Rodrigo de Paul. Rodrigo is 26.").people == ["Rodrigo de Paul"]

    def test_of_two_spellings_the_one_of_the_book_is_right(self) -> None:
        assert Told("Sergie Aurier trained. Serge Aurier scored.").people == ["Serge Aurier"]

    def test_a_known_surname_that_does_something_is_a_name_at_the_head_of_a_sentence(self) -> None:
        assert Told("Stones has been linked with Everton.").people == ["Stones"]
        assert Told("Stones were thrown at the bus of Everton.").people == []
        assert Told("Stones to sign for Everton").people == ["Stones"]

    def test_who_still_plays_is_no_pundit(self) -> None:
        byline = "{}: Wales have one week left.\n\nThe weather in Cardiff is fair."
        roles = [
            Told(byline.format(name), day="2020-09-02").reading.people[0].role for name in ("GARETH BALE", "JO VANHEE")
        ]
        assert roles == ["player", "journalist"]

    def test_a_pundit_of_today_was_a_player_before(self) -> None:
        text = "Brighton have no plans to part with Glenn Murray."
        roles = [Told(text, day=day).reading.people[0].role for day in ("2019-08-02", "2023-08-02")]
        assert roles == ["player", "pundit"]

    def test_a_known_name_may_be_the_head_of_a_longer_one(self) -> None:
        told = Told("Leeds want Joao Pedro Vilhena. Vilhena is 19.")
        assert told.people == ["Joao Pedro Vilhena"]
        assert told.whom("Vilhena") == "Joao Pedro Vilhena"

    def test_a_place_or_club_may_be_a_given_name_or_surname(self) -> None:
        assert Told("Then Milan Skrbec and David Villalba spoke.").people == ["Milan Skrbec", "David Villalba"]

    @pytest.mark.parametrize("name", ["Kojo Annan", "Stuart Dallas", "Christopher Park", "Alan Stirling"])
    def test_a_club_or_ground_after_a_given_name_is_a_surname(self, name: str) -> None:
        told = Told(f"Fulham have signed {name} from Genoa. {name.split()[1]} is 20.")
        assert told.people == [name]
        assert told.whom(name.split()[1]) == name

    def test_a_club_after_a_possessive_given_name_is_a_club(self) -> None:
        assert Told("It was Stuart's Chelsea that signed Kole Brandt.").club("Chelsea") == "Chelsea"

    @pytest.mark.parametrize(
        "text",
        ["Fulham train at Wexley Park.", "Fans met him outside Dunmore Road.", "At Thorp Arch nobody spoke."],
    )
    def test_a_ground_where_somebody_is_is_no_man(self, text: str) -> None:
        assert Told(text).people == []

    def test_a_man_after_whom_a_ground_is_called_stays_a_man(self) -> None:
        assert Told("Liverpool turned down an offer for Fernando Torres.").people == ["Fernando Torres"]

    def test_a_man_whom_somebody_looks_at_is_no_ground(self) -> None:
        assert Told("Fulham look at Christopher Park.").people == ["Christopher Park"]

    @pytest.mark.parametrize("words", ["Replaces", "Joins", "DP", "Welcome", "Signs"])
    def test_what_posts_put_before_a_name_is_no_part_of_it(self, words: str) -> None:
        assert Told(f"{words} Kole Brandt at Fulham.").people == ["Kole Brandt"]

    def test_accents_are_no_other_name_and_are_kept_as_written(self) -> None:
        told = Told("Fulham like João Peçanha. Joao Pecanha is 20, and Pecanha is quick.")
        assert told.people == ["João Peçanha"]
        assert told.whom("Pecanha") == "João Peçanha"

    @pytest.mark.parametrize("text", ["Monday was quiet.", "The Premier League is back.", "But I waited. So did FIFA."])
    def test_a_capital_alone_makes_no_name(self, text: str) -> None:
        assert Told(text).people == []

    def test_a_handle_or_tag_is_no_name(self) -> None:
        assert Told("Fulham wait, says @KoleBrandt of #Transfernews.").people == []

    def test_a_surname_may_be_a_tag(self) -> None:
        told = Told("Arne #Brandt is a target of #Fulham. #Brandt likes #Transfernews.")
        assert told.people == ["Arne Brandt"]
        assert told.whom("Brandt") == "Arne Brandt"

    def test_two_first_names_may_lead_to_a_tag(self) -> None:
        assert Told("Jan Philipp #Brandt-Kole leaves #Werder.").people == ["Jan Philipp Brandt-Kole"]

    def test_the_document_is_about_the_player_it_names_most(self) -> None:
        told = Told("Fulham saw Olli Varga. Kole Brandt is next. Brandt is 20.", title="Kole Brandt nears Fulham")
        assert told.reading.focus is not None
        assert told.reading.people[told.reading.focus].name == "Kole Brandt"


class TestHeadlines:
    def test_a_headline_may_drop_the_apostrophe(self) -> None:
        told = Told("Kole Brandt is close.", title="Kole Brandts move to Fulham nears")
        assert told.people == ["Kole Brandt"]
        assert told.whom("Kole Brandt") == "Kole Brandt"

    def test_a_headline_drops_the_apostrophe_of_a_club_that_the_text_names(self) -> None:
        told = Told("Everton lost. Kole Brandt is unhappy.", title="Evertons Kole Brandt unhappy")
        assert told.club("Everton") == "Everton"
        assert told.people == ["Kole Brandt"]
        other = Told("The Celtics beat the Lakers.", title="Celtics beat the Lakers")
        assert other.reading.clubs == ()

    @pytest.mark.parametrize(
        "text",
        [
            "Fulham Reach Agreement To Sign Kole Brandt",
            "Kole Brandt Undergoes Fulham Medical",
            "Fulham Eyeing Kole Brandt",
        ],
    )
    def test_where_all_words_have_capitals_the_ordinary_ones_are_no_names(self, text: str) -> None:
        assert Told(text).people == ["Kole Brandt"]

    def test_a_name_that_ends_in_s_keeps_it(self) -> None:
        assert Told("Ruben Dravos is close.", title="Ruben Dravos nears Fulham").people == ["Ruben Dravos"]

    def test_a_surname_in_the_headline_is_the_man_named_below(self) -> None:
        assert Told("Fulham want Kole Brandt.", title="Fulham keen on Brandt").whom("Brandt") == "Kole Brandt"

    def test_a_name_of_several_words_is_the_end_of_a_longer_one_below(self) -> None:
        assert Told("Strand Tarn was a target.\n\nWolves may sell Jorgen Strand Tarn.").people == ["Jorgen Strand Tarn"]
        assert Told("Van Dorn is fit.\n\nWolves may sell Karel van Dorn.").whom("Van Dorn") == "Karel van Dorn"


class TestClubs:
    @pytest.mark.parametrize(
        ("text", "words", "club"),
        [
            ("The Thorns have signed Dana Lindqvist from Gotham FC.", "The Thorns", "Portland Thorns"),
            ("Portland Thorns lost at home. Portland want Dana Lindqvist.", "Portland", "Portland Thorns"),
            ("Charlton Women midfielder Dana Lindqvist is 24.", "Charlton Women", "Charlton Athletic Women"),
            ("Portland face Houston in MLS on Sunday.", "Portland", "Portland Timbers"),
        ],
    )
    def test_clubs_of_women_go_by_names_of_their_own(self, text: str, words: str, club: str) -> None:
        assert Told(text).club(words) == club

    @pytest.mark.parametrize("nickname, club", [("Rossoneri", "AC Milan"), ("Spurs", "Tottenham Hotspur")])
    def test_a_nickname_is_its_club(self, nickname: str, club: str) -> None:
        assert Told(f"Now the {nickname} want Kole Brandt.").club(nickname) == club

    def test_a_shared_name_is_the_club_named_before(self) -> None:
        assert Told("Manchester City like Kole Brandt. City have bid.").club("City") == "Manchester City"
        assert Told("Birmingham City like Kole Brandt. Now the Blues have bid.").club("Blues") == "Birmingham City"

    def test_a_shared_name_is_the_club_that_is_called_so_in_full(self) -> None:
        told = Told("Manchester United like Kole Brandt. He saw the defeat by Rotherham. United have bid.")
        assert told.club("United") == "Manchester United"

    def test_an_article_makes_a_shared_nickname_no_surer(self) -> None:
        told = Told("The Lilywhites have bid for Kole Brandt. Preston met Hull City on Saturday.")
        assert told.club("The Lilywhites") == "Preston North End"
        assert Told("The Lilywhites have bid for Kole Brandt.").club("The Lilywhites") == "Tottenham Hotspur"

    def test_a_shared_name_may_come_before_the_full_one(self) -> None:
        told = Told("United met Everton. Newcastle United want Kole Brandt.")
        assert told.club("United") == "Newcastle United"

    @pytest.mark.parametrize(
        "text, form, club",
        [
            ("Wolves want Kole Brandt. Wolfsburg are in talks with Lens.", "Wolves", "Wolverhampton Wanderers"),
            ("Rangers want Kole Brandt. He scored against QPR.", "Rangers", "Rangers"),
            ("QPR want Kole Brandt. Rangers have bid.", "Rangers", "Queens Park Rangers"),
        ],
    )
    def test_the_usual_name_of_a_club_is_not_another_named_later(self, text: str, form: str, club: str) -> None:
        assert Told(text).club(form) == club

    def test_in_a_title_it_may_be_one_of_the_text(self) -> None:
        told = Told("VfL Wolfsburg want Kole Brandt.", title="Wolves keen on Brandt")
        assert told.club("Wolves") == "Wolfsburg"

    def test_a_shared_name_without_context_stays_open_with_its_candidates(self) -> None:
        told = Told("Everton wait. United want Kole Brandt.")
        assert told.club("United") is None
        candidates = {club.name for club in told.mentions("United", "club")[0].candidates}
        assert {"Manchester United", "Leeds United"} <= candidates

    @pytest.mark.parametrize(
        "text, words, club",
        [
            ("Utah Royals like Kole Brandt. The Royals have bid.", "The Royals", "Utah Royals"),
            ("The Royals have bid for Kole Brandt.", "The Royals", "Reading"),
            ("West Ham like Kole Brandt. United have bid.", "United", None),
            ("West Ham United like Kole Brandt. United have bid.", "United", "West Ham United"),
        ],
    )
    def test_a_shared_name_may_be_the_last_word_of_a_name_in_the_text(
        self, text: str, words: str, club: str | None
    ) -> None:
        assert Told(text).club(words) == club

    def test_a_ground_stands_for_its_club(self) -> None:
        mention = Told("He was seen at Stamford Bridge.").mentions("Stamford Bridge", "club")[0]
        assert mention.club and (mention.club.name, mention.how) == ("Chelsea", "stadium")

    @pytest.mark.parametrize(
        "town, what", [("Sao Paulo", " station"), ("Valencia", "-based agent"), ("Bologna", " newspaper")]
    )
    def test_the_town_of_a_paper_is_no_club(self, town: str, what: str) -> None:
        assert Told(f"Everton want Kole Brandt, says a {town}{what}.").club(town) is None

    @pytest.mark.parametrize(
        "text", ["Everton want the Rotherham-born winger.", "He was born in Rotherham.", "He grew up in Rotherham."]
    )
    def test_a_town_where_somebody_was_born_is_no_club(self, text: str) -> None:
        assert Told(text).club("Rotherham") is None

    @pytest.mark.parametrize(
        ("text", "club"),
        [
            ("Kole Brandt flew to Milan for a medical at Inter.", None),
            ("Everton want Kole Brandt, who is in Liverpool to meet them.", None),
            ("Kole Brandt flew to Milan for a medical.", "AC Milan"),
            ("Milan want Kole Brandt, who plays for Inter.", "AC Milan"),
            ("Milan, AC Milan to some, want Kole Brandt. He is in Milan. Inter wait.", "AC Milan"),
        ],
    )
    def test_a_town_is_no_club_where_its_other_club_is_meant(self, text: str, club: str | None) -> None:
        town = "Liverpool" if "Liverpool" in text else "Milan"
        assert Told(text).club(town) == club

    @pytest.mark.parametrize(
        "text, club",
        [
            ("Benfica wait for Kole Brandt. The Eagles have bid.", "Benfica"),
            ("Palace wait for Benfica. The Eagles have bid. Palace hope.", "Crystal Palace"),
            ("Benfica told Palace. Benfica waited. The Eagles have bid.", "Benfica"),
            ("The Eagles have bid for Kole Brandt.", "Crystal Palace"),
            ("Wrexham wait for Kole Brandt. The Dragons have bid.", "Wrexham"),
        ],
    )
    def test_a_nickname_of_several_is_that_of_the_club_that_is_named(self, text: str, club: str) -> None:
        assert Told(text).club(text[text.index("The ") :].partition(" have")[0]) == club

    def test_an_office_at_the_beginning_is_no_club(self) -> None:
        assert Told("Sporting director Ivo Stanek spoke to Everton.").club("Sporting") is None
        assert Told("Sporting spoke to Everton.").club("Sporting") == "Sporting Lisbon"

    def test_clubs_of_a_document_are_told_by_how_often_it_names_them(self) -> None:
        told = Told("Fulham met Genoa. Genoa waited. Genoa said no to Fulham.")
        assert [club.name for club in told.reading.clubs] == ["Genoa", "Fulham"]


class TestRoles:
    @pytest.mark.parametrize(
        "text, name, role",
        [
            ("Genoa manager Ulf Kessner wants more.", "Ulf Kessner", "manager"),
            ("Genoa have sacked Ulf Kessner.", "Ulf Kessner", "manager"),
            ("Genoa dismissed reports that Kole Brandt could leave.", "Kole Brandt", "player"),
            ("Kole Brandt is not in Ulf Kessner's squad.", "Ulf Kessner", "manager"),
            ("Ulf Kessner was appointed as head coach.", "Ulf Kessner", "manager"),
            ("Genoa let his staff, including Ulf Kessner, go.", "Ulf Kessner", "manager"),
            ("Genoa met the agent Pia Lomborg.", "Pia Lomborg", "agent"),
            ("Genoa were told so by journalist Anna Lindqvist.", "Anna Lindqvist", "journalist"),
            ("Genoa have bid for Kole Brandt.", "Kole Brandt", "player"),
            ("Ulf Kessner, the club's sporting director, flew in.", "Ulf Kessner", "director"),
            ("Genoa signed Kole Brandt, who is a free agent.", "Kole Brandt", "player"),
            ("Genoa talk to free agent Kole Brandt.", "Kole Brandt", "player"),
            ("Genoa had a bid for Kole Brandt, 27, rejected by Fulham chairman Ulf Kessner.", "Kole Brandt", "player"),
            (
                "Despite the move for Kole Brandt, Fulham's technical director Ulf Kessner waits.",
                "Kole Brandt",
                "player",
            ),
            ("Kole Brandt's team-mates want him to stay.", "Kole Brandt", "player"),
            ("He was disappointed to see Kole Brandt go.", "Kole Brandt", "player"),
            ("Striker Kole Brandt, 27, is on the list of Genoa as boss Ulf Kessner knows.", "Kole Brandt", "player"),
            ("Kole Brandt joined Ashby Bell agency.", "Ashby Bell", "other"),
            ("Genoa refused the bid of a consortium led by Pia Lomborg.", "Pia Lomborg", "director"),
            ("Genoa refused a takeover bid from Pia Lomborg.", "Pia Lomborg", "director"),
            ("Genoa refused a bid from Fulham for Kole Brandt.", "Kole Brandt", "player"),
        ],
    )
    def test_the_words_around_a_name_tell_a_role(self, text: str, name: str, role: str) -> None:
        assert Told(text).person(name).role == role

    @pytest.mark.parametrize(
        "text, name",
        [
            ("Everton want Kole Brandt, reports Portuguese newspaper O Tribuno.", "O Tribuno"),
            ("Everton want Kole Brandt, says O Tribuno.", "O Tribuno"),
            ("Everton want Kole Brandt, reports La Gazzetta di Lomborg.", "Lomborg"),
            ("Everton want Kole Brandt, according to Tribune du Lomborg.", "Tribune du Lomborg"),
            ("Journal des Lomborg reports that Everton want Kole Brandt.", "Journal des Lomborg"),
            ("Everton want Kole Brandt, according to presenter Pia Lomborg.", "Pia Lomborg"),
            ("Akdeniz Yolu writes that Everton want Kole Brandt.", "Akdeniz Yolu"),
            ("La Notte Azzurra reported, late on Monday, that Everton want Kole Brandt.", "La Notte Azzurra"),
            ("Everton want Kole Brandt, Rosarina Futebol has it.", "Rosarina Futebol"),
            ("Everton want Kole Brandt, Tribuna Lomborga has it.", "Lomborga"),
            ("Kole Brandt told Lomborga TV that he hopes for Everton.", "Lomborga"),
            ("Kole Brandt told TeleLomborg that he hopes for Everton.", "TeleLomborg"),
            ("Everton want Kole Brandt. Ekebladet has it from him.\nThe Ekebladet man was there.", "Ekebladet"),
            ("Everton have asked for Kole Brandt. (Lomborga List)\nGenoa wait.", "Lomborga List"),
            ("Everton have asked Genoa about the price of Kole Brandt, who is 24 - Lomborga\nSpurs wait.", "Lomborga"),
        ],
    )
    def test_papers_and_stations_that_no_book_has_are_told_by_words_and_company(self, text: str, name: str) -> None:
        assert Told(text).person(name).role == "journalist"

    @pytest.mark.parametrize(
        "text",
        [
            "Kole Brandt reports for training at Genoa on Monday.",
            "Genoa have scored twice. They lead by the goals of two men (Stanek, Kole Brandt)\nNo more.",
            "Kole Brandt says he will stay at Genoa.",
            "Everton want Kole Brandt, reports La Gazzetta di Lomborg.",
            "Kole Brandt, reports say, has joined Genoa.",
            "At Genoa, reports claim Kole Brandt wants to stay.",
            "The striker told Genoa that Kole Brandt is his friend.",
        ],
    )
    def test_players_who_report_and_say_things_are_players(self, text: str) -> None:
        assert Told(text).person("Kole Brandt").role == "player"

    def test_a_player_of_the_book_plays_while_he_is_young_enough(self) -> None:
        assert Told("Spurs have signed Joe Hart.", day="2020-08-18").person("Joe Hart").role == "player"
        assert Told("Joe Hart spoke to fans.", day="2026-08-18").person("Joe Hart").role == "pundit"

    @pytest.mark.parametrize("day, club", [("2023-01-10", "Tottenham Hotspur"), ("2026-01-10", "Napoli")])
    def test_a_manager_is_at_the_club_of_the_day(self, day: str, club: str) -> None:
        told = Told("Antonio Conte wants Kole Brandt.", day=day)
        assert told.club("Antonio Conte") == club

    @pytest.mark.parametrize(
        ("day", "club"), [("2021-04-22", "Tottenham Hotspur"), ("2023-06-01", None), ("2020-04-22", None)]
    )
    def test_a_manager_has_left_a_club_for_a_year_or_so(self, day: str, club: str | None) -> None:
        left = Told("Jose Mourinho, the manager, waits.", day=day).person("Jose Mourinho").left
        assert (left.name if left else None) == club

    def test_a_manager_stands_for_his_club_unless_it_is_beside_him(self) -> None:
        assert Told("Napoli manager Antonio Conte waits.", day="2026-01-10").club("Antonio Conte") is None


class TestAnyText:
    @given(st.text(), st.text())
    def test_any_text_is_read(self, text: str, title: str) -> None:
        check(text, title)

    @given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join), st.lists(st.sampled_from(WORDS), max_size=9))
    def test_any_news_is_read(self, text: str, title: list[str]) -> None:
        check(text, "".join(title))

    @pytest.mark.parametrize(
        "unit",
        ["Fulham saw Kole Brandt. ", "A. B. ", "Conte ", "the ", "'s ", "Ab Smith, ", "1" * 50, "Ryan Kent, Kent, "],
    )
    def test_the_time_is_linear_in_the_length(self, unit: str) -> None:
        assert is_linear(lambda size: scan(Document("long", unit * (size // len(unit))), load()), 20_000)


def check(text: str, title: str) -> None:
    """Mentions lie within their sentences, in order, and point to people that are there."""
    reading = scan(Document("any", text, title), load())
    for section in reading.sections:
        assert len(section.folded) == len(section.text)
        stop = 0
        for sentence in section.sentences:
            assert stop <= sentence.start < sentence.stop <= len(section.text)
            stop = sentence.stop
            assert list(sentence.mentions) == sorted(sentence.mentions)
            for mention in sentence.mentions:
                assert sentence.start <= mention.start < mention.stop <= len(section.text)
                assert mention.person is None or mention.person < len(reading.people)
    assert reading.focus is None or reading.focus < len(reading.people)
