"""Read German entity corpora: PER, ORG, LOC and, where a corpus has them, MISC."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from recipe.sentence import Sentence

#: What each corpus calls an entity, in lower case, and what the pipeline calls it. GermEval's
#: derived forms and name parts ("LOCderiv", "ORGpart") are no entities.
LABELS = {
    **{"per": "PER", "org": "ORG", "loc": "LOC", "misc": "MISC", "oth": "MISC"},
    **{"person": "PER", "organization": "ORG", "organization-company": "ORG", "location": "LOC"},
    **dict.fromkeys(("location-city", "location-street", "location-route", "location-stop"), "LOC"),
}
_LONGEST_PART = 100

Rows = list[list[str]]


def read_columns(vocab: Vocab, path: Path, word_column: int, tag_column: int) -> Iterator[Doc]:
    """Yield one Doc per sentence of a tab-separated file with BIO or IO tags, to test on."""
    for words, tags in _columns(path, word_column, tag_column):
        yield Doc(vocab, words=words, ents=tags)


def read_sentences(
    path: Path, corpus: str, word_column: int, tag_column: int, *, misc: bool
) -> Iterator[Sentence]:
    """Yield the sentences of such a file, to train on; without `misc` its MISC is not taught."""
    for words, tags in _columns(path, word_column, tag_column):
        ents = tags if misc else ["O" if tag.endswith("MISC") else tag for tag in tags]
        yield Sentence(words, corpus, ents=ents, misc=misc)


def _columns(
    path: Path, word_column: int, tag_column: int
) -> Iterator[tuple[list[str], list[str]]]:
    rows: Rows = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split("\t")
        if line.startswith(("# ", "#\t", "-DOCSTART-")):
            continue
        if len(columns) > max(word_column, tag_column):
            rows.append(columns)
        elif rows:
            yield [row[word_column] for row in rows], to_bio([row[tag_column] for row in rows])
            rows = []


def to_bio(tags: list[str]) -> list[str]:
    """BIO tags in the pipeline's labels; in IO data a run of one label is one entity."""
    out: list[str] = []
    previous = "O"
    for tag in tags:
        prefix, _, name = tag.partition("-")
        label = _label(name)
        if label is None:
            out.append("O")
        elif prefix == "I" and previous == name:
            out.append(f"I-{label}")
        else:
            out.append(f"B-{label}")
        previous = name
    return out


def _label(name: str) -> str | None:
    return LABELS.get(name.lower().replace("_", "-"))


def read_smartdata(nlp: Language, path: Path, excluded: set[str]) -> Iterator[Doc]:
    """Yield the documents of a SmartData file that are not `excluded` by id, as `nlp` tokenises."""
    for document in smartdata_documents(path):
        if document["id"] in excluded:
            continue
        doc = nlp.make_doc(document["text"]["string"])
        spans = [_span(doc, mention) for mention in document["conceptMentions"]["array"]]
        found = sorted((span for span in spans if span is not None), key=len, reverse=True)
        taken: set[int] = set()
        ents = []
        for span in found:
            if taken.isdisjoint(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                ents.append(span)
        doc.ents = tuple(ents)
        yield doc


def _span(doc: Doc, mention: dict[str, Any]) -> Span | None:
    label = _label(mention["type"])
    if label is None:
        return None
    bounds = mention["span"]
    return doc.char_span(bounds["start"], bounds["end"], label=label, alignment_mode="expand")


def read_tokenised(vocab: Vocab, path: Path) -> Iterator[Doc]:
    """Yield the documents of a SmartData file of the third version, with its words, to test on."""
    for document in smartdata_documents(path):
        text, words, tags, end = document["text"]["string"], [], [], 0
        for token in document["tokens"]["array"]:
            bounds = token["span"]
            if "\n" in text[end : bounds["start"]]:
                words.append("\n")
                tags.append("O")
            word = text[bounds["start"] : bounds["end"]]
            end = bounds["end"]
            if word.strip():
                words.append(word)
                tags.append((token["ner"] or {"string": "O"})["string"])
        yield Doc(vocab, words=words, ents=to_bio(tags))


def smartdata_documents(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects that follow one another in a SmartData file."""
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    decoder, at = json.JSONDecoder(), 0
    while at < len(text):
        document, at = decoder.raw_decode(text, at)
        yield document
        while at < len(text) and text[at].isspace():
            at += 1


def parts(doc: Doc, corpus: str) -> Iterator[Sentence]:
    """A document with entities as pieces to train on: its lines, long ones cut up."""
    words: list[str] = []
    ents: list[str] = []
    for token in doc:
        line_ends = token.is_space and "\n" in token.text
        if words and (line_ends or (len(words) >= _LONGEST_PART and token.ent_iob != 1)):
            yield Sentence(words, corpus, ents=ents, bounded=False)
            words, ents = [], []
        if not token.is_space:
            words.append(token.text)
            ents.append(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O")
    if words:
        yield Sentence(words, corpus, ents=ents, bounded=False)
