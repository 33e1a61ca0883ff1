"""Learn the roles: batches of whole releases, and the loop over them."""

import logging
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from de_lorbeer.roles import ROLES
from recipe.roles.examples import Example
from recipe.roles.network import INPUT, Releases, RoleNetwork

#: Words of a batch, padding included; words of a release that are read while learning.
BATCH, LONGEST = 3500, 2500
#: Releases among which those of like length are put together.
POOL = 48
#: Weight of the question whether a release reports an award at all.
RELEASE = 0.02
WARM_UP = 0.15
_CLIP = 1.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Plan:
    """How long and how fast to learn."""

    epochs: int = 14
    rate: float = 5e-3
    seed: int = 0


def learn(examples: Sequence[Example], plan: Plan) -> RoleNetwork:
    """A network that has learned the examples."""
    torch.manual_seed(plan.seed)
    draw = random.Random(plan.seed)
    network = RoleNetwork(examples[0].marked.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), plan.rate, weight_decay=0.01)
    batches = [list(_batches(examples, draw)) for _ in range(plan.epochs)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, plan.rate, total_steps=sum(map(len, batches)), pct_start=WARM_UP
    )
    for epoch, chosen in enumerate(batches):
        began, total = time.monotonic(), 0.0
        network.train()
        for batch in chosen:
            loss = _loss(network, collate([examples[i] for i in batch], LONGEST))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
            optimizer.step()
            schedule.step()
            total += loss.item()
        seconds = time.monotonic() - began
        logger.info("epoch %d: loss %.4f, %.0f s", epoch, total / len(chosen), seconds)
    network.eval()
    return network


def _loss(network: RoleNetwork, releases: Releases) -> Tensor:
    scores, has_award = network(releases)
    there = releases.there[..., None, None]
    loss = functional.binary_cross_entropy_with_logits(scores, releases.labels, reduction="none")
    of_release = functional.binary_cross_entropy_with_logits(has_award, releases.has_award)
    return (loss * there).sum() / there.sum() + RELEASE * of_release


def _batches(examples: Sequence[Example], draw: random.Random) -> Iterator[list[int]]:
    """Numbers of examples, those of like length together, in random order."""
    numbers = list(range(len(examples)))
    draw.shuffle(numbers)
    found: list[list[int]] = []
    for at in range(0, len(numbers), POOL):
        batch: list[int] = []
        for i in sorted(numbers[at : at + POOL], key=lambda i: examples[i].size):
            if batch and (len(batch) + 1) * min(LONGEST, examples[i].size) > BATCH:
                found.append(batch)
                batch = []
            batch.append(i)
        found.append(batch)
    draw.shuffle(found)
    yield from found


def collate(examples: Sequence[Example], longest: int) -> Releases:
    """Several releases as tensors, of each its first `longest` words."""
    sizes = [min(example.size, longest) for example in examples]
    width = max(sizes)

    def padded(name: str) -> Tensor:
        return torch.from_numpy(
            np.stack(
                [
                    np.pad(getattr(example.layout, name)[:size], (0, width - size))
                    for example, size in zip(examples, sizes, strict=True)
                ]
            )
        )

    labels = np.zeros((len(examples), width, len(ROLES), 2), np.float32)
    vectors = np.zeros((len(examples), width, INPUT), np.float32)
    marked = np.zeros((len(examples), width, examples[0].marked.shape[1]), np.float32)
    for row, (example, size) in enumerate(zip(examples, sizes, strict=True)):
        labels[row, :size] = example.labels[:size]
        vectors[row, :size] = example.vectors[:size]
        marked[row, :size] = example.marked[:size]
    return Releases(
        vectors=torch.from_numpy(vectors),
        marked=torch.from_numpy(marked),
        kinds=padded("kinds"),
        sections=padded("sections"),
        opens=padded("opens"),
        there=torch.arange(width)[None] < torch.tensor(sizes)[:, None],
        labels=torch.from_numpy(labels),
        has_award=torch.tensor([float(example.has_award) for example in examples]),
    )
