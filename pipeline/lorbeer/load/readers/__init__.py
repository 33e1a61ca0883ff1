"""One reader a kind of document: bytes become releases."""
