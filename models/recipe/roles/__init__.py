"""How the role tagger is trained: examples, network, learning, export."""
