"""Validate: drafts become records, values normalised and proved, or rejections with reasons."""

from lorbeer.validate.validation import validate

__all__ = ["validate"]
