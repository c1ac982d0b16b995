from __future__ import annotations

import json

import pytest

STORY = [
    "Hollin Rovers are closing in on a deal for Ajax midfielder Bence Varga, and a bid of £12m has been tabled.",
    "The two clubs have been in talks since Sunday, according to De Krant, and Varga has told his club to let him go.",
    "His contract ends in 2027.",
]


def paragraphs(*words: str) -> str:
    return "".join(f"<p>{one}</p>\n" for one in words)


def news_page(body: str, head: str = "") -> str:
    return f"""<!doctype html><html><head><meta charset="utf-8">{head}
<title>Varga nears Hollin | The Whistle</title></head>
<body class="has-sidebar no-ads"><header><nav><ul><li><a href="/">Home</a></li></ul></nav><h2>The Whistle</h2></header>
{body}
<footer><p>© 2026 The Whistle. All rights reserved.</p></footer>
<div id="cookie-banner"><p>We and our partners use cookies to make this better, and ask for your consent.</p></div>
<script>var words = "<p>Not the story</p>";</script></body></html>"""


def jsonld(**fields: object) -> str:
    item = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    graph = {"@graph": [{"@type": "BreadcrumbList", "name": "x"}, item]}
    return f'<script type="application/ld+json">{json.dumps(graph)}</script>'


def test_a_news_story_with_json_ld(desk):
    head = jsonld(
        headline="Varga &amp; Hollin: a step closer",
        datePublished="2026-01-12T09:30:00Z",
        author=[{"@type": "Person", "name": "Ann Porter"}, "Bo Lind"],
        publisher={"@type": "Organization", "name": "The Whistle"},
        url="https://example.org/varga",
    )
    body = f"""<main><article><header><h1>Varga & Hollin: a step closer</h1>
<p class="byline">By Ann Porter, Bo Lind</p></header>
{paragraphs(STORY[0])}<div class="ad-slot">Advertisement</div><div class="share-buttons"><p>Share this</p></div>
<h2>What next?</h2>{paragraphs(STORY[1])}
<aside><p>Sign up for our newsletter.</p></aside>
<section class="related-stories"><h3>Related</h3><p>Other FC sign another man in a shock deal.</p></section>
<blockquote>"We like him," said the manager.<br><br>He added: "We wait."</blockquote>
<ul><li>Varga flies on <b>Sunday</b>.</li><li><a href="/all">All the transfer news</a></li></ul>
<figure class="ad"><figcaption>Buy a new car today</figcaption></figure>
<figure><figcaption>Varga joined Ajax in 2023</figcaption></figure>
{paragraphs(STORY[2])}<p><a href="/ten">READ MORE: Ten things to know</a></p></article></main>"""
    document = desk.one("page.html", news_page(body, head))
    assert document.title == "Varga & Hollin: a step closer"
    assert document.outlet == "The Whistle"
    assert document.byline == "Ann Porter, Bo Lind"
    assert document.url == "https://example.org/varga"
    assert document.published_at.isoformat() == "2026-01-12T09:30:00+00:00"
    assert document.text.split("\n\n") == [
        STORY[0],
        "What next?",
        STORY[1],
        '"We like him," said the manager.',
        'He added: "We wait."',
        "Varga flies on Sunday.",
        "Varga joined Ajax in 2023",
        STORY[2],
    ]


def test_a_live_blog_keeps_the_order_of_its_posts(desk):
    posts = [f"{hour}:00 Post number {hour}: Hollin have made a new bid for Bence Varga." for hour in range(22, 10, -1)]
    body = "<main><h1>Deadline day live</h1>" + "".join(
        f'<article class="post"><h3><a href="#{at}">Update {at}</a></h3><p>{post}</p></article>'
        for at, post in enumerate(posts)
    )
    head = '<meta property="og:title" content="Deadline day live"><meta property="og:site_name" content="The Whistle">'
    document = desk.one("live.html", news_page(body + "</main>", head))
    assert document.title == "Deadline day live"
    assert [block for block in document.text.split("\n\n") if not block.startswith("Update")] == posts
    assert document.text.startswith("Update 0\n\n22:00")


