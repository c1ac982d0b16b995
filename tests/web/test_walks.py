"""A newcomer's walk over the desk in a real browser: by mouse, by keyboard, without scripts, on a telephone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import SHOTS, Desk

pytestmark = pytest.mark.enable_socket
_DAY = "2026-01-28"
PAGES = {
    "today": f"/?as_of={_DAY}&since=30d", "player": f"/player/radu-dragusin?as_of={_DAY}",
    "club": f"/club/Tottenham?as_of={_DAY}", "source": "/source/The%20Touchline%20Gazette", "sources": "/sources",
    "deadline": f"/deadline?as_of={_DAY}", "compare": "/compare?a=radu-dragusin&b=chris-smalling",
    "search": "/search?q=Dragusin", "read": "/read", "method": "/method", "health": "/health", "signin": "/signin",
    "corrections": "/corrections",
    "api": "/api/v1/docs", "missing": "/player/nobody-at-all", "card": "/embed/player/radu-dragusin",
}  # fmt: skip


def test_from_today_to_a_correction_that_shows_at_once(page: Page, open_desk: Desk) -> None:
    page.goto(PAGES["today"])
    page.get_by_role("link", name="Radu Dragusin").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Radu Dragusin")
    expect(page.locator("svg.timeline")).to_be_visible()
    marked = page.locator("blockquote mark").first
    expect(marked).to_be_visible()

    page.get_by_label("As it was known on").fill("2026-01-29")
    page.get_by_role("button", name="Turn the desk").click()
    expect(page.get_by_role("note")).to_contain_text("29 January 2026")

    step = page.locator("ol.steps .line[id]").first
    claim = step.get_attribute("id")
    step.get_by_role("link", name="Correct").click()
    page.get_by_role("link", name="sign in with a token").click()
    page.get_by_label("Token").fill(open_desk.token)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("What is wrong").select_option("not_a_claim")
    page.get_by_label("Why").fill("a test of the desk")
    page.get_by_role("button", name="Correct").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Radu Dragusin")
    expect(page.locator(f"[id='{claim}']")).to_have_count(0)

    page.get_by_role("link", name="Corrections").click()
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Radu Dragusin")
    expect(page.locator(f"[id='{claim}']")).to_be_visible()


def test_a_claim_that_was_taken_back_leads_to_where_it_is_restored(page: Page, open_desk: Desk) -> None:
    page.goto("/signin?next=/player/chris-smalling")
    page.get_by_label("Token").fill(open_desk.token)
    page.get_by_role("button", name="Sign in").click()
    step = page.locator("ol.steps .line[id]").first
    claim = step.get_attribute("id")
    step.get_by_role("link", name="Correct").click()
    page.get_by_label("Why").fill("a slip")
    page.get_by_role("button", name="Correct").click()
    page.goto(f"/correct/{claim}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Corrections")
    page.get_by_role("listitem").filter(has_text="a slip").get_by_role("button", name="Take back").click()
    expect(page.locator(f"[id='{claim}']")).to_be_visible()
    page.goto("/corrections")
    again = page.get_by_role("listitem").filter(has_text="a slip")
    expect(again).to_contain_text("taken back")
    expect(again.get_by_role("button", name="Take back")).to_have_count(0)


def test_a_text_is_read_and_not_kept(page: Page) -> None:
    page.goto("/read")
    page.get_by_label("Text").fill("Leeds United have made a £12m bid for Wigan Athletic midfielder Tom Ashby.")
    page.get_by_role("button", name="Read").click()
    found = page.locator("#claims")
    expect(found).to_contain_text("Tom Ashby")
    expect(found).to_contain_text("Leeds United")
    page.goto("/search?q=Ashby")
    expect(page.locator("#found")).to_contain_text("Nothing holds these words")


def test_the_keyboard_is_enough(page: Page) -> None:
    page.goto("/search")
    expect(page.locator("#words")).to_be_focused()  # the browser gives it focus with the first drawing, after loading
    page.keyboard.type("Dragusin")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_contain_text("Radu Dragusin")
    link = page.locator("#found").get_by_role("link", name="Radu Dragusin").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Radu Dragusin")


def test_everything_is_there_without_scripts(browser: Browser, open_desk: Desk) -> None:
    context = browser.new_context(base_url=open_desk.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Since").select_option("7d")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_label("Search players, clubs and words").fill("Dragusin")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_role("link", name="Radu Dragusin").first.click()
    expect(page.locator("svg.timeline")).to_be_visible()
    page.goto("/read")
    page.get_by_label("Text").fill("Leeds United have made a bid for Wigan Athletic midfielder Tom Ashby.")
    page.get_by_role("button", name="Read").click()
    expect(page.locator("#claims")).to_contain_text("Tom Ashby")
    context.close()


@pytest.mark.parametrize("width", [360, 1280, 1600])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_and_can_be_used_by_everyone(browser: Browser, open_desk: Desk, width: int, scheme: str) -> None:
    """No page is wider than its window, and axe has nothing serious to say of any."""
    context = browser.new_context(
        base_url=open_desk.address,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page, axe, faults = context.new_page(), Axe(), {}
    SHOTS.mkdir(parents=True, exist_ok=True)
    for name, path in PAGES.items():
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            faults[name] = "wider than the window"
        serious = [one for one in axe.run(page).response["violations"] if one["impact"] in ("serious", "critical")]
        if serious:
            faults[name] = [(one["id"], one["nodes"][0]["html"][:120]) for one in serious]
        page.screenshot(path=SHOTS / f"{name}-{width}-{scheme}.png")
    context.close()
    assert faults == {}


def test_no_page_is_heavy(page: Page) -> None:
    """Pages stay under 150 kB, and scripts under 50 kB in all."""
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.__setitem__(answer.url, len(answer.body())))
    for path in (PAGES["player"], PAGES["deadline"]):
        page.goto(path, wait_until="networkidle" if path == PAGES["player"] else "load")
        page.wait_for_timeout(200)
    scripts = sum(size for url, size in sizes.items() if ".js" in url)
    assert 0 < scripts < 50_000
    assert all(size < 150_000 for size in sizes.values())
