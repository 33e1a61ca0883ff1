"""Judge: which awards are the release's own, who is honoured, and to which award they belong."""
