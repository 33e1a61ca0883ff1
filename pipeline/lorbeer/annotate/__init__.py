"""Annotate: the language pipeline reads the text block by block; its findings become plain data."""

from lorbeer.annotate.annotating import annotate, language_pipeline

__all__ = ["annotate", "language_pipeline"]
