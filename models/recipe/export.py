"""Write the trained network as an ONNX graph with 8-bit weights, which onnxruntime runs."""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from recipe.labels import Labels
from recipe.network import PAD, Network
from recipe.rounding import WEIGHT_LIMIT

ACTIVATION_LIMIT = 127
#: Heads of which only the best label leaves the graph.
BEST = ("tags", "pos", "bundles")
_TINY = 1e-12
_DOMAIN = "com.microsoft"
_MASKED = -1e4
_LEAK = 0.1

Array = NDArray[Any]


def export(network: Network, labels: Labels, path: Path) -> None:
    """Write the graph. Inputs: `ids`, `first`, `last`; outputs as `Network.forward` names them,
    but for the numbers of the best `tags`, `pos` and `bundles`: (batch, words).

    The activations of each row are made 8-bit on their own, so what a text gets does not
    depend on the texts that happen to stand in the same batch.
    """
    graph = _Graph(network, labels)
    graph.build()
    onnx.save(graph.model(), path)


class _Graph:
    """Collects the nodes and constants of one network."""

    def __init__(self, network: Network, labels: Labels) -> None:
        self.sizes = network.sizes
        self.state: dict[str, Array] = {
            name: tensor.detach().float().numpy() for name, tensor in network.state_dict().items()
        }
        _bundle_head(self.state, labels)
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self.outputs: list[str] = []
        self.rows: dict[str, tuple[str, str]] = {}
        self.count = 0
        self.one = self.constant(np.array(1, np.float32))
        self.middle = self.constant(np.array(128, np.uint8))

    def build(self) -> None:
        """The whole network."""
        x = self.embeddings()
        mask = self.mask()
        for i in range(self.sizes.layers):
            x = self.layer(x, mask, f"layers.{i}.")
        self.heads(self.word_vectors(x))

    def model(self) -> onnx.ModelProto:
        """The finished model; the names of its dimensions are for the reader."""
        ids = [("ids", ["batch", "length"]), ("first", ["batch", "words"])]
        ids.append(("last", ["batch", "words"]))
        inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, d) for n, d in ids]
        kinds = {name: TensorProto.INT64 if name in BEST else TensorProto.FLOAT for name in
                 self.outputs}  # fmt: skip
        outputs = [helper.make_tensor_value_info(n, kind, None) for n, kind in kinds.items()]
        graph = helper.make_graph(self.nodes, "lorbeer", inputs, outputs, self.constants)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(_DOMAIN, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)

    def node(
        self, kind: str, *inputs: str, output: str = "", **attributes: int | float | str | list[int]
    ) -> str:
        """Add a node with one output; returns the output's name."""
        self.count += 1
        name = output or f"{kind}_{self.count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def constant(self, array: Array) -> str:
        """Add a constant; returns its name."""
        self.count += 1
        name = f"constant_{self.count}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def embeddings(self) -> str:
        """Words, positions and the main corpus, added up and normalised."""
        scale = np.abs(self.state["words.weight"]).max(1, keepdims=True) / 127 + _TINY
        table = np.round(self.state["words.weight"] / scale).astype(np.int8)
        words = self.node("Gather", self.constant(table), "ids")
        words = self.node("Cast", words, to=TensorProto.FLOAT)
        scales = self.node("Gather", self.constant(scale.astype(np.float32)), "ids")
        words = self.node("Mul", words, scales)
        places = self.state["positions.weight"] + self.state["corpora.weight"][0]
        end = self.node("Slice", self.node("Shape", "ids"), *map(self.ints, ([1], [2])))
        places = self.node("Slice", self.constant(places), self.ints([0]), end, self.ints([0]))
        x = self.node("Add", words, places)
        return self.normalised(x, "norm")

    def ints(self, values: list[int]) -> str:
        """A constant of whole numbers."""
        return self.constant(np.array(values, np.int64))

    def mask(self) -> str:
        """1 for subwords, 0 for padding: (batch, length)."""
        equal = self.node("Equal", "ids", self.constant(np.array(PAD, np.int64)))
        return self.node("Cast", self.node("Not", equal), to=TensorProto.INT32)

    def normalised(self, x: str, name: str) -> str:
        gamma, beta = (self.constant(self.state[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.node("LayerNormalization", x, gamma, beta, axis=-1, epsilon=self.sizes.eps)

    def layer(self, x: str, mask: str, name: str) -> str:
        """Attention and feed-forward of one layer."""
        qkv = self.node("Split", self.linear(x, name + "qkv"), axis=-1)
        self.nodes[-1].output[:] = parts = [f"{qkv}_{part}" for part in "qkv"]
        seen = self.node(
            "MultiHeadAttention", *parts, "", mask, domain=_DOMAIN, num_heads=self.sizes.heads,
            mask_filter_value=_MASKED,
        )  # fmt: skip
        x = self.normalised(self.node("Add", x, self.linear(seen, name + "out")), name + "norm1")
        inner = self.node("Gelu", self.linear(x, name + "up"), domain=_DOMAIN)
        return self.normalised(
            self.node("Add", x, self.linear(inner, name + "down")), name + "norm2"
        )

    def linear(self, x: str, name: str) -> str:
        """A linear map with 8-bit rows of activations and weights of WEIGHT_LIMIT."""
        weight, bias = self.state[f"{name}.weight"], self.state[f"{name}.bias"]
        scale = np.abs(weight).max(1) / WEIGHT_LIMIT + _TINY
        packed = np.round(weight / scale[:, None]).astype(np.int8).T
        rows, row_scales = self.quantised(x)
        product = self.node(
            "MatMulIntegerToFloat", rows, self.constant(packed), self.one,
            self.constant(scale.astype(np.float32)), self.middle, domain=_DOMAIN,
        )  # fmt: skip
        return self.node("Add", self.node("Mul", product, row_scales), self.constant(bias))

    def quantised(self, x: str) -> tuple[str, str]:
        """Each row as 8-bit numbers around 128, and the rows' scales."""
        if x not in self.rows:
            largest = self.node("ReduceMax", self.node("Abs", x), axes=[-1], keepdims=1)
            factor = self.constant(np.array(1 / ACTIVATION_LIMIT, np.float32))
            scales = self.node("Mul", largest, factor)
            rows = self.node("QuantizeLinear", self.node("Div", x, scales), self.one, self.middle)
            self.rows[x] = rows, scales
        return self.rows[x]

    def word_vectors(self, x: str) -> str:
        """The mean of each word's first and last subword: (batch, words, hidden)."""
        ends = []
        for name in ("first", "last"):
            index = self.node("Unsqueeze", name, self.ints([2]))
            ends.append(self.node("GatherND", x, index, batch_dims=1))
        total = self.node("Add", *ends)
        return self.node("Mul", total, self.constant(np.array(0.5, np.float32)))

    def heads(self, x: str) -> None:
        """All heads as one product, split up; the best labels; arcs of their two halves."""
        plain = ["tags", "pos", "bundles", "lemmas", "ents", "sents"]
        wide = ["arc_dep", "arc_head", "label_dep", "label_head"]
        names = [f"linear.{name}" for name in plain] + wide
        weight = np.concatenate([self.state[f"{name}.weight"] for name in names])
        bias = np.concatenate([self.state[f"{name}.bias"] for name in names])
        sizes = self.ints([len(self.state[f"{name}.bias"]) for name in names])
        scores = self.node(
            "Add", self.node("MatMul", x, self.constant(weight.T)), self.constant(bias)
        )
        self.node("Split", scores, sizes, axis=-1)
        parts = [f"{name}_raw" if name in (*BEST, *wide) else name for name in [*plain, *wide]]
        self.nodes[-1].output[:] = parts
        for name in BEST:
            self.node("ArgMax", f"{name}_raw", axis=-1, keepdims=0, output=name)
        dep, head, label_dep, label_head = (
            self.node("LeakyRelu", f"{name}_raw", alpha=_LEAK, output=name) for name in wide
        )
        arc = self.state["arc"]
        dep = self.node(
            "Add", self.node("MatMul", dep, self.constant(arc[:-1])), self.constant(arc[-1])
        )
        self.node("MatMul", dep, self.node("Transpose", head, perm=[0, 2, 1]), output="arcs")
        self.outputs = [*plain, "arcs", label_dep, label_head]


def _bundle_head(state: dict[str, Array], labels: Labels) -> None:
    """A head of bundles instead of that of features: a bundle scores what its values score.

    Which bundle is best does not depend on how the scores of a feature are normalised, as each
    bundle has one value of every feature, an absent one's "" included.
    """
    table = np.zeros((len(labels.bundles), len(labels.feats)), np.float32)
    for row, bundle in zip(table, labels.bundles, strict=True):
        values = dict(pair.split("=", 1) for pair in bundle.split("|") if pair)
        row[:] = [values.get(name, "") == value for name, value in labels.feats]
    for part in ("weight", "bias"):
        state[f"linear.bundles.{part}"] = table @ state.pop(f"linear.feats.{part}")
