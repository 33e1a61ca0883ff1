"""Write the trained network as an ONNX graph with 8-bit weights, which onnxruntime runs."""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from recipe.network import PAD, Network

#: Weights that share a scale: so many of a row.
BLOCK = 64
_DOMAIN = "com.microsoft"
_MASKED = -1e4
_LEAK = 0.1

Array = NDArray[Any]


def export(network: Network, path: Path) -> None:
    """Write the graph. Inputs: `ids`, `first`, `last`; outputs as `Network.forward` names them.

    The activations of each row are made 8-bit on their own, so what a text gets does not
    depend on the texts that happen to stand in the same batch.
    """
    graph = _Graph(network)
    graph.build()
    onnx.save(graph.model(), path)


class _Graph:
    """Collects the nodes and constants of one network."""

    def __init__(self, network: Network) -> None:
        self.sizes = network.sizes
        self.state: dict[str, Array] = {
            name: tensor.detach().float().numpy() for name, tensor in network.state_dict().items()
        }
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self.outputs: list[str] = []
        self.count = 0

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
        outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, None) for n in self.outputs]
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
        scale = np.abs(self.state["words.weight"]).max(1, keepdims=True) / 127 + 1e-12
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
        """A linear map with 8-bit weights, a scale for each block of a row."""
        weight, bias = self.state[f"{name}.weight"], self.state[f"{name}.bias"]
        rows, columns = weight.shape
        blocks = weight.reshape(rows, columns // BLOCK, BLOCK)
        scale = np.abs(blocks).max(-1, keepdims=True) / 127 + 1e-12
        packed = (np.round(blocks / scale) + 128).astype(np.uint8)
        scales = self.constant(scale[..., 0].astype(np.float32))
        product = self.node(
            "MatMulNBits", x, self.constant(packed), scales, domain=_DOMAIN, K=columns, N=rows,
            bits=8, block_size=BLOCK, accuracy_level=4,
        )  # fmt: skip
        return self.node("Add", product, self.constant(bias))

    def word_vectors(self, x: str) -> str:
        """The mean of each word's first and last subword: (batch, words, hidden)."""
        ends = []
        for name in ("first", "last"):
            index = self.node("Unsqueeze", name, self.ints([2]))
            ends.append(self.node("GatherND", x, index, batch_dims=1))
        total = self.node("Add", *ends)
        return self.node("Mul", total, self.constant(np.array(0.5, np.float32)))

    def heads(self, x: str) -> None:
        """All heads as one product, split up; then arcs of their two halves."""
        plain = ["tags", "pos", "feats", "lemmas", "ents", "sents"]
        wide = ["arc_dep", "arc_head", "label_dep", "label_head"]
        names = [f"linear.{name}" for name in plain] + wide
        weight = np.concatenate([self.state[f"{name}.weight"] for name in names])
        bias = np.concatenate([self.state[f"{name}.bias"] for name in names])
        sizes = self.ints([len(self.state[f"{name}.bias"]) for name in names])
        scores = self.node(
            "Add", self.node("MatMul", x, self.constant(weight.T)), self.constant(bias)
        )
        self.node("Split", scores, sizes, axis=-1)
        self.nodes[-1].output[:] = [*plain, *[f"{name}_raw" for name in wide]]
        dep, head, label_dep, label_head = (
            self.node("LeakyRelu", f"{name}_raw", alpha=_LEAK, output=self.kept(name))
            for name in wide
        )
        arc = self.state["arc"]
        dep = self.node(
            "Add", self.node("MatMul", dep, self.constant(arc[:-1])), self.constant(arc[-1])
        )
        self.node("MatMul", dep, self.node("Transpose", head, perm=[0, 2, 1]), output="arcs")
        self.outputs = [*plain, "arcs", label_dep, label_head]

    def kept(self, name: str) -> str:
        """The name of a head's hidden layer."""
        return name
