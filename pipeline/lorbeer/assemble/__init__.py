"""Assemble: mentions become drafts - who gave what to whom, when, where, with whom.

In this order: `marking` (what context makes of names), `proposing` (who plays which role,
construction by construction, on top of `reading`, what one sentence tells), `weighing` (how
probable each of that is), `judging` (what holds), `details` (stage, day, town, regions, money), and
`drafting`, which brings it together; `deciding` goes this way once, or twice, the second time with
the role tagger alone. `explaining` shows each step.
"""

from lorbeer.assemble.deciding import assemble
from lorbeer.assemble.explaining import explain

__all__ = ["assemble", "explain"]
