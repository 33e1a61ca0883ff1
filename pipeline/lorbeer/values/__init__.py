"""Plain values and helpers that several stages share."""
