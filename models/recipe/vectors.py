"""Let the graph of the trained network give out the words' vectors, for the role tagger."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

#: The output of the graph that holds the words' vectors for the role tagger.
VECTORS = "vectors"
#: Layers of the encoder whose outputs make up a word's vector.
LAYERS = (9, 12)


def with_vectors(model: onnx.ModelProto) -> onnx.ModelProto:
    """The graph with one more output: (batch, words, width), the root first.

    A word's vector is the mean of its outer subwords' vectors, of each of LAYERS.
    """
    graph = model.graph
    if any(output.name == VECTORS for output in graph.output):
        return model
    norms = [node.output[0] for node in graph.node if node.op_type == "LayerNormalization"]
    half, axis = (f"{VECTORS}_{name}" for name in ("half", "axis"))
    graph.initializer.extend([
        numpy_helper.from_array(np.array(0.5, np.float32), half),
        numpy_helper.from_array(np.array([2], np.int64), axis),
    ])  # fmt: skip
    means = [_mean(graph, norms[2 * layer], half, axis, f"{VECTORS}_{layer}") for layer in LAYERS]
    graph.node.append(helper.make_node("Concat", means, [VECTORS], axis=-1))
    graph.output.append(helper.make_tensor_value_info(VECTORS, TensorProto.FLOAT, None))
    return model


def _mean(graph: onnx.GraphProto, hidden: str, half: str, axis: str, name: str) -> str:
    """Add the nodes for the mean of each word's outer subwords; returns its name."""
    ends = []
    for end in ("first", "last"):
        index, gathered = f"{name}_{end}_index", f"{name}_{end}"
        graph.node.append(helper.make_node("Unsqueeze", [end, axis], [index]))
        graph.node.append(helper.make_node("GatherND", [hidden, index], [gathered], batch_dims=1))
        ends.append(gathered)
    graph.node.append(helper.make_node("Add", ends, [f"{name}_sum"]))
    graph.node.append(helper.make_node("Mul", [f"{name}_sum", half], [name]))
    return name
