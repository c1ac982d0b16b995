"""Importing this loads all that reading needs: the process from which workers are forked does so once for them all."""

from mooted.pipeline import settle_in

settle_in()
