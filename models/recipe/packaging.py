"""Join the trained parts to the pipeline that travels in the package."""

from pathlib import Path

import spacy


def join(syntax: Path, entities: Path, target: Path) -> None:
    """Save one pipeline to `target`: the syntax parts, and the recogniser with its own encoder."""
    nlp = spacy.load(syntax)
    ner = spacy.load(entities)
    # The recogniser listens to the encoder it was trained with: that one comes along inside it.
    ner.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=ner)
    nlp.meta.update(
        name="lorbeer",
        version="0.1.0",
        description="German for press texts about awards",
        license="CC BY-SA 4.0 (trained on UD German GSD and PUD)",
    )
    # Where the training files lay says something about a machine, nothing about the pipeline.
    nlp.config["paths"].update(train=None, dev=None)
    target.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(target)
