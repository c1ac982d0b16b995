"""A crawler of the desk: every page that links lead to, and what is wrong with any."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

import httpx2
from selectolax.lexbor import LexborHTMLParser

_LINKS = (("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("meta[property='og:image']", "content"))
_EACH = 6
_FREE = ("/static/", "/api/v1/openapi.json")
"""Places that know no day."""


@dataclass
class Crawl:
    """What was found: each address with its status, and faults in words."""

    seen: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def crawl(client: httpx2.Client, start: str) -> Crawl:
    """Follow the links from a page on; where the start is turned to a day, every page must be.

    Of each kind of page and twin some are opened, so that it takes seconds.
    """
    found, waiting, as_of = Crawl(), deque([(start, "")]), _day_of(start)
    met: Counter[str] = Counter()
    while waiting:
        address, origin = waiting.popleft()
        kind = _kind(address)
        if address in found.seen or met[kind] >= _EACH:
            continue
        met[kind] += 1
        answer = client.get(address, headers={"accept": "text/html"})
        found.seen[address] = answer.status_code
        if answer.status_code not in (200, 300):
            found.faults.append(f"{answer.status_code} {address} (from {origin})")
        if as_of and not urlsplit(address).path.startswith(_FREE) and _day_of(address) != as_of:
            found.faults.append(f"another day: {address} (from {origin})")
        if answer.headers.get("content-type", "").startswith("text/html"):
            waiting += [(link, address) for link in _links(answer.text, address)]
    return found


def _kind(address: str) -> str:
    """What sort of address it is: its first part, and the ending of a twin."""
    path = urlsplit(address).path
    ending = path.rpartition(".")[2] if "." in path.rpartition("/")[2] else ""
    return f"{path.split('/')[1]}.{ending if len(ending) <= 4 else ''}"


def _links(text: str, address: str) -> Iterator[str]:
    page = LexborHTMLParser(text)
    for tag, attribute in _LINKS:
        for node in page.css(f"{tag}[{attribute}]" if "[" not in tag else tag):
            if "data-other-day" not in node.attributes:  # what leads to another day on purpose
                yield from _inside(node.attributes.get(attribute) or "", address)


def _inside(link: str, address: str) -> Iterator[str]:
    whole = urlsplit(urldefrag(urljoin(f"http://desk{address}", link)).url)
    if whole.netloc in ("desk", "localhost", "127.0.0.1") or whole.netloc.startswith("127.0.0.1:"):
        yield whole.path + (f"?{whole.query}" if whole.query else "")


def _day_of(address: str) -> str:
    return parse_qs(urlsplit(address).query).get("as_of", [""])[0]
