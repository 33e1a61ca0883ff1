"""Assemble: mentions become drafts - who gave what to whom, when, where, with whom."""

from lorbeer.assemble.drafting import assemble

__all__ = ["assemble"]