def test_a_page_without_marks_of_its_own(desk):
    beside = '<div class="sidebar"><p>Most read</p></div>'
    body = f'<div class="wrap"><div class="col">{paragraphs(*STORY)}</div>{beside}</div>'
    head = (
        '<meta name="author" content="Ann Porter"><meta property="article:published_time" content="2026-01-12">'
        '<meta property="og:site_name" content="The Whistle"><link rel="canonical" href="https://example.org/v">'
    )
    document = desk.one("page.htm", news_page(body, head))
    assert document.text == "\n\n".join(STORY)
    assert document.title == "Varga nears Hollin"
    assert (document.byline, document.outlet, document.url) == ("Ann Porter", "The Whistle", "https://example.org/v")


def test_text_without_paragraphs_is_cut_at_line_breaks(desk):
    document = desk.one("page.html", f"<div>{STORY[0]}<br>Still he.<br><br>{STORY[1]}</div>")
    assert document.text == f"{STORY[0]}\nStill he.\n\n{STORY[1]}"


def test_the_told_body_serves_where_the_page_shows_less(desk):
    told = jsonld(headline="H", articleBody="\n\n".join(STORY))
    document = desk.one(
        "page.html", news_page(f"<main>{paragraphs('Subscribe to read on.', STORY[0][:40])}</main>", told)
    )
    assert document.text == "\n\n".join(STORY)


def test_posts_told_in_json_ld(desk):
    updates = [{"@type": "BlogPosting", "headline": f"Post {n}", "articleBody": STORY[0]} for n in range(3)]
    told = jsonld(headline="Live", liveBlogUpdate=updates).replace("NewsArticle", "LiveBlogPosting")
    document = desk.one("page.html", news_page("<main></main>", told))
    assert [words for words in document.text.split("\n\n") if words.startswith("Post")] == [
        "Post 0",
        "Post 1",
        "Post 2",
    ]


def test_where_the_rules_find_too_little_all_paragraphs_serve(desk):
    body = f'<article><p>Short.</p></article><div class="related">{paragraphs(*STORY)}</div>'
    assert STORY[1] in desk.one("page.html", news_page(body)).text


def test_two_stories_on_one_page(desk):
    stories = "".join(f"<article><h2>Story {n}</h2>{paragraphs(*STORY)}</article>" for n in (1, 2))
    teasers = '<article><a href="/x"><h3>Other FC sign another man</h3><p>A shock deal is done.</p></a></article>'
    text = desk.one("page.html", news_page(f"<main>{stories}{teasers}</main>")).text
    assert text.index("Story 1") < text.index("Story 2")
    assert "shock" not in text


@pytest.mark.parametrize(("charset", "encoding"), [("windows-1250", "cp1250"), ("iso-8859-2", "iso8859-2")])
def test_the_declared_charset(desk, charset, encoding):
    page = f'<meta charset="{charset}"><p>Szoboszlai és Kerkez, Łódź</p>'
    assert desk.one("page.html", page.encode(encoding)).text == "Szoboszlai és Kerkez, Łódź"


@pytest.mark.parametrize(
    "script", ["{", "[" * 50_000, "null", '{"@type": "NewsArticle"}', '{"@type": 3, "headline": []}', "\ud800"]
)
def test_broken_json_ld_is_passed_over(desk, script):
    page = f'<script type="application/ld+json">{script}</script><p>{STORY[0]}</p>'
    assert desk.one("page.html", page.encode("utf-8", "replace")).text == STORY[0]


def test_unclosed_tags(desk):
    assert desk.one("page.html", f"<div><p>{STORY[0]}<p>{STORY[1]}<ul><li>One<li>Two").text.split("\n\n") == [
        *STORY[:2],
        "One",
        "Two",
    ]


def test_entities_and_spaces(desk):
    warning, document = desk.warned("page.html", "<p>Hollin&nbsp;&amp;   Varga\n &pound;12m&#0;&#27;x</p>")
    assert document.text.startswith("Hollin & Varga £12m")
    assert "1 control character," in warning.reason


def test_a_page_without_text_is_refused(desk):
    assert "no text" in desk.refused("page.html", "<html><body><script>all()</script></body></html>").reason
