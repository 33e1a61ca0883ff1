"""All that rules find in a release before it is weighed: by sentences, lists and tables."""

from collections.abc import Iterator

from lorbeer.assemble.judging.bystanders import is_named_otherwise
from lorbeer.assemble.marking.award_columns import with_award_columns
from lorbeer.assemble.marking.background import with_background
from lorbeer.assemble.marking.champions import with_championships
from lorbeer.assemble.marking.contest_stages import with_contest_rounds
from lorbeer.assemble.marking.descriptions import with_descriptions
from lorbeer.assemble.marking.emphasised import with_emphasised
from lorbeer.assemble.marking.headed_awards import with_headed_awards
from lorbeer.assemble.marking.headlines import without_headline_recipients
from lorbeer.assemble.marking.jubilees import with_jubilees
from lorbeer.assemble.marking.promotion import promote_awards
from lorbeer.assemble.marking.results import with_results
from lorbeer.assemble.marking.short_forms import with_repeated_names, with_short_forms
from lorbeer.assemble.marking.slot_nouns import with_slot_nouns
from lorbeer.assemble.marking.understood import with_understood_awards
from lorbeer.assemble.proposing.cards import from_cards
from lorbeer.assemble.proposing.companions import with_companions
from lorbeer.assemble.proposing.finishes import with_finishes
from lorbeer.assemble.proposing.gapping import with_gapped
from lorbeer.assemble.proposing.group_nouns import from_group_nouns
from lorbeer.assemble.proposing.lists import from_lists, is_prose
from lorbeer.assemble.proposing.members import from_members
from lorbeer.assemble.proposing.nominal import from_nouns
from lorbeer.assemble.proposing.organisers import with_organisers
from lorbeer.assemble.proposing.publisher import from_we, publisher
from lorbeer.assemble.proposing.ranked import from_ranks
from lorbeer.assemble.proposing.reference import from_reference
from lorbeer.assemble.proposing.results import from_results
from lorbeer.assemble.proposing.rivals import from_rivals
from lorbeer.assemble.proposing.support import with_support
from lorbeer.assemble.proposing.tables import from_tables
from lorbeer.assemble.proposing.verbal import from_verbs
from lorbeer.assemble.proposing.works import from_works
from lorbeer.assemble.reading.doubts import doubts
from lorbeer.assemble.reading.findings import Finding
from lorbeer.assemble.reading.other_lists import other_lines
from lorbeer.flow import LISTED, Analysis, Mention


def propose(analysis: Analysis) -> tuple[Analysis, list[Finding]]:
    """(the analysis with what its context makes an award marked as one, all that rules find)."""
    if not analysis.by_rules:
        return analysis, []
    analysis = with_emphasised(without_headline_recipients(analysis))
    analysis = promote_awards(with_repeated_names(with_results(analysis)))
    analysis = with_contest_rounds(analysis)
    analysis = with_descriptions(with_headed_awards(with_award_columns(analysis)))
    analysis = with_background(with_jubilees(with_championships(with_short_forms(analysis))))
    analysis = with_slot_nouns(with_understood_awards(analysis))
    others = other_lines(analysis)
    proposed = [f for f in _findings(analysis) if f.role != "recipient" or f.sentence not in others]
    found = with_organisers(with_support(proposed, analysis), analysis)
    found += from_members(analysis, found)
    return analysis, found + list(from_works(analysis, found))


def _findings(analysis: Analysis) -> Iterator[Finding]:
    speaker = publisher(analysis)
    for index, sentence in enumerate(analysis.sentences):
        is_doubted = bool(doubts(sentence))
        for finding in said(analysis, index, speaker):
            if finding.role == "recipient" and (
                is_doubted or is_named_otherwise(finding.party, sentence)
            ):
                continue
            yield finding
    results = list(from_results(analysis))
    yield from results
    yield from from_lists(analysis, {finding.sentence for finding in results})
    yield from from_cards(analysis)
    yield from from_tables(analysis)


def said(analysis: Analysis, index: int, speaker: Mention | None) -> list[Finding]:
    """What a sentence says by its verbs, nouns and ranks; `speaker` is who "wir" is there.

    Contact details say nothing, and entries of lists and tables are read with what is above them.
    """
    sentence = analysis.sentences[index]
    listed = sentence.block.kind in LISTED and not is_prose(sentence)
    if sentence.block.section == "contact" or listed:
        return []
    found = list(from_verbs(sentence, index))
    if not _honours(found):
        found += from_we(sentence, index, speaker)
    found += [*from_nouns(sentence, index), *from_ranks(sentence, index)]
    found = with_finishes(with_gapped(found, sentence), sentence, index)
    if not _honours(found):
        found += from_reference(analysis, index) or from_group_nouns(analysis, index)
    if not _honours(found):
        found += from_rivals(analysis, index)
    return with_companions(found, sentence)


def _honours(found: list[Finding]) -> bool:
    return any(finding.role == "recipient" for finding in found)
