"""The learning itself, from a work folder that `preparation` filled; needs PyTorch and numpy only.

Run as `python -m recipe.learning WORK`, on a machine with a GPU or without.
"""

import argparse
import json
import logging
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from recipe import store
from recipe.adaptation import WordGuesser
from recipe.batches import Batch, Drawn, loader
from recipe.held_out import figures
from recipe.labels import Labels
from recipe.losses import Features, label_losses, parsing_total, total
from recipe.network import ENCODER, Network, sizes_of
from recipe.rounding import round_in_the_loop, without_rounding
from recipe.silver import InformedParser, Uninformed, with_trees
from recipe.store import Group
from recipe.training import Rates, State, train

SEED = 0
#: Groups with trees; those that get some; what the parser that makes them learns beside arcs.
TREEBANKS = ("gsd", "pud")
PLANTED = ("unimorph", "old")
PARSED = ("arcs", "deps", "tags", "pos", "lemmas", "sents")
#: Processes that make batches beside a GPU; where there is none, they would take its cores.
_WORKERS = 3

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Stage:
    """How long a stage takes, how many subwords a batch has, and how fast it learns."""

    steps: int
    batch: int
    rates: Rates


@dataclass(frozen=True)
class Plan:
    """The stages, and how often each corpus is drawn in learning annotations and in refinement."""

    adaptation: Stage = Stage(1800, 16000, Rates(encoder=3e-4, embeddings=3e-4, heads=1e-3))
    annotation: Stage = Stage(3300, 4000, Rates(encoder=3e-4, embeddings=1.5e-4, heads=1.5e-3))
    parsing: Stage = Stage(450, 2000, Rates(encoder=3e-4, embeddings=1e-4, heads=1.5e-3))
    refinement: Stage = Stage(450, 2000, Rates(encoder=1e-4, embeddings=3e-5, heads=4e-4))
    shares: dict[str, float] = field(
        default_factory=lambda: {
            **{"gsd": 0.15, "pud": 0.16, "unimorph": 0.13, "old": 0.05, "germeval": 0.28},
            **{"smartdata": 0.11, "wikiner": 0.08, "europarl": 0.03, "mobie": 0.01},
        }
    )

    refined_shares: dict[str, float] = field(
        default_factory=lambda: {
            **{"gsd": 0.12, "pud": 0.1, "unimorph": 0.2, "old": 0.18, "germeval": 0.24},
            **{"smartdata": 0.08, "wikiner": 0.05, "europarl": 0.02, "mobie": 0.01},
        }
    )

    def shortened(self, adaptation: int, annotation: int) -> "Plan":
        """The same with so many steps of adaptation, and of each later stage."""
        return replace(
            self,
            adaptation=replace(self.adaptation, steps=adaptation),
            annotation=replace(self.annotation, steps=annotation),
            parsing=replace(self.parsing, steps=annotation),
            refinement=replace(self.refinement, steps=annotation),
        )


