"""Lorbeer: German press releases about awards in, validated facts with their evidence out."""

from importlib.metadata import PackageNotFoundError, version

from lorbeer.chain import extract, extract_text
from lorbeer.flow import Skipped, Unreadable
from lorbeer.load import Fields
from lorbeer.records import Award, Extraction

try:
    __version__ = version("lorbeer")
except PackageNotFoundError:
    __version__ = "0+unknown"

__all__ = [
    "Award",
    "Extraction",
    "Fields",
    "Skipped",
    "Unreadable",
    "__version__",
    "extract",
    "extract_text",
]
