"""Train the network on batches of all corpora, with fixed seeds."""

import logging
import random
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn

from recipe.batches import Encoder, draw
from recipe.losses import WEIGHTS, losses
from recipe.network import Network
from recipe.sentence import Sentence

SEED = 1
ENCODER_RATE = 2.0e-4
EMBEDDING_RATE = 1.0e-4
HEAD_RATE = 1.5e-3
WARM_UP = 0.06
_LOG_EVERY = 50
_SAVE_EVERY = 300
_CLIP = 1.0

logger = logging.getLogger(__name__)


@dataclass
class Schedule:
    """The share of training done: by steps, or by time where that runs out first."""

    steps: int
    minutes: float
    start: float = 0

    def progress(self, step: int) -> float:
        """From 0 to 1."""
        elapsed = (time.monotonic() - self.start) / 60
        return min(1.0, max(step / self.steps, elapsed / self.minutes))

    def rate(self, step: int) -> float:
        """The share of the learning rate: up, then down to nothing in a straight line."""
        done = self.progress(step)
        return done / WARM_UP if done < WARM_UP else (1 - done) / (1 - WARM_UP)


def train(
    network: Network,
    groups: dict[str, list[Sentence]],
    encoder: Encoder,
    schedule: Schedule,
    checkpoint: Path,
) -> int:
    """Train the network in place; save its state now and then. Returns the steps taken."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    optimizer = torch.optim.AdamW(_parameters(network), betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    rates = [group["lr"] for group in optimizer.param_groups]
    schedule.start = time.monotonic()
    seen: dict[str, list[float]] = defaultdict(list)
    network.train()
    batches = draw(groups, encoder)
    step = 0
    while schedule.progress(step) < 1:
        batch = next(batches)
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * schedule.rate(step)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network(**batch.inputs)
        found = losses(network, scores, batch.labels, encoder)
        total = torch.stack([WEIGHTS[name] * loss for name, loss in found.items()]).sum()
        optimizer.zero_grad()
        total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
        optimizer.step()
        step += 1
        for name, loss in found.items():
            seen[name].append(loss.item())
        if step % _LOG_EVERY == 0:
            _log(step, schedule, seen)
        if step % _SAVE_EVERY == 0:
            torch.save(network.state_dict(), checkpoint)
    torch.save(network.state_dict(), checkpoint)
    return step


def _parameters(network: Network) -> list[dict[str, object]]:
    """Three learning rates: word embeddings, the rest of the encoder, the heads."""
    groups: dict[float, list[nn.Parameter]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        if name.startswith("words."):
            groups[EMBEDDING_RATE].append(parameter)
        elif name.startswith(("layers.", "positions.", "norm.")):
            groups[ENCODER_RATE].append(parameter)
        else:
            groups[HEAD_RATE].append(parameter)
    return [{"params": params, "lr": rate} for rate, params in groups.items()]


def _log(step: int, schedule: Schedule, seen: dict[str, list[float]]) -> None:
    means = " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(seen.items()))
    elapsed = (time.monotonic() - schedule.start) / 60
    logger.info("step %5d  %4.1f min  %3.0f %%  %s", step, elapsed, 100 * schedule.progress(step), means)
    seen.clear()
