"""What an answer may cost."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of one fetch: bytes (unpacked), seconds, and numbers of steps.

    `silence` bounds the wait for a connection and for each further piece of an answer, `total`
    one answer as a whole, `longest_wait` what a server may ask for between requests.
    """

    largest: int = 20 * 1024 * 1024
    silence: float = 30.0
    total: float = 120.0
    redirects: int = 10
    tries: int = 4
    longest_wait: float = 120.0
