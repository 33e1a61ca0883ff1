"""Save the trained network as the pipeline that travels in the package."""

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import spacy

from de_lorbeer.network import TrainedNetwork
from recipe.export import export
from recipe.preparation import COUNTS, LEXICON, trained_network
from recipe.vectors import with_vectors


def package(work: Path, target: Path) -> None:
    """Export the trained network and save a pipeline with it to the folder `target`."""
    network, labels, pieces = trained_network(work)
    lexicon = json.loads((work / LEXICON).read_text(encoding="utf-8"))
    graph = work / "network.onnx"
    export(network, labels, graph)
    onnx.save(with_vectors(onnx.load(graph)), graph)
    listed = {**asdict(labels), "subwords": pieces, "lexicon": lexicon}
    # The features went into the graph's head of bundles.
    del listed["feats"]
    np.save(work / "deps.npy", network.label.detach().float().numpy().astype(np.float16))
    nlp = spacy.blank("de")
    annotator = nlp.add_pipe("lorbeer_annotator")
    annotator.network = TrainedNetwork(  # type: ignore[attr-defined]
        {
            "network.onnx": graph.read_bytes(),
            "labels.json": json.dumps(listed, ensure_ascii=False, separators=(",", ":")).encode(),
            "deps.npy": (work / "deps.npy").read_bytes(),
        }
    )
    counts = json.loads((work / COUNTS).read_text(encoding="utf-8"))
    nlp.meta.update(
        training_sentences=counts,
        name="lorbeer",
        version="0.3.0",
        description="German for press texts about awards",
        license="CC BY-SA 4.0 (trained on UD German GSD and PUD)",
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(target)
