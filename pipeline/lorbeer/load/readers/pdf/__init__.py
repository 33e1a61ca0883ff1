"""PDF: lines with their places become columns, paragraphs and headings in reading order."""

from lorbeer.load.readers.pdf.reading import read_pdf

__all__ = ["read_pdf"]
