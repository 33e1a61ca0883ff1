"""One module a kind of archive: its members become items to read."""
