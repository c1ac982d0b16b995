"""``python -m mooted``: the command line, where the script is not at hand."""

from mooted.cli import main

main()
