"""Training recipe of the German language pipeline `de_lorbeer`."""
