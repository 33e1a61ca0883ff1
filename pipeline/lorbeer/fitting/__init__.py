"""Fit the weights by which assembly decides, from releases with gold facts; see `scripts/fit`."""
