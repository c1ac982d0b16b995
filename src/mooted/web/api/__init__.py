"""The HTTP API, version 1: what the pages show, for other programs."""

from __future__ import annotations

from importlib.metadata import version as _version

from mooted.web.api import answers, claims, documents, service

ROUTERS = (claims.router, answers.router, documents.router, service.router)


def version() -> str:
    """The version of mooted that answers."""
    return _version("mooted")
