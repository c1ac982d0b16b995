"""A process that adds documents and tells each receipt: ``python -m tests.ledger.writer ADDRESS FIRST LAST [STEP]``."""

from __future__ import annotations

import sys

from mooted.ledger import Ledger, ledger
from tests.ledger.told import day, interest


def document(at: int):
    """The document of this number, with its reading."""
    return interest(
        str(at),
        f"Player Nr{at % 17}",
        f"Club {at % 5}",
        at=day(1 + at % 300),
        text=f"Club {at % 5} want Player Nr{at % 17}. {at}.",
    )


def main(address: str, first: int, last: int, step: int = 1) -> None:
    """Add the documents from ``first`` up to ``last``; a line for each that is on the disk."""
    ledger.BATCH = 5
    with Ledger.open(address) as opened:
        print("open", flush=True)
        for receipt in opened.add_all(document(at) for at in range(first, last, step)):
            print(receipt.document, receipt.kind, flush=True)
    print("done", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
