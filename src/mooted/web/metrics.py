"""Counts and times of requests, for Prometheus."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)


class Metrics:
    """What is counted. Addresses are told by their route, never as typed, so that strangers cannot fill the memory."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter("mooted_requests", "Requests answered.", ("route", "status"), registry=self._registry)
        self._seconds = Histogram(
            "mooted_request_seconds", "Seconds to an answer.", ("route",), buckets=_BUCKETS, registry=self._registry
        )
        self._ledger = Gauge("mooted_ledger", "What the ledger holds.", ("what",), registry=self._registry)

    def count(self, route: str, status: int, seconds: float) -> None:
        """One request was answered."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self, **ledger: int) -> str:
        """All of it as text, with figures of the ledger."""
        for what, number in ledger.items():
            self._ledger.labels(what).set(number)
        return generate_latest(self._registry).decode()


METRICS = Metrics()
