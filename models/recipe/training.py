"""Train a network on batches: the loop that all stages share."""

import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from recipe.batches import Batch
from recipe.network import ENCODER, WORDS

WARM_UP = 0.06
#: How much of the averaged weights stays at each step, once training is under way.
AVERAGED = 0.999
_LOG_EVERY = 100
_CLIP = 1.0

Objective = Callable[[Batch], dict[str, Tensor]]
State = dict[str, Tensor]

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rates:
    """Learning rates, and the share of them that is left at the end."""

    encoder: float
    embeddings: float
    heads: float
    end: float = 0.02

    def share(self, done: float) -> float:
        """The share of the rates when `done` (0 to 1) is done: up, then down in a straight line."""
        if done < WARM_UP:
            return done / WARM_UP
        return self.end + (1 - self.end) * (1 - done) / (1 - WARM_UP)


class Average:
    """The moving average of a network's weights, which generalises better than the last ones."""

    def __init__(self, network: nn.Module) -> None:
        """Start from the network's weights."""
        self._live = list(network.state_dict().values())
        self._names = list(network.state_dict())
        self._mean = [tensor.detach().clone().float() for tensor in self._live]

    def update(self, step: int) -> None:
        """Move towards the present weights; early on, faster."""
        share = 1 - min(AVERAGED, (1 + step) / (10 + step))
        torch._foreach_lerp_(self._mean, [tensor.detach() for tensor in self._live], share)

    def state(self) -> State:
        """The averaged weights."""
        return dict(zip(self._names, self._mean, strict=True))


def train(
    model: nn.Module,
    objective: Objective,
    combine: Callable[[dict[str, Tensor]], Tensor],
    batches: Iterator[Batch],
    rates: Rates,
    steps: int,
) -> State:
    """Train `model` in place for `steps`; returns the average of its weights.

    `objective` gives the losses of a batch, `combine` the one number of them to make small.
    """
    device = next(model.parameters()).device
    optimizer = torch.optim.AdamW(
        _parameters(model, rates), betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    full = [group["lr"] for group in optimizer.param_groups]
    average = Average(model)
    log = _Log(steps)
    model.train()
    for step in range(steps):
        for group, rate in zip(optimizer.param_groups, full, strict=True):
            group["lr"] = rate * rates.share(step / steps)
        batch = next(batches).to(device)
        found = objective(batch)
        optimizer.zero_grad()
        combine(found).backward()
        nn.utils.clip_grad_norm_(model.parameters(), _CLIP)
        optimizer.step()
        average.update(step)
        log.add(step, found)
    return average.state()


def _parameters(model: nn.Module, rates: Rates) -> list[dict[str, object]]:
    """Three learning rates: word embeddings, the rest of the encoder, the heads."""
    groups: dict[float, list[nn.Parameter]] = defaultdict(list)
    for name, parameter in model.named_parameters():
        bare = name.removeprefix("network.")
        if bare.startswith(WORDS):
            groups[rates.embeddings].append(parameter)
        elif bare.startswith(ENCODER):
            groups[rates.encoder].append(parameter)
        else:
            groups[rates.heads].append(parameter)
    return [{"params": params, "lr": rate} for rate, params in groups.items()]


class _Log:
    """Tells now and then how the losses stand, as means since the last time."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.start = time.monotonic()
        self.sums: dict[str, Tensor] = {}

    def add(self, step: int, found: dict[str, Tensor]) -> None:
        for head, loss in found.items():
            self.sums[head] = self.sums.get(head, 0) + loss.detach()
        if (step + 1) % _LOG_EVERY:
            return
        means = " ".join(f"{h} {float(s) / _LOG_EVERY:.3f}" for h, s in sorted(self.sums.items()))
        minutes = (time.monotonic() - self.start) / 60
        logger.info("step %5d of %d  %.1f min  %s", step + 1, self.steps, minutes, means)
        self.sums = {}
