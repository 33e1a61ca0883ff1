"""Assemble: mentions become drafts - who gave what to whom, when, where, with whom."""

from lorbeer.assemble.drafting import assemble
from lorbeer.assemble.explaining import explain

__all__ = ["assemble", "explain"]
