"""The role tagger in PyTorch: `de_lorbeer.roles.RoleTagger`, to be trained."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from de_lorbeer.roles import EPS, KINDS, ROLES, SECTIONS, SUMMARY_AFTER

#: Width of the words' vectors, and of all that follows.
INPUT, WIDTH = 768, 128
KIND_WIDTH, SECTION_WIDTH, OPENS_WIDTH = 16, 8, 4
REACHES = (1, 2, 4, 8)
DROPOUT = 0.2
#: What stands for words that are not there when the largest values are sought.
_NOTHING = -9.0


@dataclass(frozen=True)
class Releases:
    """Several releases; `there` marks the words that exist.

    Tensors are (releases, words); `vectors` (releases, words, INPUT), `marked` (releases, words,
    marks), `labels` (releases, words, roles, 2), `has_award` (releases,).
    """

    vectors: Tensor
    marked: Tensor
    kinds: Tensor
    sections: Tensor
    opens: Tensor
    there: Tensor
    labels: Tensor
    has_award: Tensor


class RoleNetwork(nn.Module):
    """Convolutions over the words of releases."""

    def __init__(self, marks: int) -> None:
        super().__init__()
        width = WIDTH - KIND_WIDTH - SECTION_WIDTH - OPENS_WIDTH
        self.inp = nn.Linear(INPUT, width)
        self.mark = nn.Linear(marks, width, bias=False)
        self.kind = nn.Embedding(len(KINDS), KIND_WIDTH)
        self.section = nn.Embedding(len(SECTIONS), SECTION_WIDTH)
        self.opens = nn.Embedding(2, OPENS_WIDTH)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(WIDTH, WIDTH, 3, padding=reach, dilation=reach) for reach in REACHES
        )
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH, eps=EPS) for _ in REACHES)
        self.summary = nn.Linear(2 * WIDTH, WIDTH)
        self.out = nn.Linear(2 * WIDTH, 2 * len(ROLES))
        self.release = nn.Linear(2 * WIDTH, 1)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, releases: Releases) -> tuple[Tensor, Tensor]:
        """Logits (releases, words, roles, 2) of the words and (releases,) of an own award."""
        there = releases.there[..., None]
        own = self.inp(self.dropout(releases.vectors)) + self.mark(self.dropout(releases.marked))
        own = functional.relu(own)
        parts = [own, self.kind(releases.kinds), self.section(releases.sections)]
        start = torch.cat([*parts, self.opens(releases.opens)], -1) * there
        x = start
        layers = zip(self.convolutions, self.norms, strict=True)
        for number, (convolution, norm) in enumerate(layers):
            around = convolution(x.transpose(1, 2)).transpose(1, 2)
            x = norm(x + self.dropout(functional.relu(around))) * there
            if number == SUMMARY_AFTER:
                whole = functional.relu(self.summary(self.dropout(_summary(x, there))))
                x = (x + whole[:, None]) * there
        scores = self.out(self.dropout(torch.cat([x, start], -1)))
        return scores.view(*x.shape[:2], len(ROLES), 2), self.release(_summary(x, there))[:, 0]


def _summary(x: Tensor, there: Tensor) -> Tensor:
    largest = x.masked_fill(~there, _NOTHING).amax(1)
    return torch.cat([largest, x.sum(1) / there.sum(1)], -1)
