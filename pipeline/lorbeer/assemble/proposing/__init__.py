"""Propose: each kind of construction says who plays which role, construction by construction."""
