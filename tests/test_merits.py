"""Awards for merits: pins, medals, honorary titles and scholarships beside a release's others."""

import pytest

from lorbeer.annotate import annotate, language_pipeline
from lorbeer.assemble.judging.merits import with_merits
from lorbeer.assemble.proposing.propose import propose
from lorbeer.assemble.reading.awards import Judged, clusters
from lorbeer.clean import clean
from lorbeer.load import release_from_text

FIRST = "Vereinsabend in Talheim\n\nAnna Moll gewann den Talheimer Deichpokal. "


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        pytest.param("Jan Holt erhielt die Ehrennadel.", ["Ehrennadel"], id="a pin"),
        pytest.param("Zum Ehrenwart wurde Jan Holt ernannt.", ["Ehrenwart"], id="a title"),
        pytest.param("Zum Gerätewart wurde Jan Holt ernannt.", [], id="an office"),
        pytest.param("Jan Holt erhielt den Fotopreis.", [], id="a prize, which may be a category"),
        pytest.param("Die Ehrennadel lag bereit.", [], id="nobody receives it"),
        pytest.param("Anna Moll und als Ehrenobmann Jan Holt siegten.", [], id="who is one"),
        pytest.param("Ehrenobmann Jan Holt erhielt 100 Euro.", [], id="a title long borne"),
    ],
)
def test_awards_for_merits(behind: str, found: list[str]) -> None:
    text = clean(release_from_text(FIRST + behind, "t.txt"))
    read, findings = propose(annotate(text, language_pipeline(), "rules"))
    first, *others = sorted(clusters(read), key=lambda cluster: cluster.best.start)
    own = [Judged(first, 0.9)]
    awards = [*own, *(Judged(cluster, 0.05) for cluster in others)]
    held = with_merits(own, awards, findings, read)
    assert [award.cluster.best.canonical for award in held[1:]] == found
    assert with_merits([], awards, findings, read) == []
