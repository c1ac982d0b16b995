"""What only a man does: words after a name that take him to a club or away from one, and no club."""

from __future__ import annotations

import re

_ONE_MOVES = re.compile(
    r" (?:(?:has|is set to|is close to|will) )?"
    r"(?:join(?:ed|s|ing)?|sign(?:ed|s|ing)? (?:for|with)|moved? to) (?:[a-z]+ )?[A-Z]"
)
_GOES = re.compile(
    r"(?: (?:has|is|was|could|may|might|will|would|looks|agrees|agreed|wants|set|close|closer|due|ready|keen|edging|"
    r"not|now|about|officially|finally|expected|likely|again|to)){0,5}"
    r" (?:join(?:s|ed|ing)?|leav(?:es?|ing)|left|quits|sign(?:s|ed|ing)? (?:for|with)|transfer(?:s|red) to|"
    r"move[sd]? to|return(?:s|ed)? to|switche[sd] to|on (?:his|her) way(?: back)? to|asked|asks|set for|heads to|"
    r"heading to|bound for|to) #?(?=[A-Z])"
)
_MOST = 120  # characters that these words take


def moves_alone(folded: str, stop: int) -> bool:
    """Does somebody whose name ends at ``stop`` move ("... has signed for Hull")?"""
    return _ONE_MOVES.match(folded, stop) is not None


def goes_to(folded: str, stop: int) -> int:
    """Where the name begins of what he joins or leaves, whose own ends at ``stop``; 0 for nowhere."""
    goes = _GOES.match(folded, stop, stop + _MOST)
    return goes.end() if goes else 0
