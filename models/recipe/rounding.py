"""Rounding in the loop: the network learns with the weights that its export will round."""

import torch
from torch import Tensor, nn
from torch.nn.utils import parametrize

from recipe.network import Network

#: 7 bits: on CPUs without dot products of 8-bit numbers, pairs of products are added up in 16 bits.
WEIGHT_LIMIT = 63
_TINY = 1e-12
_MAPS = ("qkv", "out", "up", "down")
_ORIGINAL = ".parametrizations.weight.original"


class Rounded(nn.Module):
    """A weight (out, in) as the export rounds it; gradients pass as if it were not rounded."""

    def forward(self, weight: Tensor) -> Tensor:
        """Round each row to multiples of its largest number by WEIGHT_LIMIT."""
        exact = weight.detach()
        scale = exact.abs().amax(1, keepdim=True) / WEIGHT_LIMIT + _TINY
        return weight + (torch.round(exact / scale) * scale - exact)


def round_in_the_loop(network: Network) -> None:
    """Make the linear maps of the encoder's layers work with rounded weights."""
    for layer in network.layers:
        for name in _MAPS:
            parametrize.register_parametrization(getattr(layer, name), "weight", Rounded())


def without_rounding(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The state of a network that learned with rounding, by the names of one that did not."""
    return {name.replace(_ORIGINAL, ".weight"): tensor for name, tensor in state.items()}