@dataclass
class Learner:
    """One process: its device, the data, and what it learns from them."""

    work: Path
    plan: Plan
    device: torch.device
    groups: dict[str, Group]
    labels: Labels

    @classmethod
    def open(cls, work: Path, plan: Plan, *, measure: bool) -> "Learner":
        """Read the work folder; unless choices are to be measured, nothing is held out."""
        groups = store.read(work / "sentences.npz")
        if not measure:
            for name, held in store.read(work / "held_out.npz").items():
                if name in groups:
                    groups[name] = _joined(groups[name], held)
        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.set_float32_matmul_precision("high")
        return cls(work, plan, device, groups, Labels.load(work / "labels.json"))

    def network(self, state: State) -> Network:
        """A network with this state (which may lack heads) on the device."""
        network = Network(sizes_of(self.labels, len(state["words.weight"])))
        network.load_state_dict({k: v.float() for k, v in state.items()}, strict=False)
        network.to(self.device)
        return network

    def adapt(self) -> State:
        """The pretrained encoder, adapted to the texts; without heads."""
        _seed()
        guesser = WordGuesser(self.network(self.load("pretrained"))).to(self.device)
        shares = {name: _size(group) for name, group in self.groups.items()}
        stage = self.plan.adaptation

        def objective(batch: Batch) -> dict[str, Tensor]:
            with self._half():
                return {"words": guesser(batch)}

        batches = self._drawn(shares, stage.batch)
        averaged = train(
            guesser, objective, lambda found: found["words"], batches, stage.rates, stage.steps
        )
        inner = {k.removeprefix("network."): v for k, v in averaged.items()}
        return {name: tensor for name, tensor in inner.items() if name.startswith(ENCODER)}

    def annotate(self, start: State) -> State:
        """A network that learned from the labels."""
        _seed()
        return self._learned(self.network(start), self.plan.annotation, self.plan.shares)

    def plant(self, adapted: State, learned: State) -> None:
        """Give the sentences with morphology the trees of a parser that sees it and the network."""
        _seed()
        parser = InformedParser(self.network(adapted), self.labels).to(self.device)
        features = self._features()

        def objective(batch: Batch) -> dict[str, Tensor]:
            with self._half():
                scores = parser(batch)
            scores = {name: score.float() for name, score in scores.items()}
            found = label_losses(parser.network, scores, batch.labels, features)
            return {name: found[name] for name in PARSED}

        stage = self.plan.parsing
        batches = self._drawn(dict.fromkeys(TREEBANKS, 1.0), stage.batch)
        state = train(parser, objective, parsing_total, batches, stage.rates, stage.steps)
        parser.load_state_dict(state)
        uninformed = Uninformed(self.network(learned))
        parsers = [parser.eval(), uninformed.eval()]
        for name in PLANTED:
            self.groups[name] = with_trees(self.groups[name], parsers, self.labels)

    def refine(self, start: State) -> State:
        """The network after some more learning, from planted trees too, its weights rounded."""
        _seed()
        network = self.network(start)
        round_in_the_loop(network)
        state = self._learned(network, self.plan.refinement, self.plan.refined_shares)
        return without_rounding(state)

    def _learned(self, network: Network, stage: Stage, shares: dict[str, float]) -> State:
        features = self._features()

        def objective(batch: Batch) -> dict[str, Tensor]:
            with self._half():
                scores = network(**batch.inputs)
            scores = {name: score.float() for name, score in scores.items()}
            return label_losses(network, scores, batch.labels, features)

        batches = self._drawn(shares, stage.batch)
        return train(network, objective, total, batches, stage.rates, stage.steps)

    def _features(self) -> Features:
        return Features([len(v) for v in self.labels.features.values()], self.device)

    def measure(self, state: State) -> dict[str, float]:
        """Figures on what is held out."""
        return figures(
            self.network(state), store.read(self.work / "held_out.npz"), self.labels.ents
        )

    def save(self, name: str, state: State) -> None:
        """Keep a network in the work folder."""
        torch.save({k: v.half().cpu() for k, v in state.items()}, self.work / f"{name}.pt")

    def load(self, name: str) -> State:
        """What `save` kept."""
        return dict(torch.load(self.work / f"{name}.pt", weights_only=True))

    def _drawn(self, shares: dict[str, float], size: int) -> Iterator[Batch]:
        workers = _WORKERS if self.device.type == "cuda" else 0
        return loader(Drawn(self.groups, shares, size, SEED), workers)

    def _half(self) -> torch.autocast:
        return torch.autocast(self.device.type, dtype=torch.bfloat16)


def learn(work: Path, plan: Plan, *, measure: bool) -> None:
    """All stages; the network goes to the work folder as network.pt."""
    learner = Learner.open(work, plan, measure=measure)
    learner.save("adapted", learner.adapt())
    learner.save("network", learner.annotate(learner.load("adapted")))
    learner.plant(learner.load("adapted"), learner.load("network"))
    learner.save("network", learner.refine(learner.load("network")))
    if measure:
        logger.info(json.dumps(learner.measure(learner.load("network"))))


def _seed() -> None:
    random.seed(SEED)
    np.random.seed(SEED)
    torch.manual_seed(SEED)


def _size(group: Group) -> float:
    return float(sum(len(sentence.pieces) for sentence in group.sentences))


def _joined(one: Group, other: Group) -> Group:
    count = len(one.sentences)
    variants = one.variants | {number + count: v for number, v in other.variants.items()}
    return Group([*one.sentences, *other.sentences], variants)


def main() -> None:
    """The command line."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(prog="python -m recipe.learning", description=__doc__)
    parser.add_argument("work", type=Path, help="folder that the preparation filled")
    parser.add_argument(
        "--measure", action="store_true", help="hold a tenth out, and score the networks on it"
    )
    parser.add_argument(
        "--steps", type=int, nargs=2, metavar="N", help="of adaptation and of each later stage"
    )
    given = parser.parse_args()
    plan = Plan().shortened(*given.steps) if given.steps else Plan()
    start = time.monotonic()
    learn(given.work, plan, measure=given.measure)
    logger.info("learned in %.1f minutes", (time.monotonic() - start) / 60)


if __name__ == "__main__":
    main()
