"""Save the role tagger for the pipeline."""

from pathlib import Path
from typing import Any

import numpy as np

from recipe.roles.network import REACHES, RoleNetwork

_EMBEDDINGS = frozenset({"kind", "section", "opens"})


def save_tagger(network: RoleNetwork, path: Path) -> None:
    """Write the weights that `de_lorbeer.roles.RoleTagger` takes, in half precision."""
    np.savez_compressed(path, **tagger_weights(network))


def tagger_weights(network: RoleNetwork) -> dict[str, Any]:
    """The tagger's weights under the names that `de_lorbeer.roles` knows."""
    weights = {_name(name): tensor.numpy() for name, tensor in network.state_dict().items()}
    weights["reaches"] = np.array(REACHES)
    return {name: array.astype(np.float16) for name, array in weights.items()}


def _name(name: str) -> str:
    for theirs, ours in (("convolutions.", "convolution"), ("norms.", "norm")):
        name = name.replace(theirs, ours)
    return name.removesuffix(".weight") if name.split(".")[0] in _EMBEDDINGS else name
