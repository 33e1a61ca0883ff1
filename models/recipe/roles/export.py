"""Save the role tagger for the pipeline."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from recipe.roles.network import REACHES, RoleNetwork

_EMBEDDINGS = frozenset({"kind", "section", "opens"})


def save_tagger(networks: Sequence[RoleNetwork], marks: Sequence[str], path: Path) -> None:
    """Write the weights that `de_lorbeer.roles.RoleTagger` takes, in half precision."""
    np.savez_compressed(path, **tagger_weights(networks, marks))


def tagger_weights(networks: Sequence[RoleNetwork], marks: Sequence[str]) -> dict[str, Any]:
    """The weights of all networks, one behind the other, under the names that the tagger knows,
    and the names of the marks that they learned from.
    """
    states = [network.state_dict() for network in networks]
    weights = {
        _name(name): np.stack([state[name].numpy() for state in states]) for name in states[0]
    }
    weights["reaches"] = np.array(REACHES)
    return {name: array.astype(np.float16) for name, array in weights.items()} | {
        "marks": np.array(marks, np.str_)
    }


def _name(name: str) -> str:
    for theirs, ours in (("convolutions.", "convolution"), ("norms.", "norm")):
        name = name.replace(theirs, ours)
    return name.removesuffix(".weight") if name.split(".")[0] in _EMBEDDINGS else name
