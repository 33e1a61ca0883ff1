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
WARM_UP = 0.06
_LOG_EVERY = 50
_SAVE_EVERY = 300
_CLIP = 1.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Stage:
    """Learning rates, and how often each group of corpora is drawn."""

    encoder_rate: float
    embedding_rate: float
    head_rate: float
    shares: dict[str, float]
    #: The share of the rates that is left at the end.
    end: float = 0


#: First everything; then the corpora whose ways the pipeline follows, at lower rates.
FIRST = Stage(
    encoder_rate=2.0e-4,
    embedding_rate=1.0e-4,
    head_rate=1.5e-3,
    shares={
        **{"gsd": 0.14, "pud": 0.16, "unimorph": 0.14, "old": 0.07, "germeval": 0.24},
        **{"smartdata": 0.11, "wikiner": 0.09, "europarl": 0.03, "mobie": 0.02},
    },
    end=0.18,
)
SECOND = Stage(
    encoder_rate=1.0e-4,
    embedding_rate=4.0e-5,
    head_rate=5.0e-4,
    shares={
        **{"gsd": 0.17, "pud": 0.16, "unimorph": 0.12, "old": 0.03, "germeval": 0.33},
        **{"smartdata": 0.11, "wikiner": 0.06, "europarl": 0.02},
    },
)


@dataclass
class Schedule:
    """The share of training done: by steps, or by time where that runs out first."""

    steps: int
    minutes: float = float("inf")
    start: float = 0

    def progress(self, step: int) -> float:
        """From 0 to 1."""
        elapsed = (time.monotonic() - self.start) / 60
        return min(1.0, max(step / self.steps, elapsed / self.minutes))

    def rate(self, step: int, end: float) -> float:
        """The share of the learning rate: up, then down to `end` in a straight line."""
        done = self.progress(step)
        if done < WARM_UP:
            return done / WARM_UP
        return end + (1 - end) * (1 - done) / (1 - WARM_UP)


def train(
    network: Network,
    groups: dict[str, list[Sentence]],
    encoder: Encoder,
    schedule: Schedule,
    stage: Stage,
    checkpoint: Path,
) -> int:
    """Train the network in place; save its state now and then. Returns the steps taken."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    optimizer = torch.optim.AdamW(
        _parameters(network, stage), betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    rates = [group["lr"] for group in optimizer.param_groups]
    schedule.start = time.monotonic()
    seen: dict[str, list[float]] = defaultdict(list)
    network.train()
    batches = draw(groups, encoder, stage.shares)
    step = 0
    while schedule.progress(step) < 1:
        batch = next(batches)
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * schedule.rate(step, stage.end)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network(**batch.inputs)
        found = losses(network, scores, batch.labels, encoder)
        total = torch.stack([WEIGHTS[name] * loss for name, loss in found.items()]).sum()
        optimizer.zero_grad()
        total.backward()
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


def _parameters(network: Network, stage: Stage) -> list[dict[str, object]]:
    """Three learning rates: word embeddings, the rest of the encoder, the heads."""
    groups: dict[float, list[nn.Parameter]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        if name.startswith("words."):
            groups[stage.embedding_rate].append(parameter)
        elif name.startswith(("layers.", "positions.", "norm.")):
            groups[stage.encoder_rate].append(parameter)
        else:
            groups[stage.head_rate].append(parameter)
    return [{"params": params, "lr": rate} for rate, params in groups.items()]


def _log(step: int, schedule: Schedule, seen: dict[str, list[float]]) -> None:
    means = " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(seen.items()))
    elapsed = (time.monotonic() - schedule.start) / 60
    logger.info(
        "step %5d  %4.1f min  %3.0f %%  %s", step, elapsed, 100 * schedule.progress(step), means
    )
    seen.clear()
