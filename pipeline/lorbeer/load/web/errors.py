"""What can go wrong on the way to a page."""


class FetchError(Exception):
    """An address that could not be had; the message says why and what to do."""


class PassingError(FetchError):
    """A failure that may pass by itself: worth another try."""
