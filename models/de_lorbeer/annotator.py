"""The component that tags, parses and finds entities, all with one encoder."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from spacy import util
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from de_lorbeer import lemma_rules
from de_lorbeer.network import Scores, TrainedNetwork
from de_lorbeer.trees import best_heads
from de_lorbeer.windows import Window, batches, windows

_ATTRIBUTES = [TAG, POS, LEMMA, MORPH, DEP, HEAD, ENT_IOB, ENT_TYPE]
_OUTSIDE, _INSIDE, _BEGIN = 2, 1, 3
_SPACE_TAG, _SPACE_POS, _SPACE_DEP = "_SP", "SPACE", "dep"
_FILES = ("network.onnx", "labels.json", "deps.npy")


class Annotator:
    """Sets tags, parts of speech, morphology, lemmas, dependencies, sentences and entities.

    Sentence starts that are set beforehand (`Token.is_sent_start`) are kept.
    """

    def __init__(self, vocab: Vocab, name: str) -> None:
        """An annotator without a network, until `from_disk` or `from_bytes` brings it."""
        self.vocab = vocab
        self.name = name
        self.network: TrainedNetwork | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        self._annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate many documents; windows of `batch_size` documents share batches."""
        rest = iter(stream)
        while docs := list(islice(rest, batch_size)):
            self._annotate(docs)
            yield from docs

    def _annotate(self, docs: Sequence[Doc]) -> None:
        if self.network is None:
            raise RuntimeError(f"component '{self.name}' has no network: load a trained pipeline")
        found = [w for i, doc in enumerate(docs) for w in windows(doc, i, self.network.subwords)]
        tables = [_Table(doc, self.vocab) for doc in docs]
        for batch in batches(found):
            for window, scores in zip(batch, self.network.scores(batch), strict=True):
                self._read(docs[window.doc], window, scores, tables[window.doc])
        for table in tables:
            table.write()

    def _read(self, doc: Doc, window: Window, scores: Scores, table: "_Table") -> None:
        """Turn the scores of a window into annotations."""
        network = self.network
        assert network is not None
        labels = network.labels
        tokens = window.tokens
        columns = (scores.tags, scores.pos, scores.bundles, scores.lemmas)
        for i, tag, pos, bundle, lemma in zip(tokens, *(c.tolist() for c in columns), strict=True):
            rule = labels.lemmas[lemma]
            table.word(i, labels.tags[tag], labels.pos[pos], labels.bundles[bundle])
            table.lemma(i, lemma_rules.apply(rule, doc[i].text))
        starts = sentence_starts(doc, tokens, scores)
        heads = _heads(scores, starts, len(tokens))
        deps = network.dependency_labels(scores, heads)
        for place, (i, head, dep) in enumerate(zip(tokens, heads, deps, strict=True)):
            table.arc(i, tokens[head - 1] if head else tokens[place], dep)
        for start, end, label in network.entity_tags.spans(scores.ents, starts):
            table.entity(tokens[start:end], label)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the network's files to a folder."""
        folder = util.ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.network.files.items() if self.network else ():
            (folder / name).write_bytes(content)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> "Annotator":
        """Read what `to_disk` wrote."""
        folder = util.ensure_path(path)
        self.network = TrainedNetwork(*((folder / name).read_bytes() for name in _FILES))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The network's files as one string of bytes."""
        files = self.network.files if self.network else {}
        return util.to_bytes({name: lambda n=name: files[n] for name in files}, exclude)

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "Annotator":
        """Read what `to_bytes` wrote."""
        files: dict[str, bytes] = {}
        setters = {name: lambda b, n=name: files.__setitem__(n, b) for name in _FILES}
        util.from_bytes(data, setters, exclude)
        self.network = TrainedNetwork(*(files[name] for name in _FILES)) if files else None
        return self


class _Table:
    """The annotations of one document, as numbers, until they are written to it at once."""

    def __init__(self, doc: Doc, vocab: Vocab) -> None:
        self.doc = doc
        self.vocab = vocab
        self.rows = np.zeros((len(doc), len(_ATTRIBUTES)), np.uint64)
        self.rows[:, 6] = _OUTSIDE
        for token in doc:
            if token.is_space:
                self.word(token.i, _SPACE_TAG, _SPACE_POS, "")
                self.lemma(token.i, token.text)

    def word(self, i: int, tag: str, pos: str, morph: str) -> None:
        strings = self.vocab.strings
        morphology = self.vocab.morphology.add(morph)
        self.rows[i, 0], self.rows[i, 1], self.rows[i, 3] = strings.add(tag), strings.add(pos), morphology

    def lemma(self, i: int, lemma: str) -> None:
        self.rows[i, 2] = self.vocab.strings.add(lemma)

    def arc(self, i: int, head: int, dep: str) -> None:
        self.rows[i, 4] = self.vocab.strings.add(dep)
        self.rows[i, 5] = np.int64(head - i).astype(np.uint64)

    def entity(self, tokens: Sequence[int], label: str) -> None:
        kind = self.vocab.strings.add(label)
        for i in range(tokens[0], tokens[-1] + 1):
            self.rows[i, 6] = _BEGIN if i == tokens[0] else _INSIDE
            self.rows[i, 7] = kind

    def write(self) -> None:
        """Set everything on the document."""
        self._attach_spaces()
        self.doc.from_array(_ATTRIBUTES, self.rows)

    def _attach_spaces(self) -> None:
        """White space depends on the word before it, at the beginning on the word behind it."""
        words = [token.i for token in self.doc if not token.is_space]
        first = words[0] if words else 0
        head = first
        for token in self.doc:
            if token.is_space:
                self.arc(token.i, head, _SPACE_DEP)
            else:
                head = token.i


def sentence_starts(doc: Doc, tokens: Sequence[int], scores: Scores) -> list[int]:
    """Places in the window, 0 left out, where a sentence starts."""
    starts = []
    for place, i in enumerate(tokens[1:], start=1):
        preset = doc[i].is_sent_start
        if preset or (preset is None and scores.starts[place] > 0):
            starts.append(place)
    return starts


def _heads(scores: Scores, starts: Sequence[int], words: int) -> list[int]:
    """Heads within the window, counted from 1; sentence by sentence."""
    heads: list[int] = []
    for start, end in zip([0, *starts], [*starts, words], strict=True):
        rows = slice(start + 1, end + 1)
        own = np.concatenate([scores.arcs[rows, :1], scores.arcs[rows, rows]], axis=1)
        np.fill_diagonal(own[:, 1:], -np.inf)
        heads.extend(head + start if head else 0 for head in best_heads(own))
    return heads


@Language.factory(
    "lorbeer_annotator",
    assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head"]
    + ["token.is_sent_start", "doc.sents", "doc.ents", "token.ent_iob", "token.ent_type"],
)
def make_annotator(nlp: Language, name: str) -> Annotator:
    """The component as pipelines make it."""
    return Annotator(nlp.vocab, name)
