"""HTML's elements by what they do to the text."""

from __future__ import annotations


def names(words: str) -> frozenset[str]:
    """A set of names from a line of words."""
    return frozenset(words.split())


BLOCKS = names(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead title tr ul"
)
HIDDEN = names(
    "script style noscript template svg math nav aside footer button iframe select object video audio canvas dialog "
    "textarea head"
)
FORMATTING = names("a b big code em font i nobr s small strike strong tt u")
NEVER_DEEP = names("area base br col embed hr img input link meta source track wbr p li dt dd tr td th option path")
BOXES = names("div section ul ol p figure form header dl table span article")
