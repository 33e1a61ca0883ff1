"""Clean: a release loses its boilerplate and becomes plain text with blocks and offsets."""

from lorbeer.clean.cleaning import clean

__all__ = ["clean"]
