"""German for press texts: a spaCy pipeline with rules for awards, names, dates and amounts.

`load()` returns an ordinary spaCy `Language`: tags, morphology, lemmas, dependencies and
entities on the Doc, and in `doc.spans["lorbeer"]` what the rule components found.
"""

from de_lorbeer.pipeline import PipelineError, load

__all__ = ["PipelineError", "load"]
