"""Clean: what holds for any text, whatever it is made of.

Each property is tried on the same few hundred generated texts in every run.
"""

import html
import json
import unicodedata
from itertools import pairwise

from case_tables import FOLDER
from hypothesis import given, settings
from hypothesis import strategies as some

from lorbeer.clean import clean
from lorbeer.flow import Block, Release, Text
from lorbeer.load import release_from_text

PIECES = json.loads((FOLDER / "clean_pieces.json").read_text("utf-8"))

letters = some.text(some.characters(categories=["L", "N"]), max_size=6)
characters = some.text(some.characters(exclude_categories=["Cs"]), max_size=6)


def pieces(*kinds: str) -> some.SearchStrategy[str]:
    return some.sampled_from([piece for kind in kinds for piece in PIECES[kind]])


def lines_of(*words: some.SearchStrategy[str]) -> some.SearchStrategy[str]:
    return some.lists(some.one_of(pieces("words"), *words), max_size=14).map(" ".join)


lines = lines_of(letters)
broken_lines = lines_of(characters, some.sampled_from(["<b>", "\t", "`", "]]>", "<"]))


def texts_of(lines: some.SearchStrategy[str]) -> some.SearchStrategy[str]:
    return some.builds(str.join, some.sampled_from(["\n", "\n\n"]), some.lists(lines, max_size=8))


def markdown_of(
    marks: some.SearchStrategy[str], lines: some.SearchStrategy[str]
) -> some.SearchStrategy[str]:
    return texts_of(some.builds(str.__add__, marks, lines))


def soup_of(lines: some.SearchStrategy[str]) -> some.SearchStrategy[str]:
    name, more = pieces("tags"), pieces("attributes", "broken attributes")
    opening, closing = some.builds("<{}{}>".format, name, more), name.map("</{}>".format)
    return some.lists(opening | closing | lines, max_size=24).map("".join)


def page_of(lines: some.SearchStrategy[str]) -> some.SearchStrategy[str]:
    """Well-formed HTML: blocks with inline tags in them, lists, tables, blocks in blocks."""

    def within(
        tags: str, content: some.SearchStrategy[str], least: int = 0
    ) -> some.SearchStrategy[str]:
        parts = some.lists(content, min_size=least, max_size=4).map("".join)
        return some.builds(
            "<{0}{1}>{2}</{0}>".format,
            some.sampled_from(tags.split()),
            pieces("attributes"),
            parts,
        )

    text = lines.map(html.escape) | some.just("<br>")
    inline = text | within("b i a span time", text)
    block = some.one_of(
        within("h1 h2 p p p blockquote figcaption pre", inline),
        within("ul ol", within("li", inline, 1)),
        within("table", within("tr", within("td th", inline, 1), 1)),
    )
    return within("div section article main header footer nav aside", block | within("div", block))


plain = texts_of(broken_lines)
tidy = {
    "text": plain,
    "markdown": markdown_of(pieces("marks"), lines),
    "html": page_of(lines),
}
broken_marks = pieces("marks", "broken marks")
anything = plain | markdown_of(broken_marks, broken_lines) | soup_of(broken_lines)
tried = settings(max_examples=400, derandomize=True, deadline=None, database=None)


def cleaned(markup: str, content: str) -> tuple[Text, str]:
    """The text of a release, and the content into which its origins lead."""
    release = release_from_text(content)
    release = Release("test", markup, release.content.replace("\0", ""))  # type: ignore[arg-type]
    return clean(release), release.content


def origins_of(text: Text, block: Block) -> tuple[int, ...]:
    return text.origins[block.start : block.end]


@tried
@given(anything)
def test_any_text_becomes_clean_text_that_leads_back_into_it(content: str) -> None:
    release = release_from_text(content)
    text = clean(release)
    assert len(text.origins) == len(text.string)
    assert all(0 <= origin < len(release.content) for origin in text.origins)
    for block in text.blocks:
        assert list(origins_of(text, block)) == sorted(origins_of(text, block))


def stands_at(character: str, content: str, at: int) -> bool:
    """Whether the source has a character there: as such, as entity, decomposed, in a ligature."""
    if content[at] == "&":
        return character in html.unescape(content[at : at + 40])
    end = at + 1
    while end < len(content) and unicodedata.combining(content[end]):
        end += 1
    here = content[at:end]
    return character in unicodedata.normalize("NFKC" if here in "ﬀﬁﬂﬃﬄﬅﬆ" else "NFC", here)


@tried
@given(some.one_of(some.tuples(some.just(markup), texts) for markup, texts in tidy.items()))
def test_every_letter_leads_to_itself(case: tuple[str, str]) -> None:
    text, content = cleaned(*case)
    # Titles and subtitles may be put together from metadata.
    for block in (block for block in text.blocks if block.section != "title"):
        for character, origin in zip(text.of(block), origins_of(text, block), strict=True):
            # Items of ordered lists have numbers that the source may lack.
            is_sure = character.isalpha() or (character.isdigit() and block.kind != "item")
            assert not is_sure or stands_at(character, content, origin)


@tried
@given(plain)
def test_punctuation_after_a_letter_leads_to_itself(content: str) -> None:
    text, content = cleaned("text", content)
    for (before, here), origin in zip(pairwise(text.string), text.origins[1:], strict=True):
        if before.isalnum() and not here.isspace():
            assert stands_at(here, content, origin)


@tried
@given(plain)
def test_clean_text_stays_as_it_is(content: str) -> None:
    """Blank lines between the blocks: single line breaks may be those of a wrapped paragraph."""
    once, _ = cleaned("text", content)
    twice, _ = cleaned("text", once.string.replace("\n", "\n\n"))
    assert twice.string == once.string
